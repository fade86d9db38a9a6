"""`--golden` writes the golden games anew; read the diff as you would read code.

All tests run on as many processes as there are cores, a few named ones in one.
"""

from __future__ import annotations

import os

import pytest


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Processes beside this one; none where files were named, for they would take longer to begin than to run."""
    named = [argument for argument in config.invocation_params.args if not argument.startswith("-")]
    one = config.getoption("usepdb") or any(os.path.exists(name.partition("::")[0]) for name in named)
    return 0 if one else min(4, os.cpu_count() or 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option of this suite."""
    parser.addoption("--golden", action="store_true", help="write the golden games anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are written instead of compared."""
    return bool(request.config.getoption("--golden"))

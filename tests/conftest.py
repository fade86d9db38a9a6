"""`--golden` writes the golden games anew; read the diff as you would read code."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option of this suite."""
    parser.addoption("--golden", action="store_true", help="write the golden games anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are written instead of compared."""
    return bool(request.config.getoption("--golden"))

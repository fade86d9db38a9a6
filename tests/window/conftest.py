"""One screen for all tests of the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.window.display import Display, display, missing


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """A running Xvfb; without it the tests are left out, and say what is missing."""
    if lacking := missing():
        pytest.skip(lacking)
    with display(tmp_path_factory.mktemp("screen")) as shown:
        yield shown

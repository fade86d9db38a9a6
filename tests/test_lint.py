"""Linter, formatter and type checker, so that one command says whether all is well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy"])
def test_the_checkers_find_nothing(command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command.split()], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, f"\n{done.stdout[-8000:]}{done.stderr[-2000:]}"

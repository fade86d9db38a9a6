"""An installed copy, far from the checkout, has all it needs inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, in a folder of their own."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        files.extractall(folder / "site")
    return folder / "site"


def said(installed: Path, *words: str) -> str:
    """What the installed copy prints, run from a folder where nothing of ours lies."""
    variables = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *words]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=installed.parent, env=variables, check=True
    ).stdout


@pytest.mark.long
def test_an_installed_copy_plays_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    assert said(installed, "-c", "import game; print(game.__file__)").startswith(str(installed))
    words = ["--data-dir", str(tmp_path), "autoplay", "--household", "weber", "--months", "6", "--json"]
    here = subprocess.run([sys.executable, "-m", "game", *words], capture_output=True, text=True, cwd=ROOT, check=True)
    assert said(installed, "-m", "game", *words) == here.stdout


@pytest.mark.long
def test_an_installed_copy_draws_its_pages_with_its_own_pictures_and_words(installed: Path, tmp_path: Path) -> None:
    picture = tmp_path / "title.png"
    said(installed, "-m", "game", "--data-dir", str(tmp_path), "shot", "title", "--lang", "lb", "-o", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")

"""Every mistake an author can make has a file that makes it, and is found in its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.check import check
from game.content.files import digest_of, files_below
from game.content.found import CODES
from game.content.reading import read_files
from game.model.problem import Problem

PLANTED = Path(__file__).parent.parent / "planted"
BASE = PLANTED / "base"
PICTURES = frozenset({"family", "face_kim", "icon_down", "kettle"})
CASES = sorted(path for path in PLANTED.iterdir() if path != BASE)
ELSEWHERE = ("too-big", "unreadable")  # no such file can be committed: see test_load.py
BESIDE = {"left-out": {"missing-field"}, "endless-cards": {"left-out"}}  # what else such files must bring


def code_of(path: Path) -> str:
    """`comma.flow.yaml` plants a `comma`."""
    return path.name.split(".")[0]


def marked(path: Path) -> set[tuple[str, int]]:
    """(file, line) of every `# here`."""
    files = [path] if path.is_file() else sorted(path.rglob("*.yaml"))
    return {
        (file.as_posix(), number)
        for file in files
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1)
        if "# here" in line
    }


def problems_of(path: Path) -> tuple[Problem, ...]:
    translated = {}
    if code_of(path) == "untranslated":
        lines = marked(path)
        files = list((files_below(BASE) | files_below(path)).values())
        places = read_files(files, digest_of(files), PICTURES).places
        here = {(id, place.line) for id, (file, place) in places.items() if file == path.name}
        translated = {"fr": places.keys() - {id for id, line in here if (path.as_posix(), line) in lines}}
    return check([path], folder=BASE, pictures=PICTURES, translated=translated)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_planted_mistake_is_found_in_its_line_and_nothing_else(path: Path) -> None:
    found, code = problems_of(path), code_of(path)
    assert {(one.file, one.line) for one in found if one.code == code} == marked(path)
    assert {one.code for one in found} - {code} == BESIDE.get(code, set())


def test_every_code_has_a_planted_file() -> None:
    assert {code_of(path) for path in CASES} == CODES.keys() - set(ELSEWHERE)


def test_the_base_has_no_problem() -> None:
    assert check((), folder=BASE, pictures=PICTURES) == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_an_author_never_reads_the_words_of_a_library(path: Path) -> None:
    for problem in problems_of(path):
        assert problem.message and problem.hint
        assert problem.column >= 1
        assert not any(word in str(problem).lower() for word in ("input should", "pydantic", "none", "dict", "str)"))

"""Whatever stands in a file, reading it raises nothing and says something."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.files import File, files_below
from game.content.found import CODES
from game.content.reading import read_files
from tests.content.test_planted import BASE, CASES

GOOD = list(files_below(BASE).values())
LINES = {
    line
    for path in [*BASE.rglob("*.yaml"), *(case for case in CASES if case.is_file())]
    for line in path.read_bytes().splitlines()
}
SIGNS = "{ } [ ] : - ' \" &a *a !!set | > % --- ? << 1e999 -0 .inf ½ \x00 \t \n"
PIECES = [*sorted(LINES), *(sign.encode() for sign in SIGNS.split(" ")), b"- ", b": ", b"  ", b"9" * 400, b"\xff"]


def problems(data: bytes, *others: File) -> list[str]:
    return [one.code for one in read_files([*others, File("x.yaml", data, len(data))], "", None).problems]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_are_always_a_problem(data: bytes) -> None:
    found = problems(data)
    assert found and set(found) <= CODES.keys()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([b"\n", b"", b" ", b"\n  "]))
def test_any_heap_of_yaml_pieces_can_be_read(pieces: list[bytes], between: bytes) -> None:
    assert set(problems(between.join(pieces))) <= CODES.keys()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises_and_never_harms_another(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(GOOD))
    assert file.data is not None
    start = data.draw(st.integers(0, len(file.data)))
    end = data.draw(st.integers(start, min(len(file.data), start + 30)))
    piece = data.draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)))
    damaged = file.data[:start] + piece + file.data[end:]
    others = [one for one in GOOD if one is not file]
    reading = read_files([*others, File(file.name, damaged, len(damaged))], "", None)
    for problem in reading.problems:
        assert problem.code in CODES
        assert problem.line >= 1 and problem.column >= 1


def test_deep_and_long_files_end_soon() -> None:
    assert problems(b"[" * 500_000) == ["too-deep"]
    assert problems(b"a: " + b"{a: " * 200_000) == ["too-deep"]
    assert problems(b"- " * 300_000)[0] in ("too-deep", "unknown-kind", "syntax")
    bomb = b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(50))
    assert problems(bomb) == ["alias"]
    wide = b"dilemma: x\n" + b"".join(b"w%d: 1\n" % n for n in range(20_000))
    assert set(problems(wide)) == {"missing-field", "unknown-field"}


def test_every_planted_file_survives_being_cut_anywhere() -> None:
    for case in CASES:
        data = case.read_bytes() if case.is_file() else b""
        for end in range(0, len(data), 97):
            problems(data[:end])

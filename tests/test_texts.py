"""What the program says exists, is complete, and is plain English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import game
from game.content.load import load
from game.i18n.entries import Entry, all_entries, placeholders, program_messages
from game.model.content import Content
from game.paths import data_folder
from game.texts import language_faults

SOURCES = Path(game.__file__).parent
SAYING = frozenset({"message", "Message", "text"})
DOTTED = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


@pytest.fixture(scope="module")
def content() -> Content:
    return load(data_folder("scenarios"), None, None)[0]


@pytest.fixture(scope="module")
def entries(content) -> list[Entry]:
    return all_entries(content.texts, content.notes, content.languages)


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCES.rglob("*.py")):
        if "english" not in path.parts and "_data" not in path.parts:
            yield path, ast.parse(path.read_text("utf-8"))


def called(node: ast.Call) -> str:
    """The name behind the last dot of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def sayings(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Calls that name a message in so many words, and its id."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SAYING and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and DOTTED.fullmatch(first.value):
                yield node, first.value


def slips(path: str, tree: ast.Module, words: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Messages that nobody wrote, and messages said without one of their values."""
    for node, id in sayings(tree):
        if id not in words:
            yield f"{path}:{node.lineno}: nobody wrote '{id}'"
        elif called(node) == "message" and all(keyword.arg for keyword in node.keywords):
            given = {str(keyword.arg) for keyword in node.keywords}
            if lacking := placeholders(*words[id]) - given:
                yield f"{path}:{node.lineno}: '{id}' is said without {', '.join(sorted(lacking))}"


def patterns(tree: ast.Module) -> Iterator[str]:
    """Every text of a module, and every text with values in it, as a pattern that an id may match."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80:
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
            # Less than a word written out would match every id.
            if len("".join(filter(None, parts)).strip("._")) > 2:
                yield "".join(r"[\w.]+" if part is None else re.escape(part) for part in parts)


def test_every_message_that_is_said_was_written(content):
    words = {id: (text,) for id, text in content.texts.items()}
    words |= {id: (said,) if isinstance(said, str) else said for id, said in program_messages().items()}
    found = [slip for path, tree in trees() for slip in slips(str(path.relative_to(SOURCES.parent)), tree, words)]
    assert not found, "\n".join(found)


def test_a_message_that_nobody_wrote_is_found():
    tree = ast.parse('message("a.b")\nmessage("c.d", amount=1)\nmessage("c.d")\nspeech.text("a.e")\nopen("a.txt")')
    assert list(slips("x.py", tree, {"c.d": ("Left: {amount}",)})) == [
        "x.py:1: nobody wrote 'a.b'",
        "x.py:3: 'c.d' is said without amount",
        "x.py:4: nobody wrote 'a.e'",
    ]


def test_every_message_that_was_written_is_said():
    parts = {pattern for _, tree in trees() for pattern in patterns(tree)}
    said = re.compile("|".join(sorted(parts, key=len, reverse=True)))
    unused = [id for id in program_messages() if not said.fullmatch(id)]
    assert not unused, f"nothing says {unused}"


def test_the_english_is_plain_and_well_set(entries):
    faults = [fault for fault in language_faults("en", entries, data_folder("locales")) if fault.fatal]
    assert not faults, "\n".join(map(str, faults))

"""What stands in a journal, and how each thing reads as one line of JSON.

The first line is the header: what the game was started from. Every later line is one thing that
happened. Nothing on disk is ever rewritten: an undo is a line too. On disk months count from 1, as
in every other text this program writes; in memory they count from 0.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.engine.paper import FORMAT, answer_words, header_words, parse_answer, parse_header
from game.model.game import Answer, Record, Row
from game.model.units import Month

Parsed = TypeVar("Parsed")


class UnknownFormat(ValueError):
    """The header names a format version that this program does not read."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last `count` answers were taken back."""

    count: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A month was closed; `digest` is what the whole game came to, `stage` what the list of saves shows."""

    month: Month
    digest: str
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial month begins (what follows is its own) or ends (and is forgotten)."""

    begins: bool


@dataclass(frozen=True, slots=True)
class Version:
    """From here on the game was played with another version of the content: its digest."""

    digest: str


Entry = Answer | Undone | Closed | Trial | Version


def header_line(game: Record) -> bytes:
    """What the game was started from as the first line of a file, with its newline."""
    return _line(header_words(game))


def entry_line(entry: Entry) -> bytes:
    """One thing that happened as one line, with its newline."""
    match entry:
        case Answer():
            return _line(answer_words(entry))
        case Undone(count):
            return _line({"undo": count})
        case Closed(month, digest, stage):
            return _line({"month": month + 1, "digest": digest, "stage": stage})
        case Trial(begins):
            return _line({"trial": "begin" if begins else "end"})
        case Version(digest):
            return _line({"content": digest})


def game_lines(game: Record, rows: Iterable[Row]) -> Iterator[bytes]:
    """A whole game as the lines its journal would hold, had nothing been taken back."""
    yield header_line(game)
    closed = iter((*rows, None))
    row = next(closed)
    for given in game.answers:
        while row and row.month < given.month:
            yield entry_line(Closed(row.month, row.digest, row.stage))
            row = next(closed)
        yield entry_line(given)
    while row:
        yield entry_line(Closed(row.month, row.digest, row.stage))
        row = next(closed)


def read_header(line: bytes) -> Record:
    """What `line` says a game was started from. ValueError when it is no header, UnknownFormat for another version."""
    words = _object(line)
    version = words.get("format")
    if isinstance(version, int) and version != FORMAT:
        raise UnknownFormat(str(version))
    return _parsed(parse_header, words)


def read_entry(line: bytes) -> Entry:
    """What happened according to `line`. ValueError when it says nothing known."""
    words = _object(line)
    if "question" in words:
        return _parsed(parse_answer, words)
    if "undo" in words:
        return Undone(_number(words, "undo"))
    if "digest" in words:
        stage = words.get("stage", "")
        return Closed(_number(words, "month") - 1, _text(words, "digest"), stage if isinstance(stage, str) else "")
    if words.get("trial") in ("begin", "end"):
        return Trial(words["trial"] == "begin")
    if "content" in words:
        return Version(_text(words, "content"))
    raise ValueError("a line that says nothing known")


def _line(words: Mapping[str, object]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _object(line: bytes) -> Mapping[str, object]:
    try:
        words = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(words, dict):
        raise ValueError("not an object")
    return words


def _parsed(parse: Callable[[Mapping[str, object]], Parsed], words: Mapping[str, object]) -> Parsed:
    try:
        return parse(words)
    except (KeyError, TypeError) as error:
        raise ValueError(f"a word is missing or of another kind: {error}") from error


def _text(words: Mapping[str, object], key: str) -> str:
    value = words.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    return value


def _number(words: Mapping[str, object], key: str) -> int:
    value = words.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{key} is no whole number")
    return value

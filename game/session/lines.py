"""What stands in a journal, and how each thing reads as one line of JSON.

The first line is the header: what the game was started from. Every later line is one thing that
happened. Nothing on disk is ever rewritten: an undo is a line too. On disk months count from 1, as
in every other text this program writes; in memory they count from 0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.model.game import Answer, Move, Settings
from game.model.units import Month

FORMAT = 1


class UnknownFormat(ValueError):
    """The header names a format version that this program does not read."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the game was started from."""

    content: str
    household: str
    seed: int
    months: int
    settings: Settings = field(default_factory=Settings)
    moves: tuple[Move, ...] = ()
    schedule: tuple[tuple[Month, str], ...] = ()


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
class Content:
    """From here on the game was played with another version of the content."""

    digest: str


Entry = Answer | Undone | Closed | Trial | Content


def header_line(header: Header) -> bytes:
    """The header as the first line of a file, with its newline."""
    settings = header.settings
    moves = [{"month": move.month + 1, "veto": move.veto, "force": move.force} for move in header.moves]
    return _line(
        {
            "format": FORMAT,
            "content": header.content,
            "household": header.household,
            "seed": header.seed,
            "months": header.months,
            "settings": {
                "platform": settings.platform,
                "without": list(settings.without),
                "trial": settings.trial,
            },
            "moves": [{key: value for key, value in move.items() if value != ""} for move in moves],
            "schedule": [{"month": month + 1, "id": shock} for month, shock in header.schedule],
        }
    )


def entry_line(entry: Entry) -> bytes:
    """One thing that happened as one line, with its newline."""
    match entry:
        case Answer(month, question, option):
            return _line({"month": month + 1, "question": question, "option": option})
        case Undone(count):
            return _line({"undo": count})
        case Closed(month, digest, stage):
            return _line({"month": month + 1, "digest": digest, "stage": stage})
        case Trial(begins):
            return _line({"trial": "begin" if begins else "end"})
        case Content(digest):
            return _line({"content": digest})


def read_header(line: bytes) -> Header:
    """The header in `line`. ValueError when it is none, UnknownFormat when it is of another version."""
    words = _object(line)
    if words.get("format") != FORMAT:
        if isinstance(words.get("format"), int):
            raise UnknownFormat(str(words["format"]))
        raise ValueError("no header")
    settings = _mapping(words.get("settings", {}))
    return Header(
        content=_text(words, "content"),
        household=_text(words, "household"),
        seed=_number(words, "seed"),
        months=_number(words, "months"),
        settings=Settings(
            platform=settings.get("platform", True) is True,
            without=tuple(str(kind) for kind in _list(settings, "without")),
            trial=settings.get("trial", False) is True,
        ),
        moves=tuple(_move(_mapping(move)) for move in _list(words, "moves")),
        schedule=tuple(_scheduled(_mapping(shock)) for shock in _list(words, "schedule")),
    )


def read_entry(line: bytes) -> Entry:
    """What happened according to `line`. ValueError when it says nothing known."""
    words = _object(line)
    if "question" in words:
        return Answer(_number(words, "month") - 1, _text(words, "question"), _text(words, "option"))
    if "undo" in words:
        return Undone(_number(words, "undo"))
    if "digest" in words:
        stage = words.get("stage", "")
        return Closed(_number(words, "month") - 1, _text(words, "digest"), stage if isinstance(stage, str) else "")
    if words.get("trial") in ("begin", "end"):
        return Trial(words["trial"] == "begin")
    if "content" in words:
        return Content(_text(words, "content"))
    raise ValueError("a line that says nothing known")


def _line(words: Mapping[str, object]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _object(line: bytes) -> Mapping[str, object]:
    try:
        return _mapping(json.loads(line))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _list(words: Mapping[str, object], key: str) -> list[object]:
    value = words.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} is no list")
    return value


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


def _move(words: Mapping[str, object]) -> Move:
    veto, force = words.get("veto", ""), words.get("force", "")
    return Move(_number(words, "month") - 1, str(veto), str(force))


def _scheduled(words: Mapping[str, object]) -> tuple[Month, str]:
    return _number(words, "month") - 1, _text(words, "id")

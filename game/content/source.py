"""Text to plain data in which every value knows its place.

Scalars stay what the author typed: `no` is the word no, 012 and 12:30 and 2026-01-05 are text, and the field
that wants a number makes it one. So nothing is resolved behind the author's back, and nothing is lost.
Events are read one by one: depth and aliases are refused before they can cost anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from game.content.files import LARGEST
from game.content.found import Found, Place

if TYPE_CHECKING:
    from yaml.events import Event


DEEPEST = 30

Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Word(str):
    """What the author typed as one value. `plain` is without quotes; `nothing` is an empty one."""

    place: Place
    plain: bool

    def __new__(cls, text: str, place: Place, plain: bool = True) -> Word:
        """A text with its place."""
        word = super().__new__(cls, text)
        word.place = place
        word.plain = plain
        return word

    @property
    def nothing(self) -> bool:
        """Whether the author left the value out: nothing, `~` or `null`, without quotes."""
        return self.plain and self in ("", "~", "null")


class Items(list["Value"]):
    """A list with its place."""

    def __init__(self, place: Place, values: list[Value] | None = None) -> None:
        super().__init__(values or ())
        self.place = place


class Fields(dict[str, "Value"]):
    """A mapping with its place; the keys know theirs."""

    def __init__(self, place: Place, values: dict[str, Value] | None = None) -> None:
        super().__init__(values or {})
        self.place = place
        self._words: dict[str, Word] = {key: key for key in self if isinstance(key, Word)}

    def __setitem__(self, key: str, value: Value) -> None:
        super().__setitem__(key, value)
        if isinstance(key, Word):
            self._words.setdefault(key, key)

    def key(self, name: str) -> Word | None:
        """The key as it stands in the file."""
        return self._words.get(name)


Value = Word | Items | Fields


class Refused(Exception):
    """The text cannot be read to its end; `found` says why."""

    def __init__(self, found: Found) -> None:
        super().__init__(found.message)
        self.found = found


def text_of(data: bytes) -> str:
    """The file's text. Refused when it is too big or not UTF-8."""
    start = Place(1, 1)
    if len(data) > LARGEST:
        raise too_big(len(data))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        start = Place(before.count(b"\n") + 1, column)
        hint = "save the file with the encoding UTF-8"
        raise Refused(Found(start, "not-utf8", "this letter is not written in UTF-8", hint)) from None


def too_big(size: int) -> Refused:
    """The refusal of a file of `size` bytes."""
    message = f"the file has {size:,} bytes, more than {LARGEST:,}"
    return Refused(Found(Place(1, 1), "too-big", message, "one household or one card a file is enough"))


def unreadable(why: str) -> Refused:
    """The refusal of a file that the computer does not open."""
    return Refused(
        Found(
            Place(1, 1),
            "unreadable",
            f"the file cannot be opened: {why}",
            "close it in other programs, or look at who may read it",
        )
    )


def read(text: str) -> tuple[Value, list[Found]]:
    """The data of one file and its duplicate keys. Refused when it cannot be read to the end."""
    try:
        return _built(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        raise Refused(_syntax(place, str(error.context or ""), str(error.problem or ""), text)) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        place = Place(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        raise Refused(Found(place, "syntax", "an invisible control character stands here", "delete it")) from None


def _built(events: Iterator[Event]) -> tuple[Value, list[Found]]:
    stack: list[Items | Fields] = []
    keys: list[Word | None] = []  # one for each open container: the key that waits for its value
    found: list[Found] = []
    root: Value | None = None
    for event in events:
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            keys.pop()
            continue
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise Refused(Found(place, "syntax", "a second document begins here", "one file holds one thing: no '---'"))
        if not isinstance(event, yaml.NodeEvent):
            continue
        value = _value(event, place)
        if not stack:
            root = value
        else:
            _add(stack[-1], keys, value, found)
        if not isinstance(value, Word):
            stack.append(value)
            keys.append(None)
            if len(stack) > DEEPEST:
                raise Refused(_too_deep(place))
    if root is None or (isinstance(root, Word) and root.nothing):
        raise Refused(Found(Place(1, 1), "empty", "the file says nothing", "begin with what it is: dilemma: my_card"))
    return root, found


def _too_deep(place: Place) -> Found:
    return Found(place, "too-deep", f"more than {DEEPEST} levels inside each other", "a scenario needs five or six")


def _value(event: Event, place: Place) -> Value:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Refused(
            Found(
                place,
                "alias",
                "'&' and '*' (anchors) are not used here",
                "write the value again, or put the text in quotes",
            )
        )
    tag = getattr(event, "tag", None)
    if tag is not None and tag != "!":
        raise Refused(Found(place, "tag", "'!' (a tag) is not used here", "put the text in quotes"))
    if isinstance(event, yaml.MappingStartEvent):
        return Fields(place)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(place)
    assert isinstance(event, yaml.ScalarEvent)
    return Word(event.value, place, not event.style)


def _add(into: Items | Fields, keys: list[Word | None], value: Value, found: list[Found]) -> None:
    if isinstance(into, Items):
        into.append(value)
        return
    key = keys[-1]
    if key is not None:
        keys[-1] = None
        if key not in into:
            into[key] = value
        return
    if not isinstance(value, Word):
        raise Refused(Found(value.place, "syntax", "a name is expected here, not a list", "write name: value"))
    keys[-1] = value
    if value in into and (first := into.key(value)) is not None:
        found.append(
            Found(
                value.place,
                "duplicate-key",
                f"'{value}' stands here a second time",
                f"the first one is in line {first.place.line}; keep one of them",
            )
        )


# what the parser says -> what an author can do; the two parsers word it differently
_SYNTAX = (
    ("\\t", "a tab stands here", "indent with spaces"),
    ("tab character", "a tab stands here", "indent with spaces"),
    (
        "mapping values are not allowed",
        "a second colon in one line, or an indentation that does not fit",
        'put a text with a colon in quotes: text: "Note: …"',
    ),
    ("unexpected end of stream", "a quotation mark is opened and not closed", "close it with the same mark"),
    ("escape", "a backslash in quotes", "write it without the backslash"),
    ("'%' that", "a text cannot begin with %", "put the text in quotes"),
    ("cannot start any token", "a text cannot begin with this sign", "put the text in quotes"),
    ("',' or ']'", "a list [ … ] is not closed, or a comma is missing", "write [one, two]"),
    ("',' or '}'", "{ … } is not closed, or a comma is missing", "write {name: value, name: value}"),
    ("could not find expected ':'", "a colon is missing", "write name: value"),
)


def _syntax(place: Place, context: str, problem: str, text: str) -> Found:
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "cannot start any token" in problem and line[place.column - 1 : place.column] == "\t":
        problem = "tab character"
    if "nesting depth" in problem:  # the parser's own limit, met when it looks far ahead
        return _too_deep(place)
    for said, message, hint in _SYNTAX:
        if said in problem:
            return Found(place, "syntax", message, hint)
    if "block" in context:
        return Found(
            place,
            "syntax",
            "the line does not fit the ones above it",
            "check its indentation, and that a text with quotes or a colon is quoted as a whole",
        )
    return Found(place, "syntax", "this cannot be read", f"the reader says: {problem or context}")

"""One typed field at a time: from what the author typed to what the model holds, or to words that help.

Each type is a pydantic annotation with its own reader and its own part of the editor's schema. A reader
raises `wrong(...)`; the message goes on after the field's name: "'rent' " + "is 1.200, an amount …".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, get_origin

from pydantic_core import PydanticCustomError, core_schema

from game.content.found import Place
from game.content.source import Fields, Items, Word
from game.model.household import ENVELOPES
from game.model.parameters import Number

LANGUAGES = ("en", "fr", "de", "lb")
LAST_MONTH = 60  # no game is longer
MOST_EUROS = 10_000_000
MENDED = "mended"  # validation context in which a field that cannot be read becomes a blank one

_ID = re.compile(r"[a-z][a-z0-9_]*\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z", re.ASCII)
_YES_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


class Reference(Word):
    """The name of something that stands elsewhere. `to` says what: creditor, product, card, picture …"""

    to: str


class Wording:
    """Words people will read, their language when the author named it, and a note for translators."""

    __slots__ = ("language", "note", "place", "words")

    def __init__(self, words: str, place: Place, language: str = "", note: str = "") -> None:
        self.words, self.place, self.language, self.note = words, place, language, note


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """A mistake in one field; `message` goes on after the field's name."""
    return PydanticCustomError("author", "{message}", {"code": code, "message": message, "hint": hint})


def one_word(raw: Any, wanted: str, example: str) -> Word:
    """The value as one word. Mistakes: wrong-type for lists and mappings, empty-value for nothing."""
    if isinstance(raw, Items):
        raise wrong("wrong-type", f"is a list, {wanted} is expected", f"write {example}")
    if isinstance(raw, Fields):
        raise wrong("wrong-type", f"has words of its own, {wanted} is expected", f"write {example}")
    assert isinstance(raw, Word)
    if raw.nothing or not raw.strip():
        raise wrong("empty-value", f"is empty, {wanted} is expected", f"write {example}, or take the line out")
    return raw


def number(raw: Any, wanted: str, example: str) -> Decimal:
    """A decimal number. Mistakes: comma, yes-no, not-a-number."""
    word = one_word(raw, wanted, example)
    text = word.strip()
    if _NUMBER.match(text):
        return Decimal(text)
    if re.match(r"[+-]?[0-9]+,[0-9]+\s*%?\Z", text):
        hint = text.replace(",", "") if re.search(r",[0-9]{3}\Z", text) else text.replace(",", ".")
        raise wrong("comma", f"is {text}, a number with a comma", f"write {hint}")
    tidy = re.sub(r"[\s'_€]|EUR", "", text)
    hint = tidy if tidy != text and _NUMBER.match(tidy) else example
    raise wrong("not-a-number", f"is '{text}', {wanted} is expected", f"write {hint}")


def _within(value: int, low: int, high: int, what: str) -> int:
    if not low <= value <= high:
        raise wrong("out-of-range", f"is {value}, {what} goes from {low} to {high}", "correct the number")
    return value


def whole_number(low: int, high: int, what: str = "it") -> Callable[[Any], int]:
    """Reader of a whole number between two bounds, both possible."""

    def read(raw: Any) -> int:
        value = number(raw, "a whole number", str(max(low, min(high, 3))))
        if value != int(value):
            raise wrong("not-a-number", f"is {value}, a whole number is expected", f"write {int(value)}")
        return _within(int(value), low, high, what)

    return read


def cents(raw: Any) -> int:
    """Euros to cents. Mistakes: three-digits, comma, not-a-number, out-of-range."""
    value = number(raw, "an amount in euros", "180 or 57.03")
    digits = max(0, -int(value.as_tuple().exponent))
    if digits == 3:
        meant = f"{value:f}".replace(".", "")
        raise wrong(
            "three-digits",
            f"is {value}, an amount with three digits after the point",
            f"for {int(meant):,} euros write {int(meant)}.00".replace(",", " "),
        )
    if digits > 2:
        raise wrong("not-a-number", f"is {value}, an amount has two digits after the point", f"write {value:.2f}")
    if abs(value) > MOST_EUROS:
        raise wrong("out-of-range", f"is {value}, more than {MOST_EUROS:,} euros", "correct the amount")
    return int(value * 100)


def positive_cents(raw: Any) -> int:
    """Euros to cents, not negative."""
    value = cents(raw)
    if value < 0:
        raise wrong("out-of-range", f"is {raw}, this amount cannot be negative", f"write {raw.lstrip('-')}")
    return value


def parts_of(whole_is: int, low: int, high: int) -> Callable[[Any], int]:
    """Reader of per cents: `whole_is` is 100 %; `low` and `high` are per cents."""

    def read(raw: Any) -> int:
        text = one_word(raw, "a number of per cent", "50 %").strip()
        if not text.endswith("%"):
            number(raw, "a number of per cent", "50 %")
            raise wrong("not-percent", f"is {text}, without the per cent sign", f"write {text} %")
        value = number(Word(text[:-1].strip(), raw.place), "a number of per cent", "50 %")
        if not low <= value <= high:
            raise wrong("out-of-range", f"is {text}, it goes from {low} % to {high} %", "correct the number")
        exact = value * whole_is / 100
        if exact != int(exact):
            rounded = Decimal(round(exact)) * 100 / whole_is
            raise wrong("out-of-range", f"is {text}, finer than the game counts", f"write {rounded:f} %")
        return int(exact)

    return read


def true_false(raw: Any) -> bool:
    """true or false. Mistakes: yes-no, wrong-type."""
    text = one_word(raw, "true or false", "true")
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if text.lower() in _YES_NO:
        raise wrong("yes-no", f"is '{text}', and '{text}' is only a word here", f"write {_YES_NO[text.lower()]}")
    raise wrong("wrong-type", f"is '{text}', true or false is expected", "write true or false")


def choice(*choices: str, code: str = "not-a-choice") -> Callable[[Any], str]:
    """Reader of one word of a few."""

    def read(raw: Any) -> str:
        text = one_word(raw, "one word", choices[0])
        if text not in choices:
            near = get_close_matches(text, choices, 1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            raise wrong(code, f"is '{text}', which is not possible here", f"{hint}possible: {', '.join(choices)}")
        return str(text)

    return read


def identifier(raw: Any) -> Word:
    """A name for something: small letters, digits, underscores."""
    word = one_word(raw, "a name", "washing_machine")
    if not _ID.match(word):
        raise wrong("bad-id", f"is '{word}', a name has small letters, digits and _ only", f"write {_tidy(word)}")
    return word


def _tidy(text: str) -> str:
    tidy = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return tidy if _ID.match(tidy) else "washing_machine"


def reference(to: str) -> Callable[[Any], Reference]:
    """Reader of the name of something else; that it exists is checked when all files are read."""

    def read(raw: Any) -> Reference:
        word = identifier(raw)
        return _reference(word, word.place, to)

    return read


def day(raw: Any) -> date:
    """A date as 2026-01-31. Mistake: bad-date."""
    text = one_word(raw, "a date", "2026-01-31").strip()
    try:
        found = date.fromisoformat(text) if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", text) else None
    except ValueError:
        raise wrong("bad-date", f"is {text}, a day that no calendar has", "write year-month-day: 2026-01-31") from None
    if found is None:
        raise wrong("bad-date", f"is '{text}', a date is expected", "write year-month-day: 2026-01-31")
    if not 1900 <= found.year <= 2200:
        raise wrong("out-of-range", f"is {text}, far away from today", "correct the year")
    return found


def figure(raw: Any) -> Number:
    """A figure of the law: a number, or a list of numbers."""
    if isinstance(raw, Items):
        return tuple(number(item, "a number", "12.50") for item in raw)
    return number(raw, "a number", "12.50")


def plain(raw: Any) -> str:
    """Words that stay as they are in every language: names of people, sources."""
    return str(one_word(raw, "a text", "some words")).strip()


def wording(raw: Any) -> Wording:
    """A text people read: plain, or `{en: …, note: …}`. Mistakes: bad-language, empty-value, wrong-type."""
    if not isinstance(raw, Fields):
        word = one_word(raw, "a text", "some words")
        return Wording(_one_line(word), word.place)
    spoken = [key for key in raw if key != "note"]
    if len(spoken) != 1 or spoken[0] not in LANGUAGES:
        raise wrong(
            "bad-language",
            "needs the text in one language, and a note if you like",
            "write {en: the text, note: for the translator}",
        )
    word = one_word(raw[spoken[0]], "a text", "some words")
    note = plain(raw["note"]) if "note" in raw else ""
    return Wording(_one_line(word), word.place, str(spoken[0]), note)


def _one_line(word: Word) -> str:
    return "\n".join(line.strip() for line in word.strip().splitlines())


@dataclass(frozen=True, eq=False)
class Reads:
    """What makes an annotation a field type: its reader, and its part of the editor's schema."""

    read: Callable[[Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        def validated(raw: Any, info: core_schema.ValidationInfo) -> Any:
            try:
                return self.read(raw)
            except PydanticCustomError:
                if info.context != MENDED:
                    raise
                return _blank(source, raw.place)

        return core_schema.with_info_plain_validator_function(validated)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


def _blank(source: Any, place: Place) -> Any:
    """A value that stands in for one that cannot be read."""
    if source is Wording:
        return Wording("", place)
    if source in (Word, Reference):
        return _reference("", place)
    if get_origin(source) is tuple:
        return 13, 17
    if source is date:
        return date(2000, 1, 1)
    kind = get_origin(source) or source
    return Decimal(0) if kind is UnionType else kind()


def _reference(name: str, place: Place, to: str = "") -> Reference:
    found = Reference(name, place)
    found.to = to
    return found


def one_of(*words: str, code: str = "not-a-choice") -> Reads:
    """For `Annotated[str, …]`: one of a few words."""
    return Reads(choice(*words, code=code), {"enum": list(words)})


def refers(to: str) -> Reads:
    """For `Annotated[Reference, …]`: the name of something else."""
    return Reads(reference(to), NAME)


def whole(low: int, high: int, what: str = "it") -> Reads:
    """For `Annotated[int, …]`: a whole number."""
    return Reads(whole_number(low, high, what), {"type": "integer", "minimum": low, "maximum": high})


def percent(whole_is: int, low: int, high: int) -> Reads:
    """For `Annotated[int, …]`: per cents, of which 100 are `whole_is`."""
    schema = {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)? ?%$"}
    return Reads(parts_of(whole_is, low, high), schema)


NAME: dict[str, Any] = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_MONEY: dict[str, Any] = {"type": "number", "description": "euros, at most two digits after the point"}
TEXT: dict[str, Any] = {
    "anyOf": [
        {"type": ["string", "number"]},
        {
            "type": "object",
            "properties": {name: {"type": "string"} for name in (*LANGUAGES, "note")},
            "additionalProperties": False,
        },
    ]
}

Id = Annotated[Word, Reads(identifier, NAME)]
Text = Annotated[Wording, Reads(wording, TEXT)]
Plain = Annotated[str, Reads(plain, {"type": ["string", "number"]})]
Money = Annotated[int, Reads(positive_cents, _MONEY | {"minimum": 0})]
SignedMoney = Annotated[int, Reads(cents, _MONEY)]
Flag = Annotated[bool, Reads(true_false, {"type": "boolean"})]
Day = Annotated[date, Reads(day, {"type": "string", "format": "date"})]
_FIGURE: dict[str, Any] = {"anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}}]}
Figure = Annotated[Number, Reads(figure, _FIGURE)]
Language = Annotated[str, one_of(*LANGUAGES, code="bad-language")]
Envelope = Annotated[str, one_of(*ENVELOPES, code="unknown-envelope")]
Duration = Annotated[int, whole(1, 480, "a number of months")]
Delay = Annotated[int, whole(0, LAST_MONTH, "a number of months")]
Points = Annotated[int, whole(-2, 2, "a change of morale or health")]
Chance = Annotated[int, percent(10_000, 0, 100)]
MonthlyChance = Annotated[int, percent(1_000_000, 0, 100)]
Rate = Annotated[int, percent(10_000, 0, 100)]

Creditor = Annotated[Reference, refers("creditor")]
ProductName = Annotated[Reference, refers("product")]
RightName = Annotated[Reference, refers("right")]
CallName = Annotated[Reference, refers("call")]
CardName = Annotated[Reference, refers("card")]
ShockName = Annotated[Reference, refers("shock")]
SharedShockName = Annotated[Reference, refers("shared_shock")]
SureShockName = Annotated[Reference, refers("sure_shock")]
PlayedName = Annotated[Reference, refers("played")]
OpenRightName = Annotated[Reference, refers("any_right")]
PersonName = Annotated[Reference, refers("person")]
DebtName = Annotated[Reference, refers("debt")]
ParameterName = Annotated[Reference, refers("parameter")]
Picture = Annotated[Reference, refers("picture")]
FlagName = Annotated[Reference, refers("flag")]

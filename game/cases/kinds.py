"""What can stand in a case: read from the file, shown in a message, compared with what the rule says.

Money is read as euros and held as cents, rates are read in per cent and held as basis points.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Protocol

from game.content.found import Place
from game.content.source import Fields, Items, Value, Word
from game.model.units import half_up


class Mistake(Exception):
    """The case itself is wrong, at a place of its file."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


class Kind(Protocol):
    """One kind of value."""

    def read(self, value: Value) -> Any:
        """From the file. Raises Mistake."""

    def show(self, value: Any) -> str:
        """In a message; None is `none`."""

    def differences(self, name: str, wanted: Any, got: Any) -> Iterator[str]:
        """What differs, one sentence each."""


class _Single:
    """A kind that is one word in the file, and equal or not."""

    def show(self, value: Any) -> str:
        return "none" if value is None else str(value)

    def differences(self, name: str, wanted: Any, got: Any) -> Iterator[str]:
        if wanted != got:
            yield f"{name}: expected {self.show(wanted)}, got {self.show(got)}"


def word_of(value: Value) -> Word:
    """A single word. Mistake for a list, a mapping or nothing."""
    if not isinstance(value, Word):
        raise Mistake(value.place, "one value is expected here")
    if value.nothing:
        raise Mistake(value.place, "a value is missing here")
    return value


def _decimal(value: Value, what: str) -> Decimal:
    text = word_of(value).strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Mistake(value.place, f"'{text}' is not {what}") from None
    if not number.is_finite():
        raise Mistake(value.place, f"'{text}' is not {what}")
    return number


def _hundredths(number: Decimal, value: Value, what: str) -> int:
    if number * 100 != (whole := int(number * 100)):
        raise Mistake(value.place, f"{number} has more than two digits after the point, {what} has two at most")
    return whole


class Amount(_Single):
    """Euros, to the cent."""

    def read(self, value: Value) -> int:
        return _hundredths(_decimal(value, "an amount in euros"), value, "an amount")

    def show(self, value: Any) -> str:
        return "none" if value is None else f"{Decimal(value) / 100:.2f}"


class Rate(_Single):
    """Per cent, with or without the sign, as basis points."""

    def read(self, value: Value) -> int:
        word = word_of(value)
        bare = Word(word.strip().removesuffix("%"), word.place)
        return _hundredths(_decimal(bare, "a number of per cent"), value, "a rate")


class Percent(_Single):
    """An expected share in per cent, compared with as many digits as the author wrote."""

    def read(self, value: Value) -> Decimal:
        return _decimal(value, "a number of per cent")

    def differences(self, name: str, wanted: Decimal, got: Fraction) -> Iterator[str]:
        digits = max(0, -int(wanted.as_tuple().exponent))
        scaled = 100 * got * 10**digits
        rounded = Decimal(half_up(scaled.numerator, scaled.denominator)).scaleb(-digits)
        yield from super().differences(name, wanted, rounded)


@dataclass(frozen=True)
class Count(_Single):
    """A whole number not under `least`."""

    least: int = 0

    def read(self, value: Value) -> int:
        number = _decimal(value, "a whole number")
        if number != int(number) or number < self.least:
            raise Mistake(value.place, f"{number} is not a whole number from {self.least} on")
        return int(number)


class Day(_Single):
    """A day like 2026-03-31."""

    def read(self, value: Value) -> date:
        text = str(word_of(value)).strip()
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Mistake(value.place, f"'{text}' is no day like 2026-03-31") from None


class YesNo(_Single):
    """true or false."""

    def read(self, value: Value) -> bool:
        text = word_of(value)
        if text not in ("true", "false"):
            raise Mistake(value.place, f"'{text}' is neither true nor false")
        return text == "true"

    def show(self, value: Any) -> str:
        return "true" if value else "false"


@dataclass(frozen=True)
class Name(_Single):
    """A word, one of `choices` when there are any."""

    choices: Sequence[str] = ()

    def read(self, value: Value) -> str:
        text = str(word_of(value))
        if self.choices and text not in self.choices:
            raise Mistake(value.place, f"'{text}' is not possible here: {', '.join(self.choices)}")
        return text


@dataclass(frozen=True)
class Maybe(_Single):
    """Another kind, or nothing: `none`, `null` or empty, or `word` when the author needs one."""

    kind: Kind
    word: str = "none"

    def read(self, value: Value) -> Any:
        nothing = isinstance(value, Word) and (value.nothing or value == self.word)
        return None if nothing else self.kind.read(value)

    def show(self, value: Any) -> str:
        return self.word if value is None else self.kind.show(value)


@dataclass(frozen=True)
class Listed(_Single):
    """A list of one kind, compared as a whole."""

    kind: Kind

    def read(self, value: Value) -> list[Any]:
        if not isinstance(value, Items):
            raise Mistake(value.place, "a list is expected here: [one, two]")
        return [self.kind.read(item) for item in value]

    def show(self, value: Any) -> str:
        return "none" if value is None else "[" + ", ".join(map(self.kind.show, value)) + "]"


@dataclass(frozen=True)
class Among(Listed):
    """A list of which every part must be there, in any order; an empty one means that there is nothing."""

    def differences(self, name: str, wanted: Any, got: Any) -> Iterator[str]:
        """What is wanted and missing; all that is there when nothing is wanted."""
        if missing := [each for each in wanted if each not in got]:
            yield f"{name}: expected {self.show(missing)} too, got {self.show(list(got))}"
        if not wanted and got:
            yield f"{name}: expected nothing, got {self.show(list(got))}"


@dataclass(frozen=True)
class NotAmong(Listed):
    """A list of which no part may be there."""

    def differences(self, name: str, wanted: Any, got: Any) -> Iterator[str]:
        """What is there although it is not wanted."""
        if found := [each for each in wanted if each in got]:
            yield f"{name}: {self.show(found)} should not be there"


@dataclass(frozen=True)
class AnyOrder(Listed):
    """A list compared as a whole, in any order."""

    def differences(self, name: str, wanted: Any, got: Any) -> Iterator[str]:
        """The whole list when it differs."""
        if sorted(wanted) != sorted(got):
            yield f"{name}: expected {self.show(wanted)}, got {self.show(list(got))}"


@dataclass(frozen=True)
class Table:
    """Values of one kind by names the author chooses; only the names written are compared."""

    kind: Kind
    keys: Kind = Name()

    def read(self, value: Value) -> dict[Any, Any]:
        """From a mapping; the keys are read as their own kind."""
        fields = fields_of(value)
        return {self.keys.read(key_of(fields, name)): self.kind.read(item) for name, item in fields.items()}

    def show(self, value: Any) -> str:
        """As it would stand in a file."""
        return "{" + ", ".join(f"{key}: {self.kind.show(item)}" for key, item in value.items()) + "}"

    def differences(self, name: str, wanted: Mapping[Any, Any], got: Mapping[Any, Any]) -> Iterator[str]:
        """Of every name that is wanted."""
        for key, item in wanted.items():
            if key in got:
                yield from self.kind.differences(f"{name}.{key}", item, got[key])
            else:
                yield f"{name}.{key}: expected {self.kind.show(item)}, got nothing"


@dataclass(frozen=True)
class Record:
    """Named values, each of its own kind; those in `needed` must stand there."""

    parts: Mapping[str, Kind]
    needed: Sequence[str] = ()

    def read(self, value: Value) -> dict[str, Any]:
        """From a mapping. Mistake for an unknown name, or for a needed one that is missing."""
        fields = fields_of(value)
        all_known(fields, self.parts)
        for name in self.needed:
            if name not in fields:
                raise Mistake(fields.place, f"'{name}' is missing here")
        return {str(key): self.parts[key].read(item) for key, item in fields.items()}

    def show(self, value: Any) -> str:
        """As it would stand in a file."""
        return "{" + ", ".join(f"{key}: {self.parts[key].show(item)}" for key, item in value.items()) + "}"

    def differences(self, name: str, wanted: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
        """Of every name that is wanted."""
        for key, item in wanted.items():
            yield from self.parts[key].differences(f"{name}.{key}" if name else key, item, got[key])


def fields_of(value: Value) -> Fields:
    """A mapping. Mistake for anything else."""
    if not isinstance(value, Fields):
        raise Mistake(value.place, "names with values are expected here: {name: value}")
    return value


def key_of(fields: Fields, name: str) -> Word:
    """A key with its place in the file."""
    key = fields.key(name)
    return Word(name, fields.place) if key is None else key


def known(word: Word, names: Collection[str]) -> None:
    """Mistake for a word that has no meaning here, with the nearest one that has."""
    if word not in names:
        near = get_close_matches(word, list(names), 1)
        hint = f"did you mean '{near[0]}'?" if near else "possible: " + ", ".join(names)
        raise Mistake(word.place, f"unknown word '{word}', {hint}")


def all_known(fields: Fields, names: Collection[str]) -> None:
    """Mistake for the first key that has no meaning here."""
    for name in fields:
        known(key_of(fields, name), names)


AMOUNT, RATE, PERCENT, COUNT, MONTHS, YES_NO, NAME = Amount(), Rate(), Percent(), Count(), Count(1), YesNo(), Name()
DAY = Day()

"""`when:` and `if:` — the words of `model/conditions.py` as an author writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from game.content.fields import (
    LAST_MONTH,
    Flag,
    FlagName,
    Id,
    OpenRightName,
    PersonName,
    PlayedName,
    Reads,
    ShockName,
    cents,
    choice,
    number,
    one_word,
    whole,
    whole_number,
    wrong,
)
from game.content.shape import Several, Shape
from game.content.source import Fields, Items, Word
from game.model.conditions import WORDS, Between, Condition, Test
from game.model.game import STAGES

_RANGE = re.compile(r"\s*([0-9.]+)\s*-\s*([0-9.]+)\s*\Z", re.ASCII)
_MONTH_RANGE = re.compile(r"([0-9]+)-([0-9]+)\Z", re.ASCII)


def between(unit: Callable[[Any], int], exact: bool = False) -> Callable[[Any], Between]:
    """Reader of `3-20`, `{over: 3, under: 21}` or one number: at least, or with `exact` this one only."""

    def read(raw: Any) -> Between:
        if isinstance(raw, Fields):
            return _bounds(raw, unit)
        word = one_word(raw, "a range", "3-20 or {over: 3}")
        if found := _RANGE.match(word):
            low, high = (unit(Word(part, word.place)) for part in found.groups())
            if high < low:
                raise wrong("out-of-range", f"is {word}, which runs backwards", f"write {found[2]}-{found[1]}")
            return Between(low, high + 1)
        value = unit(word)
        return Between(value, value + 1 if exact else None)

    return read


def _bounds(raw: Fields, unit: Callable[[Any], int]) -> Between:
    if not raw or any(key not in ("over", "under") for key in raw):
        raise wrong("unknown-field", "has a word that no range knows", "write {over: 3, under: 21}, or one of the two")
    low, high = (unit(raw[key]) if key in raw else None for key in ("over", "under"))
    if low is not None and high is not None and high <= low:
        raise wrong("out-of-range", f"starts at {raw['over']} and ends before it", "swap the two numbers")
    return Between(low, high)


def calendar_months(raw: Any) -> frozenset[int]:
    """Months of the year: `6-9`, `11-2`, `3`, or `[3, 12]`."""
    one = whole_number(1, 12, "a month of the year")
    if isinstance(raw, Items):
        return frozenset(one(item) for item in raw)
    word = one_word(raw, "months of the year", "11-2")
    if not (found := _MONTH_RANGE.match(word.strip())):
        return frozenset({one(word)})
    low, high = (one(Word(part, word.place)) for part in found.groups())
    if low <= high:
        return frozenset(range(low, high + 1))
    return frozenset((*range(low, 13), *range(1, high + 1)))


def window(raw: Any) -> tuple[int, int]:
    """First and last month of the game, from 1: `4-7` or `5`."""
    found = between(whole_number(1, LAST_MONTH, "a month of the game"), exact=True)(raw)
    if isinstance(raw, Fields) or found.low is None or found.high is None:
        raise wrong("wrong-type", "is not a window of months", "write 4-7")
    return found.low, found.high - 1


def _hundredths(raw: Any) -> int:
    text = one_word(raw, "a number", "0.5").strip()
    part = Decimal(1) if text.endswith("%") else Decimal(100)
    value = number(Word(text.rstrip("% "), raw.place), "a number", "0.5 or 90 %") * part
    if abs(value) > 10_000 or value != int(value):
        raise wrong("out-of-range", f"is {text}, which the game cannot count", "write it as 0.5 or 90 %")
    return int(value)


def _tenths(raw: Any) -> int:
    value = number(raw, "a number from 0 to 10", "4") * 10
    if not 0 <= value <= 100 or value != int(value):
        raise wrong("out-of-range", f"is {raw}, it goes from 0 to 10", "write 4 or 4.5")
    return int(value)


NUMBER_RANGE: dict[str, Any] = {
    "anyOf": [
        {"type": ["number", "string"]},
        {
            "type": "object",
            "properties": {"over": {"type": ["number", "string"]}, "under": {"type": ["number", "string"]}},
            "additionalProperties": False,
        },
    ]
}
_MONTHS: dict[str, Any] = {"anyOf": [{"type": ["integer", "string"]}, {"type": "array", "items": {"type": "integer"}}]}

Level = Annotated[int, Reads(_tenths, {"type": "number", "minimum": 0, "maximum": 10})]
CalendarMonths = Annotated[frozenset[int], Reads(calendar_months, _MONTHS)]
Window = Annotated[tuple[int, int], Reads(window, {"type": ["integer", "string"]})]
Months = Annotated[Between, Reads(between(whole_number(1, LAST_MONTH, "a month"), exact=True), NUMBER_RANGE)]
Count = Annotated[Between, Reads(between(whole_number(-999, 999, "a number")), NUMBER_RANGE)]
Euros = Annotated[Between, Reads(between(cents), NUMBER_RANGE)]
Hundredths = Annotated[Between, Reads(between(_hundredths), NUMBER_RANGE)]
Tenths = Annotated[Between, Reads(between(_tenths), NUMBER_RANGE)]
Stage = Annotated[str, Reads(choice(*STAGES), {"enum": list(STAGES)})]


class When(Shape):
    """All of these hold. Ranges: 3-20, {over: 3, under: 21}; one number is at least."""

    months: Months | None = Field(None, description="months of the game, from 1: 3-20")
    season: CalendarMonths | None = Field(None, description="months of the year: 11-2")
    flag: Several[FlagName] | None = Field(None, description="one of these flags of the household is set")
    has_child: Flag | None = Field(None, description="a child lives here")
    couple: Flag | None = Field(None, description="two adults live here")
    members: Count | None = Field(None, description="how many people live here")
    account: Euros | None = Field(None, description="euros on the account; {under: 0}: in overdraft")
    buffer: Hundredths | None = Field(None, description="own money, in months of essentials")
    margin: Euros | None = Field(None, description="euros an ordinary month leaves")
    arrears: Euros | None = Field(None, description="euros of unpaid bills and instalments")
    creditors: Count | None = Field(None, description="how many creditors are unpaid")
    worst_letter: Count | None = Field(None, description="1 amber, 2 brick")
    unopened: Count | None = Field(None, description="closed letters")
    debt: Euros | None = Field(None, description="euros of overdraft and card")
    credits: Count | None = Field(None, description="how many credits run")
    overdraft_used: Hundredths | None = Field(None, description="used part of the overdraft limit: 90 %")
    rejected: Count | None = Field(None, description="rejected debits so far")
    stage: Several[Stage] | None = Field(None, description="one of these stages")
    escape: Count | None = Field(None, description="months to be free at this margin; 999: never")
    morale: Tenths | None = Field(None, description="0 to 10")
    health: Tenths | None = Field(None, description="0 to 10")
    free_time: Count | None = Field(None, description="half-days left this month")
    trust: dict[Id, Annotated[int, whole(-3, 3, "trust")]] | None = Field(None, description="{friend: 0}: at least")
    employed: Flag | None = Field(None, description="somebody has work")
    without_work: Several[PersonName] | None = Field(None, description="this person has lost the job")
    tenant: Flag | None = Field(None, description="they rent")
    owner: Flag | None = Field(None, description="they own their home")
    call_free: Flag | None = Field(None, description="the call of the month is not used")
    right_open: Several[OpenRightName] | None = Field(None, description="this right could be claimed now, or `any`")
    right_asked: Several[OpenRightName] | None = Field(None, description="this right is asked for or paid, or `any`")
    played: Several[PlayedName] | None = Field(None, description="this card was played")
    after_shock: Several[ShockName] | None = Field(None, description="this shock, or kind of shock, has come")
    any: list[When] | None = Field(None, description="at least one of these holds")
    not_: When | None = Field(None, alias="not", description="this does not hold")

    def noun(self) -> Condition:
        """The model's condition, its words in one fixed order."""
        values = ((word, getattr(self, "not_" if word == "not" else word)) for word in WORDS)
        return tuple(Test(word, _value(value)) for word, value in values if value is not None)


def _value(value: Any) -> Any:
    match value:
        case When():
            return (value.noun(),)
        case dict():
            return tuple(value.items())
        case [When(), *_]:
            return tuple(one.noun() for one in value)
        case list():
            return frozenset(value)
    return value


def condition(shape: When | None) -> Condition:
    """The condition; without one it always holds."""
    return shape.noun() if shape else ()

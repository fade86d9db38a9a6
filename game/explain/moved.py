"""The money of one closed month as a short list: what came in, what it was used for, what changed in debts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.posting import CURRENT, SAVINGS
from game.engine.world import calendar
from game.explain.closed import debt_name
from game.model.household import ENVELOPES
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month

_USES = (*ENVELOPES[:-1], "contracts", "one_off", "interest", "fees")
_PARTED = "equity:separation"
_KEPT = (SAVINGS, "asset:withheld", "asset:deposit")


@dataclass(frozen=True, slots=True)
class Line:
    """One sum and its name; positive where money came to the account or a debt grew."""

    name: Message
    cents: Cents


@dataclass(frozen=True, slots=True)
class Moved:
    """A month's money. `came` and `went` are positive sums, `debts` what each debt changed by."""

    month: Month
    year: int
    came: tuple[Line, ...]
    went: tuple[Line, ...]
    debts: tuple[Line, ...]


def moved(state: State, month: Month) -> Moved:
    """What the ledger says of a closed month; empty lists where nothing was recorded."""
    change: dict[str, Cents] = {}
    parted = 0  # a half of the account and of the savings that moved out
    for kind, _, to, source, cents in state.ledger[month] if month < len(state.ledger) else ():
        if kind == "rule" and "equity:opening" in (to, source):
            continue
        if {to, source} == {_PARTED, SAVINGS}:
            continue
        if to == _PARTED and source == CURRENT:
            parted += cents
        if source == _PARTED and to == CURRENT:
            parted -= cents
        change[to] = change.get(to, 0) + cents
        change[source] = change.get(source, 0) - cents
    return Moved(
        month,
        calendar(state.world.household, month)[0],
        (*_came(state, change), *([Line(message("moved.parted_debt"), -parted)] if parted < 0 else [])),
        (*_went(change), *([Line(message("moved.parted"), parted)] if parted > 0 else [])),
        tuple(_debts(state, change)),
    )


def _came(state: State, change: dict[str, Cents]) -> Iterator[Line]:
    other = 0
    for account, cents in change.items():
        if not account.startswith("income:") or not cents:
            continue
        name = _income(state, account.removeprefix("income:"))
        if name is None:
            other -= cents
        else:
            yield Line(name, -cents)
    if other:
        yield Line(message("moved.other_income"), other)
    if change.get(SAVINGS, 0) < 0:
        yield Line(message("moved.from_savings"), -change[SAVINGS])


def _income(state: State, key: str) -> Message | None:
    household = state.world.household
    if key.startswith("right:"):
        return Message(state.world.rights[key.removeprefix("right:")].title)
    if key == "lost":
        return message("moved.lost")
    if any(income.id == key for income in household.incomes):
        return Message(f"household.{household.id}.incomes.{key}.name")
    if any(cost.id == key for cost in household.yearly):
        return Message(f"household.{household.id}.yearly.{key}.name")
    return None


def _went(change: dict[str, Cents]) -> Iterator[Line]:
    for use in _USES:
        if cents := change.get(f"expense:{use}", 0):
            yield Line(Message(f"envelope.{use}" if use in ENVELOPES else f"moved.{use}"), cents)
    for kept in _KEPT:
        cents = sum(moved for account, moved in change.items() if account.startswith(kept))
        if cents > 0 or (cents and kept != SAVINGS):
            yield Line(Message(f"moved.{kept.partition(':')[2]}"), cents)


def _debts(state: State, change: dict[str, Cents]) -> Iterator[Line]:
    for account, cents in change.items():
        if account.startswith("debt:") and cents:
            yield Line(debt_name(state, account), -cents)

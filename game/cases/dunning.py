"""The rule about a bill that is not paid: which steps the creditor takes, what they cost, what is owed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from game.cases.kinds import AMOUNT, COUNT, NAME, YES_NO, Count, Listed, Name, Record
from game.cases.money import day_of
from game.cases.rule import Given, Rule, Said
from game.content.source import Fields, Items, Value, Word
from game.engine.dunning import TAIL, Taken, late_rate, path_steps
from game.engine.world import figure
from game.model.content import Content
from game.model.scenario import CreditorKind, Step
from game.model.units import Cents, interest

EVENTS = ("wait", "pay", "defer", "break", "object")
MARCH = 3  # no season stands in the way of a path that begins in spring
QUIET = "quiet"


class When(Listed):
    """Months unpaid, or a list: numbers of months unpaid, events, and `{quiet: months}` without a bill."""

    def __init__(self) -> None:
        super().__init__(NAME)

    def read(self, value: Value) -> list[tuple[str, int]]:
        items = value if isinstance(value, Items) else [value]
        return [_event(item) for item in items]


def _event(item: Value) -> tuple[str, int]:
    if isinstance(item, Fields):
        return QUIET, Record({QUIET: COUNT}, (QUIET,)).read(item)[QUIET]
    if isinstance(item, Word) and item.isdigit():
        return "wait", int(item)
    return Name(EVENTS).read(item), 1


@dataclass(slots=True)
class Path:
    """Where one creditor stands, month by month."""

    kind: CreditorKind
    tail: tuple[Step, ...]
    amount: Cents
    figures: dict[str, int]
    month: int  # calendar month, counted on
    disputed: bool
    steps: list[Step] = field(default_factory=list)
    fees: Cents = 0
    owed: Cents = 0
    age: int = 0
    delay: int = 0
    done: list[Step] = field(default_factory=list)  # of the present path
    agreed: bool = False
    cleared: int | None = None  # month in which all was paid


def _wait(path: Path) -> None:
    """One month in which nothing is paid: interest on what was owed before, then the step at its end."""
    if path.owed == 0:
        _begin(path)
    elif not path.agreed:
        path.age += 1
        has_title = any("title" in step.does for step in path.done)
        path.owed += interest(path.owed, late_rate(path.kind, has_title, path.figures))
    if not path.agreed:
        for taken in _steps_now(path):
            path.steps.append(taken.step)
            path.done.append(taken.step)
            path.fees += taken.fee
            path.owed += taken.fee
    path.month += 1


def _begin(path: Path) -> None:
    """The bill is left: a new path, one step further if the last one ended under half a year ago."""
    again = path.cleared is not None and path.month - path.cleared <= path.figures["again_months"]
    path.owed, path.age, path.delay = path.amount, int(again), 0
    path.done = []


def _steps_now(path: Path) -> list[Taken]:
    return path_steps(
        path.kind,
        path.age,
        bill=path.amount,
        claim=path.owed,
        calendar_month=(path.month - 1) % 12 + 1,
        figures=path.figures,
        tail=path.tail,
        delay=path.delay,
        done=[step.id for step in path.done],
    )


def _clear(path: Path) -> None:
    path.owed, path.agreed, path.cleared = 0, False, path.month


def _defer(path: Path) -> None:
    """Time in parts: refused once the claim is called in or in court."""
    path.agreed = not any({"court", "call_in"} & set(step.does) for step in path.done)


def _object(path: Path) -> None:
    if not path.done or "order" not in path.done[-1].does:
        raise ValueError("an objection needs a payment order, and here none was just sent")
    if path.disputed:
        _clear(path)
    else:
        path.delay += path.figures["objection_months"]


def _break(path: Path) -> None:
    path.agreed = False


ON_EVENT = {"wait": _wait, "pay": _clear, "defer": _defer, "break": _break, "object": _object}


def _dunning(given: Given, content: Content) -> Said:
    name = given["creditor"]
    if name not in content.creditors:
        raise ValueError(f"unknown creditor '{name}', possible: {', '.join(content.creditors)}")
    if "when" not in given:
        raise ValueError("'when' is missing: months unpaid, or a list of events")
    day = day_of(given)
    figures = {
        key: figure(parameter, day)
        for key, parameter in content.parameters.items()
        if parameter.values[0][0] <= day and isinstance(parameter.on(day), Decimal)
    }
    tail = content.creditors[TAIL].steps if TAIL in content.creditors else ()
    path = Path(
        content.creditors[name], tail, given["amount"], figures, given.get("month", MARCH), given.get("disputed", False)
    )
    for event, count in given["when"]:
        if event == QUIET:
            path.month += count
            continue
        for _ in range(count):
            ON_EVENT[event](path)
    return {"steps": [step.id for step in path.steps], "fees": path.fees, "owed": path.owed}


RULES: dict[str, Any] = {
    "dunning": Rule(
        {"creditor": NAME, "amount": AMOUNT},
        {"steps": Listed(NAME), "fees": AMOUNT, "owed": AMOUNT},
        _dunning,
        {"when": When(), "month": Count(1), "disputed": YES_NO, "year": COUNT},
    )
}

"""What a row of the table is made of: guards that let an event pass, effects that change the case.

A guard and an effect are named functions; `guard` and `effect` bind each to the rows of the law it stands for.
The rows given always apply when it is asked, those under `may` only when the function says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.settlement.limits import Limits
from game.model.settlement import Case, Happening

SAME = ""  # the target of an event that leaves the state


@dataclass(frozen=True, slots=True)
class Verdict:
    """A guard's answer. Without a reason the event may pass."""

    reason: str = ""
    rows: tuple[str, ...] = ()


PASSES = Verdict()
Check = Callable[[Case, Happening, Limits], Verdict]
Change = Callable[[Case, Happening, Limits], Case]


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets an event pass or stops it with a reason."""

    name: str
    rows: tuple[str, ...]
    may: tuple[str, ...]
    says: str
    check: Check

    def verdict(self, case: Case, happening: Happening, limits: Limits) -> Verdict:
        """The answer, with the rows that always apply."""
        said = self.check(case, happening, limits)
        return Verdict(said.reason, self.rows + said.rows)


@dataclass(frozen=True, slots=True)
class Effect:
    """Changes the case when an event has passed."""

    name: str
    rows: tuple[str, ...]
    may: tuple[str, ...]
    says: str
    change: Change

    def applied(self, case: Case, happening: Happening, limits: Limits) -> Case:
        """The case after it, with its rows noted."""
        return noted(self.change(case, happening, limits), *self.rows)


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the table: in one of `source`, on `event`, when all guards let it pass, to `target`.

    With a `deadline` it also happens by itself on the day after that; `within` refuses it after that. A stopped
    event leads to `otherwise` when that is said, else it changes nothing.
    """

    source: tuple[str, ...]
    event: str
    target: str
    rows: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()
    deadline: str = ""
    within: str = ""
    otherwise: str = ""


def guard(*rows: str, may: tuple[str, ...] = ()) -> Callable[[Check], Guard]:
    """Makes a function a guard of these rows."""
    return lambda check: Guard(check.__name__, rows, may, _first_line(check), check)


def effect(*rows: str, may: tuple[str, ...] = ()) -> Callable[[Change], Effect]:
    """Makes a function an effect of these rows."""
    return lambda change: Effect(change.__name__, rows, may, _first_line(change), change)


def stops(reason: str, *rows: str) -> Verdict:
    """The event may not pass."""
    return Verdict(reason, rows)


def passes(*rows: str) -> Verdict:
    """The event may pass, and these rows were what allowed it."""
    return Verdict("", rows)


def noted(case: Case, *rows: str) -> Case:
    """The case with rows that apply to the event that is just happening."""
    return replace(case, fired=(*case.fired, *rows)) if rows else case


def dated(case: Case, name: str, happening: Happening) -> Case:
    """The case with the day of this event kept under `name`."""
    return replace(case, dates={**case.dates, name: happening.day})


def _first_line(function: Check | Change) -> str:
    return (function.__doc__ or "").strip().split("\n")[0]

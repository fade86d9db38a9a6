"""What is shown of a debrief, and what whoever looks at it has done so far: values, so that going back is free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.explain.debrief import Debrief, Page
from game.model.scenario import Office
from game.model.units import Cents, Month
from game.ui.screen import Move
from game.ui.tree import Box

GUESS = "guess"  # a page of its own: the curve is guessed before it is seen
STEP = 25_000  # cents that an arrow key moves the guess


@dataclass(frozen=True, slots=True)
class Changed:
    """Switches of the "what if" page: levers pulled in `month`, causes that are off."""

    levers: tuple[str, ...]
    month: Month
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages show besides the debrief itself."""

    picture: str
    offices: tuple[Office, ...] = ()
    running: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What was touched. `guess` holds drawn points (month, cents), `month` the slider's, -1 the last."""

    open: frozenset[str] = frozenset()  # pages whose picture was asked for
    feeling: str = ""
    guess: tuple[tuple[Month, Cents], ...] = ()
    month: Month = -1
    compare: str = ""
    cards: frozenset[int] = frozenset()  # lever cards that are on
    off: bool = False  # the shocks stay away
    cut: int = -1  # the station of the loop that is cut


@dataclass(frozen=True, slots=True)
class Shown:
    """One page on its way to the sheet; `to` is the move that makes `seen` another one."""

    debrief: Debrief
    page: Page
    seen: Seen
    around: Around
    to: Callable[[Seen], Move]
    foot: Box  # the place between the buttons below
    answer: tuple[Cents, ...] = ()  # what would have been owed, for the switches as they stand

    def move(self, **changes: object) -> Move:
        """The move that changes these fields of what was seen."""
        return self.to(replace(self.seen, **changes))  # type: ignore[arg-type]


def known_months(played: int) -> int:
    """The last month that is shown before the guess: a quarter of the story, at least two months."""
    return max(1, min(played - 2, played // 4))


def guessed(debrief: Debrief, seen: Seen) -> tuple[Cents, ...]:
    """The guess from the last known month on, one value a month: straight between the points that were drawn."""
    played = debrief.twins[0].owed
    known = known_months(len(played))
    points = {known: played[known], len(played) - 1: start_guess(played, known)}
    points |= {month: cents for month, cents in seen.guess if month > known}
    months = sorted(points)
    found = []
    for month in range(known, len(played)):
        before = max(one for one in months if one <= month)
        after = min(one for one in months if one >= month)
        share = (month - before) / (after - before) if after > before else 0.0
        found.append(round(points[before] + (points[after] - points[before]) * share))
    return tuple(found)


def start_guess(played: tuple[Cents, ...], known: int) -> Cents:
    """Where the handle stands at first: as high as it is known to be, in round numbers."""
    return max(0, round(played[known] / STEP)) * STEP

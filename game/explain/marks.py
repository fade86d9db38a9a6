"""The months that mattered: labels, stages, flags, the tipping month, the point of no return, the last cheap exit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.engine.quantities import CHEAP_EXIT, PLAN_LIMIT, WINDOW, living_gap_flags, rollover_flags, tipping_month
from game.engine.rows import opening_debt
from game.explain.debrief import Exit, Lever, Marks, MonthMark
from game.model.game import Row
from game.model.state import State
from game.model.units import Cents, Month

BAD_ENDS = ("spiral", "over_indebted")


def marks(state: State) -> Marks:
    """All that the rows of a finished or running game say. The exit is added once the levers are known."""
    rows = state.rows
    debt = opening_debt(state)
    asked = sorted((known.asked, name) for name, known in state.rights.items() if 0 <= known.asked < len(rows))
    return Marks(
        month_marks(rows, debt),
        tipping_month(rows, debt),
        no_return(rows),
        None,
        tuple(sorted((month, name) for name, month in state.happened.items() if month < len(rows))),
        tuple(asked),
        state.adviser if 0 <= state.adviser < len(rows) else None,
    )


def month_marks(rows: Sequence[Row], debt: Cents) -> tuple[MonthMark, ...]:
    """One mark a month; `debt` is the fragile debt before the first."""
    gaps = living_gap_flags(rows)
    rolled = rollover_flags(rows, debt)
    return tuple(
        MonthMark(
            row.month,
            row.label,
            row.stage,
            row.spiral,
            row.treadmill,
            gap,
            roll,
            row.signs,
        )
        for row, gap, roll in zip(rows, gaps, rolled, strict=True)
    )


def no_return(rows: Sequence[Row]) -> Month | None:
    """The first month from which own effort alone would have taken more than seven years, for three months running.

    At the end of the game fewer months are enough. It is about own effort: help may still work.
    """
    return next(
        (
            row.month
            for at, row in enumerate(rows)
            if all(each.projected > PLAN_LIMIT for each in rows[at : at + WINDOW])
        ),
        None,
    )


def clear(row: Row) -> bool:
    """Whether a game ends well enough for a cheap exit: free within three years, nothing unpaid, no spiral."""
    return row.projected <= CHEAP_EXIT and row.arrears == 0 and not row.spiral


def with_exit(found: Marks, singles: Sequence[Lever]) -> Marks:
    """The last month before the point of no return in which one lever alone led to a clear end.

    Only for a game that ends in a spiral or over-indebted (spiral.md 2.5).
    """
    if not found.months or found.months[-1].stage not in BAD_ENDS:
        return found
    before = found.no_return if found.no_return is not None else len(found.months)
    ways = [lever for lever in singles if lever.clear and lever.month < before]
    if not ways:
        return found
    last = max(lever.month for lever in ways)
    best = max((lever for lever in ways if lever.month == last), key=lambda lever: lever.gain)
    return replace(found, exit=Exit(last, best.levers[0]))

"""The circle that ran longest: a short month that borrows, letters that cost, worry that leaves letters closed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from game.engine.quantities import financed
from game.explain.debrief import Loop
from game.model.game import Row
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month

LEAST = 2  # months: one alone is no circle
ACTIVE: dict[str, Callable[[Row], bool]] = {
    "gap": lambda row: financed(row) > 0,
    "letters": lambda row: row.arrears > 0 and row.oldest > 0,
    "stress": lambda row: "unopened" in row.signs,
}


def longest(state: State) -> Loop:
    """The loop with the longest run of months; `months` 0 when none ran for two."""
    best = ("gap", 0, 0)
    for id, active in ACTIVE.items():
        for holds, together in groupby(state.rows, active):
            found = [row.month for row in together]
            if holds and len(found) >= max(LEAST, best[1] + 1):
                best = (id, len(found), found[0])
    id, months, first = best
    if not months:
        return Loop(id, 0, 0, 0)
    last = first + months - 1
    running = last == len(state.rows) - 1
    row = state.rows[first]
    after = state.rows[first + 1]
    return Loop(
        id,
        months,
        first,
        last,
        row.gap,
        _drawn(state, first),
        max(0, after.debt_service - row.debt_service),
        running,
        None if running else _cut(state, last + 1),
    )


def _drawn(state: State, month: Month) -> Cents:
    """What was borrowed or left open for this month."""
    row = state.rows[month]
    before = state.rows[month - 1] if month else None
    account = before.account if before else state.world.household.account
    arrears = before.arrears if before else 0
    overdraft = max(0, max(0, -row.account) - max(0, -account))
    return row.borrowed + overdraft + max(0, row.arrears - arrears)


def _cut(state: State, month: Month) -> Message:
    """What ended it, as far as the record shows: the adviser, a right, more income, or a month that carried itself."""
    near = (month - 1, month)
    if state.adviser in near:
        return message("explain.loop.cut_adviser", month_year=month)
    if any(known.pays_from in near and known.asked >= 0 for known in state.rights.values()):
        return message("explain.loop.cut_right", month_year=month)
    if state.rows[month].income > state.rows[month - 1].income:
        return message("explain.loop.cut_income", month_year=month)
    return message("explain.loop.cut_month", month_year=month)

"""Looking ahead with what is announced: losses that end, benefits that begin or run out (spiral.md 2.4)."""

from __future__ import annotations

from game.engine.living import pay_of, worth
from game.engine.parting import joint_halves
from game.model.state import LossRunning, State
from game.model.units import Cents, Month, half_up

HORIZON = 120
FAR = 9000


def margins_ahead(state: State, margin: Cents) -> tuple[list[Cents], Cents]:
    """The margins of the coming months until nothing changes any more, and the one that stays."""
    changes = sorted(change for change in announced_changes(state) if change[0] > state.month)
    if not changes:
        return [], margin
    last = min(changes[-1][0] - state.month, HORIZON)
    margins: list[Cents] = []
    place = 0
    for month in range(state.month + 1, state.month + last + 1):
        while place < len(changes) and changes[place][0] <= month:
            margin += changes[place][1]
            place += 1
        margins.append(margin)
    final = margins.pop() if margins else margin
    return margins, final


def announced_changes(state: State) -> list[tuple[Month, Cents]]:
    """From which month the margin changes by how much, as far as it is announced."""
    changes: list[tuple[Month, Cents]] = []
    for loss in state.losses:
        changes += _loss(state, loss)
    for name, known in state.rights.items():
        monthly = worth(state, state.world.rights[name].monthly)
        if monthly and known.status == "asked":
            changes.append((known.pays_from, monthly))
            if months := state.world.rights[name].months:
                behind = max(0, known.pays_from - known.asked - 1)
                changes.append((known.pays_from + months - behind, -monthly))
        elif monthly and known.status == "running" and known.ends < FAR:
            changes.append((known.ends, -monthly))
    for effect in state.running:
        sign = {"gain": 1, "income": 1, "spend": -1, "bill": -1, "envelope": -1}.get(effect.kind, 0)
        if sign and effect.cents:
            if effect.start > state.month:
                changes.append((effect.start, sign * effect.cents))
            if effect.end < FAR:
                changes.append((effect.end, -sign * effect.cents))
    for line in state.lines.values():
        if line.secured and line.months and not line.called_in:
            changes.append((state.month + line.months + 1, line.instalment))
    for name, half in joint_halves(state):
        changes.append((state.month + state.lines[name].months + 1, -half))
    return changes


def _loss(state: State, loss: LossRunning) -> list[tuple[Month, Cents]]:
    terms = state.world.shocks[loss.shock].losses[loss.index]
    pay = sum(
        pay_of(state, income)
        for income in state.world.household.incomes
        if income.person == loss.person and income.kind in ("pay", "pension")
    )
    lost = half_up(pay * min(1000, terms.permille), 1000)
    if loss.found >= 0 or loss.end <= state.month or loss.person in state.left:
        return []
    changes: list[tuple[Month, Cents]] = []
    if loss.start > state.month:
        changes.append((loss.start, -lost))
    if loss.end < FAR:
        changes.append((loss.end, lost))
    elif terms.announced and (end := loss.start + terms.announced) > state.month:
        changes.append((end, lost - max(0, pay - terms.found_pay)))
    if terms.first_month_kept and loss.start == state.month:
        changes.append((loss.start + 1, -terms.first_month_kept))
    return changes

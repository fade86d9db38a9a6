"""Looking ahead with what is announced: losses that end, benefits that begin or run out (spiral.md 2.4)."""

from __future__ import annotations

from game.engine.earning import terms_of
from game.engine.living import pay_of, worth
from game.engine.parting import joint_halves
from game.model.state import LossRunning, State
from game.model.units import Cents, Month

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
    changes += _losses(state)
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


def _losses(state: State) -> list[tuple[Month, Cents]]:
    """When each person's pay comes back or goes. Losses that overlap take no more than there is."""
    found: dict[str, list[LossRunning]] = {}
    for loss in state.losses:
        if loss.found < 0 and loss.end > state.month and loss.person not in state.left:
            found.setdefault(loss.person, []).append(loss)
    changes: list[tuple[Month, Cents]] = []
    for person, losses in found.items():
        pay = sum(pay_of(state, income) for income in state.world.household.earnings_of(person))
        before = _lost(state, losses, pay, state.month)
        for month in sorted({month for loss in losses for month in _turns(state, loss)}):
            after = _lost(state, losses, pay, month)
            changes.append((month, before - after))
            before = after
        for loss in losses:
            kept = terms_of(state, loss).first_month_kept
            if kept and loss.start == state.month:
                changes.append((loss.start + 1, -kept))
    return changes


def _turns(state: State, loss: LossRunning) -> list[Month]:
    """The coming months in which this loss begins, ends, or is announced to end with a new job."""
    return [month for month in (loss.start, _work_found(state, loss), loss.end) if state.month < month < FAR]


def _lost(state: State, losses: list[LossRunning], pay: Cents, month: Month) -> Cents:
    total = 0
    for loss in losses:
        if loss.start <= month < loss.end:
            terms = terms_of(state, loss)
            new_job = month >= _work_found(state, loss)
            total += max(0, pay - terms.found_pay) if new_job else terms.takes(pay)
    return min(pay, total)


def _work_found(state: State, loss: LossRunning) -> Month:
    """When the letter says that work is found, while that still lies ahead; else a far month."""
    announced = terms_of(state, loss).announced
    end = loss.start + announced
    return end if announced and loss.end >= FAR and end > state.month else FAR

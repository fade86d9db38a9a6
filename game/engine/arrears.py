"""What is not paid: bills left open, missed instalments, agreements in parts, and paying it all back.

An unpaid bill is an expense against `debt:arrears:<creditor>`; a missed instalment is a field of its
credit. Both have one place in `state.unpaid`: where the creditor stands on its path.
"""

from __future__ import annotations

from game.engine.credit import miss_line, repay_early
from game.engine.living import agreed_account
from game.engine.posting import CURRENT, owed, post
from game.model.game import Due
from game.model.state import Agreement, State, Unpaid
from game.model.units import Cents

YEAR = 12


def creditor_kind(state: State, key: str) -> str:
    """The kind of creditor behind a key: a credit's id or the kind itself."""
    line = state.lines.get(key)
    return line.creditor if line else key


def leave_unpaid(state: State, due: Due, cents: Cents, later: int = 0) -> None:
    """A part or all of a due item is not paid this month; its path begins `later` months from now."""
    if due.id.startswith("agreed."):
        _break_agreement(state, due.creditor)
        return
    month = state.month + later
    line = state.lines.get(due.creditor)
    if line:
        miss_line(state, line, cents)
        state.missed_now += cents
    else:
        post(state, due.cause, due.account, f"debt:arrears:{due.creditor}", cents)
        state.unpaid_now += cents
    unpaid = state.unpaid.get(due.creditor)
    if unpaid is None:
        cleared = state.cleared.get(due.creditor, -99)
        ahead = 1 if state.month - cleared <= state.world.figures["again_months"] else 0
        unpaid = Unpaid(creditor_kind(state, due.creditor), due.creditor, since=month, ahead=ahead)
        state.unpaid[due.creditor] = unpaid
    unpaid.items = ((due.id, month, cents),) if line else (*unpaid.items, (due.id, month, cents))


def claim_of(state: State, unpaid: Unpaid) -> Cents:
    """All that this creditor has not received."""
    line = state.lines.get(unpaid.key)
    if line:
        return owed(state, f"debt:{line.id}") if line.called_in else line.missed
    return owed(state, f"debt:arrears:{unpaid.key}")


def oldest_arrears(state: State) -> str:
    """The creditor who has waited longest and has no agreement; empty when nobody waits."""
    waiting = [
        (unpaid.since, place, key)
        for place, (key, unpaid) in enumerate(state.unpaid.items())
        if not unpaid.frozen and claim_of(state, unpaid) > 0
    ]
    return min(waiting)[2] if waiting else ""


def pay_arrears(state: State, key: str, cents: Cents, cause: tuple[str, str]) -> Cents:
    """Money of the account to one creditor's arrears, oldest bill first; what was really paid."""
    unpaid = state.unpaid[key]
    cents = min(cents, claim_of(state, unpaid))
    line = state.lines.get(key)
    if line:
        return repay_early(state, line, cents, cause)
    post(state, cause, f"debt:arrears:{key}", CURRENT, cents)
    take_off(state, key, cents)
    return cents


def take_off(state: State, key: str, cents: Cents) -> None:
    """Paid cents leave the list of open bills; when none is left, the path ends."""
    unpaid = state.unpaid.get(key)
    if unpaid is None:
        return
    left: list[tuple[str, int, Cents]] = []
    for name, month, open_cents in unpaid.items:
        taken = min(cents, open_cents)
        cents -= taken
        if open_cents > taken:
            left.append((name, month, open_cents - taken))
    unpaid.items = tuple(left)
    if left:
        unpaid.since = min(month for _, month, _ in left)
    if claim_of(state, unpaid) <= 0:
        close_path(state, key)


def close_path(state: State, key: str) -> None:
    """All is paid: the creditor's path ends."""
    if key in state.unpaid:
        del state.unpaid[key]
        state.cleared[key] = state.month
        if not state.unpaid:
            figures = state.world.figures
            state.mood += figures["morale_cleared"]
            state.strain += figures["health_cleared"]


def may_agree(state: State, key: str) -> bool:
    """Whether this creditor still says yes to parts (rules.md 9)."""
    kind = state.world.content.creditors.get(creditor_kind(state, key))
    unpaid = state.unpaid.get(key)
    line = state.lines.get(key)
    if kind is None or key in state.agreements or (line and (line.called_in or line.kind == "family")):
        return False
    if state.trust.get(kind.id, 0) < -1 or (unpaid and unpaid.in_court):
        return False
    if state.month - state.broken.get(key, -99) < YEAR:
        return False
    asked = sum(1 for month, name in state.deferrals if name == key and state.month - month < YEAR)
    return asked < state.world.figures["agreements_a_year"] - 1


def agree(state: State, key: str, due: Cents, by_adviser: bool, months: int = 0) -> None:
    """Parts instead of the whole: what is unpaid and what is due now begins next month, without fee or interest.

    `months` is for an adviser who asks for smaller parts; else the creditor's own number holds.
    """
    kind = state.world.content.creditors[creditor_kind(state, key)]
    months = months or (kind.adviser_parts if by_adviser else kind.parts)
    line = state.lines.get(key)
    total = due + (line.missed if line else _open_bills(state, key))
    if total <= 0:
        return
    if line:
        line.missed = line.missed_count = 0
        line.missed_since = -1
    each = total // months
    amounts = [each] * (months - 1) + [total - each * (months - 1)]
    parts = tuple((state.month + 1 + place, cents) for place, cents in enumerate(amounts) if cents)
    state.agreements[key] = Agreement(key, kind.id, parts, state.month, by_adviser)
    unpaid = state.unpaid.get(key)
    if unpaid:
        unpaid.frozen = True
    state.deferrals = (*state.deferrals, (state.month, key))
    state.mood += state.world.figures["morale_agreement"]


def _open_bills(state: State, key: str) -> Cents:
    return owed(state, f"debt:arrears:{key}") if key in state.unpaid else 0


def pay_agreed(state: State, due: Due) -> None:
    """One part of an agreement is paid; after the last one the path is over."""
    post(state, due.cause, agreed_account(state, due.creditor), CURRENT, due.amount)
    take_off(state, due.creditor, due.amount)
    agreement = state.agreements[due.creditor]
    if agreement.parts[-1][0] <= state.month:
        del state.agreements[due.creditor]
        state.trust[agreement.creditor] = min(3, state.trust.get(agreement.creditor, 0) + 1)
        if due.creditor in state.unpaid:
            close_path(state, due.creditor)


def end_agreements(state: State) -> None:
    """Agreements whose last part is over are done: also when the debt itself was paid off before."""
    for key, agreement in list(state.agreements.items()):
        if agreement.parts[-1][0] <= state.month:
            del state.agreements[key]
            if key in state.unpaid and claim_of(state, state.unpaid[key]) <= 0:
                close_path(state, key)


def _break_agreement(state: State, key: str) -> None:
    """A part was missed: what is left is unpaid again, and the path goes on from the next step."""
    agreement = state.agreements.pop(key)
    left = sum(cents for month, cents in agreement.parts if month >= state.month)
    state.broken[key] = state.month
    line = state.lines.get(key)
    if line:
        miss_line(state, line, left)
    state.unpaid_now += left
    unpaid = state.unpaid.get(key)
    if unpaid is None:
        unpaid = Unpaid(creditor_kind(state, key), key, since=agreement.made)
        state.unpaid[key] = unpaid
    unpaid.frozen = False
    unpaid.held += state.month - agreement.made
    if line or not unpaid.items:
        unpaid.items = ((key, agreement.made, left),)
    unpaid.since = min(unpaid.since, agreement.made)

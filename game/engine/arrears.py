"""What is not paid: bills left open, missed instalments, agreements in parts, and paying it all back.

An unpaid bill is an expense against `debt:arrears:<creditor>`; a missed instalment is a field of its
credit. Both have one place in `state.unpaid`: where the creditor stands on its path.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.agreed import agreed_account, agreed_left
from game.engine.claims import claim_of, close_path, creditor_kind, take_off
from game.engine.credit import end_when_paid, late, miss_line, repay_early
from game.engine.posting import CURRENT, owed, post
from game.model.game import Due
from game.model.state import Agreement, State, Unpaid
from game.model.units import Cents

YEAR = 12
OVERDRAFT = "overdraft"
NEVER = -99


def leave_unpaid(state: State, due: Due, cents: Cents, later: int = 0) -> None:
    """A part or all of a due item is not paid this month; its path begins `later` months from now."""
    if due.kind == "agreed":
        state.unpaid_now += cents
        _break_agreement(state, due.creditor)
        return
    month = state.month + later
    line = state.lines.get(due.creditor)
    if line:
        miss_line(state, line, due, cents)
        state.missed_now += cents
    else:
        post(state, due.cause, due.account, f"debt:arrears:{due.creditor}", cents)
        state.unpaid_now += cents
    unpaid = _path(state, due.creditor, month)
    unpaid.items = ((due.id, unpaid.since, line.missed),) if line else (*unpaid.items, (due.id, month, cents))


def _path(state: State, key: str, month: int) -> Unpaid:
    """The creditor's path; a new one starts a step further within six months of the last one.

    What is agreed in parts stands still apart: a bill left meanwhile has a path of its own.
    """
    again = state.world.figures["again_months"]
    unpaid = state.unpaid.get(key)
    if unpaid and not unpaid.frozen:
        return unpaid
    last = unpaid.since if unpaid else state.cleared.get(key, NEVER)
    ahead = 1 if state.month - last <= again else 0
    state.unpaid[key] = Unpaid(creditor_kind(state, key), key, since=month, ahead=ahead)
    return state.unpaid[key]


def pay_arrears(state: State, key: str, cents: Cents, cause: tuple[str, str], source: str = CURRENT) -> Cents:
    """Money of the account to one creditor's arrears, oldest bill first; what was really paid."""
    unpaid = state.unpaid[key]
    cents = min(cents, claim_of(state, unpaid))
    line = state.lines.get(key)
    if line:
        return repay_early(state, line, cents, cause, source)
    post(state, cause, f"debt:arrears:{key}", source, cents)
    take_off(state, key, cents)
    return cents


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
    in_parts(state, key, total, months, by_adviser)
    unpaid = state.unpaid.get(key)
    if unpaid:
        unpaid.frozen = True
    state.deferrals = (*state.deferrals, (state.month, key))
    state.mood += state.world.figures["morale_agreement"]


def in_parts(state: State, key: str, total: Cents, months: int, by_adviser: bool = False) -> None:
    """What is owed to this creditor is due in equal parts from next month on; the last one takes the rest."""
    each = total // months
    amounts = [each] * (months - 1) + [total - each * (months - 1)]
    parts = tuple((state.month + 1 + place, cents) for place, cents in enumerate(amounts) if cents)
    state.agreements[key] = Agreement(key, creditor_kind(state, key), parts, state.month, by_adviser)


def call_back(state: State, cents: Cents, months: int) -> None:
    """The bank wants a part of the overdraft back: it leaves the account for a claim of its own, due in parts."""
    if cents <= 0:
        return
    post(state, ("rule", "bank"), CURRENT, f"debt:arrears:{OVERDRAFT}", cents)
    state.opening += cents
    unpaid = state.unpaid.get(OVERDRAFT)
    if unpaid:
        unpaid.items = (*unpaid.items, (OVERDRAFT, state.month, cents))
    if unpaid is None or unpaid.frozen:
        in_parts(state, OVERDRAFT, agreed_left(state, OVERDRAFT) + cents, months)


def _open_bills(state: State, key: str) -> Cents:
    return owed(state, f"debt:arrears:{key}") if key in state.unpaid else 0


def pay_agreed(state: State, due: Due) -> None:
    """One part of an agreement is paid; after the last one the promise is kept."""
    key = due.creditor
    post(state, due.cause, agreed_account(state, key), CURRENT, due.amount)
    agreement = state.agreements[key]
    left = tuple(part for part in agreement.parts if part[0] > state.month)
    state.agreements[key] = replace(agreement, parts=left)
    unpaid = state.unpaid.get(key)
    if unpaid and unpaid.frozen:
        take_off(state, key, due.amount)
    if not left:
        state.trust[agreement.creditor] = min(3, state.trust.get(agreement.creditor, 0) + 1)
    if line := state.lines.get(key):
        line.paid += due.amount
        end_when_paid(state, line)


def end_agreements(state: State) -> None:
    """Agreements whose last part is over are done: also when the debt itself was paid off before."""
    for key, agreement in list(state.agreements.items()):
        if not agreement.parts or agreement.parts[-1][0] <= state.month:
            del state.agreements[key]
            _go_on(state, key, agreement)
            if key in state.unpaid and claim_of(state, state.unpaid[key]) <= 0:
                close_path(state, key)


def _go_on(state: State, key: str, agreement: Agreement) -> None:
    """A path that an agreement held still goes on from its next step."""
    unpaid = state.unpaid.get(key)
    if unpaid and unpaid.frozen:
        unpaid.frozen = False
        unpaid.held += state.month - agreement.made


def _break_agreement(state: State, key: str) -> None:
    """A part was missed: what is left is unpaid again."""
    left = min(agreed_left(state, key), owed(state, agreed_account(state, key)))
    agreement = state.agreements.pop(key)
    state.broken[key] = state.month
    line = state.lines.get(key)
    if line:
        line.missed += left
        late(state, line)
    listed = key in state.unpaid and state.unpaid[key].frozen
    _go_on(state, key, agreement)
    unpaid = _path(state, key, state.month)
    if line:
        unpaid.items = ((key, unpaid.since, line.missed),)
    elif not listed:
        unpaid.items = (*unpaid.items, (key, unpaid.since, left))

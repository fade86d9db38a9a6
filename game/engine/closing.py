"""Steps 6 and 7: the standing plan pays what is due, spare money goes where the plan says, the month closes."""

from __future__ import annotations

from game.engine.advice import follow_up
from game.engine.arrears import call_back, end_agreements, pay_agreed, pay_arrears
from game.engine.claims import oldest_arrears
from game.engine.conditions import arrears
from game.engine.credit import dearest, limit_now, pay_line, repay_early
from game.engine.demands import step_all
from game.engine.earning import use_energy
from game.engine.living import essentials, lived, wishes_left_out
from game.engine.posting import CURRENT, SAVINGS, post
from game.engine.rights import lose_late_ones
from game.engine.rows import close_row
from game.engine.signs import read_signs
from game.engine.wellbeing import count_months, settle
from game.model.game import Due
from game.model.message import Message
from game.model.state import State
from game.model.units import half_up

SPARE = ("rule", "spare")
BANK = ("rule", "bank")


def pay_bills(state: State) -> None:
    """Everything that is still on the list is paid, in the order of rules.md 4."""
    for due in state.dues:
        if due.kind == "saving":
            continue
        _pay(state, due)
    _save_and_spare(state)


def _pay(state: State, due: Due) -> None:
    line = state.lines.get(due.creditor) if due.kind == "instalment" else None
    if line:
        pay_line(state, line, due, whole=not state.triage or due.id not in state.triage.settled)
    elif due.kind == "agreed":
        pay_agreed(state, due)
    else:
        post(state, due.cause, due.account, CURRENT, due.amount)


def _save_and_spare(state: State) -> None:
    """Saving last, only with nothing unpaid; then what lies above zero follows `plan.spare`."""
    unpaid = arrears(state) > 0
    for due in state.dues:
        if due.kind == "saving" and not unpaid:
            post(state, due.cause, SAVINGS, CURRENT, min(due.amount, max(0, state.balance.get(CURRENT, 0))))
    if state.spare in ("arrears", "dearest"):
        _to_arrears(state)
    if state.spare == "dearest" and (line := dearest(state)) and not arrears(state):
        keep = half_up(essentials(state) * state.world.figures["saving_keep_percent"], 10_000)
        spare = state.balance.get(CURRENT, 0) - keep
        if spare > 0:
            repay_early(state, line, spare, SPARE)
    elif state.spare == "savings" and not arrears(state) and state.balance.get(CURRENT, 0) > 0:
        post(state, SPARE, SAVINGS, CURRENT, state.balance[CURRENT])


def _to_arrears(state: State) -> None:
    while (spare := state.balance.get(CURRENT, 0)) > 0 and (key := oldest_arrears(state)):
        if pay_arrears(state, key, spare, SPARE) == 0:
            return


def close(state: State) -> None:
    """Dunning · limits · deadlines · signs · morale and health · the row with its stage and digest."""
    living = lived(state)  # before anything that only holds from next month on
    use_energy(state)
    _bank_fees(state)
    end_agreements(state)
    step_all(state)
    _limits(state)
    lose_late_ones(state)
    follow_up(state)
    read_signs(state)
    count_months(state)
    state.mood += state.world.figures["wish_left_out"] * wishes_left_out(state)
    settle(state)
    close_row(state, living)


def _bank_fees(state: State) -> None:
    figures = state.world.figures
    fee = figures["rejected_debit_fee"] * state.counts.get("rejected", 0)
    if -state.balance.get(CURRENT, 0) > limit_now(state):
        fee += figures["overrun_fee"]
    post(state, BANK, "expense:fees", CURRENT, fee)
    state.fees += fee


def _limits(state: State) -> None:
    """Two closes beyond the limit: it is halved, and what is too much is due in three parts."""
    figures = state.world.figures
    beyond = -state.balance.get(CURRENT, 0) - limit_now(state)
    state.over_limit = state.over_limit + 1 if beyond > 0 else 0
    if state.over_limit >= figures["limit_cut_closes"]:
        step = figures["limit_step"]
        state.limit = -(-state.limit // 2 // step) * step
        state.over_limit = 0
        state.said = (*state.said, Message("said.limit_halved", (("amount", state.limit),)))
        call_back(state, -state.balance.get(CURRENT, 0) - limit_now(state), figures["limit_cut_parts"])

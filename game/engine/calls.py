"""One call a month: who can be called, and what the call does (rules.md 9)."""

from __future__ import annotations

from game.engine.arrears import agree, may_agree
from game.engine.conditions import holds, out_of_work, overdraft
from game.engine.credit import borrow, swap
from game.engine.effects import Origin, apply, feel, take_time, use_call
from game.engine.rights import ask_for, claimable
from game.model.scenario import CallKind
from game.model.state import State

NOBODY = "nobody"
BANK_LOAN = "bank_loan"
ADVANCE = "employer_advance"
DEFERRALS = ("deferral", "lender")


def reachable(state: State) -> list[tuple[str, CallKind]]:
    """Who can be called with some use now: (option id, call), those with a reason first."""
    found: list[tuple[str, CallKind]] = []
    open_rights = claimable(state)
    for call in state.world.content.calls.values():
        uses = _uses(state, call, open_rights)
        if uses and state.trust.get(call.id, 0) >= -1 and holds(state, call.when):
            found += [(name, call) for name in uses]
    return found


def _uses(state: State, call: CallKind, open_rights: list[str]) -> list[str]:
    if call.does in DEFERRALS:
        return [
            f"parts.{key}"
            for key, unpaid in state.unpaid.items()
            if unpaid.creditor == call.creditor and may_agree(state, key)
        ]
    if call.does == "bank":
        enough = overdraft(state) >= state.world.figures["bank_loan_from"]
        ready = enough and -state.opening >= state.world.figures["bank_loan_from"] and _few_missed(state)
        return ["bank"] if ready and "bank_loan" not in state.lines else []
    if call.does == "adviser":
        return ["adviser"] if state.adviser < 0 else []
    if call.does == "advance":
        used = any(who == "advance" for _, who in state.calls)
        return [] if used or not _has_pay(state) else ["advance"]
    if call.does == "talk":
        return [call.id]
    return [f"right.{name}" for name in open_rights if state.world.rights[name].call == call.id]


def _few_missed(state: State) -> bool:
    return max((line.missed_count for line in state.lines.values()), default=0) < 2


def _has_pay(state: State) -> bool:
    without = out_of_work(state)
    return any(i.kind == "pay" and i.person not in without for i in state.world.household.incomes)


def reason_to_ask(state: State) -> frozenset[str]:
    """Why the telephone would ring by itself: a right in sight, somebody unpaid, an amber or brick letter."""
    reasons = {f"right.{name}" for name in claimable(state) if state.world.rights[name].ask == "call"}
    for key, unpaid in state.unpaid.items():
        if not unpaid.frozen:
            reasons.add(f"unpaid.{key}")
            reasons |= {f"step.{key}.{step}" for step in unpaid.done[-1:]}
    return frozenset(reasons)


def make_call(state: State, option: str) -> None:
    """The call is made: what it brings, at once or from next month on."""
    who, _, what = option.partition(".")
    call = _call_of(state, option)
    if call:
        first = all(name != call.id for _, name in state.calls)
        feel(state, morale=call.first_morale if first else 0)
        state.mood += call.morale
    use_call(state, call.id if call else who)
    origin = Origin(("answer", f"call.{option}"), call.title if call else "", "call", option, state.month)
    if who == "right":
        claim(state, what)
    elif who == "parts":
        agree(state, what, 0, by_adviser=False)
    elif who == "bank":
        figures = state.world.figures
        product = state.world.content.products[BANK_LOAN]
        swap(
            state, ("overdraft",), product, figures["bank_loan_months"], figures["bank_loan_rate"], False, origin.cause
        )
    elif who == "advance":
        _advance(state, origin)
    elif call and call.does == "talk":
        state.mood += state.world.figures["friend_talk"]


def _call_of(state: State, option: str) -> CallKind | None:
    return next((call for name, call in reachable(state) if name == option), None)


def claim(state: State, name: str) -> None:
    """A right is asked for: papers cost half-days, asking may cost pride, then it runs."""
    right = state.world.rights[name]
    take_time(state, right.papers)
    feel(state, morale=right.morale)
    ask_for(state, name)
    origin = Origin(("right", name), right.title, name, "", state.month)
    apply(state, right.effects, origin)


def _advance(state: State, origin: Origin) -> None:
    """Half a month's pay from the employer, once, back in five months without interest."""
    state.calls = (*state.calls, (state.month, "advance"))
    without = out_of_work(state)
    best = max(i.amount for i in state.world.household.incomes if i.kind == "pay" and i.person not in without)
    product = state.world.content.products[ADVANCE]
    borrow(state, product, best // 2, state.world.figures["advance_months"], True, 0, origin.cause)

"""One call a month: who can be called, and what the call does (rules.md 9)."""

from __future__ import annotations

from game.engine.agreed import agreed_left
from game.engine.arrears import agree, may_agree
from game.engine.conditions import holds, out_of_work
from game.engine.credit import borrow, swap
from game.engine.effects import Origin, ask, feel, take_time, use_call
from game.engine.living import pay_of
from game.engine.posting import owed
from game.engine.rights import claimable
from game.model.household import Income
from game.model.scenario import CallKind
from game.model.state import Line, State
from game.model.units import Cents, annuity, half_up

NOBODY = "nobody"
BANK_LOAN = "bank_loan"
ADVANCE = "employer_advance"
DEFERRALS = ("deferral", "lender")
LONGER = "longer."  # flag: a loan whose term the bank has made longer


def reachable(state: State) -> list[tuple[str, CallKind]]:
    """Who can be called with some use now: (option id, call), those with a reason first."""
    found: list[tuple[str, CallKind]] = []
    open_rights = claimable(state)
    for call in state.world.content.calls.values():
        if call.does in DEFERRALS and not state.unpaid:
            continue
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
        return _at_the_bank(state) if _few_missed(state) else []
    if call.does == "adviser":
        return ["adviser"] if state.adviser < 0 else []
    if call.does == "advance":
        used = any(who == "advance" for _, who in state.calls)
        return [] if used or not _has_pay(state) else ["advance"]
    if call.does == "talk":
        return [call.id]
    return [f"right.{name}" for name in open_rights if state.world.rights[name].call == call.id]


def _at_the_bank(state: State) -> list[str]:
    """An overdraft that is large enough as a loan, and a longer term for each loan that had none."""
    large = -state.opening >= state.world.figures["bank_loan_from"]
    swaps = ["bank"] if large and BANK_LOAN not in state.lines else []
    return swaps + [f"longer.{line.id}" for line in state.lines.values() if _may_be_longer(state, line)]


def _may_be_longer(state: State, line: Line) -> bool:
    known = f"{LONGER}{line.id}" in state.flags
    return line.kind in ("loan", "car_loan") and line.months > 1 and not line.called_in and not known


def longer(state: State, line: Line) -> tuple[int, Cents]:
    """Months to come and instalment of a loan with the longest term the bank gives, same rate."""
    months = line.months + state.world.figures["bank_longer_months"]
    balance = owed(state, f"debt:{line.id}") - line.missed - agreed_left(state, line.id)
    return months, annuity(balance, line.rate, months)


def _few_missed(state: State) -> bool:
    most = max((line.missed_count for line in state.lines.values()), default=0)
    return most < state.world.figures["bank_missed"]


def _has_pay(state: State) -> bool:
    return bool(_pays(state))


def _pays(state: State) -> list[Income]:
    """The pays of those who live here and have work."""
    without = out_of_work(state) | state.left
    return [i for i in state.world.household.incomes if i.kind == "pay" and i.person not in without]


def reason_to_ask(state: State) -> frozenset[str]:
    """Why the telephone would ring by itself: a right in sight, somebody unpaid, an amber or brick letter.

    A worse letter is a new reason, one more of the same colour is not.
    """
    reasons = {f"right.{name}" for name in claimable(state) if state.world.rights[name].ask == "call"}
    for key, unpaid in state.unpaid.items():
        if not unpaid.frozen:
            reasons.add(f"unpaid.{key}")
            letters = (letter.level for letter in state.mail if letter.creditor == key)
            reasons |= {f"letter.{key}.{level}" for level in letters if level != "white"}
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
    elif who == "longer":
        line = state.lines[what]
        line.months, line.instalment = longer(state, line)
        state.flags |= {f"{LONGER}{what}"}
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
    ask(state, name)


def _advance(state: State, origin: Origin) -> None:
    """Half a month's pay from the employer, once, back in five months without interest."""
    state.calls = (*state.calls, (state.month, "advance"))
    figures = state.world.figures
    best = max(pay_of(state, income) for income in _pays(state))
    product = state.world.content.products[ADVANCE]
    amount = half_up(best, figures["advance_parts"])
    borrow(state, product, amount, figures["advance_months"], True, 0, origin.cause)

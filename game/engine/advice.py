"""The free debt advisers (SICS): the first talk, what it offers, the calls that follow."""

from __future__ import annotations

from dataclasses import replace

from game.engine.arrears import agree, may_agree, pay_arrears
from game.engine.claims import claim_of, oldest_arrears
from game.engine.conditions import arrears
from game.engine.credit import borrow
from game.engine.effects import ask, feel, take_time
from game.engine.rights import claimable
from game.model.state import Running, State
from game.model.units import Cents

COURSE_FOR = ("food", "clothes")
FOREVER = 9999
MICRO = "micro_credit"
MOST_PARTS = 24  # months: longer parts are a matter for the settlement
TALKS = ("rights_and_parts", "with_course", "only_talk")


def advice_due(state: State) -> bool:
    """Whether the first talk is this month."""
    return state.adviser == state.month


def talk_options(state: State) -> tuple[str, ...]:
    """What she offers: the social micro-credit only where it fits."""
    return (*TALKS, "micro_credit") if micro_credit(state) else TALKS


def micro_credit(state: State) -> Cents:
    """What the social micro-credit would pay off: interest-free, small, only if its part fits the budget.

    Not for a claim that is in court, and not a second one.
    """
    figures = state.world.figures
    amount = min(figures["micro_limit"], arrears(state))
    if amount <= 0 or MICRO in state.lines or any(unpaid.in_court for unpaid in state.unpaid.values()):
        return 0
    return amount if amount // figures["micro_months"] <= _carries(state) else 0


def _carries(state: State) -> Cents:
    """What last month's budget leaves for old debts."""
    if not state.rows:
        return 0
    row = state.rows[-1]
    return max(0, row.income - row.essentials - row.debt_service - state.world.figures["budget_margin"])


def answer_talk(state: State, option: str) -> None:
    """She listens; the household chooses how far she helps."""
    figures = state.world.figures
    feel(state, morale=figures["adviser_talk"])
    state.adviser_next = state.month + figures["adviser_every"]
    open_letters(state)
    if option == "only_talk":
        return
    if option == "micro_credit":
        _lend(state)
    help_now(state)
    if option == "with_course":
        take_time(state, 1)
        less = -figures["training_percent"] // 10
        start = state.month + figures["training_from"]
        cause = ("answer", "adviser.course")
        courses = (Running("envelope", envelope, 0, less, start, FOREVER, cause) for envelope in COURSE_FOR)
        state.running = (*state.running, *courses)
        state.flags |= {"budget_course"}


def _lend(state: State) -> None:
    """The micro-credit pays the oldest arrears; the lender pays the creditors, not the account."""
    amount = micro_credit(state)
    product = state.world.content.products[MICRO]
    cause = ("answer", "adviser.micro_credit")
    borrow(state, product, amount, state.world.figures["micro_months"], True, 0, cause).cash = 0
    while amount > 0 and (key := oldest_arrears(state)):
        paid = pay_arrears(state, key, amount, cause)
        if not paid:
            return
        amount -= paid


def help_now(state: State) -> None:
    """Every open right is claimed; creditors that may agree get parts, as small as the budget needs."""
    for name in claimable(state):
        ask(state, name)
    asked = [
        key
        for key, unpaid in state.unpaid.items()
        if not unpaid.frozen and claim_of(state, unpaid) > 0 and may_agree(state, key)
    ]
    total = sum(claim_of(state, state.unpaid[key]) for key in asked)
    carries = _carries(state)
    months = state.world.figures["adviser_parts"]
    if carries and total > carries * months:
        months = min(MOST_PARTS, -(-total // carries))
    for key in asked:
        agree(state, key, 0, by_adviser=True, months=months)


def follow_up(state: State) -> None:
    """She calls back every second month; it does not use the household's call."""
    if 0 <= state.adviser_next <= state.month:
        state.adviser_next = state.month + state.world.figures["adviser_every"]
        state.mood += state.world.figures["adviser_follow"]
        help_now(state)


def open_letters(state: State) -> None:
    """All letters are opened at once."""
    if any(not letter.opened for letter in state.mail):
        state.mail = tuple(letter if letter.opened else replace(letter, opened=True) for letter in state.mail)

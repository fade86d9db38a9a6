"""Small situations on the real content: the Webers without luck or cards, driven month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.engine.month import STEPS, run
from game.engine.play import answer, opened
from game.engine.questions import option_ids
from game.engine.standing import change
from game.engine.world import build_world
from game.model.content import Content
from game.model.game import Move, Settings
from game.model.household import Bill, Debt, Income, Yearly
from game.model.state import Line, State, Unpaid
from tests.playing import scenarios

NOTHING_COMES: dict[str, Any] = {"sure": (), "second_act": (), "chances": (), "cards": (), "joys": (), "known": ()}
ALONE: dict[str, Any] = {
    "yearly": (),
    "debts": (),
    "bills": (),
    "envelopes": (),
    "savings": 0,
    "account": 0,
    "family": 0,
    "rights": (),
    "levels": (),
}
WHEN_ASKED = {
    "call": "nobody",
    "shock": "claim",
    "offer": "no",
    "platform": "no",
    "talk": "only_talk",
    "order": "accept",
    "joy": "not_now",
}
PAY, SHOCK, MAIL, DILEMMA, CALL, BILLS, CLOSE = range(7)


def calm(**changes: Any) -> Content:
    """The content without cards, offers or shocks, and the Webers' file changed in these fields."""
    content = scenarios()
    weber = replace(content.households["weber"], **{**NOTHING_COMES, **changes})
    return replace(content, digest="", dilemmas={}, offers={}, households={"weber": weber})


def bare(pay: int, *bills: Bill, **changes: Any) -> Content:
    """Nora's `pay` comes in, these bills go out, and nothing else is there."""
    income = Income("nora_pay", "", "nora", "pay", pay)
    return calm(**{**ALONE, "incomes": (income,), "bills": bills, **changes})


def bill(name: str, amount: int, creditor: str, debit: bool = False) -> Bill:
    """A fixed cost of the household; the rent by its name."""
    return Bill(name, "", creditor, amount, "housing" if name == "rent" else "contracts", debit=debit)


def yearly(name: str, month: int, amount: int, creditor: str = "", parts: int = 0, wish: bool = False) -> Yearly:
    """A cost of one calendar month."""
    return Yearly(name, "", month, amount, creditor=creditor, parts=parts, wish=wish)


def debt(
    name: str,
    product: str,
    balance: int,
    rate: int = 0,
    instalment: int = 0,
    months: int = 0,
    limit: int = 0,
    assignment: bool = False,
    owner: str = "",
) -> Debt:
    """A credit from the first day."""
    return Debt(name, product, "", balance, rate, instalment, months, limit, assignment, owner=owner)


def begin(
    content: Content,
    seed: int = 1,
    months: int = 36,
    settings: Settings | None = None,
    moves: tuple[Move, ...] = (),
    recording: bool = True,
) -> State:
    """The game before its first month."""
    return opened(build_world(content, "weber", seed, months, settings or Settings(), moves, recording))


def at(state: State, step: int, month: int | None = None) -> State:
    """The state just before a step of a month; nothing may be asked on the way."""
    state = state.copy()
    goal = (state.month if month is None else month, step)
    while (state.month, state.step) < goal:
        assert not state.queue, f"month {state.month + 1} asks {state.queue[0]}"
        STEPS[state.step](state)
        state.month, state.step = (state.month, state.step + 1) if state.step < CLOSE else (state.month + 1, 0)
    return state


def asked(state: State) -> State:
    """The state with the next question on the table."""
    state = state.copy()
    run(state)
    return state


def closed(state: State, *options: str, months: int = 1) -> State:
    """The state after so many closes. `options` are given in order as soon as they are live; else nothing is done."""
    whole, left = state.world, list(options)
    state = state.copy()
    while left and ":" in left[0]:
        change(state, left.pop(0))
    for _ in range(months):
        state.world = replace(whole, months=state.month + 1)
        if not state.queue:
            run(state)
        while not state.over:
            state = answer(state, _next(state, left))
        state.over, state.world = "", whole
    assert not left, f"never asked: {left}; live: {option_ids(state) if state.queue else ()}"
    return state


def _next(state: State, left: list[str]) -> str:
    live = option_ids(state)
    if left and (left[0] in live or ":" in left[0]):
        return left.pop(0)
    kind = state.queue[0][0]
    if kind == "triage":
        assert not left or "close" not in live, f"{left[0]} is not live: {live}"
        return next(option for option in ("close", "overdraft", *live) if option in live and option != "same")
    return WHEN_ASKED.get(kind, live[0])


def moved(state: State, to: str = "", source: str = "", month: int | None = None, cause: str = "") -> int:
    """The cents that went from one account to another in a month (the last closed one), by one cause if it is named."""
    entries = state.ledger[-1 if month is None else month]
    return sum(
        cents
        for _, name, into, out, cents in entries
        if to in ("", into) and source in ("", out) and cause in ("", name)
    )


def owes(state: State, name: str) -> int:
    """What is owed on a debt account."""
    return -state.balance.get(f"debt:{name}", 0)


def line(state: State, name: str) -> Line:
    """A running credit."""
    return state.lines[name]


def unpaid(state: State, name: str) -> Unpaid:
    """A creditor's place on its path."""
    return state.unpaid[name]


def with_pay(state: State, cents: int) -> State:
    """The same game with another pay from now on."""
    state = state.copy()
    household = state.world.household
    incomes = tuple(replace(each, amount=cents) if each.kind == "pay" else each for each in household.incomes)
    state.world = replace(state.world, household=replace(household, incomes=incomes))
    return state


def with_bills(state: State, *bills: Bill) -> State:
    """The same game with other fixed costs from now on."""
    state = state.copy()
    state.world = replace(state.world, household=replace(state.world.household, bills=bills))
    return state


def with_money(state: State, cents: int) -> State:
    """Money that comes to the account from nowhere, or leaves it."""
    state = state.copy()
    state.balance["asset:current"] = account(state) + cents
    state.balance["equity:opening"] = state.balance.get("equity:opening", 0) - cents
    return state


def with_arrears(state: State, creditor: str, cents: int, **fields: Any) -> State:
    """A bill of this creditor that has been waiting since last month."""
    state = state.copy()
    key = f"debt:arrears:{creditor}"
    state.balance[key] = state.balance.get(key, 0) - cents
    state.balance["equity:opening"] = state.balance.get("equity:opening", 0) + cents
    since = fields.pop("since", state.month - 1)
    path = Unpaid(creditor, creditor, ((creditor, since, cents),), since, **fields)
    state.unpaid = {**state.unpaid, creditor: path}
    return state


def account(state: State) -> int:
    """What the account holds."""
    return state.balance.get("asset:current", 0)

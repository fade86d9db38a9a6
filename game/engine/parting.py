"""When a couple parts, when one dies (rules.md 13): who goes, what leaves with them, what it costs after."""

from __future__ import annotations

from game.engine.claims import close_path
from game.engine.effects import FOREVER
from game.engine.living import RANK, buffer, line_due
from game.engine.posting import CURRENT, SAVINGS, owed, post
from game.model.game import Due
from game.model.household import Person
from game.model.message import message
from game.model.state import Running, State
from game.model.units import Cents, half_up

SEPARATION = "separation"
SHARED = ("energy", "food", "transport", "health", "clothes", "leisure")
JOINT = 2
JOINT_LOANS = ("loan", "car_loan")
ALONE = "co_debtor_stopped"  # a card sets it: the other does not pay the half any more


def who_goes(state: State) -> Person | None:
    """The adult who is not played on, if one still lives here."""
    household = state.world.household
    others = [p for p in household.people if not p.child and p.id != household.plays_on and p.id not in state.left]
    return others[0] if others else None


def move_out(state: State) -> None:
    """What a separation brings in the months after its letter: the split, and much later the divorce."""
    figures = state.world.figures
    for shock, month in state.happened.items():
        if state.world.shocks[shock].kind == SEPARATION:
            if state.month == month + figures["separation_move_after"]:
                part(state, shock)
            elif state.month == month + figures["divorce_after"]:
                _divorce(state, shock)


def part(state: State, shock: str) -> None:
    """A couple parts: own pay and own debts go with their owner, joint money in half, envelopes shrink."""
    person = who_goes(state)
    if person is None:
        return
    cause = ("shock", shock)
    state.left |= {person.id}
    for account in (CURRENT, SAVINGS):
        half = half_up(state.balance.get(account, 0), JOINT)
        state.moved_out -= half
        if half > 0:
            post(state, cause, "equity:separation", account, half)
        else:
            post(state, cause, account, "equity:separation", -half)
    state.opening = state.balance.get(CURRENT, 0)
    state.opening_buffer = buffer(state)
    _take_debts(state, person, cause)
    _shrink(state, cause, state.month)
    if children := sum(p.child for p in state.world.household.people):
        cents = children * state.world.figures["child_support"]
        first = state.month + state.world.figures["maintenance_from"] - 1
        state.running = (*state.running, Running("gain", "", cents, 0, first, FOREVER, cause))


def _take_debts(state: State, person: Person, cause: tuple[str, str]) -> None:
    """What one has signed alone leaves with that one."""
    for debt in state.world.household.debts:
        if debt.owner == person.id and debt.id in state.lines:
            cents = owed(state, f"debt:{debt.id}")
            post(state, cause, f"debt:{debt.id}", "equity:separation", cents)
            state.moved_out += cents
            state.agreements.pop(debt.id, None)
            close_path(state, debt.id)
            del state.lines[debt.id]


def other_half(state: State) -> None:
    """Who has moved out pays half of each joint loan, until a card says otherwise."""
    for name, cents in joint_halves(state):
        post(state, ("contract", name), CURRENT, "income:co_debtor", cents)
        state.income += cents


def joint_halves(state: State) -> list[tuple[str, Cents]]:
    """The other's half of each loan that both have signed, once they live apart."""
    parted = [shock for shock in state.happened if state.world.shocks[shock].kind == SEPARATION]
    if not state.left or not parted or ALONE in state.flags:
        return []
    lines = [state.lines[debt.id] for debt in state.world.household.debts if not debt.owner and debt.id in state.lines]
    return [(line.id, half_up(line_due(state, line), JOINT)) for line in lines if line.kind in JOINT_LOANS]


def _divorce(state: State, shock: str) -> None:
    """The separation becomes a divorce by mutual consent: each pays half of it."""
    cents = half_up(state.world.figures["divorce_cost"], JOINT)
    bill = Due(
        f"once.{shock}",
        RANK["one_off"],
        cents,
        "expense:one_off",
        "one_off",
        message("due.divorce"),
        "lawyer",
        cause=("shock", shock),
    )
    state.one_offs = (*state.one_offs, bill)


def lose_one(state: State, shock: str) -> None:
    """One of two dies: the pay ends with the month; contracts and joint debts stay whole with the survivor."""
    person = who_goes(state)
    if person is None:
        return
    state.left |= {person.id}
    _shrink(state, ("shock", shock), state.month + 1)


def _shrink(state: State, cause: tuple[str, str], month: int) -> None:
    less = state.world.figures["separation_rest_percent"] // 10 - 1000
    state.running = (
        *state.running,
        *(Running("envelope", name, 0, less, month, FOREVER, cause) for name in SHARED),
    )

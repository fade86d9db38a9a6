"""When a couple parts, when one dies (rules.md 13): who goes, what leaves with them, what it costs after."""

from __future__ import annotations

from game.engine.effects import FOREVER
from game.engine.posting import CURRENT, SAVINGS, post
from game.model.household import Person
from game.model.state import Running, State

SHARED = ("energy", "food", "transport", "health", "clothes", "leisure")
JOINT = 2


def who_goes(state: State) -> Person | None:
    """The adult who is not played on, if one still lives here."""
    household = state.world.household
    others = [p for p in household.people if not p.child and p.id != household.plays_on and p.id not in state.left]
    return others[0] if others else None


def part(state: State, shock: str) -> None:
    """A couple parts: own pay goes with its owner, joint money in half, envelopes shrink, maintenance comes."""
    person = who_goes(state)
    if person is None:
        return
    cause = ("shock", shock)
    state.left |= {person.id}
    for account in (CURRENT, SAVINGS):
        half = state.balance.get(account, 0) // JOINT
        if half > 0:
            post(state, cause, "equity:separation", account, half)
            state.moved_out -= half
        elif half < 0:
            post(state, cause, account, "equity:separation", -half)
            state.moved_out -= half
    _shrink(state, cause)
    children = sum(p.child for p in state.world.household.people)
    figure = state.world.figures["child_support"]
    if children:
        state.running = (
            *state.running,
            Running("gain", "", children * figure, 0, state.month + 2, FOREVER, cause),
        )


def lose_one(state: State, shock: str) -> None:
    """One of two dies: the pay ends with the month; contracts and joint debts stay whole with the survivor."""
    person = who_goes(state)
    if person is None:
        return
    state.left |= {person.id}
    _shrink(state, ("shock", shock))


def _shrink(state: State, cause: tuple[str, str]) -> None:
    less = state.world.figures["separation_rest_percent"] // 10 - 1000
    state.running = (
        *state.running,
        *(Running("envelope", name, 0, less, state.month + 1, FOREVER, cause) for name in SHARED),
    )

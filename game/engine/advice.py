"""The free debt advisers (SICS): the first talk, what it offers, the calls that follow."""

from __future__ import annotations

from dataclasses import replace

from game.engine.arrears import agree, claim_of, may_agree
from game.engine.effects import feel
from game.engine.rights import ask_for, claimable
from game.model.state import Running, State

COURSE_FOR = ("food", "clothes")
FOREVER = 9999
TALKS = ("rights_and_parts", "with_course", "only_talk")


def advice_due(state: State) -> bool:
    """Whether the first talk is this month."""
    return state.adviser == state.month


def answer_talk(state: State, option: str) -> None:
    """She listens; the household chooses how far she helps."""
    figures = state.world.figures
    feel(state, morale=figures["adviser_talk"])
    state.adviser_next = state.month + figures["adviser_every"]
    open_letters(state)
    if option == "only_talk":
        return
    help_now(state)
    if option == "with_course":
        state.half_days += 1
        for envelope in COURSE_FOR:
            state.running = (
                *state.running,
                Running(
                    "envelope",
                    envelope,
                    0,
                    -figures["training_percent"] // 10,
                    state.month + figures["training_from"],
                    FOREVER,
                    ("answer", "adviser.course"),
                ),
            )
        state.flags |= {"budget_course"}


def help_now(state: State) -> None:
    """Every open right is claimed, and all creditors that may agree get six parts."""
    for name in claimable(state):
        ask_for(state, name)
    for key, unpaid in list(state.unpaid.items()):
        if not unpaid.frozen and claim_of(state, unpaid) > 0 and may_agree(state, key):
            agree(state, key, 0, by_adviser=True)


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

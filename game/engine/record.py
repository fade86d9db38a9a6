"""A game as its inputs and its answers, followed again to the same cent (architecture.md)."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.adviser import careful
from game.engine.play import answer, new_game
from game.engine.questions import question_id
from game.model.content import Content
from game.model.game import Answer, Record
from game.model.state import State
from game.model.units import Month

STANDING = ("plan", "debit", "mail", "withdraw")


def record(state: State) -> Record:
    """The game so far as its inputs and answers."""
    world = state.world
    return Record(
        world.content.digest,
        world.household.id,
        world.seed,
        world.months,
        world.settings,
        world.moves,
        state.answers,
        world.schedule,
        tuple(row.digest for row in state.rows),
    )


def replay(content: Content, played: Record, recording: bool = True) -> tuple[State, Month | None]:
    """The state after all answers, and the first month in which this content differs, if it does.

    Answers are followed as far as they are offered; the adviser's rules answer the rest.
    """
    state = new_game(content, played.household, played.seed, played.months, played.settings, played.moves, recording)
    return follow(state, played.answers)


def follow(state: State, answers: Sequence[Answer]) -> tuple[State, Month | None]:
    """Give these answers to a game; see `replay`."""
    differs: Month | None = None
    for given in answers:
        while not state.over and state.queue and not _is_asked(state, given) and state.month <= given.month:
            if _standing(given) and state.month == given.month:
                break
            differs = state.month if differs is None else differs
            state = answer(state, careful(state))
        if state.over or state.month > given.month:
            differs = given.month if differs is None else differs
            continue
        option = f"{given.question}:{given.option}" if _standing(given) else given.option
        try:
            state = answer(state, option)
        except ValueError:
            differs = state.month if differs is None else differs
            if not _standing(given):
                state = answer(state, careful(state))
    return state, differs


def _standing(given: Answer) -> bool:
    kind = given.question.partition(".")[0]
    return kind in STANDING or given.question == "call.any"


def _is_asked(state: State, given: Answer) -> bool:
    return state.month == given.month and question_id(state, *state.queue[0]) == given.question

"""An engine of forty lines behind the same door: two questions a month and one standing beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace

from game.model.game import Answer, Option, Question, Record, Settings
from game.model.message import message

WORDS = message("word")
STOP = "stop"


@dataclass(frozen=True)
class SmallState:
    """A game whose months close with every second answer to its own questions."""

    content: SimpleNamespace
    settings: Settings
    months: int
    month: int = 0
    stopped: bool = False
    second: bool = False
    rows: tuple[SimpleNamespace, ...] = ()
    answers: tuple[Answer, ...] = ()


def new_game(content, household, seed, months, settings, moves=()):  # noqa: ARG001 - the door's own signature
    return SmallState(content, settings, months)


def record(state):
    return Record(state.content.digest, "weber", 7, state.months, state.settings, answers=state.answers)


def ended(state):
    return state.stopped or state.month >= state.months


def question(state):
    if ended(state):
        return None
    name = f"dilemma.{'b' if state.second else 'a'}"
    return asked(name, state.month, [option for option in ("x", "y", "z") if option not in state.content.without])


def standing(state):
    return () if ended(state) else (asked("plan.leisure", state.month, ["tight"]),)


def asked(name, month, options):
    return Question(name, month, "dilemma", WORDS, WORDS, tuple(Option(option, WORDS) for option in options))


def answer(state, option):
    if option == STOP:
        return replace(state, stopped=True)
    main, beside = question(state), ":" in option
    asked = next((q for q in standing(state) if option.startswith(f"{q.id}:")), None) if beside else main
    option = option.rpartition(":")[2]
    if asked is None or option not in [one.id for one in asked.options]:
        raise ValueError(option)
    state = replace(state, answers=(*state.answers, Answer(state.month, asked.id, option)))
    if beside:
        return state
    if not state.second:
        return replace(state, second=True)
    digest = f"{state.content.rules}:{' '.join(given.option for given in state.answers)}"
    row = SimpleNamespace(month=state.month, digest=digest, stage="fragile")
    return replace(state, second=False, month=state.month + 1, rows=(*state.rows, row))

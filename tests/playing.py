"""The real scenarios, loaded once, and plays of them: shared by the tests that need a whole game."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.content.load import load
from game.engine.play import answer, new_game
from game.engine.policies import choose
from game.model.content import Content
from game.model.game import Settings
from game.model.state import State

SCENARIOS = Path(__file__).parent.parent / "scenarios"
ENOUGH = 3000  # answers: a game that needs more does not end


@cache
def scenarios() -> Content:
    """All content of the game."""
    content, _ = load(SCENARIOS)
    return content


def played(
    seed: int,
    policy: str,
    months: int = 24,
    household: str = "weber",
    settings: Settings | None = None,
    seen: Callable[[State], None] | None = None,
    content: Content | None = None,
) -> State:
    """A whole game by one policy; `seen` is shown every state with a question."""
    state = new_game(content or scenarios(), household, seed, months, settings)
    for _ in range(ENOUGH):
        if state.over:
            return state
        if seen:
            seen(state)
        state = answer(state, choose(state, policy))
    raise AssertionError(f"seed {seed} {policy}: no end after {ENOUGH} answers, month {state.month + 1}, {state.queue}")


@cache
def finished(seed: int, policy: str, months: int = 24) -> State:
    """The end of a game, played once for all tests."""
    return played(seed, policy, months)

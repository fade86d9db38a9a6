"""What explaining a game costs, in single fast replays of the very same game.

.venv/bin/python -m bench.explain [SEEDS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from bench.ratio import told
from game.content.load import load
from game.engine import play, policies
from game.explain.beam import best_end
from game.explain.coalitions import table
from game.explain.forks import Played, ending, retrace, start
from game.explain.levers import sets, singles
from game.explain.twins import destinies
from game.explain.work import working
from game.model.content import Content
from game.model.game import POLICIES, Settings
from game.model.state import State
from game.paths import data_folder

HOUSEHOLD, MONTHS, TIMES = "weber", 24, 5
LIMITS = {"attribution, p95": 300, "single levers": 300, "sets of levers": 1500, "beam": 1000, "luck": 1000}
FIRST = 5  # replays until the first pages: an empty one, the retraced game, facts and mechanism, the proof


def game(content: Content, policy: str, seed: int) -> State:
    """A whole game."""
    state = play.new_game(content, HOUSEHOLD, seed, MONTHS, Settings())
    while not play.ended(state):
        state = play.answer(state, policies.choose(state, policy))
    return state


def seconds(steps: Iterable[object]) -> tuple[float, float]:
    """How long all steps take, and the longest of them."""
    begun = last = time.perf_counter()
    longest = 0.0
    for _ in steps:
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return time.perf_counter() - begun, longest


def measure(state: State) -> tuple[dict[str, float], float]:
    """Each part of one debrief in replays of its game, and its longest step in milliseconds."""
    played = retrace(state)
    parts: dict[str, Callable[[], Iterable[object]]] = {
        "first pages": lambda: islice(working(state), 4),
        "attribution, p95": lambda: table(played),
        "single levers": lambda: singles(played),
        "sets of levers": lambda: sets(played),
        "beam": lambda: best_end(played),
        "luck": lambda: destinies(state, played),
    }
    found, longest = {}, 0.0
    for name, steps in parts.items():
        before = alone(played)
        whole, step = seconds(steps())
        found[name] = 2 * whole / (before + alone(played))
        longest = max(longest, step)
    return found, 1000 * longest


def alone(played: Played) -> float:
    """Seconds of one replay, as the machine is now: what is compared is measured beside it."""
    begun = time.perf_counter()
    for _ in range(TIMES):
        ending(start(played), played.choices)
    return (time.perf_counter() - begun) / TIMES


def high(figures: Sequence[float]) -> float:
    """The value under which 95 of 100 lie."""
    return sorted(figures)[min(len(figures) - 1, len(figures) * 95 // 100)]


def main(arguments: Sequence[str]) -> int:
    """Print every part's cost at p95 beside its limit; 1 if one is over."""
    seeds = int(arguments[0]) if arguments else 5
    with tempfile.TemporaryDirectory() as cache:
        content, _ = load(data_folder("scenarios"), None, Path(cache))
    costs: dict[str, list[float]] = {}
    longest = 0.0
    for policy in POLICIES:
        for seed in range(seeds):
            found, step = measure(game(content, policy, seed))
            longest = max(longest, step)
            for name, ratio in found.items():
                costs.setdefault(name, []).append(ratio)
    held = [told(name, high(costs[name]), limit) for name, limit in {"first pages": FIRST, **LIMITS}.items()]
    print(f"longest step {longest:.0f} ms")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Many games by every policy: where they end, beside the targets; how many answers a month asks for.

.venv/bin/python -m bench.balance [SEEDS] [HOUSEHOLD]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from game.content.load import load
from game.engine import play, policies
from game.engine.posting import transactions
from game.model.content import Content
from game.model.game import POLICIES, STAGES, Settings
from game.paths import data_folder

MONTHS = 24
WORSE = ("stretched", "spiral", "over_indebted")

# spiral.md 10 by kind of household: adviser over-indebted, adviser stable or fragile, minimum over-indebted,
# random stretched or worse; per cent of the games, both ends included
TARGETS = {
    "shock": ((2, 15), (70, 100), (50, 70), (25, 60)),
    "slow": ((0, 15), (70, 100), (40, 70), (25, 60)),
    "rights": ((0, 5), (85, 100), (75, 100), (0, 40)),
    "structure": ((0, 15), (70, 100), (85, 100), (50, 90)),
}


@dataclass(frozen=True, slots=True)
class Game:
    """What one game leaves for the table."""

    stage: str
    value: int  # debt - own money + what could not be bought, cents
    decisions: tuple[int, ...]  # questions a month
    answers: tuple[int, ...]  # answers a month, each step of a triage counted
    triages: tuple[int, ...]  # answers of each triage
    cards: int
    morale: int
    switches: int  # of the spiral flag


@cache
def scenarios() -> Content:
    """The content, once a process."""
    with tempfile.TemporaryDirectory() as folder:
        return load(data_folder("scenarios"), None, Path(folder))[0]


def game(household: str, policy: str, seed: int) -> Game:
    """Play one game to its end; AssertionError when a cent is lost on the way."""
    state = play.new_game(scenarios(), household, seed, MONTHS, Settings())
    while not play.ended(state):
        state = play.answer(state, policies.choose(state, policy))
    assert sum(state.balance.values()) == 0, f"{household} {policy} {seed}: money was made"
    for _ in transactions(state):
        pass  # a transaction that does not balance raises
    last = state.rows[-1]
    main = [given for given in state.answers if given.question.partition(".")[0] not in ("plan", "debit", "mail")]
    by_month = Counter(given.month for given in main)
    triages = Counter(given.month for given in main if given.question.startswith("triage"))
    flags = [row.spiral for row in state.rows]
    return Game(
        last.stage,
        last.debt - last.buffer + last.cut,
        tuple(row.decisions for row in state.rows),
        tuple(by_month[month] for month in range(MONTHS)),
        tuple(triages.values()),
        sum(given.question.startswith("dilemma") for given in main),
        sum(row.morale for row in state.rows[-12:]) // len(state.rows[-12:]),
        sum(a != b for a, b in pairwise(flags)),
    )


def high(figures: Sequence[int], percent: int) -> int:
    """The value under which so many per cent of the figures lie."""
    return sorted(figures)[min(len(figures) - 1, len(figures) * percent // 100)] if figures else 0


def row(policy: str, games: Sequence[Game]) -> str:
    """One policy's line of the table."""
    ends = Counter(each.stage for each in games)
    shares = "  ".join(f"{name} {100 * ends[name] / len(games):4.1f}" for name in STAGES)
    months = [count for each in games for count in each.answers]
    triages = [count for each in games for count in each.triages]
    calm = [count == 0 for each in games for count in each.decisions]
    parts = (
        f"{policy:8} {shares}",
        f"V {mean(each.value for each in games) / 100:7.0f}",
        f"cards {median(each.cards for each in games):.0f}",
        f"answers a month {median(months):.0f}, p95 {high(months, 95)}",
        f"a triage {median(triages or [0]):.0f}, p95 {high(triages, 95)}",
        f"months without {100 * sum(calm) / len(calm):.0f} %",
        f"morale {mean(each.morale for each in games):.0f}",
        f"switches {mean(each.switches for each in games):.1f}",
    )
    return "  ".join(parts)


def share(games: Sequence[Game], stages: Sequence[str]) -> float:
    """Per cent of the games that end in these stages."""
    return 100 * sum(each.stage in stages for each in games) / len(games)


def verdict(name: str, found: float, bounds: tuple[int, int]) -> bool:
    """Print one target beside what was found."""
    held = bounds[0] <= found <= bounds[1]
    print(f"{'ok  ' if held else 'off '} {name}: {found:.1f} %, target {bounds[0]}-{bounds[1]}")
    return held


def main(arguments: Sequence[str]) -> int:
    """Print the table and the targets; 1 if one of them is off."""
    seeds = int(arguments[0]) if arguments else 200
    household = arguments[1] if len(arguments) > 1 else "weber"
    played: dict[str, list[Game]] = {}
    with ProcessPoolExecutor() as pool:
        for policy in POLICIES:
            names = [household] * seeds
            played[policy] = list(pool.map(game, names, [policy] * seeds, range(seeds), chunksize=10))
            print(row(policy, played[policy]), flush=True)
    adviser, calm, minimum, chance = TARGETS[scenarios().households[household].kind]
    everything = [count for games in played.values() for each in games for count in each.answers]
    held = [
        verdict("adviser over-indebted", share(played["careful"], ["over_indebted"]), adviser),
        verdict("adviser stable or fragile", share(played["careful"], ["stable", "fragile"]), calm),
        verdict("minimum over-indebted", share(played["minimum"], ["over_indebted"]), minimum),
        verdict("random stretched or worse", share(played["random"], WORSE), chance),
    ]
    print(
        f"answers a month over all: median {median(everything):.0f} (at most 2), p95 {high(everything, 95)} (at most 8)"
    )
    return 0 if all(held) and median(everything) <= 2 and high(everything, 95) <= 8 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A whole game against the postings it makes: what the rules cost over their own bookkeeping."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.ratio import quickest, told
from game.content.load import load
from game.engine import play, policies
from game.engine.posting import post
from game.model.content import Content
from game.model.game import Settings
from game.model.state import Entry, State
from game.paths import data_folder

HOUSEHOLD, SEED, MONTHS, TIMES = "weber", 7, 24, 5


def played(content: Content, recording: bool) -> State:
    """The adviser's game from the first month to the last."""
    state = play.new_game(content, HOUSEHOLD, SEED, MONTHS, Settings(), recording=recording)
    while not play.ended(state):
        state = play.answer(state, policies.choose(state, "careful"))
    return state


def posted(state: State, entries: Sequence[Entry]) -> None:
    """The bare posting loop: the engine's own posting of these very entries, and nothing else."""
    state.balance, state.posted = {}, []
    for kind, name, to, source, cents in entries:
        post(state, (kind, name), to, source, cents)


def main() -> int:
    """Print both ratios; 1 if one is over its limit."""
    with tempfile.TemporaryDirectory() as cache:
        content, _ = load(data_folder("scenarios"), None, Path(cache))
    ended = played(content, True)
    entries = [entry for month in ended.ledger for entry in month]
    bare = quickest(lambda: posted(ended.copy(), entries), 200)
    print(f"{len(entries)} postings, {1e6 * bare:.0f} µs bare")
    bald = quickest(lambda: played(content, False), TIMES) / bare
    full = quickest(lambda: played(content, True), TIMES) / bare
    held = [told("careful game, recording off", bald, 40), told("careful game, ledger and digests", full, 80)]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

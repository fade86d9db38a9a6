"""The same household in other runs of the same months, and the same answers under other luck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.engine.month import run
from game.engine.play import opened
from game.engine.world import build_world
from game.explain.causes import CHOICES, FEES, PRICE
from game.explain.coalitions import value
from game.explain.debrief import Destiny, Twin
from game.explain.forks import Branch, Played, ending, in_pieces, start, step, without
from game.explain.levers import branch_of, end_of, mean_morale
from game.explain.reasons import shock_kind
from game.model.message import message
from game.model.state import State
from game.model.units import Month

DESTINIES = 500


def twin_of(id: str, state: State) -> Twin:
    """The lines of a run."""
    rows = state.rows
    return Twin(
        id,
        message(f"explain.twin.{id}"),
        tuple(row.fragile for row in rows),
        tuple(row.buffer for row in rows),
        value(state),
        rows[-1].stage,
        mean_morale(state),
    )


def played_without(played: Played, off: frozenset[str], recording: bool = False) -> State:
    """The end of a run in which these causes are not real."""
    begun = start(played, off)
    if recording:
        state = opened(replace(played.worlds.without(off), recording=True))
        run(state)
        begun = Branch(state, {}, state.month)
    return ending(begun, played.choices, without(off))


def luck_of(played: Played) -> frozenset[str]:
    """The causes that nobody chose."""
    return frozenset(played.worlds.kinds)


def adviser_of(_played: Played) -> frozenset[str]:
    """What is not real for the careful twin: every choice of the player."""
    return frozenset(CHOICES)


def calm_of(played: Played) -> frozenset[str]:
    """What is not real for the calm twin: everything."""
    return frozenset((*played.worlds.kinds, *CHOICES, PRICE, FEES))


def biggest(state: State, played: Played) -> frozenset[str]:
    """The kind of shock that took most money from this game, as its own postings say; empty when none came."""
    taken: dict[str, int] = {}
    for entries in state.ledger:
        for kind, name, to, _, cents in entries:
            if (shock := shock_kind(state.world, (kind, name))) and to.startswith(("expense:", "income:lost")):
                cause = played.worlds.player_of(shock)
                taken[cause] = taken.get(cause, 0) + cents
    return frozenset((max(taken, key=lambda cause: taken[cause]),)) if taken else frozenset()


def what_if(played: Played, levers: Sequence[str] = (), month: Month = 0, off: frozenset[str] = frozenset()) -> Twin:
    """The run with these switches set: levers pulled in `month`, causes that are not real. One replay."""
    if not levers:
        return twin_of("what_if", played_without(played, off))
    branch = branch_of(played, month)
    if off:
        branch = start(played, off)
        while branch.month < month and not branch.state.over:
            branch = step(branch, played.choices, without(off))
    return twin_of("what_if", end_of(played, branch, tuple(levers), off))


def destinies(state: State, played: Played, count: int = DESTINIES) -> Iterator[Destiny | None]:
    """The same answers under `count` other seeds, the adviser where a question is new; None is a pause."""
    world = state.world
    for seed in range(world.seed + 1, world.seed + 1 + count):
        other = build_world(
            world.content, world.household.id, seed, world.months, world.settings, world.moves, recording=False
        )
        begun = opened(replace(other, months=len(state.rows)))
        run(begun)
        yield None
        end = yield from in_pieces(Branch(begun, {}, begun.month), played.choices)
        yield Destiny(seed, end.rows[-1].fragile, end.rows[-1].stage)

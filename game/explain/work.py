"""The debrief worked out step by step: each step is one replay or less, so that a window stays awake.

Whoever asks for the next value gets a fuller one; whoever stops asking has cancelled. The first pages
are there after a few replays, what costs hundreds comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from game.engine.play import new_game
from game.engine.record import follow
from game.explain.beam import best_end
from game.explain.bounds import hopeless
from game.explain.coalitions import table
from game.explain.debrief import LEVERS, Best, Debrief, Destiny, Lever, Page
from game.explain.dials import dials
from game.explain.forks import Played, retrace
from game.explain.levers import SETS, chosen, sets, singles
from game.explain.loops import longest
from game.explain.marks import marks, with_exit
from game.explain.need import buffered, ways
from game.explain.pages import pages_of
from game.explain.shares import causes_of, traced_of
from game.explain.twins import (
    DESTINIES,
    adviser_of,
    biggest,
    calm_of,
    destinies,
    luck_of,
    played_without,
    twin_of,
)
from game.explain.whose import traced
from game.model.message import Message
from game.model.state import State

ENDS = {"first": 20, "twins": 40, "causes": 130, "singles": 200, "luck": 500, "sets": 800, "beam": 1000}  # of 1,000
LOOKED = 3000  # branches that a search looks at, roughly


@dataclass(slots=True)
class Work:
    """A debrief under way: the game, its replay, and what is known so far."""

    state: State
    played: Played
    so_far: Debrief
    alone: list[Lever] = field(default_factory=list)  # every single lever, with its line

    def add(self, progress: int, **parts: object) -> Debrief:
        """More is known: pages are told anew."""
        known = replace(self.so_far, progress=progress, **parts)  # type: ignore[arg-type]
        self.so_far = replace(known, pages=pages_of(known, self.state))
        return self.so_far

    def tick(self, progress: int) -> Debrief:
        """Only time has passed."""
        self.so_far = replace(self.so_far, progress=progress)
        return self.so_far


def debrief(state: State, destinies: int = DESTINIES) -> Debrief:
    """All of it, at once: some seconds for a whole game."""
    result = empty(state)
    for reached in working(state, destinies):
        result = reached
    return result


def working(state: State, destinies: int = DESTINIES) -> Iterator[Debrief]:
    """The debrief of this game's closed months, a little fuller each time. The last value is whole.

    `destinies` is how many other seeds are played. A game without a closed month has only its empty pages.
    """
    if not state.rows:
        yield empty(state)
        return
    yield empty(state)
    game = recorded(state)
    work = Work(game, retrace(game), empty(game))
    yield work.so_far
    for phase in (_first, _twins, _causes, _singles):
        yield from phase(work)
    yield from _luck(work, destinies)
    yield from _sets(work)
    yield from _best(work)


def empty(state: State) -> Debrief:
    """What is known without any replay: the marks."""
    household = state.world.household
    stages = tuple(row.stage for row in state.rows)
    pages: tuple[Page, ...] = ()
    bare = Debrief(household.id, Message(household.title), state.world.seed, len(stages), pages, stages, marks(state))
    return replace(bare, pages=pages_of(bare, state))


def recorded(state: State) -> State:
    """The same game with its ledger; played again if it was played without."""
    if state.ledger:
        return state
    world = state.world
    begun = new_game(world.content, world.household.id, world.seed, world.months, world.settings, world.moves)
    return follow(begun, state.answers)[0]


def _first(work: Work) -> Iterator[Debrief]:
    state = work.state
    yield work.add(10, traced=traced_of(traced(state)), loop=longest(state), need=ways(state.world))
    yield work.add(ENDS["first"], hopeless=hopeless(work.played.worlds.played))


def _twins(work: Work) -> Iterator[Debrief]:
    state, played = work.state, work.played
    known = [twin_of("played", played.end)]
    careful = played_without(played, adviser_of(played), recording=True)
    known.append(twin_of("careful", careful))
    yield work.add(25, twins=tuple(known), dials=dials(state, played, careful))
    others = {
        "without_biggest": biggest(state, played),
        "without_shocks": luck_of(played),
        "rights": frozenset(("rights",)),
        "calm": calm_of(played),
    }
    for id, off in others.items():
        if off:
            known.append(twin_of(id, played_without(played, off)))
            yield work.add(30, twins=tuple(known))
    runs = []
    for run in buffered(played):
        runs += [run] if run else []
        yield work.tick(35)
    yield work.add(ENDS["twins"], buffers=tuple(runs))


def _causes(work: Work) -> Iterator[Debrief]:
    values = [0]
    for filled, reached in table(work.played):
        values = reached
        yield work.tick(_part("twins", "causes", filled, len(values)))
    yield work.add(ENDS["causes"], causes=causes_of(work.played, values))


def _singles(work: Work) -> Iterator[Debrief]:
    for lever in singles(work.played):
        work.alone += [lever] if lever else []
        yield work.tick(_part("causes", "singles", len(work.alone), len(work.played.months) * len(LEVERS)))
    found = with_exit(work.so_far.marks, work.alone)
    yield work.add(ENDS["singles"], levers=chosen(work.played, work.alone, ()), marks=found)


def _luck(work: Work, count: int) -> Iterator[Debrief]:
    dots: list[Destiny] = []
    for dot in destinies(work.state, work.played, count):
        dots += [dot] if dot else []
        yield work.tick(_part("singles", "luck", len(dots), count))
    yield work.add(ENDS["luck"], luck=tuple(dots))


def _sets(work: Work) -> Iterator[Debrief]:
    together: list[Lever] = []
    for lever in sets(work.played):
        together += [lever] if lever else []
        yield work.tick(_part("luck", "sets", len(together), len(work.played.months) * len(SETS)))
    yield work.add(ENDS["sets"], levers=chosen(work.played, work.alone, together))


def _best(work: Work) -> Iterator[Debrief]:
    found: Best | None = None
    for looked, reached in enumerate(best_end(work.played)):
        found = reached or found
        yield work.tick(_part("sets", "beam", min(looked, LOOKED - 1), LOOKED))
    yield work.add(ENDS["beam"], best=found)


def _part(before: str, phase: str, done: int, of: int) -> int:
    """How far the whole work is when so much of this phase is done."""
    return ENDS[before] + (ENDS[phase] - ENDS[before]) * done // max(1, of)

"""The best end that can be reached with hindsight: a beam of branches, the lowest bound first (spiral.md 4.2).

Branches are layered by the number of answers; a layer keeps the 64 with the lowest bound. The plan is not
searched: every branch lives either by the adviser's plan or at the tight levels from the first month on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.adviser import plan_change, table_choice
from game.engine.play import answer
from game.engine.questions import option_ids
from game.engine.standing import change
from game.explain.bounds import lower_bound
from game.explain.coalitions import value
from game.explain.debrief import Best
from game.explain.floor import Floor, floor_in_pieces
from game.explain.forks import PIECE, Branch, Choices, Pieces, Played, advised, in_pieces, start
from game.model.state import State
from game.model.units import Cents

WIDTH = 64
FEW = 4  # answers between two pauses
ALONE = Choices()  # nothing is the player's: the adviser answers
FINISHED_EVERY, FINISHED = 10, 3  # after so many layers the first few branches are played to their end
MOST_ANSWERS = 700  # times the answers of one game: what the whole search may cost


@dataclass(frozen=True, slots=True)
class Node:
    """A branch of the search: its state with the plan already set, the least that it can end with."""

    bound: Cents
    state: State
    tight: bool


@dataclass(slots=True)
class Search:
    """A search under way: the best end so far, and how many answers it may still try."""

    floor: Floor
    best: Cents
    left: int


def best_end(played: Played) -> Iterator[Best | None]:
    """The best end found so far, after each few answers that were tried; the last one is the result, None a pause.

    Stop asking to cancel.
    """
    floor = yield from floor_in_pieces(played.worlds.played)
    begun = start(played).state
    layer = [_planned(begun, floor, tight) for tight in (False, True)]
    yield None
    careful = value((yield from _finished(layer[0])))
    bound = min(node.bound for node in layer)
    search = Search(floor, careful, MOST_ANSWERS * max(20, len(played.end.answers)))
    yield Best(search.best, careful, bound, False)
    search.best = min(search.best, value((yield from _finished(layer[1]))))
    depth = 0
    while layer and search.left > 0:
        children: list[Node] = []
        for node in layer:
            for child in _children(node, search):
                children += [child] if child else []
                if search.left % FEW == 0:
                    yield Best(search.best, careful, bound, False)
        layer = sorted(children, key=lambda node: node.bound)[:WIDTH]
        depth += 1
        for node in layer[: FINISHED if depth % FINISHED_EVERY == 0 else 0]:
            search.best = min(search.best, value((yield from _finished(node))))
            yield Best(search.best, careful, bound, False)
    yield Best(search.best, careful, bound, search.best <= bound)


def _children(node: Node, search: Search) -> Iterator[Node | None]:
    """One answer further, every option; None for an end, or for what cannot end better than the best so far."""
    if node.bound >= search.best:
        return
    for option in option_ids(node.state):
        after = answer(node.state, option)
        search.left -= 1
        child = None
        if after.over:
            search.best = min(search.best, value(after))
        elif (planned := _planned(after, search.floor, node.tight)).bound < search.best:
            child = planned
        yield child


def _planned(state: State, floor: Floor, tight: bool) -> Node:
    """The node of a state, its plan set as this branch lives."""
    planned = _tightened(state) if tight else _advised(state)
    return Node(lower_bound(planned, floor), planned, tight)


def _advised(state: State) -> State:
    changes = advised(state)
    if not changes:
        return state
    after = state.copy()
    for name, level in changes:
        change(after, f"{name}:{level}")
    return after


def _tightened(state: State) -> State:
    """Every envelope at its tight level, spare money to the dearest debt, all letters open."""
    if state.triage or not plan_change(state):
        return state
    after = state.copy()
    after.spare = "dearest"
    for envelope in after.world.household.envelopes:
        after.levels[envelope.id] = "tight"
    if any(not letter.opened for letter in after.mail):
        change(after, "mail.open:all")
    return after


def _finished(node: Node) -> Pieces[State]:
    """The end of this branch when the adviser answers all that is left."""
    if not node.tight:
        return (yield from in_pieces(Branch(node.state, {}, node.state.month), ALONE))
    state = node.state
    while not state.over:
        state = _answered(_tightened(state))
        if len(state.answers) % PIECE == 0:
            yield None
    return state


def _answered(state: State) -> State:
    return answer(state, table_choice(state))

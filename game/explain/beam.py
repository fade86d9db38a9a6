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
from game.explain.floor import Floor, floor_of
from game.explain.forks import Branch, Choices, Played, advised, ending, start
from game.model.state import State
from game.model.units import Cents

WIDTH = 64
ALONE = Choices()  # nothing is the player's: the adviser answers
FINISHED_EVERY, FINISHED = 10, 3  # after so many layers the first few branches are played to their end
MOST_ANSWERS = 700  # times the answers of one game: what the whole search may cost


@dataclass(frozen=True, slots=True)
class Node:
    """A branch of the search: its state with the plan already set, the least that it can end with."""

    bound: Cents
    state: State
    tight: bool


def best_end(played: Played) -> Iterator[Best]:
    """The best end found so far, after each layer; the last one is the result. Stop asking to cancel."""
    floor = floor_of(played.worlds.played)
    begun = start(played).state
    roots = [_planned(begun, floor, tight) for tight in (False, True)]
    careful = value(_finished(roots[0]))
    best = min(careful, value(_finished(roots[1])))
    bound = min(node.bound for node in roots)
    left = MOST_ANSWERS * max(20, len(played.end.answers))
    layer, depth = roots, 0
    while layer and left > 0:
        layer, best, spent = _next(layer, floor, best)
        left -= spent
        depth += 1
        if depth % FINISHED_EVERY == 0:
            best = min([best, *(value(_finished(node)) for node in layer[:FINISHED])])
        yield Best(best, careful, bound, best <= bound)
    yield Best(best, careful, bound, best <= bound)


def _next(layer: list[Node], floor: Floor, best: Cents) -> tuple[list[Node], Cents, int]:
    """The next layer, the best end so far, and how many answers it took."""
    children: list[Node] = []
    spent = 0
    for node in layer:
        if node.bound >= best:
            continue
        for option in option_ids(node.state):
            after = answer(node.state, option)
            spent += 1
            if after.over:
                best = min(best, value(after))
                continue
            child = _planned(after, floor, node.tight)
            if child.bound < best:
                children.append(child)
    children.sort(key=lambda node: node.bound)
    return children[:WIDTH], best, spent


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


def _finished(node: Node) -> State:
    """The end of this branch when the adviser answers all that is left."""
    if not node.tight:
        return ending(Branch(node.state, {}, node.state.month), ALONE)
    state = node.state
    while not state.over:
        state = _answered(_tightened(state))
    return state


def _answered(state: State) -> State:
    return answer(state, table_choice(state))

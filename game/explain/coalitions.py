"""The end of a game for every set of causes that may be real, by forking only where a cause matters.

A branch runs with every cause undecided. When one matters (a shock of its kind falls; the player's
answer differs from the adviser's; a rate above the reference falls on a balance; a fee is charged)
the branch splits there in two. An end with k undecided causes is the end of two to the k sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.adviser import table_choice
from game.engine.lending import schedule
from game.engine.living import buffer
from game.engine.month import run
from game.engine.play import answer, opened
from game.engine.posting import CURRENT, owed
from game.engine.questions import option_ids
from game.engine.rows import all_debts
from game.explain.causes import FEES, PRICE, reference_rate
from game.explain.forks import PIECE, Branch, Choices, Played, beside, ending, matter, start, without
from game.model.state import State, World
from game.model.units import Cents

LONG = 84  # months of instalments still owed at the end: such a loan is housing, not debt to get rid of
WRITTEN_OFF = "equity:written_off"


@dataclass(frozen=True, slots=True)
class Fork:
    """A branch with its causes: those that are off, those not yet decided."""

    branch: Branch
    off: frozenset[str]
    open: frozenset[str]


def value(state: State) -> Cents:
    """V: all debt less own money, plus what could not be bought, was written off, or left with somebody.

    Lower is better. Long secured loans are left out but for what is overdue (spiral.md 1).
    """
    long = sum(
        owed(state, f"debt:{name}") - state.lines[name].missed for name in long_loans(state.world) & state.lines.keys()
    )
    gone = -state.balance.get(WRITTEN_OFF, 0) + state.moved_out
    return all_debts(state) - long - buffer(state) + state.cut + gone


def long_loans(world: World) -> set[str]:
    """The secured loans of which, by their plan, seven years of instalments are left at the end of the game."""
    products = world.content.products
    found = set()
    for debt in world.household.debts:
        if products[debt.product].secured and debt.months > world.months and debt.instalment:
            balances = schedule(debt.balance, debt.rate, debt.months).balances
            if balances[world.months - 1] >= LONG * debt.instalment:
                found.add(debt.id)
    return found


def table(played: Played) -> Iterator[tuple[int, list[Cents]]]:
    """V for every set of real causes, by number (`attribution.coalition`), again and again while it is filled.

    The number says how many entries are filled; in the last one all are. Stop asking to cancel.
    """
    players = played.worlds.players
    values = [0] * (1 << len(players))
    filled = 0
    for leaf in leaves(played):
        if leaf is None:
            yield filled, values
            continue
        real = frozenset(players) - leaf.off - leaf.open
        end = value(leaf.branch.state)
        for more in subsets(sorted(leaf.open, key=players.index)):
            values[sum(1 << players.index(cause) for cause in (*real, *more))] = end
            filled += 1
        yield filled, values


def naive_value(played: Played, off: frozenset[str]) -> Cents:
    """V of one whole replay without these causes: what the table must hold there."""
    return value(ending(start(played, off), played.choices, without(off)))


def leaves(played: Played) -> Iterator[Fork | None]:
    """The ends of all branches, each with the causes that never mattered on its way; None is a pause."""
    stack = list(_roots(played))
    asked = 0
    while stack:
        fork = stack.pop()
        while not fork.branch.state.over:
            fork, split = advance(fork, played)
            stack += split
            asked += 1
            if asked % PIECE == 0:
                yield None
        yield fork


def subsets(causes: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All subsets."""
    for mask in range(1 << len(causes)):
        yield tuple(cause for bit, cause in enumerate(causes) if mask >> bit & 1)


def _roots(played: Played) -> Iterator[Fork]:
    """The beginnings: more than one where something matters before the first question, as dear credit does."""
    stack = [(frozenset[str](), frozenset(played.worlds.players))]
    while stack:
        off, left = stack.pop()
        begun = opened(played.worlds.without(off))
        after = begun.copy()
        run(after)
        for cause in _touched(begun, after, left, played):
            stack.append((off | {cause}, left - {cause}))
            left -= {cause}
        yield Fork(Branch(after, {}, after.month), off, left)


def advance(fork: Fork, played: Played) -> tuple[Fork, list[Fork]]:
    """One question further with what matters there decided as real, and the branches in which it is not."""
    choices = played.choices
    fork, split = _own(fork, choices, played.worlds.players)
    prepared = _prepared(fork, choices)
    state, option = fork.branch.state, table_choice(prepared)
    own = choices.table.get(fork.branch.key())
    if own and own[0] not in fork.off and own[1] != option and own[1] in option_ids(prepared):
        if own[0] in fork.open:
            split.append(Fork(fork.branch, fork.off | {own[0]}, fork.open - {own[0]}))
            fork = Fork(fork.branch, fork.off, fork.open - {own[0]})
        option = own[1]
    after = answer(prepared, option)
    for cause in _touched(state, after, fork.open, played):
        off = fork.off | {cause}
        left = fork.open - {cause}
        moved = played.worlds.moved(state, off)
        split.append(Fork(_at(fork.branch, moved), off, left))
        fork = Fork(fork.branch, fork.off, left)
    return Fork(fork.branch.on(after), fork.off, fork.open), split


def _own(fork: Fork, choices: Choices, players: Sequence[str]) -> tuple[Fork, list[Fork]]:
    """Decide the groups of choices that matter beside the question."""
    branch = fork.branch
    kept = choices.beside.get((branch.month, branch.moment), ())
    groups = matter(branch.state, [each for each in kept if each.group not in fork.off])
    split = []
    for cause in players:
        if cause in groups and cause in fork.open:
            split.append(Fork(branch, fork.off | {cause}, fork.open - {cause}))
            fork = Fork(branch, fork.off, fork.open - {cause})
    return fork, split


def _prepared(fork: Fork, choices: Choices) -> State:
    kept = choices.beside.get((fork.branch.month, fork.branch.moment), ())
    return beside(fork.branch.state, [each for each in kept if each.group not in fork.off])


def _at(branch: Branch, state: State) -> Branch:
    return Branch(state, branch.asked, branch.month, branch.moment)


def _touched(before: State, after: State, left: frozenset[str], played: Played) -> list[str]:
    """The undecided causes outside the choices that mattered between two questions, in player order."""
    rows = after.rows[len(before.rows) :]
    came = {
        played.worlds.player_of(after.world.shocks[name].kind)
        for name, month in after.happened.items()
        if before.happened.get(name) != month
    }
    if PRICE in left and (_dear(after) or any(row.interest or row.account < 0 for row in rows) or _offered(before)):
        came.add(PRICE)
    if FEES in left and (after.fees or any(row.fees for row in rows)):
        came.add(FEES)
    return [cause for cause in played.worlds.players if cause in came and cause in left]


def _offered(state: State) -> bool:
    return bool(state.queue) and state.queue[0][0] == "offer"


def _dear(state: State) -> bool:
    """Whether a rate above the reference falls on something that is owed."""
    highest = reference_rate(state.world)
    return (
        state.balance.get(CURRENT, 0) < 0
        or state.interest > 0
        or any(line.rate > highest and owed(state, f"debt:{name}") > 0 for name, line in state.lines.items())
        or any(unpaid.rate > highest for unpaid in state.unpaid.values())
    )

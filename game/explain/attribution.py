"""How much better the end would have been without a cause: exact Shapley values, to the cent.

A coalition is the set of causes that are real; as a number, bit i stands for player i. The order of
the players is the order in which ties are settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import factorial

from game.model.units import Cents

MOST_PLAYERS = 10


def shapley_numerators(players: Sequence[str], values: Sequence[int]) -> tuple[list[int], int]:
    """Each player's share as a whole numerator, and their common denominator (players factorial).

    `values[mask]` is the value when exactly the players whose bits are set are real.
    ValueError unless there is one value for each coalition.
    """
    count = len(players)
    if len(values) != 1 << count:
        raise ValueError(f"{count} causes need {1 << count} values, not {len(values)}")
    weights = [factorial(size) * factorial(count - 1 - size) for size in range(count)]
    numerators = [0] * count
    for mask, value in enumerate(values):
        weight = weights[size] if (size := mask.bit_count()) < count else 0
        for player in range(count):
            bit = 1 << player
            if not mask & bit:
                numerators[player] += weight * (values[mask | bit] - value)
    return numerators, factorial(count)


def shapley_cents(players: Sequence[str], values: Sequence[int]) -> dict[str, Cents]:
    """Each player's share in whole cents; they add up to the value of all less the value of none.

    Floors first, then one cent each to the largest remainders, ties in player order.
    """
    numerators, whole = shapley_numerators(players, values)
    cents = [numerator // whole for numerator in numerators]
    missing = values[-1] - values[0] - sum(cents)
    by_remainder = sorted(range(len(cents)), key=lambda i: (-(numerators[i] % whole), i))
    for index in by_remainder[:missing]:
        cents[index] += 1
    return dict(zip(players, cents, strict=True))


def coalition(players: Sequence[str], real: Iterable[str]) -> int:
    """The number of the coalition in which exactly `real` are real. ValueError for a stranger."""
    return sum(1 << players.index(name) for name in set(real))


def table(players: Sequence[str], named: Mapping[frozenset[str], int]) -> list[int]:
    """Values named by their sets of causes, in the order of their numbers. KeyError for a missing one."""
    sets = (frozenset(name for bit, name in enumerate(players) if mask >> bit & 1) for mask in range(1 << len(players)))
    return [named[each] for each in sets]


def group_cents(cents: Mapping[str, Cents], groups: Mapping[str, str]) -> dict[str, Cents]:
    """The cents of each group: the sum of its members, in the order in which the groups appear."""
    totals: dict[str, Cents] = {}
    for player, share in cents.items():
        totals[groups[player]] = totals.get(groups[player], 0) + share
    return totals

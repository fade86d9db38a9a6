"""Shares of a difference: they add up, strangers get nothing, order does not matter (A1, A3, A5, A6)."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.explain.attribution import coalition, group_cents, shapley_cents, shapley_numerators, table

NAMES = ("job", "illness", "spend", "credit", "late", "rights")


@st.composite
def games(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    """Players, and a value in cents for each coalition."""
    players = list(NAMES[: draw(st.integers(1, 5))])
    size = 1 << len(players)
    return players, draw(st.lists(st.integers(-300_000, 2_000_000), min_size=size, max_size=size))


@given(games())
def test_a1_the_shares_add_up_to_the_difference(game: tuple[list[str], list[int]]):
    players, values = game
    shares = shapley_cents(players, values)
    assert list(shares) == players
    assert sum(shares.values()) == values[-1] - values[0]


@given(games(), st.integers(0, 5))
def test_a3_a_cause_that_changes_nothing_has_no_share(game: tuple[list[str], list[int]], where: int):
    players, values = game
    at = min(where, len(players))
    low = (1 << at) - 1
    with_idler = [values[(mask & low) | (mask >> (at + 1) << at)] for mask in range(2 * len(values))]
    numerators, _ = shapley_numerators([*players[:at], "idler", *players[at:]], with_idler)
    assert numerators[at] == 0


@given(games())
def test_a5_another_order_of_the_players_gives_the_same_shares(game: tuple[list[str], list[int]]):
    players, values = game
    numerators, whole = shapley_numerators(players, values)
    backwards = players[::-1]
    turned = [
        values[coalition(players, [p for bit, p in enumerate(backwards) if mask >> bit & 1])]
        for mask in range(len(values))
    ]
    assert shapley_numerators(backwards, turned) == (numerators[::-1], whole)


def test_a6_one_cause_alone_has_the_plain_difference():
    assert shapley_cents(["job"], [12_345, 98_765]) == {"job": 86_420}
    assert shapley_cents([], [500]) == {}


@given(games())
def test_a_share_is_the_mean_over_all_orders_of_arrival(game: tuple[list[str], list[int]]):
    players, values = game
    total = dict.fromkeys(players, 0)
    for order in permutations(players):
        mask = 0
        for player in order:
            bit = 1 << players.index(player)
            total[player] += values[mask | bit] - values[mask]
            mask |= bit
    numerators, _ = shapley_numerators(players, values)
    assert list(total.values()) == numerators


def test_the_golden_game_to_the_cent():
    values = [0, 90_000, 40_000, 150_000, 20_000, 130_001, 60_000, 200_000]
    assert shapley_numerators(["job", "credit", "fees"], values) == ([680_001, 319_998, 200_001], 6)
    assert shapley_cents(["job", "credit", "fees"], values) == {"job": 113_334, "credit": 53_333, "fees": 33_333}


def test_groups_add_up_to_the_same():
    shares = {"job": 100, "spend": -20, "credit": 50, "fees": 1}
    groups = {"job": "luck", "spend": "choices", "credit": "choices", "fees": "prices"}
    assert group_cents(shares, groups) == {"luck": 100, "choices": 30, "prices": 1}


def test_a_table_that_is_not_whole_is_refused():
    with pytest.raises(ValueError, match="4 values"):
        shapley_cents(["job", "credit"], [1, 2, 3])
    with pytest.raises(KeyError):
        table(["job"], {frozenset(): 0})

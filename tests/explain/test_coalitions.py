"""Attribution A on real games: shares add up, lazy equals naive, and who answers like the adviser has no share."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.play import answer, new_game
from game.engine.questions import option_ids
from game.explain.attribution import shapley_cents, shapley_numerators
from game.explain.causes import CHOICES, FEES, PRICE, group_of
from game.explain.coalitions import naive_value, subsets, table, value
from game.explain.forks import Played, ending, retrace, start
from game.explain.shares import causes_of
from game.explain.twins import calm_of, played_without
from game.model.game import POLICIES, Settings
from game.model.state import State
from tests.explain.seen import only_shocks, seen
from tests.playing import finished, played

GAMES = [(seed, policy) for policy in POLICIES for seed in range(2)]
SHORT = [(seed, policy) for policy in ("minimum", "loudest", "random") for seed in range(2)]


def values_of(game: Played) -> list[int]:
    """The whole table."""
    *_, (filled, values) = table(game)
    assert filled == len(values)
    return values


@cache
def values_seen(seed: int, policy: str, months: int = 24) -> tuple[int, ...]:
    """The table of a game that is retraced once."""
    return tuple(values_of(seen(seed, policy, months)))


@pytest.mark.parametrize(("seed", "policy"), GAMES)
def test_a1_a2_shares_add_up_to_what_really_happened(seed: int, policy: str) -> None:
    game, state = seen(seed, policy), finished(seed, policy)
    values = values_seen(seed, policy)
    assert values[-1] == value(state) == value(game.end)
    assert [row.debt for row in game.end.rows] == [row.debt for row in state.rows]
    assert values[0] == value(played_without(game, calm_of(game)))
    causes = causes_of(game, values)
    assert sum(share.cents for share in causes.shares) == values[-1] - values[0]
    assert sum(group.cents for group in causes.groups) == values[-1] - values[0]
    assert {group_of(share.id) for share in causes.shares} <= {"luck", "rights", "choices", "prices"}
    assert causes.bars[0].end == values[0]
    assert causes.bars[-1].end == values[-1]
    assert len(causes.bars) <= 6


@pytest.mark.parametrize(("seed", "policy"), SHORT)
def test_a4_the_lazy_table_is_the_naive_one(seed: int, policy: str) -> None:
    game = seen(seed, policy, 12)
    players = game.worlds.players
    values = values_seen(seed, policy, 12)
    for mask in range(len(values)):
        if len(players) > 6 and mask % 7:  # all of a small game, a part of a large one
            continue
        off = frozenset(cause for bit, cause in enumerate(players) if not mask >> bit & 1)
        assert values[mask] == naive_value(game, off), off


@pytest.mark.parametrize(("seed", "policy"), GAMES[2:4])
def test_a5_another_order_of_the_causes_gives_the_same_shares(seed: int, policy: str) -> None:
    game = seen(seed, policy)
    players = game.worlds.players
    values = values_seen(seed, policy)
    backwards = players[::-1]
    turned = [0] * len(values)
    for real in subsets(players):
        turned[sum(1 << backwards.index(cause) for cause in real)] = values[
            sum(1 << players.index(cause) for cause in real)
        ]
    numerators, whole = shapley_numerators(players, values)
    assert shapley_numerators(backwards, turned) == (numerators[::-1], whole)


@pytest.mark.parametrize("seed", range(12))
def test_a7_who_answers_like_the_adviser_has_no_share_of_choices(seed: int) -> None:
    game = seen(seed, "careful")
    assert not game.choices.table
    assert not game.choices.beside
    assert not set(CHOICES) & set(game.worlds.players)
    causes = causes_of(game, values_seen(seed, "careful"))
    assert all(share.cents == 0 for share in causes.shares if share.id in CHOICES)


def test_a3_a8_a_cause_that_never_matters_has_no_share_and_twice_is_the_same() -> None:
    game = seen(1, "careful")
    values = values_seen(1, "careful")
    again = values_of(retrace(finished(1, "careful")))
    assert list(values) == again
    shares = shapley_cents(game.worlds.players, values)
    if not any(row.fees for row in game.end.rows):
        assert shares[FEES] == 0


def test_a9_the_calm_twin_knows_no_seed_when_only_shocks_do() -> None:
    calm = {
        value(played_without(game, calm_of(game)))
        for game in (retrace(played(seed, "minimum", content=only_shocks())) for seed in range(6))
    }
    assert len(calm) == 1


def test_a_shock_that_is_left_out_moves_no_other() -> None:
    for seed in range(12):
        worlds = seen(seed, "minimum").worlds
        for cause, kinds in worlds.kinds.items():
            kept = tuple(each for each in worlds.played.schedule if worlds.played.shocks[each[1]].kind not in kinds)
            assert worlds.without([cause]).schedule == kept
            assert worlds.without([cause]).shifts == worlds.played.shifts


def test_no_credit_is_dear_and_no_letter_costs_where_prices_are_not_real() -> None:
    for seed, policy in SHORT:
        game = seen(seed, policy)
        end = played_without(game, frozenset((PRICE, FEES)))
        assert all(line.rate <= end.world.figures["reference_rate"] for line in end.lines.values())
        late = played_without(game, frozenset((FEES,)), recording=True)
        charged = {entry[:2] for month in late.ledger for entry in month if entry[2] == "expense:fees"}
        assert not any(kind == "rule" for kind, _ in charged), charged


def test_answers_beside_the_table_are_part_of_the_run() -> None:
    """Somebody who changes the plan, opens letters and calls in the middle of months is replayed to the cent."""
    state = new_game(only_shocks(), "weber", 3, 12, Settings())
    state = played_oddly(state)
    game = retrace(state)
    assert value(ending(start(game), game.choices)) == value(state)
    assert values_of(game)[-1] == value(state)


def played_oddly(state: State) -> State:
    """Every question is preceded by a change of the plan; the standing call is made when it can be."""
    levels = ("tight", "comfortable", "normal")
    count = 0
    while not state.over:
        count += 1
        for option in (f"plan.clothes:{levels[count % 3]}", f"plan.food:{levels[count % 2]}", "mail.open:all"):
            try:
                state = answer(state, option)
            except ValueError:
                continue
        live = option_ids(state)
        state = answer(state, live[count % len(live)])
    return state


@pytest.mark.parametrize(("seed", "policy"), GAMES)
def test_a_running_game_is_explained_up_to_its_last_closed_month(seed: int, policy: str) -> None:
    states = []
    played(seed, policy, months=18, seen=lambda state: states.append(state) if state.month == 9 else None)
    if not states:
        return
    game = retrace(states[-1])
    assert len(game.end.rows) == len(states[-1].rows)
    assert [row.debt for row in game.end.rows] == [row.debt for row in states[-1].rows]
    assert value(ending(start(game), game.choices)) == value(game.end)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_replay_without_its_ledger_is_the_very_same_game(policy: str) -> None:
    for seed in (6, 25):
        state = played(seed, policy, months=36)
        end = retrace(state).end
        assert [(row.account, row.debt, row.morale) for row in end.rows] == [
            (row.account, row.debt, row.morale) for row in state.rows
        ]

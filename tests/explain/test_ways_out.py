"""What would have helped, how far down the best end can lie, and that 'nothing would have' is only said when proven."""

from __future__ import annotations

from itertools import islice

import pytest

from game.engine.quantities import PLAN_LIMIT
from game.explain.beam import best_end
from game.explain.bounds import hopeless, lower_bound
from game.explain.coalitions import value
from game.explain.debrief import LEVERS, Lever
from game.explain.floor import floor_of
from game.explain.forks import ending, start, without
from game.explain.levers import SETS, branch_of, chosen, end_of, pulled, singles
from game.explain.marks import clear, marks, with_exit
from game.explain.twins import adviser_of, biggest, destinies, luck_of, played_without, what_if
from game.model.game import POLICIES
from game.model.message import Message
from game.model.state import State
from tests.explain.seen import poorer, seen
from tests.playing import finished, played, scenarios


@pytest.mark.parametrize("policy", POLICIES)
def test_no_end_lies_under_the_bound_of_any_moment_before_it(policy: str) -> None:
    for seed in range(3):
        moments: list[State] = []
        state = played(seed, policy, seen=moments.append)
        floor = floor_of(moments[0].world)
        bounds = [lower_bound(moment, floor) for moment in moments[::3]]
        assert max(bounds) <= value(state)
        assert lower_bound(state, floor) == value(state)


def test_the_best_end_lies_between_the_bound_and_the_adviser() -> None:
    game = seen(1, "random", 12)
    *_, best = best_end(game)
    assert best.bound <= best.value <= best.careful
    assert best.careful == value(played_without(game, adviser_of(game)))
    assert best.proven == (best.value <= best.bound)


def test_a_search_can_be_left_at_any_step() -> None:
    assert len(list(islice(best_end(seen(0, "minimum")), 5))) == 5


def test_nothing_would_have_helped_is_proven_only_where_the_adviser_ends_far_from_free() -> None:
    proven = 0
    for percent in (15, 40, 70, 100):
        for seed in range(3):
            state = played(seed, "careful", content=poorer(percent))
            if hopeless(state.world):
                proven += 1
                assert state.rows[-1].projected > PLAN_LIMIT, (percent, seed)
    assert proven >= 1


def test_with_the_real_household_it_is_never_claimed() -> None:
    assert not any(hopeless(played(seed, "careful", months=2).world) for seed in range(20))


@pytest.mark.parametrize(("seed", "policy"), [(0, "minimum"), (2, "loudest"), (3, "random")])
def test_a_lever_changes_nothing_before_its_month(seed: int, policy: str) -> None:
    game = seen(seed, policy)
    for lever in LEVERS:
        branch = branch_of(game, 8)
        end = end_of(game, branch, (lever,))
        assert [row.debt for row in end.rows[: branch.month]] == [row.debt for row in game.end.rows[: branch.month]]
        assert pulled(game, branch, (lever,)).gain == value(game.end) - value(end)


def test_there_are_forty_one_sets_of_levers() -> None:
    assert len(LEVERS) + len(SETS) == 41


def test_the_adviser_needs_no_wishes_letters_or_leftover_lever() -> None:
    game = seen(1, "careful")
    inert = [
        pulled(game, branch, (lever,)) for branch in game.months[:4] for lever in ("wishes", "letters", "leftover")
    ]
    assert all(lever.gain == 0 for lever in inert)


def test_at_most_three_are_shown_and_each_helps() -> None:
    game = seen(0, "minimum")
    alone = list(filter(None, singles(game)))
    shown = chosen(game, alone, ()).shown
    assert 1 <= len(shown) <= 3
    assert all(lever.gain > 0 for lever in shown)
    assert shown[0].gain == max(lever.gain for lever in alone)
    assert len(shown[0].line) == 24


def test_the_last_cheap_exit_is_the_last_month_in_which_one_lever_was_enough() -> None:
    state = finished(0, "minimum")
    game = seen(0, "minimum")
    alone = list(filter(None, singles(game)))
    found = with_exit(marks(state), alone)
    ways = [lever for lever in alone if lever.clear and lever.month < (found.no_return or 24)]
    if state.rows[-1].stage not in ("spiral", "over_indebted") or not ways:
        assert found.exit is None
    else:
        assert found.exit is not None
        assert found.exit.month == max(lever.month for lever in ways)
        end = end_of(game, branch_of(game, found.exit.month), (found.exit.lever,))
        assert clear(end.rows[-1])


def test_no_exit_is_told_of_a_game_that_ends_well() -> None:
    state = finished(1, "careful")
    ways = [Lever(("advice",), 3, 100, 0, 50, (), Message("explain.effort.advice"), (), True)]
    assert with_exit(marks(state), ways).exit is None


def test_twins_are_runs_of_the_same_months() -> None:
    state, game = finished(2, "minimum"), seen(2, "minimum")
    assert value(played_without(game, luck_of(game))) == value(ending(start(game, luck_of(game)), game.choices))
    largest = biggest(state, game)
    assert largest <= luck_of(game)
    assert what_if(game).value == value(game.end)
    assert what_if(game, ("advice",), 5).owed[:5] == what_if(game).owed[:5]
    both = what_if(game, ("advice",), 5, luck_of(game))
    calm = ending(start(game, luck_of(game)), game.choices, without(frozenset()))
    assert both.owed[:5] == tuple(row.fragile for row in calm.rows)[:5]


def test_the_careful_twin_is_the_adviser_s_own_game() -> None:
    for seed in range(3):
        twin = played_without(seen(seed, "minimum"), adviser_of(seen(seed, "minimum")))
        assert value(twin) == value(finished(seed, "careful"))


def test_other_destinies_of_the_adviser_are_the_adviser_s_games() -> None:
    state = finished(4, "careful")
    dots = list(filter(None, destinies(state, seen(4, "careful"), 3)))
    assert [dot.seed for dot in dots] == [5, 6, 7]
    for dot in dots:
        row = finished(dot.seed, "careful").rows[-1]
        assert (dot.owed, dot.stage) == (row.fragile, row.stage)


def test_content_is_as_it_was_after_all_of_it() -> None:
    content = scenarios()
    before = dict(content.dilemmas)
    list(destinies(finished(4, "careful"), seen(4, "careful"), 1))
    assert dict(content.dilemmas) == before

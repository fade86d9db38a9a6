"""What may be kept back of a pay, who gets it, and when creditors have agreed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.garnishment import attachable, kept_back, shares
from game.engine.vote import count_vote

BOUNDS, RATES = (85_000, 130_000, 160_000, 260_000), (0, 1_000, 2_000, 2_500, 10_000)
CLAIMS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2_000_000), min_size=1)
SIXTY = {"heads_share": 6_000, "amount_share": 6_000}


@given(st.integers(0, 1_000_000), st.integers(0, 100_000))
def test_a_higher_pay_never_leaves_less_to_live_on(net: int, more: int):
    low, high = attachable(net, BOUNDS, RATES), attachable(net + more, BOUNDS, RATES)
    assert 0 <= low <= high <= low + more + 1
    assert net - low <= net + more - high + 1


def test_bands_need_one_rate_more_than_bounds():
    with pytest.raises(ValueError, match="5 bands"):
        attachable(100_000, BOUNDS, RATES[:-1])


@given(st.integers(0, 500_000), CLAIMS)
def test_one_pot_is_shared_to_the_last_cent_and_nobody_gets_more_than_the_claim(pot: int, claims: dict[str, int]):
    taken = shares(pot, claims)
    assert sum(taken.values()) == min(pot, sum(claims.values()))
    assert all(taken[name] <= claims[name] for name in claims)


def test_maintenance_comes_out_of_what_others_cannot_touch():
    part = attachable(241_851, BOUNDS, RATES)
    assert kept_back(241_851, part, 40_000, {"bank": 500_000}) == (40_000, {"bank": 30_963}, 0)


def test_only_maintenance_beyond_that_lowers_the_others_part():
    assert kept_back(100_000, 30_000, 80_000, {"bank": 500_000}) == (80_000, {"bank": 20_000}, 0)


def test_an_assignment_gets_what_the_garnishments_leave():
    assert kept_back(241_851, 30_963, 0, {"bank": 10_000, "shop": 5_000}, 40_000) == (
        0,
        {"bank": 10_000, "shop": 5_000},
        15_963,
    )


@given(CLAIMS, st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(("yes", "no", "silent"))))
def test_a_plan_passes_whenever_a_moratorium_would(claims: dict[str, int], votes: dict[str, str]):
    votes = {name: vote for name, vote in votes.items() if name in claims}
    plan = count_vote(claims, votes, kind="plan", not_informed=(), **SIXTY)
    moratorium = count_vote(claims, votes, kind="moratorium", not_informed=(), **SIXTY)
    unheard = count_vote(claims, votes, kind="plan", not_informed=tuple(claims), **SIXTY)
    assert plan.accepted >= moratorium.accepted
    assert (moratorium.accepted, moratorium.heads_yes) == (unheard.accepted, unheard.heads_yes)


def test_without_any_claim_nothing_is_accepted():
    assert not count_vote({}, {}, kind="plan", not_informed=(), **SIXTY).accepted


def test_a_vote_without_a_claim_is_refused():
    with pytest.raises(ValueError, match="shop"):
        count_vote({"bank": 100}, {"shop": "yes"}, kind="plan", not_informed=(), **SIXTY)

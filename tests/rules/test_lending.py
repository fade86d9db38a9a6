"""Credits to their end: no cent is lost, nothing is rounded twice."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from game.engine.lending import card_minimum, card_payoff, overdraft_cost, overdraft_interest, schedule
from game.model.units import half_up, interest, split

RATES = st.integers(0, 3000)


@given(st.integers(0, 10_000_000), RATES)
def test_interest_is_a_twelfth_of_the_yearly_rate_rounded_half_up(balance: int, rate: int):
    exact = Fraction(balance * rate, 120_000)
    assert interest(balance, rate) == half_up(exact.numerator, exact.denominator)
    assert abs(interest(balance, rate) - exact) <= Fraction(1, 2)


@given(st.integers(0, 100_000), st.integers(1, 12).map(lambda times: 1200 * times), st.integers(1, 50))
def test_interest_of_whole_hundreds_is_exactly_proportional(euros: int, rate: int, times: int):
    assert interest(times * 100 * euros, rate) == times * interest(100 * euros, rate)


@given(st.integers(0, 10_000_000), st.lists(st.integers(0, 1_000_000), max_size=9))
def test_shares_add_up_and_are_off_by_less_than_a_cent(total: int, weights: list[int]):
    shares, whole = split(total, weights), sum(weights)
    assert sum(shares) == (total if whole else 0)
    for share, weight in zip(shares, weights, strict=True):
        assert not whole or abs(share * whole - total * weight) < whole


@given(st.integers(100, 5_000_000), RATES, st.integers(1, 120))
def test_a_loan_ends_at_nothing_and_costs_its_interest(principal: int, rate: int, months: int):
    plan = schedule(principal, rate, months)
    assert plan.balances[-1] == 0
    assert len(plan.balances) == months
    paid_before = principal + plan.total_interest - plan.last_instalment
    assert paid_before <= plan.instalment * (months - 1)
    if plan.balances[-2:][0] > 0:
        assert paid_before == plan.instalment * (months - 1)


@given(st.integers(0, 500_000), st.integers(0, 5000), st.integers(0, 5000))
def test_a_card_minimum_rounds_up_and_never_exceeds_the_balance(balance: int, percent: int, least: int):
    minimum = card_minimum(balance, percent, least)
    assert minimum <= balance
    if minimum < balance:
        assert minimum >= least
        assert 10_000 * minimum >= balance * percent
        assert minimum == least or 10_000 * (minimum - 1) < balance * percent


@given(st.integers(1, 500_000), RATES, st.integers(0, 1000), st.integers(0, 5000), st.integers(0, 60_000))
def test_a_card_is_paid_off_or_never_but_always_answers(balance: int, rate: int, percent: int, least: int, pay: int):
    fixed, minimum = card_payoff(balance, rate, percent, least, pay), card_payoff(balance, rate, percent, least, None)
    assert (fixed.months is None) == (pay <= interest(balance, rate))
    if fixed.months is not None and fixed.total_interest is not None:
        assert pay * (fixed.months - 1) < balance + fixed.total_interest <= pay * fixed.months
    assert (minimum.months is None) == (minimum.total_interest is None)


def test_the_first_months_of_a_card_paid_with_the_minimum():
    balance, seen = 100_000, []
    for _ in range(3):
        charged = interest(balance, 1800)
        paid = card_minimum(balance + charged, 300, 2_500)
        balance += charged - paid
        seen.append((charged, paid, balance))
    assert seen == [(1_500, 3_045, 98_455), (1_477, 2_998, 96_934), (1_454, 2_952, 95_436)]


def test_an_overdraft_pays_its_fee_only_beyond_the_limit():
    assert overdraft_cost(200_000, 800, 200_000, 1_000, months=3) == (3 * 1_333, 0)
    assert overdraft_cost(200_001, 800, 200_000, 1_000, months=3) == (3 * 1_333, 3_000)
    assert overdraft_cost(200_001, 800, 200_000, 1_000, days=31) == (overdraft_interest(200_001, 800, 31), 1_000)

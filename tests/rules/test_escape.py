"""The time to be free: shortcuts against the plain recursion, the logarithm, and themselves (D5, D6, D9)."""

from __future__ import annotations

from math import ceil, log, log1p

from hypothesis import assume, given
from hypothesis import strategies as st

from game.engine.quantities import (
    LONGEST,
    LONGEST_PROJECTED,
    NEVER,
    escape_interest,
    escape_months,
    escape_projected,
    margin_needed,
    monthly_interest,
)

RATES = st.sampled_from((0, 1, 150, 400, 725, 1200, 1800, 2990))
ACCOUNTS = st.lists(st.tuples(st.integers(0, 3_000_000), RATES), max_size=4)


def by_recursion(accounts: list[tuple[int, int]], margin: int) -> int:
    """n* as it is defined (spiral.md 2.3), month by month and without any shortcut."""
    debt = left = sum(balance for balance, _ in accounts)
    weight = sum(balance * rate for balance, rate in accounts)
    if debt <= 0:
        return 0
    months = 0
    if margin <= 0 or margin <= (2 * left * weight + 120_000 * debt) // (240_000 * debt):
        return NEVER
    while left > 0:
        left += (2 * left * weight + 120_000 * debt) // (240_000 * debt) - margin
        months += 1
        if months > LONGEST:
            return NEVER
    return months


@st.composite
def accounts_and_margin(draw: st.DrawFn) -> tuple[list[tuple[int, int]], int]:
    """Debts with a margin near their interest, where the answer changes fastest."""
    accounts = draw(ACCOUNTS)
    charged = monthly_interest(accounts)
    near = draw(st.one_of(st.integers(-2, 60), st.integers(0, max(1, sum(b for b, _ in accounts) // 300))))
    return accounts, charged + near


@given(accounts_and_margin())
def test_no_shortcut_changes_the_answer(drawn: tuple[list[tuple[int, int]], int]):
    accounts, margin = drawn
    assert escape_months(accounts, margin) == by_recursion(accounts, margin)


@given(st.integers(10_000, 3_000_000), st.sampled_from((150, 400, 1200, 1800)), st.integers(102, 900))
def test_the_logarithm_agrees_within_a_month_away_from_the_explosion(debt: int, rate: int, percent: int):
    charged = monthly_interest([(debt, rate)])
    margin = charged * percent // 100 + 1
    assume(50 * margin >= 51 * charged)
    months = escape_months([(debt, rate)], margin)
    monthly = rate / 120_000
    closed = ceil(-log(1 - monthly * debt / margin) / log1p(monthly))
    assert abs((LONGEST + 1 if months == NEVER else months) - min(closed, LONGEST + 1)) <= 1


@given(accounts_and_margin(), st.integers(1, 20_000))
def test_d5_more_margin_never_takes_longer(drawn: tuple[list[tuple[int, int]], int], more: int):
    accounts, margin = drawn
    assert escape_months(accounts, margin + more) <= escape_months(accounts, margin)


@given(st.integers(1, 2_000_000), st.integers(1, 500_000), RATES, st.integers(1, 60_000))
def test_d5_more_debt_at_the_same_rate_never_takes_less(debt: int, more: int, rate: int, margin: int):
    assert escape_months([(debt + more, rate)], margin) >= escape_months([(debt, rate)], margin)


@given(st.integers(1, 2_000_000), RATES, st.integers(1, 240))
def test_d6_the_margin_needed_is_the_smallest_that_frees_in_time(debt: int, rate: int, months: int):
    margin = margin_needed(debt, rate, months)
    assert escape_months([(debt, rate)], margin) <= months
    assert margin == 0 or escape_months([(debt, rate)], margin - 1) > months


@given(accounts_and_margin())
def test_d9_without_a_loss_that_ends_both_times_are_one(drawn: tuple[list[tuple[int, int]], int]):
    accounts, margin = drawn
    months = escape_months(accounts, margin)
    assert escape_projected(accounts, (), margin) == (months if months <= LONGEST_PROJECTED else NEVER)


@given(accounts_and_margin(), st.integers(1, 30))
def test_first_months_with_the_same_margin_change_nothing_that_ends_in_time(
    drawn: tuple[list[tuple[int, int]], int], first: int
):
    accounts, margin = drawn
    assume(escape_months(accounts, margin) != NEVER)
    assert escape_projected(accounts, [margin] * first, margin) == escape_projected(accounts, (), margin)


@given(accounts_and_margin())
def test_all_interest_is_what_was_paid_beyond_the_debt(drawn: tuple[list[tuple[int, int]], int]):
    accounts, margin = drawn
    months, charged = escape_months(accounts, margin), escape_interest(accounts, margin)
    assert (charged is None) == (months == NEVER)
    if charged is not None and months:
        paid = charged + sum(balance for balance, _ in accounts)
        assert margin * (months - 1) < paid <= margin * months


def test_one_account_bears_the_interest_of_a_loan():
    assert monthly_interest([(500_000, 1200)]) == 5_000
    assert monthly_interest([(500_000, 1200), (0, 1800)]) == 5_000
    assert monthly_interest([]) == 0


def test_two_accounts_bear_the_blended_rate():
    assert monthly_interest([(100_000, 1800), (100_000, 0)]) == monthly_interest([(200_000, 900)])


def test_an_overdrawn_margin_in_the_first_months_lets_the_debt_grow():
    accounts = [(400_000, 1200)]
    assert escape_projected(accounts, [-20_000] * 4, 25_000) == 27
    assert escape_projected(accounts, [-20_000] * 4, 4_500) == NEVER
    assert escape_projected(accounts, [500_000], -1) == 1
    assert escape_projected(accounts, [0] * 200, 10_000_000) == NEVER

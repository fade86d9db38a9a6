"""Whose euro it is: no cent appears, disappears or changes its cause (B1, B2, B3, B5, B6)."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.explain.tracing import DEBT_SERVICE, FEES, LIVING, START, Tracing, by_cause, by_layer, coins, owed

ACCOUNTS, CAUSES = ("card", "loan", "overdraft"), ("start", "repair", "job", "holiday")
CENTS = st.integers(0, 90_000)
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("borrow"), st.sampled_from(ACCOUNTS), CENTS, st.sampled_from(CAUSES)),
        st.tuples(st.just("interest"), st.sampled_from(ACCOUNTS), st.integers(0, 3_000)),
        st.tuples(st.just("fee"), st.sampled_from(ACCOUNTS), st.integers(0, 4_000)),
        st.tuples(st.just("pay"), st.sampled_from(ACCOUNTS), CENTS),
        st.tuples(st.just("write_off"), st.sampled_from(ACCOUNTS), CENTS),
        st.tuples(st.just("swap"), st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), CENTS),
        st.tuples(
            st.just("draw"),
            st.lists(st.tuples(st.sampled_from(ACCOUNTS), CENTS), max_size=3),
            st.lists(st.tuples(st.sampled_from((*CAUSES, DEBT_SERVICE)), CENTS), max_size=4),
        ),
        st.tuples(st.just("close")),
    ),
    max_size=25,
)


class Books:
    """The same events as plain balances, to check the tracing against."""

    def __init__(self) -> None:
        self.tracing = Tracing()
        self.balance = dict.fromkeys(ACCOUNTS, 0)
        self.interest = self.fees = 0

    def play(self, event: tuple) -> None:
        """One event, cut down to what is owed where it takes something away."""
        tracing, balance = self.tracing, self.balance
        match event:
            case ("borrow", account, cents, cause):
                tracing.borrow(account, cents, cause)
                balance[account] += cents
            case ("interest", account, cents) if balance[account]:
                tracing.charge_interest(account, cents)
                balance[account] += cents
                self.interest += cents
            case ("fee", account, cents):
                tracing.charge_fee(account, cents)
                balance[account] += cents
                self.fees += cents
            case ("pay" | "write_off" as what, account, cents):
                cents = min(cents, balance[account])
                (tracing.pay if what == "pay" else tracing.write_off)(account, cents)
                balance[account] -= cents
            case ("swap", source, target, cents):
                cents = min(cents, balance[source])
                tracing.swap(source, target, cents)
                balance[source] -= cents
                balance[target] += cents
            case ("draw", drawings, reasons):
                tracing.draw(drawings, reasons)
                for account, cents in drawings:
                    balance[account] += cents
            case ("close",):
                tracing.close_month()


def played(events: list[tuple]) -> Books:
    books = Books()
    for event in events:
        books.play(event)
    return books


@given(EVENTS)
def test_b1_each_map_adds_up_to_its_account(events: list[tuple]):
    books = played(events)
    assert {account: books.tracing.balance(account) for account in ACCOUNTS} == books.balance


@given(EVENTS)
def test_b2_what_was_made_is_paid_written_off_or_still_there(events: list[tuple]):
    tracing = played(events).tracing
    keys = set(tracing.created)
    parts = (tracing.paid, tracing.written_off, tracing.passing, owed(tracing))
    assert all(set(part) <= keys for part in parts)
    for key in keys:
        assert tracing.created[key] == sum(part.get(key, 0) for part in parts), key


@given(EVENTS)
def test_b3_nothing_is_ever_negative(events: list[tuple]):
    tracing = played(events).tracing
    parts = (tracing.created, tracing.paid, tracing.written_off, tracing.passing, *tracing.held.values())
    assert all(cents > 0 for part in parts for cents in part.values())


@given(EVENTS)
def test_b5_interest_and_fees_made_are_those_posted(events: list[tuple]):
    books = played(events)
    layers = by_layer(books.tracing.created)
    assert layers["I"] + layers["J"] == books.interest
    assert layers["F"] == books.fees
    books.tracing.close_month()
    assert sum(books.tracing.by_month) == layers["J"]


@given(EVENTS, st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), CENTS)
def test_b6_a_swap_or_debt_that_pays_debt_changes_no_cause(events: list[tuple], source: str, target: str, cents: int):
    books = played([*events, ("close",)])
    before = by_cause(owed(books.tracing))
    books.play(("swap", source, target, cents))
    assert by_cause(owed(books.tracing)) == before
    cents = min(cents, books.balance[source])
    books.tracing.pay(source, cents)
    books.tracing.draw([(target, cents)], [(DEBT_SERVICE, cents)])
    assert by_cause(owed(books.tracing)) == before
    assert books.tracing.passing == {}


def golden() -> Tracing:
    """G4 up to the payment."""
    tracing = Tracing()
    tracing.borrow("card", 60_000, "repair")
    tracing.borrow("card", 40_000, "holiday")
    for charged in (1_500, 1_523):
        tracing.charge_interest("card", charged)
    return tracing


def test_interest_on_interest_follows_its_cause():
    held = golden().held["card"]
    assert (held["repair", "I"], held["holiday", "I"]) == (1_800, 1_200)
    assert (held["repair", "J"], held["holiday", "J"]) == (14, 9)


def test_a_payment_takes_interest_on_interest_then_interest_then_fees():
    tracing = golden()
    tracing.charge_fee("card", 2_000)
    tracing.pay("card", 5_000)
    tracing.close_month()
    assert tracing.held["card"] == {("repair", "P"): 60_000, ("holiday", "P"): 40_000, (FEES, "F"): 23}
    assert by_layer(tracing.paid) == {"P": 0, "F": 1_977, "I": 3_000, "J": 23}
    assert coins(tracing.paid) == {"principal": 0, "interest": 6, "fees": 4}
    assert tracing.by_month == [23]


def test_new_debt_walks_along_its_reasons_and_the_rest_is_ordinary_life():
    tracing = Tracing()
    tracing.draw([("overdraft", 500), ("card", 300)], [("spend", 200), ("repair", 450)])
    assert tracing.held == {
        "overdraft": {("spend", "P"): 200, ("repair", "P"): 300},
        "card": {("repair", "P"): 150, (LIVING, "P"): 150},
    }


def test_debt_that_pays_debt_keeps_the_old_cause_and_only_own_money_counts_as_paid():
    tracing = Tracing()
    tracing.borrow("loan", 10_000, START)
    tracing.charge_interest("loan", 100)
    tracing.pay("loan", 1_100)
    tracing.draw([("overdraft", 600)], [(DEBT_SERVICE, 600)])
    tracing.close_month()
    assert tracing.held["overdraft"] == {(START, "P"): 545, (START, "I"): 55}
    assert tracing.paid == {(START, "P"): 455, (START, "I"): 45}


def test_more_debt_service_than_was_paid_is_ordinary_life():
    tracing = Tracing()
    tracing.borrow("loan", 10_000, START)
    tracing.pay("loan", 100)
    tracing.draw([("overdraft", 300)], [(DEBT_SERVICE, 300)])
    assert tracing.held["overdraft"] == {(START, "P"): 100, (LIVING, "P"): 200}


def test_no_own_payment_yet_shows_no_coins():
    assert coins({}) == {}
    assert coins({("start", "P"): 1, ("start", "I"): 1}) == {"principal": 5, "interest": 5, "fees": 0}


def test_what_is_not_owed_cannot_be_paid_and_bears_no_interest():
    tracing = golden()
    before = deepcopy(tracing)
    with pytest.raises(ValueError, match="card"):
        tracing.pay("card", 200_000)
    with pytest.raises(ValueError, match="loan"):
        tracing.charge_interest("loan", 1)
    assert tracing == before

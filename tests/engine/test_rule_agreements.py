"""Parts instead of the whole: who says yes, what is due, when a promise is kept or broken (rules.md 5, 9)."""

from __future__ import annotations

import pytest

from game.engine.arrears import agree, may_agree
from game.model.state import State
from tests.engine.situations import (
    CALL,
    at,
    bare,
    begin,
    bill,
    closed,
    debt,
    line,
    moved,
    owes,
    unpaid,
    with_arrears,
    with_money,
    with_pay,
)

RENT = bill("rent", 900_00, "landlord")


def agreed(pay: int = 1000_00, by_adviser: bool = False, months: int = 0) -> State:
    """100.00 of last month agreed with the telephone company, in the month before its first part."""
    state = with_arrears(begin(bare(pay, RENT, limit=0)), "telecom", 100_00, done=("reminder",))
    state = at(state, CALL)
    agree(state, "telecom", 0, by_adviser, months)
    state.spare = "keep"
    return closed(state)


def test_three_parts_begin_next_month_without_fee_and_the_last_takes_the_rest() -> None:
    state = agreed()
    paid = []
    for _ in range(3):
        state = closed(state)
        paid.append(moved(state, "debt:arrears:telecom", "asset:current"))
        assert state.rows[-1].debt_service == paid[-1]
    assert paid == [33_33, 33_33, 33_34]
    assert [row.fees for row in state.rows] == [0, 0, 0, 0]
    assert not state.unpaid
    assert not state.agreements
    assert state.trust["telecom"] == 1


def test_the_adviser_gets_six_parts() -> None:
    state = agreed(by_adviser=True)
    assert [cents for _, cents in state.agreements["telecom"].parts] == [16_66] * 5 + [16_70]


def test_what_is_agreed_is_not_arrears() -> None:
    state = agreed()
    row = state.rows[-1]
    assert (row.arrears, row.creditors_unpaid) == (0, 0)
    assert row.fragile == 100_00


def test_a_missed_part_brings_all_of_it_back_and_the_path_goes_on_from_the_next_step() -> None:
    state = closed(agreed())
    assert unpaid(state, "telecom").done == ("reminder",)
    state = with_pay(with_money(state, -state.balance["asset:current"]), 900_00)
    state = closed(state, "wait.agreed.telecom")
    assert state.rows[-1].arrears == 66_67 + 8_00
    assert unpaid(state, "telecom").done == ("reminder", "warning")
    assert "telecom" not in state.agreements
    assert not may_agree(state, "telecom")


def test_a_broken_promise_is_remembered_for_twelve_months() -> None:
    state = begin(bare(1000_00))
    state.broken = {"telecom": 0}
    state.month = 11
    assert not may_agree(state, "telecom")
    state.month = 12
    assert may_agree(state, "telecom")


def test_the_third_agreement_in_twelve_months_is_refused() -> None:
    state = begin(bare(1000_00))
    state.deferrals = ((0, "telecom"),)
    assert may_agree(state, "telecom")
    state.deferrals = ((0, "telecom"), (3, "telecom"), (3, "energy"))
    assert not may_agree(state, "telecom")
    state.month = 12
    assert may_agree(state, "telecom")


def test_nobody_agrees_in_court_or_with_a_called_in_loan_or_when_trust_is_gone() -> None:
    state = with_arrears(begin(bare(0, debts=(debt("loan", "personal_loan", 100_00),))), "telecom", 100_00)
    assert may_agree(state, "telecom")
    assert not may_agree(with_arrears(state, "telecom", 1_00, in_court=True), "telecom")
    assert may_agree(state, "loan")
    line(state, "loan").called_in = True
    assert not may_agree(state, "loan")
    state.trust = {"telecom": -1}
    assert may_agree(state, "telecom")
    state.trust = {"telecom": -2}
    assert not may_agree(state, "telecom")


def test_asking_in_the_triage_takes_the_whole_item_out_of_the_month() -> None:
    state = begin(bare(900_00, RENT, bill("phone", 90_00, "telecom"), limit=0))
    state = closed(state, "ask.telecom")
    assert state.call_used
    assert state.rows[-1].gap == 90_00  # a bill left open this month
    assert [month for month, _ in state.agreements["telecom"].parts] == [1, 2, 3]
    assert not state.unpaid
    later = closed(with_pay(state, 2000_00), months=3)
    assert owes(later, "arrears:telecom") == 0
    assert later.rows[-1].fees == 0


def test_an_agreed_instalment_bears_no_interest_and_the_term_does_not_move() -> None:
    content = bare(100_00, debts=(debt("loan", "personal_loan", 1200_00, 1200, 120_00, 11),), limit=0)
    state = closed(begin(content), "ask.loan")
    assert owes(state, "loan") == 1212_00
    assert line(state, "loan").months == 10
    state = closed(with_pay(state, 1000_00))
    assert state.rows[-1].interest == 10_92  # of 1,212.00 less the 120.00 in parts
    assert state.rows[-1].debt_service == 120_00 + 40_00
    state = closed(state, months=9)
    assert "loan" not in state.lines
    assert state.rows[-1].fees == 0


def test_the_triage_lets_the_adviser_speak_to_every_creditor_at_once() -> None:
    bills = bill("phone", 90_00, "telecom"), bill("club", 60_00, "club"), RENT
    state = closed(begin(bare(900_00, *bills, limit=0)), "adviser")
    assert {name: len(each.parts) for name, each in state.agreements.items()} == {"club": 6, "telecom": 6}
    assert state.call_used
    assert state.adviser == 1  # the first talk is next month


@pytest.mark.parametrize(("pay", "months"), [(2000_00, 6), (970_00, 16), (945_00, 6)])
def test_the_adviser_proposes_what_the_budget_carries(pay: int, months: int) -> None:
    """The margin less 50.00 a month; where nothing is left the six parts of every creditor."""
    state = with_arrears(begin(bare(pay, RENT)), "telecom", 300_00, done=("reminder",))
    state.spare = "keep"
    state = closed(state)
    state.adviser = state.month
    state = closed(state, "rights_and_parts")
    assert len(state.agreements["telecom"].parts) == months

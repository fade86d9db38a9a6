"""Loans, cards, the overdraft: instalments, missed ones, limits, swaps (rules.md 6)."""

from __future__ import annotations

import pytest

from game.engine.calls import make_call, reachable
from game.engine.credit import borrow, swap
from game.engine.effects import Origin, apply
from game.engine.play import standing
from game.engine.triage import available
from game.model.effects import Amount, Pay
from game.model.state import State
from game.model.units import annuity
from tests.engine.situations import (
    BILLS,
    CALL,
    account,
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
    with_money,
    with_pay,
)

RENT = bill("rent", 900_00, "landlord")


def loan(name: str = "loan", product: str = "personal_loan", balance: int = 1200_00, rate: int = 0) -> State:
    """A loan over twelve months and a pay that just carries it."""
    instalment = annuity(balance, rate, 12)
    return begin(bare(instalment, limit=0, debts=(debt(name, product, balance, rate, instalment, 12),)))


def signed(state: State, product: str, amount: int, months: int, cash: bool = True) -> State:
    """The state after a credit was signed in this month's step 4."""
    state = at(state, CALL)
    borrow(state, state.world.content.products[product], amount, months, cash, None, ("answer", "x"))
    return state


def test_the_first_instalment_comes_in_the_month_after_signing_and_the_last_takes_the_rest() -> None:
    state = signed(begin(bare(1000_00)), "personal_loan", 1000_00, 12)
    state = closed(state)
    assert state.rows[0].debt_service == 0
    assert line(state, "personal_loan").instalment == annuity(1000_00, 470, 12) == 85_47
    state = closed(state, months=12)
    assert "personal_loan" not in state.lines
    assert [row.debt_service for row in state.rows[1:12]] == [85_47] * 11
    assert 85_00 < state.rows[12].debt_service < 86_00
    assert sum(row.debt_service for row in state.rows) == 1000_00 + sum(row.interest for row in state.rows)


def test_a_loan_without_interest_is_divided_down_and_the_last_part_takes_the_rest() -> None:
    state = closed(signed(begin(bare(1000_00)), "shop_instalments", 100_00, 3, cash=False))
    line(state, "shop_instalments").rate = 0
    line(state, "shop_instalments").instalment = annuity(100_00, 0, 3)
    state = closed(state, months=3)
    assert [row.debt_service for row in state.rows] == [0, 33_33, 33_33, 33_34]


def test_a_missed_instalment_is_due_beside_the_next_one_and_the_term_does_not_move() -> None:
    state = loan()
    state.debits = {"loan": False}
    state = closed(with_pay(state, 0))
    assert line(state, "loan").missed == 100_00 + 8_00
    state = closed(with_money(with_pay(state, 100_00), 108_00))
    assert state.rows[1].debt_service == 208_00
    assert line(state, "loan").months == 10
    state = closed(state, months=10)
    assert "loan" not in state.lines
    assert len(state.rows) == 12


def test_interest_of_a_missed_instalment_runs_on_the_whole_balance() -> None:
    state = loan(rate=1200)
    state.debits = {"loan": False}
    state = closed(with_pay(state, 0))
    owed = owes(state, "loan")
    assert closed(with_money(state, 1000_00)).rows[1].interest == (owed * 12 + 600) // 1200


def test_half_an_instalment_leaves_the_other_half_overdue() -> None:
    content = bare(200_00, limit=0, debts=(debt("loan", "personal_loan", 4000_00, 0, 400_00, 10),))
    state = closed(begin(content), "half.loan")
    assert owes(state, "loan") == 3800_00
    assert line(state, "loan").missed == 200_00
    assert (line(state, "loan").months, line(state, "loan").missed_count) == (9, 1)
    assert state.rows[0].missed == 200_00
    assert state.rows[0].fees == 0  # its path begins a month later
    state = closed(with_pay(state, 600_00))
    assert line(state, "loan").missed == 0
    assert owes(state, "loan") == 3200_00
    assert not state.unpaid


def test_spare_money_on_an_overdue_loan_ends_its_path_and_is_remembered() -> None:
    state = loan()
    state.debits = {"loan": False}
    state = closed(with_pay(state, 0))
    assert unpaid(state, "loan").done == ("reminder",)
    state = closed(with_money(state, 108_00), "wait.loan")
    assert line(state, "loan").missed == 100_00 + 20_00  # spare money paid the older part
    state = closed(with_money(with_pay(state, 100_00), 120_00))
    assert not state.unpaid
    assert state.cleared == {"loan": 2}


def card(balance: int, pay: int) -> State:
    """A bank card and a pay."""
    return begin(bare(pay, limit=0, debts=(debt("card", "card", balance, 1500, limit=2500_00),)))


@pytest.mark.parametrize(("balance", "minimum"), [(900_00, 91_13), (300_00, 50_00), (40_00, 40_50)])
def test_a_card_asks_for_a_tenth_and_at_least_fifty(balance: int, minimum: int) -> None:
    assert closed(card(balance, 1000_00)).rows[0].debt_service == minimum


def test_a_revolving_account_is_the_slow_one() -> None:
    content = bare(1000_00, debts=(debt("club", "revolving", 1000_00, 1800, limit=1000_00),))
    row = closed(begin(content)).rows[0]
    assert (row.interest, row.debt_service) == (15_00, 30_45)


def test_a_purchase_bears_interest_from_the_next_month() -> None:
    state = signed(card(0, 1000_00), "card", 600_00, 1, cash=False)
    assert line(state, "card").product == "card"
    state = closed(state)
    assert (state.rows[0].interest, state.rows[0].earmarked, state.rows[0].gap) == (0, 600_00, 0)
    assert closed(state).rows[1].interest == 6_75


def test_one_late_minimum_blocks_a_card_until_it_is_paid() -> None:
    state = card(900_00, 0)
    state.debits = {"card": False}
    state = closed(state, "wait.card")
    assert line(state, "card").blocked
    assert unpaid(state, "card").done == ("blocked",)
    state = closed(with_money(state, 1000_00))
    assert not line(state, "card").blocked


def test_two_late_minima_block_a_card_until_three_are_paid() -> None:
    state = card(900_00, 0)
    state.debits = {"card": False}
    state = closed(closed(state, "wait.card"), "wait.card")
    state = with_money(state, 2000_00)
    blocked = []
    state.spare = "keep"
    for _ in range(4):
        state = closed(state)
        blocked.append(line(state, "card").blocked)
    assert blocked == [True, True, False, False]
    assert not state.unpaid


def test_two_closes_beyond_the_limit_halve_it_and_the_excess_is_due_in_three_parts() -> None:
    state = begin(bare(0, account=-2500_00, limit=2000_00))
    state = closed(state)
    assert (state.limit, state.over_limit) == (2000_00, 1)
    used = -account(state)
    state = closed(state)
    assert state.limit == 1000_00
    assert account(state) == -1000_00
    excess = owes(state, "arrears:overdraft")
    assert excess > used - 1000_00
    assert [month for month, _ in state.agreements["overdraft"].parts] == [2, 3, 4]
    row = state.rows[-1]
    assert row.debt == row.fragile == 1000_00 + excess
    assert row.arrears == 0
    state = with_pay(state, 1000_00)
    after = closed(state)
    assert after.rows[-1].debt_service == excess // 3 + after.rows[-1].interest
    left = closed(with_pay(after, 0), "wait.agreed.overdraft")
    assert unpaid(left, "overdraft").done == ("blocked",)


def test_a_limit_is_halved_up_to_the_next_hundred() -> None:
    state = begin(bare(0, account=-2500_00, limit=1500_00))
    assert closed(state, months=2).limit == 800_00


def test_a_called_in_account_is_due_as_a_whole() -> None:
    state = closed(begin(bare(0, account=-2500_00, limit=2000_00)), months=2)
    for _ in range(6):
        state = closed(state)
    assert "called_in" in unpaid(state, "overdraft").done
    assert state.limit == 0


def bank(overdraft: int, limit: int = 2000_00) -> State:
    """An overdraft, in the month's step 5."""
    return at(begin(bare(3000_00, RENT, account=-overdraft, limit=limit)), CALL)


def test_the_bank_turns_an_overdraft_into_a_loan_over_36_months() -> None:
    state = bank(1200_00)
    assert "bank" in [name for name, _ in reachable(state)]
    make_call(state, "bank")
    assert line(state, "bank_loan").instalment == annuity(1200_00, 750, 36)
    assert state.limit == 1500_00  # the next 500.00 under it
    state = closed(state)
    assert account(state) == 3000_00 - 900_00 - state.rows[0].interest
    assert owes(state, "bank_loan") == 1200_00
    assert state.rows[0].borrowed == 0


def test_the_money_of_a_swap_does_not_pay_bills() -> None:
    state = at(begin(bare(900_00, RENT, account=-1200_00, limit=1200_00)), CALL)
    swap(state, ("overdraft",), state.world.content.products["bank_loan"], 36, 750, False, ("answer", "x"))
    state = at(state, BILLS)
    assert available(state) == 900_00


def test_the_bank_lends_nothing_for_less_than_500_or_after_two_missed_payments() -> None:
    assert "bank" not in [name for name, _ in reachable(bank(499_99))]
    state = at(begin(bare(3000_00, account=-900_00, debts=(debt("car", "car_loan", 5000_00, 450, 200_00, 30),))), CALL)
    names = [name for name, _ in reachable(state)]
    assert ("bank" in names, "longer.car" in names) == (True, True)
    line(state, "car").missed_count = 2
    names = [name for name, _ in reachable(state)]
    assert ("bank" in names, "longer.car" in names) == (False, False)


def test_the_bank_gives_a_loan_24_months_more_at_the_same_rate_once() -> None:
    state = at(begin(bare(3000_00, debts=(debt("car", "car_loan", 5000_00, 450, 200_00, 30),))), CALL)
    owed = owes(state, "car")
    make_call(state, "longer.car")
    assert line(state, "car").months == 54
    assert line(state, "car").instalment == annuity(owed, 450, 54) < 200_00
    state.call_used = False
    assert "longer.car" not in [name for name, _ in reachable(state)]


def test_a_signed_consumer_credit_may_be_given_back_until_the_next_close() -> None:
    state = signed(begin(bare(1000_00, RENT)), "personal_loan", 500_00, 12)
    state.queue = (("call", "who"),)
    assert "withdraw.personal_loan" in [question.id for question in standing(state)]
    state = closed(state, "withdraw.personal_loan:back")
    assert "personal_loan" not in state.lines
    assert (account(state), state.rows[0].borrowed, state.rows[0].debt) == (100_00, 0, 0)
    kept = closed(signed(begin(bare(1000_00, RENT)), "personal_loan", 500_00, 12))
    kept = at(kept, CALL)
    kept.queue = (("call", "who"),)
    assert "withdraw.personal_loan" not in [question.id for question in standing(kept)]


def test_a_swap_pays_off_old_lines_and_changes_no_size() -> None:
    content = bare(
        3000_00,
        debts=(
            debt("card", "card", 900_00, 1500, limit=2500_00),
            debt("loan", "lender_abroad", 1500_00, 2990, 84_00, 24),
        ),
    )
    state = at(begin(content), CALL)
    before = owes(state, "card") + owes(state, "loan")
    swap(state, ("card", "loan"), state.world.content.products["personal_loan"], 48, 750, False, ("answer", "x"))
    assert owes(state, "personal_loan") == before
    assert (owes(state, "card"), "loan" in state.lines) == (0, False)
    assert line(state, "card").blocked
    row = closed(state).rows[0]
    assert (row.borrowed, row.earmarked, row.gap) == (0, 0, 0)
    assert row.debt == before


def test_a_card_of_a_shop_is_an_account_of_its_own() -> None:
    state = signed(card(900_00, 2000_00), "revolving", 800_00, 36)
    assert owes(state, "card") == 911_25
    assert owes(state, "revolving") == 800_00
    assert line(state, "revolving").rate == 1800


def test_the_employer_advances_half_a_months_pay_and_takes_it_back_in_five_parts() -> None:
    state = at(begin(bare(2199_00, RENT)), CALL)
    make_call(state, "advance")
    assert (owes(state, "employer_advance"), line(state, "employer_advance").instalment) == (1099_50, 219_90)
    state = closed(state, months=6)
    assert [row.debt_service for row in state.rows] == [0] + [219_90] * 5
    assert "advance" not in [name for name, _ in reachable(at(state, CALL))]


def test_a_card_advance_costs_three_per_cent_and_at_least_five_euros() -> None:
    content = bare(900_00, RENT, debts=(debt("card", "card", 0, 1500, limit=2500_00),), limit=0)
    for missing, fee in ((100_00, 5_00), (500_00, 15_00)):
        state = at(begin(content), BILLS)
        apply(state, (Pay(Amount(missing)),), Origin(("answer", "x"), "x"))
        state = closed(state, "card")
        assert owes(state, "card") == missing + fee
        assert (state.rows[0].fees, state.rows[0].borrowed, state.rows[0].gap) == (fee, missing, missing)
        assert moved(state, "expense:fees", "debt:card") == fee

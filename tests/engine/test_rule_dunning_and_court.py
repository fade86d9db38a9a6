"""What happens when somebody is not paid: the paths, the court, earnings kept back (rules.md 3, 8)."""

from __future__ import annotations

import pytest

from game.engine.arrears import agree
from game.model.effects import Amount
from game.model.household import Income, RightTerms
from game.model.state import LossRunning, RightRunning, State
from tests.engine.situations import (
    BILLS,
    CALL,
    SHOCK,
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
    with_arrears,
    with_bills,
    with_money,
    with_pay,
)
from tests.playing import scenarios

RENT = bill("rent", 900_00, "landlord")
PHONE = bill("phone", 100_00, "telecom")


def waits(name: str, *options: str, months: int = 1, pay: int = 1000_00, keep: bool = True) -> State:
    """The rent is paid and this bill of 100.00 waits each month, with nothing to spare."""
    creditor = {"phone": "telecom"}.get(name, name)
    content = bare(pay - 100_00, RENT, bill(name, 100_00, creditor), limit=0)
    state = begin(content)
    state.spare = "keep" if keep else "arrears"
    for _ in range(months):
        state = closed(state, f"wait.{name}", *options)
    return state


def fees(state: State) -> list[int]:
    """Fees that creditors charged, month by month."""
    return [row.fees for row in state.rows]


def test_a_telephone_company_reminds_warns_blocks_and_ends_the_contract() -> None:
    state = waits("phone", months=3)
    assert fees(state) == [8_00, 8_00, 0]
    assert unpaid(state, "telecom").done == ("reminder", "warning", "blocked")
    ended = waits("phone", months=4)
    assert owes(ended, "arrears:telecom") == 4 * 100_00 + 16_00 + 6 * 100_00  # half a year of the contract is due
    assert ended.rows[-1].fees == 0
    collected = closed(ended)
    assert collected.rows[-1].fees == 101_60  # a tenth of the claim; no new bill comes
    assert owes(collected, "arrears:telecom") == 1016_00 + 101_60


def test_a_reminder_never_costs_more_than_the_bill() -> None:
    content = bare(900_00, RENT, bill("phone", 5_00, "telecom"), limit=0)
    assert closed(begin(content), "wait.phone").rows[0].fees == 5_00


def test_a_landlord_goes_to_court_and_the_judgment_bears_interest() -> None:
    content = bare(100_00, bill("rent", 1000_00, "landlord"), limit=0)
    state = begin(content)
    for _ in range(5):
        state = closed(state, "wait.rent")
    assert unpaid(state, "landlord").done == ("reminder", "formal_notice", "petition", "hearing", "judgment")
    assert fees(state) == [0, 20_00, 0, 0, 0]
    assert unpaid(state, "landlord").in_court
    assert unpaid(state, "landlord").rate == 400
    owed = owes(state, "arrears:landlord")
    state = closed(state, "wait.rent")
    assert state.rows[-1].interest == (2 * owed * 400 + 120_000) // 240_000
    assert state.rows[-1].fees == 150_00
    assert unpaid(state, "landlord").done[-1] == "bailiff_order"
    state = closed(closed(state, "wait.rent"), "wait.rent")
    assert state.rows[-1].fees == 1050_00
    assert "evicted" in state.flags


def test_nobody_is_evicted_once_all_is_paid() -> None:
    state = begin(bare(100_00, bill("rent", 1000_00, "landlord"), limit=0))
    for _ in range(7):
        state = closed(state, "wait.rent")
    state.balance["asset:current"] += 20_000_00
    state.balance["equity:opening"] = state.balance.get("equity:opening", 0) - 20_000_00
    state = closed(state)
    assert "evicted" not in state.flags
    assert not state.unpaid
    assert state.rows[-1].arrears == 0


def test_energy_is_not_cut_in_december_and_january() -> None:
    content = bare(900_00, RENT, bill("power", 100_00, "energy"), limit=0, start_month=10)
    state = begin(content)
    for _ in range(4):  # October to January
        state = closed(state, "wait.power")
    assert "cut" not in unpaid(state, "energy").done
    state = closed(state, "wait.power")  # February
    assert "cut" in unpaid(state, "energy").done
    summer = begin(bare(900_00, RENT, bill("power", 100_00, "energy"), limit=0, start_month=5))
    for _ in range(3):
        summer = closed(summer, "wait.power")
    assert unpaid(summer, "energy").done == ("reminder", "registered_letter", "cut")
    assert fees(summer) == [0, 20_00, 80_00]


def test_who_has_called_the_social_office_keeps_a_minimum_supply() -> None:
    state = begin(bare(900_00, RENT, bill("power", 100_00, "energy"), limit=0, start_month=5))
    state.calls = ((0, "social_office"),)
    for _ in range(4):
        state = closed(state, "wait.power")
    assert unpaid(state, "energy").done == ("reminder", "registered_letter", "collection")


def test_a_second_unpaid_bill_within_six_months_starts_one_step_further() -> None:
    poor = begin(bare(900_00, RENT, PHONE, limit=0))
    state = closed(with_pay(closed(poor, "wait.phone"), 1200_00))
    assert "telecom" not in state.unpaid
    state = closed(with_pay(state, 1000_00), months=4)
    soon = closed(with_pay(with_money(state, -account(state)), 900_00), "wait.phone")
    assert unpaid(soon, "telecom").done == ("warning",)
    late = closed(closed(state), months=1)
    late = closed(with_pay(with_money(late, -account(late)), 900_00), "wait.phone")
    assert unpaid(late, "telecom").done == ("reminder",)


def test_half_of_a_large_bill_is_reminded_a_month_later() -> None:
    content = bare(600_00, bill("rent", 1000_00, "landlord"), limit=0)
    state = closed(begin(content), "half.rent")
    assert owes(state, "arrears:landlord") == 500_00 - 100_00  # what was left pays a part of it at once
    state = closed(begin(bare(500_00, bill("rent", 1000_00, "landlord"), limit=0)), "half.rent")
    assert owes(state, "arrears:landlord") == 500_00
    assert (unpaid(state, "landlord").done, state.rows[0].fees, state.mail) == ((), 0, ())
    state = closed(with_pay(state, 1000_00))
    assert unpaid(state, "landlord").done == ("reminder",)


def test_letters_stay_closed_under_morale_thirty_and_run_all_the_same() -> None:
    state = begin(bare(900_00, RENT, PHONE, limit=0, morale=10))
    state = closed(closed(state, "wait.phone"), "wait.phone")
    assert unpaid(state, "telecom").done == ("reminder", "warning")
    assert [letter.opened for letter in state.mail] == [False]
    morale = state.morale
    opened = closed(state, "mail.open:all", "wait.phone")
    left = closed(state, "wait.phone")
    assert state.morale == morale
    assert opened.morale > left.morale
    assert all(letter.opened for letter in opened.mail if letter.month <= state.month)


@pytest.mark.parametrize(("option", "month"), [("accept", 10), ("object", 12)])
def test_an_objection_costs_the_creditor_two_months(option: str, month: int) -> None:
    state = begin(bare(900_00, RENT, bill("shop", 100_00, "shop"), limit=0))
    state.spare = "keep"
    state = closed(state, "wait.shop")
    state = with_bills(state, RENT)
    while "garnishment" not in unpaid(state, "shop").done:
        order = state.flags & {"order:shop"}
        state = closed(state, *([option] if order else []))
        assert len(state.rows) < 20
    assert len(state.rows) == month - 2
    assert unpaid(state, "shop").done[:3] == ("reminder", "second_reminder", "collection")
    assert "bailiff_order" in unpaid(state, "shop").done


def garnished(pay: int, claim: int) -> State:
    """A shop whose claim of this size takes earnings from now on."""
    state = with_arrears(begin(bare(pay, limit=0)), "shop", claim, in_court=True, garnish=0)
    steps = state.world.content.creditors["tail"].steps
    state.unpaid["shop"].done = tuple(step.id for step in steps if step.id != "title")  # so that no interest runs
    state.unpaid["shop"].since = -20
    state.spare = "keep"
    return state


def test_earnings_are_kept_back_by_the_bands_and_paid_over_after_three_months() -> None:
    state = garnished(2000_00, 2000_00)
    kept = 450_00 * 10 // 100 + 300_00 * 20 // 100 + 400_00 * 25 // 100  # of 2,000.00 net
    assert kept == 205_00
    for months in (1, 2, 3):
        state = closed(state)
        assert state.balance["asset:withheld:shop"] == months * kept
        assert state.rows[-1].income == 2000_00 - kept
        assert owes(state, "arrears:shop") == 2000_00
    state = closed(state)
    assert moved(state, "debt:arrears:shop", "asset:withheld:shop") == 4 * kept
    assert owes(state, "arrears:shop") == 2000_00 - 4 * kept
    state = closed(state)
    assert moved(state, "debt:arrears:shop", "asset:withheld:shop") == kept  # afterwards at once


def test_what_was_kept_too_long_comes_back_to_the_account() -> None:
    state = closed(garnished(2000_00, 2000_00))
    state.spare = "arrears"
    state = closed(state)
    assert "shop" not in state.unpaid
    state = closed(state)
    assert moved(state, "asset:current", "asset:withheld:shop") == 2 * 205_00
    assert state.rows[-1].income == 2000_00 + 2 * 205_00


def test_garnishments_share_in_proportion_to_their_claims() -> None:
    state = with_arrears(garnished(1300_00, 300_00), "telecom", 100_00, in_court=True, garnish=0)
    state = at(state, SHOCK)
    assert state.balance["asset:withheld:shop"] == 33_75
    assert state.balance["asset:withheld:telecom"] == 11_25
    assert state.income == 1300_00 - 45_00


def test_each_person_has_bands_of_their_own() -> None:
    pays = (Income("nora_pay", "", "nora", "pay", 1300_00), Income("tom_pay", "", "tom", "pay", 1600_00))
    state = with_arrears(begin(bare(0, incomes=pays, limit=0)), "shop", 900_00, in_court=True, garnish=0)
    assert at(state, SHOCK).balance["asset:withheld:shop"] == 45_00 + 45_00 + 60_00


LOAN = {"debts": (debt("loan", "personal_loan", 5000_00, 0, 500_00, 10, assignment=True),)}


def missed_loan(months: int, **changes: object) -> State:
    """A loan of 500.00 a month of which nothing comes, all but one euro being missing."""
    state = begin(bare(400_00, limit=0, **{**LOAN, **changes}))
    state.debits, state.spare = {"loan": False}, "keep"
    for _ in range(months):
        state = closed(with_money(state, -account(state)), "wait.loan")
    return with_money(state, -account(state))


def test_an_assignment_is_paid_over_at_once() -> None:
    state = missed_loan(3)
    assert unpaid(state, "loan").done == ("reminder", "formal_notice", "assignment")
    missed = line(state, "loan").missed
    assert missed == 3 * 500_00 + 8_00 + 20_00
    state = at(with_pay(state, 2000_00), BILLS)
    assert moved_now(state, "debt:loan", "asset:withheld:loan") == 205_00
    assert line(state, "loan").missed == missed - 205_00


def test_an_assignment_takes_what_the_garnishments_leave() -> None:
    state = with_arrears(missed_loan(3), "shop", 150_00, in_court=True, garnish=0)
    state = at(with_pay(state, 2000_00), SHOCK)
    assert state.balance["asset:withheld:shop"] == 150_00
    assert state.balance["asset:withheld:loan"] == 55_00


def moved_now(state: State, to: str, source: str) -> int:
    """Cents from one account to another in the month that runs."""
    return sum(cents for _, _, into, out, cents in state.posted if (into, out) == (to, source))


def test_a_lender_without_a_signature_cannot_ask_the_employer() -> None:
    state = missed_loan(3, debts=(debt("loan", "personal_loan", 5000_00, 0, 500_00, 10),))
    assert unpaid(state, "loan").done == ("reminder", "formal_notice")


def test_a_called_in_loan_is_one_claim_with_a_path_until_it_is_paid() -> None:
    state = missed_loan(4)
    assert line(state, "loan").called_in
    assert owes(state, "loan") == 5000_00 + 28_00
    state.spare = "arrears"
    after = closed(state)
    assert after.rows[-1].debt_service == 0
    assert owes(after, "loan") == 5028_00 - 400_00  # spare money pays a part, and the path goes on
    assert "payment_order" in unpaid(after, "loan").done
    paid = closed(with_money(after, 9000_00), "accept")
    assert not paid.unpaid
    assert "loan" not in paid.lines


def test_a_car_is_taken_back_and_the_rest_is_still_owed() -> None:
    state = missed_loan(4, debts=(debt("loan", "car_loan", 6000_00, 0, 500_00, 12),))
    state.flags |= {"car"}
    state = closed(closed(with_pay(state, 0)), "accept")
    assert unpaid(state, "loan").done[2:] == ("called_in", "payment_order", "repossession", "wait")
    assert owes(state, "loan") == 6028_00 - 3616_80  # it brings 60 %
    assert "car" not in state.flags


def test_goods_are_seized_where_there_are_no_earnings() -> None:
    allowance = Income("lea", "", "lea", "allowance", 900_00)
    content = bare(0, RENT, bill("shop", 100_00, "shop"), limit=0, incomes=(allowance,))
    state = begin(content)
    state.spare = "keep"
    state = closed(state, "wait.shop")
    state = with_bills(state, RENT)
    for _ in range(8):
        state = closed(state, *(["accept"] if state.flags & {"order:shop"} else []))
    assert unpaid(state, "shop").done[-1] == "seizure"
    assert state.rows[-1].fees == 325_00
    assert "garnishment" not in unpaid(state, "shop").done


def test_a_benefit_in_place_of_pay_is_kept_back_like_pay() -> None:
    shock = scenarios().households["weber"].sure
    terms = RightTerms("unemployment_benefit", monthly=Amount(2000_00))
    content = bare(0, limit=0, sure=shock, rights=(terms,))
    state = with_arrears(begin(content), "shop", 5000_00, in_court=True, garnish=0)
    state.happened = {"tom_job": 0}
    state.losses = (LossRunning("tom_job", 0, "tom", 0, 99),)
    state.rights = {"unemployment_benefit": RightRunning("running", 0, 0, 0)}
    assert at(state, SHOCK).balance["asset:withheld:shop"] == 205_00


def test_current_maintenance_comes_first_from_what_others_cannot_touch() -> None:
    state = begin(bare(0, bill("child", 325_00, "maintenance"), limit=0))
    for _ in range(3):
        state = closed(state, "wait.child")
    assert unpaid(state, "maintenance").done == ("letter", "petition", "garnishment")
    state = with_pay(state, 1000_00)
    month = at(state, CALL)
    assert moved_now(month, "expense:contracts", "asset:current") == 325_00
    assert month.balance["asset:withheld:maintenance"] == 15_00  # the bands of 1,000.00, for the arrears
    after = closed(state)
    assert after.rows[-1].essentials == 325_00
    assert after.rows[-1].gap == 0


def test_the_fund_advances_unpaid_maintenance_for_a_tenth_more() -> None:
    state = begin(bare(100_00, bill("child", 325_00, "maintenance"), limit=0))
    for _ in range(4):
        state = closed(state, "wait.child")
    assert unpaid(state, "maintenance").done[-1] == "fund_advance"
    assert state.rows[-1].fees > 0


def test_a_tax_bears_interest_from_its_first_notice() -> None:
    content = bare(900_00, RENT, bill("tax", 100_00, "tax_office"), limit=0)
    state = begin(content)
    state.spare = "keep"
    state = closed(state, "wait.tax")
    assert unpaid(state, "tax_office").rate == 720  # 0.6 % a month
    assert closed(state, "wait.tax").rows[-1].interest == 60


def test_a_new_bill_goes_its_own_way_while_old_ones_are_agreed() -> None:
    state = at(with_money(waits("phone"), 100_00), CALL)
    agree(state, "telecom", 0, by_adviser=False)
    state = closed(state)
    assert unpaid(state, "telecom").frozen
    state = closed(with_money(state, 36_00), "wait.phone")  # the agreed part is paid, the new bill is not
    assert "telecom" in state.agreements
    assert not unpaid(state, "telecom").frozen
    assert unpaid(state, "telecom").done == ("warning",)  # the second unpaid bill within six months
    assert moved(state, "debt:arrears:telecom", "asset:current") == 36_00


def test_the_family_never_goes_to_court_and_lends_no_second_time() -> None:
    state = begin(bare(100_00, bill("rent", 500_00, "landlord"), family=400_00, limit=0))
    state = closed(state, "family")
    loan = line(state, "family_loan")
    assert (loan.first, loan.instalment) == (3, 66_66)
    state = with_bills(with_pay(state, 66_66), bill("rent", 66_66, "landlord"))
    state = closed(state, months=2)
    state = closed(closed(closed(state, "wait.family_loan"), "wait.family_loan"), "wait.family_loan")
    assert unpaid(state, "family_loan").done == ("silence",)
    assert "family_waited" in state.flags
    assert state.rows[-1].fees == 0

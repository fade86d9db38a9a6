"""Due items, envelopes, spare money and the figures of a row (rules.md 1, 3, 4)."""

from __future__ import annotations

import pytest

from game.engine.effects import Origin, apply
from game.engine.living import dues
from game.engine.play import standing
from game.model.effects import Amount, Pay
from game.model.game import RANKS
from game.model.household import Envelope
from game.model.state import Running
from tests.engine.situations import (
    BILLS,
    account,
    asked,
    at,
    bare,
    begin,
    bill,
    calm,
    closed,
    debt,
    moved,
    owes,
    with_pay,
    yearly,
)

FOOD = Envelope("food", 750_00, 1000_00, 1250_00)
LEISURE = Envelope("leisure", 75_00, 100_00, 125_00)
SAVING = Envelope("saving", 0, 100_00, 250_00)


def test_an_ordinary_january_of_the_webers_to_the_cent() -> None:
    state = closed(begin(calm()))
    row = state.rows[0]
    assert row.income == 2198_00 + 3006_00 + 338_85 + 315_04
    assert row.essentials == 2531_00 + 2735_00
    assert row.debt_service == 312_00 + 91_13  # the card: 10 % of 911.25, rounded up
    assert row.interest == 53_25 + 11_25
    assert account(state) == 400_00 + row.income - row.essentials - row.debt_service == 588_76
    assert owes(state, "card") == 900_00 + 11_25 - 91_13
    assert owes(state, "car_loan") == 14201_00 + 53_25 - 312_00


def test_due_items_stand_in_the_order_in_which_they_are_paid() -> None:
    content = calm(
        bills=(
            bill("club", 44_00, "club"),
            bill("child", 325_00, "maintenance"),
            bill("rent", 1950_00, "landlord"),
        ),
        yearly=(yearly("tyres", 1, 210_00, "garage"),),
        levels=(("leisure", "comfortable"), ("saving", "normal")),
    )
    items = dues(at(begin(content), BILLS))
    ranks = [RANKS[due.rank] for due in items]
    assert ranks == sorted(ranks, key=RANKS.index)
    names = [due.id for due in items]
    assert names[:4] == ["food", "rent", "child", "energy"]
    assert names[-5:] == ["tyres", "car_loan", "card", "leisure_more", "saving"]


def test_an_envelope_is_spent_whole_and_above_normal_it_is_a_one_off() -> None:
    state = closed(begin(bare(2000_00, envelopes=(FOOD,))), "plan.food:comfortable")
    row = state.rows[0]
    assert (row.essentials, row.one_off) == (1000_00, 250_00)
    assert moved(state, "expense:food", "asset:current") == 1250_00
    tight = closed(begin(bare(2000_00, envelopes=(FOOD,))), "plan.food:tight").rows[0]
    assert (tight.essentials, tight.one_off) == (750_00, 0)


def test_spare_money_pays_the_oldest_arrears_and_the_rest_stays() -> None:
    content = bare(1000_00, bill("phone", 100_00, "telecom"), bill("rent", 1000_00, "landlord"), limit=0)
    state = closed(begin(content), "wait.rent")
    assert account(state) == 900_00 - 900_00  # what was left went to the rent at once
    assert owes(state, "arrears:landlord") == 100_00
    rich = closed(with_pay(state, 3000_00))
    assert owes(rich, "arrears:landlord") == 0
    assert account(rich) == 3000_00 - 1100_00 - 100_00
    assert "landlord" not in rich.unpaid


def test_kept_spare_money_leaves_a_reminder_beside_a_full_account() -> None:
    content = bare(1000_00, bill("rent", 1000_00, "landlord"), bill("phone", 100_00, "telecom"), limit=0)
    state = closed(begin(content), "plan.spare:keep", "wait.rent")
    assert account(state) == 900_00
    assert owes(state, "arrears:landlord") == 1000_00


def test_the_dearest_debt_takes_spare_money_above_half_a_month_of_essentials() -> None:
    content = bare(
        3000_00,
        bill("rent", 1000_00, "landlord"),
        debts=(
            debt("cheap", "personal_loan", 5000_00, 470, 100_00, 60),
            debt("dear", "lender_abroad", 5000_00, 2990, 100_00, 60),
            debt("car", "car_loan", 5000_00, 3500, 100_00, 60),
        ),
    )
    state = closed(begin(content), "plan.spare:dearest")
    assert account(state) == 500_00
    spare = 3000_00 - 1000_00 - 300_00 - 500_00
    assert owes(state, "dear") == 5000_00 + 124_58 - 100_00 - spare
    assert owes(state, "car") == 5000_00 + 145_83 - 100_00  # what is secured is not repaid early


def test_spare_money_into_savings_empties_the_account() -> None:
    state = closed(begin(bare(1500_00, bill("rent", 1000_00, "landlord"))), "plan.spare:savings")
    assert account(state) == 0
    assert state.balance["asset:savings"] == 500_00
    assert state.rows[0].savings_used == 0


def test_saving_waits_while_anything_is_unpaid() -> None:
    bills = bill("rent", 950_00, "landlord"), bill("phone", 100_00, "telecom")
    state = closed(begin(bare(1000_00, *bills, envelopes=(SAVING,), limit=0)), "plan.saving:normal", "wait.phone")
    assert state.balance.get("asset:savings", 0) == 0
    calm_month = closed(begin(bare(1040_00, bill("rent", 950_00, "landlord"), envelopes=(SAVING,))))
    assert calm_month.balance["asset:savings"] == 90_00  # no more than leaves the account at zero


def test_a_card_takes_a_third_of_what_its_envelope_holds_above_tight() -> None:
    state = at(begin(bare(3000_00, envelopes=(FOOD,))), BILLS)
    origin = Origin(("answer", "x"), "x", "x", "a")
    apply(state, (Pay(Amount(60_00), "food"), Pay(Amount(60_00), "food")), origin)
    assert [due.amount for due in state.one_offs] == [60_00 + 60_00 - 83_33]  # all cards of a month together: 250 / 3
    row = closed(state).rows[0]
    assert (row.essentials, row.one_off) == (1000_00, 36_67)


def test_a_wish_falls_away_with_tight_leisure_and_costs_morale() -> None:
    content = bare(3000_00, envelopes=(LEISURE,), yearly=(yearly("sea", 1, 800_00, wish=True),), morale=50)
    with_wish = closed(begin(content))
    assert with_wish.rows[0].one_off == 800_00
    without = closed(begin(content), "plan.leisure:tight")
    assert without.rows[0].one_off == 0
    assert without.morale == 50 - 5 - 2  # the wish, and leisure tight


def test_a_rejected_debit_costs_a_bank_fee_and_a_debit_off_does_not() -> None:
    content = bare(100_00, bill("phone", 112_00, "telecom", debit=True), limit=0)
    state = closed(begin(content), "wait.phone")
    assert moved(state, "expense:fees", "asset:current", cause="bank") == 10_00
    assert (state.rejected, state.rows[0].rejected) == (1, 1)
    off = closed(begin(content), "debit.telecom:off", "wait.phone")
    assert moved(off, "expense:fees", "asset:current") == 0
    assert off.rejected == 0


def test_overdraft_interest_is_by_days_and_dearer_beyond_the_limit() -> None:
    state = begin(bare(3000_00, account=-1500_00, limit=1000_00))
    inside = (2 * 1000_00 * 800 * 31 + 3_650_000) // 7_300_000
    beyond = (2 * 500_00 * 1000 * 31 + 3_650_000) // 7_300_000
    assert (inside, beyond) == (6_79, 4_25)
    row = closed(state).rows[0]
    assert row.interest == row.debt_service == inside + beyond


def test_the_fee_beyond_the_limit_is_ten_a_month() -> None:
    state = closed(begin(bare(0, account=-1500_00, limit=1000_00)))
    assert moved(state, "expense:fees", "asset:current") == 10_00


def test_the_energy_bill_of_march_settles_the_year_as_it_was_lived() -> None:
    energy = Envelope("energy", 330_00, 390_00, 450_00, "energy")
    content = bare(3000_00, envelopes=(energy,))
    normal = closed(begin(content), months=3)
    tight = closed(begin(content), "plan.energy:tight", months=3)
    paid = moved(normal, source="expense:energy") - moved(normal, "expense:energy")
    less = moved(tight, source="expense:energy") - moved(tight, "expense:energy") - (390_00 - 330_00)
    assert less - paid == -2 * (351_00 - 330_00)  # January and February: used 10 % less, paid 60 less
    weather = paid + 390_00
    assert abs(weather) <= 12 * 390_00 * 15 // 100
    assert weather != 0


def test_prices_rise_in_january_and_the_pay_follows_the_index_in_may() -> None:
    content = bare(3000_00, envelopes=(FOOD,))
    state = closed(begin(content), months=17)
    assert moved(state, "expense:food", month=11) == 1000_00
    assert moved(state, "expense:food", month=12) == 1020_00
    assert moved(state, "asset:current", "income:nora_pay", month=15) == 3000_00
    assert moved(state, "asset:current", "income:nora_pay", month=16) == 3075_01  # 1017.05 / 992.24


def test_the_thirteenth_month_comes_in_december_and_is_no_ordinary_income() -> None:
    content = bare(1000_00, yearly=(yearly("thirteenth", 12, -1690_00),))
    state = closed(begin(content), months=12)
    assert state.rows[11].income == 2690_00
    assert state.windfall == 1690_00


def test_borrowed_is_every_new_drawing_of_the_month() -> None:
    content = bare(1000_00, bill("rent", 1300_00, "landlord"), limit=2000_00)
    state = closed(begin(content), "overdraft")
    assert state.rows[0].borrowed == 300_00
    again = closed(state, "overdraft")
    assert again.rows[1].interest == 1_84  # 300.00 at 8 % for 28 days
    assert again.rows[1].borrowed == 300_00 + 1_84


def test_a_standing_plan_is_open_beside_the_question_on_the_table() -> None:
    state = asked(begin(bare(100_00, bill("rent", 500_00, "landlord"))))
    assert {question.kind for question in standing(state)} == {"call"}  # bills are being sorted
    before = at(begin(bare(1000_00)), BILLS)
    before.queue = (("call", "who"),)
    assert {question.kind for question in standing(before)} == {"plan"}


@pytest.mark.parametrize(("months", "due"), [(1, 80_00), (3, 0)])
def test_what_an_earlier_choice_costs_each_month_is_an_essential(months: int, due: int) -> None:
    state = begin(bare(3000_00))
    state.running = (Running("spend", "health", 80_00, 0, 0, 2, ("answer", "x")),)
    assert closed(state, months=months).rows[-1].essentials == due

"""A month that does not add up: what is offered, what it does, how it ends (rules.md 5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.effects import Origin, apply
from game.engine.play import answer, standing
from game.engine.triage import offered
from game.model.effects import Amount, Pay
from game.model.household import Envelope
from game.model.state import State
from tests.engine.situations import (
    BILLS,
    account,
    asked,
    at,
    bare,
    begin,
    bill,
    closed,
    debt,
    line,
    moved,
    owes,
    with_arrears,
    with_money,
    with_pay,
    yearly,
)

RENT = bill("rent", 900_00, "landlord")
FOOD = Envelope("food", 750_00, 1000_00, 1250_00)
LEISURE = Envelope("leisure", 75_00, 100_00, 125_00)
CARD = {"debts": (debt("card", "card", 0, 1500, limit=2500_00),)}


def short(missing: int, *bills: object, **changes: object) -> State:
    """The question of a month in which so much is missing for the rent (and other bills that are paid)."""
    more = sum(each.amount for each in bills)  # type: ignore[attr-defined]
    return asked(begin(bare(900_00 + more - missing, RENT, *bills, **changes)))  # type: ignore[arg-type]


def live(state: State) -> list[str]:
    """The options in the order shown."""
    return [option for option, _ in offered(state)]


def test_a_month_that_adds_up_asks_nothing() -> None:
    state = closed(begin(bare(900_00, RENT)))
    assert not state.answers
    assert not state.rows[0].triage


def test_money_on_the_account_counts_but_an_overdraft_does_not() -> None:
    assert not closed(begin(bare(500_00, RENT, account=400_00))).rows[0].triage
    state = asked(begin(bare(840_00, RENT, account=-400_00, limit=500_00)))
    assert state.triage is not None
    assert state.triage.gap == 60_00 + 2_72  # with the interest


@pytest.mark.parametrize(
    ("missing", "limit", "asks"), [(50_00, 50_00, False), (50_01, 500_00, True), (50_00, 49_99, True)]
)
def test_fifty_euros_go_to_the_overdraft_by_themselves_while_there_is_room(
    missing: int, limit: int, asks: bool
) -> None:
    state = asked(begin(bare(900_00 - missing, RENT, limit=limit), months=1))
    assert bool(state.triage) is asks
    if not asks:
        assert state.balance["asset:current"] == -missing


def test_each_option_is_offered_once_a_month_so_that_it_always_ends() -> None:
    state = short(600_00, savings=100_00, limit=200_00)
    assert {"wait.rent", "half.rent", "savings", "overdraft"} <= set(live(state))
    state = answer(state, "savings")
    assert "savings" not in live(state)
    assert state.triage is not None
    assert state.triage.gap == 500_00
    state = answer(state, "overdraft")
    assert state.triage is not None
    assert state.triage.gap == 300_00
    assert [option for option in live(state) if option in ("savings", "overdraft")] == []


def test_last_months_answers_come_first_and_are_given_again() -> None:
    state = short(100_00, savings=80_00, limit=1000_00)
    state = closed(state, "savings", "overdraft")
    state = asked(with_pay(with_money(state, 20_00), 850_00))
    assert "same" not in live(state)  # of the savings nothing is left, and no gap asks
    again = asked(with_pay(closed(short(100_00, limit=1000_00), "overdraft"), 700_00))
    assert live(again)[0] == "same"
    after = answer(again, "same")
    assert after.rows[-1].triage
    assert [given.option for given in after.answers] == ["overdraft", "same"]


def test_what_waits_is_unpaid_and_the_rest_is_paid() -> None:
    state = closed(short(50_01, bill("phone", 112_00, "telecom"), limit=0), "wait.phone")
    assert owes(state, "arrears:telecom") == 112_00 + 8_00 - (112_00 - 50_01)
    assert moved(state, "expense:housing", "asset:current") == 900_00


def test_what_the_bank_takes_itself_cannot_wait() -> None:
    state = asked(begin(bare(800_00, RENT, account=-900_00, limit=1000_00)))
    assert "overdraft_interest" in [due.id for due in state.dues]
    assert not any("overdraft_interest" in option for option in live(state))


def test_half_is_offered_from_three_hundred_euros_on() -> None:
    state = short(500_00, bill("care", 299_99, "municipality"), bill("power", 300_00, "energy"), limit=0)
    assert "half.power" in live(state)
    assert "half.care" not in live(state)


def test_a_bill_that_offers_parts_is_paid_over_the_coming_months_as_a_one_off() -> None:
    content = bare(1000_00, yearly=(yearly("tyres", 1, 210_00, "garage", parts=3),), limit=0)
    state = closed(begin(with_first_pay(content, 100_00)), "parts.tyres")
    assert state.rows[0].one_off == 70_00
    assert state.rows[0].gap == 0
    state = closed(with_pay(state, 1000_00), months=2)
    assert [row.one_off for row in state.rows] == [70_00, 70_00, 70_00]
    assert [row.fees for row in state.rows] == [0, 0, 0]
    assert not state.unpaid


def with_first_pay(content, pay: int):  # type: ignore[no-untyped-def]
    """The same content with another pay."""
    weber = content.households["weber"]
    return replace(content, households={"weber": replace(weber, incomes=(replace(weber.incomes[0], amount=pay),))})


def test_a_later_part_may_wait_like_any_bill() -> None:
    content = bare(110_00, yearly=(yearly("tyres", 1, 210_00, "garage", parts=2),), limit=0)
    state = closed(begin(content), "parts.tyres")
    state = closed(with_pay(state, 0))
    assert owes(state, "arrears:garage") == 105_00 - 5_00


def test_tightening_holds_for_this_month_only() -> None:
    state = closed(begin(bare(900_00, envelopes=(FOOD,), limit=1000_00)), "tighten.food")
    assert state.rows[0].essentials == 750_00
    assert state.levels == {}
    assert closed(with_pay(state, 2000_00)).rows[1].essentials == 1000_00


def test_tightening_what_was_above_normal_saves_the_one_off_too() -> None:
    state = begin(bare(1000_00, envelopes=(FOOD,), limit=1000_00))
    state.levels = {"food": "comfortable"}
    state = closed(state, "tighten.food")
    assert (state.rows[0].essentials, state.rows[0].one_off, state.rows[0].gap) == (750_00, 0, 0)
    assert account(state) == 250_00


def test_the_card_pays_food_and_one_offs_only() -> None:
    state = short(300_00, **CARD, limit=0)
    assert "card" not in live(state)
    state = asked(begin(bare(1700_00, RENT, envelopes=(FOOD,), **CARD, limit=0)))
    assert dict(offered(state))["card"] == 200_00


def test_a_shop_sells_its_thing_in_instalments_outside_the_gap() -> None:
    state = at(begin(bare(900_00, RENT, limit=0)), BILLS)
    apply(state, (Pay(Amount(600_00), parts=12),), Origin(("answer", "x"), "x", "x", "a"))
    state = closed(state, "instalments.once.x.0")
    row = state.rows[0]
    assert (row.one_off, row.earmarked, row.gap) == (0, 600_00, 0)
    assert owes(state, "shop_instalments") == 600_00
    assert line(state, "shop_instalments").first == 1


def test_the_family_lends_up_to_its_sum_and_is_paid_back_from_the_third_month() -> None:
    state = closed(short(700_00, family=500_00, limit=500_00), "family", "overdraft")
    assert owes(state, "family_loan") == 500_00
    assert (line(state, "family_loan").first, line(state, "family_loan").instalment) == (3, 83_33)
    state = closed(with_pay(state, 2000_00), months=8)
    assert [row.debt_service for row in state.rows[2:]] == [0] + [83_33] * 5 + [83_35]
    assert "family_loan" not in state.lines


def test_the_family_is_not_asked_twice_within_six_months() -> None:
    state = closed(short(100_00, family=100_00, limit=900_00), "family")
    state = closed(with_money(state, 200_00), months=2)
    state.lines = {}
    state.balance["debt:family_loan"] = 0
    state.balance["equity:opening"] = 0
    state.balance["equity:opening"] = -sum(state.balance.values())
    for month, there in ((5, False), (6, True)):
        state.month = month
        again = asked(with_pay(with_money(state, -account(state)), 800_00))
        assert ("family" in live(again)) is there


def test_going_without_comes_last_and_never_below_half_of_tight() -> None:
    state = closed(begin(bare(500_00, envelopes=(FOOD, LEISURE), limit=0)))  # one option at a time: nothing is asked
    assert not state.answers
    row = state.rows[0]
    assert row.cut == 325_00  # what is under the tight level
    assert moved(state, "expense:leisure", "asset:current") == 37_50
    assert moved(state, "expense:food", "asset:current") == 462_50
    assert account(state) == 0
    assert row.essentials == 750_00 + 75_00
    assert row.gap == row.cut


def test_food_comes_through_beyond_the_limit_when_nothing_is_left() -> None:
    state = closed(begin(bare(100_00, envelopes=(FOOD,), limit=0)))
    assert moved(state, "expense:food", "asset:current") == 375_00
    assert account(state) == -275_00 - 10_00
    assert state.rows[0].cut == 375_00


def test_bills_are_not_sorted_for_what_closes_next_to_nothing() -> None:
    state = short(800_00, bill("bank", 9_00, "bank"), limit=900_00)
    assert "wait.bank" not in live(state)


def test_the_telephone_and_the_mail_stay_open_while_bills_are_sorted() -> None:
    state = with_arrears(begin(bare(100_00, RENT)), "telecom", 50_00, done=("reminder",))
    state = closed_to_triage(state)
    assert {each.kind for each in standing(state)} == {"call"}
    after = answer(state, "call.any:parts.telecom")
    assert after.call_used
    assert not any(option.startswith("ask.") for option in live(after))
    assert "telecom" in after.agreements


def closed_to_triage(state: State) -> State:
    """On to the triage of this month, nobody being called before."""
    state = asked(state)
    while state.queue[0][0] != "triage":
        state = answer(state, "nobody")
    return state


def test_an_employers_advance_lowers_the_gap_at_once() -> None:
    state = answer(closed_to_triage(begin(bare(800_00, RENT))), "call.any:advance")
    assert state.triage is None or state.triage.gap <= 0
    assert owes(state, "employer_advance") == 400_00


def test_only_the_net_change_of_the_account_is_a_drawing() -> None:
    state = closed(short(300_00, limit=1000_00), "overdraft")
    state = closed(with_pay(state, 900_00))
    assert state.rows[1].borrowed == state.rows[1].interest


def test_a_triage_counts_as_one_question() -> None:
    state = closed(short(600_00, savings=100_00, limit=200_00), "savings", "overdraft", "wait.rent")
    assert state.rows[0].decisions == 1

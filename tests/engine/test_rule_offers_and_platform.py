"""Credit by mail, the warning signs and the call that comes in (rules.md 7, 9; game.md 7)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from game.engine.offers import answer_offer, draw_offer, limit_more, offer_rate
from game.engine.play import answer, new_game, question
from game.engine.record import record, replay
from game.engine.shocks import roll
from game.engine.signs import SIGNS, platform_calls, read_signs
from game.model.content import Content
from game.model.game import Row, Settings
from game.model.scenario import Offer
from game.model.state import State
from tests.engine.situations import (
    CALL,
    MAIL,
    account,
    asked,
    at,
    bare,
    begin,
    bill,
    closed,
    debt,
    line,
    owes,
    with_arrears,
    yearly,
)
from tests.playing import finished, played, scenarios

RENT = bill("rent", 900_00, "landlord")


def mailed(content: Content, **changes: Any) -> Content:
    """The content with the real offers, each certain (or changed otherwise)."""
    offers = {name: replace(offer, **{"chance": 1_000_000, **changes}) for name, offer in scenarios().offers.items()}
    return replace(content, offers=offers)


def offer(name: str, **changes: Any) -> Offer:
    """One real offer, changed."""
    return replace(scenarios().offers[name], **changes)


def rows(state: State, months: int = 12, **changes: int) -> State:
    """So many months behind it in which nothing was missed, the last one changed."""
    if not state.rows:
        state = closed(state)
    first = state.rows[-1]
    state.rows = (*([first] * (months - 1)), replace(first, **changes))  # type: ignore[arg-type]
    return state


def test_offers_come_one_a_month_never_two_months_running_and_four_in_a_year() -> None:
    state = begin(mailed(bare(3000_00), tempting=False, when=()))
    came = []
    for _ in range(24):
        before = len(state.offers)
        state = closed(state)
        came.append(len(state.offers) - before)
    assert max(came) == 1
    assert all(a + b <= 1 for a, b in pairwise(came))
    assert all(sum(came[start : start + 12]) <= 4 for start in range(13))
    assert sum(came[:12]) == 4


def test_a_tempting_offer_needs_an_account_under_zero_at_the_start_of_the_month() -> None:
    content = mailed(bare(3000_00, account=-100_00), when=())
    content = replace(content, offers={k: v for k, v in content.offers.items() if v.tempting})
    state = begin(content)
    state = at(state, MAIL)
    draw_offer(state)
    assert state.offers
    calm_account = at(begin(replace(content, households=bare(3000_00).households)), MAIL)
    draw_offer(calm_account)
    assert not calm_account.offers


def test_the_lowest_roll_under_its_chance_comes() -> None:
    content = mailed(bare(3000_00), tempting=False, when=())
    for seed in range(5):
        state = at(begin(content, seed), MAIL)
        draw_offer(state)
        loans = [name for name in content.offers if name not in ("card_more", "overdraft_more")]
        assert state.offers[0][1] == min(loans, key=lambda name: roll(seed, 0, name))


@pytest.mark.parametrize(
    ("instalments", "changes", "rate"),
    [
        (0, {}, 470),
        (920_00, {}, 470),  # with 68.57 for the new one 33 % of 3,000
        (922_00, {}, 750),
        (1131_00, {}, 750),
        (1132_00, {}, None),  # more than 40 %
        (0, {"arrears": 1}, 750),  # something was missed within twelve months
    ],
)
def test_a_lender_looks_at_the_file(instalments: int, changes: dict[str, int], rate: int | None) -> None:
    debts = (debt("old", "personal_loan", 90_000_00, 0, instalments, 90),) if instalments else ()
    state = rows(begin(bare(3000_00, debts=debts)), **changes)
    state = at(state, CALL)
    assert offer_rate(state, offer("fresh_start")) == rate


def test_whoever_has_something_unpaid_now_is_refused_politely() -> None:
    state = with_arrears(rows(begin(bare(3000_00))), "telecom", 1_00)
    state = at(state, MAIL)
    assert offer_rate(state, offer("fresh_start")) is None
    before = dict(state.balance)
    answer_offer_of(state, "fresh_start")
    assert state.balance == before


def answer_offer_of(state: State, name: str) -> None:
    """Yes to an offer of the real content."""
    state.world = replace(state.world, content=replace(state.world.content, offers=scenarios().offers))
    answer_offer(state, name, "yes")


def test_the_lender_abroad_takes_anybody_up_to_half_of_the_income() -> None:
    abroad = offer("ten_minutes")
    for instalments, rate in ((0, 2990), (1410_00, 2990), (1430_00, None)):
        debts = (debt("old", "personal_loan", 90_000_00, 0, instalments, 90),) if instalments else ()
        state = with_arrears(begin(bare(3000_00, debts=debts)), "telecom", 500_00)
        assert offer_rate(at(state, MAIL), abroad) == rate


def test_a_windfall_is_no_income_for_a_lender() -> None:
    state = at(begin(bare(500_00, yearly=(yearly("gift", 1, -9000_00),))), CALL)
    assert state.income == 9500_00
    assert offer_rate(state, offer("fresh_start", amount=9000_00)) is None


def test_a_lender_without_trust_says_no() -> None:
    state = at(begin(bare(3000_00)), CALL)
    state.trust = {"bank": -2}
    assert offer_rate(state, offer("fresh_start")) is None


def test_a_limit_grows_only_by_an_offer_after_six_months_without_a_miss() -> None:
    content = mailed(bare(3000_00, debts=(debt("card", "card", 900_00, 1500, limit=2500_00),)), when=())
    content = replace(content, offers={"card_more": content.offers["card_more"]})
    state = closed(begin(content), months=6)
    assert not state.offers
    state = closed(state, "yes")
    assert state.offers == ((6, "card_more"),)
    assert line(state, "card").limit == 3000_00  # a fifth more, to the hundred
    missed = rows(begin(content), 6, missed=1)
    missed.month = 6
    missed = at(missed, MAIL)
    draw_offer(missed)
    assert not missed.offers


def test_a_higher_overdraft_is_a_fifth_more_and_no_loan() -> None:
    state = begin(bare(3000_00, limit=1700_00))
    more = offer("overdraft_more")
    assert limit_more(state, more) == 300_00
    answer_offer_of(state, "overdraft_more")
    assert state.limit == 2000_00
    assert (account(state), state.lines) == (0, {})


def test_a_shop_card_by_mail_shows_its_least_part_and_is_a_card_of_its_own() -> None:
    content = mailed(bare(3000_00), tempting=False, when=())
    content = replace(content, offers={"shop_card": content.offers["shop_card"]})
    state = asked(begin(content))
    letter = question(state)
    assert letter is not None
    yes = letter.options[0]
    assert (yes.monthly, yes.gain, yes.borrowed) == (25_00, 800_00, 800_00)
    state = closed(state, "yes")
    assert owes(state, "revolving") == 800_00
    assert state.rows[0].borrowed == 800_00


def signs(state: State) -> frozenset[str]:
    """The warning signs of this moment."""
    state = state.copy()
    read_signs(state)
    return state.signs_seen


def row(state: State, **changes: Any) -> Row:
    """A row like the last one, changed."""
    return replace(state.rows[-1], **changes)


def test_each_warning_sign_shows_when_it_should() -> None:
    calm_state = closed(
        begin(bare(3000_00, RENT, savings=100_00, debts=(debt("card", "card", 500_00, 1500, limit=1),)))
    )
    calm_state.income = 3000_00
    assert signs(calm_state) == frozenset()
    state = calm_state.copy()
    state.balance = {**state.balance, "asset:current": -1}
    state.rows = (row(state, account=-1),) * 2
    assert "overdraft" in signs(state)
    state.rows = (row(state, account=1), row(state, account=-1))
    assert "overdraft" not in signs(state)
    for change, name in (
        ({"flags": frozenset({"card_advance"})}, "card_advance"),
        ({"rejected": 2}, "rejected"),
        ({"swapped": 1}, "credit_for_credit"),
        ({"income": 2399_99}, "income_fell"),
        ({"income": 149_00}, "instalments"),
    ):
        state = calm_state.copy()
        for field, value in change.items():
            setattr(state, field, value)
        assert name in signs(state), name
    state = with_arrears(calm_state, "landlord", 1_00)
    assert "rent_late" in signs(state)
    state = calm_state.copy()
    state.balance = {"asset:savings": 0}
    assert "savings_gone" in signs(state)
    line(calm_state, "card").paid_in_row = 3
    assert "minimum_only" in signs(calm_state)
    assert len(SIGNS) == 10


def test_the_platform_calls_after_a_month_with_three_signs_then_every_third_month() -> None:
    state = closed(begin(bare(3000_00)))
    for count, called in ((2, False), (3, True)):
        state.rows = (row(state, signs=SIGNS[:count]),)
        assert platform_calls(state) is called
    state.month += 1
    assert not platform_calls(state)
    state.month += 2
    assert platform_calls(state)
    state.adviser = 0
    state.month += 3
    assert not platform_calls(state)


def test_yes_to_the_platform_is_the_first_talk_at_once_without_the_call() -> None:
    state = closed(begin(bare(3000_00)))
    state.rows = (row(state, signs=SIGNS[:3]),)
    state = closed(state, "yes", "only_talk")
    assert [given.question for given in state.answers] == ["platform.call", "call.adviser"]
    assert not state.call_used
    assert state.adviser == 1


def test_without_the_platform_it_never_calls_and_the_game_replays() -> None:
    for seed in range(4):
        state = played(seed, "minimum", settings=Settings(platform=False))
        assert not any(given.question.startswith("platform") for given in state.answers)
        again, differs = replay(scenarios(), record(state))
        assert differs is None
        assert again.balance == state.balance
    assert any(
        given.question.startswith("platform") for seed in range(4) for given in finished(seed, "minimum").answers
    )


def test_a_real_game_is_offered_no_more_than_the_rule_allows() -> None:
    for seed in range(10):
        months = [month for month, _ in finished(seed, "minimum").offers]
        assert all(b - a >= 2 for a, b in pairwise(months))
        assert all(sum(start <= month < start + 12 for month in months) <= 4 for start in months)


def test_the_trial_month_is_a_game_of_its_own_with_a_fixed_card() -> None:
    state = new_game(scenarios(), "weber", 3, 24, Settings(trial=True))
    card = question(state)
    assert card is not None
    assert card.id == f"dilemma.{scenarios().households['weber'].trial}"
    assert state.world.schedule == ()
    after = answer(state, card.options[0].id)
    assert after.answers[0].question == card.id

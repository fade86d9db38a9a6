"""What the YAML of an author becomes in the model, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from game.content.codec import decoder, encode
from game.content.conditions import When
from game.content.load import load
from game.content.source import read
from game.model import effects as e
from game.model.conditions import WORDS, Between
from game.model.conditions import Test as OneTest
from game.model.content import Content
from game.model.household import Household
from game.model.scenario import Dilemma
from tests.content.test_planted import BASE


@pytest.fixture(scope="module")
def content() -> Content:
    found, problems = load(BASE)
    assert problems == ()
    return found


@pytest.fixture(scope="module")
def small(content: Content) -> Household:
    return content.households["small"]


@pytest.fixture(scope="module")
def kettle(content: Content) -> Dilemma:
    return content.dilemmas["kettle"]


def when(text: str) -> Mapping[str, Any]:
    return {test.word: test.value for test in When.model_validate(read(text)[0]).noun()}


def test_when_knows_the_words_of_the_model_and_no_others() -> None:
    assert [field.alias or name for name, field in When.model_fields.items()] == list(WORDS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("months: 3-20", Between(3, 21)),
        ("months: 014", Between(14, 15)),
        ("months: {over: 3, under: 21}", Between(3, 21)),
        ("season: 11-2", frozenset({11, 12, 1, 2})),
        ("season: [3, 12]", frozenset({3, 12})),
        ("flag: car", frozenset({"car"})),
        ("stage: [spiral, stretched]", frozenset({"spiral", "stretched"})),
        ("members: 3", Between(3, None)),
        ("account: 300", Between(30000, None)),
        ("account: {under: 0}", Between(None, 0)),
        ("margin: {under: -300}", Between(None, -30000)),
        ("buffer: 0.5", Between(50, None)),
        ("overdraft_used: 90 %", Between(90, None)),
        ("morale: {under: 4}", Between(None, 40)),
        ("free_time: 1", Between(1, None)),
        ("trust: {friend: 0, landlord: -1}", (("friend", 0), ("landlord", -1))),
        ("employed: true", True),
        ("right_open: any", frozenset({"any"})),
        ("any: [{tenant: true}, {owner: true}]", ((OneTest("tenant", True),), (OneTest("owner", True),))),
        ("not: {flag: car}", ((OneTest("flag", frozenset({"car"})),),)),
    ],
)
def test_a_condition_word_becomes_its_value(text: str, value: object) -> None:
    assert when(text) == {text.partition(":")[0]: value}


def test_no_is_a_word_and_012_is_twelve(content: Content) -> None:
    assert content.texts["call.social_office.no"] == "Not this month."
    assert content.parameters["reminder_fee"].values == (
        (date(2024, 1, 1), Decimal(12)),
        (date(2026, 1, 1), Decimal("15.00")),
    )
    assert content.parameters["bounds"].values[0][1] == (Decimal(850), Decimal("1300.125"))


def test_a_card_keeps_its_parts(kettle: Dilemma, content: Content) -> None:
    assert (kettle.title, kettle.first, kettle.last) == ("dilemma.kettle.title", 0, 999)
    assert [choice.id for choice in kettle.choices] == ["new", "ask", "credit", "wait"]
    assert content.notes == {"dilemma.kettle.text": "an electric kettle"}
    assert kettle.careful[0].when == (OneTest("buffer", Between(100, None)),)
    assert content.dilemmas["kettle_again"].follow_up


def test_effects_are_cents_and_tenths(kettle: Dilemma) -> None:
    new, _, credit, wait = kettle.choices
    assert new.effects[0] == e.Pay(e.Amount(3000), "leisure", "shop", 2)
    assert credit.effects == (e.Borrow("shop_parts", e.Amount(6000), 6), e.Time(1), e.Trust("friend", -1))
    assert wait.effects == (e.Spend(e.Amount(-500), 2, "food"), e.SetFlag("pot"))
    assert wait.when == (OneTest("morale", Between(None, 40)), OneTest("trust", (("friend", 0),)))


def test_what_comes_later_has_chances_of_ten_thousand_and_letters_of_their_own(
    kettle: Dilemma, content: Content
) -> None:
    new, ask = kettle.choices[0], kettle.choices[1]
    base = "dilemma.kettle.options"
    assert new.effects[1] == e.Later(
        3,
        (
            e.Outcome(5000, f"{base}.new.later.letter", "", (e.Pay(e.Amount(1000)),)),
            e.Outcome(5000, f"{base}.new.later.letter.else", "", (e.Morale(10),)),
        ),
    )
    call, first, second = ask.effects
    assert call == e.UseCall("social_office")
    assert first == e.Later(
        1,
        (
            e.Outcome(3000, f"{base}.ask.later.letter"),
            e.Outcome(7000, "", "kettle_again"),
        ),
    )
    nested = e.Later(2, (e.Outcome(10_000, f"{base}.ask.later.2.later.letter"),))
    assert second == e.Later(4, (e.Outcome(10_000, f"{base}.ask.later.2.letter", "", (nested,)),))
    assert content.texts[f"{base}.ask.later.2.later.letter"] == "{month}: the story ends here."


def test_every_effect_of_the_model_has_a_word() -> None:
    option = """
        pay: 1
        receive: [2, {monthly: 3, months: 2, start: 1}]
        spend: {monthly: 4}
        income: {person: kim, part: -10 %}
        envelope: {envelope: food, part: -5 %}
        bill: {bill: rent, monthly: 5}
        borrow: {product: card, amount: 6, rate: 29.9 %, cash: true}
        repay: {debt: dearest, amount: 7}
        reschedule: {debts: [overdraft, card], product: loan, months: 60, keep: true}
        save: 8
        morale: +1
        health: -2
        time: {half_days: 2, months: 6}
        trust: {friend: +1}
        right: benefit
        claim: benefit
        call: true
        work: {chance: +8 %, start: 4}
        limit: {change: -800, months: 3}
        flag: {flag: bus, on: false}
        later: {in: 1, pay: 1}
    """
    from game.content.effects import EffectWords
    from game.content.shape import Texts

    effects = EffectWords.model_validate(read(option)[0]).effects(Texts(), "x")
    assert {type(effect) for effect in effects} == set(get_args(e.Effect))
    assert e.IncomeChange("kim", permille=-100) in effects
    assert e.EnvelopeChange("food", percent=-5) in effects
    assert e.Borrow("card", e.Amount(600), 0, True, 2990) in effects
    assert e.Work(800, start=4) in effects
    assert e.Limit(-80_000, 3) in effects
    assert e.Gain(e.Amount(300), 2, 1) in effects


def test_a_household_keeps_its_money(small: Household) -> None:
    assert (small.account, small.savings, small.limit) == (-2050, 60000, 100_000)
    assert (small.morale, small.health) == (60, 75)
    assert small.incomes[0].amount == 285_050
    assert small.bills[0].name == "household.small.bills.rent.name"
    assert small.debts[0].rate == 1500
    assert [cost.amount for cost in small.yearly] == [8000, -21000]
    assert (small.family, small.family_name) == (30000, "household.small.family.name")
    assert small.levels == (("saving", "tight"),)
    assert small.known[0].month == 12
    assert small.rights[0].monthly == e.Amount(200_000)
    assert small.rights[0].first_payment == 90000
    assert small.people[0].name == "Kim"
    assert small.endings[0] == ("stable", "household.small.endings.stable")


def test_spoken_for_counts_fixed_costs_and_living_without_saving(small: Household) -> None:
    assert small.spoken_for == round((1100 + 110 + 500) * 10 / 2850.5)


def test_windows_are_month_indexes(small: Household) -> None:
    shock = small.sure[0]
    assert (shock.first, shock.last) == (3, 6)
    assert (small.second_act[0].first, small.second_act[0].last) == (12, 16)
    card = small.cards[0]
    assert (card.first, card.last, card.shifts_with) == (1, 3, "kim_job")


def test_a_shock_takes_a_thousandth_part(small: Household, content: Content) -> None:
    (loss,) = small.sure[0].losses
    assert (loss.permille, loss.start, loss.found_from, loss.found_chance, loss.found_pay) == (1000, 2, 4, 700, 260_000)
    assert (loss.announced, loss.first_month_kept) == (12, 90000)
    assert small.sure[0].changes == (("icon_down", "shock.kim_job.changes.1"),)
    assert content.shocks["pipe_leaks"].chance == 2500
    assert content.shocks["pay_cut"].losses[0].person == "main"


def test_offers_come_with_their_product(content: Content) -> None:
    offer = content.offers["sofa"]
    assert (offer.product, offer.amount, offer.chance, offer.title) == ("shop_parts", 64900, 80_000, "offer.sofa.title")


def test_right_call_creditor_and_help(content: Content) -> None:
    right = content.rights["benefit"]
    assert right.monthly == e.Amount(0, "child_allowance", "children")
    assert right.season == frozenset(range(1, 11))
    assert right.effects == (e.EnvelopeChange("food", percent=-20),)
    assert content.calls["social_office"].first_morale == -10
    step = content.creditors["landlord"].steps[1]
    assert (step.fee, step.does, step.not_in) == (e.Amount(parameter="reminder_fee"), ("court",), frozenset({12, 1}))
    assert content.help.offices[0].does == "help.sics.does"


def test_texts_say_their_language_only_when_it_is_not_english(content: Content) -> None:
    assert content.languages == {}
    assert all(content.texts.values())


def test_the_codec_gives_back_what_it_was_given(content: Content) -> None:
    read_content = decoder(Content)
    assert read_content is not None
    assert read_content(encode(content, Content)) == content

"""The four ways to answer, rule by rule (rules.md 15)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.adviser import needs_advice
from game.engine.cards import live_choices
from game.engine.play import answer
from game.engine.policies import borrows, calls, choose, cost_now, joy_of
from game.engine.questions import option_ids, question_id
from game.engine.shocks import roll
from game.engine.triage import offered
from game.model.game import Letter, Row
from game.model.household import Envelope, RightTerms
from game.model.message import Message
from game.model.state import State
from tests.engine.situations import (
    CALL,
    asked,
    at,
    bare,
    begin,
    bill,
    closed,
    debt,
    with_arrears,
    with_pay,
    yearly,
)
from tests.playing import played

RENT = bill("rent", 900_00, "landlord")
ENVELOPES = (
    Envelope("food", 750_00, 1000_00, 1250_00),
    Envelope("energy", 300_00, 390_00, 450_00, "energy"),
    Envelope("health", 40_00, 70_00, 100_00),
    Envelope("leisure", 90_00, 190_00, 425_00),
    Envelope("clothes", 150_00, 250_00, 380_00),
    Envelope("transport", 220_00, 310_00, 380_00),
    Envelope("children", 215_00, 365_00, 480_00),
)
ESSENTIALS = 900_00 + 2575_00


def plan(margin: int, **changes: Any) -> dict[str, str]:
    """The levels that the adviser sets with so much left in an ordinary month, the month being on its card."""
    state = begin(bare(ESSENTIALS + margin, RENT, envelopes=ENVELOPES, **changes))
    state = at(state, CALL)
    state.queue = (("call", "who"),)
    while ":" in (option := choose(state, "careful")):
        state = answer(state, option)
    return {name: level for name, level in state.levels.items() if level != "normal"}


@pytest.mark.parametrize(
    ("margin", "levels"),
    [
        (0, []),
        (-1, ["leisure"]),
        (-100_00, ["leisure"]),
        (-100_01, ["leisure", "clothes"]),
        (-200_01, ["leisure", "clothes", "transport"]),
        (-590_00, ["leisure", "clothes", "transport"]),
        (-590_01, ["leisure", "clothes", "transport", "children"]),
        (-2000_00, ["leisure", "clothes", "transport", "children"]),
    ],
)
def test_the_adviser_tightens_in_order_and_never_food_health_or_energy(margin: int, levels: list[str]) -> None:
    assert list(plan(margin)) == levels


def test_with_the_account_under_zero_the_adviser_wants_150_left() -> None:
    assert list(plan(150_00 + 10_00)) == []
    assert list(plan(140_00, account=-50_00)) == ["leisure"]


def test_the_adviser_levels_are_taken_back_when_the_month_carries_itself() -> None:
    state = begin(bare(ESSENTIALS, RENT, envelopes=ENVELOPES))
    state.levels, state.spare = {"leisure": "tight"}, "dearest"
    state = at(state, CALL)
    state.queue = (("call", "who"),)
    assert choose(state, "careful") == "plan.leisure:normal"


def calling(**changes: Any) -> State:
    """The telephone on the table, with rights, creditors and the adviser to choose from."""
    rights = (
        RightTerms("rent_subsidy", when=()),
        RightTerms("cost_of_living_allowance", when=()),
    )
    state = closed(begin(bare(2000_00, rights=rights, **changes)))
    state = with_arrears(with_arrears(state, "telecom", 10_00, since=1), "club", 10_00, since=1)
    state.spare = "dearest"
    state = at(state, CALL)
    state.queue = (("call", "who"),)
    return state


def test_the_adviser_calls_for_a_right_with_a_deadline_first_then_sics_then_a_creditor_then_a_right() -> None:
    state = calling()
    rights = dict(state.world.rights)
    rights["rent_subsidy"] = replace(rights["rent_subsidy"], deadline=3)
    urgent = state.copy()
    urgent.world = replace(state.world, rights=rights)
    assert choose(urgent, "careful") == "right.rent_subsidy"
    old = state.copy()
    old.rows = (replace(state.rows[-1], oldest=2),)
    assert choose(old, "careful") == "adviser"
    assert choose(state, "careful").startswith("parts.")
    clear = state.copy()
    clear.unpaid = {}
    assert choose(clear, "careful").startswith("right.")


def test_the_adviser_calls_the_creditor_nearest_to_a_brick_letter() -> None:
    state = calling()
    state.unpaid = {}
    state = with_arrears(state, "telecom", 10_00, since=state.month)  # blocked in two months
    state = with_arrears(state, "landlord", 10_00, since=state.month)  # formal notice in one
    assert choose(state, "careful") == "parts.landlord"
    state = with_arrears(state, "telecom", 10_00, since=state.month - 2)  # blocked now
    assert choose(state, "careful") == "parts.telecom"


@pytest.mark.parametrize(
    ("changes", "needed"),
    [
        ({}, False),
        ({"escape": 37, "fragile": 1}, True),
        ({"escape": 36, "fragile": 1}, False),
        ({"escape": 999, "fragile": 0}, False),
        ({"oldest": 2}, True),
        ({"oldest": 1}, False),
    ],
)
def test_rule_seven_asks_for_advice(changes: dict[str, int], needed: bool) -> None:
    state = closed(begin(bare(2000_00, limit=1000_00)))
    state.rows = (_row(state, **changes),)
    assert needs_advice(state) is needed
    state.balance = {"asset:current": -900_00}
    assert needs_advice(state)
    state.adviser = 0
    assert not needs_advice(state)


def _row(state: State, **changes: Any) -> Row:
    return replace(state.rows[-1], **changes)


def triage(policy: str, missing: int, **changes: Any) -> list[str]:
    """What a policy answers, one after the other, when so much is missing."""
    content = bare(2090_00 - missing, RENT, envelopes=ENVELOPES[:1] + ENVELOPES[3:4], **changes)
    state = begin(content)
    state.spare = {"careful": "dearest", "minimum": "keep"}.get(policy, "arrears")
    state.levels = {"leisure": "tight"} if policy == "careful" and missing > 100_00 else {}
    state = asked(state)
    given = []
    while state.queue and state.month == 0:
        option = choose(state, policy)
        if ":" not in option:
            given.append(option)
        state = answer(state, option)
    return given


def test_the_adviser_fills_a_gap_in_the_published_order() -> None:
    """Tighten · savings above half a month · ask · the rest of the savings · overdraft · wait."""
    assert triage("careful", 90_00)[0] == "tighten.leisure"
    half = (900_00 + 1000_00 + 190_00) // 2
    assert triage("careful", 200_00, savings=half + 200_00, limit=900_00)[:1] == ["savings"]
    assert triage("careful", 200_00, savings=half - 1, limit=900_00)[:1] == ["ask.landlord"]


def test_the_adviser_uses_the_rest_of_the_savings_then_the_overdraft_when_nobody_can_be_asked() -> None:
    content = bare(400_00, RENT, savings=200_00, limit=200_00)
    state = at(begin(content), CALL)
    state.spare, state.call_used = "dearest", True
    given = []
    state = asked(state)
    while state.queue and state.month == 0:
        given.append(choose(state, "careful"))
        state = answer(state, given[-1])
    assert given[:2] == ["savings", "overdraft"]


def test_the_adviser_lets_the_least_harmful_wait_and_never_rent_or_energy_before() -> None:
    bills = RENT, bill("power", 200_00, "energy"), bill("phone", 120_00, "telecom"), bill("club", 120_00, "club")
    state = at(begin(bare(1220_00, *bills, limit=0)), CALL)
    state.call_used, state.spare = True, "dearest"
    state = asked(state)
    assert choose(state, "careful") == "wait.club"


def test_the_adviser_takes_the_parts_that_a_bill_offers_before_savings() -> None:
    content = bare(900_00, RENT, yearly=(yearly("tyres", 1, 200_00, "garage", parts=2),), savings=9000_00)
    state = begin(content)
    state.spare = "dearest"
    assert choose(asked(state), "careful") == "parts.tyres"


def test_the_adviser_answers_every_kind_of_question() -> None:
    state = begin(bare(2000_00))
    state.spare = "dearest"
    for kind, option in (
        ("shock", "claim"),
        ("offer", "no"),
        ("platform", "yes"),
        ("talk", "with_course"),
        ("order", "accept"),
    ):
        state.queue = ((kind, "x"),)
        assert choose(state, "careful") == option


def test_minimum_fills_with_savings_overdraft_card_family_then_waits() -> None:
    given = triage(
        "minimum",
        1500_00,
        savings=150_00,
        limit=150_00,
        family=150_00,
        debts=(debt("card", "card", 0, 1500, limit=255_00),),
    )
    assert given[:4] == ["savings", "overdraft", "card", "family"]
    assert given[4].startswith("wait.")


def test_loudest_tightens_food_first_and_lets_the_quiet_wait() -> None:
    assert triage("loudest", 200_00, limit=900_00)[0] == "tighten.food"
    bills = RENT, bill("phone", 120_00, "telecom"), bill("club", 120_00, "club")
    state = begin(bare(1020_00, *bills, limit=0))
    state = closed(state, "wait.phone")
    state = asked(with_pay(state, 1020_00))
    while state.queue[0][0] != "triage":
        state = answer(state, "nobody")
    assert "wait.phone" in dict(offered(state))
    assert choose(state, "loudest") == "wait.rent"  # the landlord has not written yet


def test_minimum_never_calls_and_loudest_calls_who_shouts() -> None:
    state = calling()
    assert choose(state, "minimum") == "plan.spare:keep"
    state.spare = "keep"
    assert choose(state, "minimum") == "nobody"
    letter = Letter("telecom.warning", state.month, "amber", *[Message("")] * 4, creditor="telecom")
    state.mail = (letter,)
    assert choose(state, "loudest") == "parts.telecom"
    state.mail = (letter, replace(letter, level="brick", creditor="club"))
    assert choose(state, "loudest") == "parts.club"


def test_minimum_claims_only_what_a_letter_offers_and_takes_every_credit() -> None:
    state = begin(bare(0))
    state.spare = "keep"
    for kind, option in (("shock", "claim"), ("offer", "yes"), ("platform", "no"), ("talk", "only_talk")):
        state.queue = ((kind, "x"),)
        assert choose(state, "minimum") == option


def test_loudest_takes_a_loan_only_when_something_is_unpaid() -> None:
    state = begin(bare(0))
    state.queue = (("offer", "x"),)
    assert choose(state, "loudest") == "no"
    assert choose(with_arrears(state, "telecom", 1_00), "loudest") == "yes"


@pytest.mark.parametrize("policy", ["careful", "minimum", "loudest", "random"])
def test_cards_are_answered_as_the_rules_say(policy: str) -> None:
    def seen(state: State) -> None:
        kind, name = state.queue[0]
        option = choose(state, policy)
        if kind != "dilemma" or ":" in option:
            return
        card = state.world.cards[name]
        live = {choice.id: choice for choice in live_choices(state, card)}
        taken = live[option]
        if policy == "careful":
            named = [rule.take for rule in card.careful]
            assert option in named
        elif policy == "minimum":
            if any(map(borrows, live.values())):
                assert borrows(taken)
            elif not all(map(calls, live.values())):
                quiet = [choice for choice in live.values() if not calls(choice)]
                assert cost_now(state, taken) == min(cost_now(state, choice) for choice in quiet)
        elif policy == "loudest":
            ready = [c for c in live.values() if state.unpaid or not borrows(c)] or list(live.values())
            assert joy_of(taken) == max(map(joy_of, ready)) or borrows(taken)

    for seed in range(4):
        played(seed, policy, seen=seen)


def test_random_takes_the_rolled_option_and_leaves_standing_questions() -> None:
    def seen(state: State) -> None:
        asked_id = question_id(state, *state.queue[0]).partition("#")[0]
        count = state.counts.get(f"asked.{asked_id}", 0)
        live = option_ids(state)
        drawn = roll(state.world.seed, state.month, f"{asked_id}#{count}")
        assert choose(state, "random") == live[drawn * len(live) // 1_000_000]

    for seed in range(3):
        state = played(seed, "random", seen=seen)
        assert not any(given.question.startswith(("plan", "debit", "mail")) for given in state.answers)


def test_each_policy_sets_the_plan_at_most_once_a_month() -> None:
    for policy in ("careful", "minimum", "loudest"):
        state = played(5, policy)
        changed = [(given.month, given.question) for given in state.answers if given.question.startswith("plan")]
        assert len(changed) == len(set(changed))

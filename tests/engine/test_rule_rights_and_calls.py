"""Benefits from letter to first payment, the one call a month, the advisers (rules.md 3 step 5, 9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.advice import follow_up
from game.engine.calls import make_call, reachable, reason_to_ask
from game.engine.play import answer
from game.engine.rights import ask_for, claimable, lose_late_ones, open_rights
from game.model.content import Content
from game.model.effects import Amount, UseCall
from game.model.household import Envelope, RightTerms
from game.model.scenario import Choice
from game.model.state import State
from tests.engine.situations import (
    CALL,
    asked,
    at,
    bare,
    begin,
    bill,
    calm,
    closed,
    line,
    moved,
    owes,
    with_arrears,
)
from tests.playing import scenarios

RENT = bill("rent", 900_00, "landlord")
FOOD = Envelope("food", 750_00, 1000_00, 1250_00)


def job_lost(month: int = 4) -> Content:
    """The Webers with Tom's job ending in this month (index) and nothing else coming."""
    weber = scenarios().households["weber"]
    shock = replace(weber.sure[0], first=month, last=month, effects=())
    lasting = tuple(replace(loss, found_chance=0, found_from=0) for loss in shock.losses)
    return calm(sure=(replace(shock, losses=lasting),), chances=())


def test_toms_benefit_comes_as_the_letter_says() -> None:
    """In M5 the letter; July brings 1,503, August nothing, September 3,901, then 2,601 a month for the year."""
    state = closed(begin(job_lost()), months=24)
    pay = [moved(state, "asset:current", "income:tom_pay", m) - moved(state, "income:lost", month=m) for m in range(24)]
    benefit = [moved(state, source="income:right:unemployment_benefit", month=month) for month in range(24)]
    assert pay[:9] == [3006_00] * 6 + [1503_00, 0, 0]
    assert benefit == [0] * 8 + [3901_00] + [2601_00] * 7 + [2666_04] * 3 + [0] * 5  # the index of May 2027


def test_a_benefit_not_asked_for_in_its_month_or_the_next_is_lost() -> None:
    state = closed(begin(job_lost()), "later", months=5)
    assert claimable(state) == ["unemployment_benefit"]
    state = closed(state)
    assert state.rights["unemployment_benefit"].status == "lost"
    assert closed(state, months=6).rights["unemployment_benefit"].status == "lost"


def test_what_a_letter_offers_needs_no_call_but_papers_take_half_days() -> None:
    state = asked(begin(job_lost()))
    assert state.queue[0] == ("shock", "tom_job")
    state.queue = (*state.queue, ("call", "who"))  # so that the month does not run on
    state = answer(state, "claim")
    assert not state.call_used
    assert state.half_days == 2
    assert state.rights["unemployment_benefit"].status == "asked"


def right(name: str, **terms: object) -> State:
    """A household with one right to call for, in the step of the call."""
    return at(begin(bare(2000_00, rights=(RightTerms(name, **terms),), home="tenant")), CALL)  # type: ignore[arg-type]


def test_the_first_payment_brings_the_months_since_asking() -> None:
    state = right("rent_subsidy", monthly=Amount(160_00), when=())
    make_call(state, "right.rent_subsidy")
    state = closed(state, months=6)
    paid = [moved(state, source="income:right:rent_subsidy", month=month) for month in range(6)]
    assert paid == [0, 0, 0, 3 * 160_00, 160_00, 160_00]


def test_a_right_for_so_many_months_pays_no_more_of_them() -> None:
    state = right("rent_subsidy", monthly=Amount(100_00), when=(), months=4)
    make_call(state, "right.rent_subsidy")
    state = closed(state, months=8)
    paid = [moved(state, source="income:right:rent_subsidy", month=month) for month in range(8)]
    assert paid == [0, 0, 0, 300_00, 100_00, 0, 0, 0]


def test_a_right_is_in_sight_only_while_its_condition_and_season_hold() -> None:
    state = right("cost_of_living_allowance", once=Amount(1000_00), when=())
    assert claimable(state) == ["cost_of_living_allowance"]
    for month, there in ((9, True), (10, False), (12, True)):
        state.rights, state.month = {}, month
        open_rights(state)
        assert bool(claimable(state)) is there


def test_a_yearly_right_may_be_asked_for_again_after_a_year() -> None:
    state = right("cost_of_living_allowance", once=Amount(1000_00), when=())
    make_call(state, "right.cost_of_living_allowance")
    state = closed(state, months=12)
    assert moved(state, source="income:right:cost_of_living_allowance", month=2) == 1000_00
    assert claimable(at(state, CALL)) == ["cost_of_living_allowance"]


def test_the_school_start_grant_comes_in_august_by_itself() -> None:
    state = begin(bare(2000_00, rights=(RightTerms("school_start_grant", once=Amount(115_00)),)))
    state = closed(state, months=9)
    paid = [moved(state, source="income:right:school_start_grant", month=month) for month in range(9)]
    assert paid == [0] * 7 + [115_00, 0]


def test_the_social_grocery_lowers_food_by_a_fifth_for_a_year_however_it_is_asked_for() -> None:
    content = bare(2000_00, envelopes=(FOOD,), rights=(RightTerms("social_grocery", when=(), months=12),))
    called = at(begin(content), CALL)
    make_call(called, "right.social_grocery")
    assert closed(called).rows[0].essentials == 800_00
    helped = at(begin(content), CALL)
    helped.adviser_next = 0
    helped = closed(helped, months=14)
    assert [row.essentials for row in helped.rows] == [1000_00] + [800_00] * 11 + [1020_00] * 2


def test_a_lost_deadline_counts_from_the_month_in_which_the_right_opened() -> None:
    state = right("rent_subsidy", monthly=Amount(1_00), when=())
    state.world.rights["rent_subsidy"] = replace(state.world.rights["rent_subsidy"], deadline=2)
    state.month = 1
    lose_late_ones(state)
    assert state.rights["rent_subsidy"].status == "open"
    state.month = 2
    lose_late_ones(state)
    assert state.rights["rent_subsidy"].status == "lost"
    ask_for(state, "rent_subsidy")
    assert state.rights["rent_subsidy"].status == "lost"


def calls(state: State, months: int) -> list[bool]:
    """In which months the telephone asks, when the answer is always nobody."""
    seen = []
    for _ in range(months):
        before = len(state.answers)
        state = closed(state)
        seen.append(any(given.question == "call.who" for given in state.answers[before:]))
    return seen


def test_nobody_waits_three_months_with_the_same_reasons() -> None:
    state = begin(bare(2000_00, rights=(RightTerms("rent_subsidy", monthly=Amount(160_00), when=()),)))
    assert calls(state, 8) == [True, False, False, True, False, False, True, False]


def test_a_worse_letter_or_a_new_creditor_asks_at_once() -> None:
    state = with_arrears(begin(bare(0, limit=0)), "landlord", 100_00, since=0)
    # reminder (amber) at the first close, formal notice (brick) at the second, then only more bricks
    assert calls(state, 6) == [True, True, True, False, False, True]
    state = with_arrears(begin(bare(0, limit=0)), "landlord", 100_00, since=0)
    state = closed(state, months=4)
    assert reason_to_ask(state) == {"unpaid.landlord", "letter.landlord.brick"}
    state = with_arrears(state, "family", 50_00)
    assert calls(state, 1) == [True]


def test_a_call_made_before_is_not_asked_for_again() -> None:
    state = at(with_arrears(begin(bare(0, limit=0)), "telecom", 1_00), CALL)
    make_call(state, "friend")
    assert not closed(state).answers


def test_a_friend_listens() -> None:
    state = at(begin(bare(2000_00, morale=50)), CALL)
    make_call(state, "friend")
    assert closed(state).morale == 50 + 3


def advised(content: Content, option: str, month: int = 0) -> State:
    """The first talk with the adviser, in the month after the call."""
    state = at(begin(content), CALL, month)
    make_call(state, "adviser")
    return closed(closed(state), option)


def test_the_first_talk_is_next_month_and_lifts_the_lamp() -> None:
    state = at(begin(bare(2000_00, morale=50)), CALL)
    make_call(state, "adviser")
    assert state.morale == 40  # the first call of this kind costs pride
    state = closed(state)
    assert state.morale == 42  # and a fifth of the way back
    state = closed(state, "only_talk")
    assert state.morale == 42 + 5 + 1
    assert [given.question for given in state.answers] == ["call.adviser"]


def test_the_adviser_claims_every_open_right_without_a_call() -> None:
    content = bare(2000_00, rights=(RightTerms("rent_subsidy", monthly=Amount(160_00), when=()),))
    state = advised(content, "rights_and_parts")
    assert state.rights["rent_subsidy"].status == "asked"


def test_the_adviser_calls_back_every_second_month() -> None:
    state = begin(bare(2000_00, morale=50))
    state.adviser, state.adviser_next = 0, 2
    moods = []
    for month in range(6):
        state.month, state.mood = month, 0
        follow_up(state)
        moods.append(state.mood)
    assert moods == [0, 0, 2, 0, 2, 0]


def test_the_budget_training_lowers_food_and_household_from_the_third_month() -> None:
    clothes = Envelope("clothes", 150_00, 200_00, 250_00)
    state = advised(bare(2000_00, envelopes=(FOOD, clothes)), "with_course")
    state = closed(state, months=4)
    assert [row.essentials for row in state.rows] == [1200_00] * 4 + [1140_00] * 2


def test_the_micro_credit_pays_old_bills_where_its_part_fits_and_nothing_is_in_court() -> None:
    content = bare(2000_00, RENT)
    state = with_arrears(begin(content), "telecom", 480_00)
    state.spare = "keep"
    state = closed(state)
    state.adviser = state.month
    state = closed(state, "micro_credit")
    owed = owes(state, "micro_credit")
    assert 480_00 <= owed <= 500_00
    assert line(state, "micro_credit").instalment == owed // 24
    assert "telecom" not in state.unpaid
    assert state.rows[-1].arrears == 0
    court = with_arrears(closed(begin(content)), "telecom", 480_00, in_court=True)
    court.adviser = court.month
    with pytest.raises(AssertionError):
        closed(court, "micro_credit")


def test_trust_under_minus_one_shuts_a_door() -> None:
    state = with_arrears(begin(bare(2000_00)), "landlord", 100_00)
    names = [name for name, _ in reachable(state)]
    assert {"parts.landlord", "friend"} <= set(names)
    state.trust = {"landlord": -2, "friend": -2}
    names = [name for name, _ in reachable(state)]
    assert not {"parts.landlord", "friend"} & set(names)


def test_a_call_is_one_a_month() -> None:
    state = at(begin(bare(2000_00)), CALL)
    make_call(state, "friend")
    assert state.call_used
    assert not closed(closed(state)).call_used


def test_a_first_payment_still_comes_when_work_was_found_but_nothing_after_it() -> None:
    state = at(begin(bare(2000_00, rights=(RightTerms("rent_subsidy", monthly=Amount(160_00), when=()),))), CALL)
    ask_for(state, "rent_subsidy")
    never = scenarios().rights["revis"].when
    state.world = replace(state.world, rights={"rent_subsidy": replace(state.world.rights["rent_subsidy"], when=never)})
    state = closed(state, months=6)
    paid = [moved(state, source="income:right:rent_subsidy", month=month) for month in range(6)]
    assert paid == [0, 0, 0, 480_00, 0, 0]
    assert state.rights["rent_subsidy"].status == "over"


def test_no_card_can_only_be_answered_by_telephone() -> None:
    content = scenarios()
    cards = [*content.dilemmas.values(), *content.households["weber"].cards]
    for card in cards:
        assert not all(map(calls_for, card.choices)), card.id


def calls_for(choice: Choice) -> bool:
    """Whether an option uses the call of the month."""
    return any(isinstance(effect, UseCall) for effect in choice.effects)


def test_advice_and_a_friend_can_be_called_in_every_month() -> None:
    state = at(begin(bare(2000_00)), CALL)
    assert {"adviser", "friend", "advance"} <= {name for name, _ in reachable(state)}

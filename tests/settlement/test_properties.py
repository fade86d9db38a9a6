"""What no sequence of events, dates and answers can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.settlement.conduct import MAY_BE_PAID
from game.engine.settlement.limits import days_after, months_after
from game.engine.settlement.machine import begin, happen, on, run
from game.engine.settlement.plan import ODD, drawn_up
from game.engine.settlement.suspension import PROTECTED, RESTS, enforceable, is_protected, rate_in_force, suspended
from game.model.settlement import ENDS, MEASURES, PAPERS, STATES, Case, Claim, Debtor, Happening
from game.model.units import interest
from tests.settlement.worlds import LAW, ROADS, cases, happenings, taken

STEPS = 8
Told = tuple[Case, Happening, Case]  # before, with the day already passed; what happened; after
MAKES = ("new_loan", "charge", "declare_claim")


def played(case: Case, data: st.DataObject) -> Iterator[Told]:
    """A game of random events: each with the case on its day before and after it."""
    for _ in range(STEPS):
        happening = data.draw(happenings(case))
        before = on(case, happening.day, LAW)
        case = happen(case, happening, LAW)
        yield before, happening, case


def every_step(check: Callable[[Told], None]) -> Callable[[], None]:
    """A test that holds `check` against every step of many random games."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases, st.data())
    def test(case: Case, data: st.DataObject) -> None:
        for told in played(case, data):
            check(told)

    return test


def total(case: Case) -> int:
    return sum(claim.amount for claim in case.claims)


def money_is_moved_and_never_made(told: Told) -> None:
    before, happening, after = told
    for claim in after.claims:
        assert claim.amount == claim.open + claim.paid + claim.written_off
        assert min(claim.open, claim.paid, claim.written_off) >= 0
        assert 0 <= claim.guarantor_paid <= claim.open
    if happening.event not in MAKES or after.log[-1].refused:
        assert total(after) == total(before)
    elif happening.event in ("new_loan", "charge"):
        assert total(after) in (total(before), total(before) + (happening.cents or 0))
    assert {claim.creditor for claim in before.claims} <= {claim.creditor for claim in after.claims}
    assert after.assets >= 0 and after.proceeds >= 0


def what_rests_is_not_taken(told: Told) -> None:
    before, happening, after = told
    if happening.event == "enforce" and is_protected(before, LAW):
        claim = before.claim(happening.creditor)
        kind = claim.kind if claim else ""
        if kind not in ("maintenance", "violence_damages"):
            assert after.claims == before.claims, happening.measure
        if happening.measure in RESTS and kind not in ("maintenance", "violence_damages"):
            assert after.log[-1].refused == "suspended"


def what_goes_on_is_not_stopped(told: Told) -> None:
    before, happening, after = told
    claim = before.claim(happening.creditor)
    if happening.event == "enforce" and claim and claim.open and claim.kind in ("maintenance", "violence_damages"):
        assert not after.log[-1].refused
    if happening.event == "enforce" and happening.measure == "eviction":
        assert not after.log[-1].refused


def no_interest_runs_while_all_rests(told: Told) -> None:
    before, happening, after = told
    claim = before.claim(happening.creditor)
    if happening.event == "charge" and is_protected(before, LAW) and claim:
        rate = rate_in_force(before, claim, LAW)
        grown = after.claim(happening.creditor)
        assert grown and grown.amount - claim.amount <= interest(claim.open, rate)
        assert rate == 0 or (before.plan and rate <= claim.rate)


def effects_hold_from_the_day_after_the_publication(told: Told) -> None:
    _, _, after = told
    published = after.dates.get("published")
    if published and after.state in ("admitted", "open_1", "vote_plan", "vote_moratorium", "moratorium", "plan_1"):
        assert (after.state != "admitted") == (after.day > published)
        assert is_protected(after, LAW) == (after.day > published) or after.appeal_keeps
    assert sorted((*suspended(after, LAW), *enforceable(after, LAW))) == sorted(MEASURES)
    if after.state in PROTECTED:
        assert {"interest", "garnishment", "assignment", "seizure"} <= set(suspended(after, LAW))
        assert {"maintenance", "violence_damages", "eviction"} <= set(enforceable(after, LAW))


def no_plan_is_beyond_the_law(told: Told) -> None:
    _, _, after = told
    assert after.moratorium_months <= 12 and after.probation_months <= 60
    plan = after.plan
    if plan is None:
        return
    assert plan.months <= {"plan": 84, "judicial": 84, "probation": 60, "moratorium": 12}[plan.kind] or (
        after.state == "probation" and plan.months <= 60
    )
    if after.state == "plan_1":
        assert after.dates["plan_end"] <= months_after(after.dates["plan_start"], 84)
        assert after.dates["plan_start"] <= months_after(after.dates["decided"], 6) + timedelta(days=after.paused)
    for terms in plan.terms:
        claim = after.claim(terms.creditor)
        assert claim and terms.rate <= claim.rate and terms.paid <= terms.total
        assert terms.wait <= plan.months


def a_plan_never_takes_what_one_lives_by(told: Told) -> None:
    before, happening, after = told
    if before.plan and before.income is not None:
        free = max(0, before.income - before.protected)
        assert before.plan.instalment <= free
        if happening.event == "instalment_paid" and not after.log[-1].refused:
            paid = sum(claim.paid for claim in after.claims) - sum(claim.paid for claim in before.claims)
            assert paid <= free + ODD * len(before.plan.terms)


def current_terms_may_always_be_paid(told: Told) -> None:
    before, happening, after = told
    claim = before.claim(happening.creditor)
    kind = happening.kind or (claim.kind if claim else "")
    if happening.event == "pay" and happening.current and kind in MAY_BE_PAID:
        assert after.breaches == before.breaches and not after.log[-1].refused


def a_breach_alone_ends_nothing(told: Told) -> None:
    before, happening, after = told
    if len(after.breaches) > len(before.breaches):
        assert after.state == before.state
    if after.state == "revoked" != before.state:
        assert happening.event == "revoked_by_judge" and (before.breaches or happening.reason)


def a_refusal_changes_nothing(told: Told) -> None:
    before, _, after = told
    if len(after.log) > len(before.log) and after.log[-1].refused:
        assert after.state in (before.state, "barred")
        assert replace(after, log=(), state="") == replace(before, log=(), state="")


def a_petition_counts_only_in_its_two_months(told: Told) -> None:
    before, _, after = told
    if after.state == "filed_2" != before.state:
        assert after.day <= months_after(before.dates["report_published"], 2)
    if before.state == "lockout":
        assert after.state in ("lockout", "out")


def only_what_the_law_says_survives(told: Told) -> None:
    before, _, after = told
    if after.state == "closed_discharged" != before.state:
        for claim in after.claims:
            if claim.kind not in ("maintenance", "violence_damages", "business"):
                assert claim.open == claim.guarantor_paid
    if after.state == "closed_paid" != before.state:
        assert all(claim.written_off == before.claim(claim.creditor).written_off for claim in after.claims)


def every_state_has_a_way_to_an_end(told: Told) -> None:
    case = told[2]
    for _ in range(60):
        if case.state in ENDS:
            return
        case = next_step(case)
    raise AssertionError(f"no way out of {told[2].state}, still {case.state}")


def next_step(case: Case) -> Case:
    """One step on the plain road from any state to an end; where there is nothing to do, time."""
    plan = drawn_up((), "judicial", 12, None)
    told = {
        "filed_incomplete": Happening(case.day, "last_document", papers=PAPERS),
        "filed": Happening(case.day, "committee_accepts"),
        "admitted": Happening(case.day, "published"),
        "default": Happening(case.day, "petition"),
        "filed_2": Happening(case.day, "judgment", plan=plan),
        "filed_3": Happening(case.day, "judge_opens"),
        "open_3": Happening(case.day, "assets_found"),
        "liquidation": Happening(case.day, "proceeds_short"),
    }.get(case.state, Happening(case.day, "send_application"))
    after = happen(case, told, LAW)
    if after.state == "liquidation" == case.state:
        after = happen(after, Happening(case.day, "proceeds_enough"), LAW)
    slow = case.plan is not None or case.state in ("probation", "lockout")
    return after if after.state != case.state else on(after, days_after(after.day, 400 if slow else 30), LAW)


test_money_is_moved_and_never_made = every_step(money_is_moved_and_never_made)
test_what_rests_is_not_taken = every_step(what_rests_is_not_taken)
test_what_goes_on_is_not_stopped = every_step(what_goes_on_is_not_stopped)
test_no_interest_runs_while_all_rests = every_step(no_interest_runs_while_all_rests)
test_effects_hold_from_the_day_after_the_publication = every_step(effects_hold_from_the_day_after_the_publication)
test_no_plan_is_beyond_the_law = every_step(no_plan_is_beyond_the_law)
test_a_plan_never_takes_what_one_lives_by = every_step(a_plan_never_takes_what_one_lives_by)
test_current_terms_may_always_be_paid = every_step(current_terms_may_always_be_paid)
test_a_breach_alone_ends_nothing = every_step(a_breach_alone_ends_nothing)
test_a_refusal_changes_nothing = every_step(a_refusal_changes_nothing)
test_a_petition_counts_only_in_its_two_months = every_step(a_petition_counts_only_in_its_two_months)
test_only_what_the_law_says_survives = every_step(only_what_the_law_says_survives)
test_every_state_has_a_way_to_an_end = every_step(every_state_has_a_way_to_an_end)


ALWAYS = (
    money_is_moved_and_never_made,
    what_rests_is_not_taken,
    what_goes_on_is_not_stopped,
    no_interest_runs_while_all_rests,
    effects_hold_from_the_day_after_the_publication,
    no_plan_is_beyond_the_law,
    a_plan_never_takes_what_one_lives_by,
    current_terms_may_always_be_paid,
    a_breach_alone_ends_nothing,
    a_refusal_changes_nothing,
    a_petition_counts_only_in_its_two_months,
    only_what_the_law_says_survives,
    every_state_has_a_way_to_an_end,
)


@pytest.mark.long
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases, st.data())
def test_all_of_it_holds_in_many_more_games(case: Case, data: st.DataObject) -> None:
    for told in played(case, data):
        for check in ALWAYS:
            check(told)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases, st.data())
def test_the_same_events_give_the_same_case_and_time_may_be_cut_anywhere(case: Case, data: st.DataObject) -> None:
    told = []
    end = case
    for _, happening, after in played(case, data):
        told.append(happening)
        end = after
    assert run(case, told, LAW) == end
    middle, late = (
        end.day + timedelta(days=days) for days in sorted(data.draw(st.tuples(*[st.integers(0, 4000)] * 2)))
    )
    assert on(on(end, middle, LAW), late, LAW) == on(end, late, LAW)


def test_random_games_begin_in_every_state_that_is_no_end() -> None:
    """The properties above would say little if the games never came to the later phases."""
    case = begin(date(2026, 1, 31), Debtor(), (Claim("bank", "credit", 100_000, 100_000),))
    seen = {taken(case, road, steps).state for road in range(len(ROADS)) for steps in range(13)}
    assert sorted({*STATES} - {*ENDS} - seen) == ["refused"]


def test_a_day_is_the_same_day_of_the_month_or_its_last() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_after(date(2026, 12, 15), 14) == date(2028, 2, 15)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)

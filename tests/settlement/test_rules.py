"""How creditors answer, which plans are laid on the table, what is printed, and the readings that can be switched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import run as dilemme
from game.engine.settlement.choices import plan_choices
from game.engine.settlement.machine import begin, happen, on, run
from game.engine.settlement.plan import answer, creditor_votes, moratorium_votes, otherwise
from game.engine.settlement.rows import ROWS
from game.engine.settlement.suspension import is_protected
from game.engine.settlement.table import TABLE
from game.model.settlement import STATES, Case, Claim, Debtor, Happening, Plan, Terms
from tests.settlement import test_properties as properties
from tests.settlement.worlds import LAW, START, taken

HALF = 5000
CENTS = st.integers(0, 5_000_000)
TWO = (Claim("bank", "credit", 600_000, 600_000), Claim("card", "credit", 300_000, 300_000))


def opened(claims: tuple[Claim, ...] = TWO, income: int | None = None, protected: int = 0) -> Case:
    return taken(begin(START, Debtor(), claims, income=income, protected=protected), 0, 6)


@given(CENTS, CENTS)
def test_a_creditor_says_yes_to_as_much_and_no_to_less_than_half(pays: int, instead: int) -> None:
    said = answer(pays, instead, HALF)
    assert said == ("yes" if pays >= instead else "no" if 2 * pays < instead else "silent")


@given(st.integers(1, 900_000), st.integers(0, 100_000), CENTS)
def test_nobody_would_get_more_than_is_owed_and_a_security_is_worth_something(
    owed: int, attachable: int, security: int
) -> None:
    claim = Claim("bank", "credit", owed, owed, security=security)
    got = otherwise(claim, (claim,), attachable, 84)
    assert got == min(owed, max(84 * attachable, security))


def test_the_votes_are_those_of_the_published_rule() -> None:
    case = opened()
    for cents, said in ((420_000, "yes"), (419_999, "silent"), (210_000, "silent"), (209_999, "no")):
        plan = Plan("plan", 84, (Terms("bank", 1, cents), Terms("card", 1, 300_000)))
        # the bank holds two thirds of what is owed: 84 times two thirds of 75.00
        votes = creditor_votes(replace(case, proposal=plan), 7_500, months=84, no_share=HALF)
        assert votes == {"bank": said, "card": "yes"}


def test_creditors_grant_a_moratorium_when_the_income_that_returns_makes_up_for_it() -> None:
    case = replace(opened(), proposal=Plan("moratorium", 12))
    asked = {"months": 84, "no_share": HALF}
    assert set(moratorium_votes(case, 7_000, 9_000, **asked).values()) == {"yes"}
    assert set(moratorium_votes(case, 7_000, 7_000, **asked).values()) == {"silent"}
    assert set(moratorium_votes(case, 7_000, 3_000, **asked).values()) == {"no"}


@given(st.integers(0, 400_000), st.integers(0, 400_000), st.integers(0, 100_000))
def test_every_plan_on_the_table_is_lawful(income: int, protected: int, attachable: int) -> None:
    case = opened(income=income, protected=protected)
    for choice in plan_choices(case, attachable, LAW, months=84, no_share=HALF):
        told = Happening(case.day, "plan_proposed", plan=choice.plan)
        after = happen(case, told, LAW)
        assert after.state == "vote_plan", (choice.id, after.refused)
        voted = happen(after, Happening(case.day, "vote", votes=choice.votes), LAW)
        assert (voted.state == "plan_1") == choice.passes
        end = on(voted, date(2040, 1, 1), LAW)
        if choice.passes:
            assert end.state == "done" and not any(claim.open for claim in end.claims)
            assert choice.paid + choice.cancelled == sum(claim.amount for claim in case.claims)
            assert sum(claim.paid for claim in end.claims) == choice.paid


def test_nothing_is_on_the_table_when_nothing_is_left_to_pay_with() -> None:
    assert plan_choices(opened(income=200_000, protected=200_000), 0, LAW, months=84, no_share=HALF) == ()


def test_the_protection_after_a_petition_can_be_switched_to_the_other_reading() -> None:
    strict = replace(LAW, protected_until_judgment=0)
    case = taken(begin(START, Debtor(), TWO), 3, 7)
    assert case.state == "filed_2"
    later = on(case, date(2027, 3, 1), LAW)
    assert is_protected(later, LAW) and not is_protected(on(case, date(2027, 3, 1), strict), strict)
    assert is_protected(case, strict), "the two months themselves are the law"


def test_the_printed_table_names_every_state_event_and_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dilemme(["--data-dir", str(tmp_path), "parameters", "--settlement"]) == 0
    said = capsys.readouterr().out
    assert all(f" {state}" in said for state in STATES)
    assert all(f", {line.event} -> " in said for line in TABLE)
    assert all(f"\n  {row}  " in said for row in ROWS)
    assert "guichet.lu" in said and "vote_heads_pct: 60" in said


def test_there_is_no_table_before_the_law(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dilemme(["--data-dir", str(tmp_path), "parameters", "--settlement", "--on", "2010-01-01"]) == 2
    assert "has no value before" in capsys.readouterr().err


def wrongs() -> list[tuple[object, Case, Happening, Case]]:
    """A step for each property that must not pass: what a wrong machine would do."""
    case = run(opened(income=300_000, protected=250_000), (), LAW)
    day = case.day
    bank, card = case.claims
    richer = replace(case, claims=(replace(bank, paid=1), card))
    taken_from = replace(case, claims=(replace(bank, open=599_999, paid=1), card))
    grown = replace(case, claims=(replace(bank, amount=600_001, open=600_001), card))
    dates = {"plan_end": date(2033, 8, 1), "plan_start": day, "decided": day}
    long = replace(case, state="plan_1", dates=dates, plan=Plan("plan", 85))
    greedy = replace(case, state="plan_1", plan=Plan("plan", 84, (Terms("bank", 50_001, 600_000),)))
    late = replace(case, state="filed_2", day=date(2026, 12, 2), dates={"report_published": date(2026, 10, 1)})
    said = Happening(day, "enforce", creditor="bank", measure="seizure", cents=1)
    return [
        (properties.money_is_moved_and_never_made, case, said, richer),
        (properties.what_rests_is_not_taken, case, said, taken_from),
        (properties.no_interest_runs_while_all_rests, case, replace(said, event="charge"), grown),
        (properties.no_plan_is_beyond_the_law, case, said, long),
        (properties.a_plan_never_takes_what_one_lives_by, greedy, said, greedy),
        (properties.a_petition_counts_only_in_its_two_months, replace(late, state="default"), said, late),
        (properties.a_breach_alone_ends_nothing, case, said, replace(case, state="revoked")),
        (properties.only_what_the_law_says_survives, case, said, replace(case, state="closed_discharged")),
        (properties.effects_hold_from_the_day_after_the_publication, case, said, replace(case, state="admitted")),
    ]


@pytest.mark.parametrize("index", range(len(wrongs())))
def test_each_property_sees_a_planted_violation(index: int) -> None:
    check, before, happening, after = wrongs()[index]
    with pytest.raises(AssertionError):
        check((before, happening, after))

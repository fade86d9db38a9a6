"""Morale and health at the close, half-days, trust (rules.md 10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.cards import answer_joy
from game.engine.closing import close
from game.engine.effects import Origin, apply, take_time
from game.engine.wellbeing import count_months
from game.model.effects import Time, Trust
from game.model.household import Envelope, Joy
from game.model.scenario import Shock
from game.model.state import LossRunning
from tests.engine.situations import (
    BILLS,
    CALL,
    at,
    bare,
    begin,
    bill,
    calm,
    closed,
    with_arrears,
)
from tests.playing import scenarios

RENT = bill("rent", 900_00, "landlord")


def envelopes() -> tuple[Envelope, ...]:
    """The Webers' envelopes."""
    return calm().households["weber"].envelopes


def after(month: int = 6, **levels: str) -> tuple[int, int]:
    """What a month (index) at these levels does to morale 50 and health 80."""
    state = begin(bare(9000_00, envelopes=envelopes(), morale=50, health=80))
    state.month, state.levels = month, {"saving": "tight", **levels}
    state.joy_months = 0
    state = closed(state)
    return state.morale - 50, state.health - 80


@pytest.mark.parametrize(
    ("levels", "month", "moved"),
    [
        ({}, 6, (0, 0)),
        ({"leisure": "tight"}, 6, (-2, 0)),
        ({"leisure": "comfortable"}, 6, (2, 0)),
        ({"food": "tight"}, 6, (-1, -1)),
        ({"children": "tight"}, 6, (-2, 0)),
        ({"health": "tight"}, 6, (0, -2)),
        ({"energy": "tight"}, 6, (0, 0)),
        ({"energy": "tight"}, 10, (-1, -1)),
        ({"energy": "tight"}, 2, (-1, -1)),
        ({"energy": "tight"}, 3, (0, 0)),
        ({"transport": "tight"}, 6, (0, 0)),
    ],
)
def test_levels_wear_or_lift(levels: dict[str, str], month: int, moved: tuple[int, int]) -> None:
    assert after(month, **levels) == moved


def test_clothes_wear_from_the_third_tight_month() -> None:
    state = begin(bare(9000_00, envelopes=envelopes(), morale=50))
    state.levels = {"saving": "tight"}
    state = closed(state, "plan.clothes:tight", months=2)
    assert state.morale == 50
    assert closed(state).morale == 49


def test_the_pull_brings_a_fifth_of_the_way_back_before_all_else() -> None:
    for morale, then in ((100, 90), (0, 10), (53, 52), (52, 52), (47, 48), (48, 48)):
        assert closed(begin(bare(1000_00, morale=morale))).morale == then
    for health, then in ((100, 96), (30, 40)):
        assert closed(begin(bare(1000_00, health=health))).health == then


def test_a_triage_costs_two_and_going_without_six_and_two() -> None:
    food = Envelope("food", 750_00, 1000_00, 1250_00)
    state = closed(begin(bare(800_00, RENT, morale=50, limit=500_00)), "overdraft")
    assert state.morale == 50 - 2 - 2  # the triage, and the account under zero
    state = closed(begin(bare(500_00, envelopes=(food,), morale=50, health=80, limit=0)))
    assert (state.morale, state.health) == (50 - 2 - 6 - 1, 80 - 2 - 1)  # and food tight


def test_a_rejected_debit_costs_one() -> None:
    content = bare(900_00, RENT, bill("phone", 20_00, "telecom", debit=True), morale=50, limit=0)
    state = closed(begin(content), "wait.phone")
    assert state.rejected == 1
    assert state.morale == 50 - 2 - 1 - 2  # a triage, a debit, ten euros of fee under zero


def test_three_closed_brick_letters_count_at_most() -> None:
    state = begin(bare(0, morale=29, limit=0))
    for name in ("landlord", "tax_office", "mortgage", "bank"):
        state = with_arrears(state, name, 1_00, since=-1)
    state = closed(state)
    assert sum(letter.level == "brick" and not letter.opened for letter in state.mail) == 4
    quiet = begin(bare(0, morale=29, limit=0))
    assert closed(quiet).morale - state.morale == 3


def test_a_lost_pay_that_goes_on_costs_three_until_work_is_found() -> None:
    content = bare(1000_00, sure=calm_job(), morale=50)
    state = begin(content)
    state.happened, state.losses = {"tom_job": 0}, (LossRunning("tom_job", 0, "tom", 1, 99),)
    assert closed(state).morale == 50  # not before the pay is missing
    state.losses = (LossRunning("tom_job", 0, "tom", 0, 99),)
    assert closed(state).morale == 47
    state.losses = (LossRunning("tom_job", 0, "tom", 0, 99, 0, 1000_00),)
    assert closed(state).morale == 50


def calm_job() -> tuple[Shock, ...]:
    """Tom's job without the buyer's call, far from these months."""
    shock = scenarios().households["weber"].sure[0]
    losses = tuple(replace(loss, found_chance=0) for loss in shock.losses)
    return (replace(shock, first=30, last=30, losses=losses),)


def test_a_big_shock_weighs_at_the_close_of_its_month() -> None:
    content = bare(5000_00, morale=50, health=80)
    shock = replace(calm_job()[0], first=3, last=3, effects=(), losses=(), rights=())
    content = replace(
        content, households={"weber": replace(content.households["weber"], sure=(shock,), second_act=(), rights=())}
    )
    state = closed(begin(content), months=3)
    assert (state.morale, state.health) == (50, 80)
    state = closed(state)
    assert (state.morale, state.health) == (40, 77)


def test_all_unpaid_cleared_lifts_once() -> None:
    state = with_arrears(begin(bare(1000_00, morale=50, health=80)), "telecom", 100_00)
    state = closed(state)
    assert (state.morale, state.health) == (54, 81)


def test_a_joy_lifts_at_once_and_costs_what_it_costs() -> None:
    joy = Joy("chips", 2, "joy.chips", "", 24_00)
    state = at(begin(bare(1000_00, joys=(joy,), morale=50, health=80)), BILLS - 1)
    answer_joy(state, "chips", "go")
    assert (state.morale, state.health) == (60, 81)
    row = closed(state).rows[0]
    assert row.one_off == 24_00


def test_half_a_year_of_tight_leisure_without_a_joy_weighs_more() -> None:
    state = begin(bare(1000_00, envelopes=envelopes()))
    state.levels["leisure"] = "tight"
    counted = []
    for _ in range(8):
        count_months(state)
        counted.append(state.dull_months)
    assert counted == [0, 1, 2, 3, 4, 5, 6, 7]
    state.morale, state.health, state.mood, state.strain = 50, 80, 0, 0
    state.joy_months, state.dull_months = 7, 5
    state = at(state, BILLS)
    state.levels["saving"] = "tight"
    close(state)
    assert state.morale == 50 - 2 - 2
    assert state.health == 80 - 1


def test_morale_and_health_stay_between_nothing_and_a_hundred() -> None:
    state = begin(bare(1000_00, morale=2, health=99))
    state.mood, state.strain = -50, 50
    state = closed(state)
    assert (state.morale, state.health) == (0, 100)


def test_a_month_holds_three_half_days_and_each_one_more_wears() -> None:
    state = at(begin(bare(1000_00, morale=50)), CALL)
    take_time(state, 3)
    assert state.morale == 50
    take_time(state, 2)
    assert state.morale == 30
    assert closed(state).half_days == 5
    assert at(closed(state), CALL).half_days == 0


def test_a_parent_alone_has_two_half_days() -> None:
    state = at(begin(bare(1000_00, morale=50)), CALL)
    state.left = frozenset({"tom"})
    take_time(state, 3)
    assert state.morale == 40


def test_half_days_of_later_months_come_by_themselves() -> None:
    state = at(begin(bare(1000_00)), CALL)
    apply(state, (Time(1, 3),), Origin(("answer", "x"), "x"))
    assert [at(closed(state, months=n), CALL).half_days for n in (1, 2, 3)] == [1, 1, 0]


def test_trust_moves_between_minus_three_and_three() -> None:
    state = begin(bare(1000_00))
    for points, then in ((2, 2), (2, 3), (-9, -3)):
        apply(state, (Trust("landlord", points),), Origin(("answer", "x"), "x"))
        assert state.trust["landlord"] == then


def test_an_agreement_lifts() -> None:
    state = with_arrears(begin(bare(100_00, morale=50, limit=0)), "club", 90_00)
    state.spare = "keep"
    assert closed(state, "parts.club").morale == 50 + 5


def test_a_bailiff_a_cut_and_an_eviction_weigh() -> None:
    state = with_arrears(begin(bare(0, limit=0, morale=50, health=80)), "landlord", 1_00, since=-5, done=("x",))
    assert closed(state).morale == 50 - 5  # the bailiff's order
    state = with_arrears(begin(bare(0, limit=0, morale=50, health=80)), "landlord", 1_00, since=-7, done=("x",))
    evicted = closed(state)
    assert (evicted.morale, evicted.health) == (35, 75)
    power = begin(bare(0, limit=0, morale=50, health=80))
    power.month = 5
    power = closed(with_arrears(power, "energy", 1_00, since=3))
    assert (power.morale, power.health) == (45, 78)

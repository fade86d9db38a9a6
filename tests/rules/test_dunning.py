"""A creditor's path as the month walks it, one close at a time."""

from __future__ import annotations

from dataclasses import replace

from game.engine.dunning import late_rate, path_steps, step_fee
from game.model.effects import Amount
from game.model.scenario import CreditorKind, Step

FIGURES = {
    "collection_minimum": 4_000,
    "collection_percent": 1_000,
    "fns_extra_percent": 1_000,
    "bailiff_fee": 15_000,
    "legal_interest": 400,
    "own_interest": 60,
}


def step(age: int, name: str, fee: int = 0, does: tuple[str, ...] = (), not_in: tuple[int, ...] = ()) -> Step:
    return Step(age, name, "amber", Amount(cents=fee), "", "", "", does, frozenset(not_in))


TAIL = (
    step(0, "payment_order", does=("court", "order")),
    step(1, "wait", does=("court",)),
    step(2, "title", does=("court", "title")),
    step(4, "garnishment", does=("garnish",)),
    step(5, "seizure", fee=32_500, does=("seize",)),
)
SUPPLIER = CreditorKind(
    "supplier",
    "",
    (
        step(-1, "bill"),
        step(0, "reminder", fee=800),
        step(2, "cut", fee=8_000, does=("cut",), not_in=(12, 1)),
        step(3, "collection", does=("collection",)),
    ),
    tail_from=4,
)


def taken(age: int, month: int = 6, **more: object) -> list[tuple[str, int]]:
    known = {"bill": 30_000, "claim": 30_000, "figures": FIGURES, "tail": TAIL} | more
    return [(one.step.id, one.fee) for one in path_steps(SUPPLIER, age, calendar_month=month, **known)]


def test_each_age_has_its_step_and_the_others_are_silent():
    assert taken(0) == [("reminder", 800)]
    assert taken(1) == []
    assert taken(2) == [("cut", 8_000)]
    assert taken(3) == [("collection", 4_000)]


def test_a_letter_never_costs_more_than_the_bill_but_collection_may():
    assert taken(0, bill=500, claim=500) == [("reminder", 500)]
    assert taken(3, bill=500, claim=500) == [("collection", 4_000)]
    assert taken(3, claim=100_005) == [("collection", 10_001)]


def test_a_step_waits_for_its_season_and_is_taken_once():
    assert taken(2, month=12) == []
    assert taken(3, month=1) == [("collection", 4_000)]
    assert taken(4, month=2) == [("cut", 8_000), ("payment_order", 0)]
    assert taken(5, month=3) == [("wait", 0)]
    assert taken(3, month=2) == [("cut", 8_000), ("collection", 4_000)]


def test_two_steps_at_one_close_build_on_each_other():
    later = replace(SUPPLIER, steps=(step(3, "visit", fee=15_000, does=("bailiff",)), *SUPPLIER.steps))
    both = path_steps(later, 3, bill=100_000, claim=100_000, calendar_month=6, figures=FIGURES)
    assert [one.fee for one in both] == [15_000, 11_500]


def test_an_objection_delays_the_road_to_court_and_repeats_nothing():
    done = ("reminder", "cut", "collection", "payment_order")
    assert taken(5, delay=2, done=done) == []
    assert taken(6, delay=2, done=done) == []
    assert taken(7, delay=2, done=done) == [("wait", 0)]


def test_without_court_or_tail_there_is_no_order():
    assert (
        path_steps(replace(SUPPLIER, court=False), 4, bill=1, claim=1, calendar_month=6, figures=FIGURES, tail=TAIL)
        == []
    )
    assert (
        path_steps(replace(SUPPLIER, tail_from=0), 4, bill=1, claim=1, calendar_month=6, figures=FIGURES, tail=TAIL)
        == []
    )


def test_goods_are_seized_only_where_there_are_no_earnings():
    assert taken(8) == [("garnishment", 0)]
    assert taken(9) == []
    assert taken(8, has_earnings=False) == []
    assert taken(9, has_earnings=False) == [("seizure", 32_500)]


def test_a_fee_may_be_a_dated_figure_or_a_part_of_the_claim():
    order = Step(3, "order", "brick", Amount(parameter="bailiff_fee"), "", "", "", ("bailiff",))
    assert step_fee(order, 100, 100, FIGURES) == 15_000
    assert step_fee(step(3, "fund", does=("advance",)), 120_000, 120_005, FIGURES) == 12_001


def test_interest_runs_from_a_title_on_or_from_the_first_day_where_the_law_says_so():
    own = replace(SUPPLIER, late_rate="own_interest")
    legal = replace(SUPPLIER, late_rate="legal_interest")
    assert [late_rate(kind, False, FIGURES) for kind in (SUPPLIER, own, legal)] == [0, 720, 0]
    assert [late_rate(kind, True, FIGURES) for kind in (SUPPLIER, own, legal)] == [400, 720, 400]

"""Net pay as a whole: more gross is more net, and a better class never costs. The single figures are cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.load import load
from game.engine.net_pay import Figures, net_pay, yearly_tax
from game.model.parameters import Parameter

DAY = date(2026, 12, 31)
LAW = load(Path(__file__).parents[2] / "scenarios" / "law")[0].parameters
GROSS = st.integers(0, 2_000_000)


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The figures in force at the end of 2026."""
    return Figures(LAW, DAY)


@settings(max_examples=40)
@given(GROSS, st.sampled_from(("1", "1a", "2")))
def test_ten_euros_more_gross_are_never_less_net(gross: int, tax_class: str):
    # one step of 50 euros of yearly income may cost more than one euro a month, hence ten
    assert net_pay(gross, tax_class, LAW, DAY) < net_pay(gross + 1_000, tax_class, LAW, DAY)


@settings(max_examples=40)
@given(st.integers(0, 900_000))
def test_class_1_pays_most_and_net_is_never_more_than_gross_and_credits(gross: int):
    alone, with_child, married = (net_pay(gross, tax_class, LAW, DAY) for tax_class in ("1", "1a", "2"))
    assert alone <= with_child
    assert alone <= married <= gross + 15_000


def test_class_1a_pays_nothing_up_to_its_own_limit(figures: Figures):
    assert yearly_tax(Fraction(26_450), "1a", figures) == 0
    assert yearly_tax(Fraction(26_500), "1a", figures) > 0


@settings(max_examples=60)
@given(st.integers(1, 2_300).map(lambda steps: Fraction(50 * steps)))
def test_no_step_of_class_1a_costs_more_than_the_highest_rate(taxable: Fraction):
    figures = Figures(LAW, DAY)
    step = yearly_tax(taxable, "1a", figures) - yearly_tax(taxable - 50, "1a", figures)
    assert 0 <= step <= Fraction(39, 100) * Fraction(107, 100) * 50


def test_the_surcharge_rises_only_for_the_part_above_the_limit(figures: Figures):
    limit = Fraction(150_000)
    below, above = yearly_tax(limit, "1", figures), yearly_tax(limit + 1_000, "1", figures)
    assert above - below == Fraction(40, 100) * 1_000 * Fraction(109, 100)
    assert yearly_tax(2 * limit, "2", figures) == 2 * below


def test_the_pension_rate_of_the_year_counts():
    assert net_pay(400_000, "1", LAW, date(2025, 12, 31)) > net_pay(400_000, "1", LAW, DAY)


def test_an_unknown_class_and_a_missing_figure_are_refused():
    with pytest.raises(ValueError, match="no tax class 3"):
        net_pay(300_000, "3", LAW, DAY)
    missing: Mapping[str, Parameter] = {name: one for name, one in LAW.items() if name != "cis_fall"}
    with pytest.raises(KeyError):
        net_pay(400_000, "1", missing, DAY)
    with pytest.raises(TypeError, match="table"):
        Figures(LAW, DAY).one("tax_rates")
    with pytest.raises(TypeError, match="one figure"):
        Figures(LAW, DAY).table("ssm_unskilled")

"""From a month's gross pay to the net pay: contributions, income tax, credits on the payslip.

All of it is exact until the net itself, which is rounded once. Every figure is a dated parameter;
the taxable income is rounded down as the tariff asks, the tax is not rounded at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from game.model.parameters import Parameter
from game.model.units import Cents, half_up

TAX_CLASSES = ("1", "1a", "2")


class Figures:
    """The parameters as they stand on one day, as exact fractions of euros or of the unit's own."""

    def __init__(self, parameters: Mapping[str, Parameter], day: date) -> None:
        self._parameters = parameters
        self._day = day

    def one(self, name: str) -> Fraction:
        """A single figure. KeyError or LookupError when there is none on that day."""
        value = self._parameters[name].on(self._day)
        if not isinstance(value, Decimal):
            raise TypeError(f"{name} is a table, not one figure")
        return Fraction(value)

    def part(self, name: str) -> Fraction:
        """A figure written in per cent, as a part of one."""
        return self.one(name) / 100

    def table(self, name: str) -> list[Fraction]:
        """A list of figures."""
        value = self._parameters[name].on(self._day)
        if isinstance(value, Decimal):
            raise TypeError(f"{name} is one figure, not a table")
        return [Fraction(each) for each in value]


def net_pay(gross: Cents, tax_class: str, parameters: Mapping[str, Parameter], day: date) -> Cents:
    """Net pay of a month of full work in tax class 1, 1a or 2 (one earner), half up to the cent.

    `gross` is cents a month. The single parent's credit is not in it: it must be applied for.
    ValueError for another class.
    """
    if tax_class not in TAX_CLASSES:
        raise ValueError(f"no tax class {tax_class}: there are {', '.join(TAX_CLASSES)}")
    figures = Figures(parameters, day)
    pay = Fraction(gross, 100)
    social, dependency = _contributions(pay, figures)
    deductions = figures.one("tax_deduction_work") + figures.one("tax_deduction_special")
    step = figures.one("tax_rounding")
    taxable = max(Fraction(0), (12 * (pay - social) - deductions) // step * step)
    net = pay - social - dependency - yearly_tax(taxable, tax_class, figures) / 12 + _credits(pay, figures)
    return half_up(100 * net.numerator, net.denominator)


def _contributions(pay: Fraction, figures: Figures) -> tuple[Fraction, Fraction]:
    """Sickness and pension, which lower the taxable income, and dependency, which does not."""
    minimum_wage = figures.one("ssm_unskilled")
    rate = sum(map(figures.part, ("contribution_sick_kind", "contribution_sick_cash", "contribution_pension")))
    social = min(pay, figures.one("contribution_ceiling") * minimum_wage) * rate
    free = figures.part("contribution_dependency_allowance") * minimum_wage
    return social, figures.part("contribution_dependency") * max(Fraction(0), pay - free)


def yearly_tax(taxable: Fraction, tax_class: str, figures: Figures) -> Fraction:
    """Income tax of a year on `taxable` (euros), with the surcharge for the employment fund."""
    limit = figures.one("tax_surcharge_limit")
    if tax_class == "2":
        limit *= figures.one("tax_class_2_parts")
    tax = _tariff(taxable, tax_class, figures)
    above = max(Fraction(0), tax - _tariff(limit, tax_class, figures))
    low, high = figures.part("tax_surcharge"), figures.part("tax_surcharge_high")
    return tax * (1 + low) + above * (high - low)


def _tariff(taxable: Fraction, tax_class: str, figures: Figures) -> Fraction:
    bounds, rates = figures.table("tax_bounds"), [rate / 100 for rate in figures.table("tax_rates")]
    if tax_class == "2":
        parts = figures.one("tax_class_2_parts")
        return parts * _by_brackets(taxable / parts, bounds, rates)
    if tax_class == "1":
        return _by_brackets(taxable, bounds, rates)
    return _tariff_1a(taxable, bounds, rates, figures)


def _tariff_1a(taxable: Fraction, bounds: list[Fraction], rates: list[Fraction], figures: Figures) -> Fraction:
    """Class 1 on an income lowered by a part of what lacks to `top`; no step costs more than the highest rate.

    The tariff goes in steps of the rounding (50 euros), so the highest rate begins at a whole step.
    """
    top, divisor, step = figures.one("tax_1a_top"), figures.one("tax_1a_divisor"), figures.one("tax_rounding")
    highest = figures.part("tax_1a_top_rate")

    def lowered(income: Fraction) -> Fraction:
        return _by_brackets(max(Fraction(0), income - max(Fraction(0), top - income) / divisor), bounds, rates)

    steeper = 1 + 1 / divisor
    reached = next((bound for bound, rate in zip(bounds, rates[1:], strict=True) if rate * steeper > highest), top)
    begin = (reached + top / divisor) / steeper // step * step
    capped = [lowered(at) + highest * (taxable - at) for at in (begin, begin + step) if at <= taxable]
    return min([lowered(taxable), *capped])


def _by_brackets(amount: Fraction, bounds: list[Fraction], rates: list[Fraction]) -> Fraction:
    """Each bracket's part of `amount` times its rate; the last rate has no upper bound."""
    tax = low = Fraction(0)
    for high, rate in zip((*bounds, max(amount, *bounds)), rates, strict=True):
        tax += max(Fraction(0), min(amount, high) - low) * rate
        low = high
    return tax


def _credits(pay: Fraction, figures: Figures) -> Fraction:
    """The credits of one month: for wage earners, for the CO2 price, for pay near the minimum wage."""
    return (_cis(12 * pay, figures) + _ci_co2(12 * pay, figures)) / 12 + _cissm(pay, figures)


def _cis(yearly: Fraction, figures: Figures) -> Fraction:
    if not figures.one("cis_from") <= yearly < figures.one("cis_to"):
        return Fraction(0)
    if yearly < figures.one("cis_full_from"):
        return figures.one("cis_start") + (yearly - figures.one("cis_from")) * figures.part("cis_rise")
    fallen = max(Fraction(0), yearly - figures.one("cis_full_to")) * figures.part("cis_fall")
    return max(Fraction(0), figures.one("cis_full") - fallen)


def _ci_co2(yearly: Fraction, figures: Figures) -> Fraction:
    if yearly >= figures.one("ci_co2_to"):
        return Fraction(0)
    fallen = max(Fraction(0), yearly - figures.one("ci_co2_full_to")) * figures.part("ci_co2_fall")
    return max(Fraction(0), figures.one("ci_co2_full") - fallen)


def _cissm(pay: Fraction, figures: Figures) -> Fraction:
    full, end = figures.one("cissm_full_to"), figures.one("cissm_to")
    if not figures.one("cissm_from") <= pay < end:
        return Fraction(0)
    return figures.one("cissm_full") * min(Fraction(1), (end - pay) / (end - full))

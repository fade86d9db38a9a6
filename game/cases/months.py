"""The rules about months in a row: gap, label, spiral, escape time, stages, persistent debt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.cases.kinds import AMOUNT, COUNT, MONTHS, NAME, RATE, YES_NO, Listed, Maybe, Name, Record
from game.cases.rule import Given, Rule, Said
from game.engine.quantities import (
    NEVER,
    escape_interest,
    escape_months,
    escape_projected,
    financed,
    funding_gap,
    label_of,
    living_gap_flags,
    margin_needed,
    rollover_flags,
    shown_stages,
    spiral_flags,
    tipping_month,
    treadmill_flags,
)
from game.model.content import Content
from game.model.game import STAGES
from game.model.units import Cents


@dataclass(frozen=True, slots=True)
class MonthGiven:
    """One month of a case, in cents."""

    income: Cents = 0
    essentials: Cents = 0
    one_off: Cents = 0
    debt_service: Cents = 0
    interest: Cents = 0  # interest and fees together: no measure tells them apart
    savings_used: Cents = 0
    fragile: Cents = 0
    in_plan: bool = False
    waiting: bool = False
    fees: Cents = 0


@dataclass(frozen=True, slots=True)
class AccountGiven:
    """One month of one account, in cents."""

    interest: Cents = 0
    fees: Cents = 0
    paid: Cents = 0
    balance: Cents = 0


MONTH_NAMES = {"interest_and_fees": "interest", "fragile_debt": "fragile"}
ROW = Record(
    {
        "income": AMOUNT,
        "essentials": AMOUNT,
        "one_off": AMOUNT,
        "debt_service": AMOUNT,
        "interest_and_fees": AMOUNT,
        "savings_used": AMOUNT,
        "fragile_debt": AMOUNT,
        "in_plan": YES_NO,
        "waiting": YES_NO,
        "times": MONTHS,
    }
)
ACCOUNT = Record({"interest": AMOUNT, "fees": AMOUNT, "paid": AMOUNT, "balance": AMOUNT, "times": MONTHS})


def _repeated(rows: list[dict[str, Any]]) -> list[Mapping[str, Any]]:
    """Each month as often as its `times` says."""
    return [{k: v for k, v in row.items() if k != "times"} for row in rows for _ in range(row.get("times", 1))]


def _numbers(flags: list[bool]) -> list[int]:
    return [month for month, flag in enumerate(flags, 1) if flag]


def _quantities(given: Given, _: Content) -> Said:
    rows = [
        MonthGiven(**{MONTH_NAMES.get(name, name): value for name, value in row.items()})
        for row in _repeated(given["rows"])
    ]
    opening = given.get("opening_debt", 0)
    tipping = tipping_month(rows, opening)
    return {
        "gap": list(map(funding_gap, rows)),
        "financed": list(map(financed, rows)),
        "label": list(map(label_of, rows)),
        "spiral_months": _numbers(spiral_flags(rows, opening)),
        "tipping_month": None if tipping is None else tipping + 1,
        "living_gap_months": _numbers(living_gap_flags(rows)),
        "rollover_months": _numbers(rollover_flags(rows, opening)),
    }


def _escape(given: Given, _: Content) -> Said:
    accounts = [(given["debt"], given["rate_per_year"])]
    first, margin = given.get("margins", []), given["margin"]
    months = escape_projected(accounts, first, margin) if first else escape_months(accounts, margin)
    return {
        "months": None if months == NEVER else months,
        "never": months == NEVER,
        "interest": escape_interest(accounts, margin, first),
    }


def _margin_needed(given: Given, _: Content) -> Said:
    return {"margin": margin_needed(given["debt"], given["rate_per_year"], given["months"])}


def _stage_line(given: Given, _: Content) -> Said:
    return {"shown": shown_stages(given["raw"])}


def _treadmill(given: Given, _: Content) -> Said:
    return {"months": _numbers(treadmill_flags([AccountGiven(**month) for month in _repeated(given["months"])]))}


RULES = {
    "quantities": Rule(
        {"rows": Listed(ROW)},
        {
            "gap": Listed(AMOUNT),
            "financed": Listed(AMOUNT),
            "label": Listed(NAME),
            "spiral_months": Listed(COUNT),
            "tipping_month": Maybe(COUNT),
            "living_gap_months": Listed(COUNT),
            "rollover_months": Listed(COUNT),
        },
        _quantities,
        {"opening_debt": AMOUNT},
    ),
    "escape": Rule(
        {"debt": AMOUNT, "rate_per_year": RATE, "margin": AMOUNT},
        {"months": Maybe(COUNT, "never"), "never": YES_NO, "interest": Maybe(AMOUNT)},
        _escape,
        {"margins": Listed(AMOUNT)},
    ),
    "margin_needed": Rule(
        {"debt": AMOUNT, "rate_per_year": RATE, "months": MONTHS}, {"margin": AMOUNT}, _margin_needed
    ),
    "stage_line": Rule({"raw": Listed(Name(STAGES))}, {"shown": Listed(Name(STAGES))}, _stage_line),
    "treadmill": Rule({"months": Listed(ACCOUNT)}, {"months": Listed(COUNT)}, _treadmill),
}

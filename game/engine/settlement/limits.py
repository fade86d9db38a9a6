"""The figures of the settlement in force, and days counted by the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from game.engine.world import figure
from game.model.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Limits:
    """Figures of `law/settlement.yaml` by their names: days, months and years as they stand, shares in basis points."""

    trader_stop_months: int
    effect_after_publication_days: int
    claims_due_after_publication_months: int
    plan1_max_years: int
    vote_heads_pct: int
    vote_claims_pct: int
    silent_counts_yes_plan: int
    silent_counts_yes_moratorium: int
    moratorium_max_years: int
    phase1_limit_months: int
    effects_end_after_report_months: int
    petition2_window_months: int
    lockout_years: int
    probation_max_years: int
    judicial_plan_max_years: int
    liquidation_limit_months: int
    plan_missed_warning: int
    plan_missed_end: int
    check_every_months: int
    protected_until_judgment: int


def limits(parameters: Mapping[str, Parameter], day: date) -> Limits:
    """The figures in force on `day`. LookupError before the law was."""
    return Limits(**{one.name: figure(parameters[one.name], day) for one in fields(Limits)})


def days_after(day: date, days: int) -> date:
    """So many days later."""
    return day + timedelta(days=days)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last day of a month that is too short: one month after 31 January is 28 or 29
    February."""
    years, index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_begun(start: date, day: date) -> int:
    """Months from `start` to `day`, a begun one counted as a whole; 0 on the first day."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months + 1 if months_after(start, months) < day else months

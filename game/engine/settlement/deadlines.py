"""Days on which something ends or begins by itself, whoever sleeps.

A deadline names the last day on which one may still act; what follows happens on the day after. Only the effects of
the publication are the other way round: their day is the first on which they hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from game.engine.settlement.limits import Limits, days_after, months_after
from game.model.settlement import Case

On = Callable[[Case, Limits], date | None]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that can be counted; None while what it counts from has not happened."""

    row: str
    says: str
    on: On
    holds_that_day: bool = True  # whether one may still act on the day itself

    def strikes(self, case: Case, limits: Limits) -> date | None:
        """The first day on which it is over."""
        day = self.on(case, limits)
        return days_after(day, 1) if day and self.holds_that_day else day


def effects_begin(case: Case, limits: Limits) -> date | None:
    """The 1st day after the publication in the register."""
    published = case.dates.get("published")
    return days_after(published, limits.effect_after_publication_days) if published else None


def claims_period_over(case: Case, limits: Limits) -> date | None:
    """One month after the publication, until the Committee has ruled on the claims."""
    published = case.dates.get("published")
    return months_after(published, limits.claims_due_after_publication_months) if published else None


def phase1_limit(case: Case, limits: Limits) -> date | None:
    """Six months after the decision to accept, and not after the publication; a moratorium stops the clock."""
    if not (decided := case.dates.get("decided")):
        return None
    return days_after(months_after(decided, limits.phase1_limit_months), case.paused)


def moratorium_over(case: Case, _limits: Limits) -> date | None:
    """The end of the moratorium in force."""
    return case.dates.get("moratorium_end")


def plan_over(case: Case, _limits: Limits) -> date | None:
    """The end of the plan in force."""
    return case.dates.get("plan_end")


def effects_end(case: Case, limits: Limits) -> date | None:
    """Two months after the publication of the default report: the last protected day without a petition."""
    published = case.dates.get("report_published")
    return months_after(published, limits.effects_end_after_report_months) if published else None


def window_over(case: Case, limits: Limits) -> date | None:
    """Two months after the publication of the default report: the last day for the petition."""
    published = case.dates.get("report_published")
    return months_after(published, limits.petition2_window_months) if published else None


def lockout_over(case: Case, limits: Limits) -> date | None:
    """Two years after the window closed without a petition."""
    start = case.dates.get("lockout_from")
    return months_after(start, 12 * limits.lockout_years) if start else None


def check(case: Case, _limits: Limits) -> date | None:
    """The next day on which the judge looks at how the plan is kept."""
    seen = case.dates.get("checked")
    later = [day for day in (case.plan.checks if case.plan else ()) if seen is None or day > seen]
    return min(later, default=None)


def probation_over(case: Case, _limits: Limits) -> date | None:
    """The end of the probationary plan that the judge wants first."""
    return case.dates.get("probation_end")


def liquidation_limit(case: Case, limits: Limits) -> date | None:
    """Six months in which the liquidator has to sell."""
    start = case.dates.get("liquidation")
    return months_after(start, limits.liquidation_limit_months) if start else None


DEADLINES = {
    "effects_begin": Deadline("D27", "1 day after publication", effects_begin, holds_that_day=False),
    "claims_period_over": Deadline("D29", "1 month after publication", claims_period_over),
    "phase1_limit": Deadline("D48", "6 months after the decision", phase1_limit),
    "moratorium_over": Deadline("D44", "end of the moratorium, at most 1 year", moratorium_over),
    "plan_over": Deadline("h", "end of the plan", plan_over),
    "effects_end": Deadline("D49", "2 months after publication of the report", effects_end),
    "window_over": Deadline("D54", "2 months after publication of the report", window_over),
    "lockout_over": Deadline("D52", "2 years after the window", lockout_over),
    "check": Deadline("D60", "each check date", check, holds_that_day=False),
    "probation_over": Deadline("D63", "end of the probation, at most 5 years", probation_over),
    "liquidation_limit": Deadline("D68", "6 months after the liquidation was ordered", liquidation_limit),
}


def deadlines(case: Case, limits: Limits) -> dict[str, date]:
    """Every day that can be counted now, past ones too."""
    found = {name: deadline.on(case, limits) for name, deadline in DEADLINES.items()}
    return {name: day for name, day in found.items() if day}

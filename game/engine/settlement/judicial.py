"""Phase 2 before the Justice of the Peace: the petition and the judge's plan (rows D50 to D61)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.engine.settlement.deadlines import check, window_over
from game.engine.settlement.limits import Limits, months_after
from game.engine.settlement.plan import last_day, most_months, started
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, stops
from game.model.settlement import Case, Happening, Plan


def parties(case: Case) -> int:
    """The debtor and every creditor: each gets a copy."""
    return 1 + len(case.claims)


@guard("D02")
def phases_keep_their_order(_case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """Conventional, judicial, recovery: nobody goes to the judge before, or straight to the third."""
    return stops("order_of_phases") if happening.phase == 3 else PASSES


@guard("D02")
def first_phase_has_not_failed(_case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """Only when the first phase has failed the judge may be asked, and only from the second the third."""
    return stops("order_of_phases")


@guard("D53")
def petition_is_in_form(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """Before the Justice of the Peace of the place of residence, in as many copies as there are parties."""
    return _form(case, happening)


@guard("D61")
def petition_3_is_in_form(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """Before the Justice of the Peace of the place of residence, in as many copies as there are parties."""
    return _form(case, happening)


def _form(case: Case, happening: Happening) -> Verdict:
    if not happening.at_residence:
        return stops("wrong_judge")
    enough = happening.copies is None or happening.copies >= parties(case)
    return PASSES if enough else stops("too_few_copies")


@guard("D54")
def petition_is_in_time(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """Within 2 months of the publication of the default report."""
    last = window_over(case, limits)
    return PASSES if last and happening.day <= last else stops("too_late")


@guard("D55")
def report_lies_with_it(_case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """A copy of the default report lies with the petition."""
    return PASSES if happening.with_report else stops("report_missing")


@guard("D59")
def judges_plan_is_not_too_long(_case: Case, happening: Happening, limits: Limits) -> Verdict:
    """A probationary plan runs at most 5 years, an ordinary judicial one at most 7."""
    plan = happening.plan
    if plan is None or plan.kind not in ("judicial", "probation"):
        return stops("no_plan")
    return stops("plan_too_long") if plan.months > most_months(plan.kind, limits) else PASSES


@guard("D62")
def is_irremediable(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """Only when no plan of the first two phases can help any more."""
    return PASSES if case.may_petition_3 or happening.irremediable else stops("not_irremediable")


@effect()
def keep_the_petition(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The petition lies with the judge."""
    return dated(case, "petition", happening)


@effect("D57", "D58", "D59", "D60")
def set_the_judges_plan(case: Case, happening: Happening, limits: Limits) -> Case:
    """The judge's measures: payments suspended, interest lowered, probation, and the dates of the checks."""
    plan = happening.plan
    if plan is None:
        return case
    last = last_day(plan, happening.day)
    checks = plan.checks or regular_checks(plan, happening.day, limits)
    case = started(case, replace(plan, checks=checks), happening.day, last)
    return replace(case, dates={**case.dates, "judgment": happening.day, "checked": happening.day})


def regular_checks(plan: Plan, start: date, limits: Limits) -> tuple[date, ...]:
    """Every six months until the end, when the judge names no days (a reading)."""
    step = limits.check_every_months
    return tuple(months_after(start, months) for months in range(step, plan.months + 1, step))


@effect("D60")
def look_at_the_plan(case: Case, happening: Happening, limits: Limits) -> Case:
    """The judge looks how the plan is kept: missed instalments open the way to the third phase."""
    day = check(case, limits) or happening.day
    case = replace(case, dates={**case.dates, "checked": max(day, happening.day)})
    return replace(case, may_petition_3=case.may_petition_3 or case.missed > 0)


@effect("D60")
def open_the_way_to_phase_3(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The plan cannot be kept: personal recovery may be asked for."""
    return replace(case, may_petition_3=True)


@effect()
def leave_the_judges_plan(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The petition for personal recovery lies with the judge, the plan asks nothing more."""
    return dated(replace(case, plan=None, may_petition_3=True, missed=0), "petition_3", happening)

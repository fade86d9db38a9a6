"""The plan: drawn up, measured against the law, carried out; and how creditors answer it (rows D33 to D40, D57 to D60).

What the plan asks a month is what the income leaves above the protected part, shared in proportion to the claims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from game.engine.settlement.claims import pay_off, voting, with_claim, write_off
from game.engine.settlement.limits import Limits, months_after, months_begun
from game.engine.settlement.rule import PASSES, Verdict, effect, guard, noted, stops
from game.model.settlement import Case, Claim, Happening, Plan, Terms
from game.model.units import Cents, Rate, annuity, split

FULL = 10_000
ODD = 100  # cents: more than rounding can leave to the last instalment of the longest plan


@dataclass(frozen=True, slots=True)
class Measures:
    """What is to be agreed with whom; the creditors not named get their share and nothing else."""

    cancel: Mapping[str, Cents] = field(default_factory=dict)
    cancel_rest: bool = False  # what the instalments do not reach falls away at the end
    wait: Mapping[str, int] = field(default_factory=dict)  # months before the first instalment
    rates: Mapping[str, Rate] = field(default_factory=dict)
    suspend: Sequence[str] = ()  # no payment at all
    keeps_home: bool = False
    home_months: int = 0
    help: bool = False
    aid: Cents = 0
    checks: Sequence[date] = ()


NOTHING_ELSE = Measures()


def drawn_up(
    claims: Sequence[Claim], kind: str, months: int, instalment: Cents | None, measures: Measures = NOTHING_ELSE
) -> Plan:
    """A plan of `months` over these claims. Without an `instalment` (cents a month in all) it pays all of them.

    The home loan that keeps the home is paid as before, beside the instalment. ValueError for an unknown creditor.
    """
    names = [claim.creditor for claim in claims]
    named = (*measures.cancel, *measures.wait, *measures.rates, *measures.suspend)
    if strangers := sorted({name for name in named if name not in names}):
        raise ValueError(f"no claim of: {', '.join(strangers)}")
    asked = [_asked(claim, measures) for claim in claims]
    waits = [min(measures.wait.get(claim.creditor, 0), months) for claim in claims]
    if instalment is None:
        totals = [sum_ if wait < months else 0 for sum_, wait in zip(asked, waits, strict=True)]
        rates = [measures.rates.get(claim.creditor, 0) for claim in claims]
        shares = [_instalment(*each) for each in zip(asked, (months - wait for wait in waits), rates, strict=True)]
    else:
        shares = split(instalment, asked)
        totals = [
            _reached(sum_, months - wait, instalment, sum(asked)) for sum_, wait in zip(asked, waits, strict=True)
        ]
    terms = tuple(
        _terms(claim, share, total, wait, measures)
        for claim, share, total, wait in zip(claims, shares, totals, waits, strict=True)
    )
    home = measures.home_months if measures.keeps_home else 0
    checks = tuple(sorted(measures.checks))
    rest = measures.cancel_rest
    return Plan(kind, months, terms, measures.keeps_home, home, measures.help, measures.aid, checks, rest)


def _asked(claim: Claim, measures: Measures) -> Cents:
    """What the plan's instalments are to reach of one claim."""
    if claim.creditor in measures.suspend or _runs_beside(claim, measures.keeps_home):
        return 0
    return max(0, claim.open - measures.cancel.get(claim.creditor, 0))


def _runs_beside(claim: Claim, keeps_home: bool) -> bool:
    return keeps_home and claim.kind == "home_loan"


def _instalment(asked: Cents, paying: int, rate: Rate) -> Cents:
    """What pays all in so many months with the interest agreed; nothing when none of them is left."""
    if not paying:
        return 0
    return annuity(asked, rate, paying) if rate else -(-asked // paying)


def _reached(asked: Cents, paying: int, instalment: Cents, whole: Cents) -> Cents:
    """What this claim gets in so many months of an instalment for `whole`; the last one takes the odd cents."""
    return min(asked, instalment * paying * asked // whole) if whole else 0


def _terms(claim: Claim, share: Cents, total: Cents, wait: int, measures: Measures) -> Terms:
    cancelled = measures.cancel.get(claim.creditor, 0)
    stays = claim.creditor in measures.suspend or _runs_beside(claim, measures.keeps_home)
    if measures.cancel_rest and not stays:
        cancelled = claim.open - total
    return Terms(claim.creditor, share, total, cancelled, wait, measures.rates.get(claim.creditor, 0))


def most_months(kind: str, limits: Limits) -> int:
    """How long the law lets a plan of this kind run, in months."""
    years = {
        "plan": limits.plan1_max_years,
        "moratorium": limits.moratorium_max_years,
        "judicial": limits.judicial_plan_max_years,
        "probation": limits.probation_max_years,
    }
    return 12 * years[kind]


def proposed(case: Case, happening: Happening) -> Plan | None:
    """The plan that this event is about: the one it brings, else the one on the table."""
    return happening.plan or case.proposal


def months_used(case: Case, happening: Happening) -> int:
    """Months that a first plan has run, a begun one as a whole: a change does not start the seven years anew."""
    start = case.dates.get("plan_start")
    return months_begun(start, happening.day) if start else 0


@guard("D40")
def plan_is_not_too_long(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """At most 7 years; longer only for the loan of the main home when its sale is avoided."""
    plan = proposed(case, happening)
    if plan is None:
        return stops("no_plan")
    if months_used(case, happening) + plan.months > most_months("plan", limits):
        return stops("plan_too_long")
    if plan.home_months > most_months("plan", limits) and not _has_home_loan(case):
        return stops("no_home_loan")
    return PASSES


def _has_home_loan(case: Case) -> bool:
    return any(claim.kind == "home_loan" for claim in case.claims)


@guard(may=("D39", "D58"))
def plan_asks_no_more_than_is_owed(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """No creditor gets or gives up more than its claim, and a rate may only fall."""
    plan = proposed(case, happening)
    for terms in plan.terms if plan else ():
        claim = case.claim(terms.creditor)
        if claim is None or terms.total + terms.cancelled > claim.open:
            return stops("more_than_owed")
        if terms.rate > claim.rate:
            return stops("rate_not_lower", "D39" if plan and plan.kind == "plan" else "D58")
    return PASSES


@guard("D01")
def leaves_enough_to_live(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """The instalment leaves the protected part of the income: the part nobody may take, and a life in dignity."""
    plan = proposed(case, happening)
    if plan is None or case.income is None:
        return PASSES
    return stops("takes_living_money") if plan.instalment > max(0, case.income - case.protected) else PASSES


@effect("D33", "D34", may=("D35", "D36", "D37", "D38", "D39"))
def put_to_the_creditors(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The plan with its clauses: how it is carried out, who owes what to whom, and its measures."""
    plan = proposed(case, happening)
    return noted(replace(case, proposal=plan), *_clauses(plan)) if plan else case


def _clauses(plan: Plan) -> list[str]:
    found = {
        "D35": plan.instalment > 0 or any(terms.wait for terms in plan.terms),
        "D36": plan.help,
        "D37": plan.aid > 0,
        "D38": any(terms.cancelled for terms in plan.terms),
        "D39": any(terms.rate for terms in plan.terms),
    }
    return [row for row, holds in found.items() if holds]


def dues(plan: Plan, month: int, missed: int) -> list[Cents]:
    """What each creditor gets in month `month` of the plan (from 0); the last month takes the odd cents.

    Instalments that were missed do not fall due again by themselves.
    """
    is_last = month >= plan.months - 1
    return [0 if month < terms.wait else _due(terms, is_last, missed) for terms in plan.terms]


def _due(terms: Terms, is_last: bool, missed: int) -> Cents:
    left = terms.total - terms.paid
    return (
        min(max(0, left - missed * terms.instalment), terms.instalment + ODD)
        if is_last
        else min(terms.instalment, left)
    )


def due_this_month(case: Case) -> Cents:
    """Cents that the plan in force asks for in the month of the case's day; nothing outside a plan."""
    if case.plan is None or case.state not in ("plan_1", "vote_plan", "plan_2", "probation"):
        return 0
    return sum(_still_owed(case, dues(case.plan, month_of(case, case.day), case.missed)))


def _still_owed(case: Case, due: Sequence[Cents]) -> list[Cents]:
    """What is due, but nothing that a claim does not ask any more: it may have been declared with less since."""
    claims = [case.claim(terms.creditor) for terms in case.plan.terms] if case.plan else []
    return [min(cents, claim.open if claim else 0) for cents, claim in zip(due, claims, strict=True)]


def month_of(case: Case, day: date) -> int:
    """In which month of the plan in force a day is, from 0."""
    return max(0, months_begun(case.dates["plan_from"], day) - 1) if "plan_from" in case.dates else 0


def carried_out(case: Case, cents: Cents | None, month: int) -> Case:
    """The case after the instalment of this month; `cents` when only so much came, shared as the plan says."""
    if case.plan is None:
        return case
    return replace(_paid(case, dues(case.plan, month, case.missed), cents), kept=case.kept + 1)


def made_good(case: Case) -> Case:
    """The case after one missed instalment was paid after all."""
    if case.plan is None or case.missed == 0:
        return case
    due = [min(terms.instalment, terms.total - terms.paid) for terms in case.plan.terms]
    return replace(_paid(case, due, None), missed=case.missed - 1)


def _paid(case: Case, due: Sequence[Cents], cents: Cents | None) -> Case:
    if case.plan is None:
        return case
    due = _still_owed(case, due)
    shares = due if cents is None else split(min(cents, sum(due)), due)
    terms = tuple(replace(one, paid=one.paid + share) for one, share in zip(case.plan.terms, shares, strict=True))
    return _moved(replace(case, plan=replace(case.plan, terms=terms)), dict(zip(_names(terms), shares, strict=True)))


def _names(terms: Sequence[Terms]) -> list[str]:
    return [one.creditor for one in terms]


def _moved(case: Case, shares: Mapping[str, Cents]) -> Case:
    for creditor, cents in shares.items():
        if claim := case.claim(creditor):
            case = with_claim(case, pay_off(claim, cents))
    return case


def fulfilled(case: Case) -> Case:
    """The case at the end of its plan: what was due is paid but for missed instalments, and what it cancels is gone.

    What the plan neither pays nor cancels stays owed.
    """
    plan = case.plan
    for terms in plan.terms if plan else ():
        if plan and (claim := case.claim(terms.creditor)):
            missed = case.missed * terms.instalment
            claim = pay_off(claim, _untold(terms, plan.months, case.kept, case.missed))
            stays = missed if plan.cancels_rest and (terms.total or terms.cancelled) else claim.open - terms.cancelled
            case = with_claim(case, write_off(claim, claim.open - max(0, stays)))
    return replace(case, plan=None, proposal=None)


def _untold(terms: Terms, months: int, kept: int, missed: int) -> Cents:
    """What the instalments come to of which nothing was told: they count as paid when the plan is kept."""
    untold = min(months - kept - missed, months - terms.wait)
    left = terms.total - terms.paid - missed * terms.instalment
    return max(0, min(left, untold * terms.instalment + ODD)) if untold > 0 else 0


def started(case: Case, plan: Plan, day: date, last: date) -> Case:
    """The case with this plan in force from `day` to `last`."""
    first = case.dates.get("plan_start", day) if plan.kind == "plan" else day
    dates = {**case.dates, "plan_start": first, "plan_from": day, "plan_end": last}
    return replace(case, plan=plan, proposal=None, kept=0, missed=0, dates=dates)


def fitted(plan: Plan, most: int) -> Plan:
    """The plan in at most `most` months: what its instalments do not reach in them stays owed."""
    if plan.months <= most:
        return plan
    terms = tuple(
        replace(one, total=min(one.total, one.paid + one.instalment * max(0, most - one.wait))) for one in plan.terms
    )
    return replace(plan, months=most, terms=terms)


def rest_of(plan: Plan, months: int) -> Plan:
    """What is left of a plan after so many months, as a plan of its own: nothing is changed."""
    terms = tuple(
        replace(one, total=one.total - one.paid, wait=max(0, one.wait - months), paid=0) for one in plan.terms
    )
    return replace(plan, months=max(1, plan.months - months), terms=terms)


def last_day(plan: Plan, day: date) -> date:
    """The last day of a plan that begins on `day`."""
    return months_after(day, plan.months)


def otherwise(claim: Claim, claims: Sequence[Claim], attachable: Cents, months: int) -> Cents:
    """What a creditor gets without a plan: its share of the attachable part for so many months, or its security."""
    whole = sum(one.open for one in claims)
    share = attachable * months * claim.open // whole if whole else 0
    return min(claim.open, max(share, claim.security))


def answer(pays: Cents, instead: Cents, no_share: int) -> str:
    """yes for at least what it would get otherwise, no for less than `no_share` (basis points) of that, else silent."""
    if pays >= instead:
        return "yes"
    return "no" if FULL * pays < no_share * instead else "silent"


def creditor_votes(case: Case, attachable: Cents, *, months: int, no_share: int) -> dict[str, str]:
    """How each admitted creditor answers the plan on the table, by the published rule (rules.md 14).

    `attachable` is cents a month, `months` how far a creditor looks ahead. A home loan that is paid beside the plan
    gets all it asks.
    """
    claims = voting(case)
    plan = case.proposal
    terms = {one.creditor: one.total for one in plan.terms} if plan else {}
    return {
        claim.creditor: answer(
            claim.open if plan and _runs_beside(claim, plan.keeps_home) else terms.get(claim.creditor, 0),
            otherwise(claim, claims, attachable, months),
            no_share,
        )
        for claim in claims
    }


def moratorium_votes(case: Case, attachable: Cents, returning: Cents, *, months: int, no_share: int) -> dict[str, str]:
    """Likewise for the moratorium on the table: `returning` is the attachable part once the income is back."""
    claims = voting(case)
    rest = max(0, months - (case.proposal.months if case.proposal else 0))
    return {
        claim.creditor: answer(
            otherwise(claim, claims, returning, rest), otherwise(claim, claims, attachable, months), no_share
        )
        for claim in claims
    }

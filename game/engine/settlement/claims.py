"""Claims: declared, judged, paid, taken, written off (rows D29 to D31).

Each function keeps what was asked equal to what is open, paid and written off; money is moved, never made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.engine.settlement.deadlines import claims_period_over
from game.engine.settlement.limits import Limits
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, noted, stops
from game.model.settlement import Case, Claim, Happening
from game.model.units import Cents, split


def with_claim(case: Case, claim: Claim) -> Case:
    """The case with this creditor's claim put in its place, or at the end."""
    if case.claim(claim.creditor) is None:
        return replace(case, claims=(*case.claims, claim))
    return replace(case, claims=tuple(claim if old.creditor == claim.creditor else old for old in case.claims))


def pay_off(claim: Claim, cents: Cents) -> Claim:
    """The claim after a payment of at most `cents`: nobody gets more than is open."""
    paid = max(0, min(cents, claim.open))
    left = claim.open - paid
    return replace(claim, open=left, paid=claim.paid + paid, guarantor_paid=min(claim.guarantor_paid, left))


def write_off(claim: Claim, cents: Cents) -> Claim:
    """The claim after at most `cents` of it fell away; what a guarantor paid goes last."""
    gone = max(0, min(cents, claim.open))
    left = claim.open - gone
    return replace(
        claim, open=left, written_off=claim.written_off + gone, guarantor_paid=min(claim.guarantor_paid, left)
    )


def grow(claim: Claim, cents: Cents) -> Claim:
    """The claim with more asked: interest, a fee, a loan."""
    return replace(claim, amount=claim.amount + cents, open=claim.open + cents)


def voting(case: Case) -> tuple[Claim, ...]:
    """The admitted claims: those that count in a vote and in a plan."""
    return tuple(claim for claim in case.claims if claim.votes)


def distribute(claims: Sequence[Claim], cents: Cents) -> dict[str, Cents]:
    """What each of `claims` gets of `cents`, in proportion; nobody more than is open."""
    owed = [claim.open for claim in claims]
    return dict(zip((claim.creditor for claim in claims), split(min(cents, sum(owed)), owed), strict=True))


def paid_all(case: Case, shares: Mapping[str, Cents]) -> Case:
    """The case after each creditor got its share."""
    return replace(case, claims=tuple(pay_off(claim, shares.get(claim.creditor, 0)) for claim in case.claims))


@guard("D29")
def is_published(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """Claims are declared once the notice is in the register."""
    return PASSES if "published" in case.dates else stops("not_published")


@effect(may=("D29", "D31"))
def declare(case: Case, happening: Happening, limits: Limits) -> Case:
    """A creditor says what it asks: in the month, or late and marked so. The debtor's own list stands until then."""
    last = claims_period_over(case, limits)
    late = last is not None and happening.day > last
    known = case.claim(happening.creditor)
    asked = happening.cents or 0
    claim = known or Claim(happening.creditor, happening.kind or "credit", asked, asked)
    if known and happening.cents is not None:
        claim = _restated(known, asked)
    claim = replace(claim, certain=happening.certain, liquid=happening.liquid, declared=happening.day, late=late)
    return noted(with_claim(case, claim), *([] if happening.certain and happening.liquid else ["D31"]))


def _restated(claim: Claim, asked: Cents) -> Claim:
    """The same claim with another sum open: more is asked, or less was owed than the list said."""
    if asked >= claim.open:
        return grow(claim, asked - claim.open)
    by_guarantor = min(claim.guarantor_paid, asked)
    return replace(claim, amount=claim.amount - claim.open + asked, open=asked, guarantor_paid=by_guarantor)


@effect("D29", "D31")
def rule_on_claims(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The month is over: who has not declared is late; the Committee keeps claims that are certain and liquid."""
    claims = tuple(replace(claim, late=claim.late or _is_silent(claim)) for claim in case.claims)
    return dated(replace(case, claims=claims), "claims_period_over", happening)


def _is_silent(claim: Claim) -> bool:
    return claim.declared is None and not claim.new and claim.kind != "maintenance"


@effect()
def charge(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Interest or a fee is added to a claim, and to what a plan still asks for it."""
    claim = case.claim(happening.creditor)
    cents = happening.cents or 0
    if claim is None or cents <= 0:
        return case
    case = with_claim(case, grow(claim, cents))
    if case.plan is None:
        return case
    terms = tuple(
        replace(one, total=one.total + cents) if one.creditor == claim.creditor else one for one in case.plan.terms
    )
    return replace(case, plan=replace(case.plan, terms=terms))


@effect()
def take(case: Case, happening: Happening, _limits: Limits) -> Case:
    """A creditor takes what it may."""
    claim = case.claim(happening.creditor)
    if claim is None or happening.current or happening.measure == "eviction":
        return case
    return with_claim(case, pay_off(claim, happening.cents or 0))


@effect()
def let_guarantor_pay(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Who stood for the debt pays the creditor; the debt stays, owed to the guarantor from now on."""
    claim = case.claim(happening.creditor)
    if claim is None:
        return case
    cents = claim.open if happening.cents is None else happening.cents
    return with_claim(case, replace(claim, guarantor_paid=min(claim.open, claim.guarantor_paid + cents)))

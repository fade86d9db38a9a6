"""Good conduct from the application on, month by month, and what a judge may make of a breach (rows D75 to D81).

A breach is only noted: the settlement goes on until a judge revokes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from game.engine.settlement.claims import grow, pay_off, with_claim
from game.engine.settlement.limits import Limits
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, noted, stops
from game.model.settlement import BREACHES, Breach, Case, Claim, Conduct, Happening

MAY_BE_PAID = ("maintenance", "rent", "essential", "violence_damages")  # the current terms of these


def breaches_of(conduct: Conduct, day: date) -> Iterator[Breach]:
    """The duties that one month's conduct did not keep; work is a duty as far as possible."""
    if not (conduct.cooperates and conduct.reports_changes):
        yield Breach(day, "not_cooperating")
    if conduct.able_to_work and not conduct.works:
        yield Breach(day, "not_working")
    if not conduct.faithful:
        yield Breach(day, "worsened_insolvency")
    if not conduct.keeps_commitments:
        yield Breach(day, "broke_commitments")


def with_breaches(case: Case, *breaches: Breach) -> Case:
    """The case with these breaches noted: from now on a judge may revoke."""
    rows = [row for breach in breaches for row in (breach.row, "D81")]
    return noted(replace(case, breaches=(*case.breaches, *breaches)), *rows)


def may_be_paid(kind: str, current: bool) -> bool:
    """Whether paying this favours nobody: current maintenance, current rent, what a life in dignity needs."""
    return current and kind in MAY_BE_PAID


@effect("D75", "D76", "D77", "D80", may=("D81",))
def look_at_the_month(case: Case, happening: Happening, _limits: Limits) -> Case:
    """One month's conduct is held against the duties."""
    return with_breaches(case, *breaches_of(happening.conduct or Conduct(), happening.day))


@effect(may=("D07", "D08", "D75", "D76", "D77", "D78", "D80", "D81"))
def note_the_breach(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Something comes to light that is a breach."""
    return with_breaches(case, Breach(happening.day, happening.reason)) if happening.reason in BREACHES else case


@effect(may=("D09", "D81"))
def borrow(case: Case, happening: Happening, _limits: Limits) -> Case:
    """A new loan: with consent it is only a debt, without it is a breach too."""
    cents = happening.cents or 0
    name = happening.creditor or f"loan_{len(case.claims) + 1}"
    known = case.claim(name)
    claim = grow(known, cents) if known else Claim(name, "credit", cents, cents, new=True)
    case = with_claim(case, claim)
    return case if happening.consent else with_breaches(case, Breach(happening.day, "new_loan"))


@effect(may=("D10", "D81"))
def give_away(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Something owned is sold or given away: without consent it is a breach."""
    case = replace(case, assets=max(0, case.assets - (happening.cents or 0)))
    return case if happening.consent else with_breaches(case, Breach(happening.day, "disposed_of_assets"))


@effect(may=("D78", "D79", "D81"))
def pay_one_creditor(case: Case, happening: Happening, _limits: Limits) -> Case:
    """A payment beside the plan: a current term of what one lives by is free, anything else favours a creditor."""
    claim = case.claim(happening.creditor)
    kind = happening.kind or (claim.kind if claim else "")
    if may_be_paid(kind, happening.current):
        return noted(case, "D79")
    if claim:
        case = with_claim(case, pay_off(claim, happening.cents or 0))
    return with_breaches(case, Breach(happening.day, "favoured_creditor"))


@effect()
def pay_freely(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Outside a settlement everybody may be paid."""
    claim = case.claim(happening.creditor)
    return with_claim(case, pay_off(claim, happening.cents or 0)) if claim and not happening.current else case


@guard("D81", may=("D07", "D08", "D09", "D10", "D75", "D76", "D77", "D78", "D80"))
def there_is_a_breach(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """A judge may revoke for a breach, and only for one."""
    rows = {breach.row for breach in case.breaches}
    if happening.reason in BREACHES:
        rows.add(BREACHES[happening.reason])
    return Verdict("", tuple(sorted(rows))) if rows else stops("no_breach")


@guard("D67")
def liquidator_decides(_case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """While assets are liquidated, only the liquidator disposes of them."""
    return stops("liquidator_only")


@guard()
def something_is_owed(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """There is a claim to take money for, or a current term."""
    claim = case.claim(happening.creditor)
    return (
        PASSES
        if happening.current or happening.measure == "eviction" or (claim and claim.open)
        else stops("nothing_owed")
    )


@effect()
def revoke(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The judge ends the settlement; every creditor is free again."""
    return dated(replace(case, plan=None, proposal=None, appeal_keeps=False), "revoked", happening)

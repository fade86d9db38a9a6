"""Phase 3, personal recovery: probation, opening, liquidation, the two closings (rows D62 to D74)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.settlement.claims import distribute, paid_all, with_claim, write_off
from game.engine.settlement.limits import Limits, months_after
from game.engine.settlement.plan import fulfilled, most_months
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, noted, stops
from game.model.settlement import Case, Claim, Happening
from game.model.units import Cents

SURVIVES = {"maintenance": "D73", "violence_damages": "D74"}  # whole claims; of the others what a guarantor paid


def to_repay(case: Case) -> tuple[Claim, ...]:
    """The claims that what is sold has to repay: certain, of a known amount, not of a business."""
    return tuple(
        claim
        for claim in case.claims
        if claim.open and claim.certain and claim.liquid and claim.kind not in ("business", "maintenance")
    )


def owed_in_all(case: Case) -> Cents:
    """Cents that would repay every creditor."""
    return sum(claim.open for claim in to_repay(case))


def discharged(claim: Claim) -> Claim:
    """What is left of a claim after the discharge. Business debts are not touched by it."""
    if claim.kind in SURVIVES or claim.kind == "business":
        return claim
    return write_off(claim, claim.open - claim.guarantor_paid)


@guard("D63")
def probation_is_not_too_long(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """At most 5 years in all."""
    months = _probation_months(case, happening, limits)
    too_long = months < 1 or case.probation_months + months > most_months("probation", limits)
    return stops("probation_too_long") if too_long else PASSES


def _probation_months(case: Case, happening: Happening, limits: Limits) -> int:
    if happening.plan:
        return happening.plan.months
    return happening.months or most_months("probation", limits) - case.probation_months


@guard()
def nothing_is_left_to_sell(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """No assets are known."""
    return stops("assets_left") if case.assets else PASSES


@guard("D69", may=("D70",))
def proceeds_reach(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """What the sale brought repays every creditor."""
    brought = _brought(case, happening)
    return stops("proceeds_short", "D70") if brought is not None and brought < owed_in_all(case) else PASSES


@guard("D70", may=("D69",))
def proceeds_do_not_reach(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """What the sale brought does not repay every creditor."""
    brought = _brought(case, happening)
    return stops("proceeds_enough", "D69") if brought is not None and brought >= owed_in_all(case) else PASSES


def _brought(case: Case, happening: Happening) -> Cents | None:
    """What the sale brought, when it is told: by the event itself or by the sales before it."""
    return happening.cents if happening.cents is not None else (case.proceeds or None)


@effect()
def begin_probation(case: Case, happening: Happening, limits: Limits) -> Case:
    """The judge wants to see a probationary plan kept first."""
    months = _probation_months(case, happening, limits)
    dates = {**case.dates, "plan_from": happening.day, "probation_end": months_after(happening.day, months)}
    used = case.probation_months + months
    return replace(case, plan=happening.plan, kept=0, missed=0, probation_months=used, dates=dates)


@effect()
def end_probation(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The judge looks at the petition again."""
    dates = {name: day for name, day in case.dates.items() if name != "probation_end"}
    return replace(fulfilled(case), missed=0, dates=dates)


@effect("D64")
def order_an_investigation(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The judge may order a social investigation and social monitoring: somebody comes each month."""
    return replace(case, monitored=case.monitored or happening.investigation)


@effect("D65")
def order_three_tasks(case: Case, happening: Happening, _limits: Limits) -> Case:
    """A report on the situation, a check of the claims, a value for all that is owned and owed."""
    return dated(case, "opened_3", happening)


@effect("D66")
def order_the_liquidation(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The judge rules on disputed claims, then what is owned is to be sold within 6 months."""
    if happening.cents is not None:
        case = replace(case, assets=happening.cents)
    for claim in case.claims:
        if not (claim.certain and claim.liquid):
            case = with_claim(case, _ruled(claim, happening.rulings.get(claim.creditor, claim.open)))
    return dated(case, "liquidation", happening)


def _ruled(claim: Claim, granted: Cents) -> Claim:
    """A disputed claim after the judge's word: what is not granted falls away."""
    return replace(write_off(claim, max(0, claim.open - granted)), certain=True, liquid=True)


@effect("D67")
def name_a_liquidator(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """From here on only the liquidator acts for what is owned."""
    return case


@effect("D68")
def add_the_proceeds(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Something was sold, out of court or by force."""
    cents = happening.cents or 0
    return replace(case, proceeds=case.proceeds + cents, assets=max(0, case.assets - cents))


@effect("D68")
def note_that_selling_is_over(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The six months are over: no sale counts any more, the judge closes with what there is."""
    return dated(case, "liquidation_limit", happening)


@effect()
def repay_everybody(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Every creditor is paid in full."""
    shares = {claim.creditor: claim.open for claim in to_repay(case)}
    return dated(replace(paid_all(case, shares), assets=0), "closed", happening)


@effect()
def share_the_proceeds(case: Case, happening: Happening, _limits: Limits) -> Case:
    """What the sale brought is shared in proportion to the claims."""
    brought = _brought(case, happening)
    cents = case.assets if brought is None else brought
    return replace(paid_all(case, distribute(to_repay(case), cents)), assets=0)


@effect("D71", may=("D72", "D73", "D74"))
def discharge(case: Case, happening: Happening, _limits: Limits) -> Case:
    """All debts that are not of a business fall away, with three exceptions."""
    rows = {SURVIVES[claim.kind] for claim in case.claims if claim.kind in SURVIVES and claim.open}
    if any(claim.guarantor_paid for claim in case.claims):
        rows.add("D72")
    cleared = replace(case, claims=tuple(discharged(claim) for claim in case.claims))
    return noted(dated(cleared, "closed", happening), *sorted(rows))


@effect("D62")
def send_home(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The judge does not open personal recovery: nothing rests any more."""
    return replace(case, plan=None, proposal=None, appeal_keeps=False)

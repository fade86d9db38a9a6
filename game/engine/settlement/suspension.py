"""What rests while a settlement runs, and what does not (rows D22 to D28, D46, D49).

Protection is read from the state and its days, never stored: so it cannot be forgotten or given twice.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.settlement.deadlines import effects_end
from game.engine.settlement.limits import Limits
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, passes, stops
from game.model.settlement import MEASURES, Case, Claim, Happening
from game.model.units import Rate, interest

PROTECTED = (
    "open_1",
    "vote_plan",
    "vote_moratorium",
    "moratorium",
    "plan_1",
    "plan_2",
    "filed_3",
    "probation",
    "open_3",
    "liquidation",
)
FOR_GOOD = ("done", "closed_paid", "closed_discharged")
RESTS = {  # what rests, and by which row
    "enforcement": "D22",
    "garnishment": "D22",
    "seizure": "D22",
    "maintenance_arrears": "D22",
    "assignment": "D26",
    "interest": "D26",
}
GOES_ON = {"maintenance": "D23", "violence_damages": "D24", "eviction": "D25"}
OWN_ROAD = ("maintenance", "violence_damages")  # claims that enforcement reaches although all else rests


def is_protected(case: Case, limits: Limits) -> bool:
    """Whether the effects of the acceptance hold on the case's day.

    They go on after a petition in time until the judge decides, when `protected_until_judgment` is 1 (a reading).
    """
    if case.state in PROTECTED or (case.appeal_keeps and case.state not in FOR_GOOD):
        return True
    if case.state not in ("default", "filed_2"):
        return False
    last = effects_end(case, limits)
    in_time = last is not None and case.day <= last
    return in_time or (case.state == "filed_2" and bool(limits.protected_until_judgment))


def suspended(case: Case, limits: Limits) -> tuple[str, ...]:
    """The measures that rest on the case's day."""
    return tuple(measure for measure in MEASURES if measure in RESTS) if is_protected(case, limits) else ()


def enforceable(case: Case, limits: Limits) -> tuple[str, ...]:
    """The measures that are open to creditors on the case's day."""
    resting = suspended(case, limits)
    return tuple(measure for measure in MEASURES if measure not in resting)


def rate_in_force(case: Case, claim: Claim, limits: Limits) -> Rate:
    """Basis points a year that run on this claim today: none while all rests, unless a plan agreed on some."""
    if not is_protected(case, limits):
        return claim.rate
    terms = next((terms for terms in case.plan.terms if terms.creditor == claim.creditor), None) if case.plan else None
    return terms.rate if terms else 0


def takes(happening: Happening, claim: Claim | None) -> str:
    """The measure that this attempt really is: maintenance and such damages by any road, and only for such claims."""
    if claim and claim.kind in OWN_ROAD and happening.measure != "eviction":
        return claim.kind
    of_others = happening.measure in OWN_ROAD and claim is not None
    return "enforcement" if of_others or not happening.measure else happening.measure


@guard(may=("D22", "D23", "D24", "D25", "D26"))
def does_not_rest(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """Only current maintenance, damages for deliberate violence and an ordered eviction go on."""
    if not is_protected(case, limits):
        return PASSES
    measure = takes(happening, case.claim(happening.creditor))
    return stops("suspended", RESTS[measure]) if measure in RESTS else passes(GOES_ON[measure])


@guard(may=("D26",))
def interest_may_run(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """No interest runs while all rests; in a plan, a month of the agreed rate."""
    if not is_protected(case, limits):
        return PASSES
    claim = case.claim(happening.creditor)
    rate = rate_in_force(case, claim, limits) if claim else 0
    most = interest(claim.open, rate) if claim else 0
    return PASSES if 0 < (happening.cents or 0) <= most else stops("interest_stopped", "D26")


@guard("D46")
def payments_run(_case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """In a moratorium no instalment is due."""
    return stops("payments_suspended")


@effect("D28")
def keep_effects_until_judgment(case: Case, happening: Happening, limits: Limits) -> Case:
    """What holds when somebody appeals holds until the appeal is judged."""
    keeps = is_protected(case, limits) or _has_just_ended(case)
    return dated(replace(case, appeal_keeps=keeps), "appeal", happening)


def _has_just_ended(case: Case) -> bool:
    """Whether the appeal is against the decision that ended the effects."""
    led_here = [entry for entry in case.log if entry.source != entry.target]
    return case.state in ("revoked", "refused") and bool(led_here) and led_here[-1].source in PROTECTED


@effect("D28")
def end_the_appeal(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The appeal is judged: the effects are again those of the state."""
    return replace(case, appeal_keeps=False)

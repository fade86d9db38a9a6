"""The plans that an adviser lays on the table: a few lawful ones, each with what the creditors would answer.

Pure figures for a question: the household chooses, the machine checks again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.settlement.claims import voting
from game.engine.settlement.conventional import passes_vote
from game.engine.settlement.limits import Limits
from game.engine.settlement.plan import Measures, creditor_votes, drawn_up, months_used, most_months
from game.model.settlement import Case, Happening, Plan
from game.model.units import Cents

SHORT_MONTHS = 60  # the middle road: five years


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan that could be proposed. `votes` is the forecast by the published rule, `passes` what the count says."""

    id: str  # all, five_years, seven_years
    plan: Plan
    votes: dict[str, str]
    passes: bool

    @property
    def paid(self) -> Cents:
        """Cents paid in all."""
        return sum(terms.total for terms in self.plan.terms)

    @property
    def cancelled(self) -> Cents:
        """Cents that fall away when it is kept."""
        return sum(terms.cancelled for terms in self.plan.terms)


def free_part(case: Case) -> Cents:
    """Cents a month that the income leaves above its protected part: the most that a plan may ask."""
    return max(0, (case.income or 0) - case.protected)


def plan_choices(
    case: Case, attachable: Cents, in_force: Limits, *, months: int, no_share: int, home_months: int = 0
) -> tuple[Choice, ...]:
    """The lawful plans worth showing, the one that pays most first; none when nothing is left to pay with.

    `attachable`, `months` and `no_share` as in `creditor_votes`; `home_months` when the home is kept.
    """
    free = free_part(case)
    claims = voting(case)
    most = most_months("plan", in_force) - months_used(case, Happening(case.day, "plan_proposed"))
    if not (claims and free and most > 0):
        return ()
    keeps = home_months > 0
    owed = sum(claim.open for claim in claims if not (keeps and claim.kind == "home_loan"))
    needed = -(-owed // free)
    cancel = Measures(cancel_rest=True, keeps_home=keeps, home_months=home_months, help=True)
    found: dict[str, Plan] = {}
    if 0 < needed <= most:
        found["all"] = drawn_up(claims, "plan", needed, free, replace(cancel, cancel_rest=False))
    for name, length in (("seven_years", most), ("five_years", min(SHORT_MONTHS, most))):
        if length < needed:
            found[name] = drawn_up(claims, "plan", length, free, cancel)
    return tuple(_told(case, name, plan, attachable, in_force, months, no_share) for name, plan in found.items())


def _told(case: Case, name: str, plan: Plan, attachable: Cents, in_force: Limits, months: int, no_share: int) -> Choice:
    proposed = replace(case, proposal=plan)
    votes = creditor_votes(proposed, attachable, months=months, no_share=no_share)
    told = Happening(case.day, "vote", votes=votes)
    return Choice(name, plan, votes, passes_vote(proposed, told, in_force, "plan"))

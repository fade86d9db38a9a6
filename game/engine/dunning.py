"""What a creditor does who is not paid: the step of its path at each age, and what that step costs.

The age of a path is the number of month ends since the oldest unpaid item was left, less those in
which an agreement held it still; the caller counts it, and adds one for a creditor who was unpaid
before within six months. Steps and fees come from the creditor's file, sums from the dated figures.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from game.model.scenario import CreditorKind, Step
from game.model.units import Cents, Rate, half_up

TAIL = "tail"  # the creditor kind whose steps are everybody's road to court, from `tail_from` on
LEGAL = "legal_interest"  # runs from a judgment or another title on
_TWELVE = 12


class Taken(NamedTuple):
    """A step that is taken now, and the fee that joins the creditor's claim."""

    step: Step
    fee: Cents


def path_steps(
    kind: CreditorKind,
    age: int,
    *,
    bill: Cents,
    claim: Cents,
    calendar_month: int,
    figures: Mapping[str, int],
    tail: Sequence[Step] = (),
    delay: int = 0,
    done: Collection[str] = (),
    has_earnings: bool = True,
) -> list[Taken]:
    """The steps this creditor takes at the close of a month, in file order.

    `bill` is what was left unpaid, `claim` all that is owed to this creditor with earlier fees;
    `calendar_month` is 1 to 12; `figures` are parameters in cents and basis points. `tail` is the road
    to court, `delay` the months that objections have cost on it, `done` the ids of steps taken before.
    Where there are no earnings to attach, goods are seized in their place.
    """
    useless = "seize" if has_earnings else "garnish"
    taken: list[Taken] = []
    for step in _due(kind, age, calendar_month, tail, delay):
        if step.id not in done and useless not in step.does:
            fee = step_fee(step, bill, claim, figures)
            taken.append(Taken(step, fee))
            claim += fee
    return taken


def _due(kind: CreditorKind, age: int, calendar_month: int, tail: Sequence[Step], delay: int) -> list[Step]:
    due = [step for step in kind.steps if _falls(step, age, calendar_month)]
    if kind.tail_from and kind.court:
        due += [step for step in tail if _falls(step, age - kind.tail_from - delay, calendar_month)]
    return due


def _falls(step: Step, age: int, calendar_month: int) -> bool:
    """Whether the step comes at this age: in its own month, or in the first one it need not wait in."""
    waited = age - step.age
    if waited < 0 or calendar_month in step.not_in:
        return False
    return all((calendar_month - back - 1) % _TWELVE + 1 in step.not_in for back in range(1, waited + 1))


def step_fee(step: Step, bill: Cents, claim: Cents, figures: Mapping[str, int]) -> Cents:
    """What a step adds to the claim. A letter never costs more than the bill it is about.

    Collection is a part of the claim with a least sum; a fund that pays in the meantime takes a part
    as well. KeyError for an unknown parameter.
    """
    if "collection" in step.does:
        return max(figures["collection_minimum"], half_up(claim * figures["collection_percent"], 10_000))
    if "advance" in step.does:
        return half_up(claim * figures["fns_extra_percent"], 10_000)
    fee = figures[step.fee.parameter] if step.fee.parameter else step.fee.cents
    return fee if step.does else min(fee, bill)


def late_rate(kind: CreditorKind, has_title: bool, figures: Mapping[str, int]) -> Rate:
    """Interest on an unpaid claim, basis points a year: legal interest from a title on, and the kind's
    own from the first day, which its figure gives a month. The higher of the two."""
    own = _TWELVE * figures[kind.late_rate] if kind.late_rate not in ("", LEGAL) else 0
    return max(own, figures[LEGAL] if has_title else 0)

"""Benefits and claims: closed, open, asked, running, over (rules.md 9). Never refused by dice."""

from __future__ import annotations

from dataclasses import replace

from game.engine.conditions import holds
from game.engine.living import worth
from game.engine.posting import CURRENT, post
from game.engine.world import calendar
from game.model.scenario import Right
from game.model.state import RightRunning, State
from game.model.units import Cents, Month, half_up

LASTING = 9999


def can_be_asked(state: State, right: Right) -> bool:
    """Whether the calendar and the state allow to ask now."""
    if right.season and calendar(state.world.household, state.month)[1] not in right.season:
        return False
    return holds(state, right.when)


def open_rights(state: State) -> None:
    """Rights whose condition holds come into sight; those that come by themselves start."""
    for right in state.world.rights.values():
        known = state.rights.get(right.id)
        if known and not (known.status == "over" and right.yearly and state.month - known.asked >= 12):
            if known.status == "open" and right.ask != "letter" and not can_be_asked(state, right):
                del state.rights[right.id]
            continue
        if right.ask != "letter" and can_be_asked(state, right):
            bring_into_sight(state, right.id)
            if right.ask == "self":
                ask_for(state, right.id)
                pay_right(state, right.id)


def bring_into_sight(state: State, name: str) -> None:
    """The household learns that a right exists; nothing is asked yet."""
    known = state.rights.get(name)
    if name in state.world.rights and (known is None or known.status == "over"):
        state.rights[name] = RightRunning("open", state.month)


def ask_for(state: State, name: str) -> None:
    """The right is asked for; money follows after its delay. Papers and pride are paid by the caller."""
    right = state.world.rights.get(name)
    known = state.rights.get(name)
    if right is None or (known and known.status in ("asked", "running", "lost")):
        return
    opened = known.opened if known else state.month
    since = max(state.month, _loss_start(state, name))
    state.rights[name] = RightRunning("asked", opened, since, since + right.delay)


def first_payment_month(state: State, name: str) -> Month:
    """The month in which money would first come if the right were asked for now."""
    return max(state.month, _loss_start(state, name)) + max(1, state.world.rights[name].delay)


def _loss_start(state: State, name: str) -> Month:
    """A benefit in place of lost pay counts from the month in which the pay begins to be missing."""
    starts = [loss.start for loss in state.losses if name in state.world.shocks[loss.shock].rights]
    return max(starts, default=0)


def claimable(state: State) -> list[str]:
    """Rights in sight that can be claimed now, those with a last day first."""
    if not state.rights:
        return []
    names = [
        name
        for name, known in state.rights.items()
        if known.status == "open" and state.world.rights[name].ask != "self"
    ]
    return sorted(names, key=lambda name: (not state.world.rights[name].deadline, -yearly_value(state, name)))


def yearly_value(state: State, name: str) -> Cents:
    """Roughly what a right brings in a year, to put the larger first."""
    right = state.world.rights[name]
    return worth(state, right.monthly) * (right.months or 12) + worth(state, right.once)


def pay_rights(state: State) -> dict[str, Cents]:
    """What each running right brings this month; the first payment brings the months since asking."""
    return {name: cents for name in list(state.rights) if (cents := pay_right(state, name))}


def pay_right(state: State, name: str) -> Cents:
    """This month's payment of one right, if one is due."""
    known = state.rights[name]
    if known.status not in ("asked", "running") or state.month < known.pays_from:
        return 0
    right = state.world.rights[name]
    if _ends(state, right, known):
        state.rights[name] = replace(known, status="over")
        return 0
    cents = _payment(state, right, known)
    post(state, ("right", name), CURRENT, f"income:right:{name}", cents)
    state.income += cents
    state.windfall += cents - worth(state, right.monthly)
    once = not right.monthly.cents and not right.monthly.parameter
    lasting = known.ends if known.status == "running" else _last(state, right, known)
    state.rights[name] = replace(known, status="over" if once else "running", paid=known.paid + cents, ends=lasting)
    return cents


def _payment(state: State, right: Right, known: RightRunning) -> Cents:
    monthly = worth(state, right.monthly)
    if right.indexed and monthly:
        index = state.world.index
        monthly = half_up(monthly * index[state.month], index[0])
    if known.status == "running":
        return monthly
    cents = worth(state, right.once) + monthly
    if right.back_pay and monthly:
        behind = _behind(state, known)
        if behind and right.first_payment:
            cents += right.first_payment + monthly * (behind - 1)
        else:
            cents += monthly * behind
    return cents


def _behind(state: State, known: RightRunning) -> int:
    """Months between asking and the first payment, which comes with it."""
    return max(0, state.month - known.asked - 1)


def _last(state: State, right: Right, known: RightRunning) -> int:
    """The month index in which payments have ended; months paid afterwards count."""
    monthly = bool(right.monthly.cents or right.monthly.parameter)
    behind = _behind(state, known) if right.back_pay and monthly else 0
    return state.month + right.months - behind if right.months else LASTING


def _ends(state: State, right: Right, known: RightRunning) -> bool:
    """Whether nothing is paid any more. A first payment still brings the months behind, but not for who has left."""
    if known.status == "asked":
        return right.while_holding and _behind(state, known) == 0 and not holds(state, right.when)
    return state.month >= known.ends or (right.while_holding and not holds(state, right.when))


def lose_late_ones(state: State) -> None:
    """At the close: a right with a last day that was not claimed in time is lost (rules.md 7 close)."""
    for name, known in list(state.rights.items()):
        deadline = state.world.rights[name].deadline
        if known.status == "open" and deadline and state.month - known.opened >= deadline:
            state.rights[name] = replace(known, status="lost")


def waiting(state: State) -> bool:
    """Whether the first payment of a right that was asked for has not come yet."""
    return any(known.status == "asked" for known in state.rights.values())

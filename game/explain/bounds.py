"""No end of a game can lie under this: the lower bound of V, and the proof that nothing would have helped.

From a state on: credit is free, every right runs from the earliest month it can still be asked for,
living costs the least, each card that may still come is answered in the kindest way (spiral.md 4.2, 4.3).
"""

from __future__ import annotations

from game.engine.living import envelope_cost
from game.engine.play import opened
from game.engine.quantities import PLAN_LIMIT
from game.explain.brings import net_of, part_of_pay
from game.explain.coalitions import long_loans, value
from game.explain.floor import FAR, Asked, Floor, floor_of
from game.model.state import Announced, RightRunning, Running, State, World
from game.model.units import Cents, Month

COST_KINDS = ("bill", "one_off", "running", "interest")
OURS = ("answer", "rule")  # running effects that the floor does not know
COURSE = "adviser.course"
SIGN = {"gain": 1, "income": 1, "spend": -1, "bill": -1, "envelope": -1}


def lower_bound(state: State, floor: Floor) -> Cents:
    """A value that no end from this state can go below. A game that is over has its own value."""
    if state.over:
        return value(state)
    month = state.month
    best = floor.after(month) + floor.car
    best += sum(
        gains[month] for name, gains in floor.cards.items() if name not in state.played and _may_come(state, name)
    )
    best += _rights(state, floor, month + 1)
    best += sum(_running(state, effect) for effect in state.running)
    best += sum(_announced(state, coming, floor) for coming in state.announced)
    best += sum(cents for name, cents in state.balance.items() if name.startswith("asset:withheld"))
    return value(state) + _rest(state, floor) - best


def hopeless(world: World) -> bool:
    """Whether it is proven that no choice could have kept own effort under seven years.

    Even with interest-free credit, every right and every card at its kindest from the first day on.
    """
    if _left(world, floor_of(world, with_cards=False)) <= 0:
        return False
    floor = floor_of(world)
    left = _left(world, floor)
    if left <= 0:
        return False
    margin = best_margin(world, floor)
    return margin <= 0 or -(-left // margin) > PLAN_LIMIT


def _left(world: World, floor: Floor) -> Cents:
    """The bound before the first month: V at the end when everything goes as well as it can."""
    start = opened(world)
    best = floor.car + sum(floor.margins) + sum(gains[0] for gains in floor.cards.values())
    return value(start) - best - _rights(start, floor, 0)


def best_margin(world: World, floor: Floor) -> Cents:
    """What the last month leaves at best: all rights that still run, all cards at their kindest, long loans served."""
    long = long_loans(world)
    margin = floor.margins[-1] + sum(floor.monthly.values())
    margin += max((asked.monthly[-1] for asked in floor.rights.values() if asked.instead_of), default=0)
    margin += sum(asked.monthly[-1] for asked in floor.rights.values() if not asked.instead_of)
    return margin - sum(debt.instalment for debt in world.household.debts if debt.id in long)


def _may_come(state: State, name: str) -> bool:
    windows = state.world.windows
    return name not in windows or windows[name][1] >= state.month or state.world.cards[name].follow_up


def _rest(state: State, floor: Floor) -> Cents:
    """What this month still costs at least."""
    if not state.dues:
        return floor.living[state.month] + sum(due.amount for due in state.one_offs) - _this_month(state)
    envelopes = {envelope.id: envelope for envelope in state.world.household.envelopes}
    total = 0
    for due in state.dues:
        if due.kind == "envelope" and due.id == due.envelope:
            total += min(due.amount, envelope_cost(state, envelopes[due.id], "tight"))
        elif due.kind in COST_KINDS:
            total += due.amount
    return total


def _this_month(state: State) -> Cents:
    """What earlier answers take off this month's costs."""
    return sum(
        max(0, _effect(state, effect))
        for effect in state.running
        if effect.kind in ("bill", "envelope") and effect.start <= state.month < effect.end
    )


def _running(state: State, effect: Running) -> Cents:
    """What an effect of an earlier answer still brings after this month."""
    if effect.cause[0] not in OURS or effect.cause[1] == COURSE or effect.kind not in SIGN:
        return 0
    months = min(effect.end, state.world.months) - max(effect.start, state.month + 1)
    return max(0, months) * _effect(state, effect)


def _effect(state: State, effect: Running) -> Cents:
    cents = SIGN[effect.kind] * effect.cents
    if effect.kind == "income":
        return max(0, cents) + max(0, part_of_pay(state, effect.what, effect.permille))
    if effect.kind == "envelope" and effect.permille < 0:
        cents -= (
            sum(each.comfortable for each in state.world.household.envelopes if each.id == effect.what)
            * (effect.permille)
            // 1000
        )
    return max(0, cents) if effect.kind == "envelope" else cents


def _announced(state: State, coming: Announced, floor: Floor) -> Cents:
    months = range(max(coming.month, state.month), state.world.months)
    effects = coming.outcome.effects
    return sum(net_of(state, effects, month - coming.month, floor.whole, month, False) for month in months)


def _rights(state: State, floor: Floor, now: Month) -> Cents:
    """What all rights can still bring with payments from `now` on."""
    total = 0
    for name, asked in floor.rights.items():
        known = state.rights.get(name)
        begins = _begins(asked, known, now)
        others = [other for other in asked.instead_of if other in floor.rights]
        if others and not (known and known.status in ("asked", "running")):
            total += _instead(state, floor, name, others[0], now)
        else:
            total += _value(state, asked, known, begins)
    return total


def _instead(state: State, floor: Floor, name: str, other: str, now: Month) -> Cents:
    """What a right adds that needs another one to be over or lost: in its place, or after it."""
    asked, first = floor.rights[name], floor.rights[other]
    known, taken = state.rights.get(name), state.rights.get(other)
    alone = _value(state, asked, known, _begins(asked, known, now))
    if taken and taken.status in ("lost", "over"):
        return alone
    begins = taken.asked + 1 if taken and taken.status in ("asked", "running") else _begins(first, taken, now)
    later = _value(state, asked, known, max(_begins(asked, known, now), begins + first.months if first.months else FAR))
    if taken and taken.status in ("asked", "running"):
        return alone if _may_stop(state, other) else later
    return max(alone - _value(state, first, taken, begins), later, 0)


def _may_stop(state: State, right: str) -> bool:
    """Whether a running right can end before its months are over."""
    return state.world.rights[right].while_holding


def _begins(asked: Asked, known: RightRunning | None, now: Month) -> Month:
    """The first month in which a payment can still come."""
    if known and known.status in ("asked", "running"):
        return max(now, known.asked + 1)
    return max(now, asked.earliest + 1)


def _value(state: State, asked: Asked, known: RightRunning | None, begins: Month) -> Cents:
    if known and known.status == "running":
        paid = sum(asked.monthly[begins : min(state.world.months, known.ends)])
        return paid + (asked.once * (1 + (state.world.months - begins) // 12) if asked.yearly else 0)
    if known and (known.status == "lost" or (known.status == "over" and not asked.yearly)):
        return 0
    return asked.from_month(begins)

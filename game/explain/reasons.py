"""What the money of a month went for, the last reasons first: so that new debt finds its cause.

Optional spending of the month, shock costs, income lost to shocks, what shocks made dearer. The debt
service of the month and ordinary life come after them and are added by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.parting import SHARED
from game.engine.posting import CURRENT
from game.model import effects as e
from game.model.state import Entry, State, World
from game.model.units import Cents, Month

Reason = tuple[str, Cents]
SPEND = "spend"
NOT_BOUGHT = ("expense:interest", "expense:fees")
LEAVING = ("separation", "death")


def reasons(state: State, month: Month, entries: Sequence[Entry]) -> list[Reason]:
    """Cause and cents of this month, last in first."""
    bought: Cents = 0
    shocks: dict[str, Cents] = {}
    lost: dict[str, Cents] = {}
    envelopes: set[str] = set()
    for kind, name, to, source, cents in entries:
        shock = shock_kind(state.world, (kind, name))
        if to == "income:lost":
            lost[shock] = lost.get(shock, 0) + cents
        if not to.startswith("expense:") or to in NOT_BOUGHT or not _paid_or_left(source):
            continue
        above = (kind, name) == ("contract", "") and to in envelopes  # after its normal level an envelope comes again
        if (kind, name) == ("contract", ""):
            envelopes.add(to)
        if shock:
            shocks[shock] = shocks.get(shock, 0) + cents
        elif kind == "answer" or above:
            bought += cents
    return [(SPEND, bought), *shocks.items(), *lost.items(), *_dearer(state, month)]


def shock_kind(world: World, cause: tuple[str, str]) -> str:
    """The kind of the shock that is the cause of a posting; empty for any other cause."""
    kind, name = cause
    return world.shocks[name].kind if kind == "shock" and name in world.shocks else ""


def _paid_or_left(source: str) -> bool:
    return source == CURRENT or source.startswith("debt:arrears:")


def _dearer(state: State, month: Month) -> list[Reason]:
    """Bills, envelopes and pay that a shock changed, and the pay of somebody who left: no posting of their own."""
    found: list[Reason] = []
    for name, came in state.happened.items():
        terms = state.world.shocks[name]
        cents = sum(_monthly(effect, month - came) for effect in terms.effects)
        if terms.kind in LEAVING and month > came:
            cents += _left(state)
        if cents > 0:
            found.append((terms.kind, cents))
    return found


def _monthly(effect: e.Effect, age: int) -> Cents:
    """What an effect takes from each month, `age` months after it came."""
    match effect:
        case e.BillChange(_, monthly, months, start) if age >= start and (not months or age < start + months):
            return monthly
        case e.EnvelopeChange(_, monthly, _, months, start) if age >= start and (not months or age < start + months):
            return monthly
        case e.IncomeChange(_, monthly, _, months, start) if age >= start and (not months or age < start + months):
            return -monthly
    return 0


def _left(state: State) -> Cents:
    """What a month lacks since somebody left: their income, less what one person fewer costs, less child support."""
    world = state.world
    household = world.household
    pay = sum(income.amount for income in household.incomes if income.person in state.left)
    less = 10_000 - world.figures["separation_rest_percent"]
    saved = sum(each.normal * less // 10_000 for each in household.envelopes if each.id in SHARED)
    children = sum(person.child for person in household.people if person.id not in state.left)
    return (
        pay
        - saved
        - children
        * world.figures["child_support"]
        * any(world.shocks[name].kind == "separation" for name in state.happened)
    )

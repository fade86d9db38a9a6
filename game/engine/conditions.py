"""Whether a condition holds now: one small function a word (the words are in `model/conditions.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine.agreed import agreed_left
from game.engine.living import essentials
from game.engine.posting import CURRENT, owed
from game.engine.world import calendar
from game.model.conditions import Condition
from game.model.household import EARNINGS
from game.model.state import State
from game.model.units import Cents

NOBODY: frozenset[str] = frozenset()
LEVEL = {"white": 0, "amber": 1, "brick": 2}


def holds(state: State, condition: Condition) -> bool:
    """Whether all tests hold; the empty condition does."""
    for test in condition:
        value: Any = test.value
        read = WORDS.get(test.word)
        if read is None:
            if not COMBINED[test.word](state, value):
                return False
            continue
        found = read(state)
        if isinstance(found, bool):
            held = found is value
        elif isinstance(found, frozenset):
            held = not found.isdisjoint(value) if "any" not in value else bool(found)
        elif isinstance(value, frozenset):
            held = found in value
        else:
            held = value.holds(found)
        if not held:
            return False
    return True


COMBINED: dict[str, Callable[[State, Any], bool]] = {
    "any": lambda state, value: any(holds(state, condition) for condition in value),
    "not": lambda state, value: not any(holds(state, condition) for condition in value),
    "trust": lambda state, value: all(state.trust.get(who, 0) >= least for who, least in value),
}


def arrears(state: State) -> Cents:
    """Unpaid bills and missed instalments, without what is agreed in parts."""
    if not state.unpaid:
        return 0
    lines = state.lines
    bills = (owed(state, f"debt:arrears:{key}") - agreed_left(state, key) for key in state.unpaid if key not in lines)
    return sum(max(0, cents) for cents in bills) + sum(line.missed for line in lines.values())


def overdraft(state: State) -> Cents:
    """The used part of the overdraft."""
    return max(0, -state.balance.get(CURRENT, 0))


def adults(state: State) -> int:
    """Grown-up people who live here now."""
    return sum(not p.child for p in state.world.household.people if p.id not in state.left)


def half_days_of(state: State) -> int:
    """Half-days that this month holds: fewer when one adult lives alone with children."""
    most = state.world.household.half_days
    alone = adults(state) == 1 and any(p.child and p.id not in state.left for p in state.world.household.people)
    return min(most, state.world.figures["half_days_alone"]) if alone else most


def out_of_work(state: State) -> frozenset[str]:
    """People whose whole pay is gone and who have found no work."""
    if not state.losses:
        return NOBODY
    return frozenset(
        loss.person
        for loss in state.losses
        if loss.start <= state.month + 1 < loss.end
        and loss.found < 0
        and loss.person not in state.left
        and state.world.shocks[loss.shock].losses[loss.index].permille >= 1000
    )


def earning(state: State) -> frozenset[str]:
    """People to whom a pay, a pension or a benefit in its place comes in, of which a part could be kept back."""
    without = out_of_work(state)
    found = {
        income.person
        for income in state.world.household.incomes
        if income.kind in EARNINGS and income.person not in without and income.person not in state.left
    }
    return frozenset(found | {who for name in state.rights if (who := replaces_pay(state, name))})


def replaces_pay(state: State, name: str) -> str:
    """Whose pay or pension this running right stands for; empty when it is no such money."""
    known = state.rights[name]
    right = state.world.rights[name]
    if known.status != "running" or right.monthly.times or not (right.monthly.cents or right.monthly.parameter):
        return ""
    for shock in state.happened:
        terms = state.world.shocks[shock]
        if name in terms.rights:
            return terms.losses[0].person if terms.losses else state.world.household.plays_on
    return ""


def _people(state: State) -> int:
    return sum(p.id not in state.left for p in state.world.household.people)


def _employed(state: State) -> bool:
    without = out_of_work(state)
    return any(
        income.kind == "pay" and income.person not in without and income.person not in state.left
        for income in state.world.household.incomes
    )


def _margin(state: State) -> Cents:
    row = state.rows[-1] if state.rows else None
    return row.income - row.essentials - row.debt_service if row else 10_000


def _debt(state: State) -> Cents:
    return overdraft(state) + sum(
        owed(state, f"debt:{line.id}") for line in state.lines.values() if line.kind == "card"
    )


def _after(state: State) -> frozenset[str]:
    kinds = {state.world.shocks[name].kind for name in state.happened}
    return frozenset(state.happened) | frozenset(kinds)


def _worst(state: State) -> int:
    keys = [key for key, unpaid in state.unpaid.items() if not unpaid.frozen]
    return max((LEVEL[letter.level] for letter in state.mail if letter.creditor in keys), default=0)


WORDS: dict[str, Callable[[State], Any]] = {
    "months": lambda state: state.month + 1,
    "season": lambda state: calendar(state.world.household, state.month)[1],
    "flag": lambda state: state.flags,
    "has_child": lambda state: any(p.child and p.id not in state.left for p in state.world.household.people),
    "couple": lambda state: adults(state) > 1,
    "members": _people,
    "account": lambda state: state.opening,
    "buffer": lambda state: 100 * state.opening_buffer // max(1, essentials(state)),
    "margin": _margin,
    "arrears": arrears,
    "creditors": lambda state: sum(not unpaid.frozen for unpaid in state.unpaid.values()),
    "worst_letter": _worst,
    "unopened": lambda state: sum(not letter.opened for letter in state.mail),
    "debt": _debt,
    "credits": lambda state: sum(owed(state, f"debt:{key}") > 0 for key in state.lines),
    "overdraft_used": lambda state: 100 * overdraft(state) // max(1, state.limit),
    "rejected": lambda state: state.rejected,
    "stage": lambda state: state.rows[-1].stage if state.rows else "stable",
    "escape": lambda state: state.rows[-1].escape if state.rows else 0,
    "morale": lambda state: state.morale,
    "health": lambda state: state.health,
    "free_time": lambda state: half_days_of(state) - state.half_days,
    "employed": _employed,
    "without_work": out_of_work,
    "tenant": lambda state: state.world.household.home == "tenant",
    "owner": lambda state: state.world.household.home == "owner",
    "call_free": lambda state: not state.call_used,
    "right_open": lambda state: frozenset(n for n, right in state.rights.items() if right.status == "open"),
    "right_asked": lambda state: frozenset(
        n for n, right in state.rights.items() if right.status in ("asked", "running")
    ),
    "played": lambda state: frozenset(state.played),
    "after_shock": _after,
}

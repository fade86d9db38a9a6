"""Morale and health at the close of a month (rules.md 10). Every figure is in `law/judgements.yaml`."""

from __future__ import annotations

from game.engine.conditions import out_of_work
from game.engine.living import level_of
from game.engine.posting import CURRENT
from game.engine.world import calendar
from game.model.state import State
from game.model.units import half_up

COLD = (11, 12, 1, 2, 3)
DULL = 6
BRICK_LETTERS = 3
TIGHT = (
    ("leisure", "leisure_tight"),
    ("food", "food_tight"),
    ("children", "children_tight"),
    ("health", "health_tight"),
)


def settle(state: State) -> None:
    """The pull towards the middle first, then all that this month brought; clamped to 0..100."""
    figures = state.world.figures
    morale = half_up(figures["morale_centre"] - state.morale, figures["pull"])
    health = half_up(figures["health_centre"] - state.health, figures["pull"])
    more, strain = _month(state)
    morale += more + state.mood
    health += strain + state.strain
    if state.dull_months >= DULL:
        morale += figures["morale_dull"]
        health += figures["health_dull"]
    state.morale = max(0, min(100, state.morale + morale))
    state.health = max(0, min(100, state.health + health))
    state.mood = state.strain = 0


def _month(state: State) -> tuple[int, int]:
    figures = state.world.figures
    morale = health = 0
    for envelope, name in TIGHT:
        if level_of(state, envelope) == "tight" or envelope in state.month_levels:
            morale += figures.get(f"morale_{name}", 0)
            health += figures.get(f"health_{name}", 0)
    if level_of(state, "leisure") == "comfortable":
        morale += figures["morale_leisure_comfortable"]
    if level_of(state, "energy") == "tight" and calendar(state.world.household, state.month)[1] in COLD:
        morale += figures["morale_energy_cold"]
        health += figures["health_energy_cold"]
    if _clothes_tight_long(state):
        morale += figures["morale_clothes_third"]
    if state.triage:
        morale += figures["morale_triage"]
    morale += figures["morale_rejected"] * state.counts.get("rejected", 0)
    closed = sum(not letter.opened and letter.level == "brick" for letter in state.mail)
    morale += figures["morale_closed_brick"] * min(BRICK_LETTERS, closed)
    if out_of_work(state):
        morale += figures["morale_no_work"]
    if state.balance.get(CURRENT, 0) < 0:
        morale += figures["morale_under_zero"]
    return morale, health


def _clothes_tight_long(state: State) -> bool:
    if level_of(state, "clothes") != "tight":
        return False
    return state.month - state.played.get("plan.clothes", state.month) >= 2


def count_months(state: State) -> None:
    """Months without a joy, and dull ones: leisure tight as well."""
    tight = level_of(state, "leisure") == "tight"
    state.joy_months += 1
    state.dull_months = state.dull_months + 1 if tight and state.joy_months > 1 else 0

"""Morale and health at the close of a month (rules.md 10). Every figure is in `law/judgements.yaml`."""

from __future__ import annotations

from game.engine.conditions import out_of_work
from game.engine.living import level_of
from game.engine.posting import CURRENT
from game.engine.world import calendar, day_of
from game.model.state import State
from game.model.units import half_up

COLD = "energy_cold_months"
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
    if state.dull_months >= figures["dull_months"]:
        morale += figures["morale_dull"]
        health += figures["health_dull"]
    state.morale = max(0, min(100, state.morale + morale))
    state.health = max(0, min(100, state.health + health))
    state.mood = state.strain = 0


def _month(state: State) -> tuple[int, int]:
    figures = state.world.figures
    morale = health = 0
    for envelope, name in TIGHT:
        if _tight(state, envelope):
            morale += figures.get(f"morale_{name}", 0)
            health += figures.get(f"health_{name}", 0)
    if level_of(state, "leisure") == "comfortable" and not _tight(state, "leisure"):
        morale += figures["morale_leisure_comfortable"]
    if _tight(state, "energy") and _cold(state):
        morale += figures["morale_energy_cold"]
        health += figures["health_energy_cold"]
    if _clothes_tight_long(state):
        morale += figures["morale_clothes_third"]
    if state.triage:
        morale += figures["morale_triage"]
    morale += figures["morale_rejected"] * state.counts.get("rejected", 0)
    closed = sum(not letter.opened and letter.level == "brick" for letter in state.mail)
    morale += figures["morale_closed_brick"] * min(figures["closed_brick_most"], closed)
    if _no_work(state):
        morale += figures["morale_no_work"]
    if state.balance.get(CURRENT, 0) < 0:
        morale += figures["morale_under_zero"]
    return morale, health


def _clothes_tight_long(state: State) -> bool:
    if level_of(state, "clothes") != "tight":
        return False
    return state.month - state.played.get("plan.clothes", 0) >= state.world.figures["clothes_from"] - 1


def _tight(state: State, envelope: str) -> bool:
    """Whether the envelope was lived tight: by the plan, or this month to make it add up."""
    return level_of(state, envelope) == "tight" or envelope in state.month_levels


def _cold(state: State) -> bool:
    household = state.world.household
    cold = state.world.content.parameters[COLD].on(day_of(household, state.month))
    return isinstance(cold, tuple) and calendar(household, state.month)[1] in cold


def _no_work(state: State) -> bool:
    """Whether a whole pay is missing this month and goes on missing."""
    return any(loss.start <= state.month and loss.person in out_of_work(state) for loss in state.losses)


def count_months(state: State) -> None:
    """Months without a joy, and dull ones: leisure tight as well."""
    tight = _tight(state, "leisure")
    state.joy_months += 1
    state.dull_months = state.dull_months + 1 if tight and state.joy_months > 1 else 0

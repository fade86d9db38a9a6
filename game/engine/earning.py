"""Step 1, pay: what comes in, what a shock takes off it, benefits, what creditors keep back."""

from __future__ import annotations

from dataclasses import replace

from game.engine.conditions import holds, replaces_pay
from game.engine.court import withhold
from game.engine.effects import Origin, apply, repay_now, take_time
from game.engine.living import envelope_cost, level_of, pay_of, spent_on, worth
from game.engine.parting import joint_halves, other_half
from game.engine.posting import CURRENT, post
from game.engine.rights import pay_rights
from game.engine.shocks import roll
from game.engine.world import calendar
from game.model.household import EARNINGS, Income
from game.model.message import Message
from game.model.scenario import Loss
from game.model.state import LossRunning, State
from game.model.units import Cents, Month, half_up

MARCH = 3
YEAR = 12


def come_in(state: State) -> None:
    """All that comes in this month, each with its cause."""
    _find_work(state)
    nets: dict[str, Cents] = {}
    for income in state.world.household.incomes:
        if income.person in state.left:
            continue
        amount = pay_of(state, income)
        post(state, ("contract", income.id), CURRENT, f"income:{income.id}", amount)
        lost = _lose(state, income, amount) if income.kind in EARNINGS else 0
        state.income += amount - lost
        if income.kind in EARNINGS:
            nets[income.person] = nets.get(income.person, 0) + amount - lost
    for name, cents in pay_rights(state).items():
        if person := replaces_pay(state, name):
            nets[person] = nets.get(person, 0) + cents
    other_half(state)
    _yearly(state)
    _go_on(state)
    _known(state)
    withhold(state, nets)


def _lose(state: State, income: Income, amount: Cents) -> Cents:
    """What running shocks take off this income now: a transaction of their own."""
    total = 0
    for loss in state.losses:
        if loss.person != income.person or not loss.start <= state.month < loss.end:
            continue
        kept = terms_of(state, loss).first_month_kept
        cents = lost_by(state, loss, amount)
        if loss.found < 0 and state.month == loss.start and kept:
            cents = max(0, amount - kept)
        cents = min(cents, amount - total)
        post(state, ("shock", loss.shock), "income:lost", CURRENT, cents)
        total += cents
    return total


def terms_of(state: State, loss: LossRunning) -> Loss:
    """What the shock's letter says about this loss."""
    return state.world.shocks[loss.shock].losses[loss.index]


def lost_by(state: State, loss: LossRunning, pay: Cents) -> Cents:
    """What a running loss takes off such a pay in an ordinary month: less once work is found."""
    return terms_of(state, loss).takes(pay) if loss.found < 0 else max(0, pay - loss.found_pay)


def ordinary_income(state: State, at: Month) -> Cents:
    """What comes in in an ordinary month as things are now, with the losses of pay that run in month `at`.

    Pay, rights that run, gains of earlier choices, the other's half of joint loans; nothing that comes once.
    """
    income = 0
    for source in state.world.household.incomes:
        if source.person in state.left:
            continue
        pay = pay_of(state, source)
        if source.kind in EARNINGS:
            running = [loss for loss in state.losses if loss.person == source.person and loss.start <= at < loss.end]
            pay -= min(pay, sum(lost_by(state, loss, pay) for loss in running))
        income += pay
    for name, known in state.rights.items():
        if known.status == "running":
            income += worth(state, state.world.rights[name].monthly)
    for effect in state.running:
        if effect.kind == "gain" and effect.start <= state.month < effect.end:
            income += effect.cents
    return income + sum(cents for _, cents in joint_halves(state))


def _find_work(state: State) -> None:
    """A lost job ends in the first month whose roll is under the chance; choices may raise the chance only."""
    raised = sum(
        effect.cents for effect in state.running if effect.kind == "work" and effect.start <= state.month < effect.end
    )
    for place, loss in enumerate(state.losses):
        terms = terms_of(state, loss)
        if not terms.found_chance or loss.found >= 0 or loss.person in state.left:
            continue
        began = state.happened[loss.shock] + terms.found_from
        chance = (terms.found_chance + raised) * 100
        if state.month >= began and roll(state.world.seed, state.month, f"work.{loss.person}") < chance:
            found = replace(loss, found=state.month, found_pay=terms.found_pay)
            state.losses = (*state.losses[:place], found, *state.losses[place + 1 :])
            state.mood += state.world.figures["morale_work_found"]
            state.said = (*state.said, Message("said.work_found"))


def _yearly(state: State) -> None:
    """Money that comes once a year, and the energy bill of March when it brings money back."""
    household = state.world.household
    of_year = calendar(household, state.month)[1]
    for cost in household.yearly:
        if cost.month == of_year and cost.amount < 0:
            post(state, ("contract", cost.id), CURRENT, f"income:{cost.id}", -cost.amount)
            state.income -= cost.amount
            state.windfall -= cost.amount


def _go_on(state: State) -> None:
    """Effects of earlier choices that come every month: money and half-days."""
    for effect in state.running:
        if not effect.start <= state.month < effect.end:
            continue
        if effect.kind == "gain":
            post(state, effect.cause, CURRENT, "income:other", effect.cents)
            state.income += effect.cents
        elif effect.kind == "time":
            take_time(state, effect.cents)
    if any(effect.end <= state.month for effect in state.running):
        state.running = tuple(effect for effect in state.running if effect.end > state.month)


def repay_running(state: State) -> None:
    """Repayments that an earlier choice began; after the interest of the month."""
    for effect in state.running:
        if effect.kind == "repay" and effect.start <= state.month < effect.end:
            repay_now(state, effect.what, effect.cents, effect.cause)


def _known(state: State) -> None:
    """Changes that everybody knows will come."""
    household = state.world.household
    for place, known in enumerate(household.known):
        if known.month == state.month and holds(state, known.when):
            apply(state, known.effects, Origin(("contract", f"known.{place}"), known.text))
            state.said = (*state.said, Message(known.text))


def use_energy(state: State) -> None:
    """The energy of the month as it was lived, less what was paid for it (rules.md 12)."""
    energy = next((e for e in state.world.household.envelopes if e.id == "energy"), None)
    if energy is None:
        return
    normal = envelope_cost(state, energy, "normal")
    level = "tight" if "energy" in state.month_levels else level_of(state, "energy")
    percent = state.world.figures["energy_bill_percent"]
    used = half_up(normal * (10_000 + {"tight": -percent, "comfortable": percent}.get(level, 0)), 10_000)
    state.metered += used - spent_on(state, energy)
    state.metered_normal += normal


def energy_bill(state: State) -> Cents:
    """March: what the year's energy cost more (positive cents) or less than was paid, with the winter's luck.

    Months before the game were normal ones. 0 in every other month.
    """
    household = state.world.household
    energy = next((e for e in household.envelopes if e.id == "energy"), None)
    if energy is None or state.month == 0 or calendar(household, state.month)[1] != MARCH:
        return 0
    before = max(0, YEAR - state.month)
    year = state.metered_normal + before * envelope_cost(state, energy, "normal")
    weather = roll(state.world.seed, state.month, "weather") * 2 - 1_000_000
    bill = state.metered + half_up(year * state.world.figures["weather_percent"] * weather, 10_000 * 1_000_000)
    state.metered = state.metered_normal = 0
    return bill


def start_losses(state: State, shock_id: str) -> None:
    """A shock's losses of income begin in their month."""
    far = 9999
    for index, terms in enumerate(state.world.shocks[shock_id].losses):
        start = state.month + terms.start
        end = start + terms.months if terms.months else far
        state.losses = (*state.losses, LossRunning(shock_id, index, terms.person, start, end))

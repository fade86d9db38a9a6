"""What an option, a shock or a letter does to the household: one small function an effect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from game.engine.arrears import pay_arrears
from game.engine.claims import oldest_arrears
from game.engine.conditions import half_days_of
from game.engine.credit import borrow, card_room, dearest, repay_early, swap
from game.engine.living import RANK, envelope_cost, level_of, worth
from game.engine.posting import CURRENT, SAVINGS, post
from game.engine.rights import ask_for, bring_into_sight
from game.engine.shocks import roll
from game.model import effects as e
from game.model.game import Due
from game.model.message import Message
from game.model.state import Announced, Running, State
from game.model.units import Cents, Month, half_up

FOREVER = 9999
ADVISER = "adviser"
CHANCES = 10_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an effect comes from: its cause in the ledger, its name on a bill, card and option."""

    cause: tuple[str, str]
    name: str
    card: str = ""
    option: str = ""
    chosen: Month = 0


def apply(state: State, effects: Iterable[e.Effect], origin: Origin) -> None:
    """Do all of it, in the order written."""
    for effect in effects:
        DOES[type(effect)](state, effect, origin)


def _pay(state: State, effect: e.Pay, origin: Origin) -> None:
    amount = worth(state, effect.amount)
    amount -= _from_envelope(state, effect.envelope, amount)
    if amount <= 0:
        return
    number = len(state.one_offs)
    whose = f"creditor.{effect.to}.steps.bill.title" if effect.to and origin.cause[0] == "shock" else origin.name
    state.one_offs = (
        *state.one_offs,
        Due(
            f"once.{origin.card or origin.cause[1]}.{number}",
            RANK["one_off"],
            amount,
            "expense:one_off",
            "one_off",
            Message(whose, (("month", origin.chosen),)),
            effect.to,
            effect.envelope,
            parts=effect.parts,
            cause=origin.cause,
        ),
    )


def _from_envelope(state: State, name: str, amount: Cents) -> Cents:
    """What the envelope itself still gives: a third of what lies above tight, all cards of a month together."""
    for envelope in state.world.household.envelopes:
        if envelope.id == name and name != "saving":
            above = envelope_cost(state, envelope, level_of(state, name)) - envelope_cost(state, envelope, "tight")
            used = state.counts.get(f"envelope.{name}", 0)
            given = max(0, min(amount, half_up(above, state.world.figures["card_third"]) - used))
            state.counts[f"envelope.{name}"] = used + given
            return given
    return 0


def _receive(state: State, effect: e.Receive, origin: Origin) -> None:
    cents = worth(state, effect.amount)
    post(state, origin.cause, CURRENT, "income:once", cents)
    state.income += cents
    state.windfall += cents


def _run(
    state: State, origin: Origin, kind: str, what: str, cents: Cents, start: int, months: int, permille: int = 0
) -> None:
    first = state.month + start
    end = first + months if months else FOREVER
    state.running = (*state.running, Running(kind, what, cents, permille, first, end, origin.cause, origin.name))


def _spend(state: State, effect: e.Spend, origin: Origin) -> None:
    cents = worth(state, effect.monthly)
    if cents < 0 and effect.envelope:
        _run(state, origin, "envelope", effect.envelope, cents, effect.start, effect.months)
    elif cents < 0:
        _run(state, origin, "gain", "", -cents, effect.start, effect.months)
    else:
        _run(state, origin, "spend", effect.envelope, cents, effect.start, effect.months)


def _gain(state: State, effect: e.Gain, origin: Origin) -> None:
    cents = worth(state, effect.monthly)
    _run(state, origin, "gain", "", cents, effect.start, effect.months)
    if effect.start == 0:  # the pay step of this month is over: the first one comes now
        post(state, origin.cause, CURRENT, "income:other", cents)
        state.income += cents


def _income(state: State, effect: e.IncomeChange, origin: Origin) -> None:
    _run(state, origin, "income", effect.person, effect.monthly, max(1, effect.start), effect.months, effect.permille)


def _envelope(state: State, effect: e.EnvelopeChange, origin: Origin) -> None:
    _run(state, origin, "envelope", effect.envelope, effect.monthly, effect.start, effect.months, effect.percent * 10)


def _bill(state: State, effect: e.BillChange, origin: Origin) -> None:
    _run(state, origin, "bill", effect.bill, effect.monthly, effect.start, effect.months)


def _borrow(state: State, effect: e.Borrow, origin: Origin) -> None:
    product = state.world.content.products[effect.product]
    borrow(state, product, worth(state, effect.amount), effect.months, effect.cash, effect.rate, origin.cause)


def _repay(state: State, effect: e.Repay, origin: Origin) -> None:
    repay_now(state, effect.debt, worth(state, effect.amount), origin.cause)
    if effect.months > 1:
        _run(state, origin, "repay", effect.debt, worth(state, effect.amount), 1, effect.months - 1)


def repay_now(state: State, debt: str, cents: Cents, cause: tuple[str, str]) -> Cents:
    """Money of the account, as far as it is above zero, to a debt; what was really paid."""
    cents = min(cents, max(0, state.balance.get(CURRENT, 0)))
    if debt == "arrears":
        paid = 0
        while cents > paid and (key := oldest_arrears(state)):
            step = pay_arrears(state, key, cents - paid, cause)
            if step == 0:
                break
            paid += step
        return paid
    line = dearest(state) if debt == "dearest" else state.lines.get(debt)
    return repay_early(state, line, cents, cause) if line and cents > 0 else 0


def _reschedule(state: State, effect: e.Reschedule, origin: Origin) -> None:
    product = state.world.content.products[effect.product]
    swap(state, effect.debts, product, effect.months, effect.rate, effect.keep, origin.cause)


def _save(state: State, effect: e.Save, origin: Origin) -> None:
    cents = worth(state, effect.amount)
    post(state, origin.cause, SAVINGS, CURRENT, min(cents, max(0, state.balance.get(CURRENT, 0))))
    if effect.months > 1:
        _run(state, origin, "save", "", cents, 1, effect.months - 1)


def feel(state: State, morale: int = 0, health: int = 0) -> None:
    """Morale and health move at once, between 0 and 100."""
    state.morale = max(0, min(100, state.morale + morale))
    state.health = max(0, min(100, state.health + health))


def ask(state: State, name: str) -> None:
    """A right is asked for, with all it does besides money; papers and pride are the caller's."""
    before = state.rights.get(name)
    ask_for(state, name)
    if state.rights.get(name) is not before and (right := state.world.rights.get(name)):
        apply(state, right.effects, Origin(("right", name), right.title, name, "", state.month))


def take_time(state: State, half_days: int) -> None:
    """Half-days of this month; each one more than the month holds wears on morale."""
    free = half_days_of(state)
    before = max(0, state.half_days - free)
    state.half_days += half_days
    feel(state, morale=-state.world.figures["time_morale"] * (max(0, state.half_days - free) - before))


def _time(state: State, effect: e.Time, origin: Origin) -> None:
    take_time(state, effect.half_days)
    if effect.months > 1:
        _run(state, origin, "time", "", effect.half_days, 1, effect.months - 1)


def _trust(state: State, effect: e.Trust, _: Origin) -> None:
    state.trust[effect.who] = max(-3, min(3, state.trust.get(effect.who, 0) + effect.points))


def _work(state: State, effect: e.Work, origin: Origin) -> None:
    _run(state, origin, "work", "", effect.chance, effect.start, effect.months)


def _limit(state: State, effect: e.Limit, origin: Origin) -> None:
    if effect.months:
        _run(state, origin, "limit", "overdraft", effect.change, 0, effect.months)
    else:
        state.limit = max(0, state.limit + effect.change)


def _flag(state: State, effect: e.SetFlag, _: Origin) -> None:
    state.flags = state.flags | {effect.flag} if effect.on else state.flags - {effect.flag}


def _later(state: State, effect: e.Later, origin: Origin) -> None:
    """Which of the outcomes comes is decided by the seed alone, so that luck is the same in every branch."""
    drawn = roll(state.world.seed, effect.delay, f"{origin.card}.{origin.option}") * CHANCES // 1_000_000
    reached = 0
    for outcome in effect.outcomes:
        reached += outcome.chance
        if drawn < reached:
            state.announced = (
                *state.announced,
                Announced(
                    state.month + effect.delay,
                    outcome,
                    state.month,
                    origin.card,
                    origin.option,
                    origin.name,
                    origin.cause,
                ),
            )
            return


def use_call(state: State, who: str) -> None:
    """The call of the month is made; one to the free advisers brings the first talk next month."""
    state.call_used = True
    state.calls = (*state.calls, (state.month, who))
    if who == ADVISER and state.adviser < 0:
        state.adviser = state.month + state.world.figures["first_talk_delay"]


DOES: dict[type[Any], Callable[[State, Any, Origin], None]] = {
    e.Pay: _pay,
    e.Receive: _receive,
    e.Spend: _spend,
    e.Gain: _gain,
    e.IncomeChange: _income,
    e.EnvelopeChange: _envelope,
    e.BillChange: _bill,
    e.Borrow: _borrow,
    e.Repay: _repay,
    e.Reschedule: _reschedule,
    e.Save: _save,
    e.Morale: lambda state, effect, _: feel(state, morale=effect.points),
    e.Health: lambda state, effect, _: feel(state, health=effect.points),
    e.Time: _time,
    e.Trust: _trust,
    e.OpenRight: lambda state, effect, _: bring_into_sight(state, effect.right),
    e.Claim: lambda state, effect, _: ask(state, effect.right),
    e.UseCall: lambda state, effect, _: use_call(state, effect.who or "card"),
    e.Work: _work,
    e.Limit: _limit,
    e.SetFlag: _flag,
    e.Later: _later,
}


def possible(state: State, effects: Iterable[e.Effect]) -> bool:
    """Whether an option can be taken now: its call is free, its card has room."""
    for effect in effects:
        if isinstance(effect, e.UseCall) and state.call_used:
            return False
        if isinstance(effect, e.Borrow):
            product = state.world.content.products[effect.product]
            if product.kind == "card" and card_room(state) < worth(state, effect.amount):
                return False
    return True


def envelope_part(state: State, effects: Iterable[e.Effect]) -> Cents:
    """How much of an option's cost would come out of an envelope, for the price line."""
    total = 0
    counts = dict(state.counts)
    for effect in effects:
        if isinstance(effect, e.Pay):
            total += _from_envelope(state, effect.envelope, worth(state, effect.amount))
    state.counts = counts
    return total

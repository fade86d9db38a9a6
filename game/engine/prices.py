"""The price of an option, read from its effects: now, per month, in all, until when. Nobody has to reckon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.engine.credit import card_line, product_rate
from game.engine.living import card_minimum, worth
from game.model import effects as e
from game.model.game import Option
from game.model.message import Message, message
from game.model.state import State
from game.model.units import annuity

BANDS = ((2500, "seldom"), (4500, "sometimes"), (6500, "as_often_as_not"), (8500, "often"))
ALWAYS = "almost_always"


def band(chance: int) -> str:
    """A chance of 10,000 as a word's id."""
    return next((word for most, word in BANDS if chance < most), ALWAYS)


def priced(state: State, option: Option, effects: Iterable[e.Effect]) -> Option:
    """The option with its whole price and its notes."""
    notes: list[Message] = []
    for effect in effects:
        option = _add(state, option, effect, notes)
    return replace(option, notes=tuple(notes))


def _add(state: State, option: Option, effect: e.Effect, notes: list[Message]) -> Option:
    match effect:
        case e.Pay():
            cents = worth(state, effect.amount)
            return replace(option, now=option.now + cents, total=option.total + cents)
        case e.Receive():
            return replace(option, gain=option.gain + worth(state, effect.amount))
        case e.Gain():
            return _gain(option, worth(state, effect.monthly), effect.months, notes)
        case e.Spend():
            cents = worth(state, effect.monthly)
            if cents < 0:
                return _gain(option, -cents, effect.months, notes, "price.saved")
            return _monthly(state, option, cents, effect.months, notes)
        case e.IncomeChange():
            if effect.monthly:
                return _gain(option, effect.monthly, effect.months, notes, "price.pay")
            notes.append(message("price.pay_part", percent=effect.permille * 10))
        case e.EnvelopeChange():
            if effect.monthly < 0:
                return _gain(option, -effect.monthly, effect.months, notes, "price.saved")
            if effect.monthly > 0:
                return _monthly(state, option, effect.monthly, effect.months, notes)
            notes.append(message("price.envelope_part", percent=effect.percent * 100))
        case e.BillChange():
            if effect.monthly < 0:
                return _gain(option, -effect.monthly, effect.months, notes, "price.saved")
            return _monthly(state, option, effect.monthly, effect.months, notes)
        case e.Borrow():
            return _loan(state, option, effect, notes)
        case _:
            return _other(state, option, effect, notes)
    return option


def _gain(option: Option, cents: int, months: int, notes: list[Message], name: str = "price.gain") -> Option:
    if cents < 0:
        notes.append(message("price.less", amount=-cents))
        return replace(option, gain_monthly=option.gain_monthly + cents, gain_months=months)
    notes.append(message(name, amount=cents, count=months) if months else message(f"{name}_always", amount=cents))
    return replace(option, gain_monthly=option.gain_monthly + cents, gain_months=months)


def _monthly(state: State, option: Option, cents: int, months: int, notes: list[Message]) -> Option:
    if not months:
        notes.append(message("price.monthly_always", amount=cents))
        return replace(option, monthly=option.monthly + cents)
    notes.append(message("price.monthly", amount=cents, amount_all=cents * months, count=months))
    return replace(
        option,
        monthly=option.monthly + cents,
        months=months,
        total=option.total + cents * months,
        until=state.month + months - 1,
    )


def _loan(state: State, option: Option, effect: e.Borrow, notes: list[Message]) -> Option:
    product = state.world.content.products[effect.product]
    amount = worth(state, effect.amount)
    if product.kind == "card":
        line = card_line(state)
        notes.append(message("price.card", amount=card_minimum(state, line, amount) if line else 0))
        return replace(option, borrowed=option.borrowed + amount, total=option.total + amount)
    rate = effect.rate if effect.rate is not None else product_rate(state, product)
    months = max(1, effect.months)
    instalment = annuity(amount, rate, months)
    notes.append(message("price.loan", count=months, exact=instalment, amount=instalment * months))
    return replace(
        option,
        monthly=option.monthly + instalment,
        months=months,
        total=option.total + instalment * months,
        until=state.month + months,
        borrowed=option.borrowed + amount,
        gain=option.gain + (amount if effect.cash else 0),
    )


def _other(state: State, option: Option, effect: e.Effect, notes: list[Message]) -> Option:
    match effect:
        case e.Time():
            notes.append(message("price.half_days", n=effect.half_days))
            return replace(option, time=option.time + effect.half_days)
        case e.UseCall():
            notes.append(message("price.call"))
            return replace(option, call=True)
        case e.Later():
            return _later(option, effect)
        case e.Save():
            notes.append(message("price.save", amount=worth(state, effect.amount)))
        case e.Repay():
            notes.append(message("price.repay", amount=worth(state, effect.amount)))
        case e.Reschedule():
            notes.append(message("price.swap", count=effect.months))
        case e.Claim():
            notes.append(message("price.claim", right=Message(f"right.{effect.right}.title")))
        case e.Work():
            notes.append(message("price.work"))
        case e.Limit():
            notes.append(message("price.limit", amount=effect.change))
        case e.Morale():
            if effect.points:
                notes.append(message("price.lamp_up" if effect.points > 0 else "price.lamp_down"))
        case e.Health():
            if effect.points:
                notes.append(message("price.health_up" if effect.points > 0 else "price.health_down"))
        case _:
            pass
    return option


def _later(option: Option, effect: e.Later) -> Option:
    """Something may come back: the chance as a band in words, before the choice."""
    chance = sum(outcome.chance for outcome in effect.outcomes)
    said = message(f"price.later_{band(chance)}", count=effect.delay)
    return replace(option, chance=said)

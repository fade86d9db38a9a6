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
            way = "up" if effect.change > 0 else "down"
            notes.append(message(f"price.limit_{way}", amount=abs(effect.change)))
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
    """What may come back, before the choice: a cost, money, a new question, work. Only words are not told.

    Of several the one that costs is told; where the same letter may bring money instead, both are.
    """
    costs = sum(outcome.chance for outcome in effect.outcomes if _asks(outcome.effects))
    brings = sum(
        outcome.chance for outcome in effect.outcomes if _gives(outcome.effects) and not _asks(outcome.effects)
    )
    asked = sum(outcome.chance for outcome in effect.outcomes if outcome.dilemma)
    if costs and brings:
        return replace(option, chance=message("price.later_either"))
    if costs:
        return replace(option, chance=message(f"price.later_cost_{band(costs)}"))
    if asked:
        said = "price.later_question" if band(asked) == ALWAYS else "price.later_question_perhaps"
        return replace(option, chance=option.chance or message(said))
    if brings:
        return replace(option, chance=option.chance or message(f"price.later_money_{band(brings)}"))
    if any(isinstance(one, e.Work) for outcome in effect.outcomes for one in outcome.effects):
        return replace(option, chance=option.chance or message("price.later_work"))
    return option


def _asks(effects: Iterable[e.Effect]) -> bool:
    """Whether any of these costs money."""
    return any(_flow(effect) < 0 for effect in effects)


def _gives(effects: Iterable[e.Effect]) -> bool:
    """Whether any of these brings money or saves some."""
    return any(_flow(effect) > 0 for effect in effects)


def _flow(effect: e.Effect) -> int:
    """1: money comes, -1: money goes, 0: neither."""
    match effect:
        case e.Pay() | e.Borrow():
            return -1
        case e.Receive():
            return 1
        case e.Gain():
            return -1 if effect.monthly.cents < 0 else 1
        case e.Spend():
            return 1 if effect.monthly.cents < 0 else -1
        case e.EnvelopeChange():
            return -1 if effect.monthly + effect.percent > 0 else 1
        case e.BillChange():
            return -1 if effect.monthly > 0 else 1
        case e.IncomeChange():
            return 1 if effect.monthly + effect.permille > 0 else -1
    return 0

"""What the effects of an option bring or cost in one month at best, without regard to how they are paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from game.engine.living import worth
from game.model import effects as e
from game.model.scenario import Dilemma
from game.model.state import State
from game.model.units import Cents, Month, half_up

Whole = Mapping[str, frozenset[Month]]  # person -> months in which the whole pay is surely gone
NO_PAY: Whole = {}


def most(state: State, card: Dilemma, whole: Whole) -> tuple[Cents, ...]:
    """The most that a card can bring until the end when it is answered in a month or later; at least nothing."""
    months = state.world.months
    best = [0] * months
    for choice in card.choices:
        for month, cents in enumerate(_totals(state, choice.effects, whole)):
            best[month] = max(best[month], cents)
    for month in range(months - 2, -1, -1):
        best[month] = max(best[month], best[month + 1])
    return tuple(best)


def _totals(state: State, effects: Iterable[e.Effect], whole: Whole) -> list[Cents]:
    """What effects bring until the end when they come in each month."""
    months = state.world.months
    pays = [effect for effect in effects if isinstance(effect, e.IncomeChange)]
    others = [effect for effect in effects if not isinstance(effect, e.IncomeChange)]
    total = list(accumulate(net_of(state, others, age, NO_PAY, age) for age in range(months)))[::-1]
    for effect in pays:
        for month, cents in enumerate(_pay_totals(state, effect, whole)):
            total[month] += cents
    return total


def _pay_totals(state: State, effect: e.IncomeChange, whole: Whole) -> Iterator[Cents]:
    """What more pay brings until the end when it is agreed in each month; nothing in months without work."""
    months = state.world.months
    more = max(0, effect.monthly) + max(0, part_of_pay(state, effect.person, effect.permille))
    gone = whole.get(effect.person, frozenset())
    for month in range(months):
        first = month + max(1, effect.start)
        last = min(months, first + effect.months if effect.months else months)
        yield more * sum(then not in gone for then in range(first, last)) if more else 0


def most_monthly(state: State, card: Dilemma, whole: Whole) -> Cents:
    """The most that a card adds to each month long after."""
    last = state.world.months - 1
    long = state.world.months
    return max([0, *(net_of(state, choice.effects, long, whole, last) for choice in card.choices)])


def net_of(state: State, effects: Iterable[e.Effect], age: int, whole: Whole, month: Month, sure: bool = True) -> Cents:
    """What effects bring in `month`, `age` months after they came; what they cost only if they are sure to come."""
    total = 0
    for effect in effects:
        cents = in_month(state, effect, age, whole, month)
        total += cents if sure or cents > 0 else 0
    return total


def in_month(state: State, effect: e.Effect, age: int, whole: Whole, month: Month) -> Cents:
    """What one effect brings (costs: negative) in `month`, `age` months after it came."""
    match effect:
        case e.Receive(amount):
            return worth(state, amount) if age == 0 else 0
        case e.Pay(amount):
            return -worth(state, amount) if age == 0 else 0
        case e.Borrow(_, amount, _, cash):
            return -worth(state, amount) if age == 0 and not cash else 0
        case e.Spend(monthly, months, _, start):
            return -worth(state, monthly) if _runs(age, start, months) else 0
        case e.Gain(monthly, months, start):
            return worth(state, monthly) if _runs(age, start, months) else 0
        case e.BillChange(_, less, months, start):
            return -less if _runs(age, start, months) else 0
        case e.IncomeChange(person, more, permille, months, start):
            # less pay may fall on pay that is lost anyway
            gone = month in whole.get(person, ()) or not _runs(age, max(1, start), months)
            return 0 if gone else max(0, more) + max(0, part_of_pay(state, person, permille))
        case e.EnvelopeChange(envelope, less, percent, months, start):
            return -less - _dearer(state, envelope, percent) if _runs(age, start, months) else 0
        case e.Later(delay, outcomes):
            return max([0, *(net_of(state, each.effects, age - delay, whole, month, False) for each in outcomes)])
    return 0


def part_of_pay(state: State, person: str, permille: int) -> Cents:
    """A part of a person's pay, a tenth more for what the index may add."""
    pay = sum(i.amount for i in state.world.household.incomes if i.person == person and i.kind == "pay")
    return half_up(pay * permille * 11, 10_000)


def work(effects: Iterable[e.Effect]) -> int:
    """How far effects can raise the chance to find work, parts of 10,000."""
    total = 0
    for effect in effects:
        if isinstance(effect, e.Work):
            total += effect.chance
        elif isinstance(effect, e.Later):
            total += max((work(outcome.effects) for outcome in effect.outcomes), default=0)
    return total


def _runs(age: int, start: int, months: int) -> bool:
    return age >= start and (not months or age < start + months)


def _dearer(state: State, envelope: str, percent: int) -> Cents:
    found = sum(each.comfortable for each in state.world.household.envelopes if each.id == envelope)
    return found * percent // 100 if percent < 0 else 0

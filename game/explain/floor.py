"""The least that living can cost and the most that can come in, month by month, whatever is answered.

Free credit, every right from the earliest month, envelopes at their tight level, each card by its
kindest option. What a shock takes counts only where nothing that is chosen can avoid it; what it gives
always counts. So no way through the game can do better: the ground of the lower bound (spiral.md 4.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.engine.advice import COURSE_FOR
from game.engine.conditions import holds
from game.engine.living import worth
from game.engine.parting import SHARED
from game.engine.play import opened
from game.engine.shocks import roll
from game.engine.world import calendar
from game.explain.brings import NO_PAY, Whole, most, most_monthly, net_of, work
from game.explain.forks import PIECE, Pieces, at_once
from game.model import effects as e
from game.model.conditions import Condition, Test
from game.model.scenario import Loss, Right, Shock
from game.model.state import State, World
from game.model.units import Cents, Month, half_up

STATIC = frozenset(("months", "season", "has_child", "tenant", "owner"))  # no answer changes what they say
ONCE = frozenset(("employed", "couple"))  # nor these, before the first loss or parting
LEAVING = ("separation", "death")
FAR = 9999
HALF_EURO = 50  # an envelope is rounded to the euro


@dataclass(frozen=True, slots=True)
class Asked:
    """What a right can bring, from which month it may be asked for, and what it cannot stand beside."""

    earliest: Month
    monthly: tuple[Cents, ...]  # what each month can bring
    months: int  # at most so many of them; 0: no end
    once: Cents
    yearly: bool
    instead_of: tuple[str, ...]  # rights that must not be open or running

    def from_month(self, begins: Month) -> Cents:
        """All that payments from `begins` on can bring."""
        months = self.monthly[begins:]
        if not months:
            return 0
        paid = sum(sorted(months, reverse=True)[: self.months] if self.months else months)
        return paid + self.once * (1 + (len(months) - 1) // 12 if self.yearly else 1)


@dataclass(frozen=True, slots=True)
class Floor:
    """Best case by month. `margins` are cents that each month can add at best, without rights and cards."""

    margins: tuple[Cents, ...]
    living: tuple[Cents, ...]  # the least that each month costs: bills, tight envelopes, the calendar
    rights: Mapping[str, Asked]
    cards: Mapping[str, tuple[Cents, ...]]  # card -> the most it can bring when it is answered from a month on
    monthly: Mapping[str, Cents]  # card -> the most it can add to each month long after
    car: Cents  # what a car that is taken back pays off, at most
    whole: Whole

    def after(self, month: Month) -> Cents:
        """All that the months after this one can add."""
        return sum(self.margins[month + 1 :])


@dataclass(frozen=True, slots=True)
class Sure:
    """A loss of pay that nothing can avoid: whose, from what month, and when work is found at the earliest."""

    terms: Loss
    came: Month
    found: Month


def floor_of(world: World, with_cards: bool = True) -> Floor:
    """The best case of this world's months; without the cards it is soon reckoned, and no case at all."""
    return at_once(floor_in_pieces(world, with_cards))


def floor_in_pieces(world: World, with_cards: bool = True) -> Pieces[Floor]:
    """The same with a pause after each few cards."""
    state = opened(world)
    months = range(world.months)
    losses = list(_sure(state))
    lost = [_lost(world, losses, month) for month in months]
    whole = {
        person: frozenset(m for m in months if lost[m].get(person, 0) >= _pay(world, person, m) > 0)
        for person in {sure.terms.person for sure in losses}
    }
    known = world.windows.keys() | world.content.dilemmas.keys()
    cards = {name: card for name, card in world.cards.items() if with_cards and name in known}
    gains: dict[str, tuple[Cents, ...]] = {}
    for name, card in cards.items():
        gains[name] = most(state, card, whole)
        if len(gains) % PIECE == 0:
            yield None
    return Floor(
        tuple(_margin(state, month, lost[month]) for month in months),
        tuple(_living(state, month) + max(0, -_yearly(state, month)) for month in months),
        {name: asked for name, right in world.rights.items() if (asked := _asked(state, right, losses))},
        {name: gain for name, gain in gains.items() if gain[0] > 0},
        {name: cents for name, card in cards.items() if (cents := most_monthly(state, card, whole)) > 0},
        _car(state),
        whole,
    )


def certain(state: State, shock: Shock, month: Month) -> bool:
    """Whether a scheduled shock meets this household whatever it answers."""
    words = {test.word for test in shock.when}
    if words - STATIC - ONCE:
        return False
    earlier = [name for when, name in state.world.schedule if when < month]
    if words & ONCE and any(state.world.shocks[name].losses or _leaves(state.world, name) for name in earlier):
        return False
    return _at(state, month, shock.when)


def _at(state: State, month: Month, condition: Condition) -> bool:
    then = state.copy()
    then.month = month
    return holds(then, condition)


def _leaves(world: World, name: str) -> bool:
    return world.shocks[name].kind in LEAVING


def _pay(world: World, person: str, month: Month) -> Cents:
    return sum(
        _indexed(world, income.amount, month) if income.indexed else income.amount
        for income in world.household.earnings_of(person)
    )


def _indexed(world: World, amount: Cents, month: Month) -> Cents:
    return half_up(amount * world.index[month], world.index[0])


def _margin(state: State, month: Month, lost: Mapping[str, Cents]) -> Cents:
    """Income at best less living at least, in one month."""
    world = state.world
    total = -_living(state, month) + _yearly(state, month)
    for income in world.household.incomes:
        total += _indexed(world, income.amount, month) if income.indexed else income.amount
    total -= sum(min(cents, _pay(world, person, month)) for person, cents in lost.items())
    for came, effects, sure in _changes(state):
        if month >= came:
            total += net_of(state, effects, month - came, NO_PAY, month, sure)
    return _parted(state, month, total)


def _living(state: State, month: Month) -> Cents:
    """Bills and tight envelopes, less all that courses and groceries can take off."""
    world = state.world
    total = sum(bill.amount for bill in world.household.bills)
    for envelope in world.household.envelopes:
        if envelope.id != "saving":
            less = 1000 - _cheaper(world, envelope.id)
            total += envelope.tight * world.prices[month] * less // 10_000_000 - HALF_EURO
    return total


def _cheaper(world: World, envelope: str) -> int:
    """Permille that rights and the course can take off an envelope."""
    less = world.figures["training_percent"] // 10 if envelope in COURSE_FOR else 0
    for right in world.rights.values():
        for effect in right.effects:
            if isinstance(effect, e.EnvelopeChange) and effect.envelope == envelope and effect.percent < 0:
                less -= effect.percent * 10
    return min(1000, less)


def _sure(state: State) -> Iterator[Sure]:
    world = state.world
    for came, name in world.schedule:
        if certain(state, world.shocks[name], came):
            for terms in world.shocks[name].losses:
                yield Sure(terms, came, _work_found(world, terms, came) if terms.found_chance else FAR)


def _lost(world: World, losses: list[Sure], month: Month) -> dict[str, Cents]:
    """What shocks surely take off each person's pay this month; the largest where they overlap."""
    found: dict[str, Cents] = {}
    for sure in losses:
        cents = _loss(sure, _pay(world, sure.terms.person, month), month)
        found[sure.terms.person] = max(found.get(sure.terms.person, 0), cents)
    return found


def _loss(sure: Sure, pay: Cents, month: Month) -> Cents:
    terms = sure.terms
    start = sure.came + terms.start
    if month < start or (terms.months and month >= start + terms.months):
        return 0
    if month >= sure.found:
        return max(0, pay - terms.found_pay)
    if month == start and terms.first_month_kept:
        return max(0, pay - terms.first_month_kept)
    return terms.takes(pay)


def _work_found(world: World, terms: Loss, came: Month) -> Month:
    """The first month in which work can be found, with every chance raised as far as cards and letters may."""
    raised = sum(max((work(choice.effects) for choice in card.choices), default=0) for card in world.cards.values())
    raised += sum(work(world.shocks[name].effects) for _, name in world.schedule)
    chance = (terms.found_chance + raised) * 100
    months = range(came + terms.found_from, world.months)
    return next((month for month in months if roll(world.seed, month, f"work.{terms.person}") < chance), FAR)


def _changes(state: State) -> Iterator[tuple[Month, tuple[e.Effect, ...], bool]]:
    """Month, effects and whether they are sure: of scheduled shocks and of what everybody knows will come."""
    world = state.world
    for month, name in world.schedule:
        yield month, world.shocks[name].effects, certain(state, world.shocks[name], month)
    for known in world.household.known:
        yield known.month, known.effects, not known.when


def _yearly(state: State, month: Month) -> Cents:
    """What the calendar brings, less what it surely asks for; money back for a mild winter."""
    world = state.world
    of_year = calendar(world.household, month)[1]
    total = sum(
        -cost.amount
        for cost in world.household.yearly
        if cost.month == of_year and (cost.amount < 0 or not (cost.wish or cost.card))
    )
    energy = next((each.comfortable for each in world.household.envelopes if each.id == "energy"), 0)
    if of_year == 3 and month:
        weather = roll(world.seed, month, "weather") * 2 - 1_000_000
        year = min(12, month + 1) * energy * 11 // 10
        total += max(0, -half_up(year * world.figures["weather_percent"] * weather, 10_000 * 1_000_000))
    return total


def _parted(state: State, month: Month, whole: Cents) -> Cents:
    """The margin after a parting that may have come: envelopes of one person fewer, child support, no pay less."""
    world = state.world
    if not any(_leaves(world, name) and came < month for came, name in world.schedule):
        return whole
    less = 10_000 - world.figures["separation_rest_percent"]
    shared = (each.comfortable for each in world.household.envelopes if each.id in SHARED)
    saved = sum(cents * world.prices[month] * less // 100_000_000 for cents in shared)
    children = sum(person.child for person in world.household.people)
    return whole + saved + children * world.figures["child_support"]


def _asked(state: State, right: Right, losses: list[Sure]) -> Asked | None:
    """What this right can bring; None when it can never be asked for."""
    world = state.world
    earliest = _earliest(world, right)
    if earliest >= world.months:
        return None
    growth = max(world.index) if right.indexed else world.index[0]
    monthly = -(-worth(state, right.monthly) * growth // world.index[0])
    shadow = _shadow(world, right, losses)
    return Asked(
        earliest,
        tuple(max(0, monthly - shadow[month]) for month in range(world.months)),
        right.months,
        worth(state, right.once),
        right.yearly,
        tuple(_instead_of(right.when)),
    )


def _shadow(world: World, right: Right, losses: list[Sure]) -> list[Cents]:
    """The new pay that each month is reckoned with: a benefit for being without work ends when work is found."""
    pay = [0] * world.months
    people = {str(value) for test in right.when if test.word == "without_work" for value in _names(test)}
    found = [sure for sure in losses if sure.terms.person in people and sure.found < world.months]
    if right.while_holding and len(people) == 1 and len(found) == 1:
        for month in range(found[0].found, world.months):
            pay[month] = found[0].terms.found_pay
    return pay


def _names(test: Test) -> frozenset[str]:
    return frozenset(str(value) for value in test.value) if isinstance(test.value, frozenset) else frozenset()


def _instead_of(condition: Condition) -> Iterator[str]:
    """Rights that must be neither open nor asked for, so that this one can be asked for."""
    for test in condition:
        inner = test.value if test.word == "not" and isinstance(test.value, tuple) else ()
        for each in inner:
            yield from _rights_in(each)


def _rights_in(condition: object) -> Iterator[str]:
    for test in condition if isinstance(condition, tuple) else ():
        if isinstance(test, Test) and test.word == "right_asked":
            yield from sorted(_names(test))
        elif isinstance(test, Test) and test.word == "any" and isinstance(test.value, tuple):
            for each in test.value:
                yield from _rights_in(each)


def _earliest(world: World, right: Right) -> Month:
    """The first month in which this right may be asked for at best; a far one when never."""
    first = 0
    if right.ask == "letter" and not _opened_by_a_card(world, right.id):
        first = min((month for month, name in world.schedule if right.id in world.shocks[name].rights), default=FAR)
    for test in right.when:
        if test.word == "without_work":
            lost = [
                month + terms.start - 1
                for month, name in world.schedule
                for terms in world.shocks[name].losses
                if terms.person in _names(test) and terms.permille >= 1000
            ]
            first = max(first, min(lost, default=FAR))
        elif test.word == "after_shock":
            came = [month for month, name in world.schedule if {name, world.shocks[name].kind} & _names(test)]
            first = max(first, min(came, default=FAR))
    return first


def _opened_by_a_card(world: World, right: str) -> bool:
    effects = (each for card in world.cards.values() for choice in card.choices for each in choice.effects)
    return any(isinstance(each, e.OpenRight | e.Claim) and each.right == right for each in effects)


def _car(state: State) -> Cents:
    """What a sale of a car that was taken back pays off at most."""
    content = state.world.content
    total = 0
    for debt in state.world.household.debts:
        creditor = content.creditors.get(content.products[debt.product].creditor)
        if creditor and any("repossess" in step.does for step in creditor.steps):
            total += debt.balance
    return total

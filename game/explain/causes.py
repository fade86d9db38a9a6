"""Which causes a game had, and the worlds in which one of them is not real (spiral.md 3.1).

Causes are the kinds of shock that were drawn, four groups of choices, the prices of credit, and late
fees. Each has one fixed alternative: this kind of shock did not come; the adviser's rule answers;
no rate above the reference rate; no late fee. A world is what a branch is played in: everything that
is not an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.engine.living import worth
from game.explain.attribution import MOST_PLAYERS
from game.model import effects as e
from game.model.scenario import Choice, CreditorKind, Dilemma
from game.model.state import State, World
from game.model.units import Cents, Month, Rate

CHOICES = ("spend", "credit", "late", "rights")
PRICE, FEES, OTHER = "price", "fees", "other"
GROUP = {
    "spend": "choices",
    "credit": "choices",
    "late": "choices",
    "rights": "rights",
    PRICE: "prices",
    FEES: "prices",
}
LATE_FEES = (
    "collection_minimum",
    "collection_percent",
    "fns_extra_percent",
    "rejected_debit_fee",
    "overrun_fee",
)
RATES = ("overdraft_rate", "overdraft_rate_overrun", "bank_loan_rate", "consumer_loan_weak_rate", "legal_interest")
TRIAGE = {
    "wait": "late",
    "half": "late",
    "ask": "late",
    "parts": "late",
    "adviser": "late",
    "tighten": "spend",
    "savings": "spend",
    "go_without": "spend",
    "close": "spend",
    "overdraft": "credit",
    "card": "credit",
    "instalments": "credit",
    "family": "credit",
}
STANDING = {"plan": "spend", "debit": "spend", "mail": "late", "withdraw": "credit"}
KINDS = {"joy": "spend", "shock": "rights", "offer": "credit", "platform": "late", "talk": "late", "order": "late"}
LOANS = ("bank", "advance")
_FREE = e.Amount()


def group_of(cause: str) -> str:
    """Luck, rights, choices or prices."""
    return GROUP.get(cause, "luck")


def about(state: State, option: str, adviser: str) -> str:
    """The group that an answer to the question on the table belongs to (rules.md 2, "About").

    A call that is not made belongs to what the adviser would have called for.
    """
    kind, name = state.queue[0]
    if kind == "dilemma":
        return state.world.cards[name].about
    if kind == "triage":
        return _triage(state, option)
    if kind == "call":
        return about_call(adviser if option == "nobody" else option)
    return KINDS.get(kind, "late")


def about_call(option: str) -> str:
    """Who is called: a right, a loan, or somebody who may wait or help."""
    if option.startswith("right."):
        return "rights"
    return "credit" if option in LOANS else "late"


def about_standing(name: str, value: str) -> str:
    """The group of a change of the plan, of the mail, of a debit, or of a call made early."""
    kind = name.partition(".")[0]
    return about_call(value) if kind == "call" else STANDING.get(kind, "late")


def _triage(state: State, option: str) -> str:
    if option == "same":
        live = [name for name in state.last_triage if name != "same"]
        option = live[0] if live else "close"
    return TRIAGE.get(option.partition(".")[0], "late")


@dataclass(frozen=True, slots=True)
class Worlds:
    """The world as it was played, and what each cause takes away from it.

    `players` are the causes in the order in which ties are settled; `kinds` says which kinds of shock
    each cause of luck stands for.
    """

    played: World
    players: tuple[str, ...]
    kinds: Mapping[str, frozenset[str]]
    made: dict[frozenset[str], World]  # kept once they were asked for; the same question, the same world

    def without(self, off: Iterable[str]) -> World:
        """The world in which these causes are not real. Choices are not part of a world."""
        key = frozenset(cause for cause in off if cause not in CHOICES)
        world = self.made.get(key)
        if world is None:
            world = self.made[key] = self._without(key)
        return world

    def moved(self, state: State, off: frozenset[str]) -> State:
        """A copy of `state` put into the world without these causes; there running credits are cheap from now on."""
        after = state.copy()
        after.world = self.without(off)
        if PRICE in off:
            highest = reference_rate(after.world)
            for line in after.lines.values():
                line.rate = min(line.rate, highest)
            for unpaid in after.unpaid.values():
                unpaid.rate = min(unpaid.rate, highest)
        return after

    def _without(self, off: frozenset[str]) -> World:
        world = self.played
        gone = frozenset(kind for cause in off for kind in self.kinds.get(cause, ()))
        if gone:
            kept = tuple((month, name) for month, name in world.schedule if world.shocks[name].kind not in gone)
            world = replace(world, schedule=kept)
        if PRICE in off:
            world = _capped(world)
        return _without_fees(world) if FEES in off else world

    def player_of(self, kind: str) -> str:
        """The cause that stands for a kind of shock."""
        return next((cause for cause, kinds in self.kinds.items() if kind in kinds), kind)


def worlds(state: State, months: Month, deviating: frozenset[str]) -> Worlds:
    """The worlds of this game, ending after `months`. `deviating`: groups in which the player left the adviser's rules.

    With more than ten causes the kinds of shock with the smallest sums at once become one.
    """
    world = replace(state.world, months=months, recording=False)
    drawn = [name for month, name in world.schedule if month < months]
    kinds = list(dict.fromkeys(world.shocks[name].kind for name in drawn))
    choices = [cause for cause in CHOICES if cause in deviating]
    room = MOST_PLAYERS - len(choices) - 2
    named = {kind: frozenset((kind,)) for kind in kinds}
    if len(kinds) > room:
        sums = {kind: sum(at_once(state, n) for n in drawn if world.shocks[n].kind == kind) for kind in kinds}
        small = sorted(kinds, key=lambda kind: (sums[kind], kinds.index(kind)))[: len(kinds) - room + 1]
        named = {kind: frozenset((kind,)) for kind in kinds if kind not in small} | {OTHER: frozenset(small)}
    return Worlds(world, (*named, *choices, PRICE, FEES), named, {frozenset(): world})


def at_once(state: State, shock: str) -> Cents:
    """What a shock costs in its own month."""
    return sum(worth(state, effect.amount) for effect in state.world.shocks[shock].effects if isinstance(effect, e.Pay))


def reference_rate(world: World) -> Rate:
    """The rate above which a credit counts as dear, basis points a year."""
    return world.figures["reference_rate"]


def _capped(world: World) -> World:
    """No rate above the reference rate, in contracts, products, offers and cards."""
    highest = reference_rate(world)
    content = world.content
    names = {*RATES, *(product.rate for product in content.products.values())}
    names |= {offer.rate for offer in content.offers.values()}
    monthly = {kind.late_rate for kind in content.creditors.values()} - names
    figures = dict(world.figures)
    for name in names & figures.keys():
        figures[name] = min(figures[name], highest)
    for name in monthly & figures.keys():
        figures[name] = min(figures[name], highest // 12)
    debts = tuple(replace(debt, rate=min(debt.rate, highest)) for debt in world.household.debts)
    cards = {name: _cheap(card, highest) for name, card in world.cards.items()}
    return replace(world, figures=figures, household=replace(world.household, debts=debts), cards=cards)


def _cheap(card: Dilemma, highest: Rate) -> Dilemma:
    if not any(_dear(choice, highest) for choice in card.choices):
        return card
    return replace(card, choices=tuple(_cheaper(choice, highest) for choice in card.choices))


def _dear(choice: Choice, highest: Rate) -> bool:
    return any(
        isinstance(effect, e.Borrow | e.Reschedule) and (effect.rate or 0) > highest for effect in choice.effects
    )


def _cheaper(choice: Choice, highest: Rate) -> Choice:
    if not _dear(choice, highest):
        return choice
    effects = tuple(
        replace(effect, rate=min(effect.rate or 0, highest))
        if isinstance(effect, e.Borrow | e.Reschedule) and effect.rate is not None
        else effect
        for effect in choice.effects
    )
    return replace(choice, effects=effects)


def _without_fees(world: World) -> World:
    """No creditor's letter costs anything, nor a rejected debit, nor going beyond the limit."""
    figures = {name: 0 if name in LATE_FEES else value for name, value in world.figures.items()}
    creditors = {name: _unpriced(kind) for name, kind in world.content.creditors.items()}
    return replace(world, figures=figures, content=replace(world.content, creditors=creditors))


def _unpriced(kind: CreditorKind) -> CreditorKind:
    return replace(kind, steps=tuple(replace(step, fee=_FREE) for step in kind.steps))

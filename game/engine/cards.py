"""Which card lies on the table this month (rules.md 3, step 4), and what an answer to it does."""

from __future__ import annotations

from dataclasses import replace

from game.engine.conditions import holds
from game.engine.effects import Origin, apply, feel, possible
from game.engine.living import RANK
from game.engine.shocks import roll
from game.engine.world import calendar
from game.model.game import Due, Letter
from game.model.household import Joy
from game.model.message import Message
from game.model.scenario import Choice, Dilemma
from game.model.state import Announced, State

MOST = 2  # cards a month
EMPTY = 2  # months without a card, then one comes surely
JOYLESS = 3  # months without a joy
MILLION = 1_000_000


def live_choices(state: State, card: Dilemma) -> tuple[Choice, ...]:
    """The options that can be taken now."""
    return tuple(choice for choice in card.choices if holds(state, choice.when) and possible(state, choice.effects))


def draw(state: State) -> None:
    """Put this month's cards in the queue; letters that earlier answers announced arrive by themselves."""
    names = _announced(state)
    if not names and (card := _own(state) or _shared(state)):
        names = [card.id]
    state.queue = (*state.queue, *(("dilemma", name) for name in names))
    if joy := _joy(state, busy=len(names) == 1):
        state.queue = (*state.queue, ("joy", joy.id))


def _announced(state: State) -> list[str]:
    names: list[str] = []
    kept: list[Announced] = []
    for coming in state.announced:
        if coming.month > state.month:
            kept.append(coming)
        elif coming.outcome.dilemma and len(names) >= MOST:
            kept.append(replace(coming, month=state.month + 1))
        else:
            _arrive(state, coming)
            card = state.world.cards.get(coming.outcome.dilemma)
            if card and card.id not in state.played and len(live_choices(state, card)) > 1:
                names.append(card.id)
                state.counts[f"from.{card.id}"] = coming.chosen
    state.announced = tuple(kept)
    return names


def _arrive(state: State, coming: Announced) -> None:
    outcome = coming.outcome
    if outcome.letter:
        said = Message(outcome.letter, (("month", coming.chosen),))
        name = Message(coming.name)
        letter = Letter(f"later.{coming.cause[1]}", state.month, "white", name, name, said, said, icon="letter")
        state.mail = (*state.mail, letter)
        state.said = (*state.said, said)
    origin = Origin(coming.cause, coming.name, coming.card, coming.option, coming.chosen)
    apply(state, outcome.effects, origin)


def _own(state: State) -> Dilemma | None:
    """Of the household's cards that are open and unplayed, the one whose window ends first."""
    month = state.month
    open_cards = [
        (state.world.windows[card.id][1], place, card)
        for place, card in enumerate(state.world.own)
        if card.id not in state.played
        and state.world.windows[card.id][0] <= month <= state.world.windows[card.id][1]
        and holds(state, card.when)
        and len(live_choices(state, card)) > 1
    ]
    if not open_cards:
        return None
    last, _, card = min(open_cards)
    chance = state.world.figures["own_card_chance"] * 100
    return card if last == month or roll(state.world.seed, month, "own") < chance else None


def _shared(state: State) -> Dilemma | None:
    month = state.month
    cards = {name: played for name, played in state.played.items() if name in state.world.cards}
    sure = month == 0 or month - max(cards.values(), default=-1) > EMPTY
    if not sure and roll(state.world.seed, month, "deck") >= state.world.figures["deck_card_chance"] * 100:
        return None
    latest = max(cards, key=lambda name: cards[name], default="")
    family = state.world.cards[latest].family if latest else ""
    order = state.world.deck_joyless if state.joy_months >= JOYLESS else state.world.deck
    return next(
        (
            card
            for card in order
            if card.id not in state.played
            and not (family and card.family == family)
            and holds(state, card.when)
            and len(live_choices(state, card)) > 1
        ),
        None,
    )


def _joy(state: State, busy: bool) -> Joy | None:
    """The household's own small joy of this quarter, offered once, beside another card if there is one.

    So that quiet months stay quiet; in the last month of the quarter it comes in any case.
    """
    of_year = calendar(state.world.household, state.month)[1]
    quarter = (of_year - 1) // 3 + 1
    for joy in state.world.household.joys:
        key = f"joy.{joy.id}"
        if joy.quarter == quarter and state.month - state.played.get(key, -99) > 3:
            last = of_year % 3 == 0
            if last or (busy and roll(state.world.seed, state.month, "joy") < MILLION // 2):
                return joy
    return None


def answer_dilemma(state: State, name: str, option: str) -> None:
    """Do what the chosen option says."""
    card = state.world.cards[name]
    choice = next(choice for choice in card.choices if choice.id == option)
    state.played[name] = state.month
    if card.joy:
        state.joy_months = 0
    origin = Origin(("answer", f"{name}.{option}"), card.title, name, option, state.month)
    apply(state, choice.effects, origin)


def answer_joy(state: State, name: str, option: str) -> None:
    """A small joy costs what it costs, and lifts for about three months."""
    joy = next(joy for joy in state.world.household.joys if joy.id == name)
    state.played[f"joy.{name}"] = state.month
    if option != "go":
        return
    state.joy_months = 0
    feel(state, state.world.figures["morale_joy"], state.world.figures["health_joy"])
    if joy.cost:
        household = state.world.household.id
        state.one_offs = (
            *state.one_offs,
            Due(
                f"once.joy.{name}",
                RANK["one_off"],
                joy.cost,
                "expense:one_off",
                "one_off",
                Message(f"household.{household}.joys.{name}.title"),
                cause=("answer", f"joy.{name}"),
            ),
        )

"""What one field cannot tell and one file can: CHECKS, a tuple of small functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game.content.cards import Card
from game.content.effects import LaterWords
from game.content.fields import Reference
from game.content.found import Found
from game.content.households import HouseholdWords
from game.content.money import CreditorWords, ProductWords
from game.content.shape import Shape
from game.content.shocks import ActShock, ShockWords, SureShock
from game.content.source import Word

MOST_OPTIONS = 4
MOST_CHANGES = 3
FIRST_SHOCK = 3  # month of the game


def everything(value: Any) -> Iterator[Shape | Reference]:
    """All shapes and references inside a shape, itself first, in the order of its fields."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, Shape):
        yield value
        for name in type(value).model_fields:
            yield from everything(getattr(value, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(key)
            yield from everything(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from everything(inner)


def cards_in(shape: Shape) -> list[Card]:
    """The card itself, or the own cards of a household."""
    if isinstance(shape, Card):
        return [shape]
    return list(shape.cards) if isinstance(shape, HouseholdWords) else []


def shocks_in(shape: Shape) -> list[ShockWords]:
    """The shock itself, or the own shocks of a household."""
    if isinstance(shape, ShockWords):
        return [shape]
    return [*shape.sure, *shape.second_act] if isinstance(shape, HouseholdWords) else []


def too_few_or_many(shape: Shape) -> Iterator[Found]:
    """A card has two to four options, a shock at most three changes."""
    for card in cards_in(shape):
        if len(card.options) == 1:
            yield Found(card.place, "too-few", f"card '{card.id}' has one option", "a choice needs two, better three")
        if len(card.options) > MOST_OPTIONS:
            yield Found(
                card.options[MOST_OPTIONS].place,
                "too-many",
                f"card '{card.id}' has {len(card.options)} options",
                "a screen holds four",
            )
    for shock in shocks_in(shape):
        if len(shock.changes) > MOST_CHANGES:
            yield Found(
                shock.changes[MOST_CHANGES].place,
                "too-many",
                f"shock '{shock.id}' has {len(shock.changes)} lines of what changes",
                "a letter holds three",
            )


def all_use_call(shape: Shape) -> Iterator[Found]:
    """When the call of the month is used, something must be left to choose."""
    for card in cards_in(shape):
        if len(card.options) > 1 and all(option.call is not None for option in card.options):
            yield Found(
                card.options[0].place,
                "all-use-call",
                f"every option of '{card.id}' uses the month's call",
                "add one that works without a call",
            )


def careful_rules(shape: Shape) -> Iterator[Found]:
    """The last rule always holds, and every rule takes an option of the card."""
    for card in cards_in(shape):
        ids = [str(option.id) for option in card.options]
        if card.careful and card.careful[-1].if_ is not None:
            place = card.careful[-1].place
            yield Found(
                place,
                "no-final-rule",
                f"`careful` of '{card.id}' has no last rule without `if`",
                f"end with - take: {ids[0] if ids else 'an option'}",
            )
        for rule in card.careful:
            if ids and rule.take and rule.take not in ids:
                yield Found(
                    rule.take.place,
                    "unknown-option",
                    f"card '{card.id}' has no option '{rule.take}'",
                    "options here: " + ", ".join(ids),
                )


def chances_add_up(shape: Shape) -> Iterator[Found]:
    """The chances of what comes back are at most 100 % together."""
    for later in everything(shape):
        if isinstance(later, LaterWords) and sum(later.chances()) > 10_000:
            total = sum(later.chances()) / 100
            yield Found(
                later.place,
                "chances-over-100",
                f"the chances of 'later' add up to {total:g} %",
                "make them 100 % or less; what is left is silence",
            )


def _names(shape: Shape) -> Iterator[tuple[str, list[Word]]]:
    for card in cards_in(shape):
        yield f"option of '{card.id}'", [option.id for option in card.options]
    if isinstance(shape, HouseholdWords):
        yield "card", [card.dilemma for card in shape.cards]
        yield "shock", [shock.shock for shock in shocks_in(shape)]
        yield "joy", [joy.joy for joy in shape.joys]
    if isinstance(shape, CreditorWords):
        yield "step", [step.step for step in shape.steps]
    if isinstance(shape, ProductWords):
        yield "offer", [offer.offer for offer in shape.offers]


def names_once(shape: Shape) -> Iterator[Found]:
    """Two things of one file do not share a name."""
    for what, names in _names(shape):
        for index, name in enumerate(names):
            if name and name in names[:index]:
                first = names[names.index(name)].place.line
                yield Found(
                    name.place,
                    "duplicate-id",
                    f"a second {what} is called '{name}'",
                    f"the first one is in line {first}; give this one another name",
                )


def shock_windows(shape: Shape) -> Iterator[Found]:
    """No shock before month 3; two big sure ones keep a month between their windows."""
    if not isinstance(shape, HouseholdWords):
        return
    windowed: list[SureShock | ActShock] = [*shape.sure, *shape.second_act]
    for shock in windowed:
        if shock.window[0] < FIRST_SHOCK:
            yield Found(
                shock.place,
                "out-of-range",
                f"shock '{shock.id}' may come in month {shock.window[0]}",
                f"no shock comes before month {FIRST_SHOCK}: begin the window there",
            )
    big = [shock for shock in windowed if shock.big]
    for index, shock in enumerate(big):
        for other in big[index + 1 :]:
            if isinstance(shock, ActShock):  # only one of the second act comes
                continue
            if shock.window[0] <= other.window[1] + 1 and other.window[0] <= shock.window[1] + 1:
                yield Found(
                    other.place,
                    "windows-touch",
                    f"the windows of the big shocks '{shock.id}' and '{other.id}' touch",
                    "leave a month between them; only one big shock falls in neighbouring months",
                )


CHECKS: tuple[Callable[[Shape], Iterator[Found]], ...] = (
    too_few_or_many,
    all_use_call,
    careful_rules,
    chances_add_up,
    names_once,
    shock_windows,
)


def checked(shape: Shape) -> list[Found]:
    """All that CHECKS find in one file."""
    return [found for check in CHECKS for found in check(shape)]

"""What is settled before the first month: the schedule, shifted windows, figures in force, rights' terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from game.engine.shocks import roll, schedule, sure_ones
from game.model.content import Content
from game.model.game import Move, Settings
from game.model.household import EARNINGS, Household
from game.model.parameters import Parameter
from game.model.scenario import NOTHING, Dilemma, Right, Shock
from game.model.state import World
from game.model.units import Month, half_up

KEPT_WORLDS = 8  # replays ask for the same few again and again
PLACE_WORDS = {"months", "season", "has_child", "couple", "flag", "tenant", "owner", "employed", "members", "not"}


def build_world(
    content: Content,
    household_id: str,
    seed: int,
    months: int,
    settings: Settings,
    moves: tuple[Move, ...],
    recording: bool,
) -> World:
    """The world of one game, shared by its replays. KeyError when the household is unknown."""
    key = ("world", f"{household_id} {seed} {months} {settings} {moves} {recording}")
    if key not in content.memo:
        worlds = [known for known in content.memo if known[0] == "world"]
        for known in worlds[: len(worlds) - KEPT_WORLDS + 1]:
            del content.memo[known]
        content.memo[key] = _build(content, household_id, seed, months, settings, moves, recording)
    world: World = content.memo[key]
    return world


def _build(
    content: Content,
    household_id: str,
    seed: int,
    months: int,
    settings: Settings,
    moves: tuple[Move, ...],
    recording: bool,
) -> World:
    household = content.households[household_id]
    shared = [_for_household(content.shocks[name], household) for name in household.chances]
    own = {shock.id: shock for shock in (*household.sure, *household.second_act, *shared)}
    forced = dict.fromkeys(move.force for move in moves if move.force not in own and move.force in content.shocks)
    others = [_for_household(content.shocks[name], household) for name in forced]
    drawn = () if settings.trial else schedule(household, shared, seed, months, moves, others)
    every = {**own, **{shock.id: shock for shock in others}}
    # removed after the filter: leaving out one kind never moves another
    kept = tuple((month, name) for month, name in drawn if every[name].kind not in settings.without)
    shifts = _shifts(
        household, {shock.id: month for month, shock in sure_ones(household, seed, months)} | _months(drawn)
    )
    figures = _figures(content, household)
    cards = {**content.dilemmas, **{card.id: card for card in household.cards}}
    return World(
        content,
        household,
        seed,
        months,
        settings,
        moves,
        kept,
        every,
        cards,
        tuple(card for card in household.cards if not card.follow_up),
        {card.id: _window(card, shifts) for card in household.cards},
        _rights(content, household, others),
        figures,
        _index(content, household, months),
        shifts,
        price_levels(household, figures["price_rise_percent"], months),
        _deck(content, household, seed, figures, joyless=False),
        _deck(content, household, seed, figures, joyless=True),
        recording,
    )


def calendar(household: Household, month: Month) -> tuple[int, int]:
    """Year and calendar month (1..12) of a month index."""
    ahead = household.start_month - 1 + month
    return household.start_year + ahead // 12, ahead % 12 + 1


def day_of(household: Household, month: Month) -> date:
    """The first day of a month of the game."""
    year, of_year = calendar(household, month)
    return date(year, of_year, 1)


def figure(parameter: Parameter, day: date) -> int:
    """A single figure in whole units: cents for EUR, basis points for per cent, else as it stands."""
    value = parameter.on(day)
    if isinstance(value, tuple):
        raise TypeError(f"{parameter.name} is a table, not one figure")
    scale = 100 if parameter.unit.startswith(("EUR", "%", "per cent")) else 1
    return int((value * scale).to_integral_value(ROUND_HALF_UP))


def _deck(
    content: Content, household: Household, seed: int, figures: dict[str, int], joyless: bool
) -> tuple[Dilemma, ...]:
    """The shared cards in the order in which this game draws them: the lowest roll by weight first."""
    cards = [card for card in content.dilemmas.values() if not card.follow_up and card.id != household.trial]
    cards.sort(key=lambda card: (roll(seed, 0, card.id) * 1000 // weight(card, seed, figures, joyless), card.id))
    return tuple(cards)


def weight(card: Dilemma, seed: int, figures: dict[str, int], joyless: bool) -> int:
    """How likely a card is drawn, in thousandths of the plain one (rules.md 3).

    In its season, for a state of the household, of the game's own lot; a joy more so after months without one.
    """
    words = {test.word for test in card.when}
    total = 1000
    if "season" in words:
        total *= figures["season_weight"]
    if words - PLACE_WORDS:
        total *= figures["state_weight"]
    if card.lot == ("A" if seed % 2 == 0 else "B"):
        total *= figures["lot_weight"]
    if card.joy:
        total = total * figures["joy_weight"] if joyless else total // 2
    return total


def price_levels(household: Household, rise: int, months: int) -> tuple[int, ...]:
    """Prices of envelopes month by month, in parts of 10,000: they rise each January."""
    levels: list[int] = []
    level = 10_000
    for month in range(months + 1):
        if month and calendar(household, month)[1] == 1:
            level = half_up(level * (10_000 + rise), 10_000)
        levels.append(level)
    return tuple(levels)


def _figures(content: Content, household: Household) -> dict[str, int]:
    """The single figures in force on the household's first day, reckoned once for all its games."""
    day = day_of(household, 0)
    key = ("figures", day.isoformat())
    if key not in content.memo:
        content.memo[key] = {
            name: figure(parameter, day)
            for name, parameter in content.parameters.items()
            if parameter.values[0][0] <= day and isinstance(parameter.on(day), Decimal)
        }
    figures: dict[str, int] = content.memo[key]
    return figures


def _index(content: Content, household: Household, months: int) -> tuple[int, ...]:
    """The wage index of every month, in hundredths of a point."""
    key = ("index", f"{day_of(household, 0)} {months}")
    if key not in content.memo:
        wages = content.parameters["index_wage"]
        points = (wages.on(day_of(household, month)) for month in range(months + 1))
        content.memo[key] = tuple(int(value * 100) for value in points if isinstance(value, Decimal))
    index: tuple[int, ...] = content.memo[key]
    return index


def _months(drawn: tuple[tuple[Month, str], ...]) -> dict[str, Month]:
    return {name: month for month, name in drawn}


def _shifts(household: Household, months: dict[str, Month]) -> dict[str, int]:
    """How far each sure shock lies from the middle of its window; a vetoed one as if it had come."""
    return {
        shock.id: months[shock.id] - (shock.first + shock.last) // 2
        for shock in (*household.sure, *household.second_act)
        if shock.id in months
    }


def _window(card: Dilemma, shifts: dict[str, int]) -> tuple[Month, Month]:
    shift = shifts.get(card.shifts_with, 0)
    return card.first + shift, card.last + shift


def _for_household(shock: Shock, household: Household) -> Shock:
    """The shared shock with `main` and `other` replaced by the people of this household."""
    if not any(loss.person in ("main", "other") for loss in shock.losses):
        return shock
    pays = sorted((i for i in household.incomes if i.kind in EARNINGS), key=lambda i: -i.amount)
    names = {"main": pays[0].person if pays else "", "other": pays[1].person if len(pays) > 1 else ""}
    losses = tuple(
        replace(loss, person=names.get(loss.person, loss.person))
        for loss in shock.losses
        if names.get(loss.person, loss.person)
    )
    return replace(shock, losses=losses)


def _rights(content: Content, household: Household, forced: list[Shock]) -> dict[str, Right]:
    """The shared rights with the household's own terms; only those that are worth something to it.

    A forced shock brings the rights of its letter for which the law names a sum.
    """
    named = [content.rights[name] for shock in forced for name in shock.rights]
    rights = {right.id: right for right in named if right.once != NOTHING or right.monthly != NOTHING}
    for terms in household.rights:
        right = content.rights[terms.right]
        changes = {
            name: value
            for name in ("monthly", "once", "when", "months", "delay", "first_payment")
            if (value := getattr(terms, name)) is not None
        }
        rights[right.id] = replace(right, **changes)
    return rights

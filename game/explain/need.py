"""One need, four ways to pay for it; the same shock with more or less in hand: reckoned by the rules of the game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.engine.lending import card_payoff, overdraft_interest, schedule
from game.engine.month import run
from game.engine.play import opened
from game.explain.debrief import Buffered, Way
from game.explain.forks import Branch, Played, in_pieces
from game.model.message import message
from game.model.scenario import Product
from game.model.state import State, World
from game.model.units import Cents, Rate

PRICE: Cents = 64_900  # a washing machine
INSTALMENTS = 12  # months, with the shop
YEAR_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BUFFERS = (0, 1, 3)  # months of essentials


def ways(world: World, price: Cents = PRICE) -> tuple[Way, ...]:
    """The same purchase from own money, on the card at its minimum, in the shop's instalments, on the overdraft.

    The overdraft is paid back in twelve equal parts, its interest each month.
    """
    return (_cash(price), _card(world, price), _shop(world, price), _overdraft(world, price))


def _cash(price: Cents) -> Way:
    return _way("cash", price, 0, price, price)


def _way(id: str, monthly: Cents, months: int, total: Cents, price: Cents) -> Way:
    return Way(id, message(f"explain.way.{id}"), monthly, months, total, total - price)


def _rate(world: World, product: Product) -> Rate:
    return world.figures[product.rate] if product.rate else 0


def _card(world: World, price: Cents) -> Way:
    product = world.content.products["card"]
    least = world.figures[product.minimum_amount] if product.minimum_amount else price
    percent = world.figures[product.minimum_percent] if product.minimum_percent else 0
    paid = card_payoff(price, _rate(world, product), percent, least, None)
    return _way("card", min(price, least), paid.months or 0, price + (paid.total_interest or 0), price)


def _shop(world: World, price: Cents) -> Way:
    product = world.content.products["shop_instalments"]
    plan = schedule(price, _rate(world, product), INSTALMENTS)
    return _way("instalments", plan.instalment, INSTALMENTS, price + plan.total_interest, price)


def _overdraft(world: World, price: Cents) -> Way:
    rate = world.figures["overdraft_rate"]
    part = price // len(YEAR_DAYS)
    interest = [overdraft_interest(price - part * month, rate, days) for month, days in enumerate(YEAR_DAYS)]
    return _way("overdraft", part + interest[0], len(YEAR_DAYS), price + sum(interest), price)


def buffered(played: Played) -> Iterator[Buffered | None]:
    """The same luck and answers, begun with no, one and three months of essentials in hand; None is a pause."""
    month = played.end.rows[0].essentials
    for buffer in BUFFERS:
        world = played.worlds.played
        household = world.household
        account = min(household.account, buffer * month)
        savings = buffer * month - max(0, account)
        begun = opened(replace(world, household=replace(household, account=account, savings=savings)))
        run(begun)
        end = yield from in_pieces(Branch(begun, {}, begun.month), played.choices)
        yield _buffered(buffer, savings, end)


def _buffered(buffer: int, savings: Cents, end: State) -> Buffered:
    rows = end.rows
    return Buffered(
        buffer,
        savings,
        tuple(row.fragile for row in rows),
        tuple(row.buffer for row in rows),
        sum(row.interest + row.fees for row in rows),
        sum(row.arrears > 0 for row in rows),
        rows[-1].stage,
    )

"""Credit that comes by mail: easy when nobody needs it, dearer or refused with arrears (rules.md 7)."""

from __future__ import annotations

from game.engine.conditions import arrears, holds
from game.engine.credit import borrow, card_line, product_rate
from game.engine.living import line_due
from game.engine.shocks import roll
from game.model.scenario import Offer
from game.model.state import State
from game.model.units import Cents, Rate, annuity

YEAR = 12


def draw_offer(state: State) -> None:
    """At most one offer a month, never two months running, four in twelve months; the lowest roll comes."""
    figures = state.world.figures
    recent = [month for month, _ in state.offers]
    if recent and state.month - recent[-1] < figures["offer_pause"]:
        return
    if sum(state.month - month < YEAR for month in recent) >= figures["offers_a_year"]:
        return
    taken = {name for _, name in state.offers}
    drawn = sorted(
        (value, offer.id)
        for offer in state.world.content.offers.values()
        if offer.id not in taken
        and (not offer.tempting or state.opening < 0)
        and (value := roll(state.world.seed, state.month, offer.id)) < offer.chance
        and holds(state, offer.when)
        and (not offer.raises_limit or card_line(state))
    )
    if drawn:
        name = drawn[0][1]
        state.offers = (*state.offers, (state.month, name))
        state.queue = (*state.queue, ("offer", name))


def offer_rate(state: State, offer: Offer) -> Rate | None:
    """The rate this household would get; None when the lender refuses, politely."""
    figures = state.world.figures
    product = state.world.content.products[offer.product]
    own = figures[offer.rate] if offer.rate else product_rate(state, product)
    if offer.raises_limit:
        return own
    income = state.rows[-1].income if state.rows else 0
    burden = sum(line_due(state, line) for line in state.lines.values()) + annuity(offer.amount, own, offer.months)
    if offer.anybody:
        return own if 100_00 * burden <= figures["foreign_percent"] * max(1, income) else None
    missed = any(row.missed or row.arrears for row in state.rows[-YEAR:])
    if not missed and 100_00 * burden <= figures["good_percent"] * income:
        return own
    if not arrears(state) and 100_00 * burden <= figures["weak_percent"] * income:
        return max(own, figures["consumer_loan_weak_rate"]) if product.kind == "loan" else own
    return None


def answer_offer(state: State, name: str, option: str) -> None:
    """Yes: money on the account (or a higher limit); no: the letter goes with the paper."""
    if option != "yes":
        return
    offer = state.world.content.offers[name]
    rate = offer_rate(state, offer)
    if rate is None:
        return
    cause = ("answer", f"offer.{name}")
    line = card_line(state)
    if offer.raises_limit and line:
        line.limit += offer.raises_limit
        return
    product = state.world.content.products[offer.product]
    if product.kind == "overdraft":
        state.limit += offer.raises_limit or offer.amount
        return
    borrow(state, product, offer.amount, offer.months, True, rate, cause)


def offer_instalment(state: State, offer: Offer) -> Cents:
    """What it would cost a month."""
    rate = offer_rate(state, offer)
    return annuity(offer.amount, rate or 0, max(1, offer.months))

"""Credit that comes by mail: easy when nobody needs it, dearer or refused with arrears (rules.md 7)."""

from __future__ import annotations

from game.engine.conditions import arrears, holds
from game.engine.credit import borrow, card_line, product_rate
from game.engine.living import least_of, line_due
from game.engine.shocks import roll
from game.model.scenario import Offer
from game.model.state import State
from game.model.units import Cents, Rate, annuity, half_up

YEAR = 12
OVERDRAFT = "overdraft"


def draw_offer(state: State) -> None:
    """At most one offer a month, never two months running, four in twelve months; the lowest roll comes.

    None in the trial month: its one card is what is tried.
    """
    if state.world.settings.trial:
        return
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
        and (not is_limit(state, offer) or _limit_may_grow(state, offer))
    )
    if drawn:
        name = drawn[0][1]
        state.offers = (*state.offers, (state.month, name))
        state.queue = (*state.queue, ("offer", name))


def is_limit(state: State, offer: Offer) -> bool:
    """Whether the letter offers a higher limit, not a loan."""
    return bool(offer.raises_limit) or state.world.content.products[offer.product].kind == OVERDRAFT


def _limit_may_grow(state: State, offer: Offer) -> bool:
    """After six months without a missed payment, and only a limit that is there."""
    months = state.world.figures["limit_offer_after"]
    recent = state.rows[-months:]
    clean = len(recent) == months and not any(row.missed or row.arrears or row.rejected for row in recent)
    return clean and limit_more(state, offer) > 0


def limit_more(state: State, offer: Offer) -> Cents:
    """How much more limit is offered: a fifth of what there is, to the next hundred."""
    figures = state.world.figures
    line = card_line(state)
    overdraft = state.world.content.products[offer.product].kind == OVERDRAFT
    limit = state.limit if overdraft else line.limit if line else 0
    more = half_up(limit * figures["limit_offer_percent"], 10_000)
    return half_up(more, figures["limit_step"]) * figures["limit_step"]


def offer_rate(state: State, offer: Offer) -> Rate | None:
    """The rate this household would get; None when the lender refuses, politely."""
    figures = state.world.figures
    product = state.world.content.products[offer.product]
    own = figures[offer.rate] if offer.rate else product_rate(state, product)
    if is_limit(state, offer):
        return own
    if state.trust.get(product.creditor, 0) < figures["trust_shut"]:
        return None
    income = max(1, state.income - state.windfall)
    burden = sum(line_due(state, line) for line in state.lines.values()) + offer_instalment(state, offer, own)
    if offer.anybody:
        return own if 100_00 * burden <= figures["foreign_percent"] * income else None
    if arrears(state):
        return None
    recent = state.rows[-figures["good_months"] :]
    if not any(row.missed or row.arrears for row in recent) and 100_00 * burden <= figures["good_percent"] * income:
        return own
    if 100_00 * burden <= figures["weak_percent"] * income:
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
    product = state.world.content.products[offer.product]
    line = card_line(state)
    if product.kind == OVERDRAFT:
        state.limit += limit_more(state, offer)
    elif offer.raises_limit and line:
        line.limit += limit_more(state, offer)
    elif not offer.raises_limit:
        borrow(state, product, offer.amount, offer.months, True, rate, ("answer", f"offer.{name}"))


def offer_instalment(state: State, offer: Offer, rate: Rate) -> Cents:
    """What it would cost a month: equal instalments, or the least that a card asks for."""
    product = state.world.content.products[offer.product]
    if product.kind == "card":
        return least_of(state, product, offer.amount)
    return annuity(offer.amount, rate, max(1, offer.months))

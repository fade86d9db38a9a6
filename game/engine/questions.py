"""A question with its options and their whole price: what the screen shows, what a policy reads."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.advice import talk_options
from game.engine.calls import NOBODY, reachable
from game.engine.cards import live_choices
from game.engine.month import shock_letter
from game.engine.offers import is_limit, limit_more, offer_instalment, offer_rate
from game.engine.prices import priced
from game.engine.rights import claimable
from game.engine.standing import call_options, right_option
from game.engine.triage import offered
from game.engine.triage_view import triage_question
from game.model.game import Letter, Option, Question
from game.model.message import Message, message
from game.model.scenario import Offer
from game.model.state import State
from game.model.units import Rate


def main_question(state: State) -> Question | None:
    """What the household must decide now; None when the game is over."""
    if state.over or not state.queue:
        return None
    kind, name = state.queue[0]
    return BUILD[kind](state, name)


def question_id(state: State, kind: str, name: str) -> str:
    """`<kind>.<id>`, with `#2` the second time in a month."""
    base = f"{KIND.get(kind, kind)}.{name}"
    asked = state.counts.get(f"asked.{base}", 0)
    return base if asked == 0 else f"{base}#{asked + 1}"


KIND = {"talk": "call"}  # the first talk with the adviser is a call that comes in


def option_ids(state: State) -> list[str]:
    """The live option ids of the question on the table, in the order shown, without their prices."""
    kind, name = state.queue[0]
    if kind == "dilemma":
        return [choice.id for choice in live_choices(state, state.world.cards[name])]
    if kind == "triage":
        return [option for option, _ in offered(state)]
    if kind == "call":
        return [*(option for option, _ in reachable(state)), NOBODY]
    return list(talk_options(state)) if kind == "talk" else list(FIXED[kind])


FIXED = {
    "joy": ("go", "not_now"),
    "shock": ("claim", "later"),
    "offer": ("yes", "no"),
    "platform": ("yes", "no"),
    "order": ("accept", "object"),
}


def _dilemma(state: State, name: str) -> Question:
    card = state.world.cards[name]
    values = (("month", state.counts.get(f"from.{name}", state.month)),)
    options = tuple(
        priced(state, Option(choice.id, Message(choice.text)), choice.effects) for choice in live_choices(state, card)
    )
    return Question(
        question_id(state, "dilemma", name),
        state.month,
        "dilemma",
        Message(card.title),
        Message(card.text, values),
        options,
        card.picture,
        card.about,
    )


def _joy(state: State, name: str) -> Question:
    household = state.world.household
    joy = next(joy for joy in household.joys if joy.id == name)
    options = (
        Option("go", message("joy.go"), (message("joy.note"),), now=joy.cost, total=joy.cost),
        Option("not_now", message("joy.not_now"), (message("joy.costs_nothing"),)),
    )
    return Question(
        question_id(state, "joy", name),
        state.month,
        "joy",
        Message(joy.title),
        Message(joy.text),
        options,
        joy.picture,
    )


def _shock(state: State, name: str) -> Question:
    terms = state.world.shocks[name]
    rights = [right for right in claimable(state) if right in terms.rights]
    notes = tuple(Message(state.world.rights[right].title) for right in rights)
    claim = right_option(state, rights[0]) if rights else None
    options = (
        Option(
            "claim",
            message("shock.claim"),
            notes,
            time=sum(state.world.rights[r].papers for r in rights),
            gain_monthly=claim.gain_monthly if claim else 0,
            gain=claim.gain if claim else 0,
            last_month=claim.last_month if claim else None,
        ),
        Option("later", message("shock.later"), (message("shock.later_note"),)),
    )
    return Question(
        question_id(state, "shock", name),
        state.month,
        "shock",
        Message(terms.title),
        Message(terms.plain),
        options,
        terms.picture,
        "rights",
        letter=shock_letter(state, name),
    )


def _offer(state: State, name: str) -> Question:
    offer = state.world.content.offers[name]
    rate = offer_rate(state, offer)
    product = state.world.content.products[offer.product]
    letter = Letter(
        f"offer.{name}",
        state.month,
        "white",
        Message(product.name),
        Message(offer.title),
        Message(offer.text),
        Message(offer.small_print),
        product.icon,
        amount=offer.amount,
    )
    yes = _sign(state, offer, rate)
    options = (yes, Option("no", message("offer.no"), (message("offer.no_note"),)))
    return Question(
        question_id(state, "offer", name),
        state.month,
        "offer",
        Message(offer.title),
        Message(offer.text),
        options,
        offer.picture,
        "credit",
        letter=letter,
    )


def _sign(state: State, offer: Offer, rate: Rate | None) -> Option:
    """What saying yes to an offer would bring and cost; `rate` is None where the lender refuses."""
    if rate is None:
        return Option("yes", message("offer.ask"), (message("offer.refused_likely"),))
    if is_limit(state, offer):
        more = limit_more(state, offer)
        return Option("yes", message("offer.take_limit"), (message("offer.limit_note", amount=more),))
    monthly, months = offer_instalment(state, offer, rate), max(1, offer.months)
    if state.world.content.products[offer.product].kind == "card":
        loan, months, total = message("price.card", amount=monthly), 0, offer.amount
    else:
        total = monthly * months
        loan = message("price.loan", count=months, exact=monthly, amount=total)
    return Option(
        "yes",
        message("offer.take"),
        (loan, message("price.rate", percent=rate)),
        monthly=monthly,
        months=months,
        total=total,
        until=state.month + months if months else None,
        gain=offer.amount,
        borrowed=offer.amount,
    )


def _platform(state: State, name: str) -> Question:
    signs = len(state.rows[-1].signs) if state.rows else 0
    return Question(
        question_id(state, "platform", name),
        state.month,
        "platform",
        message("platform.title"),
        message("platform.text", count=signs),
        (
            Option("yes", message("platform.yes"), (message("platform.yes_note"),), face="face_adviser"),
            Option("no", message("platform.no"), (message("platform.no_note"),)),
        ),
        "face_adviser",
        "late",
    )


def _talk(state: State, name: str) -> Question:
    options = tuple(
        Option(option, message(f"talk.{option}"), (message(f"talk.{option}_note"),)) for option in talk_options(state)
    )
    return Question(
        question_id(state, "talk", name),
        state.month,
        "call",
        message("talk.title"),
        message("talk.text"),
        options,
        "face_adviser",
        "late",
    )


def _order(state: State, name: str) -> Question:
    letter = next((letter for letter in state.mail if letter.creditor == name), None)
    return Question(
        question_id(state, "order", name),
        state.month,
        "order",
        message("order.title"),
        message("order.text"),
        (
            Option("accept", message("order.accept"), (message("order.accept_note"),)),
            Option("object", message("order.object"), (message("order.object_note"),)),
        ),
        "icon_scale",
        "late",
        letter=letter,
    )


def _call(state: State, name: str) -> Question:
    return Question(
        question_id(state, "call", name),
        state.month,
        "call",
        message("call.title"),
        message("call.text"),
        call_options(state),
        "phone",
        "late",
    )


def _triage(state: State, name: str) -> Question:
    return triage_question(state, question_id(state, "triage", name))


BUILD: dict[str, Callable[[State, str], Question]] = {
    "dilemma": _dilemma,
    "joy": _joy,
    "shock": _shock,
    "offer": _offer,
    "platform": _platform,
    "talk": _talk,
    "order": _order,
    "call": _call,
    "triage": _triage,
}

"""The rules about money in single contracts: credits, pay, garnishment, the creditors' vote."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from game.cases.kinds import AMOUNT, COUNT, MONTHS, NAME, PERCENT, RATE, YES_NO, Listed, Maybe, Name, Table
from game.cases.rule import Given, Rule, Said
from game.engine.garnishment import attachable, bands
from game.engine.lending import card_payoff, overdraft_cost, schedule
from game.engine.net_pay import TAX_CLASSES, net_pay
from game.engine.vote import KINDS, VOTES, count_vote
from game.engine.world import figure
from game.model.content import Content


def day_of(given: Given) -> date:
    """The last day of the case's year: the values in force on it count; without a year the newest."""
    return date(given["year"], 12, 31) if "year" in given else date.max


def _figure(content: Content, name: str, given: Given) -> int:
    return figure(content.parameters[name], day_of(given))


def _loan(given: Given, _: Content) -> Said:
    plan = schedule(given["principal"], given["rate_per_year"], given["months"])
    return {
        "instalment": plan.instalment,
        "last_instalment": plan.last_instalment,
        "total_interest": plan.total_interest,
        "balance_after": dict(enumerate((given["principal"], *plan.balances))),
    }


def _card(given: Given, _: Content) -> Said:
    payoff = card_payoff(
        given["balance"], given["rate_per_year"], given["minimum_percent"], given["minimum_amount"], given["pay"]
    )
    return {"months": payoff.months, "never": payoff.months is None, "total_interest": payoff.total_interest}


def _overdraft(given: Given, content: Content) -> Said:
    if "days" in given and "months" in given:
        raise ValueError("days or months, not both")
    # an author may write the account as it stands, under zero, or how much of the overdraft is used
    interest, fee = overdraft_cost(
        abs(given["balance"]),
        given["rate_per_year"],
        given["limit"],
        _figure(content, "overrun_fee", given),
        days=given.get("days"),
        months=given.get("months", 1),
    )
    return {"interest": interest, "fee": fee}


def _net_pay(given: Given, content: Content) -> Said:
    return {"net": net_pay(given["gross"], given["tax_class"], content.parameters, day_of(given))}


def _garnishment(given: Given, content: Content) -> Said:
    return {"attachable": attachable(given["net"], *bands(content.parameters, day_of(given)))}


def _vote(given: Given, content: Content) -> Said:
    vote = count_vote(
        given["claims"],
        given["votes"],
        kind=given.get("kind", "plan"),
        not_informed=given.get("not_informed", ()),
        heads_share=_figure(content, "vote_heads_pct", given),
        amount_share=_figure(content, "vote_claims_pct", given),
    )
    return {
        "accepted": vote.accepted,
        "heads_percent": Fraction(vote.heads_yes, vote.heads or 1),
        "amount_percent": Fraction(vote.amount_yes, vote.amount or 1),
    }


RULES = {
    "loan": Rule(
        {"principal": AMOUNT, "rate_per_year": RATE, "months": MONTHS},
        {
            "instalment": AMOUNT,
            "last_instalment": AMOUNT,
            "total_interest": AMOUNT,
            "balance_after": Table(AMOUNT, COUNT),
        },
        _loan,
    ),
    "card": Rule(
        {
            "balance": AMOUNT,
            "rate_per_year": RATE,
            "minimum_percent": RATE,
            "minimum_amount": AMOUNT,
            "pay": Maybe(AMOUNT, "minimum"),
        },
        {"months": Maybe(COUNT, "never"), "never": YES_NO, "total_interest": Maybe(AMOUNT)},
        _card,
    ),
    "overdraft": Rule(
        {"balance": AMOUNT, "rate_per_year": RATE, "limit": AMOUNT},
        {"interest": AMOUNT, "fee": AMOUNT},
        _overdraft,
        {"days": COUNT, "months": COUNT, "year": COUNT},
    ),
    "net_pay": Rule({"gross": AMOUNT, "tax_class": Name(TAX_CLASSES), "year": COUNT}, {"net": AMOUNT}, _net_pay),
    "garnishment": Rule({"net": AMOUNT}, {"attachable": AMOUNT}, _garnishment, {"year": COUNT}),
    "vote": Rule(
        {"claims": Table(AMOUNT), "votes": Table(Name(VOTES))},
        {"accepted": YES_NO, "heads_percent": PERCENT, "amount_percent": PERCENT},
        _vote,
        {"kind": Name(KINDS), "not_informed": Listed(NAME), "year": COUNT},
    ),
}

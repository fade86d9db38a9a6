"""The rules about causes: shares of a difference, and whose euro is still owed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.cases.kinds import AMOUNT, COUNT, NAME, RATE, Listed, Maybe, Record, Table
from game.cases.rule import Given, Rule, Said
from game.explain.attribution import MOST_PLAYERS, shapley_cents, table
from game.explain.tracing import Tracing, coins, owed
from game.model.content import Content
from game.model.units import interest

ACCOUNT = "debt"
LAYER_NAMES = {"P": "principal", "I": "interest", "J": "interest_on_interest", "F": "fees"}
FLOW = Record({"borrow": AMOUNT, "cause": NAME, "interest": Maybe(AMOUNT), "fee": AMOUNT, "pay": AMOUNT})


def _attribution(given: Given, _: Content) -> Said:
    causes = given["causes"]
    if len(causes) > MOST_PLAYERS or len(set(causes)) < len(causes):
        raise ValueError(f"at most {MOST_PLAYERS} causes, each once")
    named = {frozenset(filter(None, key.split("+"))): value for key, value in given["values"].items()}
    if strangers := sorted(frozenset().union(*named) - set(causes)):
        raise ValueError(f"values of causes that are not listed: {', '.join(strangers)}")
    if len(named) != 1 << len(causes):
        raise ValueError(f"{len(causes)} causes need {1 << len(causes)} values, here are {len(named)}")
    return {"shares": shapley_cents(causes, table(causes, named))}


def _trace(given: Given, _: Content) -> Said:
    tracing = Tracing()
    for flow in given["flows"]:
        _post(tracing, flow, given.get("rate_per_year", 0))
    tracing.close_month()
    held = {(cause, LAYER_NAMES[layer]): cents for (cause, layer), cents in owed(tracing).items()}
    causes = {cause for cause, _ in tracing.created}
    return {
        "owed_by_cause": {
            cause: {name: held.get((cause, name), 0) for name in LAYER_NAMES.values()} for cause in sorted(causes)
        },
        "coins": coins(tracing.paid) or dict.fromkeys(("principal", "interest", "fees")),
    }


def _post(tracing: Tracing, flow: Mapping[str, Any], rate: int) -> None:
    match flow:
        case {"borrow": cents, "cause": cause, **rest} if not rest:
            tracing.borrow(ACCOUNT, cents, cause)
        case {"interest": charged, **rest} if not rest:
            exact = interest(tracing.balance(ACCOUNT), rate) if charged is None else charged
            tracing.charge_interest(ACCOUNT, exact)
        case {"fee": cents, **rest} if not rest:
            tracing.charge_fee(ACCOUNT, cents)
        case {"pay": cents, **rest} if not rest:
            tracing.pay(ACCOUNT, cents)
        case _:
            raise ValueError("each flow is one of {borrow, cause}, {interest}, {fee}, {pay}")


RULES = {
    "attribution": Rule({"causes": Listed(NAME), "values": Table(AMOUNT)}, {"shares": Table(AMOUNT)}, _attribution),
    "trace": Rule(
        {"flows": Listed(FLOW)},
        {
            "owed_by_cause": Table(Record(dict.fromkeys(LAYER_NAMES.values(), AMOUNT))),
            "coins": Record(dict.fromkeys(("principal", "interest", "fees"), Maybe(COUNT))),
        },
        _trace,
        {"rate_per_year": RATE},
    ),
}

"""What a settlement case is given: the debtor, the debts, and what happens when; from words to the engine's nouns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from game.cases.kinds import AMOUNT, COUNT, DAY, NAME, RATE, YES_NO, Kind, Listed, Name, Record, Table, known, word_of
from game.cases.rule import Given
from game.content.source import Fields, Value
from game.engine.settlement.claims import voting
from game.engine.settlement.limits import Limits
from game.engine.settlement.machine import begin
from game.engine.settlement.plan import Measures, drawn_up, most_months
from game.engine.settlement.table import EVENTS
from game.engine.vote import VOTES
from game.model.settlement import (
    BREACHES,
    CLAIM_KINDS,
    CONSENTS,
    MEASURES,
    PAPERS,
    Case,
    Claim,
    Conduct,
    Debtor,
    Happening,
    Plan,
)
from game.model.units import Cents

# What kind of claim a creditor has, when the case does not say it.
CREDITORS = {
    "landlord": "rent",
    "energy": "essential",
    "telecom": "essential",
    "hospital": "essential",
    "municipality": "essential",
    "mortgage": "home_loan",
    "tax_office": "tax",
    "violence": "violence_damages",
    "victim": "violence_damages",
    "club": "bill",
    "craftsman": "bill",
    "funeral_home": "bill",
    "garage": "bill",
    "insurer": "bill",
    "lawyer": "bill",
    "school": "bill",
    "shop": "bill",
    "bank": "credit",
    "bnpl": "credit",
    "car_lender": "credit",
    "card": "credit",
    "card_issuer": "credit",
    "employer": "credit",
    "family": "credit",
    "lender_abroad": "credit",
    "loan": "credit",
    "overdraft": "credit",
    "social_lender": "credit",
}
DEBTOR = Record(
    {
        "natural_person": YES_NO,
        "domiciled": YES_NO,
        "over_indebted": YES_NO,
        "trader": YES_NO,
        "stopped_trading": DAY,
        "declared_bankrupt": YES_NO,
        "business_over_indebted": YES_NO,
        "organised_insolvency": YES_NO,
        "concealed_assets": YES_NO,
    }
)
OF_A_PLAN = ("plan_proposed", "new_elements", "judgment", "judge_requires_probation")
MEASURES_OF_A_PLAN: dict[str, Kind] = {
    "years": COUNT,
    "months": COUNT,
    "instalment": AMOUNT,
    "cancel": Table(AMOUNT),
    "cancel_rest": YES_NO,
    "postpone": Table(COUNT),
    "rates": Table(RATE),
    "suspend": Listed(NAME),
    "keeps_home": YES_NO,
    "home_years": COUNT,
    "help": YES_NO,
    "aid": AMOUNT,
    "checks": Listed(DAY),
    "probation": YES_NO,
}
CONDUCT: dict[str, Kind] = dict.fromkeys(Conduct.__dataclass_fields__, YES_NO)


class EventName(Name):
    """An event of the table; a wrong one is answered with the nearest."""

    def read(self, value: Value) -> str:
        """One word."""
        known(word_of(value), EVENTS)
        return str(value)


EVENT = Record(
    {
        "on": DAY,
        "event": EventName(),
        "creditor": NAME,
        "amount": AMOUNT,
        "kind": Name((*CLAIM_KINDS, *CREDITORS)),
        "measure": Name(tuple(measure for measure in MEASURES if measure != "interest")),
        "current": YES_NO,
        "votes": Table(Name(VOTES)),
        "not_informed": Listed(NAME),
        "paper": Name(PAPERS),
        "papers": Listed(Name(PAPERS)),
        "dated": DAY,
        "published": DAY,
        "copies": COUNT,
        "at_residence": YES_NO,
        "with_report": YES_NO,
        "phase": COUNT,
        "irremediable": YES_NO,
        "consent": Name(CONSENTS),
        "investigation": YES_NO,
        "rulings": Table(AMOUNT),
        "certain": YES_NO,
        "liquid": YES_NO,
        "income_returns": YES_NO,
        "reason": Name(tuple(BREACHES)),
        **MEASURES_OF_A_PLAN,
        **CONDUCT,
    },
    ("on", "event"),
)


class When(Listed):
    """Dated events, in the order in which they happen."""

    def __init__(self) -> None:
        super().__init__(EVENT)


class Debt(Record):
    """What is owed to one creditor: an amount, or an amount with what is special about it."""

    def __init__(self) -> None:
        super().__init__(
            {
                "amount": AMOUNT,
                "kind": Name((*CLAIM_KINDS, *CREDITORS)),
                "rate_per_year": RATE,
                "secured_on": NAME,
                "guarantor": NAME,
                "guarantor_paid": AMOUNT,
                "certain": YES_NO,
                "liquid": YES_NO,
                "informed": YES_NO,
            },
            ("amount",),
        )

    def read(self, value: Value) -> dict[str, Any]:
        """A mapping, or the amount alone."""
        return super().read(value) if isinstance(value, Fields) else {"amount": AMOUNT.read(value)}


class AmountOrTable(Table):
    """One amount, or an amount for each thing."""

    def __init__(self) -> None:
        super().__init__(AMOUNT)

    def read(self, value: Value) -> dict[Any, Any]:
        """A mapping; one amount is that of everything owned."""
        return super().read(value) if isinstance(value, Fields) else {"all": AMOUNT.read(value)}


def case_of(given: Given, start: date, part: Cents) -> Case:
    """The case before anything happens; `part` of the income is what creditors could keep back."""
    owned = given.get("assets", {})
    income = given.get("income")
    protected = max((income or 0) - part, given.get("essentials", 0))
    claims = [claim_of(name, debt, owned) for name, debt in given.get("debts", {}).items()]
    return begin(start, Debtor(**given.get("debtor", {})), claims, sum(owned.values()), income, protected)


def claim_of(creditor: str, debt: Mapping[str, Any], owned: Mapping[str, Cents]) -> Claim:
    """One creditor's claim. ValueError when it is secured on a thing that is not among those owned.

    One amount for all that is owned is the security of everybody who has one.
    """
    thing = debt.get("secured_on", "")
    security = owned.get(thing, owned.get("all", 0)) if thing else 0
    if thing and owned and thing not in owned and "all" not in owned:
        raise ValueError(f"'{thing}' is not among the assets: {{assets: {{{thing}: 1000.00}}}}")
    return Claim(
        creditor,
        kind_of(debt.get("kind", creditor)),
        debt["amount"],
        debt["amount"],
        rate=debt.get("rate_per_year", 0),
        security=security,
        guarantor_paid=min(debt["amount"], debt.get("guarantor_paid", 0)),
        certain=debt.get("certain", True),
        liquid=debt.get("liquid", True),
        informed=debt.get("informed", True),
    )


def kind_of(word: str) -> str:
    """The kind of claim that a word stands for; a credit when it says nothing about it."""
    return word if word in CLAIM_KINDS else CREDITORS.get(word, "credit")


def happening_of(told: Mapping[str, Any], case: Case, in_force: Limits) -> Happening:
    """One event of a case file as the engine takes it."""
    papers = (*told.get("papers", ()), *([told["paper"]] if "paper" in told else ()))
    conduct = {name: told[name] for name in CONDUCT if name in told}
    return Happening(
        told["on"],
        told["event"],
        creditor=told.get("creditor", ""),
        cents=told.get("amount"),
        kind=kind_of(told["kind"]) if "kind" in told else "",
        measure=told.get("measure", ""),
        current=told.get("current", False),
        plan=plan_of(told, case, in_force),
        votes=told.get("votes"),
        not_informed=tuple(told.get("not_informed", ())),
        months=months_of(told),
        papers=papers,
        dated=told.get("dated", told.get("published")),
        copies=told.get("copies"),
        at_residence=told.get("at_residence", True),
        with_report=told.get("with_report", True),
        phase=told.get("phase"),
        irremediable=told.get("irremediable", False),
        consent=told.get("consent", ""),
        investigation=told.get("investigation", False),
        rulings=told.get("rulings", {}),
        certain=told.get("certain", True),
        liquid=told.get("liquid", True),
        income_returns=told.get("income_returns", True),
        reason=told.get("reason", ""),
        conduct=Conduct(**conduct) if conduct else None,
    )


def months_of(told: Mapping[str, Any]) -> int | None:
    """Months, also when they are written as years."""
    if "years" in told:
        return 12 * int(told["years"]) + int(told.get("months", 0))
    return told.get("months")


def plan_of(told: Mapping[str, Any], case: Case, in_force: Limits) -> Plan | None:
    """The plan that an event brings; without a length as long as the law lets it be.

    Without an instalment it asks what pays all, or what the income leaves above its protected part if that is less.
    New elements without any measure bring none: the rest of the plan in force is put again.
    """
    if told["event"] not in OF_A_PLAN or (told["event"] == "new_elements" and not set(told) & set(MEASURES_OF_A_PLAN)):
        return None
    probation = told.get("probation", told["event"] == "judge_requires_probation")
    kind = "probation" if probation else ("judicial" if told["event"] == "judgment" else "plan")
    measures = Measures(
        cancel=told.get("cancel", {}),
        cancel_rest=told.get("cancel_rest", False),
        wait=told.get("postpone", {}),
        rates=told.get("rates", {}),
        suspend=told.get("suspend", ()),
        keeps_home=told.get("keeps_home", False),
        home_months=12 * told.get("home_years", 0),
        help=told.get("help", False),
        aid=told.get("aid", 0),
        checks=told.get("checks", ()),
    )
    months = months_of(told) or most_months(kind, in_force)
    plan = drawn_up(voting(case), kind, months, told.get("instalment"), measures)
    free = None if case.income is None else max(0, case.income - case.protected)
    if "instalment" in told or free is None or plan.instalment <= free:
        return plan
    return drawn_up(voting(case), kind, months, free, measures)

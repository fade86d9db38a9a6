"""The rule about the collective debt settlement: dated events, one after the other, and where they lead.

`docs/settlement.md` lists what an author can write; states, events and rows are those of
`dilemme parameters --settlement`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from game.cases.kinds import AMOUNT, COUNT, DAY, NAME, YES_NO, Among, AnyOrder, Maybe, Name, NotAmong, Table
from game.cases.rule import Given, Rule, Said
from game.cases.settlement_given import DEBTOR, AmountOrTable, Debt, When, case_of, happening_of
from game.engine.garnishment import attachable, bands
from game.engine.settlement.conventional import is_warned
from game.engine.settlement.deadlines import deadlines
from game.engine.settlement.limits import Limits, limits
from game.engine.settlement.machine import happen, on
from game.engine.settlement.plan import creditor_votes
from game.engine.settlement.suspension import enforceable, is_protected, suspended
from game.engine.world import figure
from game.model.content import Content
from game.model.settlement import STATES, Case, Claim
from game.model.units import Cents

STATE = Name(STATES)


@dataclass(frozen=True)
class StateOn(Mapping[date, str]):
    """The state in the evening of any day."""

    start: Case
    when: list[Mapping[str, Any]]
    in_force: Limits

    def __getitem__(self, day: date) -> str:
        until = [told for told in self.when if told["on"] <= day]
        return on(_played(self.start, until, self.in_force), day, self.in_force).state

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day >= self.start.day

    def __iter__(self) -> Iterator[date]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _played(case: Case, when: list[Mapping[str, Any]], in_force: Limits) -> Case:
    """What happens, in order. A plan is drawn up over the claims as they stand on its day."""
    for told in when:
        case = on(case, told["on"], in_force)
        case = happen(case, happening_of(told, case, in_force), in_force)
    return case


def _settlement(given: Given, content: Content) -> Said:
    when = given.get("when", [])
    days = [told["on"] for told in when]
    start = given.get("start") or (days[0] if days else None)
    if start is None:
        raise ValueError("'start' is missing: a day, or events with their days")
    in_force = limits(content.parameters, start)
    income = given.get("income")
    part = attachable(income or 0, *bands(content.parameters, max(days, default=start)))
    begun = case_of(given, start, part)
    end = _played(begun, when, in_force)
    figures = {name: figure(content.parameters[name], date.max) for name in ("vote_months", "vote_no_percent")}
    return _said(end, in_force) | {
        "after": StateOn(begun, when, in_force),
        "votes": creditor_votes(end, part, months=figures["vote_months"], no_share=figures["vote_no_percent"]),
    }


def _said(case: Case, in_force: Limits) -> dict[str, Any]:
    plan = case.plan or case.proposal
    return {
        "state": case.state,
        "suspended": suspended(case, in_force),
        "enforceable": enforceable(case, in_force),
        "protected": is_protected(case, in_force),
        "refused": case.refused or None,
        "survives": [claim.creditor for claim in case.claims if claim.open],
        "deadline": deadlines(case, in_force),
        "rows": case.rows,
        "not_rows": case.rows,
        "breaches": [breach.reason for breach in case.breaches],
        "late": [claim.creditor for claim in case.claims if claim.late],
        "admitted": [claim.creditor for claim in case.claims if claim.votes],
        "owed": _each(case, lambda claim: claim.open),
        "paid": _each(case, lambda claim: claim.paid),
        "written_off": _each(case, lambda claim: claim.written_off),
        "instalment": plan.instalment if plan else 0,
        "missed": case.missed,
        "warned": is_warned(case, in_force),
        "monitored": case.monitored,
    }


def _each(case: Case, part: Callable[[Claim], Cents]) -> dict[str, Cents]:
    return {claim.creditor: part(claim) for claim in case.claims}


RULES: dict[str, Any] = {
    "settlement": Rule(
        {},
        {
            "state": STATE,
            "after": Table(STATE, DAY),
            "suspended": Among(NAME),
            "enforceable": Among(NAME),
            "protected": YES_NO,
            "refused": Maybe(NAME),
            "survives": AnyOrder(NAME),
            "deadline": Table(DAY),
            "rows": Among(NAME),
            "not_rows": NotAmong(NAME),
            "breaches": Among(NAME),
            "late": AnyOrder(NAME),
            "admitted": AnyOrder(NAME),
            "owed": Table(AMOUNT),
            "paid": Table(AMOUNT),
            "written_off": Table(AMOUNT),
            "votes": Table(NAME),
            "instalment": AMOUNT,
            "missed": COUNT,
            "warned": YES_NO,
            "monitored": YES_NO,
        },
        _settlement,
        {
            "start": DAY,
            "debtor": DEBTOR,
            "debts": Table(Debt()),
            "assets": AmountOrTable(),
            "income": AMOUNT,
            "essentials": AMOUNT,
            "when": When(),
        },
    )
}

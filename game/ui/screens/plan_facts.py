"""The plan as the page shows it: envelopes with their levels, what an ordinary month leaves, debits, spare money."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.adviser import ordinary_margin
from game.engine.living import bill_amount, envelope_cost, essentials, known_envelopes, level_of, line_due
from game.engine.play import standing
from game.engine.world import calendar
from game.model.game import Question
from game.model.household import LEVELS
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents

WINTER = (11, 12, 1, 2, 3)  # months in which tight heating is felt


@dataclass(frozen=True, slots=True)
class Envelope:
    """One envelope: its cost at each level (one only where there is no choice), and which is chosen."""

    id: str
    costs: tuple[Cents, ...]
    chosen: int
    open: bool = True  # whether it may be changed now


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A month without surprises, in cents. `before`: what it left before this month's changes."""

    comes_in: Cents
    envelopes: Cents
    contracts: Cents
    before: Cents

    @property
    def leaves(self) -> Cents:
        """What is left, negative when it does not carry itself."""
        return self.comes_in - self.envelopes - self.contracts


@dataclass(frozen=True, slots=True)
class Debit:
    """Who takes their money by themselves."""

    key: str
    name: Message
    on: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """All of the page."""

    month: int
    envelopes: tuple[Envelope, ...]
    ordinary: Ordinary
    later: tuple[Message, ...]  # what tight costs later
    debits: tuple[Debit, ...]
    spare: str
    spares: tuple[str, ...]


def plan(state: State) -> Plan:
    """The plan in this state."""
    asked = {question.id: question for question in standing(state)}
    spare = asked.get("plan.spare")
    return Plan(
        state.month,
        _envelopes(state, asked),
        _ordinary(state),
        _later(state),
        tuple(_debit(state, q) for q in asked.values() if q.kind == "debit"),
        spare.chosen if spare else state.spare,
        tuple(option.id for option in spare.options) if spare else (),
    )


def _envelopes(state: State, asked: dict[str, Question]) -> tuple[Envelope, ...]:
    housing = _housing(state)
    found = [Envelope("housing", (housing,), 0)] if housing else []
    for envelope in known_envelopes(state):
        costs = tuple(envelope_cost(state, envelope, level) for level in LEVELS)
        chosen = LEVELS.index(level_of(state, envelope.id))
        found.append(Envelope(envelope.id, costs, chosen, f"plan.{envelope.id}" in asked))
    return tuple(found)


def _housing(state: State) -> Cents:
    """Rent and what goes with it, or the instalment of the home."""
    bills = sum(bill_amount(state, bill) for bill in state.world.household.bills if bill.envelope == "housing")
    return bills + sum(line_due(state, line) for line in state.lines.values() if line.kind == "mortgage")


def _ordinary(state: State) -> Ordinary:
    service = sum(line_due(state, line) + line.missed for line in state.lines.values())
    agreed = sum(
        cents for agreement in state.agreements.values() for month, cents in agreement.parts if month == state.month
    )
    normal = sum(envelope_cost(state, e, "normal") for e in known_envelopes(state) if e.id != "saving")
    living = essentials(state)
    comes_in = ordinary_margin(state) + living + service + agreed
    housing = _housing(state)
    contracts = living - normal + service + agreed - housing
    now = sum(envelope_cost(state, e, level_of(state, e.id)) for e in known_envelopes(state))
    then = sum(envelope_cost(state, e, _level_before(state, e.id)) for e in known_envelopes(state))
    return Ordinary(comes_in, now + housing, contracts, comes_in - then - housing - contracts)


def _level_before(state: State, envelope: str) -> str:
    """The level that held when the month began."""
    given = [a.option for a in state.answers if a.question == f"plan.{envelope}" and a.month < state.month]
    return given[-1] if given else dict(state.world.household.levels).get(envelope, "normal")


def _later(state: State) -> tuple[Message, ...]:
    """What each tight envelope costs later (rules.md 10), those that cost most first."""
    tight = {e.id for e in known_envelopes(state) if level_of(state, e.id) == "tight" and e.tight < e.normal}
    found = [message(f"plan.later_{name}") for name in ("health", "food", "leisure", "children") if name in tight]
    if "energy" in tight:
        of_year = calendar(state.world.household, state.month)[1]
        found.append(message("plan.later_energy" if of_year in WINTER else "plan.later_energy_summer"))
    return tuple(found + [message(f"plan.later_{name}") for name in ("clothes", "saving") if name in tight])


def _debit(state: State, question: Question) -> Debit:
    key = question.id.removeprefix("debit.")
    line = state.lines.get(key)
    name = Message(line.name) if line else Message(f"creditor.{key}.name")
    return Debit(key, name, question.chosen == "on")

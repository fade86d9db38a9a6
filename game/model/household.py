"""A household: its people, what comes in, what goes out, what may come to it."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.conditions import Condition
from game.model.effects import Amount, Effect
from game.model.scenario import Dilemma, Shock
from game.model.units import Cents, Rate

ENVELOPES = (
    "housing",
    "energy",
    "food",
    "transport",
    "children",
    "health",
    "clothes",
    "leisure",
    "saving",
)
LEVELS = ("tight", "normal", "comfortable")
EARNINGS = ("pay", "pension")  # what a person earns: a shock can take it, a creditor have a part kept back


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who lives here."""

    id: str
    name: str  # as it is in every language, not a text id
    age: int
    child: bool = False
    face: str = ""


@dataclass(frozen=True, slots=True)
class Income:
    """Money that comes every month. `kind`: pay, allowance, maintenance, pension."""

    id: str
    name: str
    person: str
    kind: str
    amount: Cents  # net, January of the first year
    gross: Cents = 0
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Bill:
    """A fixed cost with a creditor. `rank` housing counts as the home."""

    id: str
    name: str
    creditor: str  # a creditor kind
    amount: Cents
    envelope: str = "contracts"  # housing for the rent
    day: int = 1
    debit: bool = True
    indexed: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A use of money at three levels, in cents a month."""

    id: str
    tight: Cents
    normal: Cents
    comfortable: Cents
    creditor: str = ""  # only energy has one

    def at(self, level: str) -> Cents:
        """Cents a month at this level."""
        return {"tight": self.tight, "normal": self.normal, "comfortable": self.comfortable}[level]


@dataclass(frozen=True, slots=True)
class Yearly:
    """A cost (negative: money that comes) of one calendar month each year.

    A `wish` is left out while leisure is tight; a `card` that was played takes its place.
    """

    id: str
    name: str
    month: int  # 1..12
    amount: Cents
    envelope: str = ""
    creditor: str = ""
    wish: bool = False
    card: str = ""
    parts: int = 0  # the bill itself offers so many parts


@dataclass(frozen=True, slots=True)
class Debt:
    """A credit the household already has in the first month."""

    id: str
    product: str
    name: str
    balance: Cents
    rate: Rate
    instalment: Cents = 0
    months: int = 0
    limit: Cents = 0  # cards
    assignment: bool = False  # the contract lets the lender ask the employer
    day: int = 1
    owner: str = ""  # the person who signed alone; empty: both


@dataclass(frozen=True, slots=True)
class Joy:
    """A small pleasure of one quarter: what it is, what it costs."""

    id: str
    quarter: int  # 1..4
    title: str
    text: str
    cost: Cents
    picture: str = ""


@dataclass(frozen=True, slots=True)
class RightTerms:
    """What a shared right is worth to this household."""

    right: str
    monthly: Amount | None = None
    once: Amount | None = None
    when: Condition | None = None
    months: int | None = None
    delay: int | None = None
    first_payment: Cents | None = None  # a first month that is not a whole one


@dataclass(frozen=True, slots=True)
class Known:
    """A change everybody knows will come: a rent index, a child who starts school."""

    month: int  # index; shifts with nothing
    text: str
    effects: tuple[Effect, ...]
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class Household:
    """Everything a household file says."""

    id: str
    title: str
    card: str
    kind: str  # shock, slow, rights, structure: which balance targets hold
    people: tuple[Person, ...]
    plays_on: str
    start_year: int
    incomes: tuple[Income, ...]
    bills: tuple[Bill, ...]
    envelopes: tuple[Envelope, ...]
    yearly: tuple[Yearly, ...]
    debts: tuple[Debt, ...]
    savings: Cents
    account: Cents
    limit: Cents  # positive: how far the account may go under zero
    start_month: int = 1  # calendar month of month 1
    morale: int = 60
    health: int = 80
    home: str = "tenant"
    half_days: int = 3
    flags: frozenset[str] = frozenset()
    levels: tuple[tuple[str, str], ...] = ()  # envelope, level; normal when not said
    family: Cents = 0  # what family can lend in the triage
    family_name: str = ""
    sure: tuple[Shock, ...] = ()
    second_act: tuple[Shock, ...] = ()
    chances: tuple[str, ...] = ()  # shared shocks that may come
    rights: tuple[RightTerms, ...] = ()
    known: tuple[Known, ...] = ()
    cards: tuple[Dilemma, ...] = ()
    joys: tuple[Joy, ...] = ()
    trial: str = ""  # the card of the trial month
    picture: str = ""
    names: str = ""  # text id: who is on the photo
    wish: str = ""  # text id: what they want this year
    endings: tuple[tuple[str, str], ...] = ()  # stage, text id
    notes: tuple[tuple[str, str], ...] = ()  # facilitator's notes: heading, text id
    source: str = ""
    spoken_for: int = 0  # of ten euros, computed by the loader
    apart_names: str = ""  # text id: who is on the photo once an adult does not live here any more
    apart_picture: str = ""

    def earnings_of(self, person: str) -> tuple[Income, ...]:
        """The pays and pensions of one person."""
        return tuple(income for income in self.incomes if income.person == person and income.kind in EARNINGS)

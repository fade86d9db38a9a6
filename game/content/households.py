"""A household: people, what comes in, what goes out, its own cards and shocks, how its story closes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from game.content.cards import OwnCard
from game.content.conditions import Level, When, condition
from game.content.effects import EffectWords, Parts
from game.content.fields import (
    LAST_MONTH,
    CardName,
    Creditor,
    Delay,
    Duration,
    Envelope,
    Flag,
    Id,
    Language,
    Money,
    PersonName,
    Picture,
    Plain,
    ProductName,
    Rate,
    Reference,
    SharedShockName,
    SignedMoney,
    Text,
    one_of,
    refers,
    whole,
    wrong,
)
from game.content.shape import Filled, Shape, Texts
from game.content.shocks import ActShock, SureShock
from game.content.sums import Sum
from game.model import household as model
from game.model.game import STAGES
from game.model.household import ENVELOPES, LEVELS, Household
from game.model.scenario import Shock
from game.model.units import half_up

Day = Annotated[int, whole(1, 31, "a day of the month")]
BillEnvelope = Annotated[str, one_of(*ENVELOPES, "contracts", code="unknown-envelope")]
CalendarMonth = Annotated[int, whole(1, 12, "a month of the year")]


class PersonWords(Shape):
    """Somebody who lives here."""

    name: Plain = Field(description="the same in every language")
    age: Annotated[int, whole(0, 120, "an age")]
    child: Flag = False
    face: Picture | None = None

    def noun(self, id: str) -> model.Person:
        """The model's person."""
        return model.Person(id, self.name, self.age, self.child, self.face or "")


class IncomeWords(Shape):
    """Money that comes every month."""

    name: Text
    person: PersonName
    kind: Annotated[str, one_of("pay", "allowance", "maintenance", "pension")]
    net: Money = Field(description="euros a month, in January of the first year")
    gross: Money = 0
    indexed: Flag = True

    def noun(self, id: str, name: str) -> model.Income:
        """The model's income; `name` is a text id, here and below."""
        return model.Income(id, name, self.person, self.kind, self.net, self.gross, self.indexed)


class BillWords(Shape):
    """A fixed cost with a creditor."""

    name: Text
    creditor: Creditor = Field(description="a creditor kind")
    amount: Money = Field(description="euros a month")
    envelope: BillEnvelope = Field("contracts", description="housing for the home")
    day: Day = 1
    debit: Flag = Field(True, description="paid by direct debit")
    indexed: Flag = False
    icon: Picture | None = None

    def noun(self, id: str, name: str) -> model.Bill:
        """The model's bill."""
        return model.Bill(
            id, name, self.creditor, self.amount, self.envelope, self.day, self.debit, self.indexed, self.icon or ""
        )


class EnvelopeWords(Shape):
    """Euros a month at three levels."""

    tight: Money
    normal: Money
    comfortable: Money
    creditor: Creditor | None = Field(None, description="only energy has one")

    @model_validator(mode="after")
    def _grow(self) -> EnvelopeWords:
        if not self.tight <= self.normal <= self.comfortable:
            raise wrong("out-of-range", "does not grow from tight to comfortable", "order the three amounts")
        return self

    def noun(self, id: str) -> model.Envelope:
        """The model's envelope."""
        return model.Envelope(id, self.tight, self.normal, self.comfortable, self.creditor or "")


class YearlyWords(Shape):
    """A cost, or money that comes, of one calendar month each year."""

    name: Text
    month: CalendarMonth
    amount: Money | None = Field(None, description="euros it costs")
    receive: Money | None = Field(None, description="euros that come")
    envelope: BillEnvelope = ""
    creditor: Creditor | None = None
    wish: Flag = Field(False, description="left out while leisure is tight")
    card: CardName | None = Field(None, description="a card that takes its place once played")
    parts: Parts = Field(0, description="the bill itself offers so many parts")

    @model_validator(mode="after")
    def _one(self) -> YearlyWords:
        if (self.amount is None) == (self.receive is None):
            raise wrong("either-or", "has one of amount and receive", "write amount: 96, or receive: 380")
        return self

    def noun(self, id: str, name: str) -> model.Yearly:
        """The model's yearly cost, negative when money comes."""
        amount = self.amount if self.amount is not None else -(self.receive or 0)
        return model.Yearly(
            id, name, self.month, amount, self.envelope, self.creditor or "", self.wish, self.card or "", self.parts
        )


class DebtWords(Shape):
    """A credit the household already has."""

    product: ProductName
    name: Text
    balance: Money
    rate: Rate = Field(description="per cent a year")
    instalment: Money = 0
    months: Annotated[int, whole(1, 480, "a number of months")] = 0
    limit: Money = Field(0, description="of a card")
    assignment: Flag = Field(False, description="the contract lets the lender ask the employer")
    day: Day = 1
    owner: PersonName | None = Field(None, description="who has signed alone; both when not said")

    def noun(self, id: str, name: str) -> model.Debt:
        """The model's debt."""
        return model.Debt(
            id,
            self.product,
            name,
            self.balance,
            self.rate,
            self.instalment,
            self.months,
            self.limit,
            self.assignment,
            self.day,
            self.owner or "",
        )


class TermsWords(Shape):
    """What a shared right is worth to this household."""

    monthly: Sum | None = None
    once: Sum | None = None
    when: When | None = None
    months: Duration | None = None
    delay: Delay | None = None
    first_payment: Money | None = Field(None, description="euros of a first month that is not a whole one")

    def noun(self, right: str) -> model.RightTerms:
        """The model's terms."""
        return model.RightTerms(
            right,
            self.monthly.noun() if self.monthly else None,
            self.once.noun() if self.once else None,
            condition(self.when) if self.when else None,
            self.months,
            self.delay,
            self.first_payment,
        )


class KnownWords(EffectWords):
    """A change everybody knows will come."""

    month: Annotated[int, whole(1, LAST_MONTH, "a month of the game")]
    text: Text
    when: When | None = None

    def noun(self, texts: Texts, path: str) -> model.Known:
        """The model's known change; its month is an index."""
        return model.Known(
            self.month - 1, texts.put(f"{path}.text", self.text), self.effects(texts, path), condition(self.when)
        )


class JoyWords(Shape):
    """A small pleasure of one quarter."""

    joy: Id
    quarter: Annotated[int, whole(1, 4, "a quarter")]
    title: Text
    text: Text
    cost: Money
    picture: Picture | None = None

    def noun(self, texts: Texts, household: str) -> model.Joy:
        """The model's joy."""
        path = f"{household}.joys.{self.joy}"
        title, text = texts.put(f"{path}.title", self.title), texts.put(f"{path}.text", self.text)
        return model.Joy(self.joy, self.quarter, title, text, self.cost, self.picture or "")


class StartWords(Shape):
    """The calendar month of month 1."""

    year: Annotated[int, whole(2000, 2100, "a year")]
    month: CalendarMonth = 1


class FamilyWords(Shape):
    """Who in the family lends in a tight month, and how much."""

    name: Text
    sum: Money


class ApartWords(Shape):
    """The photo once one of two adults does not live here any more."""

    names: Text
    picture: Picture


class HouseholdWords(Shape):
    """A household file."""

    begins: ClassVar[str] = "household"
    household: Id = Field(description="its name; the file has the same")
    language: Language = "en"
    title: Text
    card: Text = Field(description="who they are, at most 25 words")
    names: Text | None = Field(None, description="who is on the photo")
    apart: ApartWords | None = Field(None, description="the photo when one of two has moved out or died")
    wish: Text | None = Field(None, description="what they want this year")
    kind_: Annotated[str, one_of("shock", "slow", "rights", "structure")] = Field(alias="kind")
    picture: Picture | None = None
    start: StartWords
    home: Annotated[str, one_of("tenant", "owner")] = "tenant"
    people: Filled[dict[Id, PersonWords]]
    plays_on: PersonName
    incomes: dict[Id, IncomeWords]
    bills: dict[Id, BillWords]
    envelopes: dict[Envelope, EnvelopeWords]
    levels: dict[Envelope, Annotated[str, one_of(*LEVELS)]] = Field(default_factory=dict)
    yearly: dict[Id, YearlyWords] = Field(default_factory=dict)
    debts: dict[Id, DebtWords] = Field(default_factory=dict)
    savings: Money = 0
    account: SignedMoney = 0
    limit: Money = Field(0, description="euros the account may go under zero")
    morale: Level = 60
    health: Level = 80
    half_days: Annotated[int, whole(0, 10, "a number of half-days")] = 3
    flags: list[Annotated[Reference, refers("set_flag")]] = Field(default_factory=list)
    family: FamilyWords | None = None
    chances: list[SharedShockName] = Field(default_factory=list, description="shared shocks that may come")
    sure: list[SureShock] = Field(default_factory=list)
    second_act: list[ActShock] = Field(default_factory=list, description="exactly one of them comes")
    rights: dict[Annotated[Reference, refers("right")], TermsWords] = Field(default_factory=dict)
    known: list[KnownWords] = Field(default_factory=list)
    cards: list[OwnCard] = Field(default_factory=list)
    joys: list[JoyWords] = Field(default_factory=list)
    trial: CardName | None = Field(None, description="the card of the trial month")
    endings: dict[Annotated[str, one_of(*STAGES)], Text] = Field(default_factory=dict)
    notes: dict[Id, Text] = Field(default_factory=dict, description="for the facilitator")
    source: Plain = ""

    @property
    def id(self) -> str:
        """The household's name."""
        return self.household

    def noun(self, texts: Texts) -> Household:
        """The model's household."""
        here = f"household.{self.id}"

        def name(kind: str, id: str, words: Text) -> str:
            return texts.put(f"{here}.{kind}.{id}.name", words)

        return Household(
            self.id,
            texts.put(f"{here}.title", self.title),
            texts.put(f"{here}.card", self.card),
            self.kind_,
            tuple(person.noun(id) for id, person in self.people.items()),
            self.plays_on,
            self.start.year,
            tuple(shape.noun(id, name("incomes", id, shape.name)) for id, shape in self.incomes.items()),
            tuple(shape.noun(id, name("bills", id, shape.name)) for id, shape in self.bills.items()),
            tuple(shape.noun(id) for id, shape in self.envelopes.items()),
            tuple(shape.noun(id, name("yearly", id, shape.name)) for id, shape in self.yearly.items()),
            tuple(shape.noun(id, name("debts", id, shape.name)) for id, shape in self.debts.items()),
            self.savings,
            self.account,
            self.limit,
            self.start.month,
            self.morale,
            self.health,
            self.home,
            self.half_days,
            frozenset(self.flags),
            tuple(self.levels.items()),
            self.family.sum if self.family else 0,
            texts.put(f"{here}.family.name", self.family.name) if self.family else "",
            tuple(_windowed(shape, texts) for shape in self.sure),
            tuple(_windowed(shape, texts) for shape in self.second_act),
            tuple(self.chances),
            tuple(terms.noun(right) for right, terms in self.rights.items()),
            tuple(shape.noun(texts, f"{here}.known.{number}") for number, shape in enumerate(self.known, 1)),
            tuple(card.noun(texts) for card in self.cards),
            tuple(joy.noun(texts, here) for joy in self.joys),
            self.trial or "",
            self.picture or "",
            texts.put(f"{here}.names", self.names),
            texts.put(f"{here}.wish", self.wish),
            tuple((stage, texts.put(f"{here}.endings.{stage}", words)) for stage, words in self.endings.items()),
            tuple((heading, texts.put(f"{here}.notes.{heading}", words)) for heading, words in self.notes.items()),
            self.source,
            self._spoken_for(),
            texts.put(f"{here}.apart.names", self.apart.names) if self.apart else "",
            self.apart.picture if self.apart else "",
        )

    def _spoken_for(self) -> int:
        fixed = sum(bill.amount for bill in self.bills.values()) + sum(d.instalment for d in self.debts.values())
        living = sum(envelope.normal for id, envelope in self.envelopes.items() if id != "saving")
        income = sum(income.net for income in self.incomes.values())
        return half_up(10 * (fixed + living), income) if income else 10


def _windowed(shape: SureShock | ActShock, texts: Texts) -> Shock:
    return shape.noun(texts, shape.window[0] - 1, shape.window[1] - 1)

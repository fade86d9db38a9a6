"""Creditor kinds, credit products with their offers, and the dated figures of the law."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from game.content.conditions import CalendarMonths, When, condition
from game.content.fields import (
    Creditor,
    Day,
    Figure,
    Flag,
    Id,
    Language,
    Money,
    MonthlyChance,
    ParameterName,
    Picture,
    Plain,
    Text,
    one_of,
    whole,
)
from game.content.shape import Filled, Several, Shape, Texts
from game.content.sums import Sum
from game.model.parameters import Parameter, Source
from game.model.scenario import CreditorKind, Offer, Product, Step

DOES = (
    "court",
    "block",
    "cut",
    "end_contract",
    "assignment",
    "call_in",
    "collection",
    "evict",
    "repossess",
    "limit_cut",
    "order",
    "title",
    "bailiff",
    "garnish",
    "seize",
    "advance",
    "family_late",
)
PRODUCTS = ("overdraft", "card", "loan", "instalments", "parts", "car_loan", "family", "micro")
STATUS = ("verified", "earlier", "derived", "estimate")


class StepWords(Shape):
    """One letter of a creditor's path."""

    age: Annotated[int, whole(-1, 36, "an age in months")] = Field(description="months since it was left; -1: the bill")
    step: Id = Field(description="its name")
    level: Annotated[str, one_of("white", "amber", "brick")]
    fee: Sum = Field(description="euros, or a figure of the law")
    title: Text
    letter: Text = Field(description="as in life, at most forty words")
    plain: Text = Field(description="the same in plain words")
    does: Several[Annotated[str, one_of(*DOES)]] = Field(default_factory=list)
    not_in: CalendarMonths = Field(frozenset(), description="months of the year in which this step waits")

    def noun(self, texts: Texts, creditor: str) -> Step:
        """The model's step."""
        path = f"{creditor}.steps.{self.step}"
        letter, plain, title = (texts.put(f"{path}.{n}", getattr(self, n)) for n in ("letter", "plain", "title"))
        return Step(
            self.age, self.step, self.level, self.fee.noun(), letter, plain, title, tuple(self.does), self.not_in
        )


class CreditorWords(Shape):
    """How one kind of creditor behaves when it is not paid."""

    begins: ClassVar[str] = "creditor"
    creditor: Id = Field(description="its name")
    language: Language = "en"
    name: Text
    harm: Annotated[int, whole(0, 9, "harm")] = Field(5, description="the adviser lets the least harmful wait")
    steps: list[StepWords] = Field(default_factory=list)
    tail_from: Annotated[int, whole(0, 36, "an age in months")] = Field(0, description="age at which court begins")
    court: Flag = Field(True, description="false: never goes to court")
    parts: Annotated[int, whole(0, 60, "a number of months")] = Field(3, description="months an agreement runs")
    adviser_parts: Annotated[int, whole(0, 60, "a number of months")] = 6
    late_rate: ParameterName | None = Field(None, description="a figure of the law: interest on what is late")
    icon: Picture | None = None
    source: Plain = ""

    @property
    def id(self) -> str:
        """The creditor kind's name."""
        return self.creditor

    def noun(self, texts: Texts) -> CreditorKind:
        """The model's creditor kind."""
        path = f"creditor.{self.id}"
        steps = tuple(step.noun(texts, path) for step in self.steps)
        return CreditorKind(
            self.id,
            texts.put(f"{path}.name", self.name),
            steps,
            self.tail_from,
            self.harm,
            self.court,
            self.parts,
            self.adviser_parts,
            self.late_rate or "",
            self.icon or "",
            self.source,
        )


class OfferWords(Shape):
    """A credit that comes by mail."""

    offer: Id = Field(description="its name")
    title: Text
    text: Text = Field(description="as in life, at most forty words")
    small_print: Text
    amount: Money
    months: Annotated[int, whole(1, 480, "a number of months")]
    when: When | None = None
    chance: MonthlyChance = Field(0, description="a month: 8 %")
    tempting: Flag = Field(False, description="only with the account under zero")
    rate: ParameterName | None = Field(None, description="a figure of the law, when it is not the product's own")
    raises_limit: Money = 0
    anybody: Flag = Field(False, description="takes anybody, up to half of the income")
    picture: Picture | None = None

    def noun(self, texts: Texts, product: str) -> Offer:
        """The model's offer."""
        path = f"offer.{self.offer}"
        title, text, small = (texts.put(f"{path}.{n}", getattr(self, n)) for n in ("title", "text", "small_print"))
        return Offer(
            self.offer,
            product,
            title,
            text,
            small,
            self.amount,
            self.months,
            condition(self.when),
            self.chance,
            self.tempting,
            self.rate or "",
            self.raises_limit,
            self.anybody,
            self.picture or "",
        )


class ProductWords(Shape):
    """A credit somebody can take."""

    begins: ClassVar[str] = "product"
    product: Id = Field(description="its name")
    language: Language = "en"
    kind_: Annotated[str, one_of(*PRODUCTS)] = Field(alias="kind", description="how it is repaid")
    name: Text
    creditor: Creditor = Field(description="the creditor kind whose path it takes when unpaid")
    rate: ParameterName | None = Field(None, description="a figure of the law, per cent a year; left out: no interest")
    minimum_percent: ParameterName | None = Field(None, description="of a card")
    minimum_amount: ParameterName | None = Field(None, description="of a card")
    secured: Flag = False
    offers: list[OfferWords] = Field(default_factory=list)
    icon: Picture | None = None
    source: Plain = ""

    @property
    def id(self) -> str:
        """The product's name."""
        return self.product

    def noun(self, texts: Texts) -> Product:
        """The model's product, without its offers."""
        return Product(
            self.id,
            self.kind_,
            texts.put(f"product.{self.id}.name", self.name),
            self.creditor,
            self.rate or "",
            self.minimum_percent or "",
            self.minimum_amount or "",
            self.secured,
            self.icon or "",
            self.source,
        )


class SourceWords(Shape):
    """Where a figure was read."""

    short: ClassVar[str] = "title"
    title: Plain
    url: Plain = ""
    checked_on: Day | None = Field(None, description="the day somebody last looked")


class ParameterWords(Shape):
    """A figure of law, price or custom."""

    unit: Plain = Field(description="EUR a month, per cent a year …")
    status: Annotated[str, one_of(*STATUS)]
    source: SourceWords
    note: Plain = ""
    values: Filled[dict[Day, Figure]] = Field(description="by the day since which it holds")

    def noun(self, name: str) -> Parameter:
        """The model's parameter, oldest value first."""
        checked = self.source.checked_on.isoformat() if self.source.checked_on else ""
        source = Source(self.source.title, self.source.url, checked)
        return Parameter(name, self.unit, self.status, source, tuple(sorted(self.values.items())), self.note)


class LawWords(Shape):
    """A file of figures."""

    begins: ClassVar[str] = "law"
    figures: dict[Id, ParameterWords]

    @property
    def id(self) -> str:
        """A law file has no name of its own."""
        return ""

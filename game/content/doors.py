"""The doors of help: rights and calls, and the page with the real offices."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from game.content.conditions import CalendarMonths, When, condition
from game.content.effects import EffectWords
from game.content.fields import (
    CallName,
    Creditor,
    Day,
    Delay,
    Duration,
    Flag,
    Id,
    Language,
    Money,
    Picture,
    Plain,
    Points,
    Text,
    one_of,
    whole,
    wrong,
)
from game.content.shape import Shape, Texts
from game.content.sums import Sum
from game.model.effects import Amount
from game.model.scenario import CallKind, Help, Office, Right

CALLS = ("talk", "deferral", "bank", "adviser", "social_office", "advance", "agency", "rights")


class RightWords(Shape):
    """A benefit or a claim."""

    begins: ClassVar[str] = "right"
    right: Id = Field(description="its name")
    language: Language = "en"
    title: Text
    text: Text
    when: When = Field(description="it opens when this holds")
    ask: Annotated[str, one_of("letter", "call", "self")] = Field(
        "call", description="letter: on the shock's own letter; call: by a call; self: comes by itself"
    )
    call: CallName | None = Field(None, description="which call claims it")
    delay: Delay = Field(0, description="months to the first payment")
    monthly: Sum | None = Field(None, description="euros a month; left out: the household says")
    once: Sum | None = Field(None, description="euros once; left out: the household says")
    months: Duration = Field(0, description="how long; left out: as long as it holds")
    season: CalendarMonths = Field(frozenset(), description="months of the year in which it can be asked for: 1-10")
    deadline: Annotated[int, whole(1, 60, "a number of months")] = Field(0, description="months after it opens")
    yearly: Flag = Field(False, description="a once-payment that may come again next year")
    while_holding: Flag = Field(False, description="stops when `when` no longer holds")
    back_pay: Flag = Field(True, description="the first payment brings the months since asking")
    indexed: Flag = Field(False, description="follows the wage index")
    first_payment: Money = Field(0, description="euros of a first month that is not a whole one")
    papers: Annotated[int, whole(0, 6, "a number of half-days")] = Field(0, description="half-days for the papers")
    morale: Points = Field(0, description="pride, once")
    effects: EffectWords | None = Field(None, description="what it does beside money, as on options")
    icon: Picture | None = None
    source: Plain = ""

    @property
    def id(self) -> str:
        """The right's name."""
        return self.right

    @model_validator(mode="after")
    def _consistent(self) -> RightWords:
        if self.ask == "call" and self.call is None:
            raise wrong("missing-field", "is asked for by a call, and names none", "write call: social_office")
        if self.monthly is not None and self.once is not None:
            raise wrong("either-or", "has both monthly and once", "keep one of the two")
        return self

    def noun(self, texts: Texts) -> Right:
        """The model's right."""
        path = f"right.{self.id}"
        return Right(
            self.id,
            texts.put(f"{path}.title", self.title),
            texts.put(f"{path}.text", self.text),
            self.when.noun(),
            ask=self.ask,
            call=self.call or "",
            deadline=self.deadline,
            season=self.season,
            delay=self.delay,
            months=self.months,
            monthly=self.monthly.noun() if self.monthly else Amount(),
            once=self.once.noun() if self.once else Amount(),
            yearly=self.yearly,
            while_holding=self.while_holding,
            back_pay=self.back_pay,
            indexed=self.indexed,
            first_payment=self.first_payment,
            papers=self.papers,
            morale=10 * self.morale,
            effects=self.effects.effects(texts, path) if self.effects else (),
            icon=self.icon or "",
            source=self.source,
        )


class CallWords(Shape):
    """Somebody the household can call."""

    begins: ClassVar[str] = "call"
    call: Id = Field(description="its name")
    language: Language = "en"
    title: Text
    text: Text = Field(description="what can be had")
    does: Annotated[str, one_of(*CALLS)] = Field(description="what the engine does")
    creditor: Creditor | None = Field(None, description="for a deferral: the creditor kind")
    when: When | None = None
    likely: Annotated[str, one_of("very_likely", "likely", "perhaps")] = ""
    yes: Text | None = Field(None, description="the answer when they agree")
    no: Text | None = Field(None, description="the answer when they do not")
    morale: Points = 0
    first: Points = Field(0, description="morale, the first time this number is dialled")
    face: Picture | None = None
    icon: Picture | None = None
    free: Flag = Field(False, description="free and confidential")
    source: Plain = ""

    @property
    def id(self) -> str:
        """The call's name."""
        return self.call

    def noun(self, texts: Texts) -> CallKind:
        """The model's call."""
        path = f"call.{self.id}"
        return CallKind(
            self.id,
            texts.put(f"{path}.title", self.title),
            texts.put(f"{path}.text", self.text),
            self.does,
            condition(self.when),
            self.creditor or "",
            self.likely,
            texts.put(f"{path}.yes", self.yes),
            texts.put(f"{path}.no", self.no),
            10 * self.morale,
            10 * self.first,
            self.face or "",
            self.icon or "",
            self.free,
            self.source,
        )


class OfficeWords(Shape):
    """A real office."""

    name: Plain
    town: Plain
    address: Plain
    telephone: Plain = ""
    email: Plain = ""
    does: Text | None = Field(None, description="what they help with")
    advice: Flag = Field(False, description="a debt advice office (SICS)")

    def noun(self, id: str, texts: Texts) -> Office:
        """The model's office; only `does` is a text id."""
        return Office(
            id,
            self.name,
            self.town,
            self.address,
            self.telephone,
            self.email,
            texts.put(f"help.{id}.does", self.does),
            self.advice,
        )


class HelpWords(Shape):
    """The help page."""

    begins: ClassVar[str] = "help"
    offices: dict[Id, OfficeWords]
    language: Language = "en"
    checked_on: Day = Field(description="the day somebody last called or looked")

    @property
    def id(self) -> str:
        """There is one help page."""
        return "help"

    def noun(self, texts: Texts) -> Help:
        """The model's help page."""
        return Help(self.checked_on.isoformat(), tuple(office.noun(id, texts) for id, office in self.offices.items()))

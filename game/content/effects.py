"""What an option, a shock or a letter does: the effect words as an author writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from game.content.fields import (
    Chance,
    Creditor,
    DebtName,
    Delay,
    Duration,
    Envelope,
    Flag,
    Id,
    PersonName,
    Points,
    ProductName,
    Rate,
    Reads,
    Reference,
    RightName,
    SignedMoney,
    Text,
    one_word,
    percent,
    reference,
    refers,
    whole,
    wrong,
)
from game.content.shape import Several, Shape, Texts
from game.content.sums import SignedSum, Sum, exactly_one
from game.model import effects as model
from game.model.effects import Effect, Later, Outcome

Parts = Annotated[int, whole(2, 60, "a number of parts")]


class Pay(Shape):
    """A cost of this month."""

    short: ClassVar[str] = "amount"
    amount: Sum
    envelope: Envelope = Field("", description="a part comes out of it")
    to: Creditor | None = Field(None, description="a creditor kind: the bill may wait in a tight month")
    parts: Parts = Field(0, description="the shop sells it in so many parts")

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Pay(self.amount.noun(), self.envelope, self.to or "", self.parts)


class Receive(Shape):
    """Money comes, now or every month."""

    short: ClassVar[str] = "amount"
    amount: Sum | None = Field(None, description="euros, now")
    monthly: Sum | None = Field(None, description="euros every month")
    months: Duration = Field(0, description="left out: to the end")
    start: Delay = Field(0, description="months from now to the first one")

    @model_validator(mode="after")
    def _one(self) -> Receive:
        exactly_one(self, "amount", "monthly")
        return self

    def noun(self) -> Effect:
        """Receive for a sum now, Gain for a monthly one."""
        if self.monthly is not None:
            return model.Gain(self.monthly.noun(), self.months, self.start)
        assert self.amount is not None
        return model.Receive(self.amount.noun())


class Spend(Shape):
    """A cost every month; negative: saved every month."""

    monthly: SignedSum
    months: Duration = Field(0, description="left out: to the end")
    envelope: Envelope = ""
    start: Delay = 0

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Spend(self.monthly.noun(), self.months, self.envelope, self.start)


class IncomeChange(Shape):
    """A person's pay changes, from next month on."""

    person: PersonName
    monthly: SignedMoney | None = Field(None, description="euros more, or less with a minus")
    part: Annotated[int, percent(1000, -100, 200)] | None = Field(None, description="a part of the pay: -10 %")
    months: Duration = 0
    start: Delay = 1

    @model_validator(mode="after")
    def _one(self) -> IncomeChange:
        exactly_one(self, "monthly", "part")
        return self

    def noun(self) -> Effect:
        """The model's effect."""
        return model.IncomeChange(self.person, self.monthly or 0, self.part or 0, self.months, self.start)


class EnvelopeChange(Shape):
    """The envelope itself costs more or less."""

    envelope: Envelope
    monthly: SignedMoney | None = None
    part: Annotated[int, percent(100, -100, 200)] | None = Field(None, description="a part of it: -5 %")
    months: Duration = 0
    start: Delay = 0

    @model_validator(mode="after")
    def _one(self) -> EnvelopeChange:
        exactly_one(self, "monthly", "part")
        return self

    def noun(self) -> Effect:
        """The model's effect."""
        return model.EnvelopeChange(self.envelope, self.monthly or 0, self.part or 0, self.months, self.start)


class BillChange(Shape):
    """A fixed cost changes."""

    bill: Annotated[Reference, refers("bill")]
    monthly: SignedMoney
    months: Duration = 0
    start: Delay = 1

    def noun(self) -> Effect:
        """The model's effect."""
        return model.BillChange(self.bill, self.monthly, self.months, self.start)


class Borrow(Shape):
    """A new credit; without `cash` it pays for the thing itself."""

    product: ProductName
    amount: Sum
    months: Duration = Field(0, description="left out only for a card or an overdraft")
    rate: Rate | None = Field(None, description="per cent a year, when it is not the product's own")
    cash: Flag = False

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Borrow(self.product, self.amount.noun(), self.months, self.cash, self.rate)


class Repay(Shape):
    """Money of the account goes to a debt."""

    debt: DebtName = Field(description="dearest, arrears, or a debt of the household")
    amount: Sum
    months: Duration = 1

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Repay(self.debt, self.amount.noun(), self.months)


class Reschedule(Shape):
    """One loan pays off others."""

    debts: Several[DebtName]
    product: ProductName
    months: Duration
    rate: Rate | None = None
    keep: Flag = Field(False, description="the card stays usable")

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Reschedule(tuple(self.debts), self.product, self.months, self.rate, self.keep)


class Save(Shape):
    """Money goes to savings."""

    short: ClassVar[str] = "amount"
    amount: Sum
    months: Duration = 1

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Save(self.amount.noun(), self.months)


class Time(Shape):
    """Half-days."""

    short: ClassVar[str] = "half_days"
    half_days: Annotated[int, whole(-6, 12, "a number of half-days")]
    months: Duration = 1

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Time(self.half_days, self.months)


class Work(Shape):
    """The chance a month that work is found."""

    chance: Annotated[int, percent(10_000, -100, 100)]
    months: Duration = 0
    start: Delay = 0

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Work(self.chance, self.months, self.start)


class Limit(Shape):
    """The overdraft limit changes."""

    short: ClassVar[str] = "change"
    change: SignedMoney
    months: Duration = 0

    def noun(self) -> Effect:
        """The model's effect."""
        return model.Limit(self.change, self.months)


class SetFlag(Shape):
    """A flag of the household is set, or taken away with `on: false`."""

    short: ClassVar[str] = "flag"
    flag: Annotated[Reference, refers("set_flag")]
    on: Flag = True

    def noun(self) -> Effect:
        """The model's effect."""
        return model.SetFlag(self.flag, self.on)


def _call(raw: Any) -> str:
    word = one_word(raw, "true or a call", "true")
    if word.lower() == "true":
        return ""
    if word.lower() in ("false", "yes", "no", "on", "off"):
        raise wrong("yes-no", f"is '{word}', true or a call is expected", "write true, or take the line out")
    return reference("call")(raw)


UsedCall = Annotated[str, Reads(_call, {"type": ["boolean", "string"]})]


class EffectWords(Shape):
    """The effects, one word each; most take one or a list."""

    pay: Several[Pay] | None = Field(None, description="a cost of this month")
    receive: Several[Receive] | None = Field(None, description="money comes, now or every month")
    spend: Several[Spend] | None = Field(None, description="a cost every month; negative: saved")
    income: Several[IncomeChange] | None = Field(None, description="pay changes")
    envelope: Several[EnvelopeChange] | None = Field(None, description="the envelope itself costs more or less")
    bill: Several[BillChange] | None = Field(None, description="a fixed cost changes")
    borrow: Several[Borrow] | None = Field(None, description="a new credit")
    repay: Several[Repay] | None = Field(None, description="money of the account to a debt")
    reschedule: Several[Reschedule] | None = Field(None, description="one loan pays off others")
    save: Several[Save] | None = Field(None, description="to savings")
    morale: Points | None = Field(None, description="-2 to +2")
    health: Points | None = Field(None, description="-2 to +2")
    time: Several[Time] | None = Field(None, description="half-days")
    trust: dict[Id, Annotated[int, whole(-3, 3, "trust")]] | None = Field(None, description="{friend: +1}")
    right: Several[RightName] | None = Field(None, description="a right comes into sight")
    claim: Several[RightName] | None = Field(None, description="a right is asked for now")
    call: UsedCall | None = Field(None, description="true: uses the call of the month; or: is that call")
    work: Several[Work] | None = Field(None, description="the chance to find work changes")
    limit: Several[Limit] | None = Field(None, description="the overdraft limit changes")
    flag: Several[SetFlag] | None = Field(None, description="a flag of the household")
    later: Several[LaterWords] | None = Field(None, description="comes back after some months")

    def effects(self, texts: Texts, path: str) -> tuple[Effect, ...]:
        """The effects in one fixed order; letters go to `texts` under `path`."""
        return (*self._own(), *_laters(self.later or [], texts, path))

    def _own(self) -> Iterator[Effect]:
        for name in ("pay", "receive", "spend", "income", "envelope", "bill", "borrow", "repay", "reschedule", "save"):
            yield from (shape.noun() for shape in getattr(self, name) or ())
        if self.morale is not None:
            yield model.Morale(10 * self.morale)
        if self.health is not None:
            yield model.Health(10 * self.health)
        yield from (shape.noun() for shape in self.time or ())
        yield from (model.Trust(who, points) for who, points in (self.trust or {}).items())
        yield from (model.OpenRight(right) for right in self.right or ())
        yield from (model.Claim(right) for right in self.claim or ())
        if self.call is not None:
            yield model.UseCall(self.call)
        for name in ("work", "limit", "flag"):
            yield from (shape.noun() for shape in getattr(self, name) or ())


class OutcomeWords(EffectWords):
    """One way in which a choice answers."""

    letter: Text | None = Field(None, description='a letter; it may begin with "{month}: …", the month of the choice')
    dilemma: Annotated[Reference, refers("card")] | None = Field(None, description="a card that comes")


class ChanceWords(OutcomeWords):
    """One of several outcomes."""

    chance: Chance


class LaterWords(OutcomeWords):
    """What comes back, and after how many months."""

    in_: Annotated[int, whole(1, 36, "a number of months")] = Field(alias="in", description="months from now")
    chance: Chance | None = Field(None, description="left out: sure")
    outcomes: list[ChanceWords] | None = Field(None, description="several outcomes with their chances")
    else_: OutcomeWords | None = Field(None, alias="else", description="what happens otherwise")

    @model_validator(mode="after")
    def _consistent(self) -> LaterWords:
        own = [name for name in self.model_fields_set if name not in ("in_", "outcomes", "else_")]
        if self.outcomes and own:
            raise wrong("either-or", "has outcomes and words of its own", "put them into one of the outcomes")
        if not self.outcomes and not [name for name in own if name != "chance"]:
            raise wrong("missing-field", "says nothing and does nothing", 'write letter: "{month}: …", or an effect')
        if self.else_ and self.chance is None and not self.outcomes:
            raise wrong("missing-field", "has an `else`, and no chance", "write chance: 50 %")
        return self

    def chances(self) -> list[int]:
        """The chances of the outcomes, of 10,000, without `else`."""
        if self.outcomes:
            return [outcome.chance for outcome in self.outcomes]
        return [10_000 if self.chance is None else self.chance]


def _laters(shapes: list[LaterWords], texts: Texts, path: str) -> Iterator[Later]:
    for number, shape in enumerate(shapes, 1):
        base = f"{path}.later" if number == 1 else f"{path}.later.{number}"
        chances = shape.chances()
        outcomes: list[OutcomeWords] = [*shape.outcomes] if shape.outcomes else [shape]
        names = ["" if index == 1 else f".{index}" for index in range(1, len(outcomes) + 1)]
        if shape.else_:
            outcomes.append(shape.else_)
            names.append(".else")
            chances.append(10_000 - sum(chances))
        nouns = (
            _outcome(outcome, chance, texts, base, name)
            for outcome, chance, name in zip(outcomes, chances, names, strict=True)
        )
        yield Later(shape.in_, tuple(nouns))


def _outcome(shape: OutcomeWords, chance: int, texts: Texts, base: str, name: str) -> Outcome:
    letter = texts.put(f"{base}.letter{name}", shape.letter)
    inside = f"{base}.outcome{name}" if name else base
    return Outcome(chance, letter, shape.dilemma or "", shape.effects(texts, inside))


EffectWords.model_rebuild()  # its `later` holds effects again
OutcomeWords.model_rebuild()
ChanceWords.model_rebuild()

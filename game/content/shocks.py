"""Shocks: shared ones, which come by chance, and a household's own sure ones."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from game.content.conditions import When, Window, condition
from game.content.effects import EffectWords
from game.content.fields import (
    Chance,
    Delay,
    Duration,
    Flag,
    Id,
    Language,
    Money,
    MonthlyChance,
    Picture,
    Plain,
    Reference,
    RightName,
    Text,
    percent,
    refers,
    whole,
    wrong,
)
from game.content.shape import Shape, Texts
from game.model.scenario import Loss, Shock

Earner = Annotated[Reference, refers("earner")]


class FoundWork(Shape):
    """How a lost job ends."""

    from_: Annotated[int, whole(1, 60, "a month")] = Field(alias="from", description="months after the shock")
    chance: Chance = Field(description="a month: 7 %")
    pay: Money = Field(description="euros net a month of the job that is found")


class LossWords(Shape):
    """Income that the shock takes: for `months`, until work is `found`, or, with neither, for good."""

    person: Earner = Field(description="somebody who lives here; in shared shocks: main or other, by their pay")
    part: Annotated[int, percent(1000, -100, 0)] = Field(description="-100 % is all of the pay")
    start: Delay = Field(1, description="months after the shock")
    months: Duration | None = Field(None, description="how long")
    found: FoundWork | None = None
    announced: Duration = Field(0, description="months the letter speaks of, for looking ahead")
    first_month: Money = Field(0, description="euros of pay that still come in the first month")

    @model_validator(mode="after")
    def _one_end(self) -> LossWords:
        if self.months and self.found:
            raise wrong("either-or", "has both months and found", "keep the one by which the loss ends")
        return self

    def noun(self) -> Loss:
        """The model's loss; a thousandth of the pay is positive there."""
        found = self.found
        return Loss(
            self.person,
            -self.part,
            self.start,
            self.months or 0,
            found.from_ if found else 0,
            found.chance if found else 0,
            found.pay if found else 0,
            self.announced,
            self.first_month,
        )


class Change(Shape):
    """One line of what changes."""

    icon: Picture
    text: Text


class ShockWords(EffectWords):
    """A shock: something nobody chose."""

    begins: ClassVar[str] = "shock"
    shock: Id = Field(description="its name")
    language: Language = "en"
    kind_: Id = Field(alias="kind", description="`without: [job]` leaves all of this kind out")
    title: Text
    sender: Text | None = Field(None, description="who writes")
    letter: Text = Field(description="as in life, at most forty words")
    plain: Text = Field(description="the same in plain words")
    changes: list[Change] = Field(default_factory=list, description="what changes, at most three lines")
    big: Flag = False
    when: When | None = Field(None, description="a scheduled shock passes without a trace when this does not hold")
    losses: list[LossWords] = Field(default_factory=list)
    rights: list[RightName] = Field(default_factory=list, description="rights that open")
    picture: Picture | None = None
    face: Picture | None = None
    source: Plain = ""

    @property
    def id(self) -> str:
        """The shock's name."""
        return self.shock

    def noun(self, texts: Texts, first: int = 0, last: int = 0, chance: int = 0) -> Shock:
        """The model's shock; `first` and `last` are month indexes, `chance` is of a million a month."""
        path = f"shock.{self.id}"
        changes = tuple(
            (change.icon, texts.put(f"{path}.changes.{number}", change.text))
            for number, change in enumerate(self.changes, 1)
        )
        return Shock(
            self.id,
            self.kind_,
            texts.put(f"{path}.title", self.title),
            texts.put(f"{path}.letter", self.letter),
            texts.put(f"{path}.plain", self.plain),
            texts.put(f"{path}.sender", self.sender),
            changes,
            self.big,
            chance,
            condition(self.when),
            self.effects(texts, path),
            tuple(loss.noun() for loss in self.losses),
            tuple(self.rights),
            self.picture or "",
            self.face or "",
            first,
            last,
            self.source,
        )


class SharedShock(ShockWords):
    """A shock that may come to every household that names it under `chances`."""

    chance: MonthlyChance = Field(0, description="a month: 0.25 %; left out: only when the facilitator puts it there")

    def shared(self, texts: Texts) -> Shock:
        """The model's shock."""
        return self.noun(texts, chance=self.chance)


class SureShock(ShockWords):
    """A household's own shock: it comes in a month of its window."""

    window: Window = Field(description="months of the game: 4-7")


class ActShock(ShockWords):
    """A shock of the second act: one of them comes, in months 13 to 17."""

    window: Window = Field((13, 17), description="months of the game, 13-17 when not said")

"""Cards: shared ones, follow-ups, and a household's own."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from game.content.conditions import When, Window, condition
from game.content.effects import EffectWords
from game.content.fields import Flag, Id, Language, Picture, Plain, Reference, SureShockName, Text, one_of, refers
from game.content.shape import Filled, Shape, Texts
from game.model.scenario import Choice, Dilemma, Rule


class OptionWords(EffectWords):
    """One option: what it says, when it is there, and what it does."""

    id: Id
    text: Text = Field(description="at most seven words")
    if_: When | None = Field(None, alias="if", description="when this option is there; left out: always")

    def noun(self, texts: Texts, card: str) -> Choice:
        """The model's choice."""
        path = f"{card}.options.{self.id}"
        return Choice(self.id, texts.put(f"{path}.text", self.text), condition(self.if_), self.effects(texts, path))


class RuleWords(Shape):
    """What the free adviser takes when `if` holds."""

    if_: When | None = Field(None, alias="if")
    take: Annotated[Reference, refers("option")] = Field(description="the id of an option")

    def noun(self) -> Rule:
        """The model's rule."""
        return Rule(condition(self.if_), self.take)


class Card(Shape):
    """A card: a choice the household meets."""

    begins: ClassVar[str] = "dilemma"
    dilemma: Id = Field(description="its name; the file has the same")
    language: Language = "en"
    title: Text = Field(description="at most four words")
    text: Text = Field(description="at most thirty words")
    picture: Picture | None = Field(None, description="a file of assets/pictures, without .svg")
    family: Id | None = Field(None, description="never two of one family running")
    lot: Annotated[str, one_of("A", "B")] = ""
    joy: Flag = False
    about: Annotated[str, one_of("spend", "credit", "late", "rights")] = Field(description="what the debrief counts")
    follow_up: Flag = Field(False, description="only reached by another card's `later`")
    when: When | None = Field(None, description="when it may come")
    options: Filled[list[OptionWords]] = Field(description="two to four")
    careful: Filled[list[RuleWords]] = Field(description="what the free adviser takes; the last rule has no `if`")
    debrief: Text | None = Field(None, description="one line after the game")
    source: Plain = ""

    @property
    def id(self) -> str:
        """The card's name."""
        return self.dilemma

    def months(self) -> tuple[int, int]:
        """First and last month index in which it may be played."""
        return 0, 999

    def noun(self, texts: Texts) -> Dilemma:
        """The model's card."""
        path = f"dilemma.{self.id}"
        first, last = self.months()
        return Dilemma(
            self.id,
            texts.put(f"{path}.title", self.title),
            texts.put(f"{path}.text", self.text),
            tuple(option.noun(texts, path) for option in self.options),
            condition(self.when),
            picture=self.picture or "",
            about=self.about,
            family=self.family or "",
            lot=self.lot,
            joy=self.joy,
            follow_up=self.follow_up,
            first=first,
            last=last,
            careful=tuple(rule.noun() for rule in self.careful),
            debrief=texts.put(f"{path}.debrief", self.debrief),
            source=self.source,
            shifts_with=self._shifts_with(),
        )

    def _shifts_with(self) -> str:
        return ""


class OwnCard(Card):
    """A card of one household, played inside its window."""

    window: Window | None = Field(None, description="months of the game in which it is played: 2-4")
    with_: SureShockName | None = Field(None, alias="with", description="the sure shock that moves the window")

    def months(self) -> tuple[int, int]:
        """First and last month index in which it may be played."""
        return (self.window[0] - 1, self.window[1] - 1) if self.window else (0, 999)

    def _shifts_with(self) -> str:
        return self.with_ or ""

"""What the month's table shows, as one value: the question, the table, and where each answer takes the account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.explain.desk import Desk
from game.explain.outlook import Outlook
from game.model.game import Question
from game.ui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Before:
    """The account (cents) and the letters before the last answer: from there money leaves and letters drop."""

    account: int
    letters: int


@dataclass(frozen=True, slots=True)
class Facts:
    """`lines`: option id -> where it takes the account; only options that move it have one."""

    question: Question
    desk: Desk
    line: Outlook
    lines: tuple[tuple[str, Outlook], ...] = ()
    before: Before | None = None
    stays: bool = False  # whether it is the same question again: the focus stays where it is then
    cue: str = ""

    keys: ClassVar[str] = "ABCDEFGH"

    def looked_at(self, sheet: Sheet) -> str:
        """The option under the pointer, or the one the keyboard is on; empty when none is looked at."""
        live = [option.id for option in self.question.options]
        if sheet.view.hover in live:
            return sheet.view.hover
        return sheet.view.focus if sheet.view.keyboard and sheet.view.focus in live else ""

    def look(self, option: str) -> Outlook | None:
        """The line with that option; None if it does not move the account."""
        return next((line for name, line in self.lines if name == option), None)


def is_compact(sheet: Sheet) -> bool:
    """Whether mail, debts and telephone are tabs: in narrow windows and with large letters."""
    return sheet.narrow or sheet.text_size > 100

"""A question in its plainest form, for kinds that have no page of their own yet."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.game import Option, Question
from game.model.message import Message
from game.ui import parts
from game.ui.controls import button, option_row
from game.ui.screen import Give, Home, Still
from game.ui.sheet import Sheet
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Asked(Still):
    """The question with its options, and how much lies on the account (cents)."""

    question: Question
    account: int

    def lay(self, sheet: Sheet) -> None:
        """One paper; it scrolls where a triage has many options."""
        sheet.table()
        wide = min(1200.0, sheet.width - 2 * sheet.margin)
        paper = Box((sheet.width - wide) / 2, 48, wide, sheet.height - 96)
        with sheet.inside(parts.paper(sheet, paper, radius=24)), sheet.scroll(paper.inset(24)) as top:
            x, w = paper.x + 48, wide - 96
            told = f"{sheet.voice.month(self.question.month)} · {sheet.voice.money(self.account)}"
            y = sheet.text(x, top + 24, w, told, "note").bottom + 12
            y = sheet.text(x, y, w, sheet.say(self.question.title), "title", lines=2, shrink=44).bottom + 12
            y = sheet.text(x, y, w, sheet.say(self.question.text), "body").bottom + 28
            for place, option in enumerate(self.question.options):
                y = _option(sheet, Box(x, y, w, 112), place, option) + 14


@dataclass(frozen=True, slots=True)
class Ended(Still):
    """The game is over: the last month in one sentence, and the way back to the title."""

    said: Message | None

    def lay(self, sheet: Sheet) -> None:
        """The sentence and a button."""
        sheet.table(300, 700)
        paper = Box(sheet.margin, 200, sheet.width - 2 * sheet.margin, 480)
        with sheet.inside(parts.paper(sheet, paper, radius=24)):
            said = self.said if self.said is not None else "end.over"
            sheet.text(paper.x + 48, paper.y + 60, paper.w - 96, sheet.say(said), "title", lines=4, shrink=36)
            way = Box(paper.x + 48, paper.bottom - 132, 420, 84)
            button(sheet, way, "home", sheet.say("end.home"), Home(), first=True)


def _option(sheet: Sheet, box: Box, place: int, option: Option) -> float:
    key = chr(ord("A") + place) if place < 26 else ""
    note = " ".join(sheet.say(one) for one in option.notes)
    price = sheet.voice.money(option.now) if option.now else ""
    row = option_row(
        sheet, box.x, box.y, box.w, option.id, key, sheet.say(option.text), note, Give(option.id), price=price,
        first=place == 0,
    )  # fmt: skip
    return row.bottom

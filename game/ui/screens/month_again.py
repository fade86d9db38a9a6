"""What moved in a month: the money as a list, for who wants to see where it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.explain.moved import Line, Moved
from game.model.message import message
from game.ui import parts
from game.ui.screen import Pop, Still
from game.ui.screens.between import Way, capital, foot
from game.ui.sheet import Sheet
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class MonthAgain(Still):
    """The list of one closed month."""

    moved: Moved

    def lay(self, sheet: Sheet) -> None:
        """What came in at the left, what it was used for and the debts at the right."""
        sheet.table(120, 980)
        title = capital(sheet.say(message("moved.title", month_year=self.moved.month)))
        head = sheet.text(sheet.margin, 40, sheet.width - 2 * sheet.margin, title, "heading", lines=1, shrink=40)
        low = foot(sheet, (), Way("back", "ESCAPE", sheet.say("table.back"), Pop(), 300), arrow=False)
        room = Box(sheet.margin, head.bottom + 28, sheet.width - 2 * sheet.margin, low - head.bottom - 56)
        columns = 1 if (sheet.narrow and sheet.text_size > 100) or sheet.text_size > 125 else 2
        column = (room.w - (columns - 1) * 40) / columns
        came, went, debts = ("came", self.moved.came), ("went", self.moved.went), ("debts", self.moved.debts)
        lists = [[came, debts], [went]] if columns == 2 else [[came], [went], [debts]]
        with sheet.scroll(Box(room.x - 20, room.y - 20, room.w + 40, room.h + 20)) as top:
            y = top + 20
            for place, groups in enumerate(lists):
                x = room.x + (place * (column + 40) if columns == 2 else 0)
                below = _paper(sheet, Box(x, y, column, 0), [(name, lines) for name, lines in groups if lines])
                y = below + 24 if columns == 1 else y


def _paper(sheet: Sheet, at: Box, groups: Sequence[tuple[str, Sequence[Line]]]) -> float:
    high = sum(_group_height(sheet, at.w - 72, name, lines) for name, lines in groups) + 40
    box = Box(at.x, at.y, at.w, high)
    with sheet.inside(parts.paper(sheet, box)):
        y = box.y + 24
        for name, lines in groups:
            y = sheet.text(box.x + 36, y, box.w - 72, sheet.say(f"moved.{name}"), "subheading").bottom + 8
            for line in lines:
                amount = sheet.voice.signed(line.cents) if name == "debts" else sheet.voice.money(line.cents)
                y = parts.money_row(sheet, box.x + 36, y, box.w - 72, sheet.say(line.name), amount).bottom
            if name != "debts":
                total = sheet.voice.money(sum(line.cents for line in lines))
                y = parts.money_row(
                    sheet, box.x + 36, y + 6, box.w - 72, sheet.say("moved.total"), total, given="strong", line=True
                ).bottom
            y += 20
    return box.bottom


def _group_height(sheet: Sheet, w: float, name: str, lines: Sequence[Line]) -> float:
    """Units that a list takes; measured with the widest amount there may be."""
    total = sheet.measure(sheet.say(f"moved.{name}"), "subheading", w)[1] + 8 + 20
    for line in lines:
        amount = sheet.voice.signed(line.cents) if name == "debts" else sheet.voice.money(line.cents)
        wide, tall = sheet.measure(amount, "amount")
        total += max(tall, sheet.measure(sheet.say(line.name), "body", w - wide - 24)[1]) + 8
    if name != "debts":
        total += max(sheet.measure("0", "amount")[1], sheet.measure(sheet.say("moved.total"), "strong")[1]) + 14
    return total

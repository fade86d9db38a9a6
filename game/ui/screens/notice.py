"""Something to be told before the game goes on: a save that was damaged, a disk that is full."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.message import Message
from game.ui import parts
from game.ui.controls import button
from game.ui.screen import Pop, Still
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Notice(Still):
    """One sheet of paper with whole sentences, and one way on."""

    told: tuple[Message, ...]

    def lay(self, sheet: Sheet) -> None:
        """The paper in the middle, as high as its words."""
        sheet.table(300, 700)
        given = style("body", size=36, line=1.35)
        texts = [sheet.say(one) for one in self.told]
        wide = min(1000.0, sheet.width - 2 * sheet.margin)
        high = sum(sheet.measure(text, given, wide - 96)[1] + 20 for text in texts) + 200
        paper = Box((sheet.width - wide) / 2, max(40.0, (sheet.height - high) / 2), wide, min(high, sheet.height - 80))
        with sheet.inside(parts.paper(sheet, paper, radius=24)):
            with sheet.scroll(Box(paper.x + 20, paper.y + 20, wide - 40, paper.h - 150)) as top:
                y = top + 20
                for text in texts:
                    y = sheet.text(paper.x + 48, y, wide - 96, text, given).bottom + 20
            way = Box(paper.right - 48 - 360, paper.bottom - 48 - 72, 360, 84)
            button(sheet, way, "notice.onward", sheet.say("notice.onward"), Pop(), first=True)

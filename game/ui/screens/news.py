"""What came by itself: work that was found, a letter that an earlier choice brings, what a call was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.explain.arrived import Heard
from game.model.message import Message
from game.ui import parts
from game.ui.canvas import natural
from game.ui.screen import Move
from game.ui.screens.between import Between, Way, capital, existing, foot
from game.ui.screens.shock import quoted
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_OWN = style("letter", size=36, line=50 / 36)
_TOLD = style("body", size=38, line=1.3)


@dataclass(frozen=True, slots=True)
class News(Between):
    """One paper for each thing that was heard; `onward` goes on."""

    title: Message
    heard: tuple[Heard, ...]
    onward: Move
    cue = "money"

    def lay(self, sheet: Sheet) -> None:
        """The title, the papers one under the other, a button."""
        sheet.table(180, 560, 940)
        wide = min(1240.0, sheet.width - 2 * sheet.margin)
        x = (sheet.width - wide) / 2
        low = foot(sheet, (), Way("onward", "", sheet.say("news.onward"), self.onward, 380))
        said = capital(sheet.say(self.title))
        given = sheet.fit(said, style("heading"), wide, 2, 44)
        alone = len(self.heard) == 1
        heights = [_height(sheet, one, wide, alone) for one in self.heard]
        head = sheet.measure(said, given, wide)[1]
        whole = head + 36 + sum(heights) + 28 * (len(heights) - 1)
        top = max(56.0, (low - whole) * 0.42)
        with sheet.scroll(Box(x - 30, 20, wide + 60, low - 36)) as start:
            y = sheet.text(x, start + top - 20, wide, said, given).bottom + 36
            _papers(sheet, Box(x, y, wide, 0), self.heard, heights)


def _papers(sheet: Sheet, at: Box, heard: Sequence[Heard], heights: Sequence[float]) -> None:
    y = at.y
    for one, high in zip(heard, heights, strict=True):
        box = Box(at.x, y, at.w, high)
        words = sheet.say(one.text)
        with sheet.inside(parts.paper(sheet, box, radius=10 if one.letter else 20)):
            size = _picture(sheet, len(heard) == 1)
            _drawn(sheet, one, Box(box.x + 44, box.y + (high - size) / 2, size, size))
            left = box.x + 44 + size + 48
            room = box.right - 56 - left
            text = quoted(sheet, words) if one.letter else words
            sheet.text(left, box.y, room, text, _OWN if one.letter else _TOLD, height=high, middle=True)
        y += high + 28


def _picture(sheet: Sheet, alone: bool) -> float:
    """The edge of the picture: larger where there is one thing alone."""
    if sheet.narrow or sheet.text_size > 100:
        return 140.0
    return 260.0 if alone else 150.0


def _drawn(sheet: Sheet, one: Heard, box: Box) -> None:
    picture = existing(one.picture, existing(one.picture.removesuffix("_glad"), "letter"))
    if picture.startswith("icon") and natural(picture)[0] < 100:
        parts.icon(sheet, picture, box.x + box.w * 0.2, box.y + box.h * 0.2, box.w * 0.6)
    else:
        sheet.picture(picture, box, tilt=-3 if picture in ("letter", "mail_brick") else 0, loose=True)


def _height(sheet: Sheet, one: Heard, wide: float, alone: bool) -> float:
    room = wide - 44 - _picture(sheet, alone) - 48 - 56
    words = sheet.say(one.text)
    text = quoted(sheet, words) if one.letter else words
    return max(_picture(sheet, alone) + 44, sheet.measure(text, _OWN if one.letter else _TOLD, room)[1] + 70)

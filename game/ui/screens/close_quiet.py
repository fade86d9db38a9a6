"""Months in which nothing was asked: they pass in a breath, and each can still be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from game.explain.closed import Quiet
from game.model.message import Message, message
from game.ui.canvas import Canvas
from game.ui.screen import Move
from game.ui.screens.between import Between, Way, capital, change_height, change_row, foot, snapshot
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_TITLE = style("heading", line=74 / 60)
_NAME = style("price", size=48)
_LEAF = style("body", size=34)
_TILTS = (-2.0, 1.2, -1.0)
_MARGIN = 40.0  # around what `Canvas.tilted` draws


@dataclass(frozen=True, slots=True)
class QuietMonths(Between):
    """Up to three closed months as leaves of a calendar; `one_by_one` shows them singly."""

    quiet: Quiet
    family: str
    names: Message
    onward: Move
    one_by_one: Move | None = None
    last: bool = False
    cue = "month"

    @property
    def count(self) -> int:
        """How many months ran together."""
        return self.quiet.last - self.quiet.first + 1

    def lay(self, sheet: Sheet) -> None:
        """Leaves above, two changes below them, the photo at the right where there is room."""
        sheet.table(120, 980)
        single = sheet.narrow or sheet.text_size > 100
        whole = sheet.width - 2 * sheet.margin
        left = whole if single else whole * 1164 / 1792
        said = sheet.say(self.title())
        head = sheet.text(sheet.margin, 40, whole, said, sheet.fit(said, _TITLE, whole, 2, 44))
        low = self._foot(sheet)
        rows = [max(144.0, change_height(sheet, change, left)) for change in self.quiet.changes]
        room = low - head.bottom - 24
        spare = room - self._leaf_height(sheet, (left - 48) / 3) - sum(rows) - 18 * len(rows)
        above = 238 - head.bottom if head.bottom < 210 and not single else 36
        above = max(20.0, min(above, spare - 40))
        with sheet.scroll(Box(sheet.margin - 24, head.bottom + 12, left + 48, room)) as top:
            y = top + above
            y = self._leaves(sheet, Box(sheet.margin, y, left, 300)) + max(24.0, min(56.0, spare - above))
            for change, high in zip(self.quiet.changes, rows, strict=True):
                change_row(sheet, Box(sheet.margin, y, left, high), change)
                y += high + 18
        if not single:
            self._right(sheet, sheet.margin + left + 42, low)

    def title(self) -> Message:
        """Which months were quiet."""
        first = self.quiet.first
        if self.count == 1:
            return message("quiet.one", month=first)
        if self.count == 2:
            return message("quiet.two", month=first, month_last=first + 1)
        return message("quiet.three", month=first, month_next=first + 1, month_last=first + 2)

    def _leaf_height(self, sheet: Sheet, wide: float) -> float:
        texts = [sheet.say(said_short(said)) for said in self.quiet.said]
        low = max(sheet.measure(text, _LEAF, wide - 40)[1] for text in texts)
        return 58 + sheet.measure("0", _NAME)[1] + low + 20 + 80 + 32

    def _leaves(self, sheet: Sheet, row: Box) -> float:
        wide = (row.w - 2 * 24) / 3
        room = wide - 40
        texts = [sheet.say(said_short(said)) for said in self.quiet.said]
        names = [capital(sheet.voice.month(self.quiet.first + index)) for index in range(self.count)]
        high = self._leaf_height(sheet, wide)
        for index, (name, text) in enumerate(zip(names, texts, strict=True)):
            box = Box(row.x + index * (wide + 24), row.y, wide, high)
            _leaf(sheet, box, _TILTS[index])
            given = sheet.fit(name, _NAME, room, 1, 32)
            used = sheet.text(box.x + 20, box.y + 52, room, name, given, align="center")
            used = sheet.text(box.x + 20, used.bottom, room, text, _LEAF, align="center", colour="ink2")
            sheet.picture("icon_check", Box(box.centre[0] - 40, used.bottom + 18, 80, 80), loose=True)
        return row.y + high

    def _right(self, sheet: Sheet, x: float, low: float) -> None:
        wide = sheet.width - sheet.margin - x
        told = sheet.say("quiet.stops")
        high = sheet.measure(told, "body", wide)[1]
        photo = Box(x, 236, wide, min(560.0, low - 236 - high - 76))
        snapshot(sheet, photo, self.family, sheet.say(self.names), "")
        sheet.text(x, photo.bottom + 46, wide, told, "body")

    def _foot(self, sheet: Sheet) -> float:
        ways = [Way("singly", "L", sheet.say("quiet.singly"), self.one_by_one, 560)] if self.one_by_one else []
        label = "close.end" if self.last else "quiet.onward"
        onward = sheet.say(message(label, month=self.quiet.last + 1))
        return foot(sheet, ways, Way("onward", "", onward, self.onward, 440))


def said_short(said: Message) -> Message:
    """What a leaf says of its month."""
    calm = {"close.all_paid": "quiet.all_paid", "close.higher": "quiet.all_paid", "close.lower": "quiet.all_paid"}
    return Message(calm.get(said.id, "quiet.still_open"))


def _leaf(sheet: Sheet, box: Box, tilt: float) -> None:
    def draw(canvas: Canvas) -> None:
        whole = Box(_MARGIN, _MARGIN, box.w, box.h)
        canvas.shadow(whole, "paper", 12)
        canvas.fill(whole, "kraft_dark", 12)
        canvas.fill(Box(whole.x, whole.y + 24, whole.w, whole.h - 24), "paper", 12)
        canvas.fill(Box(whole.x, whole.y + 24, whole.w, 20), "paper")

    def paint(canvas: Canvas) -> None:
        canvas.tilted(box, tilt, ("leaf", round(box.h)), draw)

    sheet.shape(box.inset(8), paint, fill="paper", loose=True)

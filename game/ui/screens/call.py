"""The call of the month: a telephone on the table, and who could be reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.game import Option, Question
from game.model.message import message
from game.ui.controls import button
from game.ui.screen import Give, Move, Pop, Replace, Still
from game.ui.screens.call_card import card, card_height, name_fits, telephone, words_left
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

NOBODY = "nobody"
STANDING = "call.any"
_TITLE = style("headline")
_MARK = style("note", size=30)
_FOOT = style("body", line=1.2)
_GAP_X, _GAP_Y = 24.0, 18.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the cards lie: columns, a card's width, this page's rows with their heights, and how many pages there are."""

    box: Box
    columns: int
    wide: float
    rows: tuple[tuple[float, tuple[Option, ...]], ...]
    pages: int


@dataclass(frozen=True, slots=True)
class CallPage(Still):
    """Who is called: the question `call` of step 5, or the standing one while the call is unused.

    `page` counts from 0 where more can be reached than fit.
    """

    question: Question
    page: int = 0

    def lay(self, sheet: Sheet) -> None:
        """The telephone at the left, the address book at the right, the chosen one below."""
        sheet.table(150, 560, 950)
        phone = Box(84, 60, 392, 852) if not sheet.narrow else Box(sheet.margin, 60, 300, 852)
        telephone(sheet, phone, self.question.month)
        x = 532.0 if not sheet.narrow else phone.right + 40
        room = Box(x, 44, sheet.area.right - x, 0)
        top = self._title(sheet, room)
        foot_high = max(72.0, sheet.measure("0", "label")[1] + 22, 2 * sheet.measure("0", _FOOT)[1])
        foot = Box(x, sheet.height - 22 - foot_high, room.w, foot_high)
        grid = self._grid(sheet, Box(x, top, room.w, foot.y - 18 - top))
        self._cards(sheet, grid)
        self._foot(sheet, foot, grid.pages)

    def _give(self, option: str) -> Move:
        """Nobody, at the telephone that just lies there, is no answer: the page is laid aside."""
        if self.question.id != STANDING:
            return Give(option)
        return Pop() if option == NOBODY else Give(f"{STANDING}:{option}")

    def _grid(self, sheet: Sheet, box: Box) -> _Grid:
        """Two columns where words have room; as many rows on a page as fit."""
        half = (box.w - _GAP_X) / 2
        roomy = half - words_left(sheet) - 14 >= 2.5 * sheet.text_size
        columns = 2 if roomy and all(name_fits(sheet, half, option) for option in self.question.options) else 1
        wide = (box.w - (columns - 1) * _GAP_X) / columns
        left = sorted(
            (o for o in self.question.options if o.id != NOBODY), key=lambda option: option.last_month is None
        )
        pages: list[tuple[tuple[float, tuple[Option, ...]], ...]] = []
        while left or not pages:
            taken = next((n for n in range(len(left), 1, -1) if self._fits(sheet, left[:n], columns, wide, box.h)), 1)
            pages.append(self._rows(sheet, left[:taken], columns, wide))
            left = left[taken:]
        return _Grid(box, columns, wide, pages[self.page % len(pages)], len(pages))

    def _rows(
        self, sheet: Sheet, people: Sequence[Option], columns: int, wide: float
    ) -> tuple[tuple[float, tuple[Option, ...]], ...]:
        """The people in rows, nobody at the end of the last one."""
        everyone = [*people, *(option for option in self.question.options if option.id == NOBODY)]
        rows = [tuple(everyone[start : start + columns]) for start in range(0, len(everyone), columns)]
        return tuple((max(card_height(sheet, wide, option) for option in row), row) for row in rows)

    def _fits(self, sheet: Sheet, people: Sequence[Option], columns: int, wide: float, room: float) -> bool:
        rows = self._rows(sheet, people, columns, wide)
        return sum(high for high, _ in rows) + (len(rows) - 1) * _GAP_Y <= room + 1

    def _title(self, sheet: Sheet, room: Box) -> float:
        """What is asked; at the right what the mark means. Returns where the cards begin."""
        dated = any(option.last_month is not None for option in self.question.options)
        mark = sheet.say("call.mark") if dated else ""
        title = sheet.text(
            room.x, room.y, room.w * (0.56 if mark else 1), sheet.say(self.question.title), _TITLE, lines=2, shrink=40
        )
        low = title.bottom
        if mark:
            wide = room.w * 0.42
            high = sheet.measure(mark, _MARK, wide)[1]
            y = max(room.y - 20, title.bottom - high - 6)
            colour = "ink" if sheet.palette.night else "ink2"
            used = sheet.text(room.right - wide, y, wide, mark, _MARK, align="right", colour=colour)
            low = max(low, used.bottom)
        return max(132.0, low + 12)

    def _cards(self, sheet: Sheet, grid: _Grid) -> None:
        y, number = grid.box.y, 1
        for high, row in grid.rows:
            for column, option in enumerate(row):
                nobody = option.id == NOBODY
                x = grid.box.x + (grid.columns - 1 if nobody else column) * (grid.wide + _GAP_X)
                key, box = "0" if nobody else str(number), Box(x, y, grid.wide, high)
                card(sheet, box, key, option, self._give(option.id), first=number == 1, nobody=nobody)
                number += not nobody
            y += high + _GAP_Y

    def _looked(self, sheet: Sheet) -> Option | None:
        """The one under the mouse, else under the focus."""
        ids = {option.id: option for option in self.question.options}
        return ids.get(sheet.view.hover) or ids.get(sheet.view.focus)

    def _foot(self, sheet: Sheet, box: Box, pages: int) -> None:
        """The way to the others, who is looked at, and the call itself."""
        looked = self._looked(sheet)
        room = box.w
        if looked is not None:
            label = sheet.say("call.do_nobody" if looked.id == NOBODY else "call.do")
            wide = min(box.w * 0.45, max(380.0 if not sheet.narrow else 300.0, sheet.measure(label, "label")[0] + 90))
            place = Box(box.right - wide, box.y, wide, box.h)
            node = button(sheet, place, "do", label, self._give(looked.id), arrow=True, given="label")
            node.focusable = False  # with the focus here nobody would be looked at; Enter on a card calls
            room -= wide + 24
        if pages > 1:
            more = sheet.say("call.more", n=len(self.question.options) - 1)
            wide = min(room * 0.62, sheet.measure(more, "note_strong")[0] + 60)
            turn = Replace(CallPage(self.question, (self.page + 1) % pages))
            button(sheet, box._replace(w=wide), "more", more, turn, kind="plain", given="note_strong")
            box, room = box._replace(x=box.x + wide + 24), room - wide - 24
        said = sheet.say(message("call.chosen", who=looked.text)) if looked is not None else ""
        if said and room > 0 and sheet.measure(said, _FOOT, room)[1] <= box.h + 1:
            sheet.text(box.x, box.y, room, said, _FOOT, height=box.h, middle=True)

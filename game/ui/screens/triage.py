"""The month that does not add up: which bills wait, what fills the gap, until it closes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from game.model.game import Question
from game.model.message import message
from game.model.state import State
from game.model.units import Cents
from game.ui.controls import button
from game.ui.parts import icon
from game.ui.screen import Give, Still, Undo
from game.ui.screens.lists import heading_height, listed
from game.ui.screens.triage_bar import Gap, bar_height, gap_bar
from game.ui.screens.triage_facts import Bill, Fill, Piece, bills, fills, onward, pieces, to_spare
from game.ui.screens.triage_rows import bill_row, fill_row
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_TITLE = style("headline")
_LACKS = style("note_strong", size=30)


@dataclass(frozen=True, slots=True)
class Foot:
    """The words of the lowest line and where its button lies."""

    close: str
    lacks: str
    said: str
    room: float
    place: Box


def triage_page(state: State, question: Question) -> TriagePage:
    """The page for the question `triage` in this state."""
    lines, ways = bills(state, question), fills(state, question)
    last = state.triage.fills[-1][0] if state.triage and state.triage.fills else ""
    return TriagePage(question, lines, ways, pieces(state), to_spare(state), onward(question, lines, ways, last))


@dataclass(frozen=True, slots=True)
class TriagePage(Still):
    """One month's gap. `spare` (cents) is what was filled beyond it."""

    question: Question
    bills: tuple[Bill, ...]
    fills: tuple[Fill, ...]
    pieces: tuple[Piece, ...]
    spare: Cents = 0
    next: str = ""  # where the focus waits

    leads: ClassVar[bool] = True  # after each answer the focus goes on: Enter never takes back what it gave

    @property
    def closes(self) -> bool:
        """Whether the month may be closed now."""
        return any(option.id == "close" for option in self.question.options)

    def lay(self, sheet: Sheet) -> None:
        """Title, the gap, two lists, and what the next month brings."""
        sheet.table(118, sheet.height - 132)
        top = self._title(sheet)
        bar = Box(sheet.margin, top, sheet.area.w, bar_height(sheet))
        looked = self._looked(sheet)
        gap_bar(sheet, bar, self._gap(looked))
        foot = self._measured_foot(sheet)
        high = foot.place.y - 24 - bar.bottom - 14
        self._lists(sheet, Box(sheet.col(0), bar.bottom + 14, sheet.span(6), high), looked)
        self._foot(sheet, foot)

    def _lists(self, sheet: Sheet, box: Box, looked: str) -> None:
        """Bills at the left, ways to fill the gap at the right; one of them has the width where the other is empty."""
        waits, fills = sheet.say("triage.bills"), sheet.say("triage.fills")
        high = max(heading_height(sheet, box.w, heading) for heading in (waits, fills))
        whole = box._replace(w=sheet.area.w)
        if self.bills:
            rows = [partial(bill_row, sheet, bill=bill, looked=looked, next=self.next) for bill in self.bills]
            listed(sheet, "bills", box if self.fills else whole, waits, high, rows)
        if self.fills:
            right = box._replace(x=sheet.col(6)) if self.bills else whole
            ways = [partial(fill_row, sheet, fill=fill, first=fill.option.id == self.next) for fill in self.fills]
            listed(sheet, "fills", right, fills, high, ways)

    def _looked(self, sheet: Sheet) -> str:
        """The option under the mouse, else under the keyboard's focus."""
        ids = {option.id for option in self.question.options}
        if sheet.view.hover in ids:
            return sheet.view.hover
        return sheet.view.focus if sheet.view.keyboard and sheet.view.focus in ids else ""

    def _gap(self, looked: str) -> Gap:
        added = next((option.amount for option in self.question.options if option.id == looked), 0)
        return Gap(self.question.first_gap, self.question.gap, self.pieces, added)

    def _title(self, sheet: Sheet) -> float:
        """The sentence with its amount in colour, and the way back; returns where the bar begins."""
        room, low = sheet.area.w, 126.0
        if self.pieces:
            back = sheet.say("triage.back_one")
            wide = min(room * 0.36, sheet.measure(back, "strong")[0] + 130)
            high = max(72.0, sheet.measure(back, "strong", wide - 112)[1] + 12)
            way = Box(sheet.area.right - wide, 34 - (high - 72) / 4, wide, high)
            button(sheet, way, "undo", back, Undo(), kind="plain", key="BACKSPACE", picture="icon_undo", given="strong")
            room, low = room - wide - 32, max(low, way.bottom + 16)
        month = self.question.month
        if not self.closes:
            return max(low, self._headline(sheet, sheet.say(self.question.title), room, "brick_text"))
        said = message("triage.adds_up_just", month=month)
        if self.spare >= 100:
            said = message("triage.adds_up", month=month, amount=self.spare)
        return max(low, self._headline(sheet, sheet.say(said), room, "teal_text"))

    def _headline(self, sheet: Sheet, said: str, room: float, colour: str) -> float:
        """What stands after the colon is coloured; it takes a line of its own when one is not enough."""
        head, colon, tail = said.rpartition(":")
        head, tail = (head + colon, tail.strip()) if colon else (said, "")
        given = sheet.fit(f"{head} {tail}", _TITLE, room, 1, 44)
        space = sheet.measure(". .", given)[0] - sheet.measure("..", given)[0]
        wide = sheet.measure(head, given)[0] + 8
        if not tail or wide + space + sheet.measure(tail, given)[0] > room:
            used = sheet.text(sheet.margin, 26 if tail else 34, room, head, given, lines=2, shrink=28)
            if tail:
                used = sheet.text(sheet.margin, used.bottom, room, tail, given, lines=2, shrink=28, colour=colour)
            return used.bottom + 18
        used = sheet.text(sheet.margin, 34, wide, head, given)
        sheet.text(sheet.margin + wide + space - 8, 34, room - wide - space + 8, tail, given, colour=colour)
        return used.bottom + 18

    def _foot(self, sheet: Sheet, foot: Foot) -> None:
        """What comes back next month, and the button that closes this one."""
        icon(sheet, "icon_wait", sheet.margin, foot.place.y + (foot.place.h - 56) / 2, 56)
        x, high = sheet.margin + 74, foot.place.h
        sheet.text(x, foot.place.y, foot.room, foot.said, "body", height=high, middle=True, shrink=28)
        if self.closes:
            button(sheet, foot.place, "close", foot.close, Give("close"), first=True, given="label")
        else:
            _not_yet(sheet, foot)

    def _measured_foot(self, sheet: Sheet) -> Foot:
        """The lowest line: as high as its words need, 80 units at least."""
        month, more = self.question.month, self.question.next_more
        close = sheet.say("triage.close_month", month=month)
        lacks = "" if self.closes else sheet.say("triage.lacks", amount=self.question.gap)
        said = sheet.say("triage.nothing_back", month=month + 1)
        if more > 0:
            said = sheet.say("triage.comes_back", amount=more, month=month + 1)
        needed = max(sheet.measure(close, "label")[0], sheet.measure(lacks, _LACKS)[0] if lacks else 0)
        wide = min(sheet.area.w * 0.46, max(380.0, needed + 60))
        room = sheet.area.w - wide - 98
        lacked = sheet.measure(lacks, _LACKS, wide - 32)[1] if lacks else 0.0
        high = max(
            80.0, sheet.measure(close, "label", wide - 32)[1] + lacked + 16, sheet.measure(said, "body", room)[1]
        )
        return Foot(close, lacks, said, room, Box(sheet.area.right - wide, sheet.height - 34 - high, wide, high))


def _not_yet(sheet: Sheet, foot: Foot) -> None:
    """The button while it waits: what it will do, and what is still missing."""
    box = foot.place
    node = sheet.control(
        "button", "close", f"{foot.close}. {foot.lacks}", box, None, lambda c: c.fill(box, "dim_fill", 20),
        enabled=False, fill="dim_fill", radius=20,
    )  # fmt: skip
    with sheet.inside(node):
        room = box.w - 32
        tall = sheet.measure(foot.close, "label", room)[1] + sheet.measure(foot.lacks, _LACKS, room)[1]
        y = box.y + (box.h - tall) / 2
        used = sheet.text(box.x + 16, y, room, foot.close, "label", align="center", colour="dim_text")
        sheet.text(box.x + 16, used.bottom, room, foot.lacks, _LACKS, align="center", colour="dim_text")

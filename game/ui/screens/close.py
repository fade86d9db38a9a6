"""A month is over: one sentence, four small changes, a photo of what was good, and what waits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.explain.closed import Change, Closed
from game.explain.moved import Moved
from game.model.message import Message, message
from game.ui.screen import Move, Open, Push
from game.ui.screens.between import Between, Way, capital, change_height, change_row, existing, foot, snapshot
from game.ui.screens.month_again import MonthAgain
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_TITLE = style("heading", line=74 / 60)
_STAGE_OF_HELP = "over_indebted"


@dataclass(frozen=True, slots=True)
class Close(Between):
    """One closed month. `family` is the photo of a month without a joy, `names` who is on it; `onward` goes on."""

    closed: Closed
    moved: Moved
    family: str
    names: Message
    onward: Move
    last: bool = False  # nothing is asked after it
    trial: Message | None = None  # the trial month's own sentence
    cue = "month"

    def lay(self, sheet: Sheet) -> None:
        """The sentence, the rows at the left, the photo at the right where there is room, one way on."""
        sheet.table(120, 980)
        single = (sheet.narrow and sheet.text_size > 100) or sheet.text_size > 125
        whole = sheet.width - 2 * sheet.margin
        left = whole if single else whole * (0.6 if sheet.narrow or sheet.text_size > 100 else 948 / 1792)
        said = capital(sheet.say(self.trial or self.closed.said))
        room = left + (0 if single else 36)
        head = sheet.text(sheet.margin, 40, room, said, sheet.fit(said, _TITLE, room, 2, 44))
        low = self._foot(sheet)
        top = max(236.0 if sheet.text_size == 100 else 0.0, head.bottom + 24) if not sheet.narrow else head.bottom + 28
        self._rows(sheet, Box(sheet.margin, top, left, low - 24 - top), single)
        if not single:
            self._right(sheet, sheet.margin + left + 64, low)

    def _rows(self, sheet: Sheet, room: Box, single: bool) -> None:
        changes = (*self._joy_row(), *self.closed.changes) if single else self.closed.changes
        least = [change_height(sheet, change, room.w) for change in changes]
        gap, count = 18.0, len(least)
        spare = (room.h - sum(least) - gap * (count - 1)) / count
        heights = [high + max(0.0, min(spare, 150 - high)) for high in least]
        with sheet.scroll(Box(room.x - 24, room.y - 18, room.w + 48, room.h + 30)) as top:
            y = top + 18
            for change, high in zip(changes, heights, strict=True):
                change_row(sheet, Box(room.x, y, room.w, high), change)
                y += high + gap
            if single:
                for note in self.notes():
                    y = sheet.text(room.x, y + 4, room.w, sheet.say(note), "body").bottom

    def _right(self, sheet: Sheet, x: float, low: float) -> None:
        wide = sheet.width - sheet.margin - 10 - x
        notes = self.notes()
        room = wide - 216
        picture = _beside(self.closed)
        high = sum(sheet.measure(sheet.say(note), "body", room)[1] for note in notes)
        bottom = low - 52 - max(high, 120) if notes else low - 52
        photo = Box(x + 12, 84, wide - 12, min(640.0, bottom - 52 - 84))
        title, note, shown = self._photo(sheet)
        snapshot(sheet, photo, shown, title, note)
        if not notes:
            return
        y = photo.bottom + 52 + max(0.0, (low - 52 - photo.bottom - 52 - max(high, 120)) / 2)
        sheet.picture(picture, Box(x + 28, y, 180, 120), tilt=-6, shadow=True)
        y += max(0.0, (120 - high) / 2)
        for told in notes:
            y = sheet.text(x + 244, y, room, sheet.say(told), "body").bottom

    def _photo(self, sheet: Sheet) -> tuple[str, str, str]:
        for joy in self._joy_row():
            return sheet.say(joy.name), sheet.say(joy.note), joy.picture
        return sheet.say(self.names), "", self.family

    def _joy_row(self) -> tuple[Change, ...]:
        """The joy of the month with its price: a photo, or where there is no room for one the first row."""
        joy = self.closed.pleasure
        if joy is None:
            return ()
        cost = message("close.joy_cost", amount=joy.cost) if joy.cost else message("joy.costs_nothing")
        return (Change(existing(joy.picture, self.family), joy.title, cost),)

    def notes(self) -> list[Message]:
        """At most two things that the page tells beside the changes, what presses first."""
        told = list(self.closed.news[:2])
        if self.closed.stage == _STAGE_OF_HELP:
            told.insert(0, message("close.help_line"))
        if self.closed.unopened:
            told.append(message("close.unopened", n=self.closed.unopened))
        elif self.closed.letter:
            told.append(message("close.letter", title=self.closed.letter.title))
        return told[:2]

    def _foot(self, sheet: Sheet) -> float:
        """The buttons below; returns where they begin."""
        label = "close.end" if self.last else "close.onward"
        onward = capital(sheet.say(message(label, month=self.closed.month + 1)))
        if self.trial:
            onward = sheet.say("trial.onward")
        ways = [Way("again", "L", sheet.say("close.moved"), Push(MonthAgain(self.moved)), 640)]
        if self.closed.stage == _STAGE_OF_HELP:
            ways[0] = replace(ways[0], least=0)
            ways.append(Way("talk", "H", sheet.say("close.talk"), Open("help")))
        return foot(sheet, ways, Way("onward", "", onward, self.onward, 380))


def _beside(closed: Closed) -> str:
    """The picture beside the notes."""
    level = closed.letter.level if closed.letter else "white"
    return (
        f"mail_{level}"
        if not closed.news and closed.stage != _STAGE_OF_HELP
        else "phone"
        if not closed.news
        else "letter"
    )

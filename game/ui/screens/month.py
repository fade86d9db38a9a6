"""The month's table: a household's things around one card, and the ruler that answers every look at an option."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.play import question
from game.explain.desk import Desk, desk
from game.explain.outlook import outlook
from game.model.state import State
from game.ui.screen import Still
from game.ui.screens import month_card, month_left, month_right, month_ruler, month_tabs
from game.ui.screens.month_facts import Before, Facts, is_compact
from game.ui.screens.month_trial import trial_banner
from game.ui.sheet import Sheet
from game.ui.things import calendar_strip
from game.ui.tree import Box

KINDS = ("dilemma", "joy", "offer", "platform", "order")
_TRIED = ("dilemma", "joy", "offer")  # only these move the account


@dataclass(frozen=True, slots=True)
class Month(Facts, Still):
    """A question of the month on the household's table."""

    def lay(self, sheet: Sheet) -> None:
        """The calendar above, three columns, the ruler below; tabs in place of the right column when it is narrow."""
        compact = sheet.unless_changed(self, lambda: self._still(sheet))
        month_ruler.lay(sheet, self, self._edge(sheet, compact), compact)

    def _still(self, sheet: Sheet) -> bool:
        """All but the ruler; whether it is the compact form."""
        sheet.table(*((169, 422, 731, 970) if sheet.narrow else ()))
        top = 152.0 if sheet.narrow else 172.0
        compact = is_compact(sheet) or not self._open_fits(sheet, top)
        calendar = self.desk.trial or not compact or self._calendar_fits(sheet, top)
        if self.desk.trial:
            trial_banner(sheet)
        elif calendar:
            _calendar(sheet, self.desk)
        else:
            top = 36.0
        bottom = self._edge(sheet, compact).y - (22 if compact else 24)
        wide = month_left.width(sheet, compact)
        above = top if not calendar else top + 8 if sheet.narrow else top - 2
        left = Box(sheet.margin, above, wide, bottom + 2 - above)
        if not calendar:
            left = month_left.this_month(sheet, self, left)
        month_left.lay(sheet, self, left, compact)
        if compact:
            room = self._room(sheet, top, compact)
            card = room._replace(h=month_tabs.tabs(sheet, self, room) - 20 - top)
            month_card.lay(sheet, self, card, compact)
        else:
            month_card.lay(sheet, self, Box(sheet.col(3), top, sheet.span(6), bottom - top), compact)
            month_right.lay(sheet, self, _right(sheet, top, bottom))
        return compact

    def _edge(self, sheet: Sheet, compact: bool) -> Box:
        """Where the ruler lies."""
        low = sheet.height - (26 if sheet.narrow else 28)
        high = month_ruler.height(sheet, self, compact)
        return Box(sheet.margin, low - high, sheet.width - 2 * sheet.margin, high)

    def _room(self, sheet: Sheet, top: float, compact: bool) -> Box:
        """Card and tabs of the compact form."""
        x = sheet.margin + month_left.width(sheet, compact) + 28
        return Box(x, top, sheet.width - sheet.margin - x, self._edge(sheet, compact).y - 22 - top)

    def _open_fits(self, sheet: Sheet, top: float) -> bool:
        """Whether the right column and the card hold their words in the open form."""
        bottom = self._edge(sheet, compact=False).y - 24
        card = Box(sheet.col(3), top, sheet.span(6), bottom - top)
        return month_right.fits(sheet, self, _right(sheet, top, bottom)) and month_card.fits(sheet, self, card, False)

    def _calendar_fits(self, sheet: Sheet, top: float) -> bool:
        """The calendar goes before the card has to scroll."""
        room = self._room(sheet, top, compact=True)
        card = room._replace(h=room.h - month_tabs.height(sheet, self, room) - 20)
        return month_card.fits(sheet, self, card, compact=True)


def _right(sheet: Sheet, top: float, bottom: float) -> Box:
    return Box(sheet.col(9), top - 12, sheet.span(3), bottom - top + 14)


def month_screen(state: State, before: State | None = None) -> Month:
    """The table with the question that is open. `before`: the game before the last answer, for what moves."""
    asked = question(state)
    if asked is None:
        raise ValueError("the game is over: nothing is asked")
    now = desk(state)
    lines = tuple((option.id, outlook(state, option.id)) for option in asked.options if asked.kind in _TRIED)
    if before is None or before.over:
        return Month(asked, now, outlook(state), lines)
    past, same = desk(before), question(before)
    stays = same is not None and (same.id, same.month) == (asked.id, asked.month)
    cue = "month" if before.month != state.month else "money" if past.account != now.account else ""
    return Month(asked, now, outlook(state), lines, Before(past.account, _known(before, state)), stays, cue)


def _known(before: State, state: State) -> int:
    """How many of the letters on the table lay there before."""
    seen = {(letter.id, letter.month) for letter in before.mail}
    return sum((letter.id, letter.month) in seen for letter in state.mail)


def _calendar(sheet: Sheet, now: Desk) -> None:
    voice = sheet.voice
    names = [voice.month_short(now.first + index) for index in range(12)]
    marks = {month - now.first: picture for month, picture in now.marks}
    y = 37.0 if sheet.narrow else 40.0
    today = voice.month(now.month)
    calendar_strip(sheet, y, names, now.month - now.first, str(now.year), marks, today=today)

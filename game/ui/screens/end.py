"""The end of a game: the household drawn twice, a slider over its months, three sentences of what happened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.explain.timeline import Timeline
from game.explain.twin import Told
from game.model.game import Settings
from game.model.message import Message, message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.screen import Begin, Home, Move, Open, Replace
from game.ui.screens.between import Between, Way, capital, foot
from game.ui.screens.end_chart import ground, labels, lines, marks, plot_of
from game.ui.screens.setup import surprise
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_TITLE = style("headline", line=66 / 56)
_TOLD = style("note", size=30, line=1.27)


@dataclass(frozen=True, slots=True)
class End(Between):
    """`at` is the month of the slider, -1 the last; `stage` the one in which the game ended."""

    line: Timeline
    stage: str
    settings: Settings = Settings()  # noqa: RUF009 - frozen
    at: int = -1

    @property
    def month(self) -> int:
        """The month of the slider as an index."""
        last = len(self.line.owed) - 1
        return last if self.at < 0 else min(self.at, last)

    def lay(self, sheet: Sheet) -> None:
        """The chart as large as it goes, the words beside it where there is room, else below it."""
        sheet.table(180, 420, 660, 942)
        said = sheet.say(self.title())
        whole = sheet.width - 2 * sheet.margin
        head = sheet.text(sheet.margin, 34, whole, said, sheet.fit(said, _TITLE, whole, 2, 40))
        low = self._foot(sheet)
        beside = not sheet.narrow and sheet.text_size < 125
        top = max(head.bottom + 24, 196.0 if not sheet.narrow else 0)
        with sheet.scroll(Box(12, top - 14, sheet.width - 24, low - top + 4)) as start:
            y = start + 14
            room = low - 22 - top
            wide = sheet.span(8) if beside else whole
            chart = Box(sheet.margin, y, wide, room if beside else max(600.0 * sheet.text_size / 100, room * 0.8))
            if self.line.owed:
                self._chart(sheet, chart)
            if beside:
                self._words(sheet, Box(sheet.col(8), y, sheet.span(4), room))
            else:
                self._words(sheet, Box(sheet.margin, chart.bottom + 24, whole, 0))

    def title(self) -> Message:
        """What the two lines come to."""
        if not self.line.owed:
            return message("end.over")
        if not self.line.shocked:
            return message("end.no_shock")
        if not self.line.calm_owed:
            return message("end.drawing")
        if abs(self.line.apart) < 10_000:
            return message("end.same")
        name = "end.apart" if self.line.apart > 0 else "end.ahead"
        return Message(name, (("amount", abs(self.line.apart)),))

    def _chart(self, sheet: Sheet, box: Box) -> None:
        with sheet.inside(parts.paper(sheet, box)):
            left = sheet.measure(sheet.voice.money(1_000_000), "note")[0] + 44
            right = max(250.0, sheet.measure(sheet.voice.money(1_000_000), "title")[0] + 60)
            note = sheet.measure("0", "note")[1]
            legend = sheet.say("end.legend")
            legend_high = sheet.measure(legend, "note", box.w - 72)[1]
            high = box.h - 84 - note - 100 - legend_high - 20
            note += (sheet.text_size - 100) * 0.45
            at = plot_of(self.line, Box(box.x + left, box.y + 84, box.w - left - right, max(200.0, high)))
            ground(sheet, at, box.x + 16)
            lines(sheet, at, self.line, self.month)
            marks(sheet, at, self.line, self.month)
            labels(sheet, at, self.line, self.month, box.right - 16)
            self._slider(sheet, at.box, at.box.bottom + note + 24)
            sheet.text(box.x + 36, box.bottom - 16 - legend_high, box.w - 72, legend, "note", colour="ink2")

    def _slider(self, sheet: Sheet, plot: Box, y: float) -> None:
        """Arrows, a touch on the track, or the badges at its ends move it."""
        last = max(1, len(self.line.owed) - 1)
        middle = y + 34
        knob = plot.x + plot.w * self.month / last
        name = sheet.say(message("end.slider", month_year=self.month))
        before, after = self._to(self.month - 1), self._to(self.month + 1)
        whole = Box(plot.x - 100, y - 4, plot.w + 200, 76)

        def paint(canvas: Canvas) -> None:
            canvas.fill(Box(plot.x, middle - 5, plot.w, 10), "line", 5)
            canvas.fill(Box(plot.x, middle - 5, knob - plot.x, 10), "ink", 5)
            canvas.circle(knob, middle, 24, "paper")
            canvas.circle(knob, middle, 20, "ink")

        node = sheet.control("choice", "slider", name, whole, None, paint, turn=(before, after), radius=38)
        with sheet.inside(node):
            for month in range(last + 1):
                touched = Box(plot.x + plot.w * (month - 0.5) / last, y, plot.w / last, 68)
                step = sheet.control("segment", f"slider.{month}", "", touched, self._to(month), focusable=False)
                step.loose = True  # narrower than a finger: the badges are there as well
            for arrow, move, x in (("←", before, plot.x - 92), ("→", after, plot.right + 28)):
                touch = Box(x, y, 68, 68)
                turned = sheet.control("segment", f"slider.{arrow}", arrow, touch, move, focusable=False, radius=14)
                with sheet.inside(turned):
                    edge = max(48.0, sheet.styled(style("key", size=28)).size * 1.35)
                    parts.badge(sheet, x + (68 - edge) / 2, y + (68 - edge) / 2, arrow, 48)

    def _to(self, month: int) -> Move | None:
        last = len(self.line.owed) - 1
        return Replace(replace(self, at=month)) if 0 <= month <= last else None

    def _words(self, sheet: Sheet, room: Box) -> None:
        """How it stands, then the three sentences; each on its own paper, closer where room is short."""
        given, gap = _TOLD, 18.0
        if room.h and self._words_height(sheet, room.w, given) + 3 * gap > room.h:
            given, gap = style("note"), 12.0
        y = self._ending(sheet, room, given)
        for told in self.line.told:
            y = _sentence(sheet, room._replace(y=y + gap), told, given)

    def _words_height(self, sheet: Sheet, w: float, given: Style) -> float:
        return self._ending_height(sheet, w, given) + sum(
            _told_height(sheet, told, w, given) for told in self.line.told
        )

    def _ending_height(self, sheet: Sheet, w: float, given: Style) -> float:
        text = sheet.say(self.line.ending) if self.line.ending else ""
        head = sheet.measure(sheet.say(f"end.stage_{self.stage}"), "label", w - 60)[1]
        return head + (sheet.measure(text, given, w - 60)[1] + 6 if text else 0) + 38

    def _ending(self, sheet: Sheet, room: Box, given: Style) -> float:
        text = sheet.say(self.line.ending) if self.line.ending else ""
        box = room._replace(h=self._ending_height(sheet, room.w, given))
        with sheet.inside(parts.paper(sheet, box, fill="kraft_light")):
            used = sheet.text(box.x + 30, box.y + 18, box.w - 60, sheet.say(f"end.stage_{self.stage}"), "label")
            if text:
                sheet.text(box.x + 30, used.bottom + 4, box.w - 60, text, given)
        return box.bottom

    def _foot(self, sheet: Sheet) -> float:
        number = surprise(self.line.seed)
        again = Begin(self.line.household, number, self.line.months, self.settings)
        ways = (
            Way("talk", "H", sheet.say("close.talk"), Open("help")),
            Way("again", "A", sheet.say("end.again"), again),
            Way("other", "O", sheet.say("end.other"), Open("setup")),
            Way("home", "T", sheet.say("end.home"), Home()),
        )
        return foot(sheet, ways, Way("why", "W", sheet.say("debrief.open"), Open("debrief"), _why(sheet)))


def _told_height(sheet: Sheet, told: Told, w: float, given: Style) -> float:
    return max(76.0, sheet.measure(sheet.say(told.text), given, w - 128)[1] + 24)


def _sentence(sheet: Sheet, room: Box, told: Told, given: Style) -> float:
    high = _told_height(sheet, told, room.w, given)
    box = room._replace(h=high)
    with sheet.inside(parts.paper(sheet, box, fill=f"{told.tone}_light")):
        parts.icon(sheet, told.picture, box.x + 26, box.y + (high - 56) / 2, 56)
        text = capital(sheet.say(told.text))
        sheet.text(box.x + 104, box.y, box.w - 128, text, given, height=high, middle=True)
    return box.bottom


def _why(sheet: Sheet) -> float:
    """Units that the way on needs beside its key."""
    return sheet.measure(sheet.say("debrief.open") + " →", "subheading")[0] + 60 * sheet.text_size / 100 + 84

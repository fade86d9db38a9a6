"""The debrief as a screen: one page at a time, its question first, arrows between pages, numbers for stations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.explain.debrief import Debrief, Page
from game.model.message import Message, message
from game.model.units import Cents
from game.ui.screen import Move, Pop, Replace
from game.ui.screens.debrief import causes, facts, feelings, frame, last, luck, mechanism, what_if
from game.ui.screens.debrief.seen import GUESS, Around, Changed, Seen, Shown
from game.ui.sheet import Sheet
from game.ui.tree import Box

_NOWHERE = Box(0, 0, 0, 0)
_DRAW_MS = 1500  # the curve after a guess
_PICTURES = {
    "coins": "coin", "loop": "scissors", "strip": "coin_interest", "need": "washing_machine", "waterfall": "icon_scale",
    "flows": "coins", "levers": "keys", "buffers": "icon_saving", "luck": "icon_dice", "doors": "door_open",
    "dials": "icon_lightbulb",
}  # fmt: skip
_LAY: dict[str, Callable[[Sheet, Box, Shown], None]] = {
    "feelings": feelings.feelings, "opening": facts.opening, "twins": facts.twins, "coins": mechanism.coins,
    "loop": mechanism.loop, "strip": mechanism.strip, "need": mechanism.need, "waterfall": causes.waterfall,
    "flows": causes.flows, "levers": what_if.levers, "buffers": what_if.buffers, "luck": luck.luck,
    "doors": luck.doors, "dials": luck.dials, "own_life": last.own_life, "help": last.help_page,
    "limits": last.limits,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """Page `at` of a debrief. `answer` is what the host played for the switches in `asked`."""

    debrief: Debrief
    around: Around
    at: int = 0
    seen: Seen = Seen()  # noqa: RUF009 - frozen
    asked: Changed | None = None
    answer: tuple[Cents, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in order, the guess before the twins where there is something to guess."""
        found = []
        for page in self.debrief.pages:
            if page.id == "twins" and self.debrief.months > 3:
                found.append(replace(page, id=GUESS, findings=()))
            found.append(page)
        return tuple(found)

    @property
    def page(self) -> Page:
        """The one that is shown."""
        return self.pages[min(self.at, len(self.pages) - 1)]

    @property
    def undoable(self) -> bool:
        """Nothing of the game is taken back from here."""
        return False

    @property
    def hidden(self) -> bool:
        """Whether only its question is to be seen yet."""
        return self.page.id in _PICTURES and self.page.id not in self.seen.open

    @property
    def draws(self) -> int:
        """Milliseconds in which the curve is drawn over the guess; 0 on all other pages."""
        return _DRAW_MS if self.page.id == GUESS and GUESS in self.seen.open else 0

    @property
    def wanted(self) -> Changed | None:
        """What the host has to play once more for this page; None when nothing is missing."""
        want = what_if.wanted(self._shown()) if self.page.id == "levers" else None
        return want if want != self.asked else None

    def lay(self, sheet: Sheet) -> None:
        """Headline, stations, the page or its question, the way on."""
        sheet.table(180, 420, 660, 942)
        page, pages = self.page, self.pages
        moves = [self._station(name) for name in frame.STATIONS]
        strip = frame.stations(sheet, page.station, (self.at + 1, len(pages)), moves)
        top = frame.head(sheet, sheet.say(self._headline()), strip)
        note = "" if self.hidden or not page.ready else self._note(sheet)
        guessing = page.id == GUESS and page.ready and not self.draws
        lift = facts.lifts(self._shown()) if guessing else (None, None)
        low, between = frame.foot(sheet, self._back(sheet), self._onward(sheet), self._turns(), note, lift)
        box = Box(sheet.margin, top, sheet.width - 2 * sheet.margin, low - top - 24)
        if not (page.ready or page.id == "feelings"):
            frame.waiting(sheet, box, self.debrief)
        elif self.hidden:
            frame.question(sheet, box, sheet.say(page.ask), _PICTURES[page.id])
        elif page.id == GUESS:
            facts.guess(sheet, box, self._shown(), sheet.view.arrival if self.draws else 0.0)
        else:
            _LAY[page.id](sheet, box, self._shown(between))

    def handle(self, event: pygame.event.Event) -> Move | None:
        """Backspace goes a page back: nothing of the game may be undone from here."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            return self._to(self.at - 1) or Replace(self)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            return Pop()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_RETURN and self.page.id == GUESS:
            return self._next()
        return None

    def filled(self, debrief: Debrief) -> DebriefPage:
        """The same page of a fuller debrief."""
        before, after = self, replace(self, debrief=debrief)
        index = next((n for n, page in enumerate(after.pages) if page.id == before.page.id), self.at)
        return replace(after, at=index)

    def _shown(self, foot: Box = _NOWHERE) -> Shown:
        answer = self.answer if self.asked else ()
        return Shown(self.debrief, self.page, self.seen, self.around, self._with, foot, answer)

    def _with(self, seen: Seen) -> Move:
        return Replace(replace(self, seen=seen))

    def _headline(self) -> Message:
        page = self.page
        if page.id == GUESS and page.ready:
            return facts.guess_error(self._shown()) if self.draws else facts.guess_start(self._shown())
        if self.hidden or not page.ready:
            return message(f"debrief.page_{page.id}") if page.id != "feelings" else page.ask
        return page.ask if page.id == "feelings" else page.headline

    def _note(self, sheet: Sheet) -> str:
        page = self.page
        if page.id == GUESS and not self.draws:
            return sheet.say("debrief.guess_keys")
        if page.id == "luck":
            return sheet.say("debrief.luck_note")
        if page.id == "dials":
            return sheet.say(page.ask)
        return ""

    def _back(self, sheet: Sheet) -> tuple[str, Move]:
        move = self._to(self.at - 1)
        if move is None:
            return sheet.say("debrief.finish"), Pop()
        return sheet.say(f"debrief.page_{self.pages[self.at - 1].id}"), move

    def _onward(self, sheet: Sheet) -> tuple[str, Move]:
        move = self._next()
        if move is None:
            return sheet.say("debrief.finish"), Pop()
        if self._closed():
            return sheet.say("debrief.reveal"), move
        return sheet.say(f"debrief.page_{self.pages[self.at + 1].id}"), move

    def _turns(self) -> tuple[Move | None, Move | None]:
        return self._to(self.at - 1), self._next()

    def _closed(self) -> bool:
        """Whether the way on first opens what this page holds."""
        return self.page.ready and (self.hidden or (self.page.id == GUESS and not self.draws))

    def _next(self) -> Move | None:
        if self._closed():
            return Replace(replace(self, seen=replace(self.seen, open=self.seen.open | {self.page.id})))
        return self._to(self.at + 1)

    def _to(self, at: int) -> Move | None:
        return Replace(replace(self, at=at)) if 0 <= at < len(self.pages) else None

    def _station(self, name: str) -> Move | None:
        index = next((n for n, page in enumerate(self.pages) if page.station == name), None)
        return self._to(index) if index is not None else None

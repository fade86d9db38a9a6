"""What every page of the table has beside its own things: the soft exit and undo for the mouse, and a warning.

The two small signs lie in the corner of the margin, where no page has anything; the keyboard has Esc and
Backspace for them. The warning says that answers are not on disk at the moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.model.message import Message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.screen import Move, Open, Replace, Screen, Undo
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_SIGN = 64.0

Touched = Callable[[float, float], Move | None]


@dataclass(frozen=True, slots=True)
class OnTable:
    """`screen`, which stays what it is. `undoes`: there is an answer to take back; `told`: the warning."""

    screen: Screen
    undoes: bool = False
    told: Message | None = None
    explains: bool = False  # whether there is something to explain already

    @property
    def cue(self) -> str:
        """The page's own sound."""
        return str(getattr(self.screen, "cue", ""))

    @property
    def stays(self) -> bool:
        """Whether the focus stays when another page of the kind takes its place."""
        return bool(getattr(self.screen, "stays", True))

    @property
    def draws(self) -> int:
        """Milliseconds in which the page draws itself."""
        return int(getattr(self.screen, "draws", 0))

    @property
    def leads(self) -> bool:
        """Whether the focus goes on by itself when another page of the kind takes its place."""
        return bool(getattr(self.screen, "leads", False))

    def lay(self, sheet: Sheet) -> None:
        """The page, the signs, the warning."""
        self.screen.lay(sheet)
        for node in sheet.root.walk():
            node.move = self._kept(node.move)
            node.turn = (self._kept(node.turn[0]), self._kept(node.turn[1]))
            node.lift = (self._kept(node.lift[0]), self._kept(node.lift[1]))
            if node.touched is not None:
                node.touched = self._touched(node.touched)
        y = sheet.height - _SIGN
        _sign(sheet, y, "table.leave", "icon_exit", Open("leave"))
        if self.undoes:
            _sign(sheet, y - _SIGN, "table.undo", "icon_undo", Undo())
            if self.explains:
                _sign(sheet, y - 2 * _SIGN, "table.why", "icon_lightbulb", Open("debrief"))
        if self.told is not None:
            _band(sheet, sheet.say(self.told))

    def handle(self, event: pygame.event.Event) -> Move | None:
        """What the page does with it."""
        return self._kept(self.screen.handle(event))

    def _touched(self, touched: Touched) -> Touched:
        return lambda x, y: self._kept(touched(x, y))

    def _kept(self, move: Move | None) -> Move | None:
        """A page that becomes another one stays on the table."""
        return Replace(replace(self, screen=move.screen)) if isinstance(move, Replace) else move


def _sign(sheet: Sheet, y: float, name: str, picture: str, move: Move) -> None:
    wide = min(_SIGN, sheet.margin)
    box = Box(sheet.width - wide, y, wide, _SIGN)
    state = sheet.state(name)
    place = Box(box.x + (wide - 38) / 2 - 2, y + 11, 38, 38)

    def paint(canvas: Canvas) -> None:
        if sheet.palette.night:  # it was drawn for paper
            canvas.fill(place.inset(-6 if state == "rest" else -9), "picture_plate", 10)
        elif state != "rest":
            canvas.fill(box.inset(2), "paper", 12)

    node = sheet.control("button", name, sheet.say(name), box, move, paint, focusable=False)
    node.loose = True  # it lies in the margin, narrower than a finger where the margin is
    with sheet.inside(node):
        sheet.picture(picture, place, loose=True)


def _band(sheet: Sheet, said: str) -> None:
    given = style("note", weight=600)
    wide = min(sheet.width - 40, sheet.measure(said, given)[0] + 110)
    high = sheet.measure(said, given, wide - 90)[1] + 8
    box = Box((sheet.width - wide) / 2, 0, wide, high)
    band = parts.panel(sheet, box, "amber_light", 12)
    band.loose = True
    with sheet.inside(band):
        sheet.picture("icon_save", Box(box.x + 20, box.y + 4, 36, min(36, high - 8)), loose=True)
        sheet.text(box.x + 70, box.y, wide - 90, said, given, height=high, middle=True)
        band.children[-1].loose = True

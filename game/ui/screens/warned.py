"""Any page of the table with a narrow band on top: the answers are not on disk at the moment."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.model.message import Message
from game.ui import parts
from game.ui.screen import Move, Screen
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Warned:
    """`told` over `screen`, which stays what it is."""

    screen: Screen
    told: Message

    @property
    def cue(self) -> str:
        """The page's own sound."""
        return str(getattr(self.screen, "cue", ""))

    @property
    def stays(self) -> bool:
        """Whether the focus stays when another page of the kind takes its place."""
        return bool(getattr(self.screen, "stays", True))

    def lay(self, sheet: Sheet) -> None:
        """The page, then the band."""
        self.screen.lay(sheet)
        said = sheet.say(self.told)
        wide = min(sheet.width - 40, sheet.measure(said, style("note", weight=600))[0] + 110)
        high = sheet.measure(said, style("note", weight=600), wide - 110)[1] + 8
        box = Box((sheet.width - wide) / 2, 0, wide, high)
        band = parts.panel(sheet, box, "amber_light", 12)
        band.loose = True
        with sheet.inside(band):
            sheet.picture("icon_save", Box(box.x + 20, box.y + 4, 36, min(36, high - 8)), loose=True)
            sheet.text(box.x + 70, box.y, wide - 90, said, style("note", weight=600), height=high, middle=True)
            band.children[-1].loose = True

    def handle(self, event: pygame.event.Event) -> Move | None:
        """What the page does with it."""
        return self.screen.handle(event)

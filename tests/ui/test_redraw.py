"""A drawing over the last one looks like a fresh one, and leaves alone what has not changed."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

import pygame
import pytest

from game.ui.canvas import Canvas
from game.ui.controls import button, option_row
from game.ui.layout import lay_out
from game.ui.parts import paper, slip
from game.ui.preferences import Preferences
from game.ui.redraw import draw, stale, strokes
from game.ui.screen import Give, Quit, Screen, Still, View
from game.ui.screens.parts import Parts
from game.ui.sheet import Sheet
from game.ui.text import Fonts
from game.ui.tree import Box, by_id, focusable
from tests.ui.voice import Stub

os.environ["SDL_VIDEODRIVER"] = "dummy"
SIZE = (1280, 800)


@dataclass(frozen=True)
class Counting(Still):
    """Three answers on paper, a sentence about the one that is looked at, and a long list."""

    said: str = "As it stands."

    def lay(self, sheet: Sheet) -> None:
        sheet.unless_changed(self, lambda: self._still(sheet))
        sheet.text(900, 120, 500, sheet.view.focus, "title")

    def _still(self, sheet: Sheet) -> None:
        sheet.table()
        with sheet.inside(paper(sheet, Box(64, 64, 760, 560))):
            for index in range(3):
                option_row(sheet, 96, 96 + 150 * index, 680, f"o{index}", "ABC"[index], "One", "two", Give(str(index)))
        with sheet.inside(slip(sheet, Box(900, 300, 500, 200))):
            sheet.text(930, 330, 400, self.said, "body")
        with sheet.scroll(Box(900, 560, 500, 300)) as top:
            for index in range(5):
                button(sheet, Box(910, top + 10 + 100 * index, 460, 84), f"b{index}", "Quit", Quit())


def fresh(screen: Screen, view: View) -> bytes:
    sheet = lay_out(screen, SIZE, Stub(), Preferences(), replace(view, kept=None), fonts := Fonts())
    surface = pygame.Surface(SIZE)
    draw(Canvas(surface, sheet.unit, sheet.palette, fonts, sheet.left), sheet.root, view)
    return pygame.image.tobytes(surface, "RGB")


class Desk:
    """One surface that is drawn on again and again."""

    def __init__(self) -> None:
        self.surface, self.fonts, self.view = pygame.Surface(SIZE), Fonts(), View(keyboard=True)
        self.canvas: Canvas | None = None

    def shows(self, screen: Screen) -> bytes:
        sheet = lay_out(screen, SIZE, Stub(), Preferences(), self.view, self.fonts)
        self.canvas = self.canvas or Canvas(self.surface, sheet.unit, sheet.palette, self.fonts, sheet.left)
        draw(self.canvas, sheet.root, self.view)
        return pygame.image.tobytes(self.surface, "RGB")


@pytest.mark.parametrize("screen", [Counting(), Parts()])
def test_every_step_of_the_focus_looks_like_a_fresh_drawing(screen: Screen) -> None:
    desk = Desk()
    desk.shows(screen)
    ids = [node.id for node in focusable(lay_out(screen, SIZE, Stub()).root)]
    for id in [*ids, *ids[::3]]:
        desk.view.focus, desk.view.follow = id, True
        assert desk.shows(screen) == fresh(screen, desk.view), id


def test_hover_press_scrolling_and_another_screen_look_like_a_fresh_drawing() -> None:
    desk = Desk()
    desk.shows(Counting())
    for changes in ({"hover": "o1"}, {"pressed": "o1"}, {"hover": "", "pressed": ""}, {"keyboard": False}):
        for name, value in changes.items():
            setattr(desk.view, name, value)
        assert desk.shows(Counting()) == fresh(Counting(), desk.view), changes
    desk.view.scrolled["scroll"] = 60.0
    assert desk.shows(Counting()) == fresh(Counting(), desk.view)
    assert desk.shows(Counting("Another sentence.")) == fresh(Counting("Another sentence."), desk.view)
    assert desk.shows(Parts()) == fresh(Parts(), desk.view)


def test_a_step_of_the_focus_touches_little() -> None:
    view, fonts, screen = View(keyboard=True, focus="o0"), Fonts(), Counting()
    one = lay_out(screen, SIZE, Stub(), None, view, fonts).root
    before = strokes(one, by_id(one, "o0"))
    view.focus = "o1"
    two = lay_out(screen, SIZE, Stub(), None, view, fonts).root
    boxes = stale(before, strokes(two, by_id(two, "o1"), before), two.box)
    assert boxes is not None
    assert sum(box.w * box.h for box in boxes) < 0.1 * two.box.w * two.box.h
    assert stale(before, before, two.box) == []


def test_a_screen_that_does_not_look_at_the_focus_is_laid_once() -> None:
    view, fonts, screen = View(keyboard=True, focus="o0"), Fonts(), Counting()
    one = by_id(lay_out(screen, SIZE, Stub(), None, view, fonts).root, "b1")
    voice = Stub()
    view.focus = "o1"
    two = by_id(lay_out(screen, SIZE, voice, None, view, fonts).root, "b1")
    view.focus = "o2"
    three = by_id(lay_out(screen, SIZE, voice, None, view, fonts).root, "b1")
    assert one is not two  # another voice
    assert two is three
    view.hover = "b1"
    assert by_id(lay_out(screen, SIZE, voice, None, view, fonts).root, "b1") is not three

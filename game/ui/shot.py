"""Any screen as a picture, without a window."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.canvas import Canvas
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.redraw import draw
from game.ui.screen import Screen, View, Voice
from game.ui.text import Fonts


def shot(
    screen: Screen,
    size: tuple[int, int],
    voice: Voice,
    preferences: Preferences | None = None,
    view: View | None = None,
) -> pygame.Surface:
    """`screen` in `size` pixels; `view` says where the focus is and whether its ring shows (by default it does)."""
    fonts = Fonts()
    view = view if view is not None else View(keyboard=True)
    sheet = lay_out(screen, size, voice, preferences, view, fonts)
    surface = pygame.Surface(size)
    draw(Canvas(surface, sheet.unit, sheet.palette, fonts, sheet.left), sheet.root, view)
    return surface


def write(picture: pygame.Surface, path: Path) -> None:
    """Store a picture under a name that ends in .png. OSError when the folder refuses."""
    try:
        pygame.image.save(picture, path)
    except pygame.error as error:
        raise OSError(str(error)) from error

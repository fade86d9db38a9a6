"""Every screen by name, for `dilemme shot`, for the layout checks and for pictures in the README.

To add one: write a function that makes the screen from the content and, where it needs one, a state,
and name it in `GALLERY`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.model.content import Content
from game.ui.screen import Screen
from game.ui.screens.parts import Parts

if TYPE_CHECKING:
    from game.model.state import State

Maker = Callable[[Content, "State | None"], Screen]


def _parts(content: Content, state: State | None) -> Screen:
    del content, state
    return Parts()


GALLERY: dict[str, Maker] = {
    "parts": _parts,
}

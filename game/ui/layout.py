"""From a screen to its nodes, with the focus where it belongs. Needs no window."""

from __future__ import annotations

from game.ui.preferences import Preferences
from game.ui.screen import Screen, View, Voice
from game.ui.sheet import Sheet
from game.ui.text import Fonts
from game.ui.tree import Node, by_id, focusable


def lay_out(
    screen: Screen,
    size: tuple[int, int],
    voice: Voice,
    preferences: Preferences | None = None,
    view: View | None = None,
    fonts: Fonts | None = None,
) -> Sheet:
    """The sheet of `screen` in a window of `size` pixels. A focus that is gone moves to the first thing there."""
    view = view if view is not None else View(keyboard=True)
    fonts = fonts or Fonts()
    preferences = preferences or Preferences()
    sheet = _laid(screen, size, voice, preferences, view, fonts)
    found = by_id(sheet.root, view.focus)
    if found is None or not found.focusable:
        view.focus = _first(sheet.root)
        sheet = _laid(screen, size, voice, preferences, view, fonts)
    if _follow(sheet.root, view):
        sheet = _laid(screen, size, voice, preferences, view, fonts)
    return sheet


def _laid(
    screen: Screen, size: tuple[int, int], voice: Voice, preferences: Preferences, view: View, fonts: Fonts
) -> Sheet:
    sheet = Sheet(size, voice, preferences, view, fonts)
    screen.lay(sheet)
    return sheet


def _first(root: Node) -> str:
    able = focusable(root)
    return next((node.id for node in able if node.first), able[0].id if able else "")


def _follow(root: Node, view: View) -> bool:
    """Scroll so that the focus is in sight, when it has just moved. Whether anything changed."""
    changed = False
    for scroll in [node for node in root.walk() if node.role == "scroll"]:
        before = view.scrolled.get(scroll.id, 0.0)
        after = min(before, scroll.reach)
        node = by_id(scroll, view.focus) if view.follow else None
        if node is not None:
            low, high = node.box.bottom + 24 - scroll.box.bottom, node.box.y - 24 - scroll.box.y
            after += low if low > 0 else 0
            after += high if high < 0 else 0
            after = min(max(0.0, after), scroll.reach)
        if abs(after - before) > 0.5:
            view.scrolled[scroll.id] = after
            changed = True
    view.follow = False
    return changed

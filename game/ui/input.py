"""From an event of the window to a move: the same keys and the same mouse on every screen."""

from __future__ import annotations

import pygame

from game.ui.preferences import LANGUAGES, TEXT_SIZES, Preferences
from game.ui.screen import Adjust, Move, Open, Pop, Push, Screen, Scroll, SetLanguage, Undo, View
from game.ui.sheet import Sheet
from game.ui.tree import Node, at, by_id, by_key, focusable, neighbour

_ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
_NAMED = {pygame.K_ESCAPE: "ESCAPE", pygame.K_BACKSPACE: "BACKSPACE", pygame.K_DELETE: "DELETE"}
_PAGE = {pygame.K_PAGEUP: -0.8, pygame.K_PAGEDOWN: 0.8}
_LINE = 120.0  # units that one notch of the wheel scrolls


def react(event: pygame.event.Event, sheet: Sheet, view: View, screen: Screen, depth: int) -> Move | None:
    """What the event asks for. `view` follows the mouse and the focus; `depth` screens lie on the stack."""
    move = _asked(event, sheet, view, screen, depth)
    if isinstance(move, Scroll):
        _scroll(by_id(sheet.root, move.id), view, move.by, around=True)
        return None
    return move


def _asked(event: pygame.event.Event, sheet: Sheet, view: View, screen: Screen, depth: int) -> Move | None:
    if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL):
        return _mouse(event, sheet, view)
    if event.type != pygame.KEYDOWN:
        return screen.handle(event)
    view.keyboard = True
    move = _key(event, sheet.root, view)
    if move is None:
        move = screen.handle(event)
    if move is None:
        move = _everywhere(event, sheet.preferences, sheet.voice.language, depth)
    return move


def _mouse(event: pygame.event.Event, sheet: Sheet, view: View) -> Move | None:
    if event.type == pygame.MOUSEWHEEL:
        x, y = pygame.mouse.get_pos() if pygame.display.get_init() else (-1, -1)
        under = ((x - sheet.left) / sheet.unit, y / sheet.unit)
        _scroll(_scrolled(sheet.root, view, under), view, -event.y * _LINE)
        return None
    x, y = (event.pos[0] - sheet.left) / sheet.unit, event.pos[1] / sheet.unit
    node = at(sheet.root, x, y)
    view.hover = node.id if node else ""
    if event.type == pygame.MOUSEMOTION:
        drawn = by_id(sheet.root, view.pressed) if any(event.buttons) else None
        return drawn.touched(x, y) if drawn is not None and drawn.touched is not None else None
    if event.button != 1:
        return None
    if event.type == pygame.MOUSEBUTTONDOWN:
        view.pressed, view.keyboard = view.hover, False
        return node.touched(x, y) if node is not None and node.touched is not None else None
    pressed, view.pressed = view.pressed, ""
    if node is None or node.id != pressed:
        return None
    if node.focusable:
        view.focus = node.id
    return node.move


def _key(event: pygame.event.Event, root: Node, view: View) -> Move | None:
    current = by_id(root, view.focus)
    if current is not None and current.typed is not None and (letter := _letter(event)):
        move = current.typed(letter)
        if move is not None:
            return move
    if event.key == pygame.K_TAB:
        _tab(root, view, -1 if event.mod & pygame.KMOD_SHIFT else 1)
        return None
    if event.key in _ARROWS:
        return _arrow(root, view, current, *_ARROWS[event.key])
    if event.key in _PAGE:
        _scroll(_scrolled(root, view), view, _PAGE[event.key] * root.box.h * 0.6)
        return None
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE) and not event.mod & pygame.KMOD_ALT:
        return current.move if current is not None and current.enabled else None
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return None
    chosen = by_key(root, _NAMED.get(event.key) or event.unicode or "")
    if chosen is None:
        return None
    if chosen.focusable and not isinstance(chosen.move, Push | Open):
        view.focus = chosen.id  # a page that opens is left again: Enter shall not open it a second time
    return chosen.move


def _letter(event: pygame.event.Event) -> str:
    if event.key == pygame.K_BACKSPACE:
        return "\b"
    return event.unicode if event.unicode.isprintable() and not event.mod & pygame.KMOD_CTRL else ""


def _tab(root: Node, view: View, step: int) -> None:
    able = [node.id for node in focusable(root)]
    if able:
        index = able.index(view.focus) if view.focus in able else -step
        _focus(view, able[(index + step) % len(able)])


def _focus(view: View, id: str) -> None:
    view.focus, view.follow, view.change = id, True, 0.0


def _arrow(root: Node, view: View, current: Node | None, dx: int, dy: int) -> Move | None:
    if current is None:
        _tab(root, view, 1)
        return None
    if dx and current.turn != (None, None):
        return current.turn[0 if dx < 0 else 1]
    if dy and current.lift != (None, None):
        return current.lift[0 if dy < 0 else 1]
    if (near := neighbour(root, current, dx, dy)) is not None:
        _focus(view, near.id)
    elif dy:
        _scroll(_scrolled(root, view), view, dy * _LINE)
    return None


def _scrolled(root: Node, view: View, under: tuple[float, float] | None = None) -> Node | None:
    """The scroll window that holds the mouse or the focus, else the first with more than it shows."""
    able = [n for n in root.walk() if n.role == "scroll" and n.reach + view.scrolled.get(n.id, 0) > 1]
    held = [n for n in able if (n.box.has(*under) if under else by_id(n, view.focus))]
    return next(iter((*held, *able)), None)


def _scroll(node: Node | None, view: View, by: float, around: bool = False) -> None:
    if node is not None:
        before = view.scrolled.get(node.id, 0.0)
        after = min(max(0.0, before + by), node.reach)
        view.scrolled[node.id] = 0.0 if around and after == before else after


def _everywhere(event: pygame.event.Event, preferences: Preferences, language: str, depth: int) -> Move | None:
    """Keys that mean the same on every screen, unless the screen has its own use for them."""
    if event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
        return Adjust("fullscreen", not preferences.fullscreen)
    if event.key == pygame.K_F2:
        after = (LANGUAGES.index(language) + 1) % len(LANGUAGES) if language in LANGUAGES else 0
        return SetLanguage(LANGUAGES[after])
    if event.key == pygame.K_F3:
        return Open("settings")
    if event.key == pygame.K_F4 and not event.mod & pygame.KMOD_ALT:
        return Open("debrief")
    if event.key == pygame.K_F1 or event.unicode in ("h", "H"):
        return Open("help")
    if event.unicode in ("+", "=") or event.key == pygame.K_KP_PLUS:
        return _text_size(preferences, 1)
    if event.unicode == "-" or event.key == pygame.K_KP_MINUS:
        return _text_size(preferences, -1)
    if event.key == pygame.K_BACKSPACE:
        return Undo()
    if event.key == pygame.K_ESCAPE:
        return Pop() if depth > 2 else Open("leave") if depth == 2 else None
    return None


def _text_size(preferences: Preferences, step: int) -> Move | None:
    index = TEXT_SIZES.index(preferences.text_size) + step
    return Adjust("text_size", TEXT_SIZES[index]) if 0 <= index < len(TEXT_SIZES) else None

"""The window: one loop, one stack of screens, both local. It draws when something changed and sleeps otherwise.

`run` is a coroutine with one await a frame, so that the same loop can turn in a browser. Screens return
moves; what concerns the window is done here, what concerns the game is asked of the host. The window's
title names the page and the card on it: for authors, for whoever describes a mistake, for tests.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from time import monotonic_ns
from typing import Protocol, get_args

import pygame

from game import NAME
from game.ui.canvas import Canvas
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences, changed
from game.ui.redraw import draw
from game.ui.screen import Adjust, Move, Played, Pop, Push, Quit, Replace, Screen, SetLanguage, View, Voice
from game.ui.sheet import Sheet
from game.ui.sound import Cues
from game.ui.text import Fonts

_ARRIVAL_MS, _CHANGE_MS = 180, 200  # tokens: card_in, curve
_FRAME, _IDLE = 0.015, 0.025  # seconds; pygame's own wait looks a thousand times a second
_POLL_MS = 150
_SMALLEST = (640, 480)
_NOT_A_SCREEN = ("dummy", "offscreen", "evdev")


class Host(Protocol):
    """Whoever holds the game: knows the language and answers the moves that concern it."""

    def voice(self, language: str) -> Voice:
        """Somebody who speaks that language; the system's when it is empty."""

    def play(self, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        """The stack after the move: the title lies at its bottom. May keep what is on disk."""

    def keep(self, preferences: Preferences) -> None:
        """Store the player's settings."""


Stack = tuple[Screen, ...]
Poll = Callable[[Stack], Stack | None]
Pause = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A screen on the stack and where the player is on it."""

    screen: Screen
    view: View = field(default_factory=View)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the loop holds between two frames."""

    layers: tuple[Layer, ...]
    preferences: Preferences
    voice: Voice


def no_window() -> str:
    """Why no window can be opened, in a sentence for the terminal; empty if one can."""
    if not getattr(pygame, "IS_CE", 0):
        return "This needs pygame-ce: run 'pip uninstall pygame', then 'pip install --force-reinstall pygame-ce'."
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    chosen = os.environ.get("SDL_VIDEODRIVER")
    try:
        pygame.display.init()
    except pygame.error as error:
        return f"No screen was found ({error}). 'dilemme autoplay' plays a month without one."
    if pygame.display.get_driver() in _NOT_A_SCREEN and not chosen:
        pygame.display.quit()
        return "No screen was found. 'dilemme autoplay' plays without one, 'dilemme shot' draws a screen as a picture."
    pygame.font.init()
    return ""


async def run(
    host: Host, first: Stack, preferences: Preferences, pause: Pause, *, display: int = 0, poll: Poll | None = None
) -> int:
    """Show `first` until the last screen is left. Returns the exit code: 0, or 1 when there is no screen.

    `first` is the stack to begin with, the title at its bottom. `pause` lets others run for so many seconds
    (`frames.rest`, `asyncio.sleep`). `poll` is asked now and then whether something outside (a vote, a saved
    file) changes the stack; as long as it gives one, it is asked at each frame.
    """
    if problem := no_window():
        print(problem, file=sys.stderr)
        return 1
    shown = Shown(tuple(Layer(screen) for screen in first), preferences, host.voice(preferences.language))
    shown.layers[-1].view.keyboard = True
    window = _open_window(preferences.fullscreen, display)
    cues = Cues(preferences.sound)
    canvas: Canvas | None = None
    fonts, before, sheet = Fonts(), _milliseconds(), None
    dirty, asked, busy, drawn = True, 0, False, (0, 0)
    while shown.layers:
        now = _milliseconds()
        moving = _advance(shown, now - before)
        before = now
        if dirty or moving or sheet is None:
            if drawn != window.get_size():  # the surface itself stays one object when the window grows
                drawn, fonts, canvas = window.get_size(), Fonts(), None
            sheet = _lay(shown, drawn, fonts)
            canvas = _canvas(canvas, window, sheet, fonts)
            _name_window(shown.layers[-1].screen)
            draw(canvas, sheet.root, shown.layers[-1].view)
            pygame.display.flip()
        events = pygame.event.get()
        after = shown
        for event in events:
            after = _handled(after, event, sheet, host, cues)
            if after.layers and after.layers[-1].screen is not shown.layers[-1].screen:
                break  # the rest was meant for a screen that is gone
        if poll is not None and after.layers and (busy or now - asked >= _POLL_MS):
            screens = poll(tuple(layer.screen for layer in after.layers))
            after, asked, busy = _polled(after, screens), now, screens is not None
        dirty = bool(events) or after is not shown
        if after.preferences.fullscreen != shown.preferences.fullscreen:
            window = _open_window(after.preferences.fullscreen, display)
        cues = cues.at(after.preferences.sound)
        shown = after
        await pause(_FRAME if moving else _IDLE)
    pygame.display.quit()
    return 0


def _milliseconds() -> int:
    """A clock that runs; pygame's own stands still until everything of pygame was started, sound included."""
    return monotonic_ns() // 1_000_000


def _open_window(fullscreen: bool, display: int) -> pygame.Surface:
    sizes = pygame.display.get_desktop_sizes()
    display = display if 0 <= display < len(sizes) else 0
    desktop = sizes[display] if sizes else (1280, 800)
    if fullscreen:
        return pygame.display.set_mode(desktop, pygame.FULLSCREEN, display=display)
    size = (max(_SMALLEST[0], round(desktop[0] * 0.9)), max(_SMALLEST[1], round(desktop[1] * 0.86)))
    return pygame.display.set_mode(size, pygame.RESIZABLE, display=display)


def caption(screen: Screen) -> str:
    """The game, the kind of page, and the id of the question on it: `Dilemme – month – dilemma.washing_machine`."""
    page = getattr(screen, "screen", screen)
    asked = getattr(page, "question", None)
    kind = type(page).__name__.removesuffix("Page").lower()
    return " – ".join((NAME, kind, asked.id) if asked else (NAME, kind))


def _name_window(screen: Screen) -> None:
    """The title is there before the page is."""
    now = caption(screen)
    if pygame.display.get_caption()[:1] != (now,):
        pygame.display.set_caption(now)


def _canvas(canvas: Canvas | None, window: pygame.Surface, sheet: Sheet, fonts: Fonts) -> Canvas:
    """The old one keeps what was drawn, as long as size and colours are the same."""
    if canvas is not None and canvas.surface is window and canvas.palette is sheet.palette and canvas.fonts is fonts:
        return canvas
    return Canvas(window, sheet.unit, sheet.palette, fonts, sheet.left)


def _lay(shown: Shown, size: tuple[int, int], fonts: Fonts) -> Sheet:
    layer = shown.layers[-1]
    return lay_out(layer.screen, size, shown.voice, shown.preferences, layer.view, fonts)


def eased(elapsed: float, whole: float) -> float:
    """How far a movement is, 0 to 1, fast at first; at once when `whole` is 0."""
    if whole <= 0 or elapsed >= whole:
        return 1.0
    return 1 - (1 - elapsed / whole) ** 3


def _advance(shown: Shown, elapsed: int) -> bool:
    """Move what moves; whether anything still does. Less motion ends it at once."""
    view = shown.layers[-1].view
    if not shown.preferences.motion:
        view.arrival = view.change = 1.0
        return False
    moving = view.arrival < 1 or view.change < 1
    whole = _draws(shown.layers[-1].screen) or _ARRIVAL_MS
    view.arrival = min(1.0, view.arrival + elapsed / whole)
    view.change = min(1.0, view.change + elapsed / _CHANGE_MS)
    return moving


def _handled(shown: Shown, event: pygame.event.Event, sheet: Sheet, host: Host, cues: Cues) -> Shown:
    if event.type == pygame.QUIT:
        return replace(shown, layers=())
    if not shown.layers:
        return shown
    layer = shown.layers[-1]
    if layer.view.arrival < 1 and _draws(layer.screen) and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
        layer.view.arrival = 1.0  # any key ends it
        return shown
    move = react(event, sheet, layer.view, layer.screen, len(shown.layers))
    after = shown if move is None else moved(shown, move, host)
    if after.layers and after.layers[-1].screen is not layer.screen:
        cues.play(getattr(after.layers[-1].screen, "cue", ""))
    return after


def moved(shown: Shown, move: Move, host: Host) -> Shown:
    """The stack, the language and the settings after a move."""
    layers = shown.layers
    match move:
        case Push(screen):
            return replace(shown, layers=(*layers, _arriving(screen, layers[-1].view.keyboard)))
        case Pop():
            return replace(shown, layers=layers[:-1])
        case Replace(screen):
            if _draws(screen) and not _draws(layers[-1].screen):
                layers[-1].view.arrival = 0.0
            return replace(shown, layers=(*layers[:-1], Layer(screen, layers[-1].view)))
        case Quit():
            return replace(shown, layers=())
        case SetLanguage(language):
            return _adjusted(shown, "language", language, host)
        case Adjust(name, value):
            return _adjusted(shown, name, value, host)
    assert isinstance(move, get_args(Played))
    screens = host.play(move, tuple(layer.screen for layer in layers))
    # Another game may have begun in another month: the voice counts from its first one.
    return replace(shown, layers=_restacked(layers, screens), voice=host.voice(shown.preferences.language))


def _draws(screen: Screen) -> int:
    """Milliseconds in which a screen draws itself; 0 for nearly all."""
    return int(getattr(screen, "draws", 0))


def _arriving(screen: Screen, keyboard: bool) -> Layer:
    return Layer(screen, View(keyboard=keyboard, arrival=0.0))


def _restacked(old: tuple[Layer, ...], screens: tuple[Screen, ...]) -> tuple[Layer, ...]:
    """Screens of the same kind at the same depth keep their focus, unless they lead it on; new ones arrive."""
    keyboard = old[-1].view.keyboard if old else True
    return tuple(
        Layer(screen, _led(old[depth].view) if getattr(screen, "leads", False) else old[depth].view)
        if depth < len(old) and _kind(old[depth].screen) is _kind(screen) and getattr(screen, "stays", True)
        else _arriving(screen, keyboard)
        for depth, screen in enumerate(screens)
    )


def _led(view: View) -> View:
    """The focus goes where the page has it first; who uses a mouse keeps the lists as they lie."""
    view.focus, view.follow = "", view.keyboard
    return view


def _kind(screen: Screen) -> type:
    """What a screen is, also where something lies around it."""
    return type(getattr(screen, "screen", screen))


def _adjusted(shown: Shown, name: str, value: str | int | bool, host: Host) -> Shown:
    preferences = changed(shown.preferences, name, value)
    host.keep(preferences)
    voice = host.voice(preferences.language) if name == "language" else shown.voice
    return replace(shown, preferences=preferences, voice=voice)


def _polled(shown: Shown, screens: Stack | None) -> Shown:
    same = screens is None or all(a.screen is b for a, b in zip(shown.layers, screens, strict=False))
    return shown if screens is None or same else replace(shown, layers=_restacked(shown.layers, screens))

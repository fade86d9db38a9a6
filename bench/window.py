"""The window against a bare one: how soon it takes input, what it keeps in memory, what a redraw costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pygame

from bench.ratio import quickest, told
from game.content.load import load
from game.engine import play
from game.i18n.speech import speech
from game.paths import data_folder
from game.ui.canvas import Canvas
from game.ui.gallery import GALLERY
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.redraw import draw
from game.ui.screen import View
from game.ui.text import Fonts
from game.ui.tree import focusable

SIZE = (1920, 1080)
TIMES = 5
# Both children end where a player's first key would be taken, and say how much memory they hold by then.
READY = """
import os, resource, sys, pygame
def ready(*_):
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    os._exit(0)
pygame.event.wait = pygame.event.get = ready
"""
BARE = """
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1280, 800))
pygame.display.flip()
pygame.event.get()
"""
GAME = """
from game.cli import run
run(["--data-dir", sys.argv[1], *sys.argv[2:]])
"""


def started(code: str, *words: str) -> tuple[float, int]:
    """Seconds from the process to its first look for input, and its memory in kilobytes."""
    begun = time.perf_counter()
    child = subprocess.run([sys.executable, "-c", READY + code, *words], stdout=subprocess.PIPE, text=True, check=True)
    return time.perf_counter() - begun, int(child.stdout.split()[-1])


def starts() -> list[bool]:
    """The very first start, a start with what that one left, and memory at the table."""
    bare = min(started(BARE) for _ in range(TIMES))
    with tempfile.TemporaryDirectory() as folder:
        first = started(GAME, folder)
        warm = min(started(GAME, folder) for _ in range(TIMES))
        table = started(GAME, folder, "play", "--household", "weber", "--seed", "7")
    return [
        told("title takes input, warm content cache", warm[0] / bare[0], 2.5),
        told("title takes input, very first start", first[0] / bare[0], 8),
        told("memory at the table", table[1] / bare[1], 2),
    ]


def redraw() -> bool:
    """A redraw after the focus moved from one thing to the next and back, against fill and flip."""
    pygame.display.init()
    pygame.font.init()
    window = pygame.display.set_mode(SIZE)
    content, _ = load(data_folder("scenarios"))
    voice = speech("de", content.texts, data_folder("locales"))
    screen = GALLERY["month" if "month" in GALLERY else "title"](content, play.new_game(content, "weber", 7, 24))
    fonts, view = Fonts(), View(keyboard=True)
    sheet = lay_out(screen, SIZE, voice, Preferences(), view, fonts)
    canvas = Canvas(window, sheet.unit, sheet.palette, fonts, sheet.left)
    first, second = [node.id for node in focusable(sheet.root)][:2]

    def bare() -> None:
        window.fill((200, 200, 200))
        pygame.display.flip()

    def moved() -> None:
        view.focus = second if view.focus == first else first
        draw(canvas, lay_out(screen, SIZE, voice, Preferences(), view, fonts).root, view)
        pygame.display.flip()

    moved()
    moved()
    return told("redraw after the focus moved", quickest(moved, 40) / quickest(bare, 40), 10)


def main() -> int:
    """Print the ratios; 1 if one is over its limit."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        print("no display: drawn into memory")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.chdir(Path(__file__).resolve().parent.parent)
    held = [*starts(), redraw()]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

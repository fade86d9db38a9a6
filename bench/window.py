"""The window against a bare one: how soon it takes input, its memory, a redraw, and what it does while it rests.

Where no display is, one that nobody sees is begun (Xvfb); without that all is drawn into memory, where a bare
window costs next to nothing and the ratios of the start are no use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
TIMES = 7
SECONDS = 5  # that a resting window is watched
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
    child = subprocess.run(
        [sys.executable, "-c", READY + code, *words], stdout=subprocess.PIPE, text=True, check=True, env=surroundings()
    )
    return time.perf_counter() - begun, int(child.stdout.split()[-1])


def surroundings() -> dict[str, str]:
    """The environment of a player: bytecode is kept, as every installation keeps it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def starts() -> list[bool]:
    """The very first start, a start with what that one left, and memory at the table; bare and real in turn."""
    bare, first, warm = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        started(GAME, folder)  # the bytecode
        for number in range(TIMES):
            bare.append(started(BARE))
            if number < 3:
                first.append(started(GAME, f"{folder}/{number}"))
            warm.append(started(GAME, folder))
        table = started(GAME, folder, "play", "--household", "weber", "--seed", "7")
    quick = min(bare)[0]
    return [
        told("title takes input, warm content cache", min(warm)[0] / quick, 2.5),
        told("title takes input, very first start", min(first)[0] / quick, 8),
        told("memory at the table", table[1] / bare[0][1], 2),
    ]


def rest() -> list[bool]:
    """Per cent of a core that the title and the table take while nobody touches anything; Linux only."""
    if not Path("/proc/self/stat").exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        title = working(["--data-dir", folder])
        table = working(["--data-dir", folder, "play", "--household", "weber", "--seed", "7"])
    return [told("% of a core, the title at rest", title, 1), told("% of a core, the table at rest", table, 1)]


def working(words: Sequence[str]) -> float:
    """Per cent of a core that a game takes a while after its start."""
    with subprocess.Popen([sys.executable, "-m", "game", *words], env=surroundings()) as game:
        time.sleep(3)
        before = ticks(game.pid)
        time.sleep(SECONDS)
        spent = ticks(game.pid) - before
        game.terminate()
    return 100 * spent / os.sysconf("SC_CLK_TCK") / SECONDS


def ticks(process: int) -> int:
    """Its time on a core so far, in ticks of the clock."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


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


@contextmanager
def screen() -> Iterator[str]:
    """A display to open windows on, and what to say about it."""
    if os.environ.get("DISPLAY") or not sys.platform.startswith("linux"):
        yield ""
    elif shutil.which("Xvfb") is None:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        yield "no display and no Xvfb: drawn into memory, the ratios of the start say little"
    else:
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-noreset", "-nolisten", "tcp", "-screen", "0", "1920x1080x24"]
        with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
            os.close(writer)
            with os.fdopen(reader) as number:
                os.environ["DISPLAY"] = f":{number.readline().strip()}"
            yield "no display: Xvfb"
            server.terminate()


def main() -> int:
    """Print the ratios; 1 if one is over its limit."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.chdir(Path(__file__).resolve().parent.parent)
    with screen() as note:
        if note:
            print(note)
        held = [*starts(), *rest(), redraw()]
        pygame.quit()
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

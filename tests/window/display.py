"""A screen that nobody sees, the real game on it, and hands that press its keys: Xvfb and xdotool.

The window's title says which page is on and which card; what was answered is read from the disk.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pygame

NEEDED = ("Xvfb", "xdotool")
WAIT = 20.0  # seconds until a page is given up
LOOK = 0.004  # seconds between two looks


def missing() -> str:
    """What this machine lacks for these tests, as a sentence; empty if it has all."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    return f"the real window is not tested: {' and '.join(lacking)} not found" if lacking else ""


@dataclass(frozen=True, slots=True)
class Display:
    """A running Xvfb: its name, and the folder where its picture lies."""

    name: str
    folder: Path

    def tool(self, *words: str) -> str:
        """What xdotool says; empty where it found nothing."""
        command = ["xdotool", *words]
        return subprocess.run(command, env=self.surroundings(), capture_output=True, text=True).stdout.strip()

    def surroundings(self) -> dict[str, str]:
        """The environment of a program that opens its window here, and makes no sound."""
        left_out = ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY", "DILEMME_DATA_DIR")
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        return {**kept, "DISPLAY": self.name, "SDL_AUDIODRIVER": "dummy", "LC_ALL": "C.UTF-8"}

    def picture(self) -> pygame.Surface:
        """The whole screen as it is now: Xvfb keeps it in the format of xwd."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])
        start, width, height, bits, line, colours = head[0], head[4], head[5], head[11], head[12], head[19]
        assert (bits, line) == (32, 4 * width)
        begin = start + 12 * colours
        return pygame.image.frombytes(data[begin : begin + line * height], (width, height), "BGRA").convert(24)


@contextmanager
def display(folder: Path, size: tuple[int, int] = (1366, 900)) -> Iterator[Display]:
    """Xvfb on the first free number, ended with the block."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-fbdir", str(folder), "-nolisten", "tcp"]
    # It would start afresh whenever the last program leaves it, and be away for a moment.
    command += ["-noreset", "-screen", "0", f"{size[0]}x{size[1]}x24"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=(writer,), stdout=silent, stderr=silent) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as number:
                yield Display(f":{number.readline().strip()}", folder)
        finally:
            server.terminate()


@dataclass(slots=True)
class Game:
    """The game in its window. `inputs` counts keys and clicks."""

    display: Display
    folder: Path
    process: subprocess.Popen[bytes]
    window: str = ""
    inputs: int = 0
    seen: list[str] = field(default_factory=list)  # titles, in the order of their coming

    @property
    def title(self) -> str:
        """The window's title without the game's name: `month – dilemma.boiler`."""
        return self.display.tool("getwindowname", self.window).partition(" – ")[2]

    @property
    def page(self) -> str:
        """Which kind of page is on."""
        return self.title.partition(" – ")[0]

    @property
    def save(self) -> Path:
        """The file of the one game that was played."""
        (path,) = (self.folder / "data" / "saves").glob("*.jsonl")
        return path

    @property
    def lines(self) -> int:
        """How many lines stand in that file; 0 while there is none."""
        return sum(path.read_bytes().count(b"\n") for path in (self.folder / "data" / "saves").glob("*.jsonl"))

    def box(self) -> pygame.Rect:
        """Where the window is on the screen, in pixels."""
        said = self.display.tool("getwindowgeometry", "--shell", self.window)
        values = dict(line.split("=", 1) for line in said.splitlines())
        return pygame.Rect(*(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the window in pixels."""
        return self.box().size

    def picture(self) -> pygame.Surface:
        """What the window shows now."""
        return self.display.picture().subsurface(self.box())

    def press(self, *keys: str) -> None:
        """Keys as xdotool names them, one after the other, as a keyboard sends them."""
        self.inputs += len(keys)
        self.display.tool("key", "--delay", "30", *keys)

    def click(self, x: float, y: float) -> None:
        """The left button at a point of the window, in its pixels."""
        self.inputs += 1
        self.point(x, y)
        self.display.tool("click", "1")

    def point(self, x: float, y: float) -> None:
        """The mouse at a point of the window, in its pixels."""
        at = self.box()
        self.display.tool("mousemove", "--sync", str(at.x + round(x)), str(at.y + round(y)))

    def until(self, what: str, holds: Callable[[], bool], seconds: float = WAIT) -> None:
        """Wait until something holds; AssertionError with the page that was on instead."""
        end = time.monotonic() + seconds
        while not holds():
            assert self.process.poll() is None, f"the game ended by itself, waiting for {what}"
            assert time.monotonic() < end, f"{what} did not come; on is '{self.title}', before it {self.seen[-5:]}"
            time.sleep(LOOK)

    def await_page(self, *kinds: str) -> str:
        """Wait for a page of one of these kinds; which it is."""
        self.until(f"a page of {kinds}", lambda: self.page in kinds)
        self.seen.append(self.title)
        return self.page

    def seconds_on_a_core(self) -> float:
        """What the game has worked so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """Hold the game where it is, between two instructions."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it as a lost battery does."""
        self.process.kill()
        self.process.wait()


@contextmanager
def game(on: Display, folder: Path, *words: str) -> Iterator[Game]:
    """`dilemme` with these words and its files in `folder`, from its first page on; killed with the block."""
    command = [sys.executable, "-m", "game", "--data-dir", str(folder), *words]
    with subprocess.Popen(command, env=on.surroundings()) as process:
        started = Game(on, folder, process)
        try:
            started.until("a window", lambda: _found(started))
            on.tool("windowfocus", "--sync", started.window)
            yield started
        finally:
            process.kill()


def _found(started: Game) -> bool:
    windows = started.display.tool("search", "--onlyvisible", "--pid", str(started.process.pid)).split()
    started.window = windows[-1] if windows else ""
    return bool(started.window and started.title)

"""The loop of the window, in a window that nobody sees: it opens, moves, comes to rest and closes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import pygame
import pytest

from game.model.game import Question
from game.model.message import Message
from game.ui.app import Pause, caption, run
from game.ui.frames import finished, rest
from game.ui.preferences import Preferences
from game.ui.screen import Move, Push, Still
from game.ui.screens.call import CallPage
from game.ui.screens.on_table import OnTable
from game.ui.screens.parts import Parts
from game.ui.sheet import Sheet
from tests.ui.voice import Desk

os.environ["SDL_VIDEODRIVER"] = "dummy"


@pytest.fixture(autouse=True)
def window() -> None:
    pygame.display.init()
    pygame.event.clear()


def press(key: int) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode="", mod=0))


@pytest.mark.parametrize(("turn", "pause"), [(finished, rest), (asyncio.run, asyncio.sleep)])
def test_the_loop_opens_draws_and_closes(turn: Callable[[Coroutine[Any, Any, int]], int], pause: Pause) -> None:
    press(pygame.K_TAB)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert turn(run(Desk(), (Parts(),), Preferences(), pause)) == 0


def test_the_window_s_title_names_the_page_and_its_card() -> None:
    asked = CallPage(Question("call#3", 0, "call", Message("call.title"), Message("call.text"), ()))
    assert caption(asked) == "Dilemme – call – call#3"
    assert caption(OnTable(asked)) == caption(asked)
    assert caption(Parts()) == "Dilemme – parts"


@dataclass(frozen=True, slots=True)
class Counted(Still):
    """Remembers how far its arrival was at each drawing."""

    seen: list[float] = field(default_factory=list)

    def lay(self, sheet: Sheet) -> None:
        sheet.table()
        self.seen.append(sheet.view.arrival)


@dataclass(frozen=True, slots=True)
class Before(Still):
    """Any key leads to `after`."""

    after: Counted

    def lay(self, sheet: Sheet) -> None:
        sheet.table()

    def handle(self, event: pygame.event.Event) -> Move | None:
        return Push(self.after) if event.type == pygame.KEYDOWN else None


def test_a_page_that_arrives_comes_to_rest_and_is_drawn_no_more() -> None:
    page = Counted()
    rests: list[tuple[float, int]] = []

    async def watched(seconds: float) -> None:
        rests.append((seconds, len(page.seen)))
        await rest(seconds)
        if len(rests) == 60:
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    press(pygame.K_SPACE)
    finished(run(Desk(), (Before(page),), Preferences(), watched))
    assert page.seen[0] < 1 and page.seen[-1] == 1 and page.seen == sorted(page.seen)
    still = [drawn for seconds, drawn in rests[-20:]]
    assert still == [len(page.seen)] * 20


def test_what_happens_outside_is_asked_for_now_and_then() -> None:
    asked: list[int] = []

    def poll(stack: tuple[object, ...]) -> None:
        asked.append(len(stack))
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    finished(run(Desk(), (Parts(),), Preferences(), rest, poll=poll))
    assert asked == [1]

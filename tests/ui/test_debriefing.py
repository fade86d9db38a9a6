"""The debrief while the window is open: opened, worked out between frames, answered when a switch is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from game.engine import policies
from game.i18n.speech import Languages
from game.model.content import Content
from game.model.game import Settings
from game.paths import data_folder, user_folders
from game.ui.host import Host, bare
from game.ui.screen import Begin, Give, Home, Open, Screen
from game.ui.screens.debrief.page import DebriefPage
from game.ui.screens.end import End
from game.ui.screens.on_table import OnTable
from game.ui.screens.title import Title
from tests.playing import scenarios

Stack = tuple[Screen, ...]


@pytest.fixture(scope="module")
def content() -> Content:
    return scenarios()


@pytest.fixture
def host(content: Content, tmp_path: Path) -> Iterator[Host]:
    host = Host(content, user_folders(tmp_path), Languages(content.texts, data_folder("locales")), "en", 7)
    yield host
    host.rise()


def play(host: Host, months: int) -> Stack:
    """A short game, as far as so many months are closed."""
    stack = host.begin(Begin("weber", 3, 12, Settings()), straight=True)
    assert host.table
    while not host.table.over and len(host.table.state.rows) < months:
        stack = host.play(Give(policies.choose(host.table.state, "minimum")), stack)
    return stack


def on_top(stack: Stack) -> DebriefPage:
    page = bare(stack)[-1]
    assert isinstance(page, DebriefPage)
    return page


def work(host: Host, stack: Stack, page: str) -> Stack:
    """Frame after frame until that page can be shown."""
    for _ in range(4000):
        if on_top(stack).debrief.page(page).ready:
            return stack
        stack = host.poll(stack) or stack
    raise AssertionError(f"{page} was never ready")


def test_the_end_opens_it_and_the_pages_fill(host: Host) -> None:
    stack = play(host, 12)
    assert any(isinstance(screen, End) for screen in bare(stack))
    stack = host.play(Open("debrief"), stack)
    assert on_top(stack).page.id == "feelings"
    stack = work(host, stack, "waterfall")
    assert on_top(stack).debrief.causes is not None
    assert bare(host.play(Open("debrief"), stack)) == bare(stack)


def test_no_poll_takes_long(host: Host) -> None:
    stack = host.play(Open("debrief"), play(host, 12))
    took = []
    for _ in range(40):
        before = perf_counter()
        stack = host.poll(stack) or stack
        took.append(perf_counter() - before)
    assert sorted(took)[len(took) // 2] < 0.1


def test_a_running_game_is_explained_too_and_goes_on(host: Host) -> None:
    stack = play(host, 3)
    assert host.table and not host.table.over
    answers = host.table.answers
    stack = work(host, host.play(Open("debrief"), stack), "twins")
    page = on_top(stack)
    assert page.debrief.months == 3
    assert isinstance(stack[-1], OnTable) and not stack[-1].undoes
    assert host.table.answers == answers
    before = host.play(Open("debrief"), play(host, 0))
    assert not isinstance(bare(before)[-1], DebriefPage)


def test_a_switch_is_answered_at_the_next_frame(host: Host) -> None:
    stack = work(host, host.play(Open("debrief"), play(host, 12)), "levers")
    page = on_top(stack)
    index = next(index for index, one in enumerate(page.pages) if one.id == "levers")
    on = replace(page, at=index, seen=replace(page.seen, cards=frozenset({0}), open=frozenset({"levers"})))
    assert on.wanted is not None
    stack = host.poll((*stack[:-1], on)) or ()
    after = on_top(stack)
    assert after.wanted is None
    assert after.debrief.levers
    assert after.answer[-1] == after.debrief.levers.shown[0].owed


def test_it_is_forgotten_with_the_game(host: Host) -> None:
    stack = host.play(Open("debrief"), play(host, 12))
    assert host.debriefing is not None
    stack = host.play(Home(), stack)
    assert isinstance(stack[-1], Title)
    assert host.debriefing is None
    assert host.play(Open("debrief"), stack) == stack

"""Somebody who only ever presses Enter comes to the end of a game: no page holds them, none takes back its answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.i18n.speech import Languages
from game.paths import data_folder, user_folders
from game.ui.app import Layer, Shown, moved
from game.ui.host import Host
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Begin, Undo, View
from game.ui.screens.end import End
from game.ui.text import Fonts
from tests.playing import scenarios

os.environ["SDL_VIDEODRIVER"] = "dummy"
ENTER = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="\r", mod=0)
MOST = 24 * 8  # inputs of a whole game


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    content = scenarios()
    host = Host(content, user_folders(tmp_path), Languages(content.texts, data_folder("locales")), "de", 7)
    yield host
    host.rise()


@pytest.mark.parametrize(
    ("size", "text_size", "language"),
    [((1024, 768), 100, "de"), ((1280, 800), 125, "lb"), ((1024, 768), 150, "fr"), ((1920, 1080), 100, "en")],
)
@pytest.mark.parametrize("seed", [2, pytest.param(3, marks=pytest.mark.long)])
def test_enter_alone_plays_a_game(host: Host, size: tuple[int, int], text_size: int, language: str, seed: int) -> None:
    preferences = Preferences(text_size=text_size, motion=False, language=language)
    stack = host.begin(Begin("weber", seed, 24), straight=True)
    layers = tuple(Layer(screen, View(keyboard=True)) for screen in stack)
    shown, fonts, inputs = Shown(layers, preferences, host.voice(language)), Fonts(), 0
    while inputs < MOST:
        top = shown.layers[-1]
        if isinstance(getattr(top.screen, "screen", top.screen), End):
            break
        sheet = lay_out(top.screen, size, shown.voice, preferences, top.view, fonts)
        move = react(ENTER, sheet, top.view, top.screen, len(shown.layers))
        assert move is not None, (top.screen, top.view.focus)
        assert not isinstance(move, Undo)
        shown, inputs = moved(shown, move, host), inputs + 1
    assert inputs < MOST

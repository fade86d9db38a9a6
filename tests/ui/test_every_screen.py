"""Every screen of the gallery, in four languages, three windows and three sizes of text: all of it fits."""

from __future__ import annotations

import os
from functools import cache

import pytest

from game.i18n.speech import Languages, Speech
from game.model.message import Message
from game.paths import data_folder
from game.ui.check import check_layout
from game.ui.gallery import GALLERY
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from tests.playing import scenarios
from tests.ui.fits import SIZES, faults, fonts, in_all_sizes
from tests.ui.voice import Stub

os.environ["SDL_VIDEODRIVER"] = "dummy"
SCREENS = [name for name in GALLERY if name != "parts"]  # the kit itself, for one width and in one language


@cache
def entry(name: str) -> Screen:
    return GALLERY[name](scenarios(), None)


@cache
def voice(language: str) -> Speech:
    return Languages(scenarios().texts, data_folder("locales")).speech(language)


@in_all_sizes
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_holds_its_texts(name: str, language: str, text_size: int) -> None:
    assert faults(entry(name), voice(language), Preferences(text_size=text_size)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_read_at_night(name: str) -> None:
    sheet = lay_out(entry(name), SIZES[0], voice("de"), Preferences(night=True), fonts=fonts(SIZES[0]))
    assert check_layout(sheet) == []


class Planted(Stub):
    """Says everything with a word at its end that fits nowhere."""

    def say(self, message: Message) -> str:
        return super().say(message) + " " + "Zahlungsaufforderung" * 12


@pytest.mark.parametrize("name", SCREENS)
def test_a_word_that_is_too_long_is_found(name: str) -> None:
    found = check_layout(lay_out(entry(name), SIZES[-1], Planted(), fonts=fonts(SIZES[-1])))
    assert any("too wide" in fault or "leaves the window" in fault for fault in found)

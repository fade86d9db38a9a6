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
from game.ui.preferences import LANGUAGES, TEXT_SIZES, Preferences
from game.ui.screen import Screen
from game.ui.text import Fonts
from tests.playing import scenarios
from tests.ui.voice import Stub

os.environ["SDL_VIDEODRIVER"] = "dummy"
SCREENS = [name for name in GALLERY if name != "parts"]  # the kit itself, for one width and in one language
SIZES = ((1920, 1080), (1280, 800), (1024, 768))


@cache
def entry(name: str) -> Screen:
    return GALLERY[name](scenarios(), None)


@cache
def voice(language: str) -> Speech:
    return Languages(scenarios().texts, data_folder("locales")).speech(language)


@cache
def fonts(_size: tuple[int, int]) -> Fonts:
    """Measured letters are kept: most sentences stand on many screens."""
    return Fonts()


def faults(name: str, speech: Speech | Stub, preferences: Preferences) -> list[str]:
    return [
        f"{size}: {fault}"
        for size in SIZES
        for fault in check_layout(lay_out(entry(name), size, speech, preferences, fonts=fonts(size)))
    ]


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_holds_its_texts(name: str, language: str, text_size: int) -> None:
    assert faults(name, voice(language), Preferences(text_size=text_size)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_read_at_night(name: str) -> None:
    assert faults(name, voice("de"), Preferences(night=True)) == []


class Planted(Stub):
    """Says everything with a word at its end that fits nowhere."""

    def say(self, message: Message) -> str:
        return super().say(message) + " " + "Zahlungsaufforderung" * 12


@pytest.mark.parametrize("name", SCREENS)
def test_a_word_that_is_too_long_is_found(name: str) -> None:
    found = faults(name, Planted(), Preferences())
    assert any("too wide" in fault or "leaves the window" in fault for fault in found)

"""Whether a screen fits: laid out in three windows, with letters that were measured once for all tests."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from game.ui.check import check_layout
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Screen, Voice
from game.ui.text import Fonts

SIZES = ((1920, 1080), (1280, 800), (1024, 768))
LANGUAGES = ("en", "fr", "de", "lb")


@cache
def fonts(_size: tuple[int, int]) -> Fonts:
    """What was measured in a window of that size: most sentences stand on many screens."""
    return Fonts()


def faults(screen: Screen, voice: Voice, preferences: Preferences | None = None) -> list[str]:
    """What is wrong in any of the windows, in lines."""
    return [
        f"{size}: {fault}"
        for size in SIZES
        for fault in check_layout(lay_out(screen, size, voice, preferences, fonts=fonts(size)))
    ]


def _sizes() -> list[Any]:
    """Language and text size. Large letters in every language take their time; the longest one stands for them."""
    pairs = [(language, size) for size in (100, 125, 150) for language in LANGUAGES]
    soon = {("de", 150), *((language, 100) for language in LANGUAGES)}
    return [pytest.param(*pair, marks=[] if pair in soon else [pytest.mark.long]) for pair in pairs]


in_all_sizes = pytest.mark.parametrize(("language", "text_size"), _sizes())

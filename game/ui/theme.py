"""Colours by meaning, letter sizes and measures, all read from `assets/tokens.json`.

Sizes are units: 1080 of them are the height of the stage. A colour is asked for by what it means
(`ink`, `teal_text`, `key_fill`), so that day and night differ in one place only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from game.paths import data_folder

Colour = tuple[int, int, int]

MINIMUM_TEXT = 28.0
MINIMUM_CONTRAST = 7.0
MINIMUM_TOUCH = 64.0
STAGE_HEIGHT = 1080.0
STAGE_WIDTH = 1920.0
NARROW = 1.5  # width by height under which a screen reflows

# Pairs that the pictures of states add to the tokens: darker teal under the pointer and the finger.
_EXTRA = {
    "teal_fill": "#0A5A56", "teal_fill_hover": "#085049", "teal_fill_pressed": "#064B47", "brick_fill": "#9C2F24",
    "wall": "#F3EADB", "lamp_cord": "#22304A", "cloth": "#D5EBE8", "cloth_light": "#FFFDF8",
    "floor": "#DCC7A4", "plate": "#FBE7C6", "plate2": "#D5EBE8", "knob": "#FFFFFF",
    "phone": "#22304A", "phone_ear": "#4A5872",
    "key_fill": "#22304A", "key_text": "#FFFFFF", "dim_fill": "#D8CBB6", "dim_text": "#22304A",
}  # fmt: skip
_EXTRA_NIGHT = {
    "teal_fill": "#0A5F5A", "teal_fill_hover": "#0A5450", "teal_fill_pressed": "#084E4A", "plate": "#F3EADB",
    "plate2": "#DCEBE9", "dim_fill": "#2A3444", "dim_text": "#FFFFFF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one table, by meaning."""

    night: bool
    colours: dict[str, Colour]

    def __getitem__(self, meaning: str) -> Colour:
        return self.colours[meaning]


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: units of height at text size 100 %, CSS weight, line height as a share of it."""

    size: float
    weight: int = 400
    italic: bool = False
    line: float = 1.25


@cache
def tokens() -> dict[str, Any]:
    """The design tokens as they are on disk."""
    loaded: dict[str, Any] = json.loads((data_folder("assets") / "tokens.json").read_text("utf-8"))
    return loaded


def colour(text: str) -> Colour:
    """`#0B6E69` as three numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@cache
def palette(night: bool = False) -> Palette:
    """The light or the dark table."""
    named: dict[str, str] = {**tokens()["colour"], **_EXTRA}
    if night:
        named |= {**tokens()["night"], **_EXTRA_NIGHT}
    return Palette(night, {name: colour(value) for name, value in named.items()})


@cache
def _styles() -> dict[str, Style]:
    body = float(tokens()["line_height_body"])
    read = {name: Style(float(size), int(weight)) for name, (size, weight) in tokens()["type"].items()}
    for name in ("body", "body_large"):
        read[name] = replace(read[name], line=body)
    return read | {
        "heading": Style(60, 700),
        "subheading": Style(38, 700),
        "strong": Style(32, 700),
        "note_strong": Style(28, 600),
        "letter": Style(32, 400, italic=True, line=body),
        "key": Style(37, 700, line=1.0),
    }


def style(name: str, **changes: Any) -> Style:
    """A named style (`note body body_large label option amount price headline title shock balance timer
    game_name heading subheading strong note_strong letter key`), with fields changed where a screen needs it."""
    return _styles()[name] if not changes else _changed(name, tuple(changes.items()))


@cache
def _changed(name: str, changes: tuple[tuple[str, Any], ...]) -> Style:
    return replace(_styles()[name], **dict(changes))


def grown(size: float, text_size: int) -> float:
    """`size` at a text setting of 100, 125 or 150 per cent.

    Small text grows by the whole factor. What is larger than a label grows by as many units as a
    label does: it is already read from afar, and the page has to hold.
    """
    extra = (text_size - 100) / 100
    return size + min(size, 36.0) * extra


def luminance(of: Colour) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2)."""
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in of)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

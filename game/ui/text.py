"""Letters: fonts at the window's own resolution, and one way to break a text into lines.

A paragraph breaks at the plain space only, so U+00A0 and U+202F hold a number and its sign
together; at a soft hyphen when a word would not fit; and at a line feed. `**words**` are bold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import font_source_sans_pro  # type: ignore[import-untyped]
import pygame

from game.ui.theme import Colour, Style

SOFT_HYPHEN = "\u00ad"
_FACES = {
    (400, False): "SourceSansPro", (600, False): "SourceSansProSemibold", (700, False): "SourceSansProBold",
    (400, True): "SourceSansProIt", (600, True): "SourceSansProSemiboldIt", (700, True): "SourceSansProBoldIt",
}  # fmt: skip
_CACHED_WORDS = 3000
_CACHED_PARAGRAPHS = 4000
_ROUNDED = 8  # pixels by which a line may be wider than its words one by one


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one weight, `x` and `width` in pixels."""

    text: str
    bold: bool
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line."""

    runs: tuple[Run, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text broken into lines, measured in pixels; `style.size` and `line_height` too."""

    lines: tuple[Line, ...]
    style: Style
    line_height: float

    @property
    def width(self) -> int:
        """Of the longest line."""
        return max((line.width for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.line_height * len(self.lines)


class Fonts:
    """Opened fonts and drawn words, kept until the size of the window changes."""

    def __init__(self) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self._fonts: dict[tuple[int, bool, int], pygame.font.Font] = {}
        self._words: dict[tuple[str, int, bool, int, Colour], pygame.Surface] = {}
        self._paragraphs: dict[tuple[str, Style, int], Paragraph] = {}

    def font(self, style: Style) -> pygame.font.Font:
        """The face for `style`, whose size is in pixels here. Rounded up, so that no text is smaller than asked."""
        key = (style.weight, style.italic, math.ceil(style.size - 0.01))
        if key not in self._fonts:
            file = font_source_sans_pro.font_files_ttf[_FACES[key[0], key[1]]]
            self._fonts[key] = pygame.font.Font(file, key[2])
        return self._fonts[key]

    def width(self, text: str, style: Style) -> int:
        """Pixels that `text` takes on one line."""
        return self.font(style).size(text)[0]

    def drawn(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """`text` on one line as a picture with alpha."""
        key = (text, style.weight, style.italic, math.ceil(style.size - 0.01), colour)
        if key not in self._words:
            if len(self._words) > _CACHED_WORDS:
                self._words.clear()
            self._words[key] = self.font(style).render(text, True, colour)
        return self._words[key]

    def paragraph(self, text: str, style: Style, width: int) -> Paragraph:
        """`text` broken into lines of at most `width` pixels, kept: most of a screen is the same in its next frame."""
        key = (text, style, width)
        if key not in self._paragraphs:
            if len(self._paragraphs) > _CACHED_PARAGRAPHS:
                self._paragraphs.clear()
            lines = [line for part in text.split("\n") for line in _broken(self, part, style, width)]
            self._paragraphs[key] = Paragraph(tuple(lines), style, style.size * style.line)
        return self._paragraphs[key]


def _weighted(text: str) -> list[tuple[str, bool]]:
    """(words, bold) pieces of one line feed-free text."""
    pieces = text.split("**")
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]


def _bold(style: Style) -> Style:
    return replace(style, weight=700)


def _words(text: str) -> list[list[tuple[str, bool]]]:
    """Words as lists of (letters, bold): a word may change its weight in the middle."""
    words: list[list[tuple[str, bool]]] = [[]]
    for piece, bold in _weighted(text):
        for index, part in enumerate(piece.split(" ")):
            if index:
                words.append([])
            if part:
                words[-1].append((part, bold))
    return [word for word in words if word]


def _measure(fonts: Fonts, word: Sequence[tuple[str, bool]], style: Style) -> int:
    return sum(fonts.width(t.replace(SOFT_HYPHEN, ""), _bold(style) if bold else style) for t, bold in word)


def _hyphenated(
    fonts: Fonts, word: list[tuple[str, bool]], style: Style, room: int
) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]] | None:
    """The longest head that fits into `room` with a hyphen, and the tail; None if nothing fits."""
    if len(word) != 1 or SOFT_HYPHEN not in word[0][0]:
        return None
    letters, bold = word[0]
    parts = letters.split(SOFT_HYPHEN)
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count]) + "-"
        if fonts.width(head, _bold(style) if bold else style) <= room:
            return [(head, bold)], [(SOFT_HYPHEN.join(parts[count:]), bold)]
    return None


def _line(fonts: Fonts, words: Sequence[Sequence[tuple[str, bool]]], style: Style) -> Line:
    """Neighbouring pieces of one weight become one run, so that kerning holds across them."""
    joined: list[tuple[str, bool]] = []
    for index, word in enumerate(words):
        for part, (letters, bold) in enumerate(word):
            space = " " if index and part == 0 else ""
            clean = space + letters.replace(SOFT_HYPHEN, "")
            if joined and joined[-1][1] == bold:
                joined[-1] = (joined[-1][0] + clean, bold)
            else:
                joined.append((clean, bold))
    runs: list[Run] = []
    x = 0
    for letters, bold in joined:
        width = fonts.width(letters, _bold(style) if bold else style)
        runs.append(Run(letters, bold, x, width))
        x += width
    return Line(tuple(runs), x)


def _broken(fonts: Fonts, text: str, style: Style, width: int) -> list[Line]:
    lines: list[Line] = []
    current: list[list[tuple[str, bool]]] = []
    space = fonts.width(" ", style)
    used = 0
    waiting = _words(text)[::-1]
    while waiting:
        word = waiting.pop()
        needs = _measure(fonts, word, style) + (space if current else 0)
        if used + needs <= width:
            current.append(word)
            used += needs
            if waiting:
                continue
        elif cut := _hyphenated(fonts, word, style, width - used - (space if current else 0) - _ROUNDED):
            current.append(cut[0])
            waiting.append(cut[1])
        elif current:
            waiting.append(word)
        else:
            current.append(word)  # wider than the box: the caller sees it in `Paragraph.width`
        lines.append(_settled(fonts, current, waiting, style, width))
        current, used = [], 0
    return lines or [Line((), 0)]


def _settled(
    fonts: Fonts, words: list[list[tuple[str, bool]]], waiting: list[list[tuple[str, bool]]], style: Style, width: int
) -> Line:
    """The line of `words`; those that rounding has pushed over the edge go back to `waiting`."""
    line = _line(fonts, words, style)
    while width < line.width <= width + _ROUNDED and len(words) > 1:
        waiting.append(words.pop())
        line = _line(fonts, words, style)
    return line


def paragraph(fonts: Fonts, text: str, style: Style, width: float) -> Paragraph:
    """`text` in lines no wider than `width` pixels, as far as its words allow. `style.size` is in pixels."""
    return fonts.paragraph(text, style, math.floor(width + 0.5))

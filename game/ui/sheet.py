"""The sheet that a screen is laid on: units, measured text, and the tree of nodes that grows on it.

The stage is 1080 units high and as wide as the window allows: 1920 at 16:9, 1728 at 16:10, 1440 at 4:3.
A larger text setting does not change the stage, it makes letters grow, so screens measure and reflow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TypeVar, cast

from game.model.message import Message, Value, message
from game.ui.canvas import Canvas, fitted
from game.ui.preferences import Preferences
from game.ui.screen import Move, View, Voice
from game.ui.text import Fonts, Paragraph, paragraph
from game.ui.theme import MINIMUM_TEXT, NARROW, STAGE_HEIGHT, STAGE_WIDTH, Palette, Style, grown, palette, style
from game.ui.tree import Box, Lettering, Node, Paint

# Source Sans: from the middle of a line to the top of its capitals' accents and to its descenders, in sizes.
_INK_UP, _INK_DOWN = 0.40, 0.57


T = TypeVar("T")


class Sheet:
    """One layout of one screen. Everything is in units but `size` and `unit`."""

    def __init__(self, size: tuple[int, int], voice: Voice, preferences: Preferences, view: View, fonts: Fonts) -> None:
        self.size = size
        self.unit = min(size[1] / STAGE_HEIGHT, size[0] / 1440)  # pixels
        self.width = min(size[0] / self.unit, STAGE_WIDTH)
        self.height = size[1] / self.unit
        self.left = (size[0] - self.width * self.unit) / 2  # pixels beside the stage
        self.narrow = self.width / self.height < NARROW
        self.margin = 45.0 if self.narrow else 64.0
        self.voice = voice
        self.preferences = preferences
        self.text_size = preferences.text_size
        self.view = view
        self.fonts = fonts
        self.palette: Palette = palette(preferences.night)
        self.root = Node("group", "", Box(0, 0, self.width, self.height))
        self._open: list[Node] = [self.root]
        self._clips: list[Box] = []

    # --- words -------------------------------------------------------------------------------------------------

    def say(self, what: Message | str, **values: Value) -> str:
        """The sentence of a message, or of an id with its values."""
        return self.voice.say(what if isinstance(what, Message) else message(what, **values))

    # --- the grid ----------------------------------------------------------------------------------------------

    @property
    def area(self) -> Box:
        """The stage inside its margins."""
        return Box(self.margin, self.margin, self.width - 2 * self.margin, self.height - 2 * self.margin)

    def col(self, index: float, columns: int = 12, gutter: float = 24) -> float:
        """Left edge of a column, counted from 0."""
        return self.margin + index * (self.span(1, columns, gutter) + gutter)

    def span(self, count: float, columns: int = 12, gutter: float = 24) -> float:
        """Width of `count` columns with the gutters between them."""
        one = (self.width - 2 * self.margin - (columns - 1) * gutter) / columns
        return count * one + (count - 1) * gutter

    # --- nodes -------------------------------------------------------------------------------------------------

    def put(self, node: Node) -> Node:
        """Add a node under the one that is open."""
        if self._clips:
            node.clip = self._clips[-1]
        self._open[-1].children.append(node)
        return node

    @contextmanager
    def inside(self, node: Node) -> Iterator[Node]:
        """What is put meanwhile lies in `node`."""
        self._open.append(node)
        try:
            yield node
        finally:
            self._open.pop()

    def unless_changed(self, of: object, put: Callable[[], T]) -> T:
        """Lay what `put` puts, once a screen: for the part that does not look at the focus or at its movement.

        While `of` (the screen), window, language, settings, pointer and scrolling are the same, the nodes of
        the last time are there again and `put` is not called; what it returned is returned again.
        """
        view = self.view
        pointer = (view.hover, view.pressed, view.arrival, tuple(view.scrolled.items()))
        given = (of, self.voice, self.size, self.preferences, pointer)
        kept = view.kept
        into = self._open[-1].children
        if isinstance(kept, _Kept) and kept.fonts is self.fonts and all(map(_same, kept.given, given)):
            into.extend(kept.nodes)
            return cast(T, kept.returned)
        start = len(into)
        returned = put()
        view.kept = _Kept(given, self.fonts, tuple(into[start:]), returned)
        return returned

    def shape(
        self, box: Box, paint: Paint | None, *, role: str = "shape", name: str = "", fill: str = "", loose: bool = False
    ) -> Node:
        """Something drawn that nobody touches. `fill`: the colour on which later text stands."""
        return self.put(Node(role, name, box, paint=paint, fill=fill, loose=loose))

    def block(self, box: Box, colour: str, radius: float = 0, *, role: str = "shape", loose: bool = False) -> Node:
        """A flat rectangle."""
        return self.shape(box, lambda c: c.fill(box, colour, radius), role=role, fill=colour, loose=loose)

    def rule(self, x: float, y: float, w: float, colour: str = "line", thick: float = 2) -> Box:
        """A level line."""
        box = Box(x, y, w, thick)
        self.shape(box, lambda c: c.fill(box, colour), loose=True)
        return box

    def table(self, *planks: float) -> None:
        """The table under everything, with its joints at these heights."""
        whole = Box(0, 0, self.width, self.height)

        def paint(canvas: Canvas) -> None:
            canvas.surface.fill(canvas.colour("table"))
            across = canvas.surface.get_width()
            for y in planks or (158, 452, 742, 962):
                top = canvas.rect(Box(0, y, 1, 1)).y
                canvas.surface.fill(canvas.colour("plank"), (0, top, across, canvas.pixels(3)))

        self.shape(whole, paint, role="table", fill="table")

    # --- text --------------------------------------------------------------------------------------------------

    def styled(self, given: Style | str) -> Style:
        """A style at the player's text size, still in units."""
        return _grown(style(given) if isinstance(given, str) else given, self.text_size)

    def set(self, text: str, given: Style | str, width: float) -> Paragraph:
        """The lines of a text in a width of units, ready to be drawn."""
        return paragraph(self.fonts, text, _scaled(self.styled(given), self.unit), width * self.unit)

    def measure(self, text: str, given: Style | str, width: float = 100_000) -> tuple[float, float]:
        """Units that a text takes: (width of its longest line, height of its lines)."""
        lines = self.set(text, given, width)
        return lines.width / self.unit, lines.height / self.unit

    def fit(self, text: str, given: Style | str, width: float, lines: int, shrink: float, height: float = 0) -> Style:
        """The largest size, from the style's own down to `shrink` units, at which the text fits.

        Without room even then, the smallest is returned and the checks report the overflow.
        """
        base = style(given) if isinstance(given, str) else given
        smallest = max(MINIMUM_TEXT, shrink)
        size = base.size
        while size > smallest:
            tried = self.set(text, replace(base, size=size), width)
            too_long = (lines and len(tried.lines) > lines) or (height and tried.height > (height + 1) * self.unit)
            if tried.width <= (width + 0.5) * self.unit and not too_long:
                break
            size = max(smallest, size - 2)
        return replace(base, size=size)

    def text(
        self,
        x: float,
        y: float,
        w: float,
        text: str,
        given: Style | str = "body",
        *,
        align: str = "left",
        colour: str = "ink",
        lines: int = 0,
        shrink: float = 0,
        height: float = 0,
        middle: bool = False,
        role: str = "text",
    ) -> Box:
        """Write a text; the box returned is what it used, `w` wide and as high as its lines.

        `lines` and `height` are limits (0: none), `shrink` the size down to which it may get smaller to keep
        them. With `middle` the lines stand in the middle of `height`. Whatever still overflows is kept on the
        node for the checks. `align` is left, right or center; `**words**` are bold.
        """
        chosen = self.fit(text, given, w, lines, shrink, height) if shrink else given
        return self.write(Box(x, y, w, height), self.set(text, chosen, w), text, align, colour, lines, middle, role)

    def write(
        self,
        room: Box,
        laid: Paragraph,
        text: str,
        align: str = "left",
        colour: str = "ink",
        lines: int = 0,
        middle: bool = False,
        role: str = "text",
    ) -> Box:
        """Put a paragraph that was set before."""
        line = laid.line_height / self.unit
        high, wide = laid.height / self.unit, laid.width / self.unit
        top = room.y + (room.h - high) / 2 if middle and room.h else room.y
        allowed = min([limit for limit in (lines * line, room.h) if limit], default=math.inf)
        size = laid.style.size / self.unit
        shift = {"left": 0.0, "right": room.w - wide, "center": (room.w - wide) / 2}[align]
        ink = Box(
            room.x + shift,
            top + line / 2 - _INK_UP * size,
            wide,
            high - line + (_INK_UP + _INK_DOWN) * size,
        )
        used = Box(room.x, top, room.w, high)
        node = Node(role, text.replace("**", "").replace("\u00ad", ""), ink)
        over_width = wide - room.w if wide > room.w + 1.5 else 0.0
        over_height = high - allowed if high > allowed + 1.5 else 0.0
        node.lettering = Lettering(node.name, size, colour, over_width, over_height, len(laid.lines))
        node.paint = lambda canvas: canvas.letters(used, laid, colour, align)
        self.put(node)
        return used

    # --- pictures ----------------------------------------------------------------------------------------------

    def picture(
        self,
        picture: str,
        box: Box,
        *,
        tilt: float = 0,
        shadow: bool = False,
        name: str = "",
        loose: bool = False,
        clip: Box | None = None,
    ) -> Box:
        """A picture as large as fits into `box`, in its middle. Tilted ones are loose: they may overlap."""
        width, height = fitted(picture, box)
        place = Box(box.centre[0] - width / 2, box.centre[1] - height / 2, width, height)
        node = Node("picture", name, clip or place, loose=loose or bool(tilt) or bool(clip))
        node.paint = lambda canvas: canvas.picture(picture, box, tilt, shadow, clip)
        self.put(node)
        return place

    # --- controls ----------------------------------------------------------------------------------------------

    def state(self, id: str, enabled: bool = True) -> str:
        """rest, hover, pressed or disabled. Focus is a ring on top and changes nothing below it."""
        if not enabled:
            return "disabled"
        if self.view.pressed == id:
            return "pressed"
        return "hover" if self.view.hover == id else "rest"

    def focused(self, id: str) -> bool:
        """Whether the keyboard is there: screens show what a focused option would do."""
        return self.view.focus == id

    def control(
        self,
        role: str,
        id: str,
        name: str,
        box: Box,
        move: Move | None,
        paint: Paint | None = None,
        *,
        key: str = "",
        enabled: bool = True,
        first: bool = False,
        focusable: bool = True,
        turn: tuple[Move | None, Move | None] = (None, None),
        fill: str = "",
        radius: float = 0,
        typed: Callable[[str], Move | None] | None = None,
    ) -> Node:
        """Something that can be touched. `turn`: what the left and the right arrow do here."""
        can = enabled and (move is not None or turn != (None, None) or typed is not None)
        node = Node(
            role, name, box, id, paint, move if enabled else None, key.upper(), turn, can and focusable, enabled
        )
        node.first, node.typed, node.fill, node.radius = first, typed, fill, radius
        return self.put(node)

    @contextmanager
    def scroll(self, box: Box, id: str = "scroll") -> Iterator[float]:
        """A window onto something longer: yields the height at which its content begins.

        Wheel, Page Up and Page Down move it, and it follows the focus. If all fits, nothing shows.
        """
        offset = self.view.scrolled.get(id, 0.0)
        node = self.put(Node("scroll", "", box, id))
        self._clips.append(box)
        try:
            with self.inside(node):
                yield box.y - offset
        finally:
            self._clips.pop()
        bottom = max((child.box.bottom for child in node.walk() if child is not node), default=box.y)
        node.reach = max(0.0, bottom + offset - box.bottom)
        if node.reach > 1:
            self.put(Node("shape", "", box, paint=_bar(box, offset, node.reach), loose=True))


@dataclass(frozen=True, slots=True)
class _Kept:
    given: tuple[object, ...]
    fonts: Fonts
    nodes: tuple[Node, ...]
    returned: object


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, tuple | Preferences) and one == other)


@cache
def _grown(base: Style, text_size: int) -> Style:
    return replace(base, size=grown(base.size, text_size))


@lru_cache(500)
def _scaled(base: Style, unit: float) -> Style:
    return replace(base, size=base.size * unit)


def _bar(box: Box, offset: float, reach: float) -> Paint:
    """The thin bar at the right that says how much there is above and below."""
    length = box.h * box.h / (box.h + reach)
    top = box.y + (box.h - length) * min(1.0, offset / reach)

    def paint(canvas: Canvas) -> None:
        canvas.fill(Box(box.right - 10, box.y, 10, box.h), "line", 5)
        canvas.fill(Box(box.right - 10, top, 10, length), "ink2", 5)

    return paint

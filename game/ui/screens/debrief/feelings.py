"""Before anything is explained: a calm page with four words, which nobody writes down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.explain.charts import Point
from game.ui.canvas import Canvas
from game.ui.screens.debrief.seen import Shown
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

FEELINGS = ("relieved", "calm", "heavy", "angry")
_KEYS = "ABCD"
# mouth and brows of each face in shares of its radius, from the middle
_MOUTHS = {
    "relieved": ((-0.42, 0.22), (-0.2, 0.42), (0.0, 0.48), (0.2, 0.42), (0.42, 0.22)),
    "calm": ((-0.36, 0.36), (0.0, 0.4), (0.36, 0.36)),
    "heavy": ((-0.36, 0.5), (-0.18, 0.36), (0.0, 0.32), (0.18, 0.36), (0.36, 0.5)),
    "angry": ((-0.34, 0.44), (0.34, 0.36)),
}
_BROWS = {"angry": 0.14, "heavy": -0.12}


def feelings(sheet: Sheet, box: Box, shown: Shown) -> None:
    """Four faces with a word; choosing one is for oneself, choosing none is fine."""
    said = sheet.say("debrief.feelings_note")
    high = sheet.measure(said, "body", box.w)[1]
    columns = 2 if sheet.narrow and sheet.text_size > 100 else 4
    gap = 24.0
    wide = (box.w - gap * (columns - 1)) / columns
    rows = len(FEELINGS) // columns
    tall = min(430.0, (box.h - high - 56 - gap * (rows - 1)) / rows)
    top = box.y + max(0.0, (box.h - high - 40 - rows * tall - gap * (rows - 1)) / 2)
    for index, (key, name) in enumerate(zip(_KEYS, FEELINGS, strict=True)):
        cell = Box(box.x + index % columns * (wide + gap), top + index // columns * (tall + gap), wide, tall)
        _card(sheet, cell, name, key, shown)
    y = top + rows * tall + gap * (rows - 1) + 32
    sheet.text(box.x, y, box.w, said, "body", align="center", colour="ink2")


def _card(sheet: Sheet, box: Box, name: str, key: str, shown: Shown) -> None:
    chosen = shown.seen.feeling == name
    state = sheet.state(f"feeling.{name}")
    fill, ink = ("key_fill", "key_text") if chosen else ("teal_light" if state == "pressed" else "paper", "ink")
    word = sheet.say(f"debrief.feeling_{name}")
    given = sheet.fit(word, style("price"), box.w - 40, 2, 28)
    below = sheet.measure(word, given, box.w - 40)[1]
    radius = min(box.w * 0.3, (box.h - below - 60) / 2, 120.0)
    middle = (box.centre[0], box.y + 28 + radius + max(0.0, (box.h - below - 2 * radius - 76) / 2))

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, fill, 20)
        if state == "hover" and not chosen:
            canvas.frame(box, "ink", 3, 20)
        canvas.circle(*middle, radius, "plate")
        _face(canvas, middle, radius, name)

    move = shown.move(feeling="" if chosen else name)
    node = sheet.control("choice", f"feeling.{name}", word, box, move, paint, key=key, fill=fill, radius=20)
    with sheet.inside(node):
        sheet.text(
            box.x + 20, box.bottom - below - 28, box.w - 40, word, given, align="center", colour=ink,
        )  # fmt: skip


def _face(canvas: Canvas, middle: Point, radius: float, name: str) -> None:
    """Drawn on a light ground by day and by night, hence the same dark for both."""
    x, y = middle
    tone, thick = "phone", max(5.0, radius * 0.07)
    for side in (-1, 1):
        canvas.circle(x + side * radius * 0.34, y - radius * 0.18, radius * 0.085, tone)
        tilt = _BROWS.get(name)
        if tilt is not None:
            inner, outer = (x + side * radius * 0.18, y - radius * 0.46), (x + side * radius * 0.52, y - radius * 0.46)
            canvas.line(inner[0], inner[1] + tilt * radius, outer[0], outer[1] - tilt * radius, tone, thick)
    _bent(canvas, [(x + px * radius, y + py * radius) for px, py in _MOUTHS[name]], thick, tone)


def _bent(canvas: Canvas, points: Sequence[Point], thick: float, tone: str) -> None:
    for (x, y), (x2, y2) in pairwise(points):
        canvas.line(x, y, x2, y2, tone, thick)
    for x, y in points:
        canvas.circle(x, y, thick / 2, tone)

"""Draws the figures of `explain.charts` on a sheet: shapes at once, labels as texts that can be checked and read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.explain.charts import Area, Block, Disc, Figure, Picture, Point, Room, Shape, Stroke
from game.ui.canvas import Canvas
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_STYLES = {
    "note": Style(28), "note_strong": Style(28, 600), "body": Style(34), "strong": Style(34, 700),
    "amount": Style(38, 700), "price": Style(46, 700), "title": Style(52, 700),
    "giant": Style(150, 700, line=1.0),
    "large": Style(96, 700, line=1.0),
}  # fmt: skip
_BEADS = 18.0  # units between the beads of a dotted line


def room(sheet: Sheet, box: Box) -> Room:
    """The room that a box gives to a figure at the player's text size."""
    line = sheet.measure("0", "note")[1]
    return Room(box.w, box.h, line, sheet.measure(sheet.voice.money(1_200_000), style("note"))[0])


def ends(sheet: Sheet, names: Sequence[str], box: Box, least: float) -> float:
    """Units beside a plot in which these words hold in two lines, with the largest amount above them."""
    words = max((sheet.measure(name, "note")[0] for name in names), default=0) * 0.72
    longest = max((sheet.measure(part, "note")[0] for name in names for part in name.split()), default=0)
    amount = sheet.measure(sheet.voice.money(1_200_000), _STYLES["title"])[0]
    return min(box.w * 0.45, max(least, words + 52, longest + 52, amount + 52))


def figure(sheet: Sheet, given: Figure, x: float, y: float) -> Box:
    """Put a figure with its upper left at a point."""
    box = Box(x, y, given.width, given.height)

    def paint(canvas: Canvas) -> None:
        for shape in given.shapes:
            _shape(canvas, shape, x, y)

    sheet.shape(box.inset(-24), paint, role="picture", name=sheet.say(given.alt), loose=True)
    for label in given.labels:
        text = sheet.say(label.text)
        line = sheet.fit(text, _STYLES[label.kind], label.w, label.lines, 28)
        high = sheet.measure(text, line, label.w)[1]
        if label.tone == "key_text":  # a figure's own block lies under it
            sheet.shape(Box(x + label.x, y + label.y - high / 2, label.w, high), None, fill="key_fill", loose=True)
        sheet.text(
            x + label.x, y + label.y - high / 2, label.w, text, line, align=label.align, colour=label.tone,
            lines=label.lines,
        )  # fmt: skip
    return box


def _shape(canvas: Canvas, shape: Shape, x: float, y: float) -> None:
    match shape:
        case Block():
            canvas.fill(Box(x + shape.x, y + shape.y, shape.w, shape.h), shape.tone, shape.radius)
        case Disc():
            if shape.rim:
                canvas.circle(x + shape.x, y + shape.y, shape.r + shape.thick, shape.rim)
            canvas.circle(x + shape.x, y + shape.y, shape.r, shape.tone)
        case Area():
            _area(canvas, shape, x, y)
        case Stroke():
            _stroke(canvas, shape, [(x + px, y + py) for px, py in shape.points])
        case Picture():
            canvas.picture(shape.name, Box(x + shape.x, y + shape.y, shape.w, shape.h), shadow=True)


def _area(canvas: Canvas, shape: Area, x: float, y: float) -> None:
    if len(shape.points) < 3:
        return
    left, top = min(p[0] for p in shape.points), min(p[1] for p in shape.points)
    right, low = max(p[0] for p in shape.points), max(p[1] for p in shape.points)
    box = Box(x + left, y + top, right - left + 1, low - top + 1)
    canvas.polygon(box, tuple((px - left, py - top) for px, py in shape.points), shape.tone, shape.alpha)


def _stroke(canvas: Canvas, shape: Stroke, points: Sequence[Point]) -> None:
    if shape.dotted:
        for px, py in _beads(points):
            canvas.circle(px, py, shape.thick / 2, shape.tone)
        return
    for (px, py), (qx, qy) in pairwise(points):
        canvas.line(px, py, qx, qy, shape.tone, shape.thick)
    for px, py in points:
        canvas.circle(px, py, shape.thick / 2, shape.tone)


def _beads(points: Sequence[Point]) -> list[Point]:
    """Points along a line at equal distances."""
    found, left = [], 0.0
    for (x, y), (x2, y2) in pairwise(points):
        length = ((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5
        way = left
        while way < length:
            found.append((x + (x2 - x) * way / length, y + (y2 - y) * way / length))
            way += _BEADS
        left = way - length
    return found

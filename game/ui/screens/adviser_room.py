"""The adviser's room: window, table, her face, and the bubble with the one thing she says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.ui.canvas import Canvas
from game.ui.parts import paper
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_SAYS = style("letter", size=46, line=1.3)


def room(sheet: Sheet, box: Box) -> None:
    """She sits at her table; a plate says who she is and that nothing leaves the room."""
    table = Box(box.x, box.bottom - 134, box.w, 134)

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, "wall", 28)
        scale = box.w / 520
        canvas.picture("table_scene_back", Box(box.x, box.y - 10, 976 * scale, 608 * scale), clip=box.inset(14))
        high = min(466.0, box.h - 134 - 230) if box.h < 800 else 466 * min(1.0, scale)
        wide = high * 430 / 466
        canvas.picture("face_adviser", Box(box.centre[0] - wide / 2, table.y - high + 6, wide, high))
        canvas.fill(table, "wood_light", 28)
        canvas.fill(Box(table.x, table.y, table.w, 60), "wood_light")
        canvas.fill(Box(table.x, table.y, table.w, 12), "wood")
        canvas.picture("mug", Box(box.x + 30, table.y - 92, 100, 108))
        canvas.picture("plant", Box(box.right - 126, table.y - 146, 112, 152))

    sheet.shape(box, paint, role="group", name=sheet.say("adviser.who"), fill="wall")
    inner = box.w - 80
    who, free = sheet.say("adviser.who"), sheet.say("adviser.free")
    given = sheet.fit(who, "label", inner, 1, 28)
    high = sheet.measure(who, given, inner)[1] + sheet.measure(free, "note", inner)[1] + 14
    plate = Box(box.x + 28, min(table.y + 16, box.bottom - 14 - high), box.w - 56, high)
    with sheet.inside(paper(sheet, plate, radius=12)):
        used = sheet.text(plate.x + 12, plate.y + 7, inner, who, given, align="center")
        sheet.text(plate.x + 12, used.bottom, inner, free, "note", align="center")


def bubble(sheet: Sheet, box: Box, said: str) -> None:
    """What she says, with a tail that points to her at the left."""
    tail = Box(box.x - 58, box.y + 96, 64, 80)
    sheet.shape(tail, lambda c: c.polygon(tail, [(63, 0), (0, 74), (63, 60)], "paper"), loose=True)
    with sheet.inside(paper(sheet, box, radius=28)):
        inner = box.inset(44, 20)
        sheet.text(inner.x, inner.y, inner.w, said, _SAYS, height=inner.h, middle=True, shrink=30)


def bubble_height(sheet: Sheet, w: float, said: str, least: float) -> float:
    """Units that the bubble needs at its smallest letters."""
    return max(least, sheet.measure(said, replace(_SAYS, size=30), w - 88)[1] + 44)


def others(sheet: Sheet, box: Box, faces: Sequence[str]) -> None:
    """Who sits before her, on a line."""
    wide = box.w / 2
    x = box.x if len(faces) > 1 else box.x + wide / 2
    for index, face in enumerate(faces):
        sheet.picture(face, Box(x + index * wide * 0.94, box.y, wide, box.h - 6), loose=True)
    edge = Box(box.x, box.bottom - 6, box.w, 6)
    sheet.shape(edge, lambda c: c.fill(edge, "kraft_dark", 3), loose=True)

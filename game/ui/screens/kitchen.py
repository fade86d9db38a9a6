"""The kitchen of the first page: wall, window, lamp, a family at a table with a striped cloth."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.sheet import Sheet
from game.ui.tree import Box, Node

# name, box in the 976 x 952 of the drawing, degrees clockwise
_BEHIND = (
    ("calendar", Box(716, 250, 116, 116)),
    ("face_tom", Box(416, 338, 300, 325)),
    ("face_nora", Box(116, 346, 300, 325)),
    ("face_lea", Box(298, 460, 212, 230)),
    ("face_max", Box(706, 448, 206, 223)),
)
_ON_IT = (
    ("mug", Box(44, 546, 120, 120), 0, False),
    ("fruit_bowl", Box(236, 566, 170, 99), 0, False),
    ("mail_white", Box(506, 584, 138, 92), -5, True),
    ("mail_amber", Box(526, 570, 138, 92), 4, True),
    ("mail_brick", Box(516, 562, 138, 92), -5, True),
    ("envelope", Box(690, 612, 104, 69), 4, True),
    ("plant", Box(838, 490, 126, 168), 0, False),
)
_CLOTH = 11


def kitchen(sheet: Sheet, box: Box, name: str) -> Node:
    """The scene, as large as the width allows and standing on the floor of `box`."""
    scale = min(box.w / 976, box.h / 952)
    left = box.x + (box.w - 976 * scale) / 2
    top = box.bottom - 952 * scale

    def at(part: Box) -> Box:
        return Box(left + part.x * scale, top + part.y * scale, part.w * scale, part.h * scale)

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, "wall", 28)
        floor = Box(box.x, at(Box(0, 884, 0, 0)).y, box.w, 68 * scale)
        canvas.fill(Box(floor.x, floor.y - 40, floor.w, floor.h + 40), "floor", 28)
        canvas.fill(Box(floor.x, floor.y - 40, floor.w, 40), "wall")
        _back(canvas, box, at)
        _table(canvas, at, scale)
        for picture, place, tilt, shadow in _ON_IT:
            canvas.picture(picture, at(place), tilt, shadow)

    return sheet.shape(box, paint, role="picture", name=name, fill="wall")


def _back(canvas: Canvas, box: Box, at: Callable[[Box], Box]) -> None:
    """The wall; where it is higher than the drawing, the lamp hangs from a longer cord."""
    canvas.picture("table_scene_back", at(Box(0, 0, 976, 608)), clip=box)
    canvas.picture("lamp", at(Box(372, 0, 220, 275)))
    cord = at(Box(479.25, 137, 5.5, 0))
    canvas.fill(Box(cord.x, box.y, cord.w, cord.y - box.y), "lamp_cord")
    for picture, place in _BEHIND:
        canvas.picture(picture, at(place))


def _table(canvas: Canvas, at: Callable[[Box], Box], scale: float) -> None:
    for x in (84, 852):
        canvas.fill(at(Box(x, 820, 40, 88)), "wood_dark")
    canvas.fill(at(Box(48, 690, 880, 146)), "cloth", 10 * scale)
    for index in range(_CLOTH):
        canvas.fill(at(Box(48 + index * 80, 690, 40, 140)), "cloth_light")
    canvas.fill(at(Box(48, 812, 880, 24)), "teal", 10 * scale)
    canvas.fill(at(Box(48, 812, 880, 12)), "teal")
    canvas.fill(at(Box(24, 652, 928, 48)), "wood_light", 20 * scale)
    canvas.fill(at(Box(40, 690, 896, 10)), "wood", 6 * scale)

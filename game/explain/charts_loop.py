"""The circle that debt runs in, and the warning signs by month, as figures. See `charts` for what a figure is."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, pi, sin

from game.explain.charts import Area, Block, Figure, Label, Picture, Plot, Point, Room, Shape, Stroke, months_below
from game.explain.debrief import Loop, MonthMark
from game.model.message import Message, message

# loop -> its three stations: picture, words, colour
STATIONS = {
    "gap": (
        ("icon_wait", "debrief.loop_short", "amber_light"),
        ("card", "debrief.loop_borrowed", "brick_light"),
        ("icon_mail", "debrief.loop_due", "brick_light"),
    ),
    "letters": (
        ("icon_mail", "debrief.loop_letters", "amber_light"),
        ("coin_interest", "debrief.loop_fees", "brick_light"),
        ("icon_wait", "debrief.loop_arrears", "brick_light"),
    ),
    "stress": (
        ("lamp", "debrief.loop_stress", "amber_light"),
        ("envelope", "debrief.loop_closed", "brick_light"),
        ("coin_interest", "debrief.loop_fees", "brick_light"),
    ),
}


def circle(room: Room, loop: Loop, cut: int = -1) -> Figure:
    """Three stations and three arrows; scissors lie on the arrow that leads to the station `cut`.

    A loop that did not run is drawn pale.
    """
    wide, high = room.width * 0.415, max(room.height * 0.26, room.line * 4.4)
    corners = ((room.width - wide) / 2, 0.0), (room.width - wide, room.height - high), (0.0, room.height - high)
    shapes: list[Shape] = []
    labels: list[Label] = []
    for index, (start, bow, end) in enumerate(_ways(room, wide, high)):
        shapes += _arrow(start, bow, end, "line" if (index + 1) % 3 == cut or not loop.months else "brick")
    sums = _sums(loop)
    for (x, y), (picture, name, tone), said in zip(corners, STATIONS[loop.id], sums, strict=True):
        shapes.append(Block(x, y, wide, high, tone, 20))
        edge = room.line * 1.4
        shapes.append(Picture(picture, x + 20, y + high * 0.34 - edge / 2, edge, edge))
        labels.append(
            Label(x + 36 + edge, y + high * 0.34, wide - edge - 48, Message(name), "strong", "left", "ink", 2)
        )
        if said is not None:
            labels.append(Label(x + 16, y + high * 0.76, wide - 32, said, "body", "center", "ink", 1))
    labels += _months(room, loop, room.height - 2 * high) if loop.months else []
    if cut >= 0:
        start, bow, end = _ways(room, wide, high)[(cut - 1) % 3]
        x, y = _bezier(start, bow, end, 0.5)
        shapes.append(Picture("scissors", x - 100, y - 60, 200, 120))
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.loop_alt"))


def _months(room: Room, loop: Loop, band: float) -> list[Label]:
    """How long it ran, in the middle between the stations."""
    kind, size = ("giant", 150.0) if band > 240 * room.grown else ("large", 96.0)
    size, word = size + 36 * (room.grown - 1), 34 * room.grown
    centre = room.height / 2 - (0.97 * size + 0.97 * word + 6) / 2 + 0.4 * size
    under = centre + 0.57 * size + 0.4 * word + 6
    left = room.width / 2 - 200
    count = Label(left, centre, 400, message("chart.count", n=loop.months), kind, "center", "brick_text")
    return [count, Label(left, under, 400, message("debrief.months", n=loop.months), "strong", "center")]


def _sums(loop: Loop) -> tuple[Message | None, Message | None, Message | None]:
    if loop.id != "gap" or not loop.months:
        return None, None, None
    return (
        message("debrief.loop_short_sum", amount=loop.gap),
        message("debrief.loop_borrowed_sum", amount=loop.drawn),
        message("debrief.loop_due_sum", amount=loop.more_due),
    )


def _ways(room: Room, wide: float, high: float) -> tuple[tuple[Point, Point, Point], ...]:
    """Start, bow and end of the three arrows: down at the right, along the bottom, up at the left."""
    w, h = room.width, room.height
    return (
        ((w / 2 + wide / 2 + 24, high * 0.5), (w * 0.9, high * 0.75), (w - wide * 0.45, h - high - 16)),
        ((w - wide - 20, h - high * 0.42), (w / 2, h - high * 0.3), (wide + 20, h - high * 0.42)),
        ((wide * 0.45, h - high - 16), (w * 0.1, high * 0.75), (w / 2 - wide / 2 - 24, high * 0.5)),
    )


def _bezier(start: Point, bow: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return a * start[0] + b * bow[0] + c * end[0], a * start[1] + b * bow[1] + c * end[1]


def _arrow(start: Point, bow: Point, end: Point, tone: str) -> list[Shape]:
    """A thick bent line with a head."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    head = min(44.0, length * 0.45)
    stop = max(0.1, 1 - head / max(1.0, length))
    curve = tuple(_bezier(start, bow, end, stop * index / 24) for index in range(25))
    tail = curve[-1]
    angle = atan2(end[1] - tail[1], end[0] - tail[0])
    side = (cos(angle + pi / 2) * head * 0.8, sin(angle + pi / 2) * head * 0.8)
    tip = (end, (tail[0] + side[0], tail[1] + side[1]), (tail[0] - side[0], tail[1] - side[1]))
    return [Stroke(curve, tone, 20), Area(tip, tone)]


def signs(room: Room, months: Sequence[MonthMark], names: float) -> Figure:
    """Which warning signs showed in which month: a row a sign, `names` units for its words."""
    seen = sorted({sign for month in months for sign in month.signs}, key=lambda sign: _first(months, sign))
    top = 8.0
    high = (room.height - room.line - 30 - top) / max(1, len(seen))
    at = Plot(names, room.width - 40, top, room.height - room.line - 24, max(2, len(months)), 1)
    step = (at.right - at.left) / max(1, len(months))
    shapes: list[Shape] = [Block(at.left, at.lower, at.right - at.left, 4, "ink", 0)]
    labels: list[Label] = []
    for row, sign in enumerate(seen):
        y = top + row * high
        labels.append(Label(0, y + high / 2, names - 24, Message(f"debrief.sign_{sign}"), "note", "right", "ink", 3))
        thick = min(high - 8, 44.0)
        for month in months:
            x = at.left + step * month.month
            tone = "amber" if sign in month.signs else "line"
            tall = thick if sign in month.signs else 4.0
            shapes.append(Block(x + 2, y + (high - tall) / 2, step - 4, tall, tone, 5))
    labels += months_below(Plot(at.left, at.right - step / 2, 0, at.lower, at.months, 1), room)
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.signs_alt"))


def _first(months: Sequence[MonthMark], sign: str) -> int:
    return next(month.month for month in months if sign in month.signs)

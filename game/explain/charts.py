"""Figures of the debrief as data: shapes and labels in units, for the window, a page of paper or a browser alike.

A figure says what lies where and in which meaning of colour; it opens no window and has no language: labels
are messages. Whoever draws it says in a `Room` how much place there is and how large a line of text is.
Points are units from the upper left, money goes in as cents, months as indexes from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.model.message import Message, message
from game.model.units import Cents, Month

Point = tuple[float, float]

_STEPS = (1, 2, 2.5, 5)
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dotted` ones are beads."""

    points: tuple[Point, ...]
    tone: str
    thick: float = 8
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape."""

    points: tuple[Point, ...]
    tone: str
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle with round corners."""

    x: float
    y: float
    w: float
    h: float
    tone: str
    radius: float = 8


@dataclass(frozen=True, slots=True)
class Disc:
    """A dot; with a `rim` there is a ring of that tone around it."""

    x: float
    y: float
    r: float
    tone: str
    rim: str = ""
    thick: float = 5


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the pictures in `assets/pictures`, as large as fits."""

    name: str
    x: float
    y: float
    w: float
    h: float


Shape = Stroke | Area | Block | Disc | Picture


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a figure: `y` is the middle of its lines. `kind` is note, body, strong, amount, price or title."""

    x: float
    y: float
    w: float
    text: Message
    kind: str = "note"
    align: str = "left"
    tone: str = "ink"
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """All of it; `alt` says it to whoever does not see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    alt: Message


@dataclass(frozen=True, slots=True)
class Room:
    """The place for a figure. `line` is the height of a line of a note, `money` the width of its longest amount."""

    width: float
    height: float
    line: float = 35
    money: float = 120

    @property
    def grown(self) -> float:
        """How much larger than usual letters are."""
        return self.line / 35


@dataclass(frozen=True, slots=True)
class Plot:
    """Where months and money lie in a figure: `top` and `low` are the cents of its edges."""

    left: float
    right: float
    upper: float
    lower: float
    months: int
    top: Cents
    low: Cents = 0

    def x(self, month: float) -> float:
        """Units from the left of the figure."""
        return self.left + (self.right - self.left) * month / max(1, self.months - 1)

    def y(self, cents: float) -> float:
        """Units from the top of the figure."""
        return self.lower - (self.lower - self.upper) * (cents - self.low) / max(1, self.top - self.low)

    def points(self, values: Sequence[Cents], first: Month = 0) -> tuple[Point, ...]:
        """The points of one value a month, the first in the month `first`."""
        return tuple((self.x(first + index), self.y(cents)) for index, cents in enumerate(values))


def money(cents: Cents, signed: bool = False) -> Message:
    """An amount as the words of a label."""
    return message("chart.signed", signed=cents) if signed else message("chart.amount", amount=cents)


def nice_step(highest: Cents) -> Cents:
    """The money between two lines of the ground: round, and at most four lines above zero."""
    size = 10_000
    while True:
        for step in _STEPS:
            if highest <= step * size * _MOST_LINES:
                return int(step * size)
        size *= 10


def plot(room: Room, months: int, highest: Cents, ends: float, over: float = 20) -> Plot:
    """A ground for lines, with amounts at the left, months below and `ends` units for words at the right."""
    left = room.money + 44
    top = max(highest, 10_000) * 26 // 25
    return Plot(left, room.width - ends, over, room.height - room.line - 20, months, top)


def ground(at: Plot, room: Room) -> tuple[list[Shape], list[Label]]:
    """Level lines with their amounts, and the names of months below."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    for cents in range(0, at.top + 1, nice_step(at.top)):
        y = at.y(cents)
        shapes.append(Block(at.left, y - 1, at.right - at.left + 16, 2, "line", 0))
        labels.append(Label(0, y, at.left - 20, money(cents), "note", "right", "ink2"))
    return shapes, labels + months_below(at, room)


def months_below(at: Plot, room: Room) -> list[Label]:
    """Names of months under a plot: the first and the last with their year, others where they fit."""
    y = at.lower + 12 + room.line / 2
    wide, last = 210 * room.grown, at.months - 1
    found = [_month(at, 0, y, wide, "chart.month_year")]
    if at.x(last) - at.x(0) < wide * 1.6:
        return found
    free, end = at.x(0) + wide * 0.8, at.right + 30 - wide
    for month in range(3, last, 3):
        half = 44 * room.grown
        if month % 6 == 0 and at.x(month) - half > free and at.x(month) + half < end - 8:
            found.append(_month(at, month, y, half * 2, "chart.month"))
            free = at.x(month) + half + 30
    return [*found, _month(at, last, y, wide, "chart.month_year")]


def _month(at: Plot, month: Month, y: float, wide: float, name: str) -> Label:
    value = "month_year" if name.endswith("year") else "month_short"
    text = Message(name, ((value, month),))
    if month == 0:
        return Label(at.left, y, wide, text, "note", "left", "ink2")
    if month == at.months - 1:
        return Label(at.right + 30 - wide, y, wide, text, "note", "right", "ink2")
    return Label(at.x(month) - wide / 2, y, wide, text, "note", "center", "ink2")


def dot(point: Point, tone: str, radius: float = 15) -> Disc:
    """The dot on a line, with an edge of paper."""
    return Disc(point[0], point[1], radius, tone, "paper", 5)


def between(at: Plot, one: Sequence[Cents], other: Sequence[Cents], tone: str) -> list[Shape]:
    """The ground between two lines, as long as there are both."""
    shared = min(len(one), len(other))
    if shared < 2:
        return []
    return [Area((*at.points(one[:shared]), *reversed(at.points(other[:shared]))), tone)]


def guess(
    room: Room, played: Sequence[Cents], known: int, guessed: Sequence[Cents], highest: Cents, drawn: float = 0.0
) -> tuple[Figure, Plot]:
    """What is known, and beads for what is guessed after it; `drawn` (0 to 1) of the true line over them."""
    at = plot(room, len(played), highest, 380 * min(1.25, room.grown))
    step = nice_step(highest)
    at = replace(at, top=-(-highest // step) * step)  # a round end betrays nothing
    shapes, labels = ground(at, room)
    since = at.x(known)
    shapes.append(
        Area(((since, at.upper), (at.right, at.upper), (at.right, at.lower), (since, at.lower)), "kraft_light", 115)
    )
    shapes.append(Block(since - 1.5, at.upper, 3, at.lower - at.upper, "ink", 0))
    shapes.append(Stroke(at.points(guessed, known), "blue", 10, dotted=True))
    shapes.append(Stroke(at.points(played[: known + 1]), "ink"))
    shapes.append(Block(at.right - 3, at.upper, 6, at.lower - at.upper, "blue", 3))
    if drawn > 0:
        way = (len(played) - 1 - known) * drawn
        whole = int(way)
        seen = list(at.points(played[known : known + whole + 1], known))
        if whole < way and known + whole + 1 < len(played):
            cents = played[known + whole] + (played[known + whole + 1] - played[known + whole]) * (way - whole)
            seen.append((at.x(known + way), at.y(cents)))
        shapes.append(Stroke(tuple(seen), "brick", 9))
        shapes.append(dot(seen[-1], "brick", 17))
    shapes.append(dot((since, at.y(played[known])), "ink"))
    shapes.append(dot((at.right, at.y(guessed[-1])), "blue", 23))
    if drawn <= 0 and at.right - since > 520 * room.grown:
        middle = (since + at.right) / 2
        above = at.upper + 60 if at.y(max(guessed)) > at.upper + 130 else at.lower - 60
        labels.append(
            Label(middle - 260 * room.grown, above, 520 * room.grown, message("debrief.unknown"), "body", "center")
        )
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.guess_alt")), at


@dataclass(frozen=True, slots=True)
class Mark:
    """A month that mattered, on the line: its tone, its words."""

    month: Month
    tone: str
    text: Message


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the household: what is owed and what is its own at each close, its tone and its names."""

    owed: Sequence[Cents]
    own: Sequence[Cents]
    tone: str
    name: Message


def twins(
    room: Room, runs: Sequence[Run], at_month: Month, marks: Sequence[Mark] = (), ends: float = 400
) -> tuple[Figure, Plot]:
    """Runs of one household, the one that was played first: owed as whole lines, own money as beads.

    In colour up to the month of the slider, pale after it.
    """
    played = runs[0].owed
    over = 2 * room.line + 28 if marks else 20
    highest = max(cents for run in runs for cents in (*run.owed, *run.own, 0))
    at = plot(room, len(played), highest, ends, over)
    shapes, labels = ground(at, room)
    if len(runs) > 1:
        shapes += between(at, played[: at_month + 1], runs[1].owed[: at_month + 1], "brick_light")
    for run in reversed(runs):
        shapes += _run(at, run, at_month)
    for mark in marks:
        if mark.month <= at_month:
            x, y = at.x(mark.month), at.y(played[mark.month])
            shapes.append(Block(x - 2, at.upper - 20, 4, max(0, y - at.upper + 20), mark.tone, 2))
            shapes.append(dot((x, y), mark.tone))
    for run in reversed(runs):
        shapes.append(dot(at.points(run.owed)[min(at_month, len(run.owed) - 1)], run.tone))
    found = [(run.owed[min(at_month, len(run.owed) - 1)], f"{run.tone}_text", run.name) for run in runs]
    labels += ends_of(at, room, found)
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.twins_alt")), at


def _run(at: Plot, run: Run, at_month: Month) -> list[Shape]:
    shapes: list[Shape] = []
    for values, thick, dotted in ((run.own, 8.0, True), (run.owed, 8.0, False)):
        points = at.points(values)
        if at_month + 1 < len(points):
            shapes.append(Stroke(points[at_month:], "line", thick, dotted))
        shapes.append(Stroke(points[: at_month + 1], run.tone, thick, dotted))
    return shapes


def ends_of(at: Plot, room: Room, found: Sequence[tuple[Cents, str, Message]]) -> list[Label]:
    """Amounts and names beside the ends of lines, kept apart where they would meet."""
    amount = 62 * max(1.0, room.grown * 0.8)
    lines = 2 if len(found) * (amount + 2 * room.line + 14) <= room.height else 1
    high = amount + lines * room.line + 14
    tops = spread([at.y(cents) for cents, _, _ in found], [high] * len(found), 0, room.height)
    labels = []
    x = at.right + 34
    for (cents, tone, name), top in zip(found, tops, strict=True):
        wide = room.width - x - 12
        labels.append(Label(x, top + amount / 2, wide, money(cents), "title", "left", tone))
        middle = top + amount + room.line * lines / 2
        labels.append(Label(x, middle, wide, name, "note", "left", "ink2", lines))
    return labels


def spread(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Tops of labels that want to stand at `middles` and must not cover each other, between two edges."""
    order = sorted(range(len(middles)), key=lambda index: middles[index])
    tops = [0.0] * len(middles)
    low = top
    for index in order:
        tops[index] = max(low, middles[index] - heights[index] / 2)
        low = tops[index] + heights[index]
    high = bottom
    for index in reversed(order):
        tops[index] = min(tops[index], high - heights[index])
        high = tops[index]
    return tops


def levers(
    room: Room, played: Sequence[Cents], other: Sequence[Cents], first: Month, ends: float = 330
) -> tuple[Figure, Plot]:
    """As played in beads, what would have been as a whole line from the month `first` on."""
    at = plot(room, len(played), max((*played, *other, 10_000)), ends)
    at = Plot(20, at.right, 20, at.lower, at.months, at.top)
    shapes: list[Shape] = [Block(at.left, at.lower - 2, at.right - at.left + 20, 4, "ink", 0)]
    shapes += between(at, played, other, "teal_light")
    shapes.append(Stroke(at.points(played), "brick", 7, dotted=bool(other)))
    if other:
        shapes.append(Stroke(at.points(other), "teal", 9))
        shapes.append(dot(at.points(other)[-1], "teal", 14))
    shapes.append(dot(at.points(played)[-1], "brick", 14))
    if 0 <= first < len(played):
        shapes.append(dot((at.x(first), at.y(played[first])), "ink", 14))
    found = [(played[-1], "brick_text", message("debrief.as_played"))]
    if other:
        found.append((other[-1], "teal_text", message("debrief.changed")))
    labels = [*months_below(at, room), *ends_of(at, room, found)]
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.levers_alt")), at


def buffers(
    room: Room, lines: Sequence[tuple[Sequence[Cents], Message, str]], ends: float = 420
) -> tuple[Figure, Plot]:
    """One line of what is owed for each buffer: (values, name, tone)."""
    months = max((len(values) for values, _, _ in lines), default=1)
    at = plot(room, months, max((max(values, default=0) for values, _, _ in lines), default=10_000), ends)
    shapes, labels = ground(at, room)
    for values, _, tone in lines:
        shapes.append(Stroke(at.points(values), tone))
        shapes.append(dot(at.points(values)[-1], tone))
    text = {"brick": "brick_text", "amber": "amber_text", "teal": "teal_text"}
    labels += ends_of(at, room, [(values[-1], text[tone], name) for values, name, tone in lines])
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.buffers_alt")), at

"""One household drawn twice: what is owed as whole lines, own money as dots, up to the month of the slider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.explain.charts import nice_step, spread
from game.explain.timeline import Mark, Timeline
from game.ui.canvas import Canvas
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Plot:
    """Where months and money lie: `box` is the ground of the lines, `top` the money of its upper edge (cents)."""

    box: Box
    months: int
    top: int

    def x(self, month: int) -> float:
        """Units from the left of the window."""
        return self.box.x + self.box.w * month / max(1, self.months - 1)

    def y(self, cents: int) -> float:
        """Units from the top of the window."""
        return self.box.bottom - self.box.h * cents / max(1, self.top)


def plot_of(line: Timeline, box: Box) -> Plot:
    """The ground for all four lines."""
    highest = max((*line.owed, *line.own, *line.calm_owed, *line.calm_own, 10_000))
    step = nice_step(highest)
    return Plot(box, len(line.owed), -(-highest // step) * step)


def ground(sheet: Sheet, plot: Plot, left: float) -> None:
    """Level lines with their money, and the names of months below."""
    step = nice_step(plot.top)
    box = plot.box
    for cents in range(0, plot.top + 1, step):
        y = plot.y(cents)
        sheet.rule(box.x, y - 1, box.w + 20, "line", 2)
        label = sheet.voice.money(cents)
        sheet.text(left, y - 18 * sheet.text_size / 100, box.x - 20 - left, label, "note", align="right", colour="ink2")
    names = [sheet.voice.month_short(month) for month in range(plot.months)]
    widest = max(sheet.measure(name, "note")[0] for name in names) + 26
    every = next((n for n in (1, 2, 3, 6, 12) if n * box.w / max(1, plot.months - 1) >= widest), 12)
    for month in range(0, plot.months, every):
        sheet.text(
            plot.x(month) - 90,
            box.bottom + 12 + (sheet.text_size - 100) * 0.45,
            180,
            names[month],
            "note",
            align="center",
            colour="ink2",
        )


def lines(sheet: Sheet, plot: Plot, line: Timeline, at: int) -> None:
    """The lines themselves: in colour up to the month of the slider, pale behind it."""

    def paint(canvas: Canvas) -> None:
        if line.calm_owed:
            _between(canvas, plot, line.owed[: at + 1], line.calm_owed[: at + 1])
        for values, tone in ((line.calm_owed, "teal"), (line.owed, "brick")):
            _line(canvas, plot, values, at, tone)
        for values, tone in ((line.calm_own, "teal"), (line.own, "brick")):
            _dots(canvas, plot, values, at, tone)

    sheet.shape(plot.box, paint, role="picture", name=sheet.say("end.legend"), loose=True)


def marks(sheet: Sheet, plot: Plot, line: Timeline, at: int) -> None:
    """The months that mattered: an upright from the line of what is owed to a round sign above."""
    before, high = -100.0, plot.box.y - 30
    for mark in line.marks:
        if mark.month > at or mark.month >= len(line.owed):
            continue
        close = plot.x(mark.month) - before < 62 and high < plot.box.y
        high = plot.box.y + 34 if close else plot.box.y - 30
        before = plot.x(mark.month)
        _mark(sheet, plot, mark, line.owed[mark.month], high)


def _mark(sheet: Sheet, plot: Plot, mark: Mark, cents: int, high: float) -> None:
    edge = 56.0
    x, low = plot.x(mark.month), plot.y(cents)

    def paint(canvas: Canvas) -> None:
        canvas.fill(Box(x - 2, high + edge, 4, max(0.0, low - high - edge)), mark.tone, 2)
        canvas.circle(x, low, 17, "paper")
        canvas.circle(x, low, 12, mark.tone)
        canvas.circle(x, high + edge / 2, edge / 2, f"{mark.tone}_light")

    name = f"{sheet.voice.month(mark.month)}: {sheet.say(mark.text)}"
    sheet.shape(Box(x - edge / 2, high, edge, edge), paint, name=name, loose=True)
    sheet.picture(mark.picture, Box(x - 19, high + 9, 38, 38), loose=True)


def labels(sheet: Sheet, plot: Plot, line: Timeline, at: int, right: float) -> None:
    """What the lines came to in the month of the slider, kept apart where they would meet."""
    x = plot.box.right + 34
    found = [(line.owed[at], "brick_text", "end.played_owed"), (line.own[at], "brick_text", "end.played_own")]
    if line.calm_owed:
        calm = min(at, len(line.calm_owed) - 1)
        found += [
            (line.calm_owed[calm], "teal_text", "end.calm_owed"),
            (line.calm_own[calm], "teal_text", "end.calm_own"),
        ]
    found = [one for one in found if one[0] or one[2].endswith("owed")]
    sized = [_label_height(sheet, cents, right - x, name) for cents, _, name in found]
    room = plot.box.h + 100
    if sum(sized) > room:
        found = [one for one in found if one[2].endswith("owed")]
        sized = [_label_height(sheet, cents, right - x, name) for cents, _, name in found]
    tops = spread([plot.y(one[0]) for one in found], sized, plot.box.y - 60, plot.box.bottom + 40)
    for (cents, colour, name), top in zip(found, tops, strict=True):
        given = _size(sheet, cents, right - x, name)
        used = sheet.text(x, top, right - x, sheet.voice.money(cents), given, colour=colour)
        sheet.text(x, used.bottom - 4, right - x, sheet.say(name), "note", colour="ink2")


def _size(sheet: Sheet, cents: int, w: float, name: str) -> Style:
    base = style("title") if name.endswith("owed") else style("amount", size=38, weight=700)
    return sheet.fit(sheet.voice.money(cents), base, w, 1, 30)


def _label_height(sheet: Sheet, cents: int, w: float, name: str) -> float:
    amount = sheet.measure(sheet.voice.money(cents), _size(sheet, cents, w, name), w)[1]
    return amount + sheet.measure(sheet.say(name), "note", w)[1] + 4


def _points(plot: Plot, values: Sequence[int]) -> list[tuple[float, float]]:
    return [(plot.x(month), plot.y(cents)) for month, cents in enumerate(values)]


def _between(canvas: Canvas, plot: Plot, one: Sequence[int], other: Sequence[int]) -> None:
    shared = min(len(one), len(other))
    if shared < 2:
        return
    box = plot.box
    around = [*_points(plot, one[:shared]), *reversed(_points(plot, other[:shared]))]
    canvas.polygon(box, [(x - box.x, y - box.y) for x, y in around], "brick_light")


def _line(canvas: Canvas, plot: Plot, values: Sequence[int], at: int, tone: str) -> None:
    points = _points(plot, values)
    for index in range(len(points) - 1, 0, -1):
        (x, y), (x2, y2) = points[index - 1], points[index]
        colour = tone if index <= at else "line"
        canvas.line(x, y, x2, y2, colour, 7)
        canvas.circle(x2, y2, 3.5, colour)
    if values and at < len(values):
        x, y = points[at]
        canvas.circle(x, y, 17, "paper")
        canvas.circle(x, y, 13, tone)


def _dots(canvas: Canvas, plot: Plot, values: Sequence[int], at: int, tone: str) -> None:
    points = _points(plot, values)
    for index in range(len(points) - 1):
        (x, y), (x2, y2) = points[index], points[index + 1]
        count = max(1, round(((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5 / 16))
        for step in range(count):
            share = step / count
            canvas.circle(x + (x2 - x) * share, y + (y2 - y) * share, 4, tone if index < at else "line")

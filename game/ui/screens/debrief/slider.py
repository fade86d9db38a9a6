"""A slider over the months of a figure: arrows, a touch on its track, or the badges at its ends move it."""

from __future__ import annotations

from collections.abc import Callable

from game.explain.charts import Plot
from game.model.message import message
from game.model.units import Month
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

HEIGHT = 76.0


def slider(sheet: Sheet, at: Plot, x: float, y: float, month: Month, to: Callable[[Month], Move]) -> None:
    """Lay it under a plot whose figure begins at `x`; `to` gives the move to a month."""
    last = max(1, at.months - 1)
    left, wide, middle = x + at.left, at.right - at.left, y + 34
    knob = left + wide * month / last
    before, after = (to(month - 1) if month > 0 else None), (to(month + 1) if month < last else None)

    def paint(canvas: Canvas) -> None:
        canvas.fill(Box(left, middle - 5, wide, 10), "line", 5)
        canvas.fill(Box(left, middle - 5, knob - left, 10), "ink", 5)
        canvas.circle(knob, middle, 24, "paper")
        canvas.circle(knob, middle, 20, "ink")

    whole = Box(left - 100, y - 4, wide + 200, HEIGHT)
    name = sheet.say(message("end.slider", month_year=month))
    node = sheet.control("choice", "slider", name, whole, None, paint, turn=(before, after), radius=38)
    with sheet.inside(node):
        for index in range(at.months):
            touched = Box(left + wide * (index - 0.5) / last, y, wide / last, 68)
            step = sheet.control("segment", f"slider.{index}", "", touched, to(index), focusable=False)
            step.loose = True  # narrower than a finger: the badges are there as well
        for arrow, move, place in (("←", before, left - 92), ("→", after, left + wide + 28)):
            touch = Box(place, y, 68, 68)
            turned = sheet.control("segment", f"slider.{arrow}", arrow, touch, move, focusable=False, radius=14)
            with sheet.inside(turned):
                edge = max(48.0, sheet.styled(style("key", size=28)).size * 1.35)
                parts.badge(sheet, place + (68 - edge) / 2, y + (68 - edge) / 2, arrow, 48)

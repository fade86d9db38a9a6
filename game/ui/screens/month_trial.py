"""The band over the trial month: nothing counts, and everything can be taken back."""

from __future__ import annotations

from game.ui.parts import icon, panel
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


def trial_banner(sheet: Sheet) -> None:
    """In place of the calendar, which has nothing to show yet."""
    band = Box(sheet.margin, 24, sheet.width - 2 * sheet.margin, 112 if sheet.narrow else 120)
    with sheet.inside(panel(sheet, band, "amber_light")):
        x = icon(sheet, "icon_lightbulb", band.x + 28, band.y + (band.h - 64) / 2, 64).right + 28
        w = band.right - 28 - x
        head, note = style("strong", size=34), sheet.say("month.trial_note")
        title = sheet.say("month.trial")
        title_high, note_high = sheet.measure(title, head, w)[1], sheet.measure(note, "note", w)[1]
        both = title_high + note_high <= band.h - 12
        y = band.y + (band.h - title_high - (note_high if both else 0)) / 2
        used = sheet.text(x, y, w, title, head, lines=2, shrink=28, height=band.h - 8 if not both else 0)
        if both:
            sheet.text(x, used.bottom, w, note, "note")

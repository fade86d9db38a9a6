"""All parts of the kit in their states, on one page: for whoever draws or checks them, not for players."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui import parts
from game.ui.choices import choice, toggle
from game.ui.controls import button, option_row
from game.ui.screen import Open, Quit, Still
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_STATES = ("rest", "hover", "focus", "pressed", "disabled")


@dataclass(frozen=True, slots=True)
class Parts(Still):
    """The page."""

    def lay(self, sheet: Sheet) -> None:
        """Row by row."""
        sheet.table(2000)
        sheet.text(64, 30, 1200, "Parts and their states", "title")
        for index, state in enumerate(_STATES):
            _column(sheet, 64 + index * 364, state)
        toggle(sheet, 64, 424, "on", "Rent", "waits", True, Quit())
        toggle(sheet, 260, 424, "off", "Energy", "paid", False, Quit())
        for index, key in enumerate("ABCT←→"):
            parts.badge(sheet, 450 + index * 80, 424, key)
        for index, name in enumerate(("coin", "coin_interest", "coin_empty")):
            sheet.picture(name, Box(960 + index * 80, 424, 64, 64))
        for index, name in enumerate(("shock", "exit", "wait", "check", "shield", "dice", "undo")):
            sheet.picture(f"icon_{name}", Box(1240 + index * 88, 424, 64, 64))
        _envelopes(sheet)
        choice(
            sheet, Box(64, 720, 716, 68), "c", "Text", ("normal", "large", "very large"), 1, (Quit(), Quit(), Quit())
        )
        parts.pill(sheet, 820, 724, "south")
        parts.pill(sheet, 1000, 724, "Oct −2,000 €", fill="brick_light", colour="brick_text")
        with sheet.inside(parts.slip(sheet, Box(64, 830, 431, 178))):
            sheet.text(88, 846, 200, "Account", "strong")
            sheet.text(88, 876, 383, "−1,140 €", "balance", align="right", colour="amber_text")
            parts.bar(sheet, Box(88, 960, 383, 18), 0.57, colour="amber", limit=True)


def _column(sheet: Sheet, x: float, state: str) -> None:
    sheet.text(x, 118, 336, state, "note_strong", colour="ink2")
    view, real = sheet.view, (sheet.view.hover, sheet.view.pressed)
    view.hover = f"o{state}" if state == "hover" else ""
    view.pressed = f"o{state}" if state == "pressed" else ""
    move = None if state == "disabled" else Open("help")
    key = state[0].upper()
    option_row(sheet, x, 164, 336, f"o{state}", key, "Repair it", "640 € short", move, enabled=move is not None)
    view.hover, view.pressed = (t.replace("o", "b", 1) if t else "" for t in (view.hover, view.pressed))
    button(sheet, Box(x, 304, 336, 84), f"b{state}", "Close July", move)
    view.hover, view.pressed = real


def _envelopes(sheet: Sheet) -> None:
    sheet.text(64, 520, 800, "Envelopes: full, half, low, empty, paid", "note_strong", colour="ink2")
    for index, (share, amount) in enumerate(
        ((1.0, "940 €"), (0.5, "470 €"), (0.15, "140 €"), (0.0, "0 €"), (None, ""))
    ):
        box = Box(64 + index * 232, 566, 208, 96)
        parts.envelope(sheet, box, "icon_food", "Food", amount, share, paid="" if amount else "paid")
    sheet.text(1290, 520, 560, "Mail: bill, reminder, last notice", style("note_strong"), colour="ink2")
    for index, name in enumerate(("white", "amber", "brick")):
        sheet.picture(f"mail_{name}", Box(1290 + index * 194, 560, 172, 115), shadow=True)

"""A heading and a list under it that scrolls; a button beside the heading goes on for hands without a wheel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.controls import button
from game.ui.screen import Scroll
from game.ui.sheet import Sheet
from game.ui.tree import Box, by_id

Row = Callable[[float, float, float], Box]  # left, top, width: lays a row and says what it used
_GIVEN = "note_strong"


def more_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height of the button that goes on."""
    wide, high = sheet.measure(_more(sheet), _GIVEN)
    return wide + 64, max(64.0, high + 16)


def heading_height(sheet: Sheet, w: float, heading: str) -> float:
    """Units of the heading's line with the button beside it."""
    wide, high = more_size(sheet)
    return max(high, sheet.measure(heading, "label", w - wide - 20)[1])


def listed(
    sheet: Sheet,
    id: str,
    box: Box,
    heading: str,
    high: float,
    rows: Sequence[Row],
    *,
    step: float = 16,
    rim: float = 20,
) -> None:
    """The heading in the first `high` units of `box`, the rows below it, `rim` units for the bar at their right."""
    wide, _ = more_size(sheet)
    window = Box(box.x, box.y + high, box.w + rim, box.h - high)
    with sheet.scroll(window, id) as top:
        y = top + 10
        for row in rows:
            y = row(box.x, y, box.w).bottom + step
    room = box.w
    if more_button(sheet, id, Box(box.right - wide, box.y, wide, high)):
        room -= wide + 20
    sheet.text(box.x, box.y, room, heading, "label", height=high, middle=True)


def more_button(sheet: Sheet, id: str, place: Box) -> bool:
    """The button in the middle of `place`, if the list `id` is longer than it shows; whether it is there."""
    scroll = by_id(sheet.root, id)
    if scroll is None or scroll.reach <= 1:
        return False
    tall = more_size(sheet)[1]
    box = Box(place.x, place.y + (place.h - tall) / 2, place.w, tall)
    button(sheet, box, f"more.{id}", _more(sheet), Scroll(id, scroll.box.h - 80), kind="plain", given=_GIVEN)
    return True


def _more(sheet: Sheet) -> str:
    return f"{sheet.say('list.more')} ↓"

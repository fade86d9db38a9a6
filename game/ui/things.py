"""The things on the table that belong to the month: calendar, photo, mail, phone, ruler."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.ui.canvas import Canvas
from game.ui.parts import badge, pill
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import style, tokens
from game.ui.tree import Box, Node


def calendar_strip(
    sheet: Sheet,
    y: float,
    names: Sequence[str],
    current: int,
    year: str,
    marks: Mapping[int, str] | None = None,
    *,
    today: str = "",
) -> Box:
    """Twelve months in a row: past ones are paper, the current one is teal and larger, the rest only an edge.

    `current` counts from 0; `marks` puts a picture on a past month; `today` is the current month's full name.
    """
    gutter = 24.0 if not sheet.narrow else 20.0
    width = sheet.span(1, len(names), gutter)
    for index, name in enumerate(names):
        x = sheet.col(index, len(names), gutter)
        if index == current:
            _this_month(sheet, Box(x - 10, y - 16, width + 20, 124), today or name, name, year)
        else:
            _month(sheet, Box(x, y, width, 92), name, index < current, (marks or {}).get(index, ""))
    return Box(sheet.margin, y - 16, sheet.width - 2 * sheet.margin, 124)


def _month(sheet: Sheet, box: Box, name: str, past: bool, mark: str) -> None:
    def paint(canvas: Canvas) -> None:
        if not past:
            canvas.frame(box, "line", 3, 16)
            return
        canvas.shadow(box, "paper", 16)
        canvas.fill(box, "kraft_dark", 16)
        canvas.fill(Box(box.x, box.y + 10, box.w, box.h - 10), "paper", 16)
        canvas.fill(Box(box.x, box.y + 10, box.w, 20), "paper")

    sheet.shape(box, paint, fill="paper" if past else "")
    given = style("note_strong", size=28 if mark else 30)
    line = sheet.styled(given).size * 1.25
    top = 8.0 if mark else 0.0
    height = max(line, 44.0) if mark else box.h + (8 if past else 0)
    sheet.text(box.x - 6, box.y + top, box.w + 12, name, given, align="center", height=height, middle=True, shrink=28)
    if mark:
        edge = 60 - max(0.0, line - 44)
        sheet.picture(mark, Box(box.x + (box.w - edge) / 2, box.y + 102 - edge, edge, edge), shadow=True, loose=True)


def _this_month(sheet: Sheet, box: Box, name: str, short: str, year: str) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, "teal_fill", 20)

    sheet.shape(box, paint, fill="teal_fill")
    inner = box.inset(1, 4)
    big, least = style("note_strong", size=40, weight=700), style("note_strong", size=28, weight=700)
    if sheet.measure(name, least)[0] > inner.w:
        name = short
    big = sheet.fit(name, big, inner.w, 1, 28)
    small = sheet.fit(year, style("note_strong", size=30), inner.w, 1, 28)
    gap = 2.0 if sheet.text_size < 150 else -6.0
    upper, lower = sheet.measure(name, big)[1], sheet.measure(year, small)[1]
    y = inner.y + (inner.h - upper - gap - lower) / 2
    sheet.text(inner.x, y, inner.w, name, big, align="center", colour="white", lines=1)
    sheet.text(inner.x, y + upper + gap, inner.w, year, small, align="center", colour="white", lines=1)


def photo(sheet: Sheet, box: Box, picture: str, names: str) -> Box:
    """The household's photo, a little tilted, taped to the table, with who is on it."""
    tilt = float(tokens()["tilt_degrees"]["photo"])
    line = sheet.styled("note_strong").size * 1.25
    caption = sheet.set(names, sheet.fit(names, style("note_strong", size=30), box.w - 24, 2, 28), box.w - 24)
    high = max(line, caption.height / sheet.unit)
    plate = Box(54, 54, box.w - 28, box.h - 28 - high - 10)

    def draw(canvas: Canvas) -> None:
        whole = Box(40, 40, box.w, box.h)
        canvas.shadow(whole, "paper", 8)
        canvas.fill(whole, "paper", 8)
        canvas.fill(plate, "plate2", 4)
        grown = plate.inset(-plate.w * 0.02, -plate.h * 0.14).moved(0, -plate.h * 0.02)
        canvas.picture(picture, grown, clip=plate)
        canvas.polygon(Box(40 + box.w * 0.38, 22, 118, 34), [(2, 4), (116, 0), (118, 30), (0, 34)], "kraft_dark", 190)

    def paint(canvas: Canvas) -> None:
        canvas.tilted(box, tilt, ("photo", picture), draw)

    sheet.shape(box.inset(6), paint, name=names, fill="paper", loose=True)
    caption_box = Box(box.x + 12, box.bottom - high - 12, box.w - 24, high)
    sheet.write(caption_box, caption, names, "center")
    return box


def letter_pile(
    sheet: Sheet,
    box: Box,
    levels: Sequence[str],
    id: str = "",
    name: str = "",
    move: Move | None = None,
    key: str = "",
    *,
    new: int = 0,
    landed: float = 1.0,
) -> Node:
    """Up to five envelopes (white, amber, brick), the most urgent on top; touching them opens the mail.

    The last `new` of `levels` drop onto the pile while `landed` goes from 0 to 1.
    """
    order = {"white": 0, "amber": 1, "brick": 2}
    shown = sorted(enumerate(levels), key=lambda entry: order[entry[1]])[-5:]
    if not id:
        pile = sheet.shape(box, None, role="group", name=name, loose=True)
    else:
        pile = sheet.control("pile", id, name, box, move, key=key, radius=16)
    tilts = tokens()["tilt_degrees"]["mail"]
    places = ((0.05, 0.09), (0.48, 0.0), (0.03, 0.14), (0.35, 0.18), (0.18, 0.25))
    size = Box(0, 0, box.w * 0.7, box.h * 0.78)
    with sheet.inside(pile):
        for index, (arrived, level) in enumerate(shown):
            slot = 5 - len(shown) + index
            fx, fy = places[slot]
            above = 70 * (1 - landed) if arrived >= len(levels) - new else 0
            place = Box(box.x + fx * box.w * 0.65, box.y + fy * box.h * 0.9 - above, size.w, size.h)
            sheet.picture(f"mail_{level}", place, tilt=tilts[slot], shadow=True)
    return pile


def phone(
    sheet: Sheet, box: Box, id: str, key: str, label: str, note: str, move: Move | None, *, first: bool = False
) -> Node:
    """The telephone with its key and what it is for; touching any of it calls."""
    node = sheet.control(
        "button", id, f"{label} {note}".strip(), box, move, key=key, enabled=move is not None, first=first, radius=20
    )
    with sheet.inside(node):
        picture = Box(box.right - 134, box.y + max(0, box.h - 240), 130, min(225, box.h))
        sheet.picture("phone", picture, tilt=float(tokens()["tilt_degrees"]["phone"]), shadow=True)
        at = badge(sheet, box.x, box.y, key, 56, enabled=move is not None)
        room = box.w - 152
        used = sheet.text(box.x, at.bottom + 10, room, label, "label", lines=2, shrink=28)
        if note:
            sheet.text(box.x, used.bottom + 4, room, note, "note", lines=2)
    return node


def ruler(
    sheet: Sheet,
    box: Box,
    sentence: str,
    months: Sequence[str],
    *,
    alarm: bool = True,
    key: str = "",
    id: str = "ruler",
    move: Move | None = None,
    lead: str = "",
) -> Node:
    """The wooden ruler: how far the month reaches, in one sentence, and the next months' balances.

    The last of `months` is the one that matters; with `alarm` it is tinted. Months that do not fit are left out.
    `lead` is the key of the option the sentence speaks of, shown before it.
    """

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "kraft", 10)
        canvas.fill(box, "kraft_light", 10)
        canvas.ticks(Box(box.x + 20, box.bottom - 16, box.w - 30, 16), 20.0, "kraft_dark")

    if move is None:
        node = sheet.put(Node("paper", sentence, box, paint=paint, fill="kraft_light", radius=10))
    else:
        node = sheet.control("ruler", id, sentence, box, move, paint, key=key, fill="kraft_light", radius=10)
    with sheet.inside(node):
        _ruler_face(sheet, box, sentence, months, alarm, key, lead)
    return node


def _ruler_face(sheet: Sheet, box: Box, sentence: str, months: Sequence[str], alarm: bool, key: str, lead: str) -> None:
    right, left = box.right - 14, box.x + 28
    if lead:
        edge = max(48.0, sheet.styled("note").size * 1.35)
        left = badge(sheet, box.x + 14, box.y + (box.h - 12 - edge) / 2, lead, 48).right + 16
    if key:
        edge = max(48.0, sheet.styled("note").size * 1.35)
        right = badge(sheet, right - edge, box.y + (box.h - 12 - edge) / 2, key, 48).x - 14
    wanted, _ = sheet.measure(sentence, "body")
    for index in range(len(months) - 1, -1, -1):
        last = index == len(months) - 1
        wide = sheet.measure(months[index], style("note", weight=700 if last else 400))[0] + (48 if last else 32)
        wide = max(wide, 0.0 if sheet.narrow else 210.0)
        if not last and right - wide < left + wanted + 24:
            break
        right -= wide
        high = sheet.styled("note").size * 1.25
        if last and alarm:
            pill(
                sheet,
                right,
                box.y + max(0, (box.h - 10 - high - 16) / 2),
                months[index],
                fill="brick_light",
                colour="brick_text",
                w=wide,
                given=style("note", weight=700),
            )
        else:
            sheet.text(right, box.y, wide, months[index], "note", align="center", height=box.h - 12, middle=True)
    room = right - left - 16
    sheet.text(left, box.y + 2, room, sentence, "body", height=box.h - 12, middle=True, lines=2, shrink=28)

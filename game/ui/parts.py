"""Paper and other flat things that lie on the table. Each function puts one and returns the box it used."""

from __future__ import annotations

from game.ui.canvas import Canvas, fitted
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box, Node


def paper(sheet: Sheet, box: Box, *, fill: str = "paper", radius: float = 20, band: str = "", name: str = "") -> Node:
    """A sheet of paper with its shadow; `band` colours a strip along its upper edge. Lay content `inside` it."""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", radius)
        if band:
            canvas.fill(box, band, radius)
            canvas.fill(Box(box.x, box.y + 14, box.w, 2 * radius), fill)
        canvas.fill(box._replace(y=box.y + 14, h=box.h - 14) if band else box, fill, radius)
        if band:
            canvas.fill(Box(box.x, box.y + 14, box.w, radius), fill)

    return sheet.put(Node("paper", name, box, paint=paint, fill=fill, radius=radius))


def slip(sheet: Sheet, box: Box, *, fill: str = "paper") -> Node:
    """A bank slip, torn off along its lower edge. Keep the last 16 units free of content."""
    teeth = max(1, round(box.w / 20))
    step = box.w / teeth
    tear = [(0.0, 0.0), (box.w, 0.0)]
    for index in range(teeth):
        tear += [(box.w - step * (index + 0.5), 10), (box.w - step * (index + 1), 0)]
    edge = Box(box.x, box.bottom - 10, box.w, 10)

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 12)
        canvas.fill(Box(box.x, box.y, box.w, 40), fill, 12)
        canvas.fill(Box(box.x, box.y + 20, box.w, box.h - 30), fill)
        canvas.polygon(edge, tear, fill)

    return sheet.put(Node("paper", "", box, paint=paint, fill=fill, radius=12))


def panel(sheet: Sheet, box: Box, fill: str, radius: float = 20) -> Node:
    """A flat tinted area without a shadow, such as the teal one that says what can be claimed."""
    return sheet.put(Node("paper", "", box, paint=lambda c: c.fill(box, fill, radius), fill=fill, radius=radius))


def badge(sheet: Sheet, x: float, y: float, key: str, size: float = 64, *, enabled: bool = True) -> Box:
    """The key that chooses something: a dark square with its letter. `size` is its edge."""
    edge = max(size, sheet.styled(Style(size * 0.58, 700)).size * 1.35)
    box = Box(x, y, edge, edge)
    fill, ink = ("key_fill", "key_text") if enabled else ("dim_fill", "dim_text")
    sheet.shape(box, lambda c: c.fill(box, fill, edge * 0.26), fill=fill)
    letters = style("key", size=max(28.0, size * 0.58))
    sheet.text(box.x, box.y, box.w, key, letters, align="center", colour=ink, height=box.h, middle=True)
    return box


def pill(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    *,
    fill: str = "teal_light",
    colour: str = "teal_text",
    w: float = 0,
    given: Style | str = "note_strong",
) -> Box:
    """A short word on a round tint; as wide as its word when `w` is 0."""
    width, height = sheet.measure(text, given)
    box = Box(x, y, w or width + 48, height + 16)
    colour = "ink" if sheet.palette.night and colour.endswith("_text") and fill.endswith("_light") else colour
    sheet.shape(box, lambda c: c.fill(box, fill, box.h / 2), fill=fill)
    sheet.text(box.x, box.y, box.w, text, given, align="center", colour=colour, height=box.h, middle=True)
    return box


def bar(
    sheet: Sheet, box: Box, share: float, *, colour: str = "teal", ground: str = "line", limit: bool = False
) -> Box:
    """A level, filled to `share` (0 to 1) of its length; `limit` draws the brick mark at its end."""
    filled = Box(box.x, box.y, box.w * min(1.0, max(0.0, share)), box.h)

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, ground, box.h / 2)
        if filled.w >= 1:
            canvas.fill(filled, colour, box.h / 2)
        if limit:
            canvas.fill(Box(box.right - 6, box.y - 9, 6, box.h + 18), "brick", 3)

    sheet.shape(box, paint, loose=True)
    return box


def money_row(
    sheet: Sheet,
    x: float,
    y: float,
    w: float,
    name: str,
    amount: str,
    *,
    colour: str = "ink",
    given: Style | str = "body",
    amount_style: Style | str = "amount",
    line: bool = False,
) -> Box:
    """A name and its amount at the right edge; `line` rules it off from the row above."""
    if line:
        sheet.rule(x, y, w)
    wide, high = sheet.measure(amount, amount_style)
    room = w - wide - 24
    _, name_high = sheet.measure(name, given, room)
    height = max(high, name_high) + 8
    sheet.text(x, y, room, name, given, height=height, middle=True)
    sheet.text(x, y, w, amount, amount_style, align="right", colour=colour, height=height, middle=True)
    return Box(x, y, w, height)


def plate(
    sheet: Sheet,
    box: Box,
    picture: str,
    *,
    fill: str = "plate",
    radius: float = 20,
    pad: float = 0,
    stands: bool = False,
) -> Box:
    """A picture on its light ground, which stays light on the dark table; busts stand on its lower edge."""
    sheet.block(box, fill, radius)
    place = box.inset(pad)
    if stands:
        high = fitted(picture, place)[1]
        place = Box(place.x, box.bottom - high, place.w, high)
    sheet.picture(picture, place, clip=box)
    return box


def icon(sheet: Sheet, name: str, x: float, y: float, size: float = 56) -> Box:
    """A small picture in a square; at night it gets a light plate, for it was drawn for paper."""
    box = Box(x, y, size, size)
    if sheet.palette.night:
        around = box.inset(-size / 10)
        sheet.shape(around, lambda c: c.fill(around, "picture_plate", size / 5))
    sheet.picture(name, box)
    return box


def envelope(
    sheet: Sheet,
    box: Box,
    picture: str,
    name: str,
    amount: str,
    share: float | None,
    *,
    paid: str = "",
) -> Node:
    """An envelope with its flap, what is left in it and a level; `paid` (a word) closes it instead."""
    fill, flap = ("kraft", "kraft_dark") if paid else ("kraft_light", "kraft")
    cx, low = box.w / 2, min(50.0, box.h * 0.5)
    points = [(0.0, 0.0), (box.w, 0.0), (cx + 10, low - 5), (cx, low), (cx - 10, low - 5)]

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "kraft", 10)
        canvas.fill(box, fill, 10)
        canvas.polygon(box, points, flap, 140)

    node = sheet.put(Node("paper", f"{name} {amount or paid}", box, paint=paint, fill=fill, radius=10))
    with sheet.inside(node):
        _envelope_face(sheet, box, picture, name, amount, share, paid)
    return node


def _envelope_face(
    sheet: Sheet, box: Box, picture: str, name: str, amount: str, share: float | None, paid: str
) -> None:
    flat = box.h < 84  # the list of the narrow table: name and amount on one line
    icon(sheet, picture, box.x + 12, box.y + (box.h - 36) / 2 if flat else box.y + 10, 36)
    room = box.w - 56 - 16
    if flat:
        amount_wide = sheet.measure(paid or amount, "strong")[0] + (46 if paid else 0)
        sheet.text(
            box.x + 60,
            box.y,
            room - amount_wide - 8,
            name,
            "note_strong",
            height=box.h - 8,
            middle=True,
            lines=1,
            shrink=28,
        )
    else:
        sheet.text(box.x + 56, box.y + 8, room, name, "note_strong", lines=1, shrink=28)
    low = Box(box.x, box.y if flat else box.y + box.h * 0.4, box.w, box.h - 8 if flat else box.h * 0.48)
    if paid:
        icon(sheet, "icon_check", box.right - 46, low.y + (low.h - 30) / 2, 30)
        sheet.text(low.x, low.y, low.w - 56, paid, "note", align="right", height=low.h, middle=True)
        return
    sheet.text(
        low.x, low.y, low.w - 16, amount, style("amount", size=34, weight=700), align="right", height=low.h, middle=True
    )
    if share is not None:
        left = box.x + (60 if flat else 16)
        level = Box(left, box.bottom - (13 if flat else 16), box.right - 16 - left, 8)
        bar(sheet, level, share, colour="brick" if share < 0.2 else "teal", ground="kraft_dark")

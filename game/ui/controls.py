"""What can be touched: options, buttons, switches, choices, tabs. Each in five states, as the pictures have them.

Every function takes the id that the focus remembers, and the move that Enter or a click returns; with `None`
or `enabled=False` the thing is shown as not available and the text stays readable.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.canvas import Canvas
from game.ui.parts import badge, icon
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box, Node, Paint

_FALL = 4  # units that a pressed thing sinks


def _row_paint(box: Box, state: str, radius: float, resting_shadow: bool) -> tuple[Paint, str]:
    """How an option's paper looks in its state, and the colour text then stands on."""
    edge = {"rest": "line", "hover": "ink", "pressed": "teal", "disabled": "line"}[state]
    fill = "teal_light" if state == "pressed" else "paper"

    def paint(canvas: Canvas) -> None:
        if state == "hover" or (resting_shadow and state == "rest"):
            canvas.shadow(box, "paper", radius)
        if state != "disabled":
            canvas.fill(box, fill, radius)
        if not (resting_shadow and state == "rest"):
            canvas.frame(box, edge, 3, radius)

    return paint, "" if state == "disabled" else fill


def option_row(
    sheet: Sheet,
    x: float,
    y: float,
    w: float,
    id: str,
    key: str,
    label: str,
    note: str,
    move: Move | None,
    *,
    price: str = "",
    price_note: str = "",
    picture: str = "",
    enabled: bool = True,
    first: bool = False,
    height: float = 112,
    raised: bool = False,
    price_colour: str = "ink",
) -> Box:
    """One answer: its key, what it says, what follows, and the price at the right. Grows with its text.

    `height` is the least; `raised` rows lie on the table itself, with a shadow instead of an edge.
    """
    edge = max(64.0, sheet.styled(Style(37, 700)).size * 1.35)
    left = 44 + edge + (92 if picture else 0)
    said = ". ".join(part for part in (label, note, f"{price} {price_note}".strip()) if part)
    wide = max((sheet.measure(t, s)[0] for t, s in ((price, "price"), (price_note, "note")) if t), default=-25.0) + 1
    if w - left - 52 - wide < 0.4 * w and price:  # too little is left for the words: the price goes below them
        note, price, price_note, wide = f"{note}\n**{price}** {price_note}".strip(), "", "", -24.0
    room = w - left - 52 - wide
    words, prices = ((label, "option"), (note, "note")), ((price, "price"), (price_note, "note"))
    tall, priced = _stack(sheet, *words, room), _stack(sheet, *prices, wide)
    box = Box(x, y, w, max(height, tall + 26, priced + 20))
    state = sheet.state(id, enabled)
    sunk = box.moved(0, _FALL) if state == "pressed" else box
    paint, fill = _row_paint(sunk, state, 20, raised)
    node = sheet.control(
        "option", id, said, box, move, paint, key=key, enabled=enabled, first=first, fill=fill, radius=20
    )
    with sheet.inside(node):
        badge(sheet, sunk.x + 20, sunk.y + (sunk.h - edge) / 2, key, 64, enabled=enabled)
        if picture:
            icon(sheet, picture, sunk.x + left - 92, sunk.y + (sunk.h - 68) / 2, 68)
        _lines(sheet, sunk.x + left, sunk.y + (sunk.h - tall) / 2, room, *words, "left")
        right = Box(sunk.right - 28 - wide, sunk.y + (sunk.h - priced) / 2, wide, priced)
        _lines(sheet, right.x, right.y, right.w, *prices, "right", price_colour)
    return box


def dense_row(
    sheet: Sheet, x: float, y: float, w: float, id: str, key: str, label: str, note: str, price: str, move: Move | None,
    *, first: bool = False, height: float = 76, price_colour: str = "ink",
) -> Box:  # fmt: skip
    """The same answer where room is short: the price stands beside the label, what follows runs across below both."""
    edge = max(52.0, sheet.styled(_DENSE_KEY).size * 1.35)
    left, room = 20 + edge + 18, w - edge - 62
    wide, priced = sheet.measure(price, _DENSE_PRICE)
    beside = room - wide - 20
    if beside < 0.5 * room:
        note, beside, price = f"**{price}** · {note}" if note else f"**{price}**", room, ""
    words = sheet.measure(label, _DENSE_LABEL, beside)[1]
    top = max(words, priced if price else 0)
    under = sheet.measure(note, "note", room)[1] if note else 0.0
    box = Box(x, y, w, max(height, top + under + 20))
    state = sheet.state(id)
    sunk = box.moved(0, _FALL) if state == "pressed" else box
    paint, fill = _row_paint(sunk, state, 18, False)
    said = ". ".join(part for part in (label, note, price) if part)
    node = sheet.control("option", id, said, box, move, paint, key=key, first=first, fill=fill, radius=18)
    with sheet.inside(node):
        badge(sheet, sunk.x + 20, sunk.y + (sunk.h - edge) / 2, key, 52)
        low = sunk.y + (sunk.h - top - under) / 2
        sheet.text(sunk.x + left, low, beside, label, _DENSE_LABEL, height=top, middle=True)
        if price:
            end = sunk.x + left + room
            sheet.text(
                end - wide - 1, low, wide + 1, price, _DENSE_PRICE,
                align="right", colour=price_colour, height=top, middle=True,
            )  # fmt: skip
        if note:
            colour = "ink" if sheet.palette.night else "ink2"
            sheet.text(sunk.x + left, low + top, room, note, "note", colour=colour)
    return box


_DENSE_KEY = style("key", size=52 * 0.58)
_DENSE_LABEL = style("option", size=34, line=1.16)
_DENSE_PRICE = style("price", size=40, line=1.1)

Words = tuple[str, Style | str]


def _stack(sheet: Sheet, upper: Words, lower: Words, width: float) -> float:
    return sum(sheet.measure(text, given, width)[1] for text, given in (upper, lower) if text)


def _lines(
    sheet: Sheet,
    x: float,
    y: float,
    w: float,
    upper: Words,
    lower: Words,
    align: str,
    colour: str = "ink",
) -> None:
    if upper[0]:
        y = sheet.text(x, y, w, upper[0], upper[1], align=align, colour=colour).bottom
    if lower[0]:
        sheet.text(x, y, w, lower[0], lower[1], align=align, colour="ink2" if sheet.palette.night is False else "ink")


def button(
    sheet: Sheet,
    box: Box,
    id: str,
    label: str,
    move: Move | None,
    *,
    kind: str = "main",
    key: str = "",
    enabled: bool = True,
    first: bool = False,
    picture: str = "",
    arrow: bool = False,
    side: str = "",
    given: Style | str = "subheading",
) -> Node:
    """A button. `main` is the one teal thing of a screen, `plain` is paper. `side` says more at the right.

    `key` shows its letter in a badge; `arrow` points onward.
    """
    enabled = enabled and move is not None
    state = sheet.state(id, enabled)
    sunk = box.moved(0, _FALL) if state == "pressed" else box
    paint, fill, ink = (_main_paint if kind == "main" else _plain_paint)(sunk, state)
    node = sheet.control(
        "button",
        id,
        _spoken(label, side),
        box,
        move,
        paint,
        key=key,
        enabled=enabled,
        first=first,
        fill=fill,
        radius=20,
    )
    with sheet.inside(node):
        _button_face(sheet, sunk, label + (" →" if arrow and not side else ""), ink, key, picture, side, given)
    return node


def _spoken(label: str, side: str) -> str:
    """What a reader says of a button: an arrow is no word."""
    return f"{label} {side}".replace("*", "").replace("→", "").replace("←", "").strip()


def _button_face(
    sheet: Sheet, box: Box, label: str, ink: str, key: str, picture: str, side: str, given: Style | str
) -> None:
    left = box.x + 18
    if key and len(key) == 1:
        left = badge(sheet, left, box.y + (box.h - 60) / 2, key, 60).right + 20
    if picture:
        left = icon(sheet, picture, left + 6, box.y + (box.h - 48) / 2, 48).right + 20
    room = box.right - 18 - left
    if not side:
        align = "left" if len(key) == 1 or picture else "center"
        sheet.text(
            left, box.y, room, label, given, align=align, colour=ink, height=box.h, middle=True, lines=2, shrink=28
        )
        return
    wide = min(sheet.measure(label, given)[0] + 2, room * 0.7)
    sheet.text(left + 18, box.y, wide, label, given, colour=ink, height=box.h, middle=True, lines=2, shrink=28)
    rest = room - wide - 18 - 24
    sheet.text(
        left + 18 + wide + 12,
        box.y,
        rest,
        side,
        style("note", size=30),
        align="right",
        colour="ink2" if ink == "ink" else ink,
        height=box.h,
        middle=True,
        lines=2,
        shrink=28,
    )


def _main_paint(box: Box, state: str) -> tuple[Paint, str, str]:
    fill = {"rest": "teal_fill", "hover": "teal_fill_hover", "pressed": "teal_fill_pressed", "disabled": "dim_fill"}[
        state
    ]

    def paint(canvas: Canvas) -> None:
        if state in ("rest", "hover"):
            canvas.shadow(box, "button", 20)
        canvas.fill(box, fill, 20)

    return paint, fill, "dim_text" if state == "disabled" else "white"


def _plain_paint(box: Box, state: str) -> tuple[Paint, str, str]:
    paint, fill = _row_paint(box, state, 20, True)
    return paint, fill, "ink"


def tab(
    sheet: Sheet,
    box: Box,
    id: str,
    key: str,
    label: str,
    note: str,
    band: str,
    move: Move | None,
    *,
    pictures: Sequence[str] = (),
) -> Node:
    """A tab under the narrow card: key, name, one figure, and a band in its colour."""
    state = sheet.state(id, move is not None)
    base, fill = _row_paint(box, state, 20, True)

    def paint(canvas: Canvas) -> None:
        base(canvas)
        canvas.fill(Box(box.x + 14, box.y, box.w - 28, 8), band, 4)

    node = sheet.control(
        "tab", id, f"{label} {note}", box, move, paint, key=key, enabled=move is not None, fill=fill, radius=20
    )
    with sheet.inside(node):
        left = badge(sheet, box.x + 16, box.y + (box.h - 64) / 2 + 3, key, 64).right + 16
        room = box.right - left - 12 - (100 if pictures else 0)
        given = sheet.fit(label, "strong", room, 0, 28)
        tall = _stack(sheet, (label, given), (note, "note"), room)
        _lines(sheet, left, box.y + (box.h - tall) / 2 + 3, room, (label, given), (note, "note"), "left")
        for index, name in enumerate(pictures):
            sheet.picture(
                name,
                Box(box.right - 108 + index * 8, box.y + 16 + index * 8, 96, box.h - 36),
                tilt=(-5, 5, 2)[index % 3],
                shadow=True,
            )
    return node


def keys_hint(sheet: Sheet, x: float, y: float, pairs: Sequence[tuple[str, str]]) -> Box:
    """Small badges with what they do: (("↑↓", "line"), ("←→", "value"))."""
    left, bottom = x, y
    for keys, word in pairs:
        for letter in keys:
            used = badge(sheet, left, y, letter, 60)
            left, bottom = used.right + 10, used.bottom
        wide, high = sheet.measure(word, "body")
        sheet.text(left + 4, y + (bottom - y - high) / 2, wide + 2, word, "body")
        left += wide + 44
    return Box(x, y, left - x, bottom - y)

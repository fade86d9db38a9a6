"""Switches and choices: one of a few values, seen at once, changed with the arrows or a touch."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.canvas import Canvas
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box, Node


def toggle(
    sheet: Sheet,
    x: float,
    y: float,
    id: str,
    name: str,
    word: str,
    on: bool,
    move: Move | None,
    *,
    w: float = 156,
    focusable: bool = True,
) -> Box:
    """A switch with its word on it; its touch area is 64 units high though it is drawn lower."""
    drawn_h = max(56.0, sheet.styled("note_strong").size * 1.6)
    wide = max(w, sheet.measure(word, style("note", weight=700))[0] + drawn_h + 44)
    touch = Box(x, y, wide, max(64.0, drawn_h))
    box = Box(x, y + (touch.h - drawn_h) / 2, wide, drawn_h)
    fill = "teal_fill" if on else "dim_fill"
    knob = (drawn_h - 12) / 2

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, fill, box.h / 2)
        canvas.circle(box.right - 6 - knob if on else box.x + 6 + knob, box.centre[1], knob, "knob")

    node = sheet.control(
        "toggle", id, f"{name}: {word}", touch, move, paint, focusable=focusable, fill=fill, radius=touch.h / 2
    )
    with sheet.inside(node):
        left = box.x + (16 if on else drawn_h + 4)
        sheet.text(
            left,
            box.y,
            wide - drawn_h - 20,
            word,
            style("note", weight=700),
            align="center",
            colour="white" if on else "dim_text",
            height=box.h,
            middle=True,
        )
    return touch


def choice(
    sheet: Sheet,
    box: Box,
    id: str,
    name: str,
    words: Sequence[str],
    chosen: int,
    moves: Sequence[Move | None],
    *,
    ground: str = "kraft_light",
    focusable: bool = True,
    given: float = 30,
) -> Node:
    """A few values side by side; the chosen one is dark. Left and right change it, a click takes one.

    `given` is the size of the words. With `focusable=False` the row around it carries the focus: give
    that row `turn=turns(...)`.
    """
    node = sheet.control(
        "choice",
        id,
        f"{name}: {words[chosen] if 0 <= chosen < len(words) else ''}",
        box,
        None,
        lambda c: c.fill(box, ground, 16),
        turn=turns(moves, chosen),
        focusable=focusable,
        fill=ground,
        radius=16,
    )
    width = box.w / len(words)
    with sheet.inside(node):
        for index, word in enumerate(words):
            _segment(
                sheet,
                Box(box.x + index * width, box.y, width, box.h),
                f"{id}.{index}",
                word,
                index == chosen,
                moves[index],
                given,
            )
    return node


def _segment(sheet: Sheet, cell: Box, id: str, word: str, chosen: bool, move: Move | None, given: float) -> None:
    inner = cell.inset(4)
    hover = sheet.state(id) in ("hover", "pressed") and not chosen

    def paint(canvas: Canvas) -> None:
        if chosen:
            canvas.fill(inner, "key_fill", 13)
        elif hover:
            canvas.frame(inner, "ink", 3, 13)

    node = sheet.control(
        "segment", id, word, cell, move, paint, focusable=False, fill="key_fill" if chosen else "", radius=16
    )
    with sheet.inside(node):
        sheet.text(
            inner.x + 4,
            inner.y,
            inner.w - 8,
            word,
            style("note", size=given, weight=700 if chosen else 400),
            align="center",
            colour="key_text" if chosen else "ink",
            height=inner.h,
            middle=True,
            lines=2,
            shrink=28,
        )


def turns(moves: Sequence[Move | None], chosen: int) -> tuple[Move | None, Move | None]:
    """What the left and the right arrow do on a choice: the value before and the one after."""
    return (moves[chosen - 1] if chosen > 0 else None, moves[chosen + 1] if chosen + 1 < len(moves) else None)


def card_choice(
    sheet: Sheet,
    box: Box,
    id: str,
    label: str,
    chosen: bool,
    move: Move | None,
    *,
    given: Style | str = "amount",
    first: bool = False,
) -> Node:
    """One of several paper cards in a row; the chosen one is dark."""
    state = sheet.state(id)
    fill, ink = ("key_fill", "key_text") if chosen else ("teal_light" if state == "pressed" else "paper", "ink")

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, fill, 20)
        if state == "hover" and not chosen:
            canvas.frame(box, "ink", 3, 20)

    node = sheet.control("choice", id, label, box, move, paint, fill=fill, radius=20, first=first)
    with sheet.inside(node):
        sheet.text(
            box.x + 10,
            box.y,
            box.w - 20,
            label,
            given,
            align="center",
            colour=ink,
            height=box.h,
            middle=True,
            lines=2,
            shrink=28,
        )
    return node

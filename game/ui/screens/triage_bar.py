"""The gap as a length: a wooden frame that the answers fill from the left until nothing is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.units import Cents
from game.ui.canvas import Canvas
from game.ui.parts import icon
from game.ui.screens.triage_facts import Piece
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_NAME = style("note", size=30, weight=600)
_AMOUNT = style("amount", size=40, weight=700)
_MISSING = style("amount", size=52, weight=700, line=1.04)
_RIM = 13.0


@dataclass(frozen=True, slots=True)
class Gap:
    """The length to fill (cents), what fills it so far, and what the option under the focus would add."""

    whole: Cents
    left: Cents
    pieces: tuple[Piece, ...]
    preview: Cents = 0


def bar_height(sheet: Sheet) -> float:
    """Units that the frame needs at this text size, at least the 124 of the picture."""
    return max(124.0, 2 * _RIM + 8 + sum(sheet.measure("0", given)[1] for given in (_NAME, _MISSING)))


def gap_bar(sheet: Sheet, box: Box, gap: Gap) -> None:
    """The frame with its pieces; what is still missing keeps enough room to be read."""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "kraft", 20)
        canvas.fill(box, "wood", 20)
        canvas.fill(box.inset(10), "kraft_light", 12)

    node = sheet.shape(box, paint, role="paper", name="", fill="kraft_light")
    inner = box.inset(10)
    lengths = _lengths(sheet, gap, inner.w)
    x = inner.x
    with sheet.inside(node):
        for piece, length in zip(gap.pieces, lengths, strict=False):
            _piece(sheet, Box(x + 3, box.y + _RIM, length - 6, box.h - 2 * _RIM), piece)
            x += length
        if gap.left > 0:
            _missing(sheet, Box(x + 3, box.y + _RIM, inner.right - x - 6, box.h - 2 * _RIM), gap)


def _lengths(sheet: Sheet, gap: Gap, room: float) -> Sequence[float]:
    """The pieces' lengths in proportion; shorter only where the missing part could not be read otherwise."""
    filled = sum(piece.amount for piece in gap.pieces)
    true = room * gap.left / max(1, gap.whole)
    least = _missing_width(sheet, gap) if gap.left > 0 else 0.0
    rest = room - max(true, min(least, room * 0.6))
    return [rest * piece.amount / max(1, filled) for piece in gap.pieces]


def _missing_width(sheet: Sheet, gap: Gap) -> float:
    amount = sheet.measure(sheet.voice.money(gap.left), _MISSING)[0]
    return 58 + max(amount, sheet.measure(sheet.say("triage.still_missing"), _NAME)[0])


def _piece(sheet: Sheet, box: Box, piece: Piece) -> None:
    """Icon, name and amount as far as the length holds them; the rows below say them too."""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "kraft", 10)
        canvas.fill(box, "teal_light", 10)

    if box.w < 4:
        return
    name, amount = sheet.say(piece.name), sheet.voice.money(piece.amount)
    sheet.shape(box, paint, name=f"{name} {amount}", fill="teal_light")
    high = sheet.measure(name, _NAME)[1]
    given = sheet.fit(amount, _AMOUNT, box.w - 20, 1, 28)
    amount_wide, amount_high = sheet.measure(amount, given)
    if box.w >= 60:
        icon(sheet, piece.icon, box.x + (16 if box.w > 90 else (box.w - 36) / 2), box.y + 8 + (high - 36) / 2, 36)
    if box.w >= 60 + sheet.measure(name, _NAME)[0] + 12:
        sheet.text(box.x + 60, box.y + 8, box.w - 66, name, _NAME, lines=1)
    if box.w >= amount_wide + 18:
        colour = "ink" if sheet.palette.night else "teal_text"
        y = box.bottom - amount_high - 2
        right = 12 if box.w > 120 else 8
        sheet.text(box.x, y, box.w - right, amount, given, align="right", colour=colour)


def _missing(sheet: Sheet, box: Box, gap: Gap) -> None:
    """The dashed part, with a shade as long as what is looked at would fill."""
    shade = box._replace(w=box.w * min(1.0, gap.preview / max(1, gap.left)) * sheet.view.change)

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, "paper", 10)
        if shade.w > 1:
            canvas.fill(shade, "teal_light", 10)
        _dashes(canvas, box)

    said = sheet.say("triage.still_missing")
    sheet.shape(box, paint, name=said, fill="paper")
    high = sheet.measure(said, _NAME)[1]
    sheet.text(box.x + 20, box.y + 4, box.w - 30, said, _NAME, lines=1, shrink=28)
    amount = sheet.voice.money(gap.left)
    wide, amount_high = sheet.measure(amount, _MISSING)
    colour = "ink" if sheet.palette.night else "brick_text"
    y = box.bottom - amount_high - 6
    sheet.text(box.x, y, box.w - 16, amount, _MISSING, align="right", colour=colour)
    if gap.preview:
        then = sheet.say("triage.with_this", amount=max(0, gap.left - gap.preview))
        room = box.w - wide - 60
        if sheet.measure(then, _NAME)[0] <= room:
            sheet.text(box.x + 20, box.bottom - high - 10, room, then, _NAME, lines=1)


def _dashes(canvas: Canvas, box: Box) -> None:
    """An edge of dashes 12 units long, 4 thick."""
    dash, gap, thick = 12.0, 7.0, 4.0
    x = box.x + 8
    while x < box.right - 8:
        w = min(dash, box.right - 8 - x)
        canvas.fill(Box(x, box.y, w, thick), "brick")
        canvas.fill(Box(x, box.bottom - thick, w, thick), "brick")
        x += dash + gap
    y = box.y + 8
    while y < box.bottom - 8:
        h = min(dash, box.bottom - 8 - y)
        canvas.fill(Box(box.x, y, thick, h), "brick")
        canvas.fill(Box(box.right - thick, y, thick, h), "brick")
        y += dash + gap

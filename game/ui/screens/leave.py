"""The soft exit: "this is too close" ends kindly, without a reason, and with a number to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.scenario import Office
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.controls import option_row
from game.ui.screen import Move, Open, Pop, Still
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Leave(Still):
    """`offices` are the advice offices, of which two telephone numbers are shown."""

    offices: tuple[Office, ...] = ()

    def lay(self, sheet: Sheet) -> None:
        """An open door at the left, three ways at the right, and somebody to talk to."""
        sheet.table(300, 700)
        left = sheet.margin
        if not sheet.narrow and sheet.text_size < 150:
            door = Box(sheet.margin, 64, min(704.0, sheet.width * 0.36), sheet.height - 128)
            _door(sheet, door)
            left = door.right + 64
        wide = sheet.width - sheet.margin - left
        with sheet.scroll(Box(left - 20, 40, wide + 40, sheet.height - 60)) as top:
            large = sheet.text_size == 150
            title = style("balance", size=60 if large else 76, line=1.2)
            y = sheet.text(left, top + 24, wide, sheet.say("leave.title"), title, lines=2, shrink=52).bottom
            told = style("body", size=32 if large else 38, line=1.35)
            y = sheet.text(left, y + 4, wide, sheet.say("leave.text"), told).bottom + 24
            y = _ways(sheet, left, y, wide)
            _talk(sheet, left, y + 16, wide, distinct(self.offices)[: 1 if large else 2])


def distinct(offices: Sequence[Office]) -> list[Office]:
    """Advice offices with each telephone number once."""
    return list({office.telephone: office for office in reversed(offices) if office.advice}.values())[::-1]


def _door(sheet: Sheet, box: Box) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.fill(box, "wall", 28)
        canvas.fill(Box(box.x, box.bottom - 140, box.w, 140), "floor", 28)
        canvas.fill(Box(box.x, box.bottom - 140, box.w, 28), "floor")
        high = min(701.0, box.h - 160, (box.w - 40) * 460 / 420)
        canvas.picture("door_open", Box(box.x + 16, box.bottom - 112 - high, box.w - 32, high))
        plant = high * 0.3
        canvas.picture("plant", Box(box.right - 40 - plant * 0.76, box.bottom - 82 - plant, plant * 0.76, plant))

    sheet.shape(box, paint, role="picture", name="", fill="wall")


def _ways(sheet: Sheet, x: float, y: float, w: float) -> float:
    moves: tuple[Move, ...] = (Pop(), Open("setup"), Open("goodbye"))
    ways = zip("ABC", ("pause", "other", "stop"), ("icon_wait", "house", "icon_exit"), moves, strict=True)
    for key, way, picture, move in ways:
        label, note = sheet.say(f"leave.{way}"), sheet.say(f"leave.{way}_note")
        y = (
            option_row(
                sheet,
                x,
                y,
                w,
                way,
                key,
                label,
                note,
                move,
                picture=picture,
                first=key == "A",
                height=0 if sheet.text_size == 150 else 124,
                raised=True,
            ).bottom
            + 16
        )
    return y


def _talk(sheet: Sheet, x: float, y: float, w: float, offices: Sequence[Office]) -> None:
    if not offices:
        return
    face = 190.0 if w > 900 and sheet.text_size == 100 else 0.0
    head = sheet.say("leave.talk")
    room = w - 72 - face
    numbers = style("price", size=48)
    line = max(sheet.measure("0", numbers)[1], 62.0) + 4
    high = sheet.measure(head, style("subheading"), room)[1] + len(offices) * line + 48
    box = Box(x, y, w, min(max(high, sheet.height - 64 - y), high + 70) if face else high)
    with sheet.inside(parts.paper(sheet, box, fill="teal_light")):
        if face:
            sheet.picture("face_adviser", Box(x + 28, box.bottom - min(195, box.h), 180, min(195, box.h)), loose=True)
        colour = "ink" if sheet.palette.night else "teal_text"
        left = x + 36 + face
        at = sheet.text(left, y + 20, room, head, "subheading", colour=colour).bottom + 4
        for office in offices:
            wide = sheet.measure(office.telephone, numbers)[0] + 4
            sheet.text(
                left, at, room - wide - 16, f"SICS, {office.town}", "body", height=line, middle=True, lines=1, shrink=28
            )
            sheet.text(left, at, room, office.telephone, numbers, align="right", height=line, middle=True)
            at += line

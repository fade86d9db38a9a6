"""What the pages between two questions share: rows that say what changed, a taped photo, the soft exit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.explain.closed import Change
from game.ui import parts
from game.ui.canvas import Canvas, natural, picture_path
from game.ui.controls import button
from game.ui.screen import Move, Open
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box, Node

TILT = 1.4  # degrees
_EDGE = 14.0
_WAY = style("label", size=34, weight=600)


class Between:
    """A page that lies over the table: Esc is the soft exit here as it is there, and never only a way back."""

    __slots__ = ()

    def handle(self, event: pygame.event.Event) -> Move | None:
        """The soft exit."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            return Open("leave")
        return None


@dataclass(frozen=True, slots=True)
class Way:
    """One plain button of a foot: its key, its words, where it leads, the least width it wants."""

    id: str
    key: str
    label: str
    move: Move | None
    least: float = 0
    picture: str = ""


def foot(sheet: Sheet, ways: Sequence[Way], onward: Way, *, arrow: bool = True, bottom: float = 48) -> float:
    """The buttons along the lower edge, the teal one at the right; returns where they begin.

    Where they do not stand side by side, the last plain ones stay beside it and the others get rows above.
    """
    whole = sheet.width - 2 * sheet.margin
    label = onward.label + (" →" if arrow else "")
    wide = min(max(onward.least, sheet.measure(label, "subheading")[0] + 84), whole)
    gap, high = 24.0, 84.0
    y = low = sheet.height - bottom - high
    beside = whole - wide - gap
    last = _beside(sheet, ways, beside + 1)
    if last:
        y = _plain_row(sheet, last, beside, low + high)
    above = ways[: len(ways) - len(last)]
    for row in reversed(_rows(sheet, above, whole) if above else []):
        y = _plain_row(sheet, row, whole, min(y, low) - 16)
    place = Box(sheet.width - sheet.margin - wide, low, wide, high)
    button(sheet, place, onward.id, onward.label, onward.move, key=onward.key, arrow=arrow, first=True)
    return min(y, low)


def _beside(sheet: Sheet, ways: Sequence[Way], room: float) -> list[Way]:
    """The last plain buttons that hold beside the teal one."""
    found: list[Way] = []
    for way in reversed(ways):
        if sum(_least(sheet, one) + 24 for one in (way, *found)) - 24 > room:
            break
        found.insert(0, way)
    return found


def _rows(sheet: Sheet, ways: Sequence[Way], room: float) -> list[list[Way]]:
    """The plain buttons in as many rows as their words need."""
    rows: list[list[Way]] = [[]]
    for way in ways:
        taken = sum(_least(sheet, one) + 24 for one in rows[-1])
        if rows[-1] and taken + _least(sheet, way) > room:
            rows.append([])
        rows[-1].append(way)
    return rows


def _plain_row(sheet: Sheet, ways: Sequence[Way], room: float, bottom: float) -> float:
    """One row of plain buttons over `bottom`; returns where it begins."""
    room -= 24 * (len(ways) - 1)
    widths = [max(way.least, sheet.measure(way.label, _WAY)[0] + _beside_label(sheet, way)) for way in ways]
    least = [_least(sheet, way) for way in ways]
    if sum(widths) > room and sum(least) <= room:  # some words take a second line
        share = (room - sum(least)) / max(1.0, sum(widths) - sum(least))
        widths = [low + (full - low) * share for low, full in zip(least, widths, strict=True)]
    elif sum(widths) > room:
        widths = [room / len(ways)] * len(ways)
    inner = [width - _beside_label(sheet, way) for way, width in zip(ways, widths, strict=True)]
    high = max(84.0, *(sheet.measure(way.label, _WAY, w)[1] + 20 for way, w in zip(ways, inner, strict=True)))
    x = sheet.margin
    for way, place in zip(ways, widths, strict=True):
        box = Box(x, bottom - high, place, high)
        button(sheet, box, way.id, way.label, way.move, kind="plain", key=way.key, picture=way.picture, given=_WAY)
        x += place + 24
    return bottom - high


def _least(sheet: Sheet, way: Way) -> float:
    """The width at which the words of a plain button hold in two lines."""
    return sheet.measure(way.label, _WAY)[0] * 0.6 + _beside_label(sheet, way) + 24


def _beside_label(sheet: Sheet, way: Way) -> float:
    """What stands beside the words of a plain button."""
    edge = max(60.0, sheet.styled(style("key", size=60 * 0.58)).size * 1.35) + 20 if len(way.key) == 1 else 0.0
    return 18 + edge + (74 if way.picture else 0) + 28


def capital(text: str) -> str:
    """A name of a month as the first word of a sentence or a button."""
    return text[:1].upper() + text[1:]


def existing(picture: str, other: str) -> str:
    """The picture, or the other one where nobody has drawn it yet."""
    return picture if picture and picture_path(picture).stem == picture else other


def edged(sheet: Sheet, box: Box, tone: str, *, edge: float = _EDGE, radius: float = 20, name: str = "") -> Node:
    """Paper with a coloured edge at its left. Lay content `inside` it."""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", radius)
        canvas.fill(box, tone, radius)
        rest = Box(box.x + edge, box.y, box.w - edge, box.h)
        canvas.fill(rest, "paper", radius)
        canvas.fill(Box(rest.x, rest.y, min(rest.w, 2 * radius), rest.h), "paper")

    return sheet.put(Node("paper", name, box, paint=paint, fill="paper", radius=radius))


def change_height(sheet: Sheet, change: Change, width: float) -> float:
    """Units that a row needs for its name and its note."""
    room = _room(sheet, change, width)
    name = sheet.measure(capital(sheet.say(change.name)), style("subheading", size=40), room)[1]
    return name + sheet.measure(sheet.say(change.note), "body", room)[1] + 36


def change_row(sheet: Sheet, box: Box, change: Change) -> None:
    """A picture, what changed, by how much, what it came to, and an arrow."""
    room = _room(sheet, change, box.w)
    given = style("subheading", size=40)
    name, note = capital(sheet.say(change.name)), sheet.say(change.note)
    with sheet.inside(edged(sheet, box, change.tone, name=f"{name}: {_value(sheet, change)}. {note}")):
        if change.picture == "lamp" and not sheet.palette.night:
            sheet.picture("lamp", Box(box.x + 44, box.y, 90, 112))
        else:
            parts.icon(sheet, change.picture, box.x + 47, box.y + (box.h - 84) / 2, 84)
        high = sheet.measure(name, given, room)[1] + sheet.measure(note, "body", room)[1]
        top = box.y + (box.h - high) / 2
        used = sheet.text(box.x + 168, top, room, name, given)
        sheet.text(box.x + 168, used.bottom, room, note, "body", colour="ink2")
        size = 56 if change.cents is not None else 44
        wide = box.w - 120 - 168 - room - 16
        sheet.text(
            box.right - 120 - wide, box.y, wide, _value(sheet, change), style("price", size=size), align="right",
            height=box.h, middle=True, lines=1 if change.cents is not None else 2, shrink=32,
        )  # fmt: skip
        if change.arrow:
            parts.icon(sheet, f"icon_{change.arrow}", box.right - 88, box.y + (box.h - 52) / 2, 52)


def _value(sheet: Sheet, change: Change) -> str:
    if change.cents is not None:
        return sheet.voice.money(change.cents)
    return sheet.say(change.word) if change.word else ""


def _room(sheet: Sheet, change: Change, width: float) -> float:
    """Units for the words at the left: what the value does not need."""
    size = 56 if change.cents is not None else 44
    free = width - 168 - 120 - 16
    return max(free * 0.45, free - sheet.measure(_value(sheet, change), style("price", size=size))[0] - 8)


def snapshot(sheet: Sheet, box: Box, picture: str, title: str, note: str) -> None:
    """A photo taped to the table, a little tilted, with a name and a line under it."""
    room = box.w - 80
    head = style("price", size=44)
    head = sheet.fit(title, head, room, 2, 32)
    small = sheet.fit(note, style("body", size=34), room, 3, 28)
    high = sheet.measure(title, head, room)[1] + (sheet.measure(note, small, room)[1] if note else 0)
    plate = Box(64, 64, box.w - 48, box.h - 24 - high - 44)

    def draw(canvas: Canvas) -> None:
        whole = Box(40, 40, box.w, box.h)
        canvas.shadow(whole, "paper", 10)
        canvas.fill(whole, "paper", 10)
        canvas.fill(plate, "plate2" if picture.startswith("family") else "plate", 4)
        canvas.picture(picture, _covering(picture, plate), clip=plate)
        tape = Box(40 + box.w * 0.41, 22, 150, 34)
        canvas.polygon(tape, [(2, 0), (150, 4), (147, 34), (0, 30)], "kraft_dark", 190)

    def paint(canvas: Canvas) -> None:
        canvas.tilted(box, TILT, ("snapshot", picture, round(high)), draw)

    sheet.shape(box.inset(8), paint, name=f"{title}. {note}", fill="paper", loose=True)
    top = box.y + plate.bottom - 40 + 16
    used = sheet.text(box.x + 40, top, room, title, head, align="center")
    if note:
        sheet.text(box.x + 40, used.bottom, room, note, small, align="center", colour="ink2")


def _covering(picture: str, plate: Box) -> Box:
    """Where a picture goes: scenes fill the plate to its edges, single things stand in its middle."""
    wide, high = natural(picture)
    if 1.2 <= wide / high <= 1.9 and not picture.startswith("family"):
        scale = max(plate.w / wide, plate.h / high)
        return Box(
            plate.centre[0] - wide * scale / 2, plate.centre[1] - high * scale / 2, wide * scale, high * scale
        )  # fmt: skip
    if picture.startswith(("family", "face")):
        scale = min(plate.w * 1.02 / wide, plate.h * 1.08 / high)
        return Box(plate.centre[0] - wide * scale / 2, plate.bottom - high * scale, wide * scale, high * scale)
    return plate.inset(plate.w * 0.08, plate.h * 0.08)

"""Somebody to talk to: the real offices, the telephone largest, free and confidential, with the day of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from game.model.message import message
from game.model.scenario import Help, Office
from game.ui import parts
from game.ui.controls import button
from game.ui.screen import Home, Move, Pop, Quit, Still
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_DOORS = (("icon_office", "office"), ("icon_committee", "procedure"), ("house", "france"))


@dataclass(frozen=True, slots=True)
class HelpPage(Still):
    """The offices of the content; after a soft exit (`goodbye`) it says so and offers to close the game."""

    help: Help
    goodbye: bool = False

    def lay(self, sheet: Sheet) -> None:
        """A heading, the offices, other doors, more doors near by, and the way back that is always in sight."""
        sheet.table(190, 600, 950)
        across = sheet.width - 2 * sheet.margin
        title, text = ("help.goodbye", "help.goodbye_text") if self.goodbye else ("help.title", "help.text")
        head = sheet.text(sheet.margin, 30, across, sheet.say(title), "heading", lines=1, shrink=40)
        told = sheet.text(
            sheet.margin, head.bottom, across, sheet.say(text), style("body", size=36), lines=2, shrink=28
        )
        low = _foot(sheet, self)
        window = Box(12, told.bottom + 4, sheet.width - 24, low - told.bottom - 8)
        with sheet.scroll(window) as top:
            y = _advice(sheet, top + 22, [office for office in self.help.offices if office.advice][:3])
            y = _doors(sheet, y + 26)
            _near(sheet, y + 26, self.help.offices)


def _columns(sheet: Sheet, count: int) -> list[tuple[float, float]]:
    """Left edges and widths of cards side by side: fewer where letters are large."""
    fits = 3 if sheet.text_size == 100 or (not sheet.narrow and sheet.text_size == 125) else 2
    fits = min(fits, count) if count else fits
    wide = (sheet.width - 2 * sheet.margin - (fits - 1) * 24) / fits
    return [(sheet.margin + index * (wide + 24), wide) for index in range(fits)]


def _foot(sheet: Sheet, page: HelpPage) -> float:
    """The lines below and the button; returns where they begin."""
    label, move = (sheet.say("help.quit"), Quit()) if page.goodbye else (sheet.say("help.back"), Pop())
    wide = max(300.0, sheet.measure(label, "subheading")[0] + 80)
    second: tuple[str, Move] | None = (sheet.say("help.back"), Home()) if page.goodbye else None
    wide2 = sheet.measure(second[0], "subheading")[0] + 80 if second else 0.0
    room = sheet.width - 2 * sheet.margin - wide - 40 - (wide2 + 24 if second else 0)
    lines = [sheet.say("help.who")]
    if page.help.checked_on:
        day = date.fromisoformat(page.help.checked_on).isoformat()
        lines.insert(0, sheet.say(message("help.read_on", date=day)))
    given = style("note", size=30) if sheet.text_size == 100 and not sheet.narrow else style("note")
    high = sum(sheet.measure(line, given, room)[1] for line in lines)
    top = sheet.height - 30 - max(high, 84)
    y = top
    for line in lines:
        y = sheet.text(sheet.margin, y, room, line, given).bottom
    box = Box(sheet.width - sheet.margin - wide, sheet.height - 40 - 80, wide, 80)
    button(sheet, box, "back", label, move, key="" if page.goodbye else "ESCAPE", first=True)
    if second is not None:
        plain = Box(box.x - 24 - wide2, box.y, wide2, 80)
        button(sheet, plain, "home", second[0], second[1], kind="plain", key="ESCAPE")
    return top - 12


def _advice(sheet: Sheet, y: float, offices: Sequence[Office]) -> float:
    if not offices:
        return sheet.text(sheet.margin, y, sheet.width - 2 * sheet.margin, sheet.say("help.none"), "body").bottom
    places = _columns(sheet, len(offices))
    high = max(_office_height(sheet, office, places[0][1]) for office in offices)
    for index, office in enumerate(offices):
        x, wide = places[index % len(places)]
        _office(sheet, office, Box(x, y + index // len(places) * (high + 24), wide, high))
    return y + ((len(offices) - 1) // len(places) + 1) * (high + 24) - 24


def _lines(sheet: Sheet, office: Office, room: float) -> list[tuple[str, Style | str, str]]:
    town, phone = style("price", size=46), style("shock", size=62)
    street, _, place = office.address.rpartition(", ")
    return [
        (office.town, sheet.fit(office.town, town, room, 1, 32), "ink"),
        (office.name, style("body", size=30, weight=600), "ink2"),
        (f"{street}\n{place}" if street else office.address, "body", "ink"),
        (office.telephone, sheet.fit(office.telephone, phone, room - 84, 1, 36), "ink"),
        (_mail(sheet, office.email, room - 84), style("body", weight=600), "ink"),
    ]


def _mail(sheet: Sheet, address: str, room: float) -> str:
    """An address on one line, or broken before its sign where the card is narrow."""
    fits = sheet.measure(address, style("note", weight=600))[0] <= room
    return address if fits else address.replace("@", "\n@")


def _office_height(sheet: Sheet, office: Office, wide: float) -> float:
    room = wide - 72
    lines = _lines(sheet, office, room)
    rooms = (room, room, room, room - 84, room - 84)
    total = sum(
        sheet.measure(text, given, width)[1] for (text, given, _), width in zip(lines, rooms, strict=True) if text
    )
    return total + 34 + 36 + 16


def _office(sheet: Sheet, office: Office, box: Box) -> None:
    room = box.w - 72
    town, name, address, phone, mail = _lines(sheet, office, room)
    with sheet.inside(parts.paper(sheet, box, band="teal")):
        y = box.y + 28
        for text, given, colour in (town, name, address):
            y = sheet.text(box.x + 36, y, room, text, given, colour=colour).bottom
        sheet.rule(box.x + 36, y + 10, room, thick=3)
        y += 18
        for (text, given, colour), icon, size in ((phone, "icon_phone", 60), (mail, "icon_mail", 48)):
            if text:
                high = sheet.measure(text, given, room - 84)[1]
                parts.icon(sheet, icon, box.x + 36, y + (high - min(size, high)) / 2, min(size, high))
                fitted = sheet.fit(text, given, room - 84, 2, 28)
                y = sheet.text(box.x + 120, y, room - 84, text, fitted, colour=colour).bottom


def _doors(sheet: Sheet, y: float) -> float:
    places = _columns(sheet, 3)
    texts = [(icon, sheet.say(f"help.{name}"), sheet.say(f"help.{name}_text")) for icon, name in _DOORS]
    given = style("note", size=30, line=1.27)
    room = places[0][1] - 136
    high = (
        max(
            sheet.measure(title, "subheading", room)[1] + sheet.measure(text, given, room)[1]
            for _, title, text in texts
        )
        + 44
    )
    for index, (icon, title, text) in enumerate(texts):
        x, wide = places[index % len(places)]
        box = Box(x, y + index // len(places) * (high + 24), wide, high)
        with sheet.inside(parts.paper(sheet, box, fill="kraft_light")):
            parts.icon(sheet, icon, box.x + 28, box.y + 26, 60)
            head = sheet.text(box.x + 112, box.y + 18, room, title, "subheading")
            sheet.text(box.x + 112, head.bottom + 4, room, text, given)
    return y + ((len(texts) - 1) // len(places) + 1) * (high + 24) - 24


def _near(sheet: Sheet, y: float, offices: Sequence[Office]) -> None:
    """The rest of the list, two columns of town and telephone."""
    first = [office for office in offices if office.advice][:3]
    rest = [office for office in offices if office not in first]
    if not rest:
        return
    y = sheet.text(sheet.margin, y, sheet.width - 2 * sheet.margin, sheet.say("help.near"), "subheading").bottom + 8
    columns = 2 if sheet.text_size == 100 else 1
    wide = (sheet.width - 2 * sheet.margin - (columns - 1) * 48) / columns
    low = y
    for index, office in enumerate(rest):
        if index and index % columns == 0:
            y = low + 6
        x = sheet.margin + index % columns * (wide + 48)
        low = parts.money_row(
            sheet,
            x,
            y,
            wide,
            f"{office.town} · {office.name}",
            office.telephone or office.address,
            line=True,
            given=style("note", size=30),
        ).bottom

"""Out of the story: one's own life, where help is, and what the model leaves out."""

from __future__ import annotations

from game.explain.debrief import Finding
from game.model.message import message
from game.model.scenario import Office
from game.ui import parts
from game.ui.controls import button
from game.ui.screen import Open
from game.ui.screens.debrief.frame import held, sentence, sentence_height, sentences
from game.ui.screens.debrief.seen import Shown
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_OWN = ("debrief.own_1", "debrief.own_2", "debrief.own_3")


def own_life(sheet: Sheet, box: Box, shown: Shown) -> None:
    """What may be thought about without saying it aloud."""
    findings = shown.page.findings or tuple(Finding(message(id), picture="icon_lightbulb") for id in _OWN)
    sentences(sheet, box, findings, "body_large", middle=True)


def limits(sheet: Sheet, box: Box, shown: Shown) -> None:
    """What the model leaves out and which figures are estimates."""
    findings = shown.page.findings
    if sheet.narrow or sheet.text_size > 125 or len(findings) < 5:
        sentences(sheet, box, findings)
        return
    half, wide = (len(findings) + 1) // 2, (box.w - 24) / 2
    rows = [findings[start : start + 2] for start in range(0, 2 * half, 2)]
    heights = [max(sentence_height(sheet, one, wide) for one in row) for row in rows]

    def put(place: Box) -> None:
        y = place.y
        for row, high in zip(rows, heights, strict=True):
            for index, one in enumerate(row):
                sentence(sheet, Box(place.x + index * (wide + 24), y, wide, high), one)
            y += high + 20

    held(sheet, box, sum(heights) + 20 * len(heights), put)


def help_page(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The first offices with their telephone as the largest thing, and the way to all of them."""
    offices = [office for office in shown.around.offices if office.advice][:3]
    columns = 3 if sheet.text_size == 100 or (not sheet.narrow and sheet.text_size == 125) else 1
    columns = max(1, min(columns, len(offices)))
    gap = 24.0
    wide = (box.w - gap * (columns - 1)) / columns
    tall = max((_office_height(sheet, office, wide) for office in offices), default=0.0)
    rows = -(-len(offices) // columns)
    findings = shown.page.findings[:2]
    heights = [sentence_height(sheet, finding, box.w) for finding in findings]
    least = rows * (tall + gap) + 80 + sum(high + gap for high in heights)

    def put(place: Box) -> None:
        y = place.y
        for index, office in enumerate(offices):
            x = place.x + index % columns * (wide + gap)
            _office(sheet, Box(x, y + index // columns * (tall + gap), wide, tall), office)
        y += rows * (tall + gap)
        for finding, high in zip(findings, heights, strict=True):
            y = sentence(sheet, Box(place.x, y, place.w, high), finding) + gap
        label = sheet.say("debrief.all_offices")
        least_wide = min(place.w, sheet.measure(label, "subheading")[0] + 190)
        button(sheet, Box(place.x, y, least_wide, 80), "offices", label, Open("help"), kind="plain", key="H")

    held(sheet, box, least, put)


def _office_height(sheet: Sheet, office: Office, wide: float) -> float:
    room = wide - 72
    name = sheet.measure(office.name, "note", room)[1]
    town = sheet.measure(office.town, style("price"), room)[1]
    return name + town + sheet.measure(office.telephone, style("shock"), 9999)[1] + 76


def _office(sheet: Sheet, box: Box, office: Office) -> None:
    room = box.w - 72
    with sheet.inside(parts.paper(sheet, box, band="teal")):
        used = sheet.text(box.x + 36, box.y + 28, room, office.town, style("price"))
        used = sheet.text(box.x + 36, used.bottom, room, office.name, "note", colour="ink2")
        parts.icon(sheet, "icon_phone", box.x + 36, used.bottom + 20, 56)
        sheet.text(box.x + 112, used.bottom + 10, room - 76, office.telephone, style("shock"), lines=1, shrink=34)

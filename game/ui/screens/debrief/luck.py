"""The same decisions under other destinies, a dot for each; the six dials; doors and signs by month."""

from __future__ import annotations

from collections.abc import Sequence

from game.explain import charts_bars, charts_loop
from game.explain.debrief import Dial, Finding
from game.model.message import message
from game.ui import figure, parts
from game.ui.screens.between import capital
from game.ui.screens.debrief.frame import (
    charted,
    held,
    notes,
    notes_height,
    sentence,
    sentence_height,
    sentences,
    without,
)
from game.ui.screens.debrief.seen import Shown
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


def luck(sheet: Sheet, box: Box, shown: Shown) -> None:
    """Five stages, one dot a destiny, a ring around the story itself."""
    played = shown.debrief.twins[0]
    heading = message("debrief.luck_heading", month_year=len(played.owed) - 1)

    def draw(place: Box) -> None:
        room = figure.room(sheet, place)
        made = charts_bars.luck(room, shown.debrief.luck, played.stage, played.owed[-1])
        figure.figure(sheet, made, place.x, place.y)

    charted(sheet, box, without(shown.page.findings, "explain.luck.kept"), draw, heading=heading, least=500)


# --- doors and signs -----------------------------------------------------------------------------------------------


_NAMES = 0.36  # of the width, for the words of the signs


def doors(sheet: Sheet, box: Box, shown: Shown) -> None:
    """What was found about the doors side by side, and under it the signs by month."""
    findings, others = _cards(shown.page.findings)
    marks = shown.debrief.marks.months
    seen = {sign for month in marks for sign in month.signs}
    columns = max(1, min(len(findings), 1 if sheet.narrow and sheet.text_size > 100 else 3))
    gap = 24.0
    wide = (box.w - gap * (columns - 1)) / columns
    heights = [sentence_height(sheet, finding, wide, "note") for finding in findings]
    rows = [heights[start : start + columns] for start in range(0, len(heights), columns)]
    upper = sum(max(row) for row in rows) + gap * len(rows)
    room = (box.w - 80) * _NAMES - 24
    tallest = max((sheet.measure(sheet.say(f"debrief.sign_{sign}"), "note", room)[1] for sign in seen), default=0)
    inner = box.w - 80
    lower = notes_height(sheet, others, inner) + (tallest + 4) * len(seen) + sheet.measure("0", "note")[1] * 2 + 96

    def put(place: Box) -> None:
        y = place.y
        for start, row in zip(range(0, len(heights), columns), rows, strict=True):
            for index, finding in enumerate(findings[start : start + columns]):
                sentence(sheet, Box(place.x + index * (wide + gap), y, wide, max(row)), finding, "note")
            y += max(row) + gap
        _signs(sheet, Box(place.x, y, place.w, place.bottom - y), shown, bool(seen), others)

    held(sheet, box, upper + lower, put)


def _cards(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Three that stand on their own paper: doors first, then what closed them; and all others."""
    order = sorted(findings, key=lambda one: (one.month is None, one.picture != "icon_exit", one.tone == "amber"))
    chosen = [one for one in findings if one in order[:3]]
    return tuple(chosen), tuple(one for one in findings if one not in chosen)


def _signs(sheet: Sheet, box: Box, shown: Shown, any_seen: bool, others: Sequence[Finding]) -> None:
    with sheet.inside(parts.paper(sheet, box)):
        title = sheet.say("debrief.signs_heading" if any_seen else "debrief.signs_none")
        used = sheet.text(box.x + 40, box.y + 20, box.w - 80, title, "strong")
        if any_seen:
            told = notes_height(sheet, others, box.w - 80)
            inner = Box(box.x + 40, used.bottom + 8, box.w - 80, box.bottom - used.bottom - 24 - told)
            made = charts_loop.signs(figure.room(sheet, inner), shown.debrief.marks.months, inner.w * _NAMES)
            figure.figure(sheet, made, inner.x, inner.y)
            notes(sheet, others, inner.x, inner.bottom + 4, inner.w)
        else:
            notes(sheet, others, box.x + 40, used.bottom + 16, box.w - 80)


# --- the dials -----------------------------------------------------------------------------------------------------

_ICONS = {
    "solvency": "icon_scale", "buffer": "icon_saving", "credit": "coin_interest", "essentials": "icon_food",
    "morale": "lamp", "rights": "icon_claims",
}  # fmt: skip
_PILLS = {
    "green": "teal_light", "yellow": "kraft_light", "orange": "amber_light", "red": "brick_light", "grey": "kraft_light"
}  # fmt: skip


def dials(sheet: Sheet, box: Box, shown: Shown) -> None:
    """Six side by side, a word on each, the adviser's mark; no sum, no order of merit."""
    found = shown.debrief.dials
    if not found:
        sentences(sheet, box, shown.page.findings)
        return
    columns = 3 if sheet.text_size == 100 or (not sheet.narrow and sheet.text_size == 125) else 2
    gap = 24.0 if sheet.narrow else 20.0
    wide = (box.w - gap * (columns - 1)) / columns
    rows = -(-len(found) // columns)
    mark = sheet.say("debrief.adviser_mark")
    legend = sheet.measure(mark, "note", box.w - 60)[1] + 12
    findings = without(shown.page.findings, "explain.dials.mark")
    told = notes_height(sheet, findings, box.w)
    tallest = max(_dial_words(sheet, one, wide) for one in found) + 150 + 1.4 * (sheet.text_size - 100)
    least = rows * tallest + gap * (rows - 1) + legend + told

    def put(place: Box) -> None:
        tall = (place.h - legend - told - gap * (rows - 1)) / rows
        for index, one in enumerate(found):
            x, y = place.x + index % columns * (wide + gap), place.y + legend + index // columns * (tall + gap)
            _dial(sheet, Box(x, y, wide, tall), one)
        _legend(sheet, place, mark, legend)
        notes(sheet, findings, place.x, place.bottom - told + 12, place.w)

    held(sheet, box, least, put)


def _legend(sheet: Sheet, place: Box, mark: str, high: float) -> None:
    wide = sheet.measure(mark, "note", place.w - 60)[0]
    x, y = place.right - wide - 46, place.y + (high - 12) / 2
    box = Box(x, y - 15, 34, 30)
    sheet.shape(box, lambda c: c.polygon(box, ((0, 0), (34, 0), (17, 30)), "ink"), loose=True)
    sheet.text(x + 44, place.y, wide + 2, mark, "note")


def _dial_words(sheet: Sheet, one: Dial, wide: float) -> float:
    head = _head_height(sheet, one, wide)
    return head + sheet.measure(sheet.say(one.word), style("body", weight=600), wide - 40)[1] + 16


def _head_height(sheet: Sheet, one: Dial, wide: float) -> float:
    name, word = capital(sheet.say(one.name)), sheet.say(f"debrief.colour_{one.colour}")
    pill = sheet.measure(word, "note_strong")[0] + 48
    room = wide - 92 - 24
    line = sheet.measure(name, "subheading", room)[1]
    beside = sheet.measure(name, "subheading")[0] <= room - pill - 16
    return 20 + line + (0 if beside else sheet.measure(word, "note_strong")[1] + 20)


def _dial(sheet: Sheet, box: Box, one: Dial) -> None:
    name, word = capital(sheet.say(one.name)), sheet.say(f"debrief.colour_{one.colour}")
    with sheet.inside(parts.paper(sheet, box)):
        parts.icon(sheet, _ICONS[one.id], box.x + 28, box.y + 20, 48)
        pill = sheet.measure(word, "note_strong")[0] + 48
        room = box.w - 92 - 24
        beside = sheet.measure(name, "subheading")[0] <= room - pill - 16
        used = sheet.text(box.x + 92, box.y + 18, room - (pill + 12 if beside else 0), name, "subheading")
        place = (box.right - pill - 24, box.y + 20) if beside else (box.x + 92, used.bottom)
        parts.pill(sheet, place[0], place[1], word, fill=_PILLS[one.colour], colour="ink")
        said = sheet.say(one.word)
        low = sheet.measure(said, style("body", weight=600), box.w - 40)[1]
        top = box.y + _head_height(sheet, one, box.w) + 20
        inner = Box(box.x + 20, top, box.w - 40, box.bottom - low - 18 - top)
        figure.figure(sheet, charts_bars.dial(figure.room(sheet, inner), one), inner.x, inner.y)
        sheet.text(box.x + 20, box.bottom - low - 14, box.w - 40, said, style("body", weight=600), align="center")

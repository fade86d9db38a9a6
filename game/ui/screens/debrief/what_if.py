"""What would have helped: up to three cards with a switch each, and what is owed as they stand; buffers beside."""

from __future__ import annotations

from game.explain import charts
from game.explain.debrief import Lever
from game.model.message import Message, message
from game.ui import figure, parts
from game.ui.canvas import Canvas
from game.ui.choices import toggle
from game.ui.screens.between import capital
from game.ui.screens.debrief.frame import charted, held, lever_name, notes, notes_height, sentences
from game.ui.screens.debrief.seen import Changed, Shown
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_PICTURES = {
    "rights": "icon_claims", "bank": "icon_bank", "advice": "phone", "leftover": "icon_saving",
    "letters": "icon_mail", "wishes": "card",
}  # fmt: skip
_KEYS = "ABC"
_GAP = 18.0


def wanted(shown: Shown) -> Changed | None:
    """What has to be played once more for the switches as they stand; None when they are all off."""
    levers = shown.debrief.levers
    if levers is None:
        return None
    on = [lever for index, lever in enumerate(levers.shown) if index in shown.seen.cards]
    off = _luck(shown) if shown.seen.off else ()  # stands alone: causes go from the first day on
    if not on and not off:
        return None
    names = tuple(sorted({name for lever in on for name in lever.levers}))
    return Changed(names, min((lever.month for lever in on), default=0), off)


def _luck(shown: Shown) -> tuple[str, ...]:
    """The causes that nobody chose."""
    causes = shown.debrief.causes
    return tuple(share.id for share in causes.shares if share.group == "luck") if causes else ()


def levers(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The cards at the left, at the right the line as played and as it would have been."""
    found = shown.debrief.levers
    if found is None or not found.shown:
        sentences(sheet, box, shown.page.findings, "body_large")
        return
    beside = not (sheet.narrow or sheet.text_size > 125)
    wide = sheet.span(5) if beside else box.w
    heights = [_height(sheet, lever, wide) for lever in found.shown]
    least = sum(heights) + _GAP * (len(heights) - 1)
    if beside and least <= box.h:
        spare = min(56.0, (box.h - least) / len(heights))
        _cards(sheet, box._replace(w=wide), shown, [high + spare for high in heights])
        left = sheet.col(5)
        _chart(sheet, Box(left, box.y, box.right - left, box.h), shown)
        return
    chart = 560.0 * sheet.text_size / 105

    def put(place: Box) -> None:
        if beside:
            _cards(sheet, place._replace(w=wide), shown, heights)
            left = sheet.col(5)
            _chart(sheet, Box(left, place.y, place.right - left, min(place.h, box.h)), shown)
            return
        _chart(sheet, place._replace(h=chart), shown)
        _cards(sheet, Box(place.x, place.y + chart + 24, place.w, least), shown, heights)

    held(sheet, box, least if beside else least + chart + 24, put)


def _height(sheet: Sheet, lever: Lever, wide: float) -> float:
    room = wide - 168 - 28
    words = (
        (lever_name(sheet, lever), _name_style(lever)),
        (sheet.say(message("debrief.lever_month", month_year=lever.month)), style("note", weight=600)),
        (capital(sheet.say(lever.effort)), style("note")),
    )
    return sum(sheet.measure(text, given, room)[1] for text, given in words) + 94


def _name_style(lever: Lever) -> Style:
    """Several things done together are several lines."""
    return style("subheading") if len(lever.names) == 1 else style("strong", line=1.22)


def _cards(sheet: Sheet, box: Box, shown: Shown, heights: list[float]) -> None:
    assert shown.debrief.levers is not None
    y = box.y
    for index, (lever, high) in enumerate(zip(shown.debrief.levers.shown, heights, strict=True)):
        _card(sheet, Box(box.x, y, box.w, high), shown, lever, index)
        y += high + _GAP


def _card(sheet: Sheet, box: Box, shown: Shown, lever: Lever, index: int) -> None:
    on = index in shown.seen.cards
    fill = "teal_light" if on else "paper"
    soft = "ink" if on else "ink2"

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, fill, 20)

    name = lever_name(sheet, lever)
    move = shown.move(cards=shown.seen.cards ^ {index}, off=False)
    word = sheet.say("debrief.on" if on else "debrief.off")
    node = sheet.control(
        "option", f"lever.{index}", f"{name}: {word}", box, move, paint, key=_KEYS[index], fill=fill, radius=20
    )
    room = box.w - 168 - 28
    with sheet.inside(node):
        parts.badge(sheet, box.x + 24, box.y + 24, _KEYS[index], 64)
        edge = min(84.0, box.h - 130)
        if edge > 40:
            parts.icon(sheet, _PICTURES.get(lever.levers[0], "icon_check"), box.x + 32, box.bottom - edge - 20, edge)
        used = sheet.text(box.x + 168, box.y + 16, room, name, _name_style(lever))
        month = sheet.say(message("debrief.lever_month", month_year=lever.month))
        used = sheet.text(box.x + 168, used.bottom, room, month, style("note", weight=600), colour=soft)
        sheet.text(box.x + 168, used.bottom, room, capital(sheet.say(lever.effort)), "note", colour=soft)
        y = box.bottom - 74
        amount = sheet.voice.signed(-lever.gain)
        tone = "ink" if sheet.palette.night else "teal_text"
        place = toggle(sheet, box.right - 180, y, f"switch.{index}", name, word, on, move, w=150, focusable=False)
        sheet.text(box.x + 168, y, place.x - box.x - 180, amount, style("price", size=46), colour=tone, height=64,
                   middle=True, lines=1, shrink=30)  # fmt: skip


def _away(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The switch for what nobody chose."""
    word = sheet.say("debrief.on" if shown.seen.off else "debrief.off")
    name = sheet.say("debrief.no_shocks")
    move = shown.move(off=not shown.seen.off, cards=frozenset())
    fill = "teal_light" if shown.seen.off else "kraft_light"

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, fill, 20)

    node = sheet.control("option", "away", f"{name}: {word}", box, move, paint, key="D", fill=fill, radius=20)
    with sheet.inside(node):
        parts.badge(sheet, box.x + 12, box.y + (box.h - 56) / 2, "D", 56)
        on = shown.seen.off
        place = toggle(sheet, box.right - 180, box.y + (box.h - 64) / 2, "switch.away", name, word, on, move, w=150,
                       focusable=False)  # fmt: skip
        sheet.text(box.x + 120, box.y, place.x - box.x - 136, name, "strong", height=box.h, middle=True, lines=2,
                   shrink=28)  # fmt: skip


def _chart(sheet: Sheet, box: Box, shown: Shown) -> None:
    played = shown.debrief.twins[0].owed
    want = wanted(shown)
    first = want.month if want else -1
    with sheet.inside(parts.paper(sheet, box)):
        heading = sheet.say(message("debrief.owed_in", month_year=len(played) - 1))
        used = sheet.text(box.x + 40, box.y + 24, box.w - 80, heading, "label")
        switch = 84.0 * max(1, sheet.text_size / 115) if _luck(shown) else 0.0
        findings = shown.page.findings[-2:]
        low = notes_height(sheet, findings, box.w - 80) + 24 + switch
        if box.bottom - used.bottom - low < 330:
            findings, low = (), 24.0 + switch
        inner = Box(box.x + 40, used.bottom + 16, box.w - 80, box.bottom - used.bottom - 16 - low)
        ends = figure.ends(sheet, [sheet.say("debrief.as_played"), sheet.say("debrief.changed")], inner, 290)
        made, _ = charts.levers(figure.room(sheet, inner), played, shown.answer if want else (), first, ends)
        figure.figure(sheet, made, inner.x, inner.y)
        y = notes(sheet, findings, inner.x, inner.bottom + 8, inner.w)
        if switch:
            _away(sheet, Box(inner.x, y + 4, inner.w, switch - 8), shown)


_BUFFERS = {0: ("brick", "debrief.buffer_0"), 1: ("amber", "debrief.buffer_1"), 3: ("teal", "debrief.buffer_3")}


def buffers(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The same luck and answers with nothing, one month and three months put by at the start."""
    found = [one for one in shown.debrief.buffers if one.buffer in _BUFFERS and one.owed]
    if not found:
        sentences(sheet, box, shown.page.findings, "body_large")
        return

    def draw(place: Box) -> None:
        lines = [(one.owed, Message(_BUFFERS[one.buffer][1]), _BUFFERS[one.buffer][0]) for one in found]
        made, _ = charts.buffers(
            figure.room(sheet, place), lines, figure.ends(sheet, [sheet.say(name) for _, name, _ in lines], place, 330)
        )
        figure.figure(sheet, made, place.x, place.y)

    charted(sheet, box, shown.page.findings, draw, heading=message("debrief.buffers_heading"), least=450)

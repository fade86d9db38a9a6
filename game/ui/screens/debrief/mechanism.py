"""How it works: ten coins, interest on interest, one need paid in four ways, the loop and where it could be cut."""

from __future__ import annotations

from dataclasses import dataclass

from game.explain import charts, charts_bars, charts_loop
from game.explain.debrief import Finding, Lever, Loop
from game.model.message import Message, message
from game.ui import figure, parts
from game.ui.canvas import Canvas
from game.ui.screens.between import capital
from game.ui.screens.debrief.frame import (
    charted,
    held,
    lever_name,
    notes,
    notes_height,
    sentence_height,
    sentences,
    without,
)
from game.ui.screens.debrief.seen import Shown
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


def coins(sheet: Sheet, box: Box, shown: Shown) -> None:
    """Ten coins on the table, what the two parts came to, and what was found beside it."""
    traced = shown.debrief.traced
    if traced is None or not traced.coins:
        sentences(sheet, box, shown.page.findings)
        return
    line = sheet.measure("0", "note")[1]
    edge = min(152.0, box.w / 10 * 0.84)
    findings = without(shown.page.findings, "explain.coins.principal")
    told = sum(sentence_height(sheet, one, box.w) + 20 for one in findings)
    spare = max(0.0, box.h - edge - 34 - line * 1.4 - 48 - told)
    y = box.y + spare * 0.36
    figure.figure(sheet, charts_bars.coins(charts.Room(box.w, edge + 30, line), traced.coins), box.x, y)
    back = sum(count for name, count in traced.coins if name == "principal")
    step = (box.w - edge) / 9
    y = low = y + edge + 36
    given = style("body", size=34, weight=600)
    parted = box.x + back * step - (step - edge) / 2  # where the coins change
    parted = min(max(parted, box.x + 420 * (back > 0)), box.right - 420 * (back < 10))  # words need their room, too
    for left, right, text in (
        (box.x, parted - 16, message("debrief.coins_back", amount=traced.principal)),
        (parted + 16, box.right, message("debrief.coins_charges", amount=traced.interest + traced.fees)),
    ):
        if right - left > 100:
            said = sheet.say(text)
            low = max(low, sheet.text(left, y, right - left, said, given, align="center", lines=2, shrink=28).bottom)
    low += 40 + spare * 0.16
    sentences(sheet, Box(box.x, low, box.w, box.bottom - low), findings)


def strip(sheet: Sheet, box: Box, shown: Shown) -> None:
    """One bar a month: interest that was charged on interest and fees."""
    traced = shown.debrief.traced
    months = traced.on_interest if traced else ()
    heading = message("debrief.strip_heading", exact=sum(months))

    def draw(place: Box) -> None:
        figure.figure(sheet, charts_bars.strip(figure.room(sheet, place), months), place.x, place.y)

    charted(sheet, box, shown.page.findings, draw, heading=heading, least=340)


def need(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The same washing machine, bought in four ways."""
    ways = shown.debrief.need
    price = min((way.total for way in ways), default=0)
    heading = message("debrief.need_heading", amount=price)

    def draw(place: Box) -> None:
        figure.figure(sheet, charts_bars.need(figure.room(sheet, place), ways, price), place.x, place.y)

    findings = without(shown.page.findings, *(f"explain.need.{way.id}" for way in ways if way.id != "card"))
    findings = tuple(one for one in findings if one.message.id != "explain.need.card")
    charted(sheet, box, findings, draw, heading=heading, least=430 + 2 * (sheet.text_size - 100))


# --- the loop ------------------------------------------------------------------------------------------------------

_CUTS = {
    "gap": (("rights",), ("wishes", "leftover"), ("advice", "bank", "letters")),
    "letters": (("letters",), ("advice", "bank"), ("rights", "leftover")),
    "stress": (("advice",), ("letters",), ("bank", "leftover", "rights")),
}


_CUT_NAME = style("strong", size=34)


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the loop could have been cut, and by what."""

    station: Message
    lever: Lever


def cuts(shown: Shown, loop: Loop) -> list[Cut | None]:
    """The best single lever at each station of the loop; None where there was none."""
    singles = shown.debrief.levers.singles if shown.debrief.levers else ()
    found: list[Cut | None] = []
    for (_, name, _), wanted in zip(charts_loop.STATIONS[loop.id], _CUTS[loop.id], strict=True):
        able = [one for one in singles if one.levers[0] in wanted and one.gain > 0]
        best = max(able, key=lambda one: one.gain, default=None)
        found.append(Cut(Message(name), best) if best else None)
    return found


def loop(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The circle at the left, at the right where scissors fit; without a loop what was found instead."""
    found = shown.debrief.loop
    if found is None or not found.months or found.id not in charts_loop.STATIONS:
        _pale(sheet, box, shown)
        return
    places = cuts(shown, found)
    able = [index for index, cut in enumerate(places) if cut]
    beside = not (sheet.narrow or sheet.text_size > 100)
    cut = shown.seen.cut if shown.seen.cut in able else -1
    for index in able:
        if sheet.focused(f"cut.{index}"):
            cut = index
    left = box._replace(w=1120.0 * box.w / 1792) if beside else box
    wide = box.right - left.right - 40 if beside else box.w
    heights = [_cut_height(sheet, places[index], wide) for index in able]
    full = not beside or sum(heights) + 14 * max(0, len(able) - 1) <= box.h
    if not full:  # what it costs stands on the page of the levers
        heights = [_cut_height(sheet, places[index], wide, full) for index in able]
    if beside and sum(heights) + 14 * max(0, len(able) - 1) <= box.h:
        _diagram(sheet, left, shown, found, cut)
        y, spare = box.y, (box.h - sum(heights) - 14 * max(0, len(able) - 1)) / max(1, len(able))
        for index, high in zip(able, heights, strict=True):
            tall = max(high, min(high + spare, 240.0))
            _card(sheet, Box(left.right + 40, y, wide, tall), shown, places[index], index, full)
            y += tall + 14
        if not able:
            sentences(sheet, Box(left.right + 40, box.y, wide, box.h), shown.page.findings)
        return
    told = notes_height(sheet, _told(shown), box.w - 80)
    diagram = max(580.0 * sheet.text_size / 100, min(box.h, 620)) + told
    heights = [_cut_height(sheet, places[index], box.w) for index in able]

    def put(place: Box) -> None:
        _diagram(sheet, place._replace(h=diagram), shown, found, cut)
        y = place.y + diagram + 20
        for index, high in zip(able, heights, strict=True):
            _card(sheet, Box(place.x, y, place.w, high), shown, places[index], index)
            y += high + 20

    held(sheet, box, diagram + sum(heights) + 20 * len(able), put)


def _pale(sheet: Sheet, box: Box, shown: Shown) -> None:
    """How such a loop would run, where none did."""

    def draw(place: Box) -> None:
        wide = min(place.w, 1100.0)
        inner = Box(place.centre[0] - wide / 2, place.y, wide, place.h - 8)
        made = charts_loop.circle(figure.room(sheet, inner), Loop("gap", 0, 0, 0))
        figure.figure(sheet, made, inner.x, inner.y)

    charted(sheet, box, shown.page.findings, draw, heading=message("debrief.loop_would"), least=460)


def _told(shown: Shown) -> tuple[Finding, ...]:
    return without(shown.page.findings, "explain.loop.first", "explain.loop.drawn", "explain.loop.more_due")


def _diagram(sheet: Sheet, box: Box, shown: Shown, found: Loop, cut: int) -> None:
    with sheet.inside(parts.paper(sheet, box)):
        told = _told(shown)
        low = notes_height(sheet, told, box.w - 80)
        inner = Box(box.x + 44, box.y + 40, box.w - 88, box.h - 80 - low)
        made = charts_loop.circle(figure.room(sheet, inner), found, cut)
        figure.figure(sheet, made, inner.x, inner.y)
        notes(sheet, told, box.x + 40, inner.bottom + 20, box.w - 80)


def _cut_height(sheet: Sheet, cut: Cut | None, wide: float, full: bool = True) -> float:
    if cut is None:
        return 0.0
    room = wide - 108 - 28
    words = (
        (sheet.say(cut.station), style("note", weight=600)),
        (lever_name(sheet, cut.lever), _CUT_NAME),
        (capital(sheet.say(cut.lever.effort)) if full else "", style("note")),
    )
    amount = sheet.measure("0", style("price", size=46))[1]
    return sum(sheet.measure(text, given, room)[1] for text, given in words if text) + amount + 26


def _card(sheet: Sheet, box: Box, shown: Shown, cut: Cut | None, index: int, full: bool = True) -> None:
    assert cut is not None
    id = f"cut.{index}"
    chosen = shown.seen.cut == index or sheet.focused(id)
    fill = "teal_light" if chosen else "paper"

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, fill, 20)

    room = box.w - 108 - 28
    name = lever_name(sheet, cut.lever)
    node = sheet.control("option", id, name, box, shown.move(cut=index), paint, key="ABC"[index], fill=fill, radius=20)
    with sheet.inside(node):
        parts.badge(sheet, box.x + 24, box.y + 24, "ABC"[index], 60)
        sheet.picture("scissors", Box(box.right - 136, box.bottom - 78, 110, 66))
        left = box.x + 108
        used = sheet.text(
            left,
            box.y + 12 + max(0.0, box.h - _cut_height(sheet, cut, box.w, full)) / 2,
            room,
            sheet.say(cut.station),
            style("note", weight=600),
            colour=_soft(sheet, fill),
        )
        used = sheet.text(left, used.bottom, room, name, _CUT_NAME)
        if full:
            used = sheet.text(left, used.bottom, room, capital(sheet.say(cut.lever.effort)), "note")
        amount = sheet.voice.signed(-cut.lever.gain)
        given = style("price", size=46)
        wide, high = sheet.measure(amount, given)
        sheet.text(left, used.bottom, wide + 4, amount, given, colour="ink" if sheet.palette.night else "teal_text")
        word = sheet.say("debrief.at_the_end")
        room -= wide + 24 + 120
        if sheet.measure(word, "note")[0] <= room:
            sheet.text(left + wide + 24, used.bottom, room, word, "note", height=high, middle=True)


def _soft(sheet: Sheet, fill: str) -> str:
    return "ink" if sheet.palette.night and fill != "paper" else "ink2"

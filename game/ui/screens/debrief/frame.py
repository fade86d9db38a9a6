"""What every page of the debrief has: its headline, the nine stations, the way on and back, a question first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.explain.debrief import Debrief, Finding, Lever
from game.model.message import Message, message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.controls import button
from game.ui.screen import Move
from game.ui.screens.between import capital
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

STATIONS = ("feelings", "facts", "mechanism", "causes", "what_if", "luck", "doors", "own_life", "help")
_TITLE = style("headline", line=66 / 56)
_QUESTION = Style(72, 700, line=1.2)
_FOOT = 84.0


def stations(sheet: Sheet, station: str, place: tuple[int, int], moves: Sequence[Move | None]) -> Box:
    """Nine numbered dots at the upper right, the current one dark; below them its name and the page's number."""
    at = STATIONS.index(station)
    wide = 60.0 * len(STATIONS)
    box = Box(sheet.width - sheet.margin - wide, 24, wide, 64)
    node = sheet.control(
        "choice",
        "stations",
        sheet.say(f"debrief.station_{station}"),
        box,
        None,
        turn=(moves[at - 1] if at else None, moves[at + 1] if at + 1 < len(moves) else None),
        radius=32,
    )
    with sheet.inside(node):
        for index, name in enumerate(STATIONS):
            _station(sheet, Box(box.x + index * 60, box.y, 60, 64), index, at, name, moves[index])
    y = box.bottom + 2
    page = sheet.say(message("debrief.place", count=place[0], count_all=place[1]))
    beside = sheet.measure(page, "note")[0]
    used = sheet.text(box.right - beside - 2, y, beside + 2, page, "note", align="right", colour="ink2")
    name, room = sheet.say(f"debrief.station_{station}"), wide - beside - 26
    if sheet.measure(name, "note_strong")[0] <= room:
        sheet.text(box.x, y, room, name, "note_strong", align="right")
    else:
        used = sheet.text(box.x, used.bottom, wide, name, "note_strong", align="right")
    return Box(box.x, box.y, wide, used.bottom - box.y)


def _station(sheet: Sheet, cell: Box, index: int, at: int, name: str, move: Move | None) -> None:
    x, y = cell.centre
    radius = max(24.0, sheet.styled("note_strong").size * 0.62)
    radius = min(radius, 29.0)
    fill, ink = ("key_fill", "key_text") if index == at else ("paper", "ink")

    def paint(canvas: Canvas) -> None:
        if index < at:
            canvas.circle(x, y, radius, "teal_fill")
            canvas.circle(x, y, radius - 3, fill)
        else:
            canvas.circle(x, y, radius, "key_fill" if index == at else "line")
            canvas.circle(x, y, radius - 3, fill)

    said = sheet.say(f"debrief.station_{name}")
    node = sheet.control(
        "segment", f"station.{index + 1}", said, cell, move, paint, key=str(index + 1), focusable=False, radius=30
    )
    with sheet.inside(node):
        inner = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        sheet.shape(inner, None, fill=fill)
        sheet.text(
            cell.x, cell.y, cell.w, str(index + 1), Style(28, 700, line=1.0), align="center", colour=ink,
            height=cell.h, middle=True,
        )  # fmt: skip


def head(sheet: Sheet, text: str, strip: Box) -> float:
    """The headline left of the stations, at most two lines where they fit; returns where the page may begin."""
    room = strip.x - sheet.margin - 36
    given = sheet.fit(text, _TITLE, room, 2, 40)
    if len(sheet.set(text, given, room).lines) > 2 and sheet.text_size > 100:
        given = sheet.fit(text, _TITLE, room, 3, 32)
    used = sheet.text(sheet.margin, 34, _balanced(sheet, text, given, room), text, given)
    return max(used.bottom, strip.bottom, 166.0) + 24


def _balanced(sheet: Sheet, text: str, given: Style, room: float) -> float:
    """The least width at which the text takes no more lines: no word is left alone in the last one."""
    lines = len(sheet.set(text, given, room).lines)
    if lines < 2:
        return room
    low, high = room / lines, room
    while high - low > 8:
        middle = (low + high) / 2
        laid = sheet.set(text, given, middle)
        if len(laid.lines) > lines or laid.width > middle * sheet.unit + 1:
            low = middle
        else:
            high = middle
    return high


def foot(
    sheet: Sheet,
    back: tuple[str, Move],
    onward: tuple[str, Move],
    keys: tuple[Move | None, Move | None],
    note: str = "",
    lift: tuple[Move | None, Move | None] = (None, None),
) -> tuple[float, Box]:
    """Back and on along the lower edge; returns where they begin and the place between them.

    `keys` are the moves of the left and right arrow while the focus is on the way on, `lift` those of up
    and down. `note` stands between the two when it fits there in two lines.
    """
    y = sheet.height - 44 - _FOOT
    left, right = sheet.margin, sheet.width - sheet.margin
    least = 240.0 if sheet.narrow else 300.0
    most = (right - left) * 0.42
    label, given = f"← {back[0]}", style("label", size=34)
    wide = min(most, max(least, sheet.measure(label, given)[0] + 64))
    button(sheet, Box(left, y, wide, _FOOT), "back", label, back[1], kind="plain", given=given)
    left += wide + 36
    wide = min(most, max(320.0, sheet.measure(f"{onward[0]} →", "subheading")[0] + 84))
    place = Box(right - wide, y, wide, _FOOT)
    node = button(sheet, place, "onward", onward[0], onward[1], arrow=True, first=True)
    node.turn, node.lift = keys, lift
    right -= wide + 36
    between = Box(left, y, right - left, _FOOT)
    if note and fits(sheet, note, between):
        sheet.text(between.x, y, between.w, note, style("note", size=30), height=_FOOT, middle=True, lines=2, shrink=28)
    return y, between


def fits(sheet: Sheet, note: str, between: Box) -> bool:
    """Whether a sentence stands in two lines between the buttons."""
    return between.w > 300 and sheet.measure(note, style("note", size=28), between.w)[1] <= _FOOT + 2


def question(sheet: Sheet, box: Box, ask: str, picture: str) -> None:
    """The question to the room, large and alone; the picture comes after it."""
    with sheet.inside(parts.paper(sheet, box, radius=24)):
        high = min(220.0, box.h * 0.34)
        given = sheet.fit(ask, _QUESTION, box.w - 160, 3, 44)
        tall = sheet.measure(ask, given, box.w - 160)[1]
        hint = sheet.say("debrief.guess_first")
        below = sheet.measure(hint, "body", box.w - 160)[1]
        y = box.y + max(16, (box.h - high - tall - below - 64) / 2)
        edge = Box(box.centre[0] - high * 0.9, y, high * 1.8, high)
        if sheet.palette.night:
            sheet.block(Box(edge.centre[0] - high * 0.7, y - 8, high * 1.4, high + 16), "picture_plate", 24)
        sheet.picture(picture, edge)
        used = sheet.text(box.x + 80, y + high + 32, box.w - 160, ask, given, align="center")
        sheet.text(box.x + 80, used.bottom + 24, box.w - 160, hint, "body", align="center", colour="ink2")


def waiting(sheet: Sheet, box: Box, debrief: Debrief) -> None:
    """The page is still being worked out: a quiet bar that says how far it is."""
    with sheet.inside(parts.paper(sheet, box, radius=24)):
        wide = min(900.0, box.w - 160)
        said = sheet.say("debrief.working")
        high = sheet.measure(said, "body_large", wide)[1]
        x, y = box.centre[0] - wide / 2, box.centre[1] - high - 20
        used = sheet.text(x, y, wide, said, "body_large", align="center")
        parts.bar(sheet, Box(x, used.bottom + 24, wide, 18), debrief.progress / 1000)


def notes_height(sheet: Sheet, findings: Sequence[Finding], width: float) -> float:
    """Units that `notes` takes."""
    columns, wide = _columns(sheet, findings, width)
    heights = [_note_height(sheet, finding, wide) for finding in findings]
    return sum(max(heights[start : start + columns]) for start in range(0, len(heights), columns)) + 12 * bool(findings)


def notes(sheet: Sheet, findings: Sequence[Finding], x: float, y: float, width: float) -> float:
    """Findings as lines with a small picture, in two columns where there is room; returns where they end."""
    columns, wide = _columns(sheet, findings, width)
    for start in range(0, len(findings), columns):
        row = findings[start : start + columns]
        high = max(_note_height(sheet, finding, wide) for finding in row)
        for index, finding in enumerate(row):
            left = x + index * (wide + 32)
            parts.icon(sheet, finding.picture or "icon_lightbulb", left + 4, y + (high - 40) / 2, 40)
            said = capital(sheet.say(finding.message))
            sheet.text(left + 60, y, wide - 60, said, "note", height=high, middle=True)
        y += high
    return y


def _columns(sheet: Sheet, findings: Sequence[Finding], width: float) -> tuple[int, float]:
    two = len(findings) > 1 and width / sheet.text_size * 100 > 1100
    return (2, (width - 32) / 2) if two else (1, width)


def _note_height(sheet: Sheet, finding: Finding, width: float) -> float:
    return max(50.0, sheet.measure(capital(sheet.say(finding.message)), "note", width - 60)[1] + 10)


def without(findings: Sequence[Finding], *ids: str) -> tuple[Finding, ...]:
    """The findings but those that the figure itself says."""
    return tuple(finding for finding in findings if not finding.message.id.startswith(ids))


def held(sheet: Sheet, box: Box, least: float, put: Callable[[Box], None]) -> None:
    """Lay what needs at least `least` units of height: as it is, or in a scroll window where the box is lower."""
    if box.h >= least - 1:
        put(box)
        return
    with sheet.scroll(Box(12, box.y - 12, sheet.width - 24, box.h + 24)) as top:
        put(Box(box.x, top + 12, box.w, least))


def charted(
    sheet: Sheet,
    box: Box,
    findings: Sequence[Finding],
    draw: Callable[[Box], None],
    *,
    heading: Message | None = None,
    least: float = 400,
) -> None:
    """A paper with a heading, a figure as large as it goes, and what else was found below it."""
    inner = box.w - 80
    title = sheet.say(heading) if heading else ""
    upper = sheet.measure(title, "subheading", inner)[1] + 40 if title else 28.0
    low = notes_height(sheet, findings, inner) + 24
    least *= 1 + (sheet.text_size - 100) / 160

    def put(place: Box) -> None:
        with sheet.inside(parts.paper(sheet, place)):
            if title:
                sheet.text(place.x + 40, place.y + 24, inner, title, "subheading")
            chart = Box(place.x + 40, place.y + upper, inner, place.h - upper - low)
            draw(chart)
            notes(sheet, findings, chart.x, chart.bottom + 12, inner)

    held(sheet, box, least + upper + low, put)


def sentence_height(sheet: Sheet, finding: Finding, width: float, given: Style | str = "body") -> float:
    """Units that `sentence` takes."""
    return max(88.0, sheet.measure(capital(sheet.say(finding.message)), given, width - 136)[1] + 28)


def sentence(sheet: Sheet, room: Box, finding: Finding, given: Style | str = "body") -> float:
    """A finding on tinted paper with its picture; returns where it ends."""
    high = max(room.h, sentence_height(sheet, finding, room.w, given))
    box = room._replace(h=high)
    fill = "kraft_light" if finding.tone == "ink" else f"{finding.tone}_light"
    with sheet.inside(parts.paper(sheet, box, fill=fill)):
        parts.icon(sheet, finding.picture or "icon_lightbulb", box.x + 28, box.y + (high - 60) / 2, 60)
        text = capital(sheet.say(finding.message))
        sheet.text(box.x + 112, box.y, box.w - 136, text, given, height=high, middle=True)
    return box.bottom


def sentences(
    sheet: Sheet, box: Box, findings: Sequence[Finding], given: Style | str = "body", *, middle: bool = False
) -> None:
    """Findings one under the other, over the whole width of the box, or in the `middle` of its height."""
    gap = 20.0
    heights = [sentence_height(sheet, finding, box.w, given) for finding in findings]
    least = sum(heights) + gap * max(0, len(heights) - 1)

    def put(place: Box) -> None:
        y = place.y + (max(0.0, place.h - least) * 0.4 if middle else 0.0)
        for finding, high in zip(findings, heights, strict=True):
            y = sentence(sheet, Box(place.x, y, place.w, high), finding, given) + gap

    held(sheet, box, least, put)


def lever_name(sheet: Sheet, lever: Lever) -> str:
    """What is done: one line for each thing that is done together."""
    return "\n".join(capital(sheet.say(name)) for name in lever.names)

"""One who can be called, as a card of the address book; and the telephone that lies beside it."""

from __future__ import annotations

from game.model.game import Option
from game.model.message import message
from game.ui.canvas import Canvas
from game.ui.parts import badge, icon, pill
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_NAME = style("subheading", size=40, line=1.15)
_LINE = style("note", size=30)
_LIKELY = style("note", size=30, weight=600)
_EDGE = 14.0
_LEAST, _LEAST_LONG = 192.0, 150.0  # a card in two columns, in one


def words_left(sheet: Sheet) -> float:
    """From a card's left edge to its words."""
    badge_wide = max(56.0, sheet.styled(Style(56 * 0.58, 700)).size * 1.35)
    return 30 + badge_wide + (154 if not sheet.narrow else 98)


def card_lines(sheet: Sheet, option: Option) -> tuple[str, str, str, str]:
    """Name, what they can do, how likely (or what it takes), and the colour of the last."""
    notes = [sheet.say(note) for note in option.notes]
    free = sheet.say("call.free")
    done = notes[0] if notes else ""
    rest = [note for note in notes[1:] if note != free]
    if option.chance:
        return sheet.say(option.text), " · ".join([done, *rest]), sheet.say(option.chance), "ink2"
    if option.group == "free":
        return sheet.say(option.text), done, free, "teal_text"
    return sheet.say(option.text), done, " · ".join(rest), "ink2"


def card_height(sheet: Sheet, wide: float, option: Option) -> float:
    """Units that a card needs, at least what the pictures have."""
    room = wide - words_left(sheet) - 14
    high = _tall(sheet, option, room) + 20
    return max(_LEAST if wide < 800 else _LEAST_LONG, high)


def _name(sheet: Sheet, name: str, room: float) -> Style:
    """A long name gets smaller before it takes a second line, and again where a word is too long for one."""
    given = sheet.fit(name, _NAME, room, 1, 30)
    if sheet.measure(name, given)[0] <= room:
        return given
    return sheet.fit(name, style("subheading", size=34, line=1.15), room, 0, 28)


def name_fits(sheet: Sheet, wide: float, option: Option) -> bool:
    """Whether the longest word of a name fits on a card of this width."""
    room = wide - words_left(sheet) - 14
    name = sheet.say(option.text)
    return sheet.measure(name, _name(sheet, name, room), room)[0] <= room


def _tall(sheet: Sheet, option: Option, room: float) -> float:
    """The height of a card's words, with the pill where it needs a line of its own."""
    name, does, likely, _ = card_lines(sheet, option)
    beside = _beside(sheet, room, option)
    name_room = room - _pill_wide(sheet, option) if beside else room
    high = sheet.measure(name, _name(sheet, name, name_room), name_room)[1] + 6 + sheet.measure(does, _LINE, room)[1]
    high += sheet.measure(likely, _LIKELY, room)[1] + 6 if likely else 0
    return high + (0 if beside else sheet.measure("0", _LIKELY)[1] + 26)


def _pill_wide(sheet: Sheet, option: Option) -> float:
    return sheet.measure(_until(sheet, option), _LIKELY)[0] + 60 if option.last_month is not None else 0.0


def _until(sheet: Sheet, option: Option) -> str:
    return sheet.say(message("call.until", month=option.last_month or 0))


def _beside(sheet: Sheet, room: float, option: Option) -> bool:
    """Whether the pill with the last month stands beside the name."""
    if option.last_month is None:
        return True
    left = room - _pill_wide(sheet, option)
    name = sheet.say(option.text)
    return left > room * 0.3 and sheet.measure(name, _name(sheet, name, left), left)[0] <= left


def card(sheet: Sheet, box: Box, key: str, option: Option, move: Move, *, first: bool, nobody: bool) -> None:
    """The card; with a last month it has an amber edge, a pill and a word; "nobody" is only an edge."""
    urgent = option.last_month is not None
    state = sheet.state(option.id)
    rest = "" if nobody else "amber_light" if urgent else "paper"
    fill = "teal_light" if state == "pressed" else rest

    def paint(canvas: Canvas) -> None:
        if not nobody:
            canvas.shadow(box, "paper", 20)
        if urgent:
            canvas.fill(box, "amber", 20)
            canvas.fill(Box(box.x + _EDGE, box.y, box.w - _EDGE, box.h), fill, 20)
            canvas.fill(Box(box.x + _EDGE, box.y, 24, box.h), fill)
        elif fill:
            canvas.fill(box, fill, 20)
        if nobody or state == "hover":
            canvas.frame(box, "ink", 3, 20)

    name, does, likely, colour = card_lines(sheet, option)
    said = ". ".join(part for part in (name, does, likely, _until(sheet, option) if urgent else "") if part)
    node = sheet.control("option", option.id, said, box, move, paint, key=key, first=first, fill=fill, radius=20)
    with sheet.inside(node):
        edge = max(56.0, sheet.styled(Style(56 * 0.58, 700)).size * 1.35)
        badge(sheet, box.x + 30, box.y + (box.h - edge) / 2, key, 56)
        _picture(sheet, box, box.x + 30 + edge, option, nobody)
        colour = "ink" if sheet.palette.night or urgent else colour
        _words(sheet, box, (name, does, likely, colour), option)


def _picture(sheet: Sheet, box: Box, left: float, option: Option, nobody: bool) -> None:
    right = box.x + words_left(sheet)
    if nobody:
        sheet.picture("phone", Box(left + 10, box.y + (box.h - 110) / 2, right - left - 24, 110), tilt=8, shadow=True)
    elif option.face:
        high = min(132.0 if not sheet.narrow else 104.0, box.h - 20)
        sheet.picture(option.face, Box(left + 10, box.bottom - high - 20, right - left - 22, high))
    else:
        size = 80.0 if not sheet.narrow else 68.0
        icon(sheet, option.icon or "icon_phone", left + (right - left - size) / 2, box.y + (box.h - size) / 2, size)


def _words(sheet: Sheet, box: Box, lines: tuple[str, str, str, str], option: Option) -> None:
    x, room = box.x + words_left(sheet), box.w - words_left(sheet) - 14
    name, does, likely, colour = lines
    top = box.y + (box.h - _tall(sheet, option, room)) / 2
    name_room = room
    if option.last_month is not None:
        said, wide = _until(sheet, option), _pill_wide(sheet, option) - 16
        beside = _beside(sheet, room, option)
        high = sheet.measure(said, _LIKELY)[1] + 16
        y = top + (sheet.measure(name, _name(sheet, name, room))[1] - high) / 2 if beside else top
        place = pill(sheet, box.right - 20 - wide, y, said, fill="paper", colour="ink", w=wide, given=_LIKELY)
        sheet.shape(place, lambda c: c.frame(place, "amber", 4, place.h / 2), loose=True)
        if beside:
            name_room -= wide + 16
        else:
            top = place.bottom + 10
    used = sheet.text(x, top, name_room, name, _name(sheet, name, name_room))
    used = sheet.text(x, used.bottom + 6, room, does, _LINE)
    if likely:
        sheet.text(x, used.bottom + 6, room, likely, _LIKELY, colour=colour)


def telephone(sheet: Sheet, box: Box, month: int) -> None:
    """The telephone, large: how many calls there are, and when the next one comes."""
    face = Box(box.x + 20, box.y + 48, box.w - 40, box.h - 96)

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 54)
        canvas.fill(box, "phone", 54)
        canvas.fill(Box(box.centre[0] - 50, box.y + 20, 100, 10), "phone_ear", 5)
        canvas.fill(face, "teal_light", 32)

    node = sheet.shape(box, paint, role="paper", fill="teal_light")
    teal = "ink" if sheet.palette.night else "teal_text"
    with sheet.inside(node):
        room, x = face.w - 48, face.x + 24
        when = sheet.say("call.month", month_year=month)
        given = sheet.fit(when, style("note", size=36, weight=600), room, 1, 28)
        used = sheet.text(x, face.y + 30, room, when, given, align="center", colour=teal)
        used = sheet.text(x, used.bottom + 14, room, sheet.say("call.one"), _heading(sheet, room), align="center")
        next_call = sheet.say("call.next", month=month + 1)
        next_high = sheet.measure(next_call, _LIKELY, room)[1]
        low = face.bottom - 26 - next_high
        if used.bottom > low:
            return
        sheet.text(x, low, room, next_call, _LIKELY, colour=teal)
        free = sheet.say("call.free_text")
        free_style = style("body", size=34, line=1.35)
        tall = sheet.measure(free, free_style, room)[1]
        if used.bottom + 24 + tall > low - 16:
            return
        above = low - 24 - tall
        sheet.text(x, above, room, free, free_style)
        sheet.rule(x, above - 26, room, "teal", 3)
        size = min(140.0, above - 26 - used.bottom - 60)
        if size >= 90:
            _circle(
                sheet, Box(face.centre[0] - size / 2, used.bottom + (above - 26 - used.bottom - size) / 2, size, size)
            )


def _heading(sheet: Sheet, room: float) -> Style:
    return sheet.fit(sheet.say("call.one"), style("price", size=60, line=1.12), room, 3, 36)


def _circle(sheet: Sheet, box: Box) -> None:
    sheet.shape(box, lambda c: c.fill(box, "teal_fill", box.w / 2))
    sheet.picture("handset", box.inset(box.w * 0.23), loose=True)

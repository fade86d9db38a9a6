"""The compact month's table: mail, debts and telephone as tabs under the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.explain.desk import Desk
from game.ui.controls import tab
from game.ui.screen import Move, Open
from game.ui.screens.month_facts import Facts
from game.ui.screens.month_right import debts_move, letters
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box


def tabs(sheet: Sheet, month: Facts, room: Box) -> float:
    """Three tabs along the lower edge of `room`; returns where they begin."""
    found = _tabs(sheet, month.desk)
    boxes = _tab_places(sheet, found, room)
    high = height(sheet, month, room)
    top = room.bottom - high
    for one, box in zip(found, boxes, strict=True):
        place = Box(box.x, top, box.w, high)
        drawn = one.pictures if _tab_words(sheet, one, box.w)[0] else ()
        pictures = drawn if one.id == "open.mail" else ()
        node = tab(sheet, place, one.id, one.key, one.label, one.note, one.band, one.move, pictures=pictures)
        if one.id == "open.call" and drawn:
            with sheet.inside(node):
                sheet.picture("phone", Box(place.right - 74, place.y + 14, 62, high - 26), tilt=6, shadow=True)
    return top


def height(sheet: Sheet, month: Facts, room: Box) -> float:
    """How high the row of tabs is."""
    found = _tabs(sheet, month.desk)
    pairs = zip(found, _tab_places(sheet, found, room), strict=True)
    return max(107.0, *(_tab_words(sheet, one, box.w)[1] + 26 for one, box in pairs))


def _tab_places(sheet: Sheet, found: Sequence[_Tab], room: Box) -> list[Box]:
    """As wide as in the pictures; else as wide as their lines need, or with large letters their longest words."""
    free = room.w - 17 * (len(found) - 1)
    widths = [free * share for share in _SHARES]
    lines = [_tab_need(sheet, one, "") for one in found]
    if any(need > width for need, width in zip(lines, widths, strict=True)):
        needs = lines if sum(lines) <= free else [_tab_need(sheet, one, " ") for one in found]
        spare = (free - sum(needs)) / len(needs)
        widths = [need + spare for need in needs]
    starts = [room.x + sum(widths[:index]) + 17 * index for index in range(len(widths))]
    return [Box(x, 0, w, 0) for x, w in zip(starts, widths, strict=True)]


def _tab_need(sheet: Sheet, one: _Tab, parted: str) -> float:
    """Width for whole lines, or for the longest word where lines may be `parted` at the spaces."""
    label, note = (text.split(parted) if parted else [text] for text in (one.label, one.note))
    widths = [sheet.measure(word, style("note", weight=700))[0] for word in (*label, *note)]
    return 46 + max(64.0, sheet.styled("key").size * 1.35) + max(widths)


def _tabs(sheet: Sheet, now: Desk) -> tuple[_Tab, ...]:
    label, note, move = _call_short(sheet, now)
    sum_owed = sheet.voice.money(now.debt) if now.debts else sheet.say("month.no_debts")
    urgent = sorted((letter.level for letter in now.mail), key=("white", "amber", "brick").index)
    pile = tuple(f"mail_{level}" for level in urgent[-2:])
    open_mail = Open("mail") if now.mail else None
    return (
        _Tab("open.mail", "M", sheet.say("month.mail"), letters(sheet, now), "brick", open_mail, pile),
        _Tab("open.debts", "S", sheet.say("month.debts"), sum_owed, "plum", debts_move(now), ()),
        _Tab("open.call", "T", label, note, "teal", move, ("phone",)),
    )


@dataclass(frozen=True, slots=True)
class _Tab:
    id: str
    key: str
    label: str
    note: str
    band: str
    move: Move | None
    pictures: tuple[str, ...]


_SHARES = (0.378, 0.3, 0.322)  # of the row: how wide each tab is


def _tab_words(sheet: Sheet, one: _Tab, w: float) -> tuple[bool, float]:
    """Whether a picture fits beside the words, and how high the words are."""
    room = w - 44 - max(64.0, sheet.styled(Style(37, 700)).size * 1.35)
    widest = max(sheet.measure(one.label, "strong")[0], sheet.measure(one.note, "note")[0])
    pictured = bool(one.pictures) and widest <= room - (100 if one.id == "open.mail" else 66)
    space = room - (100 if pictured and one.id == "open.mail" else 0)
    label = sheet.fit(one.label, "strong", space, 0, 28)
    return pictured, sheet.measure(one.label, label, space)[1] + sheet.measure(one.note, "note", space)[1]


def _call_short(sheet: Sheet, now: Desk) -> tuple[str, str, Move | None]:
    if now.call_used:
        return sheet.say("month.telephone"), sheet.say("month.call_used_short"), None
    if now.adviser:
        return sheet.say("month.adviser"), sheet.say("month.free"), Open("call")
    return sheet.say("month.telephone"), sheet.say("month.call_one"), Open("call")

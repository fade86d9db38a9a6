"""The card in the middle of the month's table: what happens, and the answers with their prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.model.game import Option
from game.ui.canvas import Canvas, natural
from game.ui.controls import dense_row, option_row
from game.ui.parts import icon, paper, plate
from game.ui.screen import Give
from game.ui.screens.month_facts import Facts
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box, Node

_OBJECT_PAD = 26.0
_STAMP = (150.0, 104.0)
_PICTURE_TOP = 12.0  # below the first line of words
_SHARES = (1.0, 0.82, 0.66, 0.5)
_LEAN_TITLE, _LEAN_TEXT = style("title", size=42), style("body", size=30, line=1.2)
_LARGER = 1.2  # with two answers there is room


def lay(sheet: Sheet, month: Facts, card: Box, compact: bool) -> None:
    """Picture as large as the words leave room for; the answers stand on the lower edge. It scrolls at the worst."""
    pad = 36.0 if compact else 40.0
    x, w = card.x + pad, card.w - 2 * pad
    with sheet.inside(paper(sheet, card, radius=24)):
        found = _fitting(sheet, month, card, compact)
        if found is not None:
            spacing, rows, room, size = found
            _head(sheet, month, room, size, spacing.lean)
            _options(sheet, month, x, card.bottom - spacing.foot - rows, w, spacing)
            return
        with sheet.scroll(Box(x - 16, card.y + 20, w + 32, card.h - 40), "card.scroll") as top:
            low = _head(sheet, month, Box(x, top + 8, w, 10_000), (0.0, 0.0), True)
            _options(sheet, month, x, low + 12, w, _SPACINGS[-1])


def fits(sheet: Sheet, month: Facts, card: Box, compact: bool) -> bool:
    """Whether nothing of the card has to be scrolled."""
    return _fitting(sheet, month, card, compact) is not None


@dataclass(frozen=True, slots=True)
class _Spacing:
    """Gap between two answers, least height of one, room under the last and over the first, and how they are laid.

    `dense`: each price on the line of its answer; `lean`: the head in small letters, without a picture.
    """

    gap: float
    least: float
    foot: float
    air: float
    dense: bool = False
    lean: bool = False


# from airy to close
_SPACINGS = (
    _Spacing(14, 112, 36, 24), _Spacing(10, 96, 24, 16), _Spacing(8, 88, 16, 10),
    _Spacing(8, 76, 18, 8, dense=True), _Spacing(6, 68, 12, 4, dense=True),
    _Spacing(6, 68, 12, 0, dense=True, lean=True),
)  # fmt: skip
_Fitting = tuple[_Spacing, float, Box, tuple[float, float]]


def _fitting(sheet: Sheet, month: Facts, card: Box, compact: bool) -> _Fitting | None:
    """Spacing, height of the answers, room of the head, size of the picture: the first that holds everything."""
    pad = 36.0 if compact else 40.0
    x, w = card.x + pad, card.w - 2 * pad
    for spacing in _SPACINGS:
        rows = _measured(sheet, partial(_options, sheet, month, x, 0, w, spacing))
        room = Box(x, card.y + 28, w, card.h - 28 - rows - spacing.foot - spacing.air)
        size = _picture_size(sheet, month, room, compact, spacing.lean)
        if size is not None:
            return spacing, rows, room, size
    return None


def _measured(sheet: Sheet, put: Callable[[], float]) -> float:
    """What `put` returns, without leaving a trace on the sheet."""
    with sheet.inside(Node("group", "", Box(0, 0, 0, 0))):
        return put()


# --- the head ------------------------------------------------------------------------------------------------------


def _picture_size(sheet: Sheet, month: Facts, room: Box, compact: bool, lean: bool) -> tuple[float, float] | None:
    """The largest picture with which the words still fit above the answers; (0, 0) none; None if nothing fits."""
    drawn = [] if lean else _sizes(month, room, compact)
    for size in (*drawn, (0.0, 0.0)):
        if size[1] + _PICTURE_TOP > room.h or (size[0] and not _title_fits(sheet, month, _words_box(room, size).w)):
            continue
        words = _measured(sheet, partial(_words, sheet, month, _words_box(room, size), lean))
        if words <= room.bottom:
            return size
    return None


def _title_fits(sheet: Sheet, month: Facts, w: float) -> bool:
    """Whether the title takes two lines at the most, at its least size."""
    title = sheet.say(month.question.title)
    given = sheet.fit(title, "title", w, 2, 44)
    wide, high = sheet.measure(title, given, w)
    return wide <= w and high <= 2.1 * sheet.styled(given).size * given.line


def _sizes(month: Facts, room: Box, compact: bool) -> list[tuple[float, float]]:
    """The pictures a card may have: as drawn for scenes, square for things; a photo is larger, an offer has a stamp."""
    kind = month.question.kind
    if kind == "offer" or not month.question.picture:
        return []
    wide = 219.0 if compact and room.w < 1000 else 284.0
    if kind == "joy":
        wide = min(room.w * 0.44, wide * 1.3)
    tall = wide * (1.12 if kind != "joy" else 1.0)
    shares = (_LARGER, *_SHARES) if len(month.question.options) < 3 and not compact else _SHARES
    return [(wide * share, tall * share) for share in shares]


def _words_box(room: Box, size: tuple[float, float]) -> Box:
    return room._replace(w=room.w - size[0] - 24) if size[0] else room


def _head(sheet: Sheet, month: Facts, room: Box, size: tuple[float, float], lean: bool) -> float:
    """Words at the left, picture at the right; returns where the words end."""
    if size[0] and month.question.kind != "offer":
        top = room.y + _PICTURE_TOP
        _picture(sheet, month, Box(room.right - size[0], top, *size))
    return _words(sheet, month, _words_box(room, size), lean)


def _words(sheet: Sheet, month: Facts, box: Box, lean: bool) -> float:
    asked = month.question
    if asked.kind == "offer" and asked.letter is not None:
        return _lean_letter(sheet, month, box) if lean else _letter(sheet, month, box)
    if lean:
        used = sheet.text(box.x, box.y - 12, box.w, sheet.say(asked.title), _LEAN_TITLE, lines=2, shrink=34)
        return sheet.text(box.x, used.bottom + 4, box.w, sheet.say(asked.text), _LEAN_TEXT).bottom
    kicker = _kicker(sheet, month)
    used = sheet.text(box.x, box.y, box.w, kicker, "note_strong", colour="ink2")
    used = sheet.text(box.x, used.bottom + 4, box.w, sheet.say(asked.title), "title", lines=2, shrink=44)
    return sheet.text(box.x, used.bottom + 10, box.w, sheet.say(asked.text), "body").bottom


def _kicker(sheet: Sheet, month: Facts) -> str:
    now = month.desk
    return sheet.say(f"month.kicker_{month.question.kind}", count=now.month + 1, count_all=now.months)


def _letter(sheet: Sheet, month: Facts, box: Box) -> float:
    """An offer looks like the letter it is: who writes, what they promise, and the small print under a line."""
    letter = month.question.letter
    assert letter is not None
    edge = max(52.0, sheet.styled("note").size * 1.6)
    icon(sheet, letter.icon or "icon_bank", box.x, box.y + 4, edge)
    x, w = box.x + edge + 20, box.w - edge - 20 - _STAMP[0] - 24
    sheet.picture("mail_white", Box(box.right - _STAMP[0], box.y + 6, *_STAMP), tilt=4, shadow=True)
    used = sheet.text(x, box.y, w, _kicker(sheet, month), "note_strong", colour="ink2")
    used = sheet.text(x, used.bottom, w, sheet.say(letter.sender), "strong", lines=2, shrink=28)
    y = max(used.bottom, box.y + 4 + edge) + 14
    beside = box.w - (_STAMP[0] + 24 if y < box.y + 6 + _STAMP[1] else 0)
    used = sheet.text(box.x, y, beside, sheet.say(letter.title), "title", lines=2, shrink=44)
    used = sheet.text(box.x, max(used.bottom, box.y + _STAMP[1] + 12) + 6, box.w, sheet.say(letter.text), "letter")
    sheet.rule(box.x, used.bottom + 12, box.w)
    return sheet.text(box.x, used.bottom + 22, box.w, sheet.say(letter.plain), "note", colour="ink2").bottom


def _lean_letter(sheet: Sheet, month: Facts, box: Box) -> float:
    """The same in small letters, without its stamp."""
    letter = month.question.letter
    assert letter is not None
    used = sheet.text(box.x, box.y - 12, box.w, sheet.say(letter.sender), "note_strong", colour="ink2")
    used = sheet.text(box.x, used.bottom, box.w, sheet.say(letter.title), _LEAN_TITLE, lines=2, shrink=34)
    used = sheet.text(box.x, used.bottom + 4, box.w, sheet.say(letter.text), style("letter", size=30, line=1.2))
    sheet.rule(box.x, used.bottom + 5, box.w)
    return sheet.text(box.x, used.bottom + 10, box.w, sheet.say(letter.plain), "note", colour="ink2").bottom


def _picture(sheet: Sheet, month: Facts, box: Box) -> None:
    asked = month.question
    if asked.kind == "joy":
        _photograph(sheet, box, asked.picture)
    else:
        wide, high = natural(asked.picture)
        scene = asked.picture.startswith(("scene_", "joy_"))
        face = asked.picture.startswith("face_")
        pad = 0.0 if scene and high > wide else _OBJECT_PAD
        plate(sheet, box, asked.picture, pad=pad if not face else 12, stands=face)


def _photograph(sheet: Sheet, box: Box, picture: str) -> None:
    """A small joy is a photo: white edge, tape, a little tilted."""

    def draw(canvas: Canvas) -> None:
        whole = Box(40, 40, box.w, box.h)
        inner = Box(54, 54, box.w - 28, box.h - 62)
        canvas.shadow(whole, "paper", 8)
        canvas.fill(whole, "cloth_light", 8)
        canvas.fill(inner, "plate2", 4)
        canvas.picture(picture, inner.inset(inner.w * 0.06), clip=inner)
        canvas.polygon(Box(40 + box.w / 2 - 59, 22, 118, 34), [(2, 4), (116, 0), (118, 30), (0, 34)], "kraft_dark", 190)

    sheet.shape(box, lambda canvas: canvas.tilted(box, 2.2, ("joy", picture), draw), role="picture", loose=True)


# --- the answers ---------------------------------------------------------------------------------------------------


def _options(sheet: Sheet, month: Facts, x: float, y: float, w: float, spacing: _Spacing) -> float:
    """The rows one under the other; returns the lower edge of the last."""
    when = sheet.say("month.this_month")
    if spacing.dense:
        y = sheet.text(x, y, w - 24, when, "note", align="right", colour="ink2").bottom + 8
    for index, (key, option) in enumerate(zip(month.keys, month.question.options, strict=False)):
        price, colour = price_of(sheet, option)
        said, note = sheet.say(option.text), notes_of(sheet, month, option)
        move = Give(option.id, month.question.id)
        if spacing.dense:
            box = dense_row(
                sheet, x, y, w, option.id, key, said, note, price, move,
                first=index == 0, height=spacing.least, price_colour=colour,
            )  # fmt: skip
        else:
            box = option_row(
                sheet, x, y, w, option.id, key, said, note, move, price=price, price_note=when,
                first=index == 0, height=spacing.least, price_colour=colour,
            )  # fmt: skip
        y = box.bottom + spacing.gap
    return y - spacing.gap


def price_of(sheet: Sheet, option: Option) -> tuple[str, str]:
    """What this month pays (or, with a plus, gets) with the option, and the colour of the figure."""
    net = option.now - option.gain
    if net < 0:
        return sheet.voice.signed(-net), "teal_text"
    return sheet.voice.money(net), "ink"


def _short_matters(month: Facts) -> bool:
    """Whether the answers differ in how short they leave the month, or one brings money: then each says it."""
    differ = any(look.short != month.line.short for _, look in month.lines)
    return differ or any(option.gain > 0 for option in month.question.options)


def notes_of(sheet: Sheet, month: Facts, option: Option) -> str:
    """What follows, as phrases: whether the month still adds up, the price in all, how often something comes back."""
    said = [sheet.say(note) for note in option.notes]
    look = month.look(option.id)
    if look is not None and look.short and _short_matters(month):
        said.insert(0, sheet.say("month.will_be_short", month=look.months[0], amount=look.short))
    if option.chance is not None:
        said.append(sheet.say(option.chance))
    return " · ".join(said)

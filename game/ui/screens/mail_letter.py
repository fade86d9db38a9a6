"""The paper of one letter: who wrote, what about, in the sender's own words, and the sums."""

from __future__ import annotations

from game.explain.post import Piece
from game.model.game import Letter
from game.model.message import message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.screens.between import capital, edged, existing
from game.ui.screens.shock import quoted
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_TONES = {"white": "line", "amber": "amber", "brick": "brick"}
_LETTER = style("letter", size=36, line=50 / 36)
_PAD = 70.0


def letter_paper(sheet: Sheet, at: Box, piece: Piece, fixed: bool) -> float:
    """The letter, `fixed` to the height of `at` or as high as it needs; returns where it ends."""
    letter = piece.letter
    pad = _PAD if not sheet.narrow else 50.0
    room = Box(at.x + pad, at.y, at.w - pad - 52, at.h)
    if not letter.opened:
        told = (letter.sender, message("mail.closed"))
        high = 320 + sum(sheet.measure(sheet.say(word), "title", at.w - 100)[1] for word in told)
        box = at if fixed else at._replace(h=high + 60)
        _closed(sheet, box, letter)
        return box.bottom
    words = quoted(sheet, sheet.say(letter.text))
    head = _head_height(sheet, letter, room.w)
    sums = _sums_height(sheet, letter, room.w)
    need = head + sheet.measure(words, _LETTER, room.w)[1] + 40 + sums + 40
    box = at._replace(h=max(need, at.h if fixed else 0))
    with sheet.inside(edged(sheet, box, _TONES[letter.level], edge=22, radius=10)):
        y = _head(sheet, room, letter)
        sheet.text(room.x, y, room.w, words, _LETTER)
        if letter.amount:
            _sums(sheet, Box(room.x, box.bottom - 40 - sums, room.w, sums), letter)
    return box.bottom


def _closed(sheet: Sheet, box: Box, letter: Letter) -> None:
    with sheet.inside(edged(sheet, box, _TONES[letter.level], edge=22, radius=10)):
        sender = sheet.say(letter.sender)
        y = box.y + max(40.0, box.h / 2 - 220)
        sheet.picture(f"mail_{letter.level}", Box(box.centre[0] - 160, y, 320, 214), tilt=-4, shadow=True)
        used = sheet.text(box.x + 60, y + 240, box.w - 100, sender, "title", align="center", lines=2, shrink=36)
        sheet.text(box.x + 60, used.bottom + 4, box.w - 100, sheet.say("mail.closed"), "body", align="center")


def _head_height(sheet: Sheet, letter: Letter, w: float) -> float:
    name = sheet.measure(sheet.say(letter.sender), style("subheading", size=40), w - 106)[1]
    month = sheet.measure(sheet.say(message("letter.month", month_year=letter.month)), "note", w - 106)[1]
    title = sheet.measure(_title(sheet, letter), style("price", size=44), _title_room(sheet, letter, w))[1]
    return max(84.0, name + month) + 48 + 24 + 3 + 40 + max(title, 86 if letter.level != "white" else 0) + 36


def _head(sheet: Sheet, room: Box, letter: Letter) -> float:
    """Sender, month and title; returns where the words of the letter begin."""
    y = room.y + 48
    name, given = sheet.say(letter.sender), style("subheading", size=40)
    month = capital(sheet.say(message("letter.month", month_year=letter.month)))
    circle = Box(room.x, y, 84, 84)
    sheet.shape(circle, lambda c: c.circle(circle.centre[0], circle.centre[1], 42, "plate"))
    sheet.picture(existing(letter.icon, "icon_mail"), circle.inset(14, 12))
    used = sheet.text(room.x + 106, y + 2, room.w - 106, name, given)
    used = sheet.text(room.x + 106, used.bottom, room.w - 106, month, "note", colour="ink2")
    y = max(circle.bottom, used.bottom) + 24
    sheet.rule(room.x, y, room.w, thick=3)
    y += 40
    wide = _title_room(sheet, letter, room.w)
    used = sheet.text(room.x, y, wide, _title(sheet, letter), style("price", size=44))
    bottom = used.bottom
    if letter.level != "white":
        _stamp(sheet, Box(room.x + wide + 20, y - 10, room.w - wide - 20, 66), letter.level)
        bottom = max(bottom, y + 70)
    return bottom + 30


def _title(sheet: Sheet, letter: Letter) -> str:
    """What the letter is about; nothing where the sender's line says it already."""
    return sheet.say(letter.title) if letter.title != letter.sender else ""


def _title_room(sheet: Sheet, letter: Letter, w: float) -> float:
    if letter.level == "white":
        return w
    return w - max(160.0, sheet.measure(sheet.say(f"mail.stamp_{letter.level}"), "strong")[0] + 60) - 20


def _stamp(sheet: Sheet, box: Box, level: str) -> None:
    """A rubber stamp, a little aslant; its word lies straight."""
    tone = _TONES[level]

    def paint(canvas: Canvas) -> None:
        canvas.tilted(box, 2.5, ("stamp", level), lambda c: c.frame(Box(40, 40, box.w, box.h), tone, 5, 14))

    sheet.shape(box.inset(6), paint, loose=True)
    word = sheet.say(f"mail.stamp_{level}")
    sheet.text(
        box.x + 10, box.y, box.w - 20, word, "strong", align="center", colour=f"{tone}_text", height=box.h, middle=True,
        lines=1, shrink=28,
    )  # fmt: skip


def _rows(letter: Letter) -> list[tuple[str, int]]:
    if not letter.fee or letter.fee >= letter.amount:
        return []
    return [("mail.so_far", letter.amount - letter.fee), ("mail.fee", letter.fee)]


def _sums_height(sheet: Sheet, letter: Letter, w: float) -> float:
    if not letter.amount:
        return 0.0
    line = max(sheet.measure("0", "amount")[1], sheet.measure("0", style("body", size=34))[1]) + 15
    return len(_rows(letter)) * line + 20 + _total_height(sheet, w)


def _total_height(sheet: Sheet, w: float) -> float:
    amount = sheet.measure("0", "balance")[1]
    return max(amount, sheet.measure(sheet.say("mail.to_pay"), style("subheading", size=40), w * 0.5)[1])


def _sums(sheet: Sheet, room: Box, letter: Letter) -> None:
    y = room.y
    for name, cents in _rows(letter):
        amount = sheet.voice.exact(cents)
        y = parts.money_row(
            sheet, room.x, y, room.w, sheet.say(name), amount, given=style("body", size=34)
        ).bottom + 7  # fmt: skip
    sheet.rule(room.x, y, room.w, "ink", 3)
    high = _total_height(sheet, room.w)
    amount = sheet.voice.exact(letter.amount)
    colour = {"brick": "brick_text", "amber": "amber_text"}.get(letter.level, "ink")
    given = sheet.fit(amount, "balance", room.w * 0.6, 1, 44)
    wide = sheet.measure(amount, given)[0]
    sheet.text(
        room.x, y + 12, room.w - wide - 24, sheet.say("mail.to_pay"), style("subheading", size=40), height=high,
        middle=True,
    )  # fmt: skip
    sheet.text(room.x, y + 12, room.w, amount, given, align="right", colour=colour, height=high, middle=True)

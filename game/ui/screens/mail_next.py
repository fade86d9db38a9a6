"""What happens if nobody answers: a line with a dot for each step, its month above and its name below."""

from __future__ import annotations

from game.model.game import Letter
from game.model.message import Message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.screens.between import capital
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_STEP = style("note", size=30)


def next_height(sheet: Sheet, letter: Letter, w: float) -> float:
    """Units that the card takes."""
    head = sheet.measure(sheet.say("mail.if_nobody"), "label", w - 72)[1]
    month = sheet.measure("0", "strong")[1]
    if _listed(sheet, letter, w):
        rows = sum(
            max(month, _words(sheet, text, w - 110 - _months(sheet, letter))) + 10 for _, text in letter.what_next
        )
        return head + rows + 60
    each = _each(letter, w)
    return head + month + 18 + 36 + 14 + max(_words(sheet, text, each - 20) for _, text in letter.what_next) + 52


def next_steps(sheet: Sheet, box: Box, letter: Letter) -> None:
    """The card itself."""
    with sheet.inside(parts.paper(sheet, box)):
        head = sheet.text(box.x + 36, box.y + 20, box.w - 72, sheet.say("mail.if_nobody"), "label")
        if _listed(sheet, letter, box.w):
            _as_list(sheet, box, head.bottom + 10, letter)
        else:
            _as_line(sheet, box, head.bottom + 8, letter)


def _as_line(sheet: Sheet, box: Box, y: float, letter: Letter) -> None:
    each = _each(letter, box.w)
    month_high = sheet.measure("0", "strong")[1]
    line = y + month_high + 6 + 18
    track = Box(box.x + 66, line - 4, box.w - 66 - 90, 8)
    sheet.shape(track, lambda c: c.fill(track, "line", 4), loose=True)
    for index, (month, text) in enumerate(letter.what_next):
        x = box.x + 40 + index * each
        name = capital(sheet.voice.month(month))
        given = sheet.fit(name, "strong", each - 16, 1, 28)
        sheet.text(x, y, each - 16, name, given)
        tone = "amber" if index == 0 and letter.level != "brick" else "brick"
        _dot(sheet, x + 16, line, tone)
        sheet.text(x, line + 18 + 10, each - 20, sheet.say(text), _STEP)


def _as_list(sheet: Sheet, box: Box, y: float, letter: Letter) -> None:
    wide = _months(sheet, letter)
    for index, (month, text) in enumerate(letter.what_next):
        high = max(sheet.measure("0", "strong")[1], _words(sheet, text, box.w - 110 - wide))
        _dot(sheet, box.x + 54, y + high / 2, "amber" if index == 0 and letter.level != "brick" else "brick")
        name = capital(sheet.voice.month(month))
        sheet.text(box.x + 90, y, wide, name, "strong", height=high, middle=True)
        sheet.text(box.x + 90 + wide, y, box.w - 110 - wide, sheet.say(text), _STEP, height=high, middle=True)
        y += high + 10


def _months(sheet: Sheet, letter: Letter) -> float:
    """Units that the longest of the months' names takes in the list."""
    names = [capital(sheet.voice.month(month)) for month, _ in letter.what_next]
    return max((sheet.measure(name, "strong")[0] for name in names), default=0.0) + 24


def _dot(sheet: Sheet, x: float, y: float, tone: str) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.circle(x, y, 18, "paper")
        canvas.circle(x, y, 13, tone)

    sheet.shape(Box(x - 18, y - 18, 36, 36), paint, loose=True)


def _listed(sheet: Sheet, letter: Letter, w: float) -> bool:
    """Long words do not stand side by side."""
    words = [word for _, text in letter.what_next for word in sheet.say(text).split()]
    widest = max((sheet.measure(word, _STEP)[0] for word in words), default=0)
    return sheet.text_size > 100 or sheet.narrow or widest > _each(letter, w) - 20


def _each(letter: Letter, w: float) -> float:
    return (w - 56) / max(3, len(letter.what_next))


def _words(sheet: Sheet, text: Message, w: float) -> float:
    return sheet.measure(sheet.say(text), _STEP, w)[1]

"""The first talk: her face, one sentence, the month on one page, and three ways she may help."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from game.model.game import Option, Question
from game.model.message import Message, message
from game.model.state import State
from game.ui.canvas import Canvas
from game.ui.parts import badge, icon, money_row, panel, paper
from game.ui.screen import Give, Replace, Still
from game.ui.screens.adviser_facts import Diagnosis, diagnosis, faces, line
from game.ui.screens.adviser_room import bubble, bubble_height, others, room
from game.ui.screens.lists import heading_height, listed, more_button, more_size
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_ROW = style("body", size=34, line=1.25)
_NAME = style("subheading", size=40)
_NOTE = style("note", size=30)
_LEFT = style("price", size=56)


def adviser_page(state: State, question: Question) -> AdviserPage:
    """The page of the first talk in this state."""
    return AdviserPage(question, line(state), diagnosis(state), faces(state))


@dataclass(frozen=True, slots=True)
class AdviserPage(Still):
    """The first talk. With `sums` the foot tells how the sums on the page are found."""

    question: Question
    line: Message
    diagnosis: Diagnosis
    faces: tuple[str, ...] = ()
    sums: bool = False

    def lay(self, sheet: Sheet) -> None:
        """Her at the left, the page between them, the answers at the right."""
        sheet.table(470, 1010)
        said = sheet.say(message("adviser.says", line=self.line))
        foot = self._foot(sheet)
        part = sheet.width / 1920
        if not sheet.narrow and sheet.text_size == 100:
            self._wide(sheet, said, foot - 32, part)
            return
        high = bubble_height(sheet, sheet.area.w - 240, said, 190)
        self._face(sheet, Box(sheet.margin, 36, 190, high))
        bubble(sheet, Box(sheet.margin + 240, 36, sheet.area.w - 240, high), said)
        top = 36 + high + 26
        page = Box(sheet.margin, top, sheet.area.w * 0.49, foot - 16 - top)
        answers = Box(page.right + 30, top, sheet.area.right - page.right - 30, foot - 16 - top)
        self._page(sheet, page)
        self._answers(sheet, answers)

    def _wide(self, sheet: Sheet, said: str, end: float, part: float) -> None:
        """Her room at the left; on 16:10 it is narrower, so that the answers keep their width."""
        her_wide, page_wide, gap = (520.0, 660.0, 50.0) if part > 0.95 else (400.0, 570.0, 38.0)
        her = Box(sheet.margin, 48, her_wide, end - 48)
        room(sheet, her)
        high = bubble_height(sheet, 900 * part, said, 196)
        x = her.right - 36
        wide = 1448 * part - x if self.faces else sheet.area.right - x
        bubble(sheet, Box(x, 48, wide, high), said)
        if self.faces:
            others(sheet, Box(1482 * part, 36, sheet.area.right - 1482 * part, 218), self.faces)
        top = 48 + high + 40
        page = Box(her.right + gap, top, page_wide, end - top)
        answers = Box(page.right + gap, top, sheet.area.right - page.right - gap, end - top)
        self._page(sheet, page)
        self._answers(sheet, answers)

    def _face(self, sheet: Sheet, box: Box) -> None:
        """Where there is no room for her room: her face on its plate."""
        box = box._replace(h=min(box.h, 210))
        sheet.shape(box, lambda c: c.fill(box, "plate2", 20), fill="plate2")
        sheet.picture("face_adviser", box.inset(10, 6)._replace(h=box.h - 6), name=sheet.say("adviser.who"))

    def _page(self, sheet: Sheet, box: Box) -> None:
        """The month on one page, and what was not asked for yet."""
        with sheet.inside(paper(sheet, box, radius=10)):
            wide, tall = more_size(sheet)
            x, w = box.x + 40, box.w - 80
            title = sheet.say("adviser.page", month=self.question.month)
            room_left = w - max(212.0, wide)
            given = sheet.fit(title, _NAME, room_left, 1, 32)
            high = max(56.0, sheet.measure(title, given, room_left)[1])
            sheet.text(x, box.y + 14, room_left, title, given, height=high, middle=True)
            with sheet.scroll(Box(box.x + 6, box.y + 18 + high, box.w - 12, box.h - high - 24), "page") as top:
                self._sums(sheet, Box(x, top + 4, w, 0), box)
            if not more_button(sheet, "page", Box(box.right - 24 - wide, box.y + 10, wide, max(high + 8, tall))):
                sheet.picture("pen", Box(box.right - 226, box.y + 14, 200, 46), tilt=-8, shadow=True)

    def _sums(self, sheet: Sheet, box: Box, paper_box: Box) -> None:
        """In, out, what is left, debts, rights."""
        x, y, w = box.x, box.y, box.w
        for name, cents in self._lines(sheet):
            y = money_row(sheet, x, y, w, name, sheet.voice.money(cents), given=_ROW).bottom
        y = sheet.rule(x, y + 5, w, "ink", 3).bottom + 8
        left = self.diagnosis.left
        word = sheet.say("adviser.missing" if left < 0 else "adviser.leaves")
        tone = "brick_text" if left < 0 else "teal_text"
        y = money_row(
            sheet, x, y, w, word, sheet.voice.money(abs(left)), given="subheading", amount_style=_LEFT, colour=tone
        ).bottom
        y = sheet.rule(x, y + 4, w).bottom + 8
        if self.diagnosis.debts:
            debts = sheet.say("adviser.debts", n=self.diagnosis.creditors)
            y = money_row(sheet, x, y, w, debts, sheet.voice.money(self.diagnosis.debts), given=_ROW).bottom
        self._rights(sheet, Box(paper_box.x + 20, y + 10, paper_box.w - 40, 0))

    def _lines(self, sheet: Sheet) -> list[tuple[str, int]]:
        found = self.diagnosis
        lines = [(sheet.say("adviser.comes_in"), found.comes_in)]
        if found.account:
            lines.append((sheet.say("adviser.account"), found.account))
        lines.append((sheet.say("adviser.goes_out"), found.goes_out))
        if found.once:
            lines.append((sheet.say("adviser.only", month=self.question.month), found.once))
        return lines

    def _rights(self, sheet: Sheet, box: Box) -> None:
        x, w = box.x + 24, box.w - 48
        rights = self.diagnosis.rights
        title = sheet.say("adviser.not_asked" if rights else "adviser.all_asked")
        given = style("label") if rights else style("body")
        title_high = sheet.measure(title, given, w)[1]
        rows = [(sheet.say(name), sheet.say(worth) if worth else "") for name, worth in rights]
        heights = [_right_height(sheet, w - 52, row) for row in rows]
        box = box._replace(h=14 + title_high + sum(heights) + (14 if rows else 8))
        teal = "ink" if sheet.palette.night else "teal_text"
        with sheet.inside(panel(sheet, box, "teal_light", 16)):
            y = sheet.text(x, box.y + 10, w, title, given, colour=teal if rights else "ink").bottom
            for row, high in zip(rows, heights, strict=True):
                icon(sheet, "icon_claims", x, y + min(high, 50) / 2 - 18, 36)
                _right_row(sheet, Box(x + 52, y, w - 52, high), row)
                y += high

    def _answers(self, sheet: Sheet, box: Box) -> None:
        """As high as in the picture while there is room."""
        options = self.question.options
        heights = [_answer_height(sheet, box.w, option) for option in options]
        title = sheet.say(self.question.title)
        wanted = sum(heights) + 12 * len(heights) + 20
        high = sheet.measure(title, "label", box.w)[1] + 4
        if wanted > box.h - high:
            high = heading_height(sheet, box.w, title)
        spare = box.h - high - wanted
        grow = max(0.0, min(190.0 - max(heights), spare / len(heights)))
        step = 12 + max(0.0, min(10.0, spare / len(heights) - grow))
        rows = [
            partial(_answer, sheet, high=tall + grow, key=key, option=option)
            for key, option, tall in zip("ABCDE", options, heights, strict=False)
        ]
        listed(sheet, "answers", box, title, high, rows, step=step, rim=26)

    def _foot(self, sheet: Sheet) -> float:
        """Who decides, and how the sums are found; returns where the foot begins."""
        ask = sheet.say("adviser.sums")
        said = sheet.say("adviser.sums_told") if self.sums else sheet.say(self.question.text)
        edge = max(64.0, sheet.styled(style("key", size=33)).size * 1.35)
        wide = min(sheet.area.w * 0.4, sheet.measure(ask, "body")[0] + edge + 28)
        room_left = sheet.area.w - wide - 40
        high = max(edge, sheet.measure(said, "body", room_left)[1], sheet.measure(ask, "body", wide - edge - 18)[1])
        y = sheet.height - 18 - high
        sheet.text(sheet.margin, y, room_left, said, "body", height=high, middle=True)
        place = Box(sheet.area.right - wide, y, wide, high)
        node = sheet.control(
            "button", "sums", ask, place, Replace(replace(self, sums=not self.sums)), key="?", radius=16
        )
        with sheet.inside(node):
            badge(sheet, place.x, place.y + (place.h - edge) / 2, "?", 56)
            sheet.text(place.x + edge + 16, y, wide - edge - 16, ask, "body", height=high, middle=True)
        return y


def _right_height(sheet: Sheet, w: float, row: tuple[str, str]) -> float:
    name, worth = row
    wide = sheet.measure(worth, _VALUE)[0]
    if sheet.measure(name, "body")[0] + wide + 20 <= w:
        return max(46.0, sheet.measure(worth or name, _VALUE)[1] + 5)
    return sheet.measure(name, "body", w)[1] + sheet.measure(worth, _VALUE, w)[1] + 8


def _right_row(sheet: Sheet, box: Box, row: tuple[str, str]) -> None:
    """Name and value on one line, or the value beneath."""
    name, worth = row
    wide = sheet.measure(worth, _VALUE)[0]
    if sheet.measure(name, "body")[0] + wide + 20 <= box.w:
        sheet.text(box.x, box.y, box.w - wide - 16, name, "body", height=box.h, middle=True)
        sheet.text(box.x, box.y, box.w, worth, _VALUE, align="right", height=box.h, middle=True)
        return
    used = sheet.text(box.x, box.y + 4, box.w, name, "body")
    sheet.text(box.x, used.bottom, box.w, worth, _VALUE, align="right")


_VALUE = style("strong", size=33)


def _answer_words(sheet: Sheet, option: Option) -> tuple[str, str]:
    return sheet.say(option.text), " ".join(sheet.say(note) for note in option.notes)


def _answer_height(sheet: Sheet, w: float, option: Option) -> float:
    name, note = _answer_words(sheet, option)
    left = 48 + max(64.0, sheet.styled(style("key")).size * 1.35)
    high = sheet.measure(name, _NAME, w - left - 24)[1] + 6 + sheet.measure(note, _NOTE, w - left - 24)[1]
    return high + 36


def _answer(sheet: Sheet, x: float, y: float, w: float, high: float, key: str, option: Option) -> Box:
    """An answer on paper: key and name above, what it brings beneath."""
    box = Box(x, y, w, high)
    state = sheet.state(option.id)
    fill = "teal_light" if state == "pressed" else "paper"

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, fill, 20)
        if state == "hover":
            canvas.frame(box, "ink", 3, 20)

    name, note = _answer_words(sheet, option)
    said = f"{name}. {note}"
    node = sheet.control(
        "option", option.id, said, box, Give(option.id), paint, key=key, fill=fill, radius=20, first=key == "A"
    )
    with sheet.inside(node):
        edge = badge(sheet, box.x + 26, box.y + 24, key, 64).w
        x, w = box.x + 48 + edge, box.w - edge - 72
        used = sheet.text(x, box.y + 18 + max(0.0, (edge - sheet.measure(name, _NAME)[1]) / 2 - 2), w, name, _NAME)
        sheet.text(x, used.bottom + 6, w, note, _NOTE, colour="ink" if sheet.palette.night else "ink2")
    return box

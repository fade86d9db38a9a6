"""Something nobody chose: its letter at the left; at the right what changes, then what can be claimed."""

from __future__ import annotations

from dataclasses import dataclass

from game.explain.blow import Blow, Claim
from game.model.game import Question
from game.model.message import message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.controls import button
from game.ui.screen import Give, Move
from game.ui.screens.between import Between, capital, existing
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_LETTER = style("letter", size=36, line=50 / 36)
_LINE = style("body", size=34, line=1.25)


@dataclass(frozen=True, slots=True)
class ShockPage(Between):
    """The letter of a shock. With a question it asks for an answer, else `onward` lays it aside.

    `call` rings the adviser at once where that is possible.
    """

    blow: Blow
    question: Question | None
    onward: Move | None
    call: Move | None = None
    cue = "shock"

    def lay(self, sheet: Sheet) -> None:
        """One sheet of paper, folded in the middle where there is room for two pages."""
        sheet.table(158, 450, 742)
        single = (sheet.narrow and sheet.text_size > 100) or sheet.text_size > 125
        close = _close(sheet)
        side = 45.0 if sheet.narrow else 76.0 if close else sheet.width * 150 / 1920
        paper = Box(side, 28 if close else 56, sheet.width - 2 * side, 850)
        _things(sheet, paper)
        low = self._foot(sheet, paper)
        paper = paper._replace(h=low - (24 if close else 38) - paper.y)
        fold = paper.centre[0] - (paper.w * 0.03 if close and not single else 0)  # what changes needs more room
        air = 24 if close else 44
        pad = 44.0 if sheet.narrow else 56.0 if close else 70.0
        with sheet.inside(parts.paper(sheet, paper, radius=10)):
            if not single:
                sheet.shape(Box(fold, paper.y, 3, paper.h), lambda c: c.fill(Box(fold, paper.y, 3, paper.h), "line"))
            with sheet.scroll(Box(paper.x + 10, paper.y + 8, paper.w - 20, paper.h - 16)) as top:
                width = paper.w - 2 * pad if single else fold - paper.x - 2 * pad + 10
                left = Box(paper.x + pad, top + air, width, paper.h - 52 - 30)
                used = self._letter(sheet, left, pictured=not single)
                right = left._replace(y=used + 30)
                if not single:
                    right = left._replace(x=fold + (pad - 10), w=paper.right - fold - 2 * pad + 10)
                self._meaning(sheet, right, single)

    def _letter(self, sheet: Sheet, room: Box, pictured: bool) -> float:
        letter = self.blow.letter
        used = sheet.text(room.x, room.y, room.w, sheet.say(letter.sender), style("strong", size=34, weight=600))
        day = capital(sheet.say(message("letter.month", month_year=letter.month)))
        used = sheet.text(room.x, used.bottom + 3, room.w, day, style("note", size=30), colour="ink2")
        title = sheet.say(letter.title)
        one = _close(sheet) and sheet.measure(title, style("shock", size=46))[0] <= room.w
        used = sheet.text(room.x, used.bottom + 34, room.w, title, "shock", lines=1 if one else 2, shrink=44)
        used = sheet.text(room.x, used.bottom + 16, room.w, quoted(sheet, sheet.say(letter.text)), _LETTER)
        if pictured and room.bottom - used.bottom > 210:
            self._pictures(sheet, room._replace(y=used.bottom + 24, h=room.bottom - used.bottom - 24))
        return used.bottom

    def _pictures(self, sheet: Sheet, room: Box) -> None:
        """The thing it is about, and the face of who it meets, on a small shelf."""
        high = min(270.0, room.h - 20)
        shelf = room.bottom - 6
        wide = min(330.0, room.w * 0.48)
        thing = Box(room.x, shelf - high, min(300.0, room.w * 0.46), high)
        picture = existing(self.blow.picture, "letter")
        tilt = -3.0 if picture.startswith("letter") else 0.0
        sheet.picture(picture, thing, tilt=tilt, shadow=True, loose=True)
        if face := existing(self.blow.face, ""):
            place = Box(room.right - wide, shelf - high, wide, high)
            sheet.picture(face, place.inset(wide * 0.08, 0)._replace(h=high), loose=True)
            sheet.shape(Box(place.x, shelf, wide, 6), lambda c: c.fill(Box(place.x, shelf, wide, 6), "kraft_dark"))

    def _meaning(self, sheet: Sheet, room: Box, single: bool) -> None:
        used = sheet.text(room.x, room.y, room.w, sheet.say("shock.changes"), style("subheading", size=40))
        y = used.bottom + 12
        for picture, text in self.blow.changes:
            words = sheet.say(text)
            line = style("body", size=30) if _close(sheet) or len(self.blow.claims) > 2 else _LINE
            high = max(44.0 if len(self.blow.claims) > 2 else 50.0, sheet.measure(words, line, room.w - 68)[1])
            parts.icon(sheet, picture, room.x, y + min(4.0, (high - 44) / 2), 44)
            sheet.text(room.x + 68, y, room.w - 68, words, line, height=high, middle=True)
            y += high + 10
        y = self._sum(sheet, room._replace(y=y + 6)) + (10 if len(self.blow.claims) > 2 else 22)
        if not self.blow.claims:
            _plain(sheet, Box(room.x - 30, y, room.w + 50, 0), sheet.say(self.blow.letter.plain))
        else:
            least = _claims_height(sheet, self.blow.claims, room.w - 12)
            most = min(424.0, least + 56.0 * len(self.blow.claims))
            high = max(least, min(most, room.bottom + 6 - y)) if not single else least
            _claims(sheet, Box(room.x - 30, y, room.w + 50, high), self.blow.claims)

    def _sum(self, sheet: Sheet, at: Box) -> float:
        """The one large number: what each month lacks, else what it costs once."""
        cents = self.blow.monthly or self.blow.once
        if not cents:
            return at.y
        name = "shock.once"
        if self.blow.monthly:
            name = "shock.less_claimed" if self.blow.claimed else "shock.less"
        sheet.rule(at.x, at.y, at.w, "ink", 3)
        amount = sheet.voice.money(-cents)
        wide, high = sheet.measure(amount, "balance")
        label = sheet.say(name)
        room = at.w - wide - 30
        given = style("subheading", size=38 if room > 300 else 32)
        tall = max(high, sheet.measure(label, given, room)[1]) + 4
        sheet.text(at.x, at.y + 4, room, label, given, height=tall, middle=True)
        sheet.text(
            at.x, at.y + 4, at.w, amount, "balance", align="right", colour="brick_text", height=tall, middle=True
        )
        return at.y + tall

    def _foot(self, sheet: Sheet, paper: Box) -> float:
        """The answers below the letter; returns where they begin."""
        call = sheet.say("shock.call") if self.call else ""
        buttons: list[tuple[str, str, str, Move | None]] = []
        if self.question is None:
            main = ("onward", "", sheet.say("shock.aside"), self.onward)
        else:
            claim, later = self.question.options[0], self.question.options[-1]
            main = (claim.id, "A", sheet.say(claim.text), Give(claim.id))
            buttons.append((later.id, "B", sheet.say(later.text), Give(later.id)))
        if call:
            buttons.append(("call", "T", call, self.call))
        given = style("subheading", size=38 if len(buttons) < 2 and not sheet.narrow else 34)
        count = len(buttons) + 1
        each = min(500.0, (paper.w - 24 * (count - 1)) / count)
        two_lines = 2.1 * sheet.measure("0", given)[1]
        labels = [(label, each - (150 if key else 60)) for _, key, label, _ in (*buttons, main)]
        stacked = any(sheet.measure(label, given, room)[1] > two_lines for label, room in labels)
        each = paper.w if stacked else each
        high = max(
            88.0,
            *(
                sheet.measure(label, given, each - (130 if key else 60))[1] + 20
                for _, key, label, _ in (*buttons, main)
            ),
        )
        rows = count if stacked else 1
        low = sheet.height - (26 if _close(sheet) else 48)
        y = low - rows * high - (rows - 1) * 16
        for index, (id, key, label, move) in enumerate(buttons):
            x = paper.x if stacked or index == 0 else paper.x + each + 24
            top = y + index * (high + 16) if stacked else y
            button(sheet, Box(x, top, each, high), id, label, move, kind="plain", key=key, given=given)
        box = Box(paper.right - each, low - high, each, high)
        id, key, label, move = main
        button(sheet, box, id, label, move, key=key, arrow=self.question is None, first=True, given=given)
        if not sheet.narrow and count == 2 and not stacked:
            pen = Box(paper.centre[0] - 116, y + 14, 232, 52)
            sheet.picture("pen", pen, tilt=-5, shadow=True)
        return y


def _close(sheet: Sheet) -> bool:
    """Whether everything stands closer: the window is not wide, or the letters are large."""
    return sheet.width < 1800 or sheet.text_size > 100


def quoted(sheet: Sheet, text: str) -> str:
    """Somebody's own words, between the marks of the language."""
    marks = {"fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“"), "lb": ("„", "“")}
    left, right = marks.get(sheet.voice.language, ("“", "”"))
    return f"{left}{text}{right}"


def _things(sheet: Sheet, paper: Box) -> None:
    """A mug and the keys, half under the letter."""
    if sheet.narrow:
        return

    def paint(canvas: Canvas) -> None:
        canvas.picture("mug_top", Box(paper.x - 204, 60, 230, 204), 0, True)
        canvas.picture("keys", Box(paper.right - 30, 43, 172, 143), 15, True)

    sheet.shape(Box(0, 43, sheet.width, 221), paint, loose=True)


def _claims_height(sheet: Sheet, claims: tuple[Claim, ...], w: float) -> float:
    room = w - 126
    high = sheet.measure(sheet.say("shock.can_claim"), "subheading", w - 36)[1] + 28 + 12
    for claim in claims:
        high += sheet.measure(sheet.say(claim.title), "label", room)[1]
        high += sheet.measure(_note(sheet, claim), style("note", size=30), room)[1] + 14
    return high + 14


def _note(sheet: Sheet, claim: Claim) -> str:
    note = sheet.say(claim.note)
    if claim.last is None:
        return note
    return f"{note}\n{sheet.say(message('shock.last', month=claim.last))}"


def _claims(sheet: Sheet, box: Box, claims: tuple[Claim, ...]) -> None:
    w = box.w - 62
    spare = max(0.0, box.h - _claims_height(sheet, claims, w)) / (len(claims) + 1)
    with sheet.inside(parts.panel(sheet, box, "teal_light")):
        colour = "ink" if sheet.palette.night else "teal_text"
        used = sheet.text(box.x + 36, box.y + 24, w - 36, sheet.say("shock.can_claim"), "subheading", colour=colour)
        y = used.bottom + 10 + spare / 2
        for claim in claims:
            parts.icon(sheet, claim.picture, box.x + 36, y + 6, 64)
            room = w - 126
            name = sheet.text(box.x + 126, y, room, sheet.say(claim.title), "label")
            note = sheet.text(box.x + 126, name.bottom, room, _note(sheet, claim), style("note", size=30), colour="ink")
            y = note.bottom + 14 + spare


def _plain(sheet: Sheet, at: Box, text: str) -> None:
    """The letter in plain words, where nothing can be claimed."""
    head = sheet.say("letter.plain")
    given = style("body", size=34)
    high = sheet.measure(head, "subheading", at.w - 72)[1] + sheet.measure(text, given, at.w - 72)[1] + 60
    box = at._replace(h=high)
    with sheet.inside(parts.panel(sheet, box, "teal_light")):
        colour = "ink" if sheet.palette.night else "teal_text"
        used = sheet.text(box.x + 36, box.y + 24, box.w - 72, head, "subheading", colour=colour)
        sheet.text(box.x + 36, used.bottom + 8, box.w - 72, text, given)

"""One letter in its own words and in plain ones, what follows if nobody answers, and what can be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.explain.post import Piece, Reply
from game.model.message import message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.controls import option_row
from game.ui.screen import Give, Move, Pop, Replace, Still
from game.ui.screens.mail_letter import letter_paper
from game.ui.screens.mail_next import next_height, next_steps
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box, by_id

EDGES = {"white": "line", "amber": "amber", "brick": "brick"}
_EDGE_HIGH = 120.0
_SHOWN = 4  # edges of other letters below


@dataclass(frozen=True, slots=True)
class Mail(Still):
    """The pile, one letter of it open. The arrows turn it over."""

    pieces: tuple[Piece, ...]
    index: int = 0

    def lay(self, sheet: Sheet) -> None:
        """The letter at the left, its meaning and the answers at the right, the edges of the others below."""
        sheet.table(92, 520, 900)
        piece = self.pieces[self.index]
        single = (sheet.narrow and sheet.text_size > 100) or sheet.text_size > 125
        low = self._edges(sheet)
        whole = sheet.width - 2 * sheet.margin
        gap = 40.0 if not sheet.narrow else 28.0
        left = whole if single else (whole - gap) * (0.54 if not sheet.narrow else 0.5)
        room = Box(sheet.margin, 44, left, low - 32 - 44)
        with sheet.scroll(Box(10, 20, sheet.width - 20, low - 20 - 12)) as top:
            at = room._replace(y=top + 24)
            used = letter_paper(sheet, at, piece, fixed=not single)
            right = Box(sheet.margin + left + gap, top + 24, whole - left - gap, room.h)
            if single:
                right = Box(room.x, used + 24, room.w, 0)
            self._meaning(sheet, right, piece)
        self._turning(sheet)

    def _meaning(self, sheet: Sheet, room: Box, piece: Piece) -> None:
        letter = piece.letter
        y = room.y
        roomy = room.h > 600
        if letter.opened:
            plain = sheet.say(letter.plain) if letter.plain != letter.text else ""
            least = 214 if roomy and letter.what_next else 120
            y = _plain(sheet, Box(room.x, y, room.w, 0), plain, least) + 24 if plain else y
            if letter.what_next:
                high = max(next_height(sheet, letter, room.w), 250 if roomy else 0)
                next_steps(sheet, Box(room.x, y, room.w, high), letter)
                y += high + 24
        keys = iter("ABCDE")
        for reply in piece.replies:
            y = _reply(sheet, room._replace(y=y), next(keys), reply) + 12
        back, note = sheet.say("mail.back"), sheet.say("mail.back_note")
        key = next(keys)
        option_row(
            sheet, room.x, y, room.w, "back", key, back, note, Pop(), raised=True, height=108, first=not piece.replies
        )

    def _turning(self, sheet: Sheet) -> None:
        """The left and the right arrow turn the pile wherever the focus is."""
        if len(self.pieces) < 2:
            return
        whole = by_id(sheet.root, "pages")
        longer = any(node.role == "scroll" and node.reach > 1 for node in sheet.root.walk())
        if whole is not None and longer and sheet.text_size > 100:
            whole.first = True  # the page begins at its top, not at its answers
        for node in sheet.root.walk():
            if node.focusable:
                node.turn = (self._to(self.index - 1), self._to(self.index + 1))

    def _to(self, index: int) -> Move:
        return Replace(replace(self, index=index % len(self.pieces)))

    def _edges(self, sheet: Sheet) -> float:
        """The other letters' edges and the pager; returns where they begin."""
        top = sheet.height - _EDGE_HIGH if sheet.text_size == 100 else sheet.height - 144.0
        count = len(self.pieces)
        of = sheet.say(message("mail.place", n=self.index + 1, count=count))
        given = style("label", size=34, weight=400)
        edge = max(60.0, sheet.styled(style("key", size=60 * 0.58)).size * 1.35)
        wide = max(320.0, sheet.measure(of, given)[0] + 2 * edge + 80)
        high = max(84.0, edge + 24)
        if count > 1:
            _pager(sheet, Box(sheet.width - sheet.margin - wide, top, wide, high), of, self._to, self.index, count)
        room = sheet.width - 2 * sheet.margin - wide - 32
        widest = 340.0 * sheet.text_size / 100
        fitting = [(fits, min(widest, (room - 20 * (fits - 1)) / fits)) for fits in range(_SHOWN, 1, -1)]
        most, each = next((one for one in fitting if self._edges_fit(sheet, one[1])), (1, min(room, 640.0)))
        others = [(self.index + step) % count for step in range(1, count)][:most]
        if not self._edges_fit(sheet, each):
            others = []  # the pager turns to them as well
        for place, index in enumerate(others):
            box = Box(sheet.margin + place * (each + 20), top, each, sheet.height - top)
            _edge(sheet, box, self.pieces[index], self._to(index), index)
        return top

    def _edges_fit(self, sheet: Sheet, each: float) -> bool:
        """Whether all senders' names hold in two lines on edges of that width."""
        room = each - 40 - 16 - 68
        two = 2.1 * sheet.measure("0", "note_strong")[1]
        names = [(sheet.say(piece.letter.sender)) for piece in self.pieces]
        widest = max(sheet.measure(word, "note_strong")[0] for name in names for word in name.split())
        return widest <= room and all(sheet.measure(name, "note_strong", room)[1] <= two for name in names)


def _plain(sheet: Sheet, at: Box, text: str, least: float) -> float:
    head = sheet.say("letter.plain")
    given = style("body", size=34, line=46 / 34)
    room = at.w - 72
    high = max(least, sheet.measure(head, "label", room)[1] + sheet.measure(text, given, room)[1] + 56)
    box = at._replace(h=high)
    with sheet.inside(parts.paper(sheet, box, fill="teal_light")):
        colour = "ink" if sheet.palette.night else "teal_text"
        used = sheet.text(box.x + 36, box.y + 22, room, head, "label", colour=colour)
        sheet.text(box.x + 36, used.bottom + 9, room, text, given)
    return box.bottom


def _reply(sheet: Sheet, room: Box, key: str, reply: Reply) -> float:
    label, price = sheet.say(f"mail.{reply.kind}"), ""
    if reply.used:
        note = sheet.say("mail.call_used")
    elif reply.kind == "parts":
        note = sheet.say(message("mail.parts_note", month=reply.start))
        price = sheet.say(message("mail.parts_price", count=reply.count, exact=reply.cents))
    else:
        note = sheet.say(f"mail.{reply.kind}_note")
    box = option_row(
        sheet,
        room.x,
        room.y,
        room.w,
        reply.kind,
        key,
        label,
        note,
        Give(reply.option, reply.question),
        price=price,
        enabled=not reply.used,
        first=key == "A",
        height=108,
        raised=True,
    )
    return box.bottom


def _edge(sheet: Sheet, box: Box, piece: Piece, move: Move, index: int) -> None:
    letter = piece.letter
    name = sheet.say(letter.sender)
    about = sheet.say(letter.title) if letter.opened else sheet.say("mail.closed")
    about = about if about != name else ""
    tone = EDGES[letter.level]
    state = sheet.state(f"letter.{index}")

    def paint(canvas: Canvas) -> None:
        tall = box._replace(h=box.h + 40)
        canvas.shadow(tall, "paper", 10)
        canvas.fill(tall, tone, 10)
        rest = Box(box.x + 16, box.y, box.w - 16, tall.h)
        canvas.fill(rest, "paper" if state != "pressed" else "teal_light", 10)
        canvas.fill(rest._replace(w=20), "paper" if state != "pressed" else "teal_light")
        if state == "hover":
            canvas.frame(tall, "ink", 3, 10)

    node = sheet.control(
        "tab", f"letter.{index}", f"{name}: {about}" if about else name, box, move, paint, fill="paper", radius=10
    )
    with sheet.inside(node):
        sign = 52.0 if letter.level != "white" else 0.0
        room = box.w - 40 - 16 - (sign + 16 if sign else 0)
        given = sheet.fit(name, "strong", room, 1, 30)
        wide, high = sheet.measure(name, given, room)
        if wide > room or high > 1.5 * sheet.measure("0", given)[1]:
            given = style("note_strong")
        used = sheet.text(box.x + 40, box.y + 10, room, name, given)
        left = box.bottom - used.bottom - 4
        if about and sheet.measure(about, "note", room)[1] <= left + 2:
            sheet.text(box.x + 40, used.bottom + 2, room, about, "note", colour="ink2")
        if sign:
            urgent = "brick_light" if letter.level == "brick" else "amber_light"
            sheet.shape(
                Box(box.right - 68, box.y + 18, 52, 52),
                lambda c: _sign(c, Box(box.right - 68, box.y + 18, 52, 52), tone, urgent),
                loose=True,
            )


def _sign(canvas: Canvas, box: Box, tone: str, light: str) -> None:
    """A round mark with a stroke and a dot: this one waits for an answer."""
    x, y = box.centre
    canvas.circle(x, y, 26, tone)
    canvas.circle(x, y, 22, light)
    canvas.fill(Box(x - 3, y - 14, 6, 18), "brick_text" if tone == "brick" else "amber_text", 3)
    canvas.circle(x, y + 11, 4, "brick_text" if tone == "brick" else "amber_text")


def _pager(sheet: Sheet, box: Box, text: str, to: Callable[[int], Move], index: int, count: int) -> None:
    before, after = to(index - 1), to(index + 1)
    onward = after if index + 1 < count else Pop()  # Enter reads through the pile, once
    node = sheet.control("choice", "pages", text, box, onward, lambda c: _pager_ground(c, box), fill="paper", radius=20)
    with sheet.inside(node):
        x = box.x + 12
        for arrow, move in (("←", before), ("→", after)):
            wide = max(60.0, sheet.styled(style("key", size=60 * 0.58)).size * 1.35)
            touch = Box(x - 4, box.y + (box.h - 68) / 2, max(68.0, wide + 8), 68)
            turned = sheet.control("segment", f"pages.{arrow}", arrow, touch, move, focusable=False, radius=16)
            with sheet.inside(turned):
                edge = parts.badge(sheet, x, box.y + (box.h - wide) / 2, arrow, 60)
            x = edge.right + 12
        sheet.text(
            x + 2, box.y, box.right - x - 14, text, style("label", size=34, weight=400), height=box.h, middle=True
        )


def _pager_ground(canvas: Canvas, box: Box) -> None:
    canvas.shadow(box, "paper", 20)
    canvas.fill(box, "paper", 20)

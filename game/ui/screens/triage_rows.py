"""The lines of the triage: a bill with its small buttons, a way to fill the gap with its letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.model.game import Option
from game.model.message import message
from game.ui.canvas import Canvas
from game.ui.choices import toggle
from game.ui.parts import badge, icon
from game.ui.screen import Give, Move, Undo
from game.ui.screens.triage_facts import Bill, Fill
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box, Node

_NAME = style("subheading")
_NOTE = style("note", size=30)
_AMOUNT = style("price", line=1.1)
_WORD = style("note", weight=600)
_LEAST = 138.0
_SEPARATOR = " · "


def said_notes(sheet: Sheet, option: Option) -> str:
    """What follows from an option, as one line."""
    return _SEPARATOR.join(sheet.say(note) for note in option.notes)


def word_of(sheet: Sheet, option: Option) -> str:
    """The word on its small button."""
    kind = option.id.partition(".")[0]
    return sheet.say("triage.ask_word") if kind == "ask" else sheet.say(option.text)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one line is divided: measured first, so that it can be as high as it needs."""

    left: float  # where words begin
    name: Style
    name_room: float
    name_high: float
    amount: tuple[float, float]  # width and height
    note: str
    note_room: float
    buttons: tuple[tuple[float, ...], ...]  # widths of the small buttons, by line
    beside: bool  # the buttons stand beside the note
    high: float


def bill_row(sheet: Sheet, x: float, y: float, w: float, bill: Bill, looked: str, next: str = "") -> Box:
    """A bill: who, how much, what follows, and its answers. `looked` is under focus or mouse, `next` where it waits."""
    words = [word_of(sheet, option) for option in bill.options]
    note = _bill_note(sheet, bill, looked)
    plan = _planned(sheet, w, bill, note, words)
    box = Box(x, y, w, plan.high)
    edge = "teal" if bill.home or bill.taken else "amber" if _costs(bill) else "line"
    node = _letter(sheet, box, "teal_light" if bill.taken else "paper", edge, sheet.say(bill.name))
    with sheet.inside(node):
        top = _head(sheet, box, plan, bill.icon, sheet.say(bill.name), sheet.voice.money(bill.amount), bill.home)
        _foot(sheet, box, plan, top, bill, words, next)
    return box


def _switch_width(sheet: Sheet, word: str) -> float:
    drawn = max(56.0, sheet.styled("note_strong").size * 1.6)
    return max(156.0, sheet.measure(word, style("note", weight=700))[0] + drawn + 44)


def _bill_note(sheet: Sheet, bill: Bill, looked: str) -> str:
    if bill.taken:
        known = "later" if bill.taken in ("wait", "half") else "in_parts"
        return sheet.say(f"triage.{known}", amount=bill.kept)
    chosen = next((option for option in bill.options if option.id == looked), None)
    option = chosen or next((o for o in bill.options if o.id.startswith(("wait", "parts"))), bill.options[0])
    said = said_notes(sheet, option)
    return f"{sheet.say('triage.home_first')}{_SEPARATOR}{said}" if bill.home and not chosen else said


def _costs(bill: Bill) -> bool:
    """Whether waiting brings a fee at once."""
    return any(note.id in ("triage.letter_fee", "triage.rejected") for o in bill.options for note in o.notes)


def _planned(sheet: Sheet, w: float, bill: Bill, note: str, words: Sequence[str]) -> _Plan:
    """Measured: the name beside the amount, the note beside the buttons where two lines are enough."""
    name, amount = sheet.say(bill.name), sheet.voice.money(bill.amount)
    switch = _switch_width(sheet, sheet.say(f"triage.taken_{bill.taken}")) if bill.taken else 0.0
    left = 160.0 if not sheet.narrow else 116.0
    room = w - left - 28
    amount_size = sheet.measure(amount, _AMOUNT)
    name_room = room - amount_size[0] - (80 if bill.home else 24)
    given = sheet.fit(name, _NAME, name_room, 0, 28)
    name_high = sheet.measure(name, given, name_room)[1]
    widths = [max(72.0, sheet.measure(word, _WORD)[0] + 40) for word in words] or ([switch] if switch else [])
    rows = _flowed(widths, room)
    across = sum(rows[0]) + 10 * (len(rows[0]) - 1) if rows else 0.0
    beside_room = room - across - 20
    beside = len(rows) < 2 and (not note or sheet.set(note, _NOTE, beside_room).width <= beside_room * sheet.unit + 1)
    if note and beside and len(sheet.set(note, _NOTE, beside_room).lines) > 2:
        beside = False
    note_room = beside_room if beside else room
    note_high = sheet.measure(note, _NOTE, note_room)[1] if note else 0.0
    buttons = len(rows) * 64 + 8 * max(0, len(rows) - 1)
    head = max(name_high, amount_size[1])
    low = max(note_high, buttons) if beside else note_high + 6 + buttons
    high = max(_LEAST, 26 + head + low)
    return _Plan(left, given, name_room, name_high, amount_size, note, note_room, rows, beside, high)


def _flowed(widths: Sequence[float], room: float) -> tuple[tuple[float, ...], ...]:
    rows: list[list[float]] = []
    for width in widths:
        if rows and sum(rows[-1]) + 10 * len(rows[-1]) + width <= room:
            rows[-1].append(min(width, room))
        else:
            rows.append([min(width, room)])
    return tuple(tuple(row) for row in rows)


def _letter(sheet: Sheet, box: Box, fill: str, edge: str, name: str) -> Node:
    """A letter on the table with a coloured edge at its left."""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 10)
        canvas.fill(box, edge, 10)
        canvas.fill(Box(box.x + 14, box.y, box.w - 14, box.h), fill, 10)
        canvas.fill(Box(box.x + 14, box.y, 14, box.h), fill)

    return sheet.put(Node("paper", name, box, paint=paint, fill=fill, radius=10))


def _head(sheet: Sheet, box: Box, plan: _Plan, picture: str, name: str, amount: str, home: bool) -> float:
    """Icon, name and amount; returns where the lower half begins."""
    size = 64.0 if not sheet.narrow else 56.0
    icon(sheet, picture, box.x + 14 + (plan.left - 14 - size) / 2, box.y + (box.h - size) / 2, size)
    high = max(plan.name_high, plan.amount[1])
    top = box.y + 12
    right = box.right - 28
    sheet.text(
        right - plan.amount[0] - 2, top, plan.amount[0] + 2, amount, _AMOUNT, align="right", height=high, middle=True
    )
    x = box.x + plan.left
    sheet.text(x, top, plan.name_room, name, plan.name, height=high, middle=True)
    if home:
        icon(sheet, "icon_shield", right - plan.amount[0] - 66, top + (high - 46) / 2, 46)
    return top + high


def _foot(sheet: Sheet, box: Box, plan: _Plan, top: float, bill: Bill, words: Sequence[str], next: str) -> None:
    x, low = box.x + plan.left, box.bottom - 14
    lines = len(plan.buttons)
    buttons_high = lines * 64 + 8 * max(0, lines - 1)
    if plan.note:
        room = low - top - (0 if plan.beside else buttons_high + 6)
        colour = "ink" if sheet.palette.night else "ink2"
        sheet.text(x, top, plan.note_room, plan.note, _NOTE, colour=colour, height=room, middle=True)
    y = low - buttons_high
    if bill.taken:
        word = sheet.say(f"triage.taken_{bill.taken}")
        move = Undo() if bill.last else None
        wide = _switch_width(sheet, word)
        name = sheet.say(bill.name)
        toggle(sheet, box.right - 28 - wide, y, f"bill.{bill.item}", name, word, True, move, w=wide, focusable=False)
        return
    place = 0
    for row in plan.buttons:
        left = box.right - 28 - sum(row) - 10 * (len(row) - 1)
        for width in row:
            option = bill.options[place]
            _small(sheet, Box(left, y, width, 64), bill, option, words[place], first=option.id == next)
            left += width + 10
            place += 1
        y += 72


def _small(sheet: Sheet, box: Box, bill: Bill, option: Option, word: str, *, first: bool) -> None:
    """A small button on a bill."""
    state = sheet.state(option.id)

    def paint(canvas: Canvas) -> None:
        canvas.fill(box, "teal_light" if state == "pressed" else "kraft_light", 16)
        if state != "rest":
            canvas.frame(box, "ink", 3, 16)

    said = f"{sheet.say(bill.name)}: {word}. {said_notes(sheet, option)}"
    fill = "teal_light" if state == "pressed" else "kraft_light"
    node = sheet.control("button", option.id, said, box, Give(option.id), paint, fill=fill, radius=16, first=first)
    with sheet.inside(node):
        sheet.text(box.x + 8, box.y, box.w - 16, word, _WORD, align="center", height=box.h, middle=True)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a fill says: name and note, the amount and what stands beneath it."""

    name: str
    note: str
    price: str
    beneath: str
    colour: str


def fill_row(sheet: Sheet, x: float, y: float, w: float, fill: Fill, first: bool) -> Box:
    """A way to fill the gap: letter, picture, what it is, how much it closes; teal once it is taken."""
    edge = max(64.0, sheet.styled(style("key")).size * 1.35)
    pictured = 104.0 if not sheet.narrow else 72.0 if sheet.text_size == 100 else 0.0
    left = 24 + edge + 24 + (pictured + 24 if pictured else 0)
    said = _fill_words(sheet, fill)
    size, priced = _price_size(sheet, fill, said)
    beside = w - left - 28 - 20 - size
    across = any(sheet.measure(text, given)[0] > beside for text, given in ((said.name, _NAME), (said.note, _NOTE)))
    if across:  # what follows runs below the price
        return _across(sheet, Box(x, y, w, 0), fill, first, (edge, pictured, left))
    high = sheet.measure(said.name, _NAME, beside)[1]
    high += sheet.measure(said.note, _NOTE, beside)[1] + 8 if said.note else 0
    tall = max(high, priced)
    box = Box(x, y, w, max(_LEAST, tall + 30))
    with sheet.inside(_sheet_of_paper(sheet, box, fill, said, first)):
        _key_and_picture(sheet, box, fill, edge, pictured)
        top = box.y + (box.h - tall) / 2
        name = sheet.text(box.x + left, top, beside, said.name, _NAME)
        _fill_note(sheet, fill, said.note, Box(box.x + left, name.bottom + 8, beside, 0))
        _closing(sheet, Box(box.right - 28 - size - 2, top, size + 2, priced), fill, said)
    return box


def _across(sheet: Sheet, box: Box, fill: Fill, first: bool, measured: tuple[float, float, float]) -> Box:
    """The same where words need the whole width: name and price on the first line, what follows below both."""
    edge, pictured, left = measured
    said = _fill_words(sheet, fill)
    note = _SEPARATOR.join(part for part in (said.note, said.beneath) if part)
    price_w, price_h = sheet.measure(said.price, _AMOUNT)
    room, check = box.w - left - 28, 56.0 if fill.taken else 0.0
    name_room = room - price_w - check - 20
    given = sheet.fit(said.name, _NAME, name_room, 2, 30)
    own_line = sheet.measure(said.name, given, name_room)[0] > name_room
    name_room, given = (room, _NAME) if own_line else (name_room, given)
    words = sheet.measure(said.name, given, name_room)[1]
    line = words + price_h if own_line else max(words, price_h)
    tall = line + (sheet.measure(note, _NOTE, room)[1] + 4 if note else 0)
    box = box._replace(h=max(_LEAST, tall + 26))
    with sheet.inside(_sheet_of_paper(sheet, box, fill, replace(said, note=note, beneath=""), first)):
        _key_and_picture(sheet, box, fill, edge, pictured)
        x, top = box.x + left, box.y + (box.h - tall) / 2
        sheet.text(x, top, name_room, said.name, given, height=line - price_h if own_line else line, middle=True)
        at = Box(x + room - price_w - 2, top + line - price_h if own_line else top, price_w + 2, price_h)
        low = price_h if own_line else line
        sheet.text(at.x, at.y, at.w, said.price, _AMOUNT, align="right", colour=said.colour, height=low, middle=True)
        if fill.taken:
            icon(sheet, "icon_check", at.x - 54, at.y + (low - 44) / 2, 44)
        _fill_note(sheet, fill, note, Box(x, top + line + 4, room, 0))
    return box


def _price_size(sheet: Sheet, fill: Fill, said: _Words) -> tuple[float, float]:
    """Width and height of the price with what stands beneath it."""
    wide, high = sheet.measure(said.price, _AMOUNT)
    if said.beneath:
        below = sheet.measure(said.beneath, _WORD)
        return max(wide, below[0]), high + below[1]
    return wide, high + (46 if fill.taken else 0)


def _key_and_picture(sheet: Sheet, box: Box, fill: Fill, edge: float, pictured: float) -> None:
    badge(sheet, box.x + 24, box.y + (box.h - edge) / 2, fill.key, 64)
    if pictured:
        _pictured(sheet, fill, Box(box.x + 48 + edge, box.y + 14, pictured, box.h - 28))


def _fill_note(sheet: Sheet, fill: Fill, note: str, at: Box) -> None:
    if note:
        ink = "ink" if sheet.palette.night or fill.taken else "ink2"
        sheet.text(at.x, at.y, at.w, note, _NOTE, colour=ink)


def _closing(sheet: Sheet, box: Box, fill: Fill, said: _Words) -> None:
    """At the right: how much of the gap it closes, and what stands beneath."""
    used = sheet.text(box.x, box.y, box.w, said.price, _AMOUNT, align="right", colour=said.colour)
    if said.beneath:
        tone = "ink" if sheet.palette.night else "amber_text"
        sheet.text(box.x, used.bottom, box.w, said.beneath, _WORD, align="right", colour=tone)
    elif fill.taken:
        icon(sheet, "icon_check", box.right - 46, used.bottom, 44)


def _fill_words(sheet: Sheet, fill: Fill) -> _Words:
    option = fill.option
    name = sheet.say(message(f"envelope.{option.item}")) if option.id.startswith("tighten.") else sheet.say(option.text)
    if fill.taken:
        note = sheet.say("triage.taken_back" if fill.last else "triage.taken")
        return _Words(name, note, sheet.voice.signed(option.amount), "", "ink")
    note = _SEPARATOR.join(sheet.say(note) for note in option.notes if note.id != "triage.overdraft_then")
    if option.id == "adviser":
        return _Words(name, note, sheet.say("triage.free"), "", "ink" if sheet.palette.night else "teal_text")
    then = next((sheet.say(note) for note in option.notes if note.id == "triage.overdraft_then"), "")
    return _Words(name, note, sheet.voice.signed(option.amount), then, "ink")


def _pictured(sheet: Sheet, fill: Fill, box: Box) -> None:
    """The option's picture; what is cut this month is an envelope with its own sign on it."""
    option = fill.option
    if not option.id.startswith("tighten."):
        if fill.taken:
            around = box.inset(0, max(0.0, (box.h - box.w) / 2 - 10))
            sheet.shape(around, lambda c: c.fill(around, "paper", 14))
        sheet.picture(option.icon, box.inset(0, max(0.0, (box.h - box.w) / 2 - 6)))
        return
    placed = sheet.picture("envelope", box)
    size = placed.h * 0.52
    sheet.picture(option.icon, Box(placed.centre[0] - size / 2, placed.bottom - size - 4, size, size), loose=True)


def _sheet_of_paper(sheet: Sheet, box: Box, fill: Fill, said: _Words, first: bool) -> Node:
    spoken = ". ".join(part for part in (said.name, said.note, said.price, said.beneath) if part)
    id = fill.option.id
    state = sheet.state(id, not fill.taken or fill.last)
    ground = "teal_light" if fill.taken or state == "pressed" else "paper"

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, ground, 20)
        if state == "hover":
            canvas.frame(box, "ink", 3, 20)

    move: Move | None = (Undo() if fill.last else None) if fill.taken else Give(id)
    return sheet.control(
        "option", id, spoken, box, move, paint,
        key=fill.key, first=first, focusable=not fill.taken, fill=ground, radius=20,
    )  # fmt: skip

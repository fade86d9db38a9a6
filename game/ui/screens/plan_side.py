"""Beside the envelopes: what an ordinary month leaves, what tight costs later, spare money, direct debits."""

from __future__ import annotations

from game.model.message import Message
from game.ui.choices import card_choice, toggle
from game.ui.parts import icon, money_row, paper, slip
from game.ui.screen import Give
from game.ui.screens.plan_facts import Debit, Ordinary
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_HEAD = style("label", size=34)
_LINE = style("note", size=30, line=1.33)
_LEAVES = style("balance", size=68, line=1.12)
_WORD = style("note", size=30, weight=600)
_ROW = style("body", size=32, line=1.25)


def leaves(sheet: Sheet, x: float, y: float, w: float, found: Ordinary) -> Box:
    """A bank slip with the sums of an ordinary month, the result largest."""
    lines = (
        (sheet.say("plan.comes_in"), found.comes_in),
        (sheet.say("plan.envelopes"), -found.envelopes),
        (sheet.say("plan.contracts"), -found.contracts),
    )
    room = w - 64
    high = 20 + sheet.measure(sheet.say("plan.ordinary"), "label", room)[1]
    high += sum(_row_high(sheet, room, name, sheet.voice.money(cents)) for name, cents in lines)
    box = Box(x, y, w, high + 10 + result_height(sheet, room, found) + 24)
    with sheet.inside(slip(sheet, box)):
        y = sheet.text(x + 32, y + 18, room, sheet.say("plan.ordinary"), "label").bottom
        for name, cents in lines:
            y = money_row(sheet, x + 32, y, room, name, sheet.voice.money(cents), given=_ROW).bottom - 4
        y = sheet.rule(x + 32, y + 4, room, "ink", 3).bottom
        result(sheet, Box(x + 32, y + 2, room, result_height(sheet, room, found)), found)
    return box


def _row_high(sheet: Sheet, room: float, name: str, amount: str) -> float:
    wide, high = sheet.measure(amount, "amount")
    return max(high, sheet.measure(name, _ROW, room - wide - 24)[1]) + 4


def result_height(sheet: Sheet, room: float, found: Ordinary) -> float:
    """Units of the line with the result."""
    amount_wide, amount_high = sheet.measure(sheet.voice.money(found.leaves), _LEAVES)
    return max(amount_high, _words_height(sheet, room - amount_wide - 24, found))


def _words_height(sheet: Sheet, room: float, found: Ordinary) -> float:
    word, before = _result_words(sheet, found)
    beside = sheet.measure(word, "subheading")[0] + sheet.measure(before, _LINE)[0] + 24 <= room
    high = sheet.measure(word, "subheading", room)[1]
    return high if beside or not before else high + sheet.measure(before, _LINE, room)[1]


def _result_words(sheet: Sheet, found: Ordinary) -> tuple[str, str]:
    word = sheet.say("plan.leaves")
    before = sheet.say("plan.before", amount=found.before) if found.before != found.leaves else ""
    return word, before


def result(sheet: Sheet, box: Box, found: Ordinary) -> None:
    """The word, what it was before, and the sum."""
    amount = sheet.voice.money(found.leaves)
    wide = sheet.measure(amount, _LEAVES)[0]
    tone = "brick_text" if found.leaves < 0 else "teal_text"
    sheet.text(box.x, box.y, box.w, amount, _LEAVES, align="right", colour=tone, height=box.h, middle=True)
    room = box.w - wide - 24
    word, before = _result_words(sheet, found)
    grey = "ink" if sheet.palette.night else "ink2"
    word_wide = sheet.measure(word, "subheading")[0]
    if before and word_wide + sheet.measure(before, _LINE)[0] + 24 > room:
        top = box.y + (box.h - _words_height(sheet, room, found)) / 2
        used = sheet.text(box.x, top, room, word, "subheading")
        sheet.text(box.x, used.bottom, room, before, _LINE, colour=grey)
        return
    sheet.text(box.x, box.y, room, word, "subheading", height=box.h, middle=True)
    if before:
        sheet.text(
            box.x + word_wide + 24, box.y, room - word_wide - 24, before, _LINE, colour=grey, height=box.h, middle=True
        )


def later(sheet: Sheet, x: float, y: float, w: float, lines: tuple[Message, ...]) -> Box:
    """The amber card: what the tight envelopes cost later."""
    said = [sheet.say(line) for line in lines] or [sheet.say("plan.nothing_tight")]
    head = sheet.say("plan.later")
    head_high = max(56.0, sheet.measure(head, _HEAD, w - 126)[1])
    box = Box(x, y, w, 14 + head_high + sum(sheet.measure(line, _LINE, w - 64)[1] for line in said) + 22)
    with sheet.inside(paper(sheet, box, fill="amber_light")):
        icon(sheet, "icon_wait", x + 28, y + 14 + (head_high - 48) / 2, 48)
        sheet.text(x + 94, y + 14, w - 126, head, _HEAD, height=head_high, middle=True)
        y += 14 + head_high + 4
        for line in said:
            y = sheet.text(x + 32, y, w - 64, line, _LINE).bottom
    return box


def spare_money(sheet: Sheet, x: float, y: float, w: float, chosen: str, spares: tuple[str, ...]) -> Box:
    """Where spare money goes: four cards, one of them dark."""
    used = sheet.text(x, y, w, sheet.say("plan.spare"), _HEAD)
    words = [sheet.say(f"spare.{name}") for name in spares]
    half = (w - 16) / 2
    across = 2 if all(sheet.measure(word, _WORD)[0] <= half - 24 for word in words) else 1
    wide = half if across == 2 else w
    high = max(66.0, max((sheet.measure(word, _WORD, wide - 20)[1] for word in words), default=0) + 20)
    low = used.bottom + 4
    for index, name in enumerate(spares):
        row, column = divmod(index, across)
        place = Box(x + column * (wide + 16), low + row * (high + 10), wide, high)
        move = None if name == chosen else Give(f"plan.spare:{name}")
        card_choice(sheet, place, f"spare.{name}", words[index], name == chosen, move, given=_WORD)
    rows = -(-len(spares) // across)
    return Box(x, y, w, low + rows * (high + 10) - 10 - y)


def direct_debits(sheet: Sheet, x: float, y: float, w: float, debits: tuple[Debit, ...]) -> Box:
    """Who takes their money by themselves, a switch each."""
    head = sheet.say("plan.debits")
    head_high = sheet.measure(head, _HEAD, w - 64)[1]
    gap, switch = 24.0, _switch_width(sheet)
    half = (w - 64 - gap) / 2
    across = 2 if all(_fits(sheet, sheet.say(debit.name), half - switch - 10) for debit in debits) else 1
    cell = half if across == 2 else w - 64
    rows = [debits[start : start + across] for start in range(0, len(debits), across)]
    heights = [
        max(max(64.0, sheet.measure(sheet.say(d.name), _LINE, cell - switch - 10)[1]) for d in row) + 4 for row in rows
    ]
    box = Box(x, y, w, 16 + head_high + 8 + sum(heights) + 16)
    with sheet.inside(paper(sheet, box)):
        y = sheet.text(x + 32, y + 16, w - 64, head, _HEAD).bottom + 8
        for row, high in zip(rows, heights, strict=True):
            for column, debit in enumerate(row):
                _debit(sheet, Box(x + 32 + column * (cell + gap), y, cell, high), debit, switch)
            y += high
    return box


def _fits(sheet: Sheet, name: str, room: float) -> bool:
    """Whether a name stands beside its switch in two lines."""
    lines = sheet.set(name, _LINE, max(1.0, room))
    return len(lines.lines) <= 2 and lines.width <= room * sheet.unit


def _switch_width(sheet: Sheet) -> float:
    """As wide as the longer of its two words needs."""
    drawn = max(56.0, sheet.styled("note_strong").size * 1.6)
    words = (sheet.say("debit.on"), sheet.say("debit.off"))
    return max(116.0, max(sheet.measure(word, style("note", weight=700))[0] for word in words) + drawn + 44)


def _debit(sheet: Sheet, box: Box, debit: Debit, switch: float) -> None:
    name = sheet.say(debit.name)
    word = sheet.say("debit.on" if debit.on else "debit.off")
    sheet.text(box.x, box.y, box.w - switch - 10, name, _LINE, height=box.h, middle=True)
    drawn = max(64.0, max(56.0, sheet.styled("note_strong").size * 1.6))
    move = Give(f"debit.{debit.key}:{'off' if debit.on else 'on'}")
    y = box.y + (box.h - drawn) / 2
    toggle(sheet, box.right - switch, y, f"debit.{debit.key}", name, word, debit.on, move, w=switch)

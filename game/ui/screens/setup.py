"""Before a game: whose household, how long, which story, and what shall not come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pygame

from game.model.content import Content
from game.model.game import LENGTHS, Settings
from game.model.household import Household
from game.ui.canvas import Canvas
from game.ui.choices import choice, toggle
from game.ui.controls import button
from game.ui.screen import Begin, Move, Pop, Replace, Still
from game.ui.screens.household_cards import Row, alone, alone_height, cards, fitting, onward, text_height
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

LEFT_OUT = ("death", "illness")
_HIGHEST = 9999  # story numbers have four digits, so that they can be told from one table to the next


def surprise(number: int) -> int:
    """Another story number: far from this one, and each comes once before any comes again."""
    return (number * 4821 + 1237) % (_HIGHEST + 1)


@dataclass(frozen=True, slots=True)
class Setup(Still):
    """What is chosen so far; `chosen` counts the households from 0."""

    content: Content
    chosen: int = 0
    length: int = 1
    number: int = 1
    without: frozenset[str] = frozenset()

    @property
    def households(self) -> tuple[Household, ...]:
        """Those one can play."""
        return tuple(self.content.households.values())

    def lay(self, sheet: Sheet) -> None:
        """Cards above, the questions below them, the one teal button last: the focus is there."""
        sheet.table(178, 776)
        top = self._heading(sheet) + 30
        row = Row(self.households, self.chosen, _moves(self))
        onward(sheet, row)
        if not self.households:
            _nobody(sheet, top + 30)
            return
        groups = _groups(sheet, self)
        rows = _rows(sheet, groups)
        wide, shown, least = self._cards_size(sheet)
        bottom = sheet.height
        if top + least + 26 + _deep(rows) > bottom - 20:  # it scrolls: what begins stays in sight
            bottom -= 84 + 24
            rows = _rows(sheet, groups[:-1])
        high = max(least, min(600.0, bottom - 36 - _deep(rows) - 26 - top))
        with sheet.scroll(Box(12, top - 18, sheet.width - 24, bottom - top + 12), "setup") as start:
            place = Box(sheet.margin, start + 18, wide, high)
            if len(self.households) == 1:
                alone(sheet, self.households[0], place)
            else:
                cards(sheet, row, place, shown)
            y = place.bottom + 26
            for line in rows:
                _row(sheet, line, y)
                y += line[0].height + 14
        if bottom < sheet.height:
            groups[-1].put(sheet.margin, bottom + 4, True)

    def _heading(self, sheet: Sheet) -> float:
        """What is to be chosen; returns where it ends."""
        room = sheet.width - 2 * sheet.margin
        title = sheet.say("setup.title_one" if len(self.households) == 1 else "setup.title")
        head = sheet.text(sheet.margin, 40, room - 170, title, "heading", lines=1, shrink=44)
        told, said = style("body", size=34), sheet.say("setup.subtitle")
        return sheet.text(sheet.margin, head.bottom, room, said, told, colour="ink2", lines=2, shrink=28).bottom

    def _cards_size(self, sheet: Sheet) -> tuple[float, int, float]:
        """A card's width, how many are shown, the least height of one."""
        if len(self.households) == 1:
            wide = sheet.width - 2 * sheet.margin
            return wide, 1, alone_height(sheet, self.households[0], wide)
        shown, wide = fitting(sheet, len(self.households))
        return wide, shown, max(text_height(sheet, one, wide) for one in self.households) + 110

    def handle(self, event: pygame.event.Event) -> Move | None:
        """Enter begins wherever it has no other meaning."""
        onward = event.type == pygame.KEYDOWN and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
        return self.begin(True) if onward and self.households and not event.mod & pygame.KMOD_ALT else None

    def begin(self, platform: bool) -> Begin:
        """The game as it is set up."""
        settings = Settings(platform=platform, without=tuple(sorted(self.without)))
        return Begin(self.households[self.chosen].id, self.number, LENGTHS[self.length], settings)


def _nobody(sheet: Sheet, y: float) -> None:
    """No household can be played: that, and the way back."""
    sheet.text(sheet.margin, y, 1000, sheet.say("setup.none"), "body")
    button(sheet, Box(sheet.margin, y + 80, 380, 84), "back", sheet.say("settings.back"), Pop(), key="ESCAPE")


def _moves(setup: Setup) -> list[Move | None]:
    return [
        Replace(replace(setup, chosen=index)) if index != setup.chosen else None
        for index in range(len(setup.households))
    ]


@dataclass(frozen=True, slots=True)
class Group:
    """One question below the cards: its size, and the function that puts it at a place."""

    width: float
    height: float
    put: Callable[[float, float, bool], None]  # left, top, whether it has a row of its own
    alone: bool = False


def _rows(sheet: Sheet, groups: Sequence[Group]) -> list[list[Group]]:
    """The groups side by side as far as they fit, in rows of one height each."""
    rows: list[list[Group]] = [[]]
    used = 0.0
    for group in groups:
        if rows[-1] and used + group.width > sheet.width - 2 * sheet.margin:
            rows.append([])
            used = 0.0
        rows[-1].append(group)
        used += group.width + 32
    return [
        [replace(group, height=max(one.height for one in row), alone=len(row) == 1) for group in row] for row in rows
    ]


def _deep(rows: Sequence[Sequence[Group]]) -> float:
    return sum(groups[0].height for groups in rows) + 14 * (len(rows) - 1)


def _row(sheet: Sheet, row: Sequence[Group], y: float) -> None:
    """The last group of all (the teal button) ends at the right margin when it shares a row."""
    x = sheet.margin
    for group in row:
        group.put(x, y, group.alone)
        x += group.width + 32


def _groups(sheet: Sheet, setup: Setup) -> list[Group]:
    line = sheet.styled("strong").size * 1.25 + 8
    note = sheet.styled("note").size * 1.25
    months = max(4 * 92 * sheet.text_size / 100, sheet.measure(sheet.say("setup.length"), "strong")[0] + 4)
    high = line + 84 + 6 + note
    return [
        Group(months, high, lambda x, y, _alone: _length(sheet, setup, Box(x, y, months, line))),
        Group(_number_width(sheet), high, lambda x, y, _alone: _number(sheet, setup, x, y, line)),
        Group(_without_width(sheet), high, lambda x, y, _alone: _without(sheet, setup, x, y, line)),
        Group(_begin_width(sheet), 84, lambda x, y, alone: _begin(sheet, setup, x, y if alone else y + line)),
    ]


def _length(sheet: Sheet, setup: Setup, at: Box) -> None:
    title = sheet.say("setup.length")
    sheet.text(at.x, at.y, at.w, title, "strong", lines=1, shrink=28)
    moves: list[Move | None] = [Replace(replace(setup, length=index)) for index in range(len(LENGTHS))]
    choice(
        sheet,
        Box(at.x, at.y + at.h, at.w, 84),
        "length",
        title,
        [str(months) for months in LENGTHS],
        setup.length,
        moves,
        given=36,
    )


def _number_width(sheet: Sheet) -> float:
    wide = 190 * sheet.text_size / 100 + 12 + sheet.measure(sheet.say("setup.surprise"), "label")[0] + 130
    note = sheet.measure(sheet.say("setup.number_note"), "note")[0]
    return max(wide, note + 4, sheet.measure(sheet.say("setup.number"), "strong")[0] + 4)


def _number(sheet: Sheet, setup: Setup, x: float, y: float, line: float) -> None:
    wide = _number_width(sheet)
    sheet.text(x, y, wide, sheet.say("setup.number"), "strong", lines=1, shrink=28)
    field = Box(x, y + line, 190 * sheet.text_size / 100, 84)
    digits = str(setup.number)

    def typed(letter: str) -> Move | None:
        if letter == "\b":
            return Replace(replace(setup, number=int(digits[:-1] or "0")))
        if letter.isdecimal() and letter.isascii():
            return Replace(replace(setup, number=int((digits + letter)[-4:])))
        return None

    def paint(canvas: Canvas) -> None:
        canvas.shadow(field, "paper", 20)
        canvas.fill(field, "paper", 20)

    node = sheet.control(
        "choice",
        "number",
        f"{sheet.say('setup.number')}: {digits}",
        field,
        None,
        paint,
        fill="paper",
        radius=20,
        typed=typed,
    )
    with sheet.inside(node):
        sheet.text(
            field.x, field.y, field.w, "\u202f".join(digits), style("label"), align="center", height=84, middle=True
        )
    other = Box(field.right + 12, field.y, wide - field.w - 12, 84)
    button(
        sheet,
        other,
        "surprise",
        sheet.say("setup.surprise"),
        Replace(replace(setup, number=surprise(setup.number))),
        kind="plain",
        picture="icon_dice",
        given="label",
    )
    sheet.text(x, field.bottom + 6, wide, sheet.say("setup.number_note"), "note", colour="ink2")


def _toggle_words(sheet: Sheet) -> list[tuple[str, float]]:
    """What stands on each switch and how wide that makes it."""
    words = [sheet.say(f"setup.{kind}") for kind in LEFT_OUT]
    room = sheet.styled("note_strong").size * 1.6
    return [(word, sheet.measure(word, style("note", weight=700))[0] + max(56.0, room) + 44) for word in words]


def _without_width(sheet: Sheet) -> float:
    across = sum(wide for _, wide in _toggle_words(sheet)) + 16
    return max(
        across,
        sheet.measure(sheet.say("setup.without_note"), "note")[0] + 4,
        sheet.measure(sheet.say("setup.without"), "strong")[0] + 4,
    )


def _without(sheet: Sheet, setup: Setup, x: float, y: float, line: float) -> None:
    sheet.text(x, y, _without_width(sheet), sheet.say("setup.without"), "strong")
    left = x
    for kind, (word, wide) in zip(LEFT_OUT, _toggle_words(sheet), strict=True):
        out = kind in setup.without
        move = Replace(replace(setup, without=setup.without ^ {kind}))
        name = f"{word}: {sheet.say('setup.left_out' if out else 'setup.comes')}"
        left = toggle(sheet, left, y + line + 10, f"without.{kind}", name, word, out, move, w=wide).right + 16
    sheet.text(x, y + line + 90, _without_width(sheet), sheet.say("setup.without_note"), "note", colour="ink2")


def _back_width(sheet: Sheet) -> float:
    return max(150.0, sheet.measure(sheet.say("settings.back"), "label")[0] + 64)


def _begin_width(sheet: Sheet) -> float:
    begin = max(260.0, sheet.measure(sheet.say("setup.begin") + " →", "subheading")[0] + 72)
    return begin + 16 + _back_width(sheet)


def _begin(sheet: Sheet, setup: Setup, x: float, y: float) -> None:
    wide, back = _begin_width(sheet), _back_width(sheet)
    left = max(x, sheet.width - sheet.margin - wide)
    button(
        sheet,
        Box(left, y, back, 84),
        "back",
        sheet.say("settings.back"),
        Pop(),
        kind="plain",
        key="ESCAPE",
        given="label",
    )
    move = setup.begin(sheet.preferences.platform)
    onward = Box(left + back + 16, y, wide - back - 16, 84)
    button(sheet, onward, "begin", sheet.say("setup.begin"), move, arrow=True, first=True)

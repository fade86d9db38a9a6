"""The first page: the tone before a word is read, and four languages by their names."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.message import Message, message
from game.ui.canvas import Canvas
from game.ui.controls import button
from game.ui.screen import Move, Open, Quit, Resume, SetLanguage, Still
from game.ui.screens.kitchen import kitchen
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

NAMES = {"lb": "Lëtzebuergesch", "fr": "Français", "de": "Deutsch", "en": "English"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A game that can be gone on with: which file, whose household, which month."""

    id: str
    household: Message
    month: int


@dataclass(frozen=True, slots=True)
class Title(Still):
    """The title; `saved` is the last unfinished game, if there is one."""

    saved: Saved | None = None

    def lay(self, sheet: Sheet) -> None:
        """Words at the left, the kitchen at the right where there is room for it."""
        sheet.table(84, 438, 906)
        growth = sheet.text_size / 100
        wide = 680 * (1 + (growth - 1) * 0.9)
        rest = sheet.width - 2 * sheet.margin - wide - 48
        if rest >= 480:
            right = min(rest, 976.0)
            wide = sheet.width - 2 * sheet.margin - right - (136 if rest > 1000 else 56)
            kitchen(
                sheet,
                Box(sheet.width - sheet.margin - right, 64, right, sheet.height - 128),
                sheet.say("title.picture"),
            )
        else:
            wide = sheet.width - 2 * sheet.margin
        wide = min(wide, 1100.0)
        with sheet.scroll(Box(sheet.margin - 20, 40, wide + 40, sheet.height - 72)) as top:
            _words(sheet, Box(sheet.margin, top + 24, wide, 0), self.saved)


def _words(sheet: Sheet, at: Box, saved: Saved | None) -> None:
    large = sheet.text_size > 100
    name = style("game_name", size=118 if large else 160, line=1.05)
    y = sheet.text(at.x - 6, at.y, at.w + 6, sheet.say("title.name"), name).bottom + (4 if large else 12)
    subtitle = style("body_large", size=38 if large else 44, line=1.25 if large else 1.32)
    y = sheet.text(at.x, y, at.w, sheet.say("title.subtitle"), subtitle).bottom + 26
    y = _start(sheet, at.x, y, at.w, saved)
    third = (at.w - 2 * 16) / 3
    moves: tuple[tuple[str, Move], ...] = (("settings", Open("settings")), ("help", Open("help")), ("quit", Quit()))
    for index, (id, move) in enumerate(moves):
        box = Box(at.x + index * (third + 16), y, third, 80)
        button(sheet, box, id, sheet.say(f"title.{id}"), move, kind="plain", given=style("label", size=34))
    mark, private = sheet.say("title.mark"), sheet.say("title.private")
    low = sheet.measure(mark, "note", at.w)[1] + sheet.measure(private, "note_strong", at.w)[1] + 14 + 2 + 64 + 72
    y = _languages(sheet, at.x, max(y + 80 + 16, sheet.height - low), at.w)
    y = sheet.text(at.x, y + 14, at.w, mark, "note", colour="ink2").bottom
    sheet.text(at.x, y + 2, at.w, private, "note_strong", colour="ink2")


def _start(sheet: Sheet, x: float, y: float, w: float, saved: Saved | None) -> float:
    """The teal button goes on with the game that lies there, else it begins one."""
    high, given = 104.0, style("label", size=40)
    if saved is not None:
        told = sheet.say(message("title.saved", month_year=saved.month, household=saved.household))
        going = sheet.say("title.continue")
        beside = w - 78 - sheet.measure(going, given)[0]
        high = max(high, sheet.measure(told, style("note", size=30), beside)[1] + 20)
        button(sheet, Box(x, y, w, high), "continue", going, Resume(saved.id), first=True, side=told, given=given)
        y, high = y + high + 20, 104.0
    start, kind = sheet.say("title.start"), "main" if saved is None else "plain"
    place = Box(x, y, w, high)
    button(sheet, place, "start", start, Open("setup"), kind=kind, first=saved is None, side="**→**", given=given)
    return y + high + 20


def _languages(sheet: Sheet, x: float, y: float, w: float) -> float:
    """Each by its own name; the one that is spoken is dark. They wrap where they must."""
    left = x - 16
    for language, name in NAMES.items():
        given = style("note_strong", size=30)
        wide = max(96.0, sheet.measure(name, given)[0] + 32)
        if left + wide > x + w + 16:
            left, y = x - 16, y + 72
        _language(sheet, Box(left, y, wide, 64), language, name)
        left += wide + 8
    return y + 64


def _language(sheet: Sheet, box: Box, language: str, name: str) -> None:
    chosen = sheet.voice.language == language
    hover = sheet.state(language) == "hover"

    def paint(canvas: Canvas) -> None:
        if chosen:
            canvas.fill(box, "key_fill", 16)
        elif hover:
            canvas.frame(box, "ink", 3, 16)

    node = sheet.control(
        "choice", language, name, box, SetLanguage(language), paint, fill="key_fill" if chosen else "", radius=16
    )
    with sheet.inside(node):
        sheet.text(
            box.x,
            box.y,
            box.w,
            name,
            style("note_strong", size=30),
            align="center",
            colour="key_text" if chosen else "ink",
            height=box.h,
            middle=True,
        )

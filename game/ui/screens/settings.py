"""Settings: one line each, seen at once, with a small piece of the table that shows what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.choices import choice, turns
from game.ui.controls import button, keys_hint, option_row
from game.ui.preferences import LANGUAGES, SOUNDS, TEXT_SIZES
from game.ui.screen import Adjust, Move, Open, Pop, SetLanguage, Still
from game.ui.screens.title import NAMES
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_SHORT = {"lb": "Lëtzeb."}


@dataclass(frozen=True, slots=True)
class Line:
    """One setting: its icon, the message of its name, the words of its values, what each does, which holds."""

    id: str
    icon: str
    words: tuple[str, ...]
    moves: tuple[Move, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class SettingsPage(Still):
    """The page. On the table (`playing`) it also offers the soft exit."""

    playing: bool = False

    def lay(self, sheet: Sheet) -> None:
        """Lines at the left, the sample at the right where there is room, the two ways out below."""
        sheet.table(150, 560, 942)
        across = sheet.width - 2 * sheet.margin
        title = sheet.text(sheet.margin, 36, across * 0.55, sheet.say("settings.title"), "heading", lines=1, shrink=44)
        aside = sheet.margin + across * 0.57
        sheet.text(
            aside,
            title.y,
            across * 0.43,
            sheet.say("settings.at_once"),
            "note",
            align="right",
            colour="ink2",
            height=max(title.h, 2.6 * sheet.styled("note").size),
            middle=True,
            lines=2,
            shrink=28,
        )
        roomy = not sheet.narrow and sheet.text_size == 100
        wide = across - (592 + 40 if roomy else 0)
        low = sheet.height - 128
        top = title.bottom + 26
        lines = _lines(sheet)
        with sheet.scroll(
            Box(12, top - 16, (sheet.margin + wide + 16) if roomy else sheet.width - 24, low - top + 8)
        ) as start:
            step = max((low - top - 16) / len(lines), 84 + (sheet.text_size - 100) * 0.5 + 12)
            for index, line in enumerate(lines):
                box = Box(sheet.margin, start + 16 + index * step, wide, min(step, 112) - 12)
                _line(sheet, line, box, index == 1)
        if roomy:
            _sample(sheet, Box(sheet.width - sheet.margin - 592, top, 592, low - top - 16))
        _ways_out(sheet, self.playing, low)


def _pick(sheet: Sheet, name: str, values: Sequence[str | int | bool], words: Sequence[str], icon: str) -> Line:
    holds = getattr(sheet.preferences, name)
    moves = tuple(Adjust(name, value) for value in values)
    return Line(name, icon, tuple(sheet.say(word) for word in words), moves, list(values).index(holds))


def _lines(sheet: Sheet) -> list[Line]:
    names = tuple(_SHORT.get(language, NAMES[language]) for language in LANGUAGES)
    spoken = LANGUAGES.index(sheet.voice.language) if sheet.voice.language in LANGUAGES else -1
    language = Line("language", "icon_language", names, tuple(SetLanguage(one) for one in LANGUAGES), spoken)
    sizes = tuple(f"settings.text_{size}" for size in TEXT_SIZES)
    off_on = ("settings.on", "settings.off")
    return [
        language,
        _pick(sheet, "text_size", TEXT_SIZES, sizes, "icon_text"),
        _pick(sheet, "night", (False, True), ("settings.light", "settings.dark"), "icon_night"),
        _pick(sheet, "motion", (True, False), ("settings.moves", "settings.still"), "icon_motion"),
        _pick(sheet, "sound", SOUNDS, tuple(f"settings.{level}" for level in SOUNDS), "icon_sound"),
        _pick(sheet, "platform", (True, False), off_on, "icon_phone"),
        _pick(sheet, "fullscreen", (False, True), ("settings.part", "settings.whole"), "icon_projector"),
    ]


_TITLES = {
    "language": "settings.language",
    "text_size": "settings.text",
    "night": "settings.table",
    "motion": "settings.motion",
    "sound": "settings.sound",
    "platform": "settings.warning",
    "fullscreen": "settings.window",
}


def _line(sheet: Sheet, line: Line, box: Box, first: bool) -> None:
    title = sheet.say(_TITLES[line.id])
    word = line.words[line.chosen] if line.chosen >= 0 else ""

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, "paper", 20)

    node = sheet.control(
        "choice",
        f"line.{line.id}",
        f"{title}: {word}",
        box,
        line.moves[(line.chosen + 1) % len(line.moves)],  # Enter: the next value, around to the first
        paint,
        first=first,
        turn=turns(line.moves, line.chosen),
        fill="paper",
        radius=20,
    )
    with sheet.inside(node):
        icon = parts.icon(sheet, line.icon, box.x + 26, box.y + (box.h - 52) / 2, 52)
        left = box.x + box.w * (0.36 if box.w < 1250 else 0.3)
        sheet.text(
            icon.right + 24,
            box.y,
            left - icon.right - 40,
            title,
            "subheading",
            height=box.h,
            middle=True,
            lines=1,
            shrink=28,
        )
        values = Box(left, box.y + (box.h - 68) / 2, box.right - 18 - left, 68)
        choice(sheet, values, line.id, title, line.words, line.chosen, line.moves, focusable=False)


def _sample(sheet: Sheet, box: Box) -> None:
    """A piece of the table as it looks with these settings."""
    with sheet.inside(parts.panel(sheet, box, "plank", 24)):
        sheet.text(
            box.x + 20,
            box.y + 20,
            box.w - 40,
            sheet.say("settings.looks"),
            style("note_strong", size=34),
            align="center",
            lines=1,
            shrink=28,
        )
        slip = Box(box.x + 46, box.y + 84, box.w - 92, 178)
        _account(sheet, slip)
        row = option_row(
            sheet,
            box.x + 46,
            slip.bottom + 32,
            box.w - 92,
            "sample",
            "A",
            sheet.say("settings.sample"),
            sheet.say("settings.sample_note", amount=64_000),
            None,
        )
        low = sheet.measure(sheet.say("settings.warning_note"), style("note", size=30, line=1.3), box.w - 92)[1]
        room = Box(box.x + 46, row.bottom + 12, box.w - 92, box.bottom - low - 30 - row.bottom - 12)
        _letters(sheet, room)
        sheet.text(
            box.x + 46,
            box.bottom - low - 20,
            box.w - 92,
            sheet.say("settings.warning_note"),
            style("note", size=30, line=1.3),
        )


def _account(sheet: Sheet, slip: Box) -> None:
    """A bank slip with invented figures."""
    with sheet.inside(parts.slip(sheet, slip)):
        limit = sheet.say("settings.limit", amount=-200_000)
        account = sheet.say("settings.account")
        own = sheet.measure(account, "strong")[0] + 20
        sheet.text(slip.x + 24, slip.y + 16, own, account, "strong")
        if sheet.measure(limit, "note")[0] <= slip.w - 48 - own:
            sheet.text(slip.x + 24 + own, slip.y + 18, slip.w - 48 - own, limit, "note", align="right", colour="ink2")
        sheet.text(
            slip.x + 24,
            slip.y + 46,
            slip.w - 48,
            sheet.voice.money(-114_000),
            style("balance", line=1.06),
            align="right",
            colour="amber_text",
        )
        parts.bar(sheet, Box(slip.x + 24, slip.y + 130, slip.w - 48, 18), 0.57, colour="amber")


def _letters(sheet: Sheet, room: Box) -> None:
    high = min(150.0, room.h * 0.72)
    sheet.picture("mail_amber", Box(room.x + 14, room.y + 8, 230, high), tilt=-6, shadow=True)
    sheet.picture("mail_brick", Box(room.x + 134, room.y + 30, 230, high), tilt=5, shadow=True)
    sheet.picture("plant", Box(room.right - 130, room.y + 8, 130, room.h - 12), loose=True)


def _ways_out(sheet: Sheet, playing: bool, top: float) -> None:
    wide = max(340.0, sheet.measure(sheet.say("settings.back"), "subheading")[0] + 80)
    back = Box(sheet.width - sheet.margin - wide, top + 8, wide, 80)
    button(sheet, back, "back", sheet.say("settings.back"), Pop(), key="ESCAPE")
    left = back.x
    if playing:
        stop = max(340.0, sheet.measure(sheet.say("settings.stop"), "subheading")[0] + 80)
        left = back.x - 32 - stop
        button(sheet, Box(left, top + 8, stop, 80), "stop", sheet.say("settings.stop"), Open("leave"), kind="plain")
    pairs = (("↑↓", sheet.say("settings.line")), ("←→", sheet.say("settings.value")))
    needed = sum(
        sheet.measure(word, "body")[0] + 2 * max(60.0, sheet.styled("key").size * 1.3) + 80 for _, word in pairs
    )
    if sheet.margin + needed < left:
        keys_hint(sheet, sheet.margin, top + 16, pairs)

"""The envelopes of the plan, a row each with its three levels."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.canvas import Canvas
from game.ui.choices import choice
from game.ui.parts import icon
from game.ui.screen import Give, Move
from game.ui.screens.plan_facts import Envelope
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

LEVELS = ("tight", "normal", "comfortable")
_NAME = style("note", size=34, weight=600)
_HEAD = style("note", size=30, weight=600)
_AMOUNT = 34.0
_ICONS = {"housing": "icon_rent"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the levels stand in a row."""

    names: float  # width before the levels
    level: float  # width of one level


def columns(sheet: Sheet, w: float, envelopes: tuple[Envelope, ...]) -> Columns:
    """Levels as wide as in the picture, less where names need the room, never less than their own words."""
    costs = [sheet.voice.money(cost) for envelope in envelopes for cost in envelope.costs]
    least = max(sheet.measure(cost, style("note", size=_AMOUNT, weight=700))[0] for cost in costs) + 30
    words = [part for level in LEVELS for part in sheet.say(f"level.{level}").split()]
    least = max(least, max(sheet.measure(word, style("note", weight=600))[0] for word in words) + 4)
    names = max(sheet.measure(sheet.say(f"envelope.{envelope.id}"), _NAME)[0] for envelope in envelopes) + 102
    level = max(least, min(214.0, (w - 24) * 0.58 / 3, (w - 24 - names) / 3))
    return Columns(w - 24 - 3 * level, level)


def heads(sheet: Sheet, x: float, low: float, split: Columns) -> None:
    """The names of the levels, standing on `low`."""
    for index, level in enumerate(LEVELS):
        word = sheet.say(f"level.{level}")
        given = sheet.fit(word, _HEAD, split.level, 1, 28)
        high = sheet.measure(word, given, split.level)[1]
        sheet.text(x + split.names + index * split.level, low - high, split.level, word, given, align="center")


def heads_height(sheet: Sheet, split: Columns) -> float:
    """Units of the highest of them."""
    words = [sheet.say(f"level.{level}") for level in LEVELS]
    return max(sheet.measure(w, sheet.fit(w, _HEAD, split.level, 1, 28), split.level)[1] for w in words)


def row_height(sheet: Sheet, split: Columns, name: str) -> float:
    """Units of a row: 74, more where the name takes two lines."""
    return max(74.0, sheet.measure(name, _NAME, split.names - 100)[1] + 18)


def envelope_row(sheet: Sheet, x: float, y: float, w: float, split: Columns, envelope: Envelope, first: bool) -> Box:
    """The envelope with its flap, sign and name, and its levels."""
    name = sheet.say(f"envelope.{envelope.id}")
    box = Box(x, y, w, row_height(sheet, split, name))
    fixed = len(envelope.costs) == 1
    fill, flap = ("kraft", "kraft_dark") if fixed else ("kraft_light", "kraft")

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "kraft", 12)
        canvas.fill(box, fill, 12)
        wide = split.names * 0.92
        points = [(12.0, 0.0), (wide - 8, 0.0), (wide / 2 + 8, 34), (wide / 2, 37), (wide / 2 - 8, 34)]
        canvas.polygon(Box(box.x, box.y, wide, 74), points, flap, 128)

    node = sheet.shape(box, paint, role="paper", name=name, fill=fill)
    with sheet.inside(node):
        icon(sheet, _ICONS.get(envelope.id, f"icon_{envelope.id}"), x + 22, y + (box.h - 44) / 2, 44)
        sheet.text(x + 84, y, split.names - 100, name, _NAME, height=box.h, middle=True)
        levels = Box(x + split.names, y + (box.h - 64) / 2, 3 * split.level, 64)
        if fixed:
            _one_level(sheet, levels, sheet.voice.money(envelope.costs[0]))
        else:
            _levels(sheet, levels, envelope, name, first)
    return box


def _levels(sheet: Sheet, box: Box, envelope: Envelope, name: str, first: bool) -> None:
    moves: list[Move | None] = [
        Give(f"plan.{envelope.id}:{level}") if envelope.open and index != envelope.chosen else None
        for index, level in enumerate(LEVELS)
    ]
    said = f"{name}, {sheet.say(f'level.{LEVELS[envelope.chosen]}')}"
    words = [sheet.voice.money(cost) for cost in envelope.costs]
    node = choice(sheet, box, f"plan.{envelope.id}", said, words, envelope.chosen, moves, ground="paper", given=_AMOUNT)
    node.first = first


def _one_level(sheet: Sheet, box: Box, amount: str) -> None:
    """Where nothing can be chosen: the sum in the middle, a lock and a word at the right."""
    sheet.text(
        box.x,
        box.y,
        box.w - 12,
        amount,
        style("note", size=_AMOUNT, weight=700),
        align="center",
        height=box.h,
        middle=True,
    )
    word = sheet.say("plan.one_level")
    third = box.w / 3
    wide = min(third - 56, sheet.measure(word, "note")[0])
    if sheet.measure(word, "note", wide + 1)[1] > box.h:
        icon(sheet, "icon_lock", box.right - third / 2 - 19, box.y + 13, 38)
        return
    sheet.text(box.right - wide - 14, box.y, wide + 1, word, "note", height=box.h, middle=True)
    icon(sheet, "icon_lock", box.right - wide - 14 - 50, box.y + (box.h - 38) / 2, 38)

"""Before the first month: in a room, whom this is about (in four languages); alone, how a month is played."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui import parts
from game.ui.controls import button
from game.ui.screen import Move, Still
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


@dataclass(frozen=True, slots=True)
class Opening(Still):
    """The notice of a room. `notices` holds the sentence in each language; `onward` begins."""

    notices: tuple[tuple[str, str], ...]
    onward: Move

    def lay(self, sheet: Sheet) -> None:
        """One paper a language, all of one size, so that none comes first but by its place."""
        sheet.table(300, 700)
        columns = 2 if not sheet.narrow and sheet.text_size == 100 else 1
        wide = (sheet.width - 2 * sheet.margin - (columns - 1) * 32) / columns
        given = style("body", size=56 - (sheet.text_size - 100) / 4, line=1.25)
        low = sheet.height - 64 - 84 - 32
        rows = (len(self.notices) + columns - 1) // columns
        least = max(sheet.measure(text, given, wide - 88)[1] for _, text in self.notices) + 44
        high = max(least, (low - 64 - (rows - 1) * 26) / rows)
        with sheet.scroll(Box(12, 36, sheet.width - 24, low - 20)) as top:
            for index, (language, text) in enumerate(self.notices):
                x = sheet.margin + index % columns * (wide + 32)
                box = Box(x, top + 28 + index // columns * (high + 26), wide, high)
                with sheet.inside(parts.paper(sheet, box, radius=24, name=language)):
                    sheet.text(x + 44, box.y, wide - 88, text, given, height=box.h, middle=True)
        label = sheet.say("opening.next")
        across = max(380.0, sheet.measure(label + " →", "subheading")[0] + 80)
        place = Box(sheet.width - sheet.margin - across, sheet.height - 64 - 84, across, 84)
        button(sheet, place, "onward", label, self.onward, arrow=True, first=True)


@dataclass(frozen=True, slots=True)
class Trial(Still):
    """How a month is played, in four lines; `attempt` begins the trial month, `skip` the game itself."""

    attempt: Move
    skip: Move | None = None

    def lay(self, sheet: Sheet) -> None:
        """A card with four lines, each with its key or its picture."""
        sheet.table(300, 700)
        wide = min(1240.0, sheet.width - 2 * sheet.margin)
        x = (sheet.width - wide) / 2
        low = sheet.height - 64 - 84
        with sheet.scroll(Box(x - 20, 40, wide + 40, low - 56)) as top:
            head = sheet.measure(sheet.say("trial.title"), "shock", wide - 112)[1]
            room = wide - 112 - 170
            heights = [
                max(84.0, sheet.measure(sheet.say(f"trial.{line}"), "body_large", room)[1] + 20) for line in _STEPS
            ]
            box = Box(x, top + 24, wide, max(head + sum(heights) + 110, low - 40 - 64))
            with sheet.inside(parts.paper(sheet, box, radius=24)):
                title = sheet.text(
                    x + 56, box.y + 40, wide - 112, sheet.say("trial.title"), "shock", lines=2, shrink=44
                )
                spare = (box.bottom - 40 - title.bottom - 24 - sum(heights)) / len(heights)
                y = title.bottom + 24
                for (line, keys), high in zip(_STEPS.items(), heights, strict=True):
                    _step(sheet, Box(x + 56, y, wide - 112, high), keys, sheet.say(f"trial.{line}"))
                    y += high + max(0.0, spare)
        _buttons(sheet, self, Box(x, low, wide, 84))


_STEPS = {"touch": "ABC", "undo": "icon_undo", "stop": "icon_exit", "after": "calendar"}


def _step(sheet: Sheet, box: Box, keys: str, text: str) -> None:
    if keys.islower():
        parts.icon(sheet, keys, box.x + 34, box.y + (box.h - 68) / 2, 68)
    else:
        for index, key in enumerate(keys[:2]):
            parts.badge(sheet, box.x + index * 72, box.y + (box.h - 64) / 2, key, 60)
    sheet.text(box.x + 170, box.y, box.w - 170, text, "body_large", height=box.h, middle=True)


def _buttons(sheet: Sheet, trial: Trial, row: Box) -> None:
    label, other = sheet.say("trial.begin") + " →", sheet.say("trial.skip")
    wide = max(380.0, sheet.measure(label, "subheading")[0] + 72)
    button(
        sheet,
        Box(row.right - wide, row.y, wide, row.h),
        "attempt",
        sheet.say("trial.begin"),
        trial.attempt,
        arrow=True,
        first=True,
    )
    if trial.skip is not None:
        second = min(max(380.0, sheet.measure(other, "subheading")[0] + 72), row.w - wide - 24)
        button(sheet, Box(row.x, row.y, second, row.h), "skip", other, trial.skip, kind="plain")

"""The standing plan: nine envelopes at three levels, and what an ordinary month then leaves."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.model.state import State
from game.ui.controls import button, keys_hint
from game.ui.parts import paper
from game.ui.screen import Move, Pop, Still
from game.ui.screens import plan_side
from game.ui.screens.lists import more_button, more_size
from game.ui.screens.plan_facts import Plan, plan
from game.ui.screens.plan_table import Columns, columns, envelope_row, heads, heads_height
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box

_TITLE = style("headline")
_NOTE = style("note", size=30)
_STEP = 10.0


def plan_page(state: State) -> PlanPage:
    """The plan as it stands in this state. Each change is given at once."""
    return PlanPage(plan(state))


@dataclass(frozen=True, slots=True)
class PlanPage(Still):
    """The plan. Left and right change a level, up and down go from envelope to envelope."""

    plan: Plan

    def handle(self, event: pygame.event.Event) -> Move | None:
        """Enter on a level, which the arrows change, keeps the plan."""
        kept = event.type == pygame.KEYDOWN and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
        return Pop() if kept and not event.mod & pygame.KMOD_ALT else None

    def lay(self, sheet: Sheet) -> None:
        """Two columns where letters leave room for them, else one under the result."""
        sheet.table(130, 520, 930)
        low = self._foot_top(sheet)
        if sheet.width * 100 / sheet.text_size >= 1440:
            self._wide(sheet, low)
        else:
            self._tall(sheet, low)
        self._foot(sheet, low)

    def _wide(self, sheet: Sheet, low: float) -> None:
        left = sheet.area.w * (1108 / 1792 if not sheet.narrow else 0.585)
        gap = 32.0 if not sheet.narrow else 24.0
        side = Box(sheet.margin + left + gap, 36, sheet.area.w - left - gap, 0)
        split = columns(sheet, left, self.plan.envelopes)
        title = sheet.text(sheet.margin, 36, left, self._title(sheet), _TITLE, lines=2, shrink=40)
        top = max(156.0, title.bottom + 8 + heads_height(sheet, split))
        heads(sheet, sheet.margin, top, split)
        self._envelopes(sheet, Box(sheet.margin, top, left, low - 16 - top), split)
        slip = plan_side.leaves(sheet, side.x, side.y, side.w, self.plan.ordinary)
        with sheet.scroll(Box(side.x - 10, slip.bottom + 8, side.w + 32, low - 20 - slip.bottom), "side") as start:
            self._side(sheet, side.x, start + 10, side.w)
        self._more(sheet, low)

    def _tall(self, sheet: Sheet, low: float) -> None:
        """The result stays in sight above everything else."""
        x, w = sheet.margin, sheet.area.w
        wide = w * 0.46
        title = sheet.say("plan.title", month=self.plan.month)
        given = sheet.fit(title, _TITLE, w - wide - 32, 2, 36)
        result = plan_side.result_height(sheet, wide - 56, self.plan.ordinary)
        high = max(118.0, sheet.measure(title, given, w - wide - 32)[1] + 8, result + 20)
        sheet.text(x, 24, w - wide - 32, title, given, height=high, middle=True)
        box = Box(x + w - wide, 24, wide, high)
        with sheet.inside(paper(sheet, box)):
            plan_side.result(sheet, box.inset(28, 10), self.plan.ordinary)
        split = columns(sheet, w, self.plan.envelopes)
        top = 24 + high + 10 + heads_height(sheet, split)
        heads(sheet, x, top, split)
        with sheet.scroll(Box(x - 10, top + 2, w + 32, low - 14 - top), "side") as start:
            y = self._rows(sheet, x, start + 10, w, split) + 14
            slip = plan_side.leaves(sheet, x, y, w, self.plan.ordinary)
            self._side(sheet, x, slip.bottom + 20, w)
        self._more(sheet, low)

    def _title(self, sheet: Sheet) -> str:
        return sheet.say("plan.title", month=self.plan.month)

    def _envelopes(self, sheet: Sheet, box: Box, split: Columns) -> None:
        """All envelopes; they scroll where names are too long for nine rows."""
        with sheet.scroll(Box(box.x - 10, box.y, box.w + 26, box.h), "envelopes") as start:
            self._rows(sheet, box.x, start + 10, box.w, split)

    def _rows(self, sheet: Sheet, x: float, y: float, w: float, split: Columns) -> float:
        first = True
        for envelope in self.plan.envelopes:
            fixed = len(envelope.costs) == 1
            y = envelope_row(sheet, x, y, w, split, envelope, first and not fixed).bottom + _STEP
            first = first and fixed
        return y

    def _side(self, sheet: Sheet, x: float, y: float, w: float) -> None:
        y = plan_side.later(sheet, x, y, w, self.plan.later).bottom + 16
        if self.plan.spares:
            y = plan_side.spare_money(sheet, x, y, w, self.plan.spare, self.plan.spares).bottom + 18
        if self.plan.debits:
            plan_side.direct_debits(sheet, x, y, w, self.plan.debits)

    # --- the foot ----------------------------------------------------------------------------------------------

    def _foot_height(self, sheet: Sheet) -> float:
        label = sheet.measure(f"{sheet.say('plan.keep')} →", "label", self._keep_width(sheet) - 36)[1]
        return max(76.0, label + 20, more_size(sheet)[1])

    def _foot_top(self, sheet: Sheet) -> float:
        return sheet.height - 36 - self._foot_height(sheet)

    def _keep_width(self, sheet: Sheet) -> float:
        return min(sheet.area.w * 0.4, max(380.0, sheet.measure(f"{sheet.say('plan.keep')} →", "label")[0] + 60))

    def _more(self, sheet: Sheet, low: float) -> None:
        """The button that shows the rest of the side stands before the one that keeps the plan."""
        wide = more_size(sheet)[0]
        x = sheet.area.right - self._keep_width(sheet) - 24 - wide
        more_button(sheet, "side", Box(x, low, wide, self._foot_height(sheet)))

    def _foot(self, sheet: Sheet, low: float) -> None:
        """What the arrows do, and the way back."""
        high, wide = self._foot_height(sheet), self._keep_width(sheet)
        keep = Box(sheet.area.right - wide, low, wide, high)
        room = keep.x - sheet.margin - 48 - more_size(sheet)[0]
        note, line, level = (sheet.say(f"plan.{word}") for word in ("any_month", "line", "level"))
        badges = 4 * max(60.0, sheet.styled(style("key", size=60 * 0.58)).size * 1.35) + 40
        keys = badges + sheet.measure(line, "body")[0] + sheet.measure(level, "body")[0] + 110
        note_wide = sheet.measure(note, _NOTE)[0]
        grey = "ink" if sheet.palette.night else "ink2"
        if note_wide + 40 + keys <= room:
            sheet.text(sheet.margin, low, note_wide + 1, note, _NOTE, colour=grey, height=high, middle=True)
            keys_hint(
                sheet, sheet.margin + max(note_wide + 40, 436), low + (high - 60) / 2, (("↑↓", line), ("←→", level))
            )
        elif sheet.measure(note, _NOTE, room)[1] <= high:
            sheet.text(sheet.margin, low, room, note, _NOTE, colour=grey, height=high, middle=True)
        button(sheet, keep, "keep", sheet.say("plan.keep"), Pop(), arrow=True, given="label")

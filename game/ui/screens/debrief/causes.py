"""Where it came from: what each cause made worse (A), and on another page whose euro each euro is (B)."""

from __future__ import annotations

from game.explain import charts_bars
from game.ui import figure
from game.ui.screens.debrief.frame import charted, sentences
from game.ui.screens.debrief.seen import Shown
from game.ui.sheet import Sheet
from game.ui.tree import Box


def waterfall(sheet: Sheet, box: Box, shown: Shown) -> None:
    """From the calm twin to the run, at most six bars."""
    causes = shown.debrief.causes
    if causes is None or not causes.bars:
        sentences(sheet, box, shown.page.findings, "body_large")
        return
    bars, groups = causes.bars, {share.id: share.group for share in causes.shares}

    def draw(place: Box) -> None:
        figure.figure(sheet, charts_bars.waterfall(figure.room(sheet, place), bars, groups), place.x, place.y)

    charted(sheet, box, shown.page.findings, draw, least=420)


def flows(sheet: Sheet, box: Box, shown: Shown) -> None:
    """From the causes to what was paid back, what it cost and what is still owed."""
    traced = shown.debrief.traced
    if traced is None or not traced.flows:
        sentences(sheet, box, shown.page.findings, "body_large")
        return

    def draw(place: Box) -> None:
        figure.figure(sheet, charts_bars.flows(figure.room(sheet, place), traced), place.x, place.y)

    charted(sheet, box, shown.page.findings, draw, least=max(400, len(traced.flows) * 76))

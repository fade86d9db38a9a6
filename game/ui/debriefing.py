"""The debrief of a game while the window is open: worked out a little at a time, between two frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from time import perf_counter

from game.explain.debrief import Debrief
from game.explain.forks import Played, retrace
from game.explain.twins import what_if
from game.explain.work import empty, recorded, working
from game.model.state import State
from game.ui.screen import Screen
from game.ui.screens.debrief.page import DebriefPage
from game.ui.screens.debrief.seen import Around


@dataclass(slots=True)
class Debriefing:
    """The work on one state's debrief, and how far it is."""

    state: State
    work: Iterator[Debrief] | None
    reached: Debrief
    played: Played | None = None  # for the switches, once one is touched

    def page(self) -> DebriefPage:
        """The first page, as far as everything is known."""
        world = self.state.world
        return DebriefPage(
            self.reached, Around(world.household.picture, world.content.help.offices, not self.state.over)
        )

    def explains(self, stack: tuple[Screen, ...]) -> bool:
        """Whether a page of the debrief lies on top."""
        return bool(stack) and isinstance(stack[-1], DebriefPage)

    def go_on(self, seconds: float, stack: tuple[Screen, ...]) -> tuple[bool, tuple[Screen, ...]]:
        """Work for about so long: whether anything is left to do, and the stack with what is new."""
        until = perf_counter() + seconds
        while self.work is not None:
            after = next(self.work, None)
            if after is None:
                self.work = None
            else:
                self.reached = after
            if perf_counter() > until:
                break
        return self.work is not None, tuple(self.shown(screen) for screen in stack)

    def shown(self, screen: Screen) -> Screen:
        """The page with what is known by now, and with what its switches ask for; the same one if nothing is new."""
        if not isinstance(screen, DebriefPage):
            return screen
        page = screen.filled(self.reached) if _news(screen.debrief, self.reached) else screen
        want = page.wanted
        if want is None:
            return page
        if self.played is None:
            self.played = retrace(recorded(self.state))
        twin = what_if(self.played, want.levers, want.month, frozenset(want.off))
        return replace(page, asked=want, answer=twin.owed)


def _news(before: Debrief, after: Debrief) -> bool:
    """Whether there is something to see: a page is fuller, or the bar moves."""
    return before.pages is not after.pages or before.progress // 10 != after.progress // 10


def debriefing(state: State) -> Debriefing:
    """Begin: what is known without playing anything again is there at once."""
    return Debriefing(state, working(state), empty(state))

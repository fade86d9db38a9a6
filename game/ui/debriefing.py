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

    def go_on(self, seconds: float) -> bool:
        """Work for about so long; whether anything is left to do."""
        until = perf_counter() + seconds
        while self.work is not None:
            after = next(self.work, None)
            if after is None:
                self.work = None
            else:
                self.reached = after
            if perf_counter() > until:
                break
        return self.work is not None

    def shown(self, screen: Screen) -> Screen:
        """The page with what is known by now, and with what its switches ask for; the same one if nothing is new."""
        if not isinstance(screen, DebriefPage):
            return screen
        page = screen if screen.debrief is self.reached else screen.filled(self.reached)
        want = page.wanted
        if want is None:
            return page
        if self.played is None:
            self.played = retrace(recorded(self.state))
        twin = what_if(self.played, want.levers, want.month, frozenset(want.off))
        return replace(page, asked=want, answer=twin.owed)


def debriefing(state: State) -> Debriefing:
    """Begin: what is known without playing anything again is there at once."""
    return Debriefing(state, working(state), empty(state))

"""The pages of the debrief for the gallery: a game as far as it was played, worked out as far as the page needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.engine import play
from game.engine.policies import choose
from game.explain.debrief import PAGES
from game.explain.work import empty, working
from game.model.content import Content
from game.model.state import State
from game.ui.debriefing import Debriefing
from game.ui.screen import Screen
from game.ui.screens.debrief.seen import GUESS, Seen

_MONTHS, _SEED, _DESTINIES = 12, 4711, 30

Maker = Callable[[Content, State | None], Screen]


def debrief_pages() -> dict[str, Maker]:
    """A maker for every page, opened; for the guess, and for a question before its picture."""
    found = {f"debrief_{id}": _page(id, opened=True) for id in PAGES}
    found["guess"] = _page(GUESS, opened=False)
    found["debrief_ask"] = _page("coins", opened=False)
    return found


def _page(id: str, *, opened: bool) -> Maker:
    def make(content: Content, state: State | None) -> Screen:
        return explained(content, state, id, opened)

    return make


def explained(content: Content, state: State | None, id: str, opened: bool = True) -> Screen:
    """That page of this game, or of a short new one; opened, or with its question only."""
    state = state if state is not None and state.rows else _played(content, state)
    reached = empty(state)
    needed = "twins" if id == GUESS else id
    for reached in working(state, _DESTINIES):
        if reached.page(needed).ready and (id != "twins" or len(reached.twins) > 2):
            break
    start = Debriefing(state, None, reached).page()
    index = next(index for index, page in enumerate(start.pages) if page.id == id)
    return replace(start, at=index, seen=Seen(open=frozenset(PAGES) if opened else frozenset()))


def _played(content: Content, state: State | None) -> State:
    household = "weber" if "weber" in content.households else next(iter(content.households))
    state = state or play.new_game(content, household, _SEED, _MONTHS)
    while not state.over:
        state = play.answer(state, choose(state, "minimum"))
    return state

"""Every screen by name, for `dilemme shot`, for the layout checks and for pictures in the README.

To add one: write a function that makes the screen from the content and, where it needs one, a state,
and name it in `GALLERY`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine import play
from game.engine.policies import choose
from game.explain.desk import desk
from game.explain.outlook import outlook
from game.model.content import Content
from game.model.game import Settings
from game.model.message import message
from game.model.state import State
from game.ui.screen import Open, Screen
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
from game.ui.screens.month import month_screen
from game.ui.screens.month_more import Ahead, Debts
from game.ui.screens.notice import Notice
from game.ui.screens.opening import Opening, Trial
from game.ui.screens.parts import Parts
from game.ui.screens.settings import SettingsPage
from game.ui.screens.setup import Setup
from game.ui.screens.title import Saved, Title

Maker = Callable[[Content, State | None], Screen]


def _title(content: Content, state: State | None) -> Screen:
    if state is None:
        return Title()
    household = content.households[state.world.household.id]
    return Title(Saved("", message(household.title), state.month))


def _setup(content: Content, state: State | None) -> Screen:
    del state
    ids = list(content.households)
    return Setup(content, chosen=ids.index("weber") if "weber" in ids else 0, number=4711)


def _opening(content: Content, state: State | None) -> Screen:
    del content, state
    sentence = "This is about an invented household, not about anybody here. Whoever likes may just watch."
    return Opening(tuple((language, sentence) for language in ("lb", "fr", "de", "en")), Open("setup"))


def asked(content: Content, state: State | None, kind: str, policy: str = "minimum", seed: int = 4711) -> State:
    """The first month from `state` on (or of a new game) in which a question of this kind lies on the table."""
    state = state or play.new_game(
        content, "weber" if "weber" in content.households else next(iter(content.households)), seed, 24
    )
    while (found := play.question(state)) is not None and found.kind != kind:
        state = play.answer(state, choose(state, policy))
    return state


def _month(kind: str, policy: str = "minimum") -> Maker:
    return lambda content, state: month_screen(asked(content, state, kind, policy))


def _trial_month(content: Content, state: State | None) -> Screen:
    household = state.world.household.id if state else "weber"
    return month_screen(play.new_game(content, household, 1, 24, Settings(trial=True)))


def _debts(content: Content, state: State | None) -> Screen:
    return Debts(desk(asked(content, state, "platform")))


def _ahead(content: Content, state: State | None) -> Screen:
    return Ahead(outlook(asked(content, state, "platform")))


GALLERY: dict[str, Maker] = {
    "title": _title,
    "setup": _setup,
    "settings": lambda _content, _state: SettingsPage(playing=True),
    "leave": lambda content, _state: Leave(content.help.offices),
    "help": lambda content, _state: HelpPage(content.help),
    "goodbye": lambda content, _state: HelpPage(content.help, goodbye=True),
    "opening": _opening,
    "trial": lambda _content, _state: Trial(Open("setup"), Open("setup")),
    "notice": lambda _content, _state: Notice((message("trial.over"), message("save.full"))),
    "month": _month("dilemma"),
    "month_joy": _month("joy"),
    "month_offer": _month("offer"),
    "month_platform": _month("platform"),
    "month_order": _month("order"),
    "month_trial": _trial_month,
    "month_debts": _debts,
    "month_ahead": _ahead,
    "parts": lambda _content, _state: Parts(),
}

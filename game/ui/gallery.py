"""Every screen by name, for `dilemme shot`, for the layout checks and for pictures in the README.

To add one: write a function that makes the screen from the content and, where it needs one, a state,
and name it in `GALLERY`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.model.content import Content
from game.model.message import message
from game.model.state import State
from game.ui.screen import Open, Screen
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
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
    "parts": lambda _content, _state: Parts(),
}

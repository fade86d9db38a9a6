"""The screens around the game by name, for whoever answers an `Open` move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.model.content import Content
from game.model.message import message
from game.ui.screen import Home, Move, Played, Screen, Voice
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
from game.ui.screens.opening import Opening, Trial
from game.ui.screens.settings import SettingsPage
from game.ui.screens.setup import Setup
from game.ui.screens.title import Saved, Title

SHELL = ("help", "goodbye", "leave", "settings", "setup")
_AROUND = (HelpPage, Leave, Opening, SettingsPage, Setup, Title, Trial)


def is_shell(screen: Screen) -> bool:
    """Whether a screen stands around the game and shows nothing of it."""
    return isinstance(screen, _AROUND)


def opened(name: str, content: Content, stack: Sequence[Screen], number: int) -> Screen | None:
    """The shell's screen of that name; None if it is none of `SHELL`.

    `number` is the story number that set-up begins with. More than the title on `stack` means that a
    game lies on the table.
    """
    playing = len(stack) > 1
    makers: dict[str, Callable[[], Screen]] = {
        "help": lambda: HelpPage(content.help),
        "goodbye": lambda: HelpPage(content.help, goodbye=True),
        "leave": lambda: Leave(content.help.offices),
        "settings": lambda: SettingsPage(playing),
        "setup": lambda: Setup(content, number=number),
    }
    return makers[name]() if name in makers else None


def shell_stack(
    move: Played, stack: tuple[Screen, ...], content: Content, saved: Saved | None, number: int
) -> tuple[Screen, ...] | None:
    """The stack after a move that concerns the shell alone; None when the game has to answer it.

    A page that is open already is not opened a second time. `saved` is the game that the title offers.
    """
    if isinstance(move, Home):
        return (Title(saved),)
    name = getattr(move, "name", "")
    screen = opened(name, content, stack, number)
    if screen is None:
        return None
    if name in ("setup", "goodbye"):
        return (Title(saved), screen)
    return stack if isinstance(stack[-1], type(screen)) else (*stack, screen)


def notice(voices: Sequence[Voice], onward: Move) -> Opening:
    """The notice of a room, in each of the voices' languages."""
    text = message("opening.text")
    return Opening(tuple((voice.language, voice.say(text)) for voice in voices), onward)

"""What a screen is, and the moves it may return. The loop in `app` does them; a screen does nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import pygame

from game.model.game import Settings
from game.model.message import Message

if TYPE_CHECKING:
    from game.ui.sheet import Sheet


class Voice(Protocol):
    """What a screen asks of `i18n`: sentences and figures in one language."""

    @property
    def language(self) -> str:
        """fr, de, en or lb."""

    def say(self, message: Message, /) -> str:
        """The sentence."""

    def money(self, cents: int, /) -> str:
        """Whole euros, U+2212 for minus."""

    def exact(self, cents: int, /) -> str:
        """Euros and cents."""

    def signed(self, cents: int, /) -> str:
        """Whole euros of a change, with its plus."""

    def month(self, index: int, /) -> str:
        """The name of a month of the game."""

    def month_short(self, index: int, /) -> str:
        """Its short name, for a calendar or an axis."""

    def percent(self, bps: int, /) -> str:
        """Basis points as per cent."""


class Screen(Protocol):
    """One screen: a value that lays its nodes on a sheet. Everything it shows is in its fields."""

    def lay(self, sheet: Sheet) -> None:
        """Put all nodes on the sheet. Pure: the same fields and sheet give the same nodes."""

    def handle(self, event: pygame.event.Event) -> Move | None:
        """What an event that no node took means here; usually None."""


class Still:
    """A screen whose nodes say it all: nothing else happens on it."""

    __slots__ = ()

    def handle(self, event: pygame.event.Event) -> Move | None:
        """Nothing."""
        del event
        return None


@dataclass(frozen=True, slots=True)
class Push:
    """Lay a screen over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Take this screen away; the one below is there again."""


@dataclass(frozen=True, slots=True)
class Replace:
    """This screen becomes another one (or the same with another field); the focus stays where it was."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Give:
    """The answer to a question. An empty `question` means the one that is open."""

    option: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last answer back."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Start a new game; any unfinished one is laid aside, not lost."""

    household: str
    seed: int
    months: int
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the saved game `save`; empty: the last one."""

    save: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Push a screen that the host makes by name: help, leave, settings, setup, title, or one of the table's."""

    name: str


@dataclass(frozen=True, slots=True)
class Home:
    """Back to the title, whatever lies on the table; the game is saved as it stands."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak another language from now on."""

    language: str


@dataclass(frozen=True, slots=True)
class Adjust:
    """Change one preference: (name of the field, value)."""

    name: str
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move what lies in the scroll window `id` by units; for who has no wheel. Back to the top from its end."""

    id: str
    by: float


Played = Begin | Resume | Give | Undo | Open | Home
Move = Played | Push | Pop | Replace | Quit | SetLanguage | Adjust | Scroll


@dataclass(slots=True)
class View:
    """Where the player is on one screen: kept by the loop, read by the sheet."""

    focus: str = ""
    hover: str = ""
    pressed: str = ""
    keyboard: bool = False  # the ring shows from the first key on, and hides at a click
    arrival: float = 1.0  # 0 when the screen comes, 1 when it lies still
    change: float = 1.0  # likewise since the focus moved
    scrolled: dict[str, float] = field(default_factory=dict)  # scroll id: units
    follow: bool = True  # scroll to the focus at the next layout
    kept: object = None  # what `Sheet.unless_changed` laid last

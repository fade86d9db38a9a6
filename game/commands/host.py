"""Whoever holds the game while the window is open: moves of the player become answers, saves and pages.

The rules are imported when a table is laid, not before: the title must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.language import system_language
from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.message import Message, message
from game.paths import Folders
from game.session.journal import SUFFIX, SaveError
from game.session.saves import saves
from game.ui.preferences import Preferences, store
from game.ui.screen import Begin, Give, Home, Open, Played, Resume, Screen, Undo
from game.ui.screens.notice import Notice
from game.ui.screens.opening import Trial
from game.ui.screens.title import Saved, Title
from game.ui.shell import shell_stack

if TYPE_CHECKING:
    from game.session.table import Table

Seat = Callable[["Table"], tuple[Screen, ...]]


@dataclass(slots=True)
class Host:
    """Holds the one table there is. `seat` turns it into the screens that lie above the title."""

    content: Content
    folders: Folders
    languages: Languages
    seat: Seat
    number: int  # story number that set-up begins with
    table: Table | None = None
    warned: Message | None = None  # what the player was already told about the disk

    @property
    def folder(self) -> Path:
        """Where the saves are."""
        return self.folders.data / "saves"

    def voice(self, language: str) -> Speech:
        """Somebody who speaks that language, and knows when the household's first month was."""
        speech = self.languages.speech(language or system_language())
        if self.table is None:
            return speech
        household = self.content.households[self.table.setup.household]
        return speech.starting(household.start_year, household.start_month)

    def keep(self, preferences: Preferences) -> None:
        """Store the player's settings, if the folder lets us."""
        store(self.folders.config, preferences)

    def saved(self) -> Saved | None:
        """The game that the title offers: the one on the table, else the last played that can go on."""
        if self.table and not self.table.over:
            name = self.table.journal.path.stem if self.table.journal else ""
            return self._offer(name, self.table.setup.household, self.table.states[-1].month)
        for save in saves(self.folder):
            if not save.over and save.problem is None and save.household in self.content.households:
                return self._offer(save.name, save.household, save.month)
        return None

    def _offer(self, name: str, household: str, month: int) -> Saved:
        return Saved(name, Message(self.content.households[household].title), month)

    def play(self, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        """The stack after the move, title at the bottom."""
        if isinstance(move, Home):
            self.rise()
        if isinstance(move, Home | Open):
            shell = shell_stack(move, stack, self.content, self.saved(), self.number)
            if shell is not None:
                return shell
        if isinstance(move, Begin):
            return self.begin(move)
        if isinstance(move, Resume):
            return self._resume(move.save)
        return self._moved(self.table, move) if self.table else stack

    def begin(self, move: Begin) -> tuple[Screen, ...]:
        """A new game; who has never played is offered the trial month first."""
        from game.session.table import Setup, new_table

        self.rise()
        newcomer = not saves(self.folder) and bool(self.content.households[move.household].trial)
        setup = Setup(move.household, move.seed, move.months, move.settings)
        self.table = new_table(self.content, setup, self.folder)
        if newcomer:
            return (Title(self.saved()), Trial(Open("trial"), Open("table")))
        return self._stack()

    def rise(self) -> None:
        """Leave the table; the game lies on disk as it stands."""
        if self.table and self.table.journal:
            self.table.journal.close()
        self.table = None

    def _resume(self, name: str) -> tuple[Screen, ...]:
        from game.session.table import open_table

        self.rise()
        last = self.saved()
        name = name or (last.id if last else "")
        try:
            self.table = open_table(self.content, self.folder / f"{name}{SUFFIX}")
        except SaveError as error:
            return (Title(self.saved()), Notice((error.message,)))
        return self._stack(self.table.notices)

    def _moved(self, table: Table, move: Played) -> tuple[Screen, ...]:
        from game.session.table import begin_trial, end_trial, give, undo

        told: tuple[Message, ...] = ()
        match move:
            case Give(option, question):
                table = give(table, option, question)
                if table.trial and table.over:
                    table, told = end_trial(table), (message("trial.over"),)
            case Undo():
                table = undo(table)
            case Open("trial"):
                table = begin_trial(table)
        self.table = table
        return self._stack(told)

    def _stack(self, told: tuple[Message, ...] = ()) -> tuple[Screen, ...]:
        warning = self.table.warning if self.table else None
        if warning and warning != self.warned:
            told = (*told, warning)
        self.warned = warning
        seated = self.seat(self.table) if self.table else ()
        return (Title(self.saved()), *seated, *([Notice(told)] if told else []))

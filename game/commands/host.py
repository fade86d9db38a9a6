"""Whoever holds the game while the window is open: moves of the player become answers, saves and pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.commands.language import system_language
from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.message import Message, message
from game.paths import Folders
from game.session.journal import SUFFIX, SaveError
from game.session.saves import saves
from game.session.table import Setup, Table, begin_trial, close, end_trial, give, new_table, open_table, undo
from game.ui.preferences import Preferences, store
from game.ui.screen import Begin, Give, Home, Open, Played, Resume, Screen, Undo
from game.ui.screens.notice import Notice
from game.ui.screens.opening import Trial
from game.ui.screens.title import Saved, Title
from game.ui.shell import shell_stack

Seat = Callable[[Table], tuple[Screen, ...]]


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
        match move:
            case Begin():
                return self.begin(Setup(move.household, move.seed, move.months, move.settings))
            case Resume(save):
                return self._resume(save)
            case Give(option, question) if self.table:
                return self._given(give(self.table, option, question))
            case Open("trial") if self.table:
                self.table = begin_trial(self.table)
                return self._stack()
            case Open("table") if self.table:
                return self._stack()
            case Undo() if self.table:
                self.table = undo(self.table)
                return self._stack()
        return stack

    def begin(self, setup: Setup) -> tuple[Screen, ...]:
        """A new game; who has never played is offered the trial month first."""
        self.rise()
        newcomer = not saves(self.folder) and bool(self.content.households[setup.household].trial)
        self.table = new_table(self.content, setup, self.folder)
        if newcomer:
            return (Title(self.saved()), Trial(Open("trial"), Open("table")))
        return self._stack()

    def rise(self) -> None:
        """Leave the table; the game lies on disk as it stands."""
        if self.table:
            close(self.table)
        self.table = None

    def _resume(self, name: str) -> tuple[Screen, ...]:
        self.rise()
        last = self.saved()
        name = name or (last.id if last else "")
        try:
            self.table = open_table(self.content, self.folder / f"{name}{SUFFIX}")
        except SaveError as error:
            return (Title(self.saved()), Notice((error.message,)))
        return self._stack(self.table.notices)

    def _given(self, table: Table) -> tuple[Screen, ...]:
        if table.trial and table.over:
            self.table = end_trial(table)
            return self._stack((message("trial.over"),))
        self.table = table
        return self._stack()

    def _stack(self, told: tuple[Message, ...] = ()) -> tuple[Screen, ...]:
        warning = self.table.warning if self.table else None
        if warning and warning != self.warned:
            told = (*told, warning)
        self.warned = warning
        seated = self.seat(self.table) if self.table else ()
        return (Title(self.saved()), *seated, *([Notice(told)] if told else []))

"""Whoever holds the game while the window is open: moves of the player become answers, saves and pages.

The rules are imported when a table is laid, not before: the title must not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.message import Message
from game.paths import Folders
from game.session.journal import SUFFIX, SaveError
from game.session.saves import saves
from game.ui.preferences import LANGUAGES, Preferences, store
from game.ui.screen import Begin, Give, Home, Open, Played, Resume, Screen, Undo
from game.ui.screens.notice import Notice
from game.ui.screens.on_table import OnTable
from game.ui.screens.opening import Trial
from game.ui.screens.title import Saved, Title
from game.ui.shell import is_shell, notice, shell_stack

if TYPE_CHECKING:
    from game.model.state import State
    from game.session.table import Table
    from game.ui.debriefing import Debriefing

_AT_A_TIME = 0.015  # seconds that the twin of the end page may take between two frames


@dataclass(slots=True)
class Host:
    """Holds the one table there is. `system` is the language of who has chosen none."""

    content: Content
    folders: Folders
    languages: Languages
    system: str
    number: int  # story number that set-up begins with
    platform: bool = True  # whether the warning call may come in the next game
    table: Table | None = None
    noticed: bool = False  # the notice before the first game was read
    twin: Iterator[State] | None = None  # the end page's second line, while it is computed
    calm: State | None = None  # as far as it is
    debriefing: Debriefing | None = None  # why it came so, as far as it is worked out

    @property
    def folder(self) -> Path:
        """Where the saves are."""
        return self.folders.data / "saves"

    def voice(self, language: str) -> Speech:
        """Somebody who speaks that language, and knows when the household's first month was."""
        speech = self.languages.speech(language or self.system)
        if self.table is None:
            return speech
        household = self.content.households[self.table.setup.household]
        return speech.starting(household.start_year, household.start_month)

    def keep(self, preferences: Preferences) -> None:
        """Store the player's settings, if the folder lets us."""
        self.platform = preferences.platform
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
        return self._on_table(self._played(move, bare(stack)))

    def poll(self, stack: tuple[Screen, ...]) -> tuple[Screen, ...] | None:
        """Go on with the debrief, or with the twin of the end page.

        The stack with what is new; the same stack while there is more to do for its page; else None.
        """
        if self.debriefing is not None:
            pages = bare(stack)
            if self.debriefing.explains(pages):
                busy, shown = self.debriefing.go_on(_AT_A_TIME, pages)
                new = any(one is not before for one, before in zip(shown, pages, strict=True))
                return self._on_table(shown) if new else stack if busy else None
            if self.twin is None and self.table is not None and self.table.over:
                self.debriefing.go_on(_AT_A_TIME / 2, ())
        if self.twin is None or self.table is None:
            return None
        from game.ui.flow import end_page
        from game.ui.screens.end import End

        until = perf_counter() + _AT_A_TIME
        for reached in self.twin:
            self.calm = reached
            if perf_counter() > until:
                return None
        self.twin = None
        state, calm = self.table.state, self.calm
        drawn = (end_page(state, calm, one.at) if isinstance(one, End) else one for one in bare(stack))
        return self._on_table(tuple(drawn))

    def begin(self, move: Begin, straight: bool = False) -> tuple[Screen, ...]:
        """A new game; who has never played is offered the trial month first, unless it goes `straight` on."""
        from game.session.table import Setup, new_table

        self.rise()
        newcomer = not straight and not saves(self.folder) and bool(self.content.households[move.household].trial)
        settings = replace(move.settings, platform=move.settings.platform and self.platform)
        self.table = new_table(self.content, Setup(move.household, move.seed, move.months, settings), self.folder)
        if newcomer:
            return (Title(self.saved()), Trial(Open("trial"), Open("table")))
        return self._seated()

    def rise(self) -> None:
        """Leave the table; the game lies on disk as it stands."""
        if self.table and self.table.journal:
            self.table.journal.close()
        self.table = self.twin = self.calm = self.debriefing = None

    def _played(self, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        if isinstance(move, Home):
            self.rise()
        if isinstance(move, Open):
            if move.name == "setup" and self._is_new(stack):
                return self._notice(stack)
            if move.name == "goodbye":
                self._stop()
            if move.name == "leave" and self.table is None:
                return stack[:1]
        if isinstance(move, Home | Open):
            shell = shell_stack(move, stack, self.content, self.saved(), self.number)
            if shell is not None:
                return shell
        if isinstance(move, Begin):
            return self.begin(move)
        if isinstance(move, Resume):
            return self._resume(move.save)
        if isinstance(move, Undo) and is_shell(stack[-1]):
            return stack if len(stack) == 1 else stack[:-1]
        return self._moved(self.table, move, stack) if self.table else stack

    def _is_new(self, stack: tuple[Screen, ...]) -> bool:
        """Whether nobody has played here yet, and nobody has read what it is about."""
        return len(stack) == 1 and not self.noticed and self.table is None and not saves(self.folder)

    def _notice(self, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        self.noticed = True
        voices = [self.languages.speech(language) for language in LANGUAGES]
        return (*stack, notice(voices, Open("setup")))

    def _resume(self, name: str) -> tuple[Screen, ...]:
        from game.session.table import open_table, undo

        self.rise()
        last = self.saved()
        name = name or (last.id if last else "")
        try:
            table = open_table(self.content, self.folder / f"{name}{SUFFIX}")
        except SaveError as error:
            return (Title(self.saved()), Notice((error.message,)))
        self.table = undo(table) if table.state.over == "stopped" else table
        return self._seated(*([Notice(table.notices)] if table.notices else []))

    def _stop(self) -> None:
        """The soft exit: the last answer of the game, which going on later takes back."""
        from game.session.table import give

        if self.table and not self.table.over and not self.table.trial:
            give(self.table, "stop")
        self.rise()

    def _moved(self, table: Table, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        from game.session.table import begin_trial, end_trial, undo
        from game.ui import flow

        match move:
            case Give(option, question):
                return self._given(table, option, question, stack)
            case Undo() if table.answers:
                self.table = undo(table)
            case Open("trial"):
                self.table = begin_trial(table)
            case Open("trial.end"):
                self.table = end_trial(table)
            case Open("table"):
                pass
            case Open("debrief"):
                return self._explained(table, stack)
            case Open(name):
                over = flow.opened(name, table.state)
                return (*stack, over) if over else stack
            case _:
                return stack
        return self._seated()

    def _explained(self, table: Table, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        """Why it came so, over what is open; nothing before a month is closed, nothing twice."""
        from game.ui.debriefing import debriefing

        if table.trial or not table.state.rows:
            return stack
        if self.debriefing is None or self.debriefing.state is not table.state:
            self.debriefing = debriefing(table.state)
        return stack if self.debriefing.explains(stack) else (*stack, self.debriefing.page())

    def _given(self, table: Table, option: str, question: str, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        """The stack after an answer; one that is not offered any more changes nothing."""
        from game.session.table import give
        from game.ui import flow

        before = table.state
        try:
            self.table = after = give(table, option, question)
        except ValueError:
            return stack
        if flow.is_standing(after.state.answers[-1].question):
            over = [new for screen in stack[2:] if (new := flow.again(screen, after.state)) is not None]
            return (stack[0], flow.seat(after, before), *over, *flow.call_answer(before, after.state))
        if after.trial and after.over:
            return self._seated()
        pages = flow.between(before, after.state)
        base = flow.seat(after, None if pages else before)
        self._end(after)
        return (Title(self.saved()), base, *reversed(pages))

    def _seated(self, *over: Screen) -> tuple[Screen, ...]:
        """The title, the question of the table, and what lies over it."""
        from game.ui import flow

        assert self.table is not None
        self._end(self.table)
        pages = () if over or self.table.answers else flow.between(None, self.table.state)
        pages = () if self.table.trial else pages
        return (Title(self.saved()), flow.seat(self.table), *reversed(pages), *over)

    def _end(self, table: Table) -> None:
        """Begin the second line of the end page when the game has ended."""
        self.twin = self.debriefing = None
        if table.question is None and not table.trial:
            from game.explain.twin import replaying
            from game.ui.debriefing import debriefing

            self.twin = replaying(table.state)
            self.debriefing = debriefing(table.state) if table.state.rows else None

    def _on_table(self, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        """Each page of the table with its exit, its undo, and why answers are not on disk while they are not."""
        if self.table is None:
            return stack
        undoes, told = self.table.answers > 0, self.table.warning
        why = bool(self.table.state.rows) and not self.table.trial
        return tuple(
            screen
            if is_shell(screen)
            else OnTable(screen, undoes and getattr(screen, "undoable", True), told, why and not self.table.over)
            for screen in stack
        )


def bare(stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
    """The pages as they are without what the table adds to them."""
    return tuple(screen.screen if isinstance(screen, OnTable) else screen for screen in stack)

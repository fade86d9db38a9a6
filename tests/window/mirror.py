"""The game of the window, followed line by line from its file: which page must be on, and where its things are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.i18n.speech import Languages, Speech
from game.model.game import Answer, Question
from game.model.state import State
from game.paths import data_folder
from game.session.journal import read
from game.session.lines import Trial, Undone
from game.session.table import Setup, Table, begin_trial, end_trial, give, new_table, undo
from game.ui.flow import between, seat
from game.ui.layout import lay_out
from game.ui.screen import Give, Screen, View
from game.ui.screens.on_table import OnTable
from game.ui.shot import shot
from game.ui.tree import Node, focusable
from tests.playing import scenarios

LANGUAGES = Languages(scenarios().texts, data_folder("locales"))


@dataclass(slots=True)
class Mirror:
    """The table as the file tells it; `done` lines of it were followed.

    `given` are the answers that the last look found, `way` the pages from there to the question.
    """

    table: Table
    before: State | None = None
    done: int = 0
    given: tuple[Answer, ...] = ()
    way: list[Screen] = field(default_factory=list)

    @property
    def question(self) -> Question:
        """What must be on the table now."""
        asked = self.table.question
        assert asked is not None
        return asked

    @property
    def screen(self) -> Screen:
        """The page that must be on once nothing lies over it."""
        return OnTable(seat(self.table, self.before), undoes=self.table.answers > 0)

    def look(self, path: Path) -> None:
        """Follow what was written since the last look."""
        entries = read(path.read_bytes()).entries[self.done :]
        self.given = tuple(entry for entry in entries if isinstance(entry, Answer))
        for entry in entries:
            before = self.table.state
            match entry:
                case Answer():
                    self.table, self.before = give(self.table, entry.option, entry.question), before
                case Undone(count):
                    self.table, self.before = undo(self.table, count), None
                case Trial(begins):
                    self.table, self.before = (begin_trial if begins else end_trial)(self.table), None
        if entries:
            self.way = [] if self.table.trial and self.table.over else list(self._between())
        self.done += len(entries)

    def _between(self) -> tuple[Screen, ...]:
        if self.before is None and (self.table.trial or self.table.answers):
            return ()
        return tuple(OnTable(page, self.table.answers > 0) for page in between(self.before, self.table.state))


def mirror(path: Path) -> Mirror:
    """A game from the first line of its file on, not yet followed further."""
    header = read(path.read_bytes()).header
    return Mirror(
        new_table(scenarios(), Setup(header.household, header.seed, header.months, header.settings, header.moves))
    )


def voice(language: str, table: Table | None = None) -> Speech:
    """Who speaks in the window: from the household's first month on, once one lies on the table."""
    speech = LANGUAGES.speech(language)
    if table is None:
        return speech
    household = table.content.households[table.setup.household]
    return speech.starting(household.start_year, household.start_month)


def place(screen: Screen, size: tuple[int, int], speech: Speech, wanted: str) -> tuple[float, float]:
    """The middle of the thing of that id, or of that option, in pixels of the window."""
    sheet = lay_out(screen, size, speech)
    node = next(node for node in sheet.root.walk() if node.move is not None and _is(node, wanted))
    x, y = node.box.centre
    return sheet.left + x * sheet.unit, y * sheet.unit


def tabs(screen: Screen, size: tuple[int, int], speech: Speech, here: str, wanted: str) -> int:
    """How often Tab is pressed to get from one thing to another, by their ids."""
    able = [node.id for node in focusable(lay_out(screen, size, speech).root)]
    return (able.index(wanted) - able.index(here)) % len(able)


def first(screen: Screen, size: tuple[int, int], speech: Speech) -> str:
    """The id of what the focus is on when the page comes."""
    view = View(keyboard=True)
    lay_out(screen, size, speech, view=view)
    return view.focus


def letter(screen: Screen, size: tuple[int, int], speech: Speech, option: str) -> str:
    """The key that gives an option; empty where only the focus can."""
    nodes = lay_out(screen, size, speech).root.walk()
    return next((node.key.lower() for node in nodes if node.key.isalnum() and _is(node, option)), "")


def _is(node: Node, wanted: str) -> bool:
    return node.id == wanted or (isinstance(node.move, Give) and node.move.option == wanted)


def unlike(shown: pygame.Surface, screen: Screen, speech: Speech) -> float:
    """How far a picture is from the page as it is drawn without a window: mean of the differences, 0 to 255."""
    drawn = shot(screen, shown.get_size(), speech, view=View(keyboard=True))
    one, other = (_small(picture) for picture in (shown, drawn))
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def colours(shown: pygame.Surface) -> int:
    """How many colours a picture has, seen from afar: a blank one has one."""
    small = _small(shown)
    return len({small[at : at + 3] for at in range(0, len(small), 3)})


def _small(picture: pygame.Surface) -> bytes:
    wide, high = picture.get_size()
    return pygame.image.tobytes(pygame.transform.smoothscale(picture.convert(24), (wide // 6, high // 6)), "RGB")

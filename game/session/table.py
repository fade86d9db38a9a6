"""One game being played: who answers gives an option, the journal keeps it, the engine goes on.

A Table is a value: each function returns the next one. The states after every answer are kept, so
that taking answers back costs nothing; only the journal behind them is shared and moves on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.engine import play
from game.engine import record as records
from game.model.content import Content
from game.model.game import Answer, Move, Question, Record, Settings
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Month
from game.session.journal import Journal, SaveError, free_path, new_journal, open_journal, read
from game.session.lines import Closed, Entry, Trial, Undone, UnknownFormat, Version
from game.session.played import Played, played


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before the first month."""

    household: str
    seed: int
    months: int = 24
    settings: Settings = Settings()  # noqa: RUF009 - frozen
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A game under way. `states[n]` is the game after n answers; `trial` likewise, empty outside it."""

    content: Content
    setup: Setup
    journal: Journal | None  # None: nothing is kept (pictures, tests)
    states: tuple[State, ...]
    trial: tuple[State, ...] = ()
    notices: tuple[Message, ...] = ()  # what opening the save has to tell, once
    owed: tuple[Entry, ...] = ()  # lines that go to the journal with the next one

    @property
    def state(self) -> State:
        """The game as it stands: the trial month's while that is under way."""
        return (self.trial or self.states)[-1]

    @property
    def question(self) -> Question | None:
        """What is asked now; None when the game is over."""
        return play.question(self.state)

    @property
    def standing(self) -> tuple[Question, ...]:
        """What may be answered beside it."""
        return play.standing(self.state)

    @property
    def answers(self) -> int:
        """How many answers can be taken back."""
        return len(self.trial or self.states) - 1

    @property
    def warning(self) -> Message | None:
        """Why the last answers are not on disk; None when they are."""
        return self.journal.warning if self.journal else None

    @property
    def over(self) -> bool:
        """Whether nothing is asked any more: the game has ended, or the trial month is closed."""
        return play.ended(self.state) or bool(self.trial and self.state.rows)


def new_table(content: Content, setup: Setup, folder: Path | None = None) -> Table:
    """A new game and its file in `folder`; without a folder nothing is kept."""
    state = _started(content, setup)
    journal = new_journal(free_path(folder, setup.household), records.record(state)) if folder else None
    return Table(content, setup, journal, (state,))


def open_table(content: Content, path: Path) -> Table:
    """The game in the file `path`, at the question that was on the table.

    Answers of another content version are followed as far as they are offered; `notices` tells from
    which month the game differs. SaveError when it cannot be opened.
    """
    journal, contents, told = open_journal(path)
    try:
        table = _reopened(content, contents.header, played(contents.entries))
    except SaveError:
        journal.close()
        raise
    notices = (told, *table.notices) if told else table.notices
    return replace(table, journal=journal, notices=notices)


def look(content: Content, path: Path) -> Table:
    """The game in a file, without its lock and without changing it: for pictures and explanations."""
    try:
        contents = read(path.read_bytes())
    except UnknownFormat as error:
        raise SaveError(message("save.format", file=path.name)) from error
    except (OSError, ValueError) as error:
        raise SaveError(message("save.unreadable", file=path.name)) from error
    return _reopened(content, contents.header, played(contents.entries))


def give(table: Table, option: str, question: str = "") -> Table:
    """Answer: on disk first, then in the game. ValueError if the option is not offered.

    Without `question` the main one is meant, unless the option names another: `plan.leisure:tight`.
    """
    if ":" in option and not question:
        question, _, option = option.partition(":")
    given = _offered(table.state, option, question)
    if given is None:
        raise ValueError(f"month {table.state.month + 1}: {question}{':' * bool(question)}{option} is not offered")
    _keep(table, (*table.owed, given))
    state = play.answer(table.state, _option_id(table.state, given))
    if table.trial:
        return replace(table, trial=(*table.trial, state), owed=())
    _keep(table, _closed(state, since=len(table.state.rows)))
    return replace(table, states=(*table.states, state), owed=())


def undo(table: Table, count: int = 1) -> Table:
    """Take the last `count` answers back, at most all of them."""
    count = min(count, table.answers)
    if count < 1:
        return table
    _keep(table, (*table.owed, Undone(count)))
    if table.trial:
        return replace(table, trial=table.trial[:-count], owed=())
    return replace(table, states=table.states[:-count], owed=())


def begin_trial(table: Table) -> Table:
    """The trial month: a game of its own, over when its month is closed. Nothing of it stays."""
    _keep(table, (*table.owed, Trial(True)))
    return replace(table, trial=(_trial(table.content, table.setup),), owed=())


def end_trial(table: Table) -> Table:
    """Back to the game as it was before the trial month."""
    _keep(table, (*table.owed, Trial(False)))
    return replace(table, trial=(), owed=())


def close(table: Table) -> None:
    """Give the file back; the table is not used after it."""
    if table.journal:
        table.journal.close()


def _started(content: Content, setup: Setup) -> State:
    return play.new_game(content, setup.household, setup.seed, setup.months, setup.settings, setup.moves)


def _trial(content: Content, setup: Setup) -> State:
    return _started(content, replace(setup, settings=replace(setup.settings, trial=True), moves=()))


def _keep(table: Table, entries: tuple[Entry, ...]) -> None:
    if table.journal and entries:
        table.journal.append(entries)


def _closed(state: State, since: int = 0) -> tuple[Closed, ...]:
    return tuple(Closed(row.month, row.digest, row.stage) for row in state.rows[since:])


def _offered(state: State, option: str, question: str = "") -> Answer | None:
    """The answer that the option is, to the main question or the standing one that is named; None if there is none."""
    if option == play.STOP and not play.ended(state):
        return Answer(state.month, play.STOP, option)
    main = play.question(state)
    if main and question in ("", main.id):
        asked: tuple[Question, ...] = (main,)
    else:
        asked = play.standing(state)
    for one in asked:
        if question in ("", one.id) and any(offer.id == option for offer in one.options):
            return Answer(state.month, one.id, option)
    return None


def _option_id(state: State, given: Answer) -> str:
    """The id by which the engine knows the answer again."""
    main = play.question(state)
    beside = given.question != play.STOP and (main is None or main.id != given.question)
    return f"{given.question}:{given.option}" if beside else given.option


def _followed(state: State, answers: Iterable[Answer]) -> tuple[State, ...]:
    """The states after each answer, up to the first that is not offered."""
    states = [state]
    for given in answers:
        if _offered(states[-1], given.option, given.question) != given:
            break
        states.append(play.answer(states[-1], _option_id(states[-1], given)))
    return tuple(states)


def _reopened(content: Content, header: Record, game: Played) -> Table:
    if header.household not in content.households:
        raise SaveError(message("save.household", household=header.household))
    setup = Setup(header.household, header.seed, header.months, header.settings, header.moves)
    states = _followed(_started(content, setup), game.answers)
    table = Table(content, setup, None, states)
    if game.trial is not None and len(states) > len(game.answers):
        table = replace(table, trial=_followed(_trial(content, setup), game.trial))
    differs = _first_difference(states, game)
    if differs is not None:
        table = replace(table, notices=(message("save.differs", month=differs),))
    return replace(table, owed=_owed(content, header, game, states))


def _first_difference(states: tuple[State, ...], game: Played) -> Month | None:
    """The first month that is not what the file says it was; None when all is the same."""
    rows = states[-1].rows
    months = [kept.month for kept in game.closed if kept.month < len(rows) and rows[kept.month].digest != kept.digest]
    if len(states) <= len(game.answers):
        months.append(states[-1].month)
    return min(months, default=None)


def _owed(content: Content, header: Record, game: Played, states: tuple[State, ...]) -> tuple[Entry, ...]:
    """What the journal must say before it goes on from `states`, if that is not where it stands."""
    dropped = len(game.answers) - (len(states) - 1)
    moved = content.digest != (game.content or header.content)
    if not dropped and not moved:
        return ()
    # An undo inside a trial month takes the trial's answers back: that one ends first.
    left: tuple[Entry, ...] = (Trial(False),) if dropped and game.trial is not None else ()
    gone: tuple[Entry, ...] = (Undone(dropped),) if dropped else ()
    return (*left, *gone, Version(content.digest), *_closed(states[-1]))

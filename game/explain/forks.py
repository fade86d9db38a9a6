"""Plays a game again with some of its causes not real, sharing what the branches have in common.

Only what the player answered otherwise than the adviser would have, in that very state, is the
player's: it is kept under the question and how often it was asked before. In every branch a question
without such an answer is answered by the adviser's rule, in the state of the branch. Changes of the
plan are kept by month and by the question that lay on the table. The engine is the game's own, with
recording off.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from game.engine.adviser import needs_advice, plan_change, table_choice
from game.engine.living import level_of
from game.engine.month import run
from game.engine.play import answer, opened
from game.engine.questions import option_ids, question_id
from game.engine.standing import change, debit_on
from game.explain.causes import Worlds, about, about_standing, worlds
from game.model.game import Answer
from game.model.state import State
from game.model.units import Month

STANDING = ("plan", "debit", "mail", "withdraw")
UNTOUCHED = {
    "mail": "leave",
    "withdraw": "keep",
    "call": "nobody",
}  # what a standing question says until it is answered

Given = tuple[str, str]  # name and value of a standing question
Key = tuple[str, int]  # question without its number, how often it was asked before
Stands = Callable[[State, str, str, str], bool]  # state, group, question, the player's option
Result = TypeVar("Result")
Pieces = Generator[None, None, Result]  # work with pauses
PIECE = 8  # questions between two pauses


@dataclass(frozen=True, slots=True)
class Kept:
    """A standing question that the player left otherwise than the adviser: `given` in order, `value` in the end."""

    name: str
    group: str
    given: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Choices:
    """All that the player did otherwise than the adviser: at the table, and beside it.

    What lies beside is kept by month and by how many questions the month had asked before.
    """

    table: Mapping[Key, tuple[str, str]] = field(default_factory=dict)  # group, option
    beside: Mapping[tuple[Month, int], tuple[Kept, ...]] = field(default_factory=dict)

    @property
    def groups(self) -> frozenset[str]:
        """The groups in which there is anything."""
        beside = (kept.group for each in self.beside.values() for kept in each)
        return frozenset((*(group for group, _ in self.table.values()), *beside))


@dataclass(frozen=True, slots=True)
class Branch:
    """A moment of a branch: the state with its question, how often each was asked, which of the month this is."""

    state: State
    asked: Mapping[str, int] = field(default_factory=dict)
    month: Month = -1
    moment: int = 0

    def on(self, after: State) -> Branch:
        """The branch after the question on the table was answered."""
        base = self.base()
        same = after.month == self.state.month
        return Branch(after, {**self.asked, base: self.asked.get(base, 0) + 1}, after.month, (self.moment + 1) * same)

    def base(self) -> str:
        """The question on the table without its number."""
        kind, name = self.state.queue[0]
        return question_id(self.state, kind, name).partition("#")[0]

    def key(self) -> Key:
        """Under which the player's answer is kept."""
        base = self.base()
        return base, self.asked.get(base, 0)


@dataclass(frozen=True, slots=True)
class Played:
    """A game seen again from its first month, beside the adviser: `end` is the very end of its closed months.

    `months` holds, for each month with a question, the branch at its first one.
    """

    worlds: Worlds
    choices: Choices
    months: tuple[Branch, ...]
    end: State
    advice: Month | None  # the month in which the adviser would first have asked for advice


def retrace(state: State) -> Played:
    """Play this game's closed months again and set its answers beside the adviser's. ValueError with none closed."""
    if not state.rows:
        raise ValueError("no month is closed yet")
    table, beside, months, advice, end = _follow(state)
    choices = Choices(table, beside)
    return Played(worlds(state, len(state.rows), choices.groups), choices, tuple(months), end, advice)


def start(played: Played, off: frozenset[str] = frozenset()) -> Branch:
    """The branch at its first question, in the world without these causes."""
    state = opened(played.worlds.without(off))
    run(state)
    return Branch(state, {}, state.month)


def everything(_state: State, _group: str, _question: str, _option: str) -> bool:
    """All of the player's answers stand."""
    return True


def without(off: frozenset[str]) -> Stands:
    """The player's answers of these groups do not stand."""

    def stands(_state: State, group: str, _question: str, _option: str) -> bool:
        return group not in off

    return stands


def ending(branch: Branch, choices: Choices, stands: Stands = everything) -> State:
    """The end of a branch, played on from here."""
    return at_once(in_pieces(branch, choices, stands))


def in_pieces(branch: Branch, choices: Choices, stands: Stands = everything) -> Pieces[State]:
    """The same with a pause after each few questions, so that a window may look up."""
    asked = 0
    while not branch.state.over:
        branch = step(branch, choices, stands)
        asked += 1
        if asked % PIECE == 0:
            yield None
    return branch.state


def at_once(pieces: Pieces[Result]) -> Result:
    """What work in pieces comes to, without its pauses."""
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            result: Result = done.value
            return result


def step(branch: Branch, choices: Choices, stands: Stands) -> Branch:
    """One question further: first what lies beside it, then the answer."""
    kept = choices.beside.get((branch.month, branch.moment), ())
    standing = tuple(each for each in kept if stands(branch.state, each.group, each.name, each.value))
    state = beside(branch.state, standing)
    own = choices.table.get(branch.key())
    if own and stands(state, own[0], branch.base(), own[1]) and own[1] in option_ids(state):
        return branch.on(answer(state, own[1]))
    return branch.on(answer(state, table_choice(state)))


def beside(state: State, kept: Sequence[Kept]) -> State:
    """The state after the standing questions: the adviser's changes, and in their place what the player kept."""
    theirs = advised(state)
    if not theirs and not kept:
        return state
    own = {each.name for each in kept}
    after = state.copy()
    for name, value in theirs:
        if name not in own:
            change(after, f"{name}:{value}")
    for each in kept:
        for value in each.given or (each.value,):
            if each.given or in_force(after, each.name) != value:
                _try(after, f"{each.name}:{value}")
    return after


def advised(state: State) -> tuple[Given, ...]:
    """What the adviser would change beside the question on the table, in order."""
    found: list[Given] = []
    trial = state
    while wanted := plan_change(trial):
        trial = state.copy() if trial is state else trial
        change(trial, wanted)
        name, _, value = wanted.partition(":")
        found.append((name, value))
    return tuple(found)


def in_force(state: State, name: str) -> str:
    """What a standing question says now."""
    kind, _, what = name.partition(".")
    if name == "plan.spare":
        return state.spare
    if kind == "plan":
        return level_of(state, what)
    if kind == "debit":
        return "on" if debit_on(state, what) else "off"
    return UNTOUCHED.get(kind, "")


def matter(state: State, kept: Sequence[Kept]) -> list[str]:
    """The groups of those standing answers that the adviser would not give here by himself."""
    if not kept:
        return []
    theirs = advised(state)
    found = []
    for each in kept:
        given = tuple(value for name, value in theirs if name == each.name)
        now = given[-1] if given else in_force(state, each.name)
        if given != each.given if each.given else now != each.value:
            found.append(each.group)
    return found


def _try(state: State, option: str) -> None:
    """Change it if it is open and offered here; else nothing."""
    try:
        change(state, option)
    except ValueError:
        return


def _follow(
    state: State,
) -> tuple[dict[Key, tuple[str, str]], dict[tuple[Month, int], tuple[Kept, ...]], list[Branch], Month | None, State]:
    begun = opened(replace(state.world, months=len(state.rows), recording=False))
    run(begun)
    branch = Branch(begun, {}, begun.month)
    table: dict[Key, tuple[str, str]] = {}
    aside: dict[tuple[Month, int], tuple[Kept, ...]] = {}
    months = [branch]
    advice: Month | None = None
    for given, option in _moments(state.answers):
        seen = branch.state
        if seen.over:
            break
        if advice is None and needs_advice(seen):
            advice = branch.month
        if kept := _kept(seen, given):
            aside[branch.month, branch.moment] = kept
        seen = _changed(seen, given)
        adviser = table_choice(seen)
        if option != adviser and option in option_ids(seen):
            table[branch.key()] = about(seen, option, adviser), option
            adviser = option
        after = branch.on(answer(seen, adviser))
        if after.month != branch.month and not after.state.over:
            months.append(after)
        branch = after
    return table, aside, months, advice, branch.state


def _changed(state: State, given: Sequence[Given]) -> State:
    """The state after what was changed beside the question; on other content, as far as it is open."""
    if not given:
        return state
    after = state.copy()
    for name, value in given:
        _try(after, f"{name}:{value}")
    return after


def _moments(answers: Sequence[Answer]) -> Iterator[tuple[list[Given], str]]:
    """Each answer to a question on the table, with what was changed beside it before."""
    given: list[Given] = []
    for each in answers:
        if each.question.partition(".")[0] in STANDING or each.question == "call.any":
            given.append((each.question, each.option))
        else:
            yield given, each.option
            given = []


def _kept(state: State, given: Sequence[Given]) -> tuple[Kept, ...]:
    """What lies beside the question otherwise than the adviser would have it."""
    theirs = advised(state)
    found = []
    for name in dict.fromkeys(name for name, _ in (*given, *theirs)):
        adviser = tuple(value for each, value in theirs if each == name)
        own: list[str] = []
        now = in_force(state, name)
        for each, value in given:
            if each == name and value != now:
                own.append(value)
                now = value
        if tuple(own) != adviser:
            found.append(Kept(name, about_standing(name, now), tuple(own), now))
    return tuple(found)

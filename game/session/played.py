"""What is left of a journal once its undo lines have been followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.game import Answer
from game.session.lines import Closed, Entry, Trial, Undone, Version


@dataclass(frozen=True, slots=True)
class Played:
    """The answers that stand, the months they closed, and the trial month if one is under way."""

    answers: tuple[Answer, ...] = ()
    closed: tuple[Closed, ...] = ()
    trial: tuple[Answer, ...] | None = None  # None: no trial month is under way
    content: str = ""  # the version last played with; empty: the header's


def played(entries: Iterable[Entry]) -> Played:
    """Follow `entries` from first to last. An undo past the beginning ends there."""
    answers: list[Answer] = []
    closed: list[tuple[int, Closed]] = []  # how many answers it took, what it closed
    trial: list[Answer] | None = None
    content = ""
    for entry in entries:
        here = answers if trial is None else trial
        match entry:
            case Answer():
                here.append(entry)
            case Undone(count):
                del here[max(len(here) - count, 0) :]
                closed = [(took, month) for took, month in closed if took <= len(answers)]
            case Trial(begins):
                trial = [] if begins else None
            case Version(digest):
                content = digest
            case Closed() if trial is None:
                closed.append((len(answers), entry))
    months = {month.month: month for _, month in closed}
    return Played(tuple(answers), tuple(months.values()), None if trial is None else tuple(trial), content)

"""The games on disk, as the list of saves shows them. Nothing is replayed and nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.model.message import Message, message
from game.model.units import Month
from game.session.journal import LARGEST, SUFFIX, Contents, read
from game.session.lines import UnknownFormat
from game.session.played import played


@dataclass(frozen=True, slots=True)
class Save:
    """One game on disk. `problem` says why it cannot go on; the other fields are empty then."""

    path: Path
    household: str = ""
    month: Month = 0  # in which it goes on
    months: int = 0
    stage: str = "stable"  # of the last closed month
    over: bool = False
    problem: Message | None = None

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def saves(folder: Path) -> tuple[Save, ...]:
    """The games in `folder`, the last played first; empty files and other things are left out."""
    found: list[tuple[int, str, Save]] = []
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return ()
    for path in paths:
        try:
            state = path.stat()
            if state.st_size == 0 or not path.is_file():
                continue
            found.append((-state.st_mtime_ns, path.name, _save(path)))
        except OSError:
            problem = message("save.unreadable", file=path.name)
            found.append((0, path.name, Save(path, problem=problem)))
    return tuple(save for _, _, save in sorted(found, key=lambda entry: entry[:2]))


def _save(path: Path) -> Save:
    """The save in `path`. OSError when it cannot be read."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    try:
        return _summed(path, read(data))
    except UnknownFormat:
        return Save(path, problem=message("save.format", file=path.name))
    except ValueError:
        return Save(path, problem=message("save.unreadable", file=path.name))


def _summed(path: Path, contents: Contents) -> Save:
    header, game = contents.header, played(contents.entries)
    month = game.closed[-1].month + 1 if game.closed else 0
    if game.answers:
        month = max(month, game.answers[-1].month)
    return Save(
        path,
        household=header.household,
        month=min(month, header.months - 1),
        months=header.months,
        stage=game.closed[-1].stage if game.closed and game.closed[-1].stage else "stable",
        over=month >= header.months,
    )

"""The file of one game: every answer is on disk before the next question shows.

Lines are appended and synced, never rewritten. A process killed in the middle of a write leaves a
torn tail: the whole lines count, the tail is copied beside the file and cut off by the next append.
A disk that refuses does not end the game: lines wait in memory, every append tries again, and
`warning` says so until they are written.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from game.model.game import Record
from game.model.message import Message, message
from game.session.lines import Entry, UnknownFormat, entry_line, header_line, read_entry, read_header
from game.session.lock import lock

SUFFIX = ".jsonl"
LARGEST = 20_000_000  # bytes; a long game has some hundred thousand


class SaveError(Exception):
    """A save that cannot be opened; `message` is for the player."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.id)
        self.message = why


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file says. `good` bytes hold the header and the entries, `tail` follows them.

    `broken`: a readable line follows one that is not, so it was no interrupted write.
    """

    header: Record
    entries: tuple[Entry, ...]
    good: int
    tail: bytes = b""
    broken: bool = False


class Journal:
    """The file of one game, open and locked; `file` is None while the folder refuses to hold it."""

    def __init__(
        self, path: Path, file: IO[bytes] | None, size: int = 0, tail: bytes = b"", waiting: bytes = b""
    ) -> None:
        self.path = path
        self.warning: Message | None = None
        self._file = file
        self._size = size
        self._tail = tail
        self._waiting = waiting

    def append(self, entries: Sequence[Entry]) -> None:
        """Put `entries` on disk and wait until they are there, or set `warning` and keep them here."""
        self._write(b"".join(map(entry_line, entries)))

    def close(self) -> None:
        """Give the file and its lock back; what still waits is tried a last time."""
        if self._waiting:
            self._write(b"")
        if self._file is not None:
            self._file.close()
            self._file = None

    def begin(self, header: Record) -> None:
        """Put the header of a new game on disk, and its name in the folder."""
        self._write(header_line(header))

    def _write(self, lines: bytes) -> None:
        self._waiting += lines
        try:
            if self._file is None:
                self._file = _created(self.path)
            if self._tail:
                _write_all(_free(self.path, "torn"), self._tail)
                self._tail = b""
            self._file.truncate(self._size)
            self._file.seek(self._size)
            _put(self._file, self._waiting)
        except OSError as error:
            self.warning = refusal(error)
            return
        self._size += len(self._waiting)
        self._waiting = b""
        self.warning = None


def new_journal(path: Path, header: Record) -> Journal:
    """The journal of a new game. A folder that refuses gives one with a `warning`, in memory only."""
    journal = Journal(path, None)
    journal.begin(header)
    return journal


def open_journal(path: Path) -> tuple[Journal, Contents, Message | None]:
    """The journal to go on with, what it says, and what the player should know about it.

    A broken file is renamed, never deleted; its lines up to the break, if there are any, begin a
    new one under the old name. SaveError when nobody can go on from here.
    """
    try:
        file = path.open("r+b", buffering=0)
    except FileNotFoundError as error:
        raise SaveError(message("save.gone", file=path.name)) from error
    except OSError:
        return _read_only(path)
    if not lock(file):
        file.close()
        raise SaveError(message("save.in_use", file=path.name))
    try:
        contents = read(file.read(LARGEST + 1))
    except UnknownFormat as error:
        file.close()
        raise SaveError(message("save.format", file=path.name)) from error
    except ValueError as error:
        file.close()
        raise SaveError(_set_aside(path, "save.broken")) from error
    if contents.broken:
        file.close()
        return _restarted(path, contents)
    return Journal(path, file, contents.good, contents.tail), contents, None


def read(data: bytes) -> Contents:
    """What the bytes of a file say. ValueError without a header, UnknownFormat with a strange one."""
    if len(data) > LARGEST:
        raise ValueError("larger than any game")
    lines = data.splitlines(keepends=True)
    if not lines or not lines[0].endswith(b"\n"):
        raise ValueError("no header")
    header, entries, good = read_header(lines[0]), list[Entry](), len(lines[0])
    for index, line in enumerate(lines[1:], 2):
        entry = _readable(line)
        if entry is None:
            broken = any(_readable(later) is not None for later in lines[index:])
            return Contents(header, tuple(entries), good, data[good:], broken)
        entries.append(entry)
        good += len(line)
    return Contents(header, tuple(entries), good)


def free_path(folder: Path, name: str) -> Path:
    """The first `<name>-N.jsonl` that the folder does not hold yet."""
    number = 1
    while (path := folder / f"{name}-{number}{SUFFIX}").exists():
        number += 1
    return path


def refusal(error: OSError) -> Message:
    """What to tell a player when the disk said no."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return message("save.full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return message("save.read_only")
    return message("save.refused", reason=error.strerror or str(error))


def _read_only(path: Path) -> tuple[Journal, Contents, Message | None]:
    """A file that cannot be written: it opens, and the next answer begins a copy beside it, if it can."""
    try:
        contents = read(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SaveError(message("save.unreadable", file=path.name)) from error
    lines = header_line(contents.header) + b"".join(map(entry_line, contents.entries))
    copy = free_path(path.parent, path.stem)
    return Journal(copy, None, waiting=lines), contents, message("save.read_only")


def _set_aside(path: Path, told: str) -> Message:
    """Rename a broken file; the message names both names, or says that even this was refused."""
    aside = _free(path, "broken")
    try:
        path.rename(aside)
    except OSError:
        return message("save.unreadable", file=path.name)
    return message(told, aside=aside.name)


def _restarted(path: Path, contents: Contents) -> tuple[Journal, Contents, Message | None]:
    told = _set_aside(path, "save.cut")
    if path.exists():
        raise SaveError(told)
    journal = new_journal(path, contents.header)
    journal.append(contents.entries)
    return journal, contents, told


def _readable(line: bytes) -> Entry | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return read_entry(line)
    except ValueError:
        return None


def _free(path: Path, word: str) -> Path:
    """The first name `<file>.<word>-N` that nothing has yet."""
    number = 1
    while (free := path.with_name(f"{path.name}.{word}-{number}")).exists():
        number += 1
    return free


def _created(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("x+b", buffering=0)
    lock(file)
    _sync_folder(path.parent)
    return file


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file survive a power cut; Windows does not offer it and does it alone."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(path: Path, data: bytes) -> None:
    with path.open("xb", buffering=0) as file:
        _put(file, data)


def _put(file: IO[bytes], data: bytes) -> None:
    """Write all of `data`, however little the system takes at a time, and wait for the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())

"""The file of one game: what is written stays, what is torn or broken never costs a whole line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.model.game import Answer, Move, Record, Settings
from game.session.journal import Journal, SaveError, free_path, new_journal, open_journal, read
from game.session.lines import (
    Closed,
    Entry,
    Trial,
    Undone,
    Version,
    entry_line,
    header_line,
    read_entry,
    read_header,
)
from game.session.played import played
from game.session.saves import saves

HEADER = Record(
    "sha256:one",
    "weber",
    7,
    24,
    Settings(platform=False, without=("death",)),
    (Move(4, veto="job"), Move(6, force="burst_pipe")),
    schedule=((4, "tom_job"), (9, "burst_pipe")),
)
ENTRIES: tuple[Entry, ...] = (
    Trial(True),
    Answer(0, "dilemma.trial", "a"),
    Trial(False),
    Answer(0, "dilemma.shoes", "repair"),
    Closed(0, "d0", "stable"),
    Answer(1, "plan.leisure", "plan.leisure:tight"),
    Answer(1, "dilemma.été", "über"),
    Undone(1),
    Version("sha256:two"),
)


def written(folder: Path, entries: tuple[Entry, ...] = ENTRIES) -> Path:
    journal = new_journal(free_path(folder, "weber"), HEADER)
    journal.append(entries)
    journal.close()
    assert journal.warning is None
    return journal.path


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_a_line_reads_as_what_was_written(entry: Entry) -> None:
    assert read_entry(entry_line(entry)) == entry


def test_a_header_reads_as_what_was_written() -> None:
    assert read_header(header_line(HEADER)) == HEADER


def test_months_on_disk_count_from_one() -> None:
    assert entry_line(Answer(2, "dilemma.x", "repair")) == (b'{"month":3,"question":"dilemma.x","option":"repair"}\n')


def test_a_closed_journal_opens_with_all_its_lines(tmp_path: Path) -> None:
    journal, contents, told = open_journal(written(tmp_path))
    journal.close()
    assert (contents.header, contents.entries, contents.tail, told) == (HEADER, ENTRIES, b"", None)


def test_each_line_is_in_the_file_when_append_returns(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "weber-1.jsonl", HEADER)
    for count, entry in enumerate(ENTRIES, 1):
        journal.append((entry,))
        assert len(read(journal.path.read_bytes()).entries) == count
    journal.close()


def test_every_line_and_the_folder_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync

    def counted(handle: int) -> None:
        synced.append(os.path.isdir(f"/proc/self/fd/{handle}"))
        real(handle)

    monkeypatch.setattr(os, "fsync", counted)
    journal = new_journal(tmp_path / "new" / "weber-1.jsonl", HEADER)
    journal.append(ENTRIES[:1])
    journal.close()
    assert len(synced) == 3
    if sys.platform == "linux":
        assert synced == [True, False, False]


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_tail_is_cut_off_by_the_next_append_and_kept_beside(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path)
    whole = path.read_bytes()
    line = entry_line(Answer(1, "dilemma.roof", "instalments"))
    torn = line[: min(cut, len(line) - 1)]
    path.write_bytes(whole + torn)
    journal, contents, told = open_journal(path)
    assert contents.entries == ENTRIES
    assert told is None
    assert path.read_bytes() == whole + torn
    journal.append((Answer(1, "dilemma.roof", "wait"),))
    journal.close()
    assert path.read_bytes() == whole + entry_line(Answer(1, "dilemma.roof", "wait"))
    assert path.with_name("weber-1.jsonl.torn-1").read_bytes() == torn


def test_zeros_at_the_end_after_a_power_cut_count_as_torn(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b"\0" * 4096)
    journal, contents, told = open_journal(path)
    journal.close()
    assert (contents.entries, told) == (ENTRIES, None)


def test_a_line_broken_in_the_middle_sets_the_file_aside_and_keeps_what_came_before(tmp_path: Path) -> None:
    path = written(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = b"{oops\n"
    path.write_bytes(damaged := b"".join(lines))
    journal, contents, told = open_journal(path)
    journal.close()
    assert told is not None and told.id == "save.cut"
    assert contents.entries == ENTRIES[:3]
    assert read(path.read_bytes()).entries == ENTRIES[:3]
    assert path.with_name("weber-1.jsonl.broken-1").read_bytes() == damaged


@pytest.mark.parametrize(
    "data", [b"", b"nonsense\n", b"\xff\xfe\n", b"{}\n", b"[" * 100_000 + b"\n", b'{"format":1}\n']
)
def test_a_file_without_a_header_is_set_aside_never_deleted(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "weber-1.jsonl"
    path.write_bytes(data)
    path.with_name("weber-1.jsonl.broken-1").write_bytes(b"an older one")
    with pytest.raises(SaveError) as caught:
        open_journal(path)
    assert caught.value.message.id == "save.broken"
    assert path.with_name("weber-1.jsonl.broken-2").read_bytes() == data
    assert not path.exists()


def test_a_save_of_an_unknown_version_stays_untouched(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(before := path.read_bytes().replace(b'"format":1', b'"format":99', 1))
    with pytest.raises(SaveError) as caught:
        open_journal(path)
    assert caught.value.message.id == "save.format"
    assert path.read_bytes() == before
    assert saves(tmp_path)[0].problem == caught.value.message


def test_a_save_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        open_journal(tmp_path / "weber-1.jsonl")
    assert caught.value.message.id == "save.gone"


def test_a_save_open_elsewhere_is_refused_until_it_is_closed(tmp_path: Path) -> None:
    path = written(tmp_path)
    journal, _, _ = open_journal(path)
    opens = "import sys; from pathlib import Path; from game.session.journal import open_journal, SaveError\n"
    opens += (
        "try: open_journal(Path(sys.argv[1]))\nexcept SaveError as error: print(error.message.id)\nelse: print('ours')"
    )
    command = [sys.executable, "-c", opens, str(path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "save.in_use"
    journal.close()
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "ours"


FULL = """
import resource, signal, sys
from pathlib import Path
from game.model.game import Answer
from game.session.journal import open_journal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
journal, contents, _ = open_journal(path)
size = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, resource.RLIM_INFINITY))
journal.append((Answer(2, "dilemma.a", "x"),))
print(journal.warning.id, path.stat().st_size >= size)
journal.append((Answer(2, "dilemma.b", "y"),))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.append((Answer(2, "dilemma.c", "z"),))
print(journal.warning)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix thing")
def test_a_full_disk_warns_and_what_waited_is_written_once_there_is_room(tmp_path: Path) -> None:
    path = written(tmp_path)
    done = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["save.full", "True", "None"]
    waited = [entry.question for entry in read(path.read_bytes()).entries[len(ENTRIES) :] if isinstance(entry, Answer)]
    assert waited == ["dilemma.a", "dilemma.b", "dilemma.c"]


def test_a_folder_that_cannot_be_made_gives_a_game_in_memory_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file is in the way")
    journal = new_journal(tmp_path / "saves" / "weber-1.jsonl", HEADER)
    journal.append(ENTRIES)
    assert journal.warning is not None
    (tmp_path / "saves").unlink()
    journal.append((Undone(1),))
    journal.close()
    assert journal.warning is None
    assert read(journal.path.read_bytes()).entries == (*ENTRIES, Undone(1))


def test_a_save_that_may_only_be_read_opens_and_goes_on_in_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)
    real = Path.open

    def refusing(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if mode == "r+b":
            raise PermissionError(13, "Permission denied")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    journal, contents, told = open_journal(path)
    assert told is not None and told.id == "save.read_only"
    assert contents.entries == ENTRIES
    journal.append((Undone(1),))
    journal.close()
    assert read(path.read_bytes()).entries == ENTRIES
    assert read(journal.path.read_bytes()).entries == (*ENTRIES, Undone(1))


def test_undo_lines_take_answers_back_and_the_months_they_closed() -> None:
    first, second = Answer(0, "dilemma.a", "x"), Answer(1, "dilemma.b", "y")
    game = played((first, Closed(0, "d0"), second, Closed(1, "d1"), Undone(1)))
    assert (game.answers, game.closed) == ((first,), (Closed(0, "d0"),))
    assert played((first, Undone(9), second)).answers == (second,)


def test_a_trial_month_leaves_nothing_and_is_found_again_while_it_runs() -> None:
    first, tried = Answer(0, "dilemma.a", "x"), Answer(0, "dilemma.trial", "y")
    begun = (first, Trial(True), tried, tried, Undone(1))
    assert played(begun).trial == (tried,)
    assert played(begun).answers == (first,)
    assert played((*begun, Trial(False))) == played((first,))


def test_saves_are_listed_newest_first_with_where_they_stand(tmp_path: Path) -> None:
    older, newer = written(tmp_path), written(tmp_path)
    os.utime(older, (1, 1))
    (tmp_path / "weber-9.jsonl").write_bytes(b"damaged\n")
    os.utime(tmp_path / "weber-9.jsonl", (2, 2))
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "notes.txt").touch()
    listed = saves(tmp_path)
    assert [save.path.name for save in listed] == [newer.name, "weber-9.jsonl", older.name]
    assert (listed[0].household, listed[0].month, listed[0].months, listed[0].stage) == ("weber", 1, 24, "stable")
    assert listed[1].problem is not None


def test_a_folder_that_is_not_there_has_no_saves(tmp_path: Path) -> None:
    assert saves(tmp_path / "nowhere") == ()


def test_a_closed_journal_gives_its_lock_back(tmp_path: Path) -> None:
    path = written(tmp_path)
    for _ in range(2):
        journal, _, _ = open_journal(path)
        assert isinstance(journal, Journal)
        journal.close()

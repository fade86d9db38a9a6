"""Folders to content: the digest, the cache, the user's own folder, and files that cannot be read."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.content import files as files_module
from game.content.load import load
from tests.content.test_planted import BASE

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "scenarios"))


def test_line_ends_and_place_do_not_change_the_digest(folder: Path, tmp_path: Path) -> None:
    before = load(folder)[0]
    moved = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    for path in moved.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(moved) == (before, ())


def test_every_byte_and_every_name_change_the_digest(folder: Path) -> None:
    before = load(folder)[0].digest
    card = folder / "dilemmas" / "kettle.yaml"
    card.write_text(card.read_text("utf-8") + "# more\n", "utf-8")
    changed = load(folder)[0].digest
    card.rename(card.with_name("pot.yaml"))
    assert len({before, changed, load(folder)[0].digest}) == 3


def test_kept_content_equals_fresh_content(folder: Path, tmp_path: Path) -> None:
    (folder / "dilemmas" / "kettle_again.yaml").write_text("dilemma: kettle_again\n", "utf-8")
    fresh = load(folder, cache=tmp_path / "cache")
    assert fresh[1]
    assert load(folder, cache=tmp_path / "cache") == fresh == load(folder)


def test_unchanged_content_needs_neither_yaml_nor_pydantic(folder: Path, tmp_path: Path) -> None:
    load(folder, cache=tmp_path / "cache")
    code = (
        "import sys; from pathlib import Path; from game.content.load import load;"
        f"content, _ = load(Path({str(folder)!r}), cache=Path({str(tmp_path / 'cache')!r}));"
        "assert content.households; print('yaml' in sys.modules, 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False False"


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"null\n[]", "half"])
def test_a_broken_cache_file_is_rebuilt(folder: Path, tmp_path: Path, damage: bytes | str) -> None:
    good = load(folder, cache=tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2] if damage == "half" else bytes(damage))
    assert load(folder, cache=tmp_path / "cache") == good
    assert kept.read_bytes() == whole


def test_a_cache_folder_that_cannot_be_made_is_no_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands in the way", "utf-8")
    assert load(folder, cache=tmp_path / "cache")[1] == ()


def test_a_large_file_is_refused_before_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = folder / "dilemmas" / "large.yaml"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read") if path == large else read(path))
    content, problems = load(folder)
    assert [(one.file, one.line, one.code) for one in problems] == [(large.as_posix(), 1, "too-big")]
    assert content.dilemmas


def test_a_file_that_cannot_be_opened_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "pay_cut.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(files_module.Path, "read_bytes", locked)
    assert [one.code for one in load(folder)[1]] == ["unreadable"]


def test_one_bad_file_leaves_the_others_in_the_game(folder: Path) -> None:
    (folder / "shocks" / "pay_cut.yaml").write_text("shock: pay_cut\nkind: [\n", "utf-8")
    content, problems = load(folder)
    assert {one.code for one in problems} == {"syntax"}
    assert "pipe_leaks" in content.shocks and "pay_cut" not in content.shocks
    assert "small" in content.households


def test_what_needs_a_missing_thing_is_left_out_with_it(folder: Path) -> None:
    (folder / "shocks" / "pipe_leaks.yaml").unlink()
    content, problems = load(folder)
    assert [(one.code, one.fatal) for one in problems] == [("unknown-shock", True)]
    assert not content.households
    assert "shock.kim_job.title" not in content.texts


def test_all_problems_of_all_files_come_at_once_and_in_order(folder: Path) -> None:
    (folder / "dilemmas" / "a.yaml").write_text("dilemma: a\ntitle: [x]\njoy: no\n", "utf-8")
    (folder / "dilemmas" / "b.yaml").write_text("dilemma: b\nnonsense: 1\n", "utf-8")
    problems = load(folder)[1]
    assert problems == tuple(sorted(problems))
    assert {"wrong-type", "yes-no", "missing-field", "unknown-field"} <= {one.code for one in problems}


def test_one_mistake_does_not_hide_the_others_of_its_file(folder: Path) -> None:
    mistakes = {
        "title: The kettle leaks\n": "titel: The kettle leaks\n",
        "{amount: 30, envelope: leisure, to: shop": "{amount: 1.200, envelope: leisure, to: shopp",
        "outcomes: [{chance: 30 %": "outcomes: [{chance: 40 %",
        "{if: {buffer: 1}, take: new}, {take: ask}": "{if: {bufer: 1}, take: knew}",
        "time: 1": "time: half a day",
        "joy: false": "joy: no",
    }
    card = (folder / "dilemmas" / "kettle.yaml").read_text("utf-8")
    for right, wrong in mistakes.items():
        assert right in card
        card = card.replace(right, wrong)
    (folder / "dilemmas" / "kettle.yaml").write_text(card, "utf-8")
    assert sorted(one.code for one in load(folder)[1] if one.file.endswith("kettle.yaml")) == [
        "chances-over-100",
        "missing-field",
        "no-final-rule",
        "not-a-number",
        "three-digits",
        "unknown-creditor",
        "unknown-field",
        "unknown-field",
        "unknown-option",
        "yes-no",
    ]


def test_the_users_own_folder_wins(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    text = (folder / "dilemmas" / "kettle.yaml").read_text("utf-8").replace("The kettle leaks\n", "The pot leaks\n")
    (own / "my_kettle.yaml").write_text(text, "utf-8")
    (own / "fees.yaml").write_text(
        "reminder_fee: {unit: EUR, status: estimate, source: mine, values: {2020-01-01: 3}}\n", "utf-8"
    )
    content, problems = load(folder, overlay=own)
    assert problems == ()
    assert content.texts["dilemma.kettle.title"] == "The pot leaks"
    assert content.parameters["reminder_fee"].source.title == "mine"
    assert content.parameters.keys() == load(folder)[0].parameters.keys()


def test_a_template_is_checked_and_not_played(folder: Path) -> None:
    (folder / "dilemmas" / "_template.yaml").write_text("dilemma: template\ntitle: no\n", "utf-8")
    content, problems = load(folder)
    assert "missing-field" in {one.code for one in problems}
    good = (folder / "dilemmas" / "kettle_again.yaml").read_text("utf-8").replace("kettle_again", "template")
    (folder / "dilemmas" / "_template.yaml").write_text(good, "utf-8")
    content, problems = load(folder)
    assert problems == () and "template" not in content.dilemmas

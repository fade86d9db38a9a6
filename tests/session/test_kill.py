"""A real game, killed without warning at any moment, comes back to the question that was on the table."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.content.load import load
from game.paths import data_folder
from game.session.saves import saves
from game.session.table import close, open_table
from tests.session.plays_on import seen

PLAYER = Path(__file__).with_name("plays_on.py")


def killed(folder: Path, cache: Path, after: float) -> list[str]:
    """What the player said until it was killed, `after` seconds after its first question; whole lines only."""
    command = [sys.executable, str(PLAYER), str(folder), str(cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as player:
        assert player.stdout is not None
        first = player.stdout.readline()
        time.sleep(after)
        player.kill()
        said = first + player.stdout.read()
    assert first, "the player died by itself"
    return [line.rstrip("\n") for line in said.splitlines(keepends=True) if line.endswith("\n")]


def followed(answers: list[str], done: str) -> list[str]:
    """The answers that stand after "give x" or "undo 2"; a question that shows changes nothing."""
    word, _, what = done.partition(" ")
    match word:
        case "give":
            return [*answers, what]
        case "undo":
            return answers[: -int(what)]
    return answers


def kill_and_open(tmp_path: Path, times: int, chance: random.Random) -> None:
    """Kill a player again and again; what stands on disk is what it did, and the last thing it was doing or not."""
    folder, cache = tmp_path / "saves", tmp_path / "cache"
    content, _ = load(data_folder("scenarios"), None, cache)
    answers: list[str] = []
    for _turn in range(times):
        said = killed(folder, cache, chance.uniform(0, 0.25))
        for done in said[:-1]:
            answers = followed(answers, done)
        maybe = followed(answers, said[-1])
        (save,) = saves(folder)
        table = open_table(content, save.path)
        close(table)
        found = [answer.option for answer in table.state.answers]
        assert found in (answers, maybe)
        assert table.notices == ()
        if said[-1].startswith("asks"):
            assert said[-1] == f"asks {seen(table)}"
        answers = found
    assert not list(folder.glob("*.broken-*"))


def test_a_killed_game_comes_back_to_its_question(tmp_path: Path) -> None:
    kill_and_open(tmp_path, 3, random.Random(7))


@pytest.mark.long
def test_forty_kills_cost_no_answer(tmp_path: Path) -> None:
    kill_and_open(tmp_path, 40, random.Random(11))

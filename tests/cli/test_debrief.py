"""`dilemme debrief SAVE --json` is a contract: these keys, whole numbers, months from 1, shares that add up."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import run
from game.explain import twins, work
from game.explain.debrief import Debrief
from game.model.game import STAGES
from game.model.state import State

KEYS = [
    "stages",
    "marks",
    "hopeless",
    "value",
    "attribution",
    "tracing",
    "twins",
    "levers",
    "luck",
    "dials",
    "pages",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one saved game in it."""
    data = tmp_path_factory.mktemp("data")
    played = ["autoplay", "--household", "weber", "--seed", "5", "--months", "12", "--policy", "minimum"]
    assert run(["--data-dir", str(data), *played, "--save", str(data / "game.jsonl")]) == 0
    return data


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """What is printed, with few destinies: the number is no part of the contract."""
    text = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(text):
        patch.setattr("game.commands.debrief.debrief", few)
        assert run(["--data-dir", str(folder), "debrief", str(folder / "game.jsonl"), "--json"]) == 0
    found: dict[str, Any] = json.loads(text.getvalue())
    return found


def few(state: State) -> Debrief:
    """The whole debrief with five destinies."""
    return work.debrief(state, 5)


def test_its_keys_are_those_of_the_contract(told: dict[str, Any]) -> None:
    assert list(told) == KEYS
    assert set(told["stages"]) <= set(STAGES)
    assert len(told["stages"]) == 12
    assert list(told["marks"]) == ["tipping", "last_exit", "no_return"]
    assert list(told["value"]) == ["played", "calm", "careful", "best"]
    assert set(told["value"]["best"]) == {"value", "proven"}
    assert told["hopeless"] is False


def test_shares_and_debts_add_up(told: dict[str, Any]) -> None:
    way = told["value"]["played"] - told["value"]["calm"]
    assert sum(told["attribution"]["causes"].values()) == way
    assert sum(told["attribution"]["groups"].values()) == way
    assert list(told["attribution"]["groups"]) == ["luck", "rights", "choices", "prices"]
    assert sum(told["tracing"]["coins"].values()) == 10
    assert len(told["tracing"]["interest_on_interest"]) == 12


def test_lines_have_a_number_for_each_month(told: dict[str, Any]) -> None:
    assert {"careful", "without_shocks"} <= set(told["twins"])
    assert all(len(line) == 12 for line in told["twins"].values())
    assert len(told["luck"]) == 5
    assert all(isinstance(cents, int) for cents in told["luck"])
    assert all(1 <= lever["month"] <= 12 and lever["gain"] > 0 for lever in told["levers"])


def test_the_dials_have_a_number_a_colour_and_the_adviser_s(told: dict[str, Any]) -> None:
    assert list(told["dials"]) == ["solvency", "buffer", "credit", "essentials", "morale", "rights"]
    assert all(set(dial) == {"number", "colour", "careful"} for dial in told["dials"].values())


def test_every_page_has_its_findings_as_messages(told: dict[str, Any]) -> None:
    assert all(page["findings"] for page in told["pages"])
    for page in told["pages"]:
        for finding in page["findings"]:
            assert set(finding) == {"message", "values"}


def test_a_save_that_is_none_is_said_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--data-dir", str(folder), "debrief", str(folder / "nothing.jsonl")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_five_hundred_destinies_are_played() -> None:
    assert twins.DESTINIES == 500

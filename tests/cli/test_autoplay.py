"""`dilemme autoplay --json` is a contract: these keys, whole numbers, months from 1, the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import run
from game.model.game import POLICIES, STAGES

ROW = {"month", "income", "essentials", "debt_service", "interest", "fees", "borrowed", "debt", "account"}
ROW |= {"savings", "morale", "health", "stage"}
KEYS = [
    "content",
    "household",
    "seed",
    "months",
    "policy",
    "shocks",
    "answers",
    "transactions",
    "rows",
    "end",
    "digest",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def printed(folder: Path, capsys: pytest.CaptureFixture[str]):
    """What one call prints; content that was read once is read from the cache."""

    def call(policy: str, *more: str, seed: int = 7, months: int = 12) -> str:
        words = ["--data-dir", str(folder), "autoplay", "--household", "weber", "--seed", str(seed)]
        assert run([*words, "--months", str(months), "--policy", policy, *more]) == 0
        return capsys.readouterr().out

    return call


@pytest.mark.parametrize("policy", POLICIES)
def test_the_object_keeps_its_shape_and_its_sums(printed, policy: str) -> None:
    game: dict[str, Any] = json.loads(text := printed(policy, "--json"))
    assert text.count("\n") == 1
    assert list(game) == KEYS
    assert (game["household"], game["seed"], game["months"], game["policy"]) == ("weber", 7, 12, policy)
    assert [row["month"] for row in game["rows"]] == list(range(1, 13))
    assert all(row.keys() >= ROW and row["stage"] in STAGES for row in game["rows"])
    assert all(0 <= row["morale"] <= 100 and 0 <= row["health"] <= 100 for row in game["rows"])
    assert all(sum(p["cents"] for p in moved["postings"]) == 0 for moved in game["transactions"])
    assert all({"kind", "id"} == moved["cause"].keys() for moved in game["transactions"])
    assert {type(p["cents"]) for moved in game["transactions"] for p in moved["postings"]} == {int}
    assert all(1 <= answer["month"] <= 12 for answer in game["answers"])
    assert game["end"] == {"stage": game["rows"][-1]["stage"], "reason": "months_over"}
    assert game["digest"]


def test_the_account_in_the_rows_is_the_ledger_summed(printed) -> None:
    game = json.loads(printed("minimum", "--json"))
    balance, accounts = 0, []
    opening = [
        moved for moved in game["transactions"] if any(p["account"].startswith("equity:") for p in moved["postings"])
    ]
    assert opening, "the opening balances are transactions too"
    for month in range(1, 13):
        moved = [t for t in game["transactions"] if t["month"] == month]
        balance += sum(p["cents"] for t in moved for p in t["postings"] if p["account"] == "asset:current")
        accounts.append(balance)
    assert accounts == [row["account"] for row in game["rows"]]


def test_the_same_call_twice_prints_the_same_bytes(printed) -> None:
    assert printed("random", "--json") == printed("random", "--json")


def test_the_same_seed_brings_the_same_shocks_whatever_the_policy(printed) -> None:
    assert len({json.dumps(json.loads(printed(policy, "--json"))["shocks"]) for policy in POLICIES}) == 1


def test_without_json_each_month_is_one_line(printed) -> None:
    lines = printed("careful").splitlines()
    assert len(lines) == 13
    assert lines[0].startswith("month  1  ")


def test_the_game_can_be_written_as_a_save_that_opens(printed, tmp_path: Path) -> None:
    from game.content.load import load
    from game.paths import data_folder
    from game.session.table import close, open_table

    game = json.loads(printed("loudest", "--json", "--save", str(tmp_path / "weber-1.jsonl")))
    content, _ = load(data_folder("scenarios"), None, tmp_path / "cache")
    table = open_table(content, tmp_path / "weber-1.jsonl")
    close(table)
    assert (table.over, table.notices) == (True, ())
    assert [answer.option for answer in table.state.answers] == [answer["option"] for answer in game["answers"]]

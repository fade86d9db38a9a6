"""`check`, `schema` and `cases`: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import run

WRONG = "dilemma: my_card\ntitle: A card\ntext: It rings.\nchanse: 3\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "dilemmas").mkdir()
    (tmp_path / "dilemmas" / "my_card.yaml").write_text(WRONG, "utf-8")
    return tmp_path


def test_check_names_file_line_and_column_and_what_would_be_right(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own / "dilemmas" / "my_card.yaml"
    assert run(["check", str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{file}:4:1: ") and "chanse" in line for line in said)
    assert any(line.startswith("    ") for line in said)


def test_check_as_json_holds_the_same_problems(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(own), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {problem["file"] for problem in problems} == {str(own / "dilemmas" / "my_card.yaml")}
    assert all(problem["line"] >= 1 and problem["column"] >= 1 and problem["code"] for problem in problems)


def test_a_file_that_is_good_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "law"
    folder.mkdir()
    assert run(["check", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_a_game_starts_with_the_good_files_and_names_the_others(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--content", str(own), "--data-dir", str(own / "data"), "autoplay", "--household", "weber"]
    assert run([*words, "--months", "2"]) == 0
    said = capsys.readouterr()
    assert said.out.endswith("end: months_over\n")
    assert "my_card.yaml:4:1: " in said.err


def test_the_schema_is_json_and_says_which_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)


def test_cases_are_run_and_one_that_differs_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = tmp_path / "loan.yaml"
    given = "given: {principal: 1200.00, rate_per_year: 0, months: 12}"
    right = f"- name: Twelve parts\n  source: plain division\n  rule: loan\n  {given}\n  then: {{instalment: 100.00}}\n"
    cases.write_text(right, "utf-8")
    data = ["--data-dir", str(tmp_path / "data")]
    assert run([*data, "cases", str(cases)]) == 0
    assert capsys.readouterr().out.startswith(f"{cases}:1: Twelve parts: ok")
    cases.write_text(right.replace("100.00}", "99.00}"), "utf-8")
    assert run([*data, "cases", str(cases)]) == 1
    assert "Twelve parts" in capsys.readouterr().out

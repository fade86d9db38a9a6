"""The README keeps its promises: its links lead somewhere, its commands exist, its test command is one line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from game.cli import parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def commands() -> set[str]:
    """The words that the command line knows."""
    return {action.dest for group in parser()._subparsers._group_actions for action in group._choices_actions}  # type: ignore[union-attr]


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_a_link_leads_to_a_file_of_ours(link: str) -> None:
    assert (ROOT / link).is_file()


def test_the_two_commands_are_one_line_each() -> None:
    lines = [line.strip() for line in README.splitlines() if line.strip().startswith("python3 -m venv")]
    assert [line.rsplit("/", 1)[1] for line in lines] == ["dilemme", "pytest"]


def test_every_command_named_is_known() -> None:
    named = set(re.findall(r"`dilemme ([a-z]+)", README))
    assert named <= commands()
    assert {"play", "check", "cases", "autoplay", "shot", "schema", "parameters"} <= named


def test_each_library_it_needs_is_named_with_a_reason() -> None:
    rows = {row.split("](")[0].removeprefix("| [").lower() for row in README.splitlines() if row.startswith("| [")}
    assert rows == {re.split(r"[>=<]", name)[0] for name in PROJECT["dependencies"]}


def test_each_library_of_the_tests_and_each_extra_is_named() -> None:
    named = README.lower()
    extras = PROJECT["optional-dependencies"]
    assert all(re.split(r"[>=<]", name)[0].lower() in named for name in extras["dev"])
    assert all(f"`{extra}`" in README for extra in extras)


def test_whose_mark_the_name_is_stands_there() -> None:
    assert "*Dilemme®* is a mark of CRÉSUS" in README
    assert "neither made nor endorsed" in README

"""The content that a command works with, and the player's folders."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from game.commands.wrong import FOUND, Wrong, unknown
from game.content.load import load
from game.model.content import Content
from game.model.problem import Problem
from game.paths import Folders, data_folder, user_folders


def folders(options: Namespace) -> Folders:
    """The player's folders: `--data-dir`, else DILEMME_DATA_DIR, else where the system has them."""
    override = options.data_dir or os.environ.get("DILEMME_DATA_DIR")
    return user_folders(Path(override) if override else None)


def good_content(options: Namespace) -> Content:
    """The game's content with `--content` over it: the good files; others are named on the error stream."""
    if options.content and not options.content.exists():
        raise Wrong(f"--content {options.content}: no such folder")
    try:
        content, problems = load(data_folder("scenarios"), options.content, folders(options).cache)
    except OSError as error:
        raise Wrong(f"{error.filename}: {error.strerror}", FOUND) from error
    for problem in problems:
        if problem.fatal:
            print(nearby(problem), file=sys.stderr)
    return content


def playable_content(options: Namespace) -> Content:
    """The same, with at least one household in it."""
    content = good_content(options)
    if not content.households:
        raise Wrong("no household can be played; 'dilemme check' says why", FOUND)
    return content


def nearby(problem: Problem) -> Problem:
    """With its file named as seen from here, where that is shorter."""
    file = Path(problem.file)
    return replace(problem, file=str(file.relative_to(Path.cwd()))) if file.is_relative_to(Path.cwd()) else problem


def demand_household(content: Content, household: str) -> None:
    """Wrong, with the nearest name, unless there is such a household."""
    if household not in content.households:
        raise unknown("household", household, content.households)


def demand_paths(paths: Iterable[Path]) -> None:
    """Wrong, with its name, for the first of `paths` that does not exist."""
    for path in paths:
        if not path.exists():
            raise Wrong(f"{path}: no such file or folder")

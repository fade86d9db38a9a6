"""The content that a command works with, and the player's folders."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable
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


def read_content(options: Namespace) -> tuple[Content, list[Problem]]:
    """The game's content with `--content` over it, and what is wrong in it. Wrong if nothing can be played."""
    if options.content and not options.content.is_dir():
        raise Wrong(f"--content {options.content}: no such folder")
    content, problems = load(data_folder("scenarios"), options.content, folders(options).cache)
    if not content.households:
        shown = "\n".join(map(str, problems))
        raise Wrong(f"no household can be played\n{shown}", FOUND)
    return content, list(problems)


def good_content(options: Namespace) -> Content:
    """The files that are good; the others are named on the error stream and left out."""
    content, problems = read_content(options)
    for problem in problems:
        if problem.fatal:
            print(problem, file=sys.stderr)
    return content


def demand_household(content: Content, household: str) -> None:
    """Wrong, with the nearest name, unless there is such a household."""
    if household not in content.households:
        raise unknown("household", household, content.households)


def demand_paths(paths: Iterable[Path]) -> None:
    """Wrong, with its name, for the first of `paths` that does not exist."""
    for path in paths:
        if not path.exists():
            raise Wrong(f"{path}: no such file or folder")

"""`dilemme check`: every mistake of every author, with file, line and column."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from game.commands.loading import demand_paths, nearby
from game.content.check import check, pictures_in
from game.i18n.catalogue import catalogue_path
from game.i18n.po import read
from game.i18n.update import TRANSLATED
from game.paths import data_folder


def run(options: Namespace) -> int:
    """Print the problems of the paths, or of all content; 1 if there are any."""
    paths = options.paths or ([options.content] if options.content else [])
    demand_paths(paths)
    pictures = pictures_in(data_folder("assets") / "pictures")
    problems = [nearby(problem) for problem in check(paths, data_folder("scenarios"), pictures, _translated())]
    if options.json:
        print(json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=1))
    else:
        for problem in problems:
            print(problem)
    return 1 if problems else 0


def _translated() -> dict[str, set[str]]:
    """The ids of the texts that each language has; English is what they are written in."""
    return {
        language: {id for id, words in read(catalogue_path(data_folder("locales"), language)).items() if words.is_done}
        for language in TRANSLATED
    }

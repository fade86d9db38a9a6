"""`dilemme cases`: rule cases that an adviser can write, run against the real rules."""

from __future__ import annotations

from argparse import Namespace

from game.cases.run import main
from game.commands.loading import demand_paths, good_content


def run(options: Namespace) -> int:
    """Print `ok` or what differed for every case; 1 if any differs."""
    demand_paths(options.paths)
    return main(options.paths, good_content(options))

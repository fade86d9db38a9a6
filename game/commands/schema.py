"""`dilemme schema`: what editors need to complete and check a scenario file while it is written."""

from __future__ import annotations

import sys
from argparse import Namespace

from game.content.schema import text


def run(options: Namespace) -> int:
    """Print the JSON Schema of every kind of file."""
    del options
    sys.stdout.write(text())
    return 0

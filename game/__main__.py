"""The shell: arguments in, an exit code out. It decides nothing."""

from __future__ import annotations

import sys

from game.cli import run


def main() -> int:
    """Run the command that the process was started with; 0 good, 1 found something, 2 wrong use."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

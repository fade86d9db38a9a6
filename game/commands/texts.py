"""`dilemme texts`: the translators' tool, with its own commands."""

from __future__ import annotations

from argparse import Namespace

from game import texts


def run(options: Namespace) -> int:
    """Hand the words that follow to the tool; its exit code is ours."""
    content = ["--content", str(options.content)] if options.content else []
    return texts.main([*content, *options.arguments])

"""A user's mistake: said in one line, never as a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

FOUND, MISUSED = 1, 2


class Wrong(Exception):
    """Ends the command with `text` on the error stream and the exit code `code`."""

    def __init__(self, text: str, code: int = MISUSED) -> None:
        super().__init__(text)
        self.text = text
        self.code = code


def unknown(what: str, word: str, known: Iterable[str]) -> Wrong:
    """`word` is none of the `known` ones: names the nearest, or all of them."""
    names = sorted(known)
    near = get_close_matches(word, names, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"there is: {', '.join(names) or 'none'}"
    return Wrong(f"no {what} '{word}'; {hint}")

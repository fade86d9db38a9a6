"""An author's mistake, as a value: gathered with all the others and shown together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file. Line and column count from 1; `code` is stable, tests use it.

    `fatal` mistakes keep the file out of the game; the others (a missing translation) do not.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    fatal: bool = True

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: {self.message}"
        return f"{where}\n    {self.hint}" if self.hint else where

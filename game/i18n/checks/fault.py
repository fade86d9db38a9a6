"""One thing that is wrong with one text, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`code` is stable and tests use it. A fault that is not fatal is for a person to judge."""

    language: str
    id: str
    code: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        """One line for a list."""
        return f"{self.language} {self.id}: {self.message} [{self.code}{'' if self.fatal else ', to judge'}]"

"""A figure of law, price or custom, and the dates from which it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Number = Decimal | tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read, and the day someone last checked it."""

    title: str
    url: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure (or one table as a tuple), in `unit`, by the day since which it holds.

    `status` is verified, earlier, derived or estimate (see `docs/scenarios.md`).
    """

    name: str
    unit: str
    status: str
    source: Source
    values: tuple[tuple[date, Number], ...]  # oldest first
    note: str = ""

    def on(self, day: date) -> Number:
        """The value in force on `day`, in `self.unit`. LookupError before the first one."""
        in_force = [value for since, value in self.values if since <= day]
        if not in_force:
            raise LookupError(f"{self.name} has no value before {self.values[0][0]}, asked for {day}")
        return in_force[-1]

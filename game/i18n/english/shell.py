"""Words around the game: title, setup, settings, exit, help, errors and the command line."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {}

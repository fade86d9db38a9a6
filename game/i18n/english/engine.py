"""Sentences of the month itself: questions, options and effects that the engine names."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {}

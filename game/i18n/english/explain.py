"""Sentences of the debrief: findings, stations and charts."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {}

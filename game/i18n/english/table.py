"""Words of the table: month, triage, plan, mail, call and close screens."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {}

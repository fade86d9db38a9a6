"""From a table to the screens that lie above the title: which page shows which question."""

from __future__ import annotations

from game.session.table import Table
from game.ui.screen import Screen
from game.ui.screens.plain import Asked, Ended


def seat(table: Table) -> tuple[Screen, ...]:
    """The page of the question on the table, or of the end."""
    question = table.question
    if question is None:
        row = table.state.rows[-1] if table.state.rows else None
        return (Ended(row.said if row else None),)
    return (Asked(question, table.state.balance.get("asset:current", 0)),)

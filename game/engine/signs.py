"""The ten published warning signs, read from the month's end, and the platform that may call (game.md 7)."""

from __future__ import annotations

from game.engine.conditions import overdraft
from game.engine.living import buffer, line_due
from game.engine.posting import SAVINGS
from game.model.state import State

OVERDRAFT_MONTHS = 3
REJECTED = 2
FALL_PERCENT = 20
THIRD = 3
SIGNS = (
    "overdraft",
    "card_advance",
    "minimum_only",
    "rejected",
    "rent_late",
    "credit_for_credit",
    "income_fell",
    "unopened",
    "savings_gone",
    "instalments",
)


def read_signs(state: State) -> None:
    """Which signs show this month; kept until the row is written."""
    state.signs_seen = frozenset(name for name, shows in _shows(state) if shows)


def _shows(state: State) -> list[tuple[str, bool]]:
    rows = state.rows
    income = state.income
    recent = rows[-(OVERDRAFT_MONTHS - 1) :]
    overdrawn = len(recent) == OVERDRAFT_MONTHS - 1 and all(row.account < 0 for row in recent) and overdraft(state) > 0
    first = rows[0].income if rows else income
    instalments = sum(line_due(state, line) for line in state.lines.values())
    card = next((line for line in state.lines.values() if line.kind == "card"), None)
    return [
        ("overdraft", overdrawn),
        ("card_advance", "card_advance" in state.flags),
        ("minimum_only", card is not None and state.balance.get(f"debt:{card.id}", 0) < 0 and card.paid_in_row >= 3),
        ("rejected", state.rejected >= REJECTED),
        ("rent_late", "landlord" in state.unpaid),
        (
            "credit_for_credit",
            state.swapped > 0 or any(line.product == "lender_abroad" for line in state.lines.values()),
        ),
        ("income_fell", 100 * income < (100 - FALL_PERCENT) * first),
        ("unopened", any(not letter.opened for letter in state.mail)),
        ("savings_gone", state.balance.get(SAVINGS, 0) == 0 and buffer(state) == 0),
        ("instalments", THIRD * instalments > income),
    ]


def platform_calls(state: State) -> bool:
    """In the first month with three signs, then at most every third month, it calls the household itself."""
    figures = state.world.figures
    if not state.world.settings.platform or not state.rows or state.month < state.platform_next:
        return False
    if state.adviser >= 0 or len(state.rows[-1].signs) < figures["platform_signs"]:
        return False
    state.platform_next = state.month + figures["platform_pause"]
    return True

"""What is agreed in parts with a creditor: how much is still to come, and on which account it is owed."""

from __future__ import annotations

from game.model.state import State
from game.model.units import Cents


def agreed_left(state: State, key: str) -> Cents:
    """What an agreement with this creditor still asks for, from this month on."""
    agreement = state.agreements.get(key)
    return sum(cents for month, cents in agreement.parts if month >= state.month) if agreement else 0


def agreed_account(state: State, key: str) -> str:
    """Where a part agreed with this creditor is paid to."""
    return f"debt:{key}" if key in state.lines else f"debt:arrears:{key}"

"""What a creditor has not received, and the end of its path when all of it is paid.

Below credits and arrears, which both pay claims.
"""

from __future__ import annotations

from game.engine.agreed import agreed_left
from game.engine.posting import owed
from game.model.state import State, Unpaid
from game.model.units import Cents


def creditor_kind(state: State, key: str) -> str:
    """The kind of creditor behind a key: a credit's id or the kind itself."""
    line = state.lines.get(key)
    return line.creditor if line else key


def claim_of(state: State, unpaid: Unpaid) -> Cents:
    """All that this creditor has not received, without parts that are agreed for later."""
    line = state.lines.get(unpaid.key)
    if line and not line.called_in:
        return line.missed
    account = f"debt:{line.id}" if line else f"debt:arrears:{unpaid.key}"
    return owed(state, account) - agreed_left(state, unpaid.key)


def oldest_arrears(state: State) -> str:
    """The creditor who has waited longest and has no agreement; empty when nobody waits."""
    waiting = [
        (unpaid.since, place, key)
        for place, (key, unpaid) in enumerate(state.unpaid.items())
        if not unpaid.frozen and claim_of(state, unpaid) > 0
    ]
    return min(waiting)[2] if waiting else ""


def take_off(state: State, key: str, cents: Cents) -> None:
    """Paid cents leave the list of open bills; when none is left, the path ends."""
    unpaid = state.unpaid.get(key)
    if unpaid is None:
        return
    left: list[tuple[str, int, Cents]] = []
    for name, month, open_cents in unpaid.items:
        taken = min(cents, open_cents)
        cents -= taken
        if open_cents > taken:
            left.append((name, month, open_cents - taken))
    unpaid.items = tuple(left)
    if left:
        unpaid.since = min(month for _, month, _ in left)
    if not unpaid.frozen and claim_of(state, unpaid) <= 0:
        close_path(state, key)


def close_path(state: State, key: str) -> None:
    """All is paid: the creditor's path ends."""
    if key in state.unpaid:
        del state.unpaid[key]
        state.cleared[key] = state.month
        state.flags -= {f"order:{key}"}
        if not state.unpaid:
            figures = state.world.figures
            state.mood += figures["morale_cleared"]
            state.strain += figures["health_cleared"]

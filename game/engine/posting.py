"""Money moves: one posting pair, tuples only, for the loop that runs a thousand times a game."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.ledger import Cause, Posting, Transaction
from game.model.state import Entry, State
from game.model.units import Cents

CURRENT = "asset:current"
SAVINGS = "asset:savings"
WITHHELD = "asset:withheld"


def post(state: State, cause: tuple[str, str], to: str, source: str, cents: Cents) -> None:
    """Move `cents` from `source` to `to`. Nothing is posted for zero."""
    if cents == 0:
        return
    balance = state.balance
    balance[to] = balance.get(to, 0) + cents
    balance[source] = balance.get(source, 0) - cents
    if state.world.recording:
        state.posted.append((cause[0], cause[1], to, source, cents))


def owed(state: State, account: str) -> Cents:
    """What is owed on a debt account: positive."""
    return -state.balance.get(account, 0)


def transaction(month: int, entry: Entry) -> Transaction:
    """The entry as a frozen, checked value, for readers."""
    kind, name, to, source, cents = entry
    return Transaction(month, Cause(kind, name), (Posting(to, cents), Posting(source, -cents)))


def transactions(state: State) -> Iterator[Transaction]:
    """All that was posted so far, oldest first."""
    for month, entries in enumerate((*state.ledger, tuple(state.posted))):
        for entry in entries:
            yield transaction(month if month < len(state.ledger) else state.month, entry)

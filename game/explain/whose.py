"""Whose euro is this: the tracing ledger fed with the real postings of a game (spiral.md 3.2).

Month by month each posting becomes one event of `tracing.Tracing`. The overdraft is one account of
its own: the negative part of the bank account, netted inside the month. What a month drew anew or
left open is matched at its end with the reasons it was needed for, the last ones first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from game.engine.posting import CURRENT
from game.explain.reasons import Reason, reasons, shock_kind
from game.explain.tracing import START, Tracing
from game.model import effects as e
from game.model.state import Entry, State, World
from game.model.units import Cents

OVERDRAFT = "overdraft"
ARREARS = "debt:arrears:"
INTEREST, FEES = "expense:interest", "expense:fees"
SPEND = "spend"
Cause = tuple[str, str]


@dataclass(slots=True)
class Drawn:
    """New debt of this month that waits for its reasons: cash, arrears, the overdraft."""

    account: str
    cents: Cents
    cause: Cause


@dataclass(slots=True)
class Month:
    """One month under way: its new debts in the order in which they came."""

    tracing: Tracing
    world: World
    drawn: list[Drawn] = field(default_factory=list)


def months(state: State) -> Iterator[tuple[Tracing, Mapping[str, Cents]]]:
    """The tracing after each closed month, and what is owed then by account. The tracing goes on changing.

    LookupError for a game that was played without recording.
    """
    if state.rows and not state.ledger:
        raise LookupError("this game was played without its ledger")
    tracing = Tracing()
    balance: dict[str, Cents] = {}
    for month, entries in enumerate(state.ledger):
        _month(Month(tracing, state.world), entries, balance, reasons(state, month, entries))
        owed = {name: -cents for name, cents in balance.items() if name.startswith("debt:") and cents}
        if balance.get(CURRENT, 0) < 0:
            owed[OVERDRAFT] = -balance[CURRENT]
        yield tracing, owed


def traced(state: State) -> Tracing:
    """All debts of this game and what became of every cent."""
    tracing = Tracing()
    for reached, _ in months(state):
        tracing = reached
    return tracing


def _month(now: Month, entries: Iterable[Entry], balance: dict[str, Cents], why: list[Reason]) -> None:
    tracing = now.tracing
    entries = list(entries)
    for _, _, to, source, cents in entries:  # interest falls on the opening balance, before anything is paid
        if to == INTEREST and source == CURRENT:
            tracing.charge_interest(OVERDRAFT, cents)
    for entry in entries:
        _event(now, entry)
        _, _, to, source, cents = entry
        balance[to] = balance.get(to, 0) + cents
        balance[source] = balance.get(source, 0) - cents
    more = max(0, -balance.get(CURRENT, 0)) - tracing.balance(OVERDRAFT)
    if more < 0:
        tracing.pay(OVERDRAFT, -more)
    else:
        now.drawn.append(Drawn(OVERDRAFT, more, ("rule", OVERDRAFT)))
    paid = sum(tracing.passing.values())
    order = sorted(now.drawn, key=lambda drawn: (drawn.account != OVERDRAFT, drawn.account.startswith(ARREARS)))
    tracing.draw([(drawn.account, drawn.cents) for drawn in order], [*why, ("debt_service", paid)])
    tracing.close_month()


def _event(now: Month, entry: Entry) -> None:
    kind, name, to, source, cents = entry
    cause = (kind, name)
    if cause == ("rule", "start"):
        _opening(now.tracing, to, source, cents)
    elif to.startswith("debt:"):
        _less(now, cause, to, source, cents)
    elif source.startswith("debt:"):
        _more(now, cause, to, source, cents)
    elif to == FEES and source == CURRENT:
        now.tracing.charge_fee(OVERDRAFT, cents)
    elif to == CURRENT and source == "equity:separation":
        now.tracing.write_off(OVERDRAFT, min(cents, now.tracing.balance(OVERDRAFT)))


def _opening(tracing: Tracing, to: str, source: str, cents: Cents) -> None:
    if source.startswith("debt:"):
        tracing.borrow(source, cents, START)
    elif to == CURRENT and cents < 0:
        tracing.borrow(OVERDRAFT, -cents, START)


def _less(now: Month, cause: Cause, account: str, source: str, cents: Cents) -> None:
    """A debt falls: another one takes it over, it is cancelled or leaves, or it is paid."""
    tracing = now.tracing
    own = min(cents, tracing.balance(account))
    if source.startswith("debt:"):
        tracing.swap(account, source, own)
        _rename(now, account, source, cents - own)
        return
    _cancel(now, account, cents - own)
    if source.startswith("equity:"):
        tracing.write_off(account, own)
        return
    for drawn in now.drawn:  # a credit that was taken in order to pay this
        if drawn.cause == cause and drawn.account != account and cause[1] != "triage":
            part = min(own, drawn.cents)
            tracing.swap(account, drawn.account, part)
            drawn.cents -= part
            own -= part
    tracing.pay(account, own)


def _more(now: Month, cause: Cause, to: str, account: str, cents: Cents) -> None:
    """A debt grows: by interest, by a fee, by a purchase on credit, or by cash and unpaid bills."""
    tracing = now.tracing
    if to == INTEREST:
        tracing.charge_interest(account, cents)
    elif to == FEES:
        tracing.charge_fee(account, cents)
    elif to == CURRENT and _pays_overdraft(now.world, cause):
        part = min(cents, tracing.balance(OVERDRAFT))
        tracing.swap(OVERDRAFT, account, part)
        now.drawn.append(Drawn(account, cents - part, cause))
    elif to == CURRENT or account.startswith(ARREARS):
        now.drawn.append(Drawn(account, cents, cause))
    else:
        tracing.borrow(account, cents, shock_kind(now.world, cause) or SPEND)


def _cancel(now: Month, account: str, cents: Cents) -> None:
    """Paid in the month in which it was drawn: as if it had not been drawn."""
    for drawn in reversed(now.drawn):
        if drawn.account == account:
            part = min(cents, drawn.cents)
            drawn.cents -= part
            cents -= part


def _rename(now: Month, account: str, other: str, cents: Cents) -> None:
    for drawn in list(now.drawn):
        if drawn.account == account and cents:
            part = min(cents, drawn.cents)
            drawn.cents -= part
            cents -= part
            now.drawn.append(Drawn(other, part, drawn.cause))


def _pays_overdraft(world: World, cause: Cause) -> bool:
    """Whether this answer turned the overdraft into a loan."""
    kind, name = cause
    card, _, option = name.partition(".")
    if kind != "answer" or name == "call.bank":
        return name == "call.bank"
    choices = world.cards[card].choices if card in world.cards else ()
    effects = (effect for choice in choices if choice.id == option for effect in choice.effects)
    return any(isinstance(effect, e.Reschedule) and OVERDRAFT in effect.debts for effect in effects)

"""Earnings kept back for creditors, and the payment order that can be objected to (rules.md 3, 8)."""

from __future__ import annotations

from datetime import date

from game.engine.arrears import claim_of, take_off
from game.engine.demands import NOT_GARNISHED
from game.engine.garnishment import attachable, bands, shares
from game.engine.posting import CURRENT, WITHHELD, post
from game.engine.world import day_of
from game.model.state import State
from game.model.units import Cents


def withhold(state: State, nets: dict[str, Cents]) -> None:
    """Keep back the attachable part of each person's net pay for the creditors who may take it.

    The first three months stay with the employer; then all of it is paid over.
    """
    claims = {
        key: claim
        for key, unpaid in state.unpaid.items()
        if unpaid.garnish != NOT_GARNISHED and not unpaid.frozen
        if (claim := claim_of(state, unpaid) - _kept(state, key)) > 0
    }
    if claims:
        bounds, rates = _bands(state)
        pot = sum(attachable(net, bounds, rates) for net in nets.values())
        for key, cents in shares(pot, claims).items():
            post(state, ("rule", "garnishment"), f"{WITHHELD}:{key}", CURRENT, cents)
            state.income -= cents
    kept = state.world.figures["garnishment_kept_months"]
    for account in [name for name, cents in state.balance.items() if name.startswith(WITHHELD) and cents]:
        key = account.removeprefix(f"{WITHHELD}:")
        if key not in state.unpaid or state.month >= state.unpaid[key].garnish + kept:
            _pay_over(state, key)


def _kept(state: State, key: str) -> Cents:
    return state.balance.get(f"{WITHHELD}:{key}", 0)


def _pay_over(state: State, key: str) -> None:
    """To the creditor, as far as something is still owed; the rest comes back to the account."""
    cause = ("rule", "garnishment")
    unpaid = state.unpaid.get(key)
    if unpaid:
        cents = min(_kept(state, key), claim_of(state, unpaid))
        line = state.lines.get(key)
        post(state, cause, f"debt:{key}" if line else f"debt:arrears:{key}", f"{WITHHELD}:{key}", cents)
        if line:
            line.missed = max(0, line.missed - cents)
        take_off(state, key, cents)
    if key not in state.unpaid:
        post(state, cause, CURRENT, f"{WITHHELD}:{key}", _kept(state, key))


def _bands(state: State) -> tuple[tuple[int, ...], tuple[int, ...]]:
    day: date = day_of(state.world.household, state.month)
    return bands(state.world.content.parameters, day)


def orders(state: State) -> list[str]:
    """Creditors whose payment order waits for an answer this month."""
    return sorted(flag.removeprefix("order:") for flag in state.flags if flag.startswith("order:"))


def answer_order(state: State, key: str, option: str) -> None:
    """Object (the road to court is two months longer) or let it stand."""
    state.flags -= {f"order:{key}"}
    unpaid = state.unpaid.get(key)
    if unpaid and option == "object":
        unpaid.objected += state.world.figures["objection_months"]

"""Earnings kept back for creditors, and the payment order that can be objected to (rules.md 3, 8)."""

from __future__ import annotations

from game.engine.arrears import pay_arrears
from game.engine.claims import claim_of
from game.engine.garnishment import attachable, bands, kept_back
from game.engine.living import AT_SOURCE, bill_amount
from game.engine.posting import CURRENT, WITHHELD, post
from game.engine.world import day_of
from game.model.state import State, Unpaid
from game.model.units import Cents

NOT_GARNISHED = -99
KEPT_BACK = "kept_back"  # flag: earnings have been kept back in this game
MAINTENANCE = "maintenance"
CAUSE = ("rule", "garnishment")


def withhold(state: State, nets: dict[str, Cents]) -> None:
    """Keep back what the law allows of each person's net pay: current maintenance, garnishments, assignments."""
    taking = {key: unpaid for key, unpaid in state.unpaid.items() if _takes(state, unpaid)}
    if not taking:
        return
    state.flags |= {KEPT_BACK}
    bounds, rates = bands(state.world.content.parameters, day_of(state.world.household, state.month))
    current = _current(state) if MAINTENANCE in taking else {}
    claims = {key: claim_of(state, unpaid) - _kept(state, key) for key, unpaid in taking.items()}
    signed = [key for key, unpaid in taking.items() if "assignment" in unpaid.done and not unpaid.in_court]
    for net in nets.values():
        ordered = {key: claim for key, claim in claims.items() if key not in signed and claim > 0}
        wanted = sum(claims[key] for key in signed)
        part = attachable(net, bounds, rates)
        first, taken, left = kept_back(net, part, sum(current.values()), ordered, wanted)
        _pay_current(state, current, first)
        for key in signed:
            taken[key] = min(left, claims[key])
            left -= taken[key]
        for key, cents in taken.items():
            post(state, CAUSE, f"{WITHHELD}:{key}", CURRENT, cents)
            state.income -= cents
            claims[key] -= cents


def _takes(state: State, unpaid: Unpaid) -> bool:
    return unpaid.garnish not in (NOT_GARNISHED,) and not unpaid.frozen and state.month >= unpaid.garnish


def _current(state: State) -> dict[str, Cents]:
    """This month's maintenance, by bill."""
    bills = state.world.household.bills
    return {bill.id: bill_amount(state, bill) for bill in bills if bill.creditor == MAINTENANCE}


def _pay_current(state: State, current: dict[str, Cents], cents: Cents) -> None:
    """Current maintenance goes from the pay to who it is for; what is kept is no due item any more."""
    for name in current:
        paid = min(cents, current[name])
        post(state, ("contract", name), "expense:contracts", CURRENT, paid)
        state.counts[f"{AT_SOURCE}{name}"] = state.counts.get(f"{AT_SOURCE}{name}", 0) + paid
        current[name] -= paid
        cents -= paid


def _kept(state: State, key: str) -> Cents:
    return state.balance.get(f"{WITHHELD}:{key}", 0)


def pay_over(state: State) -> None:
    """The first three months stay with the employer; then all of it goes to the creditor, later at once.

    What the creditor needs no more comes back to the account.
    """
    if KEPT_BACK not in state.flags:
        return
    kept = state.world.figures["garnishment_kept_months"]
    for account in [name for name, cents in state.balance.items() if cents and name.startswith(WITHHELD)]:
        key = account.removeprefix(f"{WITHHELD}:")
        if key in state.unpaid and state.month >= state.unpaid[key].garnish + kept:
            pay_arrears(state, key, state.balance[account], CAUSE, account)
        if key not in state.unpaid and (back := state.balance[account]):
            post(state, CAUSE, CURRENT, account, back)
            state.income += back
            state.windfall += back


def orders(state: State) -> list[str]:
    """Creditors whose payment order waits for an answer this month."""
    return sorted(flag.removeprefix("order:") for flag in state.flags if flag.startswith("order:"))


def answer_order(state: State, key: str, option: str) -> None:
    """Object (the road to court is two months longer) or let it stand."""
    state.flags -= {f"order:{key}"}
    unpaid = state.unpaid.get(key)
    if unpaid and option == "object":
        unpaid.objected += state.world.figures["objection_months"]

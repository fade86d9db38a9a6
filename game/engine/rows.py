"""The row of a month: what was, in the quantities of spiral.md 1, with its stage and digest."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from game.engine.ahead import margins_ahead
from game.engine.conditions import arrears
from game.engine.living import buffer
from game.engine.posting import CURRENT, SAVINGS, owed
from game.engine.quantities import (
    TREADMILL_MONTHS,
    WINDOW,
    Accounts,
    escape_months,
    escape_projected,
    minsky,
    raw_stage,
    shown_stage,
    spiral_now,
    treadmill_now,
)
from game.engine.rights import waiting
from game.model.game import Row
from game.model.message import Message
from game.model.state import State
from game.model.units import Cents, Rate


def close_row(state: State, living: Cents) -> None:
    """Write this month's row, `living` being its essentials; its stage looks back over the last three."""
    row = _row(state, living)
    before = state.rows[-(WINDOW - 1) :]
    spiral = len(before) == WINDOW - 1 and spiral_now((*before, row), _debt_before(state))
    treadmill = _treadmill(state)
    raw = raw_stage(
        projected=[*(each.projected for each in before), row.projected],
        spiral=spiral,
        unpaid=row.arrears,
        gap=row.gap,
        label=row.label,
        treadmill=treadmill,
        buffer=row.buffer,
        essentials=row.essentials,
        debt_service=row.debt_service,
        income=row.income,
    )
    shown = shown_stage([*(each.stage_raw for each in before), raw])
    if (spiral, treadmill, raw, shown) != (False, False, "stable", "stable"):
        row = replace(row, spiral=spiral, treadmill=treadmill, stage_raw=raw, stage=shown)
    state.rows = (*state.rows, row)


class CardMonth(NamedTuple):
    """One month of one card, as the persistent-debt test reads it; fees are in `interest`."""

    interest: Cents
    paid: Cents
    balance: Cents
    fees: Cents = 0


def _treadmill(state: State) -> bool:
    """Whether a card took more in charges than it gave back over its last months (spiral.md 2.2)."""
    found = False
    for line in state.lines.values():
        if line.kind == "card":
            balance = owed(state, f"debt:{line.id}")
            line.past = (*line.past[-(TREADMILL_MONTHS - 1) :], (line.charged, line.paid, balance))
            if len(line.past) == TREADMILL_MONTHS:
                found = found or treadmill_now([CardMonth(*month) for month in line.past])
    return found


def opening_debt(state: State) -> Cents:
    """The fragile debt before the first month."""
    household = state.world.household
    products = state.world.content.products
    lines = sum(debt.balance for debt in household.debts if not products[debt.product].secured)
    return lines + max(0, -household.account)


def _debt_before(state: State) -> Cents:
    return state.rows[-WINDOW].fragile if len(state.rows) >= WINDOW else opening_debt(state)


def _row(state: State, living: Cents) -> Row:
    accounts = fragile_accounts(state)
    income, liquid = state.income, buffer(state)
    used = max(0, state.opening_buffer - liquid)
    margin = income - state.windfall - living - state.due_secured
    return Row(
        month=state.month,
        income=income,
        essentials=living,
        secured=state.due_secured,
        one_off=state.due_once,
        debt_service=state.served,
        savings_used=used,
        interest=state.interest,
        fees=state.fees,
        gap=max(0, living + state.due_once + state.served - income - used),
        borrowed=state.borrowed + state.earmarked + _drawn(state),
        earmarked=state.earmarked,
        debt=all_debts(state),
        fragile=sum(balance for balance, _ in accounts),
        account=state.balance.get(CURRENT, 0),
        savings=state.balance.get(SAVINGS, 0),
        buffer=liquid,
        cut=state.cut,
        arrears=arrears(state),
        missed=sum(line.missed for line in state.lines.values()),
        creditors_unpaid=sum(not unpaid.frozen for unpaid in state.unpaid.values()),
        oldest=max((state.month - unpaid.since for unpaid in state.unpaid.values()), default=0),
        escape=escape_months(accounts, margin),
        projected=escape_projected(accounts, *margins_ahead(state, margin)),
        label=minsky(income, living, state.served, state.interest + state.fees),
        spiral=False,
        treadmill=False,
        in_plan=False,
        waiting=waiting(state),
        morale=state.morale,
        health=state.health,
        stage_raw="stable",
        stage="stable",
        triage=state.triage is not None,
        rejected=state.counts.get("rejected", 0),
        letters=len(state.mail),
        signs=tuple(sorted(state.signs_seen)),
        said=_said(state) if state.world.recording else None,
        digest=_digest(state) if state.world.recording else "",
        decisions=state.counts.get("decisions", 0),
        news=state.said,
    )


def _drawn(state: State) -> Cents:
    """What the overdraft has grown by in this month."""
    return max(0, max(0, -state.balance.get(CURRENT, 0)) - max(0, -state.opening))


def all_debts(state: State) -> Cents:
    """Dall: every debt account and the overdraft."""
    debts = sum(owed(state, name) for name in state.balance if name.startswith("debt:"))
    return debts + max(0, -state.balance.get(CURRENT, 0))


def fragile_accounts(state: State) -> Accounts:
    """Balance and rate of everything unsecured, and of arrears of all kinds."""
    accounts: list[tuple[Cents, Rate]] = []
    if (used := -state.balance.get(CURRENT, 0)) > 0:
        accounts.append((used, state.world.figures["overdraft_rate"]))
    for name, cents in state.balance.items():
        if cents >= 0 or not name.startswith("debt:"):
            continue
        key = name.removeprefix("debt:")
        line = state.lines.get(key)
        if line is None:
            unpaid = state.unpaid.get(key.removeprefix("arrears:"))
            accounts.append((-cents, unpaid.rate if unpaid else 0))
        elif line.secured and not line.called_in:
            if line.missed:
                accounts.append((line.missed, line.rate))
        else:
            accounts.append((-cents, line.rate))
    return accounts


def _said(state: State) -> Message:
    """The month in one sentence: names the month or the price, never a fault."""
    account = state.balance.get(CURRENT, 0)
    before = state.rows[-1].account if state.rows else state.world.household.account
    name = "close.all_paid"
    if "evicted" in state.flags:
        name = "close.evicted"
    elif state.triage and state.unpaid:
        name = "close.rent_waits" if "landlord" in state.unpaid else "close.moved_on"
    elif state.triage:
        name = "close.made_to_fit"
    elif state.happened and max(state.happened.values()) == state.month:
        name = "close.shock"
    elif account < 0 and account < before:
        name = "close.lower"
    elif state.unpaid:
        name = "close.still_open"
    elif account < 0:
        name = "close.higher"
    return Message(name, (("amount", abs(account)), ("month", state.month)))


def _digest(state: State) -> str:
    before = state.rows[-1].digest if state.rows else state.world.content.digest
    balances = sorted(item for item in state.balance.items() if item[1])
    text = f"{before} {state.month} {balances} {state.morale} {state.health} {sorted(state.unpaid)}"
    return blake2b(text.encode(), digest_size=16).hexdigest()

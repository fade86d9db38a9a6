"""The row of a month: what was, in the quantities of spiral.md 1, with its stage and digest."""

from __future__ import annotations

from hashlib import sha256
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
    funding_gap,
    label_of,
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


class Quantities(NamedTuple):
    """What the measures of a month read (spiral.md 1), before its row is written. Cents."""

    income: Cents
    essentials: Cents
    one_off: Cents
    debt_service: Cents
    savings_used: Cents
    interest: Cents
    fees: Cents
    fragile: Cents
    in_plan: bool
    waiting: bool


def close_row(state: State, living: Cents) -> None:
    """Write this month's row, `living` being its essentials; its stage looks back over the last three."""
    accounts, liquid = fragile_accounts(state), buffer(state)
    month = Quantities(
        state.income,
        living,
        state.due_once,
        state.served,
        max(0, state.opening_buffer - liquid),
        state.interest,
        state.fees,
        sum(balance for balance, _ in accounts),
        False,
        waiting(state),
    )
    state.rows = (*state.rows, _row(state, month, accounts, liquid))


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


def _row(state: State, month: Quantities, accounts: Accounts, liquid: Cents) -> Row:
    margin = month.income - state.windfall - month.essentials - state.due_secured
    reading = _reading(state, month, escape_projected(accounts, *margins_ahead(state, margin)), liquid)
    recording = state.world.recording
    return Row(
        month=state.month,
        income=month.income,
        essentials=month.essentials,
        secured=state.due_secured,
        one_off=month.one_off,
        debt_service=month.debt_service,
        savings_used=month.savings_used,
        interest=month.interest,
        fees=month.fees,
        gap=reading.gap,
        borrowed=state.borrowed + state.earmarked + _drawn(state),
        earmarked=state.earmarked,
        debt=all_debts(state),
        fragile=month.fragile,
        account=state.balance.get(CURRENT, 0),
        savings=state.balance.get(SAVINGS, 0),
        buffer=liquid,
        cut=state.cut,
        arrears=reading.arrears,
        missed=sum(line.missed for line in state.lines.values()),
        creditors_unpaid=sum(not unpaid.frozen for unpaid in state.unpaid.values()),
        oldest=max((state.month - unpaid.since for unpaid in state.unpaid.values()), default=0),
        escape=escape_months(accounts, margin),
        projected=reading.projected,
        label=reading.label,
        spiral=reading.spiral,
        treadmill=reading.treadmill,
        in_plan=month.in_plan,
        waiting=month.waiting,
        morale=state.morale,
        health=state.health,
        stage_raw=reading.raw,
        stage=reading.shown,
        triage=state.triage is not None,
        rejected=state.counts.get("rejected", 0),
        letters=len(state.mail),
        signs=tuple(sorted(state.signs_seen)),
        said=_said(state) if recording else None,
        digest=_digest(state) if recording else "",
        decisions=state.counts.get("decisions", 0),
        news=state.said,
    )


class Reading(NamedTuple):
    """What the measures say of the month."""

    gap: Cents
    arrears: Cents
    projected: int
    label: str
    spiral: bool
    treadmill: bool
    raw: str
    shown: str


def _reading(state: State, month: Quantities, projected: int, liquid: Cents) -> Reading:
    label, gap, unpaid = label_of(month), funding_gap(month), arrears(state)
    before = state.rows[-(WINDOW - 1) :]
    spiral = len(before) == WINDOW - 1 and spiral_now((*before, month), _debt_before(state))
    treadmill = _treadmill(state)
    raw = raw_stage(
        projected=[*(each.projected for each in before), projected],
        spiral=spiral,
        unpaid=unpaid,
        gap=gap,
        label=label,
        treadmill=treadmill,
        buffer=liquid,
        essentials=month.essentials,
        debt_service=month.debt_service,
        income=month.income,
    )
    shown = shown_stage([*(each.stage_raw for each in before), raw])
    return Reading(gap, unpaid, projected, label, spiral, treadmill, raw, shown)


def _drawn(state: State) -> Cents:
    """What the overdraft has grown by in this month."""
    return max(0, max(0, -state.balance.get(CURRENT, 0)) - max(0, -state.opening))


def all_debts(state: State) -> Cents:
    """Dall: every debt account and the overdraft."""
    return sum(cents for _, cents in _debts(state)) + max(0, -state.balance.get(CURRENT, 0))


def _debts(state: State) -> list[tuple[str, Cents]]:
    """Every debt account that owes something, without its first word."""
    return [(name[5:], -cents) for name, cents in state.balance.items() if cents < 0 and name.startswith("debt:")]


def fragile_accounts(state: State) -> Accounts:
    """Balance and rate of everything unsecured, and of arrears of all kinds."""
    accounts: list[tuple[Cents, Rate]] = []
    if (used := -state.balance.get(CURRENT, 0)) > 0:
        accounts.append((used, state.world.figures["overdraft_rate"]))
    for key, cents in _debts(state):
        line = state.lines.get(key)
        if line is None:
            unpaid = state.unpaid.get(key.removeprefix("arrears:"))
            accounts.append((cents, unpaid.rate if unpaid else 0))
        elif line.secured and not line.called_in:
            if line.missed:
                accounts.append((line.missed, line.rate))
        else:
            accounts.append((cents, line.rate))
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
    return sha256(text.encode()).hexdigest()

"""Credits: taking one, what it costs each month, paying it, swapping old ones for a new one."""

from __future__ import annotations

from calendar import monthrange

from game.engine.agreed import agreed_left
from game.engine.claims import close_path, take_off
from game.engine.living import RANK, running
from game.engine.posting import CURRENT, owed, post
from game.engine.world import calendar
from game.model.game import Due
from game.model.household import Debt
from game.model.message import Message
from game.model.scenario import Product
from game.model.state import Line, State
from game.model.units import Cents, Rate, annuity, half_up, interest


def opening_line(state: State, debt: Debt) -> Line:
    """A credit the household has from the first day."""
    product = state.world.content.products[debt.product]
    household = state.world.household
    return Line(
        debt.id,
        product.id,
        product.kind,
        product.creditor,
        f"household.{household.id}.debts.{debt.id}.name",
        debt.rate,
        debt.instalment,
        debt.months,
        -1,
        debt.limit,
        assignment=debt.assignment,
        secured=product.secured,
    )


def product_rate(state: State, product: Product) -> Rate:
    """The product's own rate in force at the start of the game; 0 when it has none."""
    return state.world.figures[product.rate] if product.rate else 0


def limit_now(state: State) -> Cents:
    """How far the account may go under zero this month."""
    return max(0, state.limit + running(state, "limit", "overdraft")[0])


def overdraft_room(state: State) -> Cents:
    """What the overdraft still gives this month, before this month's income is counted."""
    return max(0, limit_now(state) + min(0, state.opening))


def card_line(state: State) -> Line | None:
    """The card that can still be used, if there is one."""
    for line in state.lines.values():
        if line.kind == "card" and not line.blocked and not line.called_in and line.limit:
            return line
    return None


def card_room(state: State) -> Cents:
    """What the card still gives."""
    line = card_line(state)
    return max(0, line.limit - owed(state, f"debt:{line.id}")) if line else 0


def new_line(state: State, product: Product, amount: Cents, months: int, rate: Rate | None) -> Line:
    """A signed credit without any money moved yet. First instalment next month."""
    name = product.id
    while name in state.lines:
        name = f"{name}+"
    rate = product_rate(state, product) if rate is None else rate
    line = Line(
        name,
        product.id,
        product.kind,
        product.creditor,
        f"product.{product.id}.name",
        rate,
        annuity(amount, rate, max(1, months)),
        max(1, months),
        state.month,
        first=state.month + 1,
        secured=product.secured,
        assignment=product.kind == "loan",
    )
    state.lines[name] = line
    return line


def borrow(
    state: State,
    product: Product,
    amount: Cents,
    months: int,
    cash: bool,
    rate: Rate | None,
    cause: tuple[str, str],
) -> Line:
    """Take a credit: for cash, or earmarked for the thing bought. A card purchase uses the card."""
    card = card_line(state) if product.kind == "card" else None
    existing = card if card and card.product == product.id else None
    line = existing or new_line(state, product, amount, months, rate)
    if cash:
        post(state, cause, CURRENT, f"debt:{line.id}", amount)
        state.borrowed += amount
        line.cash = amount if existing is None else 0
    else:
        post(state, cause, "expense:one_off", f"debt:{line.id}", amount)
        state.earmarked += amount
    return line


def swap(
    state: State,
    debts: tuple[str, ...],
    product: Product,
    months: int,
    rate: Rate | None,
    keep: bool,
    cause: tuple[str, str],
) -> Line | None:
    """One new loan pays off old lines; `overdraft` means the account's negative part. None if nothing is owed."""
    parts = [(name, _swappable(state, name)) for name in _named(state, debts)]
    total = sum(cents for _, cents in parts)
    if total <= 0:
        return None
    line = new_line(state, product, total, months, rate)
    for name, cents in parts:
        target = CURRENT if name == "overdraft" else f"debt:{name}"
        post(state, cause, target, f"debt:{line.id}", cents)
        if name == "overdraft":
            step = state.world.figures["bank_limit_step"]
            state.limit = max(0, state.limit - 1) // step * step
            state.opening += cents  # the loan stands for it now: it is no money to pay bills with
        else:
            _paid_off(state, state.lines[name], keep)
    state.swapped += total
    return line


def _paid_off(state: State, old: Line, keep: bool) -> None:
    """A credit that another one has replaced; a card that is not kept is closed."""
    old.missed = old.missed_count = 0
    old.missed_since = -1
    state.agreements.pop(old.id, None)
    close_path(state, old.id)
    if old.kind != "card":
        del state.lines[old.id]
    elif not keep:
        old.limit, old.blocked = 0, True


def _named(state: State, debts: tuple[str, ...]) -> list[str]:
    names: list[str] = []
    for name in debts:
        if name == "card":
            names += [key for key, line in state.lines.items() if line.kind == "card"]
        elif name == "overdraft" or name in state.lines:
            names.append(name)
    return names


def _swappable(state: State, name: str) -> Cents:
    if name == "overdraft":
        return max(0, -min(0, state.opening))
    return owed(state, f"debt:{name}")


def charge_interest(state: State) -> None:
    """Interest of the month on each opening balance, before any payment (rules.md 3, step 3); none on agreed parts."""
    for line in state.lines.values():
        balance = owed(state, f"debt:{line.id}") - agreed_left(state, line.id)
        if balance > 0 and line.rate:
            cents = interest(balance, line.rate)
            post(state, ("contract", line.id), "expense:interest", f"debt:{line.id}", cents)
            state.interest += cents
            line.charged += cents
    for key, unpaid in state.unpaid.items():
        if unpaid.rate and key not in state.lines and not unpaid.frozen:
            cents = interest(owed(state, f"debt:arrears:{key}"), unpaid.rate)
            post(state, ("rule", "late_interest"), "expense:interest", f"debt:arrears:{key}", cents)
            state.interest += cents
            if cents:
                unpaid.items = (*unpaid.items, ("interest", state.month, cents))


def overdraft_interest(state: State) -> Due | None:
    """Last month's overdraft by days, dearer beyond the limit: a due item that the bank takes itself."""
    used = max(0, -state.opening)
    if not used:
        return None
    year, of_year = calendar(state.world.household, state.month)
    days = monthrange(year, of_year)[1]
    figures = state.world.figures
    inside = min(used, limit_now(state))
    cents = half_up(inside * figures["overdraft_rate"] * days, 3_650_000)
    cents += half_up((used - inside) * figures["overdraft_rate_overrun"] * days, 3_650_000)
    if not cents:
        return None
    state.interest += cents
    return Due(
        "overdraft_interest",
        RANK["overdraft"],
        cents,
        "expense:interest",
        "interest",
        Message("due.overdraft_interest"),
        cause=("contract", "overdraft"),
    )


def pay_line(state: State, line: Line, due: Due, whole: bool) -> None:
    """A payment on a credit out of the account; if it is the whole item, with what was overdue."""
    post(state, due.cause, f"debt:{line.id}", CURRENT, due.amount)
    line.paid += due.amount
    if whole:
        line.paid_in_row += 1
        _catch_up(state, line, due.overdue)
        line.months = max(0, line.months - 1)
    end_when_paid(state, line)


def miss_line(state: State, line: Line, due: Due, cents: Cents) -> None:
    """`cents` of an instalment are not paid: no posting, the overdue field grows and the term stays."""
    line.missed += cents - due.overdue
    line.months = max(0, line.months - 1)
    late(state, line)


def late(state: State, line: Line) -> None:
    """One more payment did not come; the second one in a row blocks a card."""
    line.missed_count += 1
    line.paid_in_row = 0
    if line.missed_since < 0:
        line.missed_since = state.month
    if line.kind == "card" and line.missed_count >= state.world.figures["card_block_missed"]:
        line.blocked = True


def _catch_up(state: State, line: Line, overdue: Cents) -> None:
    """What was overdue is paid. A card blocked for one late payment opens, for two only after three paid ones."""
    line.missed -= overdue
    if line.missed > 0:
        return
    figures = state.world.figures
    soon = 0 < line.missed_count < figures["card_block_missed"]
    if line.kind == "card" and line.blocked and line.limit and not line.called_in:
        line.blocked = not soon and line.paid_in_row < figures["card_open_paid"]
    line.missed_count, line.missed_since = 0, -1
    if line.id in state.unpaid and not state.unpaid[line.id].frozen and not line.called_in:
        close_path(state, line.id)


def end_when_paid(state: State, line: Line) -> None:
    """A credit that is repaid is over; a card stays."""
    if owed(state, f"debt:{line.id}") <= 0 and line.kind != "card":
        close_path(state, line.id)
        state.agreements.pop(line.id, None)
        del state.lines[line.id]


def dearest(state: State) -> Line | None:
    """The credit with the highest rate that may be repaid early: no secured one, no interest-free one."""
    lines = [
        line for line in state.lines.values() if not line.secured and line.rate and owed(state, f"debt:{line.id}") > 0
    ]
    return max(lines, key=lambda line: line.rate, default=None)


def repay_early(state: State, line: Line, cents: Cents, cause: tuple[str, str], source: str = CURRENT) -> Cents:
    """Pay off a part of a credit before it is due, what is overdue first; what was really paid."""
    cents = min(cents, owed(state, f"debt:{line.id}"))
    post(state, cause, f"debt:{line.id}", source, cents)
    line.paid += cents
    if overdue := min(cents, line.missed):
        _catch_up(state, line, overdue)
    if line.called_in:
        take_off(state, line.id, cents)
    end_when_paid(state, line)
    left = owed(state, f"debt:{line.id}") - line.missed - agreed_left(state, line.id)
    if line.kind != "card" and line.months > 1 and left > 0:
        line.instalment = min(line.instalment, annuity(left, line.rate, line.months))
    return cents

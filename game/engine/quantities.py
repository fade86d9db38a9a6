"""What a month says about a household: gap, Minsky's labels, spiral, escape time, stages.

The engine reads these at the close of every month, the explanation reads them again afterwards, the
rule cases check them from outside: one function for all three. Money is cents, rates are basis
points a year, lists run over months from the first one. Nothing here is a figure of the law: the
numbers are the definitions of the measures themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Protocol

from game.model.game import STAGES
from game.model.units import Cents, Month, Rate

WINDOW = 3  # months that are looked at together
CHEAP_EXIT = 36  # months: the yardstick of the minimum-payment warning
PLAN_LIMIT = 84  # months: the longest conventional plan, seven years
COMFORT = 12  # months: free within a year
TREADMILL_MONTHS = 18
TREADMILL_BALANCE = 20_000  # cents: smaller balances are no persistent debt
NEVER = 999  # an escape time that does not end
LONGEST = 600  # months: longer is never
LONGEST_PROJECTED = 120
ACCURACY = 64  # bits of the growth factor in `_cannot_end`

# Balance (cents) and rate (0 for arrears without interest and in a frozen plan) of every fragile debt.
Accounts = Sequence[tuple[Cents, Rate]]


class Money(Protocol):
    """One month in figures: a row of the game, or a row of a rule case."""

    @property
    def income(self) -> Cents: ...
    @property
    def essentials(self) -> Cents: ...
    @property
    def one_off(self) -> Cents: ...
    @property
    def debt_service(self) -> Cents: ...
    @property
    def savings_used(self) -> Cents: ...
    @property
    def interest(self) -> Cents: ...
    @property
    def fees(self) -> Cents: ...
    @property
    def fragile(self) -> Cents: ...
    @property
    def in_plan(self) -> bool: ...
    @property
    def waiting(self) -> bool: ...


class AccountMonth(Protocol):
    """One month of one revolving account: what was charged and paid, the balance at its end."""

    @property
    def interest(self) -> Cents: ...
    @property
    def fees(self) -> Cents: ...
    @property
    def paid(self) -> Cents: ...
    @property
    def balance(self) -> Cents: ...


def minsky(income: Cents, essentials: Cents, debt_service: Cents, interest_and_fees: Cents) -> str:
    """The month's way of financing: none, gap, hedge, speculative or ponzi.

    One-off costs are left out on purpose: a repair is not a way of financing.
    """
    own = income - essentials
    if debt_service == 0:
        return "none" if own >= 0 else "gap"
    if own >= debt_service:
        return "hedge"
    return "speculative" if own >= interest_and_fees else "ponzi"


def label_of(row: Money) -> str:
    """`minsky` of a row."""
    return minsky(row.income, row.essentials, row.debt_service, row.interest + row.fees)


def funding_gap(row: Money) -> Cents:
    """G: what income and own savings left open this month."""
    return max(0, row.essentials + row.one_off + row.debt_service - row.income - row.savings_used)


def financed(row: Money) -> Cents:
    """N: debt service paid by new debt. One-off costs explain their part of the gap first."""
    return min(max(0, funding_gap(row) - row.one_off), row.debt_service)


def half_financed(row: Money) -> bool:
    """Whether at least half of the month's debt service was financed by new debt."""
    return row.debt_service > 0 and 2 * financed(row) >= row.debt_service


def spiral_now(window: Sequence[Money], before: Cents) -> bool:
    """Whether the last of exactly three months is a spiral month.

    `before` is the fragile debt at the end of the month before them. Fewer months: never.
    """
    if len(window) != WINDOW or any(row.in_plan or row.waiting for row in window):
        return False
    service = sum(row.debt_service for row in window)
    return (
        service > 0
        and 20 * service >= sum(row.income for row in window)
        and window[-1].fragile > before
        and 2 * sum(map(financed, window)) >= service
        and sum(map(half_financed, window)) >= 2
    )


def spiral_flags(rows: Sequence[Money], opening_debt: Cents) -> list[bool]:
    """`spiral_now` for every month. `opening_debt` is the fragile debt before the first one."""
    return [spiral_now(rows[max(0, t - 2) : t + 1], _debt_before(rows, t - 2, opening_debt)) for t in range(len(rows))]


def _debt_before(rows: Sequence[Money], month: Month, opening_debt: Cents) -> Cents:
    """The fragile debt with which `month` began."""
    return rows[month - 1].fragile if month > 0 else opening_debt


def tipping_month(rows: Sequence[Money], opening_debt: Cents) -> Month | None:
    """From here on the household borrowed to pay its debts; None when no window is flagged."""
    flags = spiral_flags(rows, opening_debt)
    if True not in flags:
        return None
    last = flags.index(True)
    return next(month for month in range(last - 2, last + 1) if half_financed(rows[month]))


def living_gap_flags(rows: Sequence[Money]) -> list[bool]:
    """Three months in a row in which income does not cover living, and hardly any debt to serve."""
    return [t >= 2 and _living_gap(rows[t - 2 : t + 1]) for t in range(len(rows))]


def _living_gap(window: Sequence[Money]) -> bool:
    service = sum(row.debt_service for row in window)
    immaterial = service == 0 or 20 * service < sum(row.income for row in window)
    return immaterial and all(row.income < row.essentials for row in window)


def rollover_flags(rows: Sequence[Money], opening_debt: Cents) -> list[bool]:
    """Three months in a row of debt paid by debt without owing more: running to stand still."""
    return [
        t >= 2
        and all(map(half_financed, rows[t - 2 : t + 1]))
        and rows[t].fragile <= _debt_before(rows, t - 2, opening_debt)
        for t in range(len(rows))
    ]


def treadmill_now(window: Sequence[AccountMonth]) -> bool:
    """Persistent debt on one account: over its last 18 months it took more in charges than it gave back."""
    if len(window) != TREADMILL_MONTHS or min(month.balance for month in window) < TREADMILL_BALANCE:
        return False
    return 2 * sum(month.interest + month.fees for month in window) > sum(month.paid for month in window)


def treadmill_flags(months: Sequence[AccountMonth]) -> list[bool]:
    """`treadmill_now` for every month of one account."""
    return [treadmill_now(months[max(0, t + 1 - TREADMILL_MONTHS) : t + 1]) for t in range(len(months))]


def _blend(accounts: Accounts) -> tuple[Cents, int, int, int]:
    """The debt and the integers of its interest: i(b) = (b * factor + half) // whole."""
    debt = sum(balance for balance, _ in accounts)
    weight = sum(balance * rate for balance, rate in accounts)
    half = 120_000 * debt
    common = gcd(weight, half) or 1
    return debt, 2 * weight // common, half // common, 2 * half // common


def monthly_interest(accounts: Accounts) -> Cents:
    """R: one month's interest on all of it at the blended rate."""
    debt, factor, half, whole = _blend(accounts)
    return (debt * factor + half) // whole if debt > 0 else 0


def escape_months(accounts: Accounts, margin: Cents) -> int:
    """n*: months until free when `margin` is paid every month; 0 without debt, 999 for never."""
    debt, factor, half, whole = _blend(accounts)
    if debt <= 0:
        return 0
    if margin <= (debt * factor + half) // whole or debt > LONGEST * margin:
        return NEVER
    if debt * factor < half:  # under half a cent of interest: it never grows again
        return -(-debt // margin)
    if _cannot_end(debt, margin, factor, whole):
        return NEVER
    months = 0
    while debt > 0:
        if months == LONGEST:
            return NEVER
        debt += (debt * factor + half) // whole - margin
        months += 1
    return months


def _cannot_end(debt: Cents, margin: Cents, factor: int, whole: int) -> bool:
    """Whether the debt surely outlives 600 months; False says nothing.

    A bound from below: each rounding gives at most half a cent away, and the growth factor is
    rounded up. So it may only say never where the recursion would say so after 600 steps.
    """
    rate = -((-factor << ACCURACY) // whole)
    growth = 1 << ACCURACY
    base = growth + rate
    for bit in bin(LONGEST)[2:]:
        growth = -((-growth * growth) >> ACCURACY)
        if bit == "1":
            growth = -((-growth * base) >> ACCURACY)
    # with payment + 1/2 cent as margin m: rest = m/r - (m/r - debt) * growth; times 2 * factor
    twice_level = (2 * margin + 1) * whole
    short = twice_level - 2 * debt * factor
    return (twice_level << ACCURACY) > short * growth


def escape_interest(accounts: Accounts, margin: Cents, margins: Sequence[Cents] = ()) -> Cents | None:
    """All interest charged until free, first paying `margins`, then `margin`; None when it never ends.

    The same cap as the months: 600 without `margins`, 120 with them.
    """
    months = escape_projected(accounts, margins, margin) if margins else escape_months(accounts, margin)
    if months == NEVER:
        return None
    debt, factor, half, whole = _blend(accounts)
    total = 0
    for month in range(months):
        charged = (debt * factor + half) // whole
        total += charged
        debt += charged - (margins[month] if month < len(margins) else margin)
    return total


def escape_projected(accounts: Accounts, margins: Sequence[Cents], margin: Cents) -> int:
    """n~: as `escape_months`, but the first months have their own `margins`, until losses announced end.

    The debt may grow meanwhile. 999 when the last margin does not beat the interest, or after 120 months.
    """
    debt, factor, half, whole = _blend(accounts)
    for month, first in enumerate(margins[:LONGEST_PROJECTED]):
        if debt <= 0:
            return month
        debt += (debt * factor + half) // whole - first
    months = min(len(margins), LONGEST_PROJECTED)
    while debt > 0:
        charged = (debt * factor + half) // whole
        if margin <= charged or months == LONGEST_PROJECTED:
            return NEVER
        debt += charged - margin
        months += 1
    return months


def margin_needed(debt: Cents, rate: Rate, months: int) -> Cents:
    """The smallest monthly margin that is free of `debt` within `months` (1 to 600)."""
    low, high = 0, debt + monthly_interest([(debt, rate)])
    while low < high:
        middle = (low + high) // 2
        if escape_months([(debt, rate)], middle) <= months:
            high = middle
        else:
            low = middle + 1
    return low


def raw_stage(
    *,
    projected: Sequence[int],
    spiral: bool,
    unpaid: Cents,
    gap: Cents,
    label: str,
    treadmill: bool,
    buffer: Cents,
    essentials: Cents,
    debt_service: Cents,
    income: Cents,
    settlement: bool = False,
) -> str:
    """The stage of one month, worst first.

    `projected` holds n~ of the last three months, this one last (fewer at the start of a game);
    `unpaid` all arrears and missed service; `settlement` says that a legal procedure is open.
    """
    now = projected[-1]
    if settlement or (len(projected) >= WINDOW and min(projected[-WINDOW:]) > PLAN_LIMIT):
        return "over_indebted"
    if spiral:
        return "spiral"
    if unpaid > 0 or now > CHEAP_EXIT or treadmill or (gap > 0 and label in ("speculative", "ponzi")):
        return "stretched"
    if buffer < essentials or 3 * debt_service > income or now > COMFORT:
        return "fragile"
    return "stable"


def shown_stage(raw: Sequence[str]) -> str:
    """The worst of the last three raw stages: worsening shows at once, recovery after three months."""
    return STAGES[max(STAGES.index(stage) for stage in raw[-WINDOW:])]


def shown_stages(raw: Sequence[str]) -> list[str]:
    """`shown_stage` for every month."""
    return [shown_stage(raw[: t + 1]) for t in range(len(raw))]

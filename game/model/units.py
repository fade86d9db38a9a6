"""Money, months and rates: whole numbers only, and the one rounding rule.

Money is whole cents, a rate is basis points a year (100 = 1 %), a month is an index from 0.
No floating point decides anything in this house.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Cents = int
Month = int
Rate = int


def half_up(numerator: int, denominator: int) -> int:
    """The quotient rounded half up on the amount without its sign: 5/2 is 3, -5/2 is -3."""
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return size if numerator >= 0 else -size


def interest(balance: Cents, rate: Rate) -> Cents:
    """Interest of one month on `balance` (positive): a twelfth of the yearly rate, half up."""
    return (2 * balance * rate + 120_000) // 240_000


def annuity(principal: Cents, rate: Rate, months: int) -> Cents:
    """The equal instalment that repays `principal` in `months`, half up to the cent.

    Without interest it is the principal divided by the months, rounded down; the last
    instalment takes the rest in both cases.
    """
    if rate == 0:
        return principal // months
    monthly = Fraction(rate, 120_000)
    growth = (1 + monthly) ** months
    exact = principal * monthly * growth / (growth - 1)
    return half_up(exact.numerator, exact.denominator)


def split(total: Cents, weights: Sequence[int]) -> list[Cents]:
    """`total` (>= 0) shared in proportion to `weights` by largest remainder, ties in list order."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    shares = [total * weight // whole for weight in weights]
    rest = total - sum(shares)
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in by_remainder[:rest]:
        shares[index] += 1
    return shares

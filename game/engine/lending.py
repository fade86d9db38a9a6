"""What a credit costs: instalment plans, the slow road of a card, an overdraft."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.units import Cents, Rate, annuity, half_up, interest


@dataclass(frozen=True, slots=True)
class Schedule:
    """An instalment loan to its end. `balances` holds what is left after each month."""

    instalment: Cents
    last_instalment: Cents
    total_interest: Cents
    balances: tuple[Cents, ...]


@dataclass(frozen=True, slots=True)
class Payoff:
    """A card to its end: `months` and all interest; None for both when it never ends."""

    months: int | None
    total_interest: Cents | None


def schedule(principal: Cents, rate: Rate, months: int) -> Schedule:
    """The whole plan of a loan paid punctually; the last instalment takes the rest of the rounding."""
    instalment = annuity(principal, rate, months)
    balance, total, paid = principal, 0, 0
    balances: list[Cents] = []
    for month in range(months):
        charged = interest(balance, rate)
        owed = balance + charged
        paid = owed if month == months - 1 else min(instalment, owed)
        balance = owed - paid
        total += charged
        balances.append(balance)
    return Schedule(instalment, paid, total, tuple(balances))


def card_minimum(balance: Cents, percent: Rate, least: Cents) -> Cents:
    """The minimum payment on `balance` (interest included): a part of it in basis points, rounded up.

    Never under `least`, never more than the balance.
    """
    return min(balance, max(least, -(-balance * percent // 10_000)))


def card_payoff(balance: Cents, rate: Rate, percent: Rate, least: Cents, pay: Cents | None) -> Payoff:
    """How long a card without new use takes, paying the minimum (`pay` None) or `pay` every month."""
    months = total = 0
    while balance > 0:
        charged = interest(balance, rate)
        owed = balance + charged
        after = owed - (card_minimum(owed, percent, least) if pay is None else min(pay, owed))
        # What is owed after a month only grows with what was owed before: no fall now, never a fall.
        if after >= balance:
            return Payoff(None, None)
        balance = after
        total += charged
        months += 1
    return Payoff(months, total)


def overdraft_interest(used: Cents, rate: Rate, days: int) -> Cents:
    """Interest on `used` cents of an overdraft over so many days of a 365-day year, half up."""
    return half_up(used * rate * days, 3_650_000)


def overdraft_cost(
    used: Cents, rate: Rate, limit: Cents, fee: Cents, *, days: int | None = None, months: int = 1
) -> tuple[Cents, Cents]:
    """Interest and fees of an overdraft that stays as it is for `days`, or else for `months`.

    `fee` is charged for every month (or once, by days) in which more than the `limit` is used.
    """
    beyond = fee if used > limit else 0
    if days is not None:
        return overdraft_interest(used, rate, days), beyond
    return months * interest(used, rate), months * beyond

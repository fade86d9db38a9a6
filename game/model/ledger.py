"""Double entry in whole cents: money moves from account to account and is never made.

Accounts begin with `asset: debt: income: expense: equity:`. Assets and expenses grow with a
positive amount, debts and incomes with a negative one. The negative part of `asset:current` is
the overdraft; it has no debt account of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.units import Cents, Month

KINDS = ("asset", "debt", "income", "expense", "equity")


@dataclass(frozen=True, slots=True)
class Cause:
    """Why money moved: `kind` is contract, answer, shock, right or rule; `id` names which one."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One account and the cents added to it."""

    account: str
    cents: Cents


@dataclass(frozen=True, slots=True)
class Transaction:
    """Money moved in one month, for one cause. The postings sum to zero cents."""

    month: Month
    cause: Cause
    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        if off := sum(posting.cents for posting in self.postings):
            raise ValueError(f"month {self.month + 1} {self.cause}: postings are off by {off} cents")

"""When something may happen: the small, closed vocabulary of `when:` and `if:`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Between:
    """At least `low` and under `high`; None is no bound."""

    low: int | None = None
    high: int | None = None

    def holds(self, value: int) -> bool:
        """Whether `value` lies inside."""
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


@dataclass(frozen=True, slots=True)
class Test:
    """One word and what it is compared with (see WORDS)."""

    word: str
    value: Between | frozenset[int] | frozenset[str] | bool | tuple[Condition, ...] | tuple[tuple[str, int], ...]


Condition = tuple[Test, ...]  # all must hold; the empty one always holds

# word -> what its value is, for the loader and the schema
WORDS = {
    "months": "between",  # months of the game, counted from 1: 3-20
    "season": "months_of_year",  # calendar months: 6-9, 11-2 or [3, 12]
    "flag": "names",  # any of these flags of the household is set
    "has_child": "bool",
    "couple": "bool",  # two adults live here
    "members": "between",
    "account": "money",  # asset:current
    "buffer": "hundredths",  # own liquid money in months of essentials, times 100
    "margin": "money",  # what an ordinary month leaves: income - essentials - debt service
    "arrears": "money",  # all unpaid bills and missed instalments
    "creditors": "between",  # how many creditors have something unpaid
    "worst_letter": "between",  # 0 none, 1 amber, 2 brick
    "unopened": "between",  # closed letters
    "debt": "money",  # overdraft + card
    "credits": "between",  # how many credits have a balance
    "overdraft_used": "hundredths",  # used part of the limit, in per cent
    "rejected": "between",  # rejected debits so far
    "stage": "names",  # stable fragile stretched spiral over_indebted
    "escape": "between",  # n*, months (999 = never)
    "morale": "points",  # authors' 0-10
    "health": "points",
    "free_time": "between",  # half-days left this month
    "trust": "trust",  # {friend: 0}: at least; a tuple of (who, least) pairs
    "employed": "bool",  # somebody has work (true) / somebody has lost it (false)
    "without_work": "names",  # this person has lost the job and found none
    "tenant": "bool",
    "owner": "bool",
    "call_free": "bool",
    "right_open": "names",  # a right that could be claimed now; `any` for whichever
    "right_asked": "names",  # asked for, waiting or running
    "played": "names",  # this card was played
    "after_shock": "names",  # this shock (or kind) has come
    "any": "conditions",
    "not": "condition",
}

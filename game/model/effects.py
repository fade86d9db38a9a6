"""What an option, a shock or a letter does: the small, closed vocabulary of effects.

All sums are cents. `months` 0 means to the end of the game, `start` counts months from the answer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: `cents`, or a dated parameter (in euros) times something counted."""

    cents: int = 0
    parameter: str = ""
    times: str = ""  # children, members, adults; empty: once


@dataclass(frozen=True, slots=True)
class Pay:
    """A cost of this month. It may wait in the triage if `to` names a creditor kind."""

    amount: Amount
    envelope: str = ""  # a part of it may come out of this envelope
    to: str = ""
    parts: int = 0  # the shop sells it in so many parts


@dataclass(frozen=True, slots=True)
class Receive:
    """Money that comes to the account at once."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Spend:
    """A cost every month for some months; negative is money saved every month."""

    monthly: Amount
    months: int = 0
    envelope: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Gain:
    """Money that comes in every month for some months."""

    monthly: Amount
    months: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class IncomeChange:
    """A person's pay changes by so many cents a month, or to a part of it in permille."""

    person: str
    monthly: int = 0
    permille: int = 0  # negative: lost
    months: int = 0
    start: int = 1


@dataclass(frozen=True, slots=True)
class EnvelopeChange:
    """The whole envelope (all levels) costs more or less, in cents or per cent."""

    envelope: str
    monthly: int = 0
    percent: int = 0
    months: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class BillChange:
    """A fixed cost of the household changes."""

    bill: str
    monthly: int
    months: int = 0
    start: int = 1


@dataclass(frozen=True, slots=True)
class Borrow:
    """A new credit. Unless `cash`, it pays for the thing bought and never touches the account."""

    product: str
    amount: Amount
    months: int
    cash: bool = False
    rate: int | None = None  # basis points; None: the product's own


@dataclass(frozen=True, slots=True)
class Repay:
    """Money of the account goes to a debt: an id, `dearest`, or `arrears`."""

    debt: str
    amount: Amount
    months: int = 1


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Old lines are paid off by one new loan. `keep` leaves the card usable."""

    debts: tuple[str, ...]
    product: str
    months: int
    rate: int | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Save:
    """Money goes from the account to savings, once or every month."""

    amount: Amount
    months: int = 1


@dataclass(frozen=True, slots=True)
class Morale:
    """Tenths of the authors' points."""

    points: int


@dataclass(frozen=True, slots=True)
class Health:
    """Tenths of the authors' points."""

    points: int


@dataclass(frozen=True, slots=True)
class Time:
    """Half-days, in each of `months` months."""

    half_days: int
    months: int = 1


@dataclass(frozen=True, slots=True)
class Trust:
    """Trust of one person or creditor moves."""

    who: str
    points: int


@dataclass(frozen=True, slots=True)
class OpenRight:
    """A right comes into sight."""

    right: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A right is asked for, now."""

    right: str


@dataclass(frozen=True, slots=True)
class UseCall:
    """The month's call is used; a named one (`adviser`) also does what that call does."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """The chance to find work changes, in permyriad (1 % = 100) a month."""

    chance: int
    months: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """The overdraft limit changes by so many cents for some months."""

    change: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class SetFlag:
    """A flag of the household is set or taken away."""

    flag: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which a choice answers: a letter, a card, or both, and what they bring."""

    chance: int  # of 10,000
    letter: str = ""  # text id; empty: nothing is said
    dilemma: str = ""
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """Comes back after `delay` months. What is left of the chances is silence."""

    delay: int
    outcomes: tuple[Outcome, ...]


Effect = (
    Pay
    | Receive
    | Spend
    | Gain
    | IncomeChange
    | EnvelopeChange
    | BillChange
    | Borrow
    | Repay
    | Reschedule
    | Save
    | Morale
    | Health
    | Time
    | Trust
    | OpenRight
    | Claim
    | UseCall
    | Work
    | Limit
    | SetFlag
    | Later
)

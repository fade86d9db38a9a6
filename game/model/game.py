"""What a game is made of: settings, questions, options, answers, letters, rows, the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.model.message import Message
from game.model.units import Cents, Month

STAGES = ("stable", "fragile", "stretched", "spiral", "over_indebted")
POLICIES = ("careful", "minimum", "loudest", "random")
LENGTHS = (12, 18, 24, 36)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen at set-up and changes the game: part of the record."""

    platform: bool = True  # the early-warning platform may call
    without: tuple[str, ...] = ()  # shock kinds left out; no reason is asked
    trial: bool = False  # the trial month: month 1 with a fixed card, leaves nothing behind


@dataclass(frozen=True, slots=True)
class Move:
    """What a facilitator did: a shock kind taken out from `month` on, or a shock put there."""

    month: Month
    veto: str = ""
    force: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: in which month, to which question, which option."""

    month: Month
    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Option:
    """One live option, with its whole price. Money is positive when it costs.

    `now` this month, `monthly` in each of `months` months after it, `total` all of it, `until` the
    last month index. `gain`/`gain_monthly` likewise for money that comes.
    """

    id: str
    text: Message
    notes: tuple[Message, ...] = ()  # the price line and what follows: whole phrases, shown one after another
    now: Cents = 0
    monthly: Cents = 0
    months: int = 0
    total: Cents = 0
    until: Month | None = None
    gain: Cents = 0
    gain_monthly: Cents = 0
    gain_months: int = 0
    borrowed: Cents = 0
    time: int = 0  # half-days
    call: bool = False  # uses the call of the month
    chance: Message | None = None  # a band in words
    group: str = ""  # triage: bills, fills, close; call: who
    item: str = ""  # triage: which due item, envelope or creditor
    icon: str = ""
    face: str = ""
    amount: Cents = 0  # triage: how much of the gap it closes
    last_month: Month | None = None  # a claim that ends: the last month in which it can be made


@dataclass(frozen=True, slots=True)
class Question:
    """What the household must decide now. Kinds: shock, offer, platform, dilemma, joy, call, triage.

    Standing questions have the kinds plan, debit, mail, call, withdraw.
    """

    id: str
    month: Month
    kind: str
    title: Message
    text: Message
    options: tuple[Option, ...]
    picture: str = ""
    about: str = "spend"
    chosen: str = ""  # standing questions: the option in force
    letter: Letter | None = None  # shock, offer: the letter it comes with
    gap: Cents = 0  # triage: what is still missing
    first_gap: Cents = 0  # triage: what was missing at first
    next_more: Cents = 0  # triage: what waits comes back next month


@dataclass(frozen=True, slots=True)
class Letter:
    """A piece of mail. `level` is white, amber or brick; a closed one waits to be opened."""

    id: str
    month: Month
    level: str
    sender: Message
    title: Message
    text: Message
    plain: Message
    icon: str = ""
    creditor: str = ""
    amount: Cents = 0
    fee: Cents = 0
    opened: bool = True
    what_next: tuple[tuple[Month, Message], ...] = ()  # if nobody answers: when, what


@dataclass(slots=True)
class Due:
    """A due item of this month (rules.md 4): rank decides the order of payment.

    Not frozen, since a game makes a thousand of them; nobody changes one in place.
    """

    id: str
    rank: int
    amount: Cents
    account: str  # the expense or debt account it is paid to
    kind: str  # envelope, bill, one_off, instalment, agreed, maintenance, interest, fee, card
    name: Message
    creditor: str = ""  # creditor id of the household: the kind, or the debt's id
    envelope: str = ""
    debit: bool = False
    parts: int = 0
    age: int = 0  # months since it was first due
    cause: tuple[str, str] = ("contract", "")
    normal: Cents = 0  # an envelope's cost at its normal level
    overdue: Cents = 0  # of an instalment: what was missed before


RANKS = (
    "food",
    "rent",
    "maintenance",
    "energy",
    "one_off",
    "secured",
    "agreed",
    "loan",
    "card",
    "instalments",
    "overdraft",
    "optional",
    "saving",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One month, closed. Cents; see spiral.md 1 for the letters. Months count from 0 here."""

    month: Month
    income: Cents  # Y
    essentials: Cents  # E
    secured: Cents  # H
    one_off: Cents  # K
    debt_service: Cents  # S
    savings_used: Cents  # U
    interest: Cents
    fees: Cents
    gap: Cents  # G
    borrowed: Cents
    earmarked: Cents  # X
    debt: Cents  # Dall
    fragile: Cents  # Du
    account: Cents
    savings: Cents
    buffer: Cents
    cut: Cents  # cumulative
    arrears: Cents  # bills and missed instalments, at the close
    missed: Cents  # overdue instalments
    creditors_unpaid: int
    oldest: int  # age in months of the oldest unpaid item, 0 when none
    escape: int  # n*
    projected: int  # n~
    label: str  # Minsky
    spiral: bool
    treadmill: bool
    in_plan: bool
    waiting: bool
    morale: int
    health: int
    stage_raw: str
    stage: str
    triage: bool = False
    rejected: int = 0
    letters: int = 0
    signs: tuple[str, ...] = ()
    said: Message | None = None  # the month in one sentence
    digest: str = ""
    decisions: int = 0
    news: tuple[Message, ...] = ()  # small things that happened by themselves in this month


@dataclass(frozen=True, slots=True)
class Record:
    """A whole game as its inputs. On another content version the answers are followed while offered."""

    content: str
    household: str
    seed: int
    months: int
    settings: Settings = Settings()
    moves: tuple[Move, ...] = ()
    answers: tuple[Answer, ...] = ()
    schedule: tuple[tuple[Month, str], ...] = ()
    digests: tuple[str, ...] = field(default=())  # one a closed month

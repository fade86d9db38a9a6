"""What authors write that several households share: cards, shocks, rights, calls, creditors, credits.

Every text is an id; the words behind it are in `Content.texts`. Money is cents, chances are parts
of 10,000 unless the name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.model.conditions import Condition
from game.model.effects import Amount, Effect
from game.model.units import Cents, half_up

NOTHING = Amount()


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a card. `text` is its label; the price line is computed from the effects."""

    id: str
    text: str
    when: Condition = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What the adviser takes when the condition holds."""

    when: Condition
    take: str


@dataclass(frozen=True, slots=True)
class Dilemma:
    """A card. `own` cards belong to one household and are played inside their window."""

    id: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    when: Condition = ()
    picture: str = ""
    about: str = "spend"  # spend, credit, late, rights
    family: str = ""
    lot: str = ""  # A or B
    joy: bool = False
    follow_up: bool = False  # only reached by `later`
    first: int = 0  # month index of the window, inclusive
    last: int = 999
    careful: tuple[Rule, ...] = ()
    debrief: str = ""
    source: str = ""
    shifts_with: str = ""  # own cards: the sure shock whose month moves this window


@dataclass(frozen=True, slots=True)
class Loss:
    """Income a shock takes, of one person, in permille of the pay.

    The loss begins `start` months after the shock. It ends after `months`, or (a job) when work is
    found: from month `found_from` on, each month with `found_chance`, at `found_pay` cents net.
    Neither: it lasts. `announced` is what the letter says, for looking ahead.
    """

    person: str
    permille: int
    start: int = 1
    months: int = 0
    found_from: int = 0
    found_chance: int = 0
    found_pay: int = 0
    announced: int = 0
    first_month_kept: int = 0  # cents of pay that still come in the first month of the loss

    def takes(self, pay: Cents) -> Cents:
        """What it takes off such a pay in an ordinary month, until work is found. Never more than the pay."""
        return half_up(pay * min(1000, self.permille), 1000)


@dataclass(frozen=True, slots=True)
class Shock:
    """Something nobody chose. Its letter, what changes, which rights open."""

    id: str
    kind: str
    title: str
    letter: str
    plain: str
    sender: str = ""
    changes: tuple[tuple[str, str], ...] = ()  # (icon, text id): what changes, said in one line each
    big: bool = False
    chance: int = 0  # of 1,000,000 a month
    when: Condition = ()
    effects: tuple[Effect, ...] = ()
    losses: tuple[Loss, ...] = ()
    rights: tuple[str, ...] = ()
    picture: str = ""
    face: str = ""
    first: int = 0  # sure shocks: the window, month indexes, both inclusive
    last: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Right:
    """A benefit or a claim: closed, open, asked, running, over.

    Money is one of `monthly`, `once`, or `percent` of the gross pay a shock took, through the
    household's own figure. A right that pays nothing (`grocery`, `help`) works by its effects.
    """

    id: str
    title: str
    text: str
    when: Condition
    ask: str = "call"  # letter: on the shock's own letter; call: uses the month's call; self: comes by itself
    call: str = ""  # which call claims it
    deadline: int = 0  # months after opening; 0: none
    season: frozenset[int] = frozenset()  # calendar months in which it may be asked for
    delay: int = 0  # months until the first payment
    months: int = 0  # how long it is paid; 0: while the condition holds
    monthly: Amount = NOTHING
    once: Amount = NOTHING
    yearly: bool = False  # a once-payment that may be asked for again next year
    while_holding: bool = False  # stops when the condition no longer holds
    back_pay: bool = True  # the first payment brings the months since asking
    indexed: bool = False
    first_payment: int = 0  # cents of a first month that is not a whole one; 0: whole
    papers: int = 0  # half-days
    morale: int = 0  # pride, once, tenths
    effects: tuple[Effect, ...] = ()
    icon: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CallKind:
    """Somebody the household can call once a month. `does` is what the engine knows how to do."""

    id: str
    title: str
    text: str
    does: str  # talk, deferral, bank, adviser, social_office, advance, rights
    when: Condition = ()
    creditor: str = ""  # for a deferral: the creditor kind
    likely: str = ""  # text id: how likely a yes is, in words
    answer_yes: str = ""
    answer_no: str = ""
    morale: int = 0
    first_morale: int = 0  # the first time this number is dialled
    face: str = ""
    icon: str = ""
    free: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a creditor's path, at `age` months after the bill was left."""

    age: int
    id: str
    level: str  # white, amber, brick
    fee: Amount
    letter: str  # text id: in its own words
    plain: str  # text id: in plain words
    title: str
    does: tuple[str, ...] = ()  # what the engine does at this step (docs/scenarios.md)
    not_in: frozenset[int] = frozenset()  # calendar months in which this step waits


@dataclass(frozen=True, slots=True)
class CreditorKind:
    """How one kind of creditor behaves when it is not paid."""

    id: str
    name: str
    steps: tuple[Step, ...]
    tail_from: int = 0  # age at which the common path to court begins; 0: never
    harm: int = 5  # how much waiting hurts: the careful adviser lets the least harmful wait
    court: bool = True
    parts: int = 3  # months an agreement runs
    adviser_parts: int = 6
    late_rate: str = ""  # parameter of a monthly late interest, basis points a year
    icon: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """A credit somebody can take. `kind` decides how it is repaid."""

    id: str
    kind: str  # overdraft, card, loan, instalments, parts, car_loan, family, micro
    name: str
    creditor: str
    rate: str = ""  # parameter, basis points are computed from per cent a year
    minimum_percent: str = ""  # parameters of a card
    minimum_amount: str = ""
    secured: bool = False
    icon: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A credit that comes by mail."""

    id: str
    product: str
    title: str
    text: str
    small_print: str
    amount: int
    months: int
    when: Condition = ()
    chance: int = 0  # of 1,000,000 a month
    tempting: bool = False
    rate: str = ""
    raises_limit: int = 0
    anybody: bool = False  # the foreign lender: up to half of the income
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Real help: who, where, how to reach them. Only `does` is a text id, the rest is the same everywhere."""

    id: str
    name: str
    town: str
    address: str
    telephone: str
    email: str = ""
    does: str = ""
    advice: bool = False  # a debt advice office (SICS)


@dataclass(frozen=True, slots=True)
class Help:
    """The help page's data and the day somebody last checked it."""

    checked_on: str = ""
    offices: tuple[Office, ...] = field(default=())

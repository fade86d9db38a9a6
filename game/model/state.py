"""The game as it stands: one value for everybody outside the engine.

Inside, a month works on a private copy, and a posting is a plain tuple: frozen values for each of
them would cost twenty times the bookkeeping itself. `copy` is what makes an answer give a new State.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.content import Content
from game.model.effects import Outcome
from game.model.game import Answer, Due, Letter, Move, Row, Settings
from game.model.household import Household
from game.model.message import Message
from game.model.scenario import Dilemma, Right, Shock
from game.model.units import Cents, Month, Rate

Entry = tuple[str, str, str, str, Cents]  # cause kind, cause id, account to, account from, cents


@dataclass(slots=True)
class World:
    """What does not change while a game is played; shared by all its states."""

    content: Content
    household: Household
    seed: int
    months: int
    settings: Settings
    moves: tuple[Move, ...]
    schedule: tuple[tuple[Month, str], ...]
    shocks: dict[str, Shock]
    cards: dict[str, Dilemma]
    own: tuple[Dilemma, ...]
    windows: dict[str, tuple[Month, Month]]  # own card -> shifted window
    rights: dict[str, Right]  # with the household's terms
    figures: dict[str, int]  # law/judgements.yaml and prices: cents, basis points or plain counts
    index: tuple[int, ...]  # wage index by month, in hundredths
    shifts: dict[str, int]  # sure shock -> months later than the middle of its window
    prices: tuple[int, ...]  # of envelopes by month, in parts of 10,000
    deck: tuple[Dilemma, ...]  # the shared cards in the order of this game
    deck_joyless: tuple[Dilemma, ...]  # the same after months without a joy
    recording: bool = True


@dataclass(slots=True)
class Line:
    """A credit that runs: its balance is `debt:<id>` in the ledger."""

    id: str
    product: str
    kind: str
    creditor: str  # creditor kind
    name: str  # text id
    rate: Rate
    instalment: Cents
    months: int  # instalments still to come
    opened: Month
    limit: Cents = 0
    missed: Cents = 0  # overdue, due again with the next one
    missed_count: int = 0
    missed_since: Month = -1
    paid_in_row: int = 0
    blocked: bool = False
    called_in: bool = False
    assignment: bool = False
    secured: bool = False
    first: Month = 0  # month of the first instalment
    cash: Cents = 0  # paid out in this month: may be given back until the next close
    charged: Cents = 0  # interest and fees of this month
    paid: Cents = 0  # payments of this month
    past: tuple[tuple[Cents, Cents, Cents], ...] = ()  # cards: charged, paid, balance of the last months

    def copy(self) -> Line:
        """A copy for the next state."""
        return Line(
            self.id,
            self.product,
            self.kind,
            self.creditor,
            self.name,
            self.rate,
            self.instalment,
            self.months,
            self.opened,
            self.limit,
            self.missed,
            self.missed_count,
            self.missed_since,
            self.paid_in_row,
            self.blocked,
            self.called_in,
            self.assignment,
            self.secured,
            self.first,
            self.cash,
            self.charged,
            self.paid,
            self.past,
        )


@dataclass(slots=True)
class Unpaid:
    """What one creditor has not received: bills as arrears, oldest first, and its place on its path."""

    creditor: str  # creditor kind
    key: str  # the household's creditor: the kind, or a credit's id
    items: tuple[tuple[str, Month, Cents], ...] = ()  # bill id, month it was due, cents open
    since: Month = 0
    ahead: int = 0  # steps further, because it was unpaid before within six months
    done: tuple[str, ...] = ()  # steps taken
    in_court: bool = False
    frozen: bool = False  # an agreement runs
    objected: int = 0
    garnish: Month = -99  # month from which earnings are kept back; -99: not
    rate: Rate = 0
    held: int = 0  # months in which an agreement held the path still

    def copy(self) -> Unpaid:
        """A copy for the next state."""
        return Unpaid(
            self.creditor,
            self.key,
            self.items,
            self.since,
            self.ahead,
            self.done,
            self.in_court,
            self.frozen,
            self.objected,
            self.garnish,
            self.rate,
            self.held,
        )


@dataclass(slots=True, frozen=True)
class Agreement:
    """Parts agreed with a creditor: what is due in each of the coming months."""

    key: str
    creditor: str
    parts: tuple[tuple[Month, Cents], ...]
    made: Month
    by_adviser: bool = False


@dataclass(slots=True, frozen=True)
class Running:
    """An effect that goes on from `start` to before `end` (month indexes)."""

    kind: str  # spend, gain, income, envelope, bill, save, repay, work, time, limit, promise
    what: str  # envelope, person, bill, debt
    cents: Cents
    permille: int
    start: Month
    end: Month
    cause: tuple[str, str]
    name: str = ""  # text id


@dataclass(slots=True, frozen=True)
class LossRunning:
    """Income that a shock takes. `found` is the month in which work was found, -1 before."""

    shock: str
    index: int  # which of the shock's losses
    person: str
    start: Month
    end: Month  # exclusive; a far month when it lasts
    found: Month = -1
    found_pay: Cents = 0


@dataclass(slots=True, frozen=True)
class RightRunning:
    """Where one right stands: open, asked, running, over, lost."""

    status: str
    opened: Month
    asked: Month = -1
    pays_from: Month = -1
    ends: Month = 9999
    paid: int = 0
    base: Cents = 0


@dataclass(slots=True, frozen=True)
class Announced:
    """Something an earlier answer brings in a month to come."""

    month: Month
    outcome: Outcome
    chosen: Month  # month of the choice
    card: str
    option: str
    name: str = ""  # text id: what it is about
    cause: tuple[str, str] = ("answer", "")


@dataclass(slots=True, frozen=True, eq=False)
class Costs:
    """What envelopes cost in one month, kept while no effect begins or ends: not part of the game."""

    month: Month
    running: tuple[Running, ...]
    cents: dict[tuple[str, str], Cents]


@dataclass(slots=True)
class Triage:
    """A month that does not add up, being made to."""

    first_gap: Cents
    gap: Cents
    fills: tuple[tuple[str, Cents], ...] = ()  # option id, how much of the gap it closed
    settled: frozenset[str] = frozenset()  # due items that were dealt with
    used: frozenset[str] = frozenset()  # options taken
    overdraft: Cents = 0
    without: Cents = 0

    def copy(self) -> Triage:
        """A copy for the next state."""
        return Triage(self.first_gap, self.gap, self.fills, self.settled, self.used, self.overdraft, self.without)


NO_COSTS = Costs(-1, (), {})


@dataclass(slots=True)
class State:
    """One moment of a game. Outside the engine: read only."""

    world: World
    month: Month
    step: int
    queue: tuple[tuple[str, str], ...]  # questions still to come in this step: kind, id
    balance: dict[str, Cents]
    posted: list[Entry]  # this month
    ledger: tuple[tuple[Entry, ...], ...]  # closed months
    lines: dict[str, Line]
    levels: dict[str, str]
    month_levels: dict[str, Cents]  # envelopes tightened for this month only, in cents
    debits: dict[str, bool]
    spare: str
    unpaid: dict[str, Unpaid]
    agreements: dict[str, Agreement]
    running: tuple[Running, ...]
    losses: tuple[LossRunning, ...]
    rights: dict[str, RightRunning]
    announced: tuple[Announced, ...]
    flags: frozenset[str]
    trust: dict[str, int]
    played: dict[str, Month]
    happened: dict[str, Month]  # shocks
    morale: int
    health: int
    mood: int  # what this month's close still adds to morale
    strain: int  # likewise to health
    half_days: int  # used this month
    call_used: bool
    calls: tuple[tuple[Month, str], ...]  # who was called
    call_quiet: Month  # until this month nobody asks again
    reasons: frozenset[str]  # reasons to call that were known last month
    dues: list[Due]  # this month's, from step 6 on
    one_offs: tuple[Due, ...]  # costs of this month from cards and shocks
    triage: Triage | None
    last_triage: tuple[str, ...]
    mail: tuple[Letter, ...]
    opening: Cents  # the account at the start of the month
    opening_buffer: Cents
    borrowed: Cents
    earmarked: Cents
    swapped: Cents
    income: Cents
    interest: Cents
    fees: Cents
    served: Cents  # S: debt service due this month
    due_once: Cents  # K: one-off costs of this month
    due_secured: Cents  # H: secured instalments due this month
    windfall: Cents  # of the income, what does not come every month
    cut: Cents
    moved_out: Cents
    rejected: int
    missed_now: Cents
    unpaid_now: Cents
    adviser: Month  # first talk, -1 before
    adviser_next: Month
    offers: tuple[tuple[Month, str], ...]
    signs_seen: frozenset[str]
    platform_next: Month
    family_since: Month
    broken: dict[str, Month]  # creditor -> month in which an agreement was not kept
    deferrals: tuple[tuple[Month, str], ...]
    cleared: dict[str, Month]  # creditor -> month in which all unpaid was last paid
    limit: Cents
    over_limit: int
    joy_months: int  # months since the last joy
    dull_months: int
    metered: Cents  # energy used, less what was paid for it, since the last yearly bill
    metered_normal: Cents  # the same energy at the normal level
    left: frozenset[str]  # people who do not live here any more
    said: tuple[Message, ...]  # small things that happened this month
    counts: dict[str, int]  # how often a question came this month
    rows: tuple[Row, ...]
    answers: tuple[Answer, ...]
    over: str = ""  # months_over, stopped
    costs: Costs = NO_COSTS

    def copy(self) -> State:
        """A private copy to work on."""
        return State(
            self.world,
            self.month,
            self.step,
            self.queue,
            dict(self.balance),
            list(self.posted),
            self.ledger,
            {key: line.copy() for key, line in self.lines.items()},
            dict(self.levels),
            dict(self.month_levels),
            dict(self.debits),
            self.spare,
            {key: owed.copy() for key, owed in self.unpaid.items()},
            dict(self.agreements),
            self.running,
            self.losses,
            dict(self.rights),
            self.announced,
            self.flags,
            dict(self.trust),
            dict(self.played),
            dict(self.happened),
            self.morale,
            self.health,
            self.mood,
            self.strain,
            self.half_days,
            self.call_used,
            self.calls,
            self.call_quiet,
            self.reasons,
            list(self.dues),
            self.one_offs,
            self.triage.copy() if self.triage else None,
            self.last_triage,
            self.mail,
            self.opening,
            self.opening_buffer,
            self.borrowed,
            self.earmarked,
            self.swapped,
            self.income,
            self.interest,
            self.fees,
            self.served,
            self.due_once,
            self.due_secured,
            self.windfall,
            self.cut,
            self.moved_out,
            self.rejected,
            self.missed_now,
            self.unpaid_now,
            self.adviser,
            self.adviser_next,
            self.offers,
            self.signs_seen,
            self.platform_next,
            self.family_since,
            dict(self.broken),
            self.deferrals,
            dict(self.cleared),
            self.limit,
            self.over_limit,
            self.joy_months,
            self.dull_months,
            self.metered,
            self.metered_normal,
            self.left,
            self.said,
            dict(self.counts),
            self.rows,
            self.answers,
            self.over,
            self.costs,
        )

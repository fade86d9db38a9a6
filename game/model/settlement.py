"""The collective debt settlement as nouns: who asks, what is owed, what is proposed, where it stands.

Money is cents, times are days of the calendar, nothing here changes: whatever happens makes another `Case`.
States, events and row ids (D01 … D81) are words of the rule table; `dilemme parameters --settlement` prints it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from game.model.units import Cents, Rate

STATES = (
    "out",
    "advice",
    "filed_incomplete",
    "filed",
    "refused",
    "barred",
    "admitted",
    "open_1",
    "vote_plan",
    "vote_moratorium",
    "plan_1",
    "moratorium",
    "default",
    "lockout",
    "filed_2",
    "plan_2",
    "filed_3",
    "probation",
    "open_3",
    "liquidation",
    "closed_paid",
    "closed_discharged",
    "done",
    "revoked",
)
ENDS = ("barred", "closed_paid", "closed_discharged", "done", "revoked")  # where a road may stop for good

# What a claim is. The first five are never at rest or never forgiven in part or whole: see `engine/settlement`.
CLAIM_KINDS = (
    "maintenance",  # the current term
    "violence_damages",
    "rent",
    "essential",  # energy, water, health, telephone
    "business",
    "maintenance_arrears",
    "home_loan",
    "credit",
    "bill",
    "tax",
)
# What a creditor may do to be paid, or what grows by itself.
MEASURES = (
    "enforcement",
    "garnishment",
    "seizure",
    "assignment",
    "interest",
    "maintenance_arrears",
    "maintenance",
    "violence_damages",
    "eviction",
)
PAPERS = ("identity", "budget", "register_removal", "bankruptcy_judgment", "all_documents")
CONSENTS = ("creditors", "committee", "judge")
# Each breach is its row: what a judge may revoke the settlement for.
BREACHES: Mapping[str, str] = {
    "organised_insolvency": "D07",
    "concealed_assets": "D08",
    "new_loan": "D09",
    "disposed_of_assets": "D10",
    "not_cooperating": "D75",
    "not_working": "D76",
    "worsened_insolvency": "D77",
    "favoured_creditor": "D78",
    "broke_commitments": "D80",
}


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who asks for the settlement, as far as the law asks about it."""

    natural_person: bool = True
    domiciled: bool = True
    over_indebted: bool = True  # clearly unable to meet the debts that are not of a business
    trader: bool = False
    stopped_trading: date | None = None
    declared_bankrupt: bool = False
    business_over_indebted: bool = False  # on business debts too
    organised_insolvency: bool = False
    concealed_assets: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What one creditor asks. `amount` is always `open` + `paid` + `written_off`."""

    creditor: str
    kind: str
    amount: Cents
    open: Cents
    paid: Cents = 0
    written_off: Cents = 0
    rate: Rate = 0
    security: Cents = 0  # what the thing that secures it would bring
    guarantor_paid: Cents = 0  # of `open`: now owed to whoever stood for it
    certain: bool = True
    liquid: bool = True
    informed: bool = True
    declared: date | None = None
    late: bool = False
    new: bool = False  # lent after the application

    @property
    def votes(self) -> bool:
        """Whether it is an old private debt, certain and with a known amount: it counts in a vote and in a plan."""
        private = self.kind not in ("maintenance", "business")
        return private and self.certain and self.liquid and not self.new and self.open > 0


@dataclass(frozen=True, slots=True)
class Terms:
    """One creditor's part of a plan. `total` is to be paid under the plan, `cancelled` falls away when it is kept."""

    creditor: str
    instalment: Cents
    total: Cents
    cancelled: Cents = 0
    wait: int = 0  # months before the first instalment
    rate: Rate = 0
    paid: Cents = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan, a moratorium or a judge's plan: proposed or in force. The home loan may run longer than `months`."""

    kind: str
    months: int
    terms: tuple[Terms, ...] = ()
    keeps_home: bool = False
    home_months: int = 0
    help: bool = False  # social, educational or money management
    aid: Cents = 0  # public or private money a month
    checks: tuple[date, ...] = ()
    cancels_rest: bool = False  # at its end what its instalments did not reach falls away, interest of the plan too

    @property
    def instalment(self) -> Cents:
        """Cents a month for all creditors together, once nobody waits any more."""
        return sum(terms.instalment for terms in self.terms)


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated event with what it says; what it leaves out (None) is taken as in order."""

    day: date
    event: str
    creditor: str = ""
    cents: Cents | None = None
    kind: str = ""  # of a claim
    measure: str = ""
    current: bool = False  # a current term, not something old
    plan: Plan | None = None
    votes: Mapping[str, str] | None = None
    not_informed: tuple[str, ...] = ()
    months: int | None = None
    papers: tuple[str, ...] = ()
    dated: date | None = None  # of a paper, or when a report was published
    copies: int | None = None
    at_residence: bool = True  # before the judge of the place of residence
    with_report: bool = True  # a copy of the default report lies with it
    phase: int | None = None  # what a petition asks for
    irremediable: bool = False
    consent: str = ""
    investigation: bool = False
    rulings: Mapping[str, Cents] = field(default_factory=dict)
    certain: bool = True
    liquid: bool = True
    income_returns: bool = True
    reason: str = ""  # a breach
    conduct: Conduct | None = None


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the debtor behaved in one month; what is left out is as it should be."""

    cooperates: bool = True
    reports_changes: bool = True
    works: bool = True  # or looks for work
    able_to_work: bool = True
    faithful: bool = True  # does not make the insolvency worse
    keeps_commitments: bool = True


@dataclass(frozen=True, slots=True)
class Breach:
    """A duty that was not kept: nothing follows by itself, a judge may revoke."""

    day: date
    reason: str

    @property
    def row(self) -> str:
        """The row of the duty."""
        return BREACHES[self.reason]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's history. `refused` says why an event did nothing, or led out."""

    day: date
    event: str
    source: str
    target: str
    rows: tuple[str, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Where one person's settlement stands on `day`, in the evening."""

    day: date
    debtor: Debtor
    claims: tuple[Claim, ...]
    assets: Cents = 0
    income: Cents | None = None  # a month; None: not known
    protected: Cents = 0  # of the income: nobody may take it
    state: str = "out"
    dates: Mapping[str, date] = field(default_factory=dict)
    papers: frozenset[str] = frozenset()
    proposal: Plan | None = None
    plan: Plan | None = None  # in force
    kept: int = 0  # instalments of it that were told as paid
    missed: int = 0  # not paid
    paused: int = 0  # days in which a moratorium held the limit of the first phase
    moratorium_months: int = 0  # used up
    probation_months: int = 0
    may_petition_3: bool = False
    monitored: bool = False
    appeal_keeps: bool = False  # an appeal is pending that keeps the effects
    proceeds: Cents = 0
    breaches: tuple[Breach, ...] = ()
    log: tuple[Entry, ...] = ()
    fired: tuple[str, ...] = ()  # rows of the event that is just happening

    @property
    def rows(self) -> tuple[str, ...]:
        """All rows that applied so far, in the order of the law."""
        return tuple(sorted({row for entry in self.log for row in entry.rows}))

    @property
    def refused(self) -> str:
        """Why the last refused event was refused; nothing when none was."""
        return next((entry.refused for entry in reversed(self.log) if entry.refused), "")

    def claim(self, creditor: str) -> Claim | None:
        """This creditor's claim."""
        return next((claim for claim in self.claims if claim.creditor == creditor), None)

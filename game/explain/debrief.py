"""The explanation of a game as a value: what each page of the debrief shows, and in which order.

Pages read it, nothing in it knows a page's look. It fills up step by step (`game/explain/work.py`):
what is not yet reckoned is None or empty. Money is cents, months are indexes from 0, a line is one
entry a closed month. Attribution (A, `Causes`) and bookkeeping (B, `Traced`) are two questions: no
page shows both in one chart, no figure of one is ever added to one of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.message import Message
from game.model.units import Cents, Month

GROUPS = ("luck", "rights", "choices", "prices")
LEVERS = ("rights", "bank", "advice", "leftover", "letters", "wishes")
DIALS = ("solvency", "buffer", "credit", "essentials", "morale", "rights")
COLOURS = ("green", "yellow", "orange", "red", "grey")  # grey: nothing to measure

# page -> station; in the order of game.md 11
PAGES = {
    "feelings": "feelings",
    "opening": "facts",
    "twins": "facts",
    "coins": "mechanism",
    "loop": "mechanism",
    "strip": "mechanism",
    "need": "mechanism",
    "waterfall": "causes",
    "flows": "causes",
    "levers": "what_if",
    "buffers": "what_if",
    "luck": "luck",
    "doors": "doors",
    "dials": "doors",
    "own_life": "own_life",
    "help": "help",
    "limits": "help",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing explained, in a sentence that stands alone. `month` is the month it is about, if one."""

    message: Message
    month: Month | None = None
    picture: str = ""
    tone: str = "teal"  # teal, amber, brick, ink


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the debrief: the question to the room first, then one headline, then the findings.

    `ready` is whether all that it shows has been reckoned.
    """

    id: str
    station: str
    ask: Message
    headline: Message
    findings: tuple[Finding, ...] = ()
    ready: bool = False


@dataclass(frozen=True, slots=True)
class MonthMark:
    """What one closed month was. `label` is Minsky's: none, gap, hedge, speculative, ponzi."""

    month: Month
    label: str
    stage: str  # as shown: the worst of three months
    spiral: bool
    treadmill: bool
    living_gap: bool
    rollover: bool
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exit:
    """The last month in which one step would have been enough, and that lever."""

    month: Month
    lever: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The months of a game. `exit` is known only once the levers are; both are None when there is none."""

    months: tuple[MonthMark, ...]
    tipping: Month | None = None
    no_return: Month | None = None
    exit: Exit | None = None
    shocks: tuple[tuple[Month, str], ...] = ()  # that came: month, shock id
    asked: tuple[tuple[Month, str], ...] = ()  # rights that were asked for
    adviser: Month | None = None  # first talk


@dataclass(frozen=True, slots=True)
class Twin:
    """The same household in another run of the same months: what it owed and owned at each close.

    `id` is played, careful, without_shocks, without_biggest, rights or calm. `value` is V, lower is better.
    """

    id: str
    name: Message
    owed: tuple[Cents, ...]
    own: tuple[Cents, ...]
    value: Cents
    stage: str
    morale: int = 0  # mean of the last twelve months


@dataclass(frozen=True, slots=True)
class Share:
    """One cause and its cents, positive when it made the end worse."""

    id: str
    name: Message
    group: str
    cents: Cents


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the waterfall: `id` is calm, a cause, others or played. `start` to `end`, in cents."""

    id: str
    name: Message
    start: Cents
    end: Cents


@dataclass(frozen=True, slots=True)
class Causes:
    """Attribution A: what each cause made worse between the calm twin and the run. Shares add up exactly."""

    played: Cents  # V of the run
    calm: Cents  # V of the calm twin
    shares: tuple[Share, ...]
    groups: tuple[Share, ...]  # luck, rights, choices, prices: id and group are the same
    bars: tuple[Bar, ...]  # at most six


@dataclass(frozen=True, slots=True)
class Flow:
    """Bookkeeping B: what began with one cause, and where it went. Cents."""

    id: str
    name: Message
    repaid: Cents
    charges: Cents  # interest and fees paid
    owed: Cents
    written_off: Cents = 0


@dataclass(frozen=True, slots=True)
class Traced:
    """Attribution B: whose euro each euro is. `coins` of ten are empty when nothing was paid from own money."""

    owed: tuple[Flow, ...]  # largest first; their `owed` adds up to all debt
    flows: tuple[Flow, ...]  # at most seven, the smallest merged
    principal: Cents  # paid from own money
    interest: Cents
    fees: Cents
    coins: tuple[tuple[str, int], ...]  # principal, interest, fees
    on_interest: tuple[Cents, ...]  # interest on interest and fees, a month
    charged: Cents = 0  # interest and fees charged in all


@dataclass(frozen=True, slots=True)
class Loop:
    """The circle that ran longest: gap, letters or stress. `months` 0: none ran.

    `first`..`last` are its months. The three sums belong to `first`: what was short, what was drawn
    or left open for it, how much more was due in the month after. `cut` says what ended it, None while it runs.
    """

    id: str
    months: int
    first: Month
    last: Month
    gap: Cents = 0
    drawn: Cents = 0
    more_due: Cents = 0
    running: bool = False
    cut: Message | None = None


@dataclass(frozen=True, slots=True)
class Lever:
    """One or more levers pulled in one month, all other answers as they were. `gain` is how much lower V ends."""

    levers: tuple[str, ...]
    month: Month
    gain: Cents
    owed: Cents  # Du at the end
    morale: int  # mean of the last twelve months
    names: tuple[Message, ...]  # of each lever
    effort: Message  # what the first of them costs: work, embarrassment, waiting
    line: tuple[Cents, ...] = ()  # owed at each close, for the three that are shown
    clear: bool = False  # ends within three years of being free, nothing unpaid, no spiral
    role: str = ""  # best, set, morale: the three that are shown


@dataclass(frozen=True, slots=True)
class Levers:
    """Every single lever in every month, the three that are shown, and whether nothing helps at all."""

    shown: tuple[Lever, ...]
    singles: tuple[Lever, ...]
    sets: tuple[Lever, ...] = ()  # the best set of each month


@dataclass(frozen=True, slots=True)
class Best:
    """The best end that was found, with hindsight. `proven`: no way through this story ends better."""

    value: Cents
    careful: Cents
    bound: Cents  # no end can lie under this
    proven: bool


@dataclass(frozen=True, slots=True)
class Destiny:
    """The same answers under another seed: one dot."""

    seed: int
    owed: Cents  # Du at the end
    stage: str


@dataclass(frozen=True, slots=True)
class Dial:
    """One of six, never summed. `number` is None where there is nothing to measure (colour grey).

    Solvency: months until free (999 never). Buffer: per cent of a month of essentials. Credit: coins of ten.
    Essentials: months. Morale: 0-100. Rights: 0-100.
    """

    id: str
    number: int | None
    colour: str
    careful: int | None
    careful_colour: str
    name: Message
    word: Message  # what the needle says


@dataclass(frozen=True, slots=True)
class Way:
    """One way to pay for the same need: `total` cents over `months`, `monthly` the first payment."""

    id: str  # cash, card, instalments, overdraft
    name: Message
    monthly: Cents
    months: int
    total: Cents
    extra: Cents  # over the price


@dataclass(frozen=True, slots=True)
class Buffered:
    """The same luck and answers, begun with so many months of essentials in savings."""

    buffer: int  # months: 0, 1, 3
    savings: Cents
    owed: tuple[Cents, ...]
    own: tuple[Cents, ...]
    charges: Cents  # interest and fees over all months
    unpaid: int  # months that ended with something unpaid
    stage: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """All of it. What is None or empty has not been reckoned yet."""

    household: str
    name: Message
    seed: int
    months: int  # closed
    pages: tuple[Page, ...]
    stages: tuple[str, ...]
    marks: Marks
    hopeless: bool | None = None
    twins: tuple[Twin, ...] = ()
    traced: Traced | None = None
    loop: Loop | None = None
    need: tuple[Way, ...] = ()
    causes: Causes | None = None
    levers: Levers | None = None
    best: Best | None = None
    buffers: tuple[Buffered, ...] = ()
    luck: tuple[Destiny, ...] = ()
    dials: tuple[Dial, ...] = ()
    progress: int = 0  # of 1,000: how much has been reckoned

    def page(self, id: str) -> Page:
        """The page of that id. LookupError when there is none."""
        found = next((page for page in self.pages if page.id == id), None)
        if found is None:
            raise LookupError(f"no page '{id}'")
        return found

    def twin(self, id: str) -> Twin | None:
        """The twin of that id, once it has been played."""
        return next((twin for twin in self.twins if twin.id == id), None)

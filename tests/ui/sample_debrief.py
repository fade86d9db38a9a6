"""A made-up debrief with everything in it, and the words behind its ids."""

from __future__ import annotations

from dataclasses import replace

from game.explain import debrief as d
from game.model.message import Message
from game.ui.screens.debrief.page import DebriefPage
from game.ui.screens.debrief.seen import GUESS, Around, Seen
from tests.ui import samples

PLAYED = tuple(
    cents * 100
    for cents in (900, 980, 1480, 1450, 1520, 3540, 4180, 4520, 4990, 5610, 6400, 7050, 7620, 8240, 8790, 9310, 9900,
                  10700, 11150, 11480, 11820, 12090, 12300, 12480)
)  # fmt: skip
CALM = tuple(
    cents * 100
    for cents in (900, 980, 1480, 1450, 1390, 1310, 1560, 1420, 1330, 1380, 1290, 1180, 1120, 1060, 1000, 960, 920,
                  1040, 980, 900, 830, 760, 700, 640)
)  # fmt: skip
BETTER = tuple(
    cents * 100
    for cents in (900, 980, 1480, 1450, 1520, 3540, 3620, 3700, 3820, 3960, 4150, 4330, 4520, 4700, 4860, 5010, 5180,
                  5520, 5680, 5800, 5920, 6040, 6150, 6240)
)  # fmt: skip

_HEADLINES = {
    "feelings": "",
    "opening": "The story of the Webers took 24 months.",
    "twins": "One household, twice. Between the two: {amount}",
    "coins": "Of every 10 euro paid on debts, 4 went to interest and fees.",
    "loop": "One loop ran for 18 months. It could be cut in three places.",
    "strip": "Interest on earlier interest and fees: {amount}",
    "need": "The same machine, four prices.",
    "waterfall": "The lost pay weighed most. It explains: {amount}",
    "flows": "Most of what is still owed goes back to the lost pay.",
    "levers": "No choice alone would have avoided the loss. Two would have halved it.",
    "buffers": "Three months put by would have kept the bills paid.",
    "luck": "The same decisions, 500 other destinies: in 381 of them the story ends more gently.",
    "doors": "Until June 2026 one step would have been enough.",
    "dials": "Six dials, and no sum of them.",
    "own_life": "And at home? Nobody has to say it aloud.",
    "help": "Help is near, free and confidential.",
    "limits": "What this game leaves out.",
}
_ASKS = {
    "feelings": "How is it to have been there?",
    "twins": "In which month did it turn?",
    "coins": "Of every 10 euro paid on debts, how many went to interest and fees?",
    "loop": "Where could one cut this loop?",
    "strip": "How much interest was charged on interest?",
    "need": "Which way to pay is the dearest in all?",
    "waterfall": "Which cause weighed most?",
    "flows": "Which of the debts still owed began as a repair?",
    "levers": "What would you try, and when?",
    "buffers": "What changes with three months put by?",
    "luck": "In how many of 500 destinies does it end more gently?",
    "doors": "Which sign came first?",
    "dials": "Which of them would the Webers care about most?",
}
_FOUND = (
    ("icon_shock", "brick", "Tom's job ended in May 2026. Nobody in the household chose it."),
    ("icon_wait", "amber", "In October 2026 the household began to borrow in order to pay its debts."),
    ("icon_exit", "teal", "Until June 2026 one step would have been enough: a free talk with the adviser."),
    ("icon_office", "teal", "The advice offices help in every month, free and confidential."),
)
_FEW = {"doors": 4, "opening": 4, "own_life": 0, "limits": 4, "help": 1, "coins": 4, "feelings": 0, "waterfall": 4,
        "flows": 4, "dials": 2, "luck": 2, "strip": 2, "loop": 2, "buffers": 4}  # fmt: skip
_SIGNS = {
    "overdraft": range(3, 20), "card_advance": range(6, 11), "minimum_only": range(8, 24), "rejected": (9, 12, 15),
    "rent_late": range(14, 17), "credit_for_credit": (10, 11, 18), "income_fell": range(4, 12),
    "unopened": range(15, 24), "savings_gone": range(5, 24), "instalments": range(9, 24),
}  # fmt: skip


def texts() -> dict[str, str]:
    """The words behind the ids of the sample."""
    found = {f"sample.head.{id}": text for id, text in _HEADLINES.items() if text}
    found |= {f"sample.ask.{id}": text for id, text in _ASKS.items()}
    found |= {f"sample.found.{index}": text for index, (_, _, text) in enumerate(_FOUND)}
    found |= {f"sample.{word.replace(' ', '_')}": word for word in _WORDS}
    return samples.texts() | found


_WORDS = (
    "the Webers", "as played", "without the shocks", "without the lost job", "the adviser from the start",
    "every right asked for", "the lost pay", "surprise bills", "rights not asked for", "credit bought things",
    "interest and fees", "all others", "a calm year", "this story", "the repair of the car", "the rent of autumn",
    "the first card", "reminder fees", "the adviser is called", "the rent subsidy is asked for",
    "nothing is bought on the card",
    "one free call and an hour of talk", "two forms and eight weeks of waiting", "bills are paid in parts instead",
    "cash", "the bank card", "twelve shop instalments", "the overdraft", "solvency", "buffer", "cost of credit",
    "essentials", "morale", "rights and help", "debt-free in 97 months", "nothing in hand", "4 of 10 coins",
    "one month unpaid", "the lamp is half bright", "a third came in time", "it was cut in March 2027 by the adviser",
)  # fmt: skip


def _say(word: str) -> Message:
    return Message(f"sample.{word.replace(' ', '_')}")


def debrief() -> d.Debrief:
    """Everything reckoned."""
    return d.Debrief(
        "weber", _say("the Webers"), 4711, 24, tuple(_page(id, station) for id, station in d.PAGES.items()),
        ("fragile",) * 5 + ("stretched",) * 5 + ("spiral",) * 14, _marks(), False, _twins(), _traced(),
        d.Loop("gap", 18, 6, 23, 64_000, 19_500, 27_500, True), _need(), _causes(), _levers(), None, _buffers(),
        _luck(), _dials(),
    )  # fmt: skip


def _page(id: str, station: str) -> d.Page:
    ask = Message(f"sample.ask.{id}") if id in _ASKS else Message(f"debrief.page_{id}")
    head = f"sample.head.{id}"
    values = (("amount", 1_184_000),) if "{amount}" in _HEADLINES[id] else ()
    headline = Message(head, values) if _HEADLINES[id] else ask
    found = tuple(
        d.Finding(Message(f"sample.found.{index}"), None, picture, tone)
        for index, (picture, tone, _) in enumerate(_FOUND[: _FEW.get(id, 1)])
    )
    return d.Page(id, station, ask, headline, found, True)


def _marks() -> d.Marks:
    labels = ("hedge",) * 4 + ("gap",) * 2 + ("speculative",) * 3 + ("ponzi",) * 15
    months = tuple(
        d.MonthMark(month, label, "spiral", month > 10, False, False, False,
                    tuple(name for name, seen in _SIGNS.items() if month in seen))
        for month, label in enumerate(labels)
    )  # fmt: skip
    return d.Marks(months, 9, 16, d.Exit(5, "advice"), ((4, "job_loss"),), ((7, "rent"),), 12)


def _twins() -> tuple[d.Twin, ...]:
    found = (
        ("played", "as played", PLAYED), ("without_shocks", "without the shocks", CALM),
        ("without_biggest", "without the lost job", CALM), ("careful", "the adviser from the start", BETTER),
        ("rights", "every right asked for", BETTER),
    )  # fmt: skip
    return tuple(
        d.Twin(id, _say(name), owed, tuple(300_000 - month * 12_000 for month in range(24)), owed[-1], "spiral")
        for id, name, owed in found
    )


def _traced() -> d.Traced:
    rows = (
        ("the lost pay", 210_000, 160_000, 520_000), ("surprise bills", 90_000, 60_000, 180_000),
        ("the repair of the car", 60_000, 30_000, 120_000), ("the rent of autumn", 40_000, 20_000, 110_000),
        ("the first card", 180_000, 90_000, 90_000), ("reminder fees", 20_000, 40_000, 80_000),
        ("all others", 72_000, 48_000, 68_000),
    )  # fmt: skip
    flows = tuple(d.Flow(name, _say(name), *sums) for name, *sums in rows)
    strip = tuple(max(0, month - 5) ** 2 * 37 for month in range(24))
    return d.Traced(flows, flows, 672_000, 318_000, 130_000, (("principal", 6), ("interest", 3), ("fees", 1)), strip)


def _need() -> tuple[d.Way, ...]:
    return (
        d.Way("cash", _say("cash"), 64_900, 1, 64_900, 0),
        d.Way("card", _say("the bank card"), 3_250, 26, 76_200, 11_300),
        d.Way("instalments", _say("twelve shop instalments"), 5_990, 12, 71_880, 6_980),
        d.Way("overdraft", _say("the overdraft"), 5_410, 14, 70_120, 5_220),
    )


def _causes() -> d.Causes:
    steps = (("lost", "the lost pay", 549_000), ("bills", "surprise bills", 161_000),
             ("rights", "rights not asked for", 318_000), ("others", "all others", 130_000))  # fmt: skip
    start, bars = -210_000, [d.Bar("calm", _say("a calm year"), 0, -210_000)]
    for id, name, cents in steps:
        bars.append(d.Bar(id, _say(name), start, start + cents))
        start += cents
    bars.append(d.Bar("played", _say("this story"), 0, start))
    shares = tuple(
        d.Share(id, _say(name), group, cents)
        for (id, name, cents), group in zip(steps, ("luck", "prices", "rights", "choices"), strict=True)
    )
    return d.Causes(start, -210_000, shares, (), tuple(bars))


def _levers() -> d.Levers:
    rows = (
        ("advice", 5, 290_000, "the adviser is called", "one free call and an hour of talk"),
        ("rights", 6, 334_000, "the rent subsidy is asked for", "two forms and eight weeks of waiting"),
        ("wishes", 7, 129_000, "nothing is bought on the card", "bills are paid in parts instead"),
    )  # fmt: skip
    found = tuple(
        d.Lever((id,), month, gain, 1_248_000 - gain, 60, (_say(name),), _say(effort), BETTER)
        for id, month, gain, name, effort in rows
    )
    both = replace(found[1], levers=("advice", "rights"), gain=624_000, names=(*found[0].names, *found[1].names))
    return d.Levers((found[1], both, found[2]), found)


def _buffers() -> tuple[d.Buffered, ...]:
    return (
        d.Buffered(0, 0, PLAYED, (0,) * 24, 448_000, 9, "spiral"),
        d.Buffered(1, 309_000, BETTER, (0,) * 24, 201_000, 4, "stretched"),
        d.Buffered(3, 927_000, CALM, (0,) * 24, 60_000, 0, "fragile"),
    )


def _luck() -> tuple[d.Destiny, ...]:
    counts = (("stable", 118), ("fragile", 141), ("stretched", 122), ("spiral", 83), ("over_indebted", 36))
    return tuple(d.Destiny(seed, 100_000, stage) for stage, count in counts for seed in range(count))


def _dials() -> tuple[d.Dial, ...]:
    return (
        d.Dial("solvency", 97, "red", 31, "yellow", _say("solvency"), _say("debt-free in 97 months")),
        d.Dial("buffer", 0, "red", 60, "yellow", _say("buffer"), _say("nothing in hand")),
        d.Dial("credit", 4, "orange", 2, "yellow", _say("cost of credit"), _say("4 of 10 coins")),
        d.Dial("essentials", 1, "yellow", 0, "green", _say("essentials"), _say("one month unpaid")),
        d.Dial("morale", 51, "yellow", 66, "green", _say("morale"), _say("the lamp is half bright")),
        d.Dial("rights", 34, "orange", 95, "green", _say("rights and help"), _say("a third came in time")),
    )


def page(id: str, **seen: object) -> DebriefPage:
    """That page of the sample, opened; `seen` are fields of `Seen`."""
    given = debrief()
    around = Around("family_weber", samples.content().help.offices)
    start = DebriefPage(given, around)
    index = next(index for index, one in enumerate(start.pages) if one.id == id)
    opened = Seen(**{"open": frozenset(d.PAGES), **seen})  # type: ignore[arg-type]
    return replace(start, at=index, seen=opened)


IDS = (*d.PAGES, GUESS)

"""Any debtor, any debts, any events in any order: what the settlement's properties are tested with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from game.content.load import load
from game.engine.settlement.claims import voting
from game.engine.settlement.limits import Limits, limits
from game.engine.settlement.machine import begin, happen
from game.engine.settlement.plan import Measures, drawn_up
from game.engine.settlement.table import EVENTS, TABLE
from game.model.settlement import (
    BREACHES,
    CLAIM_KINDS,
    CONSENTS,
    MEASURES,
    PAPERS,
    Case,
    Claim,
    Conduct,
    Debtor,
    Happening,
    Plan,
)

START = date(2026, 1, 31)
GAPS = (0, 0, 1, 1, 2, 9, 28, 31, 61, 100, 190, 400, 760)
NAMES = ("bank", "card", "landlord", "child", "victim", "shop", "nobody")
LAW: Limits = limits(load(Path(__file__).resolve().parents[2] / "scenarios")[0].parameters, START)
Draw = Callable[[st.SearchStrategy], object]
CENTS = st.integers(0, 3_000_000)
YES = st.booleans()

anybody = st.builds(
    Debtor,
    natural_person=YES,
    domiciled=YES,
    over_indebted=YES,
    trader=YES,
    stopped_trading=st.none() | st.dates(date(2024, 1, 1), START),
    declared_bankrupt=YES,
    concealed_assets=YES,
)
debtors = st.integers(0, 7).flatmap(lambda number: anybody if number == 7 else st.just(Debtor()))


@st.composite
def claims(draw: Draw) -> tuple[Claim, ...]:
    """Up to six claims of any kind."""
    names = draw(st.lists(st.sampled_from(NAMES[:-1]), unique=True, max_size=6))
    return tuple(draw(claim(name)) for name in names)


@st.composite
def claim(draw: Draw, name: str) -> Claim:
    """One claim, all of it open."""
    cents = draw(CENTS)
    return Claim(
        name,
        draw(st.sampled_from(CLAIM_KINDS)),
        cents,
        cents,
        rate=draw(st.sampled_from((0, 400, 1200))),
        guarantor_paid=draw(st.integers(0, cents)),
        certain=draw(st.sampled_from((True, True, False))),
        liquid=draw(st.sampled_from((True, True, False))),
    )


OPENING = (
    (5, "contact_sics", 0),
    (5, "send_application", 0),
    (9, "last_document", 0),
    (30, "committee_accepts", 0),
    (20, "published", 0),
    (1, "wait", 0),
)
FAILED = (*OPENING, (220, "petition", 0), (60, "judgment", 84), (100, "check_failed", 0), (5, "petition", 0))
ROADS = (  # (days later, event, months): plain ways into every part of the law
    (*OPENING, (40, "plan_proposed", 84), (9, "vote_passed", 0), (90, "new_elements", 0)),
    (*OPENING, (40, "moratorium_proposed", 0), (9, "vote_passed", 0)),
    (*OPENING, (190, "wait", 0), (90, "wait", 0)),
    (*FAILED, (60, "judge_opens", 0), (30, "assets_found", 0)),
    (*FAILED, (60, "judge_requires_probation", 0)),
)


def taken(case: Case, road: int, steps: int) -> Case:
    """The case so many steps down one of the roads."""
    for days, event, months in ROADS[road][:steps]:
        plan = drawn_up(voting(case), "judicial" if event == "judgment" else "plan", months, 0) if months else None
        case = happen(case, Happening(case.day + timedelta(days=days), event, plan=plan), LAW)
    return case


cases = st.builds(
    taken,
    st.builds(
        begin,
        st.just(START),
        debtors,
        claims(),
        st.sampled_from((0, 500_000)),
        st.none() | st.integers(0, 500_000),
        st.integers(0, 400_000),
    ),
    st.sampled_from(range(len(ROADS))),
    st.sampled_from(range(13)),
)
VOTERS = ("vote", "vote_passed", "vote_failed")
PLANNED = ("plan_proposed", "new_elements", "judgment", "judge_requires_probation")


@st.composite
def plans(draw: Draw, case: Case) -> Plan:
    """A plan of any length over the claims that count, lawful or not."""
    counted = voting(case)
    names = [one.creditor for one in counted]

    def some(values: st.SearchStrategy) -> dict:
        return draw(st.dictionaries(st.sampled_from(names), values, max_size=2)) if names and draw(YES) else {}

    measures = Measures(
        cancel=some(CENTS),
        cancel_rest=draw(YES),
        wait=some(st.integers(0, 90)),
        rates=some(st.sampled_from((0, 100, 400, 2000))),
        suspend=tuple(some(st.just(0))),
        keeps_home=draw(YES),
        home_months=draw(st.sampled_from((0, 240))),
    )
    kind = draw(st.sampled_from(("plan", "judicial", "probation")))
    months = draw(st.sampled_from((1, 2, 12, 59, 60, 61, 83, 84, 85)))
    return drawn_up(counted, kind, months, draw(st.none() | st.integers(0, 200_000)), measures)


@st.composite
def happenings(draw: Draw, case: Case) -> Happening:
    """An event, mostly one that this state knows, with anything that could be said of it."""
    fitting = sorted({line.event for line in TABLE if case.state in line.source})
    day = case.day + timedelta(days=draw(st.sampled_from(GAPS)))
    event = draw(st.sampled_from(EVENTS) | st.sampled_from(fitting) | st.sampled_from(fitting))
    name = st.sampled_from(NAMES)
    said = {}
    if event in VOTERS:
        said["votes"] = draw(st.none() | st.dictionaries(name, st.sampled_from(("yes", "yes", "no", "silent"))))
        said["not_informed"] = tuple(draw(st.lists(name, max_size=1)))
    elif event in PLANNED:
        said["plan"] = draw(st.none() | plans(case))
        said["months"] = draw(st.none() | st.sampled_from((1, 12, 60, 61)))
    elif event in ("paper", "last_document"):
        said["papers"] = tuple(draw(st.just(()) | st.just(PAPERS) | st.lists(st.sampled_from(PAPERS), max_size=3)))
    elif event == "moratorium_proposed":
        said["months"] = draw(st.none() | st.sampled_from((1, 6, 12, 13)))
    elif event == "petition":
        said["phase"] = draw(st.sampled_from((None, None, 3)))
        said["irremediable"] = draw(YES)
    elif event == "conduct":
        said["conduct"] = draw(st.builds(Conduct, YES, YES, YES, YES, YES, YES))
    elif event in ("breach", "revoked_by_judge"):
        said["reason"] = draw(st.just("") | st.sampled_from(tuple(BREACHES)))
    else:
        said["creditor"] = draw(name)
        said["cents"] = draw(st.none() | CENTS | st.integers(0, 5000))
        said["current"] = draw(YES)
    if event in ("enforce", "pay", "declare_claim"):
        said["kind"] = draw(st.just("") | st.sampled_from(CLAIM_KINDS))
        said["measure"] = draw(st.sampled_from(MEASURES))
        said["certain"] = draw(YES)
    if event in ("new_loan", "dispose_asset"):
        said["consent"] = draw(st.just("") | st.sampled_from(CONSENTS))
    if event == "assets_found":
        said["rulings"] = draw(st.dictionaries(name, CENTS, max_size=2))
    return Happening(day, event, **said)

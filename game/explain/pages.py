"""The pages of the debrief in words: a question to the room, a headline, findings; as far as each is reckoned.

Facts and mechanism here, causes and ways out in `pages_after`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.explain.debrief import PAGES, Debrief, Finding, Page, Twin
from game.explain.pages_after import AFTER
from game.explain.telling import Told, found, lasting, no_return
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents


def pages_of(debrief: Debrief, state: State) -> tuple[Page, ...]:
    """All pages in their order, from what has been reckoned so far."""
    return tuple(_page(id, station, debrief, state) for id, station in PAGES.items())


def _page(id: str, station: str, debrief: Debrief, state: State) -> Page:
    told = (BEFORE | AFTER)[id](debrief, state)
    ask = message(f"explain.{id}.ask")
    if told is None:
        return Page(id, station, ask, ask)
    headline, findings = told
    return Page(id, station, ask, headline, tuple(findings), True)


def _feelings(_: Debrief, __: State) -> Told:
    return message("explain.feelings.headline"), []


def _opening(debrief: Debrief, state: State) -> Told:
    if not debrief.months:
        return message("explain.opening.no_month"), []
    findings: list[Finding] = []
    if debrief.hopeless:
        findings += [found("explain.opening.hopeless"), found("explain.opening.hopeless_why")]
    elif debrief.best and debrief.best.proven and debrief.best.value >= state_value(debrief):
        findings.append(found("explain.opening.none"))
    findings += [
        Finding(
            message("explain.opening.shock", month_year=month, shock=Message(state.world.shocks[name].title)),
            month,
            "icon_shock",
            "brick",
        )
        for month, name in debrief.marks.shocks
    ]
    findings.append(found(f"explain.opening.{debrief.stages[-1]}"))
    findings.append(found("explain.opening.owed", amount=state.rows[-1].fragile))
    if debrief.stages[-1] in ("stretched", "spiral", "over_indebted"):
        findings.append(lasting())
    return message("explain.opening.headline", n=debrief.months), findings


def state_value(debrief: Debrief) -> Cents:
    """V of the run as it was played, once its twins are there; else nothing is smaller."""
    twin = debrief.twin("played")
    return twin.value if twin else -1_000_000_000


def _twins(debrief: Debrief, _: State) -> Told | None:
    played, careful = debrief.twin("played"), debrief.twin("careful")
    other = debrief.twin("without_biggest")
    if not played or not careful:
        return None
    findings = []
    marks = debrief.marks
    if marks.tipping is not None:
        findings.append(
            Finding(message("explain.twin.tipping", month_year=marks.tipping), marks.tipping, "icon_wait", "amber")
        )
    findings += no_return(debrief)
    if other:
        findings.append(_beside("without", played, other, "icon_shock", "brick"))
    findings.append(_beside("careful", played, careful, "icon_phone", "teal"))
    return _apart(played, other or careful), findings


def _apart(played: Twin, other: Twin) -> Message:
    """How far the two end from each other: in what is owed, else in own money."""
    owed, own = played.owed[-1] - other.owed[-1], played.own[-1] - other.own[-1]
    if owed:
        return message("explain.twins.headline", amount=abs(owed))
    return message("explain.twins.headline_own", amount=abs(own)) if own else message("explain.twins.headline_same")


def _beside(name: str, played: Twin, other: Twin, picture: str, tone: str) -> Finding:
    """What the other run ends with: less owed, more in hand, or neither."""
    owed, own = played.owed[-1] - other.owed[-1], other.own[-1] - played.own[-1]
    if owed > 0:
        return found(f"explain.twins.{name}", tone, picture, amount=owed)
    if own > 0:
        return found(f"explain.twins.{name}_own", tone, picture, amount=own)
    return found(f"explain.twins.{name}_same", tone, picture)


def _coins(debrief: Debrief, _: State) -> Told | None:
    traced = debrief.traced
    if traced is None:
        return None
    if not traced.coins:
        return message("explain.coins.headline_nothing"), []
    ten = dict(traced.coins)
    count = ten["interest"] + ten["fees"]
    findings = [
        found("explain.coins.principal", amount=traced.principal),
        found("explain.coins.interest", amount=traced.interest),
        found("explain.coins.fees", amount=traced.fees),
        found("explain.coins.charged", amount=traced.charged),
    ]
    if not count:
        return message("explain.coins.headline_none"), findings
    return message("explain.coins.headline", n=count), findings


def _loop(debrief: Debrief, _: State) -> Told | None:
    loop = debrief.loop
    if loop is None:
        return None
    if not loop.months:
        return message("explain.loop.headline_none"), []
    findings = [found(f"explain.loop.{loop.id}")]
    if loop.id == "gap":
        findings.append(Finding(message("explain.loop.first", month_year=loop.first, amount=loop.gap), loop.first))
        findings.append(found("explain.loop.drawn", amount=loop.drawn))
        if loop.more_due:
            findings.append(found("explain.loop.more_due", amount=loop.more_due))
    if loop.running:
        findings.append(found("explain.loop.running", tone="amber"))
    elif loop.cut:
        findings.append(Finding(loop.cut, loop.last + 1))
    return message("explain.loop.headline", n=loop.months), findings


def _strip(debrief: Debrief, _: State) -> Told | None:
    traced = debrief.traced
    if traced is None:
        return None
    total = sum(traced.on_interest)
    if not total:
        return message("explain.strip.headline_none"), []
    most = max(traced.on_interest)
    month = traced.on_interest.index(most)
    return message("explain.strip.headline", exact=total), [
        Finding(message("explain.strip.dearest", month_year=month, exact=most), month),
        found("explain.strip.slow"),
    ]


def _need(debrief: Debrief, _: State) -> Told | None:
    if not debrief.need:
        return None
    findings = []
    for way in debrief.need:
        findings.append(found(f"explain.need.{way.id}", amount=way.total))
        if way.id == "card" and way.months:
            findings.append(found("explain.need.card_months", n=way.months))
    return message("explain.need.headline"), findings


BEFORE: dict[str, Callable[[Debrief, State], Told | None]] = {
    "feelings": _feelings,
    "opening": _opening,
    "twins": _twins,
    "coins": _coins,
    "loop": _loop,
    "strip": _strip,
    "need": _need,
}

"""A debrief as a story to print: headings, sentences, figures, in the order of the pages. No look, no language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.explain import charts, charts_bars, charts_loop
from game.explain.charts import Figure, Mark, Room, Run
from game.explain.debrief import Debrief
from game.model.message import Message, message
from game.model.scenario import Help, Office

LEFT_OUT = ("feelings", "own_life", "help")  # they are for the room, or stand at the end
WIDE, HIGH = 1500.0, 640.0
DIAL = 470.0


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the debrief on paper."""

    id: str
    title: Message
    sentences: tuple[Message, ...] = ()
    figures: tuple[Figure, ...] = ()
    captions: tuple[Message, ...] = ()  # one a figure, may be fewer


@dataclass(frozen=True, slots=True)
class Story:
    """All that is printed. `name` is the household's, `number` its story number."""

    name: Message
    number: int
    months: int
    sections: tuple[Section, ...]
    offices: tuple[Office, ...]
    checked_on: str


def story(told: Debrief, help: Help) -> Story:
    """The printable story of a debrief that has been worked out."""
    sections = tuple(
        Section(
            page.id,
            page.headline,
            tuple(finding.message for finding in page.findings),
            *_figures(told, page.id),
        )
        for page in told.pages
        if page.id not in LEFT_OUT and page.ready
    )
    return Story(told.name, told.seed, told.months, sections, help.offices, help.checked_on)


def _figures(told: Debrief, page: str) -> tuple[tuple[Figure, ...], tuple[Message, ...]]:
    draw = FIGURES.get(page)
    if draw is None:
        return (), ()
    found = draw(told)
    captions = tuple(dial.name for dial in told.dials) if page == "dials" else ()
    return found, captions


def _room(high: float = HIGH) -> Room:
    return Room(WIDE, high, 36, 150)


def _twins(told: Debrief) -> tuple[Figure, ...]:
    played = told.twin("played")
    other = told.twin("without_shocks") or told.twin("careful")
    if played is None or other is None or not played.owed:
        return ()
    marks = tuple(Mark(month, "brick", message("debrief.mark_shock")) for month, _ in told.marks.shocks)
    last = len(played.owed) - 1
    runs = (
        Run(played.owed, played.own, "brick", message("debrief.as_played")),
        Run(other.owed, other.own, "teal", other.name),
    )
    return (charts.twins(_room(), runs, last, marks, 420)[0],)


def _coins(told: Debrief) -> tuple[Figure, ...]:
    if told.traced is None or not told.traced.coins:
        return ()
    return (charts_bars.coins(Room(WIDE, 190, 36), told.traced.coins),)


def _strip(told: Debrief) -> tuple[Figure, ...]:
    return (charts_bars.strip(_room(480), told.traced.on_interest),) if told.traced else ()


def _loop(told: Debrief) -> tuple[Figure, ...]:
    ran = told.loop
    return (charts_loop.circle(_room(), ran),) if ran and ran.months and ran.id in charts_loop.STATIONS else ()


def _need(told: Debrief) -> tuple[Figure, ...]:
    if not told.need:
        return ()
    price = min(way.total for way in told.need)
    return (charts_bars.need(_room(), told.need, price),)


def _waterfall(told: Debrief) -> tuple[Figure, ...]:
    if told.causes is None:
        return ()
    groups = {share.id: share.group for share in told.causes.shares}
    return (charts_bars.waterfall(_room(), told.causes.bars, groups),)


def _flows(told: Debrief) -> tuple[Figure, ...]:
    return (charts_bars.flows(_room(), told.traced),) if told.traced and told.traced.flows else ()


def _levers(told: Debrief) -> tuple[Figure, ...]:
    played = told.twin("played")
    if played is None or told.levers is None or not told.levers.shown:
        return ()
    best = told.levers.shown[0]
    return (charts.levers(_room(), played.owed, best.line, 0, 420)[0],)


def _luck(told: Debrief) -> tuple[Figure, ...]:
    played = told.twin("played")
    if played is None or not told.luck:
        return ()
    return (charts_bars.luck(_room(), told.luck, played.stage, played.owed[-1]),)


def _doors(told: Debrief) -> tuple[Figure, ...]:
    return (charts_loop.signs(_room(), told.marks.months, WIDE * 0.3),) if told.marks.months else ()


def _dials(told: Debrief) -> tuple[Figure, ...]:
    return tuple(charts_bars.dial(Room(DIAL, 270, 36), dial) for dial in told.dials)


FIGURES: dict[str, Callable[[Debrief], tuple[Figure, ...]]] = {
    "twins": _twins,
    "coins": _coins,
    "strip": _strip,
    "loop": _loop,
    "need": _need,
    "waterfall": _waterfall,
    "flows": _flows,
    "levers": _levers,
    "luck": _luck,
    "doors": _doors,
    "dials": _dials,
}

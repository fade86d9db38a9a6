"""The small function that walks the table: a case and something that happens make the next case.

Time is walked too: what a deadline brings happens by itself, on its own day, before what is told of a later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.engine.settlement.deadlines import DEADLINES
from game.engine.settlement.limits import Limits
from game.engine.settlement.rule import Transition, Verdict
from game.engine.settlement.table import EVENTS, TABLE
from game.model.settlement import Case, Claim, Debtor, Entry, Happening
from game.model.units import Cents

BY_ITSELF = tuple(line for line in TABLE if line.deadline)
NOT_HERE = Verdict("not_possible_here")


def begin(
    day: date,
    debtor: Debtor,
    claims: Iterable[Claim],
    assets: Cents = 0,
    income: Cents | None = None,
    protected: Cents = 0,
) -> Case:
    """A case before anything has happened."""
    return Case(day, debtor, tuple(claims), assets, income, protected)


def happen(case: Case, happening: Happening, limits: Limits) -> Case:
    """The case after this event, and after all that its date let happen before it.

    A refused event changes nothing but the history, and says why. ValueError for an unknown event or a day that
    has passed.
    """
    if happening.event not in EVENTS:
        raise ValueError(f"unknown event '{happening.event}', possible: {', '.join(EVENTS)}")
    case = on(case, happening.day, limits)
    lines = [line for line in TABLE if happening.event == line.event and case.state in line.source]
    verdicts = [(line, judged(line, case, happening, limits)) for line in lines]
    asked: tuple[str, ...] = ()  # rows that stopped a line before the one that is taken
    for line, verdict in verdicts:
        asked += verdict.rows
        if not verdict.reason:
            return _taken(line, Verdict("", asked), case, happening, limits)
    if not lines and _has_happened(case, happening.event):
        return case
    for line, verdict in verdicts[:1]:
        return _logged(case, happening, line.otherwise or case.state, verdict)
    return _logged(case, happening, case.state, NOT_HERE)


def on(case: Case, day: date, limits: Limits) -> Case:
    """The case on `day`, after what its deadlines brought until then. ValueError for a day before the case's."""
    if day < case.day:
        raise ValueError(f"{day} is before {case.day}: time does not run back")
    while coming := min(_coming(case, limits), key=lambda one: one[0], default=None):
        strikes, line = coming
        if strikes > day:
            break
        case = replace(case, day=max(case.day, strikes))
        happening = Happening(case.day, line.event)
        case = _taken(line, judged(line, case, happening, limits), case, happening, limits)
    return replace(case, day=day)


def judged(line: Transition, case: Case, happening: Happening, limits: Limits) -> Verdict:
    """What the days and the guards of one line say; the first that stops decides."""
    rows: tuple[str, ...] = ()
    for verdict in (*_days(line, case, happening, limits), *_guards(line, case, happening, limits)):
        rows += verdict.rows
        if verdict.reason:
            return Verdict(verdict.reason, rows)
    return Verdict("", rows)


def _days(line: Transition, case: Case, happening: Happening, limits: Limits) -> Iterator[Verdict]:
    """Too early for what a deadline brings, too late for what must happen within one."""
    if line.deadline:
        deadline = DEADLINES[line.deadline]
        day = deadline.on(case, limits)
        if day is None or happening.day < day:
            yield Verdict("too_early", (deadline.row,))
    if line.within:
        deadline = DEADLINES[line.within]
        day = deadline.on(case, limits)
        if day is not None and happening.day > day:
            yield Verdict("too_late", (deadline.row,))


def _guards(line: Transition, case: Case, happening: Happening, limits: Limits) -> Iterator[Verdict]:
    for guard in line.guards:
        yield guard.verdict(case, happening, limits)


def _coming(case: Case, limits: Limits) -> Iterator[tuple[date, Transition]]:
    """What happens by itself in this state, and when; what leaves the state as it is happens once."""
    for line in BY_ITSELF:
        if case.state not in line.source or line.event in case.dates:
            continue
        strikes = DEADLINES[line.deadline].strikes(case, limits)
        if strikes is None:
            continue
        happening = Happening(max(strikes, case.day), line.event)
        if not judged(line, case, happening, limits).reason:
            yield strikes, line


def _has_happened(case: Case, event: str) -> bool:
    """Whether this is told although it has come by itself."""
    comes = any(line.event == event for line in BY_ITSELF)
    return comes and any(entry.event == event and not entry.refused for entry in case.log)


def _taken(line: Transition, verdict: Verdict, case: Case, happening: Happening, limits: Limits) -> Case:
    """The case after a line of the table: its effects in order, the new state, the rows that applied."""
    changed = replace(case, fired=())
    for effect in line.effects:
        changed = effect.applied(changed, happening, limits)
    target = line.target or changed.state
    rows = Verdict("", (*line.rows, *verdict.rows, *changed.fired))
    return _logged(replace(changed, fired=()), happening, target, rows)


def _logged(case: Case, happening: Happening, target: str, verdict: Verdict) -> Case:
    rows = tuple(sorted(set(verdict.rows)))
    entry = Entry(happening.day, happening.event, case.state, target, rows, verdict.reason)
    return replace(case, state=target, log=(*case.log, entry))


def run(case: Case, happenings: Sequence[Happening], limits: Limits) -> Case:
    """The case after all of these, in their order."""
    for happening in happenings:
        case = happen(case, happening, limits)
    return case

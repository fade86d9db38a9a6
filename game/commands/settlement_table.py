"""The settlement as a printed table: every line of the machine, every row of the law, with sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from game.engine.settlement.deadlines import DEADLINES
from game.engine.settlement.limits import Limits
from game.engine.settlement.rows import PAGE, ROWS
from game.engine.settlement.rule import Effect, Guard, Transition
from game.engine.settlement.table import BEFORE, EARLY, IN_A_PLAN, OUTSIDE, PHASE_1, PROCEDURE, TABLE, UNTIL_LIQUIDATION
from game.model.parameters import Parameter
from game.model.settlement import ENDS, STATES

GROUPS = {STATES: "any state", PROCEDURE: "in the procedure", OUTSIDE: "outside the procedure"}
SHORT = {
    "in a plan": IN_A_PLAN,
    "phase 1": PHASE_1,
    "before": BEFORE,
    "before liquidation": UNTIL_LIQUIDATION,
    "up to phase 1": EARLY,
}


def lines(parameters: Mapping[str, Parameter], day: date) -> Iterator[str]:
    """The whole table as text, with the figures in force on `day`."""
    yield f"Source: {PAGE}; its lines are counted without empty ones. h: a hole that the game fills."
    yield ""
    yield "STATES"
    yield "  " + " ".join(STATES)
    yield "  a road may end in: " + " ".join(ENDS)
    for name, states in _groups().items():
        yield f"  {name}: {' '.join(states)}"
    yield ""
    yield "TRANSITIONS: state, event -> state [rows] (lines of the page)"
    for line in TABLE:
        yield from _transition(line)
    yield ""
    yield "DEADLINES"
    for name, deadline in DEADLINES.items():
        yield f"  {name}: {deadline.says} [{deadline.row}]"
    yield ""
    yield "FIGURES"
    yield from _figures(parameters, day)
    yield ""
    yield "ROWS: id, kind, lines of the page: what it says [readings and other sources]"
    for row in ROWS.values():
        yield f"  {row.id}  {row.kind:<10}  {row.lines or '-'}: {row.says}"


def _groups() -> dict[str, tuple[str, ...]]:
    return {name: states for states, name in GROUPS.items() if states != STATES} | SHORT


def _transition(line: Transition) -> Iterator[str]:
    source = next((name for name, states in _groups().items() if states == line.source), "")
    start = source or GROUPS.get(line.source) or " ".join(line.source)
    yield f"{start}, {line.event} -> {line.target or 'the same'}{_cited(rows_of(line))}"
    if line.deadline:
        yield f"    by itself after: {line.deadline}, {DEADLINES[line.deadline].says}"
    if line.within:
        yield f"    only within: {line.within}, {DEADLINES[line.within].says}"
    for guard in line.guards:
        yield f"    if {guard.name}: {guard.says}{_bound(guard)}"
    if line.otherwise:
        yield f"    else -> {line.otherwise}"
    for effect in line.effects:
        yield f"    does {effect.name}: {effect.says}{_bound(effect)}"


def rows_of(line: Transition) -> list[str]:
    """All rows that this line of the table stands for: its own, and those of its guards, effects and deadlines."""
    found = {*line.rows}
    parts: tuple[Guard | Effect, ...] = (*line.guards, *line.effects)
    for part in parts:
        found.update(part.rows, part.may)
    found.update(DEADLINES[name].row for name in (line.deadline, line.within) if name)
    return sorted(found)


def _cited(rows: list[str]) -> str:
    places = "; ".join(ROWS[row].lines for row in rows if ROWS[row].lines)
    return f" [{' '.join(rows)}]" + (f" ({places})" if places else "") if rows else ""


def _bound(part: Guard | Effect) -> str:
    rows = (*part.rows, *part.may)
    return f" [{' '.join(rows)}]" if rows else ""


def _figures(parameters: Mapping[str, Parameter], day: date) -> Iterator[str]:
    for name in Limits.__dataclass_fields__:
        parameter = parameters[name]
        note = f"; {parameter.note}" if parameter.note else ""
        yield f"  {name}: {parameter.on(day)} {parameter.unit} ({parameter.status}, {parameter.source.title}{note})"

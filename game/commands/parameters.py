"""`dilemme parameters`: the figures of law, price and custom in force on a day."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from decimal import Decimal

from game.commands.loading import good_content
from game.commands.wrong import Wrong
from game.model.content import Content
from game.model.parameters import Parameter

WIDEST = 32  # a table of the law may run on, its neighbours stay in their columns


def run(options: Namespace) -> int:
    """Print id, value, unit, status and source, one figure a line."""
    content = good_content(options)
    day = options.on or date.max
    if options.settlement:
        return _settlement(content, day)
    rows = [_columns(parameter, day) for parameter in content.parameters.values() if parameter.values[0][0] <= day]
    widths = [min(WIDEST, max((len(row[column]) for row in rows), default=0)) for column in range(4)]
    for row in rows:
        print("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]))
    return 0


def _settlement(content: Content, day: date) -> int:
    """Print the table of the collective debt settlement with its sources."""
    from game.commands.settlement_table import lines  # the machine is not needed for the figures

    try:
        for line in lines(content.parameters, day):
            print(line)
    except LookupError as error:
        raise Wrong(str(error.args[0])) from error
    return 0


def _columns(parameter: Parameter, day: date) -> tuple[str, str, str, str, str]:
    source = parameter.source
    where = ", ".join(part for part in (source.title, source.url, source.checked_on) if part)
    return parameter.name, _shown(parameter, day), parameter.unit, parameter.status, where


def _shown(parameter: Parameter, day: date) -> str:
    value = parameter.on(day)
    return f"{value:f}" if isinstance(value, Decimal) else " ".join(f"{part:f}" for part in value)

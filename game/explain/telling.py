"""Small words that all pages of the debrief are made of."""

from __future__ import annotations

from collections.abc import Iterable

from game.explain.debrief import Debrief, Finding
from game.explain.marks import BAD_ENDS
from game.model.message import Message, Value, message

Told = tuple[Message, Iterable[Finding]]  # a headline and what was found


def found(id: str, tone: str = "teal", picture: str = "", **values: Value) -> Finding:
    """A finding that is about no month of its own."""
    return Finding(message(id, **values), None, picture, tone)


def lasting() -> Finding:
    """Where help is, whatever happened: the last sentence of what ends hard."""
    return found("explain.twin.help", picture="icon_office")


def no_return(debrief: Debrief) -> list[Finding]:
    """The point of no return, with what help may still do; not where the months found their own way back."""
    month = debrief.marks.no_return
    if month is None or debrief.stages[-1] not in BAD_ENDS:
        return []
    return [
        Finding(message("explain.doors.no_return", month_year=month), month, "icon_wait", "brick"),
        found("explain.doors.with_help"),
    ]

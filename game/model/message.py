"""A sentence before it has a language: an id and the values that go into it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Union

Value = Union[int, str, "Message"]


@dataclass(frozen=True, slots=True)
class Message:
    """What to say. `i18n` turns it into a sentence; nothing else does.

    The name of a value, or its part before the first `_`, tells its unit: `amount` is cents shown as
    whole euros, `exact` cents shown with cents, `signed` cents of a change with its sign, `percent`
    basis points, `month` a month index of the game (`month_year…` with its year, `month_short…` short),
    `date` a day as ISO text, `count` or `n` a plain number. `amount_left` is an amount, `months` is not
    a month. A value may be another Message only where it stands alone, after a colon.
    """

    id: str
    values: tuple[tuple[str, Value], ...] = ()


@lru_cache(maxsize=4096)
def named(id: str) -> Message:
    """The message without values; the same object each time, since a game asks for the same few again and again."""
    return Message(id)


def message(id: str, **values: Value) -> Message:
    """Shorthand: `message("close.lower", amount=19500)`."""
    return Message(id, tuple(sorted(values.items())))

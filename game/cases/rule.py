"""A rule as the cases see it: what may be given, what it says, how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.cases.kinds import Kind
from game.model.content import Content

Given = Mapping[str, Any]
Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """`needed` and `optional` name what is given, `then` what can be expected; `ask` asks the real rule.

    `ask` raises ValueError or LookupError, with words for the author, for what cannot be asked.
    """

    needed: Mapping[str, Kind]
    then: Mapping[str, Kind]
    ask: Callable[[Given, Content], Said]
    optional: Mapping[str, Kind] = field(default_factory=dict)

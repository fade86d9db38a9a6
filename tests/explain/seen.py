"""Games seen again beside the adviser, once for all tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.explain.forks import Played, retrace
from game.model.content import Content
from tests.playing import finished, scenarios


@cache
def seen(seed: int, policy: str, months: int = 24) -> Played:
    """One whole game, retraced."""
    return retrace(finished(seed, policy, months))


@cache
def poorer(percent: int) -> Content:
    """The same household with so much of each income."""
    content = scenarios()
    weber = content.households["weber"]
    incomes = tuple(replace(income, amount=income.amount * percent // 100) for income in weber.incomes)
    return replace(content, households={**content.households, "weber": replace(weber, incomes=incomes)})


@cache
def only_shocks() -> Content:
    """A household in whose months only the shocks depend on the seed: no cards, offers, joys or weather."""
    content = scenarios()
    weber = content.households["weber"]
    calm = replace(
        weber,
        cards=(),
        joys=(),
        trial="",
        envelopes=tuple(envelope for envelope in weber.envelopes if envelope.id != "energy"),
    )
    return replace(content, households={"weber": calm}, dilemmas={}, offers={})

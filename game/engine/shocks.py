"""Which shock falls in which month: a function of the seed alone, drawn before the game begins.

Nothing that is chosen can move luck (rules.md 11). A chance is a whole number under a million.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from game.model.game import Move
from game.model.household import Household
from game.model.scenario import Shock
from game.model.units import Month

Placed = list[tuple[Month, Shock]]
FIRST_MONTH = 2  # no shock before month 3
YEAR = 12


def roll(seed: int, month: Month, event: str) -> int:
    """A whole number under 1,000,000, the same on every machine for the same three arguments."""
    digest = blake2b(f"{seed} {month} {event}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") * 1_000_000 >> 48


def schedule(
    household: Household, shared: Sequence[Shock], seed: int, months: int, moves: Sequence[Move] = ()
) -> tuple[tuple[Month, str], ...]:
    """Month and id of every shock of this game, in order of months."""
    placed = _sure(household, seed, months)
    forced = {move.month: move.force for move in moves if move.force}
    every = {shock.id: shock for shock in (*household.sure, *household.second_act, *shared)}
    vetoed = [(move.month, move.veto) for move in moves if move.veto]

    def allowed(month: Month, shock: Shock) -> bool:
        return not any(month >= since and shock.kind == kind for since, kind in vetoed)

    placed = [(month, shock) for month, shock in placed if allowed(month, shock) and month not in forced]
    for month, name in forced.items():
        if name in every and month < months:
            placed.append((month, every[name]))
    for month in range(FIRST_MONTH, months):
        if any(month == taken for taken, _ in placed):
            continue
        drawn = sorted(
            (value, shock.id)
            for shock in shared
            if (value := roll(seed, month, shock.id)) < shock.chance and allowed(month, shock)
        )
        for _, name in drawn:
            if _fits(placed, month, every[name]):
                placed.append((month, every[name]))
                break
    return tuple(sorted((month, shock.id) for month, shock in placed))


def _sure(household: Household, seed: int, months: int) -> Placed:
    placed: Placed = []
    for shock in household.sure:
        placed.append((_drawn(shock, seed, months), shock))
    acts = household.second_act
    if acts:
        act = acts[roll(seed, 0, "act2") * len(acts) // 1_000_000]
        if act.first <= months - 3:
            placed.append((_drawn(act, seed, months), act))
    taken: set[Month] = set()
    apart: Placed = []
    for month, shock in placed:
        while month in taken:
            month += 1
        taken.add(month)
        apart.append((month, shock))
    return apart


def _drawn(shock: Shock, seed: int, months: int) -> Month:
    """A month of the shock's window; a short game shrinks it to end two months before."""
    last = min(shock.last, months - 3)
    first = min(shock.first, last)
    return first + roll(seed, 0, shock.id) * (last - first + 1) // 1_000_000


def _fits(placed: Placed, month: Month, shock: Shock) -> bool:
    if sum(other.kind == shock.kind for _, other in placed) >= 2:
        return False
    if not shock.big:
        return True
    big = [taken for taken, other in placed if other.big]
    if any(abs(taken - month) <= 1 for taken in big):
        return False
    return all(
        sum(start <= taken < start + YEAR for taken in (*big, month)) <= 2
        for start in range(month - YEAR + 1, month + 1)
    )

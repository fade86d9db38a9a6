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
    household: Household,
    shared: Sequence[Shock],
    seed: int,
    months: int,
    moves: Sequence[Move] = (),
    others: Sequence[Shock] = (),
) -> tuple[tuple[Month, str], ...]:
    """Month and id of every shock of this game, in order of months.

    Each of the facilitator's moves draws the months from its own on anew, the ones before stay as
    they were. `others` are shocks beyond the household's own that a move may name.
    """
    every = {shock.id: shock for shock in (*household.sure, *household.second_act, *shared, *others)}
    fixed = sure_ones(household, seed, months)
    vetoes: list[Move] = []
    placed = _draw(fixed, shared, seed, range(FIRST_MONTH, months), vetoes)
    for move in sorted(moves, key=lambda move: (move.month, bool(move.force))):
        if move.veto:
            vetoes.append(move)
            fixed = [each for each in fixed if not _vetoed(*each, [move])]
        if move.force in every and move.month < months:
            fixed = _put(fixed, move.month, every[move.force], months)
        before = [each for each in placed if each[0] < move.month]
        later = [each for each in fixed if each[0] >= move.month]
        placed = _draw([*before, *later], shared, seed, range(max(FIRST_MONTH, move.month), months), vetoes)
    return tuple(sorted((month, shock.id) for month, shock in placed))


def _vetoed(month: Month, shock: Shock, vetoes: Sequence[Move]) -> bool:
    return any(month >= move.month and shock.kind == move.veto for move in vetoes)


def _put(fixed: Placed, month: Month, shock: Shock, months: int) -> Placed:
    """A forced shock in its month: what stood there moves on, and it does not come a second time."""
    moved: Placed = [(month, shock)]
    taken = {month}
    for at, other in fixed:
        if other.id == shock.id and at >= month:
            continue
        while at in taken and at >= month:
            at += 1
        taken.add(at)
        if at < months:
            moved.append((at, other))
    return moved


def _draw(fixed: Placed, shared: Sequence[Shock], seed: int, months: range, vetoes: Sequence[Move]) -> Placed:
    """Beside the fixed ones, the lowest roll under its chance that the filter allows, month by month."""
    placed = list(fixed)
    for month in months:
        if any(month == taken for taken, _ in placed):
            continue
        drawn = [
            (value, shock.id, shock)
            for shock in shared
            if (value := roll(seed, month, shock.id)) < shock.chance and not _vetoed(month, shock, vetoes)
        ]
        for _, _, shock in sorted(drawn, key=lambda each: each[:2]):
            if _fits(placed, month, shock):
                placed.append((month, shock))
                break
    return placed


def sure_ones(household: Household, seed: int, months: int) -> Placed:
    """The household's sure shocks and its second act; two in one month: the later in the file moves on."""
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

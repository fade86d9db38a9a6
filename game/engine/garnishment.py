"""How much of a net pay, benefit or pension may be kept back, and who gets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from game.model.parameters import Parameter
from game.model.units import Cents, half_up, split


def attachable(net: Cents, bounds: Sequence[Cents], rates: Sequence[int]) -> Cents:
    """The part of a month's net income that can be kept back, half up to the cent.

    `bounds` are the upper ends of the bands but the last, which has none; `rates` (basis points,
    one more than bounds) say how much of each band may be taken. A net under 0 counts as 0.
    """
    if len(rates) != len(bounds) + 1:
        raise ValueError(f"{len(bounds)} bounds make {len(bounds) + 1} bands, but there are {len(rates)} rates")
    taken = 0
    low = 0
    for high, rate in zip((*bounds, max(net, *bounds)), rates, strict=True):
        taken += max(0, min(net, high) - low) * rate
        low = high
    return half_up(taken, 10_000)


def bands(parameters: Mapping[str, Parameter], day: date) -> tuple[tuple[Cents, ...], tuple[int, ...]]:
    """The bounds (cents) and rates (basis points) in force on `day`, for `attachable`."""
    return _hundredths(parameters["garnishment_bounds"], day), _hundredths(parameters["garnishment_rates"], day)


def _hundredths(parameter: Parameter, day: date) -> tuple[int, ...]:
    value = parameter.on(day)
    return tuple(int(each * 100) for each in ((value,) if isinstance(value, Decimal) else value))


def shares(withheld: Cents, claims: Mapping[str, Cents]) -> dict[str, Cents]:
    """One pot for several creditors, in proportion to their claims; nobody gets more than the claim."""
    pot = min(withheld, sum(claims.values()))
    return dict(zip(claims, split(pot, list(claims.values())), strict=True))


def kept_back(
    net: Cents, part: Cents, maintenance: Cents, claims: Mapping[str, Cents], assigned: Cents = 0
) -> tuple[Cents, dict[str, Cents], Cents]:
    """What goes to current maintenance, to each garnishment, and to an assignment of earnings.

    `part` is the attachable part of `net`. Maintenance comes first, out of what others cannot touch;
    only what does not fit there lowers the part. The assignment gets what the garnishments leave.
    """
    first = min(maintenance, net)
    left = min(part, net - first)
    taken = shares(left, claims)
    return first, taken, min(assigned, left - sum(taken.values()))

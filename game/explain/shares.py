"""Attribution A made ready to show: shares, groups, the bars of the waterfall, names of causes."""

from __future__ import annotations

from collections.abc import Sequence

from game.explain.attribution import group_cents, shapley_cents
from game.explain.causes import CHOICES, group_of
from game.explain.debrief import GROUPS, Bar, Causes, Flow, Share, Traced
from game.explain.forks import Played
from game.explain.tracing import Tracing, by_cause, by_layer, coins, owed
from game.model.message import Message, message
from game.model.units import Cents

LARGEST = 3  # causes with a bar of their own
SMALL_PERCENT = 5  # of all: smaller causes have no bar of their own
FLOWS = 7
NAMED = (
    *("job", "illness", "home", "income", "separation", "death", "good"),
    *("other", "others", "spend", "credit", "late", "rights", "price", "fees", "start", "living"),
)


def cause_name(cause: str) -> Message:
    """A cause in words; a kind of shock that nobody named is an other event."""
    return message(f"explain.cause.{cause if cause in NAMED else 'other'}")


def causes_of(played: Played, values: Sequence[Cents]) -> Causes:
    """The table of all coalitions as shares that add up to the difference, to the cent."""
    cents = shapley_cents(played.worlds.players, values)
    cents |= {cause: 0 for cause in CHOICES if cause not in cents}
    groups = dict.fromkeys(GROUPS, 0) | group_cents(cents, {cause: group_of(cause) for cause in cents})
    shares = tuple(Share(cause, cause_name(cause), group_of(cause), share) for cause, share in cents.items())
    return Causes(
        values[-1],
        values[0],
        shares,
        tuple(Share(group, message(f"explain.group.{group}"), group, groups[group]) for group in GROUPS),
        _bars(shares, values[0], values[-1]),
    )


def _bars(shares: Sequence[Share], calm: Cents, played: Cents) -> tuple[Bar, ...]:
    whole = sum(abs(share.cents) for share in shares)
    large = [share for share in shares if share.cents and 100 * abs(share.cents) >= SMALL_PERCENT * whole]
    large = sorted(large, key=lambda share: -abs(share.cents))[:LARGEST]
    bars = [Bar("calm", message("explain.bar.calm"), 0, calm)]
    level = calm
    for share in large:
        bars.append(Bar(share.id, share.name, level, level + share.cents))
        level += share.cents
    if level != played:
        bars.append(Bar("others", cause_name("others"), level, played))
    return (*bars, Bar("played", message("explain.bar.played"), 0, played))


def traced_of(tracing: Tracing) -> Traced:
    """The tracing ledger of a game, ready to show."""
    held, paid, gone = by_cause(owed(tracing)), tracing.paid, by_cause(tracing.written_off)
    names = sorted({cause for cause, _ in (*paid, *tracing.created)} | held.keys())
    flows = [
        Flow(
            cause,
            cause_name(cause),
            paid.get((cause, "P"), 0),
            sum(paid.get((cause, layer), 0) for layer in "FIJ"),
            held.get(cause, 0),
            gone.get(cause, 0),
        )
        for cause in names
    ]
    layers, charged = by_layer(paid), by_layer(tracing.created)
    return Traced(
        tuple(sorted((flow for flow in flows if flow.owed), key=lambda flow: -flow.owed)),
        _merged(flows),
        layers["P"],
        layers["I"] + layers["J"],
        layers["F"],
        tuple(coins(paid).items()),
        tuple(tracing.by_month),
        charged["I"] + charged["J"] + charged["F"],
    )


def _size(flow: Flow) -> Cents:
    return flow.repaid + flow.charges + flow.owed + flow.written_off


def _merged(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """At most seven, the largest first; the smallest become one."""
    ordered = sorted((flow for flow in flows if _size(flow)), key=lambda flow: -_size(flow))
    if len(ordered) <= FLOWS:
        return tuple(ordered)
    small = ordered[FLOWS - 1 :]
    rest = Flow(
        "others",
        cause_name("others"),
        sum(flow.repaid for flow in small),
        sum(flow.charges for flow in small),
        sum(flow.owed for flow in small),
        sum(flow.written_off for flow in small),
    )
    return (*ordered[: FLOWS - 1], rest)

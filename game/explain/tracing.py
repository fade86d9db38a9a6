"""Whose euro is this: every cent owed keeps the cause that made it, through interest and new debt.

Each debt account is a map from (cause, layer) to cents; its sum is the account's balance. Layers:
P borrowed, F fee, I interest on what was borrowed, J interest on interest or fees. Interest inherits
the cause of what it is charged on. A payment takes J first, then I, F, P; what it took is its
content. Debt that only pays debt takes this content over, unchanged; what is left of the content at
the end of the month was paid from own money. Bookkeeping only: nothing here asks what else could
have happened, and nothing changes the game.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from game.model.units import Cents, split

Key = tuple[str, str]  # cause, layer
Content = dict[Key, Cents]

TAKEN_FIRST = ("J", "I", "F", "P")
START = "start"  # the cause of what was owed before the first month
FEES = "fees"
LIVING = "living"
DEBT_SERVICE = "debt_service"  # the reason whose money went to other debts: it makes no new cause
COINS = ("principal", "interest", "fees")


@dataclass(slots=True)
class Tracing:
    """All debts of one run and what became of every cent. Changed in place, one event at a time.

    created = paid + written_off + passing + held, by cause and layer as well (but for refinancing,
    which moves content unchanged). `by_month` holds the interest on interest of each closed month.
    """

    held: dict[str, Content] = field(default_factory=dict)
    created: Content = field(default_factory=dict)
    paid: Content = field(default_factory=dict)
    written_off: Content = field(default_factory=dict)
    passing: Content = field(default_factory=dict)  # content of this month's payments, not yet told apart
    by_month: list[Cents] = field(default_factory=list)
    on_interest: Cents = 0  # J created this month

    def balance(self, account: str) -> Cents:
        """What is owed on an account."""
        return sum(self.held.get(account, {}).values())

    def borrow(self, account: str, cents: Cents, cause: str) -> None:
        """New principal with one cause; `START` for an opening balance."""
        self._create(account, {(cause, "P"): cents})

    def charge_fee(self, account: str, cents: Cents) -> None:
        """A fee that joins the account."""
        self._create(account, {(FEES, "F"): cents})

    def charge_interest(self, account: str, cents: Cents) -> None:
        """Interest, split in proportion to what the account holds. ValueError on an empty account."""
        if cents and not self.held.get(account):
            raise ValueError(f"{cents} cents of interest on {account}, which owes nothing")
        for (cause, layer), share in _proportional(self.held.get(account, {}), cents).items():
            charged = "I" if layer == "P" else "J"
            self._create(account, {(cause, charged): share})
            self.on_interest += share if charged == "J" else 0

    def pay(self, account: str, cents: Cents) -> None:
        """A payment of any kind; `draw` and `close_month` decide later whose money it was."""
        _add(self.passing, self._take(account, cents))

    def write_off(self, account: str, cents: Cents) -> None:
        """Debt that a procedure cancels."""
        _add(self.written_off, self._take(account, cents))

    def swap(self, source: str, target: str, cents: Cents) -> None:
        """One debt pays off another: the content moves, cause and layer unchanged."""
        _add(self.held.setdefault(target, {}), self._take(source, cents))

    def draw(self, drawings: Iterable[tuple[str, Cents]], reasons: Sequence[tuple[str, Cents]]) -> None:
        """The month's new debt and new arrears, by account in funding order, matched with its reasons.

        `reasons` are (cause, cents), last in first; the walk goes along both lists, and what no
        reason explains is `LIVING`. For `DEBT_SERVICE` the content of this month's payments moves over.
        """
        causes = [cause for cause, _ in reasons]
        left = [cents for _, cents in reasons]
        at = 0
        for account, cents in drawings:
            while cents > 0:
                while at < len(left) and self._available(causes[at], left[at]) == 0:
                    at += 1
                if at == len(left):
                    self.borrow(account, cents, LIVING)
                    break
                part = min(cents, self._available(causes[at], left[at]))
                self._grow(account, part, causes[at])
                left[at] -= part
                cents -= part

    def _available(self, cause: str, cents: Cents) -> Cents:
        return min(cents, sum(self.passing.values())) if cause == DEBT_SERVICE else cents

    def _grow(self, account: str, cents: Cents, cause: str) -> None:
        if cause != DEBT_SERVICE:
            self.borrow(account, cents, cause)
            return
        moved = _proportional(self.passing, cents)
        _subtract(self.passing, moved)
        _add(self.held.setdefault(account, {}), moved)

    def close_month(self) -> None:
        """What this month's payments took and no new debt took over was paid from own money."""
        _add(self.paid, self.passing)
        self.passing = {}
        self.by_month.append(self.on_interest)
        self.on_interest = 0

    def _create(self, account: str, content: Mapping[Key, Cents]) -> None:
        _add(self.held.setdefault(account, {}), content)
        _add(self.created, content)

    def _take(self, account: str, cents: Cents) -> Content:
        """Take `cents` off an account: J, I, F, P; inside a layer in proportion. ValueError over its balance."""
        content = self.held.get(account, {})
        if not 0 <= cents <= sum(content.values()):
            raise ValueError(f"{cents} cents cannot leave {account}, which owes {self.balance(account)}")
        taken: Content = {}
        for layer in TAKEN_FIRST:
            inside = {key: held for key, held in content.items() if key[1] == layer}
            part = min(cents, sum(inside.values()))
            _add(taken, _proportional(inside, part))
            cents -= part
        _subtract(content, taken)
        return taken


def _proportional(content: Mapping[Key, Cents], cents: Cents) -> Content:
    """`cents` in proportion to `content`, largest remainder, ties by cause and layer in alphabetical order."""
    keys = sorted(content)
    shares = split(cents, [content[key] for key in keys])
    return {key: share for key, share in zip(keys, shares, strict=True) if share}


def _add(content: Content, more: Mapping[Key, Cents]) -> None:
    for key, cents in more.items():
        if cents:
            content[key] = content.get(key, 0) + cents


def _subtract(content: Content, less: Mapping[Key, Cents]) -> None:
    for key, cents in less.items():
        content[key] -= cents
        if content[key] == 0:
            del content[key]


def owed(tracing: Tracing) -> Content:
    """All that is still owed, over all accounts."""
    total: Content = {}
    for content in tracing.held.values():
        _add(total, content)
    return total


def by_cause(content: Mapping[Key, Cents]) -> dict[str, Cents]:
    """Cents of each cause over its layers, causes in alphabetical order."""
    totals: dict[str, Cents] = {}
    for cause, layer in sorted(content):
        totals[cause] = totals.get(cause, 0) + content[cause, layer]
    return totals


def by_layer(content: Mapping[Key, Cents]) -> dict[str, Cents]:
    """Cents of each layer over the causes: P, F, I, J."""
    return {layer: sum(cents for key, cents in content.items() if key[1] == layer) for layer in "PFIJ"}


def coins(paid: Mapping[Key, Cents]) -> dict[str, int]:
    """Of every ten euros paid from own money: how many went to principal, interest, fees; ties in this order.

    Empty when nothing was paid yet.
    """
    layers = by_layer(paid)
    weights = [layers["P"], layers["I"] + layers["J"], layers["F"]]
    return dict(zip(COINS, split(10, weights), strict=True)) if sum(weights) else {}

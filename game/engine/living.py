"""What comes in and what this month asks for: incomes, envelopes, bills, the list of due items."""

from __future__ import annotations

from game.engine.agreed import agreed_account, agreed_left
from game.engine.posting import CURRENT, owed
from game.engine.world import calendar, day_of, figure
from game.model.effects import Amount
from game.model.game import RANKS, Due
from game.model.household import ENVELOPES, Bill, Envelope, Income
from game.model.message import named
from game.model.scenario import Product
from game.model.state import Costs, Line, State
from game.model.units import Cents, half_up

ESSENTIALS = ("", "essentials")
PAY, BILL = "pay", "bill"  # what is kept of a month beside levels of envelopes
# running effects that are due each month: word of the id, rank, kind, account (empty: of its envelope);
# a `part` is of a bill that is paid in parts, its `what` is the creditor
RUNNING = {
    "spend": ("run", "energy", "running", ""),
    "part": ("part", "one_off", "one_off", "expense:one_off"),
    "save": ("save", "saving", "saving", "asset:savings"),
}
AT_SOURCE = "source."  # of a bill: what was kept back from the pay for it this month
RANK = {name: place for place, name in enumerate(RANKS)}
LINE_RANK = {
    "card": RANK["card"],
    "instalments": RANK["instalments"],
    "parts": RANK["instalments"],
    "family": RANK["instalments"],
}


def worth(state: State, amount: Amount) -> Cents:
    """The cents of an amount now: written as it is, or a dated figure times something counted."""
    if not amount.parameter:
        return amount.cents
    household = state.world.household
    people = [person for person in household.people if person.id not in state.left]
    counted = {
        "": 1,
        "children": sum(person.child for person in people),
        "adults": sum(not person.child for person in people),
        "members": len(people),
    }[amount.times]
    parameter = state.world.content.parameters[amount.parameter]
    return figure(parameter, day_of(household, state.month)) * counted


def running(state: State, kind: str, what: str) -> tuple[Cents, int]:
    """Sum of cents and of permille of the effects of this kind that run now."""
    cents = permille = 0
    if not state.running:
        return 0, 0
    for effect in state.running:
        if effect.kind == kind and effect.what == what and effect.start <= state.month < effect.end:
            cents += effect.cents
            permille += effect.permille
    return cents, permille


def pay_of(state: State, income: Income) -> Cents:
    """One income this month, in full: indexed, with the changes of earlier choices."""
    known = _costs(state)
    key = income.id, PAY
    pay = known.get(key)
    if pay is None:
        pay = known[key] = _pay_of(state, income)
    return pay


def _pay_of(state: State, income: Income) -> Cents:
    amount = income.amount
    index = state.world.index
    if income.indexed and index[state.month] != index[0]:
        amount = half_up(amount * index[state.month], index[0])
    if income.kind == "pay":
        cents, permille = running(state, "income", income.person)
        amount += cents + half_up(amount * permille, 1000)
    return max(0, amount)


def _costs(state: State) -> dict[tuple[str, str], Cents]:
    """What was reckoned before, as long as the month and the running effects are the same."""
    known = state.costs
    if known.month != state.month or known.running is not state.running:
        known = state.costs = Costs(state.month, state.running, {})
    return known.cents


def envelope_cost(state: State, envelope: Envelope, level: str) -> Cents:
    """What this envelope costs at this level now, to the euro."""
    known = _costs(state)
    key = envelope.id, level
    cost = known.get(key)
    if cost is None:
        cost = known[key] = _envelope_cost(state, envelope, level)
    return cost


def _envelope_cost(state: State, envelope: Envelope, level: str) -> Cents:
    base = envelope.at(level)
    if envelope.id == "saving":
        return base
    cents, permille = running(state, "envelope", envelope.id)
    prices = state.world.prices[state.month]
    if cents or permille or prices != 10_000:
        base = half_up(base * prices * (1000 + permille), 1_000_000_000) * 100 + cents
    return max(0, base)


def level_of(state: State, envelope: str) -> str:
    """The level in the standing plan."""
    return state.levels.get(envelope, "normal")


def spent_on(state: State, envelope: Envelope) -> Cents:
    """What goes into the envelope this month: the plan, or what the triage left of it."""
    if envelope.id in state.month_levels:
        return state.month_levels[envelope.id]
    return envelope_cost(state, envelope, level_of(state, envelope.id))


def bill_amount(state: State, bill: Bill) -> Cents:
    """A fixed cost this month."""
    known = _costs(state)
    key = bill.id, BILL
    amount = known.get(key)
    if amount is None:
        amount = known[key] = max(0, bill.amount + running(state, "bill", bill.id)[0])
    return amount


def card_minimum(state: State, line: Line, more: Cents = 0) -> Cents:
    """The least a card asks for: a part of the statement, at least a fixed sum, rounded up to the cent.

    `more` is what would come onto the card before it asks.
    """
    return least_of(state, state.world.content.products[line.product], owed(state, f"debt:{line.id}") + more)


def least_of(state: State, product: Product, balance: Cents) -> Cents:
    """The least that this kind of card asks for on such a balance."""
    figures = state.world.figures
    percent = figures[product.minimum_percent or "card_minimum_percent"]
    floor = figures[product.minimum_amount or "card_minimum_amount"]
    part = -(-balance * percent // 10_000)
    return min(balance, max(part, floor))


def line_due(state: State, line: Line) -> Cents:
    """What this credit asks for this month, without what is overdue."""
    if line.called_in or line.kind == "overdraft":
        return 0
    balance = owed(state, f"debt:{line.id}") - line.missed - agreed_left(state, line.id)
    if balance <= 0 or state.month < line.first:
        return 0
    if line.kind == "card":
        return min(balance, card_minimum(state, line))
    if line.months <= 1:
        return balance
    return min(balance, line.instalment)


def essentials(state: State) -> Cents:
    """E: housing, contracts, running costs, each envelope up to its normal level. Cents a month."""
    known = _costs(state)
    total = known.get(ESSENTIALS)
    if total is None:
        total = known[ESSENTIALS] = _essentials(state)
    return total


def _essentials(state: State) -> Cents:
    total = 0
    for bill in state.world.household.bills:
        total += bill_amount(state, bill)
    for envelope in state.world.household.envelopes:
        if envelope.id != "saving":
            total += envelope_cost(state, envelope, "normal")
    for effect in state.running:
        if effect.kind == "spend" and effect.start <= state.month < effect.end:
            total += effect.cents
    return total


def lived(state: State) -> Cents:
    """E of this month: housing, contracts, running costs, each envelope as it was lived, up to its normal level.

    Essentials that could not be bought at all (`cut`) are part of it.
    """
    total = essentials(state)
    for envelope in state.world.household.envelopes:
        tight = state.levels.get(envelope.id) == "tight" or envelope.id in state.month_levels
        if tight and envelope.id != "saving":
            normal = envelope_cost(state, envelope, "normal")
            total -= normal - min(normal, spent_on(state, envelope))
    return total + state.cut - (state.rows[-1].cut if state.rows else 0)


def buffer(state: State) -> Cents:
    """Own liquid money: the account above zero and the savings."""
    return max(0, state.balance.get(CURRENT, 0)) + state.balance.get("asset:savings", 0)


def dues(state: State) -> list[Due]:
    """All due items of this month in order of payment (rules.md 4). Nothing is posted."""
    items: list[Due] = []
    _envelopes(state, items)
    _bills(state, items)
    _yearly(state, items)
    _running(state, items)
    _credits(state, items)
    _agreed(state, items)
    items.extend(state.one_offs)
    items.sort(key=lambda due: (due.rank, -due.age))
    return items


def _envelopes(state: State, items: list[Due]) -> None:
    household = state.world.household
    for envelope in household.envelopes:
        plain = state.levels.get(envelope.id, "normal") == "normal" and envelope.id not in state.month_levels
        normal = envelope_cost(state, envelope, "normal")
        amount = normal if plain else spent_on(state, envelope)
        name = named(f"envelope.{envelope.id}")
        if envelope.id == "saving":
            if amount:
                items.append(Due("saving", RANK["saving"], amount, "asset:savings", "saving", name, envelope="saving"))
            continue
        rank = RANK["food"] if envelope.id == "food" else RANK["energy"]
        account = f"expense:{envelope.id}"
        creditor = envelope.creditor
        debit = bool(creditor) and state.debits.get(creditor, True)
        items.append(
            Due(
                envelope.id,
                rank,
                min(amount, normal),
                account,
                "envelope",
                name,
                creditor,
                envelope.id,
                debit,
                normal=normal,
            )
        )
        if amount > normal:
            items.append(
                Due(
                    f"{envelope.id}_more",
                    RANK["optional"],
                    amount - normal,
                    account,
                    "envelope",
                    name,
                    envelope=envelope.id,
                )
            )


def _bills(state: State, items: list[Due]) -> None:
    household = state.world.household
    for bill in household.bills:
        amount = bill_amount(state, bill) - state.counts.get(f"{AT_SOURCE}{bill.id}", 0)
        if amount:
            housing = bill.envelope == "housing"
            items.append(
                Due(
                    bill.id,
                    RANK["rent" if housing else "maintenance" if bill.creditor == "maintenance" else "energy"],
                    amount,
                    "expense:housing" if housing else "expense:contracts",
                    "bill",
                    named(bill.name),
                    bill.creditor,
                    bill.envelope,
                    state.debits.get(bill.creditor, bill.debit),
                    cause=("contract", bill.id),
                )
            )


def unusual(state: State) -> list[Due]:
    """The due items that do not come every month: yearly costs, cards, shocks."""
    items: list[Due] = []
    _yearly(state, items)
    return [*items, *state.one_offs]


def _yearly(state: State, items: list[Due]) -> None:
    household = state.world.household
    _, of_year = calendar(household, state.month)
    leisure_tight = level_of(state, "leisure") == "tight"
    for cost in household.yearly:
        if cost.month != of_year or cost.amount <= 0 or (cost.card and cost.card in state.played):
            continue
        if cost.wish and leisure_tight:
            continue
        items.append(
            Due(
                cost.id,
                RANK["one_off"],
                cost.amount,
                "expense:one_off",
                "one_off",
                named(cost.name),
                cost.creditor,
                cost.envelope,
                parts=cost.parts,
                cause=("contract", cost.id),
            )
        )


def wishes_left_out(state: State) -> int:
    """How many wishes of the yearly list fall away this month because leisure is tight."""
    household = state.world.household
    if level_of(state, "leisure") != "tight":
        return 0
    _, of_year = calendar(household, state.month)
    return sum(
        cost.wish and cost.month == of_year and not (cost.card and cost.card in state.played)
        for cost in household.yearly
    )


def _running(state: State, items: list[Due]) -> None:
    for effect in state.running:
        if effect.kind not in RUNNING or effect.cents <= 0 or not effect.start <= state.month < effect.end:
            continue
        word, rank, kind, account = RUNNING[effect.kind]
        items.append(
            Due(
                f"{word}.{effect.cause[1]}" if effect.kind != "part" else f"{word}.{effect.cause[1]}.{effect.start}",
                RANK[rank],
                effect.cents,
                account or f"expense:{effect.what or 'contracts'}",
                kind,
                named(effect.name),
                effect.what if effect.kind == "part" else "",
                {"spend": effect.what, "save": "saving"}.get(effect.kind, ""),
                cause=effect.cause,
            )
        )


def _credits(state: State, items: list[Due]) -> None:
    for line in state.lines.values():
        amount = line_due(state, line) + line.missed
        if amount <= 0 or line.called_in:
            continue
        rank = RANK["secured"] if line.secured else LINE_RANK.get(line.kind, RANK["loan"])
        items.append(
            Due(
                line.id,
                rank,
                amount,
                f"debt:{line.id}",
                "instalment",
                named(line.name),
                line.id,
                debit=line.kind != "family" and state.debits.get(line.id, True),
                age=state.month - line.missed_since if line.missed else 0,
                cause=("contract", line.id),
                overdue=line.missed,
            )
        )


def _agreed(state: State, items: list[Due]) -> None:
    for key, agreement in state.agreements.items():
        part = sum(cents for month, cents in agreement.parts if month == state.month)
        amount = min(part, owed(state, agreed_account(state, key)))
        if amount > 0:
            items.append(
                Due(
                    f"agreed.{key}",
                    RANK["agreed"],
                    amount,
                    agreed_account(state, key),
                    "agreed",
                    named(f"creditor.{agreement.creditor}.name"),
                    key,
                    cause=("rule", "agreement"),
                )
            )


def known_envelopes(state: State) -> tuple[Envelope, ...]:
    """The household's envelopes in the order of the table."""
    by_id = {envelope.id: envelope for envelope in state.world.household.envelopes}
    return tuple(by_id[name] for name in ENVELOPES if name in by_id)

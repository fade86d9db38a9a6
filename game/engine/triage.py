"""A month that does not add up: what may wait, what fills the gap, until it closes (rules.md 5)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.arrears import agree, leave_unpaid, may_agree
from game.engine.credit import borrow, card_line, card_room, overdraft_room
from game.engine.effects import use_call
from game.engine.living import envelope_cost
from game.engine.posting import CURRENT, SAVINGS, owed, post
from game.model.game import Due
from game.model.state import Running, State, Triage
from game.model.units import Cents, half_up

CAUSE = ("answer", "triage")
FIRST_LEFT_OUT = ("leisure", "clothes", "transport", "children", "health", "food")
FAMILY_WAITED = "family_waited"  # a part of its loan came late: there is no second one
BANK_TAKES = ("interest", "fee")  # what the bank takes itself cannot wait


def available(state: State) -> Cents:
    """What this month's bills can be paid from: income and what the account held above zero."""
    return state.balance.get(CURRENT, 0) - min(0, state.opening)


def gap_of(state: State) -> Cents:
    """What is missing to pay all due items."""
    return sum(due.amount for due in state.dues if due.kind != "saving") - available(state)


def open_triage(state: State) -> bool:
    """Begin the triage if the month does not add up; a small gap goes to the overdraft by itself."""
    gap = gap_of(state)
    if gap <= 0:
        return False
    room = overdraft_room(state)
    if gap <= state.world.figures["small_gap"] and gap <= room:
        return False
    state.triage = Triage(gap, gap)
    return True


def reckon(state: State) -> None:
    """What is still missing, after the last answer."""
    if state.triage:
        state.triage.gap = gap_of(state) - state.triage.overdraft


def offered(state: State) -> list[tuple[str, Cents]]:
    """Every live option and the cents of the gap it closes, in the order shown.

    What would close next to nothing of the gap waits until nothing better is left: nobody sorts bills of ten euros.
    """
    triage = state.triage
    if triage is None:
        return []
    if triage.gap <= 0:
        return [("close", 0), *(option for option in _tight(state) if option[0] not in triage.used)]
    options = [option for option in (*_bills(state, triage), *_fills(state, triage)) if option[0] not in triage.used]
    if not options:
        return _without(state, triage) or [("close", 0)]
    small = state.world.figures["small_help_percent"]
    options = [option for option in options if 10_000 * option[1] >= small * triage.gap] or options
    live = dict(options)
    same = [name for name in state.last_triage if name in live]
    if same and not triage.used and state.rows and state.rows[-1].triage:
        options.insert(0, ("same", min(triage.gap, sum(live[name] for name in same))))
    return options


def _bills(state: State, triage: Triage) -> list[tuple[str, Cents]]:
    options: list[tuple[str, Cents]] = []
    asked: set[str] = set()
    half_from = state.world.figures["half_from"]
    for due in state.dues:
        if due.id in triage.settled or due.kind == "saving":
            continue
        if due.parts > 1 and due.creditor:
            options.append((f"parts.{due.id}", due.amount - due.amount // due.parts))
        if not due.creditor or due.kind in BANK_TAKES:
            continue
        options.append((f"wait.{due.id}", due.amount))
        if due.amount >= half_from and due.kind != "agreed":
            options.append((f"half.{due.id}", due.amount - half_up(due.amount, 2)))
        if (
            not state.call_used
            and due.kind != "agreed"
            and due.creditor not in asked
            and may_agree(state, due.creditor)
        ):
            asked.add(due.creditor)
            options.append((f"ask.{due.creditor}", _of_creditor(state, triage, due.creditor)))
    return options


def _of_creditor(state: State, triage: Triage, key: str) -> Cents:
    return sum(
        due.amount
        for due in state.dues
        if due.creditor == key and due.kind != "agreed" and due.id not in triage.settled
    )


def _fills(state: State, triage: Triage) -> list[tuple[str, Cents]]:
    options = _tight(state)
    if savings := state.balance.get(SAVINGS, 0):
        options.append(("savings", min(triage.gap, savings)))
    if (room := overdraft_room(state) - triage.overdraft) > 0:
        options.append(("overdraft", min(triage.gap, room)))
    card = min(card_room(state) - advance_fee(state, triage.gap), _food_and_once(state))
    if card > 0:
        options.append(("card", min(triage.gap, card)))
    options += [
        (f"instalments.{due.id}", due.amount)
        for due in state.dues
        if due.parts > 1 and not due.creditor and due.id not in triage.settled
    ]
    household = state.world.household
    if (
        household.family
        and state.month - state.family_since >= state.world.figures["family_pause"]
        and not state.flags & {FAMILY_WAITED}
        and ("family_loan" not in state.lines and state.trust.get("family", 0) >= -1)
    ):
        options.append(("family", min(triage.gap, household.family)))
    if not state.call_used and state.adviser < 0 and (cents := sum(d.amount for d in _advisable(state, triage))):
        options.append(("adviser", cents))
    return options


def _tight(state: State) -> list[tuple[str, Cents]]:
    return [
        (f"tighten.{envelope.id}", saved)
        for envelope in state.world.household.envelopes
        if envelope.id != "saving" and (saved := _tightened(state, envelope.id)) > 0
    ]


def advance_fee(state: State, cents: Cents) -> Cents:
    """What the bank takes for cash from the card."""
    figures = state.world.figures
    return max(figures["cash_advance_minimum"], half_up(cents * figures["cash_advance_percent"], 10_000))


def _food_and_once(state: State) -> Cents:
    return sum(due.amount for due in state.dues if due.id == "food" or due.kind == "one_off")


def _tightened(state: State, name: str) -> Cents:
    """What the envelope gives up when it goes down to its tight level this month."""
    envelope = next(e for e in state.world.household.envelopes if e.id == name)
    now = sum(due.amount for due in state.dues if due.kind == "envelope" and due.envelope == name)
    return now - envelope_cost(state, envelope, "tight") if now else 0


def _advisable(state: State, triage: Triage) -> list[Due]:
    """The due items the adviser would ask time for: the least harmful first, until the gap is closed."""
    creditors = state.world.content.creditors
    items = [
        due
        for due in state.dues
        if due.creditor
        and due.id not in triage.settled
        and due.kind not in (*BANK_TAKES, "agreed")
        and may_agree(state, due.creditor)
    ]
    items.sort(key=lambda due: creditors[_kind(state, due)].harm)
    chosen: list[Due] = []
    for due in items:
        if sum(each.amount for each in chosen) >= triage.gap:
            break
        chosen.append(due)
    return chosen


def _kind(state: State, due: Due) -> str:
    line = state.lines.get(due.creditor)
    return line.creditor if line else due.creditor


def _without(state: State, triage: Triage) -> list[tuple[str, Cents]]:
    """Going without: the envelopes nobody else is waiting for, down to half of tight at most."""
    possible = sum(cents for _, cents in _cuts(state))
    return [("go_without", min(triage.gap, possible))] if possible and "go_without" not in triage.used else []


def _cuts(state: State) -> list[tuple[Due, Cents]]:
    cuts: list[tuple[Due, Cents]] = []
    for name in FIRST_LEFT_OUT:
        for envelope in state.world.household.envelopes:
            if envelope.id != name or envelope.creditor:
                continue
            least = half_up(envelope_cost(state, envelope, "tight") * state.world.figures["cut_food_percent"], 10_000)
            cuts += [
                (due, due.amount - least)
                for due in state.dues
                if due.kind == "envelope" and due.id == name and due.amount > least
            ]
    return cuts


def take(state: State, option: str) -> None:
    """One answer of the triage. What it sets aside is posted at once, the rest is paid at the close."""
    triage = state.triage
    assert triage is not None
    live = dict(offered(state))
    if option == "same":
        for name in [name for name in state.last_triage if name in live and name != "same"]:
            if triage.gap > 0 and name in dict(offered(state)):
                take(state, name)
        triage.used |= {"same"}
        return
    cents = live[option]
    word, _, what = option.partition(".")
    TAKES[word](state, triage, what, cents)
    triage.used |= {option}
    triage.fills = (*triage.fills, (option, cents))
    reckon(state)


def _item(state: State, name: str) -> Due:
    return next(due for due in state.dues if due.id == name)


def _settle(state: State, triage: Triage, due: Due, paid: Cents) -> None:
    """The item stays with what is still paid this month, or leaves the list."""
    triage.settled |= {due.id}
    place = state.dues.index(due)
    if paid:
        due = _with_amount(due, paid)
        state.dues[place] = due
    else:
        del state.dues[place]


def _with_amount(due: Due, cents: Cents) -> Due:
    return replace(due, amount=cents)


def _wait(state: State, triage: Triage, what: str, _: Cents) -> None:
    due = _item(state, what)
    if due.debit:
        state.rejected += 1
        state.counts["rejected"] = state.counts.get("rejected", 0) + 1
    leave_unpaid(state, due, due.amount)
    _settle(state, triage, due, 0)


def _half(state: State, triage: Triage, what: str, cents: Cents) -> None:
    due = _item(state, what)
    leave_unpaid(state, _with_amount(due, cents), cents, later=1)
    _settle(state, triage, due, due.amount - cents)


def _parts(state: State, triage: Triage, what: str, cents: Cents) -> None:
    """The bill itself offers parts: the rest follows in the next months, no call, no dunning."""
    due = _item(state, what)
    each = cents // (due.parts - 1)
    for place in range(1, due.parts):
        amount = each if place < due.parts - 1 else cents - each * (due.parts - 2)
        month = state.month + place
        part = Running("part", due.creditor, amount, 0, month, month + 1, due.cause, due.name.id)
        state.running = (*state.running, part)
    state.due_once -= cents
    _settle(state, triage, due, due.amount - cents)


def _ask(state: State, triage: Triage, what: str, cents: Cents) -> None:
    use_call(state, f"parts.{what}")
    _move_to_parts(state, triage, what, cents, by_adviser=False)


def _move_to_parts(state: State, triage: Triage, key: str, cents: Cents, by_adviser: bool) -> None:
    for due in [d for d in state.dues if d.creditor == key and d.kind != "agreed" and d.id not in triage.settled]:
        unpaid = state.unpaid.get(key)
        if line := state.lines.get(key):
            line.missed += due.amount - due.overdue
            line.months = max(0, line.months - 1)
            state.missed_now += due.amount
        else:
            state.unpaid_now += due.amount
            post(state, due.cause, due.account, f"debt:arrears:{key}", due.amount)
            if unpaid:
                unpaid.items = (*unpaid.items, (due.id, state.month, due.amount))
        _settle(state, triage, due, 0)
    agree(state, key, cents if key not in state.lines and key not in state.unpaid else 0, by_adviser)


def _adviser(state: State, triage: Triage, _: str, __: Cents) -> None:
    use_call(state, "adviser")
    keys = list(dict.fromkeys(due.creditor for due in _advisable(state, triage)))
    for key in keys:
        _move_to_parts(state, triage, key, _of_creditor(state, triage, key), by_adviser=True)


def _tighten(state: State, _: Triage, what: str, __: Cents) -> None:
    envelope = next(e for e in state.world.household.envelopes if e.id == what)
    tight = envelope_cost(state, envelope, "tight")
    state.month_levels[what] = tight
    state.due_once -= sum(d.amount for d in state.dues if d.kind == "envelope" and d.id == f"{what}_more")
    state.dues = [d for d in state.dues if not (d.kind == "envelope" and d.id == f"{what}_more")]
    place = next(i for i, d in enumerate(state.dues) if d.id == what and d.kind == "envelope")
    state.dues[place] = _with_amount(state.dues[place], tight)


def _savings(state: State, _: Triage, __: str, cents: Cents) -> None:
    post(state, CAUSE, CURRENT, SAVINGS, cents)


def _overdraft(_: State, triage: Triage, __: str, cents: Cents) -> None:
    triage.overdraft += cents


def _card(state: State, _: Triage, __: str, cents: Cents) -> None:
    line = card_line(state)
    assert line is not None
    fee = advance_fee(state, cents)
    post(state, CAUSE, CURRENT, f"debt:{line.id}", cents)
    post(state, CAUSE, "expense:fees", f"debt:{line.id}", fee)
    state.borrowed += cents
    state.fees += fee
    line.charged += fee
    state.flags |= {"card_advance"}


def _instalments(state: State, triage: Triage, what: str, cents: Cents) -> None:
    due = _item(state, what)
    product = state.world.content.products["shop_instalments"]
    borrow(state, product, cents, due.parts, False, None, ("answer", f"triage.{what}"))
    state.due_once -= cents
    _settle(state, triage, due, 0)


def _family(state: State, _: Triage, __: str, cents: Cents) -> None:
    figures = state.world.figures
    line = borrow(state, state.world.content.products["family_loan"], cents, figures["family_parts"], True, 0, CAUSE)
    line.first = state.month + figures["family_first"]
    line.cash = 0
    state.family_since = state.month


def _go_without(state: State, triage: Triage, _: str, cents: Cents) -> None:
    """What cannot be bought is no posting, only `cut`: what is under the tight level counts."""
    left = cents
    for due, possible in _cuts(state):
        taken = min(left, possible)
        if taken:
            envelope = next(e for e in state.world.household.envelopes if e.id == due.id)
            rest = due.amount - taken
            state.cut += max(0, min(due.amount, envelope_cost(state, envelope, "tight")) - rest)
            state.dues[state.dues.index(due)] = _with_amount(due, rest)
            state.month_levels[due.id] = rest
            left -= taken
    triage.without += cents - left
    figures = state.world.figures
    state.mood += figures["morale_go_without"]
    state.strain += figures["health_go_without"]


TAKES = {
    "wait": _wait,
    "half": _half,
    "parts": _parts,
    "ask": _ask,
    "adviser": _adviser,
    "tighten": _tighten,
    "savings": _savings,
    "overdraft": _overdraft,
    "card": _card,
    "instalments": _instalments,
    "family": _family,
    "go_without": _go_without,
}


def next_month_more(state: State) -> Cents:
    """What the answers so far bring back next month: waiting instalments, agreed parts, parts of bills."""
    more = sum(line.missed for line in state.lines.values())
    for agreement in state.agreements.values():
        more += sum(cents for month, cents in agreement.parts if month == state.month + 1)
    for effect in state.running:
        if effect.kind in ("spend", "part") and effect.start == state.month + 1:
            more += effect.cents
    return more + sum(
        owed(state, f"debt:arrears:{key}")
        for key, unpaid in state.unpaid.items()
        if key not in state.lines and not unpaid.frozen
    )

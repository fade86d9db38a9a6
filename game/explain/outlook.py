"""The line: where the account stands at the end of this month and, at this pace, in the months after.

It reads a running game and changes nothing. With an option it shows what that option does to the
line before it is chosen: the answer is tried on a private copy, and nothing is run on.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.ahead import announced_changes
from game.engine.cards import answer_joy, live_choices
from game.engine.credit import limit_now
from game.engine.earning import ordinary_income, terms_of
from game.engine.effects import Origin, apply
from game.engine.living import dues, essentials, level_of, line_due
from game.engine.living import envelope_cost as cost_of
from game.engine.offers import answer_offer
from game.engine.posting import CURRENT
from game.engine.standing import change
from game.engine.triage import take
from game.model.state import State
from game.model.units import Cents, Month

HORIZON = 12


@dataclass(frozen=True, slots=True)
class Outlook:
    """The account in cents at the end of each month from this one on; where the limit is reached."""

    months: tuple[Month, ...]
    accounts: tuple[Cents, ...]
    limit: Cents  # positive
    reached: Month | None  # the first month that ends at the limit or beyond
    short: Cents  # what this month's money does not cover, 0 when it adds up
    pace: Cents  # what an ordinary month adds or takes


def outlook(state: State, option: str | None = None) -> Outlook:
    """The line as things stand, or as they would stand with `option` (a live one; `plan.food:tight` too)."""
    if option is not None:
        state = tried(state, option)
    items = state.dues or dues(state)
    need = sum(due.amount for due in items if due.kind != "saving")
    account = state.balance.get(CURRENT, 0) - need
    have = state.balance.get(CURRENT, 0) - min(0, state.opening)
    pace = ordinary_pace(state)
    changes = sorted(change for change in announced_changes(state) if change[0] > state.month)
    months, accounts = [state.month], [account]
    last = min(state.world.months, state.month + HORIZON)
    for month in range(state.month + 1, last):
        pace += sum(cents for when, cents in changes if when == month)
        account += pace + known_costs(state, month) + _first_part(state, month)
        months.append(month)
        accounts.append(account)
    limit = limit_now(state)
    reached = next((m for m, cents in zip(months, accounts, strict=True) if cents <= -limit), None)
    return Outlook(tuple(months), tuple(accounts), limit, reached, max(0, need - have), ordinary_pace(state))


def tried(state: State, option: str) -> State:
    """A copy on which the option was taken, without going on to the next question."""
    after = state.copy()
    if ":" in option:
        change(after, option)
        return after
    kind, name = after.queue[0]
    if kind == "dilemma":
        card = after.world.cards[name]
        choice = next(choice for choice in live_choices(after, card) if choice.id == option)
        origin = Origin(("answer", f"{name}.{option}"), card.title, name, option, after.month)
        apply(after, choice.effects, origin)
    elif kind == "joy":
        answer_joy(after, name, option)
    elif kind == "offer":
        answer_offer(after, name, option)
    elif kind == "triage" and option != "close":
        take(after, option)
    return after


def ordinary_pace(state: State) -> Cents:
    """What an ordinary month at the plan's levels adds to the account (negative: takes), as things are now."""
    living = essentials(state)
    for envelope in state.world.household.envelopes:
        if envelope.id != "saving":
            living += cost_of(state, envelope, level_of(state, envelope.id)) - cost_of(state, envelope, "normal")
    return ordinary_income(state, state.month) - living - sum(line_due(state, line) for line in state.lines.values())


def _first_part(state: State, month: Month) -> Cents:
    """What is still paid in the month in which a loss begins: half a last pay."""
    return sum(
        terms_of(state, loss).first_month_kept
        for loss in state.losses
        if state.month < loss.start == month and loss.found < 0 and loss.person not in state.left
    )


def known_costs(state: State, month: Month) -> Cents:
    """What the calendar brings in that month: yearly costs (negative) and yearly money, as far as known."""
    household = state.world.household
    of_year = (household.start_month - 1 + month) % 12 + 1
    total = 0
    for cost in household.yearly:
        played = cost.card and cost.card in state.played
        left_out = cost.wish and level_of(state, "leisure") == "tight"
        if cost.month == of_year and not played and not left_out:
            total -= cost.amount
    return total

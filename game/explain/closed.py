"""What a closed month brought: one sentence, four changes, a joy, what happened by itself.

Read from the ledger and the rows of a game, for the page between two months; nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.living import level_of
from game.engine.world import calendar
from game.explain.outlook import outlook
from game.model import effects as e
from game.model.game import Letter, Row
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month

AT_MOST = 3  # quiet months that run together
_STEP, _LEAP = 2, 8  # tenths of morale from which the lamp is seen to change, and to change much
_LEVELS = ((30, "dim"), (45, "low"), (65, "warm"))


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the page. `cents` or `word` is what it came to; `arrow` up, down or empty; `tone` its edge."""

    picture: str
    name: Message
    note: Message
    cents: Cents | None = None
    word: Message | None = None
    arrow: str = ""
    tone: str = "teal"


@dataclass(frozen=True, slots=True)
class Pleasure:
    """A joy that was had: what it was, what it cost."""

    title: Message
    text: Message
    cost: Cents
    picture: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The page of one month. `news` are small things that happened by themselves, `letter` one that waits."""

    month: Month
    said: Message
    changes: tuple[Change, ...]
    pleasure: Pleasure | None
    news: tuple[Message, ...]
    letter: Letter | None
    unopened: int
    stage: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Months that ran on together, the first and the last of them, with what changed over all of them."""

    first: Month
    last: Month
    said: tuple[Message, ...]
    changes: tuple[Change, ...]


def closed(state: State, month: Month, known: tuple[Message, ...] = ()) -> Closed:
    """What the month of that index came to, without the news that are `known`. IndexError if it is not closed."""
    row = state.rows[month]
    waiting = [letter for letter in state.mail if letter.creditor and letter.month == month + 1]
    order = {"white": 0, "amber": 1, "brick": 2}
    return Closed(
        month,
        _sentence(state, month),
        (
            account_change(state, month, month),
            debt_change(state, month, month),
            _begins(state, month),
            _lamp(state, row),
        ),
        pleasure(state, month),
        tuple(text for text in row.news if text not in known),
        max(waiting, key=lambda letter: order[letter.level], default=None),
        sum(not letter.opened for letter in state.mail),
        row.stage,
    )


def _sentence(state: State, month: Month) -> Message:
    """The month in one sentence; a rent that was agreed in parts is not called paid."""
    said = state.rows[month].said or message("close.all_paid", month=month)
    rent = state.agreements.get("landlord")
    if said.id == "close.moved_on" and rent is not None and rent.made == month:
        return Message("close.rent_waits", said.values)
    return said


def quiet(state: State, first: Month, last: Month) -> Quiet:
    """The months from `first` to `last` in one."""
    said = tuple(_sentence(state, month) for month in range(first, last + 1))
    return Quiet(first, last, said, (account_change(state, first, last), debt_change(state, first, last)))


def was_quiet(state: State, month: Month) -> bool:
    """Whether nothing was asked in a closed month, nothing came, and nobody wrote twice."""
    row = state.rows[month]
    loud = any(letter.month in (month, month + 1) and letter.level != "white" for letter in state.mail)
    return not (row.decisions or row.news or row.triage or loud or month in state.happened.values())


def account_change(state: State, first: Month, last: Month) -> Change:
    """The account from the close before `first` to the close of `last`."""
    before = state.rows[first - 1].account if first else state.world.household.account
    after = state.rows[last].account
    tone = "amber" if after < 0 or after < before else "teal"
    return Change(
        "icon_bank", message("close.account"), _difference(after - before), after, None, _arrow(after - before), tone
    )


def debt_change(state: State, first: Month, last: Month) -> Change:
    """The debt that moved most; without any, the savings."""
    before, after = debts_at(state, first - 1), debts_at(state, last)
    moved = {name: after.get(name, 0) - before.get(name, 0) for name in (*before, *after)}
    if not any(moved.values()) and not any(after.values()):
        return _savings(state, first, last)
    name = max(moved, key=lambda one: (abs(moved[one]), after.get(one, 0)))
    change = moved[name]
    note = message("close.paid_back", amount=-change) if change < 0 else message("close.more_owed", amount=change)
    return Change(
        debt_picture(state, name),
        debt_name(state, name),
        note if change else message("close.as_before"),
        after.get(name, 0),
        None,
        _arrow(change),
        "amber" if change > 0 else "teal",
    )


def debts_at(state: State, month: Month) -> dict[str, Cents]:
    """What was owed on each debt account at the close of a month (-1: before the first), read from the ledger."""
    owed: dict[str, Cents] = {}
    start = state.ledger[0] if state.ledger else ()
    opening = [entry for entry in start if entry[:2] == ("rule", "start")]
    entries = opening if month < 0 else [entry for kept in state.ledger[: month + 1] for entry in kept]
    for _, _, to, source, cents in entries:
        for account, change in ((to, -cents), (source, cents)):
            if account.startswith("debt:"):
                owed[account] = owed.get(account, 0) + change
    return owed


def debt_name(state: State, account: str) -> Message:
    """Whose debt an account is, in the household's words."""
    key = account.removeprefix("debt:")
    if key.startswith("arrears:"):
        kind = state.world.content.creditors.get(_kind(state, key.removeprefix("arrears:")))
        return Message(kind.name) if kind else message("close.a_debt")
    if line := state.lines.get(key):
        return Message(line.name)
    household = state.world.household
    if any(debt.id == key for debt in household.debts):
        return Message(f"household.{household.id}.debts.{key}.name")
    product = state.world.content.products.get(key.rstrip("+"))
    return Message(product.name) if product else message("close.a_debt")


def debt_picture(state: State, account: str) -> str:
    """The picture that stands for a debt."""
    key = account.removeprefix("debt:")
    if key.startswith("arrears:"):
        kind = state.world.content.creditors.get(_kind(state, key.removeprefix("arrears:")))
        return (kind.icon if kind else "") or "icon_wait"
    line = state.lines.get(key)
    kinds = {"card": "card", "car_loan": "car", "mortgage": "house"}
    return kinds.get(line.kind if line else "", "icon_bank")


def pleasure(state: State, month: Month) -> Pleasure | None:
    """The joy that was had in a month, the household's own before one of the deck."""
    household = state.world.household
    given = [answer for answer in state.answers if answer.month == month]
    for answer in given:
        kind, _, name = answer.question.partition("#")[0].partition(".")
        if kind == "joy" and answer.option == "go":
            joy = next(joy for joy in household.joys if joy.id == name)
            return Pleasure(Message(joy.title), Message(joy.text), joy.cost, joy.picture)
    for answer in given:
        kind, _, name = answer.question.partition("#")[0].partition(".")
        card = state.world.cards.get(name) if kind == "dilemma" else None
        if card is None or not card.joy:
            continue
        choice = next((choice for choice in card.choices if choice.id == answer.option), None)
        if choice and any(isinstance(effect, e.Morale) and effect.points > 0 for effect in choice.effects):
            costs = [effect.amount.cents for effect in choice.effects if isinstance(effect, e.Pay)]
            return Pleasure(Message(card.title), Message(choice.text), sum(costs), card.picture)
    return None


def more_next(state: State, month: Month) -> tuple[Cents, Message]:
    """What the month after asks for beyond an ordinary one: what waits, parts agreed, costs of the year; and why."""
    found: list[tuple[Cents, Message]] = []
    if waits := state.rows[month].arrears:
        found.append((waits, message("close.left_over")))
    for agreement in state.agreements.values():
        parts = sum(cents for when, cents in agreement.parts if when == month + 1)
        if parts:
            found.append((parts, message("close.parts")))
    household = state.world.household
    for cost in household.yearly:
        left_out = (cost.wish and level_of(state, "leisure") == "tight") or (cost.card and cost.card in state.played)
        if cost.month == calendar(household, month + 1)[1] and cost.amount > 0 and not left_out:
            found.append((cost.amount, Message(f"household.{household.id}.yearly.{cost.id}.name")))
    if len(found) == 1:
        return found[0]
    return sum(cents for cents, _ in found), message("close.more_to_pay" if found else "close.nothing_more")


def _begins(state: State, month: Month) -> Change:
    """What the next month lacks, while that is the one on the table; else what it asks for beyond an ordinary one."""
    cents, why = more_next(state, month)
    name = message("close.begins", month=month + 1)
    if month + 1 >= state.world.months:
        name = message("close.after")
    elif month + 1 == state.month and (short := outlook(state).short):
        return Change("icon_wait", name, message("close.missing"), short, None, "", "amber")
    return Change("icon_wait", name, why, cents, None, "up" if cents else "", "amber" if cents else "teal")


def _lamp(state: State, row: Row) -> Change:
    before = state.rows[row.month - 1].morale if row.month else state.world.household.morale
    change = row.morale - before
    size = "much" if abs(change) >= _LEAP else "little"
    word = "lamp.as_before" if abs(change) < _STEP else f"lamp.{size}_{'up' if change > 0 else 'down'}"
    arrow = "" if abs(change) < _STEP else _arrow(change)
    level = next((name for under, name in _LEVELS if row.morale < under), "bright")
    return Change(
        "lamp",
        message("close.lamp"),
        Message(f"lamp.is_{level}"),
        None,
        Message(word),
        arrow,
        "amber" if arrow == "down" or level == "dim" else "teal",
    )


def _savings(state: State, first: Month, last: Month) -> Change:
    before = state.rows[first - 1].savings if first else state.world.household.savings
    after = state.rows[last].savings
    tone = "amber" if after < before else "teal"
    return Change(
        "icon_saving", message("close.savings"), _difference(after - before), after, None, _arrow(after - before), tone
    )


def _difference(cents: Cents) -> Message:
    if not cents:
        return message("close.as_before")
    return message("close.higher_by", amount=cents) if cents > 0 else message("close.lower_by", amount=-cents)


def _arrow(change: int) -> str:
    return "up" if change > 0 else "down" if change < 0 else ""


def _kind(state: State, key: str) -> str:
    if key in state.unpaid:
        return state.unpaid[key].creditor
    product = state.world.content.products.get(key.rstrip("+"))
    return product.creditor if product else key

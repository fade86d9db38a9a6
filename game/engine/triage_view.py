"""The triage as a question: one line a bill, what fills the gap, what each answer brings back later."""

from __future__ import annotations

from dataclasses import replace

from game.engine.credit import card_line, overdraft_room
from game.engine.demands import age_of
from game.engine.dunning import path_steps
from game.engine.posting import SAVINGS
from game.engine.triage import advance_fee, next_month_more, offered
from game.engine.world import calendar
from game.model.game import Due, Option, Question
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, half_up


def triage_question(state: State, name: str) -> Question:
    """The month that does not add up, with every live option."""
    triage = state.triage
    assert triage is not None
    options = tuple(_option(state, option, cents) for option, cents in offered(state))
    return Question(
        name,
        state.month,
        "triage",
        message("triage.title", amount=triage.first_gap, month=state.month),
        message("triage.text"),
        options,
        about="late",
        gap=max(0, triage.gap),
        first_gap=triage.first_gap,
        next_more=next_month_more(state),
    )


def _option(state: State, name: str, cents: Cents) -> Option:
    word, _, what = name.partition(".")
    if word in ("wait", "half", "parts"):
        return _bill(state, name, word, what, cents)
    if word == "ask":
        first = next(due for due in state.dues if due.creditor == what)
        kind = state.world.content.creditors[_kind(state, first)]
        return Option(
            name,
            message("triage.ask", creditor=Message(kind.name)),
            (message("triage.ask_note", count=kind.parts, amount=half_up(cents, kind.parts)),),
            call=True,
            group="bills",
            item=first.id,
            amount=cents,
            icon=kind.icon,
        )
    return fill_option(state, name, cents)


def _bill(state: State, name: str, word: str, what: str, cents: Cents) -> Option:
    due = next(due for due in state.dues if due.id == what)
    notes: tuple[Message, ...] = (
        (follows(state, due),)
        if word != "parts"
        else (message("triage.parts_note", count=due.parts, amount=due.amount // due.parts),)
    )
    if word != "parts" and due.debit:
        notes = (*notes, message("triage.rejected", amount=state.world.figures["rejected_debit_fee"]))
    return Option(
        name, message(f"triage.{word}"), notes, group="bills", item=due.id, amount=cents, icon=bill_icon(state, due)
    )


def follows(state: State, due: Due) -> Message:
    """What the creditor does if this bill waits: the next letter, its fee, the month."""
    kind = state.world.content.creditors.get(_kind(state, due))
    if kind is None:
        return message("triage.no_letter")
    unpaid = state.unpaid.get(due.creditor)
    age = age_of(state, unpaid) if unpaid else 0
    line = state.lines.get(due.creditor)
    claim = due.amount + (line.missed if line else 0)
    steps = path_steps(
        kind,
        age,
        bill=claim,
        claim=claim,
        calendar_month=calendar(state.world.household, state.month)[1],
        figures=state.world.figures,
        done=unpaid.done if unpaid else (),
    )
    if not steps:
        return message("triage.no_letter")
    step, fee = steps[-1]
    title = Message(f"creditor.{kind.id}.steps.{step.id}.title")
    if fee:
        return message("triage.letter_fee", month=state.month + 1, letter=title, amount=fee)
    return message("triage.letter", month=state.month + 1, letter=title)


def fill_option(state: State, name: str, cents: Cents) -> Option:
    """What closes `cents` of the gap without a bill that waits: offered, or taken before."""
    word, _, what = name.partition(".")
    if word == "tighten":
        title = message("triage.tighten", envelope=Message(f"envelope.{what}"))
        notes = (message("triage.tighten_note"),)
        return Option(name, title, notes, group="fills", item=what, amount=cents, icon=f"icon_{what}")
    if word == "savings":
        left = message("triage.savings_note", amount=state.balance.get(SAVINGS, 0) - cents)
        return Option(name, message("triage.savings"), (left,), group="fills", amount=cents, icon="icon_saving")
    if word == "instalments":
        parts = next((due.parts for due in state.dues if due.id == what), 0)
        notes = (message("triage.instalments_note", count=parts),)
        return _credit(name, message("triage.instalments"), notes, cents, "card", group="bills", item=what)
    if word in ("overdraft", "card", "family"):
        return _borrowing(state, name, cents)
    return _rest(name, word, cents)


def _borrowing(state: State, name: str, cents: Cents) -> Option:
    figures = state.world.figures
    if name == "overdraft":
        monthly = half_up(cents * figures["overdraft_rate"], 120_000)
        drawn = state.triage.overdraft if state.triage else 0
        room = message("triage.overdraft_note", exact=monthly, amount=overdraft_room(state) - drawn)
        then = message("triage.overdraft_then", amount=min(0, state.opening) - drawn - cents)
        return replace(_credit(name, message("triage.overdraft"), (room, then), cents, "coins"), monthly=monthly)
    if name == "card":
        line = card_line(state)
        fee = message("triage.card_note", amount=advance_fee(state, cents), percent=line.rate if line else 0)
        return _credit(name, message("triage.card"), (fee,), cents, "card")
    parts, first = figures["family_parts"], state.month + figures["family_first"]
    back = message("triage.family_note", count=parts, amount=cents // parts, month=first)
    lender = Message(f"household.{state.world.household.id}.family.name")
    return _credit(name, lender, (back,), cents, "coin")


def _credit(
    name: str, title: Message, notes: tuple[Message, ...], cents: Cents, icon: str, group: str = "fills", item: str = ""
) -> Option:
    return Option(name, title, notes, group=group, item=item, amount=cents, borrowed=cents, icon=icon)


def _rest(name: str, word: str, cents: Cents) -> Option:
    icons = {"adviser": "phone", "same": "icon_undo", "go_without": "icon_food", "close": "icon_check"}
    return Option(
        name,
        message(f"triage.{word}"),
        (message(f"triage.{word}_note"),),
        group="close" if word == "close" else "fills",
        amount=cents,
        icon=icons[word],
        call=word == "adviser",
        face="face_adviser" if word == "adviser" else "",
    )


def _kind(state: State, due: Due) -> str:
    line = state.lines.get(due.creditor)
    return line.creditor if line else due.creditor


def bill_icon(state: State, due: Due) -> str:
    """The picture of who is paid."""
    line = state.lines.get(due.creditor)
    if line:
        return state.world.content.products[line.product].icon
    kind = state.world.content.creditors.get(due.creditor)
    return kind.icon if kind else "letter"

"""What the page of a month that does not add up shows, read from the state: bills, ways to fill, answers so far.

The order and the letters stay the same while the month is open, so that a key never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.credit import card_room, overdraft_room
from game.engine.living import RANK, dues, envelope_cost, level_of
from game.engine.posting import SAVINGS
from game.engine.triage_view import bill_icon, fill_option
from game.model.game import Due, Option, Question
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents

LETTERS = "ABCDEFGIJKLMNOPQRSTUVWXYZ"  # H is help everywhere
ON_BILL = ("parts", "wait", "half", "instalments", "ask")  # in the order of the buttons
SOFT = ("leisure", "clothes", "transport")  # envelopes that are tightened before money is borrowed
FILLS = (
    *(f"tighten.{name}" for name in SOFT),
    "savings", "overdraft", "card", "family", "adviser",
    *(f"tighten.{name}" for name in ("children", "energy", "health", "food")),
    "go_without",
)  # fmt: skip
ALONE = (*(f"tighten.{name}" for name in SOFT), "savings", "family", "overdraft")  # what may close the gap alone
SMALL = 20  # a bill under a twentieth of the gap is a small one


@dataclass(frozen=True, slots=True)
class Bill:
    """One line a bill: what may be done about it, or what was (`taken`: wait, half, parts, ask, adviser)."""

    item: str
    name: Message
    amount: Cents
    icon: str
    home: bool = False
    options: tuple[Option, ...] = ()
    taken: str = ""
    kept: Cents = 0  # what the answer leaves for later months
    last: bool = False  # the last answer, which can be taken back
    small: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """One way to fill the gap, with its letter; `taken` when it was chosen this month."""

    key: str
    option: Option
    taken: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """An answer as a part of the gap's length."""

    name: Message
    amount: Cents
    icon: str


def bills(state: State, question: Question) -> tuple[Bill, ...]:
    """The home first, then what closes the gap alone (least harmful first), then the larger ones, small ones last."""
    triage = state.triage
    if triage is None:
        return ()
    offered: dict[str, list[Option]] = {}
    for option in question.options:
        if option.group == "bills":
            offered.setdefault(option.item, []).append(option)
    lines = []
    for due in _all_dues(state):
        options = sorted(offered.get(due.id, ()), key=lambda option: ON_BILL.index(_word(option.id)))
        taken, kept, last = _taken(state, due)
        if options or taken:
            amount = due.amount + (kept if taken in ("half", "parts") else 0)
            small = amount * SMALL < triage.first_gap
            line = Bill(due.id, due.name, amount, bill_icon(state, due), _is_home(state, due))
            lines.append(replace(line, options=tuple(options), taken=taken, kept=kept, last=last, small=small))
    harm = {line.item: _harm(state, line.item) for line in lines}

    def place(line: Bill) -> tuple[bool, bool, bool, int, Cents]:
        alone = line.amount >= triage.first_gap
        return (not line.home, line.small, not alone, harm[line.item] if alone else 0, -line.amount)

    return tuple(sorted(lines, key=place))


def fills(state: State, question: Question) -> tuple[Fill, ...]:
    """The same as last month, what closes the gap alone, then envelopes, savings, credit, help, in one fixed order."""
    triage = state.triage
    if triage is None:
        return ()
    live = {option.id: option for option in question.options if option.group == "fills"}
    taken = {name: fill_option(state, name, cents) for name, cents in triage.fills if name in FILLS}
    letters = iter(LETTERS)
    found = []
    if state.last_triage and state.rows and state.rows[-1].triage:
        first = next(letters)  # kept for "the same", also when it is gone
        if "same" in live:
            found.append(Fill(first, live["same"]))
    last = triage.fills[-1][0] if triage.fills else ""
    given = dict(triage.fills)
    for name in sorted(FILLS, key=lambda name: _place(state, name, given)):
        option = taken.get(name) or live.get(name)
        if not option and not _possible(state, name):
            continue
        key = next(letters)
        if option:
            found.append(Fill(key, option, name in taken, name in taken and name == last))
    return tuple(found)


def pieces(state: State) -> tuple[Piece, ...]:
    """The answers so far in their order, each with what it closes; together they are no longer than the gap."""
    triage = state.triage
    left = triage.first_gap if triage else 0
    found = []
    for name, cents in triage.fills if triage else ():
        word, _, what = name.partition(".")
        if word in ON_BILL:
            due = next((d for d in _all_dues(state) if what in (d.id, d.creditor)), None)
            title = due.name if due else _whose(state, what.removeprefix("agreed."))
            icon = bill_icon(state, due) if due else "letter"
        else:
            option = fill_option(state, name, cents)
            icon = option.icon
            title = message(f"envelope.{what}") if word == "tighten" else option.text
        found.append(Piece(title, min(cents, left), icon))
        left -= min(cents, left)
    return tuple(piece for piece in found if piece.amount)


def _whose(state: State, key: str) -> Message:
    """Whose part it is that an answer took off the list: a credit's, or a creditor's."""
    line, agreement, unpaid = state.lines.get(key), state.agreements.get(key), state.unpaid.get(key)
    if line:
        return Message(line.name)
    kind = agreement.creditor if agreement else unpaid.creditor if unpaid else key
    return Message(f"creditor.{kind}.name")


def to_spare(state: State) -> Cents:
    """What the answers fill beyond the gap: it stays in the account."""
    return max(0, -state.triage.gap) if state.triage else 0


def _word(name: str) -> str:
    return name.partition(".")[0]


def _all_dues(state: State) -> list[Due]:
    """The month's bills as they stand, and those that an answer took off the list."""
    now = {due.id: due for due in state.dues}
    gone = []
    for due in dues(state):
        if due.id not in now and due.kind not in ("saving", "agreed"):
            line = state.lines.get(due.id)
            gone.append(replace(due, amount=line.missed) if line and line.missed else due)
    return [*state.dues, *gone]


def _taken(state: State, due: Due) -> tuple[str, Cents, bool]:
    """Which answer was given about a bill, what it leaves for later, and whether it was the last answer."""
    triage = state.triage
    assert triage is not None
    for place, (name, cents) in enumerate(triage.fills):
        word, _, what = name.partition(".")
        last = place == len(triage.fills) - 1
        if what == due.id and word in ON_BILL:
            return word, cents, last
        if word == "ask" and what == due.creditor and due.id in triage.settled:
            return word, due.amount, last
    if due.id in triage.settled and due.creditor:
        return "adviser", due.amount, bool(triage.fills) and triage.fills[-1][0] == "adviser"
    return "", 0, False


def _possible(state: State, name: str) -> bool:
    """Whether the month could have begun with this option: then its letter stays its own."""
    if name.startswith("tighten."):
        return _saved(state, name.removeprefix("tighten.")) > 0
    if name == "savings":
        return state.balance.get(SAVINGS, 0) > 0
    if name == "overdraft":
        return overdraft_room(state) > 0
    if name == "card":
        return card_room(state) > 0
    if name == "family":
        return bool(state.world.household.family) and "family_loan" not in state.lines
    return name == "adviser" and state.adviser < 0


def onward(question: Question, bills: tuple[Bill, ...], fills: tuple[Fill, ...], last: str) -> str:
    """The option on which Enter goes on: the close; what closes the rest alone; else the next after the answer `last`.

    An answer about a bill stays among the bills; the home is what Enter comes to when nothing else is left.
    """
    if any(option.id == "close" for option in question.options):
        return "close"
    live = [fill.option for fill in fills if not fill.taken]
    on_bills = [bill.options for bill in bills if bill.options and not bill.home]
    at_home = [bill.options for bill in bills if bill.options and bill.home]
    waiting = [option for options in on_bills for option in options]
    known = [fill.option.id for fill in fills]
    after = [option for option in live if last in known and known.index(option.id) > known.index(last)]
    largest = [max(options, key=lambda option: option.amount) for options in (*on_bills, *at_home)]
    if _word(last) in ON_BILL:
        order = [*_closing(waiting, question), *largest[: len(on_bills)], *_closing(live, question), *live, *largest]
    else:
        order = [*_closing(live, question), *after, *live, *_closing(waiting, question), *largest]
    return order[0].id if order else ""


def _closing(options: list[Option], question: Question) -> list[Option]:
    """Those that fill all that is missing."""
    return [option for option in options if option.amount >= question.gap]


def _place(state: State, name: str, given: dict[str, Cents]) -> tuple[bool, bool, int]:
    """What closes the first gap alone comes first, the cheapest of it before the others; next to nothing last."""
    alone = name in ALONE and state.triage is not None and _alone(state, name, given) >= state.triage.first_gap
    return _helps_little(state, name, given), not alone, ALONE.index(name) if alone else FILLS.index(name)


def _alone(state: State, name: str, given: dict[str, Cents]) -> Cents:
    """What it could fill if nothing else had been answered."""
    if name.startswith("tighten."):
        return given.get(name, 0) or _saved(state, name.removeprefix("tighten."))
    if name == "savings":
        return given.get(name, 0) + state.balance.get(SAVINGS, 0)
    return overdraft_room(state) if name == "overdraft" else state.world.household.family


def _helps_little(state: State, name: str, given: dict[str, Cents]) -> bool:
    """Envelopes that close next to nothing of the first gap: they come last, for they are offered last."""
    if not name.startswith("tighten.") or state.triage is None:
        return False
    saved = given.get(name, _saved(state, name.removeprefix("tighten.")))
    return 10_000 * saved < state.world.figures["small_help_percent"] * state.triage.first_gap


def _saved(state: State, name: str) -> Cents:
    """What the envelope gave up at its tight level when the month began, also once its bill waits."""
    envelope = next((e for e in state.world.household.envelopes if e.id == name), None)
    if envelope is None:
        return 0
    return envelope_cost(state, envelope, level_of(state, name)) - envelope_cost(state, envelope, "tight")


def _is_home(state: State, due: Due) -> bool:
    line = state.lines.get(due.id)
    return due.rank == RANK["rent"] or (line is not None and line.kind == "mortgage")


def _harm(state: State, item: str) -> int:
    due = next((due for due in _all_dues(state) if due.id == item), None)
    line = state.lines.get(due.creditor) if due else None
    kind = state.world.content.creditors.get(line.creditor if line else due.creditor if due else "")
    return kind.harm if kind else 0

"""What lies between the adviser and the household: one month on one page, rights not asked for, her one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.conditions import adults
from game.engine.living import dues, worth
from game.engine.rights import claimable
from game.engine.rows import all_debts
from game.model.game import RANKS
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents

RECENT = 4  # months in which a shock is what she speaks of first
OPTIONAL = RANKS.index("optional")
SHOCK_LINES = {"job": "job_loss", "death": "spouse_dies", "separation": "separation", "illness": "illness"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The month on one page, in cents. `left` is what it leaves, negative when something is missing."""

    comes_in: Cents
    account: Cents  # above zero at the start of the month, 0 otherwise
    goes_out: Cents
    once: Cents
    debts: Cents
    creditors: int
    rights: tuple[tuple[Message, Message | None], ...]  # title, what it brings

    @property
    def left(self) -> Cents:
        """What the month leaves."""
        return self.comes_in + self.account - self.goes_out - self.once


def diagnosis(state: State) -> Diagnosis:
    """This month as it is known before the bills are paid."""
    items = [due for due in dues(state) if due.kind != "saving"]
    once = sum(due.amount for due in items if due.kind == "one_off" or due.rank == OPTIONAL)
    owed = [name for name, cents in state.balance.items() if name.startswith("debt:") and cents < 0]
    return Diagnosis(
        comes_in=state.income,
        account=max(0, state.opening),
        goes_out=sum(due.amount for due in items) - once,
        once=once,
        debts=all_debts(state),
        creditors=len(owed) + (state.balance.get("asset:current", 0) < 0),
        rights=tuple(_right(state, name) for name in claimable(state)),
    )


def _right(state: State, name: str) -> tuple[Message, Message | None]:
    right = state.world.rights[name]
    monthly, once = worth(state, right.monthly), worth(state, right.once)
    if monthly:
        return Message(right.title), message("adviser.monthly", amount=monthly)
    return Message(right.title), message("adviser.once", amount=once) if once else None


def faces(state: State) -> tuple[str, ...]:
    """The grown-ups who sit before her, two at most."""
    people = [p for p in state.world.household.people if not p.child and p.face and p.id not in state.left]
    return tuple(person.face for person in people[:2])


def line(state: State) -> Message:
    """Her sentence: what just happened comes first, then letters and stage, else one in turn."""
    recent = [name for name, month in state.happened.items() if state.month - month < RECENT]
    for name in reversed(recent):
        said = SHOCK_LINES.get(state.world.shocks[name].kind)
        if said:
            return message(f"adviser.line.{said}")
    if "resident" not in state.world.household.flags:
        return message("adviser.line.cross_border")
    fitting = [said for said, fits in LINES if fits(state)]
    return message(f"adviser.line.{fitting[state.month % len(fitting)]}")


def _stage(state: State) -> str:
    return state.rows[-1].stage if state.rows else "stable"


def _level(state: State, level: str) -> bool:
    return any(letter.level == level for letter in state.mail)


LINES: tuple[tuple[str, Callable[[State], bool]], ...] = (
    ("bag_of_letters", lambda state: any(not letter.opened for letter in state.mail)),
    ("too_early", lambda state: _stage(state) in ("stable", "fragile")),
    ("too_late", lambda state: _stage(state) in ("spiral", "over_indebted")),
    ("diagnosis", lambda _: True),
    ("loud_creditor", lambda state: _level(state, "brick")),
    ("unclaimed", lambda state: bool(claimable(state))),
    ("priorities", lambda state: len(state.unpaid) > 1),
    ("first_talk", lambda _: True),
    ("no_judgment", lambda _: True),
    ("couple", lambda state: adults(state) > 1),
    ("child", lambda state: any(p.child and p.id not in state.left for p in state.world.household.people)),
    ("pleasure", lambda state: state.levels.get("leisure") == "tight"),
    ("silence", lambda state: state.morale < 30),
    ("worth", lambda state: state.morale < 40),
    ("took_strength", lambda state: _stage(state) not in ("stable", "fragile")),
    ("not_a_gift", lambda state: bool(claimable(state))),
)

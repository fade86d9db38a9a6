"""The mail on the table: each letter with its sums and with what can be answered to it now."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.arrears import may_agree
from game.engine.play import question, standing
from game.model.game import Letter, Question
from game.model.state import State
from game.model.units import Cents, Month

ORDER = {"brick": 0, "amber": 1, "white": 2}
CALL = "call.any"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to a letter: `parts`, `adviser` or `open`; how the engine knows it.

    For `parts`: in how many, how much the first one is, from which month. `used` says that the call
    of this month is gone, so that nothing can be answered now.
    """

    kind: str
    option: str = ""
    question: str = ""
    count: int = 0
    cents: Cents = 0
    start: Month = 0
    used: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One letter and the replies to it."""

    letter: Letter
    replies: tuple[Reply, ...]


def post(state: State) -> tuple[Piece, ...]:
    """All letters, what presses first, then the newest; closed ones keep their place."""
    letters = sorted(enumerate(state.mail), key=lambda one: (ORDER[one[1].level], -one[1].month, -one[0]))
    return tuple(Piece(letter, tuple(_replies(state, letter))) for _, letter in letters)


def telephone(state: State) -> Question | None:
    """The question through which somebody can be called now: the one on the table or the standing one."""
    asked = question(state)
    if asked and asked.id.startswith("call.who"):
        return asked
    return next((one for one in standing(state) if one.id == CALL), None)


def _replies(state: State, letter: Letter) -> list[Reply]:
    if not letter.opened:
        opened = next((one for one in standing(state) if one.id == "mail.open"), None)
        return [Reply("open", "all", opened.id)] if opened else []
    if not letter.creditor:
        return []
    found = []
    call = telephone(state)
    offered = {option.id for option in call.options} if call else set()
    beside = call.id if call and call.id == CALL else ""
    kind = state.world.content.creditors.get(_creditor(state, letter.creditor))
    if kind and letter.amount and may_agree(state, letter.creditor) and letter.creditor in state.unpaid:
        name = f"parts.{letter.creditor}"
        count = max(1, kind.parts)
        if name in offered or state.call_used:
            used = name not in offered
            found.append(Reply("parts", name, beside, count, letter.amount // count, state.month + 1, used))
    if "adviser" in offered:
        found.append(Reply("adviser", "adviser", beside))
    return found


def _creditor(state: State, key: str) -> str:
    return state.unpaid[key].creditor if key in state.unpaid else key

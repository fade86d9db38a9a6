"""What a household hears between two questions: what happened by itself, and what a call was answered."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.calls import NOBODY, reachable
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Month

_PICTURES = {
    "said.cut_off": "icon_energy",
    "said.limit_halved": "icon_bank",
    "said.evicted": "keys",
    "said.letters_closed": "mail_brick",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing: its picture, its words; `letter` when they are somebody's own."""

    picture: str
    text: Message
    letter: bool = False


def heard(state: State, month: Month, told: tuple[Message, ...]) -> tuple[Heard, ...]:
    """News of a month as the engine tells them, each with its picture."""
    return tuple(_heard(state, month, text) for text in told)


def _heard(state: State, month: Month, text: Message) -> Heard:
    if text.id == "said.work_found":
        people = {person.id: person.face for person in state.world.household.people}
        found = [people.get(loss.person, "") for loss in state.losses if loss.found == month]
        return Heard(f"{found[0]}_glad" if found and found[0] else "icon_check", text)
    if text.id in _PICTURES:
        return Heard(_PICTURES[text.id], text)
    if text.id.startswith("household."):
        known = ".known." in text.id
        return Heard("calendar" if known else "letter", text, letter=not known)
    return Heard("letter", text, letter=True)


def answered(before: State, after: State) -> tuple[Message, Heard] | None:
    """Who was called by the last answer, and what they said; None when nobody was."""
    if len(after.answers) != len(before.answers) + 1:
        return None
    given = after.answers[-1]
    if not given.question.startswith("call.") or given.option == NOBODY:
        return None
    call = next((call for name, call in reachable(before) if name == given.option), None)
    if call is None or not call.answer_yes:
        return None
    kind, _, what = given.option.partition(".")
    words = Message(call.answer_yes)
    if kind == "longer":
        words = message("call.longer_said", exact=after.lines[what].instalment)
    return Message(call.title), Heard(call.face or call.icon or "icon_phone", words, letter=True)

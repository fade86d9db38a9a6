"""What a shock means for a household: its letter, what changes, what it takes each month, what can be claimed."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.living import pay_of, worth
from game.engine.month import shock_letter
from game.engine.parting import JOINT, JOINT_LOANS, SEPARATION, SHARED
from game.engine.standing import right_option
from game.model import effects as e
from game.model.game import Letter
from game.model.message import Message, message
from game.model.scenario import Shock
from game.model.state import State
from game.model.units import Cents, Month, half_up

_CLAIMS = 3  # more do not fit on the letter; the telephone has the others


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that can be asked for: what it brings, and the last month for it if it has one."""

    picture: str
    title: Message
    note: Message
    last: Month | None = None


@dataclass(frozen=True, slots=True)
class Blow:
    """`monthly` is what each month lacks once the letter's own benefits are paid, `once` what it costs at once."""

    letter: Letter
    kind: str
    start: Month
    changes: tuple[tuple[str, Message], ...]
    monthly: Cents
    once: Cents
    claimed: bool  # `monthly` counts a benefit that has to be asked for
    claims: tuple[Claim, ...]
    picture: str
    face: str


def blow(state: State, name: str) -> Blow:
    """The shock of that id, as it meets this household now. KeyError for an unknown one."""
    terms = state.world.shocks[name]
    benefits = sum(worth(state, state.world.rights[right].monthly) for right in _rights(state, terms))
    monthly = _monthly(state, terms)
    return Blow(
        shock_letter(state, name),
        terms.kind,
        state.happened.get(name, state.month) + min((loss.start for loss in terms.losses), default=0),
        tuple((picture, Message(text)) for picture, text in terms.changes),
        max(0, monthly - benefits),
        sum(worth(state, effect.amount) for effect in terms.effects if isinstance(effect, e.Pay)),
        bool(benefits),
        _claims(state, terms),
        terms.picture,
        terms.face,
    )


def _rights(state: State, terms: Shock) -> list[str]:
    return [right for right in terms.rights if right in state.world.rights]


def _monthly(state: State, terms: Shock) -> Cents:
    """What the shock takes from an ordinary month, before any help."""
    total = _who_goes(state, terms.kind)
    for loss in terms.losses:
        total += loss.takes(sum(pay_of(state, income) for income in state.world.household.earnings_of(loss.person)))
    for effect in terms.effects:
        match effect:
            case e.Spend():
                total += worth(state, effect.monthly)
            case e.BillChange() | e.EnvelopeChange():
                total += effect.monthly
            case e.Gain():
                total -= worth(state, effect.monthly)
            case e.IncomeChange():
                total -= effect.monthly
    return total


def _who_goes(state: State, kind: str) -> Cents:
    """What a month lacks without one of two adults: the pay, less what one person fewer costs and what is shared on."""
    household, figures = state.world.household, state.world.figures
    gone = [person.id for person in household.people if not person.child and person.id != household.plays_on]
    if kind not in (SEPARATION, "death") or not gone:
        return 0
    less = 1000 - figures["separation_rest_percent"] // 10
    saved = sum(half_up(envelope.normal * less, 1000) for envelope in household.envelopes if envelope.id in SHARED)
    total = sum(pay_of(state, income) for income in household.incomes if income.person == gone[0]) - saved
    if kind == SEPARATION:
        total -= sum(person.child for person in household.people) * figures["child_support"]
        loans = [debt for debt in household.debts if not debt.owner and debt.product in JOINT_LOANS]
        total -= sum(half_up(debt.instalment, JOINT) for debt in loans)
    return total


def _claims(state: State, terms: Shock) -> tuple[Claim, ...]:
    """The rights of the letter that still stand open, and the free adviser."""
    found = []
    for right in _rights(state, terms):
        known = state.rights.get(right)
        if known and known.status != "open":
            continue
        option = right_option(state, right)
        found.append(Claim(option.icon or "icon_plan", option.text, option.notes[0], option.last_month))
    if state.adviser < 0:
        found.append(Claim("icon_phone", message("shock.adviser"), message("shock.adviser_note")))
    return tuple(found[:_CLAIMS])

"""The close of a month for creditors who were not paid: one step further, its fee, its letter."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from game.engine.arrears import OVERDRAFT
from game.engine.claims import claim_of, close_path, take_off
from game.engine.conditions import earning
from game.engine.court import NOT_GARNISHED
from game.engine.dunning import Taken, late_rate, path_steps
from game.engine.living import bill_amount
from game.engine.posting import CURRENT, owed, post
from game.engine.triage import FAMILY_WAITED
from game.engine.world import calendar
from game.model.game import Letter
from game.model.message import Message, message
from game.model.scenario import CreditorKind, Step
from game.model.state import Running, State, Unpaid
from game.model.units import Cents, Month, half_up

TAIL = "tail"
SOCIAL_OFFICE = "social_office"


def step_all(state: State) -> None:
    """Every creditor without an agreement takes the step of its age."""
    for key in list(state.unpaid):
        unpaid = state.unpaid[key]
        if not unpaid.frozen and claim_of(state, unpaid) > 0:
            _step(state, unpaid)
        elif claim_of(state, unpaid) <= 0 and not unpaid.frozen:
            close_path(state, key)


def age_of(state: State, unpaid: Unpaid) -> int:
    """Months on the path: since the oldest open item, one more for a creditor unpaid twice in half a year.

    Negative while the path of a half-paid bill has not begun.
    """
    months = state.month - unpaid.since - unpaid.held
    return months + unpaid.ahead if months >= 0 else months


def _step(state: State, unpaid: Unpaid) -> None:
    content = state.world.content
    kind = content.creditors.get(unpaid.creditor)
    if kind is None:
        return
    age = age_of(state, unpaid)
    if age < 0:
        return
    claim = claim_of(state, unpaid)
    tail = content.creditors[TAIL].steps if TAIL in content.creditors else ()
    taken = path_steps(
        kind,
        age,
        bill=_bill(state, unpaid, claim),
        claim=claim,
        calendar_month=calendar(state.world.household, state.month)[1],
        figures=state.world.figures,
        tail=tail,
        delay=unpaid.objected,
        done=unpaid.done,
        has_earnings=unpaid.garnish != NOT_GARNISHED or bool(earning(state)),
    )
    for each in taken:
        if _happens(state, unpaid, each.step):
            _take(state, unpaid, kind, each)
    unpaid.rate = late_rate(kind, "title" in unpaid.done or "judgment" in unpaid.done, state.world.figures)


def _happens(state: State, unpaid: Unpaid, step: Step) -> bool:
    """The employer is only asked where a contract says so; who knows the social office keeps a minimum supply."""
    if "assignment" in step.does:
        line = state.lines.get(unpaid.key)
        return line is not None and line.assignment
    return "cut" not in step.does or all(who != SOCIAL_OFFICE for _, who in state.calls)


def _bill(state: State, unpaid: Unpaid, claim: Cents) -> Cents:
    return (
        claim if unpaid.key in state.lines else sum(c for name, _, c in unpaid.items if name not in ("fee", "interest"))
    )


def _take(state: State, unpaid: Unpaid, kind: CreditorKind, taken: Taken) -> None:
    step, fee = taken
    unpaid.done = (*unpaid.done, step.id)
    if fee:
        charge(state, unpaid, fee)
    for word in step.does:
        if action := DOES.get(word):
            action(state, unpaid)
    letter_from(state, unpaid, kind, step, fee)


def charge(state: State, unpaid: Unpaid, fee: Cents) -> None:
    """A creditor's fee joins what is owed to it."""
    line = state.lines.get(unpaid.key)
    account = f"debt:{unpaid.key}" if line else f"debt:arrears:{unpaid.key}"
    post(state, ("rule", f"fee.{unpaid.creditor}"), "expense:fees", account, fee)
    state.fees += fee
    if line:
        line.charged += fee
    if line and not line.called_in:
        line.missed += fee
    unpaid.items = (*unpaid.items, ("fee", state.month, fee))


def letter_from(state: State, unpaid: Unpaid, kind: CreditorKind, step: Step, fee: Cents) -> None:
    """The step's letter lies in next month's mail; closed when nobody has the strength to open it."""
    owner = TAIL if step in state.world.content.creditors[TAIL].steps else kind.id
    name = f"creditor.{owner}.steps.{step.id}"
    amount = claim_of(state, unpaid)
    values = (
        ("amount", amount),
        ("date", _last_day(state, state.month + 1)),
        ("fee", message("letter.fee", exact=fee)),
    )
    state.mail = (
        *(letter for letter in state.mail if letter.creditor != unpaid.key),
        Letter(
            f"{unpaid.key}.{step.id}",
            state.month + 1,
            step.level,
            Message(kind.name),
            Message(f"{name}.title"),
            Message(f"{name}.letter", values),
            Message(f"{name}.plain", values),
            kind.icon,
            unpaid.key,
            amount,
            fee,
            opened=not letters_stay_closed(state),
            what_next=what_follows(state, unpaid, kind),
        ),
    )


def _last_day(state: State, month: Month) -> str:
    """The last day of a month of the game, as ISO text: until then one may pay."""
    year, of_year = calendar(state.world.household, month)
    return date(year, of_year, monthrange(year, of_year)[1]).isoformat()


def letters_stay_closed(state: State) -> bool:
    """With low morale new letters stay closed until somebody opens them."""
    return state.morale < state.world.figures["letters_closed_under"]


def what_follows(state: State, unpaid: Unpaid, kind: CreditorKind) -> tuple[tuple[int, Message], ...]:
    """The next steps of the path if nobody answers: in which month their letters come, what they are."""
    tail = state.world.content.creditors.get(TAIL)
    age = age_of(state, unpaid)
    coming = [(step.age, f"creditor.{kind.id}.steps.{step.id}.title") for step in kind.steps if step.age > age]
    if kind.tail_from and kind.court and tail:
        coming += [
            (kind.tail_from + unpaid.objected + step.age, f"creditor.{TAIL}.steps.{step.id}.title")
            for step in tail.steps
            if kind.tail_from + unpaid.objected + step.age > age
        ]
    return tuple((state.month + 1 + at - age, Message(name)) for at, name in sorted(coming)[:3])


def _court(_: State, unpaid: Unpaid) -> None:
    unpaid.in_court = True


def _block(state: State, unpaid: Unpaid) -> None:
    line = state.lines.get(unpaid.key)
    if line and line.kind == "card":
        line.blocked = True


def _cut(state: State, _: Unpaid) -> None:
    state.mood += state.world.figures["morale_cut_off"]
    state.strain += state.world.figures["health_cut_off"]
    state.said = (*state.said, Message("said.cut_off"))


def _end_contract(state: State, unpaid: Unpaid) -> None:
    months = state.world.figures["contract_rest_months"]
    for bill in state.world.household.bills:
        if bill.creditor == unpaid.creditor:
            rest = bill_amount(state, bill) * months
            post(state, ("rule", "end_of_contract"), "expense:contracts", f"debt:arrears:{unpaid.key}", rest)
            unpaid.items = (*unpaid.items, (bill.id, state.month, rest))
            state.running = (
                *state.running,
                Running(
                    "bill",
                    bill.id,
                    -bill.amount,
                    0,
                    state.month + 1,
                    state.month + 1 + months,
                    ("rule", "end_of_contract"),
                ),
            )


def _assign(state: State, unpaid: Unpaid) -> None:
    if unpaid.garnish == NOT_GARNISHED:  # no judge, no waiting: paid over at once
        unpaid.garnish = state.month + 1 - state.world.figures["garnishment_kept_months"]


def _call_in(state: State, unpaid: Unpaid) -> None:
    """The whole credit is one claim; of an account, all that is under zero."""
    state.agreements.pop(unpaid.key, None)
    line = state.lines.get(unpaid.key)
    if line:
        line.called_in, line.blocked = True, True
        line.missed = line.missed_count = 0
        unpaid.items = ((line.id, unpaid.since, owed(state, f"debt:{line.id}")),)
    elif unpaid.key == OVERDRAFT:
        used = max(0, -state.balance.get(CURRENT, 0))
        post(state, ("rule", "called_in"), CURRENT, f"debt:arrears:{OVERDRAFT}", used)
        state.opening += used
        state.limit = 0
        unpaid.items = (*unpaid.items, (OVERDRAFT, unpaid.since, used))


def _limit_cut(state: State, unpaid: Unpaid) -> None:
    line = state.lines.get(unpaid.key)
    step = state.world.figures["limit_step"]
    if line:
        line.limit = -(-line.limit // 2 // step) * step
    else:
        state.limit = -(-state.limit // 2 // step) * step


def _repossess(state: State, unpaid: Unpaid) -> None:
    line = state.lines.get(unpaid.key)
    if line:
        cents = half_up(owed(state, f"debt:{line.id}") * state.world.figures["car_sale_percent"], 10_000)
        post(state, ("rule", "repossessed"), f"debt:{line.id}", "income:sale", cents)
        take_off(state, line.id, cents)
        state.flags -= {"car"}


def _evict(state: State, _: Unpaid) -> None:
    state.mood += state.world.figures["morale_eviction"]
    state.strain += state.world.figures["health_eviction"]
    state.flags |= {"evicted"}
    state.said = (*state.said, Message("said.evicted"))


def _bailiff(state: State, _: Unpaid) -> None:
    state.mood += state.world.figures["morale_bailiff"]


def _order(state: State, unpaid: Unpaid) -> None:
    state.flags |= {f"order:{unpaid.key}"}


def _garnish(state: State, unpaid: Unpaid) -> None:
    if unpaid.garnish == NOT_GARNISHED:
        unpaid.garnish = state.month + 1


def _seize(state: State, _: Unpaid) -> None:
    state.mood += state.world.figures["seizure_morale"]


def _family_late(state: State, _: Unpaid) -> None:
    state.mood += state.world.figures["family_late"]
    state.flags |= {FAMILY_WAITED}


DOES: dict[str, Callable[[State, Unpaid], None]] = {
    "court": _court,
    "block": _block,
    "cut": _cut,
    "end_contract": _end_contract,
    "assignment": _assign,
    "call_in": _call_in,
    "limit_cut": _limit_cut,
    "repossess": _repossess,
    "evict": _evict,
    "bailiff": _bailiff,
    "order": _order,
    "garnish": _garnish,
    "seize": _seize,
    "family_late": _family_late,
}

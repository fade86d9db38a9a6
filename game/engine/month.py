"""A month: the seven steps, always in this order (rules.md 3)."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.advice import advice_due
from game.engine.calls import reason_to_ask
from game.engine.cards import draw
from game.engine.closing import close, pay_bills
from game.engine.conditions import holds
from game.engine.court import orders, pay_over
from game.engine.credit import charge_interest, overdraft_interest
from game.engine.demands import letters_stay_closed
from game.engine.earning import come_in, energy_bill, repay_running, start_losses
from game.engine.effects import Origin, apply
from game.engine.living import RANK, buffer, dues, unusual
from game.engine.offers import draw_offer
from game.engine.parting import lose_one, move_out
from game.engine.posting import CURRENT, post
from game.engine.rights import bring_into_sight, claimable, open_rights
from game.engine.signs import platform_calls
from game.engine.triage import offered, open_triage, take
from game.model.game import Due, Letter
from game.model.message import Message
from game.model.state import State

SERVICE = ("instalment", "interest", "agreed")
KEPT_LETTERS = 12


def begin(state: State) -> None:
    """A new month: last month's counters go."""
    state.opening = state.balance.get(CURRENT, 0)
    state.opening_buffer = buffer(state)
    state.half_days = 0
    state.call_used = False
    state.month_levels = {}
    state.dues = []
    state.one_offs = ()
    state.triage = None
    state.borrowed = state.earmarked = state.swapped = 0
    state.income = state.interest = state.fees = state.served = 0
    state.due_once = state.due_secured = state.windfall = 0
    state.missed_now = state.unpaid_now = 0
    state.said = ()
    state.counts = {}
    kept = [letter for letter in state.mail if _stays(state, letter)]
    white = [letter for letter in kept if letter.level == "white"]
    old = {letter.id for letter in white[:-KEPT_LETTERS]}
    state.mail = tuple(letter for letter in kept if letter.id not in old)
    state.flags = frozenset(flag for flag in state.flags if flag != "card_advance")


def _stays(state: State, letter: Letter) -> bool:
    return not letter.opened or letter.creditor in state.unpaid or letter.month >= state.month


def pay(state: State) -> None:
    """1: money comes in; who parts has moved out before."""
    begin(state)
    move_out(state)
    come_in(state)


def shock(state: State) -> None:
    """2: at most one new shock, if its condition holds now."""
    for month, name in state.world.schedule:
        if month == state.month:
            befall(state, name)


def befall(state: State, name: str) -> None:
    """The shock's letter, what changes, which rights open."""
    terms = state.world.shocks[name]
    if not holds(state, terms.when):
        return
    state.happened[name] = state.month
    if terms.big:
        state.mood += state.world.figures["morale_big_shock"]
        state.strain += state.world.figures["health_big_shock"]
    if terms.kind == "death":
        lose_one(state, name)
    start_losses(state, name)
    apply(state, terms.effects, Origin(("shock", name), terms.title, chosen=state.month))
    letter = shock_letter(state, name)
    state.mail = (*state.mail, letter)
    for right in terms.rights:
        bring_into_sight(state, right)
    open_now = set(claimable(state))
    if any(right in open_now and state.world.rights[right].ask == "letter" for right in terms.rights):
        state.queue = (*state.queue, ("shock", name))


def shock_letter(state: State, name: str) -> Letter:
    """The letter in which the shock comes."""
    terms = state.world.shocks[name]
    month = state.happened.get(name, state.month)
    values = (("month", month),)
    sender = f"shock.{name}.sender" if terms.sender else terms.title
    return Letter(
        f"shock.{name}",
        month,
        "white",
        Message(sender),
        Message(terms.title),
        Message(terms.letter, values),
        Message(terms.plain, values),
        "icon_shock",
    )


def mail(state: State) -> None:
    """3: interest, bills, letters, an offer, the platform."""
    charge_interest(state)
    pay_over(state)
    repay_running(state)
    open_rights(state)
    energy = energy_bill(state)
    if energy > 0:
        state.one_offs = (
            *state.one_offs,
            Due(
                "energy_bill",
                RANK["one_off"],
                energy,
                "expense:energy",
                "one_off",
                Message("due.energy_bill"),
                "energy",
                cause=("contract", "energy"),
            ),
        )
    elif energy < 0:
        post(state, ("contract", "energy"), CURRENT, "expense:energy", -energy)
        state.income -= energy
        state.windfall -= energy
    if interest := overdraft_interest(state):
        state.one_offs = (*state.one_offs, interest)
    if state.world.recording:
        state.mail = (*state.mail, *bill_letters(state))
    draw_offer(state)
    for key in orders(state):
        state.queue = (*state.queue, ("order", key))
    if platform_calls(state):
        state.queue = (*state.queue, ("platform", "call"))
    if advice_due(state):
        state.queue = (*state.queue, ("talk", "adviser"))
    already = len(state.rows) > 1 and state.rows[-2].morale < state.world.figures["letters_closed_under"]
    if letters_stay_closed(state) and not already:
        state.said = (*state.said, Message("said.letters_closed"))


def bill_letters(state: State) -> list[Letter]:
    """The white letters: bills that do not come every month."""
    letters: list[Letter] = []
    for due in unusual(state):
        kind = state.world.content.creditors.get(due.creditor)
        if due.kind != "one_off" or kind is None:
            continue
        name = f"creditor.{kind.id}.steps.bill"
        values = (("amount", due.amount), ("date", state.month), ("fee", 0))
        letters.append(
            Letter(
                f"bill.{due.id}",
                state.month,
                "white",
                Message(kind.name),
                due.name,
                Message(f"{name}.letter", values),
                Message(f"{name}.plain", values),
                kind.icon,
                due.creditor,
                due.amount,
            )
        )
    return letters


def dilemma(state: State) -> None:
    """4: none, one or two cards; the fixed one in the trial month."""
    if state.world.settings.trial and (card := state.world.household.trial):
        state.queue = (*state.queue, ("dilemma", card))
        return
    draw(state)


def call(state: State) -> None:
    """5: the telephone, if it is unused and there is a reason that was not put aside."""
    reasons = reason_to_ask(state)
    new = reasons - state.reasons
    if not state.call_used and reasons and (new or state.month >= state.call_quiet):
        state.queue = (*state.queue, ("call", "who"))
    state.reasons = reasons


def bills(state: State) -> None:
    """6: what is due; if the money does not reach, the triage."""
    state.dues = dues(state)
    state.served = sum(due.amount for due in state.dues if due.kind in SERVICE)
    state.due_secured = sum(due.amount for due in state.dues if due.rank == RANK["secured"])
    state.due_once = sum(due.amount for due in state.dues if due.kind == "one_off" or due.rank == RANK["optional"])
    if open_triage(state):
        state.queue = (*state.queue, ("triage", "month"))
        answer_alone(state)


def answer_alone(state: State) -> None:
    """An option that is the only one left is no question: it is taken by itself."""
    while state.queue and state.queue[0][0] == "triage" and len(live := offered(state)) == 1:
        if live[0][0] == "close":
            state.queue = state.queue[1:]
        else:
            take(state, live[0][0])


def end(state: State) -> None:
    """7: the bills are paid, the month closes."""
    if state.triage:
        state.last_triage = tuple(name for name, _ in state.triage.fills)
    pay_bills(state)
    close(state)
    for line in state.lines.values():
        line.cash = line.charged = line.paid = 0
    if state.world.recording:
        state.ledger = (*state.ledger, tuple(state.posted))
    state.posted = []


STEPS: tuple[Callable[[State], None], ...] = (pay, shock, mail, dilemma, call, bills, end)


def run(state: State) -> None:
    """Go on until a question is in the queue or the game is over. `step` is the step to do next."""
    while not state.over and not state.queue:
        STEPS[state.step](state)
        state.step += 1
        if state.step == len(STEPS):
            state.step = 0
            state.month += 1
            if state.month >= state.world.months:
                state.over = "months_over"

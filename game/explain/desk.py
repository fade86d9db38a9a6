"""What lies on the table in a month: the account, six envelopes, what is owed, the mail, the months before.

Read from a running game for whoever shows it; nothing is changed. In the month this month's pay has been
shared out to its envelopes already, so the account is what stands beside them: as the last month left it, less
what was decided since, plus what came unasked. `outlook` says where it will end.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.calls import reachable
from game.engine.credit import limit_now
from game.engine.living import dues, envelope_cost, known_envelopes
from game.engine.parting import SEPARATION
from game.engine.posting import CURRENT, owed
from game.engine.triage import available
from game.model.game import Letter
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month, Rate

YEAR = 12
FIXED = ("rent", "energy")
_POCKETS = {
    "rent": ("housing",),
    "food": ("food",),
    "energy": ("energy",),
    "transport": ("transport",),
    "children": ("children", "health", "clothes"),
    "leisure": ("leisure",),
}


@dataclass(frozen=True, slots=True)
class Family:
    """Who is on the photo."""

    picture: str
    names: Message


@dataclass(frozen=True, slots=True)
class Pocket:
    """One envelope of the table in cents: what the plan puts in, what is in it, a normal month of it."""

    id: str  # rent, home, food, energy, transport, children, health, leisure
    planned: Cents
    there: Cents
    normal: Cents

    @property
    def paid(self) -> bool:
        """A fixed sum that this month's money covers."""
        return self.id in (*FIXED, "home") and self.there >= self.planned


@dataclass(frozen=True, slots=True)
class Owed:
    """One debt: to whom, how much, on what terms. `overdue`: a bill or an instalment that was not paid."""

    name: Message
    amount: Cents
    rate: Rate = 0  # shown for what has no fixed end
    instalment: Cents = 0
    months: int = 0
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """One month at the table. `marks`: (month, picture) of what came in the months of this year."""

    month: Month
    months: int
    year: int
    household: str
    picture: str
    names: Message
    account: Cents
    limit: Cents
    pockets: tuple[Pocket, ...]
    debts: tuple[Owed, ...]
    mail: tuple[Letter, ...]
    marks: tuple[tuple[Month, str], ...]
    call_used: bool
    adviser: bool  # whether the adviser can be called
    trial: bool

    @property
    def first(self) -> Month:
        """The first month of this year of the game."""
        return self.month // YEAR * YEAR

    @property
    def debt(self) -> Cents:
        """All that is owed."""
        return sum(debt.amount for debt in self.debts)


def desk(state: State) -> Desk:
    """The table as it stands."""
    household = state.world.household
    account = account_beside(state)
    photo = family(state, state.month)
    return Desk(
        month=state.month,
        months=state.world.months,
        year=household.start_year + (household.start_month - 1 + state.month) // YEAR,
        household=household.id,
        picture=photo.picture,
        names=photo.names,
        account=account,
        limit=limit_now(state),
        pockets=pockets(state),
        debts=debts(state, account),
        mail=state.mail,
        marks=marks(state),
        call_used=state.call_used,
        adviser=any(call.does == "adviser" for _, call in reachable(state)),
        trial=state.world.settings.trial,
    )


def family(state: State, month: Month) -> Family:
    """The photo of a month: without who has moved out or died by then."""
    household = state.world.household
    if household.apart_names and month >= alone_from(state):
        return Family(household.apart_picture, Message(household.apart_names))
    return Family(household.picture, Message(household.names or household.title))


def alone_from(state: State) -> Month:
    """The month from which one of two adults does not live here any more; past the game if none."""
    delays = {SEPARATION: state.world.figures["separation_move_after"], "death": 0}
    found = [
        month + delays[kind]
        for name, month in state.happened.items()
        if (kind := state.world.shocks[name].kind) in delays
    ]
    return min(found) if found and state.left else state.world.months + 1


def account_beside(state: State) -> Cents:
    """The account beside the envelopes: without this month's regular income, less what was decided this month."""
    decided = sum(due.amount for due in state.one_offs if due.cause[0] == "answer")
    return state.balance.get(CURRENT, 0) - (state.income - state.windfall) - decided


def pockets(state: State) -> tuple[Pocket, ...]:
    """The six envelopes, filled in the order in which bills are paid; one without money in the plan is left out."""
    household = state.world.household
    have = available(state)
    planned: dict[str, Cents] = {}
    there: dict[str, Cents] = {}
    for due in state.dues or dues(state):
        name = "housing" if due.account == "expense:housing" else due.id.removesuffix("_more")
        covered = max(0, min(due.amount, have))
        have -= due.amount
        planned[name] = planned.get(name, 0) + due.amount
        there[name] = there.get(name, 0) + covered
    normal = {envelope.id: envelope_cost(state, envelope, "normal") for envelope in known_envelopes(state)}
    used = {name: state.counts.get(f"envelope.{name}", 0) for name in normal}
    found = [
        Pocket(
            _called(id, household.home, normal),
            sum(planned.get(name, 0) for name in names),
            sum(max(0, there.get(name, 0) - used.get(name, 0)) for name in names),
            sum(normal.get(name, planned.get(name, 0)) for name in names),
        )
        for id, names in _POCKETS.items()
    ]
    return tuple(pocket for pocket in found if pocket.planned or pocket.normal)


def _called(id: str, home: str, normal: dict[str, Cents]) -> str:
    """An owner has a home and no rent; a house without children has health and clothes."""
    if id == "rent" and home != "tenant":
        return "home"
    return "health" if id == "children" and not normal.get("children") else id


def debts(state: State, account: Cents) -> tuple[Owed, ...]:
    """All that is owed: credits, the account under zero, bills not paid."""
    found = []
    for line in state.lines.values():
        amount = owed(state, f"debt:{line.id}")
        if amount > 0 and line.kind != "overdraft":
            rate = 0 if line.months else line.rate
            overdue = bool(line.missed) or line.called_in
            found.append(Owed(Message(line.name), amount, rate, line.instalment, line.months, overdue))
    if account < 0:
        found.append(Owed(message("month.overdraft"), -account, state.world.figures["overdraft_rate"]))
    for key, unpaid in state.unpaid.items():
        amount = owed(state, f"debt:arrears:{key}")
        if amount > 0:
            found.append(Owed(Message(f"creditor.{unpaid.creditor}.name"), amount, overdue=True))
    return tuple(found)


def marks(state: State) -> tuple[tuple[Month, str], ...]:
    """The picture of each past month of this year: its shock before its card, its card before its joy."""
    world = state.world
    joys = {f"joy.{joy.id}": joy.picture for joy in world.household.joys}
    cards = {name: card.picture for name, card in world.cards.items()}
    shocks = {name: shock.picture for name, shock in world.shocks.items()}
    found: dict[Month, str] = {}
    for pictures, happened in ((joys, state.played), (cards, state.played), (shocks, state.happened)):
        for name, month in happened.items():
            if pictures.get(name) and state.month // YEAR * YEAR <= month < state.month:
                found[month] = pictures[name]
    return tuple(sorted(found.items()))

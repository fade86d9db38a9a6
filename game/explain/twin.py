"""The same household twice: as it was played, and the same luck and answers without the shocks.

The twin is the game replayed with every kind of shock of its schedule left out. Answers that are not
offered there are given by the adviser's rules. It can be computed step by step, so that a window stays awake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.engine.adviser import careful
from game.engine.play import answer, new_game
from game.engine.quantities import tipping_month
from game.engine.record import follow
from game.engine.rows import opening_debt
from game.model.game import STAGES, Row
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month

SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One plain sentence of what happened, the picture beside it, and its month if it has one."""

    picture: str
    text: Message
    tone: str = "teal"
    month: Month | None = None


def without_shocks(state: State) -> State:
    """The twin, played as far as the game itself."""
    twin = state
    for reached in replaying(state):
        twin = reached
    return twin


def replaying(state: State) -> Iterator[State]:
    """The twin after each answer, the last one as far as the game was played. Recording is off."""
    world = state.world
    kinds = {world.shocks[name].kind for _, name in world.schedule}
    settings = replace(world.settings, without=tuple(sorted({*world.settings.without, *kinds})))
    content, household = world.content, world.household.id
    twin = new_game(content, household, world.seed, world.months, settings, world.moves, recording=False)
    yield twin
    for given in state.answers:
        twin, _ = follow(twin, (given,))
        yield twin
    while not twin.over and twin.queue and len(twin.rows) < len(state.rows):
        twin = answer(twin, careful(twin))
        yield twin


def owed(rows: tuple[Row, ...]) -> tuple[Cents, ...]:
    """What was owed at each close on account, cards, loans and bills; what a home or a car secures is left out."""
    return tuple(row.fragile for row in rows)


def own(rows: tuple[Row, ...]) -> tuple[Cents, ...]:
    """The household's own money at each close: the account above zero and the savings."""
    return tuple(row.buffer for row in rows)


def apart(state: State, twin: State) -> Cents:
    """How much worse the game stands than its twin at their last common close: more owed and less kept."""
    last = min(len(state.rows), len(twin.rows)) - 1
    if last < 0:
        return 0
    played, calm = state.rows[last], twin.rows[last]
    return (played.fragile - played.buffer) - (calm.fragile - calm.buffer)


def tipped(state: State) -> Month | None:
    """The first month in which the household borrowed to pay its debts."""
    return tipping_month(state.rows, opening_debt(state))


def shocks(state: State) -> list[tuple[Month, Message]]:
    """What came, in order."""
    found = sorted((month, name) for name, month in state.happened.items())
    return [(month, Message(state.world.shocks[name].title)) for month, name in found if month < len(state.rows)]


def story(state: State, twin: State | None) -> tuple[Told, ...]:
    """Three plain sentences, chosen by what happened: what came and cost, when it turned, which door was used."""
    told = [*_turn(state), *_doors(state), *_worst(state), *_stood(state)]
    first = _cost(state, twin) if twin is not None else []
    return tuple((*first, *told)[:SENTENCES])


def _cost(state: State, twin: State) -> list[Told]:
    difference = apart(state, twin)
    came = shocks(state)
    if not came:
        return [Told("calendar", message("explain.twin.no_shock"))]
    month = came[0][0]
    if difference > 0:
        return [Told("icon_shock", message("explain.twin.worse", amount=difference), "brick", month)]
    return [Told("icon_shield", message("explain.twin.held", amount=-difference), "teal", month)]


def _turn(state: State) -> list[Told]:
    month = tipped(state)
    if month is not None:
        return [Told("icon_wait", message("explain.twin.tipping", month_year=month), "amber", month)]
    unpaid = next((row.month for row in state.rows if row.arrears), None)
    if unpaid is not None:
        return [Told("icon_wait", message("explain.twin.first_unpaid", month_year=unpaid), "amber", unpaid)]
    return []


def _doors(state: State) -> list[Told]:
    asked = sorted((known.asked, name) for name, known in state.rights.items() if known.asked >= 0)
    found = []
    if 0 <= state.adviser < len(state.rows):
        found.append(
            Told("icon_phone", message("explain.twin.adviser", month_year=state.adviser), "teal", state.adviser)
        )
    if asked:
        month, name = asked[0]
        right = Message(state.world.rights[name].title)
        found.append(Told("icon_check", message("explain.twin.right", month_year=month, right=right), "teal", month))
    missed = [name for name, known in state.rights.items() if known.status in ("open", "lost")]
    if missed and not asked:
        found.append(Told("icon_phone", message("explain.twin.rights_open", n=len(missed))))
    return found


def _worst(state: State) -> list[Told]:
    """The last month of the worst stage, and where help is when that is where it ended."""
    if not state.rows:
        return []
    last = state.rows[-1]
    if STAGES.index(last.stage) >= STAGES.index("stretched"):
        return [Told("icon_office", message("explain.twin.help"))]
    return []


def _stood(state: State) -> list[Told]:
    """For a game in which little happened: the lowest account, and the joys."""
    if not state.rows:
        return []
    low = min(state.rows, key=lambda row: row.account)
    found = [
        Told("icon_bank", message("explain.twin.lowest", month_year=low.month, amount=low.account), "amber", low.month)
    ]
    joys = sum(answer.option == "go" for answer in state.answers if answer.question.startswith("joy."))
    if joys:
        found.append(Told("lamp", message("explain.twin.joys", n=joys)))
    found.append(Told("icon_office", message("explain.twin.help")))
    return found

"""The end of a game as a picture's data: two lines of what was owed and of own money, and the months that mattered."""

from __future__ import annotations

from dataclasses import dataclass

from game.explain.desk import family
from game.explain.twin import Told, apart, owed, own, shocks, story, tipped
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents, Month


@dataclass(frozen=True, slots=True)
class Mark:
    """A month that mattered: its picture, its colour, what it was."""

    month: Month
    picture: str
    tone: str
    text: Message


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the end page shows. The calm lines are empty until the twin is computed.

    Money is cents, one entry a closed month. `apart` is how much worse the game ended than its twin.
    """

    household: str
    seed: int
    months: int
    owed: tuple[Cents, ...]
    own: tuple[Cents, ...]
    calm_owed: tuple[Cents, ...]
    calm_own: tuple[Cents, ...]
    apart: Cents
    marks: tuple[Mark, ...]
    told: tuple[Told, ...]
    ending: Message | None
    picture: str
    shocked: bool


def timeline(state: State, twin: State | None) -> Timeline:
    """The end of this game; without a twin as far as it is known already."""
    household = state.world.household
    stage = state.rows[-1].stage if state.rows else "stable"
    rows = twin.rows[: len(state.rows)] if twin else ()
    return Timeline(
        household.id,
        state.world.seed,
        state.world.months,
        owed(state.rows),
        own(state.rows),
        owed(rows),
        own(rows),
        apart(state, twin) if twin else 0,
        _marks(state),
        story(state, twin),
        next((Message(text) for name, text in household.endings if name == stage), None),
        family(state, state.month).picture,
        bool(shocks(state)),
    )


def _marks(state: State) -> tuple[Mark, ...]:
    """Shocks, the month of turning, the first door that was used: in the order of months, one a month."""
    found = {month: Mark(month, "icon_shock", "brick", title) for month, title in shocks(state)}
    if (month := tipped(state)) is not None and month not in found:
        found[month] = Mark(month, "icon_wait", "amber", message("end.mark_turn"))
    asked = sorted(known.asked for known in state.rights.values() if 0 <= known.asked < len(state.rows))
    if asked and asked[0] not in found:
        found[asked[0]] = Mark(asked[0], "icon_check", "teal", message("end.mark_right"))
    if 0 <= state.adviser < len(state.rows) and state.adviser not in found:
        found[state.adviser] = Mark(state.adviser, "icon_phone", "teal", message("end.mark_adviser"))
    return tuple(found[month] for month in sorted(found))

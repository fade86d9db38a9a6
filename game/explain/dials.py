"""Six dials, never summed: what the game ended with, each beside where the adviser's rules would have ended."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.adviser import needs_advice
from game.engine.living import worth
from game.explain.debrief import Dial
from game.explain.forks import Played
from game.explain.levers import mean_morale
from game.explain.tracing import coins
from game.explain.whose import traced
from game.model.message import Message, message
from game.model.state import Entry, State
from game.model.units import Cents, Month

HOME = ("landlord", "energy")
AGREED = ("ask.", "parts.")
TALKS = ("rights_and_parts", "with_course", "micro_credit")
FULL, HALF = 100, 50  # per cent of a month of essentials
LATE_POINTS = 5  # for each month in which advice was needed and not yet asked
LAST = 6  # months looked at for the buffer
GREY = "grey"

Found = tuple[int | None, str]


def dials(state: State, played: Played, careful: State) -> tuple[Dial, ...]:
    """All six of a recorded game, beside the recorded run by the adviser's rules."""
    mine, theirs = _numbers(state, played.advice), _numbers(careful, _advice(careful))
    return tuple(Dial(id, *mine[id], *theirs[id], message(f"explain.dial.{id}"), _word(id, *mine[id])) for id in mine)


def _numbers(state: State, advice: Month | None) -> dict[str, Found]:
    row = state.rows[-1]
    return {
        "solvency": _solvency(row.projected, row.stage_raw == "over_indebted" and row.in_plan),
        "buffer": _buffer(state),
        "credit": _credit(state),
        "essentials": _essentials(state),
        "morale": _from_above(mean_morale(state), (60, 45, 30)),
        "rights": _rights(state, advice),
    }


def _advice(state: State) -> Month | None:
    """For the adviser's own run: advice comes when it is needed."""
    return state.month if needs_advice(state) else None


def _solvency(months: int, procedure: bool) -> Found:
    return months, "red" if procedure else _from_below(months, (12, 36, 84))[1]


def _from_below(number: int, steps: tuple[int, int, int]) -> Found:
    colours = ("green", "yellow", "orange", "red")
    return number, colours[sum(number > step for step in steps)]


def _from_above(number: int, steps: tuple[int, int, int]) -> Found:
    colours = ("green", "yellow", "orange", "red")
    return number, colours[sum(number < step for step in steps)]


def _buffer(state: State) -> Found:
    row = state.rows[-1]
    percent = FULL * row.buffer // row.essentials if row.essentials else FULL
    if sum(each.buffer == 0 for each in state.rows[-LAST:]) >= 3:
        return percent, "red"
    return percent, "green" if percent >= FULL else "yellow" if percent >= HALF else "orange"


def _credit(state: State) -> Found:
    ten = coins(traced(state).paid)
    if not ten:
        return None, GREY
    return _from_below(ten["interest"] + ten["fees"], (1, 2, 4))


def _essentials(state: State) -> Found:
    """Months in which something essential could not be bought, or rent or energy stayed unpaid."""
    cuts = [row.cut - before for row, before in zip(state.rows, (0, *(row.cut for row in state.rows)), strict=False)]
    unpaid = list(home_unpaid(state))
    months = sum(cut > 0 or left for cut, left in zip(cuts, unpaid, strict=True))
    number, colour = _from_below(months, (0, 2, 5))
    hungry = sum(cut > _before_food(state) for cut in cuts)
    return number, "red" if hungry >= 2 else colour


def _before_food(state: State) -> Cents:
    """What going without takes from all envelopes but food, which comes last."""
    return sum(
        each.tight - each.tight // 2
        for each in state.world.household.envelopes
        if each.id not in ("food", "saving") and not each.creditor
    )


def home_unpaid(state: State) -> Iterator[bool]:
    """For each closed month whether rent or energy stayed unpaid at its end; what was agreed in parts is not unpaid."""
    owed = dict.fromkeys(HOME, 0)
    open_bills = dict.fromkeys(HOME, False)
    for month, entries in enumerate(state.ledger):
        options = {given.option for given in state.answers if given.month == month}
        for creditor in HOME:
            before = owed[creditor]
            owed[creditor] += _moved(entries, f"debt:arrears:{creditor}")
            if owed[creditor] > before:
                open_bills[creditor] = True
            agreed = {f"{word}{creditor}" for word in AGREED} & options or options & {"adviser", *TALKS}
            if agreed or owed[creditor] <= 0:
                open_bills[creditor] = False
        yield any(open_bills.values())


def _moved(entries: tuple[Entry, ...], account: str) -> Cents:
    return sum((source == account) * cents - (to == account) * cents for _, _, to, source, cents in entries)


def _rights(state: State, advice: Month | None) -> Found:
    """Euros of rights received, of those that asking at once would have brought; less for help that came late."""
    received, possible = _rights_money(state)
    late = 0
    if advice is not None:
        first = state.adviser if state.adviser >= 0 else len(state.rows)
        late = max(0, min(first, len(state.rows)) - advice)
    if not possible and advice is None:
        return None, GREY
    share = 100 * received // possible if possible else 100
    return _from_above(max(0, share - LATE_POINTS * late), (90, 60, 30))


def _rights_money(state: State) -> tuple[Cents, Cents]:
    got: dict[str, Cents] = {}
    for entries in state.ledger:
        for _, _, _, source, cents in entries:
            if source.startswith("income:right:"):
                name = source.removeprefix("income:right:")
                got[name] = got.get(name, 0) + cents
    received = possible = 0
    for name, known in state.rights.items():
        if state.world.rights[name].ask == "self" or known.opened >= len(state.rows):
            continue
        paid = got.get(name, 0)
        at_once = _worth(state, name, known.opened)
        later = _worth(state, name, known.asked) if known.asked >= 0 else 0
        received += paid
        possible += paid + max(0, at_once - later)
    return received, possible


def _worth(state: State, name: str, asked: Month) -> Cents:
    """What this right brings until the end of the closed months when it is asked for in that month."""
    right = state.world.rights[name]
    first = asked + max(1, right.delay)
    months = len(state.rows) - first
    if months <= 0:
        return 0
    monthly, once = worth(state, right.monthly), worth(state, right.once)
    behind = max(0, right.delay - 1) if right.back_pay else 0
    return once + monthly * (min(months, right.months) if right.months else months) + monthly * behind


def _word(id: str, number: int | None, colour: str) -> Message:
    """What the needle says."""
    if number is None:
        return message("explain.dial.not_needed" if id == "rights" else "explain.dial.nothing_paid")
    if id == "solvency" and number >= 999:
        return message("explain.dial.solvency_never")
    if id == "solvency" and number == 0:
        return message("explain.dial.solvency_free")
    if id == "buffer" and colour == "red":
        return message("explain.dial.buffer_none")
    if id == "essentials" and number == 0:
        return message("explain.dial.essentials_all")
    if id == "morale":
        return message(f"explain.dial.morale_{colour}")
    if id == "rights":
        return message(f"explain.dial.rights_{colour}")
    if id == "buffer":
        return message("explain.dial.buffer_share", percent=100 * number)
    return message(f"explain.dial.{id}_word", n=number)

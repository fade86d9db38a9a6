"""What would have helped: one lever, or two or three, pulled in one month of the game (spiral.md 4.1).

Everything before that month is as it was. From it on, questions of the lever's kind are answered by the
adviser's rule; a call that belongs to it (a right, the bank, free advice) is made in that very month, if it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from game.engine.adviser import table_choice
from game.engine.calls import reachable
from game.engine.play import answer
from game.engine.questions import option_ids
from game.engine.rights import claimable
from game.engine.standing import change
from game.explain.coalitions import value
from game.explain.debrief import LEVERS, Lever, Levers
from game.explain.forks import PIECE, Branch, Pieces, Played, Stands, at_once, step
from game.explain.marks import clear
from game.model import effects as e
from game.model.message import message
from game.model.state import State
from game.model.units import Month

SETS = tuple(levers for size in (2, 3) for levers in combinations(LEVERS, size))
YEAR = 12


def singles(played: Played) -> Iterator[Lever | None]:
    """Every lever alone, in every month that asked something; None is a pause."""
    for branch in played.months:
        for lever in LEVERS:
            yield (yield from _pulled(played, branch, (lever,)))


def sets(played: Played) -> Iterator[Lever | None]:
    """Every two and every three levers, in every month that asked something; None is a pause."""
    for branch in played.months:
        for levers in SETS:
            yield (yield from _pulled(played, branch, levers))


def chosen(played: Played, alone: Sequence[Lever], together: Sequence[Lever]) -> Levers:
    """The best single lever, the best set, the one that is best for morale; what does not help is left out."""
    shown: list[Lever] = []
    helping = [lever for lever in alone if lever.gain > 0]
    if helping:
        best = max(helping, key=lambda lever: (lever.gain, lever.month))
        shown.append(replace(best, role="best"))
        wider = [lever for lever in together if lever.gain > best.gain]
        if wider:
            shown.append(
                replace(max(wider, key=lambda lever: (lever.gain, -len(lever.levers), lever.month)), role="set")
            )
        usual = mean_morale(played.end)
        gentle = [lever for lever in helping if lever.morale > usual and lever.levers != best.levers]
        if gentle:
            shown.append(replace(max(gentle, key=lambda lever: (lever.morale, lever.gain, lever.month)), role="morale"))
    return Levers(tuple(shown), tuple(_plain(lever) for lever in alone), tuple(_best_of_month(together)))


def branch_of(played: Played, month: Month) -> Branch:
    """The first question of that month, or of the next month that has one; else of the last that has."""
    later = [branch for branch in played.months if branch.month >= month]
    return later[0] if later else played.months[-1]


def pulled(played: Played, branch: Branch, levers: tuple[str, ...]) -> Lever:
    """What these levers come to when they are pulled at this branch."""
    return at_once(_pulled(played, branch, levers))


def _pulled(played: Played, branch: Branch, levers: tuple[str, ...]) -> Pieces[Lever]:
    end = yield from _end_of(played, branch, levers, frozenset())
    row = end.rows[-1]
    return Lever(
        levers,
        branch.month,
        value(played.end) - value(end),
        row.fragile,
        mean_morale(end),
        tuple(message(f"explain.lever.{lever}") for lever in levers),
        message(f"explain.effort.{levers[0]}"),
        tuple(each.fragile for each in end.rows),
        clear(row),
    )


def mean_morale(state: State) -> int:
    """Morale of the last twelve months, rounded down."""
    rows = state.rows[-YEAR:]
    return sum(row.morale for row in rows) // len(rows)


def end_of(played: Played, branch: Branch, levers: tuple[str, ...], off: frozenset[str] = frozenset()) -> State:
    """The end of the game with these levers pulled at this branch, and without these groups of choices."""
    return at_once(_end_of(played, branch, levers, off))


def _end_of(played: Played, branch: Branch, levers: tuple[str, ...], off: frozenset[str]) -> Pieces[State]:
    stands = unless(levers, off)
    last = branch.month + len(levers)  # one call a month: the second lever may need the next one
    wanted = [lever for lever in levers if lever in RAISED]
    asked = 0
    while not branch.state.over:
        asked += 1
        if asked % PIECE == 0:
            yield None
        if wanted and branch.month < last and (found := _call(branch.state, wanted)):
            lever, option = found
            wanted.remove(lever)
            branch = _called(branch, option)
        else:
            branch = step(branch, played.choices, stands)
    return branch.state


def unless(levers: Sequence[str], off: frozenset[str] = frozenset()) -> Stands:
    """The player's answers stand, but for those of the levers' kinds and of these groups."""

    def stands(state: State, group: str, question: str, option: str) -> bool:
        return group not in off and not any(TAKES[lever](state, group, question, option) for lever in levers)

    return stands


def _call(state: State, levers: Sequence[str]) -> tuple[str, str] | None:
    """Which of the levers' calls can be made now, and the option that makes it."""
    if state.call_used:
        return None
    if state.triage:
        return ("advice", "adviser") if "advice" in levers and "adviser" in option_ids(state) else None
    live = [name for name, _ in reachable(state)]
    for lever in levers:
        for option in RAISED[lever](state):
            if option in live:
                return lever, option
    return None


def _called(branch: Branch, option: str) -> Branch:
    if branch.state.queue[0][0] in ("call", "triage"):
        return branch.on(answer(branch.state, option))
    state = branch.state.copy()
    change(state, f"call.any:{option}")
    return replace(branch, state=state)


def _best_of_month(together: Sequence[Lever]) -> Iterator[Lever]:
    for month in dict.fromkeys(lever.month for lever in together):
        yield _plain(max((each for each in together if each.month == month), key=lambda lever: lever.gain))


def _plain(lever: Lever) -> Lever:
    return replace(lever, line=())


def _rights(state: State, group: str, question: str, _option: str) -> bool:
    return group == "rights" or (question == "call.who" and table_choice(state).startswith("right."))


def _bank(state: State, group: str, question: str, _option: str) -> bool:
    if group != "credit":
        return False
    return question.startswith("call.") or _has(state, question, e.Reschedule)


def _advice(state: State, group: str, question: str, _option: str) -> bool:
    if group != "late":
        return False
    if question.startswith(("platform.", "call.adviser")):
        return True
    return question in ("call.who", "triage.month") and table_choice(state) == "adviser"


def _letters(state: State, group: str, question: str, _option: str) -> bool:
    if group != "late":
        return False
    if question.startswith(("mail.", "order.", "triage.")):
        return True
    return question == "call.who" and table_choice(state).startswith("parts.")


def _leftover(_state: State, _group: str, question: str, _option: str) -> bool:
    return question == "plan.spare"


def _wishes(state: State, group: str, question: str, option: str) -> bool:
    if question.startswith("triage.") and option.startswith("instalments."):
        return True
    if question.startswith("offer."):
        return True
    return group in ("spend", "credit") and _has(state, question, e.Borrow, option)


def _has(state: State, question: str, effect: type[e.Borrow | e.Reschedule], option: str = "") -> bool:
    """Whether this card, or its one option, holds such an effect."""
    card = state.world.cards.get(question.removeprefix("dilemma.")) if question.startswith("dilemma.") else None
    choices = card.choices if card else ()
    return any(isinstance(each, effect) for choice in choices if option in ("", choice.id) for each in choice.effects)


def _open_rights(state: State) -> list[str]:
    return [f"right.{name}" for name in claimable(state)]


RAISED: dict[str, Callable[[State], list[str]]] = {
    "rights": _open_rights,
    "bank": lambda _: ["bank"],
    "advice": lambda _: ["adviser"],
}
TAKES: dict[str, Callable[[State, str, str, str], bool]] = {
    "rights": _rights,
    "bank": _bank,
    "advice": _advice,
    "leftover": _leftover,
    "letters": _letters,
    "wishes": _wishes,
}

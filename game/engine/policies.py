"""Four ways to answer, each pure: the published adviser's rules, and three people the targets are read with.

A policy may change the standing plan once a month before it answers the question on the table
(rules.md 15). `careful` sees only what the household sees; it never searches.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.adviser import careful
from game.engine.calls import NOBODY
from game.engine.cards import live_choices
from game.engine.conditions import LEVEL, arrears
from game.engine.living import worth
from game.engine.questions import option_ids, question_id
from game.engine.shocks import roll
from game.engine.triage import offered
from game.model import effects as e
from game.model.scenario import Choice
from game.model.state import State
from game.model.units import Cents

Policy = Callable[[State], str]
FIRST_FILLS = ("savings", "overdraft", "card", "family")
LOUD_TIGHT = ("tighten.food", "tighten.leisure", "tighten.clothes")


def choose(state: State, policy: str) -> str:
    """The next answer of this policy: an option of the question on the table, or of a standing one."""
    return POLICIES[policy](state)


def borrows(choice: Choice) -> bool:
    """Whether an option takes a credit."""
    return any(isinstance(effect, e.Borrow | e.Reschedule) for effect in choice.effects)


def cost_now(state: State, choice: Choice) -> Cents:
    """What an option costs this month."""
    cents = 0
    for effect in choice.effects:
        if isinstance(effect, e.Pay | e.Save):
            cents += worth(state, effect.amount)
        elif isinstance(effect, e.Spend):
            cents += worth(state, effect.monthly)
    return cents


def joy_of(choice: Choice) -> int:
    """What an option does to morale at once."""
    return sum(effect.points for effect in choice.effects if isinstance(effect, e.Morale))


def calls(choice: Choice) -> bool:
    """Whether an option uses the call."""
    return any(isinstance(effect, e.UseCall) for effect in choice.effects)


def minimum(state: State) -> str:
    """Pays minima, takes every credit, fills with what is nearest, never calls or opens."""
    kind, name = state.queue[0]
    if state.spare != "keep" and not state.triage:
        return "plan.spare:keep"
    if kind == "dilemma":
        choices = live_choices(state, state.world.cards[name])
        loans = [choice for choice in choices if borrows(choice)]
        quiet = [choice for choice in choices if not calls(choice)] or list(choices)
        return min(loans or quiet, key=lambda choice: (cost_now(state, choice), -joy_of(choice))).id
    if kind == "triage":
        return _fill(state, ())
    if kind == "call":
        return NOBODY
    return {
        "joy": "not_now",
        "shock": "claim",
        "offer": "yes",
        "platform": "no",
        "talk": "only_talk",
        "order": "accept",
    }[kind]


def _fill(state: State, first: tuple[str, ...]) -> str:
    live = [name for name, _ in offered(state)]
    if "close" in live:
        return "close"
    for name in (*first, *FIRST_FILLS):
        if name in live:
            return name
    waits = [name for name in live if name.startswith("wait.")]
    return waits[0] if waits else live[-1]


def loudest(state: State) -> str:
    """Pays who shouts: bricks, ambers, whites; tightens food first; calls the loudest creditor."""
    kind, name = state.queue[0]
    unpaid = arrears(state) > 0
    if kind == "dilemma":
        choices = live_choices(state, state.world.cards[name])
        ready = [choice for choice in choices if unpaid or not borrows(choice)] or list(choices)
        return min(ready, key=lambda choice: (-joy_of(choice), cost_now(state, choice))).id
    if kind == "triage":
        return _quiet_wait(state)
    if kind == "call":
        return _loudest_call(state)
    return {
        "joy": "go",
        "shock": "claim",
        "offer": "yes" if unpaid else "no",
        "platform": "no",
        "talk": "only_talk",
        "order": "accept",
    }[kind]


def loudness(state: State, key: str) -> int:
    """2 for a brick letter, 1 for an amber one, 0 for silence."""
    return max((LEVEL[letter.level] for letter in state.mail if letter.creditor == key), default=0)


def _quiet_wait(state: State) -> str:
    live = [name for name, _ in offered(state)]
    if "close" in live:
        return "close"
    for name in (*LOUD_TIGHT, *FIRST_FILLS):
        if name in live:
            return name
    by_id = {due.id: due for due in state.dues}
    waits = [name for name in live if name.startswith("wait.")]
    if not waits:
        return live[-1]
    return min(waits, key=lambda name: loudness(state, by_id[name.removeprefix("wait.")].creditor))


def _loudest_call(state: State) -> str:
    live = option_ids(state)
    parts = [name for name in live if name.startswith("parts.")]
    return max(parts, key=lambda name: loudness(state, name.removeprefix("parts."))) if parts else NOBODY


def by_chance(state: State) -> str:
    """Any live option, by the seed; standing questions are left as they are."""
    kind, name = state.queue[0]
    live = option_ids(state)
    asked = question_id(state, kind, name).partition("#")[0]
    count = state.counts.get(f"asked.{asked}", 0)
    return live[roll(state.world.seed, state.month, f"{asked}#{count}") * len(live) // 1_000_000]


POLICIES: dict[str, Policy] = {"careful": careful, "minimum": minimum, "loudest": loudest, "random": by_chance}

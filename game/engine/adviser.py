"""The free adviser's published rules, without hindsight (spiral.md 5): what `careful` answers.

Every right at once; home, food and energy before any creditor; every letter answered; no borrowing
to pay debts; something kept for life.
"""

from __future__ import annotations

from game.engine.calls import NOBODY, reachable
from game.engine.cards import live_choices
from game.engine.conditions import arrears, holds, overdraft
from game.engine.credit import limit_now
from game.engine.demands import age_of
from game.engine.earning import ordinary_income
from game.engine.living import envelope_cost, essentials, level_of, line_due
from game.engine.posting import CURRENT, SAVINGS
from game.engine.rights import claimable
from game.engine.triage import offered
from game.model.state import State, Unpaid
from game.model.units import Cents

TIGHTENED = ("saving", "leisure", "clothes", "transport")
NEVER_WAIT = ("landlord", "energy")
TRIAGE_TIGHT = ("tighten.leisure", "tighten.clothes")
ESCAPE = 36
FAR = 99  # months: no brick letter comes at all
OLD = 2
CLOSE_TO_LIMIT = 90
JOY_AT_MOST = 5_000


def careful(state: State) -> str:
    """The adviser's next answer: first the plan, once a month, then the question on the table."""
    return plan_change(state) or table_choice(state)


def table_choice(state: State) -> str:
    """What the adviser answers to the question on the table, whatever the plan says."""
    kind, name = state.queue[0]
    if kind == "dilemma":
        return card_choice(state, name)
    if kind == "triage":
        return _triage(state)
    if kind == "call":
        return _call(state)
    if kind == "joy":
        return _joy(state, name)
    return {"shock": "claim", "offer": "no", "platform": "yes", "talk": "with_course", "order": "accept"}[kind]


def card_choice(state: State, name: str) -> str:
    """What the card says the adviser takes: the first rule that holds and is live."""
    card = state.world.cards[name]
    live = [choice.id for choice in live_choices(state, card)]
    for rule in card.careful:
        if rule.take in live and holds(state, rule.when):
            return rule.take
    return live[0]


def needs_advice(state: State) -> bool:
    """Rule 7: more than three years to be free, something two months old, or the overdraft nearly used up."""
    if not state.rows or state.adviser >= 0:
        return False
    row = state.rows[-1]
    near = 100 * overdraft(state) >= CLOSE_TO_LIMIT * limit_now(state)
    return (row.escape > ESCAPE and row.fragile > 0) or row.oldest >= OLD or (near and limit_now(state) > 0)


def _joy(state: State, name: str) -> str:
    cost = next(joy.cost for joy in state.world.household.joys if joy.id == name)
    ready = cost <= JOY_AT_MOST and arrears(state) == 0 and state.balance.get(CURRENT, 0) > cost
    return "go" if ready or cost == 0 else "not_now"


def plan_change(state: State) -> str:
    """The adviser's next change of the standing plan this month, or nothing."""
    if state.triage or state.counts.get("decisions"):
        return ""
    if state.spare != "dearest":
        return "plan.spare:dearest"
    if any(not letter.opened for letter in state.mail):
        return "mail.open:all"
    wanted = _levels(state)
    for name, level in wanted.items():
        if level_of(state, name) != level:
            return f"plan.{name}:{level}"
    return ""


def _levels(state: State) -> dict[str, str]:
    """Tighten leisure, clothes, transport while the month does not carry itself; children only in need."""
    figures = state.world.figures
    envelopes = {envelope.id: envelope for envelope in state.world.household.envelopes}
    margin = ordinary_margin(state)
    least = figures["careful_margin"] if state.balance.get(CURRENT, 0) < 0 or state.opening < 0 else 0
    levels: dict[str, str] = {}
    for name in (*TIGHTENED, "children"):
        if name not in envelopes:
            continue
        tight = margin < least and (name != "children" or margin < figures["careful_children"])
        levels[name] = "tight" if tight else "normal"
        if tight:
            saved = envelope_cost(state, envelopes[name], "normal") - envelope_cost(state, envelopes[name], "tight")
            margin += saved if name != "saving" else 0
    return levels


def ordinary_margin(state: State) -> Cents:
    """What an ordinary month leaves at normal levels: pay as it is known now, rights that run, all instalments."""
    income = ordinary_income(state, state.month + 1)
    service = sum(line_due(state, line) + line.missed for line in state.lines.values())
    agreed = sum(
        cents for agreement in state.agreements.values() for month, cents in agreement.parts if month == state.month
    )
    return income - essentials(state) - service - agreed


def _call(state: State) -> str:
    ids = [name for name, _ in reachable(state)]
    rights = [name for name in claimable(state) if f"right.{name}" in ids]
    urgent = [name for name in rights if state.world.rights[name].deadline]
    if urgent:
        return f"right.{urgent[0]}"
    if "adviser" in ids and needs_advice(state):
        return "adviser"
    parts = [name for name in ids if name.startswith("parts.")]
    if parts:
        return min(parts, key=lambda name: _months_to_brick(state, state.unpaid[name.removeprefix("parts.")]))
    return f"right.{rights[0]}" if rights else NOBODY


def _months_to_brick(state: State, unpaid: Unpaid) -> int:
    """How long until this creditor's first brick letter; 0 when it is there."""
    kind = state.world.content.creditors[unpaid.creditor]
    age = age_of(state, unpaid)
    return min((max(0, step.age - age) for step in kind.steps if step.level == "brick"), default=FAR)


def _triage(state: State) -> str:
    live = dict(offered(state))
    if "close" in live:
        return "close"
    gap = state.triage.gap if state.triage else 0
    for name in TRIAGE_TIGHT:
        if name in live:
            return name
    for name in live:
        if name.startswith("parts."):
            return name
    half = essentials(state) // 2
    if "savings" in live and state.balance.get(SAVINGS, 0) - live["savings"] >= half:
        return "savings"
    if "adviser" in live and needs_advice(state):
        return "adviser"
    if asked := _ask(state, live, gap):
        return asked
    for name in ("savings", "overdraft"):
        if name in live:
            return name
    return _wait(state, live)


def _ask(state: State, live: dict[str, Cents], gap: Cents) -> str:
    """The least harmful creditor whose bill alone closes the gap."""
    asks = [name for name in live if name.startswith("ask.") and live[name] >= gap]
    return min(asks, key=lambda name: _harm(state, name.removeprefix("ask."))) if asks else ""


def _harm(state: State, key: str) -> int:
    line = state.lines.get(key)
    kind = state.world.content.creditors.get(line.creditor if line else key)
    return kind.harm if kind else 0


def _wait(state: State, live: dict[str, Cents]) -> str:
    """The least harmful bill waits, never the rent or energy while anything else can."""
    by_id = {due.id: due for due in state.dues}
    waits = [name for name in live if name.startswith("wait.")]
    soft = [name for name in waits if by_id[name.removeprefix("wait.")].creditor not in NEVER_WAIT]
    for name in (
        *sorted(soft, key=lambda n: (_harm(state, by_id[n.removeprefix("wait.")].creditor), live[n])),
        *(n for n in live if n.startswith("tighten.")),
        "family",
        "card",
    ):
        if name in live:
            return name
    return waits[0] if waits else next(iter(live))

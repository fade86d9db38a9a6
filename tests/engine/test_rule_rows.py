"""A month's row against the ledger: the gap is what was borrowed or left open, to the cent (spiral.md 1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.month import run
from game.engine.play import answer, new_game
from game.engine.policies import choose
from game.engine.posting import CURRENT, SAVINGS
from game.model.game import POLICIES
from game.model.state import State
from tests.engine.situations import account, bare, begin, bill, closed
from tests.playing import finished, scenarios

SEEDS = range(14)


def by_month(seed: int, policy: str, months: int = 24) -> list[State]:
    """The state after each close."""
    state = new_game(scenarios(), "weber", seed, months, recording=True)
    whole, states = state.world, []
    state = state.copy()
    for month in range(months):
        state.world = replace(whole, months=month + 1)
        if not state.queue:
            state.over = ""
            run(state)
        while not state.over:
            state = answer(state, choose(state, policy))
        states.append(state)
        state = state.copy()
        state.over, state.world = "", whole
    return states


def other_flows(state: State) -> int:
    """Cents that left own money beside the due items, less what came from debts or only changed its place."""
    total = 0
    for kind, name, to, source, cents in state.ledger[-1]:
        due = kind == "contract" or name == "agreement"
        if source in (CURRENT, SAVINGS):
            if to in ("expense:fees", "equity:separation") or (to.startswith("debt:") and not due):
                total += cents
        elif to in (CURRENT, SAVINGS) and (source.startswith("debt:") or source == "equity:separation"):
            total -= cents
    return total


@pytest.mark.parametrize("policy", POLICIES)
def test_the_gap_of_a_month_is_what_was_borrowed_or_left_open(policy: str) -> None:
    for seed in SEEDS:
        states = by_month(seed, policy)
        for before, state in zip([None, *states], states, strict=False):
            row = state.rows[-1]
            weber = scenarios().households["weber"]
            start = before.balance if before else {CURRENT: weber.account, SAVINGS: weber.savings}
            drawn = max(0, -account(state)) - max(0, -start.get(CURRENT, 0))
            saved = row.buffer - max(0, start.get(CURRENT, 0)) - start.get(SAVINGS, 0)
            cut = row.cut - (before.rows[-1].cut if before else 0)
            left = state.unpaid_now + state.missed_now + cut
            gap = drawn + left - other_flows(state) - saved - row.savings_used
            assert row.gap == max(0, gap), f"seed {seed} month {row.month + 1}: the ledger says {gap}"


@pytest.mark.parametrize("policy", POLICIES)
def test_playing_without_a_ledger_gives_the_same_rows(policy: str) -> None:
    for seed in range(6):
        kept = finished(seed, policy)
        state = new_game(scenarios(), "weber", seed, 24, recording=False)
        while not state.over:
            state = answer(state, choose(state, policy))
        assert [replace(row, said=None, digest="", letters=0) for row in kept.rows] == [
            replace(row, letters=0) for row in state.rows
        ]
        assert kept.balance == state.balance


def test_fragile_debt_grows_by_interest_fees_and_gap_less_service() -> None:
    """The identity of spiral.md 1, where nothing but the due is paid: no savings, purchases, swaps, secured loans."""
    content = bare(1000_00, bill("rent", 900_00, "landlord"), bill("phone", 150_00, "telecom"), limit=1000_00)
    state = begin(content)
    before = 0
    for _ in range(12):
        state = closed(state)
        row = state.rows[-1]
        assert row.fragile == before + row.interest + row.fees + row.gap - row.debt_service
        before = row.fragile

"""Attribution B on real games: every cent owed has a cause, and none appears or disappears (B1-B6)."""

from __future__ import annotations

import pytest

from game.engine.play import answer, new_game
from game.engine.policies import choose
from game.engine.posting import CURRENT
from game.explain.shares import traced_of
from game.explain.tracing import by_cause, by_layer, owed
from game.explain.whose import months, traced
from game.model.game import POLICIES
from tests.playing import finished, played, scenarios

GAMES = [(seed, policy) for policy in POLICIES for seed in range(4)]


@pytest.mark.parametrize(("seed", "policy"), GAMES)
def test_b1_b3_each_account_holds_what_is_owed_on_it_every_month(seed: int, policy: str) -> None:
    state = finished(seed, policy, 36)
    for month, (tracing, owed_by_account) in enumerate(months(state)):
        held = {account: sum(content.values()) for account, content in tracing.held.items() if content}
        assert held == {account: cents for account, cents in owed_by_account.items() if cents}, month
        assert sum(held.values()) == state.rows[month].debt
        assert all(cents > 0 for content in tracing.held.values() for cents in content.values())


@pytest.mark.parametrize(("seed", "policy"), GAMES)
def test_b2_b5_what_was_created_was_paid_written_off_or_is_held(seed: int, policy: str) -> None:
    state = finished(seed, policy, 36)
    tracing = traced(state)
    gone: dict[str, int] = {}
    for content in (tracing.paid, tracing.written_off, owed(tracing)):
        for cause, cents in by_cause(content).items():
            gone[cause] = gone.get(cause, 0) + cents
    assert {k: v for k, v in gone.items() if v} == {k: v for k, v in by_cause(tracing.created).items() if v}
    entries = [entry for month in state.ledger for entry in month]
    layers = by_layer(tracing.created)
    assert layers["I"] + layers["J"] == sum(entry[4] for entry in entries if entry[2] == "expense:interest")
    assert layers["F"] == sum(entry[4] for entry in entries if entry[2] == "expense:fees")
    assert sum(tracing.by_month) == layers["J"]
    assert len(tracing.by_month) == len(state.rows)


@pytest.mark.parametrize(("seed", "policy"), GAMES[:8])
def test_b4_tracing_changes_nothing_and_flows_are_whole(seed: int, policy: str) -> None:
    state = finished(seed, policy)
    before = (dict(state.balance), state.rows[-1].digest)
    shown = traced_of(traced(state))
    assert (dict(state.balance), state.rows[-1].digest) == before
    assert sum(flow.owed for flow in shown.owed) == state.rows[-1].debt
    assert sum(flow.owed for flow in shown.flows) == state.rows[-1].debt
    assert sum(flow.repaid for flow in shown.flows) == shown.principal
    assert sum(flow.charges for flow in shown.flows) == shown.interest + shown.fees
    assert len(shown.flows) <= 7
    assert not shown.coins or sum(count for _, count in shown.coins) == 10


def test_a_game_without_its_ledger_is_refused() -> None:
    state = new_game(scenarios(), "weber", 1, 12, recording=False)
    while len(state.rows) < 2:
        state = answer(state, choose(state, "careful"))
    with pytest.raises(LookupError, match="without its ledger"):
        traced(state)


def test_what_a_shock_took_is_found_again_in_the_debt_of_who_only_pays_minima() -> None:
    found = [by_cause(owed(traced(played(seed, "minimum")))) for seed in range(6)]
    assert any("job" in causes for causes in found)
    assert all("start" in causes for causes in found)


@pytest.mark.parametrize("policy", ["careful", "minimum", "loudest"])
def test_d8_the_gap_of_a_month_is_what_its_journal_borrowed_and_left_open(policy: str) -> None:
    """New overdraft, cash drawn, bills and service left open, food not bought; less what of it stayed in hand."""
    for seed in range(5):
        state = finished(seed, policy)
        household = state.world.household
        before = (household.account, household.savings + max(0, household.account), 0, 0)
        for row, entries in zip(state.rows, state.ledger, strict=True):
            account, buffer, cut, missed = before
            cash = sum(cents for _, _, to, source, cents in entries if to == CURRENT and source.startswith("debt:"))
            bills = sum(
                cents
                for _, _, to, source, cents in entries
                if source.startswith("debt:arrears:") and to.startswith("expense:") and to != "expense:fees"
            )
            overdraft = max(0, -row.account) - max(0, -account)
            new = overdraft + cash + bills + row.cut - cut + max(0, row.missed - missed)
            if row.gap and not row.fees:
                assert row.gap == new - max(0, row.buffer - buffer), (seed, row.month)
            before = (row.account, row.buffer, row.cut, row.missed)

"""Whole games of the real content: they end, every cent is somewhere, luck is the same in every branch."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.play import answer, new_game, question, standing
from game.engine.policies import choose
from game.engine.posting import transactions
from game.engine.questions import option_ids
from game.engine.record import record, replay
from game.engine.triage import offered
from game.model.content import Content
from game.model.game import POLICIES, STAGES, Settings
from game.model.state import State
from tests.playing import finished, played, scenarios

SEEDS = range(6)
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def money(state: State) -> int:
    """All accounts together: zero, always."""
    return sum(state.balance.values())


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_game_ends_after_its_months_with_every_transaction_balanced(seed: int, policy: str) -> None:
    state = finished(seed, policy)
    assert state.over == "months_over"
    assert len(state.rows) == 24
    assert money(state) == 0
    by_account: dict[str, int] = {}
    for each in transactions(state):  # a Transaction checks its own sum
        for posting in each.postings:
            by_account[posting.account] = by_account.get(posting.account, 0) + posting.cents
    assert {k: v for k, v in by_account.items() if v} == {k: v for k, v in state.balance.items() if v}
    assert all(row.stage in STAGES for row in state.rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_luck_is_the_same_whatever_is_chosen(seed: int) -> None:
    schedules = {finished(seed, policy).world.schedule for policy in POLICIES}
    assert len(schedules) == 1


@pytest.mark.parametrize("policy", POLICIES)
def test_a_replay_reproduces_every_month(policy: str) -> None:
    state = finished(3, policy)
    again, differs = replay(scenarios(), record(state))
    assert differs is None
    assert [row.digest for row in again.rows] == [row.digest for row in state.rows]
    assert again.balance == state.balance


def test_the_same_shock_left_out_moves_no_other() -> None:
    for seed in range(40):
        whole = new_game(scenarios(), "weber", seed, 24).world
        without = new_game(scenarios(), "weber", seed, 24, Settings(without=("job",))).world
        assert without.schedule == tuple(e for e in whole.schedule if whole.shocks[e[1]].kind != "job")


def test_no_shock_before_the_third_month_and_the_own_one_always_comes() -> None:
    for seed in range(200):
        schedule = new_game(scenarios(), "weber", seed, 24, recording=False).world.schedule
        assert all(month >= 2 for month, _ in schedule)
        assert "tom_job" in {name for _, name in schedule}
        assert len({month for month, _ in schedule}) == len(schedule)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 1_000), min_size=150, max_size=400), st.sampled_from([12, 24]))
@MANY
def test_any_answers_end_conserve_money_and_replay_identically(seed: int, picks: list[int], months: int) -> None:
    state = new_game(scenarios(), "weber", seed, months)
    used = 0
    while not state.over:
        asked = question(state)
        assert asked is not None
        assert len(asked.options) >= 2, f"{asked.id}: fewer than two live options"
        assert len({option.id for option in asked.options}) == len(asked.options)
        pick = picks[used % len(picks)] + used
        used += 1
        if pick % 7 == 0 and (beside := standing(state)):
            other = beside[pick % len(beside)]
            state = answer(state, f"{other.id}:{other.options[pick % len(other.options)].id}")
        else:
            assert option_ids(state) == [option.id for option in asked.options]
            state = answer(state, asked.options[pick % len(asked.options)].id)
        assert money(state) == 0
        assert used < 3000
    again, differs = replay(scenarios(), record(state))
    assert differs is None
    assert [row.digest for row in again.rows] == [row.digest for row in state.rows]


@given(st.integers(0, 10_000), st.lists(st.integers(0, 1_000), min_size=100, max_size=100), st.integers(1, 40))
@MANY
def test_undo_restores_the_very_state(seed: int, picks: list[int], back: int) -> None:
    state = new_game(scenarios(), "weber", seed, 12)
    states = [state]
    for pick in picks:
        if state.over:
            break
        live = option_ids(state)
        state = answer(state, live[pick % len(live)])
        states.append(state)
    kept = states[max(0, len(states) - 1 - back)]
    again, _ = replay(scenarios(), record(kept))
    assert again.balance == kept.balance
    assert again.month == kept.month
    assert again.queue == kept.queue
    assert (question(again) is None) == (question(kept) is None)


@pytest.mark.parametrize("policy", ["random", "loudest"])
def test_every_triage_ends_in_few_answers(policy: str) -> None:
    for seed in SEEDS:
        months: dict[int, int] = {}
        most: dict[int, int] = {}

        def seen(state: State, months: dict[int, int] = months, most: dict[int, int] = most) -> None:
            if state.queue and state.queue[0][0] == "triage":
                months[state.month] = months.get(state.month, 0) + 1
                bound = len(state.dues) + len(state.world.household.envelopes) + 12
                most[state.month] = max(most.get(state.month, 0), bound)

        played(seed, policy, seen=seen)
        assert all(months[month] <= most[month] for month in months)


def test_a_triage_closes_only_when_it_adds_up_or_nothing_is_left() -> None:
    def seen(state: State) -> None:
        if state.queue and state.queue[0][0] == "triage" and state.triage:
            live = [name for name, _ in offered(state)]
            assert ("close" in live) == (state.triage.gap <= 0)

    for seed in SEEDS:
        played(seed, "random", seen=seen)


def scaled(content: Content, income: int, bills: int, debts: int, savings: int) -> Content:
    """The same household richer or poorer: percentages of its own figures."""
    weber = content.households["weber"]
    other = dataclasses.replace(
        weber,
        incomes=tuple(dataclasses.replace(i, amount=i.amount * income // 100) for i in weber.incomes),
        bills=tuple(dataclasses.replace(b, amount=b.amount * bills // 100) for b in weber.bills),
        debts=tuple(dataclasses.replace(d, balance=d.balance * debts // 100 + 1) for d in weber.debts),
        savings=weber.savings * savings // 100,
    )
    return dataclasses.replace(content, households={**content.households, "weber": other})


@given(
    st.integers(0, 1000),
    st.integers(20, 250),
    st.integers(30, 250),
    st.integers(0, 400),
    st.integers(0, 500),
    st.sampled_from(POLICIES),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_household_can_be_played_to_the_end(
    seed: int, income: int, bills: int, debts: int, savings: int, policy: str
) -> None:
    content = scaled(scenarios(), income, bills, debts, savings)
    state = played(seed, policy, content=content)
    assert state.over == "months_over"
    assert money(state) == 0
    for row in state.rows:
        assert row.cut >= 0
        assert row.debt >= row.fragile >= 0
        assert 0 <= row.morale <= 100
        assert 0 <= row.health <= 100


def test_choosing_is_pure() -> None:
    state = new_game(scenarios(), "weber", 5, 24)
    for policy in POLICIES:
        before = repr(sorted(state.balance.items())) + repr(state.queue)
        assert choose(state, policy) == choose(state, policy)
        assert repr(sorted(state.balance.items())) + repr(state.queue) == before

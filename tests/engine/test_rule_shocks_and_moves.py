"""Which shock comes when, the facilitator's moves, a couple that parts (rules.md 11, 12, 13)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.engine.ahead import announced_changes
from game.engine.living import pay_of
from game.engine.parting import joint_halves
from game.engine.play import answer, new_game
from game.engine.policies import choose
from game.engine.record import record, replay
from game.engine.shocks import roll, schedule
from game.engine.world import build_world
from game.model.content import Content
from game.model.game import Move, Settings
from game.model.household import Envelope
from game.model.scenario import Shock
from game.model.state import State, World
from tests.engine.situations import CALL, account, at, bare, begin, bill, calm, closed, debt, line, moved, owes
from tests.playing import scenarios

SEEDS = range(60)
RENT = bill("rent", 900_00, "landlord")


def world(seed: int, moves: tuple[Move, ...] = (), months: int = 24, without: tuple[str, ...] = ()) -> World:
    """What is settled before the first month of a real game."""
    return build_world(scenarios(), "weber", seed, months, Settings(without=without), moves, False)


def shared() -> list[Shock]:
    """The chance shocks of the Webers."""
    return [scenarios().shocks[name] for name in scenarios().households["weber"].chances]


def test_a_roll_is_a_whole_number_under_a_million_and_depends_on_nothing_else() -> None:
    rolls = [roll(seed, month, "car_breaks") for seed in range(50) for month in range(20)]
    assert all(0 <= each < 1_000_000 for each in rolls)
    assert len(set(rolls)) > 990
    assert 450_000 < sum(rolls) / len(rolls) < 550_000
    assert rolls == [roll(seed, month, "car_breaks") for seed in range(50) for month in range(20)]


def test_a_sure_shock_falls_in_its_window_by_its_own_roll() -> None:
    weber = scenarios().households["weber"]
    job = weber.sure[0]
    for seed in SEEDS:
        month = {name: at for at, name in world(seed).schedule}["tom_job"]
        assert month == job.first + roll(seed, 0, "tom_job") * (job.last - job.first + 1) // 1_000_000


@pytest.mark.parametrize("months", [6, 7, 8, 12])
def test_a_short_game_shrinks_the_window_to_end_two_months_before(months: int) -> None:
    for seed in SEEDS:
        names = {name: month for month, name in world(seed, months=months).schedule}
        assert names["tom_job"] <= months - 3


def test_exactly_one_second_act_comes_in_a_long_game() -> None:
    acts = [act.id for act in scenarios().households["weber"].second_act]
    seen = set()
    for seed in SEEDS:
        drawn = [name for _, name in world(seed).schedule if name in acts]
        assert drawn == [acts[roll(seed, 0, "act2") * len(acts) // 1_000_000]]
        seen |= set(drawn)
    assert seen == set(acts)


def likely(chance: int = 400_000) -> list[Shock]:
    """The chance shocks, each as likely as this."""
    return [replace(shock, chance=chance, big=index % 2 == 0) for index, shock in enumerate(shared())]


def test_the_filter_lets_no_more_through_than_it_says() -> None:
    weber = scenarios().households["weber"]
    for seed in SEEDS:
        shocks = likely()
        every = {shock.id: shock for shock in (*weber.sure, *weber.second_act, *shocks)}
        drawn = schedule(weber, shocks, seed, 36)
        months = [month for month, _ in drawn]
        assert len(set(months)) == len(months)
        assert min(months) >= 2
        big = [month for month, name in drawn if every[name].big]
        assert all(b - a > 1 for a, b in pairwise(big))
        assert all(sum(start <= month < start + 12 for month in big) <= 2 for start in range(36))
        kinds = [every[name].kind for _, name in drawn]
        assert max(map(kinds.count, kinds)) <= 2


def test_removing_a_kind_never_moves_another() -> None:
    for seed in SEEDS:
        whole = world(seed)
        for kind in ("job", "illness", "home", "good"):
            kept = world(seed, without=(kind,)).schedule
            assert kept == tuple(each for each in whole.schedule if whole.shocks[each[1]].kind != kind)


def test_own_cards_shift_with_their_sure_shock() -> None:
    weber = scenarios().households["weber"]
    middle = (weber.sure[0].first + weber.sure[0].last) // 2
    cards = {card.id: card for card in weber.cards}
    for seed in SEEDS:
        settled = world(seed)
        shift = {name: month for month, name in settled.schedule}["tom_job"] - middle
        for name, window in settled.windows.items():
            moves = shift if cards[name].shifts_with == "tom_job" else 0
            assert window == (cards[name].first + moves, cards[name].last + moves)


@pytest.mark.parametrize("month", range(2, 20, 3))
def test_a_move_leaves_the_months_before_it_alone(month: int) -> None:
    for seed in SEEDS:
        plain = world(seed)
        moves = (
            Move(month, veto="job"),
            Move(month, force="car_breaks"),
            Move(month, force="spouse_dies"),
            Move(month, veto="home"),
        )
        for move in moves:
            moved_on = world(seed, (move,))
            assert [e for e in moved_on.schedule if e[0] < month] == [e for e in plain.schedule if e[0] < month]
            if move.veto:
                later = [name for at_month, name in moved_on.schedule if at_month >= month]
                assert all(moved_on.shocks[name].kind != move.veto for name in later)
                assert moved_on.windows == plain.windows
            else:
                assert (month, move.force) in moved_on.schedule


def test_a_veto_frees_the_month_for_the_next_candidate() -> None:
    weber = scenarios().households["weber"]
    shocks = likely(900_000)
    first = schedule(weber, shocks, 1, 24)[0]
    kind = {shock.id: shock.kind for shock in shocks}[first[1]]
    after = schedule(weber, shocks, 1, 24, (Move(first[0], veto=kind),))
    assert after[0][0] == first[0]
    assert after[0][1] != first[1]


def test_a_forced_shock_moves_a_sure_one_on_and_comes_only_once() -> None:
    for seed in SEEDS:
        month = {name: m for m, name in world(seed).schedule}["tom_job"]
        forced = world(seed, (Move(month, force="burst_pipe"),)).schedule
        assert (month, "burst_pipe") in forced
        assert "tom_job" in [name for _, name in forced]
        early = world(seed, (Move(2, force="tom_job"),)).schedule
        assert [m for m, name in early if name == "tom_job"] == [2]
        assert len({m for m, _ in forced}) == len(forced)


def test_moves_add_up_in_their_order() -> None:
    moves = (Move(3, force="car_breaks"), Move(8, veto="home"), Move(9, force="burst_pipe"))
    for seed in SEEDS:
        drawn = world(seed, moves).schedule
        assert (3, "car_breaks") in drawn
        assert (9, "burst_pipe") in drawn
        shocks = world(seed, moves).shocks
        assert [m for m, name in drawn if shocks[name].kind == "home" and m >= 8] == [9]


def test_a_game_with_moves_replays_and_its_early_months_are_the_same() -> None:
    plain = played(())
    moved_on = played((Move(9, force="separation"),))
    assert [row.digest for row in plain.rows[:9]] == [row.digest for row in moved_on.rows[:9]]
    assert "separation" in moved_on.happened
    again, differs = replay(scenarios(), record(moved_on))
    assert differs is None
    assert [row.digest for row in again.rows] == [row.digest for row in moved_on.rows]


def played(moves: tuple[Move, ...]) -> State:
    """A careful game with these moves."""
    state = new_game(scenarios(), "weber", 11, 18, Settings(), moves)
    while not state.over:
        state = answer(state, choose(state, "careful"))
    return state


def test_a_shock_whose_condition_fails_passes_without_a_trace() -> None:
    content = calm(yearly=())
    state = begin(content, moves=(Move(3, force="car_breaks"),))
    state.flags -= {"car"}
    state = closed(state, months=5)
    assert not state.happened
    assert state.rows[3].one_off == 0
    with_car = closed(begin(content, moves=(Move(3, force="car_breaks"),)), months=5)
    assert with_car.happened == {"car_breaks": 3}


def test_work_is_found_in_the_first_month_whose_roll_is_under_the_chance() -> None:
    weber = scenarios().households["weber"]
    for seed in range(12):
        state = closed(begin(job(weber.sure[0]), seed), months=24)
        found = next((m for m in range(6, 24) if roll(seed, m, "work.tom") < 70_000), None)
        loss = state.losses[0]
        assert loss.found == (-1 if found is None else found)
        if found is not None and found < 16:
            assert state.rows[found].income - state.rows[found - 1].income >= 0
            paid = moved(state, "asset:current", "income:tom_pay", found) - moved(state, "income:lost", month=found)
            assert paid == 2768_00


def job(shock: Shock) -> Content:
    """The Webers with Tom's job ending in month 3 (index 2)."""
    return calm(sure=(replace(shock, first=2, last=2, effects=()),), rights=(), envelopes=())


ENVELOPES = (
    Envelope("energy", 330_00, 400_00, 450_00, "energy"),
    Envelope("food", 800_00, 1000_00, 1280_00),
    Envelope("children", 215_00, 300_00, 480_00),
)


def parted(**changes: object) -> State:
    """A couple that parts: the letter in the first month (index 0), everything else calm."""
    content = bare(0, RENT, **{"envelopes": ENVELOPES, "account": 1000_00, "savings": 2000_01, **changes})
    weber = scenarios().households["weber"]
    household = replace(content.households["weber"], incomes=weber.incomes[:2])
    state = begin(replace(content, households={"weber": household}), moves=(Move(0, force="separation"),))
    return closed(state)


def test_a_couple_parts_in_the_month_after_the_letter() -> None:
    state = parted()
    assert not state.left
    assert state.rows[0].income == 2198_00 + 3006_00
    money = account(state)
    state = closed(state)
    assert state.left == {"tom"}
    assert moved(state, "equity:separation", "asset:savings") == 1000_01  # half, half a cent up
    assert moved(state, "equity:separation", "asset:current") == money // 2
    assert state.moved_out == -(1000_01 + money // 2)
    row = state.rows[1]
    assert row.income == 2198_00
    assert row.savings_used == 0  # what left is no savings used
    assert row.essentials == 900_00 + 248_00 + 620_00 + 300_00  # children as before, the rest 62 %


def test_child_support_comes_from_the_second_month_apart() -> None:
    state = closed(parted(), months=3)
    assert [moved(state, "asset:current", "income:other", month) for month in range(4)] == [0, 0, 650_00, 650_00]


def test_a_joint_loan_stays_whole_and_the_other_pays_half_until_a_card_says_otherwise() -> None:
    debts = (
        debt("car", "car_loan", 5000_00, 0, 250_01, 20),
        debt("toms", "personal_loan", 2000_00, 470, 100_00, 20, owner="tom"),
        debt("toms_card", "card", 500_00, 1500, limit=1000_00, owner="tom"),
    )
    state = closed(parted(debts=debts))
    assert set(state.lines) == {"car"}
    assert moved(state, "asset:current", "income:co_debtor") == 125_01
    assert state.rows[1].debt_service == 250_01
    assert state.moved_out == sum(
        moved(state, f"debt:{name}", "equity:separation") for name in ("toms", "toms_card")
    ) - moved(state, "equity:separation")
    state = at(state, CALL)
    state.flags |= {"co_debtor_stopped"}
    assert joint_halves(state) == []
    assert owes(state, "car") == 5000_00 - 2 * 250_01
    assert line(state, "car").secured


def test_an_overdraft_is_shared_as_well() -> None:
    state = parted(account=-9000_00, savings=0, limit=9000_00)
    under = account(state)
    assert under < 0
    state = closed(state)
    assert moved(state, "asset:current", "equity:separation") == -(under // 2)


def test_parting_is_no_gain_in_the_value_of_the_game() -> None:
    state = parted()
    before = state.rows[0].debt - state.rows[0].buffer
    after = at(state, CALL)
    debt_now = sum(-cents for name, cents in after.balance.items() if name.startswith("debt:"))
    own = account(after) + after.balance["asset:savings"]
    assert debt_now - own + after.moved_out == before - after.income


def test_the_separation_becomes_a_divorce_after_eight_months() -> None:
    state = closed(parted(envelopes=()), months=9)
    assert [row.one_off for row in state.rows] == [0] * 8 + [1500_00] + [0]


def test_a_lost_job_leaves_with_who_had_it() -> None:
    weber = scenarios().households["weber"]
    state = closed(begin(job(weber.sure[0]), moves=(Move(6, force="separation"),)), months=20)
    assert state.happened == {"tom_job": 2, "separation": 6}
    assert state.left == {"tom"}
    assert state.losses[0].found == -1
    assert moved(state, "asset:current", "income:tom_pay", 12) == 0
    assert moved(state, "income:lost", month=12) == 0


def test_when_one_dies_the_pay_ends_with_the_month_and_the_debts_stay() -> None:
    content = bare(
        0, RENT, envelopes=ENVELOPES, debts=(debt("car", "car_loan", 5000_00, 0, 250_00, 20),), savings=9000_00
    )
    weber = scenarios().households["weber"]
    content = replace(content, households={"weber": replace(content.households["weber"], incomes=weber.incomes)})
    state = closed(begin(content, moves=(Move(1, force="spouse_dies"),)), months=2)
    assert state.rows[1].income == sum(income.amount for income in weber.incomes)
    assert state.rows[1].one_off == 5500_00
    assert state.rights["funeral_grant"].status == "asked"
    state = closed(state, months=3)
    assert state.rows[2].income == sum(income.amount for income in weber.incomes if income.person != "tom")
    assert state.rows[2].debt_service == 250_00
    assert state.rows[2].essentials == 900_00 + 248_00 + 620_00 + 300_00
    assert moved(state, source="income:right:funeral_grant", month=3) == 1289_91
    assert moved(state, source="income:right:orphans_pension", month=4) == 3 * 2 * 658_11
    assert moved(state, source="income:co_debtor") == 0


def test_losses_that_overlap_take_no_more_than_the_pay() -> None:
    state = new_game(scenarios(), "weber", 8, 24)
    while state.month < 10:  # short time from the month of index 6 to 9, the job from 8 on
        state = answer(state, choose(state, "careful"))
        if state.month == 7:
            early = state
    assert [(loss.shock, loss.start, loss.end) for loss in early.losses[:2]] == [
        ("short_time", 6, 10),
        ("tom_job", 8, 9999),
    ]
    pay = sum(pay_of(early, income) for income in early.world.household.earnings_of("tom"))
    part = early.world.shocks["short_time"].losses[0].takes(pay)
    assert -(pay - part) in [cents for month, cents in announced_changes(early) if month == 8]
    assert part not in [cents for _, cents in announced_changes(early)]
    assert moved(state, "income:lost", "asset:current", 9) == pay

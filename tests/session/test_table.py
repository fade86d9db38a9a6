"""A table: answers, undo, the trial month, and opening again what a killed process left behind."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from game.session import table as tables
from game.session.journal import SaveError, read
from game.session.saves import saves
from game.session.table import Setup, Table, begin_trial, close, end_trial, give, look, new_table, open_table, undo
from tests.session import small_engine

CONTENT = SimpleNamespace(digest="one", households={"weber": None}, without="", rules=1)
SETUP = Setup("weber", 7, 3)
TIGHT = "plan.leisure:tight"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "play", small_engine)
    monkeypatch.setattr(tables, "records", small_engine)


@pytest.fixture
def fresh(tmp_path: Path) -> Table:
    return new_table(CONTENT, SETUP, tmp_path)


def given(table: Table, *options: str) -> Table:
    for option in options:
        table = give(table, option)
    return table


def reopened(table: Table, content: SimpleNamespace = CONTENT) -> Table:
    """As after a kill: the lock goes, nothing else is done."""
    close(table)
    return open_table(content, table.journal.path)


def other(**changes: object) -> SimpleNamespace:
    return SimpleNamespace(**{**vars(CONTENT), "digest": "two", **changes})


@pytest.mark.parametrize("options", ["", "x", "xy", "xyx", "xyxyxy"])
def test_an_opened_game_asks_the_question_that_was_on_the_table(fresh: Table, options: str) -> None:
    left = given(fresh, *options)
    again = reopened(left)
    assert again.question == left.question
    assert again.state == left.state
    assert again.notices == ()


def test_an_answer_is_on_disk_before_the_engine_goes_on(fresh: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(small_engine, "answer", dies)
    with pytest.raises(KeyboardInterrupt):
        give(fresh, "y")
    monkeypatch.undo()
    monkeypatch.setattr(tables, "play", small_engine)
    monkeypatch.setattr(tables, "records", small_engine)
    assert [answer.option for answer in reopened(fresh).state.answers] == ["y"]


def test_an_option_that_is_not_offered_is_refused_and_not_written(fresh: Table) -> None:
    before = fresh.journal.path.read_bytes()
    with pytest.raises(ValueError, match="month 1: nowhere is not offered"):
        give(fresh, "nowhere")
    assert fresh.journal.path.read_bytes() == before


def test_a_standing_question_may_be_answered_beside_the_main_one(fresh: Table) -> None:
    table = reopened(given(fresh, TIGHT, "x"))
    assert [answer.question for answer in table.state.answers] == ["plan.leisure", "dilemma.a"]
    assert table.state.answers[0].option == "tight"
    assert give(table, "tight", "plan.leisure").state.answers[-1] == table.state.answers[0]


@pytest.mark.parametrize(
    "named", [("tight", ""), ("x", "plan.leisure"), ("tight", "plan.food"), ("plan.food:tight", "")]
)
def test_an_option_counts_only_for_its_own_question(fresh: Table, named: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="not offered"):
        give(fresh, *named)


def test_a_game_that_was_stopped_stays_stopped_until_that_is_taken_back(fresh: Table) -> None:
    table = reopened(given(fresh, "x", "stop"))
    assert table.over
    assert reopened(undo(table)).state == small_engine.answer(fresh.state, "x")


def test_each_closed_month_leaves_its_digest(fresh: Table) -> None:
    table = given(fresh, *"xyx")
    lines = table.journal.path.read_text("utf-8").splitlines()
    assert lines[3] == '{"month":1,"digest":"1:x y","stage":"fragile"}'
    assert len(lines) == 5


@pytest.mark.parametrize("count", [1, 2, 3, 99])
def test_undo_gives_the_very_state_of_before(fresh: Table, count: int) -> None:
    tables_seen = [fresh]
    for option in (TIGHT, "x", "y", "z"):
        tables_seen.append(give(tables_seen[-1], option))
    back = undo(tables_seen[-1], count)
    assert back.state is tables_seen[max(4 - count, 0)].state
    assert reopened(back).state == back.state


def test_undo_at_the_beginning_does_nothing(fresh: Table) -> None:
    assert undo(fresh) is fresh


def test_the_road_not_taken_stays_in_the_file(fresh: Table) -> None:
    table = give(undo(given(fresh, *"xyx"), 2), "z")
    assert [answer.option for answer in reopened(table).state.answers] == ["x", "z"]
    assert '"option":"y"' in table.journal.path.read_text("utf-8")


def test_a_trial_month_is_a_game_of_its_own_and_leaves_nothing(fresh: Table) -> None:
    trial = begin_trial(fresh)
    assert trial.state.settings.trial
    trial = given(trial, "z", "z")
    assert trial.over
    after = end_trial(trial)
    assert after.state is fresh.state
    assert reopened(after).state == fresh.state


def test_undo_works_inside_the_trial_month_and_stops_at_its_beginning(fresh: Table) -> None:
    trial = undo(given(begin_trial(fresh), "z", TIGHT), 9)
    assert trial.state.settings.trial
    assert trial.state.answers == ()


def test_a_kill_inside_the_trial_month_returns_to_its_question(fresh: Table) -> None:
    trial = give(begin_trial(fresh), "z")
    again = reopened(trial)
    assert again.state == trial.state
    assert again.question == trial.question
    assert end_trial(again).state == fresh.state


def test_a_save_of_other_content_tells_the_month_and_goes_on_from_there(fresh: Table) -> None:
    table = reopened(given(fresh, *"xyxz"), other(without="z"))
    assert [answer.option for answer in table.state.answers] == ["x", "y", "x"]
    assert [(notice.id, dict(notice.values)) for notice in table.notices] == [("save.differs", {"month": 1})]
    table = give(table, "y")
    again = reopened(table, other(without="z"))
    assert [answer.option for answer in again.state.answers] == ["x", "y", "x", "y"]
    assert again.notices == ()


def test_opening_a_save_of_other_content_changes_nothing_before_the_next_answer(fresh: Table) -> None:
    left = given(fresh, *"xyxz")
    before = left.journal.path.read_bytes()
    close(reopened(left, other(without="z")))
    assert left.journal.path.read_bytes() == before
    assert reopened(left).state == left.state


def test_other_figures_under_the_same_answers_are_told_by_the_digest(fresh: Table) -> None:
    table = reopened(given(fresh, *"xyxyx"), other(rules=2))
    assert len(table.state.answers) == 5
    assert [dict(notice.values)["month"] for notice in table.notices] == [0]


def test_other_content_that_plays_the_same_is_not_worth_a_word(fresh: Table) -> None:
    assert reopened(given(fresh, *"xyx"), other()).notices == ()


def test_a_save_of_a_household_that_is_gone_says_so_and_is_let_go(fresh: Table) -> None:
    with pytest.raises(SaveError) as caught:
        reopened(fresh, other(households={}))
    assert caught.value.message.id == "save.household"
    assert reopened(fresh).state == fresh.state


def test_a_trial_under_way_is_given_up_when_the_game_behind_it_differs(fresh: Table) -> None:
    trial = give(begin_trial(given(fresh, *"xz")), "x")
    table = reopened(trial, other(without="z"))
    assert not table.trial
    again = reopened(give(table, "y"), other(without="z"))
    assert [answer.option for answer in again.state.answers] == ["x", "y"]


def test_a_look_at_a_game_takes_no_lock_and_writes_nothing(fresh: Table) -> None:
    table = given(fresh, *"xy")
    seen = look(CONTENT, table.journal.path)
    assert seen.state == table.state
    assert undo(seen).state == table.states[-2]
    assert len(read(table.journal.path.read_bytes()).entries) == 3


def test_a_game_that_nothing_keeps_plays_all_the_same() -> None:
    table = undo(given(new_table(CONTENT, SETUP), *"xyx"))
    assert table.warning is None
    assert [answer.option for answer in table.state.answers] == ["x", "y"]


def test_a_disk_that_refuses_is_said_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("in the way")
    table = given(new_table(CONTENT, SETUP, tmp_path / "saves"), *"xy")
    assert table.warning is not None
    assert table.state.month == 1
    (tmp_path / "saves").unlink()
    table = give(table, "x")
    assert table.warning is None
    assert reopened(table).state == table.state


def test_the_list_of_saves_says_where_the_game_goes_on(fresh: Table, tmp_path: Path) -> None:
    table = given(fresh, *"xyx")
    (save,) = saves(tmp_path)
    assert (save.month, save.stage, save.over) == (1, "fragile", False)
    given(table, *"yxy")
    assert saves(tmp_path)[0].over

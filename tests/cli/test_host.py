"""The host of the window: what the player's moves do to the table and to the stack of pages. No window opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from game.commands.host import Host
from game.content.load import load
from game.i18n.speech import Languages
from game.model.content import Content
from game.model.game import Settings
from game.paths import data_folder, user_folders
from game.session.table import Table
from game.ui.screen import Begin, Give, Home, Open, Resume, Still, Undo
from game.ui.screens.notice import Notice
from game.ui.screens.opening import Trial
from game.ui.screens.title import Title
from game.ui.sheet import Sheet

BEGIN = Begin("weber", 7, 24, Settings())


@dataclass(frozen=True)
class Page(Still):
    """What stands for all pages of the table."""

    asks: str

    def lay(self, sheet: Sheet) -> None:
        del sheet


def seat(table: Table) -> tuple[Page, ...]:
    return (Page(table.question.id if table.question else "end"),)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return load(data_folder("scenarios"), None, tmp_path_factory.mktemp("cache"))[0]


@pytest.fixture
def host(content: Content, tmp_path: Path):
    host = Host(content, user_folders(tmp_path), Languages(content.texts, data_folder("locales")), seat, 7)
    yield host
    host.rise()


def played(host: Host, *moves: object) -> tuple[object, ...]:
    stack: tuple[object, ...] = (Title(),)
    for move in moves:
        stack = host.play(move, stack)  # type: ignore[arg-type]
    return stack


def first(host: Host) -> Give:
    assert host.table and host.table.question
    return Give(host.table.question.options[0].id)


def test_a_newcomer_is_offered_the_trial_month_and_nobody_else(host: Host) -> None:
    assert isinstance(played(host, BEGIN)[-1], Trial)
    title, page = played(host, Home(), BEGIN)
    assert isinstance(title, Title) and isinstance(page, Page)


def test_the_trial_month_ends_with_a_word_and_the_first_month_begins(host: Host) -> None:
    played(host, BEGIN, Open("trial"))
    stack: tuple[object, ...] = ()
    for _ in range(20):
        stack = played(host, first(host))
        if isinstance(stack[-1], Notice):
            break
    assert stack[-1] == Notice(stack[-1].told) and stack[-1].told[-1].id == "trial.over"
    assert host.table and host.table.answers == 0 and not host.table.trial


def test_an_answer_and_its_undo_lead_there_and_back(host: Host) -> None:
    before = played(host, BEGIN, Open("table"))
    after = played(host, first(host))
    assert host.table and host.table.answers == 1
    assert played(host, Undo())[-1] == before[-1]
    assert len(after) == 2


def test_a_standing_question_is_answered_by_its_name(host: Host) -> None:
    played(host, BEGIN, Open("table"))
    assert host.table
    beside = host.table.standing[0]
    other = next(option.id for option in beside.options if option.id != beside.chosen)
    played(host, Give(other, beside.id))
    assert host.table.state.answers[-1].question == beside.id


def test_home_keeps_the_game_and_the_title_offers_it(host: Host, content: Content) -> None:
    played(host, BEGIN, Open("table"))
    (title,) = played(host, Home())
    assert title.saved.id == "weber-1" and title.saved.household.id == content.households["weber"].title
    assert host.table is None
    assert played(host, Resume())[-1] == played(host, Resume("weber-1"))[-1]


def test_a_save_that_cannot_be_opened_is_told_on_a_page(host: Host) -> None:
    played(host, BEGIN, Home())
    (host.folder / "weber-1.jsonl").write_bytes(b"damaged\n")
    title, notice = played(host, Resume("weber-1"))
    assert isinstance(title, Title) and isinstance(notice, Notice)
    assert [one.id for one in notice.told] == ["save.broken"]


def test_a_disk_that_refuses_is_told_once(host: Host) -> None:
    host.folder.parent.mkdir(parents=True)
    host.folder.write_text("in the way")
    assert isinstance(played(host, BEGIN, Open("table"))[-1], Notice)
    assert not [one for _ in range(3) for one in played(host, first(host)) if isinstance(one, Notice)]
    assert host.table and host.table.warning


def test_the_voice_knows_when_the_household_begins(host: Host, content: Content) -> None:
    assert host.voice("de").language == "de"
    played(host, BEGIN)
    household = content.households["weber"]
    assert host.voice("de").start == (household.start_year, household.start_month)

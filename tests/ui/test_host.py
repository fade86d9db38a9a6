"""The host of the window: what the player's moves do to the table and to the stack of pages. No window opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine import policies
from game.i18n.speech import Languages
from game.model.content import Content
from game.model.game import Settings
from game.paths import data_folder, user_folders
from game.ui.check import check_layout
from game.ui.host import Host
from game.ui.host import bare as without_table
from game.ui.layout import lay_out
from game.ui.screen import Begin, Give, Home, Move, Open, Pop, Replace, Resume, Screen, Undo
from game.ui.screens.close import Close
from game.ui.screens.end import End
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
from game.ui.screens.mail import Mail
from game.ui.screens.month import Month
from game.ui.screens.notice import Notice
from game.ui.screens.on_table import OnTable
from game.ui.screens.opening import Opening, Trial
from game.ui.screens.setup import Setup
from game.ui.screens.shock import ShockPage
from game.ui.screens.title import Title
from tests.playing import scenarios

BEGIN = Begin("weber", 3, 24, Settings())
Stack = tuple[Screen, ...]
START: Stack = (Title(),)


@pytest.fixture(scope="module")
def content() -> Content:
    return scenarios()


@pytest.fixture
def host(content: Content, tmp_path: Path) -> Iterator[Host]:
    host = Host(content, user_folders(tmp_path), Languages(content.texts, data_folder("locales")), "en", 7)
    yield host
    host.rise()


def played(host: Host, *moves: Move, stack: Stack = START) -> Stack:
    for move in moves:
        stack = stack[:-1] if isinstance(move, Pop) else host.play(move, stack)  # type: ignore[arg-type]
    return without_table(stack)


def first(host: Host) -> Give:
    assert host.table and host.table.question
    return Give(host.table.question.options[0].id)


def on_the_table(host: Host) -> Stack:
    """The first question, whatever lies over it taken away."""
    return bare(played(host, BEGIN, Open("table")))


def bare(stack: Stack) -> Stack:
    return stack[:2]


def careful(host: Host, stack: Stack) -> Stack:
    """The answer of the adviser's rules, and its pages."""
    assert host.table
    return played(host, Give(policies.choose(host.table.state, "careful")), stack=stack)


def until(host: Host, stack: Stack, kind: type[Screen]) -> Stack:
    """Play on until a page of that kind is on the stack."""
    for _ in range(200):
        if any(isinstance(screen, kind) for screen in stack):
            return stack
        stack = careful(host, bare(stack))
    raise AssertionError(f"no {kind.__name__} came")


def test_the_first_time_the_notice_comes_before_the_set_up(host: Host) -> None:
    stack = played(host, Open("setup"))
    assert isinstance(stack[-1], Opening) and len(stack[-1].notices) == 4
    stack = played(host, stack[-1].onward, stack=stack)
    assert [type(screen) for screen in stack] == [Title, Setup]
    assert isinstance(played(host, Open("setup"))[-1], Setup)


def test_a_newcomer_is_offered_the_trial_month_and_nobody_else(host: Host) -> None:
    assert isinstance(played(host, BEGIN)[-1], Trial)
    assert isinstance(played(host, Home(), BEGIN)[1], Month)


def test_six_inputs_lead_to_the_first_real_decision(host: Host) -> None:
    inputs, stack = 1, played(host, Open("setup"))
    while not (host.table and not host.table.trial and isinstance(stack[-1], Month)):
        top = stack[-1]
        move: Move = BEGIN
        if isinstance(top, Opening | Close):
            move = top.onward
        elif isinstance(top, Trial):
            move = top.attempt
        elif isinstance(top, Month):
            move = first(host)
        stack, inputs = played(host, move, stack=stack), inputs + 1
    assert inputs <= 6


def test_the_trial_month_is_taken_back(host: Host) -> None:
    stack = played(host, BEGIN, Open("trial"))
    stack = played(host, first(host), stack=stack)
    assert isinstance(stack[-1], Close) and stack[-1].trial
    assert isinstance(played(host, Undo(), stack=stack)[-1], Month)
    stack = played(host, first(host), stack=stack)
    played(host, stack[-1].onward, stack=stack)
    assert host.table and not host.table.trial and host.table.answers == 0


def test_a_kill_in_the_trial_month_returns_to_its_question(host: Host) -> None:
    played(host, BEGIN, Open("trial"))
    assert host.table
    asked = host.table.question
    assert played(host, Home(), Resume()) and host.table and host.table.trial
    assert host.table.question == asked


def test_an_answer_closes_the_month_and_its_undo_returns_to_the_very_question(host: Host) -> None:
    after = on_the_table(host)
    while not any(isinstance(screen, Close) for screen in after):
        assert host.table
        before, answers = host.table.question, host.table.answers
        after = played(host, first(host), stack=bare(after))
    assert isinstance(after[-1], Close)
    back = played(host, Undo(), stack=after)
    assert host.table and (host.table.question, host.table.answers) == (before, answers)
    assert len(back) == 2 and isinstance(back[1], Month) and back[1].question == before


def test_every_month_has_its_page_until_the_end(host: Host) -> None:
    stack, months = on_the_table(host), set[int]()
    while host.table and host.table.question:
        stack = careful(host, bare(stack))
        for screen in stack:
            months |= {screen.closed.month} if isinstance(screen, Close) else set()
            quiet = getattr(screen, "quiet", None)
            months |= set(range(quiet.first, quiet.last + 1)) if quiet else set()
    assert months == set(range(24))
    assert isinstance(stack[1], End) and not stack[1].line.calm_owed


def test_the_second_line_of_the_end_comes_by_itself(host: Host) -> None:
    stack = until(host, on_the_table(host), End)
    for _ in range(100):
        if (after := host.poll(stack)) is not None:
            break
    assert after is not None
    end = without_table(after)[1]
    assert isinstance(end, End) and len(end.line.calm_owed) == 24
    assert host.poll(after) is None


def test_a_shock_that_can_be_claimed_is_its_own_question(host: Host) -> None:
    stack = until(host, on_the_table(host), ShockPage)
    page = stack[1]
    assert isinstance(page, ShockPage) and page.question and page.call
    called = played(host, page.call, stack=bare(stack))
    assert isinstance(called[1], ShockPage) and called[1].call is None


def test_a_standing_answer_stays_on_its_page(host: Host) -> None:
    stack = until(host, on_the_table(host), ShockPage)
    stack = played(host, Open("mail"), stack=bare(stack))
    assert isinstance(stack[-1], Mail)
    assert host.table
    stack = played(host, Give("tight", "plan.leisure"), stack=stack)
    assert isinstance(stack[-1], Mail) and host.table.state.levels["leisure"] == "tight"


def test_what_is_not_offered_changes_nothing(host: Host) -> None:
    stack = on_the_table(host)
    assert played(host, Give("never"), stack=stack) == stack


def test_home_keeps_the_game_and_the_title_offers_it(host: Host, content: Content) -> None:
    before = on_the_table(host)
    (title,) = played(host, Home())
    assert isinstance(title, Title) and title.saved
    assert title.saved.id == "weber-1" and title.saved.household.id == content.households["weber"].title
    assert host.table is None
    assert bare(played(host, Resume()))[1] == before[1]


def test_the_soft_exit_ends_kindly_and_the_game_can_go_on(host: Host) -> None:
    stack = played(host, Open("leave"), stack=on_the_table(host))
    assert isinstance(stack[-1], Leave)
    assert host.table
    asked = host.table.question
    stack = played(host, Open("goodbye"), stack=stack)
    assert isinstance(stack[-1], HelpPage) and host.table is None
    assert b'"stop"' in (host.folder / "weber-1.jsonl").read_bytes()
    played(host, Resume())
    assert host.table and host.table.question == asked


def test_backspace_on_a_page_around_the_game_takes_nothing_back(host: Host) -> None:
    stack = on_the_table(host)
    stack = played(host, first(host), Open("help"), stack=stack)
    assert isinstance(stack[-1], HelpPage)
    assert played(host, Undo(), stack=stack) == stack[:-1]
    assert host.table and host.table.answers == 1


def test_a_save_that_cannot_be_opened_is_told_on_a_page(host: Host) -> None:
    played(host, BEGIN, Home())
    (host.folder / "weber-1.jsonl").write_bytes(b"damaged\n")
    title, notice = played(host, Resume("weber-1"))
    assert isinstance(title, Title) and isinstance(notice, Notice)
    assert [one.id for one in notice.told] == ["save.broken"]


def test_a_disk_that_refuses_is_told_on_every_page(host: Host) -> None:
    host.folder.parent.mkdir(parents=True)
    host.folder.write_text("in the way")
    stack = host.play(Open("table"), played(host, BEGIN))
    stack = host.play(first(host), stack)
    assert all(isinstance(page, OnTable) and page.told for page in stack[1:])
    assert not any(isinstance(page, OnTable) for page in without_table(stack))


def test_every_page_of_the_table_has_its_exit_and_its_undo_for_the_mouse(host: Host) -> None:
    begun = host.play(Open("table"), played(host, BEGIN))
    after = host.play(first(host), begun)
    assert [page.undoes for page in begun[1:] if isinstance(page, OnTable)] == [False] * len(begun[1:])
    page = after[-1]
    assert isinstance(page, OnTable) and page.undoes
    moves = [node.move for node in lay_out(page, (1024, 768), host.voice("de")).root.walk()]
    assert Open("leave") in moves and Undo() in moves
    assert not check_layout(lay_out(page, (1024, 768), host.voice("de")))


def test_a_page_that_becomes_another_one_stays_on_the_table(host: Host) -> None:
    stack = until(host, on_the_table(host), ShockPage)
    mail = host.play(Open("mail"), stack)[-1]
    assert isinstance(mail, OnTable) and isinstance(mail.screen, Mail)
    turned = replace(mail, screen=replace(mail.screen, pieces=mail.screen.pieces * 2))
    sheet = lay_out(turned, (1920, 1080), host.voice("en"))
    moves = [node.move for node in sheet.root.walk() if isinstance(node.move, Replace)]
    assert moves and all(isinstance(move.screen, OnTable) for move in moves)


def test_the_voice_knows_when_the_household_begins(host: Host, content: Content) -> None:
    assert host.voice("de").language == "de"
    played(host, BEGIN)
    household = content.households["weber"]
    assert host.voice("de").start == (household.start_year, household.start_month)

"""Between two questions: the pages hold their texts, come in order, and say what the ledger says."""

from __future__ import annotations

import itertools
import os
from functools import cache

import pygame
import pytest

from game.engine.play import answer, ended, new_game, question
from game.engine.policies import choose
from game.explain.arrived import answered
from game.explain.blow import blow
from game.explain.charts import nice_step, spread
from game.explain.closed import closed, debts_at, was_quiet
from game.explain.moved import moved
from game.explain.post import post
from game.explain.timeline import timeline
from game.explain.twin import apart, replaying, story, without_shocks
from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.state import State
from game.paths import data_folder
from game.ui.check import check_layout
from game.ui.flow import again, between, close_page, end_page, opened, screen_for
from game.ui.gallery import GALLERY
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Give, Move, Open, Pop, Replace, Screen, View
from game.ui.screens.close import Close
from game.ui.screens.close_quiet import QuietMonths
from game.ui.screens.end import End
from game.ui.screens.mail import Mail
from game.ui.screens.news import News
from game.ui.screens.shock import ShockPage
from tests.playing import scenarios

os.environ["SDL_VIDEODRIVER"] = "dummy"
SIZES = ((1920, 1080), (1280, 800), (1024, 768))
ENTRIES = (
    "close", "close_joy", "close_letter", "close_help", "close_trial", "close_quiet", "month_again", "shock",
    "shock_told", "news", "mail", "mail_closed", "mail_later", "end", "end_careful", "end_drawing",
)  # fmt: skip


@cache
def content() -> Content:
    return scenarios()


@cache
def voice(language: str) -> Speech:
    return Languages(content().texts, data_folder("locales")).speech(language)


@cache
def entry(name: str) -> Screen:
    return GALLERY[name](content(), None)


@cache
def game(policy: str, seed: int = 3) -> tuple[State, ...]:
    """The states of a whole game, one after each answer."""
    states = [new_game(content(), "weber", seed, 24)]
    while not ended(states[-1]):
        states.append(answer(states[-1], choose(states[-1], policy)))
    return tuple(states)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_page_holds_at_night_and_with_sentences_of_almost_twice_the_length(name: str) -> None:
    assert check_layout(lay_out(entry(name), (1920, 1080), voice("en"), Preferences(night=True))) == []
    long = check_layout(lay_out(entry(name), (1920, 1080), voice("xx")))
    assert [fault for fault in long if " overlap at" in fault or "leaves" in fault] == []


@pytest.mark.parametrize("name", ENTRIES)
def test_everything_on_a_page_can_be_reached_and_named(name: str) -> None:
    able = [node for node in lay_out(entry(name), (1024, 768), voice("de")).root.walk() if node.focusable]
    assert able
    assert all(node.name and node.id for node in able)


def pressed(screen: Screen, key: int, text: str = "") -> Move | None:
    view = View(keyboard=True)
    sheet = lay_out(screen, (1920, 1080), voice("en"), None, view)
    return react(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0), sheet, view, screen, 4)


@pytest.mark.parametrize("name", ["close", "close_quiet", "shock_told", "news", "end"])
def test_escape_on_a_page_of_the_table_is_the_soft_exit(name: str) -> None:
    assert pressed(entry(name), pygame.K_ESCAPE) == Open("leave")


def test_enter_goes_on_and_the_letters_choose() -> None:
    assert pressed(entry("close"), pygame.K_RETURN) == Pop()
    assert pressed(entry("shock"), pygame.K_b, "b") == Give("later")
    assert pressed(entry("close_help"), pygame.K_h, "h") == Open("help")


def test_the_arrows_turn_the_letters_and_move_the_slider() -> None:
    turned = pressed(entry("mail"), pygame.K_RIGHT)
    assert isinstance(turned, Replace) and isinstance(turned.screen, Mail) and turned.screen.index == 1
    end = entry("end")
    sheet = lay_out(end, (1920, 1080), voice("en"))
    slider = next(node for node in sheet.root.walk() if node.id == "slider")
    assert slider.turn[1] is None
    earlier = slider.turn[0]
    assert isinstance(earlier, Replace) and isinstance(earlier.screen, End) and earlier.screen.month == 22


@pytest.mark.parametrize("policy", ["careful", "minimum", "loudest", "random"])
def test_each_closed_month_is_shown_once_and_in_order(policy: str) -> None:
    states, shown = game(policy), list[int]()
    for before, after in itertools.pairwise(states):
        for page in between(before, after):
            match page:
                case Close():
                    shown.append(page.closed.month)
                case QuietMonths():
                    assert page.count <= 3
                    shown += range(page.quiet.first, page.quiet.last + 1)
    assert shown == list(range(24))


@pytest.mark.parametrize("policy", ["careful", "minimum", "loudest", "random"])
def test_each_shock_is_shown_once(policy: str) -> None:
    states, shown = game(policy), list[str]()
    last = None
    for before, after in itertools.pairwise(states):
        pages = [page for page in between(before, after) if isinstance(page, ShockPage)]
        shown += [page.blow.letter.id for page in pages]
        asked = screen_for(after)
        if isinstance(asked, ShockPage) and asked.blow.letter.id != last:
            last = asked.blow.letter.id
            shown.append(last)
    assert sorted(shown) == sorted(f"shock.{name}" for name in states[-1].happened)


@pytest.mark.parametrize("policy", ["careful", "minimum"])
def test_all_news_are_heard(policy: str) -> None:
    states, told = game(policy), list[str]()
    for before, after in itertools.pairwise(states):
        for page in between(before, after):
            if isinstance(page, News) and page.title.id == "news.month":
                told += [one.text.id for one in page.heard]
            if isinstance(page, Close):
                told += [one.id for one in page.closed.news]
    assert sorted(told) == sorted(one.id for row in states[-1].rows for one in row.news)


def test_a_month_with_a_question_is_not_quiet() -> None:
    end = game("careful")[-1]
    assert all(not end.rows[month].decisions for month in range(24) if was_quiet(end, month))


def test_the_ledger_and_the_books_agree_on_every_debt() -> None:
    end = game("minimum")[-1]
    owed = {name: cents for name, cents in debts_at(end, 23).items() if cents}
    assert owed == {name: -cents for name, cents in end.balance.items() if name.startswith("debt:") and cents}


def test_what_moved_adds_up_to_the_change_of_the_account() -> None:
    end = game("minimum")[-1]
    for month in range(1, 24):
        found = moved(end, month)
        came, went = (sum(line.cents for line in lines) for lines in (found.came, found.went))
        new = sum(line.cents for line in found.debts)
        assert came - went + new == end.rows[month].account - end.rows[month - 1].account


def test_the_account_of_the_page_is_the_row_of_its_month() -> None:
    end = game("loudest")[-1]
    for month in (0, 7, 23):
        page = closed(end, month)
        assert page.changes[0].cents == end.rows[month].account
        assert len(page.changes) == 4


def test_a_call_is_answered_on_a_page() -> None:
    states = game("careful")
    calls = [(b, a) for b, a in itertools.pairwise(states) if answered(b, a)]
    assert calls
    before, after = calls[0]
    pages = between(before, after)
    assert isinstance(pages[0], News) and pages[0].title.id == "news.call"


def test_a_job_loss_weighs_what_the_benefit_leaves() -> None:
    state = next(state for state in game("careful") if "tom_job" in state.happened)
    found = blow(state, "tom_job")
    assert found.claimed and 0 < found.monthly < 100_000
    assert found.claims[0].last is not None


def test_closed_letters_offer_only_to_be_opened() -> None:
    screen = entry("mail_closed")
    assert isinstance(screen, Mail)
    closed_ones = [piece for piece in screen.pieces if not piece.letter.opened]
    assert all([reply.kind for reply in piece.replies] == ["open"] for piece in closed_ones)


def test_opened_letters_stay_on_the_page() -> None:
    states = (state for seed in range(1, 60) for state in game("random", seed))
    state = next(s for s in states if any(not letter.opened for letter in s.mail) and not s.triage and not s.over)
    page = opened("mail", state)
    assert isinstance(page, Mail)
    after = again(page, answer(state, "mail.open:all"))
    assert isinstance(after, Mail) and all(piece.letter.opened for piece in after.pieces)
    assert len(post(state)) == len(after.pieces)


def test_the_twin_is_the_same_game_without_its_shocks() -> None:
    for policy in ("careful", "minimum", "loudest"):
        state = game(policy)[-1]
        twin = without_shocks(state)
        assert len(twin.rows) == 24 and not twin.happened
        first = min(state.happened.values())
        assert [row.account for row in twin.rows[:first]] == [row.account for row in state.rows[:first]]
        assert apart(state, twin) != 0


def test_the_twin_can_be_computed_in_steps() -> None:
    state = game("minimum")[-1]
    *_, last = replaying(state)
    assert last.rows == without_shocks(state).rows


@pytest.mark.parametrize("policy", ["careful", "minimum", "loudest", "random"])
def test_three_sentences_tell_what_happened(policy: str) -> None:
    for seed in range(1, 9):
        state = game(policy, seed)[-1]
        told = story(state, without_shocks(state))
        assert len(told) == 3
        assert all(voice("en").say(one.text) for one in told)


def test_an_end_before_the_first_close_can_be_shown() -> None:
    state = answer(new_game(content(), "weber", 3, 24), "stop")
    assert question(state) is None
    for screen in (end_page(state, None), end_page(state, without_shocks(state))):
        assert check_layout(lay_out(screen, (1280, 800), voice("en"))) == []
    assert timeline(state, None).owed == ()


def test_the_last_page_leads_to_the_end() -> None:
    end = game("careful")[-1]
    assert close_page(end, 23, Pop()).last and not close_page(end, 22, Pop()).last


def test_round_steps_and_labels_that_keep_apart() -> None:
    assert [nice_step(cents) for cents in (10_000, 90_000, 1_248_000)] == [10_000, 25_000, 500_000]
    tops = spread([100, 110, 500], [60, 60, 60], 0, 540)
    assert tops[1] - tops[0] >= 60 and tops[2] + 60 <= 540


def test_enter_reads_through_the_pile_once() -> None:
    page = entry("mail")
    assert isinstance(page, Mail)
    view, turned = View(keyboard=True, focus="pages"), 0
    move: Move | None = None
    while not isinstance(move, Pop):
        sheet = lay_out(page, (1280, 800), voice("lb"), Preferences(text_size=125), view)
        event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="\r", mod=0)
        move = react(event, sheet, view, page, 3)
        page = move.screen if isinstance(move, Replace) else page
        turned += 1
    assert isinstance(page, Mail)
    assert turned == len(page.pieces)

"""The month's table: it holds its texts, its ruler answers, its keys give moves, and its money moves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pygame
import pytest

from game.engine.living import dues
from game.engine.play import answer, new_game, question
from game.engine.policies import choose
from game.explain.desk import Pocket, account_beside, desk, pockets
from game.explain.outlook import outlook, tried
from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.game import Letter
from game.model.message import Message
from game.model.state import State
from game.paths import data_folder
from game.ui.check import check_layout
from game.ui.gallery import GALLERY
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Give, Move, Open, Push, Screen, Undo, View
from game.ui.screens.month import Month, month_screen
from game.ui.screens.month_facts import Before
from game.ui.screens.month_more import Ahead, Debts
from game.ui.sheet import Sheet
from game.ui.tree import by_id
from tests.playing import scenarios
from tests.ui.fits import faults, fonts

os.environ["SDL_VIDEODRIVER"] = "dummy"
SIZES = ((1920, 1080), (1280, 800), (1024, 768))
ENTRIES = (
    "month",
    "month_joy",
    "month_offer",
    "month_platform",
    "month_order",
    "month_trial",
    "month_debts",
    "month_ahead",
)


@cache
def content() -> Content:
    return scenarios()


@cache
def languages() -> Languages:
    return Languages(content().texts, data_folder("locales"))


def voice(language: str) -> Speech:
    return languages().speech(language)


@cache
def entry(name: str) -> Screen:
    return GALLERY[name](content(), None)


def dilemmas(policy: str = "minimum", seed: int = 4711) -> Iterator[State]:
    state = new_game(content(), "weber", seed, 24)
    while (asked := question(state)) is not None:
        if asked.kind == "dilemma":
            yield state
        state = answer(state, choose(state, policy))


@cache
def first() -> State:
    return next(dilemmas())


@cache
def under_zero() -> State:
    games = (state for seed in range(1, 40) for policy in ("loudest", "random") for state in dilemmas(policy, seed))
    return next(state for state in games if account_beside(state) < 0 and state.mail)


def texts(sheet: Sheet) -> list[str]:
    return [node.lettering.text for node in sheet.root.walk() if node.lettering]


def wide(screen: Screen, view: View | None = None, size: tuple[int, int] = (1920, 1080)) -> Sheet:
    return lay_out(screen, size, voice("en"), None, view or View())


@pytest.mark.parametrize("name", ENTRIES)
def test_a_screen_holds_at_night_and_with_sentences_of_almost_twice_the_length(name: str) -> None:
    assert check_layout(lay_out(entry(name), (1920, 1080), voice("en"), Preferences(night=True))) == []
    for size in SIZES:
        assert check_layout(lay_out(entry(name), size, voice("xx"))) == [], size


@pytest.mark.parametrize("policy", ["minimum", "careful", "loudest"])
def test_every_dilemma_of_a_game_holds(policy: str) -> None:
    for state in dilemmas(policy, 7):
        assert faults(month_screen(state), voice("en")) == [], state.month


def test_the_account_stands_beside_the_envelopes() -> None:
    state = first()
    assert account_beside(state) == state.opening
    shown = {pocket.id: pocket for pocket in pockets(state)}
    assert list(shown) == ["rent", "food", "energy", "transport", "children", "leisure"]
    assert shown["rent"].paid
    assert not shown["food"].paid
    assert shown["food"].there == shown["food"].planned
    assert not Pocket("rent", 185_000, 120_000, 185_000).paid


def test_a_dearer_answer_leaves_the_account_and_the_line() -> None:
    state = first()
    asked = question(state)
    assert asked is not None
    paid = next(option for option in asked.options if option.now)
    looks = {option.id: outlook(state, option.id) for option in asked.options}
    assert outlook(state).accounts[0] - paid.now <= looks[paid.id].accounts[0] < outlook(state).accounts[0]
    after = tried(state, paid.id)
    envelopes = [sum(pocket.there for pocket in pockets(moment)) for moment in (state, after)]
    left = account_beside(state) - account_beside(after)
    assert left + envelopes[0] - envelopes[1] == paid.now


def test_keys_give_the_moves_of_the_table() -> None:
    screen = month_screen(under_zero())
    asked = screen.question

    def press(key: int, text: str = "", size: tuple[int, int] = (1920, 1080)) -> Move | None:
        view = View()
        event = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0)
        return react(event, wide(screen, view, size), view, screen, 2)

    assert press(pygame.K_a, "a") == Give(asked.options[0].id, asked.id)
    assert press(pygame.K_b, "b") == Give(asked.options[1].id, asked.id)
    assert press(pygame.K_m, "m") == Open("mail")
    assert press(pygame.K_p, "p") == Open("plan")
    assert press(pygame.K_s, "s") == Push(Debts(screen.desk))
    assert press(pygame.K_t, "t") == (None if screen.desk.call_used else Open("call"))
    assert press(pygame.K_l, "l") is None
    assert press(pygame.K_l, "l", (1024, 768)) == Push(Ahead(screen.line))
    assert press(pygame.K_BACKSPACE) == Undo()
    assert press(pygame.K_ESCAPE) == Open("leave")


def test_the_ruler_speaks_of_the_option_that_is_looked_at() -> None:
    screen = month_screen(first())
    asked = screen.question
    plain = [text for text in texts(wide(screen)) if text.startswith("At this pace")]
    assert len(plain) == 1
    hovered = wide(screen, View(hover=asked.options[1].id))
    assert not [text for text in texts(hovered) if text.startswith("At this pace")]
    focused = View(focus=asked.options[0].id, keyboard=True)
    end = screen.lines[0][1].accounts[0]
    assert any(voice("en").money(end) in text for text in texts(wide(screen, focused)))
    assert [text for text in texts(wide(screen, View(focus=asked.options[0].id))) if text.startswith("At this pace")]


def test_a_limit_in_sight_names_its_month_and_a_short_month_what_is_missing() -> None:
    screen = month_screen(first())
    short = replace(screen.line, reached=screen.line.months[0], short=64_000)
    assert "January does not add up. Missing: 640\u00a0€" in texts(wide(replace(screen, line=short)))
    low = (*screen.line.accounts[:3], -230_000, *screen.line.accounts[4:])
    reached = replace(screen.line, reached=screen.line.months[3], short=0, accounts=low)
    shown = texts(wide(replace(screen, line=reached)))
    assert "At this pace the limit is reached: April" in shown
    assert "Apr\u00a0−2,000\u00a0€" in [text.replace(" ", "\u00a0") for text in shown]


def test_money_leaves_while_the_screen_comes_and_at_once_with_less_motion() -> None:
    state = first()
    asked = question(state)
    assert asked is not None
    now = month_screen(state)
    moved = replace(now, desk=replace(now.desk, account=10_000), before=Before(50_000, 0))
    assert "500\u00a0€" in texts(wide(moved, View(arrival=0.0)))
    assert "100\u00a0€" in texts(wide(moved, View(arrival=1.0)))
    between = [text for text in texts(wide(moved, View(arrival=0.5))) if text.endswith("€")]
    assert "100\u00a0€" not in between


def test_new_letters_drop_onto_the_pile() -> None:
    screen = month_screen(first())
    letter = Letter("x", 0, "amber", *(Message("month.mail"),) * 4)
    assert "Mail\u2002no letters" in texts(wide(screen))
    full = replace(screen, desk=replace(screen.desk, mail=(letter, letter)), before=Before(0, 0))
    falling, lying = (by_id(wide(full, View(arrival=share)).root, "open.mail") for share in (0.0, 1.0))
    assert falling is not None
    assert lying is not None
    assert falling.children[-1].box.y < lying.children[-1].box.y
    assert any("reminders: 2" in text for text in texts(wide(full)))


def test_the_same_question_again_keeps_the_focus_and_another_one_does_not() -> None:
    state = first()
    changed = answer(state, "plan.leisure:tight")
    assert month_screen(changed, state).stays
    asked = question(state)
    assert asked is not None
    after = answer(state, asked.options[-1].id)
    nxt = question(after)
    if nxt is not None and nxt.kind == "dilemma":
        assert not month_screen(after, state).stays


def test_a_used_call_and_no_debts_are_said() -> None:
    screen = month_screen(first())
    used = replace(screen, desk=replace(screen.desk, call_used=True, debts=()))
    sheet = wide(used)
    assert "This month’s call is made." in texts(sheet)
    assert "Nothing is owed." in texts(sheet)
    node = by_id(sheet.root, "open.call")
    assert node is not None
    assert not node.enabled


def test_the_trial_month_says_that_nothing_counts() -> None:
    assert any("nothing counts" in text for text in texts(wide(entry("month_trial"))))
    month = entry("month_trial")
    assert isinstance(month, Month)
    assert month.desk.trial


def test_a_game_that_is_over_has_no_table() -> None:
    over = answer(first(), "stop")
    with pytest.raises(ValueError, match="over"):
        month_screen(over)
    assert desk(first()).debt > 0


def test_money_that_is_put_aside_says_that_the_month_stays_short() -> None:
    """`aside` brings 460 € and saves them: a month that was short is as short as before, and the answer says so."""
    state = new_game(content(), "weber", 3, 24).copy()
    state.queue = (("dilemma", "refund_arrives"),)
    state.balance["asset:current"] = 20_000
    state.dues = dues(state)
    shown = month_screen(state)
    look = shown.look("aside")
    assert look is not None
    assert look.short == shown.line.short > 0
    said = voice("en").say(Message("month.will_be_short", (("month", look.months[0]), ("amount", look.short))))
    lettered = [n.lettering.text for n in lay_out(shown, (1280, 800), voice("en")).root.walk() if n.lettering]
    assert sum(said in text for text in lettered) >= 1


@cache
def cards() -> tuple[Month, ...]:
    """Each card that comes in a handful of games, once."""
    found: dict[str, Month] = {}
    for policy, seed in (("minimum", 101), ("loudest", 102), ("random", 103), ("random", 104), ("careful", 105)):
        state = new_game(content(), "weber", seed, 24)
        while (asked := question(state)) is not None:
            if asked.kind in ("dilemma", "joy", "offer"):
                found.setdefault(asked.id, month_screen(state))
            state = answer(state, choose(state, policy))
    return tuple(found.values())


@pytest.mark.parametrize("language", ["de", "fr", "lb"])
@pytest.mark.parametrize(("size", "text_size"), [((1024, 768), 100), ((1280, 800), 100), ((1280, 800), 125)])
def test_no_answer_of_a_card_has_to_be_scrolled_to(language: str, size: tuple[int, int], text_size: int) -> None:
    for shown in cards():
        sheet = lay_out(shown, size, voice(language), Preferences(text_size=text_size), None, fonts(size))
        assert not [node for node in sheet.root.walk() if node.role == "scroll"], shown.question.id
        assert check_layout(sheet) == []


def test_a_letter_that_opens_a_page_leaves_the_focus_on_the_answers() -> None:
    """After coming back, Enter answers: it does not open the page again."""
    shown = entry("month")
    view = View(keyboard=True)
    sheet = lay_out(shown, (1024, 768), voice("en"), None, view)
    before = view.focus
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_p, unicode="p", mod=0)
    assert react(event, sheet, view, shown, 2) == Open("plan")
    assert view.focus == before


def test_an_answer_keeps_its_own_name_beside_what_lies_on_the_table() -> None:
    """The focus begins on the first answer, also where an answer is called `call` or `card` as other things are."""
    for size in SIZES:
        for shown in cards():
            view = View(focus="call", keyboard=True)
            sheet = lay_out(shown, size, voice("de"), None, view, fonts(size))
            ids = [node.id for node in sheet.root.walk() if node.id]
            assert len(set(ids)) == len(ids), shown.question.id
            options = [option.id for option in shown.question.options]
            assert view.focus == ("call" if "call" in options else options[0])

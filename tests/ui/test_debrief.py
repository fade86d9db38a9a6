"""The pages of the debrief: they hold their texts, ask before they show, and go by keys and by mouse."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache

import pygame
import pytest

from game.i18n.speech import Languages
from game.paths import data_folder
from game.ui import app
from game.ui.check import check_layout
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Move, Pop, Replace, View
from game.ui.screens.debrief.page import DebriefPage
from game.ui.screens.debrief.seen import GUESS, STEP, Seen, guessed, known_months
from game.ui.sheet import Sheet
from game.ui.sound import Cues
from game.ui.tree import by_id
from tests.ui import sample_debrief as sample
from tests.ui.fits import SIZES, faults, fonts, in_all_sizes
from tests.ui.voice import Desk

os.environ["SDL_VIDEODRIVER"] = "dummy"


@cache
def pages() -> dict[str, DebriefPage]:
    """Every page, and the states that look different."""
    found = {id: sample.page(id) for id in sample.IDS}
    switched = sample.page("levers", cards=frozenset({0, 1}))
    return found | {
        "guess_drawn": sample.page(GUESS, open=frozenset({GUESS})),
        "question": sample.page("luck", open=frozenset()),
        "levers_on": replace(switched, asked=switched.wanted, answer=sample.BETTER),
        "loop_cut": sample.page("loop", cut=0),
        "early": sample.page("twins", month=2, compare="careful"),
        "waiting": _unready("waterfall"),
        "no_loop": _without("loop"),
        "no_coins": _without("coins"),
    }


def _unready(id: str) -> DebriefPage:
    page = sample.page(id)
    fewer = tuple(replace(one, ready=one.id != id) for one in page.debrief.pages)
    return replace(page, debrief=replace(page.debrief, pages=fewer))


def _without(id: str) -> DebriefPage:
    page = sample.page(id)
    return replace(page, debrief=replace(page.debrief, loop=None, traced=None))


PAGES = tuple(pages())


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages(sample.texts(), data_folder("locales"))


@in_all_sizes
@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_its_texts(name: str, language: str, text_size: int, languages: Languages) -> None:
    assert faults(pages()[name], languages.speech(language), Preferences(text_size=text_size)) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_at_night(name: str, languages: Languages) -> None:
    sheet = lay_out(pages()[name], SIZES[0], languages.speech("en"), Preferences(night=True), fonts=fonts(SIZES[0]))
    assert check_layout(sheet) == []


class Player:
    """Somebody before a page."""

    def __init__(self, page: DebriefPage, languages: Languages) -> None:
        self.page, self.view, self.voice = page, View(), languages.speech("en")

    @property
    def sheet(self) -> Sheet:
        return lay_out(self.page, (1920, 1080), self.voice, None, self.view)

    def press(self, key: int, text: str = "") -> Move | None:
        event = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0)
        return self._take(react(event, self.sheet, self.view, self.page, 3))

    def mouse(self, kind: int, x: float, y: float) -> Move | None:
        event = pygame.event.Event(kind, pos=(round(x), round(y)), button=1, buttons=(1, 0, 0))
        return self._take(react(event, self.sheet, self.view, self.page, 3))

    def _take(self, move: Move | None) -> Move | None:
        if isinstance(move, Replace):
            assert isinstance(move.screen, DebriefPage)
            self.page = move.screen
        return move

    @property
    def texts(self) -> str:
        return "\n".join(node.name for node in self.sheet.root.walk() if node.lettering)


def test_enter_leads_through_all_pages_and_out(languages: Languages) -> None:
    player = Player(replace(sample.page("feelings"), seen=Seen()), languages)
    seen, move = [player.page.page.id], None
    for _ in range(80):
        move = player.press(pygame.K_RETURN)
        if isinstance(move, Pop):
            break
        if player.page.page.id != seen[-1]:
            seen.append(player.page.page.id)
    assert isinstance(move, Pop)
    assert seen == [page.id for page in player.page.pages]


def test_the_question_comes_before_the_answer(languages: Languages) -> None:
    player = Player(sample.page("coins", open=frozenset()), languages)
    ask, head = sample.texts()["sample.ask.coins"], sample.texts()["sample.head.coins"]
    assert ask in player.texts
    assert head not in player.texts
    player.press(pygame.K_RETURN)
    assert head in player.texts


def test_the_guess_moves_by_keys_and_by_hand(languages: Languages) -> None:
    player = Player(sample.page(GUESS, open=frozenset()), languages)
    start = guessed(player.page.debrief, player.page.seen)[-1]
    player.press(pygame.K_UP)
    assert guessed(player.page.debrief, player.page.seen)[-1] == start + STEP
    area = by_id(player.sheet.root, "guess")
    assert area is not None
    x, y = area.box.centre
    player.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    player.mouse(pygame.MOUSEMOTION, x + 200, area.box.y + 40)
    drawn = guessed(player.page.debrief, player.page.seen)
    assert max(drawn) > 2 * start
    assert drawn[-1] == start + STEP
    assert "12,480" not in player.texts
    player.press(pygame.K_RETURN)
    assert player.page.draws
    assert "12,480" in player.texts


def test_arrows_turn_pages_and_digits_jump_to_stations(languages: Languages) -> None:
    player = Player(sample.page("coins"), languages)
    player.press(pygame.K_RIGHT)
    assert player.page.page.id == "loop"
    player.press(pygame.K_LEFT)
    player.press(pygame.K_LEFT)
    assert player.page.page.id == "twins"
    player.press(pygame.K_6, "6")
    assert player.page.page.id == "luck"
    assert isinstance(player.press(pygame.K_BACKSPACE), Replace)
    assert player.page.page.id == "buffers"
    assert isinstance(player.press(pygame.K_ESCAPE), Pop)


def test_switches_say_what_has_to_be_played(languages: Languages) -> None:
    player = Player(sample.page("levers"), languages)
    assert player.page.wanted is None
    player.press(pygame.K_a, "a")
    assert player.page.wanted is not None
    assert player.page.wanted.levers == ("rights",)
    player.press(pygame.K_d, "d")
    assert player.page.wanted.off == ("lost",)
    player.press(pygame.K_d, "d")
    assert player.page.wanted is None


def test_a_fuller_debrief_keeps_the_page() -> None:
    page = sample.page("luck")
    bare = replace(page.debrief, months=2)
    assert replace(page, debrief=bare, at=page.at - 1).filled(page.debrief).page.id == "luck"


def test_the_known_part_is_a_quarter_of_the_story() -> None:
    assert known_months(24) == 6
    assert known_months(4) == 1


def test_the_curve_is_drawn_in_its_time_and_any_key_ends_it(languages: Languages) -> None:
    page = sample.page(GUESS, open=frozenset())
    drawn = sample.page(GUESS, open=frozenset({GUESS}))
    host = Desk()
    shown = app.Shown((app.Layer(page, View(keyboard=True)),), Preferences(), languages.speech("en"))
    shown = app.moved(shown, Replace(drawn), host)
    view = shown.layers[-1].view
    assert view.arrival == 0
    assert app._advance(shown, 750)
    assert 0.45 < view.arrival < 0.55
    sheet = lay_out(drawn, (1920, 1080), languages.speech("en"), None, view)
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, unicode=" ", mod=0)
    assert app._handled(shown, event, sheet, host, Cues("off")) is shown
    assert view.arrival == 1
    still = app.Shown((app.Layer(drawn, View(arrival=0.0)),), Preferences(motion=False), languages.speech("en"))
    app._advance(still, 1)
    assert still.layers[-1].view.arrival == 1

"""The screens around the game hold their texts in four languages, at three windows and three text sizes."""

from __future__ import annotations

import os
from dataclasses import replace

import pygame
import pytest

from game.i18n.speech import Languages
from game.model.content import Content
from game.model.game import LENGTHS, Settings
from game.model.message import Message
from game.paths import data_folder
from game.ui.check import check_layout
from game.ui.gallery import GALLERY
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Adjust, Begin, Home, Move, Open, Pop, Replace, Resume, Screen, SetLanguage, View
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
from game.ui.screens.settings import SettingsPage
from game.ui.screens.setup import Setup, surprise
from game.ui.screens.title import Saved, Title
from game.ui.sheet import Sheet
from game.ui.shell import notice, opened, shell_stack
from game.ui.tree import Node, by_id
from tests.ui import samples
from tests.ui.fits import faults, in_all_sizes

os.environ["SDL_VIDEODRIVER"] = "dummy"
SIZES = ((1920, 1080), (1280, 800), (1024, 768))
NAMES = ("title", "setup", "settings", "leave", "help", "goodbye", "opening", "trial")


@pytest.fixture(scope="module")
def content() -> Content:
    return samples.content()


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages(samples.texts(), data_folder("locales"))


@pytest.mark.parametrize("name", NAMES)
@in_all_sizes
def test_a_screen_holds_its_texts(
    name: str, language: str, text_size: int, content: Content, languages: Languages
) -> None:
    screen = GALLERY[name](content, None)
    assert faults(screen, languages.speech(language), Preferences(text_size=text_size)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_holds_at_night_and_with_sentences_of_almost_twice_the_length(
    name: str, content: Content, languages: Languages
) -> None:
    screen = GALLERY[name](content, None)
    assert check_layout(lay_out(screen, (1920, 1080), languages.speech("en"), Preferences(night=True))) == []
    long = check_layout(lay_out(screen, (1920, 1080), languages.speech("xx")))
    assert [fault for fault in long if " overlap at" in fault or "leaves the window" in fault] == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_on_a_screen_can_be_reached_and_named(name: str, content: Content, languages: Languages) -> None:
    root = lay_out(GALLERY[name](content, None), (1024, 768), languages.speech("de")).root
    able = [node for node in root.walk() if node.focusable]
    assert able
    assert all(node.name and node.id for node in able)


def _press(key: int, text: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0)


class Player:
    """Somebody with a keyboard before one screen."""

    def __init__(self, screen: Screen, languages: Languages) -> None:
        self.screen, self.view, self.voice = screen, View(), languages.speech("en")

    @property
    def sheet(self) -> Sheet:
        return lay_out(self.screen, (1920, 1080), self.voice, None, self.view)

    def node(self, id: str) -> Node:
        found = by_id(self.sheet.root, id)
        assert found is not None
        return found

    def press(self, key: int, text: str = "") -> Move | None:
        move = react(_press(key, text), self.sheet, self.view, self.screen, 2)
        if isinstance(move, Replace):
            self.screen = move.screen
        return move


def test_set_up_by_keys_begins_the_game_that_was_chosen(content: Content, languages: Languages) -> None:
    player = Player(Setup(content, number=7), languages)
    assert player.press(pygame.K_RETURN) == Begin(next(iter(content.households)), 7, LENGTHS[1], Settings())
    player.view.focus = "household"
    player.press(pygame.K_RIGHT)
    player.press(pygame.K_5, "5")
    assert player.view.focus == "household"
    player.view.focus = "length"
    player.press(pygame.K_RIGHT)
    player.view.focus = "number"
    for digit in "42":
        player.press(getattr(pygame, f"K_{digit}"), digit)
    player.press(pygame.K_BACKSPACE)
    player.view.focus = "without.death"
    player.press(pygame.K_RETURN)
    assert player.node("begin").move == Begin("hoffmann", 74, LENGTHS[2], Settings(without=("death",)))


def test_a_household_beyond_the_row_comes_into_sight(content: Content, languages: Languages) -> None:
    player = Player(Setup(content), languages)
    player.view.focus = "household"
    for _ in range(9):
        player.press(pygame.K_RIGHT)
    assert isinstance(player.screen, Setup)
    assert player.screen.chosen == 6
    assert player.node("household").name.startswith("Sophie Muller")


def test_enter_begins_from_everything_that_has_no_other_use_for_it(content: Content, languages: Languages) -> None:
    for focus in ("household", "length", "number", "begin"):
        player = Player(Setup(content, number=7), languages)
        player.view.focus = focus
        assert isinstance(player.press(pygame.K_RETURN), Begin)


@pytest.mark.parametrize("language", ["en", "fr", "de", "lb"])
@pytest.mark.parametrize("text_size", [100, 125, 150])
def test_the_only_household_has_a_wide_card_and_begin_is_in_sight(
    language: str, text_size: int, content: Content, languages: Languages
) -> None:
    one = replace(content, households={"weber": content.households["weber"]})
    for size in SIZES:
        sheet = lay_out(Setup(one), size, languages.speech(language), Preferences(text_size=text_size))
        assert check_layout(sheet) == []
        assert sheet.view.focus == "begin"
        assert sheet.view.scrolled.get("setup", 0) == 0


def test_down_goes_to_the_row_below(languages: Languages, content: Content) -> None:
    player = Player(Setup(content), languages)
    player.view.focus = "household"
    player.press(pygame.K_DOWN)
    assert player.view.focus == "length"


def test_a_surprise_is_far_away_and_never_repeats_soon() -> None:
    numbers = [4711]
    for _ in range(500):
        numbers.append(surprise(numbers[-1]))
    assert len(set(numbers)) == len(numbers)
    assert all(0 <= number <= 9999 for number in numbers)


def test_the_title_offers_a_saved_game_first(languages: Languages) -> None:
    player = Player(Title(Saved("weber_1", Message("household.weber.title"), 6)), languages)
    assert player.node("continue").first
    assert player.press(pygame.K_RETURN) == Resume("weber_1")
    assert player.node("fr").move == SetLanguage("fr")


@pytest.mark.parametrize("language", ["en", "fr", "de", "lb"])
@pytest.mark.parametrize("text_size", [100, 125, 150])
def test_the_saved_game_holds_its_longest_month(language: str, text_size: int, languages: Languages) -> None:
    screen = Title(Saved("weber_1", Message("household.weber.title"), 8))
    for size in SIZES:
        assert check_layout(lay_out(screen, size, languages.speech(language), Preferences(text_size=text_size))) == []


def test_settings_change_with_the_arrows(languages: Languages) -> None:
    player = Player(SettingsPage(), languages)
    assert player.sheet.view.focus == "line.text_size"
    assert player.press(pygame.K_RIGHT) == Adjust("text_size", 125)
    assert player.press(pygame.K_RETURN) == Adjust("text_size", 125)
    player.press(pygame.K_DOWN)
    assert player.press(pygame.K_RIGHT) == Adjust("night", True)


def test_the_soft_exit_offers_a_pause_first_and_a_number(content: Content, languages: Languages) -> None:
    player = Player(Leave(content.help.offices), languages)
    assert player.press(pygame.K_RETURN) == Pop()
    assert player.press(pygame.K_c, "c") == Open("goodbye")
    assert any(node.name == "54 77 24 22" for node in player.sheet.root.walk())


def test_the_telephone_is_the_largest_text_of_the_help_page(content: Content, languages: Languages) -> None:
    texts = [n.lettering for n in Player(HelpPage(content.help), languages).sheet.root.walk() if n.lettering]
    assert max(texts, key=lambda text: text.size).text == "54 77 24 22"


def test_the_shell_opens_its_screens_once(content: Content) -> None:
    title = Title()
    stack = shell_stack(Open("help"), (title,), content, None, 7)
    assert stack is not None
    assert isinstance(stack[-1], HelpPage)
    assert shell_stack(Open("help"), stack, content, None, 7) == stack
    assert shell_stack(Home(), stack, content, None, 7) == (title,)
    assert shell_stack(Open("mail"), stack, content, None, 7) is None
    assert opened("mail", content, stack, 7) is None


def test_the_notice_of_a_room_speaks_four_languages(languages: Languages) -> None:
    screen = notice([languages.speech(one) for one in ("lb", "fr", "de", "en")], Home())
    assert [language for language, _ in screen.notices] == ["lb", "fr", "de", "en"]

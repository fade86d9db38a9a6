"""The kit itself: text, layout checks that see what they should, keys, settings."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.ui import parts
from game.ui.app import Layer, Shown, eased, moved
from game.ui.check import check_layout
from game.ui.controls import button, option_row
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences, changed, load, store
from game.ui.screen import (
    Adjust,
    Give,
    Move,
    Open,
    Pop,
    Push,
    Quit,
    Replace,
    Scroll,
    SetLanguage,
    Still,
    View,
)
from game.ui.screens.parts import Parts
from game.ui.sheet import Sheet
from game.ui.shot import shot
from game.ui.text import Fonts, paragraph
from game.ui.theme import Style, contrast, grown, palette
from game.ui.tree import Box, by_id
from tests.ui.voice import Desk, Stub

os.environ["SDL_VIDEODRIVER"] = "dummy"


@dataclass(frozen=True)
class Drawn(Still):
    """A screen made of one function, for tests."""

    put: object

    def lay(self, sheet: Sheet) -> None:
        sheet.table()
        self.put(sheet)  # type: ignore[operator]


def faults(put: object, size: tuple[int, int] = (1920, 1080), night: bool = False) -> list[str]:
    return check_layout(lay_out(Drawn(put), size, Stub(), Preferences(night=night)))


def test_a_paragraph_breaks_at_plain_spaces_only() -> None:
    held = paragraph(Fonts(), "390\u00a0€ 1\u202f000\u00a0€", Style(30), 60)
    assert ["".join(run.text for run in line.runs) for line in held.lines] == ["390\u00a0€", "1\u202f000\u00a0€"]


def test_a_soft_hyphen_breaks_only_when_needed() -> None:
    word = "Zahlungs\u00adaufforderung"
    assert len(paragraph(Fonts(), word, Style(30), 1000).lines) == 1
    broken = paragraph(Fonts(), word, Style(30), 150).lines
    assert broken[0].runs[0].text == "Zahlungs-"


def test_bold_runs_keep_their_place() -> None:
    line = paragraph(Fonts(), "reached in **October**.", Style(30), 1000).lines[0]
    assert [(run.text, run.bold) for run in line.runs] == [("reached in", False), (" October", True), (".", False)]
    assert line.width == sum(run.width for run in line.runs)


def test_text_grows_with_the_setting_and_never_under_the_minimum() -> None:
    assert grown(28, 150) == 42
    assert grown(72, 150) == 90


def test_a_page_without_fault_has_none() -> None:
    assert check_layout(lay_out(Parts(), (1920, 1080), Stub())) == []


def test_a_text_that_is_too_long_is_seen() -> None:
    assert any("too wide" in fault for fault in faults(lambda s: s.text(64, 64, 100, "Schuldnerberatung")))
    found = faults(lambda s: s.text(64, 64, 200, "one two three four five six seven", "body", height=50))
    assert any("too high" in fault for fault in found)


def test_an_overlap_is_seen() -> None:
    def two(sheet: Sheet) -> None:
        button(sheet, Box(64, 64, 300, 84), "a", "One", Quit())
        button(sheet, Box(300, 64, 300, 84), "b", "Two", Quit())

    assert any("overlap" in fault for fault in faults(two))


def test_a_text_under_a_later_paper_is_seen() -> None:
    def covered(sheet: Sheet) -> None:
        sheet.text(64, 64, 300, "Hidden")
        parts.paper(sheet, Box(64, 64, 300, 100))

    assert any("overlap" in fault for fault in faults(covered))


def test_what_leaves_the_window_or_its_paper_is_seen() -> None:
    assert any("leaves the window" in fault for fault in faults(lambda s: s.text(1800, 64, 400, "Too far right")))

    def outside(sheet: Sheet) -> None:
        with sheet.inside(parts.paper(sheet, Box(64, 64, 200, 60))):
            sheet.text(80, 110, 180, "low")

    assert any("leaves its paper" in fault for fault in faults(outside))


def test_weak_contrast_is_seen() -> None:
    assert any(
        "on paper has" in fault
        for fault in faults(
            lambda s: (parts.paper(s, Box(64, 64, 300, 100)), s.text(80, 80, 200, "amber", colour="amber"))
        )
    )


def test_small_touch_areas_and_small_letters_are_seen() -> None:
    assert any("touch area" in fault for fault in faults(lambda s: button(s, Box(64, 64, 200, 40), "a", "ok", Quit())))
    assert any("letters of" in fault for fault in faults(lambda s: s.text(64, 64, 200, "tiny", Style(20))))


def test_two_controls_with_one_id_or_key_are_seen() -> None:
    def twins(sheet: Sheet) -> None:
        option_row(sheet, 64, 64, 600, "a", "A", "One", "", Quit())
        option_row(sheet, 64, 264, 600, "a", "A", "Two", "", Quit())

    assert {fault for fault in faults(twins) if "twice" in fault} == {
        "the id 'a' is there twice",
        "the key 'A' is there twice",
    }


@pytest.mark.parametrize("night", [False, True])
def test_the_palette_holds_seven_to_one(night: bool) -> None:
    colours = palette(night)
    pairs = [
        ("ink", "table"),
        ("ink", "paper"),
        ("ink2", "table"),
        ("ink2", "paper"),
        ("teal_text", "paper"),
        ("amber_text", "paper"),
        ("brick_text", "paper"),
        ("white", "teal_fill"),
        ("key_text", "key_fill"),
        ("ink", "kraft_light"),
        ("ink", "kraft"),
        ("ink", "teal_light"),
        ("ink", "amber_light"),
        ("ink", "brick_light"),
        ("dim_text", "dim_fill"),
        ("white", "teal_fill_hover"),
        ("white", "teal_fill_pressed"),
    ]
    weak = [(a, b, contrast(colours[a], colours[b])) for a, b in pairs if contrast(colours[a], colours[b]) < 7]
    assert weak == []


def _press(key: int, text: str = "", mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=mod)


def _options(sheet: Sheet) -> None:
    option_row(sheet, 64, 64, 900, "a", "A", "Repair it now", "short", Give("a"), price="390 €", price_note="now")
    option_row(sheet, 64, 264, 900, "b", "B", "Put it on the card", "later", Give("b"))


def _react(event: pygame.event.Event, view: View) -> Move | None:
    screen = Drawn(_options)
    return react(event, lay_out(screen, (1920, 1080), Stub(), None, view), view, screen, 3)


def test_keys_letters_and_mouse_choose() -> None:
    view = View()
    assert _react(_press(pygame.K_RETURN), view) == Give("a")
    assert _react(_press(pygame.K_DOWN), view) is None
    assert view.focus == "b"
    assert _react(_press(pygame.K_SPACE), view) == Give("b")
    assert _react(_press(pygame.K_a, "a"), view) == Give("a")
    assert _react(_press(pygame.K_TAB), view) is None
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(200, 300), button=1)
    up = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(200, 300), button=1)
    assert _react(down, view) is None
    assert view.pressed == "b"
    assert _react(up, view) == Give("b")


def test_a_click_that_slips_off_chooses_nothing() -> None:
    view = View()
    _react(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(200, 300), button=1), view)
    assert _react(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(1800, 1000), button=1), view) is None


def test_the_same_keys_work_everywhere() -> None:
    view = View()
    assert _react(_press(pygame.K_F1), view) == Open("help")
    assert _react(_press(pygame.K_h, "h"), view) == Open("help")
    assert _react(_press(pygame.K_F2), view) == SetLanguage("lb")
    assert _react(_press(pygame.K_PLUS, "+"), view) == Adjust("text_size", 125)
    assert _react(_press(pygame.K_F11), view) == Adjust("fullscreen", True)
    assert _react(_press(pygame.K_ESCAPE), view) == Pop()


def test_settings_survive_and_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    assert load(tmp_path) == Preferences()
    assert store(tmp_path, changed(Preferences(), "text_size", 150))
    assert load(tmp_path).text_size == 150
    (tmp_path / "settings.json").write_text("{ not json", "utf-8")
    assert load(tmp_path) == Preferences()
    assert (tmp_path / "settings.broken.json").exists()
    (tmp_path / "settings.json").write_text(json.dumps({"text_size": 7, "sound": "full", "new": 1}), "utf-8")
    assert load(tmp_path) == Preferences(sound="full")
    with pytest.raises(ValueError, match="text_size"):
        changed(Preferences(), "text_size", 110)


def test_movement_eases_and_ends() -> None:
    assert eased(0, 0) == 1
    assert 0.5 < eased(60, 180) < 1
    assert eased(200, 180) == 1


def test_moves_change_the_stack_the_language_and_the_settings() -> None:
    desk, one, two = Desk(), Drawn(_options), Parts()
    shown = Shown((Layer(one),), Preferences(), Stub())
    pushed = moved(shown, Push(two), desk)
    assert [layer.screen for layer in pushed.layers] == [one, two]
    assert [layer.screen for layer in moved(pushed, Pop(), desk).layers] == [one]
    assert moved(pushed, Replace(one), desk).layers[-1].view is pushed.layers[-1].view
    assert moved(shown, SetLanguage("fr"), desk).voice.language == "fr"
    assert moved(shown, Adjust("night", True), desk).preferences.night
    moved(shown, Give("a"), desk)
    assert desk.asked[-1] == Give("a")


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (2560, 1080)])
def test_a_picture_has_the_size_asked_for_and_is_not_blank(size: tuple[int, int]) -> None:
    drawn = shot(Drawn(_options), size, Stub())
    assert drawn.get_size() == size
    assert pygame.transform.average_color(drawn)[:3] != tuple(palette()["table"])


def test_a_longer_page_scrolls_with_the_focus() -> None:
    def long(sheet: Sheet) -> None:
        with sheet.scroll(Box(64, 64, 900, 400)) as top:
            for index in range(6):
                option_row(sheet, 64, top + index * 130, 860, f"o{index}", "ABCDEF"[index], "One of six", "", Give("x"))

    view = View()
    sheet = lay_out(Drawn(long), (1920, 1080), Stub(), None, view)
    assert check_layout(sheet) == []
    view.focus, view.follow = "o5", True
    last = by_id(lay_out(Drawn(long), (1920, 1080), Stub(), None, view).root, "o5")
    assert last is not None
    assert last.box.bottom <= 464


def test_a_button_moves_what_the_wheel_would_and_comes_back_to_the_top() -> None:
    def two_lists(sheet: Sheet) -> None:
        for name, x in (("left", 64), ("right", 1064)):
            with sheet.scroll(Box(x, 64, 800, 400), name) as top:
                sheet.block(Box(x, top, 100, 1000), "paper")
        button(sheet, Box(64, 900, 300, 84), "more", "More", Scroll("right", 500), first=True)

    view, screen = View(), Drawn(two_lists)
    places = []
    for _ in range(3):
        sheet = lay_out(screen, (1920, 1080), Stub(), None, view)
        assert react(_press(pygame.K_RETURN), sheet, view, screen, 3) is None
        places.append(view.scrolled["right"])
    assert places == [500, 600, 0]
    assert "left" not in view.scrolled

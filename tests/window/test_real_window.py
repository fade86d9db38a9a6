"""The real game in a real window, played by keys and by the mouse; what counts is what is on disk."""

from __future__ import annotations

import json
import time
from functools import cache
from pathlib import Path

import pytest

from game.engine.play import answer, new_game, question
from game.engine.policies import choose
from game.explain.twin import replaying
from game.i18n.speech import Speech
from game.model.game import LENGTHS
from game.model.state import State
from game.session.journal import read
from game.session.lines import Undone
from game.ui.app import caption
from game.ui.flow import end_page
from game.ui.screen import Open, Screen
from game.ui.screens.on_table import OnTable
from game.ui.screens.opening import Trial
from game.ui.screens.setup import Setup
from game.ui.screens.title import Title
from game.ui.shell import notice
from tests.playing import scenarios
from tests.window.display import Display, Game, game
from tests.window.mirror import Mirror, colours, first, letter, mirror, place, tabs, unlike, voice

pytestmark = pytest.mark.window

TABLE = ("month", "triage", "shock", "adviser", "call", "news", "close", "quietmonths", "end")
WAY_IN = {"title": "start", "opening": "onward", "setup": "begin", "trial": "attempt"}  # page, and what leads on


@cache
def page_of(kind: str) -> Screen:
    """A page before the first question, with its things where they are in the window."""
    pages: dict[str, Screen] = {
        "title": Title(),
        "opening": notice([voice(language) for language in ("fr", "de", "en", "lb")], Open("setup")),
        "setup": Setup(scenarios()),
        "trial": Trial(Open("trial"), Open("table")),
    }
    return pages[kind]


def wanted(state: State) -> str:
    """What somebody answers who pays who shouts; they leave the plan beside the question as it is."""
    while ":" in (choice := choose(state, "loudest")):
        state = answer(state, choice)
    return choice


def tight(seed: int) -> set[int]:
    """The months in which that somebody has to fill a gap."""
    state, months = new_game(scenarios(), "weber", seed, 12), set()
    while asked := question(state):
        months |= {asked.month} if asked.kind == "triage" else set()
        state = answer(state, wanted(state))
    return months


def pixels(played: Game) -> bytes:
    return played.picture().get_buffer().raw


def lead_on(played: Game, *keys: str) -> None:
    """Keys that lead to another page, or to the same kind with other things on it; wait until it is there."""
    title, before = played.title, pixels(played)
    played.press(*keys)
    played.until("another page", lambda: played.title != title or pixels(played) != before)


def settled(played: Game) -> None:
    """Wait until nothing moves any more."""
    before = b""
    while (now := pixels(played)) != before:
        before = now
        time.sleep(0.1)


def is_asked(played: Game, mirrored: Mirror) -> bool:
    """Whether the page that is on is the question's; else it is one on the way to it, or the end."""

    def there() -> bool:
        played.seen.append(played.title)
        kind, _, question = played.seen[-1].partition(" – ")
        due = mirrored.table.question
        return kind in TABLE and (not question or (due is not None and question == due.id))

    played.until("the page of the question", there)
    return " – " in played.seen[-1]


def give(played: Game, mirrored: Mirror, *keys: str) -> str:
    """Answer by keys. The game is stopped in the moment another page comes: the answer is on disk by then.

    Returns the option that was taken.
    """
    title, lines, before = played.title, played.lines, pixels(played)
    played.press(*keys)
    played.until("the answer", lambda: played.title != title or played.lines > lines)
    played.stop()
    changed, written = played.title != title, played.lines
    played.go_on()
    assert not changed or written > lines, f"after '{title}' the next page came before the answer was on disk"
    played.until("the next page", lambda: played.title != title or pixels(played) != before)
    mirrored.look(played.save)
    assert [one.question for one in mirrored.given] == [title.partition(" – ")[2]]
    return mirrored.given[0].option


def by_letter(played: Game, mirrored: Mirror) -> None:
    """Answer by the option's letter; by Enter where it has none."""
    option = wanted(mirrored.table.state)
    key = letter(mirrored.screen, played.size, voice("en", mirrored.table), option)
    taken = give(played, mirrored, key or "Return")
    assert taken == option or not key


def play_to(played: Game, mirrored: Mirror, month: int) -> None:
    """By letters and Enter to the first question of a month (counted from 0), or to the end page."""
    while not (is_asked(played, mirrored) and mirrored.table.state.month >= month) and played.page != "end":
        on(played, mirrored)


def looks_right(played: Game, mirrored: Mirror, language: str = "en") -> None:
    """The window shows the page of the question, in that language."""
    settled(played)
    shown = played.picture()
    assert colours(shown) > 100
    by_language = {
        each: unlike(shown, mirrored.screen, voice(each, mirrored.table)) for each in ("en", "fr", "de", "lb")
    }
    here = by_language.pop(language)
    assert here < 3 and here < min(by_language.values()) / 2, (here, by_language)  # the focus may be elsewhere


def test_a_newcomer_decides_after_at_most_six_inputs(screen: Display, tmp_path: Path) -> None:
    begun = time.monotonic()
    with game(screen, tmp_path, "--lang", "en") as played:
        for page in WAY_IN:
            assert played.await_page(page)
            lead_on(played, "Return")
        played.await_page("month")
        mirrored = mirror(played.save)
        mirrored.look(played.save)
        assert is_asked(played, mirrored)
        looks_right(played, mirrored)
        give(played, mirrored, "a")
        assert played.inputs <= 6
    assert time.monotonic() - begun < 60


def test_a_month_by_the_mouse_alone(screen: Display, tmp_path: Path) -> None:
    """The trial month and its end, the first question of the game, and the soft exit; no key is pressed."""
    with game(screen, tmp_path, "--lang", "en") as played:
        for page, wanted in WAY_IN.items():
            played.await_page(page)
            click_on(played, page_of(page), voice("en"), wanted)
        played.await_page("month")
        mirrored = mirror(played.save)
        mirrored.look(played.save)
        assert mirrored.table.trial
        while mirrored.table.trial:
            a_step_by_mouse(played, mirrored)
        assert not mirrored.table.answers and mirrored.table.state.month == 0
        while not mirrored.table.answers:
            a_step_by_mouse(played, mirrored)
        click_on(played, mirrored.screen, voice("en", mirrored.table), "table.leave")
        played.await_page("leave")


def click_on(played: Game, page: Screen, speech: Speech, wanted: str) -> None:
    """Click on a thing once the page lies still, and wait for what comes of it."""
    settled(played)
    title, before = played.title, pixels(played)
    played.click(*place(page, played.size, speech, wanted))
    played.until("another page", lambda: played.title != title or pixels(played) != before)


def a_step_by_mouse(played: Game, mirrored: Mirror) -> None:
    """The last option of the question, or the button of the page on the way to it."""
    speech = voice("en", mirrored.table)
    if mirrored.table.question is None or not is_asked(played, mirrored):
        page = mirrored.way.pop(0) if mirrored.way else mirrored.screen
        assert caption(page).endswith(played.title)
        click_on(played, page, speech, first(page, played.size, speech))
        mirrored.look(played.save)
        return
    title, lines, wanted = played.title, played.lines, mirrored.question.options[-1].id
    settled(played)
    played.click(*place(mirrored.screen, played.size, speech, wanted))
    played.until("the answer and its page", lambda: played.lines > lines and played.title != title)
    mirrored.look(played.save)
    assert [one.option for one in mirrored.given] == [wanted]


@pytest.mark.long
def test_a_whole_year_by_keys_alone(screen: Display, tmp_path: Path) -> None:
    """From the title to the end page and out; in the middle the process is killed and begun again."""
    with game(screen, tmp_path, "--lang", "en") as played:
        mirrored = begun_by_keys(played)
        play_to(played, mirrored, 1)
        the_arrows_choose(played, mirrored)
        play_to(played, mirrored, 2)
        every_language_is_one_key_away(played, mirrored, tmp_path)
        undone_and_given_again(played, mirrored)
        play_to(played, mirrored, 3)
        somebody_is_called(played, mirrored)
        play_to(played, mirrored, 6)
        bytes_then, title, seen = played.save.read_bytes(), played.title, played.seen
        played.kill()
    with game(screen, tmp_path, "--lang", "en") as played:
        played.await_page("title")
        lead_on(played, "Return")
        assert is_asked(played, mirrored)
        assert (played.title, played.save.read_bytes()) == (title, bytes_then)
        looks_right(played, mirrored)
        play_to(played, mirrored, 12)
        at_its_end(played, mirrored)
        assert {"month", "triage", "shock", "close"} <= {name.partition(" – ")[0] for name in seen + played.seen}


@pytest.mark.long
def test_the_window_rests_while_nothing_happens(screen: Display, tmp_path: Path) -> None:
    with game(screen, tmp_path, "--lang", "en", "play", "--household", "weber") as played:
        played.await_page("month", "shock")
        settled(played)
        before = played.seconds_on_a_core()
        time.sleep(4)
        assert played.seconds_on_a_core() - before < 0.08


def at_its_end(played: Game, mirrored: Mirror) -> None:
    """All twelve months are closed, the page of the end shows both lines, and the keyboard leads out of it."""
    state = mirrored.table.state
    assert state.over and [row.month for row in state.rows] == list(range(12))
    *_, calm = replaying(state)
    page, speech = OnTable(end_page(state, calm), undoes=True), voice("en", mirrored.table)
    played.until("both lines", lambda: unlike(played.picture(), page, speech) < 1)
    assert colours(played.picture()) > 100
    lead_on(played, "t")
    played.await_page("title")
    lead_on(played, *["Tab"] * tabs(page_of("title"), played.size, voice("en"), "start", "quit"))
    played.press("Return")
    assert played.process.wait(10) == 0


def begun_by_keys(played: Game) -> Mirror:
    """From the title to the first question of a game of twelve months, the trial month left out."""
    assert LENGTHS[0] == 12
    for page in ("title", "opening"):
        played.await_page(page)
        lead_on(played, "Return")
    played.await_page("setup")
    steps = (("begin", "length"), ("length", "number"), ("number", "begin"))
    story = max(range(4711, 4731), key=lambda seed: len(tight(seed)))
    keys = (["Left"] * len(LENGTHS), [*str(story)], ["Return"])
    for (here, there), then in zip(steps, keys, strict=True):
        lead_on(played, *["Tab"] * tabs(page_of("setup"), played.size, voice("en"), here, there))
        lead_on(played, *then)
    played.await_page("trial")
    lead_on(played, *["Tab"] * tabs(page_of("trial"), played.size, voice("en"), "attempt", "skip"))
    lead_on(played, "Return")
    return mirror(played.save)


def the_arrows_choose(played: Game, mirrored: Mirror) -> None:
    """Down goes to the second option of a card, Enter takes it."""
    while not (is_asked(played, mirrored) and played.page == "month"):
        on(played, mirrored)
    options = [option.id for option in mirrored.question.options]
    played.press("Down")
    assert give(played, mirrored, "Return") == options[1]


def every_language_is_one_key_away(played: Game, mirrored: Mirror, folder: Path) -> None:
    """F2 turns through the four languages on the table itself; each is kept."""
    for _ in range(4):
        lead_on(played, "F2")
        language = json.loads((folder / "config" / "settings.json").read_text("utf-8"))["language"]
        looks_right(played, mirrored, language)
    assert language == "en"


def undone_and_given_again(played: Game, mirrored: Mirror) -> None:
    """Backspace takes the last answer back, on disk as on the table."""
    question, answers = mirrored.question.id, mirrored.table.answers
    by_letter(played, mirrored)
    assert mirrored.table.answers == answers + 1
    is_asked(played, mirrored)
    lead_on(played, "BackSpace")
    mirrored.look(played.save)
    assert read(played.save.read_bytes()).entries[-1] == Undone(1)
    assert is_asked(played, mirrored) and mirrored.question.id == question
    assert mirrored.table.answers == answers
    looks_right(played, mirrored)


def somebody_is_called(played: Game, mirrored: Mirror) -> None:
    """T opens the telephone, Enter rings the first one there; what was said shows."""
    while not (is_asked(played, mirrored) and played.page == "month"):
        on(played, mirrored)
    lead_on(played, "t")
    played.await_page("call")
    give(played, mirrored, "Return")
    played.await_page("news")


def on(played: Game, mirrored: Mirror) -> None:
    """One step: the answer where one is asked for, Enter elsewhere."""
    if is_asked(played, mirrored):
        by_letter(played, mirrored)
    elif played.page != "end":
        lead_on(played, "Return")

"""The pages on which a household finds its means: the tight month, the call, the first talk, the plan."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pygame
import pytest

from game.engine.play import answer, new_game, question, standing
from game.engine.policies import choose
from game.explain.arrived import answered
from game.i18n.speech import Languages, Speech
from game.model.content import Content
from game.model.game import Question
from game.model.message import Message, message
from game.model.state import State
from game.paths import data_folder
from game.ui.app import Layer, Shown, moved
from game.ui.check import check_layout
from game.ui.gallery import GALLERY
from game.ui.input import react
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Give, Move, Played, Pop, Replace, Screen, Undo, View
from game.ui.screens.adviser import AdviserPage, adviser_page
from game.ui.screens.adviser_facts import LINES, SHOCK_LINES, diagnosis
from game.ui.screens.call import STANDING, CallPage
from game.ui.screens.plan import plan_page
from game.ui.screens.plan_facts import plan
from game.ui.screens.triage import TriagePage, triage_page
from game.ui.screens.triage_facts import ALONE, bills, fills, pieces
from game.ui.tree import Node, by_id, focusable
from tests.playing import scenarios

os.environ["SDL_VIDEODRIVER"] = "dummy"
SIZES = ((1920, 1080), (1280, 800), (1024, 768))
NAMES = ("triage", "triage_half", "call", "adviser", "plan")


@cache
def content() -> Content:
    return scenarios()


@cache
def voice(language: str) -> Speech:
    return Languages(content().texts, data_folder("locales")).speech(language)


@cache
def screen(name: str) -> Screen:
    return GALLERY[name](content(), None)


@cache
def tight(*needs: str, least: int = 0) -> State:
    """A tight month, untouched, whose options begin in all these ways and whose gap is `least` cents or more."""
    for seed in range(1, 30):
        for policy in ("loudest", "minimum", "random"):
            state = new_game(content(), "weber", seed, 24)
            while (asked := question(state)) is not None:
                if asked.kind == "triage" and asked.gap == asked.first_gap >= least:
                    ids = [option.id for option in asked.options]
                    if all(any(id.startswith(need) for id in ids) for need in needs):
                        return state
                state = answer(state, choose(state, policy))
    raise AssertionError("no such tight month came")


def months() -> list[State]:
    """A small gap, a large one, and one after another tight month."""
    return [tight(), tight("tighten.", "half.", least=60_000), tight("same")]


def page(state: State) -> TriagePage:
    asked = question(state)
    assert asked is not None
    return triage_page(state, asked)


def press(shown: Screen, key: int, text: str = "", view: View | None = None) -> Move | None:
    view = view or View(keyboard=True)
    event = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0)
    return react(event, lay_out(shown, (1920, 1080), voice("en"), None, view), view, shown, 2)


def words(shown: Screen, size: tuple[int, int] = (1920, 1080)) -> str:
    """All that stands on a page."""
    nodes: list[Node] = list(lay_out(shown, size, voice("en")).root.walk())
    return "\n".join(node.lettering.text for node in nodes if node.lettering is not None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text_size", [100, 125, 150])
def test_a_page_holds_sentences_of_almost_twice_the_length(name: str, text_size: int) -> None:
    found = [
        f"{size}: {fault}"
        for size in SIZES
        for fault in check_layout(
            lay_out(screen(name), size, voice("xx"), Preferences(text_size=text_size, night=True))
        )
    ]
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_can_be_reached_by_keyboard_and_has_a_name(name: str) -> None:
    root = lay_out(screen(name), (1024, 768), voice("en")).root
    able = focusable(root)
    touched = [node for node in root.walk() if node.move is not None and node.enabled and node.role != "segment"]
    assert all(node.name and node.id for node in able)
    touched = [node for node in touched if node.id != "do"]  # what Enter does on the card in the focus
    back = {node.id for node in touched if node.move == Undo()}  # the button and Backspace do it for all of them
    assert {node.id for node in touched} - back <= {node.id for node in able}
    assert not back or "undo" in {node.id for node in able}


# --- the tight month ---------------------------------------------------------------------------------------------


def test_the_home_comes_first_and_small_bills_last() -> None:
    for state in months():
        found, gap = bills(state, _asked(state)), _asked(state).first_gap
        assert found[0].home
        assert [bill.small for bill in found] == sorted(bill.small for bill in found)
        assert all(bill.amount * 20 < gap for bill in found if bill.small)


def test_a_bill_that_closes_the_gap_alone_comes_before_a_larger_one_that_does_more_harm() -> None:
    for state in months():
        gap = _asked(state).first_gap
        alone = [bill.amount >= gap for bill in bills(state, _asked(state)) if not bill.home]
        assert alone == sorted(alone, reverse=True)


def test_every_option_of_the_question_is_on_the_page() -> None:
    for state in months():
        root = lay_out(page(state), (1920, 1080), voice("en")).root
        offered = {option.id for option in _asked(state).options}
        assert offered <= {node.id for node in root.walk() if node.move is not None}


def test_a_letter_keeps_its_meaning_while_the_month_is_open() -> None:
    for state in months():
        known: dict[str, str] = {}
        month, turn = state.month, 0
        while (asked := question(state)) is not None and asked.kind == "triage" and state.month == month and turn < 6:
            for fill in fills(state, asked):
                assert known.setdefault(fill.option.id, fill.key) == fill.key
            wanted = [o.id for o in asked.options if o.group in ("bills", "fills")]
            if not wanted:
                break
            state, turn = answer(state, wanted[turn * 5 % len(wanted)]), turn + 1
        assert len(set(known.values())) == len(known)
        assert "H" not in known.values()


def test_answers_fill_the_length_and_never_more() -> None:
    for state in months():
        month = state.month
        while (asked := question(state)) is not None and state.month == month and asked.gap > 0:
            state = answer(state, next(o.id for o in asked.options if o.group in ("bills", "fills")))
            if state.triage is None or state.month != month:
                break
            filled = sum(piece.amount for piece in pieces(state))
            assert filled == state.triage.first_gap - max(0, state.triage.gap)
            assert all(voice("en").say(piece.name) for piece in pieces(state))


def test_an_answered_bill_stays_in_its_place_and_the_last_answer_is_taken_back_where_it_was_given() -> None:
    state = tight("wait.energy", "half.rent", least=150_000)
    before = [bill.item for bill in bills(state, _asked(state))]
    after = answer(state, "half.rent")
    found = bills(after, _asked(after))
    assert [bill.item for bill in found if bill.item in before] == before
    rent = next(bill for bill in found if bill.item == "rent")
    assert (rent.taken, rent.last) == ("half", True)
    assert rent.kept == next(option.amount for option in _asked(state).options if option.id == "half.rent")
    node = by_id(lay_out(page(after), (1920, 1080), voice("en")).root, "bill.rent")
    assert node is not None
    assert node.move == Undo()


def test_backspace_takes_one_answer_back_and_a_letter_gives_one() -> None:
    state = tight("tighten.", least=60_000)
    fill = next(fill for fill in page(state).fills if fill.option.id.startswith("tighten."))
    key = fill.key.lower()
    assert press(page(state), ord(key), key) == Give(fill.option.id)
    after = answer(state, fill.option.id)
    assert press(page(after), pygame.K_BACKSPACE, "\b") == Undo()
    assert press(page(after), ord(key), key) == Undo()


def test_the_look_says_what_would_still_be_missing() -> None:
    state = tight("tighten.", least=60_000)
    option = next(option for option in _asked(state).options if option.id.startswith("tighten."))
    view = View(keyboard=True, focus=option.id)
    shown = lay_out(page(state), (1920, 1080), voice("en"), None, view)
    left = _asked(state).gap - option.amount
    said = voice("en").say(Message("triage.with_this", (("amount", left),)))
    assert said in [node.name for node in shown.root.walk()]


def test_a_tight_month_is_closed_in_few_keys() -> None:
    for state in months():
        month, inputs = state.month, 0
        while (asked := question(state)) is not None and asked.kind == "triage" and state.month == month:
            free = [fill for fill in fills(state, asked) if not fill.taken]
            key = max(free, key=lambda fill: fill.option.amount).key if free else ""
            shown = page(state)
            move = press(shown, pygame.K_RETURN) if shown.closes else press(shown, ord(key.lower()), key.lower())
            assert isinstance(move, Give)
            state, inputs = answer(state, move.option), inputs + 1
        assert inputs <= 8


def test_enter_alone_goes_forward_until_the_month_is_closed() -> None:
    for state in months():
        month, inputs, view = state.month, 0, View(keyboard=True)
        shown = Shown((Layer(page(state), view),), Preferences(), voice("en"))
        while (asked := question(state)) is not None and asked.kind == "triage" and state.month == month:
            move = press(shown.layers[-1].screen, pygame.K_RETURN, view=view)
            assert isinstance(move, Give)
            state, inputs = answer(state, move.option), inputs + 1
            if (asked := question(state)) is not None and asked.kind == "triage":
                shown = moved(shown, move, Desk((page(state),)))
                assert shown.layers[-1].view is view  # the lists stay where they lie
        assert inputs <= 8


def test_after_an_answer_about_a_bill_the_focus_stays_among_the_bills() -> None:
    state = answer(tight("wait.energy", "half.rent", least=150_000), "wait.energy")
    asked, view = _asked(state), View(keyboard=True)
    lay_out(page(state), (1920, 1080), voice("en"), None, view)
    bill = next(bill for bill in bills(state, asked) if view.focus in [option.id for option in bill.options])
    assert not bill.home
    assert bill.item != "energy"


def test_down_stays_in_the_list_it_is_in() -> None:
    state = tight("wait.energy", "half.rent", least=150_000)
    lines = [bill.options for bill in bills(state, _asked(state)) if bill.options]
    options = [option.id for line in lines for option in line]
    view = View(keyboard=True, focus=options[0])
    for _ in lines[1:]:
        sheet = lay_out(page(state), (1280, 800), voice("de"), Preferences(text_size=125), view)
        event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DOWN, unicode="", mod=0)
        react(event, sheet, view, page(state), 2)
        assert view.focus in options
    assert view.focus in [option.id for option in lines[-1]]


def test_what_closes_the_gap_alone_comes_first_among_the_ways_to_fill_it() -> None:
    for state in months():
        asked = _asked(state)
        alone = [f.option.amount >= asked.gap for f in fills(state, asked) if f.option.id in ALONE]
        assert alone == sorted(alone, reverse=True)
        first = next(option for option in asked.options if option.id == page(state).next)
        assert first.amount >= asked.gap or not any(alone)


def test_the_month_closes_only_when_it_adds_up() -> None:
    state = tight("tighten.", least=60_000)
    close = by_id(lay_out(page(state), (1920, 1080), voice("en")).root, "close")
    assert close is not None
    assert not close.enabled
    assert "still missing" in close.name
    while not page(state).closes:
        state = answer(state, max(_asked(state).options, key=lambda option: option.amount).id)
    close = by_id(lay_out(page(state), (1920, 1080), voice("en")).root, "close")
    assert close is not None
    assert close.move == Give("close")
    assert "adds up now" in words(page(state))


@dataclass(frozen=True)
class Desk:
    """A host that answers every move with these pages."""

    pages: tuple[Screen, ...]

    def voice(self, language: str) -> Speech:
        return voice(language or "en")

    def play(self, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        del move, stack
        return self.pages

    def keep(self, preferences: Preferences) -> None:
        del preferences


def _asked(state: State) -> Question:
    asked = question(state)
    assert asked is not None
    return asked


# --- the call ----------------------------------------------------------------------------------------------------


def test_numbers_call_and_nought_is_nobody() -> None:
    shown = screen("call")
    assert isinstance(shown, CallPage)
    first = shown.question.options[0].id
    assert press(shown, pygame.K_1, "1") == Give(first)
    assert press(shown, pygame.K_0, "0") == Give("nobody")


def test_all_who_can_be_reached_are_on_one_of_the_pages() -> None:
    shown = screen("call")
    assert isinstance(shown, CallPage)
    for size in SIZES:
        seen: set[str] = set()
        for number in range(len(shown.question.options)):
            root = lay_out(CallPage(shown.question, number), size, voice("en")).root
            seen |= {node.id for node in root.walk() if node.role == "option"}
        assert seen == {option.id for option in shown.question.options}


def test_a_right_that_ends_comes_first_with_an_edge_and_its_month() -> None:
    shown = screen("call")
    assert isinstance(shown, CallPage)
    options = (
        *shown.question.options[:-2],
        replace(shown.question.options[-2], last_month=6),
        shown.question.options[-1],
    )
    dated = CallPage(replace(shown.question, options=options))
    assert press(dated, pygame.K_1, "1") == Give(options[-2].id)
    assert "last month: July" in words(dated)
    assert "last month" in words(dated)
    for size in SIZES:
        assert check_layout(lay_out(dated, size, voice("xx"))) == []


def test_the_telephone_that_lies_there_calls_beside_the_question() -> None:
    asked = next(q for q in standing(_with_call()) if q.id == STANDING)
    shown = CallPage(asked)
    assert press(shown, pygame.K_1, "1") == Give(f"{STANDING}:{asked.options[0].id}")
    assert press(shown, pygame.K_0, "0") == Pop()


def _with_call() -> State:
    state = new_game(content(), "weber", 7, 24)
    while not any(q.id == STANDING for q in standing(state)):
        state = answer(state, choose(state, "minimum"))
    return state


def test_tab_reaches_the_other_pages_of_the_address_book() -> None:
    shown = screen("call")
    assert isinstance(shown, CallPage)
    view, seen = View(keyboard=True), set()
    for _ in range(len(shown.question.options) + 2):
        sheet = lay_out(shown, (1024, 768), voice("de"), None, view)
        seen.add(view.focus)
        react(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, unicode="", mod=0), sheet, view, shown, 2)
    assert "more" in seen or by_id(sheet.root, "more") is None


def test_the_pages_of_the_address_book_turn_around() -> None:
    shown = screen("call")
    assert isinstance(shown, CallPage)
    view = View(focus="more")
    assert press(replace(shown, page=0), pygame.K_RETURN, view=view) == Replace(CallPage(shown.question, 1))


# --- the adviser -------------------------------------------------------------------------------------------------


def test_her_page_adds_up() -> None:
    shown = screen("adviser")
    assert isinstance(shown, AdviserPage)
    found = shown.diagnosis
    assert found.left == found.comes_in + found.account - found.goes_out - found.once
    assert found.goes_out > 0


def test_she_speaks_of_what_just_happened() -> None:
    state = new_game(content(), "weber", 7, 24).copy()
    assert adviser_page(state, _asked(state)).line.id == "adviser.line.too_early"
    state.happened = {"tom_job": state.month}
    assert adviser_page(state, _asked(state)).line.id == "adviser.line.job_loss"


def test_each_of_her_sentences_was_written() -> None:
    for name in (*(name for name, _ in LINES), *SHOCK_LINES.values(), "cross_border"):
        assert voice("en").knows(f"adviser.line.{name}")


def test_the_sums_are_told_on_a_key_and_the_options_are_letters() -> None:
    shown = screen("adviser")
    assert isinstance(shown, AdviserPage)
    assert press(shown, pygame.K_QUESTION, "?") == Replace(replace(shown, sums=True))
    assert press(shown, pygame.K_c, "c") == Give("only_talk")
    assert "Bills of one month stand apart" in words(replace(shown, sums=True))


def test_rights_not_asked_for_show_what_they_bring() -> None:
    named = diagnosis(_with_call())
    assert all(title.id.startswith("right.") for title, _ in named.rights)


# --- the plan ----------------------------------------------------------------------------------------------------


def test_the_arrows_change_a_level_at_once() -> None:
    shown = plan_page(new_game(content(), "weber", 7, 24))
    view = View(focus="plan.food", keyboard=True)
    assert press(shown, pygame.K_LEFT, view=view) == Give("plan.food:tight")
    assert press(shown, pygame.K_RIGHT, view=view) == Give("plan.food:comfortable")


def test_enter_on_a_level_keeps_the_plan() -> None:
    shown = plan_page(new_game(content(), "weber", 7, 24))
    assert press(shown, pygame.K_RETURN, view=View(focus="plan.food", keyboard=True)) == Pop()


def test_what_an_ordinary_month_leaves_follows_the_levels() -> None:
    state = new_game(content(), "weber", 7, 24)
    before = plan(state).ordinary
    after = plan(answer(state, "plan.leisure:tight")).ordinary
    assert before.before == before.leaves
    assert after.before == before.leaves
    saved = next(q for q in standing(state) if q.id == "plan.leisure").options
    assert after.leaves - before.leaves == saved[1].monthly - saved[0].monthly


def test_what_is_tight_says_what_it_costs_later() -> None:
    state = new_game(content(), "weber", 7, 24)
    for name in ("energy", "food", "children", "health", "clothes", "leisure"):
        state = answer(state, f"plan.{name}:tight")
    said = [voice("en").say(line) for line in plan(state).later]
    assert len(said) == 7
    for size in SIZES:
        assert check_layout(lay_out(plan_page(state), size, voice("xx"))) == []


def test_debits_and_spare_money_are_changed_beside_it_and_the_plan_is_laid_aside() -> None:
    shown = plan_page(new_game(content(), "weber", 7, 24))
    root = lay_out(shown, (1920, 1080), voice("en")).root
    debit, spare, keep = (by_id(root, id) for id in ("debit.telecom", "spare.savings", "keep"))
    assert debit is not None
    assert spare is not None
    assert keep is not None
    assert debit.move == Give("debit.telecom:off")
    assert spare.move == Give("plan.spare:savings")
    assert keep.move == Pop()


def test_the_bank_says_of_a_longer_loan_what_it_costs_now() -> None:
    for state in _calls():
        options = _asked(state).options if _asked(state).kind == "call" else ()
        wanted = next((option for option in options if option.id.startswith("longer.")), None)
        if wanted is None:
            continue
        after = answer(state, wanted.id)
        heard = answered(state, after)
        assert heard is not None
        assert heard[1].text == message("call.longer_said", exact=after.lines[wanted.id[len("longer.") :]].instalment)
        assert "More months for" in words(CallPage(_asked(state)))
        return
    raise AssertionError("no loan could be made longer")


def _calls() -> Iterator[State]:
    for seed in range(1, 20):
        state = new_game(content(), "weber", seed, 24)
        while (asked := question(state)) is not None:
            yield state
            state = answer(state, choose(state, "random" if asked.kind != "call" else "minimum"))

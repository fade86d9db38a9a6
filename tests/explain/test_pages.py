"""The debrief as a whole: every page is there, first pages come early, and its words keep the rules."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import pytest

from game.engine.play import answer, new_game
from game.engine.policies import choose
from game.explain.debrief import COLOURS, DIALS, GROUPS, PAGES, Debrief
from game.explain.need import ways
from game.explain.work import debrief, empty, recorded, working
from game.i18n.english.explain import MESSAGES
from game.i18n.speech import speech
from game.model.game import POLICIES
from game.model.message import Message
from game.paths import data_folder
from tests.playing import finished, scenarios

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STATIONS = ("feelings", "facts", "mechanism", "causes", "what_if", "luck", "doors", "own_life", "help")


@cache
def whole(seed: int, policy: str, months: int = 12) -> Debrief:
    """A whole debrief with few destinies."""
    return debrief(finished(seed, policy, months), destinies=4)


@cache
def early(seed: int, policy: str, steps: int = 40) -> Debrief:
    """What is known after some steps: all but causes, levers and luck."""
    *_, last = islice(working(finished(seed, policy), destinies=0), steps)
    return last


def test_the_pages_stand_in_the_order_of_the_stations() -> None:
    order = [STATIONS.index(station) for station in PAGES.values()]
    assert order == sorted(order)
    assert set(PAGES.values()) == set(STATIONS)


def test_every_page_of_a_whole_debrief_is_ready() -> None:
    told = whole(0, "minimum")
    assert all(page.ready for page in told.pages)
    assert [page.id for page in told.pages] == list(PAGES)
    assert told.progress == 1000
    assert [dial.id for dial in told.dials] == list(DIALS)
    assert all(dial.colour in COLOURS and dial.careful_colour in COLOURS for dial in told.dials)
    assert told.causes is not None
    assert [group.id for group in told.causes.groups] == list(GROUPS)
    assert len(told.luck) == 4
    assert len(told.buffers) == 3
    assert told.best is not None
    assert told.levers is not None
    with pytest.raises(LookupError):
        told.page("nothing")


def test_twice_is_the_same() -> None:
    *_, first = islice(working(finished(1, "minimum", 12), destinies=2), 200)
    *_, again = islice(working(finished(1, "minimum", 12), destinies=2), 200)
    assert first == again


def test_the_facts_and_the_mechanism_come_before_anything_is_replayed_often() -> None:
    seen = list(islice(working(finished(0, "minimum")), 4))
    assert seen[0].page("feelings").ready
    assert seen[0].page("opening").ready
    last = seen[-1]
    assert all(last.page(id).ready for id in ("opening", "coins", "loop", "strip", "need", "flows"))
    assert last.hopeless is False
    assert not last.page("waterfall").ready


def test_progress_never_goes_back() -> None:
    steps = [each.progress for each in islice(working(finished(1, "random", 12), destinies=3), 400)]
    assert steps == sorted(steps)


def test_a_game_without_a_closed_month_has_only_its_empty_pages() -> None:
    state = new_game(scenarios(), "weber", 1, 12)
    told = debrief(state)
    assert told.months == 0
    assert told == empty(state)


def test_a_game_played_without_its_ledger_is_played_again_with_it() -> None:
    state = new_game(scenarios(), "weber", 2, 12, recording=False)
    while not state.over:
        state = answer(state, choose(state, "minimum"))
    again = recorded(state)
    assert again.ledger
    assert [row.debt for row in again.rows] == [row.debt for row in state.rows]


def sentences(told: Debrief) -> list[tuple[str, Message]]:
    """Every message on its pages, with the page."""
    found = []
    for page in told.pages:
        found += [(page.id, page.headline), *((page.id, finding.message) for finding in page.findings)]
    return found


def complaints(told: Debrief) -> list[str]:
    """What breaks the rules of wording in English."""
    voice = speech("en", scenarios().texts, data_folder("locales"))
    found = []
    for page, said in sentences(told):
        text = voice.say(said)
        if re.search(r"\b[Yy]ou(r|rs|rself)?\b", text):
            found.append(f"{page} speaks to the reader: {text}")
        if re.search(r"should have|mistake|failed|irresponsible|blame", text):
            found.append(f"{page} blames: {text}")
        if any(len(re.findall(r"\d[\d,.]*", sentence)) > 2 for sentence in re.split(r"(?<=[.!?])\s", text)):
            found.append(f"{page} has many numbers: {text}")
    heads = [voice.say(page.headline) for page in told.pages]
    return [*found, *(f"long headline: {text}" for text in heads if len(WORDS.findall(text)) > 15)]


def test_a_whole_debrief_keeps_the_rules_of_wording() -> None:
    assert complaints(whole(0, "minimum")) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_the_first_pages_keep_the_rules_of_wording(policy: str) -> None:
    for seed in range(3):
        assert complaints(early(seed, policy, 12)) == []


@pytest.mark.long
@pytest.mark.parametrize("policy", POLICIES)
def test_many_whole_debriefs_keep_the_rules_of_wording(policy: str) -> None:
    for seed in range(6):
        assert complaints(whole(seed, policy)) == []


def test_headlines_have_at_most_fifteen_words_and_values_stand_at_an_edge() -> None:
    for id, words in MESSAGES.items():
        for text in (words,) if isinstance(words, str) else words:
            if ".headline" in id:
                assert len(WORDS.findall(re.sub(r"\{\w+\}", "", text))) <= 15, id
            for found in re.finditer(r"\{\w+\}", text):
                before = text[: found.start()].rstrip()
                assert not before or before[-1] in ":.", f"{id}: {text}"


def test_one_need_costs_four_prices() -> None:
    told = {way.id: way for way in ways(finished(0, "careful", 12).world)}
    assert list(told) == ["cash", "card", "instalments", "overdraft"]
    assert told["cash"].extra == 0
    assert all(way.total - way.extra == 64_900 for way in told.values())
    assert all(way.extra > 0 for way in told.values() if way.id != "cash")
    assert told["instalments"].months == told["overdraft"].months == 12

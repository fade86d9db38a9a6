"""The story on paper: whole documents in four languages, headings in order, words for every figure."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.i18n.speech import Languages
from game.model.scenario import Help, Office
from game.paths import data_folder
from game.report.page import broken, html
from game.report.paper import pdf
from game.report.story import Story, story
from tests.playing import scenarios
from tests.ui.sample_debrief import debrief as sample
from tests.ui.sample_debrief import texts

LANGUAGES = ("en", "fr", "de", "lb")
HELP = Help("2026-11-22", (Office("one", "Ligue (SICS)", "Esch", "1, rue X", "12 34 56", advice=True),))


class Reader(HTMLParser):
    """Which tags were opened, in order, and what a figure is called."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.unnamed = 0
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "svg" and not given.get("aria-label"):
            self.unnamed += 1
        self.fetched += [str(given[name]) for name in ("src", "href") if given.get(name)]


@pytest.fixture(scope="module")
def told() -> Story:
    return story(sample(), HELP)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_headings_in_order_and_words_for_each_figure(told: Story, language: str) -> None:
    voice = Languages({**scenarios().texts, **texts()}, data_folder("locales")).speech(language).starting(2026, 1)
    text = html(told, voice, language)
    reader = Reader()
    reader.feed(text)
    assert reader.headings[0] == "h1"
    assert reader.headings.count("h1") == 1
    assert reader.headings.count("h2") == len(told.sections) + 1
    assert reader.unnamed == 0
    assert reader.fetched == []  # nothing is loaded from anywhere
    assert f'lang="{language}"' in text
    assert "12 34 56" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_written_with_an_outline(told: Story, language: str, tmp_path: Path) -> None:
    voice = Languages({**scenarios().texts, **texts()}, data_folder("locales")).speech(language).starting(2026, 1)
    out = tmp_path / "story.pdf"
    pdf(told, voice, language, out)
    raw = out.read_bytes()
    assert raw.startswith(b"%PDF")
    assert b"/Outlines" in raw
    assert f"/Lang ({language})".encode() in raw


def test_a_and_b_stand_under_different_headings(told: Story) -> None:
    ids = [section.id for section in told.sections]
    assert "waterfall" in ids
    assert "flows" in ids
    assert ids.index("waterfall") != ids.index("flows")


def test_words_break_at_spaces_only() -> None:
    assert broken("one two three", 60, 28, 3) == ["one", "two", "three"]
    assert broken("one two three", 60, 28, 1) == ["one two three"]

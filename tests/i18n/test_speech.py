"""A message becomes a sentence."""

import gettext
import os
import re
from pathlib import Path

import pytest

from game.i18n import catalogue, speech
from game.i18n.catalogue import catalogue_path
from game.i18n.speech import Languages, Speech
from game.model.message import Message, message

WORDS = {
    "left": "Left: {amount}",
    "exact": "{exact} and {exact_fee}",
    "change": "{signed}",
    "rate": "{percent_year}",
    "when": "{month}, {month_year}, {month_short_end}",
    "day": "{date_due}",
    "count": "{count_letters} and {n}",
    "other": "{year} {file}",
    "lasts": "{months}",
    "inner": "Why: {reason}",
    "months": ("{n} month", "{n} months"),
    "card.title": "The rent",
    "card.text": "The rent is due.",
    "quote": "the Webers' month isn't over",
    "typed": 'He said "3 €" - or 12 %...',
}


def voice(language="en", catalogue=None) -> Speech:
    return Speech(language, WORDS, catalogue or gettext.NullTranslations(), (2026, 3))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (message("left", amount=114_049), "Left: 1,140\u00a0€"),
        (message("exact", exact=1500, exact_fee=-5), "15.00\u00a0€ and \u22120.05\u00a0€"),
        (message("change", signed=18_000), "+180\u00a0€"),
        (message("change", signed=-18_000), "\u2212180\u00a0€"),
        (message("change", signed=0), "0\u00a0€"),
        (message("rate", percent_year=1250), "12.5%"),
        (message("when", month=0, month_year=10, month_short_end=1), "March, January 2027, Apr"),
        (message("day", date_due="2026-03-31"), "31\u00a0March 2026"),
        (message("count", count_letters=1200, n=3), "1,200 and 3"),
        (message("other", year=2026, file="a.json"), "2026 a.json"),
        (message("lasts", months=3), "3"),
        (message("inner", reason=message("left", amount=100)), "Why: Left: 1\u00a0€"),
        (message("months", n=1), "1 month"),
        (message("months", n=0), "0 months"),
        (message("quote"), "the Webers’ month isn’t over"),
        (message("typed"), "He said “3\u00a0€” – or 12%…"),
    ],
)
def test_values_are_formatted_by_their_names(said, sentence):
    assert voice().say(said) == sentence


@pytest.mark.parametrize(
    ("said", "named"),
    [(Message("nobody.wrote"), "nobody.wrote"), (Message("left"), "amount"), (Message("months"), "months")],
)
def test_what_cannot_be_said_is_named(said, named):
    with pytest.raises(LookupError, match=named):
        voice().say(said)


def test_another_start_moves_the_months():
    assert voice().starting(2030, 12).month(1, with_year=True) == "January 2031"


def test_french_counts_zero_as_one_and_falls_back_to_english(folder):
    french = Speech("fr", WORDS, catalogue.load(folder, "fr"))
    assert french.say(message("months", n=0)) == "0 mois seul"
    assert [french.say(message("months", n=n)) for n in (1, 2, 21)] == ["1 mois seul", "2 mois", "21 mois"]
    assert french.say(message("left", amount=114_000)) == "Reste\u202f: 1\u202f140\u00a0€"
    assert french.text("card.text") == "The rent is due."


def test_a_changed_english_text_is_shown_in_english_until_somebody_looks(folder):
    changed = {**WORDS, "card.title": "The rent of May"}
    assert Speech("fr", changed, catalogue.load(folder, "fr")).text("card.title") == "The rent of May"


def test_a_fuzzy_entry_is_shown_in_english(folder):
    path = catalogue_path(folder, "fr")
    flagged, times = re.subn(r'#, .*\n(msgctxt "card.title")', r"#, fuzzy\n\1", path.read_text("utf-8"))
    assert times == 1
    path.write_text(flagged, "utf-8")
    assert Speech("fr", WORDS, catalogue.load(folder, "fr")).text("card.title") == "The rent"


def test_a_compiled_catalogue_is_kept_under_the_digest_of_its_source(folder, tmp_path):
    cache = tmp_path / "cache"
    catalogue.load(folder, "fr", cache)
    (kept,) = cache.iterdir()
    assert catalogue.load(folder, "fr", cache).pgettext("card.title", "The rent") == "Le loyer"
    path = catalogue_path(folder, "fr")
    path.write_text(path.read_text("utf-8").replace("Le loyer", "Loyer"), "utf-8")
    assert catalogue.load(folder, "fr", cache).pgettext("card.title", "The rent") == "Loyer"
    assert not kept.exists() and len(list(cache.iterdir())) == 1


def test_a_broken_or_closed_cache_costs_nothing_but_time(folder, tmp_path):
    cache = tmp_path / "cache"
    catalogue.load(folder, "fr", cache)
    next(cache.iterdir()).write_bytes(b"\xde\x12\x04\x95 cut off")
    assert catalogue.load(folder, "fr", cache).pgettext("card.title", "The rent") == "Le loyer"
    (tmp_path / "file").write_text("")
    assert catalogue.load(folder, "fr", tmp_path / "file").pgettext("card.title", "The rent") == "Le loyer"


def test_the_newer_of_mo_and_po_is_used(folder):
    source = catalogue_path(folder, "fr")
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(catalogue.compile_words(source.read_bytes().replace(b"Le loyer", b"Du mo")))
    for age, expected in ((10, "Le loyer"), (-10, "Du mo")):
        os.utime(compiled, (source.stat().st_mtime - age, source.stat().st_mtime - age))
        assert catalogue.load(folder, "fr").pgettext("card.title", "The rent") == expected


def test_changing_the_language_back_reads_nothing_again(folder, monkeypatch):
    languages = Languages({"card.title": "The rent"}, folder)
    assert languages.speech("fr_LU").text("card.title") == "Le loyer"
    monkeypatch.setattr(speech, "load", lambda *_: pytest.fail("read again"))
    assert languages.speech("fr").text("card.title") == "Le loyer"


def test_a_translator_sees_the_file_as_it_is_after_a_reload(folder):
    languages = Languages({"card.title": "The rent"}, folder)
    languages.speech("fr")
    path = catalogue_path(folder, "fr")
    path.write_text(path.read_text("utf-8").replace("Le loyer", "Loyer"), "utf-8")
    languages.reload()
    assert languages.speech("fr").text("card.title") == "Loyer"


def test_a_language_without_a_catalogue_answers_in_english(tmp_path):
    assert speech.speech("lb", {"card.title": "The rent"}, tmp_path).text("card.title") == "The rent"


def test_a_language_that_the_game_does_not_speak_is_refused(tmp_path):
    with pytest.raises(ValueError, match="'pt'"):
        speech.speech("pt", {}, tmp_path)


def test_the_pseudo_language_is_longer_and_keeps_its_values(tmp_path):
    said = speech.speech("xx", {"left": "Left: {amount}"}, tmp_path).say(message("left", amount=114_000))
    assert "1,140\u00a0€" in said and len(said) > 1.5 * len("Left: 1,140 €") and "Left" not in said


@pytest.mark.parametrize("language", ["fr", "de", "en", "lb", "xx"])
def test_every_voice_formats_on_its_own(language, tmp_path):
    assert speech.speech(language, {}, tmp_path).money(100_000).endswith("€")


def test_a_month_that_begins_a_sentence_begins_with_a_capital() -> None:
    texts = {"later": "{month}: the cat limps."}
    speech = Languages(texts, Path("/nowhere")).speech("fr").starting(2026, 1)
    assert speech.say(Message("later", (("month", 2),))).startswith("Mars")

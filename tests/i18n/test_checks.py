"""Every check is shown a fault that it must find, and a clean text that it must leave alone."""

import os
from pathlib import Path

import pytest
from font_source_sans_pro import font_files_ttf
from fontTools.ttLib import TTFont

from game.i18n.catalogue import catalogue_path
from game.i18n.checks.all import Tools, by_code, catalogue_faults, english_faults, text_faults, tools
from game.i18n.checks.form import header_faults
from game.i18n.checks.nrule import keeps_n_before, nrule_faults
from game.i18n.checks.plain import lix, lix_faults
from game.i18n.checks.spelling import dictionary, spelling_faults
from game.i18n.checks.typography import glyph_faults
from game.i18n.checks.words import Lists, lists, sentences, words
from game.i18n.entries import Entry
from game.i18n.mend import mended
from game.i18n.po import Translation, write

ALLOWED = frozenset({"mise en", "en place", "anticonstitutionnellement"})
LISTS = Lists(frozenset({"schuldenbereinigungsverfahren"}), ALLOWED)
PLAIN = Tools(LISTS)
SEVENTEEN = "one two three four five six seven eight nine ten eleven twelve a b c d e"


@pytest.fixture(scope="session")
def drawn() -> frozenset[int]:
    return frozenset(TTFont(font_files_ttf["SourceSansPro"]).getBestCmap())


PLANTED = [
    # language, text, code, fatal
    ("fr", "Quoi ?", "fr-high-mark", True),
    ("fr", "Quoi\u00a0?", "fr-high-mark", True),
    ("fr", "Reste: {amount}", "fr-high-mark", True),
    ("fr", "{amount}!", "fr-high-mark", True),
    ("fr", "« oui »", "fr-guillemets", True),
    ("fr", "«oui»", "fr-guillemets", True),
    ("fr", "“oui”", "quotes", True),
    ("fr", "l'eau", "apostrophe", True),
    ("fr", "12 %", "unit-space", True),
    ("fr", "3€", "unit-space", True),
    ("de", "3\u202f€", "narrow-space", True),
    ("lb", "Reste\u202f: 3", "narrow-space", True),
    ("en", "What\u202f?", "narrow-space", True),
    ("de", '"Ja"', "quotes", True),
    ("de", "«Ja»", "quotes", True),
    ("lb", "„Jo”", "quotes", True),
    ("en", '"Yes"', "quotes", True),
    ("en", "12 %", "unit-space", True),
    ("en", "12 €", "unit-space", True),
    ("de", "zwei  Worte", "double-space", True),
    ("lb", "Enn ", "edge-space", True),
    ("de", "warten...", "three-dots", False),
    ("en", "now - or later", "dash", False),
    ("en", SEVENTEEN, "long-sentence", True),
    ("en", " ".join(SEVENTEEN.split(" ")[:13]), "long-sentence", False),
    ("de", " ".join(["Wort"] * 15), "long-sentence", True),
    ("fr", "une intergouvernementalisation", "long-word", True),
    ("de", "ein Wohnungsvermittlungsbüro", "long-word", True),
    ("en", "institutionalised", "long-word", True),
    ("lb", "Wunnengsvermëttlung", "long-word", True),
    ("en", "They should have saved.", "blame", True),
    ("en", "The family failed.", "blame", True),
    ("fr", "Le ménage est négligent.", "blame", True),
    ("de", "Er ist selbst schuld.", "blame", True),
    ("lb", "Hien ass schold.", "blame", True),
    ("de", "Das Amtsgericht", "elsewhere", True),
    ("lb", "De Gerichtsvollzéier", "elsewhere", True),
    ("lb", "De Stot huet vun {amount}", "n-value", True),
    ("lb", "d’Famill huet keen Auto an keen Zuch", "n-too-many", True),
    ("lb", "vun 400 Euro", "n-too-many", True),
    ("lb", "Si wëlle Scholden bezuelen", "n-too-many", False),
    ("lb", "si hu Auto", "n-too-few", False),
]


@pytest.mark.parametrize(("language", "text", "code", "fatal"), PLANTED)
def test_a_planted_fault_is_found(language, text, code, fatal):
    assert (code, fatal) in {(fault.code, fault.fatal) for fault in text_faults(language, "card.text", text, PLAIN)}


CLEAN = [
    ("fr", "Quoi\u202f?! À 12:30\u202f: «\u00a0oui\u00a0», l’eau coûte 3\u00a0€ (12\u00a0%)."),
    ("fr", "{month}\u202f: la facture. Voir https://guichet.lu/?a=b"),
    ("fr", "Personne n’est en faute\u202f: cela arrive."),
    ("fr", "Anticonstitutionnellement"),
    ("de", "„Ja“: 3\u00a0€, 12\u00a0%. Niemand ist schuld."),
    ("de", "Die Schulden des Schuldenbereinigungsverfahrens"),
    ("de", "Versicherungs-Ausweis"),
    ("en", "“Yes”: 3\u00a0€, 12%. No one is to blame – really."),
    ("en", "The Webers' month isn't over."),
    ("lb", "Keen ass schold: Dat kann all Mënsch geschéien."),
    ("lb", "Um Kont: {amount}"),
    ("lb", "{n} Rechnunge mat Retard"),
    ("lb", "Mir hunn Zäit, mir hu keng Suen, an d’Pai ass do."),
    ("lb", "vun 3 bis vu 4, vun 100 bis vu 400, vun 1.000 bis vu 5.000"),
    ("lb", "Mise en place"),
    ("lb", "Dat soen, bezuelen a waarden."),
]


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_a_clean_text_is_left_alone(language, text):
    assert not [str(fault) for fault in text_faults(language, "card.text", text, PLAIN)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You owe 3 months."),
        ("fr", "Vos dettes montent."),
        ("de", "Dann zahlen Sie."),
        ("lb", "Elo hutt Dir Är Pai."),
    ],
)
def test_a_finding_speaks_of_the_household_and_a_question_to_the_room(language, text):
    def found(id, text):
        return [fault for fault in text_faults(language, id, text, PLAIN) if fault.code == "address"]

    assert found("explain.twins.gap", text)
    assert not found("help.call", text)
    assert not found("explain.ask", f"{text[:-1]}?")


def test_german_they_at_the_beginning_is_not_an_address():
    faults = text_faults("de", "explain.a", "Sie zahlen später. Sie warten.", PLAIN)
    assert "address" not in [fault.code for fault in faults]


def test_letters_in_a_senders_words_have_no_limit_and_pages_of_help_a_looser_one():
    def found(id, text):
        return [fault for fault in text_faults("en", id, text, PLAIN) if fault.code in ("long-sentence", "long-word")]

    assert not found("creditor.bank.steps.reminder.letter", SEVENTEEN + " institutionalised")
    assert not found("help.office", SEVENTEEN)
    assert found("help.office", f"{SEVENTEEN} {SEVENTEEN}")
    assert found("dilemma.phone.options.keep.later.letter", SEVENTEEN)


def test_the_reading_index_counts_words_and_long_words_per_card():
    assert lix("One two. Three seventeen.") == 2 + 25
    hard = {"shock.a.text": "Considerable institutional arrangements notwithstanding " * 10, "shock.a.title": "Hm"}
    assert [(fault.id, fault.fatal) for fault in lix_faults("en", hard)] == [("shock.a", True)]
    easy = {"shock.a.text": "It is so. We go on to the end. " * 10}
    assert not list(lix_faults("en", easy))
    assert not list(lix_faults("en", {"shock.a.text": "Institutional arrangements"}))


def test_values_and_addresses_are_no_words():
    assert words("Pay {amount} at https://a.lu/b to de-facto x") == ["Pay", "at", "to", "de-facto", "x"]
    assert sentences("One: two. 3! {n}\nThree") == ["One:", "two.", "Three"]


@pytest.mark.parametrize(
    ("number", "keeps"),
    [("1", True), ("3", True), ("4", False), ("7", False), ("8", True), ("12", True), ("14", False), ("15", False),
     ("20", True), ("23", True), ("24", False), ("30", True), ("40", False), ("41", True), ("70", False), ("80", True),
     ("100", True), ("400", False), ("799", False), ("800", True), ("1.000", True), ("4.000", False), ("14.000", False),
     ("35", False), ("1.000.000", True), ("1,5", True), ("4,5", False), ("31.", True)],
)  # fmt: skip
def test_numbers_are_read_aloud_for_the_n_rule(number, keeps):
    assert keeps_n_before(number) is keeps


def test_an_acronym_may_go_either_way():
    assert keeps_n_before("SMS") is None
    assert not list(nrule_faults("a", "vun SMS", LISTS)) and not list(nrule_faults("a", "vu SMS", LISTS))


def test_with_a_dictionary_only_words_that_lose_their_n_are_faults():
    known = {"rechnunge", "rechnungen", "scholde", "scholden"}.__contains__

    def found(text):
        return [(f.code, f.fatal) for f in nrule_faults("a", text, LISTS, lambda word: known(word.lower()))]

    assert found("Scholden bezuelen") == [("n-too-many", True)]
    assert not found("Examen maachen")
    assert found("Rechnunge hunn") == [("n-too-few", False)]


@pytest.mark.parametrize("text", ["a\u2009b", "a\u2011b", "日本"])
def test_a_character_that_the_font_lacks_is_found(text, drawn):
    assert [fault.code for fault in glyph_faults("fr", "a", text, drawn)] == ["glyph"]


def test_the_font_has_what_the_languages_need(drawn):
    assert not list(glyph_faults("fr", "a", "’«»„“”€ëÉœ…–−→✓\u202f\u00a0\u00ad\nABCÄÖÜßäöüéèêàçôûîï", drawn))


SLIPS = {
    "fr": ("La facture est en retard, l’eau coûte plus.", "La fakture"),
    "de": ("Die Rechnung ist fällig.", "Die Rechnug"),
    "en": ("The household’s bill isn’t paid.", "The bil is"),
    "lb": ("D’Scholden an de Loyer bezuelen.", "De Friedensrichter"),
}


@pytest.mark.parametrize("language", SLIPS)
def test_a_spelling_slip_is_found(language):
    where = os.environ.get("DILEMME_DICTIONARIES", "")
    known = dictionary(language, Path(where)) if where else None
    if known is None:
        pytest.skip("DILEMME_DICTIONARIES names no folder with dictionary-lb and the others (docs/translating.md)")
    right, wrong = SLIPS[language]
    assert not [str(fault) for fault in spelling_faults(language, "a", right, known, LISTS)]
    assert [fault.code for fault in spelling_faults(language, "a", wrong, known, LISTS)] == ["spelling"]


def test_spelling_takes_words_apart_as_the_languages_do():
    known = {"eau", "haus", "don't", "bill", "saisie", "arrêt"}.__contains__
    assert not list(spelling_faults("fr", "a", "L’eau {value} https://x.lu SICS", known, LISTS))
    assert not list(spelling_faults("de", "a", "Haus", known, LISTS))
    assert not list(spelling_faults("en", "a", "Don’t bill’s", known, LISTS))
    assert not list(spelling_faults("lb", "a", "saisie-arrêt", known, LISTS))


def test_no_dictionary_is_no_error(tmp_path):
    assert dictionary("lb", tmp_path) is None


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ('Quoi? "Oui" : {n}: 12:30', "fr", "Quoi\u202f? «\u00a0Oui\u00a0»\u202f: {n}\u202f: 12:30"),
        ("là; l'eau 12 % et 3€", "fr", "là\u202f; l’eau 12\u00a0% et 3\u00a0€"),
        ("Was ? \"Ja\" 12% ...", "de", "Was? „Ja“ 12\u00a0% …"),
        ("Reste\u202f: 3", "lb", "Reste: 3"),
        (" a  b \n c ", "lb", "a b\nc"),
        ('"Yes" 12 % - 3 €', "en", "“Yes” 12% – 3\u00a0€"),
        ("?", "fr", "?"),
        ("Voir https://a.lu/?b : c", "fr", "Voir https://a.lu/?b\u202f: c"),
    ],
)  # fmt: skip
def test_what_a_keyboard_lacks_is_mended(text, language, right):
    assert mended(text, language) == right
    assert mended(right, language) == right


ENTRIES = [Entry("a.b", "Left: {amount}"), Entry("a.c", "The rent"), Entry("a.d", "Gone")]


def test_a_catalogue_is_checked_as_a_whole(tmp_path):
    known = {
        "a.b": Translation(ENTRIES[0].forms, ("Reste",)),
        "a.c": Translation(("Rent",), ("Le loyer",), fuzzy=True),
    }
    write(catalogue_path(tmp_path, "fr"), "fr", ENTRIES, known)
    faults = catalogue_faults("fr", ENTRIES, tmp_path, PLAIN)
    found = {(fault.id, fault.code) for fault in faults}
    assert found == {("a.b", "placeholders"), ("a.c", "stale"), ("a.d", "missing")}


def test_a_wrong_plural_rule_is_found(tmp_path):
    path = catalogue_path(tmp_path, "fr")
    write(path, "fr", ENTRIES, {})
    assert not list(header_faults("fr", path))
    path.write_text(path.read_text("utf-8").replace("(n > 1)", "(n != 1)"), "utf-8")
    assert [fault.code for fault in header_faults("fr", path)] == ["plural-header"]


def test_a_language_without_a_catalogue_is_one_fault(tmp_path):
    assert [fault.code for fault in catalogue_faults("lb", ENTRIES, tmp_path, PLAIN)] == ["missing"]


def test_the_english_source_is_checked_in_all_its_forms():
    faults = english_faults([Entry("a", 'It is "fine" - 3 €', "institutionalised")], PLAIN)
    assert [fault.code for fault in faults] == ["long-word"] and by_code(faults) == {"long-word": 1}


def test_lists_come_from_the_glossary_and_the_words_beside_the_catalogue(tmp_path):
    rows = "id,fr,de,en,lb,note\nx,saisie-arrêt,Inverzugsetzung,a b,De Kont; Kont,n\n"
    (tmp_path / "glossary.csv").write_text(rows, "utf-8")
    (tmp_path / "lb").mkdir()
    (tmp_path / "lb" / "words.txt").write_text("# names\nWeber  # family\n\nd’Famill Weber\n", "utf-8")
    found = lists(tmp_path, "lb")
    assert found.glossary == {"de", "kont"} and found.allowed == {"weber", "d'famill weber"}
    assert tools("lb", tmp_path, None, ()).known is None

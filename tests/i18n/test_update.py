"""The catalogues follow the English, and translations get in."""

import io

import pytest
from babel.messages.pofile import read_po

from game.i18n import entries as entries_module
from game.i18n.catalogue import catalogue_path
from game.i18n.english import engine, explain, shell, table
from game.i18n.entries import Entry, all_entries, program_entries, program_messages
from game.i18n.extract import extract, messages_in
from game.i18n.po import PLURALS, Translation, plural_header, read
from game.i18n.update import carried, escaped, fill, missing, parse_translations, unescaped, update

MODULE = '''"""Doc."""
MESSAGES: dict[str, str] = {
    # a heading for programmers
    "a.b": "One {n} "
    "line",
    # note: at most
    # three words
    "c": ("{n} month", "{n} months"),
}
'''


@pytest.fixture(autouse=True)
def _no_program_messages(monkeypatch):
    monkeypatch.setattr(entries_module, "AREAS", {})


TEXTS = {"card.title": "The rent", "card.text": "The rent is due.", "left": "Left: {amount}"}


def test_the_modules_are_read_as_text_with_notes():
    first, second = messages_in(MODULE)
    assert (first.id, first.words, first.note) == ("a.b", "One {n} line", "")
    assert (second.words, second.note) == (("{n} month", "{n} months"), "at most three words")


def test_babels_tool_can_read_them_too():
    assert list(extract(io.BytesIO(MODULE.encode()), {}, [], {})) == [
        (4, "pgettext", ("a.b", "One {n} line"), []),
        (8, "npgettext", ("c", "{n} month", "{n} months"), ["at most three words"]),
    ]


@pytest.mark.parametrize("value", ["'a' + b", "f'{x}'", "('a',)", "3", "{**other}"])
def test_what_is_not_written_out_is_refused_by_line(value):
    source = f"MESSAGES = {value}" if value.startswith("{") else f"MESSAGES = {{\n  'a': {value}}}"
    with pytest.raises(ValueError, match="line"):
        list(messages_in(source))


def test_real_modules_say_the_same_as_text_and_as_values(monkeypatch):
    real = {"engine": engine, "explain": explain, "table": table, "shell": shell}
    monkeypatch.setattr(entries_module, "AREAS", real)
    assert {entry.id: entry.forms for entry in program_entries()} == {
        id: (words,) if isinstance(words, str) else words for id, words in program_messages().items()
    }


def test_an_id_of_two_areas_is_refused(monkeypatch):
    monkeypatch.setattr(entries_module, "AREAS", {"engine": engine, "table": table})
    monkeypatch.setattr(engine, "MESSAGES", {"a": "x"})
    monkeypatch.setattr(table, "MESSAGES", {"a": "y"})
    with pytest.raises(ValueError, match=r"table\.py: 'a'"):
        program_messages()


def test_texts_in_another_language_have_no_place_in_the_catalogues():
    assert [entry.id for entry in all_entries(TEXTS, {}, ["left"])] == ["card.text", "card.title"]


def test_an_update_without_a_change_changes_no_byte(tmp_path):
    update(TEXTS, {"card.title": "Card title"}, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.po*")}
    assert {path.parent.parent.name for path in before if path.suffix == ".po"} == {"de", "fr", "lb"}
    update(dict(reversed(TEXTS.items())), {"card.title": "Card title"}, tmp_path)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.po*")}
    assert b"#. Card title\n" in before[tmp_path / "game.pot"]
    assert b"-Date" not in b"".join(before.values())


def test_what_is_written_is_a_po_for_other_tools(tmp_path):
    update(TEXTS, {}, tmp_path)
    fill({"left": "Reste : {amount}"}, all_entries(TEXTS), "fr", tmp_path)
    path = catalogue_path(tmp_path, "fr")
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    assert catalogue.get("Left: {amount}", "left").string == "Reste\u202f: {amount}"
    assert not [error for message in catalogue for error in message.check(catalogue)]


def test_an_english_catalogue_is_kept_up_but_never_made(tmp_path):
    update(TEXTS, {}, tmp_path)
    path = catalogue_path(tmp_path, "en")
    assert not path.exists()
    path.parent.mkdir(parents=True)
    path.write_text("", "utf-8")
    assert update(TEXTS, {}, tmp_path)["en"] == 3


@pytest.mark.parametrize("language", PLURALS)
def test_the_plural_rule_is_the_languages(language, tmp_path):
    catalogue_path(tmp_path, "en").parent.mkdir(parents=True)
    catalogue_path(tmp_path, "en").touch()
    update(TEXTS, {}, tmp_path)
    assert plural_header(catalogue_path(tmp_path, language)) == PLURALS[language]


def test_a_changed_english_text_keeps_its_translation_as_fuzzy_with_what_it_was(tmp_path):
    update(TEXTS, {}, tmp_path)
    fill({"card.title": "Le loyer"}, all_entries(TEXTS), "fr", tmp_path)
    for title in ("The rent of May", "The rent of June"):
        assert update({**TEXTS, "card.title": title}, {}, tmp_path)["fr"] == 3
    known = read(catalogue_path(tmp_path, "fr"))["card.title"]
    assert (known.forms, known.fuzzy, known.previous) == (("Le loyer",), True, ("The rent",))


def test_a_renamed_id_takes_its_translation_along_as_fuzzy(tmp_path):
    update(TEXTS, {}, tmp_path)
    fill({"card.title": "Le loyer"}, all_entries(TEXTS), "fr", tmp_path)
    update({"cards.rent.title": "The rent"}, {}, tmp_path)
    (only,) = read(catalogue_path(tmp_path, "fr")).values()
    assert only.forms == ("Le loyer",) and only.fuzzy


def test_filling_puts_the_fuzzy_mark_away(tmp_path):
    update(TEXTS, {}, tmp_path)
    fill({"card.title": "Le loyer"}, all_entries(TEXTS), "fr", tmp_path)
    changed = {**TEXTS, "card.title": "Rent"}
    update(changed, {}, tmp_path)
    assert not fill({"card.title": "Loyer"}, all_entries(changed), "fr", tmp_path)
    assert [entry.id for entry, _ in missing(all_entries(changed), "fr", tmp_path)] == ["card.text", "left"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"nobody": "x"}, "unknown-id"),
        ({"left": "Reste"}, "placeholders"),
        ({"left": "Reste : {amount} {n}"}, "placeholders"),
        ({"left": "Reste : {amount} {"}, "braces"),
        ({"card.title": ["un", "deux"]}, "plural-forms"),
        ({"card.title": " "}, "empty"),
    ],
)
def test_what_does_not_fit_is_refused_and_named(given, code, tmp_path):
    faults = fill(given, all_entries(TEXTS), "fr", tmp_path)
    assert code in [fault.code for fault in faults if fault.fatal]
    assert not any(any(known.forms) for known in read(catalogue_path(tmp_path, "fr")).values())


def test_a_long_translation_gets_in_and_is_named(tmp_path):
    faults = fill({"card.title": "Le loyer du mois de mai qui vient"}, all_entries(TEXTS), "fr", tmp_path)
    assert [(fault.code, fault.fatal) for fault in faults] == [("too-long", False)]
    assert read(catalogue_path(tmp_path, "fr"))["card.title"].is_done


def test_a_singular_may_leave_out_its_number(tmp_path):
    both = [Entry("m", "{n} month", "{n} months")]
    assert not fill({"m": ["ee Mount", "{n} Méint"]}, both, "lb", tmp_path)
    assert read(catalogue_path(tmp_path, "lb"))["m"].forms == ("ee Mount", "{n} Méint")


def test_a_translators_own_comment_survives(tmp_path):
    update(TEXTS, {}, tmp_path)
    path = catalogue_path(tmp_path, "fr")
    path.write_text(path.read_text("utf-8").replace("#, python-brace", "# ask Anne\n#, python-brace"), "utf-8")
    update(TEXTS, {}, tmp_path)
    assert read(path)["left"].comments == ("ask Anne",)


def test_a_file_that_is_no_catalogue_is_named(tmp_path):
    path = catalogue_path(tmp_path, "fr")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "a"\nnonsense\n', "utf-8")
    with pytest.raises(ValueError, match=r"game\.po"):
        update(TEXTS, {}, tmp_path)


def test_translations_come_as_json_or_as_lines():
    expected = {"a": "x\ny", "m": ["1", "2"]}
    assert parse_translations('\ufeff{"a": "x\\ny", "m": ["1", "2"]}') == expected
    assert parse_translations("a\tx\\ny\n\nm\t1\t2\n") == expected


@pytest.mark.parametrize("text", ['{"a": 3}', '{"a": ["1"]}', "a", "a\tb\tc\td", "{"])
def test_a_file_of_another_shape_is_refused(text):
    with pytest.raises(ValueError):
        parse_translations(text)


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\\nb", "\\", "\\\\n\n"])
def test_a_cell_gives_back_its_text(text):
    assert unescaped(escaped(text)) == text


def test_an_empty_old_entry_is_not_fuzzy():
    assert not carried([Entry("a", "new")], {"a": Translation(("old",), ("",))})["a"].fuzzy

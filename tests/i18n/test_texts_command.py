"""The translators' command."""

import io
import json
from types import SimpleNamespace

import pytest

from game import texts
from game.i18n.catalogue import catalogue_path
from game.i18n.po import read

CONTENT = SimpleNamespace(
    texts={"dilemma.a.title": "The rent", "dilemma.a.text": "It is due:\nnow.", "dilemma.b.title": "Le loyer"},
    notes={"dilemma.a.title": "Card title"},
    languages={"dilemma.b.title": "fr"},
)


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs the command on small content and catalogues of its own; `problems` are the content's."""
    monkeypatch.setattr("game.i18n.entries.AREAS", {})
    monkeypatch.delenv(texts.DICTIONARIES, raising=False)

    def command(*words: str, problems=()):
        monkeypatch.setattr(texts, "load", lambda *_: (CONTENT, problems))
        return texts.main(["--locales", str(tmp_path), *words])

    return command


def test_an_update_says_what_is_missing(run, capsys):
    assert run("update") == 0
    assert capsys.readouterr().out.splitlines()[0] == "fr: 0 of 2 translated"


def test_what_is_missing_is_a_line_each(run, capsys):
    assert run("missing", "fr") == 0
    assert capsys.readouterr().out == "dilemma.a.text\tIt is due:\\nnow.\t\ndilemma.a.title\tThe rent\tCard title\n"


def test_what_is_missing_as_json_can_be_filled_in_and_given_back(run, capsys, tmp_path, monkeypatch):
    run("missing", "fr", "--json")
    asked = json.loads(capsys.readouterr().out)
    assert asked["dilemma.a.title"] == {"en": "The rent", "max": 16, "note": "Card title"}
    words = tmp_path / "words.json"
    words.write_text(json.dumps({"dilemma.a.title": "Le loyer", "dilemma.a.text": "C'est dû :\nmaintenant."}), "utf-8")
    assert run("fill", "fr", str(words)) == 0
    known = read(catalogue_path(tmp_path, "fr"))
    assert known["dilemma.a.text"].forms == ("C’est dû\u202f:\nmaintenant.",)
    monkeypatch.setattr("sys.stdin", io.StringIO("dilemma.a.title\tUn loyer\n"))
    assert run("fill", "fr", "-") == 0
    capsys.readouterr()
    assert run("missing", "fr") == 0 and capsys.readouterr().out == ""
    assert run("check", "fr") == 0


def test_refused_translations_are_the_exit_code(run, tmp_path, capsys):
    words = tmp_path / "words.tsv"
    words.write_text("nobody\tx\n", "utf-8")
    assert run("fill", "lb", str(words)) == 1
    assert "lb nobody: no message has this id [unknown-id]" in capsys.readouterr().out


def test_what_was_taken_in_is_checked_at_once(run, tmp_path, capsys):
    words = tmp_path / "words.json"
    words.write_text('{"dilemma.a.title": "vun kengem"}', "utf-8")
    assert run("fill", "lb", str(words)) == 1
    assert "write 'vu kengem' [n-too-many]" in capsys.readouterr().out
    assert read(catalogue_path(tmp_path, "lb"))["dilemma.a.title"].is_done


def test_a_part_of_what_is_missing_can_be_asked_for(run, capsys):
    run("missing", "lb", "--under", "dilemma.a.ti")
    assert capsys.readouterr().out == "dilemma.a.title\tThe rent\tCard title\n"


def test_a_check_of_empty_catalogues_finds_all_of_them(run, capsys):
    run("update")
    assert run("check") == 1
    assert capsys.readouterr().out.count("[missing]") == 6


@pytest.mark.parametrize("words", [("check", "pt"), ("fill", "fr", "nowhere.json")])
def test_wrong_use_is_one_line(run, words, capsys):
    assert run(*words) == 2
    assert capsys.readouterr().err.startswith("dilemme texts: ")


def test_broken_content_leaves_the_catalogues_alone(run, tmp_path, capsys):
    problem = SimpleNamespace(fatal=True)
    assert run("update", problems=[problem]) == 2
    assert not list(tmp_path.iterdir()) and "until the content is good" in capsys.readouterr().err
    assert run("missing", "fr", problems=[problem]) == 0

"""The translators' and authors' tool: `dilemme texts update | check | missing LANG | fill LANG FILE`.

Here the words of the content meet the catalogues: the i18n room itself never sees a scenario.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.content.load import load
from game.i18n.catalogue import catalogue_path
from game.i18n.checks.all import by_code, catalogue_faults, english_faults, tools
from game.i18n.checks.fault import Fault
from game.i18n.entries import Entry, all_entries
from game.i18n.po import Translation, longest
from game.i18n.update import TRANSLATED, escaped, fill, missing, parse_translations, update
from game.model.content import Content
from game.paths import data_folder

DICTIONARIES = "DILEMME_DICTIONARIES"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands; 0 good, 1 something is wrong with a text, 2 wrong use."""
    options = parser().parse_args(arguments)
    try:
        content, problems = load(data_folder("scenarios"), options.content, None)
        if options.writes and (broken := [str(problem) for problem in problems if problem.fatal]):
            # A file that cannot be read is left out, and its translations would be lost with it.
            raise ValueError("the catalogues stay as they are until the content is good\n" + "\n".join(broken))
        return int(options.run(options, content))
    except (ValueError, OSError) as error:
        print(f"dilemme texts: {error}", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """The commands and what each takes."""
    root = argparse.ArgumentParser("dilemme texts", description="Gathers what is to translate and checks it.")
    root.add_argument("--locales", type=Path, default=data_folder("locales"), metavar="DIR", help="the catalogues")
    root.add_argument("--content", type=Path, metavar="DIR", help="own content over the game's")
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    follow = commands.add_parser("update", help="make the catalogues follow the English")
    follow.set_defaults(run=run_update, writes=True)
    check = commands.add_parser("check", help="look for faults in the English and in translations")
    check.add_argument("languages", nargs="*", metavar="LANG", help="en, fr, de, lb; without one, all")
    check.add_argument("--all", action="store_true", help="show what is for a person to judge, too")
    check.set_defaults(run=run_check, writes=False)
    lack = commands.add_parser("missing", help="list what is not translated: id, English, note")
    lack.add_argument("language", choices=TRANSLATED)
    lack.add_argument("--under", default="", metavar="ID", help="only ids that begin so: dilemma., shock.accident")
    lack.add_argument("--json", action="store_true", help="one JSON object, with the longest length and old words")
    lack.set_defaults(run=run_missing, writes=False)
    put = commands.add_parser("fill", help="put translations into a catalogue")
    put.add_argument("language", choices=(*TRANSLATED, "en"))
    put.add_argument("file", type=Path, help="JSON {id: text or [one, many]}, or lines: id, tab, text; - is stdin")
    put.set_defaults(run=run_fill, writes=True)
    return root


def entries_of(content: Content) -> list[Entry]:
    """All that is to translate: the program's messages and the English texts of the content."""
    return all_entries(content.texts, content.notes, content.languages)


def run_update(options: argparse.Namespace, content: Content) -> int:
    """Write the catalogues anew and say how much each lacks."""
    lacking = update(content.texts, content.notes, options.locales, content.languages)
    total = len(entries_of(content))
    for language, count in lacking.items():
        print(f"{language}: {total - count} of {total} translated")
    return 0


def run_check(options: argparse.Namespace, content: Content) -> int:
    """Print the faults; 1 if one of them is fatal."""
    unknown = set(options.languages) - {*TRANSLATED, "en"}
    if unknown:
        raise ValueError(f"no language '{unknown.pop()}': en, fr, de, lb")
    faults: list[Fault] = []
    for language in options.languages or ("en", *TRANSLATED):
        faults += language_faults(language, entries_of(content), options.locales)
    return report(faults, options.all)


def language_faults(language: str, entries: Sequence[Entry], folder: Path) -> list[Fault]:
    """Every fault of one language, with the dictionaries and the font as far as they are installed."""
    where = os.environ.get(DICTIONARIES)
    using = tools(language, folder, Path(where) if where else None, drawn_by_font())
    if using.known is None:
        print(f"{language}: spelling not checked, {DICTIONARIES} names no dictionary", file=sys.stderr)
    if language == "en":
        # The catalogue that mends English is optional.
        mends = catalogue_path(folder, "en").is_file()
        own = catalogue_faults("en", entries, folder, using) if mends else []
        return [*english_faults(entries, using), *(fault for fault in own if fault.code not in ("missing", "stale"))]
    return catalogue_faults(language, entries, folder, using)


def drawn_by_font() -> frozenset[int]:
    """Code points of the bundled font; none, and so no check, without the development extra `fonttools`."""
    try:
        reader = importlib.import_module("fontTools.ttLib").TTFont
        path = importlib.import_module("font_source_sans_pro").font_files_ttf["SourceSansPro"]
    except ImportError:
        return frozenset()
    return frozenset(reader(path).getBestCmap())


def report(faults: Iterable[Fault], also_to_judge: bool) -> int:
    """Print faults and their number by kind; 1 if one is fatal."""
    found = sorted(faults)
    fatal = [fault for fault in found if fault.fatal]
    for fault in found if also_to_judge else fatal:
        print(fault)
    for code, count in by_code(found).items():
        print(f"{count:6} {code}", file=sys.stderr)
    return 1 if fatal else 0


def run_missing(options: argparse.Namespace, content: Content) -> int:
    """Print what is to translate, a line each or as JSON."""
    entries = [entry for entry in entries_of(content) if entry.id.startswith(options.under)]
    found = missing(entries, options.language, options.locales)
    if options.json:
        print(json.dumps({entry.id: asked(entry, old) for entry, old in found}, ensure_ascii=False, indent=1))
    else:
        for entry, _ in found:
            print("\t".join([entry.id, *map(escaped, (" | ".join(entry.forms), entry.note))]))
    return 0


def asked(entry: Entry, old: Translation | None) -> dict[str, object]:
    """What a translator is told about one entry; `was` and `old` where the English changed."""
    words: dict[str, object] = {"en": list(entry.forms) if entry.many else entry.english, "max": longest(entry)}
    if entry.note:
        words["note"] = entry.note
    if old is not None and any(old.forms):
        words["old"] = list(old.forms) if entry.many else old.forms[0]
        words["was"] = list(old.previous)
    return words


def run_fill(options: argparse.Namespace, content: Content) -> int:
    """Take translations in and check them at once; 1 if one was refused or breaks a rule."""
    text = sys.stdin.read() if str(options.file) == "-" else options.file.read_text("utf-8")
    given = parse_translations(text)
    entries = entries_of(content)
    faults = fill(given, entries, options.language, options.locales)
    refused = {fault.id for fault in faults if fault.fatal}
    print(f"{options.language}: {len(given) - len(refused)} taken in, {len(refused)} refused", file=sys.stderr)
    taken = [entry for entry in entries if entry.id in given and entry.id not in refused]
    found = set(faults).union(language_faults(options.language, taken, options.locales)) if taken else set(faults)
    return report(found, also_to_judge=True)


if __name__ == "__main__":
    sys.exit(main())

"""What happens to the catalogues when texts change, and how translations get in.

Nobody edits a `.po` to follow the English: `update` does, and marks as fuzzy what must be read again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.i18n.catalogue import catalogue_path
from game.i18n.checks.fault import Fault
from game.i18n.checks.form import form_faults
from game.i18n.entries import Entry, all_entries
from game.i18n.mend import mended
from game.i18n.po import Translation, read, write

TRANSLATED = ("fr", "de", "lb")
TEMPLATE = "game.pot"


def update(
    texts: Mapping[str, str], notes: Mapping[str, str], folder: Path, foreign: Iterable[str] = ()
) -> dict[str, int]:
    """Write the template and every catalogue anew from the English; how many entries each still lacks.

    `texts` and `notes` are the content's, `foreign` the ids of texts not written in English. The
    `en` catalogue, which only mends English, is kept up where it exists and never made.
    """
    entries = all_entries(texts, notes, foreign)
    write(folder / TEMPLATE, "", entries, {})
    lacking = {}
    for language in (*TRANSLATED, "en"):
        path = catalogue_path(folder, language)
        if language == "en" and not path.is_file():
            continue
        known = carried(entries, read(path))
        write(path, language, entries, known)
        lacking[language] = sum(1 for entry in entries if entry.id not in known or not known[entry.id].is_done)
    return lacking


def carried(entries: Sequence[Entry], old: Mapping[str, Translation]) -> dict[str, Translation]:
    """What the old catalogue knows of the entries of now; fuzzy where the English changed or the id did."""
    gone = set(old) - {entry.id for entry in entries}
    by_english = {old[id].of: old[id] for id in sorted(gone) if any(old[id].forms)}
    kept = {}
    for entry in entries:
        known = old.get(entry.id) or by_english.get(entry.forms)
        if known is None:
            continue
        if any(known.forms) and (known.of != entry.forms or entry.id not in old):
            previous = known.previous if known.fuzzy and known.previous else known.of
            known = replace(known, fuzzy=True, previous=previous)
        kept[entry.id] = replace(known, of=entry.forms)
    return kept


def missing(entries: Sequence[Entry], language: str, folder: Path) -> list[tuple[Entry, Translation | None]]:
    """The entries that the game would show in English, with the fuzzy translation where there is one."""
    known = read(catalogue_path(folder, language))
    return [
        (entry, known.get(entry.id))
        for entry in entries
        if entry.id not in known or not known[entry.id].is_done or known[entry.id].of != entry.forms
    ]


def fill(
    given: Mapping[str, str | Sequence[str]], entries: Sequence[Entry], language: str, folder: Path
) -> list[Fault]:
    """Put translations into a catalogue. What comes back was refused (fatal) or is to be looked at.

    Typography that follows from a rule is mended on the way in. Refused are unknown ids, a wrong
    number of forms, and other placeholders than the English has; all the rest is written.
    """
    by_id = {entry.id: entry for entry in entries}
    path = catalogue_path(folder, language)
    known = carried(entries, read(path))
    faults = []
    for id, words in given.items():
        if id not in by_id:
            faults.append(Fault(language, id, "unknown-id", "no message has this id"))
            continue
        forms = tuple(mended(form, language) for form in ([words] if isinstance(words, str) else words))
        found = list(form_faults(language, by_id[id], forms))
        faults += found
        if not any(fault.fatal for fault in found):
            comments = known[id].comments if id in known else ()
            known[id] = Translation(by_id[id].forms, forms, comments=comments)
    write(path, language, entries, known)
    return faults


def parse_translations(text: str) -> dict[str, str | list[str]]:
    """A file of translations: a JSON object {id: text or [one, many]}, or lines id TAB text [TAB text].

    ValueError that says where, if it is neither.
    """
    if text.lstrip("\ufeff \n\r\t").startswith("{"):
        return from_json(text.lstrip("\ufeff"))
    parsed: dict[str, str | list[str]] = {}
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip():
            continue
        id, *forms = (unescaped(cell) for cell in line.split("\t"))
        if not forms or len(forms) > 2:
            raise ValueError(f"line {number}: expected id, a tab and one or two texts")
        parsed[id.strip()] = forms[0] if len(forms) == 1 else forms
    return parsed


def from_json(text: str) -> dict[str, str | list[str]]:
    """The JSON form of a file of translations."""
    loaded = json.loads(text)
    for id, words in loaded.items():
        several = isinstance(words, list) and len(words) == 2 and all(isinstance(word, str) for word in words)
        if not isinstance(words, str) and not several:
            raise ValueError(f"'{id}': expected a text or a list of two texts")
    return dict(loaded)


def escaped(text: str) -> str:
    r"""A text in one cell of a line: line breaks as `\n`."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def unescaped(cell: str) -> str:
    """The text of a cell that `escaped` wrote."""
    return re.sub(r"\\([nt\\])", lambda found: {"n": "\n", "t": "\t"}.get(found.group(1), "\\"), cell)

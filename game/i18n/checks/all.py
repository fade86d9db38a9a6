"""Every check on every text of one language, as one list of faults."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.i18n.catalogue import catalogue_path
from game.i18n.checks.fault import Fault
from game.i18n.checks.form import form_faults, header_faults, lacking
from game.i18n.checks.nrule import nrule_faults
from game.i18n.checks.plain import lix_faults, sentence_faults, word_faults
from game.i18n.checks.spelling import Known, dictionary, spelling_faults
from game.i18n.checks.tone import tone_faults
from game.i18n.checks.typography import glyph_faults, typography_faults
from game.i18n.checks.words import Lists, lists
from game.i18n.entries import Entry
from game.i18n.mend import mended
from game.i18n.po import Translation, read


@dataclass(frozen=True, slots=True)
class Tools:
    """What the checks of a language work with; a check whose tool is missing is left out.

    `known` is a spelling dictionary, `drawn` the code points that the font has.
    """

    lists: Lists
    known: Known | None = None
    drawn: Collection[int] = ()


def tools(language: str, folder: Path, dictionaries: Path | None, drawn: Collection[int]) -> Tools:
    """The tools of a language: its lists in the folder of the catalogues, and its dictionary if there is one."""
    known = dictionary(language, dictionaries) if dictionaries else None
    return Tools(lists(folder, language), known, drawn)


def text_faults(language: str, id: str, text: str, using: Tools) -> Iterator[Fault]:
    """Faults of one text by itself."""
    yield from typography_faults(language, id, text)
    yield from sentence_faults(language, id, text)
    yield from word_faults(language, id, text, using.lists)
    yield from tone_faults(language, id, text)
    if language == "lb":
        yield from nrule_faults(id, text, using.lists, using.known)
    if using.known:
        yield from spelling_faults(language, id, text, using.known, using.lists)
    if using.drawn:
        yield from glyph_faults(language, id, text, using.drawn)


def english_faults(entries: Sequence[Entry], using: Tools) -> list[Fault]:
    """Faults of the English source, as the game shows it: with the marks that keyboards lack."""
    faults: list[Fault] = []
    for entry in entries:
        for form in entry.forms:
            faults += text_faults("en", entry.id, mended(form, "en"), using)
    return [*faults, *lix_faults("en", {entry.id: entry.english for entry in entries})]


def catalogue_faults(language: str, entries: Sequence[Entry], folder: Path, using: Tools) -> list[Fault]:
    """Faults of a catalogue: what it lacks, and each translation beside its English and by itself."""
    path = catalogue_path(folder, language)
    if not path.is_file():
        return [Fault(language, "", "missing", f"no catalogue {path.name}")]
    known = read(path)
    done = {entry.id: known[entry.id] for entry in entries if entry.id in known and known[entry.id].is_done}
    faults = [*header_faults(language, path), *lacking(language, entries, known)]
    for entry in entries:
        if entry.id in done:
            faults += translation_faults(language, entry, done[entry.id], using)
    return [*faults, *lix_faults(language, {id: translation.forms[-1] for id, translation in done.items()})]


def translation_faults(language: str, entry: Entry, translation: Translation, using: Tools) -> Iterator[Fault]:
    """Faults of one entry of a catalogue."""
    yield from form_faults(language, entry, translation.forms)
    for form in dict.fromkeys(translation.forms):
        yield from text_faults(language, entry.id, form, using)


def by_code(faults: Sequence[Fault]) -> Mapping[str, int]:
    """How many faults of each code, the most frequent first."""
    codes = [fault.code for fault in faults]
    return {code: codes.count(code) for code in sorted(set(codes), key=lambda code: (-codes.count(code), code))}

"""Words that a spelling dictionary does not know. The dictionaries are not part of the game: their
licences are not, and a player needs none."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from game.i18n.checks.fault import Fault
from game.i18n.checks.words import Lists, bare, folded

Known = Callable[[str], bool]

FOLDERS = {"fr": "dictionary-fr", "de": "dictionary-de", "en": "dictionary-en-gb", "lb": "dictionary-lb"}
TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
ELISION = re.compile(r"^(?:d|l|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quelqu)'", re.IGNORECASE)


def dictionary(language: str, folder: Path) -> Known | None:
    """What knows a word of a language; None if the dictionary or the engine `chunspell` is not there.

    `folder` holds what `npm install dictionary-lb …` puts into `node_modules`.
    """
    home = folder / FOLDERS[language]
    if not (home / "index.dic").is_file():
        return None
    try:
        engine = importlib.import_module("hunspell").Hunspell("index", hunspell_data_dir=str(home))
    except ImportError:
        return None
    kept: dict[str, bool] = {}

    def known(word: str) -> bool:
        if word not in kept:
            kept[word] = bool(engine.spell(word))
        return kept[word]

    return known


def spelling_faults(language: str, id: str, text: str, known: Known, lists: Lists) -> Iterator[Fault]:
    """Words that neither the dictionary nor the lists know."""
    plain = bare(text).replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")
    for token in TOKEN.findall(plain):
        word = ELISION.sub("", token) if language in ("fr", "lb") else token.removesuffix("'s")
        if not is_spelt(word, known, lists):
            yield Fault(language, id, "spelling", f"'{word}' is not in the dictionary")


def is_spelt(word: str, known: Known, lists: Lists) -> bool:
    """Whether the word, or each of its parts joined by a hyphen, is known; acronyms always are."""
    if len(word) == 1 or word.isupper() or known(word) or folded(word) in lists.allowed | lists.glossary:
        return True
    if word[0].isupper() and known(word[0].lower() + word[1:]):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_spelt(part, known, lists) for part in parts)

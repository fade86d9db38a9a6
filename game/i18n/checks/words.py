"""Sentences and words of a text, as the checks count them, and what the game's own word lists hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.i18n.entries import PLACEHOLDER

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:;…])[\s\u00a0\u202f]+|\n")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Lists:
    """One language's lists: words of the glossary, and words or pairs of words that the checks let pass.

    All are in lower case, with a straight apostrophe.
    """

    glossary: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()

    def allows(self, *words: str) -> bool:
        """Whether the word, or these words one after the other, is on a list."""
        return " ".join(folded(word) for word in words) in self.allowed


def folded(word: str) -> str:
    """A word as the lists hold it."""
    return word.replace("’", "'").replace(SOFT_HYPHEN, "").lower()


def bare(text: str) -> str:
    """The text without values, addresses and soft hyphens."""
    return ADDRESS.sub("", PLACEHOLDER.sub("", text)).replace(SOFT_HYPHEN, "")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon, a semicolon and a line break end one too."""
    return [part for part in SENTENCE_END.split(bare(text)) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text; those joined by a hyphen are one."""
    return WORD.findall(bare(text))


def glossary_rows(path: Path) -> list[Mapping[str, str]]:
    """The rows of `glossary.csv`: id, fr, de, en, lb, note."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def allow_list(path: Path) -> Iterator[str]:
    """The lines of a word list, without comments; nothing if there is no such file."""
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines():
        if entry := line.partition("#")[0].strip():
            yield folded(entry)


def lists(folder: Path, language: str) -> Lists:
    """The lists of a language in the folder of the catalogues."""
    path = folder / "glossary.csv"
    cells = [row[language] for row in glossary_rows(path)] if path.is_file() else []
    found = {folded(word) for cell in cells for word in WORD.findall(cell)}
    return Lists(frozenset(found), frozenset(allow_list(folder / language / "words.txt")))

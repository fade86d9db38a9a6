"""Spaces, quotation marks and characters, by language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.i18n.checks.fault import Fault
from game.i18n.checks.words import ADDRESS
from game.i18n.entries import PLACEHOLDER

NBSP = "\u00a0"
NARROW = "\u202f"

FOREIGN_MARKS = {"fr": '„“”‘"', "de": '«»”"', "lb": '«»”"', "en": '„«»"'}

EVERYWHERE = (
    ("double-space", re.compile("  "), "two spaces in a row"),
    ("edge-space", re.compile(r"^\s|\s$|[ \t]\n"), "a space at the beginning or the end"),
)
FRENCH = (
    ("fr-high-mark", re.compile(rf"(?<![{NARROW};:!?])[;:!?](?!\d)"), "; : ! ? need U+202F before them"),
    ("fr-guillemets", re.compile(f"«(?![{NBSP}{NARROW}])|(?<![{NBSP}{NARROW}])»"), "« » need U+00A0 inside"),
)
OTHERS = (("narrow-space", re.compile(NARROW), "U+202F is French"),)
NUMBERS = ("unit-space", re.compile(rf"\d(?!{NBSP})[ {NARROW}]?[%€]"), "% and € need U+00A0 before them")
ENGLISH_NUMBERS = ("unit-space", re.compile(rf"\d[ {NBSP}{NARROW}]%|\d ?€"), "% needs nothing, € U+00A0 before it")
TASTE = (
    ("three-dots", re.compile(r"\.\.\."), "three dots: write …"),
    ("dash", re.compile(r" -{1,2} "), "a hyphen between spaces: write –"),
    ("apostrophe", re.compile("'"), "a straight apostrophe: write ’"),
)


def typography_faults(language: str, id: str, text: str) -> Iterator[Fault]:
    """What breaks the language's rules of typography in one form of a text."""
    seen = ADDRESS.sub("x", PLACEHOLDER.sub("x", text))
    rules = (*EVERYWHERE, *(FRENCH if language == "fr" else OTHERS))
    rules += (ENGLISH_NUMBERS if language == "en" else NUMBERS,)
    for code, pattern, advice in rules:
        if pattern.search(seen):
            yield Fault(language, id, code, advice)
    if wrong := sorted({mark for mark in FOREIGN_MARKS[language] if mark in seen}):
        yield Fault(language, id, "quotes", f"not a quotation mark of this language: {' '.join(wrong)}")
    for code, pattern, advice in TASTE:
        # In the English source an author types what the keyboard has; the game shows the right mark.
        if pattern.search(seen) and not (language == "en" and code == "apostrophe"):
            yield Fault(language, id, code, advice, fatal=code == "apostrophe")


def glyph_faults(language: str, id: str, text: str, drawn: Collection[int]) -> Iterator[Fault]:
    """Characters that the font cannot draw. `drawn` are the code points of its cmap."""
    lacking = {mark for mark in text if ord(mark) not in drawn and mark not in "\n\u00ad"}
    if lacking:
        names = ", ".join(f"{mark} (U+{ord(mark):04X})" for mark in sorted(lacking))
        yield Fault(language, id, "glyph", f"the font has no {names}")

"""The n-rule of Luxembourgish: a final -n stays before a vowel and d, t, z, h, n, and before a pause.

Checked are neighbouring words inside a sentence with nothing but a space between. A spelling
dictionary makes it sharp; without one, a closed list of function words still finds most slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.i18n.checks.fault import Fault
from game.i18n.checks.spelling import Known
from game.i18n.checks.words import ADDRESS, Lists, folded

# With the n and without it. "si", "e", "de" and "a" are words of their own and are not searched bare.
FUNCTION_WORDS = {
    "vun": "vu", "dovun": "dovu", "virun": "viru", "hunn": "hu", "sinn": "si", "ginn": "gi", "stinn": "sti",
    "gesinn": "gesi", "kann": "ka", "wann": "wa", "dann": "da", "schonn": "scho", "den": "de", "deen": "dee",
    "een": "ee", "keen": "kee", "en": "e", "an": "a", "un": "u", "mäin": "mäi", "däin": "däi", "säin": "säi",
    "hinnen": "hinne", "wien": "wie",
}  # fmt: skip
AMBIGUOUS = frozenset({"si", "e", "de", "a", "u", "da", "sti", "wie"})
BARE = frozenset(FUNCTION_WORDS.values()) - AMBIGUOUS
KEEPS = frozenset("aeiouyäëéèêöüàâîôûœdtzhn")
SPELT_OUT = frozenset("flmnrsx")  # letters whose name begins with a vowel: an acronym may go either way
PAIR = re.compile(r"(?<![\w{}])([^\W\d_]+)[ \u00a0](?=(\{\w+\}|\d[\d.,]*|[^\W\d_]+))")


def nrule_faults(id: str, text: str, lists: Lists, known: Known | None = None) -> Iterator[Fault]:
    """Words of a Luxembourgish text whose final n is written where it is not spoken, or lacks.

    Fatal: an n too many, and a value after a word whose n depends on it. To judge: an n too few,
    and without a dictionary (`known`) every word in -en that is not a function word.
    """
    for found in PAIR.finditer(ADDRESS.sub("", text)):
        first, second = found.group(1), found.group(2)
        if lists.allows(first) or lists.allows(first, second):
            continue
        if second.startswith("{"):
            if depends(first, known):
                yield Fault("lb", id, "n-value", f"'{first} {second}': the n of '{first}' depends on the value")
        elif keeps_n_before(second) is False:
            yield from too_many(id, first, second, known)
        elif keeps_n_before(second):
            yield from too_few(id, first, second, known)


def keeps_n_before(word: str) -> bool | None:
    """Whether a final n is spoken before this word or number; None where one cannot tell."""
    if word[0].isdigit():
        return number_keeps_n(word)
    if word.isupper() and len(word) > 1 and word[0].lower() in SPELT_OUT:
        return None
    return word[0].lower() in KEEPS


def number_keeps_n(digits: str) -> bool:
    """Whether the number, read aloud, begins with a vowel or d, t, z, h, n: not véier, fënnef, sechs, siwen."""
    whole = re.sub(r"\.(?=\d{3})", "", digits).partition(",")[0].rstrip(".")
    length = (len(whole) - 1) % 3 + 1  # the group of three that is read first
    group = whole[:length]
    if len(whole) > 6 and group == "1":
        return True
    if length == 2 and group[1] in "4567":
        return False
    if length == 2 and group[1] != "0":
        return True
    return group[0] not in "4567"


def without_n(word: str) -> str | None:
    """The form of a word in -en without its n: Rechnungen, Rechnunge; None if it does not end so."""
    if not word.lower().endswith("en") or len(word) < 4 or word.isupper():
        return None
    stem = word[:-2]
    # A mute e at the end takes ë where the letter before it is one already: Saisien, Saisië.
    return stem + ("ë" if stem[-1] in "ie" else "e")


def depends(first: str, known: Known | None) -> bool:
    """Whether the spelling of a word before a value depends on how the value is read."""
    word = folded(first)
    if word in FUNCTION_WORDS or word in BARE or word in ("de", "e"):
        return True
    dropped = without_n(first)
    return dropped is not None and (known is None or known(dropped))


def too_many(id: str, first: str, second: str, known: Known | None) -> Iterator[Fault]:
    """An n before a consonant that swallows it."""
    if short := FUNCTION_WORDS.get(folded(first)):
        yield Fault("lb", id, "n-too-many", f"'{first} {second}': write '{short} {second}'")
        return
    dropped = without_n(first)
    if dropped is None or (known is not None and not known(dropped)):
        return
    yield Fault("lb", id, "n-too-many", f"'{first} {second}': write '{dropped} {second}'", fatal=known is not None)


def too_few(id: str, first: str, second: str, known: Known | None) -> Iterator[Fault]:
    """No n where it is spoken."""
    word = folded(first)
    if word in BARE:
        longer = next(full for full, short in FUNCTION_WORDS.items() if short == word)
        yield Fault("lb", id, "n-too-few", f"'{first} {second}': write '{longer} {second}'?", fatal=False)
    elif known is not None and len(word) > 3 and word.endswith(("e", "ë")):
        longer = f"{first[:-1]}en"
        if known(longer):
            yield Fault("lb", id, "n-too-few", f"'{first} {second}': write '{longer} {second}'?", fatal=False)

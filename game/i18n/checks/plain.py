"""Plain language in figures. A limit is a smoke detector: it finds what a reader should look at first.

The limits are those for short texts that people read under stress (level A2), and looser ones for
pages of help (B1). A letter in the words of its sender is shown beside a plain one and has no limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.i18n.checks.fault import Fault
from game.i18n.checks.words import Lists, folded, sentences, words

PAGES = frozenset({"dilemma", "shock", "right", "call", "creditor", "offer", "household", "help", "plan"})
SHORTEST_FOR_LIX = 30  # words; below, one long word moves the index by more than a class


@dataclass(frozen=True, slots=True)
class Limits:
    """Words per sentence that are much and too many, on pages of help too many; letters per word; LIX."""

    words_warn: int
    words_fail: int
    words_help: int
    letters: int
    lix_warn: int
    lix_fail: int


LIMITS = {
    "fr": Limits(12, 16, 20, 14, 38, 45),
    "de": Limits(10, 14, 18, 16, 45, 52),
    "en": Limits(12, 16, 20, 13, 33, 40),
    "lb": Limits(12, 16, 20, 15, 40, 47),
}


def register(id: str) -> str:
    """How a text is read, told by its id: `letter` in a sender's own words, `help` page, or `short`."""
    parts = id.split(".")
    if "small_print" in parts or (parts[-1] == "letter" and parts[0] in ("creditor", "shock")):
        return "letter"
    return "help" if {"help", "notes", "cli"} & set(parts) else "short"


def sentence_faults(language: str, id: str, text: str) -> Iterator[Fault]:
    """Sentences with too many words. Numbers and values do not count as words."""
    limits, kind = LIMITS[language], register(id)
    if kind == "letter":
        return
    fail = limits.words_help if kind == "help" else limits.words_fail
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > fail:
            yield Fault(language, id, "long-sentence", f"{count} words, at most {fail}: '{sentence[:70]}'")
        elif kind == "short" and count > limits.words_warn:
            yield Fault(language, id, "long-sentence", f"{count} words: '{sentence[:70]}'", fatal=False)


def word_faults(language: str, id: str, text: str, lists: Lists) -> Iterator[Fault]:
    """Words with too many letters that are neither in the glossary nor allowed; a hyphen parts a word."""
    if register(id) == "letter":
        return
    limit = LIMITS[language].letters
    for word in words(text):
        longest = max(len(part) for part in word.split("-"))
        if longest > limit and not is_known(folded(word), lists, limit):
            yield Fault(language, id, "long-word", f"'{word}' has {longest} letters, at most {limit}")


def is_known(word: str, lists: Lists, limit: int) -> bool:
    """Whether a word, or the long word that it is an inflected form of, stands on a list."""
    if lists.allows(word):
        return True
    known = lists.glossary | lists.allowed
    return any(word[: len(word) - cut] in known for cut in range(4) if len(word) - cut > limit - 3)


def lix(text: str) -> float:
    """Words per sentence plus the share of words of more than six letters, in per cent."""
    found = words(text)
    long = sum(1 for word in found if len(word) > 6)
    return len(found) / max(1, len(sentences(text))) + 100 * long / max(1, len(found))


def card_of(id: str) -> str:
    """The card or page that a text belongs to: the first two parts of an id of the content, else itself."""
    parts = id.split(".")
    return ".".join(parts[:2]) if parts[0] in PAGES else id


def lix_faults(language: str, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Cards and pages that are hard to read as a whole. `texts` are those of the catalogue by id."""
    limits = LIMITS[language]
    for card, text in cards(texts.items()):
        if len(words(text)) < SHORTEST_FOR_LIX:
            continue
        value = lix(text)
        if value > limits.lix_warn:
            fatal = value > limits.lix_fail
            bound = limits.lix_fail if fatal else limits.lix_warn
            yield Fault(language, card, "lix", f"LIX {value:.0f}, over {bound}", fatal)


def cards(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts of each card or page in one, without the letters in their senders' words."""
    gathered: dict[str, list[str]] = {}
    for id, text in texts:
        if register(id) != "letter":
            gathered.setdefault(card_of(id), []).append(text)
    return [(card, "\n".join(parts)) for card, parts in gathered.items()]

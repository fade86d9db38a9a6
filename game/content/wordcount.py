"""How long a text may be, and which braces it may hold. The text id tells what kind of text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from game.content.found import Found
from game.content.shape import Texts

# pattern of the text id -> words at most; the first that matches counts
_WORDS = (
    (r"dilemma\.[^.]+\.title", 4),
    (r"dilemma\.[^.]+\.text", 30),
    (r"dilemma\.[^.]+\.options\.[^.]+\.text", 7),
    (r"household\.[^.]+\.card", 25),
    (r"shock\.[^.]+\.letter|offer\.[^.]+\.text", 40),
)
# letters as in life, senders, and what only the facilitator reads keep their own style
_FREE = re.compile(r"(shock|creditor)\..*\.letter|offer\..*|.*\.(sender|names|name)|.*\.notes\..*|help\..*")
_SENTENCE_WORDS = {"en": 16, "fr": 16, "de": 14, "lb": 16}
_WORD_LETTERS = {"en": 13, "fr": 14, "de": 16, "lb": 15}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
_SENTENCE_END = re.compile(r"[.!?:;…](?=\s|$)|\n")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_CREDITOR = ("{amount}", "{fee}", "{date}")


def words(text: str) -> list[str]:
    """The words of a text; a figure counts as one, braces are left out."""
    return _WORD.findall(_BRACES.sub(" ", text))


def too_long(texts: Texts) -> Iterator[Found]:
    """Texts, sentences and words beyond the limits; none keeps a file out of the game."""
    for id, text in texts.words.items():
        place = texts.places[id]
        language = texts.languages.get(id, "en")
        for pattern, most in _WORDS:
            if re.fullmatch(pattern, id) and (count := len(words(text))) > most:
                yield Found(place, "too-long", f"the text has {count} words, more than {most}", "say less", False)
        if _FREE.fullmatch(id) and ".later" not in id:
            continue
        for sentence in _SENTENCE_END.split(text):
            if (count := len(words(sentence))) > _SENTENCE_WORDS[language]:
                yield Found(
                    place,
                    "too-long",
                    f"a sentence has {count} words, more than {_SENTENCE_WORDS[language]}: "
                    f"'{' '.join(sentence.split()[:4])} …'",
                    "make two of it",
                    False,
                )
        for word in words(text):
            if len(word) > _WORD_LETTERS[language] and (language == "de" or not word[0].isupper()):
                yield Found(
                    place,
                    "too-long",
                    f"'{word}' has {len(word)} letters, more than {_WORD_LETTERS[language]}",
                    "take a shorter word",
                    False,
                )


def placeholders(texts: Texts, follow_ups: Set[str]) -> Iterator[Found]:
    """Braces only where something fills them: `{month}:` opens a later letter or the text of a follow-up card,
    a creditor's come after a colon."""
    for id, text in texts.words.items():
        place = texts.places[id]
        for brace in dict.fromkeys(_BRACES.findall(text)):
            if id in follow_ups or (re.search(r"\.letter(\.|$)", id) and ".later" in id):
                good, hint = brace == "{month}", "only {month} is known here"
                misplaced = not text.startswith("{month}:") or text.count("{month}") > 1
                where = 'begin with "{month}: …", and use it once'
            elif id.startswith("creditor.") and id.endswith(".letter"):
                good, hint = brace in _CREDITOR, "known here: " + ", ".join(_CREDITOR)
                misplaced = bool(re.search(r"(?<!: )" + re.escape(brace), text))
                where = f"write it after a colon: “Amount: {brace}.”"
            else:
                good, hint, misplaced, where = False, "write the words themselves", False, ""
            if not good:
                yield Found(place, "placeholder", f"'{brace}' is not filled here", hint)
            elif misplaced:
                yield Found(place, "placeholder", f"'{brace}' stands inside a sentence", where, False)

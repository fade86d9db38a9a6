"""A mistake before it knows its file: where, what, and what would be right; and the list of all codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.model.problem import Problem

# code -> what it stands for; stable, tests and other tools name them
CODES = {
    "unreadable": "the file cannot be opened",
    "too-big": "the file is larger than any scenario",
    "not-utf8": "the file is not UTF-8 text",
    "empty": "the file says nothing",
    "syntax": "this is not YAML",
    "too-deep": "lists inside lists inside lists",
    "alias": "anchors and aliases (& and *)",
    "tag": "YAML tags (!)",
    "duplicate-key": "the same word twice in one place",
    "unknown-kind": "the file does not say what it is",
    "unknown-field": "a word that has no meaning here",
    "missing-field": "a word that has to be here",
    "wrong-type": "a text where a list is wanted, and the like",
    "empty-value": "nothing behind the colon",
    "not-a-number": "a number that is none",
    "three-digits": "an amount with three digits after the point",
    "comma": "a comma in a number",
    "not-percent": "a chance or a rate without the per cent sign",
    "out-of-range": "a number, month or window that cannot be",
    "bad-date": "a day that no calendar has",
    "yes-no": "yes, no, on or off where true or false is meant",
    "not-a-choice": "a word that is not one of the few possible ones",
    "bad-id": "a name with spaces, capitals or accents",
    "bad-language": "a language that is not fr, de, en or lb",
    "either-or": "two words that exclude each other, or none of them",
    "placeholder": "braces that nothing fills",
    "duplicate-id": "two things of one name",
    "too-few": "fewer options than a choice needs",
    "too-many": "more options or changes than a screen holds",
    "all-use-call": "every option needs the one call of the month",
    "no-final-rule": "`careful` has no rule that always holds",
    "chances-over-100": "chances that add up to more than 100 %",
    "windows-touch": "two big sure shocks may come in neighbouring months",
    "endless-cards": "cards that bring each other back for ever",
    "unknown-option": "an option that the card does not have",
    "unknown-creditor": "a creditor kind that no file describes",
    "unknown-product": "a credit product that no file describes",
    "unknown-right": "a right that no file describes",
    "unknown-call": "a call that no file describes",
    "unknown-card": "a card that no file describes",
    "unknown-shock": "a shock that no file describes",
    "unknown-envelope": "an envelope the game does not have",
    "unknown-person": "somebody who does not live here",
    "unknown-bill": "a bill the household does not pay",
    "unknown-debt": "a debt the household does not have",
    "unknown-parameter": "a figure that no law file holds",
    "unknown-picture": "a picture that is not in the assets",
    "left-out": "something that is left out because of its own mistakes",
    "flag-never-set": "a flag that nothing ever sets",
    "too-long": "more words than a reader takes in",
    "untranslated": "a text that a language lacks",
}


class Place(NamedTuple):
    """Line and column in a file, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Found:
    """A mistake at a place of the file being read."""

    place: Place
    code: str
    message: str
    hint: str = ""
    fatal: bool = True

    def problem(self, file: str) -> Problem:
        """The same, with the file's name. KeyError if the code is not in CODES."""
        assert CODES[self.code]
        return Problem(file, self.place.line, self.place.column, self.code, self.message, self.hint, self.fatal)

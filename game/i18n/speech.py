"""A message becomes a sentence here, and only here.

A `Speech` is a value: one language, the words it can say and the start of the game's calendar. To
change the language make another one and draw again; nothing that was rendered is kept.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from game.i18n import figures
from game.i18n.catalogue import load
from game.i18n.entries import PLACEHOLDER, Words, program_messages
from game.i18n.mend import mended
from game.i18n.pseudo import PSEUDO
from game.model.message import Message, Value
from game.model.units import Cents, Month, Rate

LANGUAGES = ("fr", "de", "en", "lb")
STRAIGHT_APOSTROPHE = re.compile(r"(?<=\w)'")
TYPED = re.compile(r"[\"€%]| - |\.\.\.")


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """One language's voice. `words` are the English ones by id, `start` is the year and month of month 0."""

    language: str
    words: Mapping[str, Words]
    catalogue: gettext.NullTranslations
    start: tuple[int, int] = (2026, 1)

    @property
    def spelling(self) -> str:
        """The language whose numbers and months are used: English for the pseudo-language."""
        return self.language if self.language in LANGUAGES else "en"

    def starting(self, year: int, month: int) -> Speech:
        """The same voice for a game whose month 0 is `month` (1 to 12) of `year`."""
        return replace(self, start=(year, month))

    def say(self, message: Message) -> str:
        """The sentence. LookupError with the id if nobody wrote it, or if it lacks one of its values."""
        values = dict(message.values)
        sentence = self.template(message.id, values.get("n"))
        if "'" in sentence:
            sentence = STRAIGHT_APOSTROPHE.sub("’", sentence)
        if self.spelling == "en" and TYPED.search(sentence):
            # Authors write English with what their keyboard has; translations were mended on the way in.
            sentence = mended(sentence, "en")
        if "{" not in sentence:
            return sentence
        said = PLACEHOLDER.sub(lambda found: self.value(message.id, found.group(1), values), sentence)
        # a month is small in French, but not where it begins a sentence
        return said[:1].upper() + said[1:] if sentence.startswith("{month") else said

    def text(self, id: str) -> str:
        """The sentence of a message without values."""
        return self.say(Message(id))

    def knows(self, id: str) -> bool:
        """Whether somebody wrote a message of this id."""
        return id in self.words

    def template(self, id: str, n: Value | None) -> str:
        """The words in this language with their braces; a pair needs `n`, the number that people count."""
        words = self.words.get(id)
        if words is None:
            raise LookupError(f"no message '{id}'")
        if isinstance(words, str):
            return self.catalogue.pgettext(id, words)
        if not isinstance(n, int):
            raise LookupError(f"message '{id}' has a plural and no number 'n'")
        return self.catalogue.npgettext(id, words[0], words[1], n)

    def value(self, id: str, name: str, values: Mapping[str, Value]) -> str:
        """One value of message `id` as text, formatted by the beginning of its name."""
        if name not in values:
            raise LookupError(f"message '{id}' has no value '{name}'")
        value = values[name]
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, str):
            return self.date(date.fromisoformat(value)) if name.startswith("date") else value
        return self.number(name, value)

    def number(self, name: str, value: int) -> str:
        """A number as its name says: cents, basis points, a month index, or a plain count."""
        match name.partition("_")[0].rstrip("0123456789"):
            case "amount":
                return self.money(value)
            case "exact":
                return self.exact(value)
            case "signed":
                return self.signed(value)
            case "percent":
                return self.percent(value)
            case "month" if name.startswith("month_short"):
                return self.month_short(value)
            case "month":
                return self.month(value, with_year=name.startswith("month_year"))
            case "n" | "count":
                return figures.plain(value, self.spelling)
        return figures.signed(value, str(abs(value)))

    def money(self, amount: Cents) -> str:
        """Whole euros, rounded half up: `−1.140 €`."""
        return figures.euros(amount, self.spelling)

    def exact(self, amount: Cents) -> str:
        """Euros with both cents: `15,00 €`."""
        return figures.euros_and_cents(amount, self.spelling)

    def signed(self, amount: Cents) -> str:
        """Whole euros of a change, with a plus where it is one: `+180 €`."""
        return ("+" if amount > 0 else "") + self.money(amount)

    def percent(self, rate: Rate) -> str:
        """Basis points as per cent: 1250 is `12,5 %`."""
        return figures.percent(rate, self.spelling)

    def month(self, index: Month, with_year: bool = False) -> str:
        """The name of a month of the game, standing alone: `Mäerz`, or `Mäerz 2026`."""
        year, month = figures.calendar_month(index, self.start)
        name = figures.month_name(month, self.spelling)
        return f"{name} {year}" if with_year else name

    def month_short(self, index: Month) -> str:
        """The short name of a month of the game, for an axis."""
        return figures.month_short(figures.calendar_month(index, self.start)[1], self.spelling)

    def date(self, day: date) -> str:
        """A day with its month in letters: `31. März 2026`."""
        return figures.long_date(day, self.spelling)


@dataclass(slots=True)
class Languages:
    """The catalogues read so far. Whoever owns this asks it for a `Speech` at every change of language.

    `texts` are the content's words by id, `folder` holds the catalogues, `cache` compiled ones.
    """

    texts: Mapping[str, str]
    folder: Path
    cache: Path | None = None
    loaded: dict[str, gettext.NullTranslations] = field(default_factory=dict)

    def speech(self, language: str) -> Speech:
        """The voice of a language such as `lb` or `lb_LU`; ValueError if the game does not speak it."""
        short = language.replace("-", "_").partition("_")[0].lower()
        if short not in (*LANGUAGES, PSEUDO):
            raise ValueError(f"language '{language}' is not one of {', '.join(LANGUAGES)}")
        if short not in self.loaded:
            self.loaded[short] = load(self.folder, short, self.cache)
        return Speech(short, {**program_messages(), **self.texts}, self.loaded[short])

    def reload(self) -> None:
        """Forget what was read, so that a translator sees the file as it is now."""
        self.loaded.clear()


def speech(language: str, texts: Mapping[str, str], folder: Path, cache: Path | None = None) -> Speech:
    """The voice of one language, for a caller that never changes it."""
    return Languages(texts, folder, cache).speech(language)

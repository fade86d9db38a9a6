"""Money, per cents, months and dates as each language writes them.

Numbers are put together from whole numbers here and not by a currency formatter: the signs are
decided for the game (French groups by U+202F although its Luxembourg locale groups by a full stop;
English puts the euro sign behind), and no floating point touches an amount. Month names are CLDR's.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from game.model.units import Cents, Month, Rate, half_up

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"
NARROW = "\u202f"
MINUS = "\u2212"
LOCALES = {"fr": "fr_LU", "de": "de_LU", "en": "en_150", "lb": "lb_LU"}
GROUPS = {"fr": NARROW, "de": ".", "en": ",", "lb": "."}
# CLDR's "Mäe" is hard to read; the whole word is short enough.
SHORT_MONTHS = {"lb": {3: "Mäerz"}}


def signed(number: int, text: str) -> str:
    """`text`, which shows `number` without its sign, with the typographic minus where it is negative."""
    return MINUS + text if number < 0 else text


def plain(number: int, language: str) -> str:
    """A whole number with its thousands grouped: 1.140 in German."""
    return signed(number, f"{abs(number):,}".replace(",", GROUPS[language]))


def decimal(hundredths: int, language: str, places: int = 2) -> str:
    """Hundredths as a number with `places` (0, 1 or 2) digits after the mark, cut and not rounded."""
    whole, rest = divmod(abs(hundredths), 100)
    digits = f"{rest:02d}"[:places]
    mark = "." if language == "en" else ","
    return signed(hundredths, plain(whole, language) + (mark + digits if digits else ""))


def euros(amount: Cents, language: str) -> str:
    """Whole euros, rounded half up on the amount without its sign: `1.140 €`."""
    return f"{plain(half_up(amount, 100), language)}{NBSP}€"


def euros_and_cents(amount: Cents, language: str) -> str:
    """Euros with both cents: `1.140,50 €`."""
    return f"{decimal(amount, language)}{NBSP}€"


def percent(rate: Rate, language: str) -> str:
    """Basis points as per cent, with as many decimals as it has: 1250 is `12,5 %`."""
    places = 0 if rate % 100 == 0 else 1 if rate % 10 == 0 else 2
    space = "" if language == "en" else NBSP
    return f"{decimal(rate, language, places)}{space}%"


def calendar_month(index: Month, start: tuple[int, int]) -> tuple[int, int]:
    """Year and month (1 to 12) of a month index of a game that starts in `start`."""
    year, month = divmod(start[0] * 12 + start[1] - 1 + index, 12)
    return year, month + 1


@cache
def _locale(language: str) -> Locale:
    from babel import Locale  # no page before the first month needs it, and the title must not wait

    return Locale.parse(LOCALES[language])


def month_name(month: int, language: str) -> str:
    """The name of a calendar month (1 to 12) standing alone."""
    return str(_locale(language).months["stand-alone"]["wide"][month])


def month_short(month: int, language: str) -> str:
    """The short name of a calendar month (1 to 12), for an axis."""
    short = SHORT_MONTHS.get(language, {}).get(month)
    return short or str(_locale(language).months["stand-alone"]["abbreviated"][month])


def long_date(day: date, language: str) -> str:
    """A day with the month in letters; the day and the month stay on one line."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    dot = "." if language in ("de", "lb") else ""
    return f"{number}{dot}{NBSP}{month_name(day.month, language)} {day.year}"

"""Numbers, months and dates as languages.md decides them."""

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from game.i18n import figures

MONEY = {"en": "1,140\u00a0€", "fr": "1\u202f140\u00a0€", "de": "1.140\u00a0€", "lb": "1.140\u00a0€"}
BABEL = {"en": "en_150", "fr": "fr_FR", "de": "de_LU", "lb": "lb_LU"}


@pytest.mark.parametrize("language", MONEY)
def test_whole_euros(language):
    assert figures.euros(114_000, language) == MONEY[language]
    assert figures.euros(-114_000, language) == "\u2212" + MONEY[language]


@pytest.mark.parametrize(
    ("cents", "shown"),
    [(0, "0"), (49, "0"), (50, "1"), (-49, "0"), (-50, "\u22121"), (250, "3"), (-250, "\u22123"), (99_950, "1,000")],
)
def test_euros_are_rounded_half_up_without_the_sign(cents, shown):
    assert figures.euros(cents, "en") == f"{shown}\u00a0€"


@pytest.mark.parametrize("language", BABEL)
@pytest.mark.parametrize("cents", [0, 5, 99, 100, 123_456, 123_456_789, -1, -123_450])
def test_euros_and_cents_are_babels_but_for_the_minus(language, cents):
    from decimal import Decimal

    expected = format_currency(Decimal(cents) / 100, "EUR", locale=BABEL[language]).replace("-", "\u2212")
    assert figures.euros_and_cents(cents, language) == expected


@pytest.mark.parametrize(
    ("rate", "language", "shown"),
    [(1200, "fr", "12\u00a0%"), (1250, "lb", "12,5\u00a0%"), (1234, "de", "12,34\u00a0%"), (1250, "en", "12.5%"),
     (-50, "en", "\u22120.5%"), (0, "de", "0\u00a0%")],
)  # fmt: skip
def test_per_cent_shows_the_decimals_it_has(rate, language, shown):
    assert figures.percent(rate, language) == shown


@pytest.mark.parametrize(
    ("index", "start", "expected"),
    [(0, (2026, 1), (2026, 1)), (11, (2026, 1), (2026, 12)), (12, (2026, 1), (2027, 1)), (-1, (2026, 1), (2025, 12)),
     (4, (2026, 9), (2027, 1))],
)  # fmt: skip
def test_a_month_index_has_a_place_in_the_calendar(index, start, expected):
    assert figures.calendar_month(index, start) == expected


def test_luxembourgish_months():
    months = [figures.month_name(month, "lb") for month in range(1, 13)]
    assert " ".join(months) == "Januar Februar Mäerz Abrëll Mee Juni Juli August September Oktober November Dezember"
    assert figures.month_short(3, "lb") == "Mäerz"


@pytest.mark.parametrize("language", BABEL)
def test_short_months_are_distinct(language):
    assert len({figures.month_short(month, language) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("language", "shown"),
    [("fr", "31 mars 2026"), ("de", "31. März 2026"), ("en", "31 March 2026"), ("lb", "31. Mäerz 2026")],
)
def test_a_date_has_its_month_in_letters(language, shown):
    written = figures.long_date(date(2026, 3, 31), language).replace("\u00a0", " ")
    assert written == shown == format_date(date(2026, 3, 31), "long", Locale.parse(figures.LOCALES[language]))


def test_the_first_is_1er_in_french_only():
    assert figures.long_date(date(2026, 5, 1), "fr") == "1er\u00a0mai 2026"
    assert figures.long_date(date(2026, 5, 1), "lb") == "1.\u00a0Mee 2026"

"""A small catalogue of its own for the tests of the machinery."""

from pathlib import Path

import pytest

from game.i18n.catalogue import catalogue_path
from game.i18n.entries import Entry
from game.i18n.po import Translation, write

ENTRIES = [
    Entry("card.text", "The rent is due.", note="Card text"),
    Entry("card.title", "The rent"),
    Entry("left", "Left: {amount}"),
    Entry("months", "{n} month", "{n} months"),
]
FRENCH = {
    "card.title": ("Le loyer",),
    "left": ("Reste\u202f: {amount}",),
    "months": ("{n} mois seul", "{n} mois"),
}


@pytest.fixture
def entries() -> list[Entry]:
    return ENTRIES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Catalogues: French without `card.text`."""
    by_id = {entry.id: entry for entry in ENTRIES}
    known = {id: Translation(by_id[id].forms, forms) for id, forms in FRENCH.items()}
    write(catalogue_path(tmp_path / "locales", "fr"), "fr", ENTRIES, known)
    return tmp_path / "locales"

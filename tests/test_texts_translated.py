"""Every message in every language: there, alike in its values, well set, plain, and spelt right."""

import pytest

from game.content.load import load
from game.i18n.checks.fault import Fault
from game.i18n.entries import all_entries
from game.i18n.update import TRANSLATED
from game.paths import data_folder
from game.texts import language_faults

ABSENT = frozenset({"missing", "stale"})


@pytest.fixture(scope="module")
def faults() -> dict[str, list[Fault]]:
    """The fatal faults of each language, found once."""
    content, _ = load(data_folder("scenarios"), None, None)
    entries = all_entries(content.texts, content.notes, content.languages)
    found = {language: language_faults(language, entries, data_folder("locales")) for language in TRANSLATED}
    return {language: [fault for fault in all_of_it if fault.fatal] for language, all_of_it in found.items()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language, faults):
    absent = [str(fault) for fault in faults[language] if fault.code in ABSENT]
    assert not absent, f"{len(absent)} messages, among them\n" + "\n".join(absent[:20])


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_breaks_a_rule(language, faults):
    broken = [str(fault) for fault in faults[language] if fault.code not in ABSENT]
    assert not broken, f"{len(broken)} faults\n" + "\n".join(broken[:60])

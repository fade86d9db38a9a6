"""What can be said, in English: the program's own messages and the texts of the content, as one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.i18n.english import debrief, engine, explain, shell, table
from game.i18n.extract import messages_in

Words = str | tuple[str, str]

AREAS = {"debrief": debrief, "engine": engine, "explain": explain, "table": table, "shell": shell}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as a translator meets it. `many` is empty where the message has no plural."""

    id: str
    english: str
    many: str = ""
    note: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The English words, one form or two."""
        return (self.english, self.many) if self.many else (self.english,)

    @property
    def placeholders(self) -> frozenset[str]:
        """Names of the values that go into the message."""
        return placeholders(*self.forms)


def placeholders(*texts: str) -> frozenset[str]:
    """Names written in braces in any of the texts."""
    return frozenset(name for text in texts for name in PLACEHOLDER.findall(text))


def program_messages() -> dict[str, Words]:
    """All messages of `english/`. ValueError if two areas use one id."""
    merged: dict[str, Words] = {}
    for name, area in AREAS.items():
        for id, words in area.MESSAGES.items():
            if id in merged:
                raise ValueError(f"english/{name}.py: '{id}' is already a message of another area")
            merged[id] = words
    return merged


def program_entries() -> list[Entry]:
    """The messages of `english/` with the `# note:` comments above them. ValueError if one is not a plain text."""
    entries = []
    for area in AREAS.values():
        for found in messages_in(Path(str(area.__file__)).read_text("utf-8")):
            one, many = (found.words, "") if isinstance(found.words, str) else found.words
            entries.append(Entry(found.id, one, many, found.note))
    return entries


def all_entries(
    texts: Mapping[str, str], notes: Mapping[str, str] | None = None, foreign: Iterable[str] = ()
) -> list[Entry]:
    """Every message to translate, sorted by id.

    `texts` and `notes` are those of the content; `foreign` are text ids that are not written in
    English and have no place in the catalogues. ValueError if content and program share an id.
    """
    skipped = frozenset(foreign)
    own = program_entries()
    if clash := sorted({entry.id for entry in own} & set(texts)):
        raise ValueError(f"ids used by the program and by the content: {', '.join(clash)}")
    mine = {id: text for id, text in texts.items() if id not in skipped and text.strip()}
    written = [Entry(id, text, note=(notes or {}).get(id, "")) for id, text in mine.items()]
    return sorted([*own, *written], key=lambda entry: entry.id)

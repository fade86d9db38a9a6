"""What must be alike in the English and in a translation: values, forms, and about the length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.i18n.checks.fault import Fault
from game.i18n.entries import Entry, placeholders
from game.i18n.po import PLURALS, Translation, longest, plural_header


def form_faults(language: str, entry: Entry, forms: tuple[str, ...]) -> Iterator[Fault]:
    """Faults of one translation beside its English. A singular may leave out `n`."""
    if len(forms) != len(entry.forms):
        yield Fault(language, entry.id, "plural-forms", f"{len(forms)} forms, the English has {len(entry.forms)}")
        return
    optional = {"n"} if entry.many else set()
    for form in forms:
        differing = (placeholders(form) ^ entry.placeholders) - optional
        if differing or placeholders(form) - entry.placeholders:
            names = ", ".join(f"{{{name}}}" for name in sorted(differing or placeholders(form) - entry.placeholders))
            yield Fault(language, entry.id, "placeholders", f"not alike in both: {names}")
        if form.count("{") != len(placeholder_uses(form)) or form.count("}") != form.count("{"):
            yield Fault(language, entry.id, "braces", "a brace that is not part of a {value}")
        if not form.strip():
            yield Fault(language, entry.id, "empty", "no words")
        if len(form) > longest(entry):
            yield Fault(
                language, entry.id, "too-long", f"{len(form)} characters, room for {longest(entry)}", fatal=False
            )


def placeholder_uses(text: str) -> list[str]:
    """Every {value} of a text, repeated ones too."""
    return [part.partition("}")[0] for part in text.split("{")[1:] if part.partition("}")[0].isidentifier()]


def header_faults(language: str, path: Path) -> Iterator[Fault]:
    """A catalogue whose plural rule is not the language's: French counts zero as one."""
    if (found := plural_header(path)) != PLURALS[language]:
        yield Fault(language, "", "plural-header", f"Plural-Forms is '{found}', must be '{PLURALS[language]}'")


def lacking(language: str, entries: Iterable[Entry], known: Mapping[str, Translation]) -> Iterator[Fault]:
    """Entries that are shown in English, because nobody translated them or the English changed since."""
    for entry in entries:
        found = known.get(entry.id)
        if found is None or not all(found.forms):
            yield Fault(language, entry.id, "missing", f"no translation of '{entry.english[:60]}'")
        elif found.fuzzy or found.of != entry.forms:
            yield Fault(language, entry.id, "stale", f"the English is now '{entry.english[:60]}'")

"""Reading and writing `.po` files so that a change of one text is a change of a few lines.

The order is that of the ids; there are no line numbers, no times and no entries of texts that are
gone. What Poedit or a text editor writes is read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message as PoMessage
from babel.messages.pofile import PoFileError, denormalize, normalize, read_po

from game.i18n.entries import Entry

PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "de": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "lb": "nplurals=2; plural=(n != 1);",
}


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of one entry: one form, or two for a plural. `of` are the English ones they were made from.

    `fuzzy`: the English changed since; somebody must look again. `comments` are the translators' own.
    """

    of: tuple[str, ...]
    forms: tuple[str, ...]
    fuzzy: bool = False
    previous: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether the game shows it."""
        return all(self.forms) and not self.fuzzy


def forms(words: object) -> tuple[str, ...]:
    """Babel keeps one form as a text and several as a sequence; None is an empty form."""
    if isinstance(words, tuple | list):
        return tuple(word or "" for word in words)
    return (str(words or ""),)


def read(path: Path) -> dict[str, Translation]:
    """The entries of a `.po` by id; none if there is no file. ValueError if it is not a `.po`."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        try:
            catalogue = read_po(file, ignore_obsolete=True, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name} cannot be read: {error}") from error
    return {str(entry.context): translation(entry) for entry in catalogue if entry.id and entry.context}


def translation(entry: PoMessage) -> Translation:
    """One entry as Babel read it, which takes the lines of the previous English for comments."""
    comments = tuple(line for line in entry.user_comments if not line.startswith("|"))
    before = [line[1:].strip() for line in entry.user_comments if line.startswith("|")]
    return Translation(forms(entry.id), forms(entry.string), entry.fuzzy, previous_forms(before), comments)


def previous_forms(before: Iterable[str]) -> tuple[str, ...]:
    """The English that a fuzzy translation was made from: one form or two."""
    found: list[str] = []
    for line in before:
        keyword, _, rest = line.partition('"')
        if keyword.strip() in ("msgid", "msgid_plural"):
            found.append("")
        if found and keyword.strip() != "msgctxt":
            found[-1] += denormalize(f'"{rest}')
    return tuple(found)


def plural_header(path: Path) -> str:
    """The plural rule that a `.po` states, as it is written; empty if it states none."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith('"Plural-Forms:'):
            return line.partition(":")[2].removesuffix('\\n"').strip()
    return ""


def write(path: Path, language: str, entries: Iterable[Entry], known: Mapping[str, Translation]) -> None:
    """Write the catalogue of a language ('' for the template): these entries and what is known of them.

    The file is replaced as a whole, so that a crash leaves the old one.
    """
    blocks = [header(language)]
    blocks += ["\n".join(lines(entry, known.get(entry.id))) for entry in entries]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text("\n\n".join(blocks) + "\n", "utf-8", newline="\n")
    part.replace(path)


def header(language: str) -> str:
    """The first entry, without a time, so that an update without changes leaves the file alone."""
    fields = [
        "Project-Id-Version: dilemme",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if language:
        fields.append(f"Plural-Forms: {PLURALS[language]}")
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields)])


def lines(entry: Entry, known: Translation | None) -> Iterator[str]:
    """The lines of one entry."""
    if known:
        yield from (f"# {comment}".rstrip() for comment in known.comments)
    yield from (f"#. {line}" for line in hints(entry))
    fuzzy = known is not None and known.fuzzy
    flags = ["fuzzy"] * fuzzy + ["python-brace-format"] * bool(entry.placeholders) + [f"max-length:{longest(entry)}"]
    yield f"#, {', '.join(flags)}"
    if fuzzy and known:
        names = ("msgid", "msgid_plural")
        yield from (quoted(f"#| {name}", text) for name, text in zip(names, known.previous, strict=False))
    yield quoted("msgctxt", entry.id)
    yield quoted("msgid", entry.english)
    if not entry.many:
        yield quoted("msgstr", known.forms[0] if known else "")
        return
    yield quoted("msgid_plural", entry.many)
    given = known.forms if known else ()
    for index in range(2):
        yield quoted(f"msgstr[{index}]", given[index] if index < len(given) else "")


def quoted(keyword: str, text: str) -> str:
    """One keyword and its text; a text of several lines gets one line of the file for each."""
    prefix = "#| " if keyword.startswith("#|") else ""
    return f"{keyword} {normalize(text, prefix, width=0)}"


EXAMPLES = {
    "amount": "whole euros, 1,140 €",
    "exact": "euros and cents, 15.00 €",
    "signed": "a change in whole euros, +180 €",
    "percent": "per cent, 12.5%",
    "month": "the name of a month",
    "count": "a number",
    "n": "a number",
    "date": "a day, 31 March 2026",
}


def hints(entry: Entry) -> Iterator[str]:
    """What a translator must know beside the English: the author's note and the values."""
    yield from entry.note.splitlines()
    for name in sorted(entry.placeholders):
        if meaning := EXAMPLES.get(name.partition("_")[0].rstrip("0123456789")):
            yield f"{{{name}}}: {meaning}"


def longest(entry: Entry) -> int:
    """How many characters a translation may have: labels grow by more than running text does."""
    length = max(len(form) for form in entry.forms)
    if length <= 15:
        return max(12, length * 21 // 10)
    return max(31, length * 18 // 10) if length <= 40 else max(72, length * 15 // 10)

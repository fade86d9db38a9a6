"""From a language to its loaded catalogue, at start-up speed.

A `.mo` beside the `.po` is used while it is the newer of the two. Otherwise the `.po` is compiled in
memory, and the result is kept in the user's cache folder under the digest of the `.po`: reading one
costs 20 times less than compiling it. Nothing is ever written beside the program.
"""

from __future__ import annotations

import gettext
import io
import os
import struct
from hashlib import blake2b
from pathlib import Path

from game.i18n.pseudo import PSEUDO, PseudoTranslations


def catalogue_path(folder: Path, language: str) -> Path:
    """Where the `.po` of a language lives in `folder`."""
    return folder / language / "LC_MESSAGES" / "game.po"


def load(folder: Path, language: str, cache: Path | None = None) -> gettext.NullTranslations:
    """The translations of a language; empty ones, which answer in English, where there is no catalogue.

    `cache` is a folder for compiled catalogues, made when missing; without one nothing is kept.
    """
    if language == PSEUDO:
        return PseudoTranslations()
    source = catalogue_path(folder, language)
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and not is_older(compiled, source):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    if not source.is_file():
        return gettext.NullTranslations()
    return from_source(source, language, cache)


def is_older(compiled: Path, source: Path) -> bool:
    """Whether the source was changed after it was compiled."""
    return source.is_file() and compiled.stat().st_mtime < source.stat().st_mtime


def from_source(source: Path, language: str, cache: Path | None) -> gettext.NullTranslations:
    """The translations of a `.po`, through the cache when there is one."""
    words = source.read_bytes()
    kept = cache / f"{language}-{blake2b(words, digest_size=12).hexdigest()}.mo" if cache else None
    if kept and (known := read_kept(kept)):
        return known
    compiled = compile_words(words)
    if kept:
        keep(kept, compiled, language)
    return gettext.GNUTranslations(io.BytesIO(compiled))


def compile_words(words: bytes) -> bytes:
    """A `.po` as a `.mo`. Empty and fuzzy entries stay out, so that they are shown in English."""
    # Here and not above: a start from the cache need not pay for Babel's reader.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = io.BytesIO()
    write_mo(target, read_po(io.BytesIO(words)))
    return target.getvalue()


def read_kept(kept: Path) -> gettext.GNUTranslations | None:
    """The compiled catalogue in the cache; None if it is missing or broken."""
    try:
        return gettext.GNUTranslations(io.BytesIO(kept.read_bytes()))
    except (OSError, UnicodeDecodeError, struct.error, ValueError):
        return None


def keep(kept: Path, compiled: bytes, language: str) -> None:
    """Write a compiled catalogue whole or not at all, and drop the language's older ones.

    A cache that cannot be written (full disk, locked laptop) costs time, not the game.
    """
    part = kept.with_name(f"{kept.name}.{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(compiled)
        part.replace(kept)
        for older in kept.parent.glob(f"{language}-*.mo"):
            if older != kept:
                older.unlink(missing_ok=True)
    except OSError:
        return

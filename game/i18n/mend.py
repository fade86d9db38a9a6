"""Typography that follows from a rule, so that a translator need not type it."""

from __future__ import annotations

import re

NBSP = "\u00a0"
NARROW = "\u202f"
SPACES = f"[ {NBSP}{NARROW}]"
KEPT = re.compile(r"(\{\w+\}|https?://\S+|www\.\S+|\d{1,2}:\d{2})")


def mended(text: str, language: str) -> str:
    """The text with the language's spaces, apostrophes and quotation marks; words stay as they are."""
    text = "\n".join(re.sub(r" {2,}", " ", line).strip(" ") for line in text.strip().splitlines())
    text = re.sub(r"(?<=\w)'", "’", quotes(text, language)).replace("...", "…")
    text = text.replace(" - ", " – ")
    if language != "fr":
        text = re.sub(rf"{SPACES}+([;:!?]+)(?=\s|$)", r"\1", text).replace(NARROW, NBSP)
    else:
        text = "".join(part if KEPT.fullmatch(part) else french(part) for part in KEPT.split(text)).lstrip(NARROW)
    return unit_spaces(text, language)


def french(text: str) -> str:
    """A narrow space before high marks, and spaces that do not break inside guillemets."""
    text = re.sub(rf"{SPACES}*([;:!?]+)", rf"{NARROW}\1", text)
    return re.sub(rf"{SPACES}*»", f"{NBSP}»", re.sub(rf"«{SPACES}*", f"«{NBSP}", text))


def quotes(text: str, language: str) -> str:
    """Straight double quotation marks as the language's pair; an odd one is left for a person."""
    if text.count('"') % 2:
        return text
    opening, closing = {"fr": (f"«{NBSP}", f"{NBSP}»"), "en": ("“", "”")}.get(language, ("„", "“"))
    parts = text.split('"')
    return "".join(part + (opening, closing)[index % 2] for index, part in enumerate(parts[:-1])) + parts[-1]


def unit_spaces(text: str, language: str) -> str:
    """The space between a number and its % or €: none before the English %, else one that does not break."""
    text = re.sub(rf"(?<=\d){SPACES}*€", f"{NBSP}€", text)
    return re.sub(rf"(?<=\d){SPACES}*%", "%" if language == "en" else f"{NBSP}%", text)

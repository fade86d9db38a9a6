"""Which of its languages the game speaks when nobody said."""

from __future__ import annotations

import locale
import os

SPOKEN = ("fr", "de", "en", "lb")
NAMES = {"french": "fr", "german": "de", "english": "en", "luxembourgish": "lb"}  # Windows says them in full


def system_language() -> str:
    """The first of the system's languages that the game speaks, else English."""
    asked = os.environ.get("LANGUAGE", "").split(":")
    asked += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    asked.append(locale.getlocale()[0] or "")
    for word in asked:
        short = word.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if NAMES.get(short, short) in SPOKEN:
            return NAMES.get(short, short)
    return "en"

"""A language that nobody speaks: English with accents, 1.8 times as long.

It finds boxes that are too small and sentences that never went through a catalogue, before any
translation exists.
"""

from __future__ import annotations

import gettext
import re

PSEUDO = "xx"
ACCENTS = str.maketrans("aceinouyACEINOUY", "äçéîñöûÿÄÇÉÎÑÖÛŸ")
BRACES = re.compile(r"(\{\w+\})")


def pseudo(text: str) -> str:
    """The text with accents and padded to 1.8 times its length; values in braces stay."""
    parts = [part if BRACES.fullmatch(part) else part.translate(ACCENTS) for part in BRACES.split(text)]
    missing = len(text) * 8 // 10
    padding = " ".join(["më", "lörem", "dölor", "sît"] * (missing // 18 + 1))[:missing].strip()
    return "".join(parts) + (f" {padding}" if padding else "")


class PseudoTranslations(gettext.NullTranslations):
    """Answers every lookup with the English words in disguise."""

    def pgettext(self, context: str, message: str) -> str:
        """The disguised text."""
        return pseudo(super().pgettext(context, message))

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The disguised text of the English plural form."""
        return pseudo(super().npgettext(context, msgid1, msgid2, n))

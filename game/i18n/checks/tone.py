"""Words that blame, words of another country's law, and the second person where the household is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.i18n.checks.fault import Fault

NO_BLAME = {  # what may be said: taken out before the search
    "fr": r"(?:personne|aucun\w*) n’est (?:en faute|coupable)|n’y est pour rien|"
    r"ce n’est pas (?:une|la|leur) faute",
    "de": r"niemand ist (?:daran )?schuld|keiner ist (?:daran )?schuld|nicht schuld",
    "en": r"(?:no[ -]?(?:one|body)|not) (?:is |was |were )?(?:to blame|at fault)|"
    r"nobody’s fault|no[ -]one’s fault",
    "lb": r"keen(?:t|een)? (?:ass|ass drun) schold|net schold",
}
BLAME = {
    "fr": r"faute de (?:la|sa|leur|cette)|par (?:sa|leur|votre) faute|en faute|coupables?|négligen\w+|imprud\w+|"
    r"irrespons\w+|inconscien\w+|mauvais payeurs?|gaspill\w+|paress\w+|auraient dû|aurait dû",
    "de": r"schuld|schuldig|selbst schuld|versagt\w*|versagen|leichtsinn\w*|fahrlässig\w*|unverantwortlich\w*|"
    r"verschwend\w+|faule?[rn]?|schlechte[rn]? Zahler\w*|hätten? \w+ sollen|unvernünftig\w*",
    "en": r"careless\w*|reckless\w*|irresponsib\w+|negligen\w+|bad payers?|guilty|guilt|at fault|to blame|lazy|"
    r"foolish\w*|should have|squander\w*|wasteful\w*|(?:you|they|household|family) (?:have |has )?failed|"
    r"your failure|wrong choice",
    "lb": r"schold|schëlleg|selwer schold|liichtsënn\w*|onverantwortlech\w*|verschwenn?\w+|verschwent|"
    r"schlecht\w* Bezueler\w*|hätten? misse",
}
ELSEWHERE = {
    "fr": r"RSA|Pôle emploi",
    "de": r"Amtsgericht\w*|Verbraucherinsolvenz\w*|Restschuldbefreiung\w*|Schufa|P-Konto|Dispo|Dispokredit\w*",
    "en": r"bankruptcy court|IVA|credit score",
    "lb": r"Gerichtsvollzéier\w*|Annuléieren|Kredittkaart\w*|Rappel",
}
ADDRESS = {
    "fr": r"\b(?:[Vv]ous|[Vv]otre|[Vv]os|[Tt]u|[Tt]oi|[Tt]es)\b",
    # At the beginning of a sentence "Sie" may be "they".
    "de": r"(?<=[\w,] )(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b|\b(?:du|dich|dein\w*)\b",
    "en": r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b",
    "lb": r"\b(?:Iech|Är|Ären|Ärem|Ärer|dech|deng|däin?)\b|\bDir (?:hutt|sidd|kënnt|musst|sollt|wëllt)\b",
}
# German and Luxembourgish tell "schuld" (at fault) from "Schuld" (a debt) by the capital.
FLAGS = {"fr": re.IGNORECASE, "en": re.IGNORECASE, "de": 0, "lb": 0}


def tone_faults(language: str, id: str, text: str) -> Iterator[Fault]:
    """Blame and foreign law in any text; the second person in what explains the household's months."""
    seen = re.sub(NO_BLAME[language], "", text.replace("'", "’"), flags=re.IGNORECASE)
    if found := re.search(rf"\b(?:{BLAME[language]})\b", seen, FLAGS[language]):
        yield Fault(language, id, "blame", f"'{found.group()}' blames; say what happened and the way out")
    if found := re.search(rf"(?<![\w-])(?:{ELSEWHERE[language]})(?![\w-])", text):
        yield Fault(language, id, "elsewhere", f"'{found.group()}' belongs to another country or spelling")
    if id.startswith("explain."):
        for sentence in re.split(r"(?<=[.!?…])\s+|\n", text):
            # A question is put to the people in the room, a finding is about the household.
            found = None if sentence.rstrip().endswith("?") else re.search(ADDRESS[language], sentence)
            if found:
                yield Fault(language, id, "address", f"'{found.group()}' speaks to the reader, not of the household")
                return

"""All files to one Content, with all problems: the only place where the steps of this room meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from game.content.cards import Card
from game.content.checks import cards_in, checked
from game.content.doors import CallWords, HelpWords, RightWords
from game.content.files import File
from game.content.found import Found, Place
from game.content.households import HouseholdWords
from game.content.mending import mended
from game.content.mistakes import mistakes
from game.content.money import CreditorWords, LawWords, ProductWords
from game.content.references import (
    Draft,
    Names,
    defined,
    endless_borrowings,
    endless_cards,
    inner_names,
    known_names,
    lost_references,
    used_twice,
)
from game.content.shape import Shape, Texts
from game.content.shocks import SharedShock
from game.content.source import Fields, Items, Refused, Value, Word, read, text_of, too_big, unreadable
from game.content.wordcount import placeholders, too_long
from game.model.content import Content
from game.model.problem import Problem
from game.model.scenario import Help

# the word a file begins with -> what it is; a law file begins with its figures
KINDS: dict[str, type[Shape]] = {
    "household": HouseholdWords,
    "dilemma": Card,
    "shock": SharedShock,
    "right": RightWords,
    "call": CallWords,
    "creditor": CreditorWords,
    "product": ProductWords,
    "offices": HelpWords,
}


@dataclass
class Reading:
    """What came of the files: the content, the problems, and where each text stands."""

    content: Content
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, tuple[str, Place]] = field(default_factory=dict)


def read_files(files: Sequence[File], digest: str, pictures: frozenset[str] | None) -> Reading:
    """Content and problems of all files. `pictures` are the names that exist; None: not checked."""
    good: list[Draft] = []
    bad: list[Draft] = []
    problems: list[Problem] = []
    broken = Names()
    for file in files:
        draft, found = _draft(file, broken)
        problems += (one.problem(file.name) for one in found)
        if draft:
            (bad if any(one.fatal for one in found) else good).append(draft)
    good, late = _connected(_without_replaced(good), broken, pictures)
    problems += late
    for draft in bad:
        names = known_names([*good, draft])
        problems += (one.problem(draft.file) for one in lost_references(draft, names, broken, pictures))
    played = [draft for draft in good if not draft.file.rpartition("/")[2].startswith("_")]
    reading = Reading(_content(played, digest), sorted(set(problems)))
    for draft in played:
        reading.places |= {id: (draft.file, place) for id, place in draft.texts.places.items()}
    return reading


def _draft(file: File, broken: Names) -> tuple[Draft | None, list[Found]]:
    """One file by itself. With a fatal mistake the draft is only good for finding more of them."""
    try:
        if file.data is None:
            raise unreadable(file.refused) if file.refused else too_big(file.size)
        raw, found = read(text_of(file.data))
    except Refused as refused:
        return None, [refused.found]
    shape_type = _kind(raw, file.name)
    if shape_type is None or not isinstance(raw, Fields):
        return None, [*found, _unknown_kind(raw)]
    if shape_type is LawWords:
        raw = Fields(raw.place, {Word("figures", raw.place): raw})
    shape: Shape | None
    try:
        shape = shape_type.model_validate(raw)
    except ValidationError as error:
        found += mistakes(error, shape_type, raw)
        shape = mended(shape_type, raw, error)
    draft = _drafted(file, shape) if shape else None
    if draft:
        told = {one.place for one in found}
        found += (one for one in _more(draft) if one.place not in told)
    if any(one.fatal for one in found):
        _remember_broken(raw, broken)
    return draft, found


def _drafted(file: File, shape: Shape) -> Draft:
    texts = Texts(getattr(shape, "language", "en"))
    return Draft(file.name, shape, texts, tuple(_nouns(shape, texts)), file.layer)


def _more(draft: Draft) -> list[Found]:
    """What the single fields of a file do not tell."""
    follow_ups = {f"dilemma.{card.id}.text" for card in cards_in(draft.shape) if card.follow_up}
    return [*checked(draft.shape), *too_long(draft.texts), *placeholders(draft.texts, follow_ups)]


def _kind(raw: Value, name: str) -> type[Shape] | None:
    if not isinstance(raw, Fields):
        return None
    if kind := next((KINDS[key] for key in raw if key in KINDS), None):
        return kind
    figures = any(isinstance(value, Fields) and "values" in value for value in raw.values())
    return LawWords if figures or name.startswith("law/") else None


def _unknown_kind(raw: Value) -> Found:
    word = str(next(iter(raw))) if isinstance(raw, Fields) and raw else ""
    first = f"it begins with '{word}'" if word else "it has no names"
    near = get_close_matches(word, KINDS, 1)
    hint = f"did you mean '{near[0]}'?" if near else "begin with one of: " + ", ".join(f"{kind}: …" for kind in KINDS)
    return Found(raw.place, "unknown-kind", f"the file does not say what it is: {first}", hint)


def _remember(draft: Draft, broken: Names) -> None:
    for kind, name in defined(draft):
        broken.add(kind, [name])
    for kind, names in inner_names(draft.shape).items():
        broken.add({"shock_kind": "shock"}.get(kind, kind), names)


# kind -> where its names stand in a file: keys of a mapping, or words of a list of mappings
_KEYS = {"person": "people", "bill": "bills", "debt": "debts", "parameter": "figures"}
_LISTED = (
    ("card", "cards", "dilemma"),
    ("shock", "sure", "shock"),
    ("shock", "sure", "kind"),
    ("shock", "second_act", "shock"),
    ("shock", "second_act", "kind"),
    ("offer", "offers", "offer"),
)


def _remember_broken(raw: Value, broken: Names) -> None:
    """Names of a file that does not validate, as far as they can be seen."""
    if not isinstance(raw, Fields):
        return
    for kind, word in ((kind, raw.get(kind)) for kind in (*KINDS, "kind")):
        broken.add({"dilemma": "card", "kind": "shock"}.get(kind, kind), [word] if isinstance(word, Word) else [])
    for kind, where in _KEYS.items():
        broken.add(kind, found if isinstance(found := raw.get(where), Fields) else [])
    for kind, where, name in _LISTED:
        entries = found if isinstance(found := raw.get(where), Items) else ()
        words = (entry.get(name) for entry in entries if isinstance(entry, Fields))
        broken.add(kind, [word for word in words if isinstance(word, Word)])
    flags = raw.get("flags")
    broken.add("flag", [flag for flag in flags if isinstance(flag, Word)] if isinstance(flags, Items) else [])


def _without_replaced(drafts: list[Draft]) -> list[Draft]:
    """A file of the user's own folder replaces the game's file that has the same name inside."""
    own = {name for draft in drafts if draft.layer for name in _main_names(draft)}
    return [draft for draft in drafts if draft.layer or not own.intersection(_main_names(draft))]


def _main_names(draft: Draft) -> set[tuple[str, str]]:
    if isinstance(draft.shape, HouseholdWords):
        return {("household", str(draft.shape.household))}
    return {(kind, str(name)) for kind, name in defined(draft) if kind not in ("parameter", "offer")}


def _connected(
    drafts: list[Draft], broken: Names, pictures: frozenset[str] | None
) -> tuple[list[Draft], list[Problem]]:
    """Take out what refers to something missing, until all that is left holds together."""
    problems: list[Problem] = []
    doubled = [*used_twice(drafts), *endless_cards(drafts)]
    problems += (found.problem(draft.file) for draft, found in doubled)
    drafts = _taken_out(drafts, [draft for draft, _ in doubled], broken)
    while True:
        names = known_names(drafts)
        shapes = [draft.shape for draft in drafts]
        products = {str(shape.product): shape.kind_ for shape in shapes if isinstance(shape, ProductWords)}
        found = [
            (draft, one)
            for draft in drafts
            for one in (*lost_references(draft, names, broken, pictures), *endless_borrowings(draft, products))
        ]
        bad = [draft for draft, one in found if one.fatal]
        left = {id(draft) for draft in bad}
        problems += (one.problem(draft.file) for draft, one in found if id(draft) in left or not bad)
        if not bad:
            return drafts, problems
        drafts = _taken_out(drafts, bad, broken)


def _taken_out(drafts: list[Draft], bad: Iterable[Draft], broken: Names) -> list[Draft]:
    left = {id(draft) for draft in bad}
    for draft in drafts:
        if id(draft) in left:
            _remember(draft, broken)
    return [draft for draft in drafts if id(draft) not in left]


def _nouns(shape: Shape, texts: Texts) -> Iterator[tuple[str, str, Any]]:
    """(field of Content, id, noun) of all that a file holds. Its words go to `texts`."""
    match shape:
        case HouseholdWords():
            yield "households", shape.id, shape.noun(texts)
        case Card():
            yield "dilemmas", shape.id, shape.noun(texts)
        case SharedShock():
            yield "shocks", shape.id, shape.shared(texts)
        case RightWords():
            yield "rights", shape.id, shape.noun(texts)
        case CallWords():
            yield "calls", shape.id, shape.noun(texts)
        case CreditorWords():
            yield "creditors", shape.id, shape.noun(texts)
        case ProductWords():
            yield "products", shape.id, shape.noun(texts)
            yield from (("offers", str(offer.offer), offer.noun(texts, shape.id)) for offer in shape.offers)
        case LawWords():
            yield from (("parameters", str(name), figure.noun(name)) for name, figure in shape.figures.items())
        case HelpWords():
            yield "help", "help", shape.noun(texts)


def _content(drafts: Sequence[Draft], digest: str) -> Content:
    mappings: dict[str, dict[str, Any]] = {name: {} for name in _MAPPINGS}
    texts = Texts()
    for draft in sorted(drafts, key=lambda draft: draft.layer):
        for name, id, noun in draft.nouns:
            mappings[name][id] = noun
        texts.words |= draft.texts.words
        texts.notes |= draft.texts.notes
        texts.languages |= draft.texts.languages
    help = mappings.pop("help").get("help", Help())
    return Content(digest, help=help, texts=texts.words, notes=texts.notes, languages=texts.languages, **mappings)


_MAPPINGS = (
    "households",
    "dilemmas",
    "shocks",
    "rights",
    "calls",
    "creditors",
    "products",
    "offers",
    "parameters",
    "help",
)

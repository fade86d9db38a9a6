"""What several files tell together: names that lead nowhere, names used twice, cards that never end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from game.content.checks import cards_in, everything, shocks_in
from game.content.doors import HelpWords
from game.content.effects import Borrow, OutcomeWords
from game.content.fields import Reference
from game.content.found import Found
from game.content.households import HouseholdWords
from game.content.money import LawWords, ProductWords
from game.content.shape import Shape, Texts
from game.content.source import Word


@dataclass(frozen=True)
class Draft:
    """One file that reads well by itself. `layer` 1 is the user's own folder, which wins over 0."""

    file: str
    shape: Shape
    texts: Texts
    nouns: tuple[tuple[str, str, Any], ...]  # field of Content, id, noun
    layer: int = 0


@dataclass
class Names:
    """What can be referred to, by kind."""

    known: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, names: Iterable[str]) -> None:
        """Make names known."""
        self.known.setdefault(kind, set()).update(names)

    def of(self, kind: str) -> set[str]:
        """The names of one kind."""
        return self.known.get(kind, set())


EARNERS = {"main", "other"}  # in shared shocks: who earns most in the household, and who comes next
DEBTS = {"dearest", "arrears", "overdraft"}
GAME_FLAGS = ("budget_course", "card_advance", "evicted")  # set by the rules, not by a file
HOUSEHOLD_FLAGS = ("car", "resident", "card", "spare_room", "bus", "family_near")  # any household may set them

# what a reference says it leads to -> (code, what an author calls it)
_KINDS = {
    "creditor": ("unknown-creditor", "creditor kind"),
    "product": ("unknown-product", "credit product"),
    "right": ("unknown-right", "right"),
    "any_right": ("unknown-right", "right"),
    "call": ("unknown-call", "call"),
    "card": ("unknown-card", "card"),
    "played": ("unknown-card", "card"),
    "shock": ("unknown-shock", "shock or kind of shock"),
    "shared_shock": ("unknown-shock", "shared shock"),
    "sure_shock": ("unknown-shock", "sure shock of this household"),
    "person": ("unknown-person", "person"),
    "earner": ("unknown-person", "person"),
    "bill": ("unknown-bill", "bill"),
    "debt": ("unknown-debt", "debt"),
    "parameter": ("unknown-parameter", "figure of the law"),
    "picture": ("unknown-picture", "picture"),
    "flag": ("flag-never-set", "flag"),
}


def defined(draft: Draft) -> Iterator[tuple[str, Word]]:
    """(kind, name) of all that a file brings into the world."""
    shape = draft.shape
    if isinstance(shape, LawWords):
        yield from (("parameter", name) for name in shape.figures)
        return
    if isinstance(shape, HouseholdWords):
        yield "household", shape.household
    if isinstance(shape, HelpWords):
        yield "help", Word("help", shape.place)
    if isinstance(shape, ProductWords):
        yield from (("offer", offer.offer) for offer in shape.offers)
    yield from (("card", card.dilemma) for card in cards_in(shape))
    yield from (("shock", shock.shock) for shock in shocks_in(shape))
    if shape.begins in ("right", "call", "creditor", "product"):
        yield shape.begins, getattr(shape, shape.begins)


def known_names(drafts: Sequence[Draft]) -> Names:
    """All names that exist, as a shared file sees them."""
    names = Names()
    names.add("flag", GAME_FLAGS + HOUSEHOLD_FLAGS)
    for draft in drafts:
        own = isinstance(draft.shape, HouseholdWords)
        for kind, name in defined(draft):
            names.add({"card": "own_card", "shock": "own_shock"}.get(kind, kind) if own else kind, [name])
        for kind, found in inner_names(draft.shape).items():
            names.add(kind, found)
    names.add("debt", DEBTS | names.of("product"))
    names.add("played", names.of("card") | names.of("own_card"))
    names.add("shared_shock", names.of("shock"))
    names.add("shock", names.of("own_shock") | names.of("shock_kind"))
    names.add("earner", names.of("person") | EARNERS)
    names.add("any_right", names.of("right") | {"any"})
    return names


def inner_names(shape: Shape) -> dict[str, set[str]]:
    """Names inside a file that other files may use: people, bills, debts, kinds of shocks, flags."""
    references = (one for one in everything(shape) if isinstance(one, Reference))
    found = {
        "shock_kind": {str(shock.kind_) for shock in shocks_in(shape)},
        "flag": {str(one) for one in references if one.to == "set_flag"},
    }
    if isinstance(shape, HouseholdWords):
        found |= {"person": set(shape.people), "bill": set(shape.bills), "debt": set(shape.debts)}
    return found


def _seen_from(shape: Shape, names: Names) -> Names:
    """The names as this file sees them: a household its own people, bills, debts and cards only."""
    if not isinstance(shape, HouseholdWords):
        return names
    debts = DEBTS | names.of("product") | set(shape.debts)
    people = set(map(str, shape.people))
    local: dict[str, set[str]] = {"person": people, "earner": people, "bill": set(shape.bills), "debt": debts}
    local["card"] = names.of("card") | {str(card.id) for card in shape.cards}
    local["sure_shock"] = {shock.id for shock in shocks_in(shape)}
    return Names(names.known | local)


def lost_references(draft: Draft, names: Names, broken: Names, pictures: frozenset[str] | None) -> Iterator[Found]:
    """References that lead nowhere, or to something that is left out."""
    seen = _seen_from(draft.shape, names)
    for one in everything(draft.shape):
        if not isinstance(one, Reference) or one.to not in _KINDS or (one.to == "picture" and pictures is None):
            continue
        there = pictures or frozenset() if one.to == "picture" else seen.of(one.to)
        if one in there:
            continue
        code, what = _KINDS[one.to]
        left_out = one in broken.of(_FAMILY.get(one.to, one.to))
        if left_out and one.to in _HARMLESS:
            continue
        if left_out:
            yield Found(
                one.place,
                "left-out",
                f"{what} '{one}' is left out because of its own mistakes",
                "correct that file first",
            )
        elif code == "flag-never-set":
            yield Found(one.place, code, f"nothing ever sets the flag '{one}'", _nearest(one, there), fatal=False)
        else:
            yield Found(one.place, code, f"there is no {what} '{one}'", _nearest(one, there))


_FAMILY = {
    "played": "card",
    "shared_shock": "shock",
    "sure_shock": "shock",
    "any_right": "right",
    "earner": "person",
}
# what is left out with another file can be missed: its condition never holds, its household is not played
_HARMLESS = ("played", "shock", "flag", "person", "earner", "bill", "debt")


def _nearest(word: str, names: Iterable[str]) -> str:
    there = sorted(names)
    if near := get_close_matches(word, there, 1, 0.6):
        return f"did you mean '{near[0]}'?"
    shown = ", ".join(there[:12]) + (", …" if len(there) > 12 else "")
    return f"there are: {shown}" if shown else "there is none so far"


def endless_borrowings(draft: Draft, products: Mapping[str, str]) -> Iterator[Found]:
    """A loan says in how many months it is paid back; a card and an overdraft do not."""
    for one in everything(draft.shape):
        if not isinstance(one, Borrow) or one.months:
            continue
        if products.get(one.product, "card") not in ("card", "overdraft"):
            yield Found(
                one.place,
                "missing-field",
                f"'months' is missing: '{one.product}' is paid back in parts",
                "write months: 12",
            )


def used_twice(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Found]]:
    """Names that two files of one folder use; the later file is wrong."""
    first: dict[tuple[str, str], tuple[Draft, Word]] = {}
    for draft in drafts:
        for kind, name in defined(draft):
            other = first.setdefault((kind, name), (draft, name))
            if other[0] is not draft and other[0].layer == draft.layer:
                yield (
                    draft,
                    Found(
                        name.place,
                        "duplicate-id",
                        f"a {kind} '{name}' is already in another file",
                        f"the first one: {other[0].file}, line {other[1].place.line}",
                    ),
                )


def endless_cards(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Found]]:
    """Circles of cards that bring each other back; each circle once, where it closes."""
    leads: dict[str, list[tuple[Draft, Reference]]] = {}
    for draft in drafts:
        for card in cards_in(draft.shape):
            leads[card.id] = [
                (draft, one.dilemma) for one in everything(card) if isinstance(one, OutcomeWords) and one.dilemma
            ]
    done: set[str] = set()
    for start in leads:
        yield from _circles(start, leads, done)


def _circles(
    start: str, leads: Mapping[str, list[tuple[Draft, Reference]]], done: set[str]
) -> Iterator[tuple[Draft, Found]]:
    path, open_edges = [start], [iter(leads.get(start, ()))]
    while path:
        edge = next(open_edges[-1], None)
        if edge is None:
            done.add(path.pop())
            open_edges.pop()
            continue
        draft, target = edge
        if target in path:
            circle = " → ".join([*path[path.index(target) :], target])
            yield (
                draft,
                Found(
                    target.place,
                    "endless-cards",
                    f"these cards bring each other back for ever: {circle}",
                    "let one of them end without a further card",
                ),
            )
        elif target not in done:
            path.append(str(target))
            open_edges.append(iter(leads.get(target, ())))

"""All that is in `scenarios/`, read and checked: what a game is played from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.model.household import Household
from game.model.parameters import Parameter
from game.model.scenario import CallKind, CreditorKind, Dilemma, Help, Offer, Product, Right, Shock


@dataclass(frozen=True, slots=True)
class Content:
    """Ids to nouns. `digest` names this version; saves carry it. Mappings keep the files' order."""

    digest: str
    households: Mapping[str, Household]
    dilemmas: Mapping[str, Dilemma]  # shared ones and follow-ups; own cards are in their household
    shocks: Mapping[str, Shock]
    rights: Mapping[str, Right]
    calls: Mapping[str, CallKind]
    creditors: Mapping[str, CreditorKind]
    products: Mapping[str, Product]
    offers: Mapping[str, Offer]
    parameters: Mapping[str, Parameter]
    help: Help
    texts: Mapping[str, str]  # text id -> words in the file's language
    notes: Mapping[str, str]  # text id -> note for translators
    languages: Mapping[str, str]  # text id -> language of the file, only where it is not English
    memo: dict[tuple[str, str], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )  # derived once, by name and day

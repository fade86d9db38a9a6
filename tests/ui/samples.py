"""A small content for the shell's screens: households and offices, nothing played."""

from __future__ import annotations

from game.model.content import Content
from game.model.household import Household
from game.model.scenario import Help, Office

_PEOPLE = (
    ("ferreira", "Ana Ferreira", "Cleaner, alone with her son Rui", 10, "family_ferreira"),
    ("weber", "The Weber family", "Nora and Tom, Lea and Max; a rented flat", 9, "family_weber"),
    ("samira_yann", "Samira and Yann", "First flat, two salaries, bought in parts", 7, "family_young"),
    ("thill", "Jos Thill", "67, a widower since spring, one pension", 8, "family_thill"),
    ("hoffmann", "Marc Hoffmann", "Manager, just separated, house loan", 9, "family_hoffmann"),
    ("wagner", "Paul Wagner", "Bus driver, 56, lives by himself", 9, "face_paul"),
    ("muller", "Sophie Muller", "Works in Luxembourg, lives in France, one child", 8, "face_samira"),
)
_OFFICES = (
    ("esch", "Inter-Actions, debt advice (SICS)", "Esch-sur-Alzette", "1, rue Helen Buchholtz, L-4048 Esch-sur-Alzette",
     "54 77 24 22", "endettement@inter-actions.lu", True),
    ("luxembourg", "Ligue médico-sociale, debt advice (SICS)", "Luxembourg", "2, rue G.C. Marshall, L-2181 Luxembourg",
     "48 83 33 300", "endettement@ligue.lu", True),
    ("ettelbruck", "Ligue médico-sociale, debt advice (SICS)", "Ettelbruck",
     "2A, avenue Lucien Salentiny, L-9080 Ettelbruck", "48 83 33 300", "endettement@ligue.lu", True),
    ("second", "Inter-Actions, debt advice (SICS)", "Luxembourg", "13, route de Thionville, L-2611 Luxembourg",
     "54 77 24 1", "", True),
    ("committee", "Mediation Committee, Ministry of Family", "Luxembourg", "L-2919 Luxembourg", "", "", False),
    ("clervaux", "Ligue médico-sociale, centre", "Clervaux", "6, rue Brooch, L-9709 Clervaux", "48 83 33 1", "", False),
    ("redange", "Ligue médico-sociale, centre", "Redange-sur-Attert", "33, Grand-rue, L-8510 Redange", "23 62 16 28",
     "", False),
)  # fmt: skip


def texts() -> dict[str, str]:
    """The words behind the ids of the sample."""
    titles = {f"household.{id}.title": title for id, title, _, _, _ in _PEOPLE}
    return titles | {f"household.{id}.card": card for id, _, card, _, _ in _PEOPLE}


def content(count: int = 7) -> Content:
    """The first `count` households, and the offices."""
    households = {
        id: Household(
            id, f"household.{id}.title", f"household.{id}.card", "shock", (), "", 2026, (), (), (), (), (), 0, 0, 0,
            picture=picture, spoken_for=spoken,
        )
        for id, _, _, spoken, picture in _PEOPLE[:count]
    }  # fmt: skip
    offices = tuple(Office(id, name, town, address, tel, mail, "", advice)
                    for id, name, town, address, tel, mail, advice in _OFFICES)  # fmt: skip
    return Content("sample", households, {}, {}, {}, {}, {}, {}, {}, {}, Help("2026-11-22", offices), texts(), {}, {})

"""A record as JSON-ready words and back. Months count from 1 on paper.

Apart from `record`, so that a list of saves can be read without importing the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.model.game import Answer, Move, Record, Settings

FORMAT = 1


def header_words(played: Record) -> dict[str, Any]:
    """What the game was started from."""
    return {
        "format": FORMAT,
        "content": played.content,
        "household": played.household,
        "seed": played.seed,
        "months": played.months,
        "settings": {
            "platform": played.settings.platform,
            "without": list(played.settings.without),
            "trial": played.settings.trial,
        },
        "moves": [{"month": move.month + 1, "veto": move.veto, "force": move.force} for move in played.moves],
        "schedule": [[month + 1, name] for month, name in played.schedule],
    }


def answer_words(given: Answer) -> dict[str, Any]:
    """One answer."""
    return {"month": given.month + 1, "question": given.question, "option": given.option}


def parse_header(line: Mapping[str, Any]) -> Record:
    """The record without answers. KeyError, TypeError or ValueError when the header is not one."""
    if line["format"] != FORMAT:
        raise ValueError(f"format {line['format']}, this game reads {FORMAT}")
    settings = line["settings"]
    return Record(
        str(line["content"]),
        str(line["household"]),
        int(line["seed"]),
        int(line["months"]),
        Settings(bool(settings["platform"]), tuple(settings["without"]), bool(settings["trial"])),
        tuple(Move(int(move["month"]) - 1, move["veto"], move["force"]) for move in line["moves"]),
        (),
        tuple((int(month) - 1, str(name)) for month, name in line["schedule"]),
    )


def parse_answer(line: Mapping[str, Any]) -> Answer:
    """One answer. KeyError, TypeError or ValueError when the line is not one."""
    return Answer(int(line["month"]) - 1, str(line["question"]), str(line["option"]))

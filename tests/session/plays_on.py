"""A player who never stops: opens the save it finds, says each question, answers by chance, undoes now and then.

Run as a process of its own by the tests, and killed at any moment.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from game.content.load import load
from game.paths import data_folder
from game.session.saves import saves
from game.session.table import Setup, Table, give, new_table, open_table, undo


def seen(table: Table) -> str:
    """What a player sees: the month and the question."""
    question = table.question
    return json.dumps([table.state.month, question.id if question else None])


def main(folder: Path, cache: Path) -> None:
    """Go on with the newest save in `folder` until the process is killed or the game is over.

    Each thing done is said before it is done ("give x", "undo 2"), each question when it shows.
    """
    content, _ = load(data_folder("scenarios"), None, cache)
    found = saves(folder)
    table = open_table(content, found[0].path) if found else new_table(content, Setup("weber", 7, 24), folder)
    chance = random.Random()
    print("asks", seen(table), flush=True)
    while table.question:
        if table.answers > 3 and chance.random() < 0.1:
            count = chance.randrange(1, 4)
            print("undo", count, flush=True)
            table = undo(table, count)
        else:
            beside = table.standing
            asked = chance.choice(beside) if beside and chance.random() < 0.2 else table.question
            option = chance.choice(asked.options).id
            print("give", option, flush=True)
            table = give(table, option, asked.id)
        print("asks", seen(table), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

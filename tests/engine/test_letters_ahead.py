"""What a letter says will follow comes in that month, or later where something was paid or agreed meanwhile."""

from __future__ import annotations

from game.engine.play import answer, ended, new_game
from game.engine.policies import choose
from game.model.game import Letter, Move
from tests.playing import scenarios


def test_the_next_letter_comes_no_earlier_than_the_one_before_said() -> None:
    apart: list[int] = []
    for seed in (2, 9):
        state, seen = new_game(scenarios(), "weber", seed, 24), dict[str, Letter]()
        while not ended(state):
            state = answer(state, choose(state, "random"))
            for letter in state.mail:
                before = seen.get(letter.creditor)
                if before and before.id != letter.id and before.what_next[0][1].id == letter.title.id:
                    apart.append(letter.month - before.what_next[0][0])
                if letter.creditor and letter.what_next:
                    seen[letter.creditor] = letter
    assert apart and min(apart) == 0


def test_closed_letters_are_told_when_it_begins_and_not_each_month() -> None:
    state = new_game(scenarios(), "weber", 5, 14, moves=(Move(5, force="long_illness"),))
    while not ended(state):
        state = answer(state, choose(state, "minimum"))
    told = [row.month for row in state.rows if "said.letters_closed" in [text.id for text in row.news]]
    assert told and not [month for month in told if month + 1 in told]

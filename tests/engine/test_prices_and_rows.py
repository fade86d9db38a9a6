"""What an option shows is what it does; what a row says is what the ledger holds."""

from __future__ import annotations

import pytest

from game.engine.cards import live_choices
from game.engine.effects import Origin, apply
from game.engine.play import new_game, question
from game.engine.posting import CURRENT
from game.engine.prices import priced
from game.engine.rows import all_debts
from game.model.effects import (
    Amount,
    Gain,
    Health,
    Later,
    Morale,
    OpenRight,
    Outcome,
    Pay,
    Receive,
    Repay,
    Save,
    SetFlag,
    Time,
    Trust,
    UseCall,
    Work,
)
from game.model.game import POLICIES, Option
from game.model.message import Message
from game.model.state import State
from tests.playing import finished, played, scenarios

SEEDS = range(5)


def test_no_card_costs_more_than_it_shows() -> None:
    """Now: one-off bills and money that leaves at once, less what comes out of the envelope."""

    def seen(state: State) -> None:
        kind, name = state.queue[0]
        if kind != "dilemma":
            return
        asked = question(state)
        assert asked is not None
        card = state.world.cards[name]
        for option, choice in zip(asked.options, live_choices(state, card), strict=True):
            after = state.copy()
            apply(after, choice.effects, Origin(("answer", name), card.title, name, choice.id, state.month))
            bills = sum(due.amount for due in after.one_offs) - sum(due.amount for due in state.one_offs)
            assert bills <= option.now, f"{name}.{choice.id} shows {option.now}, costs {bills}"
            assert not (bills and not option.now)
            moves = [e for e in choice.effects if isinstance(e, Save | Repay | Receive | Gain)]
            if not moves:
                change = after.balance.get(CURRENT, 0) - state.balance.get(CURRENT, 0)
                assert change == (option.gain if option.borrowed and option.gain else 0)
            if option.borrowed:
                assert option.total >= option.borrowed or option.gain

    for seed in SEEDS:
        played(seed, "random", seen=seen)


def test_every_option_of_a_card_has_its_price_or_says_what_it_takes() -> None:
    def seen(state: State) -> None:
        asked = question(state)
        assert asked is not None
        if asked.kind == "dilemma":
            free = [
                option
                for option in asked.options
                if not (option.now or option.monthly or option.total or option.notes or option.chance or option.gain)
            ]
            assert len(free) < len(asked.options), f"{asked.id}: no option has a price"

    for seed in SEEDS:
        played(seed, "loudest", seen=seen)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_row_holds_what_the_ledger_holds(policy: str) -> None:
    state = finished(2, policy)
    last = state.rows[-1]
    assert last.debt == all_debts(state)
    assert last.account == state.balance.get(CURRENT, 0)
    assert last.fragile <= last.debt
    interest = sum(cents for entries in state.ledger for _, _, to, _, cents in entries if to == "expense:interest")
    charged = sum(row.interest for row in state.rows)
    assert 0 <= charged - interest <= charged // 4  # overdraft interest that waits is charged, not yet paid


def test_interest_is_charged_once_a_month_on_each_debt() -> None:
    state = finished(1, "minimum")
    for entries in state.ledger:
        charged = [
            source for kind, _, to, source, _ in entries if to == "expense:interest" and source.startswith("debt:")
        ]
        assert len(charged) == len(set(charged))


def test_every_effect_that_costs_or_brings_something_stands_on_its_option() -> None:
    """Each option of each card: what it does to money, time, the telephone or the mood is said before it is chosen."""
    state = new_game(scenarios(), "weber", 1, 24)
    silent: list[str] = []
    for card in state.world.cards.values():
        for choice in card.choices:
            shown = priced(state, Option(choice.id, Message(choice.text)), choice.effects)
            said = bool(shown.now or shown.total or shown.gain or shown.notes or shown.chance)
            quiet = [isinstance(one, SetFlag | Trust | OpenRight) or _words_alone(one) for one in choice.effects]
            if not all(quiet) and not said:
                silent.append(f"{card.id}.{choice.id}")
            for effect in choice.effects:
                alone = priced(state, Option(choice.id, Message(choice.text)), (effect,))
                nothing = alone == Option(choice.id, Message(choice.text))
                if nothing and not (isinstance(effect, SetFlag | Trust | OpenRight) or _words_alone(effect)):
                    silent.append(f"{card.id}.{choice.id}: {type(effect).__name__}")
    assert silent == []


def _words_alone(effect: object) -> bool:
    """A later letter that asks for no money, brings none and is no new question."""
    kinds = Morale | Health | Trust | SetFlag | Work | Time | UseCall
    return isinstance(effect, Later) and all(
        not outcome.dilemma and all(isinstance(one, kinds) for one in outcome.effects) for outcome in effect.outcomes
    )


def _later(*outcomes: Outcome) -> str:
    """What stands on an option of which one thing may come back."""
    state = new_game(scenarios(), "weber", 1, 24)
    shown = priced(state, Option("a", Message("a")), (Later(3, outcomes),))
    return shown.chance.id if shown.chance else ""


def test_only_what_costs_brings_or_asks_later_is_said_before() -> None:
    cost, money, word = Pay(Amount(1000)), Receive(Amount(1000)), Morale(10)
    assert _later(Outcome(2000, effects=(cost, word))) == "price.later_cost_seldom"
    assert _later(Outcome(9000, effects=(money,))) == "price.later_money_almost_always"
    assert _later(Outcome(6000, effects=(money,)), Outcome(4000, effects=(cost,))) == "price.later_either"
    assert _later(Outcome(10000, dilemma="washing_machine_again")) == "price.later_question"
    assert _later(Outcome(4000, dilemma="cat_limps")) == "price.later_question_perhaps"
    assert _later(Outcome(10000, effects=(word,))) == ""

"""The door of this room: begin a game, ask what must be decided, answer it."""

from __future__ import annotations

from game.engine.advice import answer_talk
from game.engine.calls import NOBODY, claim, make_call
from game.engine.cards import answer_dilemma, answer_joy
from game.engine.court import answer_order
from game.engine.credit import opening_line
from game.engine.month import answer_alone, run
from game.engine.offers import answer_offer
from game.engine.posting import CURRENT, SAVINGS, post
from game.engine.questions import main_question, option_ids, question_id
from game.engine.rights import claimable
from game.engine.standing import change, standing_questions
from game.engine.triage import take
from game.engine.world import build_world
from game.model.content import Content
from game.model.game import Answer, Move, Question, Settings
from game.model.state import State, World

START = ("rule", "start")
STOP = "stop"


def new_game(
    content: Content,
    household: str,
    seed: int,
    months: int,
    settings: Settings | None = None,
    moves: tuple[Move, ...] = (),
    recording: bool = True,
) -> State:
    """The game, run on to its first question. KeyError for an unknown household.

    `recording` off leaves out the ledger: for the many replays of the explanation.
    """
    state = opened(build_world(content, household, seed, months, settings or Settings(), moves, recording))
    run(state)
    return state


def opened(world: World) -> State:
    """The game before its first month: accounts and debts as the household's file has them. `run` goes on from here."""
    state = _empty(world)
    _open_accounts(state)
    return state


def question(state: State) -> Question | None:
    """What the household must decide now; None when the game is over."""
    return main_question(state)


def standing(state: State) -> tuple[Question, ...]:
    """The questions open beside it: plan, debits, mail, the telephone. Their option ids read `plan.leisure:tight`."""
    return standing_questions(state)


def answer(state: State, option: str) -> State:
    """The state after the choice, run on to the next question. ValueError if it was not offered."""
    after = state.copy()
    if option == STOP:
        after.over = "stopped"
        return after
    if after.over:
        raise ValueError("the game is over")
    if ":" in option:
        change(after, option)
        name, _, value = option.partition(":")
        after.answers = (*after.answers, Answer(after.month, name, value))
        return after
    kind, name = after.queue[0]
    asked = question_id(after, kind, name)
    _check(after, option)
    after.answers = (*after.answers, Answer(after.month, asked, option))
    base = asked.partition("#")[0]
    after.counts[f"asked.{base}"] = after.counts.get(f"asked.{base}", 0) + 1
    _count_decision(after, kind)
    _do(after, kind, name, option)
    run(after)
    return after


def ended(state: State) -> bool:
    """Whether the game is over: its months are played, or it was stopped."""
    return bool(state.over)


def _count_decision(state: State, kind: str) -> None:
    """A triage counts as one question, however many answers it takes."""
    if kind != "triage" or state.counts["asked.triage.month"] == 1:
        state.counts["decisions"] = state.counts.get("decisions", 0) + 1


def _check(state: State, option: str) -> None:
    live = option_ids(state)
    if option not in live:
        raise ValueError(f"month {state.month + 1}: {option} is not offered; live: {', '.join(live)}")


def _do(state: State, kind: str, name: str, option: str) -> None:
    if kind == "triage":
        _triage(state, option)
        return
    state.queue = state.queue[1:]
    if kind == "dilemma":
        answer_dilemma(state, name, option)
    elif kind == "joy":
        answer_joy(state, name, option)
    elif kind == "shock" and option == "claim":
        for right in claimable(state):
            if right in state.world.shocks[name].rights:
                claim(state, right)
    elif kind == "offer":
        answer_offer(state, name, option)
    elif kind == "platform" and option == "yes":
        state.adviser = state.month
        state.queue = (("talk", "adviser"), *state.queue)
    elif kind == "talk":
        answer_talk(state, option)
    elif kind == "order":
        answer_order(state, name, option)
    elif kind == "call":
        _call(state, option)


def _call(state: State, option: str) -> None:
    if option == NOBODY:
        state.call_quiet = state.month + state.world.figures["call_pause"]
    else:
        make_call(state, option)


def _triage(state: State, option: str) -> None:
    if option == "close":
        state.queue = state.queue[1:]
        return
    take(state, option)
    answer_alone(state)


def _empty(world: World) -> State:
    household = world.household
    return State(
        world=world,
        month=0,
        step=0,
        queue=(),
        balance={},
        posted=[],
        ledger=(),
        lines={},
        levels=dict(household.levels),
        month_levels={},
        debits={},
        spare="arrears",
        unpaid={},
        agreements={},
        running=(),
        losses=(),
        rights={},
        announced=(),
        flags=household.flags,
        trust={},
        played={},
        happened={},
        morale=household.morale,
        health=household.health,
        mood=0,
        strain=0,
        half_days=0,
        call_used=False,
        calls=(),
        call_quiet=0,
        reasons=frozenset(),
        dues=[],
        one_offs=(),
        triage=None,
        last_triage=(),
        mail=(),
        opening=0,
        opening_buffer=0,
        borrowed=0,
        earmarked=0,
        swapped=0,
        income=0,
        interest=0,
        fees=0,
        served=0,
        due_once=0,
        due_secured=0,
        windfall=0,
        cut=0,
        moved_out=0,
        rejected=0,
        missed_now=0,
        unpaid_now=0,
        adviser=-1,
        adviser_next=-1,
        offers=(),
        signs_seen=frozenset(),
        platform_next=0,
        family_since=-99,
        broken={},
        deferrals=(),
        cleared={},
        limit=household.limit,
        over_limit=0,
        joy_months=0,
        dull_months=0,
        metered=0,
        metered_normal=0,
        left=frozenset(),
        said=(),
        counts={},
        rows=(),
        answers=(),
    )


def _open_accounts(state: State) -> None:
    household = state.world.household
    post(state, START, CURRENT, "equity:opening", household.account)
    post(state, START, SAVINGS, "equity:opening", household.savings)
    for debt in household.debts:
        state.lines[debt.id] = opening_line(state, debt)
        post(state, START, "equity:opening", f"debt:{debt.id}", debt.balance)

"""One of two does not live here any more: the letter, the photo and the months after say what is true."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.engine.parting import ALONE, joint_halves
from game.engine.play import answer, ended, new_game, question
from game.engine.policies import choose
from game.engine.triage import take
from game.explain.blow import blow
from game.explain.closed import closed
from game.explain.desk import desk, family
from game.explain.moved import moved
from game.explain.outlook import outlook
from game.explain.post import CALL
from game.explain.timeline import timeline
from game.i18n.speech import Languages
from game.model.game import Move
from game.model.message import Message
from game.model.state import State
from game.paths import data_folder
from game.ui.flow import between, close_page
from game.ui.layout import lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Give, Pop
from game.ui.screens.shock import ShockPage
from game.ui.screens.triage_facts import pieces
from tests.playing import scenarios

SHOCK_MONTH = 5


@cache
def game(shock: str, months: int = 12) -> tuple[State, ...]:
    """The states of a game in which that shock is put into June."""
    states = [new_game(scenarios(), "weber", 5, months, moves=(Move(SHOCK_MONTH, force=shock),))]
    while not ended(states[-1]):
        states.append(answer(states[-1], choose(states[-1], "careful")))
    return tuple(states)


def after(shock: str) -> State:
    return next(state for state in game(shock) if shock in state.happened and state.month > SHOCK_MONTH)


def test_the_letter_keeps_the_month_in_which_it_came() -> None:
    late = after("separation")
    assert late.month > SHOCK_MONTH
    assert blow(late, "separation").letter.month == SHOCK_MONTH


def test_who_is_left_stands_on_the_photo_from_the_month_of_parting_on() -> None:
    household = scenarios().households["weber"]
    whole, alone = Message(household.names), Message(household.apart_names)
    parted = game("separation")[-1]
    assert family(parted, SHOCK_MONTH).names == whole  # the letter came, both still live here
    assert family(parted, SHOCK_MONTH + 1).names == alone
    assert family(game("spouse_dies")[-1], SHOCK_MONTH).names == alone
    assert desk(after("separation")).picture == household.apart_picture == timeline(parted, None).picture
    assert close_page(parted, SHOCK_MONTH, Pop()).names == whole
    assert close_page(parted, SHOCK_MONTH + 2, Pop()).family == household.apart_picture
    calm = new_game(scenarios(), "weber", 5, 12)
    assert family(calm, 0).names == whole


def test_no_sentence_of_an_ending_needs_who_may_be_gone() -> None:
    names = [person.name for person in scenarios().households["weber"].people if person.id != "nora"]
    texts = [scenarios().texts[text] for _, text in scenarios().households["weber"].endings]
    adults = [name for name in names if name not in ("Lea", "Max")]
    assert adults and not [text for text in texts if any(name in text for name in adults)]


def test_a_job_is_not_lost_by_who_has_moved_out() -> None:
    parted = game("separation")[-1]
    assert "tom_job" not in parted.happened or parted.happened["tom_job"] <= parted.happened["separation"]


def test_a_separation_says_what_each_month_lacks() -> None:
    """One pay less; six envelopes at 62 %, child support for two, half of the car loan."""
    state = new_game(scenarios(), "weber", 5, 24)
    household = state.world.household
    shared = sum(e.normal for e in household.envelopes if e.id in ("energy", "food", "transport", "health"))
    shared += sum(e.normal for e in household.envelopes if e.id in ("clothes", "leisure"))
    support = 2 * state.world.figures["child_support"]
    assert blow(state, "separation").monthly == 300600 - shared * 38 // 100 - support - 15600


def test_the_bill_of_a_shock_says_who_sends_it() -> None:
    state = next(state for state in game("spouse_dies") if "spouse_dies" in state.happened)
    assert "creditor.funeral_home.steps.bill.title" in [due.name.id for due in state.one_offs]


def test_a_month_that_will_be_short_says_so_when_the_one_before_closes() -> None:
    short = next(s for s in game("separation") if s.rows and s.month == len(s.rows) and outlook(s).short)
    row = closed(short, short.month - 1).changes[2]
    assert (row.note.id, row.cents) == ("close.missing", outlook(short).short)


def test_a_part_of_an_agreed_credit_that_waits_has_a_name() -> None:
    spoken = Languages(scenarios().texts, data_folder("locales")).speech("en")
    for state in game("separation", 24):
        asked = question(state)
        if asked is None or asked.kind != "triage":
            continue
        for option in asked.options:
            if option.id.startswith("wait.agreed."):
                tried = state.copy()
                take(tried, option.id)
                assert all(spoken.say(piece.name) for piece in pieces(tried))


def test_a_joy_is_seen_where_there_is_no_room_for_its_photo() -> None:
    spoken = Languages(scenarios().texts, data_folder("locales")).speech("en")
    had = next(s for s in game("separation") if any(a.question == "joy.chapel" and a.option == "go" for a in s.answers))
    month = next(a.month for a in had.answers if a.question == "joy.chapel")
    done = next(s for s in game("separation") if len(s.rows) > month)
    page = close_page(done, month, Pop())
    laid = lay_out(page, (1280, 800), spoken, Preferences(text_size=150))
    said = [node.lettering.text for node in laid.root.walk() if node.lettering]
    assert "The chapel sings" in said and "Costs nothing" in said


def test_the_line_knows_the_half_pay_of_the_month_in_which_a_job_ends() -> None:
    state = new_game(scenarios(), "weber", 191, 12)
    while "tom_job" not in state.happened or state.month == state.happened["tom_job"]:
        state = answer(state, choose(state, "careful"))
    loss = next(loss for loss in state.losses if loss.shock == "tom_job")
    assert loss.start == state.month + 1
    line = outlook(state)
    without = replace(state.world.shocks["tom_job"].losses[0], first_month_kept=0)
    shock = replace(state.world.shocks["tom_job"], losses=(without,))
    bare = replace(state.world, shocks={**state.world.shocks, "tom_job": shock})
    less = outlook(replace(state, world=bare))
    assert [a - b for a, b in zip(line.accounts[:3], less.accounts[:3], strict=True)] == [0, 150300, 150300]


def test_the_line_counts_the_half_of_a_joint_loan_that_the_other_pays() -> None:
    state = next(s for s in game("separation") if joint_halves(s))
    halves = sum(cents for _, cents in joint_halves(state))
    alone = replace(state, flags=state.flags | {ALONE})
    line, less = outlook(state), outlook(alone)
    assert line.pace - less.pace == halves > 0
    assert line.accounts[1] - less.accounts[1] == halves


def test_the_half_of_the_account_that_moves_out_is_told() -> None:
    end = game("separation")[-1]
    found = moved(end, SHOCK_MONTH + 1)
    assert "moved.parted" in [line.name.id for line in found.went]
    came, went, debts = (sum(line.cents for line in lines) for lines in (found.came, found.went, found.debts))
    assert came - went + debts == end.rows[SHOCK_MONTH + 1].account - end.rows[SHOCK_MONTH].account


def test_money_from_the_savings_comes_in() -> None:
    end = game("separation")[-1]
    found = [moved(end, month) for month in range(len(end.rows))]
    assert any(line.name.id == "moved.from_savings" for one in found for line in one.came)
    assert all(line.cents > 0 for one in found for line in one.went if line.name.id == "moved.savings")


def test_the_adviser_can_be_rung_from_a_letter_after_which_the_month_ran_on() -> None:
    states = game("separation")
    late = next(place for place, state in enumerate(states) if "separation" in state.happened)
    pages = between(states[late - 1], states[late])
    letter = next(page for page in pages if isinstance(page, ShockPage))
    assert states[late].month > SHOCK_MONTH and letter.call == Give("adviser", CALL)

"""What the window shows between two answers: the page of each question, and the pages on the way to it.

Everything here is a pure function of one or two states. The title lies at the bottom of the stack, on
it the page of the question, and over that what happened since the last answer, the first thing on top;
each of these pages is taken away by its own button.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine import play
from game.explain.arrived import answered, heard
from game.explain.blow import blow
from game.explain.closed import AT_MOST, closed, quiet, was_quiet
from game.explain.desk import family
from game.explain.moved import moved
from game.explain.post import CALL, post, telephone
from game.explain.timeline import timeline
from game.model.game import Question
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Month
from game.session.table import Table
from game.ui.screen import Give, Move, Open, Pop, Replace, Screen
from game.ui.screens.adviser import adviser_page
from game.ui.screens.call import CallPage
from game.ui.screens.close import Close
from game.ui.screens.close_quiet import QuietMonths
from game.ui.screens.end import End
from game.ui.screens.mail import Mail
from game.ui.screens.month import month_screen
from game.ui.screens.news import News
from game.ui.screens.plan import PlanPage, plan_page
from game.ui.screens.shock import ShockPage
from game.ui.screens.triage import triage_page

TALK = "call.adviser"
STANDING = ("plan.", "debit.", "mail.", "withdraw.", CALL)


def seat(table: Table, before: State | None = None) -> Screen:
    """The page that lies on the title: the question's, or the end's. `before`: the game one answer earlier."""
    state = table.state
    if table.trial and table.over:
        return trial_end(state)
    return screen_for(state, before)


def screen_for(state: State, before: State | None = None) -> Screen:
    """The page of the question on the table, or of the end."""
    asked = play.question(state)
    if asked is None:
        return end_page(state, None)
    if asked.kind == "triage":
        return triage_page(state, asked)
    if asked.kind == "shock":
        return _shock_asked(state, asked)
    if asked.id.partition("#")[0] == TALK:
        return adviser_page(state, asked)
    if asked.kind == "call":
        return CallPage(asked)
    return month_screen(state, before)


def between(before: State | None, after: State) -> tuple[Screen, ...]:
    """The pages on the way from one question to the next, what comes first first.

    Each closed month has its page; months in which nothing was asked pass together. A shock and news
    come before the page of their own month.
    """
    pages = list(_call(before, after)) if before else []
    first = before.month if before else -1
    calm: list[Month] = []
    for month in range(len(before.rows) if before else 0, len(after.rows)):
        began = month > first
        if began and was_quiet(after, month):
            calm.append(month)
            continue
        pages += _calm(after, calm)
        calm = []
        if began:
            pages += _begins(after, month)
        known = after.rows[month].news if began or before is None else before.said
        pages.append(close_page(after, month, Pop(), known))
    pages += _calm(after, calm)
    if not after.over and after.month > first:
        pages += _begins(after, after.month)
    elif before and after.month == first:
        pages += _news(after, after.month, tuple(text for text in after.said if text not in before.said))
    return tuple(pages)


def opened(name: str, state: State) -> Screen | None:
    """One of the table's own pages by name, over the question; None when there is nothing to show."""
    if name == "mail":
        pieces = post(state)
        return Mail(pieces) if pieces else None
    if name == "call":
        asked = telephone(state)
        return CallPage(asked) if asked else None
    if name == "plan" and not state.triage and not state.over:
        return plan_page(state)
    return None


def again(screen: Screen, state: State) -> Screen | None:
    """A page that lay over the question, after an answer that was given on it; None: it is done with."""
    if isinstance(screen, Mail):
        pieces = post(state)
        return Mail(pieces, min(screen.index, len(pieces) - 1)) if pieces else None
    if isinstance(screen, ShockPage):
        return replace(screen, call=_adviser_call(state))
    if isinstance(screen, PlanPage):
        return plan_page(state)
    if isinstance(screen, CallPage):
        return None
    return screen


def is_standing(question: str) -> bool:
    """Whether an answer belongs to a question that is open beside the one on the table."""
    return question.startswith(STANDING)


def call_answer(before: State, after: State) -> tuple[Screen, ...]:
    """What somebody said who was called by the last answer."""
    return tuple(_call(before, after))


def close_page(state: State, month: Month, onward: Move, known: tuple[Message, ...] = ()) -> Close:
    """The page of one closed month."""
    photo = family(state, month)
    return Close(
        closed(state, month, known),
        moved(state, month),
        photo.picture,
        photo.names,
        onward,
        last=bool(state.over) and month == len(state.rows) - 1,
    )


def trial_end(state: State) -> Screen:
    """The trial month is closed: what it changed, and that all of it is taken back."""
    page = close_page(state, state.rows[-1].month, Open("trial.end"))
    return replace(page, trial=message("trial.over"))


def end_page(state: State, twin: State | None, at: Month = -1) -> End:
    """The end of a game, with the calm line once there is one."""
    stage = state.rows[-1].stage if state.rows else "stable"
    return End(timeline(state, twin), stage, state.world.settings, at)


def _call(before: State, after: State) -> list[Screen]:
    said = answered(before, after)
    if said is None:
        return []
    who, words = said
    return [News(message("news.call", who=who), (words,), Pop())]


def _calm(state: State, months: list[Month]) -> list[Screen]:
    """Quiet months in as few pages as there may be."""
    pages: list[Screen] = []
    for start in range(0, len(months), AT_MOST):
        some = months[start : start + AT_MOST]
        photo = family(state, some[-1])
        pages.append(
            QuietMonths(
                quiet(state, some[0], some[-1]),
                photo.picture,
                photo.names,
                Pop(),
                _singly(state, some),
                last=bool(state.over) and some[-1] == len(state.rows) - 1,
            )
        )
    return pages


def _singly(state: State, months: list[Month]) -> Move:
    """The same months one by one: each page becomes the next one."""
    move: Move = Pop()
    for month in reversed(months):
        move = Replace(close_page(state, month, move))
    return move


def _begins(state: State, month: Month) -> list[Screen]:
    """What a month brings by itself: its shock, unless a question shows it, and its news."""
    pages: list[Screen] = []
    asked = play.question(state)
    for name, when in state.happened.items():
        shown = asked is not None and month == state.month and asked.id.partition("#")[0] == f"shock.{name}"
        if when == month and not shown:
            pages.append(ShockPage(blow(state, name), None, Pop(), _adviser_call(state)))
    return [*pages, *_news(state, month, state.said if month == state.month else state.rows[month].news)]


def _news(state: State, month: Month, told: tuple[Message, ...]) -> list[Screen]:
    return [News(message("news.month", month_year=month), heard(state, month, told), Pop())] if told else []


def _shock_asked(state: State, asked: Question) -> ShockPage:
    name = asked.id.partition("#")[0].removeprefix("shock.")
    return ShockPage(blow(state, name), asked, None, _adviser_call(state))


def _adviser_call(state: State) -> Move | None:
    """Ring the adviser from the letter, where that is possible now."""
    asked = next((one for one in play.standing(state) if one.id == CALL), None)
    if asked is None or all(option.id != "adviser" for option in asked.options):
        return None
    return Give("adviser", CALL)

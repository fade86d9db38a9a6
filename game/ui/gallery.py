"""Every screen by name, for `dilemme shot`, for the layout checks and for pictures in the README.

To add one: write a function that makes the screen from the content and, where it needs one, a state,
and name it in `GALLERY`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine import play
from game.engine.policies import choose
from game.explain.arrived import heard
from game.explain.blow import blow
from game.explain.closed import pleasure, quiet
from game.explain.desk import desk
from game.explain.moved import moved
from game.explain.outlook import outlook
from game.explain.post import post
from game.explain.twin import without_shocks
from game.model.content import Content
from game.model.game import Letter, Settings
from game.model.message import message
from game.model.state import State
from game.ui.flow import close_page, end_page, screen_for, trial_end
from game.ui.gallery_debrief import debrief_pages
from game.ui.screen import Open, Pop, Screen
from game.ui.screens.adviser import adviser_page
from game.ui.screens.call import CallPage
from game.ui.screens.close_quiet import QuietMonths
from game.ui.screens.help import HelpPage
from game.ui.screens.leave import Leave
from game.ui.screens.mail import Mail
from game.ui.screens.month import month_screen
from game.ui.screens.month_again import MonthAgain
from game.ui.screens.month_more import Ahead, Debts
from game.ui.screens.news import News
from game.ui.screens.notice import Notice
from game.ui.screens.opening import Opening, Trial
from game.ui.screens.parts import Parts
from game.ui.screens.plan import plan_page
from game.ui.screens.settings import SettingsPage
from game.ui.screens.setup import Setup
from game.ui.screens.shock import ShockPage
from game.ui.screens.title import Saved, Title
from game.ui.screens.triage import triage_page

Maker = Callable[[Content, State | None], Screen]


def _title(content: Content, state: State | None) -> Screen:
    if state is None:
        return Title()
    household = content.households[state.world.household.id]
    return Title(Saved("", message(household.title), state.month))


def _setup(content: Content, state: State | None) -> Screen:
    del state
    ids = list(content.households)
    return Setup(content, chosen=ids.index("weber") if "weber" in ids else 0, number=4711)


def _opening(content: Content, state: State | None) -> Screen:
    del content, state
    sentence = "This is about an invented household, not about anybody here. Whoever likes may just watch."
    return Opening(tuple((language, sentence) for language in ("lb", "fr", "de", "en")), Open("setup"))


def asked(content: Content, state: State | None, kind: str) -> State:
    """The first month, from `state` on or in new games, with a question of this kind. LookupError if none comes."""
    household = "weber" if "weber" in content.households else next(iter(content.households))
    begun = [state] if state else []
    games = (play.new_game(content, household, seed, 24) for seed in _SEEDS)
    for start in (*begun, *games):
        for policy in _POLICIES:
            if found := _reached(start, kind, policy):
                return found
    raise LookupError(f"no {kind} comes in {len(_SEEDS)} games of {household}")


_SEEDS = range(4711, 4741)
_POLICIES = ("minimum", "loudest", "random")


def _reached(state: State, kind: str, policy: str) -> State | None:
    while (found := play.question(state)) is not None:
        if found.kind == kind:
            return state
        state = play.answer(state, choose(state, policy))
    return None


def _month(kind: str) -> Maker:
    return lambda content, state: month_screen(asked(content, state, kind))


def _trial_month(content: Content, state: State | None) -> Screen:
    household = state.world.household.id if state else "weber"
    return month_screen(play.new_game(content, household, 1, 24, Settings(trial=True)))


def _debts(content: Content, state: State | None) -> Screen:
    return Debts(desk(asked(content, state, "platform")))


def _ahead(content: Content, state: State | None) -> Screen:
    return Ahead(outlook(asked(content, state, "platform")))


def _triage(content: Content, state: State | None, given: int = 0) -> Screen:
    """The first tight month; with `given` answers, the first bill that may wait and envelopes."""
    state = asked(content, state, "triage")
    for _ in range(given):
        options = play.question(state)
        names = [option.id for option in options.options] if options and options.kind == "triage" else []
        wanted = [name for name in names if name.startswith(("half.", "tighten."))]
        state = play.answer(state, wanted[0]) if wanted else state
    found = play.question(state)
    assert found is not None
    return triage_page(state, found)


def _call(content: Content, state: State | None) -> Screen:
    found = play.question(asked(content, state, "call"))
    assert found is not None
    return CallPage(found)


def _adviser(content: Content, state: State | None) -> Screen:
    """Whoever is not in a talk with her calls her at the next chance."""
    state = asked(content, state, "call")
    while (found := play.question(state)) is not None and not found.id.startswith("call.adviser"):
        can_call = found.kind == "call" and any(option.id == "adviser" for option in found.options)
        state = play.answer(state, "adviser" if can_call else choose(state, "minimum"))
    assert found is not None
    return adviser_page(state, found)


def _plan(content: Content, state: State | None) -> Screen:
    state = asked(content, state, "dilemma")
    for change in ("plan.clothes:tight", "plan.leisure:tight"):
        name, _, level = change.partition(":")
        if any(q.id == name and q.chosen != level for q in play.standing(state)):
            state = play.answer(state, change)
    return plan_page(state)


def _played(content: Content, state: State | None, policy: str, wanted: Callable[[State], bool]) -> State:
    """The first moment of a game that is as wanted, from `state` on or in new games; the last end if none is."""
    household = "weber" if "weber" in content.households else next(iter(content.households))
    begun = [state] if state else []
    found = None
    for found in (*begun, *(play.new_game(content, household, seed, 24) for seed in _SEEDS)):
        while not wanted(found) and not found.over:
            found = play.answer(found, choose(found, policy))
        if wanted(found):
            break
    assert found is not None
    return found


def _close(policy: str, wanted: Callable[[State], bool]) -> Maker:
    def make(content: Content, state: State | None) -> Screen:
        state = _played(content, state, policy, lambda now: bool(now.rows) and wanted(now))
        return close_page(state, len(state.rows) - 1, Pop())

    return make


def _close_trial(content: Content, state: State | None) -> Screen:
    state = play.new_game(content, state.world.household.id if state else "weber", 1, 24, Settings(trial=True))
    while not state.rows:
        state = play.answer(state, choose(state, "careful"))
    return trial_end(state)


def _close_quiet(content: Content, state: State | None) -> Screen:
    """Three months as if nothing had been asked in them."""
    state = _played(content, state, "careful", lambda now: len(now.rows) > 9)
    last = len(state.rows) - 1
    household = state.world.household
    together = quiet(state, max(0, last - 2), last)
    return QuietMonths(together, household.picture, message(household.names or household.title), Pop(), Pop())


def _month_again(content: Content, state: State | None) -> Screen:
    state = _played(content, state, "careful", lambda now: len(now.rows) > 8)
    return MonthAgain(moved(state, len(state.rows) - 1))


def _shock(content: Content, state: State | None) -> Screen:
    return screen_for(asked(content, state, "shock"))


def _shock_told(content: Content, state: State | None) -> Screen:
    """A shock with nothing to claim on its letter."""

    def told(now: State) -> bool:
        return any(not now.world.shocks[name].rights for name in now.happened)

    state = _played(content, state, "careful", told)
    name = next(name for name in state.happened if not state.world.shocks[name].rights)
    return ShockPage(blow(state, name), None, Pop())


def _news(content: Content, state: State | None) -> Screen:
    state = _played(content, state, "careful", lambda now: any(one.id == "said.work_found" for one in now.said))
    return News(message("news.month", month_year=state.month), heard(state, state.month, state.said), Pop())


def _mail(policy: str, wanted: Callable[[Letter], bool]) -> Maker:
    def make(content: Content, state: State | None) -> Screen:
        return Mail(post(_played(content, state, policy, lambda now: len(now.mail) > 1 and any(map(wanted, now.mail)))))

    return make


def _end(content: Content, state: State | None, policy: str = "minimum", drawn: bool = True) -> Screen:
    state = _played(content, state, policy, lambda now: bool(now.over))
    return end_page(state, without_shocks(state) if drawn else None)


GALLERY: dict[str, Maker] = {
    "title": _title,
    "setup": _setup,
    "settings": lambda _content, _state: SettingsPage(playing=True),
    "leave": lambda content, _state: Leave(content.help.offices),
    "help": lambda content, _state: HelpPage(content.help),
    "goodbye": lambda content, _state: HelpPage(content.help, goodbye=True),
    "opening": _opening,
    "trial": lambda _content, _state: Trial(Open("setup"), Open("setup")),
    "notice": lambda _content, _state: Notice((message("trial.over"), message("save.full"))),
    "month": _month("dilemma"),
    "month_joy": _month("joy"),
    "month_offer": _month("offer"),
    "month_platform": _month("platform"),
    "month_order": _month("order"),
    "month_trial": _trial_month,
    "month_debts": _debts,
    "month_ahead": _ahead,
    "triage": _triage,
    "triage_half": lambda content, state: _triage(content, state, 3),
    "call": _call,
    "adviser": _adviser,
    "plan": _plan,
    "close": _close("careful", lambda now: now.rows[-1].month == 5),
    "close_joy": _close("careful", lambda now: pleasure(now, now.rows[-1].month) is not None),
    "close_letter": _close("loudest", lambda now: any(not letter.opened for letter in now.mail)),
    "close_help": _close("minimum", lambda now: now.rows[-1].stage == "over_indebted"),
    "close_trial": _close_trial,
    "close_quiet": _close_quiet,
    "month_again": _month_again,
    "shock": _shock,
    "shock_told": _shock_told,
    "news": _news,
    "mail": _mail("loudest", lambda letter: letter.level == "brick" and letter.opened and bool(letter.fee)),
    "mail_closed": _mail("random", lambda letter: not letter.opened),
    "mail_later": _mail("careful", lambda letter: letter.id.startswith("later.")),
    "end": _end,
    "end_careful": lambda content, state: _end(content, state, "careful"),
    "end_drawing": lambda content, state: _end(content, state, "loudest", drawn=False),
    "parts": lambda _content, _state: Parts(),
} | debrief_pages()

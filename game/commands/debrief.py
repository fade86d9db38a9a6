"""`dilemme debrief SAVE`: why a game came so. The JSON is a contract: other tools read it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator

from game.commands.language import system_language
from game.commands.loading import folders, playable_content
from game.commands.wrong import FOUND, Wrong
from game.explain.debrief import Best, Causes, Debrief, Dial, Lever, Marks, Page, Traced
from game.explain.work import debrief
from game.i18n.speech import Speech, speech
from game.model.content import Content
from game.model.message import Message
from game.model.state import State
from game.paths import data_folder
from game.session.journal import SaveError
from game.session.table import look


def run(options: Namespace) -> int:
    """Work it out and print it; 0 however the household fared."""
    content = playable_content(options)
    language = options.lang or ("en" if options.json else system_language())
    voice = speech(language, content.texts, data_folder("locales"), folders(options).cache)
    state = state_of(options, content, voice)
    if not state.rows:
        raise Wrong(f"{options.save}: no month of this game is closed yet", FOUND)
    told = debrief(state)
    if options.json:
        print(json.dumps(summary(told)))
    else:
        household = state.world.household
        print("\n".join(lines(told, voice.starting(household.start_year, household.start_month))))
    return 0


def summary(told: Debrief) -> dict[str, object]:
    """The debrief as the object that `--json` prints: cents, months counted from 1."""
    return {
        "stages": list(told.stages),
        "marks": _marks(told.marks),
        "hopeless": bool(told.hopeless),
        "value": _value(told),
        "attribution": _attribution(told.causes),
        "tracing": _tracing(told.traced),
        "twins": {twin.id: list(twin.owed) for twin in told.twins if twin.id != "played"},
        "levers": [_lever(lever) for lever in told.levers.shown] if told.levers else [],
        "luck": [dot.owed for dot in told.luck],
        "dials": {dial.id: _dial(dial) for dial in told.dials},
        "pages": [_page(page) for page in told.pages],
    }


def lines(told: Debrief, voice: Speech) -> Iterator[str]:
    """Every page with its headline and what was found."""
    for page in told.pages:
        yield voice.say(page.headline)
        for finding in page.findings:
            yield f"  {voice.say(finding.message)}"


def state_of(options: Namespace, content: Content, voice: Speech) -> State:
    """The state of the save that was named. Wrong when it cannot be opened."""
    try:
        return look(content, options.save).state
    except SaveError as error:
        raise Wrong(voice.say(error.message), FOUND) from error


def _month(month: int | None) -> int | None:
    return None if month is None else month + 1


def _marks(marks: Marks) -> dict[str, object]:
    found = marks.exit
    return {
        "tipping": _month(marks.tipping),
        "last_exit": {"month": found.month + 1, "lever": found.lever} if found else None,
        "no_return": _month(marks.no_return),
    }


def _value(told: Debrief) -> dict[str, object]:
    careful = told.twin("careful")
    return {
        "played": told.causes.played if told.causes else 0,
        "calm": told.causes.calm if told.causes else 0,
        "careful": careful.value if careful else 0,
        "best": _best(told.best),
    }


def _best(best: Best | None) -> dict[str, object]:
    return {"value": best.value, "proven": best.proven} if best else {"value": 0, "proven": False}


def _attribution(causes: Causes | None) -> dict[str, object]:
    if causes is None:
        return {"causes": {}, "groups": {}}
    return {
        "causes": {share.id: share.cents for share in causes.shares},
        "groups": {share.id: share.cents for share in causes.groups},
    }


def _tracing(traced: Traced | None) -> dict[str, object]:
    if traced is None:
        return {}
    return {
        "owed": {flow.id: flow.owed for flow in traced.owed},
        "paid": {"principal": traced.principal, "interest": traced.interest, "fees": traced.fees},
        "coins": dict(traced.coins),
        "interest_on_interest": list(traced.on_interest),
    }


def _lever(lever: Lever) -> dict[str, object]:
    return {"levers": list(lever.levers), "month": lever.month + 1, "gain": lever.gain}


def _dial(dial: Dial) -> dict[str, object]:
    return {"number": dial.number, "colour": dial.colour, "careful": dial.careful}


def _page(page: Page) -> dict[str, object]:
    told = [_message(page.headline), *(_message(finding.message) for finding in page.findings)]
    return {"id": page.id, "findings": told}


def _message(message: Message) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in message.values:
        if isinstance(value, Message):
            values[name] = _message(value)
        elif name.partition("_")[0] == "month" and isinstance(value, int):
            values[name] = value + 1
        else:
            values[name] = value
    return {"message": message.id, "values": values}

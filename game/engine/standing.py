"""Questions that are open beside the one on the table: plan, debits, mail, the telephone, giving back a loan."""

from __future__ import annotations

from game.engine.advice import open_letters
from game.engine.calls import NOBODY, longer, make_call, reachable
from game.engine.effects import feel
from game.engine.living import envelope_cost, known_envelopes, level_of, worth
from game.engine.posting import CURRENT, owed, post
from game.engine.rights import first_payment_month
from game.engine.triage import reckon
from game.model.game import Option, Question
from game.model.household import LEVELS
from game.model.message import Message, message
from game.model.state import State
from game.model.units import Cents

SPARES = ("keep", "arrears", "dearest", "savings")


def right_option(state: State, name: str) -> Option:
    """A right that can be claimed: what it brings, from when, its papers and its last day."""
    right = state.world.rights[name]
    known = state.rights.get(name)
    monthly, once = worth(state, right.monthly), worth(state, right.once)
    begins = first_payment_month(state, name)
    notes: list[Message] = []
    if monthly:
        notes.append(message("right.monthly", amount=monthly, month=begins))
    if once:
        notes.append(message("right.once", amount=once, month=begins))
    if not monthly and not once:
        notes.append(Message(right.text))
    if right.papers:
        notes.append(message("price.half_days", n=right.papers))
    last = known.opened + right.deadline if known and right.deadline else None
    return Option(
        f"right.{name}",
        Message(right.title),
        tuple(notes),
        gain=once,
        gain_monthly=monthly,
        gain_months=right.months,
        time=right.papers,
        call=True,
        group="right",
        icon=right.icon,
        last_month=last,
    )


def call_options(state: State) -> tuple[Option, ...]:
    """Who can be called, and nobody."""
    options: list[Option] = []
    for name, call in reachable(state):
        kind, _, what = name.partition(".")
        if kind == "right":
            options.append(right_option(state, what))
            continue
        notes = [Message(call.text)]
        if kind == "longer":
            months, instalment = longer(state, state.lines[what])
            so_far = message("call.so_far", exact=state.lines[what].instalment)
            notes = [message("call.longer", debt=Message(state.lines[what].name)), _loan(months, instalment), so_far]
        chance = message(f"call.{call.likely}") if call.likely and not call.free else None
        if call.free:
            notes.append(message("call.free"))
        options.append(
            Option(
                name,
                Message(call.title),
                tuple(notes),
                call=True,
                chance=chance,
                group="free" if call.free else "",
                icon=call.icon,
                face=call.face,
            )
        )
    options.append(Option(NOBODY, message("call.nobody"), (message("call.nobody_note"),), icon="icon_phone"))
    return tuple(options)


def _loan(months: int, instalment: Cents) -> Message:
    return message("price.loan", count=months, exact=instalment, amount=months * instalment)


def standing_questions(state: State) -> tuple[Question, ...]:
    """Everything that may be changed at any moment of the month; while bills are sorted, the call and the mail."""
    if state.over:
        return ()
    return tuple(question for kind, build in BUILD.items() if not _shut(state, kind) for question in build(state))


def _shut(state: State, kind: str) -> bool:
    return state.triage is not None and kind not in IN_TRIAGE


def _question(state: State, kind: str, what: str, options: list[Option], chosen: str, about: str) -> Question:
    name = f"{kind}.{what}"
    return Question(
        name,
        state.month,
        kind,
        Message(f"standing.{kind}"),
        Message(f"standing.{kind}"),
        tuple(options),
        about=about,
        chosen=chosen,
    )


def _plan(state: State) -> list[Question]:
    questions: list[Question] = []
    for envelope in known_envelopes(state):
        options = [
            Option(level, message(f"level.{level}"), monthly=envelope_cost(state, envelope, level)) for level in LEVELS
        ]
        questions.append(_question(state, "plan", envelope.id, options, level_of(state, envelope.id), "spend"))
    spare = [Option(name, message(f"spare.{name}")) for name in SPARES]
    questions.append(_question(state, "plan", "spare", spare, state.spare, "spend"))
    return questions


def debit_keys(state: State) -> list[str]:
    """Creditors that may take their money by direct debit."""
    keys = [bill.creditor for bill in state.world.household.bills]
    keys += [envelope.creditor for envelope in state.world.household.envelopes if envelope.creditor]
    keys += [line.id for line in state.lines.values() if line.kind not in ("family", "overdraft")]
    return list(dict.fromkeys(keys))


def debit_on(state: State, key: str) -> bool:
    """Whether this creditor takes its money by itself."""
    written = next((bill.debit for bill in state.world.household.bills if bill.creditor == key), True)
    return state.debits.get(key, written)


def _debits(state: State) -> list[Question]:
    on_off = [Option("on", message("debit.on")), Option("off", message("debit.off"))]
    return [
        _question(state, "debit", key, on_off, "on" if debit_on(state, key) else "off", "spend")
        for key in debit_keys(state)
    ]


def _mail(state: State) -> list[Question]:
    closed = sum(not letter.opened for letter in state.mail)
    if not closed:
        return []
    options = [Option("all", message("mail.open_all")), Option("leave", message("mail.leave"))]
    return [_question(state, "mail", "open", options, "leave", "late")]


def _withdraw(state: State) -> list[Question]:
    options = [Option("back", message("withdraw.back")), Option("keep", message("withdraw.keep"))]
    return [
        _question(state, "withdraw", line.id, options, "keep", "credit")
        for line in state.lines.values()
        if line.cash and line.kind == "loan" and state.balance.get(CURRENT, 0) >= line.cash
    ]


def _call(state: State) -> list[Question]:
    if state.call_used or (state.queue and state.queue[0][0] == "call"):
        return []
    return [_question(state, "call", "any", list(call_options(state)), NOBODY, "late")]


def _open(state: State, kind: str, name: str, value: str) -> bool:
    """Whether this standing question is open and offers this."""
    if state.over or kind not in BUILD or _shut(state, kind):
        return False
    if name == "plan.spare":
        return value in SPARES
    if kind == "plan":
        envelopes = (envelope.id for envelope in state.world.household.envelopes)
        return value in LEVELS and name.removeprefix("plan.") in envelopes
    asked = next((question for question in BUILD[kind](state) if question.id == name), None)
    return asked is not None and any(value == option.id for option in asked.options)


IN_TRIAGE = ("mail", "call")
BUILD = {"plan": _plan, "debit": _debits, "mail": _mail, "withdraw": _withdraw, "call": _call}


def change(state: State, option: str) -> None:
    """Answer a standing question: `plan.leisure:tight`. ValueError if it is not open or not offered."""
    name, _, value = option.partition(":")
    kind, _, what = name.partition(".")
    if not _open(state, kind, name, value):
        raise ValueError(f"{option} is not open in month {state.month + 1}")
    if kind == "plan" and what == "spare":
        state.spare = value
    elif kind == "plan":
        if state.levels.get(what, "normal") != value:
            state.played[f"plan.{what}"] = state.month
        state.levels[what] = value
    elif kind == "debit":
        state.debits[what] = value == "on"
    elif kind == "mail" and value == "all":
        open_letters(state)
        feel(state, morale=state.world.figures["mail_opened"])
    elif kind == "withdraw" and value == "back":
        _give_back(state, what)
    elif kind == "call" and value != NOBODY:
        make_call(state, value)
        reckon(state)


def _give_back(state: State, key: str) -> None:
    line = state.lines[key]
    post(state, ("answer", f"withdraw.{key}"), f"debt:{key}", CURRENT, owed(state, f"debt:{key}"))
    state.borrowed -= line.cash
    del state.lines[key]

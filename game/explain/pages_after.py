"""The pages of causes, what if, luck, signs and doors, own life and help, in words."""

from __future__ import annotations

from collections.abc import Callable

from game.explain.debrief import Debrief, Finding, Share
from game.explain.telling import Told, found, lasting, no_return
from game.model.game import STAGES
from game.model.message import Message, message
from game.model.state import State

LIMITS = ("estimates", "year", "months", "people", "answers", "adviser", "hindsight", "seven_years")
MANY_SIGNS = 3
BUFFERS = {0: "none", 1: "one", 3: "three"}


def _waterfall(debrief: Debrief, _: State) -> Told | None:
    causes = debrief.causes
    if causes is None:
        return None
    weighed = [share for share in causes.shares if share.cents]
    if not weighed:
        return message("explain.waterfall.headline_none"), [found("explain.waterfall.calm")]
    whole = causes.played - causes.calm
    most = max(weighed, key=lambda share: abs(share.cents))
    findings = [
        found("explain.waterfall.share", signed=most.cents),
        found("explain.waterfall.whole", signed=whole),
        found("explain.waterfall.joint"),
        found("explain.waterfall.calm"),
    ]
    groups = {share.id: share.cents for share in causes.groups}
    if whole > 0 and 2 * groups["luck"] > whole:
        findings.append(found("explain.waterfall.luck", picture="icon_shock"))
    if groups["rights"] > 0 and groups["rights"] > groups["choices"]:
        findings.append(found("explain.waterfall.rights", picture="icon_check"))
    helped = [share for share in weighed if share.cents < 0 and share is not most]
    findings += [found("explain.waterfall.helped", cause=share.name) for share in helped[:2]]
    return message("explain.waterfall.headline", cause=most.name), findings


def _flows(debrief: Debrief, state: State) -> Told | None:
    traced = debrief.traced
    if traced is None:
        return None
    repaid = found("explain.flows.repaid", amount=traced.principal)
    if not traced.owed:
        return message("explain.flows.headline_none"), [repaid, found("explain.flows.bookkeeping")]
    largest = traced.owed[0]
    return message("explain.flows.headline", amount=state.rows[-1].debt), [
        found("explain.flows.largest", cause=largest.name),
        found("explain.flows.part", amount=largest.owed),
        repaid,
        found("explain.flows.bookkeeping"),
    ]


def _levers(debrief: Debrief, _: State) -> Told | None:
    levers = debrief.levers
    if levers is None:
        return None
    if not levers.shown:
        return message("explain.levers.headline_none"), [lasting()]
    findings: list[Finding] = []
    for lever in levers.shown:
        if lever.role == "morale":
            findings.append(found("explain.levers.morale", lever=lever.names[0]))
            continue
        findings += [
            Finding(message("explain.levers.step", month_year=lever.month, lever=name), lever.month)
            for name in lever.names
        ]
        findings.append(found("explain.levers.gain", amount=lever.gain))
        findings.append(Finding(lever.effort, lever.month))
    if debrief.best:
        gain = debrief.best.value
        played = debrief.twin("played")
        if played and played.value > gain:
            findings.append(found("explain.levers.best", amount=played.value - gain))
    best = levers.shown[0]
    single = best.role == "best"
    headline = "explain.levers.headline" if single else "explain.levers.headline_set"
    return message(headline, amount=best.gain), [*findings, lasting()]


def _buffers(debrief: Debrief, _: State) -> Told | None:
    if not debrief.buffers:
        return None
    findings: list[Finding] = []
    for run in debrief.buffers:
        findings.append(found(f"explain.buffers.{BUFFERS[run.buffer]}", amount=run.owed[-1]))
        findings.append(found("explain.buffers.least", amount=min(run.own)))
    return message("explain.buffers.headline"), findings


def _luck(debrief: Debrief, _: State) -> Told | None:
    if not debrief.luck:
        return None
    mine = STAGES.index(debrief.stages[-1])
    gentler = sum(STAGES.index(dot.stage) < mine for dot in debrief.luck)
    harder = sum(STAGES.index(dot.stage) > mine for dot in debrief.luck)
    return message("explain.luck.headline", count=gentler), [
        found("explain.luck.harder", count=harder),
        found("explain.luck.played", count=len(debrief.luck)),
        found("explain.luck.kept"),
    ]


def _doors(debrief: Debrief, state: State) -> Told | None:
    levers, marks = debrief.levers, debrief.marks
    if levers is None:
        return None
    findings = _signs(debrief)
    if marks.exit:
        step = message(f"explain.lever.{marks.exit.lever}")
        findings.append(
            Finding(message("explain.doors.exit", month_year=marks.exit.month), marks.exit.month, "icon_exit")
        )
        findings.append(found("explain.doors.exit_step", lever=step))
    findings += no_return(debrief)
    if marks.adviser is not None:
        month = marks.adviser
        findings.append(Finding(message("explain.twin.adviser", month_year=month), month, "icon_phone"))
    findings += _asked(debrief, state)
    hard = debrief.stages[-1] in ("spiral", "over_indebted")
    if hard and not marks.exit and any(lever.clear for lever in levers.sets):
        findings.append(found("explain.doors.sets"))
    return _doors_headline(debrief, hard), [*findings, lasting()]


def _doors_headline(debrief: Debrief, hard: bool) -> Message:
    if debrief.marks.exit:
        return message("explain.doors.headline_exit", month_year=debrief.marks.exit.month)
    if hard:
        return message("explain.doors.headline_no_exit")
    late = debrief.stages[-1] == "stretched"
    return message("explain.doors.headline_late" if late else "explain.doors.headline_open")


def _signs(debrief: Debrief) -> list[Finding]:
    months = debrief.marks.months
    findings = []
    for least, name in ((1, "explain.doors.sign"), (MANY_SIGNS, "explain.doors.three_signs")):
        month = next((mark.month for mark in months if len(mark.signs) >= least), None)
        if month is not None:
            findings.append(Finding(message(name, month_year=month), month, "icon_wait", "amber"))
    if any(mark.treadmill for mark in months):
        findings.append(found("explain.doors.treadmill", tone="amber"))
    if any(mark.living_gap for mark in months):
        findings.append(found("explain.doors.living_gap", tone="amber"))
    if any(mark.rollover for mark in months):
        findings.append(found("explain.doors.rollover", tone="amber"))
    return findings


def _asked(debrief: Debrief, state: State) -> list[Finding]:
    """The first right that was asked for; else how many stood open."""
    if debrief.marks.asked:
        month, name = debrief.marks.asked[0]
        right = Message(state.world.rights[name].title)
        return [Finding(message("explain.twin.right", month_year=month, right=right), month, "icon_check")]
    missed = sum(known.status in ("open", "lost") for known in state.rights.values())
    return [found("explain.twin.rights_open", n=missed)] if missed else []


def _dials(debrief: Debrief, _: State) -> Told | None:
    if not debrief.dials:
        return None
    findings = [found("explain.dials.mark")]
    if debrief.causes:
        most = max(debrief.causes.groups, key=_size)
        if most.cents:
            findings.append(found("explain.dials.group", cause=most.name))
            findings.append(found("explain.dials.group_share", signed=most.cents))
    return message("explain.dials.headline"), findings


def _size(share: Share) -> int:
    return abs(share.cents)


def _own_life(_: Debrief, __: State) -> Told:
    return message("explain.own_life.headline"), []


def _help(_: Debrief, __: State) -> Told:
    return message("explain.help.headline"), [lasting()]


def _limits(_: Debrief, __: State) -> Told:
    return message("explain.limits.headline"), [found(f"explain.limits.{name}") for name in LIMITS]


AFTER: dict[str, Callable[[Debrief, State], Told | None]] = {
    "waterfall": _waterfall,
    "flows": _flows,
    "levers": _levers,
    "buffers": _buffers,
    "luck": _luck,
    "doors": _doors,
    "dials": _dials,
    "own_life": _own_life,
    "help": _help,
    "limits": _limits,
}

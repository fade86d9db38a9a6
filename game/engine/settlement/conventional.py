"""Phase 1 before the Mediation Committee: votes, the plan in force, the moratorium, failure (rows D32 to D52)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.settlement.claims import voting
from game.engine.settlement.limits import Limits, months_after
from game.engine.settlement.plan import (
    carried_out,
    fitted,
    fulfilled,
    last_day,
    made_good,
    month_of,
    months_used,
    most_months,
    rest_of,
    started,
)
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, stops
from game.engine.vote import count_vote
from game.model.settlement import Case, Happening, Plan


def passes_vote(case: Case, happening: Happening, limits: Limits, kind: str) -> bool:
    """Whether 60 % of the creditors who hold 60 % of the claims agree; who does not answer is silent.

    Silence of those who were duly informed is consent where the law says so: to a plan, not to a moratorium.
    """
    silence = limits.silent_counts_yes_plan if kind == "plan" else limits.silent_counts_yes_moratorium
    claims = voting(case)
    unheard = {claim.creditor for claim in claims if not claim.informed or claim.creditor in happening.not_informed}
    names = {claim.creditor for claim in claims}
    votes = {name: vote for name, vote in (happening.votes or {}).items() if name in names}
    return count_vote(
        {claim.creditor: claim.open for claim in claims},
        votes,
        kind="plan" if silence else "moratorium",
        not_informed=unheard,
        heads_share=limits.vote_heads_pct,
        amount_share=limits.vote_claims_pct,
    ).accepted


@guard("D41", "D42")
def creditors_accept_the_plan(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """60 % of the creditors who hold 60 % of the claims; silence of the informed is consent."""
    return PASSES if passes_vote(case, happening, limits, "plan") else stops("majority_missed")


@guard("D45")
def creditors_accept_the_moratorium(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """60 % of the creditors who hold 60 % of the claims; here silence is no consent."""
    return PASSES if passes_vote(case, happening, limits, "moratorium") else stops("majority_missed")


@guard("D41", "D42")
def count_says_yes_to_the_plan(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """The vote is told as passed: when its votes are told too, they must say so."""
    told = happening.votes is None or passes_vote(case, happening, limits, "plan")
    return PASSES if told else stops("majority_missed")


@guard("D45")
def count_says_yes_to_the_moratorium(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """The vote is told as passed: when its votes are told too, they must say so."""
    told = happening.votes is None or passes_vote(case, happening, limits, "moratorium")
    return PASSES if told else stops("majority_missed")


@guard("D41", "D42")
def count_says_no_to_the_plan(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """The vote is told as failed: when its votes are told too, they must say so."""
    reached = happening.votes is not None and passes_vote(case, happening, limits, "plan")
    return stops("majority_reached") if reached else PASSES


@guard("D45")
def count_says_no_to_the_moratorium(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """The vote is told as failed: when its votes are told too, they must say so."""
    reached = happening.votes is not None and passes_vote(case, happening, limits, "moratorium")
    return stops("majority_reached") if reached else PASSES


@guard("D48")
def no_plan_was_accepted(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """The limit is for the first plan: a vote on a change does not end a plan that was accepted in time."""
    return stops("plan_was_accepted") if "plan_start" in case.dates else PASSES


@guard()
def a_plan_is_running(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """A plan is in force: one that was accepted goes on while a change of it is voted on."""
    return PASSES if case.plan else stops("no_plan")


@guard("D44")
def moratorium_is_sensible_and_short(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """At most 1 year in all, and the income is expected back within it (the condition is a reading)."""
    if not happening.income_returns:
        return stops("income_does_not_return")
    months = happening.months or most_months("moratorium", limits) - case.moratorium_months
    too_long = months < 1 or case.moratorium_months + months > most_months("moratorium", limits)
    return stops("moratorium_too_long") if too_long else PASSES


@guard()
def is_the_last_missed_one(case: Case, _happening: Happening, limits: Limits) -> Verdict:
    """One instalment missed is a warning, the third ends the plan (a reading)."""
    return PASSES if case.missed + 1 >= limits.plan_missed_end else stops("only_a_warning")


@guard()
def something_is_missed(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """There is a missed instalment to make good."""
    return PASSES if case.missed else stops("nothing_missed")


@effect("D43")
def put_the_change(case: Case, happening: Happening, _limits: Limits) -> Case:
    """Something new has come: the plan goes back to the creditors, changed or as the rest of it stands."""
    if happening.plan or case.plan is None:
        return replace(case, proposal=happening.plan)
    return replace(case, proposal=rest_of(case.plan, months_used(case, happening)))


@effect()
def start_the_plan(case: Case, happening: Happening, limits: Limits) -> Case:
    """The accepted plan runs from today; a changed one no longer than the seven years that began with the first."""
    if case.proposal is None:
        return case
    plan = fitted(case.proposal, most_months("plan", limits) - months_used(case, happening))
    return started(case, plan, happening.day, last_day(plan, happening.day))


@effect()
def put_the_moratorium(case: Case, happening: Happening, limits: Limits) -> Case:
    """The Committee recommends a pause."""
    months = happening.months or most_months("moratorium", limits) - case.moratorium_months
    return replace(case, proposal=Plan("moratorium", months))


@effect("D46")
def start_the_moratorium(case: Case, happening: Happening, _limits: Limits) -> Case:
    """No debt is paid until it ends."""
    months = case.proposal.months if case.proposal else 0
    dates = {
        **case.dates,
        "moratorium_start": happening.day,
        "moratorium_end": months_after(happening.day, months),
    }
    used = case.moratorium_months + months
    return replace(case, plan=case.proposal, proposal=None, moratorium_months=used, dates=dates)


@effect()
def end_the_moratorium(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The limit of the first phase goes on counting where it stood (a reading)."""
    paused = (happening.day - case.dates["moratorium_start"]).days
    dates = {name: day for name, day in case.dates.items() if name not in ("moratorium_start", "moratorium_end")}
    return replace(case, plan=None, paused=case.paused + paused, dates=dates)


@effect("D47")
def begin_support(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """From the first day, social support and support with money management, each month."""
    return case


@effect()
def drop_the_proposal(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """Nothing is on the table any more."""
    return replace(case, proposal=None)


@effect()
def pay_the_instalment(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The month's instalment is shared as the plan says."""
    return carried_out(case, happening.cents, month_of(case, happening.day))


@effect()
def count_the_missed(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """A month without its instalment."""
    return replace(case, missed=case.missed + 1)


def is_warned(case: Case, limits: Limits) -> bool:
    """Whether so many instalments are missed that the Committee writes (a reading)."""
    return case.missed >= limits.plan_missed_warning


@effect()
def make_good(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """A missed instalment is paid after all."""
    return made_good(case)


@effect()
def close_the_plan(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The plan is over: paid as it says, cancelled as far as it says, missed instalments stay owed."""
    return dated(fulfilled(case), "closed", happening)


@effect()
def write_the_default_report(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The Committee puts the failure on record; it is published the same day when no other is told (a reading)."""
    dates = {**case.dates, "report_published": happening.dated or happening.day}
    return replace(case, dates=dates, plan=None, proposal=None)


@effect()
def publish_the_report(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The two months count from here."""
    return dated(case, "report_published", happening)


@effect("D49")
def end_the_protection(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """Garnishments, assignments and interest begin again."""
    return case


@effect("D51")
def lock_out(case: Case, happening: Happening, limits: Limits) -> Case:
    """No new settlement for two years, counted from the last day of the window (a reading)."""
    published = case.dates.get("report_published", happening.day)
    last = months_after(published, limits.petition2_window_months)
    return replace(case, dates={**case.dates, "lockout_from": last})


@effect("D52")
def open_the_door_again(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The two years are over."""
    return replace(case, dates={})

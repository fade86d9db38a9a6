"""Who may ask for a settlement, with which papers, and how it opens (rows D01 to D21)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.settlement.deadlines import lockout_over
from game.engine.settlement.limits import Limits, months_after
from game.engine.settlement.rule import PASSES, Verdict, dated, effect, guard, noted, passes, stops
from game.model.settlement import Case, Happening

PAPER_ROWS = {
    "identity": "D14",
    "budget": "D15",
    "register_removal": "D16",
    "bankruptcy_judgment": "D17",
    "all_documents": "D18",
}
BARS = ("organised_insolvency", "concealed_assets", "new_loan", "disposed_of_assets")  # D07 to D10


@guard(may=("D04",))
def is_a_person(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """A natural person: no company, no association."""
    return PASSES if case.debtor.natural_person else stops("legal_person", "D04")


@guard("D03")
def lives_here_and_cannot_pay(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """Domiciled in Luxembourg and clearly unable to meet all debts that are not of a business."""
    if not case.debtor.domiciled:
        return stops("not_domiciled")
    return PASSES if case.debtor.over_indebted else stops("not_over_indebted")


@guard(may=("D05", "D06"))
def is_no_trader_any_more(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """No trader; or one who stopped 6 months ago or went bankrupt, and is over-indebted on private debts alone."""
    debtor = case.debtor
    if not debtor.trader:
        return PASSES
    stopped = debtor.stopped_trading
    long_ago = bool(stopped and months_after(stopped, limits.trader_stop_months) <= happening.day)
    if not (long_ago or debtor.declared_bankrupt):
        return stops("stopped_too_recently" if stopped else "trader", "D05")
    return stops("business_debts", "D05", "D06") if debtor.business_over_indebted else passes("D06")


@guard(may=("D07", "D08"))
def played_no_foul(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """Has not organised the own insolvency, nor put assets away or tried to."""
    if case.debtor.organised_insolvency:
        return stops("organised_insolvency", "D07")
    return stops("concealed_assets", "D08") if case.debtor.concealed_assets else PASSES


@guard(may=("D07", "D08", "D09", "D10"))
def is_still_worthy(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """Since the application: no loan and no asset given away without consent, nothing put away."""
    found = next((breach for breach in case.breaches if breach.reason in BARS), None)
    return stops(found.reason, found.row) if found else PASSES


@guard("D52", may=("D51",))
def is_not_locked_out(case: Case, _happening: Happening, limits: Limits) -> Verdict:
    """No new settlement in the two years after a failed one without a petition."""
    return stops("lockout", "D51") if lockout_over(case, limits) else PASSES


@guard("D14", "D15", "D18", may=("D16", "D17"))
def all_papers_are_there(case: Case, happening: Happening, _limits: Limits) -> Verdict:
    """Identity, budget, what the adviser asks for; of a trader the removal from the register or the judgment."""
    papers = case.papers | set(happening.papers)
    if not papers:  # the event itself says that the last one is there
        return passes("D16", "D17") if case.debtor.trader else PASSES
    if not {"identity", "budget", "all_documents"} <= papers:
        return stops("papers_missing")
    if not case.debtor.trader:
        return PASSES
    shown = [PAPER_ROWS[paper] for paper in ("register_removal", "bankruptcy_judgment") if paper in papers]
    return passes(*shown) if shown else stops("trader_papers_missing", "D16", "D17")


@guard(may=("D16",))
def removal_is_old_enough(case: Case, happening: Happening, limits: Limits) -> Verdict:
    """The certificate of removal says a day at least 6 months before the application."""
    if "register_removal" not in happening.papers or happening.dated is None:
        return PASSES
    asked = case.dates.get("applied", happening.day)
    if months_after(happening.dated, limits.trader_stop_months) <= asked:
        return passes("D16")
    return stops("removed_too_recently", "D16")


@guard(may=("D27",))
def is_not_published_yet(case: Case, _happening: Happening, _limits: Limits) -> Verdict:
    """The notice stands in the register once."""
    return stops("published_already", "D27") if "published" in case.dates else PASSES


@effect("D01", "D02")
def explain(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The aim is said first: finances in order and a life in dignity; and the three phases in their order."""
    return case


@effect("D12")
def start_afresh(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The application goes to the Mediation Committee; an earlier attempt leaves nothing but its history."""
    fresh = Case(
        happening.day,
        case.debtor,
        case.claims,
        case.assets,
        case.income,
        case.protected,
        case.state,
        log=case.log,
        fired=case.fired,
    )
    return dated(fresh, "applied", happening)


@effect("D75")
def begin_good_conduct(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """From the application on, the duties of good conduct hold."""
    return case


@effect(may=tuple(PAPER_ROWS.values()))
def keep_papers(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The paper lies in the file."""
    rows = [PAPER_ROWS[paper] for paper in happening.papers]
    return noted(replace(case, papers=case.papers | set(happening.papers)), *rows)


@effect()
def count_as_filed(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The application counts from the day of its last paper."""
    return dated(replace(case, papers=case.papers | set(happening.papers)), "filed", happening)


@effect()
def keep_the_decision(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The six months of the first phase count from here."""
    return dated(case, "decided", happening)


@effect("D20")
def send_registered_letter(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The decision comes by registered mail."""
    return case


@effect("D30")
def publish(case: Case, happening: Happening, _limits: Limits) -> Case:
    """The notice stands in the register, creditors get the form for claims; nothing rests before tomorrow."""
    return dated(case, "published", happening)


@effect("D21", "D22", "D23", "D24", "D25", "D26")
def suspend(case: Case, _happening: Happening, _limits: Limits) -> Case:
    """The settlement is open: enforcement with its three exceptions, assignments and interest rest."""
    return case

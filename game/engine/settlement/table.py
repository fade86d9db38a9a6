"""The whole settlement as one table: in which state what may happen, under which conditions, and what comes of it.

The first line whose state and event fit and whose guards let pass is taken. Rows D01 … D81 are explained in
`rows.py`; `h` is a hole of the sources that the game fills (always a reading, never the law).
"""

from __future__ import annotations

from game.engine.settlement import admission as a
from game.engine.settlement import claims as cl
from game.engine.settlement import conduct as co
from game.engine.settlement import conventional as c
from game.engine.settlement import judicial as j
from game.engine.settlement import plan as p
from game.engine.settlement import recovery as r
from game.engine.settlement import suspension as s
from game.engine.settlement.rule import SAME, Transition
from game.model.settlement import STATES

BEFORE = ("out", "advice", "refused", "barred")
PHASE_1 = ("open_1", "vote_plan", "vote_moratorium", "moratorium", "plan_1")
PROCEDURE = (
    "filed_incomplete",
    "filed",
    "admitted",
    *PHASE_1,
    "default",
    "filed_2",
    "plan_2",
    "filed_3",
    "probation",
    "open_3",
    "liquidation",
)
UNTIL_LIQUIDATION = PROCEDURE[:-1]
OUTSIDE = tuple(state for state in STATES if state not in PROCEDURE)
IN_A_PLAN = ("plan_1", "vote_plan", "plan_2", "probation")
EARLY = ("out", "advice", "filed_incomplete", "filed", "admitted", *PHASE_1)
LEGAL_PLAN = (p.plan_is_not_too_long, p.plan_asks_no_more_than_is_owed, p.leaves_enough_to_live)
DISCHARGE = (r.share_the_proceeds, r.discharge)
T = Transition

ADMISSION = (
    T(BEFORE, "contact_sics", "advice", ("D13",), (), (a.explain,)),
    T(("lockout",), "contact_sics", SAME, ("D13",)),
    T(
        BEFORE,
        "send_application",
        "filed_incomplete",
        ("D11",),
        (a.is_a_person, a.lives_here_and_cannot_pay, a.is_no_trader_any_more, a.played_no_foul),
        (a.explain, a.start_afresh, a.begin_good_conduct),
        otherwise="barred",
    ),
    T(("lockout",), "send_application", SAME, (), (a.is_not_locked_out,)),
    T(("filed_incomplete",), "paper", SAME, ("D18",), (a.removal_is_old_enough,), (a.keep_papers,)),
    T(
        ("filed_incomplete",),
        "last_document",
        "filed",
        ("D18",),
        (a.removal_is_old_enough, a.all_papers_are_there),
        (a.count_as_filed,),
    ),
    T(
        ("filed",),
        "committee_accepts",
        "admitted",
        ("D19",),
        (a.is_still_worthy,),
        (a.keep_the_decision, a.send_registered_letter),
        otherwise="barred",
    ),
    T(("filed",), "committee_refuses", "refused", ("D19",), (), (a.send_registered_letter,)),
    T(("admitted",), "published", SAME, ("D27",), (a.is_not_published_yet,), (a.publish,)),
    T(("admitted",), "effects_begin", "open_1", ("D27",), (), (a.suspend,), deadline="effects_begin"),
)

CLAIMS = (
    T(("admitted", *PHASE_1), "declare_claim", SAME, ("D29",), (cl.is_published,), (cl.declare,)),
    T(PHASE_1, "claims_period_over", SAME, (), (), (cl.rule_on_claims,), deadline="claims_period_over"),
    T(PROCEDURE, "guarantor_pays", SAME, ("h",), (), (cl.let_guarantor_pay,)),
)

CONVENTIONAL = (
    T(("open_1", "vote_plan"), "plan_proposed", "vote_plan", ("D32",), LEGAL_PLAN, (p.put_to_the_creditors,)),
    T(
        ("open_1",),
        "moratorium_proposed",
        "vote_moratorium",
        ("D44",),
        (c.moratorium_is_sensible_and_short,),
        (c.put_the_moratorium,),
    ),
    T(
        ("vote_plan",),
        "vote",
        "plan_1",
        ("D41",),
        (c.creditors_accept_the_plan,),
        (c.start_the_plan, c.begin_support),
    ),
    T(("vote_plan",), "vote", "plan_1", ("D41", "h"), (c.a_plan_is_running,), (c.drop_the_proposal,)),
    T(("vote_plan",), "vote", "open_1", ("D41", "h"), (), (c.drop_the_proposal,)),
    T(
        ("vote_plan",),
        "vote_passed",
        "plan_1",
        ("D41",),
        (c.count_says_yes_to_the_plan,),
        (c.start_the_plan, c.begin_support),
    ),
    T(
        ("vote_plan",),
        "vote_failed",
        "plan_1",
        ("D41", "h"),
        (c.count_says_no_to_the_plan, c.a_plan_is_running),
        (c.drop_the_proposal,),
    ),
    T(
        ("vote_plan",),
        "vote_failed",
        "open_1",
        ("D41", "h"),
        (c.count_says_no_to_the_plan,),
        (c.drop_the_proposal,),
    ),
    T(
        ("vote_moratorium",),
        "vote",
        "moratorium",
        ("D45",),
        (c.creditors_accept_the_moratorium,),
        (c.start_the_moratorium, c.begin_support),
    ),
    T(("vote_moratorium",), "vote", "open_1", ("D45", "h"), (), (c.drop_the_proposal,)),
    T(
        ("vote_moratorium",),
        "vote_passed",
        "moratorium",
        ("D45",),
        (c.count_says_yes_to_the_moratorium,),
        (c.start_the_moratorium, c.begin_support),
    ),
    T(
        ("vote_moratorium",),
        "vote_failed",
        "open_1",
        ("D45", "h"),
        (c.count_says_no_to_the_moratorium,),
        (c.drop_the_proposal,),
    ),
    T(("moratorium",), "instalment_paid", SAME, (), (s.payments_run,)),
    T(
        ("moratorium",),
        "moratorium_over",
        "open_1",
        ("D44", "h"),
        (),
        (c.end_the_moratorium,),
        deadline="moratorium_over",
    ),
    T(("plan_1",), "new_elements", "vote_plan", ("D43",), (), (c.put_the_change,)),
    T(("plan_1",), "plan_broken", "default", ("h",), (), (c.write_the_default_report,)),
    T(
        ("open_1", "vote_plan", "vote_moratorium"),
        "phase1_limit",
        "default",
        ("D48",),
        (c.no_plan_was_accepted,),
        (c.write_the_default_report,),
        deadline="phase1_limit",
    ),
    T(("default",), "published", SAME, ("D49",), (), (c.publish_the_report,)),
    T(
        ("default",),
        "window_over",
        "lockout",
        ("D51",),
        (),
        (c.end_the_protection, c.lock_out),
        deadline="window_over",
    ),
    T(("lockout",), "lockout_over", "out", ("D52",), (), (c.open_the_door_again,), deadline="lockout_over"),
)

INSTALMENTS = (
    T(IN_A_PLAN, "instalment_paid", SAME, ("h",), (c.a_plan_is_running,), (c.pay_the_instalment,)),
    T(
        ("plan_1", "vote_plan"),
        "instalment_missed",
        "default",
        ("h",),
        (c.a_plan_is_running, c.is_the_last_missed_one),
        (c.write_the_default_report,),
    ),
    T(
        ("plan_2", "probation"),
        "instalment_missed",
        SAME,
        ("h",),
        (c.is_the_last_missed_one,),
        (c.count_the_missed, j.open_the_way_to_phase_3),
    ),
    T(IN_A_PLAN, "instalment_missed", SAME, ("h",), (c.a_plan_is_running,), (c.count_the_missed,)),
    T(IN_A_PLAN, "missed_paid", SAME, ("h",), (c.something_is_missed,), (c.make_good,)),
    T(("plan_1", "plan_2"), "plan_fulfilled", "done", ("h",), (), (c.close_the_plan,)),
    T(
        ("plan_1", "vote_plan", "plan_2"),
        "plan_over",
        "done",
        ("h",),
        (c.a_plan_is_running,),
        (c.close_the_plan,),
        deadline="plan_over",
    ),
)

JUDICIAL = (
    T(
        ("default",),
        "petition",
        "filed_2",
        ("D50",),
        (j.phases_keep_their_order, j.petition_is_in_form, j.petition_is_in_time, j.report_lies_with_it),
        (j.keep_the_petition,),
        within="window_over",
    ),
    T(("lockout",), "petition", SAME, ("D50",), (j.petition_is_in_time,)),
    T(EARLY, "petition", SAME, (), (j.first_phase_has_not_failed,)),
    T(
        ("filed_2",),
        "judgment",
        "plan_2",
        ("D56",),
        (j.judges_plan_is_not_too_long, p.plan_asks_no_more_than_is_owed, p.leaves_enough_to_live),
        (j.set_the_judges_plan,),
    ),
    T(("plan_2",), "check", SAME, ("D60",), (), (j.look_at_the_plan,), deadline="check"),
    T(("plan_2",), "check_failed", SAME, ("h",), (), (j.open_the_way_to_phase_3,)),
    T(
        ("plan_2",),
        "petition",
        "filed_3",
        ("D61",),
        (j.petition_3_is_in_form, j.is_irremediable),
        (a.explain, j.leave_the_judges_plan),
    ),
)

RECOVERY = (
    T(
        ("filed_3",),
        "judge_requires_probation",
        "probation",
        ("D63",),
        (r.probation_is_not_too_long, p.plan_asks_no_more_than_is_owed, p.leaves_enough_to_live),
        (r.begin_probation, r.order_an_investigation),
    ),
    T(
        ("probation",),
        "probation_over",
        "filed_3",
        ("D63", "h"),
        (),
        (r.end_probation,),
        deadline="probation_over",
    ),
    T(
        ("filed_3",),
        "judge_opens",
        "open_3",
        ("D62",),
        (j.is_irremediable,),
        (r.order_an_investigation, r.order_three_tasks),
    ),
    T(("filed_3",), "judge_refuses", "refused", ("D62",), (), (r.send_home,)),
    T(
        ("open_3",),
        "assets_found",
        "liquidation",
        ("D66",),
        (),
        (r.order_the_liquidation, r.name_a_liquidator),
    ),
    T(("open_3",), "no_assets", "closed_discharged", ("h",), (r.nothing_is_left_to_sell,), (r.discharge,)),
    T(("liquidation",), "sold", SAME, (), (), (r.add_the_proceeds,), within="liquidation_limit"),
    T(
        ("liquidation",),
        "liquidation_limit",
        SAME,
        (),
        (),
        (r.note_that_selling_is_over,),
        deadline="liquidation_limit",
    ),
    T(("liquidation",), "proceeds_enough", "closed_paid", (), (r.proceeds_reach,), (r.repay_everybody,)),
    T(("liquidation",), "proceeds_short", "closed_discharged", (), (r.proceeds_do_not_reach,), DISCHARGE),
)

CONDUCT = (
    T(("liquidation",), "dispose_asset", SAME, (), (co.liquidator_decides,)),
    T(UNTIL_LIQUIDATION, "dispose_asset", SAME, (), (), (co.give_away,)),
    T(PROCEDURE, "new_loan", SAME, (), (), (co.borrow,)),
    T(PROCEDURE, "pay", SAME, (), (), (co.pay_one_creditor,)),
    T(OUTSIDE, "pay", SAME, ("h",), (), (co.pay_freely,)),
    T(PROCEDURE, "conduct", SAME, (), (), (co.look_at_the_month,)),
    T(PROCEDURE, "breach", SAME, (), (), (co.note_the_breach,)),
    T(PROCEDURE, "revoked_by_judge", "revoked", (), (co.there_is_a_breach,), (co.revoke,)),
)

CREDITORS = (
    T(STATES, "enforce", SAME, ("h",), (s.does_not_rest, co.something_is_owed), (cl.take,)),
    T(STATES, "charge", SAME, ("h",), (s.interest_may_run,), (cl.charge,)),
    T((*PROCEDURE, "revoked", "refused"), "appeal", SAME, (), (), (s.keep_effects_until_judgment,)),
    T(STATES, "appeal_judged", SAME, (), (), (s.end_the_appeal,)),
    T(STATES, "wait", SAME),
)

TABLE = (
    *ADMISSION,
    *CLAIMS,
    *CONVENTIONAL,
    *INSTALMENTS,
    *JUDICIAL,
    *RECOVERY,
    *CONDUCT,
    *CREDITORS,
)
EVENTS = tuple(dict.fromkeys(line.event for line in TABLE))

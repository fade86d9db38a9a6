"""The collective debt settlement, from the first talk to the discharge, as a machine without clock or dice.

`table.py` is the law as one table; `machine.py` walks it; `rule.py` says what its lines are made of. The other
files hold the guards and effects by phase: `admission`, `suspension`, `claims`, `plan`, `conventional`, `judicial`,
`recovery`, `conduct`. `limits` has the figures in force and the calendar, `deadlines` what ends by itself, `rows`
the rows of the law with their sources, `choices` the plans an adviser can lay on the table. A case is a value:
`happen(case, happening, limits)` and `on(case, day, limits)` give the next one.

How it runs inside the months (the design; nothing of it is wired into the months here):

One case a person. A household keeps `settlements`, one case for each adult who applied. A credit that both signed is
a claim in the case of each, and what one is freed of stays owed by the other (as with a guarantor). The machine's day
is the first of the month at step 1 and the last day at step 7, so that "the day after the publication" makes all
rest from the next month on, as `rules.md` 14 says.

- Step 1, pay: `on(case, first day)` lets deadlines strike; every new entry of `case.log` becomes a letter (its event
  names it, its rows are the reason shown). While `suspended` holds `garnishment`, `court.withhold` keeps nothing back
  but for maintenance and damages for violence; while it holds `assignment`, an assignment rests.
- Step 3, mail: `credit.charge_interest` asks `rate_in_force` for the rate of each credit; the paths of `demands`
  stand still for every creditor with a claim in the case, but not an eviction that was ordered before.
- Step 6, bills: instalments, minimum payments and arrears of claims leave the due items; `due_this_month` comes in
  their place, ranked with what is agreed. Current rent, energy and maintenance stay as they are.
- Step 7, close: the plan's item paid or left is told as `instalment_paid` or `instalment_missed`; the month's answers
  are told as conduct: an option that borrowed is `new_loan`, a claim paid beside the plan is `pay`, letters unopened
  from the Committee or the adviser are a month that did not cooperate, an answer that turned work down is one without
  work. `row.in_plan` is true in a plan, `row.waiting` in a moratorium, and the stage line shows over-indebted while
  a case is open. What a discharge or a plan's end wrote off is posted from `debt:` to `equity:written_off` with the
  cause `("rule", "settlement")`.

Questions, all of kind `settlement` in the queue, with their whole price on each option:

- `apply`: the adviser offers the dossier from the stage on that allows it; with the adviser (half-days, ready after
  `file_ready_months`), alone (twice the time), or not now. Who is barred gets the door that is open elsewhere.
- `papers`: each month while the file is incomplete; hand them in (half a day) or wait. The Committee's decision and
  the publication come by themselves after `application_to_publication_months`, each with its letter.
- `plan`: once the claims are in; one option for each of `choices.plan_choices`: how much a month, how long, what is
  paid and what falls away in all, who would say yes; and the moratorium when the income is expected back. The vote
  comes next month as a letter, creditor by creditor. After a vote that failed the question comes again.
- `change`: something new came (a shock, income up or down by a tenth): ask for another plan, or keep to this one.
- `petition`: the default report is out; go to the judge (half-days) or let the two months pass: two years closed.
- `recovery`: the judge's plan cannot be kept: ask for the third phase, or try on. The judge answers by rule: while the
  income leaves something above the protected part a probation first, else opening; what is not needed for a modest
  life is sold.
- `consent`: a card that borrows or sells gets one more option: ask the Committee first (a month later, perhaps no).

A judge revokes by a published rule, not by dice: at the third breach on record, or at once for what was put away.
While a plan, a moratorium, a probation or a liquidation runs, months pass in threes (`settlement_stride`); a shock, a
check, a letter of the case or a missed instalment stops them.
"""

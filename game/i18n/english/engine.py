"""Sentences of the month itself: questions, options and effects that the engine names."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {
    # a month that does not add up (question `triage`)
    # note: the amount stands after the colon in every language
    "triage.title": "{month} does not add up: {amount} are missing",
    "triage.text": "Some bills may wait, and some things fill the gap. The month closes when it is zero.",
    # note: on a small button beside a bill
    "triage.wait": "wait",
    # note: on a small button: half of the bill is paid, half waits
    "triage.half": "half",
    # note: on a small button: the bill itself offers to be paid in parts
    "triage.parts": "in parts",
    # note: on a small button: the shop sells it in instalments
    "triage.instalments": "instalments",
    "triage.ask": "Ask: {creditor}",
    "triage.ask_note": "Parts from next month on: {count} of {amount}. This is the call of the month.",
    "triage.parts_note": "The bill offers parts: {count} of {amount}.",
    "triage.instalments_note": "Instalments with the shop, at its price: {count}",
    "triage.rejected": "The bank takes {amount} for a debit sent back.",
    "triage.no_letter": "No letter follows.",
    "triage.letter": "{month}: {letter}",
    "triage.letter_fee": "{month}, {amount} more: {letter}",
    "triage.tighten": "Tighter: {envelope}",
    "triage.tighten_note": "down to the tight level, this month only",
    "triage.overdraft": "Overdraft",
    "triage.overdraft_note": "{exact} a month; room: {amount}",
    # note: the account afterwards
    "triage.overdraft_then": "then: {amount}",
    "triage.card": "Card",
    "triage.card_note": "fee: {amount}; then {percent} a year",
    "triage.savings": "Savings",
    "triage.savings_note": "left in savings: {amount}",
    "triage.family_note": "back in parts, from {month} on: {count} of {amount}",
    "triage.adviser": "Ask the adviser",
    "triage.adviser_note": "She speaks to every creditor. This is the call of the month.",
    "triage.same": "The same as last month",
    "triage.same_note": "last month’s answers once more",
    "triage.go_without": "Go without",
    "triage.go_without_note": "half of tight at most: leisure first, food last",
    "triage.close": "Close the month",
    "triage.close_note": "All that is left is paid.",
    # envelopes and the plan
    "envelope.housing": "Housing",
    "envelope.energy": "Energy",
    "envelope.food": "Food",
    "envelope.transport": "Transport",
    "envelope.children": "Children",
    "envelope.health": "Health",
    "envelope.clothes": "Clothes, household",
    "envelope.leisure": "Leisure",
    "envelope.saving": "Saving",
    "level.tight": "tight",
    "level.normal": "normal",
    "level.comfortable": "comfortable",
    "spare.keep": "the account",
    "spare.arrears": "old bills",
    "spare.dearest": "dearest debt",
    "spare.savings": "savings",
    "debit.on": "on",
    "debit.off": "off",
    "standing.plan": "The plan",
    "standing.debit": "Direct debits",
    "standing.call": "The telephone",
    # the call of the month
    "call.title": "Who is called?",
    "call.text": "One call this month.",
    "call.free": "free, confidential",
    "call.very_likely": "yes: very likely",
    "call.likely": "yes: likely",
    "call.perhaps": "yes: perhaps",
    "call.nobody": "Nobody now",
    "call.nobody_note": "The call may still be made when the bills are paid.",
    "right.monthly": "{amount} a month, from {month} on",
    "right.once": "{amount} once, in {month}",
    # the first talk with the adviser
    "talk.title": "What would help first?",
    "talk.text": "She asks and shows figures. The household chooses.",
    "talk.rights_and_parts": "Rights and parts",
    "talk.rights_and_parts_note": "Every right is claimed; all creditors get a plan in six parts.",
    "talk.with_course": "The same, and a course",
    "talk.with_course_note": "Half a day more. Later, food and household cost 5\u00a0% less.",
    "talk.only_talk": "Only talk today",
    "talk.only_talk_note": "All letters are opened together; the lamp brightens.",
    # prices of options
    "price.half_days": ("{n} half-day", "{n} half-days"),
}

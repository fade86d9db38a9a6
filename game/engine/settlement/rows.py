"""The rows of the law: what each says, in which lines of the public page, and what other sources add.

Lines are those of the page "Resolving personal over-indebtedness" of guichet.lu, counted in its text without
empty lines. What is in brackets is a reading of ours or a source beside the page.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE = "guichet.lu: resolving personal over-indebtedness"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `lines` is empty for what the page does not say."""

    id: str
    kind: str  # fact, guard, exception, effect, deadline, transition
    says: str
    lines: str


_TEXT = """
D01 | fact | 2 | The aim: finances in order, a life in dignity [law of 2013, art. 1: for the household too]
D02 | fact | 3-6, 20-21, 76, 88-89 | Three phases in their order [justice.public.lu: the third comes last]
D03 | guard | 7-8 | A natural person domiciled in Luxembourg, clearly unable to meet all private debts
D04 | guard | 9-10 | Not for companies, associations and the like
D05 | guard | 11 | Not for traders
D06 | exception | 11-13 | But for who stopped 6 months ago or went bankrupt, and owes too much in private alone
D07 | guard | 14-15 | Not for who organised the own insolvency
D08 | guard | 14, 16 | Not for who put assets away, or tried to
D09 | guard | 14, 17-18 | Not for who borrows during the procedure without consent
D10 | guard | 14, 17, 19 | Not for who sells or gives away during the procedure without consent
D11 | transition | 22-23 | The application is sent [regulation of 2014, art. 2: signed, complete, naming the adviser]
D12 | fact | 23-25 | It goes to the Mediation Committee, L-2919 Luxembourg
D13 | transition | 26, 127, 144 | Contact an advice office first: recommended, not a must
D14 | guard | 27-29 | A copy of an identity document
D15 | guard | 30 | An estimate of income, spending and debts
D16 | guard | 31-32 | Of a trader: certificate of removal from the register, 6 months old
D17 | guard | 31, 33 | Or the final judgment that closes the bankruptcy
D18 | guard | 34-35 | All that the adviser needs to see what is owned and owed [filed = the last paper]
D19 | transition | 35 | The file is complete: the Committee decides
D20 | fact | 35 | The decision comes by registered mail
D21 | effect | 36-37 | Admission opens the collective settlement
D22 | effect | 37-38 | Enforcement rests: garnishments, seizures
D23 | exception | 38-39 | The current term of maintenance goes on [its arrears rest]
D24 | exception | 38, 40 | Damages for deliberate violence go on
D25 | exception | 38, 41 | Eviction of somebody ordered to leave goes on
D26 | effect | 37, 42-43 | Agreed assignments of earnings and interest rest [read as resting, not as exceptions]
D27 | deadline | 44-46 | The effects begin on the 1st day after the publication
D28 | effect | 45, 47 | In an appeal they stay until it is judged
D29 | deadline | 48-49 | Claims are declared within 1 month of the publication [late ones are marked and kept]
D30 | fact | 50 | There is a form for the claim
D31 | guard | 51 | The Committee keeps claims that are certain and liquid
D32 | transition | 52-54 | The adviser draws up the plan with debtor and creditors
D33 | fact | 55 | Clause: how the plan is carried out
D34 | fact | 56 | Clause: the duties of each side
D35 | fact | 57 | Clause: payments postponed or spread
D36 | fact | 58 | Clause: help, social, educational or with money
D37 | fact | 59 | Clause: public or private money
D38 | fact | 60 | Clause: debts cancelled, in part or whole
D39 | fact | 61 | Clause: a lower interest rate
D40 | guard | 62-63 | At most 7 years; longer for the loan of the main home whose sale is avoided
D41 | transition | 64-65 | Accepted by 60 % of the creditors who hold 60 % of the claims
D42 | effect | 65 | Who was duly informed and is silent has accepted
D43 | transition | 66 | New elements may change the plan
D44 | transition | 67 | The Committee may recommend a moratorium of at most 1 year [when income is expected back]
D45 | guard | 67-68 | It needs 60 % and 60 % [silence counts for the plan only]
D46 | effect | 67, 69 | It suspends the payment of debts
D47 | effect | 70 | Social and money support from the first day of plan or moratorium
D48 | transition | 71-72 | No accepted plan 6 months after the decision: default report
D49 | deadline | 73 | The effects cease 2 months after its publication [a petition in time prolongs them]
D50 | transition | 74, 75-77 | Petition to the Justice of the Peace
D51 | transition | 74 | Without a petition: no new settlement for 2 years
D52 | guard | 74 | A new settlement is refused in that time [counted from the end of the 2 months]
D53 | guard | 78 | Before the judge of the place of residence, as many copies as parties
D54 | guard | 79 | Within 2 months of the publication of the default report
D55 | guard | 80 | With a copy of the default report
D56 | transition | 81-82 | The judgment sets out a judicial plan
D57 | effect | 83 | It may suspend payment of all or some debts
D58 | effect | 84 | It may lower the interest rate
D59 | deadline | 85 | Probation: at most 5 years [ECDN page of the Ligue: judicial plan 7]
D60 | effect | 86 | Dates on which it is checked [every 6 months when none are named]
D61 | transition | 87-90 | Petition for personal recovery, as many copies as parties
D62 | guard | 91-92 | The judge decides whether to open [justice.public.lu: only when irremediably compromised]
D63 | transition | 93-94 | The judge may want a probationary plan first, at most 5 years
D64 | effect | 93, 95 | The judge may order a social investigation and monitoring
D65 | effect | 96-100 | Three tasks: report on the situation, check of claims, value of assets and debts
D66 | transition | 101-103 | There are assets: the judge rules on disputed claims and orders liquidation
D67 | effect | 104 | A liquidator named by the judge acts for the assets
D68 | deadline | 104-106 | Within 6 months: sold out of court or by force
D69 | transition | 107-109 | Enough to repay: closed
D70 | transition | 107-108, 110 | Not enough: closed too
D71 | effect | 111 | All private debts fall away
D72 | exception | 111-112 | But what a guarantor or co-obligor paid
D73 | exception | 111, 113 | But the current term of maintenance
D74 | exception | 111, 114 | But compensation for deliberate violence
D75 | guard | 115-117 | Good conduct: cooperate [law, art. 3: from the application on, and report changes]
D76 | guard | 118 | Good conduct: work, as far as possible
D77 | guard | 119 | Good conduct: no deeper insolvency, a true effort
D78 | guard | 120 | Good conduct: favour no creditor
D79 | exception | 120-123 | But current maintenance, current rent, what a life in dignity needs
D80 | guard | 124 | Good conduct: keep what was promised
D81 | transition | 125 | Breach: a judge may revoke
h | reading | | A hole of the sources, filled by the game
"""


def _read(line: str) -> Row:
    row, kind, lines, says = (part.strip() for part in line.split("|"))
    return Row(row, kind, says, lines)


ROWS = {row.id: row for row in map(_read, _TEXT.strip().splitlines())}

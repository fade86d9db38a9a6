"""Months for the property tests, whole euros so that nothing is rounded."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from game.cases.months import MonthGiven

EUROS = st.integers(0, 6000).map(lambda euros: 100 * euros)
DEBTS = st.integers(0, 20_000).map(lambda euros: 100 * euros)


@st.composite
def months_given(draw: st.DrawFn) -> MonthGiven:
    """One month; near the edges on purpose: debt service often small, gap often about half of it."""
    income, service = draw(EUROS), draw(st.sampled_from((0, 100, 5_000, 20_000, 60_000)))
    return MonthGiven(
        income=income,
        essentials=max(0, income + draw(st.sampled_from((-80_000, -service, -service // 2, 0, 10_000)))),
        one_off=draw(st.sampled_from((0, 0, 0, 90_000))),
        debt_service=service,
        interest=draw(st.sampled_from((0, service // 4, service // 2))),
        savings_used=draw(st.sampled_from((0, 0, 10_000))),
        fragile=draw(DEBTS),
        in_plan=draw(st.sampled_from((False,) * 9 + (True,))),
        waiting=draw(st.sampled_from((False,) * 9 + (True,))),
    )


def times(row: MonthGiven, factor: int) -> MonthGiven:
    """The same month with all money multiplied."""
    return replace(
        row,
        **{
            name: factor * getattr(row, name)
            for name in ("income", "essentials", "one_off", "debt_service", "interest", "savings_used", "fragile")
        },
    )

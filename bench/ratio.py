"""The quickest of several runs, and one printed line for each ratio."""

from __future__ import annotations

import time
from collections.abc import Callable


def quickest(work: Callable[[], object], times: int) -> float:
    """Seconds of the quickest of `times` runs: what disturbs a run only ever makes it slower."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def told(what: str, ratio: float, limit: float) -> bool:
    """Print the ratio beside its limit; whether it holds."""
    print(f"{ratio:8.1f}  limit {limit:5.1f}  {'ok  ' if ratio <= limit else 'over'}  {what}")
    return ratio <= limit

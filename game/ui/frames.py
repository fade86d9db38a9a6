"""Runs the loop of the window by itself: frame after frame, asleep between them.

The loop is a coroutine for the sake of places where it shares its thread. Where it has the thread alone,
a whole event loop would only make the title wait.
"""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from time import sleep
from types import coroutine


@coroutine
def rest(seconds: float) -> Generator[float, None, None]:
    """Hand over for so long; `finished` sleeps then."""
    yield seconds


def finished(loop: Coroutine[float, None, int]) -> int:
    """What the loop returns; it rests by `rest` and by nothing else."""
    try:
        while True:
            sleep(loop.send(None))
    except StopIteration as ended:
        return int(ended.value)
    finally:
        loop.close()

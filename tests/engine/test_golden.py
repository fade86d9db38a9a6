"""Golden games: a whole game as text, line by line. A change of the rules shows here as a diff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.play import new_game
from game.model.game import POLICIES
from game.model.state import State
from tests.playing import finished, scenarios

FOLDER = Path(__file__).parent.parent / "golden"


def euros(cents: int) -> str:
    """Cents as a figure in a column."""
    return f"{cents / 100:12.2f}"


def lines(state: State, policy: str) -> Iterator[str]:
    """The game as text: what was decided, what moved, how each month closed."""
    world = state.world
    yield f"household {world.household.id}  seed {world.seed}  months {world.months}  policy {policy}"
    yield "shocks " + ", ".join(f"{month + 1} {name}" for month, name in world.schedule)
    for row, entries in zip(state.rows, state.ledger, strict=True):
        yield ""
        for given in state.answers:
            if given.month == row.month:
                yield f"{row.month + 1:2} ? {given.question} > {given.option}"
        for kind, name, to, source, cents in entries:
            yield f"{row.month + 1:2} {euros(cents)}  {source} > {to}  ({kind} {name})"
        yield (
            f"{row.month + 1:2} = account {euros(row.account).strip()}  savings {euros(row.savings).strip()}  debt "
            f"{euros(row.debt).strip()}  arrears {euros(row.arrears).strip()}  morale {row.morale}  health "
            f"{row.health}  {row.label}  n* {row.escape}  n~ {row.projected}  {row.stage}"
        )


def compare(path: Path, text: str, golden: bool) -> None:
    """Write the file, or say the first line that differs."""
    if golden:
        path.write_text(text, "utf-8")
        return
    assert path.exists(), f"{path.name} is missing: pytest --golden writes it"
    kept = path.read_text("utf-8").splitlines()
    for number, (old, new) in enumerate(zip(kept, text.splitlines(), strict=False), 1):
        assert old == new, f"{path.name}:{number}"
    assert kept == text.splitlines()


@pytest.mark.parametrize("policy", POLICIES)
def test_golden_game(policy: str, golden: bool) -> None:
    text = "\n".join(lines(finished(7, policy), policy)) + "\n"
    compare(FOLDER / f"weber_7_{policy}.txt", text, golden)


def test_golden_shocks(golden: bool) -> None:
    rows = []
    for seed in range(1, 21):
        schedule = new_game(scenarios(), "weber", seed, 24, recording=False).world.schedule
        rows.append(f"weber {seed:2}  " + "  ".join(f"{month + 1} {name}" for month, name in schedule))
    compare(FOLDER / "shocks.txt", "\n".join(rows) + "\n", golden)

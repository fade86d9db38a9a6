"""The scenarios of the game itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.load import load

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"

pytestmark = pytest.mark.skipif(
    not (SCENARIOS / "households" / "weber.yaml").exists(), reason="the first household is not written yet"
)


def test_all_scenarios_load_without_a_problem() -> None:
    content, problems = load(SCENARIOS)
    assert not problems, "\n" + "\n".join(map(str, problems))
    assert "weber" in content.households

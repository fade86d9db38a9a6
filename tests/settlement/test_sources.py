"""Every sentence of the public page and every row of the law is in the machine and in a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.cases.kinds import Record, fields_of
from game.cases.settlement import RULES
from game.commands.settlement_table import rows_of
from game.content.load import load
from game.content.source import Fields, Items, read
from game.engine.settlement.deadlines import DEADLINES
from game.engine.settlement.rows import ROWS
from game.engine.settlement.table import TABLE
from game.model.content import Content
from game.model.settlement import BREACHES, ENDS, STATES

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "cases").glob("settlement_*.yaml"))
CITED = re.compile(r"guichet\.lu lines? ([\d, -]+)")
# From 128 on the page lists offices, telephones and forms; 144 to 151 say once more what to do first and with what.
SENTENCES = {*range(1, 128), 144, *range(148, 152)}


@pytest.fixture(scope="module")
def content() -> Content:
    return load(ROOT / "scenarios")[0]


def numbers(text: str) -> Iterator[int]:
    """`1, 3-5` as 1, 3, 4, 5."""
    for part in text.replace(" ", "").strip(",").split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def test_every_sentence_of_the_page_has_a_case() -> None:
    cited = {line for file in FILES for found in CITED.findall(file.read_text("utf-8")) for line in numbers(found)}
    assert sorted(SENTENCES - cited) == []


def test_every_row_of_the_law_is_expected_by_a_case() -> None:
    wanted = {
        row
        for file in FILES
        for rows in re.findall(r"[ {]rows: \[([^]]*)\]", file.read_text("utf-8"))
        for row in rows.split(", ")
    }
    assert sorted(set(ROWS) - wanted) == ["h"]


def test_every_row_of_the_law_is_in_the_table() -> None:
    bound = {row for line in TABLE for row in rows_of(line)} | {deadline.row for deadline in DEADLINES.values()}
    assert sorted(set(ROWS) - bound) == []
    assert sorted(bound - set(ROWS)) == []
    assert set(BREACHES.values()) <= set(ROWS)


def test_the_81_rows_say_where_they_come_from() -> None:
    assert [row for row in ROWS if row != "h"] == [f"D{number:02}" for number in range(1, 82)]
    assert all(row.says and (row.lines or row.id == "h") for row in ROWS.values())
    read = {line for row in ROWS.values() if row.lines for line in numbers(row.lines)}
    headings = {1, 48, 52, 53, 126, *range(145, 152), *range(128, 144)}  # and who to call, which are no rules
    assert sorted(set(range(1, 145)) - read - headings) == []


def test_every_state_can_be_reached_and_left() -> None:
    targets = {line.target for line in TABLE} | {line.otherwise for line in TABLE} | {"out"}
    assert set(STATES) <= targets
    left = {state for line in TABLE if line.target for state in line.source if state != line.target}
    assert sorted(set(STATES) - left - set(ENDS)) == []


def wrong(value: Any) -> Any:
    """A value of the same kind that is not the right one."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case dict():
            return {key: wrong(each) for key, each in value.items()}
        case list():
            return [*value, "planted"]
    return "planted"


def test_each_expectation_is_seen_to_fail_when_it_is_wrong(content: Content) -> None:
    rule = RULES["settlement"]
    expected = Record(rule.then)
    for file in FILES:
        cases, _ = read(file.read_text("utf-8"))
        assert isinstance(cases, Items)
        for case in map(fields_of, cases):
            given = fields_of(case["given"])
            told = {**given, "when": case["when"]} if "when" in case else given
            said = rule.ask(Record(rule.optional).read(Fields(case.place, told)), content)
            wanted = expected.read(case["then"])
            assert not list(expected.differences("", wanted, said)), case["name"]
            for key, value in wanted.items():
                planted = said["rows"][:1] if key == "not_rows" else wrong(value)
                assert list(expected.differences("", {key: planted}, said)), (case["name"], key)

"""The editor's schema: committed as it is generated, and complete."""

from __future__ import annotations

import json
from pathlib import Path

from game.content.reading import KINDS
from game.content.schema import schema, text

COMMITTED = Path(__file__).parent.parent.parent / "scenarios" / "schema.json"


def test_the_committed_schema_is_the_generated_one() -> None:
    assert COMMITTED.read_text("utf-8") == text(), "run python -m game.content.schema"


def test_every_kind_of_file_is_told_by_its_first_word() -> None:
    kinds = schema()["oneOf"]
    assert [kind["required"] for kind in kinds[:-1]] == [[word] for word in KINDS]
    assert all(kind["description"] for kind in kinds)


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    whole = schema()
    names = {part.split('"')[0] for part in json.dumps(whole).split("#/$defs/")[1:]}
    assert names <= whole["$defs"].keys()


def test_no_name_of_our_classes_and_no_null_is_shown_to_authors() -> None:
    assert '"null"' not in text()
    assert all(isinstance(part.get("title", {}), dict) for part in schema()["$defs"].values())

"""The JSON Schema by which an editor completes and checks scenario files; `scenarios/schema.json` is its print.

`python -m game.content.schema` writes it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from game.content.check import default_folder
from game.content.conditions import NUMBER_RANGE
from game.content.fields import TEXT
from game.content.money import ParameterWords
from game.content.reading import KINDS


def schema() -> dict[str, Any]:
    """One schema for every file: which kind it is, its first word tells; a law file has none of these words."""
    shapes: list[type[BaseModel]] = [*KINDS.values(), ParameterWords]
    refs, found = models_json_schema([(shape, "validation") for shape in shapes], by_alias=True)
    kinds: list[dict[str, Any]] = [
        {"description": (shape.__doc__ or "").strip(), "required": [word], **refs[shape, "validation"]}
        for word, shape in KINDS.items()
    ]
    kinds.append(
        {
            "description": "Dated figures of the law, prices and custom, by name.",
            "type": "object",
            "not": {"anyOf": [{"required": [word]} for word in KINDS]},
            "additionalProperties": refs[ParameterWords, "validation"],
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario file of Dilemme",
        "type": "object",
        "oneOf": kinds,
        "$defs": _tidy(found["$defs"]) | _SHARED,
    }


_SHARED = {"Translated": TEXT["anyOf"][1], "Range": NUMBER_RANGE["anyOf"][1]}


def _tidy(value: Any) -> Any:
    """Without what an editor would show for nothing: names of our classes, null, empty defaults."""
    if isinstance(value, list):
        return [_tidy(one) for one in value if one != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    if name := next((name for name, schema in _SHARED.items() if value == schema), ""):
        return {"$ref": f"#/$defs/{name}"}
    kept = {key: _tidy(one) for key, one in value.items() if not _idle(key, one)}
    if len(kept.get("anyOf", ())) == 1:
        kept |= {key: one for key, one in kept.pop("anyOf")[0].items() if key not in kept}
    return kept


def _idle(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, "", [], {}))


def text() -> str:
    """The schema as it is committed."""
    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.exit(0 if (default_folder() / "schema.json").write_text(text(), "utf-8", newline="\n") else 1)

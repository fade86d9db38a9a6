"""From the validation library's errors to mistakes in the author's words, at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.content.found import Found, Place
from game.content.shape import Shape
from game.content.source import Fields, Items, Value, Word

Loc = tuple[int | str, ...]


def mistakes(error: ValidationError, shape: type[Shape], raw: Value) -> list[Found]:
    """All mistakes of one file, in the order of the file."""
    found = [_mistake(detail, shape, raw) for detail in error.errors(include_url=False)]
    return sorted(dict.fromkeys(found), key=lambda one: (one.place, one.code))


def _mistake(detail: ErrorDetails, shape: type[Shape], raw: Value) -> Found:
    loc = detail["loc"]
    name = _name(loc, raw)
    match detail["type"]:
        case "author":
            said: dict[str, Any] = detail["ctx"]
            return Found(_place(loc, raw), said["code"], f"{name} {said['message']}", said["hint"])
        case "missing":
            about = _about(shape, loc)
            hint = f"write {loc[-1]}: … — {about}" if about else f"write {loc[-1]}: …"
            message = f"'{loc[-1]}' is missing{_inside(loc[:-1], raw)}"
            return Found(_place(loc[:-1], raw), "missing-field", message, hint)
        case "extra_forbidden":
            return _unknown(loc, shape, raw)
    wanted = {"list_type": "a list"}.get(detail["type"], "words of its own")
    example = {"a list": "- one entry a line, each after a dash"}.get(wanted, "name: value, indented below it")
    return Found(_place(loc, raw), "wrong-type", f"{name} is {_what(_at(loc, raw))}, {wanted} is expected", example)


def _unknown(loc: Loc, shape: type[Shape], raw: Value) -> Found:
    name = str(loc[-1])
    parent = _at(loc[:-1], raw)
    key = parent.key(name) if isinstance(parent, Fields) else None
    place = key.place if key is not None else _place(loc, raw)
    if re.fullmatch(r"[0-9]+ ?%?", name) and isinstance(parent, Fields) and str(parent[name]) == "":
        return Found(place, "comma", f"{name} stands behind a comma", "write the number with a point: 12.50")
    known = _names(_shape_at(shape, loc[:-1]))
    near = get_close_matches(name, known, 1, 0.7)
    hint = f"did you mean '{near[0]}'?" if near else "words here: " + ", ".join(known)
    return Found(place, "unknown-field", f"unknown field '{name}'{_inside(loc[:-1], raw)}", hint)


def _what(value: Value) -> str:
    if isinstance(value, Word):
        return "empty" if value.nothing else f"'{value}'"
    return "a list" if isinstance(value, Items) else "not a list"


def _at(loc: Sequence[int | str], raw: Value) -> Value:
    """The value that a location names; steps the file does not have are skipped."""
    for step in loc:
        found = _step(step, raw)
        raw = raw if found is None else found
    return raw


def _step(step: int | str, raw: Value) -> Value | None:
    if isinstance(raw, Items) and isinstance(step, int) and step < len(raw):
        return raw[step]
    return raw.get(str(step)) if isinstance(raw, Fields) else None


def _place(loc: Loc, raw: Value) -> Place:
    if loc and loc[-1] == "[key]":
        parent = _at(loc[:-2], raw)
        key = parent.key(str(loc[-2])) if isinstance(parent, Fields) else None
        return key.place if key is not None else parent.place
    value = _at(loc, raw)
    if isinstance(value, Word) and not value and loc and isinstance(parent := _at(loc[:-1], raw), Fields):
        key = parent.key(str(loc[-1]))  # an empty value is shown at its name
        return key.place if key is not None else value.place
    return value.place


def _name(loc: Loc, raw: Value) -> str:
    if loc and loc[-1] == "[key]":
        return f"a name in {_name(loc[:-2], raw)}"
    steps = _steps(loc, raw)
    if not steps:
        return "the file"
    if isinstance(steps[-1], int):
        before = next((str(step) for step in reversed(steps) if isinstance(step, str)), "list")
        return f"entry {steps[-1] + 1} of '{before}'"
    return f"'{steps[-1]}'"


def _steps(loc: Loc, raw: Value) -> list[int | str]:
    """The steps that the file really has."""
    kept: list[int | str] = []
    for step in loc:
        if (isinstance(raw, Fields) and step in raw) or (isinstance(raw, Items) and isinstance(step, int)):
            kept.append(step)
            raw = _at([step], raw)
    return kept


def _inside(loc: Loc, raw: Value) -> str:
    name = _name(loc, raw)
    return "" if name == "the file" else f" in {name}"


def _shape_at(shape: Any, loc: Loc) -> Any:
    for step in loc:
        shape = _bare(shape)
        if isinstance(shape, type) and issubclass(shape, Shape):
            fields = {field.alias or name: field for name, field in shape.model_fields.items()}
            shape = fields[str(step)].annotation if step in fields else None
        elif get_origin(shape) is list and isinstance(step, int):
            shape = get_args(shape)[0]
        elif get_origin(shape) is dict and step != "[key]":
            shape = get_args(shape)[1]
    return _bare(shape)


def _bare(annotation: Any) -> Any:
    """An annotation without `| None` and without Annotated."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        elif type(None) in (args := get_args(annotation)):
            annotation = next(arg for arg in args if arg is not type(None))
        else:
            return annotation


def _names(shape: Any) -> list[str]:
    if not (isinstance(shape, type) and issubclass(shape, Shape)):
        return []
    return [field.alias or name for name, field in shape.model_fields.items()]


def _about(shape: type[Shape], loc: Loc) -> str:
    parent = _shape_at(shape, loc[:-1])
    if not (isinstance(parent, type) and issubclass(parent, Shape)):
        return ""
    fields = {field.alias or name: field for name, field in parent.model_fields.items()}
    return fields[str(loc[-1])].description or "" if loc[-1] in fields else ""

"""A file with mistakes, read again as if they were mended, so that its other mistakes show at the same time.

Nothing of it is played: what cannot be read is blank, what has no meaning is taken out.
"""

from __future__ import annotations

from pydantic import ValidationError

from game.content.fields import MENDED
from game.content.mistakes import Loc
from game.content.shape import Shape
from game.content.source import Fields, Items, Value

_PATIENCE = 3
_KEY = ("[key]",)  # ends a location that means the name, not the value


def mended(shape: type[Shape], raw: Value, error: ValidationError) -> Shape | None:
    """The shape without the mistakes of `error`; None when too little is left."""
    copy = _copy(raw)
    for detail in error.errors(include_url=False):
        if detail["type"] not in ("author", "missing") or detail["loc"][-1:] == _KEY:  # the others become blank
            _take_out(copy, detail["loc"])
    for _ in range(_PATIENCE):
        try:
            return shape.model_validate(copy, context=MENDED)
        except ValidationError as more:
            for detail in more.errors(include_url=False):
                _take_out(copy, detail["loc"])
    return None


def _copy(value: Value) -> Value:
    if isinstance(value, Fields):
        return Fields(value.place, {key: _copy(one) for key, one in value.items()})
    return Items(value.place, [_copy(one) for one in value]) if isinstance(value, Items) else value


def _take_out(value: Value, loc: Loc) -> None:
    """Take out what the location names; steps the file does not have are skipped."""
    loc = loc[:-1] if loc[-1:] == _KEY else loc
    inner: Value | None = None
    for index, step in enumerate(loc):
        if isinstance(value, Fields) and step in value:
            inner = value[str(step)]
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            inner = value[step]
        else:
            continue
        if index == len(loc) - 1 and isinstance(value, Fields):
            del value[str(step)]
            return
        value = inner

"""Frozen dataclasses to plain JSON values and back, driven by their type hints.

A value is a list of its fields in order; fields at the end that equal their defaults are left out. Where a
type is a union, the position of the member stands before the value.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Coder = Callable[[Any], Any]


@cache
def hints(cls: type) -> dict[str, Any]:
    """The types of a dataclass's fields, in order."""
    found = get_type_hints(cls)
    return {field.name: found[field.name] for field in kept_fields(cls)}


def kept_fields(cls: Any) -> list[dataclasses.Field[Any]]:
    """The fields that make up a value: what is only remembered beside it (`compare=False`) is not kept."""
    return [field for field in dataclasses.fields(cls) if field.compare]


def _members(hint: Any) -> tuple[Any, ...]:
    """The members of a union without None; empty for anything else."""
    if get_origin(hint) not in (Union, UnionType):
        return ()
    return tuple(member for member in get_args(hint) if member is not NoneType)


def encode(value: Any, hint: Any) -> Any:
    """`value`, which is of the type `hint`, as lists, dicts, texts and numbers."""
    if value is None or hint in (int, str, bool):
        return value
    if members := _members(hint):
        if len(members) == 1:
            return encode(value, members[0])
        index = next(index for index, member in enumerate(members) if _fits(value, member))
        return [index, encode(value, members[index])]
    if hint is date:
        return value.isoformat()
    if hint is Decimal:
        return str(value)
    if dataclasses.is_dataclass(hint):
        return _encoded_fields(value, hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Mapping:
        return {key: encode(one, args[1]) for key, one in value.items()}
    if origin is frozenset:
        return sorted(value)
    if origin is tuple and args[-1] is Ellipsis:
        return [encode(one, args[0]) for one in value]
    if origin is tuple:
        return [encode(one, arg) for one, arg in zip(value, args, strict=True)]
    raise TypeError(f"no way to keep a {hint}")


def _encoded_fields(value: Any, cls: Any) -> list[Any]:
    fields = kept_fields(cls)
    row = [encode(getattr(value, name), hint) for name, hint in hints(cls).items()]
    while row and _default(fields[len(row) - 1]) == getattr(value, fields[len(row) - 1].name):
        row.pop()
    return row


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value can be of this type: enough to tell the members of one union apart."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is None:
        return type(value) is hint or (hint is str and isinstance(value, str))
    if not isinstance(value, origin):
        return False
    if origin is tuple and args[-1] is not Ellipsis:
        return len(value) == len(args) and all(map(_fits, value, args))
    return all(_fits(one, args[0]) for one in value)


@cache
def decoder(hint: Any) -> Coder | None:
    """The way back for one type; None where the JSON value is already the value."""
    if hint in (int, str, bool):
        return None
    if members := _members(hint):
        return _decoder_of_union(members)
    if hint is date:
        return date.fromisoformat
    if hint is Decimal:
        return Decimal
    if dataclasses.is_dataclass(hint):
        return _Later(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is frozenset:
        return frozenset
    if origin is Mapping:
        return _decoder_of_mapping(decoder(args[1]))
    if origin is tuple and args[-1] is Ellipsis:
        return _decoder_of_row(decoder(args[0]))
    if origin is tuple:
        coders = [decoder(arg) for arg in args]
        return lambda value: tuple([c(v) if c else v for c, v in zip(coders, value, strict=True)])
    raise TypeError(f"no way to read a {hint}")


def _decoder_of_mapping(one: Coder | None) -> Coder:
    return (lambda value: {key: one(item) for key, item in value.items()}) if one else dict


def _decoder_of_row(one: Coder | None) -> Coder:
    return (lambda value: tuple([one(item) for item in value])) if one else tuple


def _decoder_of_union(members: tuple[Any, ...]) -> Coder:
    coders = [decoder(member) for member in members]
    if len(coders) == 1:
        inner = coders[0]
        return lambda value: value if value is None or inner is None else inner(value)

    def decode(value: Any) -> Any:
        if value is None:
            return None
        coder = coders[value[0]]
        return coder(value[1]) if coder else value[1]

    return decode


class _Later:
    """The decoder of a dataclass. Its fields' decoders are made at first use: types may hold themselves."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.coders: list[tuple[int, Coder]] | None = None

    def __call__(self, row: list[Any]) -> Any:
        if self.coders is None:
            found = [decoder(hint) for hint in hints(self.cls).values()]
            self.coders = [(index, coder) for index, coder in enumerate(found) if coder]
        size = len(row)
        for index, coder in self.coders:
            if index >= size:
                break
            row[index] = coder(row[index])
        return self.cls(*row)

"""What all shapes share. A shape mirrors a piece of YAML, field by field; its `noun` is the model's value."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic_core import core_schema

from game.content.fields import MENDED, Wording, wrong
from game.content.found import Place
from game.content.source import Fields, Items, Word


class Shape(BaseModel):
    """Named fields, nothing else allowed. `place` is where it begins in its file."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, frozen=True)

    begins: ClassVar[str] = ""  # of a whole file: the word that names it
    short: ClassVar[str] = ""  # the field that a lone value stands for: `pay: 180` is `pay: {amount: 180}`
    _place: Place = PrivateAttr(default=Place(1, 1))

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self._place

    @model_validator(mode="wrap")
    @classmethod
    def _placed(cls, raw: Any, handler: Any, info: ValidationInfo) -> Any:
        raw = cls._long_form(raw)
        shape = handler(filled(cls, raw) if info.context == MENDED else raw)
        if hasattr(raw, "place"):
            shape._place = raw.place
        return shape

    @classmethod
    def _long_form(cls, raw: Any) -> Any:
        if not cls.short:
            return raw
        if isinstance(raw, Word) and not raw.nothing:
            return Fields(raw.place, {Word(cls.short, raw.place): raw})
        packed = isinstance(raw, Fields) and "parameter" in raw and "parameter" not in cls.model_fields
        if packed and cls.short not in raw:
            amount = Fields(raw.place, {key: value for key, value in raw.items() if key in ("parameter", "times")})
            rest = {key: value for key, value in raw.items() if key not in amount}
            return Fields(raw.place, {Word(cls.short, raw.place): amount, **rest})
        return raw

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(schema)
        if not cls.short:
            return whole
        inner = handler.resolve_ref_schema(whole)
        properties = inner.pop("properties")
        long_form = {**inner, "properties": properties}
        inner.clear()
        inner.update({"anyOf": [properties[cls.short], long_form]})
        return whole


def filled(cls: type[Shape], raw: Any) -> Any:
    """What is there, with an empty value for each field that is missing."""
    if not isinstance(raw, Fields):
        return raw
    whole = Fields(raw.place, dict(raw))
    for name, field in cls.model_fields.items():
        key, kind = field.alias or name, get_origin(field.annotation) or field.annotation
        if field.is_required() and key not in raw:
            shaped = isinstance(kind, type) and issubclass(kind, (Shape, dict))
            empty = Items(raw.place) if kind is list else Fields(raw.place) if shaped else Word("", raw.place)
            whole[Word(key, raw.place)] = empty
    return whole


class Texts:
    """Gathers the words of one file under their text ids."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.words: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.languages: dict[str, str] = {}
        self.places: dict[str, Place] = {}

    def put(self, id: str, wording: Wording | None) -> str:
        """Keep the words; returns `id`, or the empty id when there are no words."""
        if wording is None:
            return ""
        self.words[id] = wording.words
        self.places[id] = wording.place
        if wording.note:
            self.notes[id] = wording.note
        if (language := wording.language or self.language) != "en":
            self.languages[id] = language
        return id


class _Several:
    """One value or a list of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        found = handler(schema)
        return {"anyOf": [found["items"], found]}


def _listed(raw: Any) -> Any:
    return raw if isinstance(raw, Items) else Items(raw.place, [raw])


class _Filled:
    """A list or mapping that has to hold something."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def filled(value: Any, info: core_schema.ValidationInfo) -> Any:
            if not value and info.context != MENDED:
                raise wrong("empty-value", "is empty", "write at least one, indented below it")
            return value

        return core_schema.with_info_after_validator_function(filled, handler(source))


T = TypeVar("T")
Filled = Annotated[T, _Filled()]
Several = Annotated[list[T], _Several()]

"""The shape of JSON, found by making some: a function of `onix.wire` in, its JSON Schema out.

From the types of a dataclass a full value and a bare one are made; what a function makes of both
shows its keys, which of them may be null or missing, and the fixed words. So the shapes that
OpenAPI shows are those of the code and stand nowhere a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from inspect import isfunction
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onix.model import Span

Schema = dict[str, Any]


class _Word(str):
    """A string that knows which words can stand in its place; none: any."""

    __slots__ = ("among",)
    among: tuple[str, ...]


def _word(among: tuple[str, ...] = ()) -> _Word:
    made = _Word(among[0] if among else "x")
    made.among = among
    return made


def specimens(kind: Any) -> tuple[Any, Any]:
    """Give a value of a type with everything in it, and one with nothing that can be missing."""
    return _made(kind, full=True), _made(kind, full=False)


def _made(kind: Any, *, full: bool) -> Any:
    origin, inside = get_origin(kind), get_args(kind)
    if kind is Span:  # refuses a text of another length
        return Span(_word(), 0, 1, _word())
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(
            **{each.name: _made(hints[each.name], full=full) for each in fields(kind) if each.init}
        )
    if origin in (Union, UnionType):
        (some,) = (each for each in inside if each is not NoneType)
        return _made(some, full=True) if full else None
    if origin is Literal:
        return _word(inside)
    if origin is tuple:
        if inside[-1] is not Ellipsis:
            return tuple(_made(each, full=full) for each in inside)
        return tuple(_made(inside[0], full=each) for each in (True, False)) if full else ()
    plain = {str: _word(), int: 1, float: 0.5, bool: True}
    return plain[kind]


class Shapes:
    """Shapes that have a name, and those found with their help.

    Args:
        named: Functions that make JSON of one value each, by the name of what they make.
    """

    def __init__(self, named: Mapping[str, tuple[Callable[..., Any], Any]]) -> None:
        self.named: dict[str, Schema] = {}
        seen = {
            name: [function(each) for each in specimens(kind)]
            for name, (function, kind) in named.items()
        }
        self._keys = {
            name: (set(made[0]) & set(made[1]), set(made[0]) | set(made[1]))
            for name, made in seen.items()
        }
        for name, made in seen.items():
            self.named[name] = self._object(made)

    def of(self, function: Callable[..., Any], kind: Any) -> Schema:
        """Give the shape of what a function makes of values of a type."""
        return self._shape([function(each) for each in specimens(kind)])

    def _shape(self, seen: Sequence[Any]) -> Schema:
        """Give the shape of values that were seen in one place."""
        values = [each for each in seen if each is not None]
        may_be_null = len(values) < len(seen)
        found = self._shape_of_some(values)
        if not may_be_null:
            return found
        if "type" in found and "enum" not in found:
            return {**found, "type": [found["type"], "null"]}
        return {"anyOf": [found, {"type": "null"}]}

    def _shape_of_some(self, values: Sequence[Any]) -> Schema:
        first = values[0]
        if isinstance(first, dict):
            name = self._name(values)
            return self._object(values) if name is None else ref(name)
        if isinstance(first, list | tuple):
            return self._list(values)
        if isinstance(first, bool):
            return {"type": "boolean"}
        if isinstance(first, int):
            return {"type": "integer"}
        if isinstance(first, float):
            return {"type": "number"}
        among = first.among if isinstance(first, _Word) else ()
        return {"type": "string", "enum": list(among)} if among else {"type": "string"}

    def _list(self, values: Sequence[Sequence[Any]]) -> Schema:
        first = values[0]
        kinds = {type(each) for each in first if each is not None}
        if isinstance(first, tuple) and len(kinds) > 1:  # such as an outlet and its documents
            parts = [self._shape(each) for each in zip(*filter(None, values), strict=True)]
            return {"type": "array", "prefixItems": parts, "minItems": len(parts)}
        return {"type": "array", "items": self._shape([one for each in values for one in each])}

    def _object(self, values: Sequence[Mapping[str, Any]]) -> Schema:
        if any(isinstance(key, _Word) for each in values for key in each):
            inside = self._shape([one for each in values for one in each.values()])
            return {"type": "object", "additionalProperties": inside}
        keys = list(dict.fromkeys(key for each in values for key in each))
        return {
            "type": "object",
            "required": [key for key in keys if all(key in each for each in values)],
            "properties": {
                key: self._shape([each[key] for each in values if key in each]) for key in keys
            },
        }

    def _name(self, values: Sequence[Mapping[str, Any]]) -> str | None:
        """Give the shape with a name that all of these have."""
        return next(
            (
                name
                for name, (needed, known) in self._keys.items()
                if all(needed <= set(each) <= known for each in values)
            ),
            None,
        )


def ref(name: str) -> Schema:
    """Give what stands for a shape that has a name."""
    return {"$ref": f"#/components/schemas/{name}"}


def made_of(module: Any) -> Iterator[tuple[str, tuple[Callable[..., Any], Any]]]:
    """Give the functions of a module that make JSON of one value, with the type of that value."""
    for name in module.__all__:
        function = getattr(module, name)
        if not isfunction(function):
            continue
        kind = next(iter(get_type_hints(function).values()))
        if is_dataclass(kind):
            yield name, (function, kind)

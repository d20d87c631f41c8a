"""Marks and turns as a few bytes, and back: offsets only, never a word of the text again.

A value is folded into one list of whole numbers (spans as distances from the span before) and
one list of atoms (strings, numbers with a point), written as JSON and compressed. How each
dataclass is folded follows from its fields. The record keeps the field names a value was packed
with (its layout), so that marks packed before a class gained a field still unpack.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onix.errors import RecordError
from onix.model import Document, Heard, Marks, Span, Turn


@dataclass(frozen=True)
class _Turns:
    """What a transcript has besides its text, under the name that older records know it by."""

    turns: tuple[Turn, ...]
    heard: tuple[Heard, ...] = ()


class _Folding:
    """What one document's values are folded into."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers: list[int] = []
        self.atoms: list[str | float | None] = []
        self._places: dict[object, int] = {}
        self._last = 0

    def atom(self, value: str | float | None) -> None:
        key = value if type(value) is str else (type(value), repr(value))  # 1.0 is not 1, nor -0.0
        place = self._places.setdefault(key, len(self.atoms))
        if place == len(self.atoms):
            self.atoms.append(value)
        self.numbers.append(place)

    def span(self, value: Span) -> None:
        if value.document_id != self.document.id:  # an event may cite another document
            self.numbers.append(value.start - self._last)
            self.numbers.append(-1)
            self.atom(value.document_id)
            self.atom(value.text)
        else:
            if self.document.text[value.start : value.end] != value.text:
                raise ValueError(
                    f"Span {value.start}–{value.end} of {value.document_id} says "
                    f"{value.text!r}, which is not what stands there."
                )
            self.numbers.append(value.start - self._last)
            self.numbers.append(value.end - value.start)
        self._last = value.start


class _Unfolding:
    """Where the reading of one document's values stands."""

    __slots__ = ("atoms", "id", "last", "next", "rest", "text")

    def __init__(self, document: Document, numbers: list[int], atoms: list[Any]) -> None:
        self.id = document.id
        self.text = document.text
        self.rest = iter(numbers)
        self.next: Callable[[], int] = self.rest.__next__
        self.atoms = atoms
        self.last = 0

    def atom(self) -> Any:
        return self.atoms[self.next()]

    def span(self) -> Span:
        start = self.last = self.last + self.next()
        length = self.next()
        if length < 0:
            document_id, text = self.atom(), self.atom()
            return Span(document_id, start, start + len(text), text)
        return Span(self.id, start, start + length, self.text[start : start + length])


_Fold = Callable[[_Folding, Any], None]
_Unfold = Callable[[_Unfolding], Any]


@cache
def layout() -> str:
    """Give the layout of today's classes as JSON: their names and fields."""
    return json.dumps({name: list(_hints(found)) for name, found in _classes().items()})


def pack(marks: Marks) -> bytes:
    """Give the marks as bytes, without the document. Raises ValueError for a span that lies."""
    return _pack(marks.document, marks, _fold(Marks))


def unpack(
    data: bytes,
    document: Document,
    packed_with: str | None = None,
    *,
    only: frozenset[str] | None = None,
) -> Marks:
    """Give the marks of `document` back; its id may be another than the one packed with.

    Args:
        only: The fields of the marks that are wanted; the others are passed over, and left empty.

    Raises:
        RecordError: They were packed by a newer version, with fields that this one does not know.
    """
    unfold = _unfold_all(Marks, packed_with or layout(), only)
    return Marks(document=document, **unfold(_open(data, document)))


def pack_turns(document: Document) -> bytes | None:
    """Give a transcript's turns and heard words as bytes; None when there are none."""
    if not (document.turns or document.heard):
        return None
    return _pack(document, _Turns(document.turns, document.heard), _fold(_Turns))


def unpack_turns(data: bytes, document: Document, packed_with: str | None = None) -> Document:
    """Give the document with its turns and heard words, as spans of it."""
    unfold = _unfold_all(_Turns, packed_with or layout())
    return replace(document, **unfold(_open(data, document)))


def _pack(document: Document, value: object, fold: _Fold) -> bytes:
    folding = _Folding(document)
    fold(folding, value)
    packed = json.dumps([folding.numbers, folding.atoms], separators=(",", ":"))
    return zlib.compress(packed.encode("utf-8", "surrogatepass"), 6)


def _open(data: bytes, document: Document) -> _Unfolding:
    numbers, atoms = json.loads(zlib.decompress(data))
    return _Unfolding(document, numbers, atoms)


@cache
def _hints(found: type) -> dict[str, Any]:
    hints = get_type_hints(found)
    return {each.name: hints[each.name] for each in fields(found) if hints[each.name] != Document}


@cache
def _classes() -> dict[str, type]:
    """Every dataclass that marks or turns are made of, by name; spans and documents are not."""
    found: dict[str, type] = {}

    def look(hint: Any) -> None:
        if is_dataclass(hint) and hint is not Span and hint not in found.values():
            assert isinstance(hint, type)  # noqa: S101 - is_dataclass also accepts instances
            found[hint.__name__] = hint
            for each in _hints(hint).values():
                look(each)
        for each in get_args(hint):
            look(each)

    look(Marks)
    look(_Turns)
    return found


def _is_optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)


def _is_atom(hint: Any) -> bool:
    if _is_optional(hint):
        return all(_is_atom(each) for each in get_args(hint) if each is not type(None))
    return hint in (str, float) or get_origin(hint) is Literal


@cache
def _fold(hint: Any) -> _Fold:
    """Give the function that folds a value of this type."""
    if _is_atom(hint):
        return _Folding.atom
    if hint is Span:
        return _Folding.span
    if hint in (int, bool):
        return lambda folding, value: folding.numbers.append(int(value))
    if _is_optional(hint):
        inner = _fold(next(each for each in get_args(hint) if each is not type(None)))

        def fold_optional(folding: _Folding, value: Any) -> None:
            folding.numbers.append(value is not None)
            if value is not None:
                inner(folding, value)

        return fold_optional
    if get_origin(hint) is tuple:
        each_fold = _fold(get_args(hint)[0])

        def fold_tuple(folding: _Folding, values: Any) -> None:
            folding.numbers.append(len(values))
            for value in values:
                each_fold(folding, value)

        return fold_tuple
    if is_dataclass(hint) and isinstance(hint, type):
        parts = [(name, _fold(each)) for name, each in _hints(hint).items()]

        def fold_fields(folding: _Folding, value: Any) -> None:
            for name, fold in parts:
                fold(folding, getattr(value, name))

        return fold_fields
    raise TypeError(f"Marks cannot hold a {hint}: packing.py does not know how to fold it.")


@cache
def _unfold_all(
    found: type, packed_with: str, only: frozenset[str] | None = None
) -> Callable[[_Unfolding], dict[str, Any]]:
    """Give the function that unfolds the fields of the outermost class into a dictionary."""
    parts = _unfold_fields(found, packed_with)
    if only is None:
        return lambda unfolding: {name: unfold(unfolding) for name, unfold in parts}
    last = max((at for at, (name, _) in enumerate(parts) if name in only), default=-1)
    passed = [
        (name, unfold if name in only else _pass_over(_hints(found)[name], packed_with))
        for name, unfold in parts[: last + 1]
    ]

    def unfold_some(unfolding: _Unfolding) -> dict[str, Any]:
        values = [(name, unfold(unfolding)) for name, unfold in passed]
        return {name: value for name, value in values if name in only}

    return unfold_some


def _unfold_fields(found: type, packed_with: str) -> list[tuple[str, _Unfold]]:
    hints = _hints(found)
    names = json.loads(packed_with)[found.__name__]
    if unknown := [name for name in names if name not in hints]:
        raise RecordError(
            f"This record holds marks that this version of Onix does not know ({found.__name__}: "
            f"{', '.join(unknown)}); a newer one wrote them. Install the newest Onix."
        )
    return [(name, _unfold(hints[name], packed_with)) for name in names]


@cache
def _unfold(hint: Any, packed_with: str) -> _Unfold:
    """Give the function that unfolds a value of this type as it was packed."""
    if _is_atom(hint):
        return _Unfolding.atom
    if hint is Span:
        return _Unfolding.span
    if hint is int:
        return lambda unfolding: unfolding.next()
    if hint is bool:
        return lambda unfolding: bool(unfolding.next())
    if _is_optional(hint):
        inner = _unfold(
            next(each for each in get_args(hint) if each is not type(None)), packed_with
        )
        return lambda unfolding: inner(unfolding) if unfolding.next() else None
    if get_origin(hint) is tuple:
        each_unfold = _unfold(get_args(hint)[0], packed_with)

        def unfold_tuple(unfolding: _Unfolding) -> tuple[Any, ...]:
            count = unfolding.next()  # most tuples are empty
            return tuple([each_unfold(unfolding) for _ in range(count)]) if count else ()

        return unfold_tuple
    parts = _unfold_fields(hint, packed_with)
    if list(_hints(hint))[: len(parts)] == [name for name, _ in parts]:
        unfolds = [unfold for _, unfold in parts]
        return lambda unfolding: hint(*[unfold(unfolding) for unfold in unfolds])
    return lambda unfolding: hint(**{name: unfold(unfolding) for name, unfold in parts})


def _pass_over(hint: Any, packed_with: str) -> _Unfold:
    """Give the function that goes past a value, without making it where it is a row of spans."""
    unfold = _unfold(hint, packed_with)
    shape = _shape(get_args(hint)[0], packed_with) if get_origin(hint) is tuple else None
    if shape is None or not shape:
        return unfold
    starts = [at for at, what in enumerate(shape) if what == "start"]

    def pass_over(unfolding: _Unfolding) -> None:
        numbers = list(islice(unfolding.rest, unfolding.next() * len(shape)))
        for at in starts:
            unfolding.last += sum(numbers[at :: len(shape)])
            if min(numbers[at + 1 :: len(shape)], default=0) < 0:
                raise ValueError("A mark of a document stands in another document.")

    return pass_over


def _shape(hint: Any, packed_with: str) -> list[str] | None:
    """Say what each number of a folded value is; None where their number is not always the same."""
    if _is_atom(hint) or hint in (int, bool):
        return ["other"]
    if hint is Span:
        return ["start", "length"]
    if _is_optional(hint) or get_origin(hint) is tuple:
        return None
    hints = _hints(hint)
    shapes = [
        _shape(hints[name], packed_with)
        for name in json.loads(packed_with)[hint.__name__]
        if name in hints
    ]
    return None if None in shapes else [each for shape in shapes if shape for each in shape]

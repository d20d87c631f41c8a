"""A long list in parts: all of it and a number in, what is on that page out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list.

    Attributes:
        number: Counts from 1, as `count` does.
        first: Number of the first item on it among all, from 1.
    """

    items: tuple[T, ...]
    number: int
    count: int
    first: int
    total: int

    @property
    def last(self) -> int:
        """Number of the last item on it."""
        return self.first + len(self.items) - 1


def part(items: Sequence[T], number: int, most: int) -> Part[T]:
    """Give a page of a list; beyond the last, the last."""
    count = max(1, -(-len(items) // most))
    number = min(max(1, number), count)
    start = (number - 1) * most
    return Part(tuple(items[start : start + most]), number, count, start + 1, len(items))

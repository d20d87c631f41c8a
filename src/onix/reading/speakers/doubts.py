"""Whether whom a pronoun means is too doubtful: who was found likeliest in, whom it may be out.

It is its own file because these signs do not tell who it is, only that a reader is not sure.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from onix.model import Mention
from onix.reading.names.genders import Gender
from onix.reading.speakers import again
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.inside import named_beside
from onix.reading.speakers.memory import Memory


def doubts(
    name: str,
    at: int,
    gender: Gender,
    fits: Set[str],
    cast: Cast,
    memory: Memory,
    mentions: Sequence[Mention],
    masked: str,
    *,
    sure: bool,
) -> tuple[str, ...]:
    """Give those among whom it is left open; nobody where nothing speaks against `name`.

    Args:
        sure: Weighed by all signs, hardly anybody else can be meant.
    """
    family = frozenset[str]() if sure else again.about_family(at, fits, memory, masked)
    if family and name not in family:
        return (*sorted(family), name)
    other = named_beside(name, fits, at, mentions, masked)
    if other:
        return (name, other)
    if again.is_of_other(at, gender, name, memory):
        return (name,)
    nearer = again.nearer(at, name, fits, cast, memory, masked)
    return () if nearer is None else (nearer, name)

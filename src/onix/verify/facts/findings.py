"""What was found of one fact: the words of the draft and of the record, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onix.model import ClaimKind, DifferenceKind, Label, Span
from onix.verify.facts.lines import Line


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of the draft and what the record has of it.

    Attributes:
        span: The words of the draft.
        line: The sentence of the record; None where it is silent.
        source: The words in it that bear the fact out, or that it should be.
        what: The kind of difference, where there is one.
        others: Places where the record has it otherwise, though one bears it out.
        compared: What of the record stands against what, in words; nothing where that is plain.
        speaker: Whose the words are that stand against it, where that is what is wrong.
        is_left_out: The draft names nobody for what the sources have from somebody.
        is_lasting: It holds at any time: how a name is spelt, what an outlet took back.
        is_withheld: It stands against what is of another time, and so against nothing.
        weekday: The day of the week that a date has, Monday 1, where the draft names another.
    """

    kind: ClaimKind
    span: Span
    label: Label
    line: Line | None = None
    source: Span | None = None
    what: DifferenceKind | None = None
    others: tuple[tuple[Line, Span], ...] = ()
    weekday: int | None = None
    speaker: str | None = None
    is_left_out: bool = False
    is_lasting: bool = False
    is_withheld: bool = False
    compared: str = ""


def words_are(speaker: str) -> str:
    """Say whose words something is."""
    return f"the words are {speaker}'s"


def disputed(
    kind: ClaimKind, span: Span, line: Line, source: Span, others: Sequence[tuple[Line, Span]]
) -> Found:
    """Give a fact that one source bears out, with what others have instead."""
    return Found(kind, span, "supported", line, source, others=tuple(others))

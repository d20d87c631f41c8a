"""Does a draft state flatly what every source leaves open? Clauses of a line in, verdicts out.

A clause that says "may", "reportedly", "is accused of" leaves open what it says; where no source
says the same without such words, neither may the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onix.model import Span
from onix.reading.words import words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf

_WORD = re.compile(r"[^\W\d_]+")
_RELATIVE = re.compile(r"(?<=\w{3})\s(?:that|which|who)\s")
_WILL = re.compile(r"\b(?:will|is\sto|are\sto|[’']ll)\b")
_SAME = 0.6  # how alike two clauses have to be to say the same
_SHARED = 0.35  # and how much of the weight of the draft's words has to be in the source's
_SURER = 0.05  # how much more alike a hedged clause has to be than any that is not


@cache
def _open() -> frozenset[str]:
    return words_of("facts", "open")


@cache
def _soft() -> frozenset[str]:
    return _open() | words_of("facts", "soft")


def opened(line: Line, clause: Span) -> int | None:
    """Give where, in a clause of a source, the words end that leave open what follows."""
    return _end_of(line, clause, _open())


def _end_of(line: Line, clause: Span, words: frozenset[str]) -> int | None:
    ends = [
        clause.start + each.end()
        for each in _WORD.finditer(clause.text)
        if each.group().lower() in words and each.group() != "May"
    ]
    ends += [
        each.span.end
        for each in line.hedges
        if clause.start <= each.span.start < clause.end
        and not each.span.text.lower().startswith("according")
    ]
    return min(ends, default=None)


def is_flat(line: Line, clause: Span) -> bool:
    """Does a clause of the draft say on its own account that something is so?"""
    relative = _RELATIVE.search(clause.text)
    end = clause.start + relative.start() if relative else clause.end
    main = line.document.span(clause.start, end)
    if _end_of(line, main, _soft()) is not None or line.is_quoted(clause):
        return False
    return line.document.text[clause.end : clause.end + 1] != "?"


def verify_hedges(shelf: Shelf, line: Line) -> Iterator[Found]:
    """Give each flat clause that the record has too, with what it has of it."""
    for clause in line.clauses:
        if not is_flat(line, clause):
            continue
        found = _verify(shelf, line, clause)
        if found is not None:
            yield found


def _verify(shelf: Shelf, line: Line, clause: Span) -> Found | None:
    hedged: tuple[float, Line, Span] | None = None
    flat: tuple[float, Line, Span] | None = None
    for likeness, where, other in shelf.clauses_like(line, clause):
        if likeness < _SAME - _SURER:
            break
        if shelf.shared(clause.text, other.text) < _SHARED:
            continue
        opens = opened(where, other)
        if opens is None and _WILL.search(clause.text):
            opens = _end_of(where, other, words_of("facts", "expected"))
        if opens is not None and _is_left_open(shelf, clause, where, other, opens):
            hedged = hedged or (likeness, where, other)
        elif _end_of(where, other, _soft()) is None:
            flat = flat or (likeness, where, other)
    if hedged and hedged[0] >= _SAME and (flat is None or flat[0] < hedged[0] - _SURER):
        return Found("hedge", clause, "contradicted", hedged[1], hedged[2], "hedge")
    if flat is not None and flat[0] >= _SAME:
        return Found("hedge", clause, "supported", flat[1], flat[2])
    return None


def _is_left_open(shelf: Shelf, clause: Span, line: Line, other: Span, opens: int) -> bool:
    """Is what a clause says what the other leaves open, and not what stands before that?"""
    return shelf.shared(line.document.text[opens : other.end], clause.text) >= _SHARED

"""Is what others found out credited to them? Lines of a draft in, what the record has out.

A credit says which outlet reported, saw or was told something, or in which document it stands. One
that names another outlet than the record is wrong; so is a statement that every source gives to
somebody and the draft as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onix.model import Span
from onix.reading.identities import words_of as words_of_name
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.shelf import Shelf, key_of

_SAME_CREDIT = 0.42  # how alike two credits and what stands around them have to be
_SAME_PAPER = 0.3  # less so where both are for the same email or memo, and of the same text
_CLOSE = 7.0  # from which on sentences tell of the same thing
_TOLD_IN = 0.45  # how alike a clause has to be to one of a text that is to tell the same
_SAME = 0.62  # how alike two clauses have to be to say the same
_SHARED = 0.45  # and how much of the weight of the draft's words has to be in the source's
_SURER = 0.08  # how much more alike a credited clause has to be than any that is not
_TOLD = re.compile(r"\b(?:told|tell|tells|telling|to|with|by\sphone|interview)\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a line names for what it says; `found` unless it was only told something."""

    span: Span
    name: str
    found: bool


class Credits:
    """The outlets that the sources are, or name."""

    def __init__(self, shelf: Shelf) -> None:
        outlets = {line.document.outlet for line in shelf.lines if line.document.outlet}
        named = {
            each.name
            for line in shelf.lines
            for each in line.provenance
            if each.kind == "outlet" and each.name
        }
        self._known = [_key(name) for name in outlets | named]
        self.all = [(line, each) for line in shelf.lines for each in self.of(line)]

    def of(self, line: Line) -> list[Credit]:
        """Give the outlets that a line credits."""
        found = []
        for each in line.provenance:
            if each.kind in ("outlet", "own"):
                name = each.name or each.span.text
                if not name[:1].isupper():
                    continue  # "this newspaper"
                found.append(Credit(each.span, name, not _is_told(line, each.span)))
        taken = [each.span for each in found]
        verbs = verb_forms("facts", "found")
        for span in line.names:
            is_new = not any(span.overlaps(each) for each in taken)
            if is_new and self._is_outlet(span.text):
                near = words_in(line.before(span.start, 40) + " " + line.behind(span.end, 40))
                if verbs.intersection(near) or "public" in near:
                    found.append(Credit(span, span.text, not _is_told(line, span)))
        return found

    def _is_outlet(self, name: str) -> bool:
        """Is this an outlet's name, or the first words of one: "El Faro" of "El Faro, English"?"""
        key = _key(name)
        return any(key == known or (len(key) > 1 and key < known) for known in self._known)


def _is_told(line: Line, span: Span) -> bool:
    before = line.before(span.start)
    passed = verb_forms("facts", "passed").intersection(words_in(before)[-4:])
    return not passed and bool(_TOLD.search(before))


def _key(name: str) -> frozenset[str]:
    return frozenset(words_of_name(name)) - {"the"}


def _is_one(name: str, other: str | None) -> bool:
    """Are these names of one outlet: "the Courier", "Wrenmoor Courier"?"""
    one, two = _key(name), _key(other or "")
    return bool(one) and bool(two) and (one <= two or two <= one)


def verify_credits(shelf: Shelf, credits: Credits, lines: Iterable[Line]) -> Iterator[Found]:
    """Give what the record says of each credit of a draft, and of each that is left out."""
    every = list(lines)
    found = {line.number for line in every if _has_found(line, credits)}
    named = frozenset(word for line in every for word in words_in(line.span.text))
    for line in every:
        given = credits.of(line)
        for each in given:
            yield _verify(shelf, credits, line, each)
        # A credit goes for the sentence after it, and for the one that leads to it.
        is_near = not found.isdisjoint((line.number - 1, line.number + 1))
        if not is_near and not _is_grounded(line, credits):
            yield from _left_out(shelf, credits, line, named)


def _verify(shelf: Shelf, credits: Credits, line: Line, given: Credit) -> Found:
    best: tuple[float, Line, Credit] | None = None
    close = {key_of(where) for score, where in shelf.counterparts(line) if score >= _CLOSE}
    for where, other in credits.all:
        likeness = shelf.likeness_around(line, given.span, where, other.span)
        likeness += _SAME_PAPER if key_of(where) in close else 0.0
        if _is_one(given.name, other.name):
            if likeness >= _SAME_CREDIT - _SURER or not given.found:
                return Found("attribution", given.span, "supported", where, other.span)
        elif other.found == given.found:
            is_same_paper = given.found and bool(_papers(line) & _papers(where))
            if is_same_paper and where.document.id in _told_in(shelf, line):
                likeness += _SAME_PAPER
            if best is None or likeness > best[0]:
                best = (likeness, where, other)
    if not given.found and any(_is_one(given.name, each.document.outlet) for each in shelf.lines):
        best = None  # what an outlet was told, it seldom says it was told
    if best is not None and best[0] >= _SAME_CREDIT:
        return Found(
            "attribution", given.span, "contradicted", best[1], best[2].span, "attribution"
        )
    return Found("attribution", given.span, "not_in_record")


def _told_in(shelf: Shelf, line: Line) -> set[str]:
    """Give the documents that have what a line says, clause by clause, most nearly."""
    best = (each for clause in line.clauses for each in shelf.clauses_like(line, clause)[:1])
    return {where.document.id for likeness, where, _ in best if likeness >= _TOLD_IN}


def _has_found(line: Line, credits: Credits) -> bool:
    """Does a line credit an outlet or a document?"""
    papers = (_is_paper(each.kind, each.span) for each in line.provenance)
    return bool(credits.of(line)) or any(papers)


def _is_grounded(line: Line, credits: Credits) -> bool:
    """Does a line say where it has what it says from?"""
    if _has_found(line, credits):
        return True
    said = verb_forms("cues", "say") | verb_forms("cues", "tell") - verb_forms("facts", "asked")
    return any(
        each.text.lower() in said or each.text.lower().startswith("according")
        for quote in line.quotes
        for each in quote.cue
    )


def _papers(line: Line) -> frozenset[str]:
    """Give the documents that a line goes back to, by their nouns: "email"."""
    return frozenset(
        words_in(each.span.text)[-1] for each in line.provenance if _is_paper(each.kind, each.span)
    )


def _is_paper(kind: str, span: Span) -> bool:
    """Is it a document that somebody found, and no statement that was made to all?"""
    return kind == "document" and not words_of("facts", "statements").intersection(
        words_in(span.text)
    )


def _tells(line: Line, span: Span) -> bool:
    """Is what a line says told by a document in it: "according to the memo", "the log shows"?"""
    if re.search(r"\baccording\sto\s(?:\w+\s)?$", line.before(span.start), re.IGNORECASE):
        return True
    behind = words_in(line.behind(span.end, 30))[:2]
    return bool(behind) and behind[0] in verb_forms("cues", "say") | verb_forms("cues", "show")


def _reported(shelf: Shelf, credits: Credits, line: Line) -> tuple[Line, Span] | None:
    """Give where an outlet is said to have found what a sentence says, if nobody else tells it."""
    close = [where for score, where in shelf.counterparts(line) if score >= _CLOSE]
    grounds = [
        [each.span for each in credits.of(where) if each.found and not _names(line, each.name)]
        for where in close
    ]
    return (close[0], grounds[0][0]) if close and all(grounds) else None


def _names(line: Line, name: str) -> bool:
    """Does a line name whoever is credited: of what a firm announces, it tells by name?"""
    key = _key(name)
    return bool(key) and 2 * len(key & set(words_in(line.span.text))) >= len(key)


def _left_out(shelf: Shelf, credits: Credits, line: Line, named: frozenset[str]) -> Iterator[Found]:
    """Give the clauses that every source credits to somebody, and this line to nobody.

    Args:
        named: All words of the draft: what is about a study need not name it in every sentence.
    """
    for clause in line.clauses:
        if line.is_quoted(clause):
            continue
        whole = _reported(shelf, credits, line)
        if whole is not None:
            yield Found(
                "attribution",
                clause,
                "contradicted",
                *whole,
                "attribution",
                is_left_out=True,
            )
            return
        credited: tuple[float, Line, Span] | None = None
        for likeness, where, other in shelf.clauses_like(line, clause):
            if likeness < _SAME - _SURER or (
                credited is not None and likeness < credited[0] - _SURER
            ):
                break
            if shelf.shared(clause.text, other.text) < _SHARED:
                continue
            found = [each for each in credits.of(where) if each.found]
            grounds = [each.span for each in found if not _names(line, each.name)]
            grounds += [
                each.span
                for each in where.provenance
                if _is_paper(each.kind, each.span)
                and _tells(where, each.span)
                and words_in(each.span.text)[-1] not in named
            ]
            if not grounds:
                credited = None
                break
            if credited is None and likeness >= _SAME:
                credited = (likeness, where, grounds[0])
        if credited is not None:
            yield Found(
                "attribution",
                clause,
                "contradicted",
                credited[1],
                credited[2],
                "attribution",
                is_left_out=True,
            )

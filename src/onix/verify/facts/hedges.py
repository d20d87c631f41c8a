"""Does a draft state flatly what every source leaves open? Clauses of a line in, verdicts out.

A clause that says "may", "reportedly", "is accused of" leaves open what it says; where no source
says the same without such words, neither may the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, is_told, small_words, words_in
from onix.verify.facts.openness import Openness, is_open_beside, is_unproven, softened
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Mask, Tellings, against, tell_of_two

_ACCUSED = frozenset({"accused", "accuses", "accusing", "accusation", "accusations"})
_NOUNS = re.compile(r"\b(?:suspicion|speculation|allegations?|rumou?rs?|talks?)\b[^.;:]*$")
_SAID = frozenset({"say", "says", "said", "tell", "tells", "told", "according"})
_NOT = re.compile(r"\b(?:no|not|never|none|cannot|den(?:y|ies|ied))\b|n[’']t\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|is\sto|are\sto|[’']ll)\b")
_HAS = re.compile(
    r"\b(?:has|have)\s(?:now\s|already\s|also\s)?(?:been\s)?\w{2,}(?:ed|wn|en|ld|nt|ought|ut)\b"
)
_GOES_ON = re.compile(r",\s(?:which|who|whose|that)\s")
_LEAST = 7.6  # how likely a clause that leaves it open has to tell the same,
_AHEAD = 1.2  # and how much likelier than any that does not
_SHARED = 0.2  # of the weight of what is left open has to be in the draft's clause
_SUBJECT = 2  # content words before the rest that may be no more than whom it is of
_TELLING = 2  # content words behind a hedge, or its subject counts, too: "is said to be against"


def verify_hedges(
    shelf: Shelf, tellings: Tellings, openness: Openness, line: Line, behind: Line | None = None
) -> Iterator[Found]:
    """Give each flat clause that the record has too, with what it has of it.

    Args:
        behind: The draft's next line, which may say that nobody knows.
    """
    if behind is not None and is_unproven(behind):
        return
    found = [_found(shelf, tellings, openness, line, each) for each in line.telling_clauses]
    known = [each for each in found if each is not None]
    # What is said of a part of a clause is said of the clause.
    yield from (
        each
        for each in known
        if not any(_is_part(each.span, other.span) for other in known if other.label == each.label)
    )


def _denies(clause: Span) -> bool:
    """Does a clause say of one thing alone that it is not?"""
    return _NOT.search(clause.text) is not None and " and " not in clause.text


def _is_part(span: Span, other: Span) -> bool:
    return span != other and other.start <= span.start and span.end <= other.end


def _found(
    shelf: Shelf, tellings: Tellings, openness: Openness, line: Line, clause: Span
) -> Found | None:
    soft = None if is_open_beside(line, clause) else softened(line, clause)
    return None if soft is None else _verify(shelf, tellings, openness, line, clause, soft)


def _verify(
    shelf: Shelf,
    tellings: Tellings,
    openness: Openness,
    line: Line,
    clause: Span,
    soft: frozenset[str],
) -> Found | None:
    scores = tellings.scores(line, clause)
    opens = openness.opens
    if _WILL.search(clause.text):
        opens = openness.hopes
    elif _HAS.search(clause.text):
        opens = openness.expects
    others, bearing = np.zeros_like(scores, dtype=bool), np.zeros_like(scores, dtype=bool)
    for place in np.flatnonzero(scores >= _LEAST - _AHEAD):
        where, other = tellings.places[place]
        end = opens[place]
        if end is None:
            is_denied = _NOT.search(other.text) and not _NOT.search(clause.text)
            bearing[place] = openness.tells[place] and not is_denied
        elif _is_left_open(shelf, clause, where, other, end):
            is_flat = _is_flat_beside(soft, where, other, end)
            is_flat = is_flat and not (line.quotes and _is_accusation(where, other, end))
            # "It has sold none" is not what "they may have to be sold" leaves open.
            is_flat = is_flat and not (_denies(clause) and not _NOT.search(other.text))
            is_flat = is_flat and not (openness.is_held[place] and _is_credited(line))
            is_other = is_flat and not tell_of_two(line, clause, where, other)
            (others if is_other else bearing)[place] = True
    # Beside its own hedge a sentence may say surely what led to it.
    likest = int(np.where(others, scores, -np.inf).argmax()) if others.any() else 0
    own = (
        (tellings.of_line == tellings.of_line[likest]) & openness.tells if others.any() else others
    )
    bearing = bearing & ~own
    if others.any():
        bearing &= _tell_that(shelf, tellings, clause, likest, opens[likest], bearing)
    at = against(scores, others, bearing, least=_LEAST, ahead=_AHEAD)
    if at is not None and scores[at] >= scores[own].max(initial=-np.inf):
        flat = _with_verb(line, clause)
        return Found("hedge", flat, "contradicted", *tellings.places[at], "hedge")
    best = int(scores.argmax()) if len(scores) else -1
    if best >= 0 and not soft and bearing[best] and scores[best] >= _LEAST:
        return Found("hedge", clause, "supported", *tellings.places[best])
    return None


def _tell_that(
    shelf: Shelf, tellings: Tellings, clause: Span, at: int, end: int | None, bearing: Mask
) -> Mask:
    """Say which places tell what is left open at another, and not only what it is said of.

    "There are 34 huts" bears out nothing of "the 34 huts might be removed".
    """
    where, other = tellings.places[at]
    left = where.document.text[end or other.start : other.end]
    words = {
        each
        for each in _telling(clause.text)
        if any(lexicon.match(each, word) > 0 for word in _telling(left))
    }
    if not words:
        return bearing
    told = bearing.copy()
    for place in np.flatnonzero(bearing):
        own = _telling(tellings.places[place][1].text)
        shared = sum(any(lexicon.match(each, word) > 0 for word in own) for each in words)
        told[place] = shared > 0
    return told


def _with_verb(line: Line, clause: Span) -> Span:
    """Give a clause, and one without a verb with that before it, of which it is a part."""
    first = clause
    for each in reversed([each for each in line.clauses if each.end <= clause.start]):
        if is_told(first):
            break
        first = each
    return line.document.span(first.start, clause.end)


def _is_credited(line: Line) -> bool:
    """Does a draft have from somebody what it says? Who says so need not have proved it."""
    return bool(line.quotes) or not _SAID.isdisjoint(words_in(line.span.text))


def _is_flat_beside(soft: frozenset[str], line: Line, other: Span, opens: int) -> bool:
    """Does a draft leave open only what stands so behind the words by which a source does?

    "She wants him gone" is flat beside "is said to want him out", "may want" is not.
    """
    if soft and opens == other.start:
        return False  # all of it is open, and by which of its words is not to be told
    behind = words_in(line.document.text[opens : other.end])
    # "She may have, according to him" is from him as well as "he said that she may have".
    is_said = any(each.source for each in line.quotes) or not _SAID.isdisjoint(
        words_in(line.span.text.replace("said to", ""))
    )
    before = words_in(line.document.text[other.start : opens])
    said = _SAID if is_said else _SAID.intersection(before)
    own = {lexicon.stem(word) for word in (*behind, *said)}
    return all(lexicon.stem(word) in own for word in soft)


def _is_accusation(line: Line, other: Span, opens: int) -> bool:
    """Is it open only as somebody accuses another, which a draft may tell as what is said?"""
    return not _ACCUSED.isdisjoint(words_in(line.document.text[other.start : opens])[-3:])


def _is_left_open(shelf: Shelf, clause: Span, line: Line, other: Span, opens: int) -> bool:
    """Is what a clause says what the other leaves open, and not what stands before that?"""
    text = line.document.text
    if len(_telling(text[other.start : opens])) <= _SUBJECT:
        return True
    behind = text[opens : other.end]
    is_noun = _NOUNS.search(text[other.start : opens]) is not None
    goes_on = _GOES_ON.match(text[other.end : line.span.end]) is not None
    is_all = len(_telling(behind)) < _TELLING < len(_telling(clause.text))
    if not is_noun and not goes_on and is_all:
        return True
    return shelf.shared(behind, clause.text) >= _SHARED


def _telling(text: str) -> list[str]:
    return [word for word in words_in(text) if word not in small_words()]

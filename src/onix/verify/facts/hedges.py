"""Does a draft state flatly what every source leaves open? Clauses of a line in, verdicts out.

A clause that says "may", "reportedly", "is accused of" leaves open what it says; where no source
says the same without such words, neither may the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.function_words import PAST
from onix.reading.neural.minilm import Floats
from onix.verify.facts.clauses import is_told
from onix.verify.facts.findings import Found
from onix.verify.facts.likeliest import Signs, is_sure, may_be_sure
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.openness import Openness, is_open_beside, is_unproven, softened
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.stances import SURELY, stances, whole
from onix.verify.facts.tellings import Mask, Tellings, tell_of_two
from onix.verify.facts.whens import when

# What each sign is worth, for the odds, as a logarithm, that the draft may not say so flatly.
WEIGHTS: Mapping[str, float] = {
    "always": -6.310,
    "likely": 0.405,
    "ahead": 0.109,
    "likeliest": 1.513,
    "otherwise open": -1.712,
    "of two things": -1.348,
    "open words": -0.585,
    "open beside": -1.378,
    "content words": 0.056,
    "contradicted": 0.211,
    "borne out": -0.092,
    "contradicted in all": 0.160,
}
_ACCUSED = frozenset({"accused", "accuses", "accusing", "accusation", "accusations"})
_MODALS = frozenset({"can", "could", "may", "might"})
_NOUNS = re.compile(r"\b(?:suspicion|speculation|allegations?|rumou?rs?|talks?)\b[^.;:]*$")
_SAID = frozenset({"say", "says", "said", "tell", "tells", "told", "according"})
_UNTOLD = re.compile(r"\b(?:not|never)\s(?:been\s)?told\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|cannot|den(?:y|ies|ied))\b|n[’']t\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|is\sto|are\sto|[’']ll)\b")
_HAS = re.compile(
    r"\b(?:has|have)\s(?:now\s|already\s|also\s)?(?:been\s)?\w{2,}(?:ed|wn|en|ld|nt|ought|ut)\b"
)
_GOES_ON = re.compile(r",\s(?:which|who|whose|that)\s")
_LEAST = 5.5  # how likely a clause has to tell the same to be looked at,
_LIKELY = 7.6  # and to bear it out
_LESS = 1.5  # how much less likely is what is open otherwise, or of something else
_MOST, _WORDS, _FULL = 6.0, 3, 14  # how far ahead, and how many words; more say no more
_SHARED = 0.2  # of the weight of what is left open has to be in the draft's clause
_SUBJECT = 2  # content words before the rest that may be no more than whom it is of
_TELLING = 2  # content words behind a hedge, or its subject counts, too: "is said to be against"

_Ends = Sequence[int | None]  # where, clause by clause, the words end that leave open what follows


class Hedges:
    """What the sources leave open, held against the clauses of a draft."""

    def __init__(self, shelf: Shelf, tellings: Tellings) -> None:
        self._shelf, self._tellings = shelf, tellings
        self._openness = Openness(tellings)

    def verify(self, line: Line, behind: Line | None = None) -> Iterator[Found]:
        """Give each flat clause that the record has too, with what it has of it.

        Args:
            behind: The draft's next line, which may say that nobody knows.
        """
        if behind is not None and is_unproven(behind):
            return
        found = [self._verify(line, each) for each in line.telling_clauses]
        # What so few words tell is surely wrong, or nothing is said of it.
        short = (self._verify(line, each) for each in line.short_clauses)
        found += [each for each in short if each is not None and each.label == "contradicted"]
        known = [each for each in found if each is not None]
        # What is said of a part of a clause is said of the clause.
        yield from (
            each
            for each in known
            if not any(
                _is_part(each.span, other.span) for other in known if other.label == each.label
            )
        )

    def _verify(self, line: Line, clause: Span) -> Found | None:
        soft = softened(line, clause)
        if soft is None:
            return None
        scores, ends = self._tellings.scores(line, clause), self._ends(clause)
        signs = self._told(line, clause, soft, scores, ends)
        doubt = 0.0 if signs is None else self._doubt(signs[0])
        if signs is not None and may_be_sure(signs[1], WEIGHTS, doubt):
            signs = self._read(line, clause, scores, *signs)
            if is_sure(signs[1], WEIGHTS, doubt):
                flat, place = _with_verb(line, clause), self._tellings.places[signs[0]]
                return Found("hedge", flat, "contradicted", *place, "hedge")
        best = int(scores.argmax()) if len(scores) and not soft else -1
        if best >= 0 and scores[best] >= _LIKELY and self._bears(clause, best, ends):
            return Found("hedge", clause, "supported", *self._tellings.places[best])
        return None

    def signs(self, line: Line, clause: Span) -> tuple[int, Signs] | None:
        """Give the likeliest clause that leaves it open, and the signs that a draft may not say so.

        Returns:
            None where nothing likely leaves it open, and for what tells nothing.
        """
        soft = softened(line, clause)
        if soft is None:
            return None
        scores = self._tellings.scores(line, clause)
        told = self._told(line, clause, soft, scores, self._ends(clause))
        return None if told is None else self._read(line, clause, scores, *told)

    def _told(
        self, line: Line, clause: Span, soft: frozenset[str], scores: Floats, ends: _Ends
    ) -> tuple[int, Signs] | None:
        """Give the signs that words and clauses are."""
        of_line = self._tellings.of_line
        stand = self._stands(line, clause, soft, scores, ends)
        if not stand.opens.any():
            return None
        less = _LESS * (stand.otherwise.astype(float) + stand.of_two)
        at = int(np.where(stand.opens, scores - less, -np.inf).argmax())
        # Beside its own hedge a sentence may say surely what led to it; what it says surely in
        # nearer words is what the draft says.
        beside = stand.bears & (of_line == of_line[at])
        if scores[beside].max(initial=-np.inf) >= scores[at]:
            return None
        bears = stand.bears & ~beside
        bears &= self._tell_that(clause, at, bears, ends)
        own = float(scores[bears].max(initial=-_MOST))
        words = [each for each in line.words if clause.start <= each.start < clause.end]
        return at, {
            "always": 1.0,
            "likely": float(scores[at]),
            "ahead": min(_MOST, float(scores[at]) - own),
            "likeliest": float(at == scores.argmax()),
            "otherwise open": float(stand.otherwise[at]),
            "of two things": float(stand.of_two[at]),
            "open words": float(min(_WORDS, len(soft))),
            "open beside": float(is_open_beside(line, clause)),
            "content words": float(min(_FULL, len(words))),
        }

    def _read(
        self, line: Line, clause: Span, scores: Floats, at: int, told: Signs
    ) -> tuple[int, Signs]:
        """Add what the reader of statements makes of the clause, and of its sentence.

        What the record itself calls unproven, it does so in a sentence that is not read.
        """
        if self._openness.is_doubted[at]:
            sides = (
                ("contradicted", SURELY),
                ("borne out", -SURELY),
                ("contradicted in all", SURELY),
            )
            return at, {**told, **dict(sides)}
        lines = self._tellings.likeliest(scores, at)
        read = stances(self._shelf, whole("hedge", clause.text), (), lines)
        in_all = stances(self._shelf, whole("hedge", line.span.text), (), lines)
        return at, {
            **told,
            "contradicted": read.contradicts,
            "borne out": read.bears_out,
            "contradicted in all": in_all.contradicts,
        }

    def _ends(self, clause: Span) -> _Ends:
        """Give where the words end by which the sources' clauses leave open what one says."""
        if _WILL.search(clause.text):
            return self._openness.hopes
        is_expected = _HAS.search(clause.text) or _is_of_now(clause)
        return self._openness.expects if is_expected else self._openness.opens

    def _bears(self, clause: Span, place: int, ends: _Ends) -> bool:
        """Does a clause of the sources tell flatly what one of the draft may say?"""
        if ends[place] is not None or not self._openness.tells[place]:
            return False
        return bool(_NOT.search(clause.text) or not _NOT.search(self._text(place)))

    def _doubt(self, place: int) -> float:
        return self._shelf.doubt(self._tellings.places[place][0])

    def _text(self, place: int) -> str:
        return self._tellings.places[place][1].text

    def _stands(
        self, line: Line, clause: Span, soft: frozenset[str], scores: Floats, ends: _Ends
    ) -> _Stands:
        found = _Stands(*(np.zeros(len(scores), dtype=np.bool_) for _ in range(4)))
        for place in np.flatnonzero(scores >= _LEAST).tolist():
            where, other = self._tellings.places[place]
            if where.is_question or (
                self._shelf.is_looked_up(where)
                and (_is_credited(line) or _is_of_later(line, clause, where))
            ):
                continue  # whoever the draft has it from may know what the other did not
            end = ends[place]
            if end is None:
                found.bears[place] = self._bears(clause, place, ends)
            elif _is_left_open(self._shelf, clause, where, other, end):
                found.bears[place] = (
                    (bool(line.quotes) and _is_accusation(where, other, end))
                    # "It has sold none" is not what "they may have to be sold" leaves open.
                    or (_denies(clause) and not _NOT.search(other.text))
                    or (self._openness.is_held[place] and _is_credited(line))
                    or _may_too(soft, where, other, end)
                )
                found.opens[place] = not found.bears[place]
                found.of_two[place] = tell_of_two(line, clause, where, other)
                found.otherwise[place] = not _is_flat_beside(soft, where, other, end)
        return found

    def _tell_that(self, clause: Span, at: int, bearing: Mask, ends: _Ends) -> Mask:
        """Say which places tell what is left open at another, and not only what it is said of.

        "There are 34 huts" bears out nothing of "the 34 huts might be removed".
        """
        where, other = self._tellings.places[at]
        left = where.document.text[ends[at] or other.start : other.end]
        words = {
            each
            for each in _telling(clause.text)
            if any(lexicon.match(each, word) > 0 for word in _telling(left))
        }
        if not words:
            return bearing
        told = bearing.copy()
        for place in np.flatnonzero(bearing).tolist():
            own = _telling(self._text(place))
            shared = sum(any(lexicon.match(each, word) > 0 for word in own) for each in words)
            told[place] = shared > 0
        return told


class _Stands(NamedTuple):
    """Which clauses of the sources leave open what a clause of the draft says.

    Attributes:
        opens: They do; `otherwise` in words of which the draft has some, or `of_two` rather of
            something else.
        bears: They tell it so that the draft may, too.
    """

    opens: Mask
    otherwise: Mask
    of_two: Mask
    bears: Mask


def _is_of_later(line: Line, clause: Span, where: Line) -> bool:
    """Does a clause tell of a day that is past, and was to come when the other was written?

    What may have been open then is settled: "was to be hosted", "was hosted on Tuesday". Asked of
    what was looked up alone: what was given for a draft is what it has to go by.
    """
    today, then = line.document.day, where.document.day
    if today is None or then is None or then >= today:
        return False
    times = (each for each in line.times if each.span.overlaps(clause))
    days = (one for one in map(when, times) if one is not None and one.minutes is None)
    return any(one.length == "day" and then < one.first <= today for one in days)


def _is_of_now(clause: Span) -> bool:
    """Does a clause tell something as it is: "The county pays half", where that is expected?"""
    words = words_in(clause.text)
    return is_told(clause) and not any(each in PAST or each.endswith("ed") for each in words)


def _denies(clause: Span) -> bool:
    """Does a clause say of one thing alone that it is not?"""
    return _NOT.search(clause.text) is not None and " and " not in clause.text


def _is_part(span: Span, other: Span) -> bool:
    return span != other and other.start <= span.start and span.end <= other.end


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
    return bool(line.quotes) or not _SAID.isdisjoint(words_in(_UNTOLD.sub("", line.span.text)))


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
    if not soft.isdisjoint(before[-1:]):
        return False  # both say "could"
    said = _SAID if is_said else _SAID.intersection(before)
    own = {lexicon.stem(word) for word in (*behind, *said)}
    return all(lexicon.stem(word) in own for word in soft)


def _may_too(soft: frozenset[str], line: Line, other: Span, opens: int) -> bool:
    """Do both say what may be, each in a word of its own: "can be laid", "may be laid"?"""
    before = words_in(line.document.text[other.start : opens])
    if "would" in soft and "would" in words_in(other.text):
        return True  # "each would have got 900", "the plan would have given each 900"
    return not _MODALS.isdisjoint(soft) and not _MODALS.isdisjoint(before[-1:])


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

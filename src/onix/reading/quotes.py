"""Who said what: in come a document's sentences and names, out come its quotations.

It joins what stands between quote marks (`quotemarks`), what the sentences attribute
(`attribution`) and who the sources are (`speakers`); nothing is decided here but how they meet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Generic, TypeVar

from onix.model import Document, Hedge, Mention, Provenance, Quote, QuoteKind, Span
from onix.reading.attribution import Attribution, attribute, may_attribute
from onix.reading.hedges import find_hedges
from onix.reading.leads import beside, heading, owner_before, subject_before
from onix.reading.phrases import Region, cue_classes
from onix.reading.provenance import find_provenance
from onix.reading.quotemarks import Piece, find_pieces, mask, paragraphs
from onix.reading.speakers import Speakers, is_document, is_outlet
from onix.reading.words import sections

T = TypeVar("T", Hedge, Provenance)
_WORD = re.compile(r"\w+")
_NAME_AND_VERB = re.compile(r"(?:[A-Z][\w’'-]*\.?\s+){1,4}([a-z]+)(?=[.,]|\s+(?:on|in|at|of)\b)")
_LOWER = re.compile(r"[a-z]+")
# Shorter strings in marks are as often titles, nicknames and scare quotes as they are speech.
_SPEECH_WORDS = 5
_LONGEST_TITLE = 60
_LONG = 1_000
_SMALL = frozenset(sections("grammar")["small"])
_BEFORE_TITLES = frozenset({"in", "of", "from", "the", "a", "an", "and"})
_WORKS = frozenset(sections("grammar")["works"])


@dataclass(slots=True)
class _Unit:
    """A sentence, never cut inside a quotation; `pieces` are its marked strings."""

    start: int
    end: int
    paragraph: int
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    kind: QuoteKind
    content: list[Region]
    marked: list[Region]
    cue: Region | None
    source: Region | None
    speaker: str | None
    addressee: Region | None
    confidence: float
    unit: _Unit


def find_quotes(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    hedges: Sequence[Hedge] | None = None,
    provenance: Sequence[Provenance] | None = None,
) -> tuple[Quote, ...]:
    """Give everything that is quoted or reported in a document, in the order of the text.

    A transcript's turns are its quotes. In other documents: (1) marked strings are found;
    (2) sentences are read for cues, sources and reported words; (3) marked strings without a cue
    go to whoever was led in or spoke last, or to nobody; (4) sources become names.

    Args:
        hedges: Those of the document, where they were already found.
        provenance: The same for what its statements go back to.
    """
    if document.turns:
        return tuple(_of_turns(document))
    text = document.text
    parts = paragraphs(text)
    pieces = [piece for piece in find_pieces(text, parts) if not _is_title(text, piece)]
    masked = mask(text, pieces)
    units = _units(text, parts, pieces, sentences)
    drafts = _Reading(document, masked, Speakers(document, mentions, masked)).read(units)
    if hedges is None:
        hedges = find_hedges(document, sentences)
    if provenance is None:
        provenance = find_provenance(document, sentences, mentions)
    hedged = _Nearby(hedges)
    traced = _Nearby(provenance)
    return tuple(
        _finish(document, draft, hedged.touching(draft), traced.touching(draft)) for draft in drafts
    )


class _Nearby(Generic[T]):
    """Marks of a document in order, to be asked for those that touch a sentence."""

    def __init__(self, marks: Sequence[T]) -> None:
        self._marks: list[T] = sorted(marks, key=lambda mark: mark.span.start)
        self._starts: list[int] = [mark.span.start for mark in self._marks]

    def touching(self, draft: _Draft) -> list[T]:
        """Give those in the sentence of a quote; of a very long one only those around the quote."""
        start = max(draft.unit.start, draft.content[0][0] - _LONG)
        end = min(draft.unit.end, draft.content[-1][1] + _LONG)
        return self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _of_turns(document: Document) -> list[Quote]:
    return [
        Quote("direct", (turn.span,), speaker=turn.speaker, confidence=1.0)
        for turn in document.turns
        if turn.span.text.strip()
    ]


def _is_title(text: str, piece: Piece) -> bool:
    """Does a short marked string name a work, as in: on CNN’s “New Day”, her book “Becoming”?"""
    if piece.end - piece.start > _LONGEST_TITLE:
        return False
    before = text[max(0, piece.outer_start - 24) : piece.outer_start]
    words = text[piece.start : piece.end].rstrip(",.").split()
    if not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    lead = before.rstrip().rpartition(" ")[2].lower()
    if lead in _WORKS or lead == "on" or lead.endswith(("’s", "'s")):
        return True
    long = sum(word not in _SMALL for word in words) > 1
    return long and lead in _BEFORE_TITLES and not all(map(str.isupper, words))


def _units(
    text: str,
    parts: Sequence[Region],
    pieces: Sequence[Piece],
    sentences: Sequence[Span],
) -> list[_Unit]:
    """Join sentences that a quotation runs through, and cut them at paragraphs."""
    borders = sorted(span.start for span in sentences)
    units: list[_Unit] = []
    number = 0
    for paragraph, (start, end) in enumerate(parts):
        inside: list[Piece] = []
        while number < len(pieces) and pieces[number].outer_start < end:
            inside.append(pieces[number])
            number += 1
        at = start
        cuts = []
        next_piece = 0
        for border in borders[bisect_left(borders, start + 1) : bisect_left(borders, end)]:
            while next_piece < len(inside) and inside[next_piece].outer_end <= border:
                next_piece += 1
            within = next_piece < len(inside) and inside[next_piece].outer_start < border
            asked = next_piece and inside[next_piece - 1].outer_end >= border - 2
            if not within and not text[border].islower() and not (asked and _tail(text, border)):
                cuts.append(border)
        next_piece = 0
        for cut in [*cuts, end]:
            unit = _Unit(at, at + len(text[at:cut].rstrip()), paragraph)
            while next_piece < len(inside) and inside[next_piece].outer_start < cut:
                unit.pieces.append(inside[next_piece])
                next_piece += 1
            units.append(unit)
            at = cut
    return units


def _tail(text: str, border: int) -> bool:
    """Does a "sentence" only say who asked what stands before it: “Why?” Mrs. Lee asked."""
    match = _NAME_AND_VERB.match(text, border)
    return match is not None and bool(
        cue_classes().get(match.group(1), frozenset()) & {"say", "tell", "quote"}
    )


class _Reading:
    """One pass over a document's sentences, with the quotes found so far."""

    def __init__(self, document: Document, masked: str, speakers: Speakers) -> None:
        self._text = document.text
        self._masked = masked
        self._speakers = speakers
        self._drafts: list[_Draft] = []

    def read(self, units: Sequence[_Unit]) -> list[_Draft]:
        previous: _Unit | None = None
        for unit in units:
            for attribution in self._attributions(unit):
                self._add(unit, attribution)
            self._place_rest(unit, previous)
            previous = unit
        return self._drafts

    def _attributions(self, unit: _Unit) -> list[Attribution]:
        head = heading(self._masked, unit.start, unit.end, first=unit.paragraph == 0)
        if head is not None:
            return [head]
        words = _LOWER.findall(self._masked[unit.start : unit.end].lower())
        if not may_attribute(words, marked=bool(unit.pieces)):
            return []
        return attribute(self._masked, unit.start, unit.end)

    def _add(self, unit: _Unit, attribution: Attribution) -> None:
        source = attribution.source
        speaker = None
        if source is None and attribution.carried:
            source, speaker = self._subject(unit, attribution.cue[0])
        elif source is not None:
            speaker = self._speakers.resolve(source, attribution.content)
        content: list[Region] = []
        marked: list[Region] = []
        plain = False
        for region in attribution.content:
            held = [
                piece
                for piece in unit.pieces
                if region[0] <= piece.outer_start and piece.outer_end <= region[1]
            ]
            marked += [(piece.start, piece.end) for piece in held]
            if _WORD.search(self._masked, *region):
                plain = True
                content.append(region)
            else:
                content += [(piece.start, piece.end) for piece in held]
        if not content:
            return
        kind: QuoteKind = "direct" if not plain else "mixed" if marked else "indirect"
        self._drafts.append(
            _Draft(
                kind,
                content,
                marked,
                attribution.cue,
                source,
                speaker,
                attribution.addressee,
                attribution.confidence,
                unit,
            )
        )

    def _subject(self, unit: _Unit, position: int) -> tuple[Region | None, str | None]:
        """Take whose words are led up to, else who the clause before `position` is about."""
        source = owner_before(self._masked, unit.start, position) or subject_before(
            self._masked, unit.start, unit.end, position
        )
        return source, None if source is None else self._speakers.resolve(source)

    def _place_rest(self, unit: _Unit, previous: _Unit | None) -> None:
        """Give marked strings that no cue governs to whoever they belong to, or to nobody."""
        drafts = takewhile(lambda draft: draft.unit is unit, reversed(self._drafts))
        taken = {region for draft in drafts for region in draft.marked}
        rest = [piece for piece in unit.pieces if (piece.start, piece.end) not in taken]
        if not rest:
            return
        bare = not _WORD.search(self._masked, unit.start, unit.end)
        last = self._drafts[-1] if self._drafts else None
        if last is not None and last.marked and bare and self._continues(last, rest[0], unit):
            for piece in rest:
                last.content.append((piece.start, piece.end))
                last.marked.append((piece.start, piece.end))
            last.unit = unit
            return
        for piece in rest:
            self._draft_unled(unit, piece, previous, bare=bare)

    def _continues(self, last: _Draft, piece: Piece, unit: _Unit) -> bool:
        if piece.reopens:
            return True
        return last.unit.paragraph == unit.paragraph and last.source is not None

    def _draft_unled(
        self, unit: _Unit, piece: Piece, previous: _Unit | None, *, bare: bool
    ) -> None:
        region = (piece.start, piece.end)
        spoken = self._text[piece.end - 1] in ",?!…—"
        neighbour = beside(self._masked, piece.outer_end, unit.end) if spoken else None
        if neighbour is None:
            cue = None
            source, speaker, confidence = self._leader(unit, piece, previous, bare=bare)
        else:
            cue, source = neighbour
            speaker, confidence = self._speakers.resolve(neighbour[1]), 0.8
        self._drafts.append(
            _Draft("direct", [region], [region], cue, source, speaker, None, confidence, unit)
        )

    def _leader(
        self, unit: _Unit, piece: Piece, previous: _Unit | None, *, bare: bool
    ) -> tuple[Region | None, str | None, float]:
        """Find who leads up to a marked string, in its sentence or before, and how sure that is."""
        before = self._masked[max(unit.start, piece.outer_start - 9) : piece.outer_start].rstrip()
        if bare and previous is not None and self._masked[previous.end - 1] == ":":
            return (*self._lead_in(previous, previous.end), 0.8)
        if before.endswith(":"):
            return (*self._lead_in(unit, piece.outer_start), 0.8)
        if len(_WORD.findall(self._text, piece.start, piece.end)) < _SPEECH_WORDS:
            return None, None, 0.3
        if not bare:
            return (*self._lead_in(unit, piece.outer_start), 0.5)
        last = self._drafts[-1] if self._drafts else None
        if last is not None and last.unit.paragraph >= unit.paragraph - 1:
            return last.source, last.speaker, 0.6
        return None, None, 0.3

    def _lead_in(self, unit: _Unit, position: int) -> tuple[Region | None, str | None]:
        for draft in reversed(self._drafts[-6:]):
            if draft.unit is unit and draft.source is not None:
                return draft.source, draft.speaker
        return self._subject(unit, position)


def _finish(
    document: Document,
    draft: _Draft,
    hedges: Sequence[Hedge],
    provenance: Sequence[Provenance],
) -> Quote:
    def spans(regions: Sequence[Region | None]) -> tuple[Span, ...]:
        return tuple(document.span(*region) for region in regions if region is not None)

    speaker = draft.speaker
    if draft.source is not None:
        words = document.text[slice(*draft.source)]
        if is_document(words) or is_outlet(words):
            speaker = None
    return Quote(
        kind=draft.kind,
        content=spans(draft.content),
        marked=spans(draft.marked),
        cue=spans([draft.cue]),
        source=spans([draft.source]),
        speaker=speaker,
        addressee=None if draft.addressee is None else document.text[slice(*draft.addressee)],
        hedges=tuple(hedge.span for hedge in hedges),
        provenance=tuple(provenance),
        confidence=draft.confidence,
    )

"""Quotes in the making: in come the units of a text, out comes who says what in each.

What cues govern is taken from `attribution`; marked strings that no cue governs go to whoever is
led in, speaks of them or spoke last, and else to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from onix.model import Document, QuoteKind
from onix.reading.grammar.function_words import COORDINATORS, PRONOUNS
from onix.reading.grammar.quotemarks import Piece
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import SPOKEN, Unit
from onix.reading.quotes.attribution import attribute, may_attribute
from onix.reading.quotes.dialogue import replying, turn
from onix.reading.quotes.draft import Draft, outermost_first
from onix.reading.quotes.leads import (
    beside,
    heading,
    is_review,
    named_before,
    owner_before,
    reacting,
    said_so,
    signed,
    signed_below,
    subject_before,
    viewed_by,
    worded_by,
)
from onix.reading.quotes.so_called import is_called_so, is_so_called
from onix.reading.quotes.statements import Attribution
from onix.reading.quotes.voices import is_somebody, voice_before
from onix.reading.quotes.works import is_called_out, is_capitalised
from onix.reading.retractions import is_note, is_taken_back

_WORD = re.compile(r"\w+")
_LOWER = re.compile(r"[a-z]+")
_APPOSED = re.compile(r"(?:The|An?) (?:[a-z-]+ )?[a-z]+ ")
_SMALL = re.compile(r"\b[a-z]{2,}")
# Shorter strings in marks are as often names and scare quotes as they are speech.
_SPEECH_WORDS = 5
_SURE_WORDS = 8
# So many quotes are looked back over, and what is not surer than this is a guess.
_LAST = 6
_GUESSED = 0.6
_LABEL = re.compile(r"(?<![\w’'-] )(?<!\w)([A-Z][A-Z.’' -]{2,30}):\s+(?=\S)")
_IS = re.compile(r"\s+(?:is|was|are|were|has\s+been|had\s+been|became)\s+(?:an?\s+|the\s+)?")
_SO_CALLED_REACH = 90
_COLON_REACH = 9
_AS = re.compile(r"(?:[A-Z][a-z]+(?: [a-z]+)?, )?(?:[Aa]s|[Aa]ccording to)\b")
_MARK = 2  # characters of a quote mark
_JOINT = re.compile(r"[^\x01]{0,60}?,\s+(?:and|but|when|until)\s+")


def _is_credit(sentence: str) -> bool:
    """Does a sentence only name who took a picture: "Ann Lee/AP"?"""
    return _WORD.search(sentence) is not None and _SMALL.search(sentence) is None


class Reading:
    """One pass over a document's sentences, with the quotes found so far."""

    def __init__(self, document: Document, masked: str) -> None:
        self._text = document.text
        self._title = document.title
        self._masked = masked
        self._drafts: list[Draft] = []

    def read(self, units: Sequence[Unit]) -> list[Draft]:
        """Give the quotes of a document's units, in order."""
        previous: Unit | None = None
        for unit in units:
            place = self._text, unit.start, unit.end
            if is_taken_back(*place, title=self._title) or is_note(*place):
                continue
            self._sign(unit, previous)
            for attribution in self._attributions(unit):
                self._add(unit, attribution)
            self._place_rest(unit, previous)
            previous = unit
        return self._drafts

    def _sign(self, unit: Unit, previous: Unit | None) -> None:
        """Give a quotation that stood alone to whom what is behind names: — Tom Reyes, mayor.

        Or: That was how Reyes put it.
        """
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.unit is not previous or last.confidence > _GUESSED:
            return
        if len(last.content) < 2 and not self._is_whole(last):
            return  # "– Ann Lee" behind an article is who wrote it
        source = signed(self._masked, unit.start, unit.end)
        if unit.paragraph != previous.paragraph and source is None:
            source = signed_below(self._masked, unit.start, unit.end)
        if source is None or self._masked[unit.start] not in "—–-":
            source = said_so(self._masked, unit.start, unit.end)
        if source is not None:
            last.source, last.confidence = source, 0.8

    def _is_whole(self, draft: Draft) -> bool:
        """Is a quotation a sentence of its own, or does one end with it?"""
        return not _WORD.search(self._masked, draft.content[-1][1], draft.unit.end)

    def _attributions(self, unit: Unit) -> list[Attribution]:
        head = heading(self._masked, unit.start, unit.end, first=unit.paragraph == 0)
        if head is not None:
            return [head]
        words = _LOWER.findall(self._masked[unit.start : unit.end].lower())
        if not may_attribute(words, marked=bool(unit.pieces)):
            return []
        return attribute(self._masked, unit.start, unit.end)

    def _add(self, unit: Unit, attribution: Attribution) -> None:
        source = attribution.source
        if source is None and attribution.carried:
            source = self._subject(unit, attribution.cue[0], within=True)
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
            Draft(kind, content, marked, attribution.cue, source, attribution.confidence, unit)
        )

    def _subject(self, unit: Unit, position: int, *, within: bool = False) -> Region | None:
        """Take whose words are led up to, whom the clause before `position` is about, or the last.

        Args:
            within: Whoever spoke last has to have done so in the same paragraph.
        """
        source = owner_before(self._masked, unit.start, position) or subject_before(
            self._masked, unit.start, unit.end, position
        )
        if source is not None:
            return source
        return self._spoke_last(unit.paragraph - (not within))

    def _spoke_last(self, since: int) -> Region | None:
        """Give who spoke last, in the paragraph `since` or after it."""
        quoted = self._last_quoted()
        for draft in [*([quoted] if quoted else []), *reversed(self._drafts[-_LAST:])]:
            if draft.source is not None and draft.unit.paragraph >= since:
                return draft.source
        return None

    def _place_rest(self, unit: Unit, previous: Unit | None) -> None:
        """Give marked strings that no cue governs to whoever they belong to, or to nobody."""
        drafts = takewhile(lambda draft: draft.unit is unit, reversed(self._drafts))
        taken = {region for draft in drafts for region in draft.marked}
        rest = [piece for piece in unit.pieces if (piece.start, piece.end) not in taken]
        if not rest:
            return
        bare = not _WORD.search(self._masked, unit.start, unit.end)
        last = self._last_quoted()
        if last is not None and self._continues(last, rest[0], unit, previous, bare=bare):
            for piece in rest if bare else rest[:1]:
                last.content.append((piece.start, piece.end))
                last.marked.append((piece.start, piece.end))
            last.unit = unit
            if bare:
                return
            rest = rest[1:]
        for piece in rest:
            self._draft_unled(unit, piece, previous, bare=bare)

    def _last_quoted(self) -> Draft | None:
        """Give the last quotation, if the last sentence that says something holds one.

        One that opens the sentence goes before a few words in it: “…,” X said, though Y calls it
        “dull.” “…”
        """
        drafts = [draft for draft in self._drafts[-_LAST:] if draft.unit is self._drafts[-1].unit]
        quoted = [draft for draft in drafts if draft.marked]
        if not quoted:
            return None
        first, last = quoted[0], quoted[-1]
        opens = first.marked[0][0] <= first.unit.start + _MARK and self._is_long(first.marked[0])
        return first if opens and not self._is_long(last.marked[-1]) else last

    def _is_long(self, region: Region) -> bool:
        return len(_WORD.findall(self._text, *region)) >= _SPEECH_WORDS

    def _reacts(self, previous: Unit, unit: Unit) -> Region | None:
        """Give who is said to speak, laugh or nod right before words that stand alone."""
        if previous.paragraph != unit.paragraph:
            return None
        start = previous.start
        if previous.pieces:  # “…,” Reyes said, and her husband cut in. “…”
            said = self._drafts[-1].cue if self._drafts else None
            joint = _JOINT.match(self._masked, said[1], previous.end) if said else None
            if joint is None:
                return None
            start = joint.end()
        return reacting(self._masked, start, previous.end)

    def _continues(
        self, last: Draft, piece: Piece, unit: Unit, previous: Unit | None, *, bare: bool
    ) -> bool:
        """Does a marked string without a cue go on with what was said last?

        It does where it stands alone in the same paragraph or opens a sentence of it: “…,” X said.
        “…” or: “…,” which is new.
        """
        words = self._text[piece.start : piece.end]
        if _LABEL.match(words) or words.isupper():
            return False
        if piece.reopens and bare:
            return True
        if last.unit.paragraph != unit.paragraph or last.source is None:
            return False
        if signed(self._masked, piece.outer_end, unit.end):
            return False
        if bare and previous is not None and self._reacts(previous, unit) is not None:
            return False
        opens = piece.outer_start == unit.start and self._long(piece)
        return bare or (opens and self._beside(unit, piece) is None)

    def _beside(self, unit: Unit, piece: Piece) -> tuple[Region, Region] | None:
        words = self._text[piece.start : piece.end]
        spoken = words.rstrip("'’")[-1:] in SPOKEN and not (" " in words and is_capitalised(words))
        before = self._masked[unit.start : piece.outer_start].rstrip()
        apart = before[-1:].isalpha() and before.rpartition(" ")[2] not in COORDINATORS
        opens = piece.outer_start == unit.start or (self._speech_like(piece) and not apart)
        return beside(self._masked, piece.outer_end, unit.end) if spoken and opens else None

    def _long(self, piece: Piece) -> bool:
        return self._is_long((piece.start, piece.end))

    def _draft_unled(self, unit: Unit, piece: Piece, previous: Unit | None, *, bare: bool) -> None:
        if _LABEL.match(self._text, piece.start, piece.end):
            self._drafts += self._transcript(unit, piece)
            return
        cue: Region | None = None
        title = is_capitalised(self._text[piece.start : piece.end])
        source = None if title else signed(self._masked, piece.outer_end, unit.end)
        around = (unit.start, unit.end), (piece.outer_start, piece.outer_end)
        neighbour = worded_by(self._masked, *around) or self._beside(unit, piece)
        if source is not None:
            confidence = 0.7
        elif neighbour is not None:
            cue, source = neighbour
            source = replying(self._text, self._drafts, source, unit) or source
            confidence = 0.8
        else:
            source, confidence = self._leader(unit, piece, previous, bare=bare)
        region = (piece.start, piece.end)
        self._drafts.append(Draft("direct", [region], [region], cue, source, confidence, unit))

    def _transcript(self, unit: Unit, piece: Piece) -> Iterator[Draft]:
        """Give the turns of a transcript that stands within marks."""
        labels = list(_LABEL.finditer(self._text, piece.start, piece.end))
        ends = [*(label.start() for label in labels[1:]), piece.end]
        for label, end in zip(labels, ends, strict=True):
            said = (label.end(), label.end() + len(self._text[label.end() : end].rstrip()))
            colon, source = (label.end(1), label.end(1) + 1), label.span(1)
            if said[0] < said[1]:
                yield Draft("direct", [said], [said], colon, source, 0.8, unit)

    def _leader(
        self, unit: Unit, piece: Piece, previous: Unit | None, *, bare: bool
    ) -> tuple[Region | None, float]:
        """Find who leads up to a marked string, in its sentence or before, and how sure that is."""
        before = self._masked[
            max(unit.start, piece.outer_start - _COLON_REACH) : piece.outer_start
        ].rstrip()
        if bare and previous is not None and self._masked[previous.end - 1] == ":":
            return self._reported_by(previous) or self._lead_in(previous, previous.end), 0.8
        if before.endswith(":"):
            title = is_capitalised(self._text[piece.start : piece.end])
            if title and _WORD.search(self._masked, piece.outer_end, unit.end):
                return None, 0.3  # "One thing remains: “Low Tide” is sold"
            put = self._viewed(unit, piece)  # "As Dunn put it: “…”"
            return put or self._somebody(self._lead_in(unit, piece.outer_start), unit), 0.8
        voice = None if bare else self._voice(unit, piece)
        if voice is not None:
            return voice, 0.6
        nobody = (None, 0.3)
        words = self._text[piece.start : piece.end]
        reacts = self._reacts(previous, unit) if bare and previous else None
        if reacts is not None or (bare and piece.headed):
            return reacts, 0.7
        long = self._long(piece)
        if not (long or (bare and self._speech_like(piece))) or is_capitalised(words):
            return nobody
        if not bare and (reviewed := self._reviewed(unit, piece)) is not None:
            return reviewed, 0.6
        if not bare:
            source = self._somebody(self._lead_in(unit, piece.outer_start), unit)
            if source and _APPOSED.fullmatch(self._masked, source[0], piece.outer_start):
                return nobody  # "The topic “…” was late": it is what they spoke of
            if source and _IS.fullmatch(self._masked, source[1], piece.outer_start):
                return self._spoke_last(unit.paragraph), 0.5  # "He said so. Ruiz was “…”"
            is_pronoun = source and self._text[slice(*source)].lower() in PRONOUNS
            plain = source is None or self._speech_like(piece) or is_pronoun
            return (source, 0.5) if plain else nobody
        if words.isupper():
            return nobody
        taken = turn(self._text, self._drafts, previous, unit, words) if previous else None
        if taken is not None:
            return (taken.source, _GUESSED) if taken.source else nobody
        source = self._spoke_last(unit.paragraph - 1)
        last = self._drafts[-1] if self._drafts else None
        told = last is not None and last.unit is previous and last.source is not None
        if previous and previous.paragraph == unit.paragraph and not (previous.pieces or told):
            source = named_before(self._masked, previous.start, previous.end, source) or source
        if (
            source is None
            and previous is not None
            and long
            and self._masked[previous.end - 1] != "?"
            and not _is_credit(self._masked[previous.start : previous.end])
        ):
            source = self._lead_in(previous, previous.end)
        return nobody if source is None else (source, _GUESSED)

    def _reviewed(self, unit: Unit, piece: Piece) -> Region | None:
        """Give whose words a paragraph of a review of the press goes on to repeat."""
        last = next((each for each in reversed(self._drafts) if each.source and each.cue), None)
        if last is None or not (last.marked and last.source and last.cue):
            return None
        start = max(unit.start, piece.outer_start - _SO_CALLED_REACH)
        marked = (piece.outer_start, piece.outer_end)
        named = is_capitalised(self._text[piece.start : piece.end])
        named = named or is_so_called(self._masked, start, marked, unit.end)
        apart = last.unit.paragraph != unit.paragraph
        goes_on = not (named or apart) and is_review(self._masked, last.source, last.cue)
        return last.source if goes_on else None

    def _somebody(self, source: Region | None, unit: Unit) -> Region | None:
        opens = source is not None and source[0] == unit.start
        words = self._masked[slice(*source)] if source else ""
        return source if source and is_somebody(words, opens=opens) else None

    def _speech_like(self, piece: Piece) -> bool:
        """Is it more than a few words, or a sentence by its capital and its end?"""
        words = len(_WORD.findall(self._text, piece.start, piece.end))
        whole = self._text[piece.start].isupper() and self._text[piece.end - 1] in ".?!"
        return words >= _SURE_WORDS or whole

    def _voice(self, unit: Unit, piece: Piece) -> Region | None:
        """Take who speaks of what is in marks, unless it is a name or goes by it for everybody."""
        start = max(unit.start, piece.outer_start - _SO_CALLED_REACH)
        if is_capitalised(self._text[piece.start : piece.end]) and not is_called_out(
            self._text[start : piece.outer_start]
        ):
            return None
        if is_so_called(self._masked, start, (piece.outer_start, piece.outer_end), unit.end):
            return None
        viewed = self._viewed(unit, piece)
        if viewed is not None or is_called_so(self._masked, start, piece.outer_start):
            return viewed
        return voice_before(
            self._masked, unit.start, piece.outer_start, whole=self._speech_like(piece)
        )

    def _viewed(self, unit: Unit, piece: Piece) -> Region | None:
        marked = (piece.outer_start, piece.outer_end)
        return viewed_by(self._masked, (unit.start, unit.end), marked)

    def _reported_by(self, unit: Unit) -> Region | None:
        """Give who reports a sentence with all that follows its colon: As the Herald wrote, …:"""
        if _AS.match(self._masked, unit.start, unit.end) is None:
            return None
        drafts = takewhile(lambda draft: draft.unit is unit, reversed(self._drafts))
        ends = [draft for draft in drafts if draft.content[-1][1] >= unit.end - 1]
        first = min(ends, key=outermost_first, default=None)
        return None if first is None or first.cue is None else first.source

    def _lead_in(self, unit: Unit, position: int) -> Region | None:
        """Take who speaks in the words up to a place, else who the clause before it is about."""
        tail = self._masked[max(unit.start, position - _COLON_REACH) : position]
        end = position - len(tail) + len(tail.rstrip().removesuffix(":"))
        voice = voice_before(self._masked, unit.start, end, whole=True)
        if voice is not None:
            return voice
        for draft in reversed(self._drafts[-_LAST:]):
            if draft.unit is unit and draft.source is not None:
                return draft.source
        return self._subject(unit, position)

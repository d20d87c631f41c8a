"""Does a draft have from somebody what the record has from others? Voices in, verdicts out.

A voice is wrong where the sources have the same from somebody who surely is another, and likelier
by some way than from anybody who may be the draft's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.tellings import Tellings, against
from onix.verify.facts.voices import Voice, Voices, key_of_name, papers_of

_LEAST = 7.8  # how likely a clause has to tell the same, that has it from another voice,
_AHEAD = 1.9  # and how much likelier than any that may have it from the draft's
_SAME = 6.0  # how likely a clause that has it from the draft's voice has to tell the same
_FEWEST = 2  # content words of what somebody says, or anybody may
_PRONOUNS = frozenset({"he", "she", "it", "they"})

_Stand = Literal["other", "same", "silent"]


class Attributions:
    """Whom the sources have what they tell from, clause by clause."""

    def __init__(self, tellings: Tellings, voices: Voices) -> None:
        self._tellings, self._voices = tellings, voices
        self._in_line = [voices.told[at] for at in tellings.of_line]
        self._of_clause = [
            [each for each in told if each.content.overlaps(clause) or each.span.overlaps(clause)]
            for told, (_, clause) in zip(self._in_line, tellings.places, strict=True)
        ]
        near = [self._words_near(number) for number in range(len(voices.lines))]
        self._near = [near[number] for number in tellings.of_line]

    def _words_near(self, number: int) -> frozenset[str]:
        """Give the words of a line, of its neighbours and of whoever publishes it."""
        lines = self._voices.lines
        document = lines[number].document
        near = (
            word
            for each in lines[max(0, number - 1) : number + 2]
            if each.document.id == document.id
            for word in words_in(each.span.text)
        )
        return key_of_name(document.outlet or "").union(near)

    def verify(self, line: Line) -> Iterator[Found]:
        """Give what the record says of the voices of a line."""
        voices = self._voices.of(line)
        found = [
            each
            for voice in voices
            if _can_be_wrong(line, voice)
            for each in self._verify(line, voice, papers_of(voices))
        ]
        # Of what somebody says in two parts, one may be another's.
        yield from sorted(found, key=lambda each: each.label != "contradicted")

    def _verify(self, line: Line, voice: Voice, papers: frozenset[str]) -> Iterator[Found]:
        scores = self._tellings.scores(line, voice.content, voice.span)
        stands = np.array(
            [self._stand(voice, at, papers) for at in range(len(scores))], dtype=object
        )
        at = against(scores, stands == "other", stands == "same", least=_LEAST, ahead=_AHEAD)
        if at is not None:
            where, clause = self._tellings.places[at]
            heard = filter(voice.is_other, (*self._of_clause[at], *self._in_line[at]))
            source = next((each.span for each in heard), clause)
            yield Found("attribution", voice.span, "contradicted", where, source, "attribution")
            return
        best = int(np.where(stands == "same", scores, -np.inf).argmax()) if len(scores) else 0
        if len(scores) and stands[best] == "same" and scores[best] >= _SAME:
            yield Found("attribution", voice.span, "supported", *self._tellings.places[best])
        elif voice.kind == "outlet":
            yield Found("attribution", voice.span, "not_in_record")

    def _stand(self, voice: Voice, at: int, papers: frozenset[str]) -> _Stand:
        """Has a clause of the sources what it tells from another voice, or may it be the same?

        Args:
            papers: The documents that the draft's line names, by their nouns.
        """
        is_near = not voice.keys.isdisjoint(self._near[at])
        heard = self._of_clause[at]
        if voice.kind == "outlet":
            outlets = self._outlets(voice, at, papers)
            if outlets and all(map(voice.is_other, outlets)):
                where, _ = self._tellings.places[at]
                return "other" if voice.keys.isdisjoint(words_in(where.span.text)) else "same"
            if outlets or is_near or voice.is_told or voice.is_own:
                return "same"
            return "other" if heard and all(map(voice.is_other, heard)) else "silent"
        known = [each for each in heard if each.kind != "document"]
        if known:
            return "other" if all(map(voice.is_other, known)) else "same"
        return "same" if is_near else "silent"

    def _outlets(self, voice: Voice, at: int, papers: frozenset[str]) -> list[Voice]:
        """Give the outlets that a clause credits, or its source with the document they are about.

        Whoever credits an outlet credits no other, and not whoever publishes that.
        """
        found = [each for each in self._in_line[at] if each.kind == "outlet"]
        found = [each for each in found if each.is_told == voice.is_told]
        if not found and not voice.is_told:
            line, _ = self._tellings.places[at]
            for noun in sorted(papers & papers_of(self._in_line[at])):
                found += self._voices.finders[line.document.id, noun]
        return found


def _can_be_wrong(line: Line, voice: Voice) -> bool:
    """May the record know a voice, and is it no matter of a quotation, word for word?"""
    if voice.kind in (None, "document") or not voice.keys:
        return False
    if voice.kind == "outlet":
        return True
    if sum(voice.content.start <= each.start < voice.content.end for each in line.words) < _FEWEST:
        return False  # "declined to comment"
    is_quoted = any(quote.marked for quote in line.quotes if voice.span in quote.source)
    return not is_quoted and voice.span.text.lower() not in _PRONOUNS

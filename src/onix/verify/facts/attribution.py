"""Does a draft have from somebody what the record has from others? Voices in, verdicts out.

A voice is wrong where the sources have the same from somebody who surely is another (`heard.py`),
as far as signs say, which are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onix.model import ClaimKind, DifferenceKind
from onix.reading.grammar import lexicon
from onix.reading.neural.minilm import Floats
from onix.reading.words import verb_forms
from onix.verify.facts.findings import Found
from onix.verify.facts.heard import Heard
from onix.verify.facts.likeliest import Signs, is_sure, may_be_sure
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.stances import marked, stances
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.voice import Voice
from onix.verify.facts.voices import Voices, papers_of

# What each sign is worth, for the odds, as a logarithm, that it is from another voice: fitted on
# drafts alone, as claims name hardly anybody.
WEIGHTS: Mapping[str, float] = {
    "always": -3.606,
    "likely": 0.356,
    "ahead": 0.146,
    "outlet": 1.378,
    "contradicted": 0.080,
    "borne out": -0.099,
}
# Weighed, from which on somebody is another: 19 in 20 of what it finds are right (left-out drafts).
# An outlet may have found out for itself what others tell: from there on no right one is wrong.
_SURE, _SURE_OF_OUTLET = 0.0, 0.4
_LEAST = 3.5  # how likely a clause has to tell the same to be looked at
_MOST = 6.0  # how far ahead one is at most of those that may have it from the draft's voice
_SAME = 6.0  # how likely a clause that has it from the draft's voice has to tell the same
_FEWEST = 2  # content words of what somebody says, or anybody may
_FULL = 7  # words of a full name with its title
_COMMA = 3  # characters between what is said and who says it
_QUOTED = 0.5  # of the words of a quotation, which the record has where it has them from another
_NEAR = 60  # characters in which it stands what somebody is
_APPOSITION = re.compile(r",\s[^,;.]+")
_TITLE = re.compile(r"\b(?:the|an?|her|his|its|their)\s[^,;.:]+,\s$", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "it", "they"})


class Attributions:
    """Whom a draft has something from, held against whom the sources have it from."""

    def __init__(self, tellings: Tellings, voices: Voices) -> None:
        self._tellings, self._voices = tellings, voices
        self.heard = Heard(tellings, voices)

    def verify(self, line: Line) -> Iterator[Found]:
        """Give what the record says of the voices of a line."""
        voices = self._voices.of(line)
        found = [
            each
            for voice in voices
            if can_be_wrong(line, voice)
            for each in self._verify(line, voice, papers_of(voices))
        ]
        # Of what somebody says in two parts, one may be another's.
        yield from sorted(found, key=lambda each: each.label != "contradicted")

    def _verify(self, line: Line, voice: Voice, papers: frozenset[str]) -> Iterator[Found]:
        scores = self._tellings.scores(line, voice.content, voice.span)
        stands = self._stands(line, voice, papers, scores)
        told = _told(voice, scores, stands)
        doubt = 0.0 if told is None else self._doubt(told[0])
        least = _SURE_OF_OUTLET if voice.kind == "outlet" else _SURE
        if told is not None and may_be_sure(told[1], WEIGHTS, doubt, least):
            at, signs = self._read(line, voice, scores, *told)
            if is_sure(signs, WEIGHTS, doubt, least):
                where, clause = self._tellings.places[at]
                heard = self.heard.instead(voice, at)
                source = next((each.span for each in heard), clause)
                kind = self.kind_of(line, voice, heard)
                what: DifferenceKind = "name" if kind == "name" else "attribution"
                yield Found(kind, voice.span, "contradicted", where, source, what)
                return
        same = np.flatnonzero((stands == "same") & (scores >= _SAME)).tolist()
        named = [at for at in same if self.heard.names(voice, at)]
        if named:
            best = max(named, key=lambda at: float(scores[at]))
            yield Found("attribution", voice.span, "supported", *self._tellings.places[best])
        elif voice.kind == "outlet":
            yield Found("attribution", voice.span, "not_in_record")

    def signs(self, line: Line, voice: Voice) -> Signs | None:
        """Give what speaks for it that the record has something from another voice.

        Returns:
            None where nothing likely has it from another, and where the name is what is wrong.
        """
        scores = self._tellings.scores(line, voice.content, voice.span)
        told = _told(
            voice, scores, self._stands(line, voice, papers_of(self._voices.of(line)), scores)
        )
        if told is None:
            return None
        at, signs = self._read(line, voice, scores, *told)
        is_name = self.kind_of(line, voice, self.heard.instead(voice, at)) == "name"
        return None if is_name else signs

    def _stands(
        self, line: Line, voice: Voice, papers: frozenset[str], scores: Floats
    ) -> NDArray[np.object_]:
        """Say of each clause that may tell the same how it stands; all others are silent."""
        words = frozenset(words_in(line.span.text)) - voice.keys
        is_printed = voice.kind == "outlet" and not voice.is_first
        quoted = _quoted(line) if is_printed else frozenset()
        stands = np.full(len(scores), "silent", dtype=object)
        for place in np.flatnonzero(scores >= _LEAST).tolist():
            where, _ = self._tellings.places[place]
            has_quoted = len(quoted & set(words_in(where.span.text))) >= _QUOTED * len(quoted)
            if has_quoted and not where.is_question:
                stands[place] = self.heard.stand(voice, place, papers, words)
        return stands

    def _read(
        self, line: Line, voice: Voice, scores: Floats, at: int, told: Signs
    ) -> tuple[int, Signs]:
        """Add what the reader of statements makes of it."""
        lines = self._tellings.likeliest(scores, at)
        read = stances(self._voices.shelf, marked("attribution", line, voice.span), (), lines)
        return at, {**told, "contradicted": read.contradicts, "borne out": read.bears_out}

    def _doubt(self, place: int) -> float:
        return self._voices.shelf.doubt(self._tellings.places[place][0])

    def kind_of(self, line: Line, voice: Voice, heard: Sequence[Voice]) -> ClaimKind:
        """Say whether the draft has another voice, or the right one by a wrong name.

        The name is wrong where what the draft calls somebody is what the record calls whoever said
        it, and where nobody has that name there.
        """
        heard = [each for each in heard if len(words_in(each.span.text)) <= _FULL]
        if voice.kind != "person" or not any(each.kind in ("person", "role") for each in heard):
            return "attribution"
        roles = _roles(line, voice)
        own = self.heard.about(voice)
        called = [self.heard.about(each) if each.is_named else each.keys for each in heard]
        known = max((_alike(roles, each) for each in called), default=0.0)
        if not own:
            is_whole = bool(known) or (not roles and len(words_in(voice.span.text)) > 1)
            return "name" if is_whole else "attribution"
        mine = _alike(roles, own)
        return "name" if known > mine or (roles and not mine) else "attribution"


def _quoted(line: Line) -> frozenset[str]:
    """Give the words that a line quotes: from whoever prints others, nobody else has them."""
    marked = (word for span in line.marked for word in words_in(span.text))
    return frozenset(marked) - small_words()


def _told(
    voice: Voice, scores: Floats, stands: NDArray[np.object_]
) -> tuple[int, dict[str, float]] | None:
    """Give the likeliest clause that has it from another, and the signs that words are."""
    others = stands == "other"
    if not others.any():
        return None
    at = int(np.where(others, scores, -np.inf).argmax())
    own = float(scores[stands == "same"].max(initial=-_MOST))
    return at, {
        "always": 1.0,
        "likely": float(scores[at]),
        "ahead": min(_MOST, float(scores[at]) - own),
        "outlet": float(voice.kind == "outlet"),
    }


def _roles(line: Line, voice: Voice) -> frozenset[str]:
    """Give what a line calls a voice: "the judge", "number two at the Treasury"."""
    behind = _APPOSITION.match(line.behind(voice.span.end, _NEAR))
    before = _TITLE.search(line.before(voice.span.start, _NEAR))
    if voice.content.end <= voice.span.start < voice.content.end + _COMMA:
        before = None  # "The boats had to turn, Berg recalled": that is what is said
    if behind and not verb_forms("cues", "say").isdisjoint(words_in(behind.group())[:1]):
        behind = None  # "Her barrister, Anna Berg, said that she was sorry"
    around = (before.group() if before else "", behind.group() if behind else "")
    words = words_in(" ".join((voice.span.text, *around)))
    return frozenset(words) - voice.keys - small_words()


def _alike(roles: frozenset[str], about: frozenset[str]) -> float:
    """Say how many words of what somebody is called are among those about somebody."""
    return sum(max((lexicon.match(one, two) for two in about), default=0.0) for one in roles)


def can_be_wrong(line: Line, voice: Voice) -> bool:
    """May the record know a voice, and is it no matter of a quotation, word for word?"""
    if voice.kind in (None, "document") or not voice.keys or line.says_nothing(voice.span):
        return False
    if voice.kind == "outlet":
        # "The paper" is one that was named before, and "this newspaper" the draft's own.
        return not voice.span.text.lower().startswith("the ") or voice.is_named
    inside = (each for each in line.words if voice.content.start <= each.start < voice.content.end)
    if sum(not each.is_value for each in inside) < _FEWEST:
        return False  # "declined to comment", "had begged them to, two times"
    is_quoted = any(quote.marked for quote in line.quotes if voice.span in quote.source)
    return not is_quoted and voice.span.text.lower() not in _PRONOUNS

"""Does a draft have from somebody what the record has from others? Voices in, verdicts out.

A voice is wrong where the sources have the same from somebody who surely is another, and likelier
by some way than from anybody who may be the draft's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onix.model import ClaimKind, DifferenceKind, Span
from onix.reading.grammar import lexicon
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.neural.minilm import Floats
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.likeliest import Signs, is_sure, may_be_sure
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.stances import marked, stances
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.voices import Voice, Voices, bodies, key_of_name, papers_of

# What each sign is worth, for the odds, as a logarithm, that it is from another voice.
WEIGHTS: Mapping[str, float] = {
    "always": -4.032,
    "likely": 0.373,
    "ahead": 0.125,
    "outlet": 1.344,
    "contradicted": 0.133,
    "borne out": -0.143,
}
_LEAST = 3.5  # how likely a clause has to tell the same to be looked at
_MOST = 6.0  # how far ahead one is at most of those that may have it from the draft's voice
_SAME = 6.0  # how likely a clause that has it from the draft's voice has to tell the same
_SAYING = frozenset({"person", "body", "role"})
_FEWEST = 2  # content words of what somebody says, or anybody may,
_FEWEST_OF_ROLE = 4  # and of what somebody without a name says
_FULL = 7  # words of a full name with its title
_NEAR = 60  # characters in which it stands what somebody is
_APPOSITION = re.compile(r",\s[^,;.]+")
_TITLE = re.compile(r"\b(?:the|an?|her|his|its|their)\s[^,;.:]+,\s$", re.IGNORECASE)
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
        self._has_firsts = any(
            each.is_first and each.is_named for told in voices.told for each in told
        )
        # "According to the union" tells nothing that somebody else may have said.
        self._says_nothing = [
            _is_credit_alone(line, clause, told)
            for (line, clause), told in zip(tellings.places, self._of_clause, strict=True)
        ]
        self._known: dict[frozenset[str], frozenset[str]] = {}
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
            if can_be_wrong(line, voice)
            for each in self._verify(line, voice, papers_of(voices))
        ]
        # Of what somebody says in two parts, one may be another's.
        yield from sorted(found, key=lambda each: each.label != "contradicted")

    def _verify(self, line: Line, voice: Voice, papers: frozenset[str]) -> Iterator[Found]:
        scores = self._tellings.scores(line, voice.content, voice.span)
        stands = self._stands(line, voice, papers, scores)
        told = _told(voice, scores, stands)
        if told is not None and may_be_sure(told[1], WEIGHTS):
            at, signs = self._read(line, voice, scores, *told)
            if is_sure(signs, WEIGHTS):
                where, clause = self._tellings.places[at]
                heard = self._heard_instead(voice, at)
                source = next((each.span for each in heard), clause)
                kind = self.kind_of(line, voice, heard)
                what: DifferenceKind = "name" if kind == "name" else "attribution"
                yield Found(kind, voice.span, "contradicted", where, source, what)
                return
        best = int(np.where(stands == "same", scores, -np.inf).argmax()) if len(scores) else 0
        if len(scores) and stands[best] == "same" and scores[best] >= _SAME:
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
        is_name = self.kind_of(line, voice, self._heard_instead(voice, at)) == "name"
        return None if is_name else signs

    def _stands(
        self, line: Line, voice: Voice, papers: frozenset[str], scores: Floats
    ) -> NDArray[np.object_]:
        """Say of each clause that may tell the same how it stands; all others are silent."""
        words = frozenset(words_in(line.span.text)) - voice.keys
        stands = np.full(len(scores), "silent", dtype=object)
        for place in np.flatnonzero(scores >= _LEAST).tolist():
            stands[place] = self._stand_beside(voice, place, papers, words)
        return stands

    def _heard_instead(self, voice: Voice, at: int) -> list[Voice]:
        heard = (*self._of_clause[at], *self._in_line[at])
        return [each for each in heard if self._is_other(voice, each, at)]

    def _read(
        self, line: Line, voice: Voice, scores: Floats, at: int, told: Signs
    ) -> tuple[int, Signs]:
        """Add what the reader of statements makes of it."""
        lines = self._tellings.likeliest(scores, at)
        read = stances(self._voices.shelf, marked("attribution", line, voice.span), (), lines)
        return at, {**told, "contradicted": read.contradicts, "borne out": read.bears_out}

    def kind_of(self, line: Line, voice: Voice, heard: Sequence[Voice]) -> ClaimKind:
        """Say whether the draft has another voice, or the right one by a wrong name.

        The name is wrong where what the draft calls somebody is what the record calls whoever said
        it, and where nobody has that name there.
        """
        heard = [each for each in heard if len(words_in(each.span.text)) <= _FULL]
        if voice.kind != "person" or not any(each.kind in ("person", "role") for each in heard):
            return "attribution"
        roles = _roles(line, voice)
        own = self._about(voice)
        called = [self._about(each) if each.is_named else each.keys for each in heard]
        known = max((_alike(roles, each) for each in called), default=0.0)
        if not own:
            is_whole = bool(known) or (not roles and len(words_in(voice.span.text)) > 1)
            return "name" if is_whole else "attribution"
        mine = _alike(roles, own)
        return "name" if known > mine or (roles and not mine) else "attribution"

    def _about(self, voice: Voice) -> frozenset[str]:
        """Give the words that stand around somebody's name in the record."""
        if voice.keys not in self._known:
            last = words_of_name(voice.span.text)[-1:] if voice.is_named else []
            keys = voice.keys.intersection(last) or voice.keys
            called = {
                word
                for told in self._voices.told
                for each in told
                if each.is_named and keys & each.keys and each.kind != "outlet"
                for word in words_in(each.span.text)[:_FULL]
            }
            self._known[voice.keys] = frozenset(called - small_words()).union(
                word
                for line in self._voices.lines
                for span in line.names
                if keys & key_of_name(span.text)
                for word in words_in(line.before(span.start) + " " + line.behind(span.end))
                if word not in small_words()
            )
        return self._known[voice.keys]

    def _stand_beside(
        self, voice: Voice, at: int, papers: frozenset[str], words: frozenset[str]
    ) -> _Stand:
        """Say how a clause stands; whoever the draft's own sentence names, too, is no other."""
        stand = self._stand(voice, at, papers)
        if stand == "other" and any(
            each.kind != "document"
            and (each.kind == "outlet") >= (voice.kind == "outlet")
            and each.keys & words
            for each in self._of_clause[at]
        ):
            return "same"
        return stand

    def _stand(self, voice: Voice, at: int, papers: frozenset[str]) -> _Stand:
        """Has a clause of the sources what it tells from another voice, or may it be the same?

        Args:
            papers: The documents that the draft's line names, by their nouns.
        """
        if self._says_first(voice):
            return self._stand_first(voice, at)
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
        known = [each for each in heard if each.kind != "document" and not each.is_told]
        if voice.kind == "body" and voice.is_named and not is_near and self._is_apart(voice, at):
            return "other"
        if known and self._says_nothing[at]:
            return "silent"
        if known:
            others = (self._is_other(voice, each, at) for each in known)
            return "other" if all(others) else "same"
        return "same" if is_near else "silent"

    def _is_apart(self, voice: Voice, at: int) -> bool:
        """Is a clause from others alone who have nothing to do with a body that is named?

        From a document, or from somebody about whom the record nowhere names the body.
        """
        heard = [*self._of_clause[at], *(e for e in self._in_line[at] if e.kind == "document")]
        letters = "".join(word[0] for word in voice.span.text.split() if word[:1].isupper()).lower()
        # "The World Bank" says that it is a body; "Ina Brekke" may have been taken for one.
        if not heard or letters in self._near[at] or bodies().isdisjoint(voice.keys):
            return False
        return all(
            each.kind in ("document", "outlet")
            or (each.kind == "person" and voice.keys.isdisjoint(self._about(each) | each.keys))
            or (each.kind == "body" and voice.is_other(each))
            for each in heard
        )

    def _says_first(self, voice: Voice) -> bool:
        """Does a draft name who had it first, and do the sources, too?"""
        return voice.is_first and voice.is_named and self._has_firsts

    def _stand_first(self, voice: Voice, at: int) -> _Stand:
        """Has a clause another outlet for the first; who found it out may have been first."""
        found = [each for each in self._in_line[at] if each.kind == "outlet" and not each.is_told]
        where, _ = self._tellings.places[at]
        own = key_of_name(where.document.outlet or "")
        if any(
            not voice.keys.isdisjoint(own) if each.is_own else not voice.is_other(each)
            for each in found
        ):
            return "same"
        return "other" if any(each.is_first for each in found) else "silent"

    def _is_other(self, voice: Voice, heard: Voice, at: int) -> bool:
        """Are two voices surely two: by their names, or by what the record calls them?

        "The lawyer" is no mayor where the record has a lawyer and calls nobody both.
        """
        if voice.is_other(heard):
            return True
        kinds = (voice.kind, heard.kind)
        if None in kinds or not set(kinds) <= _SAYING or not (voice.keys and heard.keys):
            return False
        if voice.is_named and heard.is_named:
            return False
        if any(lexicon.match(one, two) > 0 for one in voice.keys for two in heard.keys):
            return False
        named, called = (voice, heard) if voice.is_named else (heard, voice)
        if named.is_named and any(each.endswith("s") for each in called.keys):
            return False  # one of "locals"
        if not called.keys.isdisjoint(self._near[at]) and called is voice:
            return False
        speaks = words_of("facts", "speaking")
        if "body" in kinds and (
            set(kinds) != {"body", "role"}
            or speaks & (self._about(voice) | self._about(heard) | voice.keys | heard.keys)
        ):
            return False  # who may speak for it
        about = self._about(named) if named.is_named else named.keys
        is_known = all(self._is_known(each) for each in (voice, heard))
        return is_known and not any(
            lexicon.match(one, two) > 0 for one in called.keys for two in about
        )

    def _is_known(self, voice: Voice) -> bool:
        return any(not voice.keys.isdisjoint(each) for each in self._near)

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
    if behind and not verb_forms("cues", "say").isdisjoint(words_in(behind.group())[:1]):
        behind = None  # "Her barrister, Anna Berg, said that she was sorry"
    around = (before.group() if before else "", behind.group() if behind else "")
    words = words_in(" ".join((voice.span.text, *around)))
    return frozenset(words) - voice.keys - small_words()


def _alike(roles: frozenset[str], about: frozenset[str]) -> float:
    """Say how many words of what somebody is called are among those about somebody."""
    return sum(max((lexicon.match(one, two) for two in about), default=0.0) for one in roles)


def _is_credit_alone(line: Line, clause: Span, told: Sequence[Voice]) -> bool:
    """Does a clause only say whom what stands beside it is from?"""
    named = [each.span for each in told if each.span.overlaps(clause)]
    if not named or any(each.content.overlaps(clause) for each in told):
        return False
    cues = {each.text.lower() for quote in line.quotes for each in quote.cue}
    words = [each for each in line.words if clause.start <= each.start < clause.end]
    return not any(
        each.low not in cues and not any(name.start <= each.start < name.end for name in named)
        for each in words
    )


def can_be_wrong(line: Line, voice: Voice) -> bool:
    """May the record know a voice, and is it no matter of a quotation, word for word?"""
    if voice.kind in (None, "document") or not voice.keys or line.says_nothing(voice.span):
        return False
    if voice.kind == "outlet":
        return True
    inside = (each for each in line.words if voice.content.start <= each.start < voice.content.end)
    fewest = _FEWEST_OF_ROLE if voice.kind == "role" else _FEWEST
    if sum(not each.is_value for each in inside) < fewest:
        return False  # "declined to comment", "had begged them to, two times"
    is_quoted = any(quote.marked for quote in line.quotes if voice.span in quote.source)
    return not is_quoted and voice.span.text.lower() not in _PRONOUNS

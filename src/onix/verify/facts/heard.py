"""Is what a clause of the sources tells from a voice of the draft, or from another? Both in.

A clause has it from whoever is said to say it, has found it out, or from the document in which it
stands. It is its own file because who is surely another is asked of the record alone; how likely a
clause tells what the draft does is asked in `attribution.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import sections, words_of
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.voice import Voice, bodies, key_of_name
from onix.verify.facts.voices import Voices, papers_of

_SAYING = frozenset({"person", "body", "role"})
_ANYBODY = frozenset({"person", "people", "man", "woman", "somebody", "someone"})
_FULL = 7  # words of a full name with its title

Stand = Literal["other", "same", "silent"]


class Heard:
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

    def about(self, voice: Voice) -> frozenset[str]:
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

    def instead(self, voice: Voice, at: int) -> list[Voice]:
        """Give the voices of a clause and its sentence that surely are others, who tells first."""
        heard = (*self._of_clause[at], *self._in_line[at])
        others = [each for each in heard if self._is_other(voice, each, at)]
        return sorted(others, key=lambda each: each.is_told)

    def names(self, voice: Voice, at: int) -> bool:
        """Does a clause's sentence name a voice, or is it what that one says or publishes?

        Where it does not, it may be from anybody, and bears out no credit.
        """
        line, _ = self._tellings.places[at]
        told = {word for each in self._in_line[at] for word in each.keys}
        told.update(words_in(line.span.text), key_of_name(line.document.outlet or ""))
        return voice.is_own or any(
            lexicon.match(one, two) > 0 for one in voice.keys for two in told
        )

    def stand(self, voice: Voice, at: int, papers: frozenset[str], words: frozenset[str]) -> Stand:
        """Say how a clause stands; whoever the draft's own sentence names, too, is no other."""
        stand = self._stand(voice, at, papers)
        if stand == "other" and any(
            each.kind != "document"
            and not (each.kind == "outlet" and each.is_told)  # both were told it
            and (each.kind == "outlet") >= (voice.kind == "outlet")
            and each.keys & words
            for each in self._of_clause[at]
        ):
            return "same"
        return "silent" if stand == "other" and self._may_both(voice, at) else stand

    def _may_both(self, voice: Voice, at: int) -> bool:
        """May an outlet and somebody each tell it, as nobody gave the text for the draft?"""
        line, _ = self._tellings.places[at]
        others = [
            (each.kind == "outlet") != (voice.kind == "outlet") for each in self.instead(voice, at)
        ]
        return self._voices.shelf.is_looked_up(line) and all(others)

    def _stand(self, voice: Voice, at: int, papers: frozenset[str]) -> Stand:
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
        if any(each.is_told and self._is_or_is_called(each, voice) for each in heard):
            return "same"  # who speaks says that another says so
        if known:
            others = (self._is_other(voice, each, at) for each in known)
            return "other" if all(others) else "same"
        return "same" if is_near else "silent"

    def _is_or_is_called(self, heard: Voice, voice: Voice) -> bool:
        """Is it somebody of that name, or whom the record calls so?"""
        return heard.kind == "person" and not voice.keys.isdisjoint(heard.keys | self.about(heard))

    def _is_apart(self, voice: Voice, at: int) -> bool:
        """Is a clause from others alone who have nothing to do with a body that is named?

        From a document, or from somebody about whom the record nowhere names the body.
        """
        heard = [*self._of_clause[at], *(e for e in self._in_line[at] if e.kind == "document")]
        letters = "".join(word[0] for word in voice.span.text.split() if word[:1].isupper()).lower()
        # "The World Bank" says that it is a body; "Ina Brekke" may have been taken for one.
        is_called_body = not bodies().isdisjoint(voice.keys) or (
            len(voice.keys) > 1 and voice.span.text.lower().startswith("the ")
        )
        if not heard or letters in self._near[at] or not is_called_body:
            return False
        return all(
            each.kind in ("document", "outlet")
            or (each.kind == "person" and voice.keys.isdisjoint(self.about(each) | each.keys))
            or (each.kind == "body" and voice.is_other(each))
            for each in heard
        )

    def _says_first(self, voice: Voice) -> bool:
        """Does a draft name who had it first, and do the sources, too?"""
        return voice.is_first and voice.is_named and self._has_firsts

    def _stand_first(self, voice: Voice, at: int) -> Stand:
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
        if voice.is_other(heard) or self._speaks_for_none(voice, heard):
            return True
        if self._are_both_ends(voice, heard) or self._are_both_ends(heard, voice):
            return True
        kinds = (voice.kind, heard.kind)
        if None in kinds or not set(kinds) <= _SAYING or not (voice.keys and heard.keys):
            return False
        if voice.is_named and heard.is_named:
            return False
        if any(lexicon.match(one, two) > 0 for one in voice.keys for two in heard.keys):
            return False
        named, called = (voice, heard) if voice.is_named else (heard, voice)
        if named.is_named and any(each.endswith("s") or each in _ANYBODY for each in called.keys):
            return False  # one of "locals", "a person familiar with the matter"
        if not called.keys.isdisjoint(self._near[at]) and called is voice:
            return False
        speaks = words_of("facts", "speaking")
        if "body" in kinds and (
            set(kinds) != {"body", "role"}
            or speaks & (self.about(voice) | self.about(heard) | voice.keys | heard.keys)
        ):
            return False  # who may speak for it
        about = self.about(named) if named.is_named else named.keys
        is_known = all(self._is_known(each) for each in (voice, heard))
        return is_known and not any(
            lexicon.match(one, two) > 0 for one in called.keys for two in about
        )

    def _speaks_for_none(self, voice: Voice, heard: Voice) -> bool:
        """Is it surely not a body that is heard: a source without a name, or who is outside of it?

        What "two sources" say no ministry has said, and an analyst is not the company.
        """
        if voice.kind not in ("body", "person") or not voice.keys:
            return False
        if heard.kind == "role" and words_of("facts", "unnamed") & heard.keys:
            return voice.keys.isdisjoint(words_in(heard.span.text))
        if voice.kind != "body" or voice.is_named or heard.kind not in ("person", "role"):
            return False
        about = self.about(heard) | heard.keys
        if not voice.keys.isdisjoint(about):
            return False
        return bool(words_of("facts", "outsiders") & about) or _is_of_another(voice, about)

    def _are_both_ends(self, voice: Voice, other: Voice) -> bool:
        """Is one of those to whom it happens, and the other a body or who speaks for one?

        What "the parents" say the hospital's spokesman does not, whatever else he may be.
        """
        affected = words_of("facts", "affected")
        if voice.is_named or not voice.keys & affected or not other.keys:
            return False
        about = self.about(other) | other.keys
        if affected & about:
            return False
        is_speaker = other.kind == "person" and bool(words_of("facts", "speaking") & about)
        return is_speaker or (other.kind == "body" and bool(other.keys & bodies()))

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


def _is_of_another(body: Voice, about: frozenset[str]) -> bool:
    """Does what is said of somebody name a body of another kind, and none of this one's?

    A club's secretary is not the council, and a navy's spokesman no ministry.
    """
    kinds = [frozenset(each.split()) for each in sections("facts")["kinds_of_bodies"]]
    own = next((each for each in kinds if body.keys & each), None)
    if own is None or own & about:
        return False
    return any(each & about & bodies() for each in kinds)


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

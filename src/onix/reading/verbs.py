"""Cue verbs in a sentence: in comes a word that may be one, out come the verb and its subject.

English puts the same form to many uses: "claims" is a noun as often as a verb, "told" a passive.
It is its own file because telling them apart is one question, what they govern another.
"""

from __future__ import annotations

from dataclasses import dataclass

from onix.reading.phrases import (
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    HOSTS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    Sentence,
    Tokens,
    base_forms,
)
from onix.reading.words import sections

DOCUMENTS = frozenset(sections("documents")["nouns"])
SPEAKING = frozenset({"say", "quote"})
_NOUNS_TOO = frozenset(sections("cues")["both"])
_PEOPLE = frozenset(
    {"he", "she", "they", "the", "a", "an", "one", "his", "her", "their", "another"}
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue with what is left of it: `first` token of its verb group, its subject, its shape."""

    index: int
    first: int
    classes: frozenset[str]
    subject: Tokens | None
    inverted: Tokens | None = None
    participle: bool = False

    @property
    def left(self) -> int:
        """The last token before the subject, or before the verb where that stands elsewhere."""
        subject = self.subject if self.inverted is None else None
        return (subject[0] if subject else self.first) - 1


def read_verb(sentence: Sentence, index: int, classes: frozenset[str]) -> Verb | None:
    """Tell whether the cue at `index` is a verb that somebody governs, and who stands before it."""
    word = sentence.words[index]
    before, helped, passive = sentence.verb_group(index)
    previous = sentence.word(before)
    first = before + 1
    if before == 0 and previous in ("who", "what", "which"):
        return None  # a question
    if word.endswith("ing") and not passive:
        return _participle(sentence, index, first, classes)
    if (passive and not word.endswith("ing")) or (before < 0 and not helped and index == 0):
        return None  # "was told", "is expected", "Asked about …"
    if previous == "to" and sentence.word(before - 1) in HOSTS:
        host = before - 1 - (sentence.word(before - 1) == "on")  # "went on to say"
        return Verb(index, first, classes, sentence.subject(sentence.verb_group(host)[0]))
    if previous == "to":
        speaks = classes & {"say", "think", "show"}
        return Verb(index, first, classes, None) if before > 1 and not speaks else None
    if word in base_forms() and not helped and not _is_plural(sentence, before):
        return None
    if word in _NOUNS_TOO and not helped:
        if not (sentence.is_name(before) or previous in ("he", "she", "who", "they", "we", "it")):
            return None
        if previous.endswith(("’s", "'s")) or previous in ("united", "the"):
            return None
    if previous in DETERMINERS or previous.endswith(("’s", "'s")):
        return None
    marked_before = sentence.is_marked(before)
    if classes & SPEAKING and not helped and (marked_before or previous in (",", "—", "–")):
        noun = sentence.noun_after(index + 1)
        apposed = None if marked_before else sentence.subject(before)
        if noun and apposed is None and _can_speak(sentence, noun, marked_before):
            follows = sentence.word(noun[1] + 1)
            if marked_before or follows in BREAKS | PREPOSITIONS | TIMES | {"", ".", "who"}:
                return Verb(index, first, classes, None, noun)
    if previous in COORDINATORS or marked_before:
        return Verb(index, first, classes, None)
    return Verb(index, first, classes, sentence.subject(before))


def _participle(sentence: Sentence, index: int, first: int, classes: frozenset[str]) -> Verb | None:
    """ ", adding …" and "by saying …" go back to a subject; "a letter saying …" has its own."""
    before = first - 1
    previous = sentence.word(before)
    if before < 0 and not classes & {"say", "judge"}:
        return None
    if before < 0 or previous in BREAKS | COORDINATORS | PREPOSITIONS or sentence.is_marked(before):
        return Verb(index, first, classes, None, None, True)
    subject = sentence.subject(before)
    if subject is None or previous in DETERMINERS | {"is", "are", "be"}:
        return None
    nouns = sentence.words[subject[0] : subject[1] + 1]
    if not classes & {"say", "show"} and DOCUMENTS.isdisjoint(nouns):
        return None
    return Verb(index, first, classes, subject, None, True)


def _is_plural(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if word in PRONOUNS - {"he", "she", "it"} or word in ("people", "police"):
        return True
    if sentence.is_name(index) and sentence.word(index - 1) == "and":
        return True
    return word.endswith("s") and not word.endswith(("’s", "'s", "ss")) and len(word) > 3


def _can_speak(sentence: Sentence, noun: Tokens, marked_before: bool) -> bool:
    """Can a noun phrase be the subject behind its verb: “…,” said retired colonel Ann Lee?"""
    first = sentence.words[noun[0]]
    if first in _PEOPLE or (sentence.is_name(noun[0]) and first not in TIMES):
        return True
    named = any(map(sentence.is_name, range(noun[0], noun[1] + 1)))
    return marked_before and named and first not in PREPOSITIONS | STOPS | TIMES

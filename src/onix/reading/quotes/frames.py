"""What stands around what is said in its sentence: in come a quote's places, out come tokens.

It is its own file because whom words were said to (`listeners`) and on what occasion (`occasions`)
stand in the same places: behind the verb of saying, before it, and in front of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onix.reading.grammar.function_words import (
    ADVERBS,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region, Tokens
from onix.reading.words import sections

COUNTED = frozenset({"all", "another", "both", "each", "every", "many", "most", "people", "some"})
OPENING_MARKS = frozenset("“\"‘'«„")
SPEAKING = frozenset(sections("occasions")["speaking"])
ASKED = frozenset(sections("occasions")["asked"])
_CLOSING_MARKS = frozenset("”\"’'»")
_SAYING = frozenset({"say", "tell", "judge", "name"})
_SAME_CLAUSE = frozenset({"to", "and", "or", "then", "as", "when", "while", "after", "before"})
_NEW_CLAUSE = (STOPS - _SAME_CLAUSE) | {":", ";", "that"}
_LIGHT = ADVERBS | COORDINATORS | TIMES | SPEAKING | ASKED
_ENDS = PREPOSITIONS | STOPS | BREAKS | {".", "!", "?", "not"} | (SUBJECTS - DETERMINERS - COUNTED)
_ENDS_BEHIND = _ENDS | ADVERBS | SUBJECTS | RELATIVES
_TITLED = frozenset({"called", "entitled", "headed", "headlined", "titled"})
_LONGEST_NOUN = 12
_LONGEST_MARKED = 10


class Frame:
    """One quote in its sentence, as tokens.

    Args:
        source: Who says it; it counts only where it stands in the sentence.
        content: What is said; it may go on in other sentences.

    Attributes:
        classes: What kinds of cue the verb is ("say", "tell").
    """

    def __init__(
        self, sentence: Sentence, cue: Region, source: Region | None, content: Sequence[Region]
    ) -> None:
        self.sentence = sentence
        start, end = sentence.starts[0], sentence.ends[-1]
        self.cue = self._tokens(cue)
        self.classes = cue_classes().get(sentence.word(self.cue[1]), frozenset())
        inside = source is not None and start <= source[0] < end
        self.source = self._tokens(source) if source is not None and inside else None
        self.content = [self._tokens(region) for region in content if region[0] < end]

    def _tokens(self, region: Region) -> Tokens:
        first = bisect_left(self.sentence.starts, region[0])
        return first, bisect_left(self.sentence.starts, region[1]) - 1

    @property
    def verb(self) -> str:
        """The cue, in lower case."""
        return self.sentence.word(self.cue[1])

    def limit(self, index: int) -> int:
        """Give the first token behind another that is the cue, the source or what is said."""
        known = [self.cue, *self.content, *([self.source] if self.source else [])]
        return min((first for first, _ in known if first > index), default=len(self.sentence))

    def around(self, behind: int) -> Iterator[int]:
        """Give the tokens that may say how something was said.

        Args:
            behind: The last token of the verb, or of whoever is told.
        """
        if self.source is not None and self.source[0] > self.cue[1]:
            behind = max(behind, self.source[1])
        elif self.source is not None:
            yield from self._walk(self.source[1] + 1, self.cue[0])
        yield from self._walk(behind + 1, len(self.sentence))
        yield from self._in_front(min(self.cue[0], *(self.source or self.cue)[:1]))

    def _walk(self, index: int, end: int) -> Iterator[int]:
        """Go over phrases and times up to another clause, around what "who" tells of somebody."""
        sentence = self.sentence
        while index < end and not sentence.is_marked(index):
            word = sentence.words[index]
            if word in ("who", "which", "whose"):
                while sentence.word(index) not in (",", ""):
                    index += 1
                continue
            if word in _NEW_CLAUSE or self._says(index):
                return
            yield index
            if word in PREPOSITIONS:
                index = max(index, noun_end(sentence, index + 1))
            elif word not in TIMES and any(one <= index <= last for one, last in self.content):
                return
            index += 1

    def _says(self, index: int) -> bool:
        word = self.sentence.words[index]
        known = cue_classes().get(word, frozenset())
        return not _SAYING.isdisjoint(known) and word.endswith(("ed", "ing", "said"))

    def _in_front(self, end: int) -> Iterator[int]:
        """Go over what opens a sentence: "On Monday, speaking at a rally, X said"."""
        sentence, index, opens = self.sentence, 0, True
        if not {";", "but"}.isdisjoint(sentence.words[1:end]):
            return
        while index < end and not sentence.is_marked(index):
            word = sentence.words[index]
            if opens:
                yield index
            if opens and word in PREPOSITIONS:
                index = max(index, noun_end(sentence, index + 1))
            else:
                opens = word == "," or (opens and word in _LIGHT)
            index += 1


def noun_end(sentence: Sentence, first: int) -> int:
    """Give the last token of the noun phrase that begins with a token; `first - 1` if none does."""
    index = first
    while index < len(sentence) and index - first < _LONGEST_NOUN:
        word = sentence.words[index]
        if word in OPENING_MARKS and (closed := closing(sentence, index)) is not None:
            index = closed  # ABC’s “This Week”
            if sentence.word(closed - 1) == ",":
                return closed
        elif word in (_ENDS_BEHIND if index > first else _ENDS) or sentence.is_marked(index):
            break
        elif word in _TITLED and index > first:
            break  # "in a note to clients |headed “Crumbs”|"
        index += 1
    return index - 1


def closing(sentence: Sentence, opening: int) -> int | None:
    """Give the token that closes the quote mark at another one, not far behind it."""
    for index in range(opening + 2, min(opening + _LONGEST_MARKED, len(sentence))):
        word = sentence.words[index]
        if word in _CLOSING_MARKS:
            return index + (word == "'" == sentence.word(index + 1))
    return None

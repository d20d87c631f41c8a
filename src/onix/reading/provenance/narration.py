"""The outlet's own words of a document: in comes a document as read, out come its stretches.

What stands in quote marks is masked. It is its own file because sources, outlets and documents are
all looked for in the same words, with the same names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from onix.model import Document, Mention, ProvenanceKind, Span
from onix.reading.grammar.function_words import PREPOSITIONS, TIMES
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.quotemarks import find_stems, mask_quotations
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import (
    CAPITAL,
    Origins,
    head_of,
    is_document,
    noun_in,
    without_article,
)
from onix.reading.words import sections

Found = tuple[ProvenanceKind, str | None, Region]

# "The engineer, Tom Lee," names whom the text before calls "an engineer".
_NAMED = re.compile(rf"\b[Tt]he\s+(?:[a-z-]+\s+)?([a-z]+),\s+{CAPITAL}\s+{CAPITAL}")
_CAPITALS = re.compile(rf"{CAPITAL}(?:\s+(?:&\s+)?(?:{CAPITAL}|\d+))*$")
_QUESTION = re.compile(r"\?\**\n")
_QUESTIONS = 3
_LABEL = re.compile(rf"^({CAPITAL}(?:\s+{CAPITAL})?):\s", re.MULTILINE)  # "Varga: Why?"
_LOOK_BACK = 140
# "Ann Lee, |an engineer at a university|," but not "In New York, |officials| said"
_NAME_BEFORE = re.compile(rf"(?:\w+\s+)?(?:{CAPITAL}\s+){{0,3}}{CAPITAL},\s(?:\d\d,\s)?$")
_NAME_REACH = 40
_AN = re.compile(r"(?:an?|the|one)\s")
_OF_WHOM = re.compile(r",\s+(?:who|which|whose)\s[^,.;:\x01]{3,60}$")
_OBJECT_REACH = 70
_ONE = re.compile(r"An?\s")
_LEAD_REACH = 600  # characters in which a person whom a text opens with is named
_SOURCES = frozenset(sections("people")["sources"])
_HIS = re.compile(r"(?:his|her|its|their)\s")
_GOES_ON = re.compile(r"\s*,|\s+(?:who|which|in|at|of|for|from|with|on|to)\b")


class Narration:
    """One document with its quotations masked, its sentences, and who is named where.

    Attributes:
        masked: The text, as long as it was.
        interview: Questions stand alone in it, or two people take turns, so that "I" is the one
            who answers.
    """

    def __init__(
        self, document: Document, sentences: Sequence[Span], mentions: Sequence[Mention]
    ) -> None:
        self.masked = mask_quotations(document.text)
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.origins = Origins(document.outlet, _NAMED.findall(self.masked), self.masked)
        labels = Counter(_LABEL.findall(self.masked)).most_common(2)
        talk = len(labels) > 1 and labels[1][1] > 1
        self.interview = talk or len(_QUESTION.findall(self.masked)) > _QUESTIONS
        self._people = _named(mentions, "person")
        self._bodies = _named(mentions, "organisation")

    def number_at(self, position: int) -> int | None:
        """Give the number of the sentence at a place; None outside of any."""
        number = bisect_right(self.starts, position) - 1
        return None if number < 0 or position >= self.sentences[number].end else number

    def is_paragraph(self, number: int) -> bool:
        """Does a paragraph begin with a sentence?"""
        between = self.masked[self.starts[number - 1] : self.starts[number]] if number else "\n"
        return "\n" in between

    def places(self, stems: Sequence[str]) -> Iterator[tuple[int, Span]]:
        """Give where words begin that have these stems, without first letter, and the sentence."""
        for position in find_stems(self.masked, stems):
            number = self.number_at(position)
            begin = position - 1
            if number is None or begin < self.sentences[number].start:
                continue
            if begin == self.sentences[number].start or not self.masked[begin - 1].isalnum():
                yield begin, self.sentences[number]

    def before(self, position: int, sentence: Span) -> Sentence:
        """Give the words of a sentence up to a place, as far as they matter to it."""
        return Sentence(self.masked, max(sentence.start, position - _LOOK_BACK), position)

    def is_named(self, start: int, end: int) -> bool:
        """Does a phrase end in the name of a person?"""
        first = bisect_left(self._people, (start, 0, ""))
        return any(last == end for _, last, _ in self._people[first : first + 3])

    def holds_person(self, start: int, end: int) -> bool:
        """Does a stretch hold any part of a person's name?"""
        first = bisect_left(self._people, (end, 0, ""))
        return any(last > start for _, last, _ in self._people[max(0, first - 3) : first])

    def is_apposed(self, start: int, end: int) -> bool:
        """Does a phrase only say who the name before it is: "Ann Lee, |an engineer|, said"?"""
        number = self.number_at(start)
        first = max(start - _NAME_REACH, 0 if number is None else self.starts[number])
        name = _NAME_BEFORE.search(self.masked, first, start)
        if name is None:
            return False
        if _HIS.match(self.masked, start) and self.holds_person(name.start(), start):
            return _GOES_ON.match(self.masked, end) is not None
        described = _AN.match(self.masked, start) and self.holds_person(name.start(), start)
        goes_on = _GOES_ON.match(self.masked, end) is not None
        if not (described or goes_on):
            return False
        words = name.group().lower().rstrip(", ").split()
        if words[-1] in TIMES:
            return False
        return PREPOSITIONS.isdisjoint(words[:2]) or (bool(described) and goes_on)

    def is_lead(self, start: int, end: int) -> bool:
        """Does a text open with somebody whom it names soon: "A vet told the court …"?"""
        opens = bool(self.starts) and self.number_at(start) == 0 and _ONE.match(self.masked, start)
        if not opens or any(map(str.islower, self.masked[self.starts[0] : start].split())):
            return False  # only a dateline, which has no words in small letters, stands before
        phrase, ends = self.masked[start:end], self.sentences[0].end
        known = is_document(phrase) or head_of(phrase) in _SOURCES
        return not known and self.holds_person(ends, ends + _LEAD_REACH)

    def is_object(self, start: int, end: int) -> bool:
        """Does a phrase close what is told of somebody: "Ann Lee, who advises |a rival|, said"?"""
        first = max(0, start - _OBJECT_REACH)
        return self.masked.startswith(",", end) and bool(_OF_WHOM.search(self.masked, first, start))

    def name_in(self, start: int, end: int) -> str | None:
        """Give the person whose name a phrase ends in, else the body whose name is all of it."""
        for names in (self._people, self._bodies):
            first = bisect_left(names, (start, 0, ""))
            for begin, last, name in names[first : first + 3]:
                whole = self.masked[start:begin].lower().strip() in ("", "the")
                if last == end and (whole or names is self._people):
                    return name
        return None

    def found(self, kind: ProvenanceKind, region: Region, person: str | None = None) -> Found:
        """Give a provenance with the name that its words bear."""
        words = self.masked[slice(*region)]
        if kind == "document":  # "an obituary | in the Ledger", which is an outlet by itself
            name = noun_in(words) if is_document(noun_in(words)) else words
            return kind, name, (region[0], region[0] + len(name))
        if kind == "named":
            return kind, person or words, region
        if kind == "unnamed":
            return kind, None, region
        name = without_article(words)
        capitals = _CAPITALS.search(name)
        return kind, capitals.group() if capitals else None, region


def _named(mentions: Sequence[Mention], kind: str) -> list[tuple[int, int, str]]:
    return sorted(
        (each.span.start, each.span.end, each.name or each.span.text)
        for each in mentions
        if each.kind == kind
    )

"""Sentences as facts are looked for in them: the marks of a document in, lines out.

A line is a sentence with its content words and with what can be compared in it. It is its own file
because a draft and the record are cut the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol, TypeVar

from onix.model import (
    Document,
    Figure,
    Hedge,
    Marks,
    Mention,
    Provenance,
    Quote,
    Span,
    TimeExpression,
)
from onix.reading.grammar import lexicon
from onix.reading.retractions import still_holding
from onix.reading.words import words_of
from onix.verify.facts.clauses import TELLING, clauses_in, has_verb, is_told, opens_with_subject
from onix.verify.facts.parts import parts_in

VALUE = "#@"  # what opens a word that is a number or a time
_MARKS = "\"'“”‘’„«»"
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_ROW = re.compile(
    r"(?<![\w.])[A-Z][\w’'-]*[\w](?: (?:of|for|and|&|de|van|von) [A-Z][\w’'-]*\w| [A-Z][\w’'-]*\w)+"
)
_AND = re.compile(r" (?:and|&) ")
_OF_MANY = re.compile(r"['’]\s[A-Z][\w-]*(?:\s[A-Z][\w-]*)*")
_OWNER = re.compile(r"['’]s?$")
_PREDICATE = re.compile(r"(?:is|are|was|were|will|ha(?:s|ve|d)\sbeen)\s")
# "The parcel contained, it is said, 60 bottles": what stands before an insertion is no clause.
_INSERTED = re.compile(r",\s(?!(?:and|but|or|so|yet|although|though|while|which|who|where|when)\b)")
_RELATIVE = re.compile(r",\s(?:who|which)\s$")
_PAIR = 2  # commas around an insertion
_FEWEST = 3  # content words, or a line is a heading and says nothing, and a clause too little
_INVERTED = ("Then ", "There ", "Here ")
_IS_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE = 200  # characters of the sentence before
_SILENCE = 80  # characters behind a name in which it declines to comment
_MOST = 1_500  # characters; what is longer is a table or a list


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: where it stands in its document, in lower case, and the how manieth it is."""

    start: int
    low: str
    stem: str
    place: int

    @property
    def is_value(self) -> bool:
        """Is this a number or a time?"""
        return self.stem[0] in VALUE


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that is marked in it.

    Attributes:
        words: Its content words, small ones left out; numbers and times by value.
        marked: What stands in quotation marks.
        quotes: Statements of which the content begins in it.
        number: The how manieth of its document it is.
        parts: "a quarter of", "one in four", "third-longest", "the fourth time", "twice": numbers
            that are told without a figure.
        names: Mentions, and other words with capitals that stand together.
        clauses: What stands between commas and the like, where it says anything.
        latest: The times of the last sentence up to it that names a day.
        meant: Its text, behind the sentence before where it takes up something said there.
    """

    document: Document
    span: Span
    number: int
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    quotes: tuple[Quote, ...] = ()
    marked: tuple[Span, ...] = ()
    stems: frozenset[str] = frozenset()
    meant: str = ""
    names: tuple[Span, ...] = ()
    clauses: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()
    latest: tuple[TimeExpression, ...] = ()

    @property
    def slots(self) -> tuple[Span, ...]:
        """The places that hold a figure, a time or a name, what is said, the clauses, and all."""
        figures = tuple(each.span for each in self.figures)
        times = tuple(each.span for each in self.times)
        origins = tuple(each.span for each in self.provenance)
        parts = (*figures, *times, *self.parts, *origins, *self.names)
        return (*parts, *self.said, *self.clauses, self.span)

    @property
    def is_question(self) -> bool:
        """Does it ask, and so tell nothing?"""
        return self.span.text.rstrip("\"'”’)").endswith("?")

    @property
    def telling_clauses(self) -> tuple[Span, ...]:
        """The clauses that have words enough to be told from others, and not those of a name.

        Behind an insertion, what says too little alone does so with its subject: "The mill, closed
        on Friday, is for sale".
        """
        return tuple(
            whole for each in self.clauses if self._tells(whole := self._with_subject(each))
        )

    @property
    def short_clauses(self) -> tuple[Span, ...]:
        """The clauses with a verb that have too few words to be told from others by these alone."""
        return tuple(
            each
            for each in self.clauses
            if not self._tells(each)
            and (opens_with_subject(each) or _RELATIVE.search(self.before(each.start)))
            and has_verb(each)
            and self._own(each)
            and not _INSERTED.match(self.document.text, each.end)
        )

    def _own(self, clause: Span) -> list[Word]:
        """Give the content words of a clause that are of no name."""
        return [
            word
            for word in self.words
            if clause.start <= word.start < clause.end
            and not any(name.start <= word.start < name.end for name in self.names)
        ]

    def _with_subject(self, clause: Span) -> Span:
        before = self.document.text[self.span.start : clause.start]
        if self._tells(clause) or not _PREDICATE.match(clause.text) or before.count(", ") < _PAIR:
            return clause
        subject = self.document.span(self.span.start, self.span.start + before.index(", "))
        return clause if is_told(subject) else self.document.span(self.span.start, clause.end)

    def with_verb(self, clause: Span) -> Span | None:
        """Give a clause that says something, and what opens a sentence with what it opens.

        Returns:
            None for a clause without a verb: "in a valley far from any road".
        """
        if is_told(clause):
            return clause
        behind = next((each for each in self.clauses if each.start >= clause.end), None)
        if clause.start != self.span.start or behind is None or not is_told(behind):
            return None
        return self.document.span(clause.start, behind.end)

    def _tells(self, clause: Span) -> bool:
        words = [each for each in self.words if clause.start <= each.start < clause.end]
        # "A transformer had failed." is all that its sentence says, and no part of more.
        is_whole = clause.start == self.span.start and self.span.end - clause.end <= 1
        least = TELLING if is_whole and _is_short(self) else _FEWEST
        return len(words) >= least and len(self._own(clause)) >= TELLING

    @property
    def said(self) -> tuple[Span, ...]:
        """What of the sentence is said by somebody, statement by statement."""
        return tuple(span for quote in self.quotes if (span := self.said_in(quote)) is not None)

    def said_in(self, quote: Quote) -> Span | None:
        """Give what of the sentence is the content of a quotation."""
        parts = [each for each in quote.content if each.overlaps(self.span)]
        if not parts:
            return None
        start = max(self.span.start, min(each.start for each in parts))
        return self.document.span(start, min(self.span.end, max(each.end for each in parts)))

    def is_quoted(self, span: Span) -> bool:
        """Does a span stand in quotation marks, and is so a matter of the quotation?

        The marks themselves may be of it, as of a sentence that somebody says.
        """
        inside = span.text.strip(_MARKS)
        start = span.start + len(span.text) - len(span.text.lstrip(_MARKS))
        end = start + len(inside)
        return any(each.start <= start and end <= each.end for each in self.marked)

    def before(self, offset: int, reach: int = 60) -> str:
        """Give the characters of the sentence before an offset of the document."""
        start = max(self.span.start, offset - reach)
        return self.document.text[start:offset]

    def behind(self, offset: int, reach: int = 60) -> str:
        """Give the characters of the sentence behind an offset of the document."""
        return self.document.text[offset : min(self.span.end, offset + reach)]

    def says_nothing(self, span: Span) -> bool:
        """Does whoever is named decline to comment? That any number of people may do."""
        return _no_answer().match(self.behind(span.end, _SILENCE)) is not None


@cache
def _no_answer() -> re.Pattern[str]:
    declining = "|".join(sorted(words_of("events", "declining")))
    more = "|".join(sorted(words_of("events", "saying_more") | {"reply", "return"}))
    adverb = r"(?:[a-z]+ly )?"
    return re.compile(
        rf"(?:, [^,.;]+,)? (?:(?:has|have|had) )?{adverb}"
        rf"(?:(?:{declining})d? to|(?:did|has|have|had|could|would|will) not|"
        rf"(?:did|has|have|had|could|would)n['’]t) {adverb}(?:(?:{more})d?|be(?:en)? reached)\b"
    )


@cache
def small_words() -> frozenset[str]:
    """Give the words that say nothing of what a sentence is about."""
    lists = (words_of("stopwords", "english"), words_of("facts", "empty"))
    return frozenset[str]().union(*lists)


def lines_of(marks: Marks) -> list[Line]:
    """Give the lines of a document; headings, tables and empty sentences are none.

    Nor is what a correction takes back.
    """
    return [
        line
        for line in every_line_of(marks)
        if len(line.words) >= (TELLING if _leaves_open(line) or _is_short(line) else _FEWEST)
        or line.figures
        or line.times
        or line.mentions
        or (line.names and not line.span.text.endswith(":"))  # whoever signs it, and no label
    ]


def _leaves_open(line: Line) -> bool:
    """Does a sentence leave something open: "It may have been drafted by the vendor"?"""
    return not words_of("facts", "open").isdisjoint(words_in(line.span.text))


def _is_short(line: Line) -> bool:
    """Is it a short sentence with its subject first: "A transformer had failed."?

    A heading is none, nor is "Then came the bag.", which says no more than that.
    """
    text = line.span.text
    return text.endswith(".") and is_told(line.span) and not text.startswith(_INVERTED)


def every_line_of(marks: Marks) -> Iterator[Line]:
    """Give the lines of a document, those among them that tell hardly anything."""
    marked = _marked(marks)
    latest: tuple[TimeExpression, ...] = ()
    for number, (sentence, holds) in enumerate(zip(marks.sentences, _hold(marks), strict=True)):
        if len(sentence.text) <= _MOST and holds:
            line = _line(marks, marked, number, sentence)
            if any(_IS_DAY.match(each.value) for each in line.times):
                latest = line.times
            yield replace(line, latest=latest)


def lines_taken_back(marks: Marks) -> list[tuple[Line, Line | None]]:
    """Give the lines that a correction takes back, each with that of the sentence behind it."""
    marked, sentences = _marked(marks), marks.sentences
    return [
        (
            _line(marks, marked, number, sentences[number]),
            _line(marks, marked, number + 1, sentences[number + 1])
            if number + 1 < len(sentences)
            else None,
        )
        for number, holds in enumerate(_hold(marks))
        if not holds
    ]


def _hold(marks: Marks) -> list[bool]:
    texts = (each.text for each in marks.sentences)
    document = marks.document
    return still_holding(texts, corrected=document.corrected, title=document.title)


def _marked(marks: Marks) -> list[Span]:
    quoted = {span for quote in marks.quotes for span in quote.marked}
    return sorted(quoted, key=lambda span: span.start)


def _line(marks: Marks, marked: Sequence[Span], number: int, sentence: Span) -> Line:
    figures, times = _within(sentence, marks.figures), _within(sentence, marks.times)
    hedges = _within(sentence, marks.hedges)
    values = {each.span: f"#{each.value:g}" for each in figures if each.value is not None}
    values |= {each.span: f"@{each.value[:10]}" for each in times if each.type != "SET"}
    words = tuple(_words(sentence, values))
    mentions = _within(sentence, marks.mentions)
    return Line(
        marks.document,
        sentence,
        number,
        words,
        mentions,
        figures,
        times,
        hedges,
        _within(sentence, marks.provenance),
        tuple(each for each in marks.quotes if any(sentence.overlaps(one) for one in each.content)),
        tuple(each for each in marked if each.overlaps(sentence)),
        frozenset(word.stem for word in words),
        _meant(marks, number, sentence),
        tuple(_names(marks.document, sentence, mentions, [*figures, *times])),
        tuple(clauses_in(marks.document, sentence, [each.start for each in words])),
        tuple(
            marks.document.span(sentence.start + start, sentence.start + end)
            for start, end in parts_in(sentence.text)
        ),
    )


def _names(
    document: Document, sentence: Span, mentions: Sequence[Mention], others: Sequence[_Marked]
) -> Iterator[Span]:
    """Give the names of a sentence: mentions, and capitals in a row that no reader marked."""
    taken = [each.span for each in (*mentions, *others)]
    for each in mentions:
        text = _OWNER.sub("", each.span.text)
        more = _OF_MANY.match(sentence.text, each.span.end - sentence.start)
        if more is not None and text.endswith("s") and each.kind != "person":
            text = each.span.text + more.group()  # "the Dockers' Alliance"
        if text[:1].isupper() or " " in text:
            yield document.span(each.span.start, each.span.start + len(text))
    for row in _ROW.finditer(sentence.text):
        start = sentence.start + row.start()
        whole = document.span(start, start + len(row.group()))
        # "Divers Odd Lund and Anna Moe", of whom the second was seen
        for part in _AND.split(row.group()) if any(map(whole.overlaps, taken)) else (whole.text,):
            at = start + row.group().index(part)
            span = document.span(at, at + len(part))
            first = part.split()[0].lower()
            if " " in part and first not in small_words() and not any(map(span.overlaps, taken)):
                yield span


def words_in(text: str) -> list[str]:
    """Give the words of a text in lower case, without what makes them an owner's."""
    return [each.lower().replace("’", "'").removesuffix("'s") for each in _WORD.findall(text)]


def _meant(marks: Marks, number: int, sentence: Span) -> str:
    opening = sentence.text.split(maxsplit=1)[0].lower() if sentence.text.split() else ""
    takes_up = number and opening.strip("“\"‘'") in words_of("facts", "takes_up")
    before = f"{marks.sentences[number - 1].text[-_BEFORE:]} " if takes_up else ""
    return before + sentence.text


class _Marked(Protocol):
    @property
    def span(self) -> Span: ...


_Mark = TypeVar("_Mark", bound=_Marked)


def _within(sentence: Span, marks: Sequence[_Mark]) -> tuple[_Mark, ...]:
    """Give the marks that begin in a sentence; they come in the order of the text."""
    first = bisect_left(marks, sentence.start, key=lambda each: each.span.start)
    last = bisect_left(marks, sentence.end, key=lambda each: each.span.start)
    return tuple(marks[first:last])


def _words(sentence: Span, values: Mapping[Span, str]) -> Iterator[Word]:
    """Give the content words; a number or a time is one word, the same however it is written."""
    for place, match in enumerate(_WORD.finditer(sentence.text)):
        start = sentence.start + match.start()
        inside = next((each for each in values if each.start <= start < each.end), None)
        if inside is not None:
            if start == inside.start or not sentence.text[inside.start - sentence.start].isalnum():
                yield Word(start, values[inside], values[inside], place)
            continue
        low = match.group().lower().replace("’", "'").removesuffix("'s")
        if low not in small_words() and len(low) > 1:
            yield Word(start, low, lexicon.stem(low), place)

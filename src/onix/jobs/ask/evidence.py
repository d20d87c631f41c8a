"""Where an answer may stand: the passages found for a question, cut down to a few sentences.

What comes in is a record and a question, what goes out are sentences with their trees, the marks
inside them and what they lean on. Which of them answers is decided in `choose.py`.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import Sentence
from onix.jobs.ask.question import Question
from onix.jobs.ask.vocabulary import Vocabulary
from onix.model import Citation, Document, Hit, Marks, Mention, Quote, Span
from onix.reading.sentences import find_sentences
from onix.reading.syntax import Parser, Tree
from onix.record import Record

MOST_SENTENCES: Final = 8  # parsed for one question
MOST_BEHIND: Final = 0.45  # of the question; a sentence that bears out so much less is not tried
MOST_PASSAGES: Final = 12
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*", re.UNICODE)
# What a story says when nobody knows.
UNKNOWN: Final = re.compile(
    r"\b(?:(?:remains?|is|are|was|were|still)(?: \w+)? "
    r"(?:unclear|unknown|not(?: yet)? (?:known|clear))"
    r"|(?:not|never) (?:immediately )?(?:been )?"
    r"(?:clear|known|identified|disclosed|established|confirmed|made public)"
    r"|(?:nor|neither) (?:is|was) it (?:known|clear)|no one knows|nobody knows|a mystery"
    r"|without (?:an )?explanation|gave no reasons?|no reasons? (?:was|were|has been) given"
    r"|not say why)\b",
    re.IGNORECASE,
)
_CURRENCIES: Final = {"USD", "EUR", "GBP", "JPY", "CNY", "RUB", "UAH", "CHF", "CAD", "AUD", "INR"}


@dataclass(frozen=True)
class Story:
    """A document with its marks and how it is cited, as one question needs it."""

    question: Question
    marks: Marks
    citation: Citation

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.marks.document

    @cached_property
    def topics(self) -> Vocabulary:
        """The words of the whole document, with how much a sentence may lean on them unsaid."""
        counts = Counter(words_of(self.document.text))
        asked = self.question.could_match
        close = {w: 0.35 + 0.05 * min(count, 5) for w, count in counts.items() if asked(w)}
        close |= dict.fromkeys(words_of(self.document.title or ""), 0.7)
        return Vocabulary(close, close)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Which sentence begins at an offset."""
        return {each.start: number for number, each in enumerate(self.marks.sentences)}


@dataclass(frozen=True)
class Evidence:
    """One sentence of the record that may answer.

    Attributes:
        number: Which sentence of the document it is.
        rank: Place of its passage in what search found, from 0.
        quotes: What is said in it, or about which words in it say who said it.
    """

    story: Story
    number: int
    rank: int
    sentence: Sentence
    quotes: tuple[Quote, ...] = ()

    @property
    def span(self) -> Span:
        """The sentence as it stands in its document."""
        return self.story.marks.sentences[self.number]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of a passage found, before anything but its words is looked at."""

    covered: float
    rank: int
    hit: Hit
    span: Span


def words_of(text: str) -> list[str]:
    """Give the words of a text, lower-cased."""
    return _WORD.findall(text.lower())


def gather(
    record: Record, question: Question, hits: Sequence[Hit], parser: Parser
) -> list[Evidence]:
    """Give the sentences of the passages found that bear out most of the question.

    1. See, by words alone, how much of the question each sentence of the best passages bears out.
    2. Parse the best of them, and put to each its marks and what it leans on.
    """
    # 1
    lines = sorted(
        (
            line
            for rank, hit in enumerate(hits[:MOST_PASSAGES])
            for line in _lines(question, rank, hit)
        ),
        key=lambda line: -line.covered,
    )[:MOST_SENTENCES]
    lines = [line for line in lines if line.covered >= lines[0].covered - MOST_BEHIND]
    # 2
    stories: dict[str, Story] = {}
    texts = list(dict.fromkeys(line.span.text for line in lines))
    trees = dict(zip(texts, parser.parse(texts), strict=True))
    found = []
    for line in lines:
        id = line.span.document_id
        if id not in stories:
            stories[id] = Story(question, record.marks(id), line.hit.citation)
        story = stories[id]
        number = story.numbers.get(line.span.start)
        if number is not None:
            found.append(_evidence(story, number, line.rank, trees[line.span.text]))
    return found


def _evidence(story: Story, number: int, rank: int, tree: Tree) -> Evidence:
    span = story.marks.sentences[number]
    sentence = replace(marked_sentence(story.marks, span, tree), around=_around(story, number))
    return Evidence(story, number, rank, sentence, tuple(_quotes_in(story.marks, span)))


def marked_sentence(marks: Marks, span: Span, tree: Tree) -> Sentence:
    """Give a sentence with the marks that lie in it, without what stands around it."""
    quotes = _quotes_in(marks, span)
    return Sentence(
        span.text,
        tree,
        marks=tuple(_marks_in(marks, span, quotes)),
        aliases=_aliases(marks, span, quotes),
        speaker=frozenset(w for q in quotes for w in words_of(q.speaker or "")),
    )


def _lines(question: Question, rank: int, hit: Hit) -> Iterator[_Line]:
    """Give the sentences of a passage with how much of the question their words bear out."""
    passage = hit.passage.span
    within = Document(passage.document_id, "article", passage.text)
    title = near = _stems(hit.citation.title or "")
    for each in find_sentences(within):
        own = _stems(each.text)
        around = near | title
        total = 0.0
        for term in question.terms:
            strength = _roughly(term.word, own)
            if strength < lexicon.SYNONYM:
                strength = 0.6 * _roughly(term.word, around)
            total += term.weight * strength
        covered = total / question.weight - 0.01 * rank
        if UNKNOWN.search(each.text):
            covered += 0.1  # what nobody knows is worth looking at
        start, end = passage.start + each.start, passage.start + each.end
        yield _Line(covered, rank, hit, Span(each.document_id, start, end, each.text))
        near = own


def _stems(text: str) -> set[str]:
    return {lexicon.stem(word) for word in words_of(text)}


def _roughly(word: str, stems: set[str]) -> float:
    """How well a word matches any of these stems, families of words left out."""
    if lexicon.stem(word) in stems:
        return 1.0
    return 0.0 if lexicon.relatives(word).isdisjoint(stems) else lexicon.SYNONYM


def _inside(marks: Iterable[Mention], span: Span) -> Iterator[Mention]:
    return (mark for mark in marks if span.start <= mark.span.start and mark.span.end <= span.end)


def _quotes_in(marks: Marks, span: Span) -> list[Quote]:
    return [
        quote for quote in marks.quotes
        if any(c.overlaps(span) for c in (*quote.content, *quote.source, *quote.cue))
    ]  # fmt: skip


def _marks_in(marks: Marks, span: Span, quotes: Sequence[Quote]) -> Iterator[tuple[int, int, str]]:
    """Give names, times, figures and quoted words, as offsets in the sentence."""
    base = span.start
    for mention in _inside(marks.mentions, span):
        yield mention.span.start - base, mention.span.end - base, mention.kind
    for time in marks.times:
        if span.covers(time.span):
            kind = {"DURATION": "duration", "SET": "set"}.get(time.type, "time")
            yield time.span.start - base, time.span.end - base, kind
    for figure in marks.figures:
        if span.covers(figure.span):
            kind = "number"
            if figure.unit == "%":
                kind = "percent"
            elif figure.unit in _CURRENCIES:
                kind = "money"
            yield figure.span.start - base, figure.span.end - base, kind
    for quote in quotes:
        for said in (*quote.marked, *quote.content):
            if said.overlaps(span):
                start, end = max(said.start, base), min(said.end, span.end)
                yield start - base, end - base, "quote"


def _aliases(marks: Marks, span: Span, quotes: Sequence[Quote]) -> dict[int, frozenset[str]]:
    """Give for each place where a name or a pronoun begins the full name it stands for."""
    found: dict[int, frozenset[str]] = {}
    for mention in _inside(marks.mentions, span):
        if mention.name is not None:
            for word in _WORD.finditer(mention.span.text):
                found[mention.span.start - span.start + word.start()] = frozenset(
                    words_of(mention.name)
                )
    for time in marks.times:
        if span.covers(time.span) and time.earliest is not None and time.earliest == time.latest:
            day = date.fromisoformat(time.earliest)
            found[time.span.start - span.start] = frozenset(
                {
                    calendar.month_name[day.month].lower(),
                    str(day.day),
                    str(day.year),
                    calendar.day_name[day.weekday()].lower(),
                }
            )
    for quote in quotes:
        if quote.speaker:
            for source in quote.source:
                if span.covers(source):
                    found[source.start - span.start] = frozenset(words_of(quote.speaker))
    return found


def _around(story: Story, number: int) -> tuple[Vocabulary, ...]:
    """Give the words a sentence leans on, weighed by how close they stand."""
    sentences = story.marks.sentences
    found: dict[str, float] = {}
    for step, close in ((1, 0.5), (-2, 0.65), (-1, 0.8)):
        if 0 <= number + step < len(sentences):
            found |= dict.fromkeys(words_of(sentences[number + step].text), close)
    return Vocabulary(found, found), story.topics

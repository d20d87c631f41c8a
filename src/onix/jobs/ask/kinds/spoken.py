"""What somebody is quoted with, though no word is asked about: questions in, sentences out.

"How did the mayor defend the bridge", "what was the club's reply", "why did Lee leave": such words
stand in a quotation that often has no word of the question, so search and the windows cut by words
pass by it, while attribution knows whose it is. Around the quotations of whoever is asked for the
reader looks once more, where it found nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.telling import Asked, whose_words
from onix.jobs.ask.readings import Seen
from onix.model import Citation, Quote, Span, Statement
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.within import with_outer
from onix.reading.neural.comprehension import Stretch, comprehension

MOST: Final = 6  # quotations looked at
# Logits of the reader: how far ahead of "no answer here" it is, and in part how far ahead of what
# else they said. Of 43 questions of `evaluation/training/` that were refused and come so far, 37
# are answered right, and on `trust/`, which the reader has not seen, 14 of 17.
ENOUGH: Final = 11.0
LEAD: Final = 0.7
_FAR: Final = 10.0  # further ahead or behind is all the same
SURE: Final = 0.8
_SAME: Final = 0.5  # of the words of two readings, from which they say the same
_NOT_IN_WORDS: Final = frozenset({"yes/no", "topic"})  # kinds of questions
_NEAR: Final = 90  # characters beside a name in which somebody is called something
_BESIDE: Final = (",", " (", " who")
_CLAUSE: Final = re.compile(r"[.;:!?“”\"]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotation that may be what is asked for.

    Attributes:
        whose: How surely it is of whoever is asked for, 0 to 1.
        on_it: How much of what else is asked stands in it (in full) or around it (in part).
    """

    quote: Quote
    window: Span
    sentences: tuple[Span, ...]
    citation: Citation
    whose: float
    on_it: float


def spoken(question: Question, seen: Seen) -> Statement | None:
    """Give the words of whoever is asked for that surely answer, if there are such."""
    asked = None if question.kind in _NOT_IN_WORDS else whose_words(question.tree)
    if asked is None:
        return None
    found = candidates(question, asked, seen)[:MOST]
    read = comprehension().read(question.text, [each.window.text for each in found])
    best = max(
        (
            (_worth(number, found, read), -number)
            for number, each in enumerate(found)
            if is_inside(each, read[number])
        ),
        default=None,
    )
    if best is None or best[0] < ENOUGH:
        return None
    return _statement(found[-best[1]], read[-best[1]], seen)


def _worth(number: int, found: Sequence[Candidate], read: Sequence[Stretch]) -> float:
    """Give how far ahead a reading is, of "no answer here" and of what else is read."""
    words = [_words(each, one) for each, one in zip(found, read, strict=True)]
    margins = [min(max(each.margin, -_FAR), _FAR) for each in read]
    others = [
        margin
        for margin, told in zip(margins, words, strict=True)
        if not _is_same(told, words[number])
    ]
    return margins[number] + LEAD * (margins[number] - max(others, default=-_FAR))


def _words(candidate: Candidate, stretch: Stretch) -> frozenset[str]:
    return frozenset(words_of(candidate.window.text[stretch.start : stretch.end]))


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one or len(one & other) >= _SAME * len(one | other)


def is_inside(candidate: Candidate, stretch: Stretch) -> bool:
    """Is what was read said by whoever is asked for, and not only told of them?"""
    start = candidate.window.start + stretch.start
    end = candidate.window.start + stretch.end
    said = sum(
        max(0, min(each.end, end) - max(each.start, start)) for each in candidate.quote.content
    )
    return 2 * said > end - start


def _statement(candidate: Candidate, stretch: Stretch, seen: Seen) -> Statement:
    start = candidate.window.start + stretch.start
    end = candidate.window.start + stretch.end
    sentence = max(
        candidate.sentences, key=lambda each: min(each.end, end) - max(each.start, start)
    )
    start, end = max(start, sentence.start), min(end, sentence.end)
    marks = seen.marks(sentence.document_id)
    return Statement(
        text=sentence.text,
        answer=sentence.part(start - sentence.start, end - sentence.start),
        citations=(replace(candidate.citation, span=sentence),),
        speaker=candidate.quote.speaker,
        occasion=candidate.quote.occasion,
        hedges=tuple(each.span for each in marks.hedges if sentence.covers(each.span)),
        confidence=SURE,
    )


def candidates(question: Question, asked: Asked, seen: Seen) -> list[Candidate]:
    """Give the quotations of whoever is asked for, the likeliest first."""
    about = [each.word for each in question.terms if each.index not in asked.words]
    matcher = Matcher(about) if about else None
    found = []
    documents = {each.text.document_id: each.citation for each in seen.windows}
    owners = _Owners(asked, [seen.marks(each).document.text for each in documents])
    for document_id, citation in documents.items():
        marks = seen.marks(document_id)
        strengths = owners.strengths(marks.document.text)
        for quote, _ in with_outer(marks.quotes):
            whose = owners.of(quote, strengths)
            if whose <= 0.0:
                continue
            within = [n for n, s in enumerate(marks.sentences) if quote.content[0].overlaps(s)]
            if not within:
                continue
            first, last = max(0, within[0] - 1), min(len(marks.sentences) - 1, within[0] + 1)
            sentences = marks.sentences[first : last + 1]
            window = marks.document.span(sentences[0].start, sentences[-1].end)
            on_it = 1.0
            if matcher is not None:
                told = " ".join(each.text for each in quote.content)
                frame = f"{citation.outlet or ''} {quote.addressee or ''} {citation.title or ''}"
                before = marks.sentences[max(0, first - 1)].text
                rows = [
                    (1.0, told), (0.8, marks.sentences[within[0]].text),
                    (0.5, f"{before} {window.text} {frame}"),
                ]  # fmt: skip
                parts = [[share * s for s in matcher.strengths(words_of(t))] for share, t in rows]
                on_it = sum(map(max, zip(*parts, strict=True))) / len(about)
            found.append(Candidate(quote, window, tuple(sentences), citation, whose, on_it))
    return sorted(found, key=lambda each: -(each.whose + 2 * each.on_it))


class _Owners:
    """Says how surely quotations are of whoever is asked for.

    Args:
        texts: In which somebody who is named may be called what the question calls them.
    """

    def __init__(self, asked: Asked, texts: Sequence[str]) -> None:
        self._asked = asked
        self._texts = texts
        self._others = Matcher(asked.others) if asked.others else None
        self._beside: dict[str, tuple[str, ...]] = {}

    def strengths(self, text: str) -> tuple[float, ...]:
        """Give how well a text bears out what else describes them: "the |water| |union|'s head"."""
        return self._others.strengths(words_of(text)) if self._others is not None else ()

    def of(self, quote: Quote, around: Sequence[float]) -> float:
        """Give from 0 to 1 how surely a quotation is theirs, in a text of these strengths."""
        asked = self._asked
        source = words_of(" ".join(each.text for each in quote.source))
        speaker = words_of(quote.speaker or "")
        if asked.names:
            if asked.head not in speaker and (speaker or asked.head not in source):
                return 0.0
            return 1.0 if asked.names.issubset(speaker or source) else 0.5
        near = source
        is_called = any(lexicon.match(asked.head, each) > 0 for each in source)
        if quote.speaker:
            beside = self._called(quote.speaker)
            is_called = is_called or any(lexicon.match(asked.head, each) > 0 for each in beside)
            near = [*source, *beside]
        if not is_called:
            return 0.0
        if self._others is None:
            return 1.0
        own = self._others.strengths(near)
        share = sum(max(one, 0.5 * other) for one, other in zip(own, around, strict=True))
        return 0.4 + 0.6 * share / len(asked.others)

    def _called(self, name: str) -> tuple[str, ...]:
        """Give the words that stand beside a name in its clause: "the |skipper|, Jon Roth"."""
        if name not in self._beside:
            words: list[str] = []
            for text in self._texts:
                for found in re.finditer(re.escape(name), text):
                    before = _CLAUSE.split(text[max(0, found.start() - _NEAR) : found.start()])[-1]
                    behind = _CLAUSE.split(text[found.end() : found.end() + _NEAR])[0]
                    words += words_of(before)[-8:]
                    words += words_of(behind)[:12] if behind.startswith(_BESIDE) else []
            self._beside[name] = tuple(words)
        return self._beside[name]

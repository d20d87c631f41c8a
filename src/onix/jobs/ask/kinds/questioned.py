"""A reporter's own "why", and what was replied: a question and what was found in, a sentence out.

Interviews, hearings and explainers ask what a reader asks, of somebody who is called "you" there:
“Why did you give up the ferry?” has no name of "Why did the council drop the ferry?". So where
nothing else answers, the reply to a "why" is read that shares a word with the one that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Seen, is_asked
from onix.model import Citation, Marks, Span, Statement
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.comprehension import comprehension

ENOUGH: Final = 0.0  # logits; of five replies above, all were right, of three below one
SHARED: Final = 0.75  # how well a noun or verb of the question stands in the reporter's
SURE: Final = 0.7
_WHY: Final = re.compile(r"\bwhy\b", re.IGNORECASE)


def questioned(question: Question, seen: Seen) -> Statement | None:
    """Give the reply to a "why" of the record that asks the same, if there is one."""
    if question.kind != "why":
        return None
    shared = [t.word for t in question.terms if t.sort in {"noun", "verb"} and t.weight > 1.0]
    if not shared:
        return None
    matcher = Matcher(shared)
    found = [
        (citation, sentences)
        for document_id, citation in seen.documents().items()
        for sentences in _exchanges(seen.marks(document_id))
        if max(matcher.strengths(words_of(sentences[0].text))) >= SHARED
    ]
    texts = [
        seen.marks(asks.document_id).document.span(asks.start, replies[-1].end).text
        for _, (asks, *replies) in found
    ]
    read = comprehension().read(question.text, texts)
    best = max(range(len(found)), key=lambda n: read[n].margin, default=None)
    if best is None or read[best].margin < ENOUGH:
        return None
    citation, (asks, *replies) = found[best]
    return _statement(replies, asks.start + read[best].start, asks.start + read[best].end, citation)


def _exchanges(marks: Marks) -> Iterator[tuple[Span, ...]]:
    """Give each "why …?" of a document with the one or two sentences that reply to it."""
    sentences = marks.sentences
    for number, (one, other) in enumerate(pairwise(sentences)):
        if is_asked(one.text) and _WHY.search(one.text) and not is_asked(other.text):
            yield sentences[number : number + 3]


def _statement(
    replies: Sequence[Span], start: int, end: int, citation: Citation
) -> Statement | None:
    sentence = next((each for each in replies if each.start <= start < each.end), None)
    if sentence is None:
        return None  # it is the reporter's words that were read
    end = min(end, sentence.end)
    return Statement(
        text=sentence.text,
        answer=sentence.part(start - sentence.start, end - sentence.start),
        citations=(replace(citation, span=sentence),),
        confidence=SURE,
    )

"""What a document says: in come readings of "what did the memo say", out go its words, too.

No document is a speaker, so nobody is quoted with what it says; but each quotation knows what
document it goes back to. "The memo, signed by Lee, warned of a crack" is of the memo, and "Lee said
the memo was genuine" is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.uttered import is_told
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.windows import LONGEST, Window
from onix.model import Marks, Quote, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.within import with_outer

# The log of the odds; less than for words whose speaker is known.
HOLDS: Final = 1.0
MOSTLY: Final = 0.6  # of what was asked about, in the sentence
MOST: Final = 3


def in_a_document(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, and what the document says whose words are asked for."""
    if question.teller is None or question.about is None or question.speakers:
        return list(readings)
    noun = question.tree.words[question.teller].text.lower()
    about = question.about.split()
    matcher = Matcher(about) if about else None
    taken = [each.sentence for each in readings if each.score >= HOLDS]
    found = []
    for document_id in seen.documents():
        document = seen.marks(document_id)
        for quote in _of_document(document, noun):
            sentence = _around(document, quote)
            if sentence is None or any(each.overlaps(sentence) for each in taken):
                continue
            strengths = matcher.strengths(words_of(sentence.text)) if matcher else (1.0,)
            share = sum(strengths) / len(strengths)
            if share >= MOSTLY:
                found.append((share, bool(quote.marked), quote, sentence))
                taken.append(sentence)
    found.sort(key=lambda each: (-each[0], not each[1]))
    added = [_reading(question, each[2], each[3], seen) for each in found[:MOST]]
    return sorted([*readings, *added], key=lambda each: -each.score)


def _of_document(document: Marks, noun: str) -> Iterator[Quote]:
    """Give what goes back to a document that is called so, and does not only speak of it."""
    for quote, _ in with_outer(document.quotes):
        for each in quote.provenance:
            last = words_of(each.name or "")[-1:]
            is_content = any(content.overlaps(each.span) for content in quote.content)
            if (
                each.kind == "document"
                and not is_content
                and is_told(quote)
                and last
                and lexicon.match(noun, last[0]) >= lexicon.SYNONYM
            ):
                yield quote
                break


def _around(document: Marks, quote: Quote) -> Span | None:
    """Give the sentences that a quotation stands in; of a long one that in which it begins."""
    around = [s for s in document.sentences if any(s.overlaps(each) for each in quote.content)]
    if not around:
        return None
    whole = document.document.span(around[0].start, around[-1].end)
    return whole if len(whole.text.split()) <= LONGEST else around[0]


def _reading(question: Question, quote: Quote, sentence: Span, seen: Seen) -> Reading:
    citation = seen.documents()[sentence.document_id]
    matcher = Matcher([term.word for term in question.terms])
    strengths = matcher.strengths(words_of(sentence.text))
    window = Window(sentence, (sentence,), sentence, citation, strengths, 0)
    first = quote.content[0]
    span = first if sentence.covers(first) else None
    return Reading(window, sentence, span, HOLDS, ((sentence, citation),))

"""What a document says: in come readings of "what did the memo say", out go its words, too.

No document is a speaker, so nobody is quoted with what it says; but each quotation knows what
document it goes back to. "The memo, signed by Lee, warned of a crack" is of the memo, and "Lee said
the memo was genuine" is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.quoted import quoted_in, sentences_of
from onix.jobs.ask.kinds.uttered import is_told
from onix.jobs.ask.readings import Reading, Seen
from onix.model import Marks, Quote
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
    for document_id, citation in seen.documents().items():
        document = seen.marks(document_id)
        for quote in _of_document(document, noun):
            said = document.document.span(quote.content[0].start, quote.content[-1].end)
            sentence = sentences_of(said, document)
            if any(each.overlaps(sentence) for each in taken):
                continue
            strengths = matcher.strengths(words_of(sentence.text)) if matcher else (1.0,)
            share = sum(strengths) / len(strengths)
            if share >= MOSTLY:
                reading = quoted_in(question, sentence, quote.content[0], citation)
                found.append((share, bool(quote.marked), replace(reading, score=HOLDS)))
                taken.append(sentence)
    found.sort(key=lambda each: (-each[0], not each[1]))
    added = [reading for *_, reading in found[:MOST]]
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

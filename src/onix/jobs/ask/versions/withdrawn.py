"""What an outlet took back since: readings in, out those that hold, and the correction of the best.

An article goes on standing in a record as it was printed, and its mistake with it, while the
outlet has said in a column of corrections that it is none of its news any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import mul
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.model import Citation, Hit
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.sentences import split
from onix.reading.retractions import still_holding

# Of the question, by what is taken back and what stands before it in its note.
_BORNE_OUT: Final = 0.5
_SMALL: Final = frozenset({"the", "a", "an", "of", "in", "on", "at", "to", "by", "about", "for"})


def without_withdrawn(
    question: Question, readings: Sequence[Reading], seen: Seen
) -> tuple[list[Reading], Citation | None]:
    """Give the readings that were not taken back, and where the best one was, if it was."""
    notes = [] if question.kind == "yes/no" else list(_notes(question, seen.hits))
    found: list[Reading] = []
    correction: Citation | None = None
    for number, reading in enumerate(readings):
        by = next((place for told, place in notes if _is_of(reading, told, place)), None)
        if by is None:
            found.append(reading)
        elif number == 0:
            correction = by
    return found, correction


def _notes(question: Question, hits: Sequence[Hit]) -> Iterator[tuple[frozenset[str], Citation]]:
    """Give the words of each sentence on what is asked that takes something back, and its place."""
    matcher = Matcher([term.word for term in question.terms])
    for hit in hits:
        whole, citation = hit.passage.span, hit.citation
        places = split(whole.text)
        cut = (whole.text[slice(*each)] for each in places)
        hold = still_holding(cut, corrected=citation.corrected, title=citation.title)
        for number, (start, end) in enumerate(places):
            if hold[number]:
                continue
            sentence = whole.text[start:end]
            note = whole.text[whole.text.rfind("\n", 0, start) + 1 : end]
            strengths = matcher.strengths(words_of(note))
            if sum(map(mul, question.weights, strengths)) >= _BORNE_OUT * question.weight:
                wrong = sentence.partition(";")[0]  # behind it stands what is right
                right = places[number + 1][1] if hold[number + 1 : number + 2] == [True] else end
                place = whole.part(start, end if "\n" in whole.text[end:right] else right)
                yield frozenset(map(lexicon.stem, words_of(wrong))), replace(citation, span=place)


def _is_of(reading: Reading, told: frozenset[str], place: Citation) -> bool:
    """Does a note take back what a reading says: the same words, by the same outlet, later?"""
    if reading.span is None:
        return False
    first = reading.window.citation
    if first.outlet != place.outlet or (first.published or "") > (place.published or ""):
        return False
    if first.span.document_id == place.span.document_id:
        return False  # what a text says now is right there
    words = frozenset(map(lexicon.stem, words_of(reading.span.text))) - _SMALL
    return bool(words) and words <= told

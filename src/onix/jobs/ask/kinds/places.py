"""Where it is or was, where a sentence says so of the very event: a question in, out the readings.

"Where was the grain summit held?" is answered by "they met at the grain summit in Vikna", "where
did Lund land?" by "Lund landed at Orre airport": the place hangs on the word that is asked about.
The reader takes any place near it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.told_of import Event, event_asked, has_names, is_told_of
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.model import Marks, Span
from onix.reading.events.clauses import is_verb, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

LIKELY: Final = 0.6  # the log of the odds
AGREED: Final = 0.4  # more, where the reader finds the same
ALL: Final = 0.75  # of each word for what is held there, in the very words for it
ABOUT: Final = 0.6  # of the question, around it
_IN: Final = frozenset({"in", "at", "near", "outside", "inside", "aboard", "off", "to", "into"})
_HELD: Final = frozenset(
    map(lexicon.stem, ("hold", "held", "stage", "host", "happen", "occur", "convene", "be"))
)


def with_places(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "where", what sentences tell as the place of the very event first."""
    event = event_asked(question) if question.kind == "where" else None
    held = _held(question) if question.kind == "where" else ()
    if event is None and not held:
        return list(readings)
    told = list(_told(question, event, held, seen))
    found = [
        replace(each, score=max(each.score, LIKELY + AGREED))
        if any(are_one(each.span, other.span) for other in told)
        else each
        for each in readings
    ]
    # One sentence that the reader did not look at is too little.
    read = {sentence for each in readings for sentence in each.window.sentences}
    told = [each for each in told if each.sentence in read or _documents(each, told) > 1]
    best = max(told, key=lambda each: (_documents(each, told), _newest(each)), default=None)
    if best is not None and not any(are_one(best.span, each.span) for each in found):
        found.append(best)
    return sorted(found, key=lambda each: -each.score)


def _documents(reading: Reading, told: Sequence[Reading]) -> int:
    same = (each for each in told if each.last_word == reading.last_word)
    return len({each.sentence.document_id for each in same})


def _newest(reading: Reading) -> str:
    return reading.window.citation.published or ""


def _held(question: Question) -> tuple[str, ...]:
    """Give the words for what is held somewhere: "where was the |grain summit| held"."""
    tree, words = question.tree, question.tree.words
    verb = next((n for n, each in enumerate(words) if each.head == n), None)
    if verb is None or lexicon.stem(words[verb].text.lower()) not in _HELD:
        return ()
    what = next((n for n in tree.children[verb] if words[n].label in SUBJECTS), None)
    if what is None or words[what].tag[:2] != "NN":
        return ()
    inside = within(tree, what)
    return tuple(t.word for t in question.terms if t.index in inside and t.weight >= 1.0)


def _told(
    question: Question, event: Event | None, held: Sequence[str], seen: Seen
) -> Iterator[Reading]:
    """Give what sentences tell as the place."""
    what = Matcher(held) if held else None
    done: set[Span] = set()
    for window in seen.wide():
        if window.covered(question) < ABOUT:
            continue
        marks = seen.marks(window.text.document_id)
        for sentence in window.sentences:
            told = words_of(sentence.text)
            if sentence in done or is_asked(sentence.text):
                continue
            done.add(sentence)
            is_deed = event is not None and event.may_be_told_in(told)
            is_what = what is not None and min(what.strengths(told)) >= ALL
            if not (is_deed or is_what):
                continue
            tree = seen.parse(sentence.text)
            for word in range(len(tree.words)):
                if event is not None and is_deed and has_names(question, event, window.strengths):
                    is_it = event.is_said_by(tree, word) and is_verb(tree, word)
                    is_it = is_it and is_told_of(event, tree, word, sentence, marks)
                else:
                    is_it = False
                if not is_it and what is not None and tree.words[word].tag[:2] == "NN":
                    named = [tree.words[n].text.lower() for n in within(tree, word)]
                    is_it = min(what.strengths(named)) >= ALL
                for first, last in _places(tree, word, sentence, marks) if is_it else ():
                    place = sentence.part(tree.words[first].start, tree.words[last].end)
                    if set(words_of(place.text)).isdisjoint(_given(question)):
                        yield reading_at(question, window, place, LIKELY)


def _given(question: Question) -> set[str]:
    return {part for t in question.terms for part in words_of(t.word)}


def _places(tree: Tree, word: int, sentence: Span, marks: Marks) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of each place that hangs on a word."""
    words = tree.words
    for by in tree.children[word]:
        if words[by].label != "prep" or words[by].text.lower() not in _IN:
            continue
        for noun in (n for n in tree.children[by] if words[n].label == "pobj"):
            inside = sorted(within(tree, noun))
            place = sentence.part(words[inside[0]].start, words[inside[-1]].end)
            if any(m.kind == "place" and place.covers(m.span) for m in marks.mentions):
                yield inside[0], inside[-1]

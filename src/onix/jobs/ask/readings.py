"""A reading: words of the record that may answer, where they stand, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onix.jobs.ask.question import Question
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading.comprehension import Stretch


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of the record that may answer.

    Attributes:
        sentence: The sentence they stand in.
        score: The log of the odds that they are right: above 0 rather than not.
        places: Every sentence of the record that says them word for word, with how it is cited.
        is_reply: They answer what the sentence before them asks or says, and say nothing else.
    """

    window: Window
    sentence: Span
    span: Span | None
    score: float
    places: tuple[tuple[Span, Citation], ...]
    stance: Literal["yes", "no"] | None = None
    is_reply: bool = False


def reading_of(question: Question, window: Window, stretch: Stretch, score: float) -> Reading:
    """Give what the reader found in a window as words of the record."""
    base = window.text.start
    start, end = base + stretch.start, base + stretch.end
    sentence = max(
        window.sentences,
        key=lambda each: (min(each.end, end) - max(each.start, start), each == window.middle),
    )
    start, end = max(start, sentence.start), min(end, sentence.end)
    span = None
    if start < end:
        words = window.text.text[start - base : end - base]
        span = Span(sentence.document_id, start, end, words)
    places = [(sentence, window.citation)]
    if sentence == window.middle:
        places += [(each.sentence, each.citation) for each in window.copies]
    stance: Literal["yes", "no"] | None = None
    if question.kind == "yes/no":
        stance = "yes" if stretch.stance[1] >= stretch.stance[2] else "no"
    return Reading(window, sentence, span, score, tuple(places), stance)


def missing_words(question: Question, window: Window) -> tuple[str, ...]:
    """The words of the question that neither a window nor what stands around it bears out."""
    return tuple(
        question.tree.words[term.index].text
        for term, strength in zip(question.terms, window.strengths, strict=True)
        if strength == 0.0 and term.weight > 0.5 and term.index != question.focus
    )

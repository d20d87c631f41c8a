"""A reading: words of the record that may answer, where they stand, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.windows import Window
from onix.model import Citation, Hit, Marks, Span
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.comprehension import Stretch
from onix.reading.neural.syntax import Tree

# What says yes or no to a question, and not only something: "Yes, he did", “It did not,” said Lee.
_IN_SHORT: Final = re.compile(
    r"\W*(?:yes|no|never|of course|absolutely|certainly|indeed|not at all"
    r"|(?:i|we|it|he|she|they|that|there) \w+(?: not|n[’']t)?[.,!;”\"’'])",
    re.IGNORECASE,
)
# Of what the reader gives to yes and no together, one of them. Of 47 answers below, the words were
# on what was asked in 39, and the yes or no was right in 22: they are shown without it.
SIDE: Final = 0.8
_CLOSING: Final = " ”’\"'"
IN_MARKS: Final = re.compile(r"[“\"]([^”\"]+?)[,.]?[”\"]")

Place = tuple[int, int]  # where words start and end


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of the record that may answer.

    Attributes:
        sentence: The sentence they stand in.
        score: The log of the odds that they are right: above 0 rather than not.
        places: Every sentence of the record that says them word for word, with how it is cited.
        claim: To a yes/no question without a stance, what somebody only claims or denies.
        source: The words for who alone says the yes or no, where they have no name.
        is_reply: They answer what the sentence before them asks or says, and say nothing else.
    """

    window: Window
    sentence: Span
    span: Span | None
    score: float
    places: tuple[tuple[Span, Citation], ...]
    stance: Literal["yes", "no"] | None = None
    is_reply: bool = False
    claim: Literal["yes", "no"] | None = None
    source: Span | None = None

    @property
    def last_word(self) -> str:
        """The last word that was read, in lower case: of a name the family's; empty without one."""
        return (words_of(self.span.text) or [""])[-1] if self.span is not None else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What readings are held against.

    Attributes:
        windows: Those found for the question, best first.
        marks: Gives all marks of a document.
        parse: Gives the tree of a sentence.
        hits: What search found, best first; more documents than the windows are of.
        wide: Gives windows of all that was found, also where few words of the question stand.
    """

    windows: Sequence[Window]
    marks: Callable[[str], Marks]
    parse: Callable[[str], Tree]
    hits: Sequence[Hit] = ()
    wide: Callable[[], Sequence[Window]] = tuple

    def documents(self) -> dict[str, Citation]:
        """Give the documents found, by their ids, each with how it is cited, best first."""
        found = {each.text.document_id: each.citation for each in self.windows}
        return {each.passage.span.document_id: each.citation for each in self.hits} | found


def reading_of(question: Question, window: Window, stretch: Stretch, score: float) -> Reading:
    """Give what the reader found in a window as words of the record."""
    base = window.text.start
    start, end = base + stretch.start, base + stretch.end
    sentence = max(
        window.sentences,
        key=lambda each: (min(each.end, end) - max(each.start, start), each == window.middle),
    )
    is_yes_no = question.kind == "yes/no"
    has_reply = is_yes_no and is_asked(sentence.text) and sentence != window.sentences[-1]
    if has_reply:
        sentence = window.sentences[window.sentences.index(sentence) + 1]
        start, end = _reply(sentence)
    start, end = max(start, sentence.start), min(end, sentence.end)
    span = sentence.part(start - sentence.start, end - sentence.start) if start < end else None
    places = [(sentence, window.citation)]
    if sentence == window.middle:
        places += [(each.sentence, each.citation) for each in window.copies]
    stance: Literal["yes", "no"] | None = None
    if is_yes_no and not (has_reply and _IN_SHORT.match(sentence.text) is None):
        _, yes, no = stretch.stance
        if max(yes, no) >= SIDE * (yes + no):
            stance = "yes" if yes >= no else "no"
    return Reading(window, sentence, span, score, tuple(places), stance)


def reading_at(question: Question, window: Window, span: Span, score: float) -> Reading:
    """Give a reading of words of a window that grammar, not the reader, has found."""
    base = window.text.start
    stretch = Stretch(span.start - base, span.end - base, 0.0, (1.0, 0.0, 0.0))
    return reading_of(question, window, stretch, score)


def is_asked(sentence: str) -> bool:
    """Does a text ask this, so that only what stands behind it can answer?"""
    return sentence.rstrip(_CLOSING).endswith("?")


def _reply(sentence: Span) -> tuple[int, int]:
    """Give where the words of a reply stand: of "“It did,” said Lee" what is in quotation marks."""
    found = IN_MARKS.search(sentence.text)
    start, end = found.span(1) if found is not None else (0, len(sentence.text))
    return sentence.start + start, sentence.start + end


def are_one(one: Span | None, other: Span | None) -> bool:
    """Do two stretches share a character, as two readings of one name do?"""
    return one is not None and other is not None and one.overlaps(other)


def missing_words(question: Question, window: Window) -> tuple[str, ...]:
    """The words of the question that neither a window nor what stands around it bears out."""
    return tuple(
        question.tree.words[term.index].text
        for term, strength in zip(question.terms, window.strengths, strict=True)
        if strength == 0.0 and term.weight > 0.5 and term.index != question.focus
    )

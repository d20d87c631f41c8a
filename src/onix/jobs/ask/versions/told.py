"""A reading with its grammar: in come a question and a reading, out goes what its sentence tells.

Whether the answer words hang on what was asked ("killed", not "injured"), how sure the sentence is
of it, and what stands beside them. It is its own file so that `differing.py` compares values only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from onix.jobs.ask.asked.question import DAYS, Question
from onix.jobs.ask.readings import Reading
from onix.model import EventKind, Marks, TimeExpression
from onix.reading.events.clauses import held, is_verb, top, verb_at
from onix.reading.events.factuality import Claims
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import sections, verb_forms
from onix.reading.words import words_of as listed
from onix.verify.facts.lines import Line, lines_of

_OF_ANOTHER: Final = frozenset({"relcl", "acl", "advcl"})
_SHARING: Final = frozenset({"conj", "xcomp", "advcl", "acl"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "mark"})
_FOR_WHAT: Final = frozenset({"on", "for"})
_MYSELF: Final = frozenset({"i", "we"})
_PROPER: Final = frozenset({"NNP", "NNPS"})
_ALSO: Final = 0.4  # of a word of the question: it, one of its family or one that means the same


@dataclass(frozen=True)
class Told:
    """What the sentence of a reading tells of what is asked.

    Attributes:
        marks: Of its document.
        tree: Of its sentence.
    """

    question: Question
    reading: Reading
    marks: Marks
    tree: Tree

    @cached_property
    def line(self) -> Line | None:
        """The sentence with its numbers, times and names; None where it is too short to tell."""
        return next(iter(lines_of(replace(self.marks, sentences=(self.reading.sentence,)))), None)

    @cached_property
    def way(self) -> tuple[int, ...]:
        """The words from the answer words up to the verb of their clause, and those above it.

        It ends where a clause begins that is of another word: "the union, which |had 1,800|, left".
        """
        span, start = self.reading.span, self.reading.sentence.start
        first = None if span is None else top(self.tree, span.start - start, span.end - start)
        found: list[int] = []
        for number in () if first is None else self.tree.path(first):
            found.append(number)
            if is_verb(self.tree, number) and self.tree.words[number].label in _OF_ANOTHER:
                break
        return tuple(found)

    @cached_property
    def share(self) -> float:
        """The share of the question that the sentence itself bears out, 0 to 1.

        Of a reply all around it counts, and of "it was released" what "it" may be.
        """
        if self.reading.is_reply:
            return self.reading.window.covered(self.question)
        if any(each.tag == "PRP" and each.label in _SUBJECTS for each in self.tree.words):
            return self.share_around
        return self._share(self._strengths)

    @cached_property
    def share_around(self) -> float:
        """The share of the question that the sentences which were read bear out, 0 to 1."""
        if self.reading.is_reply:
            return self.reading.window.covered(self.question)
        return self._share(self._matched(self.reading.window.text.text))

    def _share(self, strengths: Sequence[float]) -> float:
        terms = self.question.terms
        borne = sum(t.weight * s for t, s in zip(terms, strengths, strict=True))
        return borne / self.question.weight

    @cached_property
    def _strengths(self) -> tuple[float, ...]:
        return self._matched(self.reading.sentence.text)

    def _matched(self, text: str) -> tuple[float, ...]:
        return Matcher([term.word for term in self.question.terms]).strengths(words_of(text))

    @cached_property
    def verb(self) -> int | None:
        """The word of the sentence that says what was asked ("killed"), on which the answer hangs.

        None where it hangs on none, or the question's own verb says nothing ("is", "had").
        """
        asked = self.question.verb
        if asked is None:
            return None
        near = (*self.way, *self._when_behind(), *self._with_it(), *self._said_of_it())
        return next((n for n in near if self._is(n, asked)), None)

    def _when_behind(self) -> Iterator[int]:
        """Give the verb of what was then: "in |October|, when it |reopens|"."""
        words = self.tree.words
        end = (
            0 if self.reading.span is None else self.reading.span.end - self.reading.sentence.start
        )
        behind = [n for n, each in enumerate(words) if each.start >= end and each.text != ","][:1]
        yield from (words[n].head for n in behind if words[n].text.lower() == "when")

    def _said_of_it(self) -> Iterator[int]:
        """Give what is said of the answer by a verb that says nothing: "five remain |missing|"."""
        words = self.tree.words
        verb = verb_at(self.tree, next(iter(self.way), None))
        for number in () if verb is None else self.tree.children[verb]:
            if words[number].label in {"acomp", "oprd"}:
                yield number

    def _with_it(self) -> Iterator[int]:
        """Give the verbs whose subject is that of the answer's: "beat her to |win| the title"."""
        words = self.tree.words
        verb = verb_at(self.tree, next(iter(self.way), None))
        for number in range(len(words)):
            if (
                number != verb
                and is_verb(self.tree, number)
                and verb_at(self.tree, words[number].head) == verb
                and words[number].label in _SHARING
                and not any(words[n].label in _SUBJECTS for n in self.tree.children[number])
            ):
                yield number

    def _is(self, number: int, asked: str) -> bool:
        word = self.tree.words[number].text.lower()
        rows = (
            f"{word} {self.tree.words[n].text.lower()}"
            for n in self.tree.children[number]
            if self.tree.words[n].label == "prt"
        )
        return any(lexicon.match(asked, each) > _ALSO for each in (word, *rows))

    @property
    def is_of_it(self) -> bool:
        """Is the answer one to what was asked: of its verb, else of the first noun it names?"""
        if self.reading.is_reply or self.question.verb is not None:
            return self.reading.is_reply or self.verb is not None
        return next(
            (
                strength > _ALSO
                for term, strength in zip(self.question.terms, self._strengths, strict=True)
                if term.sort in {"noun", "verb"} and term.weight > 1.0 and term.word not in DAYS
            ),
            True,
        )

    @cached_property
    def is_for_it(self) -> bool:
        """Is it for what the question says it is for: "spend |on the bridge|", "pay |for it|"?"""
        words = self.question.tree.words

        def says_for_what(number: int) -> bool:
            above = words[words[number].head]
            return words[number].label == "pobj" and above.text.lower() in _FOR_WHAT

        return all(
            strength > 0.0
            for term, strength in zip(self.question.terms, self._strengths, strict=True)
            if term.sort == "noun" and term.word not in DAYS and says_for_what(term.index)
        )

    @cached_property
    def claim(self) -> EventKind | None:
        """Did what was asked happen by this sentence, or is it announced; None for neither."""
        verb = verb_at(
            self.tree, self.verb if self.verb is not None else next(iter(self.way), None)
        )
        return None if verb is None else Claims(self.tree).of(verb)

    @cached_property
    def is_only_ready(self) -> bool:
        """Is it what somebody is only ready, willing or able to do: "are ready to |pay| £2m"?"""
        verb = self.verb if self.verb is not None else next(iter(self.way), None)
        verb = verb_at(self.tree, verb)
        words = self.tree.words
        return (
            verb is not None
            and words[verb].label == "xcomp"
            and words[words[verb].head].label == "acomp"
        )

    @cached_property
    def is_denied(self) -> bool:
        """Does somebody say that it was not he: "I did not ask for the call"?"""
        asked, words = self.question.verb, self.tree.words
        return asked is not None and any(
            {words[n].text.lower() for n in self.tree.children[number]} & _MYSELF
            and any(words[n].label == "neg" for n in self.tree.children[number])
            for number in range(len(words))
            if self._is(number, asked)
        )

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The words, in lower case, of the names of whoever says so.

        Where that is left open, all words around it.
        """
        span = self.reading.span or self.reading.sentence
        said = [
            quote
            for quote in self.marks.quotes
            if any(content.overlaps(span) for content in quote.content)
        ]
        named = frozenset(word for each in said if each.speaker for word in words_of(each.speaker))
        return named or frozenset(words_of(self.reading.window.text.text))

    @cached_property
    def answer_words(self) -> frozenset[str]:
        """The words of the answer, in lower case."""
        return frozenset(words_of(self.reading.span.text if self.reading.span is not None else ""))

    @cached_property
    def ranks(self) -> frozenset[str]:
        """Which of several the sentence is of: "first", "second", "last"."""
        return frozenset(words_of(self.reading.sentence.text)) & listed("facts", "one_of_several")

    @cached_property
    def moves(self) -> bool:
        """Does the sentence say that a number has changed, or may still: "rose to", "so far"?"""
        words = words_of(self.reading.sentence.text)
        row = f" {' '.join(words)} "
        return any(f" {each} " in row for each in sections("facts")["not_final"]) or any(
            self.tree.words[n].text.lower() in verb_forms("facts", "changing") for n in self.way
        )

    @cached_property
    def is_place(self) -> bool:
        """Is the answer the name of a place?"""
        span = self.reading.span
        return span is not None and any(
            each.kind == "place" and each.span.overlaps(span) for each in self.marks.mentions
        )

    def names(self, *, beside: bool) -> frozenset[str]:
        """Give the words of the names in the answer, in lower case, and of whom they stand for.

        Args:
            beside: Those joined to it, too: "Lena Roth and |Jon Aske|".
        """
        span, start, words = self.reading.span, self.reading.sentence.start, self.tree.words
        if span is None:
            return frozenset()
        inside = {
            n
            for n, each in enumerate(words)
            if span.start - start <= each.start < span.end - start and self._is_name(n)
        }
        if beside:
            inside |= {m for n in inside for m in self._joined(n)}
        found = {words[n].text.lower().removesuffix(".") for n in inside}
        for each in self.marks.mentions:
            if (
                each.name
                and "(" not in each.name
                and any(each.span.start <= start + words[n].start < each.span.end for n in inside)
            ):
                found |= set(words_of(each.name))
        return frozenset(found)

    def _joined(self, number: int) -> Iterator[int]:
        """Give the proper nouns of the names that "and" joins to one, before and behind it."""
        words, children = self.tree.words, self.tree.children
        top_of = number
        while words[top_of].label in {"conj", "compound"} and self._is_name(words[top_of].head):
            top_of = words[top_of].head
        heads = [top_of, *(n for n in children[top_of] if words[n].label == "conj")]
        for head in heads:
            parts = (n for n in children[head] if words[n].label == "compound")
            yield from (n for n in (head, *parts) if self._is_name(n))

    def _is_name(self, number: int) -> bool:
        word = self.tree.words[number]
        return word.tag in _PROPER and word.text[0].isupper()

    @cached_property
    def days(self) -> tuple[TimeExpression, ...]:
        """The days and the like on which it was, by the verb that the answer hangs on."""
        times = [each for each in self.marks.times if each.earliest and each.latest]
        by_word = held(self.tree, self.reading.sentence, times)
        verb = (
            self.verb if self.verb is not None else verb_at(self.tree, next(iter(self.way), None))
        )
        return tuple(each.time for each in by_word.get(-1 if verb is None else verb, ()))

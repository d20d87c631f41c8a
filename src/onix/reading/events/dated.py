"""What a sentence says happened, to whom, and when: in comes a sentence with its tree, out datings.

Only what happens to the same people and things but once counts ("[once]" in words/events.txt), as
a verb ("the bridge collapsed on 3 March") or as its noun ("the collapse of the bridge came on …").
It is its own file so that datings.py compares values and knows no grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, TypeVar

from onix.model import Marks, Mention, Span, TimeExpression
from onix.reading.events.clauses import held, is_verb
from onix.reading.events.factuality import Claims
from onix.reading.events.happenings import Times, forms
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import sections
from onix.reading.words import words_of as listed

Mark = TypeVar("Mark", Mention, TimeExpression)

LONGEST: Final = 31  # days: "in March" is a dating, "in 2024" too vague to be held against a day


@dataclass(frozen=True, slots=True)
class Whom:
    """To whom or what it happened: the stems of the words for it, of its head, and its name.

    Attributes:
        name: What the mention there stands for; "" for a name that no mention is of.
    """

    stems: frozenset[str]
    head: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Dating:
    """What happened (its stem), to whom or what, and when."""

    what: str
    whom: Whom
    when: TimeExpression
    words: Span


class DatedSentence:
    """One sentence, as it dates events."""

    def __init__(self, marks: Marks, sentence: Span, tree: Tree) -> None:
        times = [each for each in marks.times if sentence.covers(each.span)]
        self._marks, self._sentence, self._tree = marks, sentence, tree
        self._claims = Claims(tree)
        self._times = Times(tree, held(tree, sentence, times), self._claims)

    def datings(self) -> Iterator[Dating]:
        """Give what the sentence tells as happened, to whom or what, and when."""
        for number, word in enumerate(self._tree.words):
            stem = lexicon.stem(word.text.lower())
            if stem not in once() or (told := self._told(number)) is None:
                continue
            at, when = told
            if when is not None and self._is_quoted(when.span):
                continue  # "today" is read against publication, and was said before it
            whom = None if at is None else self._whom(at)
            if whom is not None and when is not None and is_dating(when):
                yield Dating(stem, whom, when, self._span(number))

    def _span(self, number: int) -> Span:
        word, start = self._tree.words[number], self._sentence.start
        return self._marks.document.span(start + word.start, start + word.end)

    def _told(self, number: int) -> tuple[int | None, TimeExpression | None] | None:
        """Give the word for whom or what it happened to, and when; None where it is not told."""
        words, children = self._tree.words, self._tree.children[number]
        by_label = {words[each].label: each for each in reversed(children)}
        if is_verb(self._tree, number):
            if self._claims.of(number) != "happened":
                return None
            whom = next(
                (by_label[each] for each in ("nsubjpass", "dobj", "nsubj") if each in by_label),
                None,
            )
            return whom, self._times.of(number)
        if words[number].tag != "NN":
            return None
        whom = by_label.get("poss")
        for each in children:
            if words[each].text.lower() == "of":
                whom = next(iter(self._tree.children[each]), whom)
        return whom, self._time_of_noun(number)

    def _time_of_noun(self, number: int) -> TimeExpression | None:
        """Give the time of a noun: its own, that in its phrase, or that of "came" behind it."""
        word = self._tree.words[number]
        own = self._times.own(number)
        if own is None:
            first, last = self._tree.edges[number]
            inner = {
                time.span: time
                for each in range(first, last + 1)
                if self._is_in_phrase(each, number) and (time := self._times.own(each)) is not None
            }
            own = next(iter(inner.values())) if len(inner) == 1 else None
        above = self._tree.words[word.head].text.lower()
        if own is None and word.label in SUBJECTS and above in forms("dates_subject"):
            return self._times.of(word.head)
        return own

    def _is_in_phrase(self, number: int, above: int) -> bool:
        """Does one word hang on another with no verb between?"""
        way = self._tree.path(number)
        return above in way and not any(is_verb(self._tree, n) for n in way[: way.index(above)])

    def _whom(self, number: int) -> Whom | None:
        """Give whom or what a noun phrase means; None where another sentence could not mean it.

        "He", "a bridge", "the second bridge", "the two bridges" and "Tuesday" are such.
        """
        words, children = self._tree.words, self._tree.children[number]
        if any(words[each].label in {"nummod", "conj"} for each in children):
            return None
        phrase = [number]
        for each in children:
            if words[each].label not in {"relcl", "punct", "cc"}:
                first, last = self._tree.edges[each]
                phrase += range(first, last + 1)
        texts = [words[each].text.lower() for each in phrase]
        if (
            not listed("events", "several").isdisjoint(texts)
            or self._at(number, self._marks.times) is not None
        ):
            return None
        head = lexicon.stem(words[number].text.lower())
        heads = [number, *(each for each in children if words[each].label == "appos")]
        names = [self._name(each) for each in heads]
        name = next((each for each in names if each is not None), None)
        found = stems(" ".join(texts))
        return Whom(found, head, name) if name is not None or len(found) > 1 else None

    def _is_quoted(self, span: Span) -> bool:
        return any(
            each.covers(span)
            for quote in self._marks.quotes
            if quote.kind != "indirect"
            for each in quote.content
        )

    def _name(self, number: int) -> str | None:
        mention = self._at(number, self._marks.mentions)
        if mention is not None:
            return mention.name or self._only(mention.span.text)
        word = self._tree.words[number]
        return self._only(word.text) if word.tag.startswith("NNP") else None

    def _only(self, words: str) -> str:
        """Give "" for a name that is left open; itself where it may be that of several people."""
        of_family = {each.name for each in self._marks.mentions if each.name and words in each.name}
        return words if len(of_family) > 1 else ""

    def _at(self, number: int, marks: Sequence[Mark]) -> Mark | None:
        """Give the mark that a word stands in."""
        start = self._sentence.start + self._tree.words[number].start
        return next((each for each in marks if each.span.start <= start < each.span.end), None)


@cache
def once() -> frozenset[str]:
    """Give the stems of what happens to the same but once, or but once in some weeks."""
    return ever() | frozenset(map(lexicon.stem, forms("once_in_a_while")))


@cache
def ever() -> frozenset[str]:
    """Give the stems of what happens to the same but once and never again."""
    return frozenset(map(lexicon.stem, forms("once")))


def is_dating(time: TimeExpression) -> bool:
    """Does a time name a day, or a stretch of days that is short enough to be held against one?"""
    if time.type not in {"DATE", "TIME"} or not time.earliest or not time.latest:
        return False
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days < LONGEST


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words that carry meaning."""
    small = sections("stopwords")["english"]
    return frozenset(lexicon.stem(word) for word in words_of(text) if word not in small)

"""What a text answers without saying it in the question's words: in come a reading, out readings.

Two ways of the trade to contradict somebody in few words: an explainer's own question ("When did
they speak? On 1 June.") and a number put against another ("They write that 12 clauses are left.
“Fourteen,” said Mr Dorn."). The reader, which looks for the words of the question, passes by both,
so they are only held against an answer that was found, never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER
from onix.jobs.ask.readings import Reading, is_asked
from onix.jobs.ask.trust import enough
from onix.jobs.ask.windows import FAR, Window
from onix.model import Hit, Marks, Span
from onix.reading.events.clauses import is_verb
from onix.reading.events.factuality import Claims
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.sentences import split
from onix.reading.neural.syntax import Tree
from onix.reading.words import sections

_NUMBERED: Final = frozenset({"how many", "how much"})
# A quotation that is nothing but a number, with who says it.
_BARE: Final = re.compile(rf"[\"“‘'](?P<number>{NUMBER})[,.]?[\"”’']", re.IGNORECASE)
_BEHIND: Final = 2  # sentences that still belong to an explainer's question


def replies(
    question: Question,
    best: Reading,
    hits: Sequence[Hit],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> list[Reading]:
    """Give what other documents reply to what is asked, or to the answer found.

    Args:
        hits: The passages found for the question.
        marks: Gives the marks of a document.
        parse: Gives the tree of a sentence.
    """
    if question.kind == "yes/no":
        return (
            list(_from_the_other_side(question, best, hits, parse))
            if "no" in {best.stance, best.claim}
            else []
        )
    if best.span is None or not (question.kind == "when" or question.kind in _NUMBERED):
        return []
    found: dict[Span, Reading] = {}
    for rank, hit in enumerate(hits):
        text = hit.passage.span.text
        if hit.passage.span.document_id == best.span.document_id or not (
            "?" in text or _BARE.search(text)
        ):
            continue
        for reading in _in(question, best, hit, rank, marks):
            found.setdefault(reading.span or reading.sentence, reading)
    return list(found.values())


def _in(
    question: Question, best: Reading, hit: Hit, rank: int, marks: Callable[[str], Marks]
) -> Iterator[Reading]:
    whole = hit.passage.span
    sentences = [whole.part(*place) for place in split(whole.text)]
    matcher = Matcher([term.word for term in question.terms])
    around = matcher.strengths(words_of(f"{hit.citation.title or ''} {whole.text}"))
    if any(t.sort == "name" and not s for t, s in zip(question.terms, around, strict=True)):
        return
    for at, (before, sentence) in enumerate(pairwise(sentences)):
        behind = " ".join(each.text for each in sentences[at + 1 : at + 1 + _BEHIND])
        span = None
        if asks_alike(question, before.text, behind):
            span = _value(question, sentence, marks)
        elif question.kind in _NUMBERED and _tells(before.text, best):
            bare = _BARE.match(sentence.text)
            span = None if bare is None else sentence.part(*bare.span("number"))
        if span is None:
            continue
        own = matcher.strengths(words_of(f"{before.text} {behind}"))
        strengths = tuple(max(a, FAR * b) for a, b in zip(own, around, strict=True))
        text = whole.part(before.start - whole.start, sentence.end - whole.start)
        window = Window(text, (before, sentence), sentence, hit.citation, strengths, rank)
        yield Reading(window, sentence, span, enough(), ((sentence, hit.citation),), is_reply=True)


def _from_the_other_side(
    question: Question, best: Reading, hits: Sequence[Hit], parse: Callable[[str], Tree]
) -> Iterator[Reading]:
    """Give what says that somebody "received" what another denies that he "gave"."""
    asked = lexicon.stem(next((t.word for t in question.terms if t.sort == "verb"), ""))
    converse = next((b for a, b in _converses() if asked in a), frozenset[str]())
    things = [term for term in question.terms if term.sort == "noun"]
    matcher = Matcher([term.word for term in question.terms])
    for rank, hit in enumerate(hits if converse and things else ()):
        whole = hit.passage.span
        if whole.document_id == best.sentence.document_id:
            continue
        for start, end in split(whole.text):
            words = words_of(whole.text[start:end])
            own = matcher.strengths(words)
            told = {t for t, s in zip(question.terms, own, strict=True) if s > 0}
            if (
                not converse.isdisjoint(map(lexicon.stem, words))
                and told.issuperset(things)
                and any(term.sort == "name" for term in told)
                and _happened(parse(whole.text[start:end]), converse)
            ):
                sentence = whole.part(start, end)
                around = matcher.strengths(words_of(f"{hit.citation.title or ''} {whole.text}"))
                strengths = tuple(max(a, FAR * b) for a, b in zip(own, around, strict=True))
                window = Window(sentence, (sentence,), sentence, hit.citation, strengths, rank)
                places = ((sentence, hit.citation),)
                yield Reading(window, sentence, sentence, enough(), places, "yes", is_reply=True)


def _happened(tree: Tree, converse: frozenset[str]) -> bool:
    claims = Claims(tree)
    return any(
        lexicon.stem(word.text.lower()) in converse and claims.of(number) == "happened"
        for number, word in enumerate(tree.words)
        if is_verb(tree, number)
    )


@cache
def _converses() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Give pairs of stems of verbs: what they say of one side, and of the other."""
    found = []
    for entry in sections("facts")["converses"]:
        one, _, other = entry.partition("=")
        sides = [frozenset(map(lexicon.stem, each.split())) for each in (one, other)]
        found += [(sides[0], sides[1]), (sides[1], sides[0])]
    return tuple(found)


def asks_alike(question: Question, sentence: str, behind: str) -> bool:
    """Does a text ask what is asked, in its own words: of the same kind, and of the same matter?

    Args:
        behind: What it says to it.
    """
    words = words_of(sentence)
    opening = question.kind.split()
    if not is_asked(sentence) or words[: len(opening)] != opening:
        return False
    if question.verb is not None:
        return max(Matcher([question.verb]).strengths(words)) > 0
    thing = next((t.word for t in question.terms if t.sort == "noun" and t.weight > 1.0), None)
    return thing is not None and max(Matcher([thing]).strengths([*words, *words_of(behind)])) > 0


def _value(question: Question, sentence: Span, marks: Callable[[str], Marks]) -> Span | None:
    """Give the first day or number that a sentence names."""
    if question.kind == "when":
        times = marks(sentence.document_id).times
        return next((t.span for t in times if t.earliest and sentence.covers(t.span)), None)
    found = re.search(NUMBER, sentence.text, re.IGNORECASE)
    return None if found is None else sentence.part(*found.span())


def _tells(text: str, best: Reading) -> bool:
    """Does a sentence tell the answer found, number and noun?"""
    answer = best.span.text if best.span is not None else ""
    number = re.search(NUMBER, answer, re.IGNORECASE)
    stems = set(map(lexicon.stem, words_of(answer if number else "")))
    return bool(stems) and stems <= set(map(lexicon.stem, words_of(text)))

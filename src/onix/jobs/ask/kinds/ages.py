"""How old somebody is: in come a question and its readings, out the readings.

"Adam Sayle, 31, a lawyer" and "the 31-year-old lawyer Adam Sayle" tell an age in passing. The
reader takes any years near the words of the question: a prison term, or how old the daughter is.
Grammar knows whose an age is where it stands beside a name, and that a term is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.dated import names_are_there
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.yes_no.parties import parties
from onix.model import Span
from onix.reading.events.clauses import is_verb, top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree

SURE: Final = 0.5  # the log of the odds
OTHERS: Final = -1.0  # the most that years are worth which are nobody's age, or another's
_OLDEST: Final = 120  # years
_YEARS: Final = re.compile(r"\b(?:years?|months?)$", re.IGNORECASE)
_OF_AGE: Final = re.compile(r"\s(?:old|of age|ago)\b")
_OF_SOMEBODY: Final = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he)\s(?:is|was)\s|\b[A-Z][\w’'-]+,\s|\baged\s)$"
)
_ENDS: Final = re.compile(r"[.,;)]|$")
_THEY_ARE: Final = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he)\s(?:is|was|has\sturned|turned)\s(?:now\s|only\s|just\s)?"
    r"(?P<age>\d{1,3})(?=[.,;)]|\s(?:and|years|when|but)\b)"
)
_SAYING_WHOSE: Final = frozenset({"pobj", "pcomp", "relcl", "acl", "dobj"})
_YEAR_OLD: Final = re.compile(r"-(?:years?|months?)-old")


def with_ages(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "how old", an age that stands beside the name before all others.

    And those of "how many", an age behind all others: "She was 88" counts no children.
    """
    if question.kind == "how many":
        kept = [_lowered(each) if _is_age(each) else each for each in readings]
        return sorted(kept, key=lambda each: -each.score)
    if question.kind != "how old":
        return list(readings)
    kept = [
        each
        if _may_be(question, each)
        and not _is_of_kin(question, each, seen)
        and not _was_then(each.sentence, seen)
        else _lowered(each)
        for each in readings
    ]
    told = next(_ages(question, seen), None)
    if told is not None:
        kept = [told, *map(_lowered, kept)]
    return sorted(kept, key=lambda each: -each.score)


def _lowered(reading: Reading) -> Reading:
    return replace(reading, score=min(reading.score, OTHERS))


def _is_age(reading: Reading) -> bool:
    """Is it a number that says nothing but how old somebody is: "She was |88|.", "Lee, |47|,"?"""
    sentence, span = reading.sentence, reading.span
    if span is None or not span.text.isdigit() or int(span.text) > _OLDEST:
        return False
    start, end = span.start - sentence.start, span.end - sentence.start
    return bool(_OF_SOMEBODY.search(sentence.text[:start]) and _ENDS.match(sentence.text, end))


def _may_be(question: Question, reading: Reading) -> bool:
    """Is it an age, of what the sentence names or of "the 31-year-old"?"""
    sentence, span = reading.sentence, reading.span
    if span is None:
        return False
    end = span.end - sentence.start
    if _YEARS.search(span.text) and not _OF_AGE.match(sentence.text, end):
        return False
    if _YEAR_OLD.search(sentence.text, span.start - sentence.start):
        return True
    asked = [each.word for each in question.terms if each.sort in {"name", "noun"}]
    strengths = Matcher(asked).strengths(words_of(sentence.text))
    return max(strengths, default=1.0) >= lexicon.SYNONYM


def _is_of_kin(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it told of whom somebody is only related to: "|her father| died at the age of 56"?"""
    sentence, span = reading.sentence, reading.span
    if span is None:
        return False
    tree = seen.parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    verb = next((n for n in tree.path(first or 0) if is_verb(tree, n)), None)
    who = None if first is None or verb is None else parties(tree, verb).doer
    asked = {each.text.lower() for each in question.tree.words}
    return (
        who is not None
        and tree.words[who].tag in {"NN", "NNS"}
        and any(tree.words[n].label == "poss" for n in tree.children[who])
        and tree.words[who].text.lower() not in asked
    )


def _was_then(sentence: Span, seen: Seen) -> bool:
    """Is it a caption of an old picture: "Lund, 21, speaks with a friend in June 1986."?"""
    marks = seen.marks(sentence.document_id)
    published = (marks.document.published or "")[:4]
    is_old = bool(published) and any(
        each.latest is not None
        and int(each.latest[:4]) < int(published) - 1
        and sentence.covers(each.span)
        and not any(map(str.isalpha, sentence.text[each.span.end - sentence.start :]))
        for each in marks.times
    )
    if not is_old:
        return False
    tree = seen.parse(sentence.text)
    root = next((n for n, each in enumerate(tree.words) if each.head == n), 0)
    helpers = [each for n in tree.children[root] if (each := tree.words[n]).label[:3] == "aux"]
    return (helpers[0] if helpers else tree.words[root]).tag in {"VBZ", "VBP"}


def _ages(question: Question, seen: Seen) -> Iterator[Reading]:
    """Find "Adam Sayle, 31,", "the 31-year-old Adam Sayle", and "He is 31" where he is meant."""
    names = [
        question.tree.words[t.index].text
        for t in question.terms
        if t.sort == "name" and not _is_within(question.tree, t.index)
    ]
    name = re.escape(names[-1] if names else "")
    if not names or re.search(rf"\b{name}(?:[’']|\sand\b)", question.text):
        return  # "Abel's daughter"
    age = r"(?P<age>\d{1,3})"
    behind = rf"\b{name}(?:,|\s\(|\s(?:is|was))\s?(?:aged\s)?{age}(?=[,).]|\s(?:years|and)\b)"
    before = rf"\b{age}-year-old\s(?:[\w’'-]+\s){{0,3}}{name}\b"
    for window in seen.windows:
        told = window.sentences if names_are_there(question, window) else ()
        for sentence in told:
            if _was_then(sentence, seen):
                continue
            for pattern in (behind, before):
                for found in re.finditer(pattern, sentence.text):
                    if int(found["age"]) <= _OLDEST:
                        yield reading_at(question, window, sentence.part(*found.span("age")), SURE)
        for sentence in window.sentences:
            for found in _THEY_ARE.finditer(sentence.text):
                at = sentence.start + found.start("who")
                meant = seen.marks(sentence.document_id).meant
                who = next((each.name for each in meant if each.span.start == at), None)
                own, theirs = {each.lower() for each in names}, set(words_of(who or ""))
                is_they = bool(theirs) and (own <= theirs or theirs <= own)
                if int(found["age"]) <= _OLDEST and is_they:
                    yield reading_at(question, window, sentence.part(*found.span("age")), SURE)


def _is_within(tree: Tree, number: int) -> bool:
    """Does a name only say of whom it is asked: "the man accused of stabbing |Lund|"?"""
    return any(tree.words[n].label in _SAYING_WHOSE for n in tree.path(number))

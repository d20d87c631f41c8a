"""A question of the record, and what was replied: a reader's question in, a sentence out.

Interviews, hearings and explainers ask what a reader asks, of somebody who is called "you" there:
“Why did you give up the ferry?” has no name of "Why did the council drop the ferry?". So where
nothing else answers, the reply to a "why" is read that shares a word with the one that is asked,
and to any other question that asks all of it: "Have you read it?" – "Yes" for "has Lund read it?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import AUXILIARIES
from onix.jobs.ask.readings import Reading, Seen, is_asked
from onix.jobs.ask.trust import fits, on_it
from onix.jobs.quotes.subject import SPOKEN_TO
from onix.model import Citation, Marks, Span, Statement
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.comprehension import comprehension
from onix.reading.neural.syntax import Tree
from onix.reading.words import words_of as listed

ANOTHER: Final = 3.0  # what a few words lose that reply to another question
ENOUGH: Final = 0.0  # logits; of five replies above, all were right, of three below one
ALL_THE_SAME: Final = -2.0  # where all is asked that a reader asks, and not only a word of it
SHARED: Final = 0.75  # how well a noun or verb of the question stands in the reporter's
SURE: Final = 0.7
_WHY: Final = re.compile(r"\bwhy\b", re.IGNORECASE)
_YOU: Final = frozenset({"you", "your", "yourself"})
_AND: Final = re.compile(r"^\W*(?:(?:and|but|so|then|now|well|ok|okay)\b,?\s+)*", re.IGNORECASE)
_HELPING: Final = "am|are|was|were|did|do|have|had|will|would|can|could"
_YES: Final = re.compile(
    r"\W*(?:yes|yeah|yep|absolutely|certainly|correct|of course(?! not)|that is (?:right|correct)"
    rf"|(?:i|we) (?:{_HELPING})[.,;!])(?!\w)",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    rf"\W*(?:no|nope|never|not at all|of course not|(?:i|we) (?:{_HELPING})(?:n[’']t| not)[.,;!])"
    r"(?!\w)",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_CAPITAL: Final = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
# "the letters |from Dr Lund|": which they are is plain to who asks of them
_WHOSE: Final = re.compile(r"(?<=[a-z]) (?:from|of|by)(?: [A-Z][\w.’'-]+)+")


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A question of a document, the one or two sentences that reply to it, and who replies."""

    citation: Citation
    asks: Span
    replies: tuple[Span, ...]
    speaker: str | None


def questioned(question: Question, seen: Seen) -> Statement | None:
    """Give the reply to a question of the record that asks the same, if there is one."""
    is_why = question.kind == "why"
    shared = [t.word for t in question.terms if t.sort in {"noun", "verb"} and t.weight > 1.0]
    if not shared or question.kind == "topic":
        return None
    matcher = Matcher(shared)
    found = [
        each
        for document_id, citation in seen.documents().items()
        for each in _exchanges(citation, seen.marks(document_id), is_why=is_why)
        if max(matcher.strengths(words_of(each.asks.text))) >= SHARED
        and _is_spoken_to(question, each)
        and (is_why or asks_all(question, each.asks.text, each.speaker))
    ]
    if question.kind == "yes/no":
        answers = ((each, short_reply(each.asks.text, each.replies[0].text)) for each in found)
        return next((_said(each, stance) for each, stance in answers if stance is not None), None)
    texts = [
        seen.marks(each.asks.document_id).document.span(each.asks.start, each.replies[-1].end).text
        for each in found
    ]
    read = comprehension().read(question.text, texts)
    best = max(range(len(found)), key=lambda n: read[n].margin, default=None)
    if best is None:
        return None
    is_same = asks_all(question, found[best].asks.text, found[best].speaker)
    if read[best].margin < (ALL_THE_SAME if is_same else ENOUGH):
        return None
    at = found[best].asks.start
    if not fits(question, texts[best][read[best].start : read[best].end]):
        return None
    return _statement(found[best], at + read[best].start, at + read[best].end)


def of_its_question(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those far down that are a few words in reply to another question.

    "To the end of May, 2.3 million" says how much of what was asked just before.
    """
    if question.kind in {"yes/no", "topic"}:
        return list(readings)
    words = [t.word for t in question.terms if t.sort in {"noun", "verb"} and t.weight > 1.0]
    matcher = Matcher(words or [""])
    found = []
    for each in readings:
        at = each.window.sentences.index(each.sentence) if each.score >= on_it() else 0
        before = each.window.sentences[at - 1].text if at else ""
        is_other = is_asked(before) and max(matcher.strengths(words_of(before))) < SHARED
        if is_other and not _has_verb(seen.parse(each.sentence.text)):
            each = replace(each, score=each.score - ANOTHER)
        found.append(each)
    return sorted(found, key=lambda each: -each.score)


def _has_verb(tree: Tree) -> bool:
    return any(each.tag in {"VBD", "VBZ", "VBP", "MD"} for each in tree.words)


def asks_all(question: Question, asked: str, replying: str | None) -> bool:
    """Does a question of the record ask all that is asked, and no more than that?

    Args:
        replying: Who replies to it, whom it calls "you".
    """
    text = _AND.sub("", SPOKEN_TO.sub(" ", asked), count=1)
    words = words_of(text)
    if question.kind == "yes/no":
        is_alike = bool(words) and words[0] in AUXILIARIES and _NOT.search(text) is None
    else:
        is_alike = words[: len(question.kind.split())] == question.kind.split()
    if not is_alike:
        return False
    calls = not _YOU.isdisjoint(words)
    themselves = set(words_of(replying or "")) if calls else set()
    strengths = Matcher([term.word for term in question.terms]).strengths(words)
    is_all = all(
        strength >= SHARED or term.weight < 0.7 or themselves.issuperset(words_of(term.word))
        for term, strength in zip(question.terms, strengths, strict=True)
    )
    typed = words_of(question.text)
    more = {word for name in _CAPITAL.findall(_WHOSE.sub("", text)) for word in words_of(name)} - {
        *themselves,
        "i",
        *listed("names", "titles"),
    }
    is_of_them = not calls or not (themselves | _YOU).isdisjoint(typed)
    return is_all and is_of_them and (question.kind != "yes/no" or more.issubset(typed))


def short_reply(asked: str, reply: str) -> Literal["yes", "no"] | None:
    """Give the yes or no with which a reply begins; None where the question was "was he not"."""
    if _NOT.search(asked):
        return None
    return "yes" if _YES.match(reply) else "no" if _NO.match(reply) else None


def _is_spoken_to(question: Question, exchange: _Exchange) -> bool:
    """May "you" be whom the question names, by who replies: nobody else, as far as is known?"""
    names = {w for t in question.terms if t.sort == "name" for w in words_of(t.word)}
    words = words_of(exchange.asks.text)
    speaker = words_of(exchange.speaker or "")
    if _YOU.isdisjoint(words) or not names or not speaker:
        return True
    return not names.isdisjoint(speaker)


def _exchanges(citation: Citation, marks: Marks, *, is_why: bool) -> Iterator[_Exchange]:
    """Give each question of a document with the one or two sentences that reply to it."""
    sentences = [each for each in marks.sentences if not each.text.endswith(":")]
    for number, (one, other) in enumerate(pairwise(sentences)):
        is_meant = _WHY.search(one.text) if is_why else True
        if is_asked(one.text) and is_meant and not is_asked(other.text):
            speaker, end = _speaker(marks, other)
            replies = [other, *(e for e in sentences[number + 2 : number + 3] if e.end <= end)]
            yield _Exchange(citation, one, tuple(replies), speaker)


def _speaker(marks: Marks, reply: Span) -> tuple[str | None, int]:
    """Give who says a reply, and where their words end."""
    for quote in marks.quotes:
        if any(each.overlaps(reply) for each in quote.content):
            return quote.speaker, quote.content[-1].end
    return None, len(marks.document.text)


def _said(exchange: _Exchange, stance: Literal["yes", "no"]) -> Statement:
    first, last = exchange.replies[0], exchange.replies[-1]
    gap = " " * (last.start - first.end)
    text = first.text if first == last else f"{first.text}{gap}{last.text}"
    whole = Span(first.document_id, first.start, last.end, text)
    return Statement(
        text=text,
        answer=first,
        citations=(replace(exchange.citation, span=whole),),
        stance=stance,
        speaker=exchange.speaker,
        confidence=SURE,
    )


def _statement(exchange: _Exchange, start: int, end: int) -> Statement | None:
    sentence = next((each for each in exchange.replies if each.start <= start < each.end), None)
    if sentence is None:
        return None  # it is the reporter's words that were read
    end = min(end, sentence.end)
    return Statement(
        text=sentence.text,
        answer=sentence.part(start - sentence.start, end - sentence.start),
        citations=(replace(exchange.citation, span=sentence),),
        speaker=exchange.speaker,
        confidence=SURE,
    )

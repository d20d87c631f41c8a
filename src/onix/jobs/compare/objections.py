"""Who in the coverage objects to which point: comparisons and marks of articles in, objections out.

Whose words they are, reading has found; `references.py` says which point they are about, and
`stance.py` whether they are against it. Of all that somebody says against a point in an article the
first sentence counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onix.jobs.compare.points import find_points
from onix.jobs.compare.references import Plan, names_plan
from onix.jobs.compare.stance import LEAST, Stance, stances
from onix.model import (
    Citation,
    Comparison,
    Document,
    History,
    Marks,
    Objection,
    Quote,
    Span,
)

GOES_ON = 0.5  # what the next sentence on the same counts
BEFORE, ONWARD = 0.5, 0.3  # what the sentences around say of what one is about
_PRONOUN = re.compile(r"\W*(?:but |and |yet )?(?:he|she)\b", re.IGNORECASE)
# Who the speaker is says nothing of what is spoken of.
_ASIDE = re.compile(r"(?<=,)\s+(?:an?|the|who|whose|whom)\b[^,.;“”\"]*(?=,)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with the person behind it."""

    sentence: Span
    who: str
    quote: Quote


def with_objections(found: History, coverage: Iterable[Marks]) -> History:
    """Give the history with who objects to which point, each in the step of its version.

    An article speaks of the newest version that was there when it was published; of the newest
    there is, where a date is not known. An objection to the first version stands in the first step.
    """
    versions = [found.steps[0].old, *(step.new for step in found.steps)]
    plans = [Plan(find_points(each).points) for each in versions]
    made: list[list[Objection]] = [[] for _ in found.steps]
    for marks in coverage:
        if marks.unread is not None:
            continue
        version = _version(versions, marks.document)
        made[max(0, version - 1)] += _objections(plans[version], marks)
    return replace(found, steps=tuple(map(_with, found.steps, made)))


def _with(step: Comparison, made: Sequence[Objection]) -> Comparison:
    return replace(step, objections=(*step.objections, *made))


def _version(versions: Sequence[Document], article: Document) -> int:
    day = article.day
    if day is None or any(each.day is None for each in versions):
        return len(versions) - 1
    there = [at for at, each in enumerate(versions) if each.day is not None and each.day <= day]
    return max(there, default=0)


def _objections(plan: Plan, marks: Marks) -> Iterator[Objection]:
    """Give the objections of one article.

    1. Who says each sentence, paragraph by paragraph.
    2. Which point it speaks of: by itself, else with what stands before it in the paragraph and
       what the same person goes on to say; else the plan as a whole, where it is named.
    3. Whether it is against it: by itself and, where that goes on about the same, by what follows.
    """
    if not plan.points or not marks.sentences:
        return
    texts = _matters(marks)
    alike, found = plan.likeness(texts), stances(texts)
    meant = [plan.spoken_of(text, row) for text, row in zip(texts, alike, strict=True)]
    seen: set[tuple[str, tuple[Span, ...]]] = set()
    for paragraph in _paragraphs(marks):
        said = _said(marks, paragraph)
        for at in paragraph:
            if (each := said.get(at)) is None:
                continue
            after = said.get(at + 1)
            is_next = after is not None and after.who == each.who
            goes_on = is_next and meant[at + 1] is None
            spoken = meant[at]
            if spoken is None:
                row = alike[at].copy()
                row += BEFORE * alike[at - 1] if at - 1 in paragraph else 0.0
                row += ONWARD * alike[at + 1] if is_next else 0.0
                spoken = plan.on_subject(row)
            if spoken is None and names_plan(texts[at]):
                spoken = [], "whole"
            stance = found[at]
            score = stance.score + (GOES_ON * max(0.0, found[at + 1].score) if goes_on else 0.0)
            if spoken is None or score < LEAST:
                continue
            points = tuple(plan.points[place].span for place in spoken[0])
            if (each.who, points) in seen:
                continue
            seen.add((each.who, points))
            citation = _cite(marks.document, each.sentence)
            yield Objection(
                each.quote, citation, each.who, points, spoken[1], _cue(each.sentence, stance)
            )


def _matters(marks: Marks) -> list[str]:
    """Give the sentences, spaces in the place of names and of what only says who somebody is."""
    people = [each.span for each in marks.mentions if each.kind == "person" and each.name]
    found = []
    for sentence in marks.sentences:
        text = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence.text)
        for span in people:
            if sentence.covers(span):
                start, end = span.start - sentence.start, span.end - sentence.start
                text = text[:start] + " " * (end - start) + text[end:]
        found.append(text)
    return found


def _paragraphs(marks: Marks) -> Iterator[list[int]]:
    """Give the numbers of the sentences of each paragraph."""
    text, found = marks.document.text, list[int]()
    for number, sentence in enumerate(marks.sentences):
        if found and "\n" in text[marks.sentences[number - 1].end : sentence.start]:
            yield found
            found = []
        found.append(number)
    yield found


def _said(marks: Marks, paragraph: Sequence[int]) -> dict[int, _Said]:
    """Give the sentences of a paragraph in which a person says something, or does by a verb."""
    starts = [each.start for each in marks.sentences]
    quoted: dict[int, Quote] = {}
    for quote in marks.quotes:
        if quote.speaker is not None and quote.content:
            quoted.setdefault(bisect_right(starts, quote.content[0].start) - 1, quote)
    # A name of one word may be any word that begins a sentence.
    people = [
        each
        for each in marks.mentions
        if each.kind == "person" and each.name and len(each.name.split()) > 1
    ]
    found: dict[int, _Said] = {}
    last: str | None = None
    for number in paragraph:
        sentence = marks.sentences[number]
        named = next((each for each in people if sentence.covers(each.span)), None)
        known = quoted.get(number)
        if known is not None and known.speaker:
            who, said = known.speaker, known
        elif named is not None and named.name:
            who = named.name
            said = Quote("indirect", (sentence,), source=(named.span,), speaker=who)
        elif last is not None and _PRONOUN.match(sentence.text):
            who = last
            said = Quote("indirect", (sentence,), speaker=who)
        else:
            continue
        last = who
        found[number] = _Said(sentence, who, said)
    return found


def _cue(sentence: Span, stance: Stance) -> Span:
    text = sentence.text[stance.start : stance.end]
    start = sentence.start + stance.start
    return Span(sentence.document_id, start, start + len(text), text)


def _cite(document: Document, sentence: Span) -> Citation:
    return Citation(
        sentence,
        document.title,
        document.outlet,
        document.published,
        document.address,
        document.version_of,
        document.corrected,
    )

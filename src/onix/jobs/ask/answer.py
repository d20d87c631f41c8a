"""The answer as it is shown: what near-copies say joined, what differs set apart, or a refusal.

What comes in are readings, best first, what goes out an `Answer` made of spans of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import edged
from onix.jobs.ask.readings import Reading, missing_words
from onix.jobs.ask.stated import signs, stated
from onix.jobs.ask.timing import time_of
from onix.jobs.ask.trust import enough
from onix.jobs.ask.versions.differing import differ
from onix.jobs.ask.versions.newest import newest_first
from onix.jobs.ask.versions.told import Told
from onix.jobs.ask.windows import LONGEST, Window
from onix.model import (
    Abstention,
    AbstentionWhy,
    Answer,
    Citation,
    Disagreement,
    Marks,
    Mention,
    Quote,
    Span,
    Statement,
)
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.record import origins

DOUBT: Final = 0.5  # so much below, a reading still stands against another outlet's
SURE: Final = 1.5  # so much above enough, a reading stands against "nobody knows"
NEXT_BEST: Final = 1.6  # further readings are shown down to so much below the best
FAR_BEHIND: Final = (
    4.0  # so far below the best, what contradicts it plainly is still shown beside it
)

_CLOSING: Final = ".,!?”’\"'"


def compose(
    question: Question,
    readings: Sequence[Reading],
    unknown: Window | None,
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
    tell: Callable[[Reading], Told],
    reply: Callable[[Reading], Sequence[Reading]],
    *,
    as_of: str | None,
    looked_at: int,
    limit: int,
) -> Answer:
    """Give the answer that the readings make, or a refusal with the nearest of them.

    Args:
        readings: Best first.
        unknown: What says that nobody knows just that, where something does.
        marks: Gives the marks of a document.
        parse: Gives the tree of a sentence.
        tell: Gives what the sentence of a reading tells, for what outlets differ about.
        reply: Gives what others reply to a reading.

    1. Refuse when the best is not good enough, or says itself that it is not known.
    2. Join readings that say the same words.
    3. Put the newest of several counts first.
    4. Set apart what other outlets say instead.
    """
    # 1
    best = readings[0].score if readings else None
    if best is None or best < enough():
        return _not_answered(question, readings, unknown, marks, as_of=as_of, looked_at=looked_at)
    if unknown is not None and best < enough() + SURE:
        return _not_answered(question, readings, unknown, marks, as_of=as_of, looked_at=looked_at)
    # 2
    lowest = max(enough() - DOUBT, best - NEXT_BEST)
    groups: list[list[Reading]] = []
    # A yes or no is as sure as it is scored, while two values can be held against one another.
    has_values = question.is_exclusive and question.kind != "yes/no"
    least = min(lowest, best - FAR_BEHIND) if has_values else lowest
    first = readings[0].window.citation.outlet
    for given in readings:
        if given.score < least:
            break
        if given.score < lowest and given.window.citation.outlet == first:
            continue
        reading = edged(question, given, marks, parse)
        same = next((group for group in groups if _same(group[0], reading, marks)), None)
        if same is None:
            groups.append([reading])
        elif reading.score >= lowest:
            same.append(reading)
    # 3
    enough_for = [group for group in groups if group[0].score >= max(lowest, enough())]
    enough_for = _on_all_of_it(question, enough_for)
    rest = [group for group in groups if group not in enough_for]
    enough_for = newest_first(question, enough_for, tell)
    groups = [*enough_for, *rest]
    good = [_statement(question, group, readings, marks, parse) for group in enough_for]
    # 4
    groups += [[each] for each in reply(groups[0][0])]
    apart = [
        _statement(question, group, readings, marks, parse)
        for group in _disputed(question, groups, tell)
    ]
    disagreements = (Disagreement(question.typed, (good[0], *apart)),) if apart else ()
    shown = good[:limit]
    citations = [citation for statement in shown for citation in statement.citations]
    return Answer(
        question.typed,
        as_of=as_of,
        statements=tuple(shown),
        disagreements=disagreements,
        origins=origins(citations),
        looked_at=looked_at,
    )


def _on_all_of_it(question: Question, groups: list[list[Reading]]) -> list[list[Reading]]:
    """Leave out further answers near which fewer of the things asked about stand.

    "It will reopen on Friday" is none to "When will the baths reopen?" where the baths are named
    beside the best answer, and nowhere near this one.
    """
    if question.asks_for_words:
        return groups
    named = [
        frozenset(
            term.word
            for term, strength in zip(question.terms, group[0].window.strengths, strict=True)
            if strength > 0.0 and term.sort == "noun" and term.weight > 1.0
        )
        for group in groups
    ]
    return [group for group, own in zip(groups, named, strict=True) if not own < named[0]]


def side_by_side(
    question: Question,
    versions: Sequence[Reading],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
    *,
    as_of: str | None,
    looked_at: int,
) -> Answer:
    """Give the answer that versions make of which the record says itself that they differ."""
    # None of them speaks against another: that they differ is what the record says.
    statements = [_statement(question, [each], [each], marks, parse) for each in versions]
    return Answer(
        question.typed,
        as_of=as_of,
        statements=tuple(statements[:1]),
        disagreements=(Disagreement(question.typed, tuple(statements)),),
        origins=origins(citation for each in statements for citation in each.citations),
        looked_at=looked_at,
    )


def _disputed(
    question: Question, groups: Sequence[Sequence[Reading]], tell: Callable[[Reading], Told]
) -> list[Sequence[Reading]]:
    """Give what other outlets say instead: of each the best that contradicts all before it."""
    told_by = {place.outlet for each in groups[0] for _, place in each.places}
    if not question.is_exclusive or len(groups) == 1:
        return []
    apart: list[Told] = []
    found = []
    seen: set[str | None] = set()
    for group in groups[1:]:
        outlet = group[0].window.citation.outlet
        if group[0].is_reply and group[0].window == groups[0][0].window:
            found.append(group)  # put against it in its own text
            continue
        if group[0].span is None or outlet in seen or not told_by - {outlet}:
            continue
        apart = apart or [tell(groups[0][0])]
        told = tell(group[0])
        if all(differ(each, told) for each in apart):
            seen.add(outlet)
            apart.append(told)
            found.append(group)
    return found


def _answer_words(reading: Reading, marks: Callable[[str], Marks]) -> frozenset[str]:
    """Give the words that say something; of "he" those of the name for which it stands."""
    small = {"the", "a", "an", "of", "in", "on", "at", "to", "by", "about", "some"}
    words = reading.span or reading.sentence
    named = next((m.name for m in marks(words.document_id).meant if m.span == words), None)
    return frozenset(map(lexicon.stem, words_of(named or words.text))) - small


def _same(one: Reading, other: Reading, marks: Callable[[str], Marks]) -> bool:
    """Do two readings say the same: the same words, or one the other's short form?"""
    if one.stance is not None:
        return one.stance == other.stance
    a, b = _answer_words(one, marks), _answer_words(other, marks)
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= 0.7 * len(a | b))


def _statement(
    question: Question,
    group: Sequence[Reading],
    readings: Sequence[Reading],
    marks_of: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> Statement:
    first = group[0]
    sentence, span = first.sentence, first.span
    marks = marks_of(sentence.document_id)
    said = [
        quote
        for quote in marks.quotes
        if span is not None and any(content.overlaps(span) for content in quote.content)
    ]
    if question.asks_for_words:
        sentence = _with_all_said(sentence, said, marks)
        if span is not None and question.about == "" and sentence != first.sentence:
            span = _all_said(span, sentence, said)
    speaking = next((quote for quote in _outermost(said, span) if quote.speaker), None)
    is_said = question.asks_for_words or any(
        span is not None and each.overlaps(span) for quote in said for each in quote.marked
    )
    seen: set[str] = set()
    citations = []
    for reading in group:
        for place, citation in reading.places:
            if place.document_id not in seen:
                seen.add(place.document_id)
                place = sentence if sentence.covers(place) else place
                citations.append(replace(citation, span=place))
    return Statement(
        text=sentence.text,
        answer=span,
        citations=tuple(citations),
        stance=first.stance,
        speaker=speaking.speaker if speaking else None,
        source=first.source if first.stance is not None else None,
        occasion=speaking.occasion if speaking else None,
        when=time_of(span, sentence, marks.times, parse, is_said=is_said),
        hedges=tuple(each.span for each in marks.hedges if sentence.covers(each.span)),
        meant=meant_in(marks, sentence),
        confidence=stated(
            signs(question, first, readings, lambda one, other: _same(one, other, marks_of))
        ),
    )


def _outermost(said: Sequence[Quote], span: Span | None) -> Sequence[Quote]:
    """Leave out whoever is only quoted in what another tells: "Lee wrote that Roe cried “go”"."""
    whole = [
        quote
        for quote in said
        if span is not None and any(content.covers(span) for content in quote.content)
    ]
    return whole or said


def _with_all_said(sentence: Span, said: Sequence[Quote], marks: Marks) -> Span:
    """Give a sentence with all of the quotation that goes on behind it, unless that is long."""
    text = marks.document.text
    end = max((each.content[-1].end for each in said if each.marked), default=0)
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    if end <= sentence.end or len(text[sentence.start : end].split()) > LONGEST:
        return sentence
    return marks.document.span(sentence.start, end)


def _all_said(span: Span, sentence: Span, said: Sequence[Quote]) -> Span:
    """Give the words of a quotation to where it ends, if that is right behind them."""
    pieces = [piece for quote in said for piece in quote.content if piece.overlaps(span)]
    end = max((each.end for each in pieces if sentence.covers(each)), default=span.end)
    return sentence.part(span.start - sentence.start, max(end, span.end) - sentence.start)


def meant_in(marks: Marks, sentence: Span) -> tuple[Mention, ...]:
    """Give the pronouns and descriptions in a sentence that stand for somebody."""
    return tuple(each for each in marks.meant if sentence.covers(each.span))


_SAYS: Final[dict[AbstentionWhy, str]] = {
    "nothing_found": "Nothing in the record has these words.",
    "empty_record": "The record is empty. Put something in with: onix add ARTICLE",
    "not_answered": "The record has passages on this, but none that answers it",
    "unknown": "The record itself says that this is not known.",
    "not_understood": "Questions are answered in English only.",
}


def refuse(
    text: str,
    as_of: str | None,
    why: AbstentionWhy,
    nearest: Citation | None = None,
    *,
    looked_at: int,
    says: str | None = None,
    lacks: str = "",
) -> Answer:
    """Give the refusal to answer, with why, and the nearest miss.

    Args:
        says: Why, in a sentence of its own.
        lacks: What follows it.
    """
    abstained = Abstention(why, (says or _SAYS[why]) + lacks, nearest)
    return Answer(text, as_of=as_of, abstained=abstained, looked_at=looked_at)


def answered(refusal: Answer, statement: Statement, marks: Callable[[str], Marks]) -> Answer:
    """Give the answer that a statement makes after all, to a question that was refused."""
    place = statement.citations[0].span
    statement = replace(statement, meant=meant_in(marks(place.document_id), place))
    return replace(
        refusal,
        statements=(statement,),
        origins=origins(statement.citations),
        abstained=None,
    )


def _not_answered(
    question: Question,
    readings: Sequence[Reading],
    unknown: Window | None,
    marks: Callable[[str], Marks],
    *,
    as_of: str | None,
    looked_at: int,
) -> Answer:
    """Give the refusal: the record says that nobody knows, or has nothing, or not that."""
    if unknown is not None:
        known = replace(unknown.citation, span=unknown.middle)
        return refuse(question.typed, as_of, "unknown", known, looked_at=looked_at)
    if not readings:  # what was found tells nothing of the kind that is asked for
        return refuse(question.typed, as_of, "not_answered", looked_at=looked_at, lacks=".")
    nearest = readings[0]
    spoken = _speakers(nearest.sentence, marks)
    lacking = [word for word in missing_words(question, nearest.window) if word not in spoken]
    missing = " and ".join(f"“{word}”" for word in lacking)
    return refuse(
        question.typed,
        as_of,
        "not_answered",
        replace(nearest.window.citation, span=nearest.sentence),
        looked_at=looked_at,
        lacks=f": the nearest passage says nothing of {missing}." if missing else ".",
    )


def _speakers(sentence: Span, marks: Callable[[str], Marks]) -> frozenset[str]:
    """Give the words of the names of those who say a sentence, whom it need not name."""
    said = (
        quote.speaker
        for quote in marks(sentence.document_id).quotes
        if quote.speaker and any(content.overlaps(sentence) for content in quote.content)
    )
    return frozenset(word for name in said for word in name.split())

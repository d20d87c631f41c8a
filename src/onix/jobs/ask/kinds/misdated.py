"""Dates and lengths that are of something else: for "when" and "how long", readings in and out.

The reader takes a date near the words of the question. Grammar knows whose a date is: that of
another verb or another person is no answer, and where the sentence dates what is asked, its own
date is taken. What an event's date is, when nobody has read it yet, is the matter of `dated.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import Term
from onix.jobs.ask.kinds.dated import (
    Side,
    dated,
    is_done_to_another,
    side_at,
    side_of,
    verb_of,
)
from onix.jobs.ask.kinds.lasting import is_of_another_thing
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.yes_no.parties import parties
from onix.model import Event, Span, Statement, TimeExpression
from onix.reading.events.clauses import is_verb, top
from onix.reading.events.events import find_events
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.trees import SUBJECTS
from onix.reading.times.dateline import is_only_dateline
from onix.reading.times.entries import entries
from onix.reading.words import verb_forms

# "The envoy announced on Friday that he has resigned": with these words it was done.
_DONE_BY_SAYING: Final = frozenset({"announced", "announces", "declared", "declares"})
_SAYING_WHICH: Final = frozenset({"nummod", "compound", "nmod", "amod"})
_PRONOUNS: Final = (["it"], ["they"], ["he"], ["she"])
_OURS: Final = frozenset({"we", "our", "us"})
_HAVING: Final = frozenset({"has", "had", "have"})


def of_its_event(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "when", each with the date of what is asked where its sentence has one.

    Those are left out whose date is that of what was done by or to another, or of another verb
    where a sentence beside them dates the question's own.
    """
    if question.kind != "when":
        return list(readings)
    readings = [each for each in readings if not _is_of_a_noun(question, each, seen)]
    verb = verb_of(question)
    if verb is None:
        return readings
    asked = side_of(question, verb)
    meant: list[Statement | None] = []

    def own() -> Statement | None:
        if not meant:
            meant.append(dated(question, seen))
        return meant[0]

    found = [_of_its_own(question, verb, asked, each, seen, own) for each in readings]
    return [each for each in found if each is not None]


def _of_its_own(
    question: Question,
    verb: Term,
    asked: Side | None,
    reading: Reading,
    seen: Seen,
    own: Callable[[], Statement | None],
) -> Reading | None:
    """Give a reading with the date of what is asked; None where its date is another's."""
    span = reading.span
    if span is None:
        return reading
    if _is_hour_of_another_entry(question, reading, seen) or _is_of_dateline(reading, seen):
        return None
    if not any(map(str.isalpha, reading.sentence.text.replace(span.text, "", 1))):
        return None  # a heading that is but a date
    is_named = any(each.sort == "name" for each in question.terms)
    if not is_named and is_of_another_thing(question, span, reading.sentence, seen.parse):
        return None
    events = _events_of(reading, seen)
    told = [each for each in events if _is_of(verb, each)]
    theirs = [
        each
        for each in told
        if not is_done_to_another(question, verb, each, reading.sentence, seen)
        and (asked is None or (asked.may_be(each) and not _is_of_kin(each, asked, reading, seen)))
    ]
    if words_of(span.text)[:1] == ["that"] and not any(_is_at(each, reading) for each in theirs):
        return None  # "that day" is of the sentences before, and of what they tell
    if told and not theirs:
        is_its = any(each.when is None or _is_at(each, reading) for each in told)
        return None if is_its else reading
    days = _days_in(reading, seen)
    if days:
        other = next((each for each in events if _is_at(each, reading)), None)
        if other is None or other in told:
            # "opened in |1958 and widened in 1984|" has two dates, of which one is its own
            own_day = other.when if other is not None and len(days) > 1 else None
            return replace(reading, span=own_day.span) if own_day is not None else reading
        if theirs:
            return reading
        if (taken_up := _taken_up(question, verb, reading, seen)) is not None:
            return taken_up
        beside = _told_beside(verb, asked, reading, seen)
        if beside is not None:
            return beside if beside.span is not None else None
        better = own()
        return None if better is not None and not _is_same(better, other) else reading
    day = next((when for each in theirs if (when := _day_of(each, events)) is not None), None)
    return reading if day is None else replace(reading, span=day.span)


def _is_of_a_noun(question: Question, reading: Reading, seen: Seen) -> bool:
    """Does a year only say which of something else is meant: "its |2023| budget"?"""
    span, sentence = reading.span, reading.sentence
    if span is None or not span.text.isdigit():
        return False
    tree = seen.parse(sentence.text)
    year = top(tree, span.start - sentence.start, span.end - sentence.start)
    if year is None or tree.words[year].label not in _SAYING_WHICH:
        return False
    noun = tree.words[tree.words[year].head]
    asked = Matcher([term.word for term in question.terms])
    is_noun = noun.tag.startswith("NN")
    return is_noun and max(asked.strengths([noun.text.lower()]), default=0.0) == 0.0


def _is_of_kin(event: Event, asked: Side, reading: Reading, seen: Seen) -> bool:
    """Is it told of somebody who is only said to be theirs: "when |her father| died"?"""
    if event.head is None or asked.names_in(event):
        return False
    tree, at = seen.parse(reading.sentence.text), event.head.start - reading.sentence.start
    verb = next((n for n, each in enumerate(tree.words) if each.start == at), None)
    if verb is None:
        return False
    sides = parties(tree, verb)
    who = sides.done if asked.is_passive else sides.doer
    return (
        who is not None
        and tree.words[who].tag in {"NN", "NNS"}
        and any(tree.words[n].label == "poss" for n in tree.children[who])
        and not asked.is_among((tree.words[who].text,))
    )


def _is_hour_of_another_entry(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it the hour at which a live blog had something else, be it "09:12 Good morning"?"""
    sentence, span = reading.sentence, reading.span
    document = seen.marks(sentence.document_id).document
    if span is None or not any(each.start == span.start for each in entries(document.text)):
        return False
    told = Matcher([each.word for each in question.terms if each.sort in {"noun", "name", "verb"}])
    return max(told.strengths(words_of(sentence.text)), default=1.0) == 0.0


def _is_of_dateline(reading: Reading, seen: Seen) -> bool:
    """Is it the day on which the story was written, where it tells other days?"""
    times = seen.marks(reading.sentence.document_id).times
    days = _days_in(reading, seen)
    return bool(days) and all(is_only_dateline(each, reading.sentence, times) for each in days)


def _is_same(told: Statement | None, event: Event) -> bool:
    value = told.when.value if told is not None and told.when is not None else None
    return event.when is not None and event.when.value == value


def _taken_up(question: Question, verb: Term, reading: Reading, seen: Seen) -> Reading | None:
    """Give the date of the next sentence, where that goes on about what is asked.

    "The firm was founded in 1921. |It was sold in 1980|", for "When was the firm sold?".
    """
    sentences = reading.window.sentences
    behind = (
        sentences[sentences.index(reading.sentence) + 1 :] if reading.sentence in sentences else ()
    )
    nouns = [each.word for each in question.terms if each.sort in {"noun", "name"}]
    named = Matcher(nouns).strengths(words_of(reading.sentence.text))
    for sentence in behind[:1]:
        there = replace(reading, sentence=sentence, places=((sentence, reading.window.citation),))
        for each in _events_of(there, seen):
            goes_on = words_of(each.what.text)[:1] in _PRONOUNS
            is_it = _is_of(verb, each)
            if goes_on and is_it and each.days and each.when and min(named, default=0.0) > 0.0:
                return replace(there, span=each.when.span)
    return None


def _events_of(reading: Reading, seen: Seen) -> tuple[Event, ...]:
    document = seen.marks(reading.sentence.document_id)
    numbers = [n for n, each in enumerate(document.sentences) if each == reading.sentence]
    return find_events(document, lambda texts: [seen.parse(t) for t in texts], among=numbers)


def _is_at(event: Event, reading: Reading) -> bool:
    """Is the date that was read that of an event?"""
    span = reading.span
    return event.when is not None and span is not None and event.when.span.overlaps(span)


def _days_in(reading: Reading, seen: Seen) -> list[TimeExpression]:
    """Give the dates among the words that were read."""
    return [
        each
        for each in seen.marks(reading.sentence.document_id).times
        if each.earliest is not None
        and reading.span is not None
        and each.span.overlaps(reading.span)
    ]


def _told_beside(verb: Term, asked: Side | None, reading: Reading, seen: Seen) -> Reading | None:
    """Give the sentence beside it that tells, of the same name, what is asked; with its date.

    "Vale has quit. He was |appointed in 2019|", for "When did Vale quit?": nothing is read there
    where it leaves open when, nor where only another is told to have done it.
    """
    nothing = None
    for sentence in reading.window.sentences:
        if asked is None or sentence == reading.sentence:
            continue
        there = _at(reading, sentence)
        events = _events_of(there, seen)
        for each in events:
            if _is_of(verb, each) and asked.fits(each):
                day = _day_of(each, events)
                return replace(there, span=None if day is None else day.span)
            if _is_of(verb, each) and not asked.may_be(each):
                nothing = replace(there, span=None)
    return nothing


def _at(reading: Reading, sentence: Span) -> Reading:
    place = (sentence, reading.window.citation)
    return replace(reading, sentence=sentence, places=(place,))


def _is_of(verb: Term, event: Event) -> bool:
    """Is it told by the verb of the question, or one that means the same?"""
    return event.head is not None and (
        lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
    )


def _day_of(event: Event, events: Sequence[Event]) -> TimeExpression | None:
    """Give the date of an event, or of the words that made it known as news.

    "Lee |announced on Friday| that she has stood down", "Lee has quit, the club |said on Friday|".
    """
    if event.days is not None:
        return event.when
    if event.head is None or _HAVING.isdisjoint(words_of(event.what.text)):
        return None
    leaves = event.head.text.lower() in verb_forms("successions", "leaves")
    for each in events:
        is_done_by_it = each.head is not None and each.head.text.lower() in _DONE_BY_SAYING
        is_theirs = is_done_by_it and bool(event.acting) and each.acting == event.acting
        if (is_theirs or (leaves and each.kind == "said")) and each.days is not None:
            return each.when
    return None


def of_whom_it_asks(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "when" and "how long", without what is told of another person alone.

    "He taught for eleven years", where he is known to be Roth, for "how long was Lund minister".
    """
    name = _person_asked(question)
    if question.kind not in {"when", "how long"} or name is None:
        return list(readings)
    return [each for each in readings if not _is_of_others(name, each, seen)]


def _person_asked(question: Question) -> Side | None:
    """Give the name that is the subject of a question, whatever its verb."""
    words = question.tree.words
    subject = next((n for n, each in enumerate(words) if each.label in SUBJECTS), None)
    if subject is None or words[subject].tag[:3] != "NNP":
        return None
    return side_at(question.tree, subject, is_passive=False)


def _is_of_others(name: Side, reading: Reading, seen: Seen) -> bool:
    """Is what was read told of somebody who is known, and has another name?"""
    if name.is_among((reading.sentence.text,)):
        return False
    if not _OURS.isdisjoint(words_of(reading.sentence.text)):
        return False  # “Our letter went out in May,” said its head
    told = [each for each in _events_of(reading, seen) if each.acting or each.undergoing]
    if any(name.is_among((*each.who, *each.acting, *each.undergoing)) for each in told):
        return False
    subject = _subject_of(reading, seen)
    return bool(told) if subject is None else not name.is_among((subject,))


def _subject_of(reading: Reading, seen: Seen) -> str | None:
    """Give the name of the person who is the subject of the clause in which it was read."""
    span, sentence = reading.span, reading.sentence
    tree = seen.parse(sentence.text)
    first = (
        None if span is None else top(tree, span.start - sentence.start, span.end - sentence.start)
    )
    if first is None:
        return None
    verb = next((n for n in tree.path(first) if is_verb(tree, n)), None)
    at = (
        {n for n in tree.children[verb] if tree.words[n].label in SUBJECTS}
        if verb is not None
        else ()
    )
    marks = seen.marks(sentence.document_id)
    for number in at:
        word = tree.words[number]
        place = sentence.part(word.start, word.end)
        named = (each for each in (*marks.mentions, *marks.meant) if each.span.overlaps(place))
        for each in named:
            if each.kind == "person" and each.name:
                return each.name
    return None

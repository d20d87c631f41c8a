"""Who holds a post, and who somebody is: in come a question and its readings, out the readings.

"Who is the captain of the Kestrel?" The reader takes a name near these words; `posts.py` knows who
is called so. Where somebody is, or nobody near is, another name that the reader took is no answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.countries import peoples
from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.posts import (
    Called,
    Post,
    called,
    descriptions,
    is_about,
    means,
    post_asked,
    post_of,
)
from onix.jobs.ask.kinds.tenures import is_gone, is_of_old
from onix.jobs.ask.readings import Reading, Seen, are_one, reading_at
from onix.jobs.ask.trust import enough
from onix.reading.grammar.matcher import words_of
from onix.reading.words import words_of as listed

# The log of the odds: of 11 found for the questions to develop on all were right; less, for so few.
HOLDS: Final = 2.0
# A president who is named where a text is about a country may be another country's.
_OF_TOWNS: Final = frozenset({"mayor", "mayoress", "sheriff", "provost"})
_SECRETARY: Final = "secretary"  # "of Defense": no house, though it has a capital
_FOR_GOOD: Final = "permanent"
ONLY: Final = 1.0  # where a title before a name leaves open of what it is
SELDOM: Final = 2  # times as often as somebody, another has to be called so to be the one
OTHERS: Final = -1.0  # the most that a name is worth which is not called so


def with_holders(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those of whoever holds the post that is asked for before all others."""
    if _FOR_GOOD in words_of(question.text):
        readings = [
            replace(each, score=min(each.score, OTHERS)) if _is_for_now(each) else each
            for each in readings
        ]
        readings.sort(key=lambda each: -each.score)
    post = post_asked(question)
    if post is None:
        return list(readings)
    found = list(called(post, seen.windows, seen.marks))
    held = [each for each in found if each.holds]
    of_parts = _of_parts(post, held)
    holders = [_reading(question, each) for each in held if each not in of_parts]
    readings = _less(readings, [_reading(question, each) for each in of_parts])
    holders = holders or _only_one_called_so(question, post, found, seen)
    others = [each.span for each in found if each.holds is False]
    if question.tense != "past":
        gone = [each for each in (*holders, *readings) if is_gone(each, seen)]
        gone += [each for each in holders if is_of_old(each, seen)]
        holders, readings = _in_office(holders, gone), _less(readings, gone)
    is_known = bool(holders)
    kept: list[Reading] = []
    for each in readings:
        same = next((one for one in holders if are_one(one.span, each.span)), None)
        if same is not None:
            holders.remove(same)
            kept.append(replace(each, span=same.span, score=max(each.score, HOLDS)))
        elif is_known:
            continue  # nobody calls them so
        elif not _is_near(post, each) or any(are_one(each.span, o) for o in others):
            kept.append(replace(each, score=min(each.score, OTHERS)))
        else:
            kept.append(each)
    return sorted([*holders, *kept], key=lambda each: -each.score)


def _of_parts(post: Post, held: Sequence[Called]) -> list[Called]:
    """Give who holds such a post of a part, where that of the whole is asked for.

    "Who is the attorney general?" asks for none of Orre, nor for one of several states.
    """
    if (post.is_named and post.noun != _SECRETARY) or not post.fields.isdisjoint(peoples()):
        return []
    houses = {words_of(each.name)[-1]: each.house for each in held if each.house is not None}
    parts = [each for each in held if words_of(each.name)[-1] in houses]
    is_of_one = len(set(houses.values())) == 1 and len(parts) == len(held)
    return [] if is_of_one else parts


def _in_office(holders: Sequence[Reading], gone: Sequence[Reading]) -> list[Reading]:
    """Give whoever holds a post still, without those who are seldom called so beside the others.

    Args:
        gone: Who is told to have given it up; a later story may have them back.
    """
    left = {each.last_word: each.window.citation.published or "" for each in gone}
    held = [
        each
        for each in holders
        if each not in gone
        and (each.window.citation.published or "") >= left.get(each.last_word, "")
    ]
    counts = Counter(each.last_word for each in held)
    most = max(counts.values(), default=0)
    return [each for each in held if SELDOM * counts[each.last_word] > most]


def _less(readings: Sequence[Reading], gone: Sequence[Reading]) -> list[Reading]:
    """Give the readings, those far down of whoever is gone."""
    names = {each.last_word for each in gone}
    return [
        replace(each, score=min(each.score, OTHERS)) if each.last_word in names else each
        for each in readings
    ]


def _is_for_now(reading: Reading) -> bool:
    """Does a sentence tell of who holds a post only until somebody is found?"""
    told = words_of(reading.sentence.text)
    return not listed("successions", "meanwhile").isdisjoint(told) and _FOR_GOOD not in told


def _only_one_called_so(
    question: Question, post: Post, found: Sequence[Called], seen: Seen
) -> list[Reading]:
    """Give "Mayor Ann Lee" for "who is the mayor of Lund", where Lund is what the texts are about.

    A title before a name does not say of what it is; but no other name has it in what was found.
    """
    perhaps = [each for each in found if each.holds is None]
    names = {words_of(each.name)[-1] for each in perhaps if words_of(each.name)}
    if len(names) != 1 or not post.is_named or post.ranks or post.noun not in _OF_TOWNS:
        return []
    near = [each for each in perhaps if is_about(post, each)]
    readings = [_reading(question, each) for each in near]
    return [replace(each, score=ONLY) for each in readings]


def with_teller(question: Question, seen: Seen) -> Question:
    """Give the question, with the names of whom "what did the mayor say" may ask for."""
    post = None if question.teller is None else post_of(question, question.teller)
    if post is None:
        return question
    found = list(called(post, seen.windows, seen.marks))
    holders = dict.fromkeys(each.name for each in found if each.holds)
    # Somebody of another house is meant where nobody else is called so: "the council's secretary".
    perhaps = dict.fromkeys(each.name for each in found if each.holds is None)
    if not holders and len(perhaps) == 1 and not post.houses:
        holders = perhaps
    return replace(question, speakers=tuple(holders))


def with_descriptions(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who is Ann Lee", without whoever else is named beside her.

    Where none is good enough, what she is called in a window is one.
    """
    if not question.asks_who_somebody_is or post_asked(question) is not None:
        return list(readings)
    asked = {part for term in question.terms for part in words_of(term.word)}
    kept = []
    for each in readings:
        span = each.span
        others = [
            m.span
            for m in (seen.marks(span.document_id).mentions if span is not None else ())
            if m.kind == "person" and asked.isdisjoint(words_of(m.name or m.span.text))
        ]
        # "Senator Karl Brandt", but not "a friend of Karl Brandt"
        is_name = span is not None and all(word[:1].isupper() for word in span.text.split())
        is_another = span is not None and is_name and any(m.overlaps(span) for m in others)
        kept.append(replace(each, score=min(each.score, OTHERS)) if is_another else each)
    kept.sort(key=lambda each: -each.score)
    if kept and kept[0].score >= enough():
        return kept
    return [
        *(_reading(question, each) for each in descriptions(asked, seen.windows, seen.marks)),
        *kept,
    ]


def _reading(question: Question, found: Called) -> Reading:
    return reading_at(question, found.window, found.span, HOLDS)


def _is_near(post: Post, reading: Reading) -> bool:
    """Do words for the post, and for its rank, stand in the sentences that were read?"""
    told = words_of(reading.window.text.text)
    if post.ranks and post.ranks.isdisjoint(told):
        return False  # "the first female president", for the vice president
    return any(means(post.noun, each) for each in told)

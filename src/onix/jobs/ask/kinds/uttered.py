"""What somebody said, and nothing else: in come readings of "what did X say", out the readings.

The reader takes what stands near: that X "drew a tram line", what another said, "said on |TV|",
which X "did not say". Attribution knows which words are whose: an answer is moved to those of X in
its sentence, and where there are none it is worth little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.speech import is_speech
from onix.jobs.ask.kinds.posts import means
from onix.jobs.ask.readings import IN_MARKS, Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.model import Marks, Quote, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

_NEAR: Final = 80  # characters before a name
LESS: Final = 0.2
UNSAID: Final = 3.0  # what words lose that are not known to be theirs
_SAYING: Final = frozenset({"say", "tell", "state"})
_NAMING: Final = frozenset(map(lexicon.stem, ("call", "describe", "dub", "label", "brand")))
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT: Final = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
_SILENT: Final = verb_forms("avowals", "silent")
_AGAINST: Final = verb_forms("avowals", "against")
_QUOTE_MARK: Final = re.compile(r"[\"“”]")
_SOME: Final = listed("people", "indefinite")
_OPEN_SOURCES: Final = frozenset({"he", "she", "they", "it", "i", "we", "who", "that", "which"})


def in_their_words(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "what did X say", with the words of X in place of those around them."""
    if question.kind != "what" or not question.asks_for_words:
        return list(readings)
    if not _asks_what_was_said(question):
        return [_behind_verb(question, each) for each in readings]
    found = [
        _moved(question, each, seen.marks(each.sentence.document_id))
        if each.score >= on_it()
        else each
        for each in readings
    ]
    return sorted(found, key=lambda each: -each.score)


def _behind_verb(question: Question, reading: Reading) -> Reading:
    """Give of "but |called it “a fog”|" what it was called, where just that was asked for."""
    span, sentence, verb = reading.span, reading.sentence, question.verb
    if span is None or verb is None or lexicon.stem(verb) not in _NAMING:
        return reading
    start, end = span.start - sentence.start, span.end - sentence.start
    said = [
        found.end()
        for found in _WORD.finditer(sentence.text, start, end)
        if lexicon.match(verb, found[0].lower()) == 1.0
    ]
    marked = IN_MARKS.search(sentence.text, said[0]) if said else None
    if marked is None or marked.start() >= end:
        return reading
    return replace(reading, span=sentence.part(*marked.span(1)))


def _asks_what_was_said(question: Question) -> bool:
    """Do any words of somebody answer: "say", and not "promise" or "call"?"""
    verb = question.verb
    return (
        question.kind == "what"
        and question.about is not None
        and verb is not None
        and lexicon.stem(verb) in _SAYING
        and not _NOT.search(question.text)
    )


def _moved(question: Question, reading: Reading, document: Marks) -> Reading:
    """Give a reading of the words of whom the question asks for, or one that is worth little.

    1. Leave what says that they said nothing.
    2. Move it to their words: those that were read, or others of the sentence.
    3. Leave it where it may be theirs.
    """
    span, sentence = reading.span, reading.sentence
    if span is None:
        return reading
    near = [q for q in document.quotes if any(each.overlaps(sentence) for each in q.content)]
    owned = [(q, _is_theirs(question, q, document)) for q in near]
    told = [q for q, is_theirs in owned if is_theirs and is_told(q)]
    # 1: "has not commented", "declined to say"
    silent = [
        q
        for q, is_theirs in owned
        if is_theirs and (_is_silent(q) or (question.about and not is_told(q)))
    ]
    is_of_another = any(is_theirs is False and _has(q, span) for q, is_theirs in owned)
    if (_is_silence(span.text) and not is_of_another) or any(_has(q, span) for q in silent):
        return reading
    # 2: the words that were read are theirs, or others of the sentence
    best = next((q for q in told if _has(q, span)), next(iter(told), None))
    if best is not None:
        # What somebody denied is what they said, but less so than what they stated.
        is_denied = any(each.text.lower() in _AGAINST for each in best.cue)
        score = reading.score - (LESS if is_denied else 0.0)
        return replace(
            reading, span=_words(best, reading, is_whole=not question.about), score=score
        )
    # 3: words in marks, or it is left open whose they are
    is_marked = len(_QUOTE_MARK.findall(sentence.text[: span.start - sentence.start])) % 2 == 1
    if is_marked and not any(_has(q, span) for q in near):
        return reading
    if any(is_theirs is None and is_told(q) and _has(q, span) for q, is_theirs in owned):
        return reading
    return replace(reading, score=reading.score - UNSAID)


def is_told(quote: Quote) -> bool:
    """Is it something that was said, and not what somebody "did not say" or "declined to say"?"""
    cue = " ".join(each.text for each in quote.cue)
    return not _NOT.search(cue) and not _is_silent(quote)


def _is_silent(quote: Quote) -> bool:
    return any(word in _SILENT for each in quote.cue for word in words_of(each.text))


def _is_silence(text: str) -> bool:
    """Do words say that somebody said nothing: "has not commented on the trial"?"""
    return _NOT.search(text) is not None and any(map(is_speech, words_of(text)))


def _is_theirs(question: Question, quote: Quote, document: Marks) -> bool | None:
    """Are the words of a quote those of whom the question asks for? None where that is open."""
    source = words_of(" ".join(each.text for each in quote.source))
    if question.teller is not None:
        noun = question.tree.words[question.teller].text.lower()
        if any(means(noun, each) for each in source):
            return True
        if quote.speaker and _is_called(quote.speaker, noun, document.document.text):
            return True
        if not question.speakers:
            is_body = noun in listed("roles", "bodies") | listed("roles", "telling")
            is_open = quote.speaker is None and _OPEN_SOURCES.issuperset(source)
            return None if is_body or is_open else False
    if quote.speaker:
        return not question.speaker.isdisjoint(words_of(quote.speaker))
    if not question.speaker.isdisjoint(source):
        return True
    # "a spokeswoman" is nobody who is named
    return False if source[:1] and source[0] in _SOME else None


def _is_called(name: str, noun: str, text: str) -> bool:
    """Does a text say so beside a name: "the skipper of the Anna, Jon Roth"?"""
    before = re.compile(
        rf"\b{re.escape(noun)}(?:\s(?:of|for|at|in)(?:\s[\w’'-]+){{1,5}})?,?\s$", re.I
    )
    behind = re.compile(
        rf",\s(?:\d+,\s)?(?:an?|the|its|his|her)\s(?:[\w’'-]+\s){{0,4}}{re.escape(noun)}\b", re.I
    )
    return any(
        before.search(text, max(0, found.start() - _NEAR), found.start())
        or behind.match(text, found.end())
        for found in re.finditer(re.escape(name), text)
    )


def _has(quote: Quote, span: Span) -> bool:
    return any(each.overlaps(span) for each in quote.content)


def _words(quote: Quote, reading: Reading, *, is_whole: bool) -> Span | None:
    """Give the words of a quote in the sentence of a reading: those that were read, or all."""
    span, sentence = reading.span, reading.sentence
    pieces = [each for each in quote.content if each.overlaps(sentence)]
    piece = next((each for each in pieces if span is not None and each.overlaps(span)), pieces[0])
    start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
    if span is not None and not is_whole and span.start < end and start < span.end:
        start, end = max(start, span.start), min(end, span.end)
    return sentence.part(start - sentence.start, end - sentence.start)

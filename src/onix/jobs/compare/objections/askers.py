"""Who only asks, and so does not object: the marks of an article or a transcript in, places out.

A question at a press conference often has the blame in it that its answer is to deal with ("Isn't
the fund far too small?"). It is the trade of whoever asks it, and in "Asked whether it was too
small, she said …" it is not hers who answers. Who objects may ask, too ("Who is to pay for it?"),
which is why it counts who asks, and whether they say anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onix.jobs.compare.objections.stance import signs
from onix.model import Marks, Mention, Quote, Span, Turn
from onix.reading.words import verb_forms, words_of

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GREETING = 4  # words of a turn that says nothing: "Thank you very much."
_ONESELF = re.compile(r"\b(?:I|[Ww]e)\b")
_BESIDE = 60  # characters behind a name in which it may stand what somebody is
_AGAINST = ("against", "verb", "for denied")


def only_asked(marks: Marks) -> set[int]:
    """Give the numbers of the sentences that belong to who only asks.

    1. In a transcript all of a reporter, a host or of whoever speaks in questions alone.
    2. Elsewhere the questions of reporters.
    """
    if marks.document.turns:
        asked = _turns_of_askers(marks.document.turns)
        return {at for at, each in enumerate(marks.sentences) if _is_in(each, asked)}
    reporters = _reporters(marks)
    by_reporters = [
        place
        for quote in marks.quotes
        if _asks(quote) and (quote.speaker in reporters or _is_reporter(quote.source))
        for place in (*quote.content, *quote.cue)
    ]
    return {
        at
        for at, each in enumerate(marks.sentences)
        if any(each.start <= place.start < each.end for place in by_reporters)
    }


def others_question(sentence: Span, quote: Quote) -> list[tuple[int, int]]:
    """Give where in a sentence it is told what somebody was asked who answers in it.

    "Asked whether it was too small, she said …", "…, she said when asked why it was so small".
    """
    said = [each.start for each in (*quote.source, *quote.cue, *quote.content)
            if sentence.covers(each) and each.start > sentence.start]  # fmt: skip
    found = []
    if said and _fronted().match(sentence.text):
        comma = sentence.text.rfind(",", 0, min(said) - sentence.start + 1)
        found.append((0, comma + 1))
    if behind := _behind().search(sentence.text):
        found.append(behind.span())
    return found


def _turns_of_askers(turns: Iterable[Turn]) -> list[Span]:
    """Give the turns of those who only ask, of a talk between two or more."""
    by_speaker: dict[str, list[Span]] = {}
    for turn in turns:
        if turn.speaker is not None:
            by_speaker.setdefault(turn.speaker, []).append(turn.span)
    if len(by_speaker) < 2:
        return []
    return [
        span
        for speaker, spoken in by_speaker.items()
        if _askers() & set(_words(speaker)) or _only_asks(spoken)
        for span in spoken
    ]


def _only_asks(spoken: Iterable[Span]) -> bool:
    """Is there a question in all that somebody says, and nowhere an "I am against it"?"""
    told = [each.text for each in spoken if len(_WORD.findall(each.text)) > _GREETING]
    own = [part for text in told for part in re.split(r"(?<=[.!?…])\s+", text)
           if _ONESELF.search(part) and "?" not in part]  # fmt: skip
    says_no = any(signs(part)[0][name] for part in own for name in _AGAINST)
    return bool(told) and all("?" in text for text in told) and not says_no


def _reporters(marks: Marks) -> set[str]:
    """Give who is called a reporter anywhere: "the journalist Ann Lee", "Odd Lund, a reporter"."""
    return {each.name for each in marks.mentions if each.name and _is_called_reporter(each, marks)}


def _is_called_reporter(person: Mention, marks: Marks) -> bool:
    text, (start, end) = marks.document.text, (person.span.start, person.span.end)
    before = _words(text[max(0, start - _BESIDE) : start])[-1:]
    behind = re.match(r",\s+(?:an?\s+|the\s+)?([^,.;]*)", text[end : end + _BESIDE])
    # "A reporter for the Courier": what they are stands before "for", what for is something else.
    what = re.split(r"\s(?:for|of|at|from|with|on|in|who)\s", behind[1])[0] if behind else ""
    return bool(_askers() & {*before, *_words(what)[-1:]})


def _is_reporter(source: Iterable[Span]) -> bool:
    """Is it "a reporter" or "one of the journalists" who says it?"""
    return any(_askers() & set(_words(each.text)) for each in source)


def _asks(quote: Quote) -> bool:
    cues = {word for each in quote.cue for word in _words(each.text)}
    content = quote.content[-1:] and quote.content[-1].text.rstrip("”\"’' ,")
    return bool(cues & verb_forms("objectors", "asking")) or bool(content and content[-1] == "?")


def _is_in(sentence: Span, places: Iterable[Span]) -> bool:
    return any(each.start <= sentence.start < each.end for each in places)


def _words(text: str) -> list[str]:
    return [each.lower() for each in _WORD.findall(text)]


@cache
def _askers() -> frozenset[str]:
    return words_of("objectors", "askers")


@cache
def _verbs() -> str:
    return "|".join(sorted(words_of("occasions", "asked")))


@cache
def _fronted() -> re.Pattern[str]:
    return re.compile(rf"(?:When\s+(?:[a-z]+\s+)?)?(?:{_verbs()})\b[^,]*", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    whom = r"(?:\s+by\s+[^,.;“”\"]{1,60}?)?"
    what = r"\s+(?:if|whether|about|on|why|how|what|who|when|where)\b[^“”\"]*$"
    return re.compile(rf"(?:,|\bwhen)\s+(?:{_verbs()}){whom}{what}")

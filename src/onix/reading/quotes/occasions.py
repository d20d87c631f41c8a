"""On what occasion words were said: in comes what stands around them, out come the words for it.

"at a news conference in Riga", "by satellite phone", "on CNN’s “The Lead”". What is written ("in a
statement") is provenance and no occasion.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import DETERMINERS, TIMES
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.names.namings import is_outlet
from onix.reading.quotes.frames import OPENING_MARKS, Frame, closing, noun_end
from onix.reading.words import sections, words_of

_LISTS = sections("occasions")
_EVENTS, _PARTS = words_of("occasions", "events"), words_of("occasions", "parts")
_EVENTS_BEHIND = frozenset(_LISTS["events_behind"])
_OTHERS = frozenset(_LISTS["others"])
OPENERS = _EVENTS_BEHIND | {entry.split()[0] for entry in _OTHERS}
_SPOKEN, _DOCUMENTS = frozenset(_LISTS["spoken"]), frozenset(_LISTS["documents"])
_DELIVERED, _SURELY = frozenset(_LISTS["delivered"]), frozenset(_LISTS["surely"])
_GOES_ON = frozenset({"of", "with", "in", "on", "at", "to", "from", "before", "by", "between"})
_SAID = frozenset({"said", "says", "told"})
_ON_AIR = frozenset({"radio", "tv", "television", "channel", "fm", "news"})
_REACH = 8


def occasion_at(frame: Frame, index: int) -> Tokens | None:
    """Give the occasion that the preposition at a token leads to."""
    sentence = frame.sentence
    if sentence.words[index] == "on" and (last := _broadcast(sentence, index + 1)) is not None:
        return index, last
    head = _head(sentence, index)
    return None if head is None else (index, occasion_end(frame, head))


def occasion_end(frame: Frame, head: int) -> int:
    """Go on behind an occasion's noun over phrases and times that say more of it."""
    sentence, limit = frame.sentence, frame.limit(head)
    last, index = head, head + 1
    while index < limit:
        word = sentence.words[index]
        if word in _GOES_ON:
            index = noun_end(sentence, index + 1)
            if index <= last + 1 or index >= limit:
                break
        elif not (word in TIMES or word.isdigit() or (index == head + 1 and word.endswith("ed"))):
            break
        last = index
        index += 1
    return last


def occasion_within(frame: Frame) -> Tokens | None:
    """Give "in an interview" where what is reported ends with it."""
    sentence = frame.sentence
    first, last = frame.content[-1] if frame.content else (0, -1)
    for head in range(last, first + 2, -1):
        if sentence.words[head] in _SURELY and occasion_end(frame, head) == last:
            for index in range(head - 1, max(first, head - _REACH), -1):
                if sentence.words[index] in OPENERS:
                    return (index, last) if _head(sentence, index) == head else None
    return None


def event(sentence: Sentence, first: int, last: int, *, behind: str = "at") -> int | None:
    """Give the noun of an occasion in a noun phrase behind a preposition: "a news conference"."""
    words = sentence.words
    if first < last and words[first].endswith("ing"):
        return None  # "before leaving the conference"
    if "of" in words[first:last]:
        last = words.index("of", first) - 1  # "the members |of Congress|"
    if behind == "by" and last > first + 1:
        return None  # "by satellite phone", and not "by those who saw the video"
    for index in range(last, first - 1, -1):
        word = words[index]
        names = {word, f"{words[index - 1]}-{word}" if index > first else word}
        if word in _DOCUMENTS and _SPOKEN.isdisjoint(words[first:index]):
            continue
        known = behind in _EVENTS_BEHIND and not _EVENTS.isdisjoint(names)
        if known or any(f"{behind} {name}" in _OTHERS for name in names):
            bare = first == index or (first + 1 == index and words[first] in DETERMINERS)
            alone = bare and sentence.is_name(index)  # "told Congress"
            return index if _closes(sentence, index, last) and not alone else None
    return None


def _closes(sentence: Sentence, index: int, last: int) -> bool:
    """Does a noun end its phrase, and not stand before another: "the debate |hall|"?"""
    after = sentence.word(index + 1)
    if index == last or after in TIMES or sentence.is_name(index + 1) or after[:1].isdigit():
        return True
    return after.endswith(("ed", "ing")) or after in _DELIVERED or after in _SAID


def _head(sentence: Sentence, opener: int) -> int | None:
    """Give the noun of the occasion that a preposition leads to."""
    last = noun_end(sentence, opener + 1)
    if sentence.word(last) in _PARTS and sentence.word(last + 1) == "of":
        return event(sentence, last + 2, noun_end(sentence, last + 2))
    return event(sentence, opener + 1, last, behind=sentence.words[opener])


def _broadcast(sentence: Sentence, first: int) -> int | None:
    """Give where the name of a broadcast ends: on |Radio Pwani|, on |CNN’s “The Lead”|."""
    first += sentence.word(first) == "the"
    last = first - 1
    while sentence.is_name(last + 1):
        last += 1
    owners = [name.endswith(("’s", "'s")) for name in sentence.raw[first : last + 1]]
    if any(owners) and not owners[-1]:
        return last
    if sentence.is_marked(last + 1) and any(owners):
        return last + 1
    if sentence.word(last + 1) in OPENING_MARKS and (any(owners) or not owners):
        return closing(sentence, last + 1)
    known = is_outlet(" ".join(sentence.raw[first : last + 1]))
    return last if known or not _ON_AIR.isdisjoint(sentence.words[first : last + 1]) else None

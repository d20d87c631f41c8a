"""To whom words were said: in comes what stands around them, out come the words for the listener.

"told the board that", "“…,” he wrote to his staff", "in a letter to the mayor", "Asked by Ann Lee".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onix.reading.grammar.function_words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
    SUBJECTS,
    TIMES,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.names.origins import head_of
from onix.reading.quotes.frames import ASKED, COUNTED, OPENING_MARKS, SPEAKING, Frame, noun_end
from onix.reading.quotes.occasions import event
from onix.reading.words import sections, verb_forms, words_of

PERSONAL = frozenset({"him", "her", "them", "you", "me", "us"})
_LISTENERS, _LETTERS = words_of("occasions", "listeners"), words_of("occasions", "letters")
_SOURCES = words_of("people", "sources")
_DELIVERED = frozenset(sections("occasions")["delivered"])
_TELLS = verb_forms("occasions", "tells")
_WHAT = frozenset({"that", "to", "not", "if", "whether", "what", "how", "why", "when", "who"})
_OWNED = frozenset({"his", "her", "their", "its"})
_ROUGHLY = frozenset({"about", "around", "nearly", "almost", "roughly", "some", "perhaps"})
_NOT_OF_THEM = SUBJECTS - {"the"} - _ROUGHLY
_SEEN = frozenset({"seen", "sent", "shown", "held"})
_REACH = 8
_OPENS = (DETERMINERS - PREPOSITIONS) | COUNTED
_NOBODY = PREPOSITIONS | STOPS | TIMES | SUBJECTS | ADVERBS | {"that"}


def tells(frame: Frame) -> bool:
    """Is the verb one of telling, and not of asking for something?"""
    return frame.verb in _TELLS


def told(frame: Frame) -> Tokens | None:
    """Give whom a verb of telling is followed by: "told the board that", "urged them to"."""
    sentence, first = frame.sentence, frame.cue[1] + 1
    if not ("tell" in frame.classes or tells(frame)) or not _names_somebody(frame, first):
        return None
    if any(start == first for start, _ in frame.content):
        return None  # "warned |the vote is| near"
    if _is_personal(frame, first):
        return first, first
    last = _end(frame, first)
    while sentence.word(last + 1) == "of" and sentence.word(last + 2) not in _NOT_OF_THEM:
        roughly = sentence.word(last + 2) in _ROUGHLY  # "a crowd of |about| 400"
        last = max(last + 1, _end(frame, last + 2 + roughly))
    last = min([last, *(start - 1 for start, _ in frame.content if start > first)])
    last -= sentence.word(last) == "of"  # "told the court |of| “a crack”"
    if last < first:
        return None
    follows = sentence.word(last + 1)
    about = follows in _WHAT or follows in SUBJECTS or sentence.is_marked(last + 1)
    about = about or (last + 1 < len(sentence) and _is_done_to(sentence, last + 1))
    before = bool(frame.content) and frame.content[0][0] < frame.cue[0]
    named = with_name(frame, (first, last)) != (first, last)
    simply = tells(frame) and (before or named or _are_people(frame, first, last))
    return (first, last) if about or simply else None


def was_told(sentence: Sentence, position: int) -> Tokens | None:
    """Give who was told the words in marks at an offset: "|Ann Lee| was told it was “too late”"."""
    marked = bisect_right(sentence.starts, position) - 1
    for index in range(marked - 1, max(0, marked - _REACH), -1):
        word = sentence.words[index]
        if word in BREAKS or sentence.is_marked(index):
            return None
        if word in _TELLS:
            before, _, passive = sentence.verb_group(index)
            return sentence.subject(before) if passive else None
    return None


def led_up_to(frame: Frame, index: int) -> Tokens | None:
    """Give whom the word at a token leads up to: "wrote |to| his staff", "Asked |by| Ann Lee"."""
    sentence = frame.sentence
    word, before = sentence.words[index], sentence.word(index - 1)
    if word == "by" and before in ASKED:
        last = _end(frame, index + 1)
        return (index + 1, last) if last > index else None
    if word == "addressing":
        return _listener(frame, index + 1)
    if word not in ("to", "before"):
        return None
    spoke = before in SPEAKING and sentence.word(index - 2) not in PREPOSITIONS  # "after speaking"
    leads = spoke or before in _LETTERS
    leads = leads or (before in _DELIVERED and sentence.word(index - 2) in _LETTERS)
    if word == "to" and "say" in frame.classes and "intend" not in frame.classes:
        leads = leads or index - 1 in (frame.cue[1], (frame.source or frame.cue)[1])
    return _listener(frame, index + 1) if leads else None


def with_name(frame: Frame, noun: Tokens) -> Tokens:
    """Let a description go on to the name behind it: "his lawyer, |Ann Lee|, that"."""
    sentence = frame.sentence
    first = last = noun[1] + 1
    while sentence.word(first) == "," and sentence.is_name(last + 1):
        last += 1
    ends = sentence.word(last + 1) in ("", ".", ",", "that")
    return (first + 1, last) if last > first and ends and not sentence.is_name(noun[1]) else noun


def says_who(words: Sequence[str]) -> bool:
    """Do words, in lower case, say who that is outside their text, unlike "him", "her lawyer"?"""
    if len(words) == 1:
        return words[0] not in PERSONAL - {"us"}
    return words[0] not in _OWNED or words[-1] in _LISTENERS


def _names_somebody(frame: Frame, index: int) -> bool:
    word = frame.sentence.word(index)
    if not word[:1].isalpha():
        return False
    if frame.sentence.ends_like_adverb(index) and frame.sentence.word(index + 1) in _WHAT:
        return False  # "warned |darkly| that it was late"
    return word in PERSONAL or word in _OPENS or word not in _NOBODY


def _listener(frame: Frame, first: int) -> Tokens | None:
    """Give the noun phrase that begins with a token if it stands for people."""
    sentence = frame.sentence
    word, last = sentence.word(first), _end(frame, first)
    if _is_personal(frame, first):
        return first, first
    opens = word in _OPENS or word in _LISTENERS
    if last < first or not (opens or sentence.is_name(first)):
        return None  # "vowed to protect the board"
    return (first, last) if _are_people(frame, first, last) else None


def _is_personal(frame: Frame, index: int) -> bool:
    """Is this "him" or "them", and no "her" that a noun follows: "her lawyer"?"""
    word, owns = frame.sentence.word(index), noun_end(frame.sentence, index) > index
    return word in PERSONAL and (word != "her" or not owns or frame.sentence.is_name(index + 1))


def _end(frame: Frame, first: int) -> int:
    """Give the last token of a noun phrase without the time behind it: "reporters |Friday".

    Nor the verb: "sent a letter to staff |saying|".
    """
    sentence, last = frame.sentence, noun_end(frame.sentence, first)
    if first < frame.cue[0] <= last:
        last = frame.cue[0] - 1
    if OPENING_MARKS.isdisjoint(sentence.words[first : last + 1]):  # CBS’s “This Morning”
        for index in range(first + 1, last + 1):
            titled = sentence.words[index - 1] in DETERMINERS  # "the |Sunday| Courier"
            if sentence.words[index] in TIMES and not titled:
                return index - 1
            if not titled and _is_done_to(sentence, index):
                return index - 1  # "bishops |gathered for the feast|", "staff |seen by Radio One|"
    return last


def _is_done_to(sentence: Sentence, index: int) -> bool:
    """Does a participle begin here that tells more of those before, or of what they were sent?"""
    word = sentence.words[index]
    return (word.endswith("ed") or word in _SEEN) and sentence.word(index + 1) in PREPOSITIONS


def _are_people(frame: Frame, first: int, last: int) -> bool:
    sentence = frame.sentence
    words = sentence.words[first : last + 1]
    if sentence.is_name(last) or event(sentence, first, last) is not None:
        return True
    return not _LISTENERS.isdisjoint(words) or head_of(" ".join(words)) in _SOURCES

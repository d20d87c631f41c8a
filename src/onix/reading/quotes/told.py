"""Who is told, and where what they are told begins: in come a sentence and a token behind "told".

It is its own file because between "told" and a statement stands whoever listens, with their names,
their descriptions, where and when.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBJECTS,
    TIMES,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import DOCUMENTS
from onix.reading.grammar.sentence_words import TOLD, Region
from onix.reading.names.genders import COURTESIES
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.contents import (
    OPENERS,
    PLACED,
    QUESTIONS,
    content_start,
    rest_is_light,
)
from onix.reading.words import sections, words_of

_LISTENERS = frozenset({"him", "her", "them", "me", "us", "you", "it", "reporters", "journalists"})
_BODIES = words_of("occasions", "listeners")
_HEARINGS = frozenset({"hearing", "inquest", "trial"})
_OUTLETS = frozenset(sections("outlets")["nouns"])
_COURTS = _HEARINGS | {"court", "inquiry", "jurors", "jury", "magistrates", "police", "tribunal"}
_COURTESY = frozenset(map(str.lower, COURTESIES))
_IN = frozenset({"in", "on", "by", "at", "during", "via"})
_FURTHEST = 14  # tokens
_LONGEST_INSERTION = 20  # tokens


def told(sentence: Sentence, index: int) -> int:
    """Give where what is told begins, behind whoever is told it."""
    last = len(sentence) - 1
    word = sentence.word(index)
    if index > last or sentence.is_marked(index) or word in ("that", ",", ":"):
        return content_start(sentence, index)
    if word == "to":
        return index  # "asked |to see the bill|"
    if _is_listener(sentence, index):
        return content_start(sentence, index + 1)
    for k in range(index + 1, min(last + 1, index + _FURTHEST)):
        word = sentence.words[k]
        if word == "," and (that := behind_insertion(sentence, k)) is not None:
            return that  # "told Ann Lee, the mayor, |that| it rained"
        if word == "," and sentence.word(k + 1) == "according":
            return last + 1  # "faster than it told lenders, according to the ledgers"
        if word == "which" and sentence.words[k - 1] == ",":
            return last + 1  # "asked for the number of a card|, which| the office said was wrong"
        if word == "of" and sentence.words[k - 1] in _COURTS and not sentence.is_name(k - 1):
            return k  # "told the court |of a crack|", but "told the Court of Appeal that"
        counted = word == "about" and sentence.word(k + 1)[:1].isdigit()  # "a crowd of |about| 400"
        told_of = word in ("to", "if", ":", "about") and not counted
        if sentence.is_marked(k) or word in QUESTIONS or told_of:
            return k + (word == ":")
        if word in TIMES or word in ("in", "on", "at", "during"):
            return content_start(sentence, k)
        if _opens_name(sentence, k) or (
            word in SUBJECTS and sentence.words[k - 1] not in PREPOSITIONS
        ):
            return k
    end = index
    if sentence.is_name(end):
        while sentence.is_name(end + 1):
            end += 1
    else:
        end = (sentence.noun_after(index) or (index, index))[1]
    return content_start(sentence, end + 1)


def _is_listener(sentence: Sentence, index: int) -> bool:
    """Is this all that is said of who listens: "him", but not "|her| boss"?"""
    if sentence.word(index) != "her":
        return sentence.word(index) in _LISTENERS
    noun = sentence.noun_after(index)
    return noun is None or noun[1] == index or sentence.word(index + 1).endswith("ed")


def _opens_name(sentence: Sentence, index: int) -> bool:
    """Does a name begin behind whoever is told: "told the jury |Mr Orr| was", "told Orr |Mrs"?"""
    if not sentence.is_name(index):
        return False
    before, behind = sentence.word(index - 1), index + 1
    while sentence.is_name(behind):
        behind += 1
    titled = sentence.words[index] in _COURTESY and sentence.is_name(index - 1)
    opens = titled or (before in _BODIES and not nouns_in(before))
    return opens and (sentence.is_marked(behind) or sentence.clause(index) is not None)


def behind_insertion(sentence: Sentence, begin: int) -> int | None:
    """Give "that" behind what is inserted before it: "warned, however, |that| it was late".

    Or "told staff in a letter, a copy of which leaked, |that| it was late".
    """
    if sentence.word(begin) != "," and sentence.word(begin) not in _IN:
        return None
    last = min(len(sentence), begin + _LONGEST_INSERTION)
    for k in range(begin + 1, last):
        if sentence.words[k] == "that" and sentence.words[k - 1] == "," and k > begin + 1:
            return k
        if sentence.is_marked(k) or sentence.words[k] in PERSONAL | {"that"}:
            return None  # "indicate, |he| said in an interview, that"
    return None


def that_said(sentence: Sentence, index: int, *, told: bool) -> int | None:
    """Give "that" behind an insertion, or behind whoever is told: "texted Lee |that| it was late".

    Args:
        told: The verb may have whoever is told right behind it.
    """
    that = behind_insertion(sentence, index)
    return _that_told(sentence, index) if that is None and told else that


def _that_told(sentence: Sentence, index: int) -> int | None:
    end = index
    if sentence.is_name(index):
        while sentence.is_name(end + 1):
            end += 1
    elif not _is_listener(sentence, index):
        end = (sentence.noun_after(index) or (index, index - 1))[1]
    that = end + 1
    if end < index or sentence.word(that) != "that" or that + 1 >= len(sentence):
        return None
    words = sentence.words[index:that]
    if not DOCUMENTS.isdisjoint(words) or words[-1].endswith("ing"):
        return None  # "texted a report that it was late"
    relative = sentence.looks_finite(that + 1)  # "promised a deal that would last"
    return None if relative else that


def told_outlet(sentence: Sentence, verb: int, content: Region) -> Region | None:
    """Give who tells an outlet what it reports: "|Roe| denied it, telling the paper that"."""
    if sentence.words[verb] != "telling" or sentence.word(verb + 1) != "the":
        return None
    if sentence.word(verb + 2) not in _OUTLETS:
        return None
    first = next(k for k, at in enumerate(sentence.starts) if at >= content[0])
    subject = sentence.clause(first + (sentence.words[first] == "that"))
    return None if subject is None else sentence.offsets(subject)


def only_told(sentence: Sentence, index: int) -> bool:
    """Is all behind "told" who was told, and where or when: "…, she told reporters outside."?"""
    behind = behind_listener(sentence, index)
    return behind is not None and behind >= len(sentence)


def were_told(sentence: Sentence, index: int) -> bool:
    """Does a headline end with who heard it and did not say it: "Driver 'laughed', |jury told|"?"""
    body, before = sentence.word(index - 1), sentence.word(index - 2)
    ends = sentence.words[index] == "told" and sentence.word(index + 1) in ("", ".")
    apart = before == "," or sentence.is_marked(index - 2)
    return ends and apart and (body in _BODIES or body in _HEARINGS)


def behind_listener(sentence: Sentence, index: int) -> int | None:
    """Give the token behind who was told, and where or when: "…, she told reporters outside|, …".

    Returns:
        None where nobody is told, or what stands there is what somebody is told to do.
    """
    if sentence.words[0] in OPENERS:
        return None  # "When it was over, she told reporters."
    end = index
    while sentence.is_name(index) and sentence.is_name(end + 1):
        end += 1
    if not (sentence.is_name(index) or _is_listener(sentence, index)):
        end = (sentence.noun_after(index) or (index, index - 1))[1]
    behind = end + 1
    if sentence.word(behind) == "to" and sentence.words[index - 1] not in TOLD:
        return None  # "In May the army urged residents |to leave|"
    if sentence.word(behind) in PLACED:
        behind += 1
        place = sentence.noun_after(behind) if sentence.word(behind) in DETERMINERS else None
        behind = place[1] + 1 if place else behind
    return rest_is_light(sentence, behind) if end >= index else None

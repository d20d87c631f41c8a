"""Who says it, put in where a clause is over: in come a sentence and a verb, out come whose words.

"The pier will fall, Lee fears, within a year" and "The pier fell, Lee told the board; nobody was
hurt": a verb that has neither clause nor object behind it, but a comma or a semicolon, has said
what stands before. It is its own file because nothing else tells that a semicolon ends it.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import COORDINATORS, DETERMINERS, RELATIVES
from onix.reading.grammar.inverted import is_cut_open
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import TOLD, Region
from onix.reading.grammar.verbs import Verb
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.contents import OPENERS, has_finite, rest_is_light
from onix.reading.quotes.told import behind_insertion, behind_listener
from onix.reading.words import verb_forms

_ENDS = frozenset({"", "."})
_FEWEST = 2  # tokens before the comma that can be a clause
_OWN = frozenset({"i", "we", "you"})
_HELD = verb_forms("cues", "held")

Said = tuple[tuple[Region, ...], int]


def aside(sentence: Sentence, verb: Verb, since: int) -> Said | None:
    """Give what is said before who says it, and the last token that the cue reaches.

    Args:
        since: What stands before this token somebody else has said.
    """
    behind = _behind(sentence, verb)
    if behind is None:
        return None
    closes = sentence.word(behind)
    begin = _begin(sentence, verb.left)
    cut_open = is_cut_open(sentence, behind)  # "The pier, Lee fears, will fall"
    if begin < since or verb.left - begin < _FEWEST:
        return None
    if not (cut_open or has_finite(sentence, verb.left, begin)):
        return None  # "On Friday, the board believes"
    opens = sentence.words[begin] in OPENERS
    if closes in _ENDS | {";"} and opens:
        return None  # "When it was over, the mayor said; …"
    before = sentence.region(begin, _described_from(sentence, begin, verb))
    if before is None:
        return None
    if closes not in (",", ":"):
        return (before,), behind - 1
    reach = range(behind, len(sentence)) if closes == "," else ()
    stop = next((k for k in reach if sentence.words[k] == ";"), None)
    goes_on = closes == ":" or cut_open or opens or not _joins(sentence, behind + 1)
    rest = sentence.region(behind + 1, len(sentence) - 1 if stop is None else stop - 1)
    if rest is None or not goes_on:
        return (before,), behind - 1
    return (before, rest), (len(sentence) if stop is None else stop) - 1


def _behind(sentence: Sentence, verb: Verb) -> int | None:
    """Give the comma, the semicolon or the end right behind a verb that stands so."""
    subject = verb.subject
    if subject is None or verb.inverted or verb.participle or verb.described is not None:
        return None
    if sentence.words[subject[1]] in RELATIVES or sentence.word(verb.left) != ",":
        return None
    if any(map(sentence.is_marked, range(len(sentence)))):
        return None  # marks tell by themselves what is said
    behind = verb.behind
    if sentence.words[subject[0]] in _OWN:
        return None  # "and that, I think, is all": the turn says who speaks
    if sentence.words[verb.index] in TOLD and "tell" in verb.classes:
        told = behind_listener(sentence, behind)
        if told is None or behind_insertion(sentence, told) is not None:
            return None  # "Lee told Orr, his adviser, |that it fell|"
        behind = told
    elif "say" in verb.classes and _closes(sentence, verb):
        behind = rest_is_light(sentence, behind)
    elif sentence.words[verb.index] not in _HELD:
        return None
    return behind if sentence.word(behind) in _ENDS | {",", ";", ":"} else None


def _closes(sentence: Sentence, verb: Verb) -> bool:
    """Does a clause end with a verb of saying, beside another: "It fell; nobody knew, Lee said"?

    Or does a colon follow, behind which is more of it: "It fell, Lee said: nobody knew".
    """
    behind = rest_is_light(sentence, verb.behind)
    if sentence.word(behind) in (";", ":"):
        return True
    return behind >= len(sentence) and ";" in sentence.words[: verb.left]


def _begin(sentence: Sentence, end: int) -> int:
    """Give where the clause before a token begins, behind the semicolon before it."""
    return next((k + 1 for k in range(end - 1, -1, -1) if sentence.words[k] == ";"), 0)


def _described_from(sentence: Sentence, begin: int, verb: Verb) -> int:
    """Give the comma before who speaks and what that one is: "…|, the mayor, Lee, fears"."""
    named = verb.subject is not None and sentence.is_name(verb.subject[1])
    comma = next((k for k in range(verb.left - 1, begin, -1) if sentence.words[k] == ","), None)
    if comma is None or not named or sentence.words[comma + 1] not in DETERMINERS:
        return verb.left
    words = sentence.words[comma + 1 : verb.left]
    described = any(map(nouns_in, words)) and not has_finite(sentence, verb.left, comma + 1)
    return comma if described else verb.left


def _joins(sentence: Sentence, first: int) -> bool:
    """Does a clause of its own begin here: "…, Lee thinks, |and the board will vote"?"""
    return sentence.word(first) in COORDINATORS and sentence.word(first + 1) != "that"

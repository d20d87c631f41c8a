"""Who stands behind a verb of saying: “…,” said the mayor. A verb in, its subject out, or nothing.

It is its own file because a noun behind "said" begins a statement as often ("X, the chief, said two
officials had left"), and what is around has to tell the two apart.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    TIMES,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import head_at, is_plural
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.names.persons import nouns_in

_NAMES_TOO = frozenset({"april", "may", "june", "august", "jan", "sun"})
_PEOPLE = frozenset(
    {"he", "she", "they", "the", "a", "an", "one", "his", "her", "their", "its", "our", "another"}
)
_ENDS = frozenset({"", "."})
_SAY = TOLD | {"say"}  # which several people do, and somebody else does in an order
_BEHIND = BREAKS | PREPOSITIONS | TIMES | _ENDS | {"who"}
_DESCRIBES = RELATIVES | DETERMINERS | {"whose", "one"}


def inverted_subject(sentence: Sentence, index: int, before: int) -> Tokens | None:
    """Give the subject behind the verb at `index` if that is where it stands.

    Args:
        before: The comma, the dash or the quotation before the verb.
    """
    # “…,” said |“Star Gate” actor Ann Lee|
    work = sentence.is_marked(index + 1) and any(map(sentence.is_marked, (before, before - 1)))
    noun = sentence.noun_after(index + 1 + work)
    if noun is None or sentence.has_clause(index + 1 + work):  # the “gang of six” said it rained
        return None
    noun = _with_second(sentence, noun)
    people = sentence.words[index] in _SAY and sentence.are_people(noun)
    noun = sentence.with_joined(noun)
    marked = sentence.is_marked(before)
    behind = marked or (sentence.word(before) == "," and sentence.is_marked(before - 1))
    follows = sentence.word(noun[1] + 1)
    warned = noun[0] == noun[1] and follows.endswith("ed")
    if warned and not sentence.is_name(index + 2):
        return None  # says she |warned
    if not behind and any(map(sentence.tells, range(noun[0] + 1, noun[1] + 1))):
        return None  # "…, said |his survey showed| the lead holding"
    if not behind and sentence.subject(before) is not None:
        told = sentence.words[index] in _SAY or sentence.words[index][-1] == "d"
        named = sentence.is_name(noun[1]) and told
        # "…, with nobody hurt, said Ann Lee."
        ends = _closes(sentence, noun) or is_cut_open(sentence, noun[1] + 1)
        if not ((named or people) and ends):
            return None
    if not (people or _can_speak(sentence, noun, behind)):
        return None
    noun = _apposed_name(sentence, noun) or noun
    if work:
        return (index + 1, noun[1]) if sentence.is_name(noun[1]) else None
    return noun if behind or follows in _BEHIND else None


def _closes(sentence: Sentence, noun: Tokens) -> bool:
    """Does a sentence end with a noun phrase and what describes it, so that it is no subject?

    "… was shut, said |Ann Lee|, who runs it.", not "… said |Ann Lee|, who runs it, had left."
    """
    follows = sentence.word(noun[1] + 1)
    if follows in _ENDS:
        return True
    opener = sentence.word(noun[1] + 2)
    if follows != "," or not (opener in _DESCRIBES or nouns_in(opener)):
        return False
    return not any(
        sentence.words[k - 1] == "," and sentence.looks_finite(k) and not sentence.is_name(k)
        for k in range(noun[1] + 3, len(sentence))
    )


def is_cut_open(sentence: Sentence, comma: int) -> bool:
    """Does a statement go on with its verb behind a comma: "The pier, said Lee|, would fall"?"""
    verb = comma + 1
    if sentence.word(comma) != "," or verb >= len(sentence):
        return False
    return sentence.looks_finite(verb) and sentence.raw[verb].islower()


def _with_second(sentence: Sentence, noun: Tokens) -> Tokens:
    """Go on to the name behind two posts: said creator |and chief writer Ann Lee|.

    Or to the post behind two fields: said the Herald's arts |and books editor|, Ann Lee.
    """
    joined = sentence.word(noun[1] + 1) == "and" and not sentence.is_name(noun[1])
    second = sentence.noun_after(noun[1] + 2) if joined else None
    named = second is not None and sentence.is_name(second[1])
    if second is not None and sentence.word(second[1] + 1) == ",":
        post = nouns_in(sentence.words[second[1]]) and not nouns_in(sentence.words[noun[1]])
        named = named or (bool(post) and sentence.is_name(second[1] + 2))
    return (noun[0], second[1]) if second is not None and named else noun


def _apposed_name(sentence: Sentence, noun: Tokens) -> Tokens | None:
    """Give the name that says who a description is: said the mayor, |Ann Lee|."""
    first = last = noun[1] + 2
    for of in range(noun[0] + 1, noun[1] - 1):
        spoken_of = sentence.words[of] == "of" and sentence.words[of + 1] in DETERMINERS
        if spoken_of and sentence.is_name(of - 1) and not sentence.is_name(of + 2):
            return noun[0], of - 1  # "said |Ann Lee| of her son, Tom Orr"
    if sentence.word(noun[1] + 1) != "," or sentence.is_name(noun[1]):
        return None
    while sentence.is_name(last + 1):
        last += 1
    ends = sentence.word(last + 1) in BREAKS | {"", ".", "who"}
    return (first, last) if sentence.is_name(first) and first < last and ends else None


def _can_speak(sentence: Sentence, noun: Tokens, marked_before: bool) -> bool:
    """Can a noun phrase be the subject behind its verb: “…,” said retired colonel Ann Lee?"""
    first = sentence.words[noun[0]]
    dated = first in TIMES and not (first in _NAMES_TOO and sentence.is_name(noun[0] + 1))
    if first in _PEOPLE or (sentence.is_name(noun[0]) and not dated):
        return True  # not "said Monday", but "said April Lee"
    named = any(map(sentence.is_name, range(noun[0], noun[1] + 1)))
    named = named or is_plural(sentence, head_at(sentence, noun))
    return marked_before and named and first not in PREPOSITIONS | STOPS | TIMES

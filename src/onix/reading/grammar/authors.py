"""Whose words a thing holds: in come a sentence and a noun phrase, out comes who made it.

"A speech Ann Lee gave in May calling it odd", "Ann Lee wrote a letter to the mayor calling it odd":
it is Ann Lee who called it so. It is its own file because it reads past a verb that `verbs` would
take for the end of a subject.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import ARTICLES, BREAKS
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import DOCUMENTS
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.words import sections, verb_forms

_HELD = DOCUMENTS | frozenset(sections("cues")["voice_noun"])
_MADE = verb_forms("cues", "publish") | {"made", "gave", "recorded", "signed"}
_DETERMINERS = ARTICLES | {"his", "her", "their"}
_LONGEST_MADE = 6  # "made |in the spring of 2006| saying"
_LONGEST_HELD = 12  # "wrote |a long letter to the mayor of Tarn| calling"
_NEAR = 5  # tokens behind "wrote" within which it is told what was written


def author(sentence: Sentence, last: int) -> Tokens | None:
    """Give who wrote or made what says something: "comments |Ann Lee| made in May saying …"."""
    for made in range(last, max(1, last - _LONGEST_MADE), -1):
        if sentence.words[made] in BREAKS or sentence.is_marked(made):
            return None
        if sentence.words[made] in _MADE:
            one = first = made - 1
            while sentence.is_name(first - 1) and sentence.is_name(one):
                first -= 1
            named = sentence.is_name(one) or sentence.words[one] in ("he", "she", "they")
            told = sentence.word(first - 1) in _HELD
            if named and told:
                return first, one
            break
    return _sender(sentence, last)


def _sender(sentence: Sentence, last: int) -> Tokens | None:
    """Give who wrote what ends with token `last`: |Ann Lee| wrote a letter to the mayor saying."""
    for made in range(last - 1, max(0, last - _LONGEST_HELD), -1):
        if sentence.words[made] in BREAKS or sentence.is_marked(made):
            return None
        behind = made + 1 + (sentence.words[made + 1] == "out")
        if sentence.words[made] in _MADE and sentence.words[behind] in _DETERMINERS:
            before, _, passive = sentence.verb_group(made)
            held = not _HELD.isdisjoint(sentence.words[behind + 1 : min(last + 1, made + _NEAR)])
            sent = held and not passive and sentence.word(before) != "to"
            return sentence.subject(before) if sent else None
    return None

"""Whose words a thing holds: in come a sentence and a noun phrase, out comes who made it.

"A speech Ann Lee gave in May calling it odd": it is Ann Lee who called it so. It is its own file
because it reads past a verb that `verbs` would take for the end of a subject.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import BREAKS
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import DOCUMENTS
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.words import sections, verb_forms

_HELD = DOCUMENTS | frozenset(sections("cues")["voice_noun"])
_MADE = verb_forms("cues", "publish") | {"made", "gave", "recorded", "signed"}
_LONGEST_MADE = 6  # "made |in the spring of 2006| saying"


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
            return (first, one) if named and told else None
    return None

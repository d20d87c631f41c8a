"""Words that look like verbs of saying and are none: passives without "was", and a plural noun.

In come a sentence and a word, out comes yes or no: "the hall, |promised| in May", "delays
|expected| to mount", "half of U.S. |states|". It is its own file as nobody says anything there.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ARTICLES,
    AUXILIARIES,
    BREAKS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import TOLD
from onix.reading.names.persons import nouns_in

_ASKED = frozenset({"whether", "if", "what", "why", "how", "when", "where", "who", "to"})
_FORESEEN = frozenset({"anticipated", "expected", "forecast", "predicted", "projected", "tipped"})
# "Lund, once |considered| a favourite, lost"
_BEHIND_STATES = AUXILIARIES | PREPOSITIONS - {"that", "to"} | {"—", "–", "-"}
_HELD = frozenset({"believed", "considered", "deemed", "thought"})
_BY_ALL = frozenset({"broadly", "commonly", "generally", "popularly", "universally", "widely"})


def is_passive_aside(sentence: Sentence, index: int, before: int) -> bool:
    """Does a participle only say what was done: "the hall, first |promised| in May, will open"?"""
    if sentence.word(before) != "," or not sentence.words[index].endswith("ed"):
        return False
    goes_on = PREPOSITIONS - {"that", "to", "against"}
    beside = "," not in sentence.words[: max(0, before)] or sentence.is_name(before - 1)
    if sentence.words[index] == "asked" and beside:
        goes_on |= _ASKED  # "Varga, |asked whether she would, said"
    held = sentence.words[index] in _HELD and sentence.word(index + 1) in ARTICLES
    if sentence.word(index - 1) in _BY_ALL:
        return held or sentence.word(index + 1) in goes_on | {"as"}  # ", widely |seen| as “late”"
    if not held and sentence.word(index + 1) not in goes_on:
        return False
    for comma in range(index + 2, len(sentence) - 1):
        if sentence.words[comma] in BREAKS and not sentence.is_name(comma + 1):
            after = sentence.words[comma + 1]
            verb = after in AUXILIARIES | PAST | TOLD or after.endswith("ed")
            return sentence.words[comma] == "," and verb
    return False


def is_no_verb(sentence: Sentence, index: int, before: int) -> bool:
    """Is a word that no auxiliary helps nobody’s verb: foreseen of a thing, a state, a rubric?

    "A winter storm, |explained|" and "THE LAW |EXPLAINED|: …" are rubrics.
    """
    after = sentence.word(index + 1)
    plural = sentence.words[index] == "states" and sentence.word(before) not in PRONOUNS
    if plural and after in _BEHIND_STATES:
        return True  # "half of U.S. |states| are", "the member |states| into"
    ends = after in ("", ".", "?") and sentence.word(before) == ","
    plain = "," not in sentence.words[:before] and not any(map(sentence.is_marked, range(before)))
    if ends and plain:
        return True
    if after == ":" and sentence.raw[index].isupper() and sentence.raw[index - 1].isupper():
        return True
    held = sentence.is_name(before) and sentence.word(before).endswith(("’s", "'s"))
    if held and sentence.words[index].endswith("ing") and after == ",":
        return True  # "after Lund’s |briefing|, the envoy said"
    return _is_foreseen(sentence, index, before)


def is_purpose(sentence: Sentence, to: int) -> bool:
    """Does a sentence open with what is for something: "Dozens of talks |to| discuss it"?"""
    noun = sentence.subject(to - 1)
    if noun is None or noun[0] != 0:
        return False
    words = sentence.words[: noun[1] + 1]
    acts = not PAST.isdisjoint(words) or any(word.endswith("ed") for word in words)
    named = acts or any(map(sentence.is_name, range(1, noun[1] + 1)))
    return not (named or _is_somebody(words[-1]))


def _is_somebody(word: str) -> bool:
    return word in PRONOUNS or bool(nouns_in(word) or nouns_in(word.removesuffix("s")))


def _is_foreseen(sentence: Sentence, index: int, before: int) -> bool:
    """Is a thing expected to do something: "the storm, |expected| to grow", "delays |expected| to"?

    Somebody may expect to do something: "the mayor expected to win".
    """
    if sentence.words[index] not in _FORESEEN or sentence.word(index + 1) != "to":
        return False
    if sentence.word(before) in BREAKS:
        return True
    noun = sentence.subject(before)
    if noun is None:
        return False
    named = any(
        sentence.is_name(k) and sentence.words[k - 1] != ":"
        for k in range(max(1, noun[0]), noun[1] + 1)
    )
    return not (named or _is_somebody(sentence.words[noun[1]]))

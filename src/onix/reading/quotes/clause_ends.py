"""Where words end that are told in a clause inside a sentence: "the memo that warned of it left".

In come a verb in such a clause and where its words begin, out comes their last token. It is its own
file because it asks how the sentence around goes on, and not what is told.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    COORDINATORS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.verbs import Verb
from onix.reading.quotes.contents import OPENERS, main_clause, rest_is_light

_OBJECTS = RELATIVES | {"which", "whom"}
# Behind these another clause begins, and a verb may be of that one.
_CLAUSES = RELATIVES | CONJUNCTIONS | PERSONAL | {"how", "what", "when", "where", "whether", "why"}
_LONGEST_LEAD = 6  # tokens
_BE = AUXILIARIES - {"to"}


def clause_end(sentence: Sentence, verb: Verb, begin: int, last: int) -> int:
    """End what a clause inside the sentence reports where a comma closes that clause.

    As in: "X, who denied it, left" and: "When X denied it, Y left".
    """
    relative = verb.first - 1
    commas = [k for k in range(begin, last) if sentence.words[k] == ","]
    if sentence.word(verb.left) == "whose":  # "Lee, whose report called it “a ruin,”| left"
        return _to_main_verb(sentence, begin, last)
    if sentence.word(relative) in RELATIVES:
        if sentence.word(relative - 1) == ",":
            return commas[0] - 1 if commas else last
        main = main_clause(sentence, begin, last)
        said = main is not None and rest_is_light(sentence, main[1][1] + 2) < len(sentence)
        return main[0] if main and said else relative_end(sentence, verb, begin, last)
    if sentence.words[0] == "asked" and verb.left > 0 and "," not in sentence.words[: verb.index]:
        main = main_clause(sentence, begin, last)  # "Asked if she would rule it out, Ruiz said …"
        return main[0] if main else last
    if sentence.word(verb.left) in ("which", "whom", "who") and sentence.word(verb.left - 1) == ",":
        # "the pier, which X called “a ruin,”| was sold", "the pier, which X said fell|, was sold"
        return _to_main_verb(sentence, begin, last)
    # "It was late, and when| X asked Y about it, Z said so"
    joined = sentence.word(verb.left - 1) in COORDINATORS and sentence.word(verb.left - 2) == ","
    opens = joined or sentence.word(verb.left - 1) in ("", ",")
    opens = opens and sentence.word(verb.left) in OPENERS
    if opens and (joined or verb.left < _LONGEST_LEAD):  # "On Monday, |when| X denied it, Y left"
        if "say" not in verb.classes and commas and sentence.is_marked(commas[0] + 1):
            return commas[0] - 1  # "When she knew it was over, “she left”"
        main = main_clause(sentence, begin, last)
        return main[0] if main else last
    return relative_end(sentence, verb, begin, last)


def relative_end(sentence: Sentence, verb: Verb, begin: int, last: int) -> int:
    """Give the last token of what a relative clause tells that opens a sentence with its noun.

    As in "The memo that warned |of a crack| was opened" and "Goods that buyers want |to have by
    June| may be late".
    """
    if not _opens(sentence, verb) or _is_told(sentence, begin):
        return last
    opener = sentence.words[begin]
    if opener in _CLAUSES and opener != "that":
        return last
    verbs = 0 if opener in PREPOSITIONS - {"that"} | {"to"} else -1  # what is told has one, too
    for k in range(begin + 1, last + 1):
        word = sentence.words[k]
        if word == ",":
            behind = k + 1 + (sentence.word(k + 1) in ADVERBS)
            return k - 1 if sentence.word(behind) in _BE and not sentence.is_name(behind) else last
        if word in _CLAUSES or word in COORDINATORS or sentence.is_marked(k):
            return last
        grouped = sentence.words[k - 1] in AUXILIARIES | ADVERBS | {"to", "not"}
        if word in _BE and not (grouped or sentence.is_name(k)):
            verbs += 1
            if verbs > 0:
                return k - 1
    return last


def _is_told(sentence: Sentence, begin: int) -> bool:
    """Does somebody say all of a sentence behind it: "Whoever wants to buy it can, he says."?"""
    commas = [k for k in range(begin, len(sentence)) if sentence.words[k] == ","]
    return bool(commas) and any(
        "say" in cue_classes().get(word, ()) for word in sentence.words[commas[0] :]
    )


def _opens(sentence: Sentence, verb: Verb) -> bool:
    """Is the clause one of the noun that its sentence opens with?"""
    noun = verb.subject
    if noun is None:
        return False
    if sentence.words[noun[1]] in RELATIVES:
        return noun[0] == 0 or (noun[0] == 1 and sentence.words[0] in COORDINATORS)
    relative = verb.left
    if relative < 1 or sentence.words[relative] not in _OBJECTS:
        return False
    before = sentence.subject(relative - 1)
    return before is not None and before[0] == 0 and sentence.words[0] not in PREPOSITIONS


def _to_main_verb(sentence: Sentence, begin: int, last: int) -> int:
    """Give the last token before the verb with which the clause around goes on."""
    for k in range(begin, last):
        marked = sentence.is_marked(k)
        if (marked or sentence.words[k] == ",") and _does(sentence, k + 1):
            return k - (not marked)
    return last


def _does(sentence: Sentence, index: int) -> bool:
    """Is a word surely a verb with a tense, and no noun in -s: "“sudden” |events|"?"""
    word = sentence.words[index]
    return word != "not" and (word in AUXILIARIES or word in PAST or word.endswith("ed"))

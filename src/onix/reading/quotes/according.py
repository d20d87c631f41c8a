"""What "according to X" governs: in come a sentence and the cue, out come source and content.

It is its own file because no verb is there: who is named behind the words has said what stands on
the other side of a comma.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    PAST,
)
from onix.reading.grammar.inverted import is_cut_open
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import head_at
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.statements import Attribution
from onix.reading.words import sections

_NORMS = frozenset(sections("documents")["norms"])
_OBTAINED = frozenset(sections("outlets")["obtained"])
_IN_THE_WORDS_OF = ("in", "the", "words", "of")
_OPENS = COORDINATORS | ADVERBS | {"however", "moreover", "so"}
_CITES = ("citing", "quoting")  # "According to the Ledger, |citing two clerks|, it fell"
_DESCRIBES = ARTICLES | {"who", "which", "whose", "one", "by", *_CITES}


def according(sentence: Sentence, index: int) -> Attribution | None:
    """ "According to X, …", "…, according to X" or "In the words of X, …"."""
    shape = ("according", "to") if sentence.words[index] == "according" else _IN_THE_WORDS_OF
    first = index - len(shape) + 2
    if first < 0 or tuple(sentence.words[first : index + 2]) != shape:
        return None
    noun = sentence.noun_after(index + 2)
    if noun is None or (first > 1 and sentence.words[head_at(sentence, noun)] in _NORMS):
        return None  # "they act according to its rules"
    seen = max((k for k in range(*noun) if sentence.words[k + 1] in _OBTAINED), default=None)
    if seen is not None and sentence.word(noun[1] + 1) in ("by", "to"):
        noun = noun[0], seen  # "a memo |seen by the Herald|, which did not write it"
    elif sentence.word(noun[1] + 1) == "by":  # "according to a memo (written) by X"
        noun = sentence.noun_after(noun[1] + 2) or noun
    noun = sentence.with_joined(noun)
    source = (sentence.starts[noun[0]], sentence.ends[noun[1]])
    cue = (sentence.starts[first], sentence.ends[index + 1])
    after = noun[1] + 1
    leads = first == 0 or (first == 1 and sentence.words[0] in COORDINATORS)
    leads = leads or (first == 2 and sentence.words[1] == "," and sentence.words[0] in _OPENS)
    while leads and after < len(sentence) and sentence.words[after] not in (",", ";"):
        if sentence.words[after] == ":" and sentence.is_marked(after + 1):
            break
        after += 1
    if leads:
        behind = None if sentence.is_name(noun[1]) else _behind_name(sentence, after)
        after = behind or _behind_description(sentence, after)
    begins, last = (after, len(sentence) - 1) if leads else (0, first - 1)
    regions = [sentence.region(begins, last)]
    inserted = not leads and sentence.word(first - 1) == "," and sentence.word(after) == ","
    goes_on = sentence.is_marked(after + 1) or is_cut_open(sentence, after)
    if inserted and goes_on:  # "The notary, according to X, “did not look”"
        regions.append(sentence.region(after + 1, len(sentence) - 1))
    content = tuple(region for region in regions if region is not None)
    return Attribution(cue, source, content, 0.85, leads=leads) if content else None


def describes(sentence: Sentence, index: int, lead: Attribution) -> bool:
    """Does a cue only say what a source goes by: "According to X, |citing| a vet, it fell"?"""
    cites = sentence.words[index] in _CITES and lead.leads
    return cites and sentence.starts[index] < lead.content[0][0]


def _behind_name(sentence: Sentence, comma: int) -> int | None:
    """Give the comma that closes the name of who is described: "According to a vet, |Ann Lee|, …".

    A clause has to follow, as the name may be its subject: "According to a vet, Ann Lee, 40, fell".
    """
    closes = comma + 1
    while sentence.word(closes) and sentence.is_name(closes):
        closes += 1
    is_full = sentence.word(comma) == sentence.word(closes) == "," and closes > comma + 2
    goes_on = sentence.is_marked(closes + 1) or sentence.clause(closes + 1) is not None
    return closes if is_full and goes_on else None


def _behind_description(sentence: Sentence, comma: int) -> int:
    """Give the comma that closes who the source is: "According to X, |a vet|, it fell"."""
    opener = sentence.word(comma + 1)
    bare = bool(nouns_in(opener)) and sentence.raw[comma + 1].islower()  # ", |head of sales|,"
    if sentence.word(comma) != "," or not (opener in _DESCRIBES or bare):
        return comma
    relative = opener in ("who", "which", "whose", *_CITES)
    for closes in range(comma + 2, len(sentence) - 1):
        word = sentence.words[closes]
        if word == ",":
            goes_on = sentence.is_marked(closes + 1) or sentence.clause(closes + 1) is not None
            return closes if goes_on or relative or bare else comma
        plain = not (word in AUXILIARIES or word in PAST)
        if sentence.is_marked(closes) or not (plain or relative):
            return comma
    return comma

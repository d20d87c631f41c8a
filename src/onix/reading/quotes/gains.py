"""Claims by which something is got and nothing said: a sentence and a verb in, yes or no out.

"She claimed £900 in rent", "the flood claimed 12 lives", "he declared an income of £40,000" and
"they added a wing" tell what was done; "she claimed the money was hers" tells what was said. A film
tells the story of somebody, a party calls a referendum, and both say nothing. It is its own file
because the object decides it and not the verb.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import AGAINST, Sentence
from onix.reading.grammar.plurals import DOCUMENTS, head_at
from onix.reading.grammar.verbs import PUBLISHED, VOICE_NOUNS, Verb
from onix.reading.names.origins import head_of, is_document, is_outlet_by_form, is_people
from onix.reading.words import sections

_GAINS = {
    form: frozenset(sections("cues")[section])
    for section, forms in (
        ("got", ("claim", "claims", "claimed", "claiming")),
        ("listed", ("declare", "declares", "declared", "declaring")),
        ("given_up", ("concede", "concedes", "conceded", "conceding")),
    )
    for form in forms
}
# Anything can be added to something, and boasted by whoever has it.
_PUT_IN = frozenset({"add", "adds", "added", "adding", "boast", "boasts", "boasted", "boasting"})
_RECALLS = frozenset({"recall", "recalls", "recalled", "recalling"})
_RULED = frozenset({"rule", "rules", "ruled", "ruling"})
_TALES = frozenset({"story", "stories", "tale", "tales"})
_BEHIND_TALES = frozenset({"of", "behind", "in", "on", "at", "to", "during", "again", "", ".", ","})
_CONVENED = frozenset(sections("cues")["convened"])
_OWN = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_FURTHEST_TOLD = 9  # tokens behind a letter
_CURRENCIES = ("£", "$", "€", "¥")
_MORE_OR_LESS = frozenset(
    {"more", "less", "than", "about", "around", "nearly", "almost", "over", "up", "to", "some"}
    | {"at", "least", "only", "just", "another", "a", "further", "roughly"}
)
_INDEFINITE = frozenset({"a", "an", "two", "three", "four", "five", "another", "more", "new"})
_MILLIONS = frozenset({"million", "billion", "thousand", "m", "bn"})
_COINS = frozenset({"pounds", "dollars", "euros", "million", "billion"})
_CLAUSES = PERSONAL | AUXILIARIES | {"that", "how", "why", "what", "whether"}
_NO_NOUNS = DETERMINERS | PREPOSITIONS | SUBJECTS | PRONOUNS | ADVERBS | STOPS | _CLAUSES | TIMES
_OVER = BREAKS | PERSONAL | RELATIVES | CONJUNCTIONS


def is_gain(sentence: Sentence, verb: int, begin: int) -> bool:
    """Is what begins with token `begin` something to have, and no words of anybody?

    Args:
        verb: The token that is "claimed" or "declared".
    """
    if sentence.words[verb] in _PUT_IN:
        return _is_put_in(sentence, begin)
    if sentence.words[verb] in _RECALLS:
        return _is_called_back(sentence, begin)
    if sentence.words[verb] in _RULED:  # "ruled |warm seas| for ages", but "ruled |the| deal void"
        return _is_bare(sentence, begin)
    nouns = _GAINS.get(sentence.words[verb])
    head = None if nouns is None else _sum(sentence, begin)
    if nouns is not None and head is None:
        noun = sentence.noun_after(begin)
        if noun is None or any(map(sentence.is_marked, range(noun[0], noun[1] + 1))):
            return False
        clause = (k - 1 for k in range(begin + 1, noun[1] + 1) if sentence.words[k] in PERSONAL)
        head = min(head_at(sentence, noun), next(clause, noun[1]))
        head = head if sentence.words[head] in nouns else None
    return head is not None and not _is_subject(sentence, head)


def _is_called_back(sentence: Sentence, begin: int) -> bool:
    """Are goods called back: "the firm recalled |nearly 9,000 cars|", "toys recalled |in 2022|"?"""
    if sentence.word(begin) == "in":
        year, behind = sentence.word(begin + 1), sentence.words[begin:]
        told = "that" in behind or any(map(sentence.is_marked, range(begin, len(sentence))))
        return (year.isdigit() or year in TIMES) and not told
    while sentence.word(begin) in _MORE_OR_LESS | {"all", "an", "approximately", "estimated"}:
        begin += 1
    return sentence.word(begin)[:1].isdigit()


def is_tale(sentence: Sentence, begin: int) -> bool:
    """Is a story told and nothing said: "it tells |the tale of| an owl who lost her way"?"""
    first = begin + (sentence.word(begin) in DETERMINERS)
    told = (k for k in range(first, first + 3) if sentence.word(k) in _TALES)  # "a |very old| tale"
    noun = next(told, None)
    return noun is not None and sentence.word(noun + 1) in _BEHIND_TALES


def is_convened(sentence: Sentence, begin: int, marked: int) -> bool:
    """Is something called in and not named: "the party called |a strike|, “a last resort”, for"?"""
    noun = sentence.noun_after(begin)
    apart = noun is not None and sentence.word(marked - 1) in BREAKS
    return noun is not None and apart and sentence.words[noun[1]] in _CONVENED


def is_thing(sentence: Sentence, verb: int, begin: int) -> bool:
    """Is what is written or posted a thing, and no words: "she posted the “Hope” poster"?

    What a letter says follows, where a participle tells it: "wrote a letter to the mayor |urging|".
    Whom or what somebody cites ("citing two officials") is where it is from, and not what it is.
    """
    if sentence.words[verb] == "citing":
        return _is_source(sentence, begin)
    if sentence.word(verb - 1) in DOCUMENTS and sentence.words[verb] in PUBLISHED:
        return sentence.word(begin) in PREPOSITIONS  # "in a statement posted |on Facebook|"
    if sentence.words[verb] not in PUBLISHED or sentence.word(begin) not in _OWN:
        return False
    noun = sentence.noun_after(begin)
    words = sentence.words[noun[0] : noun[1] + 1] if noun else []
    if noun is not None and not DOCUMENTS.isdisjoint(words):
        return _is_told_behind(sentence, noun[1] + 1)
    return VOICE_NOUNS.isdisjoint(words) and sentence.clause(begin) is None


def ends_before(sentence: Sentence, verb: Verb) -> bool:
    """Is what was said over before a verb that has no words of its own?

    As in "Lee said it was late|, but Orr disagreed, telling them …" and "…|, citing two clerks".
    """
    left, behind = verb.left, verb.behind
    if sentence.word(left) in AGAINST:
        return sentence.word(behind) == "," and sentence.word(behind + 1).endswith("ing")
    return (
        sentence.words[verb.index] == "citing"
        and sentence.word(left) == ","
        and _is_source(sentence, behind)
    )


def _is_source(sentence: Sentence, begin: int) -> bool:
    """Is it people, a document or an outlet, and not what these say: "reports |that| it fell"?"""
    noun = sentence.noun_after(begin)
    if noun is None or any(map(sentence.is_marked, range(noun[0], noun[1] + 2))):
        return False
    words = sentence.masked[sentence.starts[noun[0]] : sentence.ends[noun[1]]]
    people = is_people(head_of(words)) and words[0].islower()
    return sentence.word(noun[1] + 1) != "that" and (
        people or is_document(words) or is_outlet_by_form(words)
    )


def _is_told_behind(sentence: Sentence, first: int) -> bool:
    """Does a participle of saying follow in the clause: "to the board |urging| it to go"?"""
    for k in range(first, min(len(sentence), first + _FURTHEST_TOLD)):
        if sentence.words[k] in BREAKS or sentence.is_marked(k):
            return False
        if sentence.words[k].endswith("ing") and cue_classes().get(sentence.words[k]):
            return True
    return False


def _is_put_in(sentence: Sentence, begin: int) -> bool:
    """Is a thing added and nothing said: "the board added |a fish pass on Wednesday|"?"""
    while sentence.word(begin + 1) and sentence.words[begin] in _MORE_OR_LESS - {"a"}:
        begin += 1  # "added |just| seven centimetres"
    noun = sentence.noun_after(begin)
    opener = sentence.word(begin)
    counted = opener in _INDEFINITE or opener[:1].isdigit()
    if noun is None or not (counted or _is_bare(sentence, begin)):
        return False
    for k in range(begin, len(sentence)):
        if sentence.words[k] == ":" and not counted:
            return False  # "she added warily: …"
        if k > noun[1] and sentence.words[k] in BREAKS | RELATIVES:
            return True
        if sentence.is_marked(k) or sentence.words[k] in _CLAUSES:
            return False
        plural = not counted and sentence.words[k].endswith("s")
        if k > noun[1] and sentence.looks_finite(k) and not plural:
            return False
    return True


def _is_bare(sentence: Sentence, begin: int) -> bool:
    """Is it a noun by itself, and no name: "adding |strain| to the wards"?"""
    word = sentence.word(begin)
    plain = word.isalpha() and sentence.raw[begin].islower() and not word.endswith("ly")
    return plain and word not in _NO_NOUNS


def _sum(sentence: Sentence, begin: int) -> int | None:
    """Give the last token of a sum of money: "more than |£21,000|"."""
    while sentence.word(begin) in _MORE_OR_LESS:
        begin += 1
    if sentence.word(begin).startswith(_CURRENCIES):
        return begin + (sentence.word(begin + 1) in _MILLIONS)
    counted = sentence.word(begin)[:1].isdigit() and sentence.word(begin + 1) in _COINS
    return begin + 1 if counted else None


def _is_subject(sentence: Sentence, head: int) -> bool:
    """Does a verb follow whose subject a noun is: "the money |was| hers"?"""
    if head + 1 < len(sentence) and sentence.looks_finite(head + 1):
        return True
    for k in range(head + 1, len(sentence)):
        if sentence.words[k] in _OVER:
            return False
        if sentence.is_marked(k) or (
            sentence.words[k] in AUXILIARIES and not sentence.is_name(k)  # "in May"
        ):
            return True
    return False

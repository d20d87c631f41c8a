"""What clauses open with: in comes narration, out come documents and people without a name.

"Three people who worked in the office described …", "The 1957 manual, published in Riga, lists …":
whoever opens a clause and is the subject of a verb of telling is where it goes back to, also where
attribution sees nothing that is said. It is its own file because it looks at subjects alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onix.model import Quote, Span
from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.names.origins import head_of, is_document, is_people, without_heap
from onix.reading.provenance.behind import is_named_behind, is_periodical
from onix.reading.provenance.narration import Found, Narration
from onix.reading.provenance.sources import NOT_YET
from onix.reading.provenance.tellings import (
    ALL,
    HOLDING,
    JOINTS,
    LEADS,
    OF_DOCUMENTS,
    OF_PEOPLE,
    SEEMS,
    find_second_verb,
    find_trailing,
    find_verb,
    is_held,
    is_told,
    refuses,
)
from onix.reading.words import sections, verb_forms

_LISTS = sections("documents")
_DOCUMENTS = frozenset(entry.rpartition(" ")[2] for entry in _LISTS["nouns"])
_KEPT = frozenset(_LISTS["kept"]) - frozenset(_LISTS["telling"])
_SOMEBODY = frozenset(sections("people")["somebody"])
_SHOWING = verb_forms("cues", "show")
_OTHER_THAN_NOUNS = PREPOSITIONS | {"to"} | STOPS | RELATIVES | AUXILIARIES | ADVERBS | BREAKS
_BEFORE_NOUNS = (DETERMINERS - PREPOSITIONS) | {"one"}
# "a person |close| to the talks"
_NOUN_CLAUSES = frozenset(sections("grammar")["noun_clauses"])
# "hoteliers |there| say"
_PLACES = frozenset({"there", "here", "nearby"})
_HEAPS = frozenset(_LISTS["heaps"])
_HEAPED = 4  # words
_LONGEST_NOUN = 8  # words
_TELLING = ALL | {"declined", "declines", "refused", "refuses", "would", "wouldn’t", "wouldn't"}
_LOOK_AHEAD = 260
# "…, a clerk with knowledge of it |said on Friday.|"
_CLOSING = re.compile(
    r"\b(?:said|says?|(?:told|tell)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+)"
    r"(?:\s+(?:on|last|this|late|early|in)\s+(?:\w+\s+)?\w+|\s+\w+day|\s+yesterday|\s+today)?[^\w\x01]*$"
)
_CLOSE_REACH = 140  # characters
_CLOSE_COMMAS = 2
_CITED = 6  # words from "said" to a document
_SAYING = frozenset({"said", "says", "saying", "that"})
_THEM = frozenset({"them", "those", "us"})
# "it was shut |after| residents objected", but what a single neighbour did is as a rule no telling
_REASONS = frozenset({"after", "because"})
_SINGLE = frozenset({"a", "an", "one", "someone", "somebody", ","})
# "|Asked| whether it had left, an officer would not comment"
_ASKED = frozenset({"asked", "pressed", "contacted", "reached", "approached", "speaking"})
# "|The| officials would not say": whoever they are was told before
_KNOWN = DETERMINERS - {"a", "an"}


def find_openings(narration: Narration) -> Iterator[Found]:
    """Give the documents and the people without a name that tell something, clause by clause."""
    masked = narration.masked
    for sentence in narration.sentences:
        yield from _closes(narration, sentence)
        reach = min(sentence.end, sentence.start + _LOOK_AHEAD)
        if not _may_open(masked[sentence.start : reach]):
            continue
        opening = NOT_YET.match(masked, sentence.start, reach)
        words = Sentence(masked, opening.end() if opening else sentence.start, reach)
        for first in _clauses(words):
            yield from _subject(narration, words, first)
        for first in _contents(words):
            yield from _subject(narration, words, first, shows=True)


def _closes(narration: Narration, sentence: Span) -> Iterator[Found]:
    """Give who a sentence closes with: "It was sold, a clerk with knowledge of it said."."""
    first = max(sentence.start, sentence.end - _CLOSE_REACH)
    if not _CLOSING.search(narration.masked, first, sentence.end):
        return
    commas = [k for k in range(first, sentence.end) if narration.masked[k] == ","]
    for comma in reversed(commas[-_CLOSE_COMMAS:]):
        words = Sentence(narration.masked, comma + 1, sentence.end)
        found = [each for each in _subject(narration, words, 0) if each[0] == "unnamed"]
        if found:
            yield from found
            return


def _may_open(text: str) -> bool:
    """Tell quickly whether a clause of a sentence can open with a source and tell something."""
    words = text.lower().split()
    if _TELLING.isdisjoint(word.rstrip(",:") for word in words):
        return False
    joints = (k + 1 for k, word in enumerate(words) if word in JOINTS | _REASONS or word[-1] == ";")
    for first in (0, *joints):
        opens = words[first] if first < len(words) else ""
        reach = first + _LONGEST_NOUN * (2 if opens in LEADS else 1)
        if opens in PERSONAL:
            continue
        if any(_is_source(word.rstrip(",")) for word in words[first:reach]):
            return True
    return any(
        word in _SAYING and not _DOCUMENTS.isdisjoint(words[k + 1 : k + _CITED])
        for k, word in enumerate(words)
    )


def find_introduced(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the people without a name who are brought in before they speak: "A clerk shrugged. “…,”
    she said."
    """
    for quote in quotes:
        source = quote.source[0] if quote.source and quote.marked else None
        if source is None or quote.speaker or source.text.lower() not in ("he", "she"):
            continue
        start = min(source.start, quote.content[0].start)
        number = narration.number_at(start)
        if not number or narration.is_paragraph(number):
            continue
        before = narration.sentences[number - 1]
        words = Sentence(
            narration.masked, before.start, min(before.end, before.start + _LOOK_AHEAD)
        )
        head = _head(words, 0)
        if head is None or words.word(0) not in ("a", "an", "another", "one"):
            continue
        region = words.starts[0], words.ends[head]
        phrase = narration.masked[slice(*region)]
        known = is_named_behind(narration.masked, *region) or is_document(phrase)
        if not known and narration.origins.kind(phrase, named=False, sure=True) == "unnamed":
            yield narration.found("unnamed", region)


@lru_cache(1 << 13)
def _is_source(word: str) -> bool:
    return word == "other" or word in _DOCUMENTS or word in _SOMEBODY or is_people(word)


def _clauses(words: Sentence) -> Iterator[int]:
    """Give the tokens with which main clauses begin, behind what leads up to them."""
    joined = (
        k + 1
        for k in range(1, len(words) - 2)
        if words.words[k] == ";"
        or (words.words[k - 1] == "," and words.words[k] in JOINTS)
        or (words.words[k] in _REASONS and words.words[k + 1] not in _SINGLE)
    )
    for first in (0, *joined):
        while words.word(first) in COORDINATORS | BREAKS:
            first += 1
        if words.word(first) in LEADS | _ASKED:
            far = 2 if words.word(first) in _ASKED else 1
            reach = range(first, min(len(words), first + far * _LONGEST_NOUN))
            first = next((k + 1 for k in reach if words.words[k] == ","), first)
        yield first


def _contents(words: Sentence) -> Iterator[int]:
    """Give the tokens with which clauses begin that somebody says: "Lee said |records| show …"."""
    for k in range(1, len(words) - 2):
        if words.words[k] in _SAYING and words.words[k + 1] not in _SAYING | BREAKS:
            yield k + 1


def _subject(
    narration: Narration, words: Sentence, first: int, *, shows: bool = False
) -> Iterator[Found]:
    """Give what a clause opens with, if it is a source and tells something.

    Args:
        shows: Only documents, and only where they show it.
    """
    head = _head(words, first)
    if head is None:
        return
    region = words.starts[first], words.ends[head]
    phrase = without_heap(narration.masked[slice(*region)])
    of_document = is_document(phrase)
    if (of_document and head_of(phrase) in _KEPT) or (shows and not of_document):
        return
    if of_document and is_periodical(narration.masked, *region):
        return
    telling = OF_DOCUMENTS if of_document else OF_PEOPLE
    if not of_document:
        telling |= HOLDING
    verb = find_verb(words, head + 1, telling)
    if verb is None and not shows:
        verb = find_second_verb(words, head + 1, telling)
    if verb is None and not shows:
        verb = find_trailing(words, head + 1)
    if verb is None or not is_told(words, verb, of_document):
        return
    if shows and words.words[verb] not in _SHOWING:
        return
    if not of_document and refuses(words, verb) and words.word(first) in _KNOWN:
        return  # of whom nothing but that is told
    if words.words[verb] in HOLDING and not is_held(words, head, verb):
        return
    kind = narration.origins.kind(phrase, named=narration.is_named(*region), sure=True)
    if phrase == "People" and words.word(head + 1) in RELATIVES | PREPOSITIONS:
        kind = "unnamed"  # "People who work there say", which is no magazine
    named = not of_document and is_named_behind(narration.masked, *region)
    named = named or narration.is_lead(*region)
    if kind == ("document" if of_document else "unnamed") and not named:
        yield narration.found(kind, region)


def _head(words: Sentence, first: int) -> int | None:
    """Give the last token of a noun for a source, with nothing but what belongs to it before."""
    heap = words.words[first : first + _HEAPED]
    if "of" in heap and not _HEAPS.isdisjoint(heap[: heap.index("of")]):
        first += heap.index("of") + 1  # "a new batch of |e-mails|"
    for k in range(first, min(len(words), first + _LONGEST_NOUN)):
        word = words.words[k]
        if _is_source(word) and _ends_noun(words, k + 1):
            return k if _is_noun(words, k, first) and _is_of_people(words, k) else None
        if not word[0].isalnum() or (k > first and not _may_describe(words, k)):
            return None
        if word in _OTHER_THAN_NOUNS | PRONOUNS and word not in _BEFORE_NOUNS:
            return None
    return None


def _is_noun(words: Sentence, k: int, first: int) -> bool:
    """Is what may be a verb a noun: "court |records| show", but not "Reuters |reports| that"?"""
    after = words.word(k + 1)
    named = words.is_name(k - 1) and words.word(k - 1) not in DETERMINERS
    verb = words.words[k] in ALL and k > first and named
    return not verb or after in PREPOSITIONS or (after in ALL and after != "that")


def _may_describe(words: Sentence, k: int) -> bool:
    """May token `k`, within a noun phrase, say more of its noun, and be no verb?"""
    word, before = words.words[k], words.words[k - 1]
    if words.is_name(k) or word.endswith(("’s", "'s", "s’", "s'")):
        return True
    if word.endswith("ly"):
        after = words.word(k + 1)
        return after.endswith(("ed", "ing")) or (before in DETERMINERS and _is_source(after))
    if word in ALL or word.endswith("ed"):
        return before in DETERMINERS or before.endswith("ly") or before.isdigit()
    return not word.endswith("s") or k < 2 or before in DETERMINERS


def _is_of_people(words: Sentence, k: int) -> bool:
    """Is "many" or "one" somebody: not "many of the moons"?"""
    if words.words[k] not in _SOMEBODY or words.word(k + 1) != "of":
        return True
    return any(word in _THEM or is_people(word) for word in words.words[k + 2 : k + _LONGEST_NOUN])


def _ends_noun(words: Sentence, k: int) -> bool:
    """Does a noun phrase end before token `k`?"""
    word = words.word(k)
    ending = word.endswith(("ed", "ing", "ly")) or word in ALL or word == "made"
    if words.words[k - 1] == "one" and word.endswith("ing"):
        return False  # "one reporting station"
    if word.endswith("ing") and word not in ALL and is_people(words.word(k + 1)):
        return False  # "its chief |operating| officer"
    if word in _DOCUMENTS and words.word(k + 1) in ALL | _SHOWING:
        return False  # "a police |report| says"
    ending = ending or (word in SEEMS and words.word(k + 1) == "to")
    ending = ending or (word in _PLACES and words.word(k + 1) in ALL)
    return ending or word in _OTHER_THAN_NOUNS | _NOUN_CLAUSES or words.is_marked(k)

"""Whom and what "according to" and "per" name: in come narration and quotes, out come sources.

It is its own file because these two words say by themselves that a source follows, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onix.model import Quote, Span
from onix.reading.grammar.function_words import ARTICLES, COORDINATORS, PREPOSITIONS
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.quotemarks import find_stems
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import (
    CAPITAL,
    NO_NAME,
    head_of,
    is_cited,
    is_document,
    is_thing,
    is_titled,
    noun_in,
)
from onix.reading.provenance.behind import NAME_BEHIND
from onix.reading.provenance.narration import Found, Narration
from onix.reading.words import sections

_NORMS = frozenset(sections("documents")["norms"])
_BY_OUTLET = re.compile(rf"\s+(?:by|from|in)\s+(?P<name>(?:the\s+)?{CAPITAL}(?:\s+{CAPITAL})*)")
# "according to |his statement| a clerk knew", but "one of |the clerks|"
_BEFORE_ARTICLES = PREPOSITIONS | COORDINATORS | {"all", "both", "half"}
_ASKING = frozenset({"what", "which", "whom", "who", "how", "where", "whether"})
_THEY = frozenset({"he", "she", "they", "we", "i"})
# "according to |a menu|", "|his own tax return|", "|tickets| collected there", not "the bank"
_ONE_OF_MANY = re.compile(
    r"an?\s|(?:his|her|their|my)\s(?:own\s)?|the\s(?:[a-z]+\s){1,3}of\san?\s|[a-z]+s(?:\s(?:from|in|of|at|\w+ed)\b|$)"
)
_ADVERB = re.compile(r"\s\w+ly$")
_LOOK_AHEAD = 120
_LOOK_BACK = 60
# "by the city’s |count|", "by the |estimate| of the owner", but not "by her own account"
_COUNTS = ("ccount", "ount ", "ount,", "stimate", "eckoning", "alculation", "rithmetic")
_BY_OWNER = re.compile(
    rf"\b[Bb]y\s+(?P<owner>our(?=\s)|(?:{NO_NAME}[\w-]+\s+){{0,3}}?[\w-]+(?=[’']))(?:[’']s|(?<=s)[’'])?"
    r"\s+(?:\w+\s+)?$"
)
# Behind it goes on what is counted, but no noun: "the bank’s |account| holder".
_COUNTED = re.compile(
    r"\w+(?=\W*$|[^\w\s]|\s+(?:\d+|an?|the|about|around|at|nearly|some|more|less|only"
    r"|is|are|was|were|has|have|had)\b)"
)
_OF_OWNER = re.compile(r"[a-z]+\s+of\s+(?!\d)")
_PER = re.compile(r"[,(—–]\s*$")


def find_accordings(narration: Narration, quotes: Sequence[Quote] = ()) -> Iterator[Found]:
    """Give whom and what "according to" names, and by whose count something is so."""
    speakers = {quote.source[0].start: quote.speaker for quote in quotes if quote.source}
    for (start, end), sentence in (*_according(narration), *_by_count(narration)):
        text = narration.masked[start:end]
        if text == "our":
            yield "own", None, (start, end)
            continue
        head = head_of(text)
        if head == "reporting" and (by := _BY_OUTLET.match(narration.masked, end, sentence.end)):
            yield narration.found("outlet", by.span("name"))
            continue
        if head in _NORMS or head == "interview":
            continue  # "acted according to its rules"; an interview is with an outlet
        name = narration.name_in(start, end)
        outlet = narration.origins.is_outlet(text)
        behind = None if outlet else NAME_BEHIND.match(narration.masked, end, sentence.end)
        if behind:
            name, end = name or behind.group("name"), behind.end()
        kind = narration.origins.kind(text, named=name is not None, sure=True)
        if kind is None:
            name = name or speakers.get(start)
            unnamed = name is None and narration.origins.are_people(text)
            thing = name is None and _ONE_OF_MANY.match(text) and is_thing(text)
            thing = thing or is_cited(text)
            kind = "unnamed" if unnamed else "document" if thing else "named"
        if kind == "document":  # "a memo | kept secret since"
            noun = _ADVERB.sub("", noun_in(text))
            end = start + len(noun if is_document(noun) else noun_in(text))
        yield narration.found(kind, (start, end), name)


def _according(narration: Narration) -> Iterator[tuple[Region, Span]]:
    """Give the nouns behind "according to", each with its sentence."""
    for position, sentence in narration.places(("ccording to ",)):
        noun = _noun_at(narration, position + len("according to "), sentence)
        if noun is not None:
            yield noun, sentence


def _by_count(narration: Narration) -> Iterator[tuple[Region, Span]]:
    """Give by whose count or account something is so, each with its sentence."""
    for position, sentence in narration.places(_COUNTS):
        first = max(sentence.start, position - _LOOK_BACK)
        owner = _BY_OWNER.search(narration.masked, first, position)
        if owner is not None and _COUNTED.match(narration.masked, position, sentence.end):
            yield owner.span("owner"), sentence
        elif narration.masked.endswith("by the ", first, position):
            of = _OF_OWNER.match(narration.masked, position, sentence.end)
            noun = _noun_at(narration, of.end(), sentence) if of else None
            if noun is not None:
                yield noun, sentence


def _noun_at(narration: Narration, begin: int, sentence: Span) -> Region | None:
    words = Sentence(narration.masked, begin, min(sentence.end, begin + _LOOK_AHEAD))
    # "her" is somebody, and begins "her lawyer".
    first = int(words.word(0) == "her" and words.word(1).isalpha())
    noun = words.noun_after(first)
    if noun is None or words.words[0] in _ASKING:
        return None  # "according to |what| it costs"
    cut = (
        k
        for k in range(1, noun[1] + 1)
        if (words.words[k] in ARTICLES and words.words[k - 1] not in _BEFORE_ARTICLES)
        or words.words[k] in _THEY  # "according to |his wife| he left"
        or words.words[k : k + 2] == ["such", "as"]  # "|experts| such as Ann Lee"
        or (words.is_name(k) and is_titled(words.raw[k - 1]))
    )
    return words.offsets((0, next(cut, noun[1] + 1) - 1))


def find_pers(narration: Narration) -> Iterator[Found]:
    """Give the documents, outlets and bodies that "per" names: "…, per the police report"."""
    for position in find_stems(narration.masked, (" per ", "(per ", "Per ")):
        position += narration.masked[position] != "P"
        begin, number = position + len("per "), narration.number_at(position)
        if number is None:
            continue
        sentence = narration.sentences[number]
        words = Sentence(narration.masked, begin, min(sentence.end, begin + _LOOK_AHEAD))
        noun = words.noun_after(0)
        somebody = narration.masked[position] == "P" and position > sentence.start
        if noun is None or somebody:
            continue  # "led by |Per| Olav Lund"
        start, end = words.offsets(noun)
        text = narration.masked[start:end]
        name = narration.name_in(start, end)
        kind = narration.origins.kind(text, named=name is not None, sure=True)
        apart = _PER.search(narration.masked, max(sentence.start, position - 3), position)
        if kind == "document" and noun[0] == noun[1]:
            continue  # "$5 per post"
        if kind in ("document", "outlet", "own"):
            yield narration.found(kind, (start, end), name)
        elif apart and (kind == "unnamed" or name is not None):
            yield narration.found(kind or "named", (start, end), name)

"""Whether who is named behind other words is of them: "an aide to |Lee|", "head of arts |Lee|".

In come the words of a source before a name in it, out goes whether somebody else speaks. It is its
own file because titles and the bodies they are held at have an "of", too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.model import Mention
from onix.reading.grammar.function_words import ADVERBS
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of

_TITLES = "|".join(sorted(words_of("names", "titles")))
_RUN = "|".join(sorted({*words_of("leading", "runs"), *words_of("leading", "chairs")}))
# "a friend of |Ann Lee|", "the arrest of suspect |Ann Lee|"
OF_ANOTHER = re.compile(r"\b(?:of|for|to|by|from|with|against)\s+(?:[\w’']+\.?\s+){0,2}$", re.I)
_PLACED = re.compile(r"\b(?:in|at|behind)\s+(?:the\s+)?$")  # "a man in |Sollen|"
# "the Minister for Health |Ann Lee|" is she, "an aide to President |Ann Lee|" is not.
_OFFICE = re.compile(
    rf"\b(?:of|for)\s+(?:the\s+)?(?:(?!(?!opposition)(?:{_TITLES})\b)(?-i:[A-Z])[\w-]+\s+){{1,3}}$"
    r"|\b(?:ambassador|envoy|delegate)s?\s+to\s+(?:the\s+)?(?:(?-i:[A-Z])[\w-]+\s+){1,3}$",
    re.I,
)
# "deputy head of communications |Ann Lee|", not "the head of actor |Ann Lee|"
_FIELD = re.compile(
    rf"\b(?:{_RUN})\s+of\s+((?:[a-z-]+\s+){{1,2}}(?:(?<=\sand\s)[a-z-]+\s+)?)$", re.I
)
# "Ships for Peace founder |Ann Lee|": a body that is not known for one
_BODY = re.compile(
    r"([A-Z][\w’'-]*)\s+(?:of|for|to|with|against)\s+(?:[A-Z][\w’'-]*\s+){1,2}([a-z-]+)\s+$"
)
_SOURCES = frozenset(sections("people")["sources"])
_NO_FIELDS = frozenset({"late", "former", "then", "fellow", "young", "old", "the", "his", "her"})


def is_somebody(noun: str) -> bool:
    """Does a noun say what a person is: "official", "aides", "lawyer"?"""
    return noun in _SOURCES or bool(nouns_in(noun)) or bool(nouns_in(noun.removesuffix("s")))


def are_others(noun: str) -> bool:
    """Does the last word of a source say that it is others than who is named before it?"""
    are_many = noun.endswith("s") and noun not in ADVERBS
    return are_many or is_somebody(noun) or noun in words_of("roles", "bodies")


def lead_up_to(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """Give the words before a name, without those of the names of bodies: "Bank Governor".

    Args:
        mentions: Those in these words, in order.
    """
    lead = text[start:end]
    for mention in reversed(mentions):
        first, last = mention.span.start - start, mention.span.end - start
        if mention.kind == "organisation" and first >= 0 and mention.span.end < end:
            lead = lead[:first] + mention.span.text.partition(" ")[0] + lead[last:]
    return lead


# "the University of Riga’s Prof |Ann Lee|", whose the name before is
_OF_THEIRS = re.compile(
    rf"\b[A-Z]\w+\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w-]+\s){{0,2}}[A-Z][\w-]+[’']s\s(?:(?i:{_TITLES})\.?\s)?$"
)


def is_of_another(lead: str, *, is_person: bool) -> bool:
    """Is it somebody else than whoever is named behind these words?

    Args:
        lead: The words before the name, in which each name of a body is one word.
        is_person: The name is a person's.
    """
    if _PLACED.search(lead):
        return True
    if is_person and _OF_THEIRS.search(lead):
        return False
    return OF_ANOTHER.search(lead) is not None and not (is_person and _is_title(lead))


def _is_title(lead: str) -> bool:
    """Do the words before somebody's name say what they themselves are?"""
    if _OFFICE.search(lead):
        return True
    field = _FIELD.search(lead)
    if field is not None:
        words = field.group(1).lower().split()
        return not any(nouns_in(word) or word in _NO_FIELDS for word in words)
    body = _BODY.search(lead)
    if body is None:
        return False
    first = body.group(1).lower()  # "Friends of Tarn clerk |Ann Lee|" are others
    others = nouns_in(first) or nouns_in(first.removesuffix("s"))
    return bool(nouns_in(body.group(2))) and not others

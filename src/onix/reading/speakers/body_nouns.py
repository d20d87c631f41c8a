"""What a body is: a place where it is named in, nouns like "insurer" and "union" out.

Its name tells it, and what stands beside the name. It is its own file because people are said to
be something in other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from onix.model import Mention
from onix.reading.grammar.function_words import DETERMINERS, PREPOSITIONS, cue_classes
from onix.reading.grammar.quotemarks import MASK
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.names.namings import is_outlet
from onix.reading.names.organisations import is_of_company
from onix.reading.names.origins import is_outlet_by_form
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of

_INSERTION = re.compile(rf",\s([^,.;:!?\n()“”\"{MASK}]{{2,90}})|\s\([^()\n]{{1,30}}\)")
_WORDS = re.compile(r"\w[\w’'-]*")
_LEADS = re.compile(r"(?:[\w-]+ ){1,3}\Z")
_BEFORE = 30  # characters before a name within which it is said what it is
_ENDS = words_of("grammar", "noun_prepositions") | words_of("grammar", "noun_clauses")
_UNIONS = frozenset({"association", "league", "federation", "brotherhood", "union"})
_NO_WORKERS = frozenset(
    word for part in ("members", "kin", "anybody", "peoples") for word in words_of("roles", part)
)


@cache
def _named() -> dict[str, str]:
    """Give what bodies are by the last word of their name: "Mutual" is an insurer."""
    found: dict[str, str] = {}
    for entry in sections("roles")["named"]:
        endings, _, noun = entry.partition(" = ")
        found |= dict.fromkeys(endings.split(), noun)
    return found


@cache
def _public() -> dict[str, tuple[str, ...]]:
    """Give what bodies of a state are by their name: NASA is an agency, and "the space agency"."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in sections("roles")["public"]:
        names, _, words = entry.partition(" = ")
        found |= dict.fromkeys(names.split(", "), tuple(words.split()))
    return found


def nouns_of_body(masked: str, mention: Mention) -> set[str]:
    """Read "the insurer Southern Acre", "Southern Acre, an insurer," and "Acre Bank"."""
    start, end = mention.span.start, mention.span.end
    name = words_of_name(mention.name or mention.span.text)
    # "Office of Rail and Road" is an office, "Court Sports Fund" no court.
    ends = next((k for k, word in enumerate(name) if k and word in _ENDS), len(name))
    head = name[0] if name[0] == "club" else name[ends - 1]
    words = [
        head,
        name[-1],
        *masked[max(0, start - _BEFORE) : start].lower().rstrip(", ").split()[-1:],
    ]
    if head in _named():
        words.append(_named()[head])
    if (public := _public().get(" ".join(name))) is not None:
        words.append(public[0])
    if _is_union(name):
        words.append("union")
    if is_of_company(masked, start, end):
        words.append("company")
    inserted = _INSERTION.match(masked, end)
    if inserted is not None and (inserted.group(1) or "")[:1].islower():
        plain = _WORDS.findall(inserted.group(1).lower())
        stop = next((k for k, word in enumerate(plain) if word in _ENDS), len(plain))
        # "a fund based in Riga" has its noun before "based"; not so "said the college".
        opens = plain[0] in DETERMINERS - PREPOSITIONS if plain else False
        is_verb = plain[0].endswith(("ed", "ing")) or plain[0] in cue_classes()
        if opens or not is_verb:
            words += plain[:stop] if opens else plain[max(0, stop - 1) : stop]
    return set(words_of("roles", "bodies").intersection(words))


def words_of_body(masked: str, mention: Mention) -> set[str]:
    """Give what else is said of a body beside its name: "|Norwegian| rival Fjordmat"."""
    start, end = mention.span.start, mention.span.end
    lead = _LEADS.search(masked, max(0, start - _BEFORE), start)
    words = set() if lead is None else set(lead.group().lower().split())
    inserted = _INSERTION.match(masked, end)
    plain = _WORDS.findall((inserted.group(1) or "").lower()) if inserted is not None else []
    if plain and plain[0] in DETERMINERS - PREPOSITIONS:
        stop = next((k for k, word in enumerate(plain) if word in _ENDS), len(plain))
        words.update(plain[1:stop])
    name = " ".join(words_of_name(mention.name or mention.span.text))
    return words | set(_public().get(name, ())[1:])


def _is_union(name: Sequence[str]) -> bool:
    """Is a body one of workers by its name: "Dockers' League", "Association of Engineers"?"""
    if _UNIONS.isdisjoint(name):
        return False
    plural = [word.strip("’'") for word in name if word.strip("’'").endswith("s")]
    found = [set(nouns_in(word[:-1])) for word in plural]
    return any(nouns and _NO_WORKERS.isdisjoint(nouns) for nouns in found)


def is_body_by_name(name: str, others: Set[str]) -> bool:
    """Is this a body that has a word for something else in its name: "the Lund Records Office"?

    Not "Tarn Records" nor "The News & Record".

    Args:
        others: Words for documents and for people, in lower case.
    """
    words = _WORDS.findall(name.lower())
    if "&" in name or is_outlet_by_form(name) or is_outlet(name.partition(" and ")[0]):
        return False
    bodies = words_of("roles", "bodies") | words_of("roles", "companies")
    return words[-1] in bodies or (words[-1] not in others and not bodies.isdisjoint(words))

"""When two words mean the same thing closely enough: stems, synonyms, nationalities, numbers.

What comes in is a pair of lower-cased words, what goes out how well they match, from 0 to 1.
The lists are data in `words/`. Only close pairs are in them: a loose pair would make Onix answer
what nobody said.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from os.path import commonprefix
from typing import Any, Final

SYNONYM: Final = 0.75
DERIVED: Final = 0.85
# What a stem may have more than another of its family: "parliament", "parliamentari".
ENDINGS: Final = frozenset(
    " i e r st er or ist ism ian an li al ial enti ari ori at it ic en ri ion ship hood u ur es "
    "ment ant anc ul iv t pt ician man".split(" ")
)
# How the ends of two stems of a family may differ: "decid" and "decis", "resolv" and "resolut".
CHANGES: Final = frozenset(
    frozenset(each.split("/"))
    for each in "d/s d/ss t/ss c/t c/ti ci/t si/t m/t f/v v/ut b/pt v/pt r/st an/en in/n".split()
)


def _lines(name: str) -> list[str]:
    text = files("onix.jobs.ask").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _numbers() -> dict[str, str]:
    return {word: value for line in _lines("numbers.txt") for value, word in [line.split()]}


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines("irregular.txt"):
        base, _, forms = line.partition(":")
        found |= dict.fromkeys(forms.split(), base)
    return found


@cache
def _unlike() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines("unlike.txt"):
        forms = line.split()
        found |= dict.fromkeys(forms, forms[0])
    return found


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give the stem of a lower-cased word, irregular forms led back first ("said" → "say").

    Of several words the first is led back: "handed over" → "hand over".
    """
    first, space, rest = word.partition(" ")
    if space:
        return f"{stem(first)} {rest}"
    word = word.replace("’", "'").removesuffix("'s").replace(".", "")
    word = _numbers().get(word, word)
    word = _irregular().get(word, word)
    if word in _unlike():
        return _unlike()[word]
    return str(_stemmer().stemWord(word))


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("synonyms.txt")):
        for word in line.split():
            found.setdefault(stem(word.replace("_", " ")), set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


def is_known(words: str) -> bool:
    """Is this row of lower-cased words in the list as one ("hand over", "united states")?"""
    return stem(words) in _groups()


@cache
def kinds() -> dict[str, str]:
    """What a noun asks for, by its stem: "country" → "place"."""
    found: dict[str, str] = {}
    for line in _lines("kinds.txt"):
        kind, _, words = line.partition(":")
        found |= {stem(word): kind for word in words.split()}
    return found


@cache
def words(name: str) -> frozenset[str]:
    """A set of `sets.txt` as written, lower-cased."""
    for line in _lines("sets.txt"):
        found, _, members = line.partition(":")
        if found == name:
            return frozenset(members.split())
    raise KeyError(name)


@cache
def stems(name: str) -> frozenset[str]:
    """A set of `sets.txt` by its stems."""
    return frozenset(map(stem, words(name)))


@lru_cache(maxsize=200_000)
def match(one: str, other: str) -> float:
    """How well two lower-cased words match: 1 the same stem, 0 nothing in common."""
    a, b = stem(one), stem(other)
    if a == b:
        return 1.0
    groups = _groups()
    if not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset())):
        return SYNONYM
    if _is_derived(a, b):
        return DERIVED
    return 0.0


def _is_derived(a: str, b: str) -> bool:
    """Do two stems differ only as words of one family do ("decid" and "decis")?"""
    if not (a.isalpha() and b.isalpha()) or not {a, b}.isdisjoint(_unlike().values()):
        return False  # "10000" begins like "100000", "take off" like "take over"
    shared = len(commonprefix((a, b)))
    rests = frozenset((a[shared:], b[shared:]))
    if shared >= 4 and rests in CHANGES:
        return True
    return shared >= 5 and "" in rests and rests <= ENDINGS

"""When two words mean the same thing closely enough: stems, synonyms, nationalities, numbers.

What comes in is a pair of lower-cased words, what goes out how well they match, from 0 to 1.
The lists are data in `words/`. They find the sentences worth reading, and what a refusal misses;
whether a sentence answers is not decided here.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

SYNONYM: Final = 0.75
DERIVED: Final = 0.85
# What a stem may have more than another of its family: "parliament", "parliamentari".
_MORE: Final = (
    "i e er or ist ism ian an li al ial enti ari ori at it ic en ri ion ship hood u ur es ment "
    "ant anc ul iv t pt ician man"
)
ENDINGS: Final = frozenset(("", *_MORE.split()))
# How the ends of two stems of a family may differ: "decid" and "decis", "resolv" and "resolut".
_DIFFERENT: Final = "d/s d/ss t/ss c/t c/ti ci/t si/t m/t f/v v/ut b/pt v/pt an/en in/n"
CHANGES: Final = frozenset(frozenset(each.split("/")) for each in _DIFFERENT.split())


def lines(name: str) -> list[str]:
    """Give the entries of a list in `words/`, one a line, remarks left out."""
    text = files("onix.reading").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _numbers() -> dict[str, str]:
    return {word: value for line in lines("number_words.txt") for value, word in [line.split()]}


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("irregular.txt"):
        base, _, forms = line.partition(":")
        found |= dict.fromkeys(forms.split(), base)
    return found


@cache
def _unlike() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("unlike.txt"):
        forms = line.split()
        found |= dict.fromkeys(forms, f"{forms[0]}=")  # no other word leaves such a stem
    return found


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


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


def is_irregular(word: str) -> bool:
    """Is a lower-cased word a form that follows no rule: "shot", "went"?"""
    return word in _irregular()


def _beginning(word: str) -> str:
    """What a word and its stem have in common ("cry" and "cri", "u.s." and "us")."""
    return word.replace(".", "")[:3].replace("y", "i")


@cache
def _thesaurus() -> tuple[tuple[tuple[str, ...], ...], dict[str, dict[str, list[int]]]]:
    """Give the lines of `synonyms.txt`, and each word by its beginning with where it stands."""
    groups = tuple(
        tuple(word.replace("_", " ") for word in line.split())
        if "_" in line
        else tuple(line.split())
        for line in lines("synonyms.txt")
    )
    numbers, irregular = _numbers(), _irregular()
    found: dict[str, dict[str, list[int]]] = {}
    for number, line in enumerate(groups):
        for word in line:
            first = word.partition(" ")[0]
            first = numbers.get(first, first)
            beginning = _beginning(irregular.get(first, first))
            found.setdefault(beginning, {}).setdefault(word, []).append(number)
    return groups, found


@cache
def row_ends() -> frozenset[str]:
    """What may follow the first word of a row ("over", "states"), as written."""
    return frozenset(word.partition(" ")[2] for line in _thesaurus()[0] for word in line)


@cache
def _places(beginning: str) -> dict[str, set[int]]:
    """The numbers of the lines of each stem that begins so: stems cost time, so no others."""
    found: dict[str, set[int]] = {}
    for word, numbers in _thesaurus()[1].get(beginning, {}).items():
        found.setdefault(stem(word), set()).update(numbers)
    return found


@lru_cache(maxsize=20_000)
def relatives(word: str) -> frozenset[str]:
    """Give the stems that share a line with a lower-cased word's stem, its own left out."""
    own = stem(word)
    groups, _ = _thesaurus()
    numbers = _places(_beginning(own.partition(" ")[0])).get(own, ())
    return frozenset(stem(each) for number in numbers for each in groups[number]) - {own}


@cache
def opposites(word: str) -> frozenset[str]:
    """Give the stems of what a word, in lower case, is not at the same time."""
    own = stem(word)
    found: set[str] = set()
    for line in lines("opposites.txt"):
        one, other = ({stem(each) for each in side.split()} for side in line.split(":"))
        if own in one:
            found |= other
        elif own in other:
            found |= one
    return frozenset(found - {own})


def is_known(words: str) -> bool:
    """Is this row of lower-cased words in the list as one ("hand over", "united states")?"""
    if words.partition(" ")[2] not in row_ends():
        return False
    row = stem(words)
    return row in _places(_beginning(row.partition(" ")[0]))


@lru_cache(maxsize=200_000)
def match(one: str, other: str) -> float:
    """How well two lower-cased words match: 1 the same stem, 0 nothing in common."""
    a, b = stem(one), stem(other)
    if a == b:
        return 1.0
    if b in relatives(one):
        return SYNONYM
    if is_derived(a, b):
        return DERIVED
    return 0.0


def is_derived(a: str, b: str) -> bool:
    """Do two stems differ only as words of one family do ("decid" and "decis")?"""
    if a[:4] != b[:4] or not (a.isalpha() and b.isalpha()):
        return False  # "10000" begins like "100000", "take off" like "take over"
    pairs = enumerate(zip(a, b, strict=False))
    shared = next((i for i, (x, y) in pairs if x != y), min(len(a), len(b)))
    rests = frozenset((a[shared:], b[shared:]))
    if shared >= 4 and rests in CHANGES:
        return True
    return shared >= 5 and "" in rests and rests <= ENDINGS

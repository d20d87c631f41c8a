"""People's names in headings: spans in which every word has a capital in, the names out.

"Ruiz Warns Varga" and "Reveals Stunning Thing Ruiz" are no names, though a model that goes by
capitals takes them for some; as full names they would leave open whom "Ruiz" means everywhere. It
is its own file because only where all words have capitals do these say nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from onix.reading.grammar.function_words import AUXILIARIES, DETERMINERS, cue_classes
from onix.reading.grammar.openings import SELLERS
from onix.reading.names.kinds import Found
from onix.reading.names.persons import first_names, nouns_in

_NO_HEADING = re.compile(r"\b[a-z]{5,}|[.!?]\s")
_ENDS = re.compile(r"[.?!](?!\w)|\n")
_CREDIT = re.compile(r"/(?:[A-Z]\w+ via )?\Z")  # "Odd Roe/Herald via |Getty Images|"
_CREDITED = 25  # characters
_SELLER = re.compile(SELLERS + " ")  # "Getty Images "
_LOWER = re.compile(r"\b[a-z]+\b")
_OFTEN = 3  # times that a full name stands whose first name nobody knows
_WORDS = 4  # of a heading, at least
_FULL = 2  # words of a full name
# What a name may stand behind at the beginning of a heading or a sentence.
_OPENING = (
    DETERMINERS | AUXILIARIES | {"former", "longtime", "onetime", "real", "team", "top"}
) - {
    "may",
    "will",
}
_ADVERB = 7  # letters, at least: shorter words in -ly are somebody's name as often ("Kelly")
_LETTERS = 3  # of a short form in capitals; two may be those of first names


def without_other_words(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out of people's names what headings and the beginnings of sentences say of them."""
    people = Counter(text[start:end] for start, end, kind in found if kind == "person")
    families: dict[str, set[str]] = defaultdict(set)
    for written, times in people.items():
        first, _, family = written.rpartition(" ")
        if first and (first.partition(" ")[0] in first_names() or times >= _OFTEN):
            families[family].add(written)
    lower: set[str] = set()
    kept = []
    for start, end, kind in found:
        written = text[start:end]
        credit, _, last = written.rpartition(" ")
        if kind != "place" and _CREDIT.search(text, max(0, start - _CREDITED), start):
            seller = _SELLER.match(text, start, end)
            rest = last if seller is None else text[seller.end() : end]
            if credit and (last in families or (seller is not None and rest in people)):
                start, kind = end - len(rest), "person"  # "Odd Roe/Larch Images |Lund| at the pier"
        if kind == "person" and " " in text[start:end]:
            if not lower:
                lower = set(_LOWER.findall(text))
            # Others tell that it is a family name: "Starling Lund" is not "|Starling| Lund".
            of_family = last in families and families[last] != {written}
            start = _behind_adjectives(text, start, end, lower, of_family=of_family)
            if _is_in_heading(text, start, end):
                start, end = _in_heading(text, start, end, families.keys())
        kept.append((start, end, kind))
    return kept


def _behind_adjectives(text: str, start: int, end: int, lower: Set[str], *, of_family: bool) -> int:
    """Give where a name begins behind what is said of somebody: "|Top| Ruiz aide quits".

    That is words that are nobody's first name, before a name that the text has alone, too.
    """
    if _is_first_name(text, start, text[start:end]):
        return start
    words = text[start:end].split(" ")
    first = words[0]
    while len(words) > 1 and _is_no_name(first, lower):
        rest = " ".join(words[1:])
        named = len(words) > 2 and words[1] in first_names()
        alone = of_family and all(_is_no_name(word, lower) for word in words[1:-1])
        if not (named or alone) or text.count(rest) == text.count(f"{first} {rest}"):
            break
        start += len(first) + 1
        del words[0]
        first = words[0]
    return start


def _is_no_name(word: str, lower: Set[str]) -> bool:
    """Is a word with a capital none of anybody's names: "Top", "Reportedly", "CNN"?

    Args:
        lower: The words that the text has in small letters.
    """
    small = word.lower()
    if word in first_names() or not word.isalpha():
        return False
    if small in lower or small in _OPENING or _SELLER.fullmatch(f"{word} "):
        return True
    told = small.endswith("ed") and small in cue_classes()  # "Added Ruiz"
    several = small.endswith("s") and bool(nouns_in(small[:-1]))  # "Professors Ruiz and Holt"
    letters = word.isupper() and len(word) >= _LETTERS
    says_how = small.endswith("ly") and len(small) >= _ADVERB
    return told or several or letters or says_how or small.endswith("ing")


def _is_first_name(text: str, start: int, whole: str) -> bool:
    """Is a word of grammar a first name here: "Will Lund left.", and not "Will Lund leave?"?"""
    if whole.partition(" ")[0] not in ("May", "Will"):
        return False
    ends = _ENDS.search(text, start)
    asked = ends is not None and ends.group() == "?"
    return not asked or re.search(rf"[a-z,] {re.escape(whole)}\b", text) is not None


def _is_in_heading(text: str, start: int, end: int) -> bool:
    """Does a name stand in a line in which all longer words have capitals, and nowhere else?"""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if len(line.split()) < _WORDS or _NO_HEADING.search(line) is not None:
        return False
    return text.count(text[start:end]) == 1


def _tells(word: str) -> bool:
    """Is this what a heading says that somebody does: "Says", "Warns"?"""
    return word.endswith("s") and bool(cue_classes().get(word.lower()))


def _in_heading(text: str, start: int, end: int, families: Set[str]) -> tuple[int, int]:
    """Give where the name is in words of a heading: "|Ana Ruiz| Warns Varga", "|Ruiz| Speech"."""
    words = text[start:end].split(" ")
    if _tells(words[-1]):
        named = " ".join(words[:-1])
        if text.count(named) > text.count(text[start:end]):  # "|Ruiz| Says"
            words, end = words[:-1], start + len(named)
    if len(words) == 1:
        return start, end
    at = next((k for k, word in enumerate(words[:-1]) if word in first_names()), None)
    if at is not None:
        longer = at > 0 or (len(words) > _FULL + 1 and words[-1] in families)
        kept = words[at : at + _FULL] if longer else words
        start += len(" ".join(words[:at])) + (at > 0)
        return start, start + len(" ".join(kept))
    if words[-1] in families:
        return end - len(words[-1]), end
    if words[0] in families:
        return start, start + len(words[0])
    return start, end

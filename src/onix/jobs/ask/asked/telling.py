"""Whose words answer a question that may have no verb of saying: in comes its tree, out come whose.

"How did Ann Lee defend the bridge?", "what reason did the mayor give", "what was the club's reply",
"why, in the director's view" ask for words of somebody as "what did Ann Lee say" does. They are
described here by the words of the question; who of a text is meant is found where the text is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from onix.jobs.ask.asked.terms import AUXILIARIES
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree
from onix.reading.words import verb_forms, words_of

_SAID: Final = ("say", "quote", "tell", "think", "judge", "name", "intend")  # cues.txt
_DESCRIBING: Final = "NJV"  # how the tags begin of words by which somebody is described
_ONESELF: Final = frozenset({"himself", "herself", "themselves", "itself"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words are asked for.

    Attributes:
        head: The noun or the last name, in lower case.
        names: Where it is a name, all of its words.
        others: What else describes whoever a noun means: "chief", "union".
        words: The places in the question of all these, and of the word that asks for words.
    """

    head: str
    names: frozenset[str]
    others: tuple[str, ...]
    words: frozenset[int]


def whose_words(tree: Tree) -> Asked | None:
    """Give whose words a question asks for; None where it asks for none, or of "he"."""
    found = _viewed(tree) or _subject(tree) or _owner(tree)
    if found is None:
        return None
    number, asks = found
    words = tree.words
    if words[number].text.lower() in _ONESELF and number:
        number -= 1  # "did Lee |himself| say"
    if words[number].tag[0] != "N":
        return None
    first, last = tree.edges[number]
    inside = range(first, last + 1)
    is_name = words[number].text[0].isupper() and number > 0
    names = {words[n].text.lower() for n in inside if words[n].text[0].isupper()}
    others = [
        words[n].text.lower() for n in inside if n != number and words[n].tag[0] in _DESCRIBING
    ]
    return Asked(
        words[number].text.lower(),
        frozenset(names if is_name else ()),
        () if is_name else tuple(others),
        frozenset((*inside, asks)),
    )


def _viewed(tree: Tree) -> tuple[int, int] | None:
    """Find "according to |Lee|", "in |Lee|'s view", "in the words of |Lee|"."""
    words = tree.words
    low = [each.text.lower() for each in words]
    for number, word in enumerate(low):
        if word == "according" and "to" in low[number + 1 : number + 2]:
            way = (n for n in range(number + 2, len(words)) if words[n].label == "pobj")
            who = next(way, None)
            return None if who is None else (who, number)
        is_view = word in words_of("asking", "views") and words[number].tag[0] == "N"
        if not is_view or low[words[number].head] not in {"in", "by"}:
            continue
        for child in tree.children[number]:
            if words[child].label == "poss":
                return child, number
            below = tree.children[child] if low[child] == "of" else ()
            who = next((n for n in below if words[n].label == "pobj"), None)
            if who is not None:
                return who, number
    return None


def _subject(tree: Tree) -> tuple[int, int] | None:
    """Find whose verb it is: "how did |Lee| defend", "what reason did |Lee| give".

    Why somebody did something, they may have said themselves, whatever it was.
    """
    words = tree.words
    low = [each.text.lower() for each in words]
    has_noun = any(lexicon.stem(each) in _stems("nouns") for each in low)
    found = []
    for number, word in enumerate(words):
        is_somebody = word.tag[0] == "N" or low[number] in _ONESELF
        if word.label != "nsubj" or not is_somebody or words[word.head].tag == "VBN":
            continue
        verb = lexicon.stem(low[word.head])
        first = tree.edges[number][0]
        asks = first > 0 and low[first - 1] in AUXILIARIES
        is_said = verb in _verbs() or (has_noun and verb in _stems("giving"))
        if is_said or (asks and "why" in low):
            found.append((not is_said, not asks, word.head, number))
    if not found:
        return None
    *_, verb_at, number = min(found)
    return number, verb_at


def _owner(tree: Tree) -> tuple[int, int] | None:
    """Find "|Lee|'s reply", where nothing but that is asked for."""
    words = tree.words
    for number, word in enumerate(words):
        if lexicon.stem(word.text.lower()) in _stems("nouns") and word.tag[0] == "N":
            owner = next((n for n in tree.children[number] if words[n].label == "poss"), None)
            if owner is not None and word.label in {"nsubj", "attr", "pobj", "dobj"}:
                return owner, number
    return None


@cache
def _verbs() -> frozenset[str]:
    forms = [form for section in _SAID for form in verb_forms("cues", section)]
    return frozenset(map(lexicon.stem, forms)) | _stems("verbs")


@cache
def _stems(section: str) -> frozenset[str]:
    return frozenset(map(lexicon.stem, words_of("asking", section)))

"""The words of a question that an answer has to bear out: in comes its tree, out come terms.

A name weighs most and a verb like "have" next to nothing: that decides which sentences are read, so
it is a file of its own. What a question asks for is found in `question.py`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree, Word

AUXILIARIES: Final = {
    "is", "are", "was", "were", "am", "be", "been", "being", "do", "does", "did", "has", "have",
    "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must",
    "'s", "’s", "'re", "'ve", "'d", "'ll",
}  # fmt: skip
LIGHT: Final = {"do", "have", "make", "take", "get", "be", "go", "give", "happen"}
_LIGHT_NOUNS: Final = {
    "idea", "thing", "things", "way", "issue", "matter", "fact", "question", "words", "kind",
    "type", "sort", "name",
}  # fmt: skip
_FUNCTION_TAGS: Final = {
    "DT", "IN", "TO", "CC", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "EX", "MD", "RP", "POS",
    "PDT", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "UH", "SYM", "NFP", "_SP",
}  # fmt: skip
# What says where somebody was, as "on board" does, and not only how words hang together.
_PLACING: Final = {"aboard", "inside", "outside"}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question that an answer has to bear out, and how much it weighs."""

    index: int
    word: str
    weight: float
    sort: Literal["name", "number", "noun", "verb", "other"]


def terms_of(tree: Tree, skip: Container[int | None], focus: int | None) -> Iterator[Term]:
    """Give the words that have to be borne out, in order.

    Args:
        skip: The words that ask.
        focus: The noun that is asked for, which an answer need not repeat.
    """
    words = tree.words
    particles = {word.head: word.text.lower() for word in words if word.label == "prt"}
    for number, word in enumerate(words):
        is_small = word.tag in _FUNCTION_TAGS and word.text.lower() not in _PLACING
        if number in skip or is_small or _is_auxiliary(tree, number):
            continue
        if _is_now(words, number):
            continue
        if number and words[number - 1].tag == "CD" and word.start == words[number - 1].end:
            continue  # "m" of "4.2m", which is one word in a text
        term = _term(number, _whole(words, number), focus, particles.get(number))
        if any(char.isalnum() for char in term.word):
            yield term


def _is_now(words: Sequence[Word], number: int) -> bool:
    """Does it only ask how it is at present: "at the |moment|", "these |days|", "|nowadays|"?"""
    word = words[number].text.lower()
    before = " ".join(each.text.lower() for each in words[max(0, number - 2) : number])
    return (
        word in {"nowadays", "currently", "presently"}
        or (word == "moment" and before == "at the")
        or (word == "days" and before.endswith("these"))
        or (word == "present" and before.endswith("at"))
        or (word in {"today", "now"} and number >= len(words) - 2)
    )


def _whole(words: Sequence[Word], number: int) -> Word:
    """Give a word, of a number with the unit that is written right behind it."""
    word = words[number]
    behind = words[number + 1 : number + 2]
    if (
        word.tag != "CD"
        or not behind
        or behind[0].start != word.end
        or not behind[0].text.isalpha()
    ):
        return word
    return replace(word, text=word.text + behind[0].text)


def _is_auxiliary(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    lower = word.text.lower()
    if word.label in {"aux", "auxpass"}:
        return True
    return lower in AUXILIARIES and (lexicon.stem(lower) == "be" or word.tag == "MD" or index == 0)


def _term(index: int, word: Word, focus: int | None, particle: str | None) -> Term:
    lower = word.text.lower().replace("-", " ")  # "Covid-19": the words of a text are cut there
    if particle is not None:
        return Term(index, f"{lower} {particle}", 1.6, "verb")
    if word.tag in {"NNP", "NNPS"} or (index > 0 and word.text[0].isupper()):
        return Term(index, lower, 3.0, "name")
    if word.tag == "CD" or any(char.isdigit() for char in word.text):
        return Term(index, lower, 2.5, "number")
    if lower in _PLACING:
        return Term(index, lower, 1.6, "noun")
    if word.tag.startswith("NN"):
        light = lower in _LIGHT_NOUNS
        return Term(index, lower, 0.5 if light else 0.6 if index == focus else 2.0, "noun")
    if word.tag.startswith("V"):
        # of "how long did it |last|" a text may say "the two-hour call", too
        is_light = lexicon.stem(lower) in LIGHT
        return Term(index, lower, 0.3 if is_light else 0.4 if lower == "last" else 1.6, "verb")
    return Term(index, lower, 0.8 if word.tag.startswith("JJ") else 0.4, "other")

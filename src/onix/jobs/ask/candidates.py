"""The stretches of a sentence that could be an answer: names, times, numbers, quotes, constituents.

What comes in is a sentence with its tree and marks, what goes out its candidates. Which of them
answers is not decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from onix.jobs.ask import lexicon
from onix.jobs.ask.vocabulary import Vocabulary
from onix.reading.syntax import Tree

LONGEST: Final = 30  # words; a longer stretch is a sentence, not an answer
_PUNCTUATION: Final = {".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "_SP", "SYM"}
_WHOLE: Final = {
    "person",
    "organisation",
    "place",
    "time",
    "duration",
    "money",
    "percent",
    "work",
    "event",
}
_NOMINAL: Final = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "poss", "conj", "appos"}
_CLAUSES: Final = {
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "pcomp",
    "ROOT",
    "conj",
    "csubj",
    "parataxis",
}


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to be searched for an answer; offsets count from its own first character.

    Attributes:
        marks: (start, end, kind) of names, times, figures and quoted words in it.
        aliases: For character offsets where a word starts, the lower-cased names it stands for.
        around: Words around the sentence that it may lean on, weighed by how close they stand.
        speaker: Who says the sentence or its quotation, lower-cased.
    """

    text: str
    tree: Tree
    marks: tuple[tuple[int, int, str], ...] = ()
    aliases: Mapping[int, frozenset[str]] = field(default_factory=dict)
    around: tuple[Vocabulary, ...] = ()
    speaker: frozenset[str] = frozenset()

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words, lower-cased."""
        return tuple(word.text.lower() for word in self.tree.words)

    @cached_property
    def units(self) -> tuple[tuple[int, str], ...]:
        """What a word of a question may match: each word, "hand over", "united states"."""
        words, lower = self.tree.words, self.lower
        found = list(enumerate(lower))
        for index, word in enumerate(words):
            if word.label == "prt":
                found.append((word.head, f"{lower[word.head]} {lower[index]}"))
            elif index + 1 < len(lower) and lexicon.is_known(f"{lower[index]} {lower[index + 1]}"):
                found.append((index, f"{lower[index]} {lower[index + 1]}"))
        return tuple(found)

    @cached_property
    def leans(self) -> bool:
        """Is there a pronoun in it, or "the call", that can stand for what was named before?"""
        return self.lower[0] in {"the", "this", "that", "these", "those"} or any(
            word.tag in {"PRP", "PRP$"} for word in self.tree.words
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.tree.words]

    def words_of(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word between two offsets, `end` left out; None if there is none."""
        first = bisect_left(self._starts, start)
        last = bisect_right(self._starts, end - 1) - 1
        return (first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last`, both included, that may answer; `head` is the word it hangs by."""

    first: int
    last: int
    head: int
    form: str
    kind: str


def candidates(sentence: Sentence) -> list[Candidate]:
    """Give every stretch that may answer, each once, marks before constituents."""
    found: dict[tuple[int, int], Candidate] = {}
    kinds = _kinds(sentence)
    for start, end, kind in sentence.marks:
        place = sentence.words_of(start, end)
        if place is not None:
            _put(found, sentence, *place, form="mark", kind=kind)
    names = [
        place for start, end, kind in sentence.marks
        if kind in _WHOLE and (place := sentence.words_of(start, end)) is not None
    ]  # fmt: skip
    for first, last, form in _constituents(sentence.tree):
        if any(_cuts(first, last, *name) for name in names):
            continue
        head = _head(sentence.tree, first, last)
        _put(
            found,
            sentence,
            first,
            last,
            form=form,
            kind=kinds.get(head) or _noun_kind(sentence, head),
        )
    return list(found.values())


def _cuts(first: int, last: int, lo: int, hi: int) -> bool:
    """Does the stretch take a piece of a name or a number and leave the rest behind?"""
    return lo < hi and first <= hi and last >= lo and (lo < first or last < hi)


def _noun_kind(sentence: Sentence, head: int) -> str:
    """What a common noun stands for ("officials" → "person noun"), "none" where it is not known."""
    word = sentence.tree.words[head]
    if not word.tag.startswith("NN"):
        return "none"
    kind = lexicon.kinds().get(lexicon.stem(sentence.lower[head]))
    if kind is not None:
        return f"{kind} noun"
    return "proper noun" if word.tag.startswith("NNP") else "noun"


def _put(
    found: dict[tuple[int, int], Candidate],
    sentence: Sentence, first: int, last: int, *, form: str, kind: str,
) -> None:  # fmt: skip
    words = sentence.tree.words
    while first < last and words[first].tag in _PUNCTUATION:
        first += 1
    while last > first and words[last].tag in _PUNCTUATION | {"POS"}:
        last -= 1
    if words[first].tag in _PUNCTUATION or (last - first >= LONGEST and kind != "quote"):
        return
    if (first, last) not in found:
        found[first, last] = Candidate(first, last, _head(sentence.tree, first, last), form, kind)


def _kinds(sentence: Sentence) -> dict[int, str]:
    """The kind of mark whose last word is the head of a candidate, by that word."""
    found: dict[int, str] = {}
    for start, end, kind in sentence.marks:
        place = sentence.words_of(start, end)
        if place is not None and kind != "quote":
            found.setdefault(_head(sentence.tree, *place), kind)
    return found


def _head(tree: Tree, first: int, last: int) -> int:
    """The word by which a stretch hangs on the rest of its sentence."""
    heads = [
        i for i in range(first, last + 1)
        if not first <= tree.words[i].head <= last or tree.words[i].head == i
    ]  # fmt: skip
    return next(
        (i for i in heads if tree.words[i].tag not in _PUNCTUATION), heads[0] if heads else last
    )


def _constituents(tree: Tree) -> Iterator[tuple[int, int, str]]:
    for index, word in enumerate(tree.words):
        lo, hi = tree.edges[index]
        tag, label = word.tag, word.label
        if tag.startswith("NN") and label == "compound" and word.head == index + 1:
            continue  # a piece of a longer name or noun
        if tag.startswith("NN") or tag in {"PRP", "CD", "$"} or label in _NOMINAL:
            if tag == "CD":
                yield index, index, "word"
            left = [child for child in tree.children[index] if child < index]
            lean = next(
                (
                    c
                    for c in left
                    if tree.words[c].label in {"compound", "nmod", "nummod", "amod", "poss"}
                ),
                index,
            )
            yield tree.edges[lean][0], index, "lean"
            yield lo, index, "base"
            after = [child for child in tree.children[index] if child > index]
            for child in after:
                if tree.words[child].label == "prep":
                    yield lo, tree.edges[child][1], "base+prep"
                    break
            for child in after:
                if tree.words[child].label in {"appos", "relcl", "acl", "punct"}:
                    break
                yield lo, tree.edges[child][1], "base+more"
            yield lo, hi, "noun phrase"
        elif tag in {"IN", "TO"} and label in {"prep", "agent", "dative", "mark"}:
            yield lo, hi, "prepositional"
        elif tag.startswith("V"):
            if label in _CLAUSES:
                yield lo, hi, "clause"
            after = [child for child in tree.children[index] if child > index]
            yield index, (tree.edges[after[-1]][1] if after else index), "verb phrase"
            for child in after:
                if tree.words[child].label in {"dobj", "xcomp", "ccomp", "acomp", "attr"}:
                    yield index, tree.edges[child][1], "verb+object"
                    break
        elif label in {"acomp", "advmod", "npadvmod", "oprd"}:
            yield lo, hi, "adjective"

"""What sentences say to a yes/no question by their grammar: a question and windows in, out stands.

A yes has to stand on a sentence that says of whom the question names what the question asks, as
done or to come as it is asked. Here every word is found that may say it, with who does it and what
the sentence says of it; what that makes of a reading is decided in `plainly.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import LIGHT
from onix.jobs.ask.asked.turned import turned
from onix.jobs.ask.yes_no.parties import Relation, parties, relation
from onix.model import Marks, Span
from onix.reading.events.assertions import Assertion, assertion
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import phrasal_forms, verb_forms

_SIDES: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_COPULAS: Final = frozenset({"be", "remain", "stay", "becom", "becam"})
_BESIDE: Final = frozenset({"prt", "advmod"})
_SAYS_HOW: Final = ("acomp", "attr", "oprd", "advmod", "prep")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a yes/no question asks, by the statement it makes.

    Attributes:
        word: The word that says it: a verb, or what "is" says of somebody.
        verb: The verb that it is said with.
        when: Whether it asks of what was done, is so, or is to come.
        asks_for_claims: It asks what somebody says of it: "according to Roth".
    """

    tree: Tree
    word: int
    verb: int
    who: int | None
    whom: int | None
    is_passive: bool
    when: Literal["done", "now", "ahead"]
    is_negated: bool
    asks_for_claims: bool = False

    @property
    def names_what(self) -> bool:
        """Is it done to something with a name or number, which is not told in other words?"""
        if self.whom is None:
            return False
        first, last = self.tree.edges[self.whom]
        return any(
            word.tag in {"NNP", "NNPS", "CD", "PRP"} for word in self.tree.words[first : last + 1]
        )


@dataclass(frozen=True, slots=True)
class Stand:
    """A word of a sentence that may say what is asked.

    Attributes:
        strength: How near it is to the word of the question, 0 to 1.
        who: Whether it is said of the one who is asked about; `whom` of the one it is done to.
        is_noun: It names what is asked and says nothing of it: "her resignation".
        is_opposite: It says what is not so where that is: "acquitted" of "convicted".
    """

    sentence: Span
    word: int
    strength: float
    who: Relation
    whom: Relation
    said: Assertion
    is_noun: bool
    is_opposite: bool = False


def asked_of(question: Question, parse: Callable[[str], Tree]) -> Asked | None:
    """Give what a question asks; None where its grammar is not plain."""
    tree = turned(question.tree, question.text, parse)
    if tree is None:
        return None
    words = tree.words
    verb = next((n for n, each in enumerate(words) if each.head == n and each.tag[0] in "VM"), None)
    if verb is None:
        return None
    sides = parties(tree, verb)
    word = verb
    by_label = {words[n].label: n for n in reversed(tree.children[verb])}
    stem = lexicon.stem(words[verb].text.lower())
    if stem in _COPULAS:
        found = next((by_label[label] for label in _SAYS_HOW if label in by_label), None)
        if found is None:
            return None
        word = found
        if words[found].label == "prep":
            word = next(iter(tree.children[found]), found)
    who = sides.done if sides.is_passive else sides.doer
    whom = sides.doer if sides.is_passive else sides.done
    return Asked(
        tree, word, verb, who, whom, sides.is_passive,
        _when(question), any(words[n].label == "neg" for n in tree.children[verb]),
        asks_for_claims="according to" in question.text.lower(),
    )  # fmt: skip


def _when(question: Question) -> Literal["done", "now", "ahead"]:
    words = {each.text.lower() for each in question.tree.words[:2]} | {
        each.text.lower() for each in question.tree.words if each.label in {"aux", "auxpass"}
    }
    if not words.isdisjoint({"did", "was", "were", "has", "have", "had"}):
        return "done"
    return "ahead" if not words.isdisjoint({"will", "would", "shall"}) else "now"


def stands(
    asked: Asked, sentences: Sequence[Span], marks: Marks, parse: Callable[[str], Tree]
) -> Iterator[Stand]:
    """Give every word of these sentences that may say what is asked."""
    words = _Words(asked)
    for sentence in sentences:
        if not words.may_stand_in(sentence.text):
            continue
        tree = parse(sentence.text)
        for number, told in enumerate(tree.words):
            if told.label in {"aux", "auxpass"} or told.tag[0] not in "VNJR":
                continue
            strength = words.strength(tree, number)
            is_opposite = strength < lexicon.SYNONYM and words.is_opposite(told.text)
            if strength < lexicon.SYNONYM and not is_opposite:
                continue
            found = _stand(asked, sentence, tree, number, strength, marks)
            if words.is_light and found.whom != "same":
                continue  # "had surgery" is no "had lunch"
            if is_opposite:
                said = replace(found.said, is_so=not found.said.is_so)
                found = replace(found, said=said, strength=lexicon.SYNONYM, is_opposite=True)
            yield found


class _Words:
    """The words that may say what is asked: near ones, and those that say the opposite."""

    def __init__(self, asked: Asked) -> None:
        tree = asked.tree
        word = tree.words[asked.word].text.lower()
        behind = [n for n in tree.children[asked.word] if tree.words[n].label in _BESIDE]
        self._near = [word, *(f"{word} {tree.words[n].text.lower()}" for n in behind)]
        self._against = opposites(word)
        self.is_light = asked.word == asked.verb and lexicon.stem(word) in LIGHT

    def may_stand_in(self, text: str) -> bool:
        """Is a word there that may say it? Only such sentences are parsed."""
        told = words_of(text)
        return any(
            self.is_opposite(each) or self._matches(each)
            for each in (*told, *(f"{one} {two}" for one, two in pairwise(told)))
        )

    def strength(self, tree: Tree, number: int) -> float:
        """Give how near a word is to that of the question, 0 to 1."""
        own = tree.words[number].text.lower()
        beside = [n for n in tree.children[number] if tree.words[n].label in _BESIDE]
        told = [own, *(f"{own} {tree.words[n].text.lower()}" for n in beside)]
        found = max(lexicon.match(a, b) for a in self._near for b in told)
        is_light = self.is_light and own in verb_forms("events", "light")
        return max(found, lexicon.SYNONYM if is_light else 0.0)

    def is_opposite(self, word: str) -> bool:
        """Does a word say that it is not so?"""
        return lexicon.stem(word.lower()) in self._against

    def _matches(self, word: str) -> bool:
        is_light = self.is_light and word in verb_forms("events", "light")
        return is_light or any(lexicon.match(a, word) >= lexicon.SYNONYM for a in self._near)


@cache
def opposites(word: str) -> frozenset[str]:
    """Give the stems of what a word, in lower case, is not at the same time."""
    own = lexicon.stem(word)
    found: set[str] = set()
    for line in lexicon.lines("opposites.txt"):
        one, other = ({lexicon.stem(each) for each in side.split()} for side in line.split(":"))
        if own in one:
            found |= other
        elif own in other:
            found |= one
    return frozenset(found - {own})


def _stand(
    asked: Asked,
    sentence: Span,
    tree: Tree,
    number: int,
    strength: float,
    marks: Marks,
) -> Stand:
    verb = _verb(asked, tree, number)
    if verb is None:
        return _named(sentence, tree, number, strength)
    sides = parties(tree, verb)
    who, whom = (sides.done, sides.doer) if sides.is_passive else (sides.doer, sides.done)
    if asked.is_passive != sides.is_passive and asked.word == asked.verb:
        who, whom = whom, who
        if who is None and asked.whom is None:
            who, whom = whom, None  # "the mill was closed", "the mill closed"

    def compare(one: int | None, other: int | None) -> Relation:
        if one is None or other is None:
            return "open"
        return relation(asked.tree, one, tree, other, sentence.start, marks)

    of, to = compare(asked.who, who), compare(asked.whom, whom)
    return Stand(sentence, number, strength, of, to, assertion(tree, verb), is_noun=False)


def _verb(asked: Asked, tree: Tree, number: int) -> int | None:
    """Give the verb by which a word is said of somebody: "is |open|", "remain in |jail|"."""
    words = tree.words
    word = words[number]
    if word.label == "pobj":
        word = words[word.head]
    above = word.head
    is_copula = lexicon.stem(words[above].text.lower()) in _COPULAS
    if word.label in _SAYS_HOW and words[above].tag[0] == "V" and above != number:
        is_said_of = is_copula or asked.word != asked.verb
        if is_said_of and (asked.word != asked.verb or words[number].tag[0] != "N"):
            return above
    return number if words[number].tag[0] == "V" else None


def _named(sentence: Span, tree: Tree, number: int, strength: float) -> Stand:
    """Give what is said of an act by its name: "no |complaint| was made", "the |strike| is off"."""
    words = tree.words
    above = words[number].head
    said = Assertion(True, None)
    if words[number].label in _SIDES and words[above].tag[0] == "V":
        said = assertion(tree, above)
        behind = {words[n].text.lower() for n in tree.children[above]}
        phrasal = phrasal_forms("assertions", "undone_phrasal").get(words[above].text.lower())
        if words[above].text.lower() in verb_forms("assertions", "undone") or (
            phrasal is not None and not phrasal.isdisjoint(behind)
        ):
            said = replace(said, is_so=not said.is_so)
    return Stand(sentence, number, strength, "open", "open", said, is_noun=True)

"""What sentences say to a yes/no question by their grammar: a question and windows in, out stands.

A yes has to stand on a sentence that says of whom the question names what the question asks, as
done or to come as it is asked. Here every word is found that may say it, with who does it and what
the sentence says of it; what that makes of a reading is decided in `plainly.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.terms import LIGHT
from onix.jobs.ask.yes_no.asks import COPULAS, SAYS_HOW, Asked, what_exists
from onix.jobs.ask.yes_no.deeds import Found, deeds_in, may_say
from onix.jobs.ask.yes_no.parties import (
    Parties,
    Relation,
    is_bare,
    is_sum_and_money,
    parties,
    relation,
)
from onix.jobs.ask.yes_no.tellers import leaves_open, teller_of
from onix.model import Marks, Span
from onix.reading.events.assertions import Assertion, assertion
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import phrasal_forms, verb_forms

_SIDES: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_KEEPING: Final = frozenset(map(lexicon.stem, ("keep", "retain", "hold", "remain", "stay")))
_BE: Final = lexicon.stem("be")
_BESIDE: Final = frozenset({"prt", "advmod"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A word of a sentence that may say what is asked.

    Attributes:
        strength: How near it is to the word of the question, 0 to 1.
        who: Whether it is said of the one who is asked about; `whom` of the one it is done to.
        is_noun: It names what is asked and says nothing of it: "her resignation".
        is_opposite: It says what is not so where that is: "acquitted" of "convicted".
        is_bare: It does not name to what it is done: "are not investigating", "released him".
        has_doer: It names by whom it is done.
        is_former: It tells how it was before what the sentence goes on about: "had been blocking".
        brings_about: It is a deed that brings about what somebody is asked to be: "was freed".
        keeps: It says that what was goes on, for no time that it names: "will keep her job".
        is_wider: It denies all that could be asked of: who promised no money promised no £30m.
    """

    sentence: Span
    word: int
    strength: float
    who: Relation
    whom: Relation
    said: Assertion
    is_noun: bool
    is_opposite: bool = False
    is_bare: bool = False
    has_doer: bool = False
    is_wider: bool = False
    is_former: bool = False
    brings_about: bool = False
    keeps: bool = False


def stands(
    asked: Asked, sentences: Sequence[Span], marks: Marks, parse: Callable[[str], Tree]
) -> Iterator[Stand]:
    """Give every word of these sentences that may say what is asked."""
    words = _Words(asked)

    def is_theirs(tree: Tree, number: int, start: int) -> bool:
        teller = asked.teller
        return teller is None or (
            teller_of(asked.tree, teller, tree, number, start, marks) == "same"
        )

    for sentence in sentences:
        if not words.may_stand_in(sentence.text):
            continue
        tree = parse(sentence.text)
        for number, told in enumerate(tree.words):
            if told.label in {"aux", "auxpass"} or told.tag[0] not in "VNJR":
                continue
            if told.tag[0] == "V" and asked.deed is not None:
                deed = next(deeds_in(tree, number, asked.deeds), None)
                if deed is not None and (
                    len(deed.used) > 1 or deed.deed.words != asked.deed.deed.words
                ):
                    if is_theirs(tree, number, sentence.start):
                        yield _as_deed(asked, deed, sentence, tree, number, marks)
                    continue
            strength = words.strength(tree, number)
            is_opposite = strength < lexicon.SYNONYM and words.is_opposite(told.text)
            if strength < lexicon.SYNONYM and not is_opposite:
                continue
            if not is_theirs(tree, number, sentence.start):
                continue
            if asked.is_open and not leaves_open(tree, number):
                continue
            if asked.is_there and what_exists(tree, told.head) == number:
                said = assertion(tree, told.head)
                if said.is_so or _is_all(tree, number):
                    yield Stand(sentence, number, strength, "same", "open", said, is_noun=False)
                continue
            found = _stand(asked, sentence, tree, number, strength, marks)
            if words.is_light and asked.whom is not None and found.whom != "same":
                continue  # "had surgery" is no "had lunch"
            if is_opposite:
                said = replace(found.said, is_so=not found.said.is_so)
                found = replace(found, said=said, strength=lexicon.SYNONYM, is_opposite=True)
            yield found


def _is_all(tree: Tree, noun: int) -> bool:
    """Does a "no" deny all of it: "no |beds|", and not "no more", "not enough" or "no other beds"?

    Whatever else says which of them there are not leaves open the rest.
    """
    below = (tree.words[n] for n in tree.children[noun])
    return not any(each.label in {"amod", "compound", "nummod", "advmod"} for each in below)


class _Words:
    """The words that may say what is asked: near ones, and those that say the opposite."""

    def __init__(self, asked: Asked) -> None:
        tree = asked.tree
        word = tree.words[asked.word].text.lower()
        behind = [n for n in tree.children[asked.word] if tree.words[n].label in _BESIDE]
        self._near = [word, *(f"{word} {tree.words[n].text.lower()}" for n in behind)]
        self._against = lexicon.opposites(word)
        self._deeds = asked.deeds
        self.is_light = asked.word == asked.verb and lexicon.stem(word) in LIGHT

    def may_stand_in(self, text: str) -> bool:
        """Is a word there that may say it? Only such sentences are parsed."""
        told = words_of(text)
        if self._deeds and may_say(frozenset(map(lexicon.stem, told)), self._deeds):
            return True
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
        return _relation(asked, one, sentence, tree, other, marks)

    of, to = compare(asked.who, who), compare(asked.whom, whom)
    said = assertion(tree, verb)
    if _is_nobodys(sides, said) and "same" in {of, to}:
        of = to = "same"
    is_denial = not said.is_so or said.voice == "denied"
    is_wider = is_denial and to != "same" and is_sum_and_money(asked.tree, asked.whom, tree, whom)
    return Stand(
        sentence, number, strength, of, "same" if is_wider else to, said,
        is_noun=False, is_bare=is_bare(tree, verb), has_doer=sides.doer is not None,
        is_wider=is_wider, is_former=_is_former(tree, verb),
    )  # fmt: skip


def _is_former(tree: Tree, verb: int) -> bool:
    """Is it told as what had been: "had opposed the levy", "had been blocking it"?"""
    helpers = (tree.words[n] for n in tree.children[verb] if tree.words[n].label == "aux")
    return any(each.text.lower() == "had" for each in helpers)


def _is_nobodys(sides: Parties, said: Assertion) -> bool:
    """Has nobody done it: what "has not been banned" no one has banned."""
    return sides.is_passive and sides.doer is None and not said.is_so


def _relation(
    asked: Asked, one: int | None, sentence: Span, tree: Tree, other: int | None, marks: Marks
) -> Relation:
    """Say whether two nouns are one; in what somebody says, "he" is whoever "he" is asked of."""
    if one is None or other is None:
        return "open"
    if asked.teller is not None:
        if tree.words[other].tag == "PRP":
            return "same"
        if asked.tree.words[one].tag == "PRP":
            one = asked.teller
    return relation(asked.tree, one, tree, other, sentence.start, marks)


def _as_deed(
    asked: Asked, told: Found, sentence: Span, tree: Tree, verb: int, marks: Marks
) -> Stand:
    """Give what a row of words that says what is asked makes of a sentence."""
    own = parties(asked.tree, asked.verb)
    theirs = parties(tree, verb)

    def of(tree: Tree, sides: Parties, found: Found) -> tuple[int | None, int | None]:
        """Of whom a deed is said, and the other side, where the deed itself does not have it."""
        if found.deed.is_done_to:
            return sides.done, None if sides.doer in found.used else sides.doer
        is_own = sides.done is None or sides.done in found.used
        return sides.doer, _behind(tree, found) if is_own else sides.done

    def compare(one: int | None, other: int | None) -> Relation:
        return _relation(asked, one, sentence, tree, other, marks)

    (a, b), (c, d) = of(asked.tree, own, asked.deed or told), of(tree, theirs, told)
    who, whom = compare(a, c), compare(b, d)
    if asked.who != a:
        who, whom = whom, who
    said = assertion(tree, verb)
    if _is_nobodys(theirs, said) and "same" in {who, whom}:
        who = whom = "same"
    if told.stance == "other" and not said.is_so:
        said = replace(said, when=None)  # who does not oppose it need not support it
    if told.stance != "same":
        said = replace(said, is_so=not said.is_so)
    return Stand(
        sentence, verb, lexicon.SYNONYM, who, whom, said,
        is_noun=False, is_opposite=told.stance != "same", is_bare=is_bare(tree, verb, told.used),
        is_former=_is_former(tree, verb),
        brings_about=asked.deed is not None
        and asked.deed.deed.words[0] == _BE and told.deed.words[0] != _BE,
        keeps=told.deed.words[0] in _KEEPING and "until" not in words_of(sentence.text),
    )  # fmt: skip


def _behind(tree: Tree, found: Found) -> int | None:
    """Give what stands behind a deed's own preposition: "made a trip to |Kyiv|"."""
    words = tree.words
    prepositions = (n for n in sorted(found.used) if words[n].label == "prep")
    behind = (m for n in prepositions for m in tree.children[n] if words[m].label == "pobj")
    return next((m for m in behind if m not in found.used), None)


def _verb(asked: Asked, tree: Tree, number: int) -> int | None:
    """Give the verb by which a word is said of somebody: "is |open|", "remain in |jail|"."""
    words = tree.words
    word = words[number]
    if word.label == "pobj":
        word = words[word.head]
    above = word.head
    is_copula = lexicon.stem(words[above].text.lower()) in COPULAS
    if word.label in SAYS_HOW and words[above].tag[0] == "V" and above != number:
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

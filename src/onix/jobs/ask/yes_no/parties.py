"""Who does what a verb says, and to whom it is done; and whether two are one.

In come trees, out come places in them, and how two noun phrases stand to one another. It is its own
file because "who resigned" has to be found where a verb has no subject of its own: "was asked to
resign", "the minister who resigned", "accused of taking".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from onix.jobs.ask.asked.speech import is_speech
from onix.model import Marks
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.names.identities import may_be_one_given
from onix.reading.neural.syntax import Tree
from onix.reading.words import verb_forms
from onix.reading.words import words_of as words_of_list

Relation = Literal["same", "other", "open"]
_PROPER: Final = frozenset({"NNP", "NNPS"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_INSIDE: Final = frozenset({"compound", "appos", "nmod", "amod", "conj"})
_SAYING_WHICH: Final = frozenset({"compound", "amod", "nummod", "poss", "nmod", "pobj"})
_ANY: Final = frozenset({"anyone", "anybody", "someone", "somebody", "people", "everyone"})
_IT: Final = frozenset(
    {"it", "that", "this", "there", "something", "anything", "they", "he", "she"}
)
_RULING: Final = frozenset({"government", "authorities", "parliament"})
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "next"})
_HAVE: Final = frozenset({"have", "has", "had", "having"})
_MYSELF: Final = frozenset({"i", "we"})
_OURS: Final = frozenset({"we", "us"})
_OBJECTS: Final = frozenset({"dobj", "ccomp", "xcomp", "dative", "attr", "acomp", "oprd"})
_TO: Final = frozenset({"of", "to", "for", "from", "with", "against", "about", "into"})
_DEPTH: Final = 6
_NEAR: Final = 40  # characters on either side of a name, in which it stands what somebody is
_CURRENCIES: Final = "£$€¥"
_COINS: Final = frozenset({"pounds", "dollars", "euros", "yen", "crowns", "francs"})
_MONEY: Final = frozenset({"money", "cash", "funds", "funding", "sum", "sums", "nothing"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does it and to whom it is done, as words of a tree; None where that is not told."""

    doer: int | None
    done: int | None
    is_passive: bool


def parties(tree: Tree, verb: int, depth: int = 0) -> Parties:
    """Give the two sides of a verb, also where it has them from the verb or noun above it."""
    words, children = tree.words, tree.children
    by_label = {words[n].label: n for n in reversed(children[verb])}
    above = words[verb].head
    is_passive = "auxpass" in by_label or "nsubjpass" in by_label
    if words[verb].tag == "VBN" and words[verb].label in {"acl", "advcl"}:
        is_passive = is_passive or not any(words[n].label == "aux" for n in children[verb])
    subject = by_label.get("nsubjpass", by_label.get("nsubj"))
    label = words[verb].label
    thing = by_label.get("dobj")
    if subject is not None and words[subject].tag in _RELATIVE and label == "relcl":
        subject = above
    elif label == "relcl" and thing is None and subject is not None and not is_passive:
        thing = above  # "the paper that Roth signed"
    if subject is None and depth < _DEPTH and above != verb:
        subject = _from_above(tree, verb, depth)
    if not is_passive:
        return Parties(subject, thing, is_passive)
    agent = by_label.get("agent")
    doer = None if agent is None else next(iter(children[agent]), None)
    return Parties(doer, subject, is_passive)


def _from_above(tree: Tree, verb: int, depth: int) -> int | None:
    words = tree.words
    label, above = words[verb].label, words[verb].head
    if label == "acl":
        if words[verb].tag in {"VBN", "VBG", "VBD"}:
            return above
        # "she has no plans to |resign|"
        has = words[above].label == "dobj" and words[words[above].head].text.lower() in _HAVE
        return parties(tree, words[above].head, depth + 1).doer if has else None
    if label == "relcl":
        return above
    if label == "pcomp":  # "stopped short of |calling|"
        above = next((n for n in tree.path(above) if words[n].tag[0] == "V"), above)
    if label not in {"conj", "xcomp", "ccomp", "advcl", "pcomp", "prep"}:
        return None
    if words[above].tag[0] != "V":
        return None
    told = parties(tree, above, depth + 1)
    given = next((n for n in tree.children[above] if words[n].label in {"dobj", "dative"}), None)
    if label in {"xcomp", "ccomp"} and given is not None:
        return given  # "asked her to resign"
    if label == "pcomp" and words[above].text.lower() in verb_forms("assertions", "claimed"):
        return told.done if told.done is not None else told.doer
    return told.done if told.is_passive else told.doer


def objects_of(tree: Tree, verb: int) -> list[int]:
    """Give what a verb is done to or said of: its object, clause, and the nouns behind "of", "to".

    A verb in the passive has its object before it.
    """
    words = tree.words
    found = []
    leads = _TO | {"on"} if is_speech(words[verb].text.lower()) else _TO  # "comment on the plan"
    for number in tree.children[verb]:
        if words[number].label in _OBJECTS:
            found.append(number)
        elif words[number].label == "prep" and words[number].text.lower() in leads:
            found += [n for n in tree.children[number] if words[n].label in {"pobj", "pcomp"}]
    return found


def is_bare(tree: Tree, verb: int, used: Collection[int] = ()) -> bool:
    """Does a verb not name to what it is done: "are not investigating", "released him"?

    Args:
        used: Words that are a part of what the verb says: "lost his |job|".
    """
    return all(n in used or tree.words[n].tag == "PRP" for n in objects_of(tree, verb))


def relation(asked: Tree, one: int, told: Tree, other: int, start: int, marks: Marks) -> Relation:
    """Say whether the noun of a question and that of a sentence are one.

    Args:
        start: Where the sentence begins in its document.
        marks: Of the document, for whom its pronouns and descriptions stand.
    """
    one, other = _of(asked, one), _of(told, other)
    other = _who_says_it(told, other)
    first, second = asked.words[one], told.words[other]
    if first.text.lower() in _ANY:
        return "same"
    if first.text.lower() in _IT:
        return "open"
    names = set(_names(asked, one, capital=True))
    theirs = set(_names(told, other, capital=other > 0))
    known = _known(told, other, start, marks) or theirs
    if names:
        if first.text.lower() in known | theirs:
            # "Ms Lund" for Bo Lund, and no Ann Lund
            apart = (names - {first.text.lower()}) - words_of_list("names", "titles")
            is_another = apart and len(known) > 1 and not _are_called(apart, known)
            return "other" if is_another else "same"
        if names <= known:
            return "same"
        if second.text.lower() in _OURS:
            # “We bought none,” says whoever speaks for the firm in whose call they do.
            title = words_of(marks.document.title or "") if marks.document.turns else ()
            return "same" if names <= set(title) else "open"
        if second.text.lower() in _RULING and names <= _owner(told, other):
            return "same"  # what "Karsova's government" may do, Karsova may
        return "other" if known or _owner(told, other) & names else "open"
    mine = set(_heads(asked, one))
    if second.text.lower() == "i" and known:
        return "same" if _is_called(known, mine, marks) else "other"
    heads = set(_heads(told, other))
    if _is_titled(asked, one, told, other):
        return "same"
    if not any(lexicon.match(a, b) >= lexicon.SYNONYM for a in mine for b in heads):
        return "open" if second.tag[:3] == "PRP" or second.tag in _PROPER or known else "other"
    a, b = (set(_which(*each)) for each in ((asked, one), (told, other)))
    if not a & _ORDINALS:
        b -= _ORDINALS  # "a second vote" may be one on what is asked
    if a and b and a.isdisjoint(b):
        return "other"
    return "same"


def _are_called(names: set[str], known: set[str]) -> bool:
    """Is one of these names one of the others, or short for it: "Les" for Leslie?"""
    return any(may_be_one_given(a, b) for a in names for b in known)


def _is_titled(asked: Tree, one: int, told: Tree, other: int) -> bool:
    """Is it the post before a name: the president of Lund for "|Lund President| Ann Lee"?"""
    before = [
        told.words[n].text.lower()
        for n in _inside(told, other)
        if n < other and told.words[n].tag in _PROPER
    ]
    is_so = any(lexicon.match(asked.words[one].text.lower(), each) >= 1.0 for each in before)
    first, last = asked.edges[one]
    houses = [each.text.lower() for each in asked.words[first : last + 1] if each.tag in _PROPER]
    return is_so and bool(houses) and all(each in before for each in houses)


def _who_says_it(tree: Tree, number: int) -> int:
    """Give of "it" who says what "it" does: the firm of "the firm said that |it| will close"."""
    words = tree.words
    verb = words[number].head
    if words[number].text.lower() != "it" or words[verb].label != "ccomp":
        return number
    above = words[verb].head
    if words[above].text.lower() not in verb_forms("assertions", "said"):
        return number
    tellers = (n for n in tree.children[above] if words[n].label == "nsubj")
    return next((n for n in tellers if words[n].tag[:2] == "NN"), number)


def _is_called(name: set[str], nouns: set[str], marks: Marks) -> bool:
    """Does a document call whoever has this name by one of these nouns: "the mayor, Ann Lee"?"""
    text = marks.document.text
    return any(
        lexicon.match(noun, word) >= lexicon.SYNONYM
        for each in (*marks.mentions, *marks.meant)
        if each.name and name <= set(words_of(each.name))
        for word in words_of(text[max(0, each.span.start - _NEAR) : each.span.end + _NEAR])
        for noun in nouns
    )


def is_sum_and_money(asked: Tree, one: int | None, told: Tree, other: int | None) -> bool:
    """Is it a sum that is asked for, and money of any sum that is told of?

    Only what is denied of the one is denied of the other: "promised no money".
    """
    if one is None or other is None:
        return False
    first, last = asked.edges[one]
    inside = [asked.words[n].text.lower() for n in range(first, last + 1)]
    is_sum = any(word[0] in _CURRENCIES for word in inside) or not _COINS.isdisjoint(inside)
    return is_sum and told.words[other].text.lower() in _MONEY


def _of(tree: Tree, number: int) -> int:
    """Give the noun of which there are some: the crew of "all seven of her crew"."""
    words = tree.words
    if words[number].tag[0] in "CDJ" or words[number].text.lower() in {"most", "none", "half"}:
        behind = (n for n in tree.children[number] if words[n].text.lower() == "of")
        of = next(behind, None)
        nouns = () if of is None else tree.children[of]
        return next(iter(nouns), number)
    return number


def _names(tree: Tree, number: int, *, capital: bool) -> Iterator[str]:
    """Give the words of the names of a noun phrase, in lower case, those of its owner left out.

    Args:
        capital: Any noun with a capital is a name, as no sentence begins there.
    """
    for n in _inside(tree, number):
        word = tree.words[n]
        is_name = word.tag in _PROPER or (capital and word.tag[:3] != "PRP")
        if is_name and word.text[:1].isupper() and not word.text.endswith("."):
            yield from words_of(word.text)


def _heads(tree: Tree, number: int) -> Iterator[str]:
    yield tree.words[number].text.lower()
    for n in _inside(tree, number):
        if tree.words[n].label in {"appos", "conj"} or tree.words[n].tag in {"NN", "NNS"}:
            yield tree.words[n].text.lower()


def _inside(tree: Tree, number: int) -> Iterator[int]:
    yield number
    for child in tree.children[number]:
        if tree.words[child].label in _INSIDE and tree.words[child].tag[0] in "NC":
            yield from _inside(tree, child)


def _which(tree: Tree, number: int) -> Iterator[str]:
    """Give the words that say which of several it is, by their stems."""
    for child in tree.children[number]:
        word = tree.words[child]
        if word.label in _SAYING_WHICH:
            if word.tag[0] in "NJCV":
                yield lexicon.stem(word.text.lower())
            yield from _which(tree, child)
        elif word.label == "prep":
            yield from _which(tree, child)


def _owner(tree: Tree, number: int) -> set[str]:
    return {
        part
        for n in tree.children[number]
        if tree.words[n].label == "poss"
        for part in words_of(tree.words[n].text)
    }


def _known(tree: Tree, number: int, start: int, marks: Marks) -> set[str]:
    """Give the words of the full name that a noun or pronoun stands for, as far as it is known."""
    at = start + tree.words[number].start
    if tree.words[number].text.lower() in _MYSELF:
        said = (q for q in marks.quotes if any(c.start <= at < c.end for c in q.content))
        return next((set(words_of(each.speaker)) for each in said if each.speaker), set())
    for each in (*marks.mentions, *marks.meant):
        if each.name and each.span.start <= at < each.span.end:
            return set(words_of(each.name))
    return set()

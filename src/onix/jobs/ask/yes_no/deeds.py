"""Rows of words that say one deed: "lose his job" is what is done by "dismiss".

What comes in are the verb of a question and its tree, what goes out the verbs of a sentence that
say the same or the opposite, in `reading/words/deeds.txt`. It is its own file as single words are
told apart in `lexicon.py`, while here a verb counts only with what goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onix.jobs.ask.yes_no.parties import parties
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree

_BELOW: Final = frozenset(
    {
        "prt",
        "prep",
        "pobj",
        "dobj",
        "acomp",
        "attr",
        "oprd",
        "advmod",
        "dative",
        "compound",
        "xcomp",
    }
)
_PREDICATES: Final = frozenset({"acomp", "attr", "oprd"})
_DEPTH: Final = 4
DONE_TO: Final = "~"  # before a verb: it is said of the one to whom it is done
# How a deed stands to the one asked about: the same, its opposite, or one of several other ways.
Stance = Literal["same", "opposite", "other"]
SAME: Final[Stance] = "same"


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with what goes with it, as stems, and whether its object is whom it is said of."""

    words: tuple[str, ...]
    is_done_to: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A verb of a tree that says a deed, with all words it says it by and how it stands."""

    deed: Deed
    used: frozenset[int]
    stance: Stance = SAME


Stances = dict[Deed, Stance]


def deed_at(tree: Tree, verb: int) -> tuple[Found, Stances] | None:
    """Give the longest deed that a verb of a question says, and how others stand to it.

    Of the same words that which fits: "the mine |flooded|", "they |flooded| the mine".
    """
    found = [
        (Found(deed, used), stances)
        for deed, stances in _by_verb().get(_stem(tree, verb), ())
        if (used := _used(tree, verb, deed)) is not None and not _has_subject(tree, used)
    ]
    if not found:
        return None
    first = max(
        (each.deed for each, _ in found),
        key=lambda deed: (len(deed.words), deed.is_done_to == _is_done_to(tree, verb)),
    )
    best = [each for each in found if each[0].deed == first]
    together: Stances = {}
    for _, stances in reversed(best):
        together |= stances
    return best[0][0], together


def deeds_in(tree: Tree, verb: int, stances: Stances) -> Iterator[Found]:
    """Give what a verb of a sentence says of these deeds, the longest first."""
    own = _stem(tree, verb)
    is_done_to = _is_done_to(tree, verb)
    for deed in sorted(stances, key=lambda d: (-len(d.words), d.is_done_to != is_done_to)):
        if deed.words[0] == own and (used := _used(tree, verb, deed)) is not None:
            yield Found(deed, used, stances[deed])


def may_say(stems: frozenset[str], stances: Stances) -> bool:
    """Are all words of one of these deeds among the stems of a sentence?"""
    return any(stems.issuperset(deed.words) for deed in stances)


def _is_done_to(tree: Tree, verb: int) -> bool:
    sides = parties(tree, verb)
    return sides.is_passive or sides.done is not None


def _used(tree: Tree, verb: int, deed: Deed) -> frozenset[int] | None:
    """Give the words by which a verb says a deed; None where it says another: "found |out|"."""
    if len(deed.words) == 1:
        is_alone = all(tree.words[n].label != "prt" for n in tree.children[verb])
        return frozenset({verb}) if is_alone else None
    below = list(_below(tree, verb))
    used = {verb}
    for wanted in deed.words[1:]:
        place = next((n for n in below if n not in used and _stem(tree, n) == wanted), None)
        if place is None:
            return None
        used.add(place)
    if deed.words[0] == "be":  # "was |icy| on Monday" is not "was on", nor "is |big| for it" for it
        rest = (n for n in tree.children[verb] if n not in used)
        if any(tree.words[n].label in _PREDICATES for n in rest):
            return None
    return frozenset(used)


def _has_subject(tree: Tree, used: frozenset[int]) -> bool:
    """Is it said of one of its own words: "jobs were lost", where nobody "lost his job"?"""
    return any(tree.words[n].label == "nsubjpass" for n in used)


def _below(tree: Tree, verb: int, depth: int = 0) -> Iterator[int]:
    """Give what goes with a verb; of one in the passive its subject, too: "a |vote| was held"."""
    for number in tree.children[verb]:
        label = tree.words[number].label
        if label == "xcomp" and _stem(tree, verb) == "be":
            continue  # "is to open" says what is to come, and not that it "is open"
        is_to = tree.words[number].tag == "TO"
        if is_to or label in _BELOW or (label == "nsubjpass" and not depth):
            yield number
            if depth < _DEPTH:
                yield from _below(tree, number, depth + 1)


def _stem(tree: Tree, number: int) -> str:
    return lexicon.stem(tree.words[number].text.lower())


@cache
def _by_verb() -> dict[str, Sequence[tuple[Deed, Stances]]]:
    """Give the deeds of the list by the stem of their verb, each with how others stand to it."""
    found: dict[str, list[tuple[Deed, Stances]]] = {}
    for line in lexicon.lines("deeds.txt"):
        against: Stance = "other" if "|" in line else "opposite"
        one, _, other = line.replace("|", ":").partition(":")
        here, there = _deeds(one), _deeds(other)
        turned: Stances = dict.fromkeys(here, against)
        stances: Stances = dict.fromkeys(here, SAME)
        stances |= dict.fromkeys(there, against)
        for deed in here:
            found.setdefault(deed.words[0], []).append((deed, stances))
        for deed in there:  # which need not be the same among themselves
            alone: Stances = {deed: SAME}
            found.setdefault(deed.words[0], []).append((deed, alone | turned))
    return dict(found)


def _deeds(side: str) -> Sequence[Deed]:
    return [
        Deed(
            tuple(lexicon.stem(word) for word in each.removeprefix(DONE_TO).split("_")),
            each.startswith(DONE_TO),
        )
        for each in side.split()
    ]

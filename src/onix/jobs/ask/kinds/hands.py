"""Changes of hands that a sentence tells: its tree in, out who comes after whom, and for how long.

"Lee has taken over from Roth", "Roth was replaced by Lee", "her predecessor, Karl Roth", "acting
president Ann Lee", "until then the shop is run by Lee". Words for it are in `successions.txt`. It
is its own file as a question is read in the same way as a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onix.jobs.ask.kinds.frames import is_denied
from onix.reading.events.clauses import is_verb
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import phrasal_forms, sections, verb_forms
from onix.reading.words import words_of as listed

Side = Literal["new", "old"]
LIST: Final = "successions"
_DEEP: Final = 4  # verbs up to the one that has the subject
_WHO: Final = frozenset({"who", "that", "which"})


@dataclass(frozen=True, slots=True)
class Hand:
    """A word that stands for somebody on one side of a change.

    Attributes:
        noun: Its index.
        is_brief: Is it only for a while?
        other: Index of whoever is on the other side, where that is told.
    """

    noun: int
    side: Side
    is_brief: bool
    other: int | None = None


@cache
def for_now() -> re.Pattern[str]:
    """Give what tells of a while: "for the time being", "until a successor is found"."""
    whiles = "|".join(map(re.escape, sections(LIST)["for_now"]))
    ends = "|".join(map(re.escape, sections(LIST)["ends"]))
    return re.compile(rf"\b(?:{whiles}|until (?:[\w’']+ ){{0,5}}?(?:{ends}))\b", re.IGNORECASE)


def may_tell(text: str) -> bool:
    """Has a sentence any word for a change of hands, so that it is worth parsing?"""
    return _signs().search(text) is not None or for_now().search(text) is not None


@cache
def _signs() -> re.Pattern[str]:
    forms = {*verb_forms(LIST, "replaces"), *verb_forms(LIST, "deputises")}
    for section in ("after", "before", "meanwhile", "places"):
        forms |= listed(LIST, section)
    for section in ("takes_over", "stands_in"):
        for verb, particles in phrasal_forms(LIST, section).items():
            forms |= {rf"{verb}\b.{{0,40}}\b{each}" for each in particles}
    return re.compile(r"\b(?:" + "|".join(sorted(forms)) + r")\b", re.IGNORECASE)


def hands(tree: Tree, *, with_whiles: bool = True) -> Iterator[Hand]:
    """Give who is on which side of a change in a sentence.

    Args:
        with_whiles: Also who does anything "until then": of a question that tells nothing.
    """
    whiles = set(_held_for_now(tree)) if with_whiles else set()
    for number, word in enumerate(tree.words):
        low = word.text.lower()
        named: int | None = None
        if low in listed(LIST, "meanwhile") and word.label in {"amod", "compound", "nmod"}:
            named = _titled(tree, number)
            if named is not None:
                yield Hand(named, "new", is_brief=True)
        elif is_verb(tree, number):
            yield from _of_verb(tree, number, is_brief=number in whiles)
        elif low in listed(LIST, "before") | listed(LIST, "after"):
            named = named_by(tree, number)
            if named is not None:
                yield Hand(named, "old" if low in listed(LIST, "before") else "new", is_brief=False)


def _of_verb(tree: Tree, verb: int, *, is_brief: bool) -> Iterator[Hand]:
    """Give who is on which side of what a verb tells."""
    words = tree.words
    if is_denied(tree, verb) or _was_not_to_be(tree, verb):
        return
    low = words[verb].text.lower()
    new = old = None
    particles = _particles(tree, verb)
    place = _place(tree, verb) if low in verb_forms(LIST, "fills") else None
    if low in verb_forms(LIST, "replaces"):
        new, old = doer(tree, verb), undergoer(tree, verb)
    elif particles & phrasal_forms(LIST, "takes_over").get(low, frozenset()):
        new, old = doer(tree, verb), _behind(tree, verb, {"from", "for"})
    elif low in verb_forms(LIST, "deputises") or (
        particles & phrasal_forms(LIST, "stands_in").get(low, frozenset())
    ):
        new, old = doer(tree, verb), _behind(tree, verb, {"for"})
        is_brief = True
    elif place is not None:
        new = doer(tree, verb)
        old = next((n for n in tree.children[place] if words[n].label == "poss"), None)
    elif low in verb_forms(LIST, "passes"):
        thing = next((n for n in tree.children[verb] if words[n].label in SUBJECTS), None)
        is_place = thing is not None and words[thing].text.lower() in listed(LIST, "places")
        new = _behind(tree, verb, {"to"}) if is_place or is_brief else None
    elif is_brief:
        new = doer(tree, verb)
    if new is not None:
        yield Hand(new, "new", is_brief, old)
    if old is not None:
        yield Hand(old, "old", is_brief, new)


def _particles(tree: Tree, verb: int) -> frozenset[str]:
    words = tree.words
    found = {words[n].text.lower() for n in tree.children[verb] if words[n].label in _PARTICLES}
    behind = [each.text.lower() for each in words[verb + 1 : verb + 3]]
    if behind == ["in", "for"]:
        found.add("in")  # which the parser may take for a preposition
    elif behind == ["in", "on"]:
        found.discard("in")  # "sat in on the talks"
    return frozenset(found)


_PARTICLES: Final = frozenset({"prt", "advmod"})


def _was_not_to_be(tree: Tree, verb: int) -> bool:
    """Is it only what was meant or is thought to be: "was to have come", "is tipped to come"?"""
    words = tree.words
    if words[words[verb].head].text.lower() in listed(LIST, "perhaps"):
        return True
    under = {words[n].text.lower() for n in tree.children[verb] if words[n].label == "aux"}
    return "have" in under and not under.isdisjoint({"to", "would", "could", "should"})


def _held_for_now(tree: Tree) -> Iterator[int]:
    """Give the verbs that a text says hold only for a while: "until then it is |run| by Lee"."""
    words = tree.words
    starts: dict[int, int] = {}
    at = 0
    for number, each in enumerate(words):
        starts[at] = number
        at += len(each.text) + 1
    for found in for_now().finditer(" ".join(each.text for each in words)):
        first = starts.get(found.start())
        if first is None:
            continue
        verbs = [n for n in tree.path(first) if is_verb(tree, n)]
        if words[first].label == "mark":
            verbs = verbs[1:]  # not that of "until a successor is found"
        if verbs and all(each.text != ";" for each in words[min(first, verbs[0]) : first]):
            yield verbs[0]
            yield from (n for n in tree.children[verbs[0]] if words[n].label == "xcomp")
    for word in words:
        # "who has been running the yard since its head was removed"
        if word.text.lower() == "since" and word.label in {"mark", "prep"}:
            verb = words[word.head].head if word.label == "mark" else word.head
            if words[verb].text.lower() in verb_forms(LIST, "has_it"):
                yield verb


def _place(tree: Tree, verb: int) -> int | None:
    """Give the noun of "takes her |place|", "steps into his |shoes|"."""
    words, places = tree.words, listed(LIST, "places")
    for each in tree.children[verb]:
        if words[each].label == "dobj" and words[each].text.lower() in places:
            is_owned = any(words[n].label in {"poss", "prep"} for n in tree.children[each])
            return each if is_owned else None  # "took place"
    found = _behind(tree, verb, {"in", "into"})
    return found if found is not None and words[found].text.lower() in places else None


def _titled(tree: Tree, number: int) -> int | None:
    """Give who has the title that "acting" stands before: "acting president |Ann Lee|"."""
    title = tree.words[number].head
    while tree.words[title].label == "compound":
        title = tree.words[title].head  # "acting harbour master Ann Lee"
    is_name = tree.words[title].tag.startswith("NNP") and title - number > 1
    return title if is_name else named_by(tree, title)


def named_by(tree: Tree, noun: int) -> int | None:
    """Give who a noun is said to be: "her predecessor, |Karl Roth|", "|Lee| is acting mayor"."""
    words, word = tree.words, tree.words[noun]
    behind = next((n for n in tree.children[noun] if words[n].label == "appos"), None)
    if behind is not None:
        return behind
    for of in (n for n in tree.children[noun] if words[n].text.lower() == "of"):
        # "The head of the agency, |Ann Lee|, …": the parser hangs her on the agency.
        house = object_of(tree, of)
        named = () if house is None else tree.children[house]
        behind = next((n for n in named if words[n].label == "appos"), None)
        if behind is not None and words[behind].tag.startswith("NNP"):
            return behind
    if word.label == "appos":
        return _head(tree, word.head)
    if word.label in {"compound", "nmod"} and words[word.head].tag.startswith("NNP"):
        return word.head
    verb = word.head
    if word.label == "pobj" and words[verb].text.lower() == "as":
        verb = words[verb].head
        if words[verb].text.lower() in listed(LIST, "comings"):
            return _comes(tree, verb)
        if words[verb].text.lower() not in verb_forms(LIST, "names"):
            return None  # "stepped down as president"
    elif word.label == "nsubj":
        return next((n for n in tree.children[verb] if words[n].label == "attr"), None)
    elif word.label not in {"attr", "oprd"}:
        return None
    if not is_verb(tree, verb):
        return None
    under = {words[n].label: n for n in reversed(tree.children[verb])}
    if word.label != "attr" and "dobj" in under:
        return under["dobj"]  # "named Lee acting president"
    subject = under.get("nsubjpass", under.get("nsubj"))
    if subject is not None and words[subject].text.lower() in _WHO:
        return _head(tree, words[verb].head) if words[verb].label == "relcl" else None
    return subject


def _comes(tree: Tree, coming: int) -> int | None:
    """Give whose return or appointment it is: "|Lee's| return", "|Lee| completed a return"."""
    words = tree.words
    whose = next((n for n in tree.children[coming] if words[n].label == "poss"), None)
    if whose is not None and words[whose].tag != "PRP$":
        return whose
    verb = words[coming].head
    if words[coming].label != "dobj" or not is_verb(tree, verb):
        return None
    return next((n for n in tree.children[verb] if words[n].label == "nsubj"), None)


def doer(tree: Tree, verb: int, deep: int = 0) -> int | None:
    """Give who does what a verb says, also where only a verb above it has the subject."""
    words, label, above = tree.words, tree.words[verb].label, tree.words[verb].head
    under = {words[n].label: n for n in reversed(tree.children[verb])}
    if is_passive(tree, verb):
        return object_of(tree, under["agent"]) if "agent" in under else None
    if "nsubj" in under:
        is_who = label == "relcl" and words[under["nsubj"]].text.lower() in _WHO
        return _head(tree, above) if is_who else under["nsubj"]
    if label in {"acl", "relcl"}:
        return _head(tree, above)
    if label not in {"xcomp", "conj", "advcl", "pcomp"} or above == verb or deep > _DEEP:
        return None
    while not is_verb(tree, above) and words[above].head != above:
        above = words[above].head
    if any(words[n].tag == "TO" for n in tree.children[verb]):
        # "named Lee to take over", "Lee was asked to take over"
        over = {words[n].label: n for n in reversed(tree.children[above])}
        if "dobj" in over or "nsubjpass" in over:
            return over.get("dobj", over.get("nsubjpass"))
    return doer(tree, above, deep + 1)


def undergoer(tree: Tree, verb: int) -> int | None:
    """Give whom a verb that replaces is done to."""
    words, label = tree.words, tree.words[verb].label
    under = {words[n].label: n for n in reversed(tree.children[verb])}
    if not is_passive(tree, verb):
        subject = under.get("nsubj")
        if "dobj" not in under and label == "relcl" and subject is not None:
            # "the man he succeeded, Karl Roth"
            return words[verb].head if words[subject].tag[0] != "W" else None
        return under.get("dobj")
    above = words[verb].head
    if "nsubjpass" in under or label not in {"xcomp", "pcomp", "advcl"}:
        return under.get("nsubjpass")
    if label == "pcomp":
        above = words[above].head  # "led it before being replaced"
    return doer(tree, above) if is_verb(tree, above) else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Is what a verb says done to its subject?"""
    labels = {tree.words[n].label for n in tree.children[verb]}
    return not labels.isdisjoint({"auxpass", "nsubjpass", "agent"})


def _head(tree: Tree, noun: int) -> int:
    """Give what stands first of "Ann Lee, a nurse," for either word."""
    while tree.words[noun].label == "appos" and tree.words[noun].head != noun:
        noun = tree.words[noun].head
    return noun


def _behind(tree: Tree, verb: int, prepositions: set[str]) -> int | None:
    words = tree.words
    for each in tree.children[verb]:
        if words[each].label == "prep" and words[each].text.lower() in prepositions:
            return object_of(tree, each)
    return None


def object_of(tree: Tree, preposition: int) -> int | None:
    """Give what a preposition has: of "by the vice-chairman, Ann Lee," the word with the name."""
    words = tree.words
    found = [n for n in tree.children[preposition] if words[n].label == "pobj"]
    named = [n for n in found if any(words[m].label == "appos" for m in tree.children[n])]
    return next(iter((*named, *found)), None)

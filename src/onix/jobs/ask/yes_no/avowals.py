"""Whether somebody denies or admits something: a yes/no question and readings in, readings out.

"Does the company deny the delay?" is answered by a verb of the same sort: "denies" or "does not
admit", where a yes or no of the reader follows the "not" it sees and so turns "does not dispute the
letters" round. What is denied or admitted, and by whom, is the reader's and the windows' business;
here only yes and no are told from the two verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

Side = Literal["for", "against"]
SURE: Final = 0.5  # the log of the odds, for a reading that is on the matter


def avowed(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "does X deny Y", with the yes or no that their own verb tells."""
    asked = _asked(question)
    if asked is None:
        return list(readings)
    side, subject = asked
    matter = _stems(question.tree, range(len(question.tree.words)))
    found = []
    for each in readings:
        is_on_it = each.score >= on_it()
        stand = _stand(seen.parse(each.sentence.text), subject, matter) if is_on_it else None
        if stand is None:
            found.append(each)
            continue
        stance: Literal["yes", "no"] = "yes" if stand == side else "no"
        found.append(replace(each, stance=stance, score=max(each.score, SURE)))
    return sorted(found, key=lambda each: -each.score)


def _asked(question: Question) -> tuple[Side, frozenset[str]] | None:
    """Give on which side a question asks whether somebody is, and the names of whom it asks."""
    tree = question.tree
    if question.kind != "yes/no":
        return None
    root = next(
        (n for n, each in enumerate(tree.words) if each.head == n and is_verb(tree, n)), None
    )
    if root is None:
        return None
    side = _side(tree, root)
    subject = _subject(tree, root)
    words = {each.text.lower() for each in tree.words}
    if tree.words[root].tag == "VBN" and words.isdisjoint({"has", "have", "had"}):
        return None  # "Was Brandt dismissed?" does not ask what Brandt denies
    if side is None or subject is None or _is_negated(tree, root):
        return None
    return side, _names(tree, subject)


def _side(tree: Tree, verb: int) -> Side | None:
    word = tree.words[verb].text.lower()
    if word in verb_forms("avowals", "against"):
        return "against"
    return "for" if word in verb_forms("avowals", "for") else None


def _subject(tree: Tree, verb: int) -> int | None:
    return next((n for n in tree.children[verb] if tree.words[n].label in SUBJECTS), None)


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.words[n].label == "neg" for n in tree.children[verb])


def _names(tree: Tree, number: int) -> frozenset[str]:
    if not tree.words[number].tag.startswith("NNP"):
        return frozenset()  # "the head of Halitor" may be anybody
    first, last = tree.edges[number]
    return frozenset(
        part
        for each in tree.words[first : last + 1]
        if each.tag.startswith("NNP")
        for part in words_of(each.text)
    )


def _stems(tree: Tree, numbers: Iterable[int]) -> frozenset[str]:
    small = listed("stopwords", "english")
    words = (tree.words[n].text.lower() for n in numbers)
    return frozenset(lexicon.stem(word) for word in words if word not in small)


def _is_of_another_matter(tree: Tree, verb: int, matter: frozenset[str]) -> bool:
    """Is it another thing that is denied: "denied |wrongdoing|", asked whether that it was him?"""
    thing = next((n for n in tree.children[verb] if tree.words[n].label == "dobj"), None)
    if thing is None or not tree.words[thing].tag.startswith("NN"):
        return False
    first, last = tree.edges[thing]
    inside = _stems(tree, range(first, last + 1))
    return inside.isdisjoint(matter) and inside.isdisjoint(_any_matter())


@cache
def _any_matter() -> frozenset[str]:
    return frozenset(map(lexicon.stem, listed("avowals", "matters")))


def _stand(tree: Tree, asked: frozenset[str], matter: frozenset[str]) -> Side | None:
    """Give on which side a sentence tells that somebody is; None where it does not, or of another.

    Who does not confirm something does not deny it.

    Args:
        asked: The names of whom the question asks.
        matter: The stems of its words.
    """
    for number, word in enumerate(tree.words):
        if word.text.lower() in listed("avowals", "untrue") and word.label in {"acomp", "attr"}:
            return None if _is_negated(tree, word.head) else "against"
        if not is_verb(tree, number) or word.label in {"amod", "aux"}:
            continue
        side = _side(tree, number)
        if side is None:
            continue
        subject = _subject(tree, number)
        if subject is not None:
            names = _names(tree, subject)
            if names and asked and names.isdisjoint(asked):
                continue
        if _is_of_another_matter(tree, number, matter):
            continue
        if not _is_negated(tree, number):
            return side
        if side == "against":
            return "for"
    return None

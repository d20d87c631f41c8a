"""Has somebody a post still, as a sentence tells it: a tree or a reading in, out yes or no.

"Tarn have sacked manager Karl Roth", "Lee announced her resignation": the title stands there, and
the post is gone. So it is in "a cup given to Prime Minister Roth in 1951".
"""

from __future__ import annotations

from typing import Final

from onix.jobs.ask.kinds.hands import is_passive
from onix.jobs.ask.readings import Reading, Seen
from onix.reading.events.clauses import is_verb
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

YEARS: Final = 2  # before it was printed, and nobody need have the post still


def leaves(tree: Tree, noun: int) -> bool:
    """Does the sentence tell that somebody gives a post up: "President Lee resigned on Monday"?"""
    if tree.words[noun].label == "appos":
        noun = tree.words[noun].head  # "their president, Ann Lee, resigned"
        if tree.words[noun].label == "pobj":
            noun = tree.words[tree.words[noun].head].head  # "the head of the bank, Ann Lee, …"
    titled = (n for n in tree.children[noun] if tree.words[n].label == "compound")
    before = {tree.words[m].text.lower() for n in (noun, *titled) for m in tree.children[n]}
    if not before.isdisjoint(verb_forms("successions", "removes")):
        return True  # "|sacked| manager Ann Lee"
    verb, label = tree.words[noun].head, tree.words[noun].label
    if _is_of_a_going(tree, noun):
        return True
    if not is_verb(tree, verb) or label not in SUBJECTS | {"dobj"}:
        return False
    if label == "nsubj" and tree.words[verb].text.lower() in verb_forms("successions", "removes"):
        return is_passive(tree, verb)  # who dismisses somebody stays
    below = {tree.words[n].label: tree.words[n].text.lower() for n in tree.children[verb]}
    if below.get("dobj") in listed("successions", "goings"):
        return label == "nsubj"  # "announced her |departure|"
    told = {tree.words[verb].text.lower()}
    if is_passive(tree, verb):
        told.add(below.get("xcomp", ""))  # "was forced to |resign|"
    return not told.isdisjoint(verb_forms("successions", "leaves"))


def _is_of_a_going(tree: Tree, noun: int) -> bool:
    """Is it told by a noun: "the resignation of |Ann Lee|", "|Lee's| departure"?"""
    words = tree.words
    above = words[noun].head
    if words[noun].label == "pobj" and words[above].text.lower() == "of":
        above = words[above].head
    elif words[noun].label != "poss":
        return False
    return words[above].text.lower() in listed("successions", "goings")


def is_gone(reading: Reading, seen: Seen) -> bool:
    """Does its sentence tell that whoever was read gives a post up?"""
    if reading.span is None:
        return False
    start, end = (each - reading.sentence.start for each in (reading.span.start, reading.span.end))
    tree = seen.parse(reading.sentence.text)
    return any(
        start <= word.start < end and word.tag[0] == "N" and leaves(tree, number)
        for number, word in enumerate(tree.words)
    )


def is_of_old(reading: Reading, seen: Seen) -> bool:
    """Does its sentence only tell of years long before it was printed: "in 1951"?"""
    published = (reading.window.citation.published or "")[:4]
    times = [
        each.latest
        for each in seen.marks(reading.sentence.document_id).times
        if each.latest and reading.sentence.covers(each.span)
    ]
    if not times or not published.isdigit():
        return False
    return int(max(times)[:4]) <= int(published) - YEARS

"""Whether somebody says, admits or denies what a question names: who it is that has to say so.

"Did Roth say that he had resigned?" asks what Roth says of resigning, and not whether Roth spoke:
so the clause below is what is asked, and a sentence counts only as the words of the one who is
asked about. In come trees, out come the clause and whose it is.
"""

from __future__ import annotations

from typing import Final

from onix.jobs.ask.yes_no.parties import Relation, parties, relation
from onix.model import Marks
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import verb_forms

_SECTIONS: Final = ("said", "claimed", "denied")
_TELLING: Final = frozenset().union(*(verb_forms("assertions", each) for each in _SECTIONS))
# Whoever knew or saw it tells nothing: that they did is what is asked.
_KNOWING: Final = verb_forms("avowals", "knowing")
_MORE: Final = verb_forms("avowals", "for") | verb_forms("avowals", "against")
_OPEN: Final = frozenset({"whether", "if"})


def told_clause(tree: Tree, verb: int) -> int | None:
    """Give the verb of what somebody is asked to say, admit or deny; None where nothing is."""
    if tree.words[verb].text.lower() not in (_TELLING | _MORE) - _KNOWING:
        return None
    if any(tree.words[n].label == "prt" for n in tree.children[verb]):
        return None  # "rule out using soldiers" is no ruling
    for number in tree.children[verb]:
        word = tree.words[number]
        if word.label in {"ccomp", "xcomp"} and word.tag[0] == "V" and not opens(tree, number):
            is_to = any(tree.words[n].tag == "TO" for n in tree.children[number])
            return None if is_to else number
        if word.label == "prep":
            behind = (n for n in tree.children[number] if tree.words[n].label == "pcomp")
            if (found := next(behind, None)) is not None and tree.words[found].tag == "VBG":
                return found
    return None


def leaves_open(tree: Tree, verb: int) -> bool:
    """Does a verb of saying leave open what is said: "say whether he left", "know who did it"?

    What is confirmed or denied is not: "confirm what the radio reported".
    """
    return tree.words[verb].text.lower() not in _MORE and any(
        tree.words[n].label in {"ccomp", "xcomp", "pcomp"} and opens(tree, n)
        for m in (verb, *tree.children[verb])
        for n in tree.children[m]
        if m == verb or tree.words[m].label == "prep"
    )


def opens(tree: Tree, verb: int) -> bool:
    """Does a clause leave open what it names: "whether he left", "when she knew"?"""
    return any(
        tree.words[n].text.lower() in _OPEN or tree.words[n].tag[0] == "W"
        for m in (verb, *tree.children[verb])
        for n in (m, *tree.children[m])
        if tree.words[n].start < tree.words[verb].start
    )


def is_denial(tree: Tree, verb: int) -> bool:
    """Does a question ask whether somebody denies it?"""
    return tree.words[verb].text.lower() in verb_forms("avowals", "against")


def teller_of(
    asked: Tree, teller: int, told: Tree, number: int, start: int, marks: Marks
) -> Relation:
    """Say whether a word of a sentence is told by the one who is asked about.

    Args:
        start: Where the sentence begins in its document.
        marks: Of the document, for its quotations.
    """
    for above in told.path(number)[1:]:
        if told.words[above].text.lower() in _TELLING | _MORE:
            subject = parties(told, above).doer
            if subject is not None:
                return relation(asked, teller, told, subject, start, marks)
    at = start + told.words[number].start
    first, last = asked.edges[teller]
    names = {
        part
        for word in asked.words[first : last + 1]
        if word.tag.startswith("NNP")
        for part in words_of(word.text)
    }
    for quote in marks.quotes:
        if quote.speaker and names and any(c.start <= at < c.end for c in quote.content):
            is_same = asked.words[teller].text.lower() in words_of(quote.speaker)
            return "same" if is_same else "other"
    return "open"

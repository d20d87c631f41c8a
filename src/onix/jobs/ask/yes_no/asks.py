"""What a yes/no question asks, by its grammar: a question in, out what is said of whom.

Its own file as much may stand about what is asked: "is it true that", "did he say that", "is she
going to". What sentences say to it is found in `stances.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.turned import asked_whether_true, turned
from onix.jobs.ask.yes_no.deeds import Found, Stances, deed_at
from onix.jobs.ask.yes_no.parties import parties
from onix.jobs.ask.yes_no.tellers import is_denial as is_denial_of
from onix.jobs.ask.yes_no.tellers import leaves_open, told_clause
from onix.reading.events.assertions import is_negated as is_none
from onix.reading.events.clauses import auxiliaries
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree

COPULAS: Final = frozenset({"be", "remain", "stay", "becom", "becam"})  # stems
_CAN: Final = frozenset({"can", "could", "may"})
SAYS_HOW: Final = ("acomp", "attr", "oprd", "advmod", "prep")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a yes/no question asks, by the statement it makes.

    Attributes:
        word: The word that says it: a verb, or what "is" says of somebody.
        verb: The verb that it is said with.
        when: Whether it asks of what was done, is so, or is to come.
        asks_for_claims: It asks what somebody says of it: "according to Roth".
        deed: The row of words that says it, and how the other `deeds` stand to it.
        teller: Who is asked to say it, and whether the question is if they deny it.
        is_supposed: It asks what would have been, of which nothing that was is a yes or no.
        is_possible: It asks what can be, of which what once was is no yes: "can she |vote|".
        is_there: It asks whether there is something, which `word` names: "were there |batteries|".
        is_open: It asks whether somebody says who, when or whether: "did he say who left".
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
    deed: Found | None = None
    deeds: Stances = field(default_factory=dict)
    teller: int | None = None
    is_denial: bool = False
    is_open: bool = False
    is_supposed: bool = False
    is_possible: bool = False
    is_there: bool = False

    @property
    def names_what(self) -> bool:
        """Is it done to something with a name or number, which is not told in other words?"""
        if self.whom is None:
            return False
        first, last = self.tree.edges[self.whom]
        return any(
            word.tag in {"NNP", "NNPS", "CD", "PRP"} for word in self.tree.words[first : last + 1]
        )


def asked_of(
    question: Question, parse: Callable[[str], Tree], *, of_what_exists: bool = True
) -> Asked | None:
    """Give what a question asks; None where its grammar is not plain.

    Args:
        of_what_exists: Take "were there letters on the desk" to ask whether there are letters;
            else whether something was on the desk, as what is told of may not say "there".
    """
    is_true = asked_whether_true(question.text)
    tree = parse(is_true) if is_true else turned(question.tree, question.text, parse)
    if tree is None:
        return None
    words = tree.words
    verb = next((n for n, each in enumerate(words) if each.head == n and each.tag[0] in "VM"), None)
    if verb is None:
        return None
    teller, is_denial = None, False
    clause = told_clause(tree, verb)
    if clause is not None:
        teller, is_denial = parties(tree, verb).doer, is_denial_of(tree, verb)
        if teller is None:
            return None
        verb, when = clause, _told_when(tree, clause)
    else:
        when = _told_when(tree, verb) if is_true else _when(question)
    ahead = _going(tree, verb)
    if ahead is not None and when == "now":
        verb, when = ahead, "ahead"
    sides = parties(tree, verb)
    who = sides.done if sides.is_passive else sides.doer
    whom = sides.doer if sides.is_passive else sides.done
    # "say that he would |not|" is asked the other way round, while "plead not guilty" is not
    is_negated = any(each.label == "neg" or each.text.lower() == "no" for each in words)
    if clause is not None and is_none(tree, verb):
        is_negated, is_denial = False, not is_denial
    deed, deeds = deed_at(tree, verb) or (None, {})
    word = verb
    existing = what_exists(tree, verb) if of_what_exists else None
    if existing is not None:
        word = existing
    elif lexicon.stem(words[verb].text.lower()) in COPULAS:
        by_label = {words[n].label: n for n in reversed(tree.children[verb])}
        found = next((by_label[label] for label in SAYS_HOW if label in by_label), None)
        if found is None:
            return None
        word = found
        if words[found].label == "prep":
            word = next(iter(tree.children[found]), found)
    return Asked(
        tree, word, verb, who, whom, sides.is_passive, when, is_negated,
        asks_for_claims=teller is not None or "according to" in question.text.lower(),
        deed=deed, deeds=deeds, teller=teller, is_denial=is_denial,
        is_open=teller is None and leaves_open(tree, verb),
        is_supposed=_is_supposed(tree, verb), is_possible=bool(auxiliaries(tree, verb) & _CAN),
        is_there=existing is not None,
    )  # fmt: skip


def what_exists(tree: Tree, verb: int) -> int | None:
    """Give the noun of which a verb says that it exists: "there were no |batteries|"."""
    words, below = tree.words, tree.children[verb]
    if not any(words[n].tag == "EX" for n in below):
        return None
    nouns = (n for n in below if words[n].label in {"attr", "nsubj"} and words[n].tag[0] == "N")
    return next(nouns, None)


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Is it what would or could have been: "would a test have |found| it"?"""
    helpers = auxiliaries(tree, verb)
    return "have" in helpers and not helpers.isdisjoint({"would", "could", "should", "might"})


def _going(tree: Tree, verb: int) -> int | None:
    """Give what somebody "is going to" do."""
    if tree.words[verb].text.lower() != "going":
        return None
    below = (n for n in tree.children[verb] if tree.words[n].label == "xcomp")
    return next((n for n in below if tree.words[n].tag == "VB"), None)


def _told_when(tree: Tree, verb: int) -> Literal["done", "now", "ahead"]:
    """Give when what somebody is asked to say was, as it is told by then."""
    texts = {tree.words[n].text.lower() for n in tree.children[verb]}
    if not texts.isdisjoint({"will", "would", "shall"}):
        return "ahead"
    is_doing = tree.words[verb].tag == "VBG" and not texts.isdisjoint({"was", "were", "is", "are"})
    is_past = tree.words[verb].tag in {"VBD", "VBN"} or "having" in texts
    return "done" if is_past and not is_doing else "now"


def _when(question: Question) -> Literal["done", "now", "ahead"]:
    words = {each.text.lower() for each in question.tree.words[:2]} | {
        each.text.lower() for each in question.tree.words if each.label in {"aux", "auxpass"}
    }
    if not words.isdisjoint({"did", "was", "were", "has", "have", "had"}):
        return "done"
    return "ahead" if not words.isdisjoint({"will", "would", "shall"}) else "now"

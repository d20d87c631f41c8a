"""What "why" and "where" are asked of: in comes a question, out the event, and who tells of it.

It is its own file as a reason and a place answer only where they hang on the very event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import LIGHT
from onix.jobs.ask.yes_no.deeds import SAME, Stances, deed_at, deeds_in, may_say
from onix.jobs.ask.yes_no.parties import Parties, parties, relation
from onix.model import Marks, Span
from onix.reading.events.assertions import assertion
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree

NEAR: Final = 0.5  # of each name of the question, around it
_STATES: Final = frozenset({"on", "at", "in", "under", "out", "off"})


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, of which something is asked.

    Attributes:
        words: Those that say it, in lower case: "step down".
        tree: Of the question.
        sides: Who does it, and to whom it is done.
        names: All others that the question has.
        deeds: Rows of words that say it, too, "lay to rest" of "bury", or something else: "free" of
            "jail".
    """

    words: str
    tree: Tree
    sides: Parties
    names: tuple[str, ...]
    deeds: Stances = field(default_factory=dict)

    def may_be_told_in(self, words: Sequence[str]) -> bool:
        """Has a sentence a word for it, by those words in lower case?"""
        same = {deed: stance for deed, stance in self.deeds.items() if stance == SAME}
        if same and may_say(frozenset(map(lexicon.stem, words)), same):
            return True
        return Matcher([self.words]).strengths(words)[0] >= lexicon.SYNONYM

    def is_undone_by(self, tree: Tree, number: int) -> bool:
        """Does a verb of a sentence say what cannot be it: "freed" where somebody was jailed?"""
        found = next(deeds_in(tree, number, self.deeds), None)
        return found is not None and found.stance != SAME

    def is_said_by(self, tree: Tree, number: int) -> bool:
        """Does a word of a sentence say it, with what goes with it: "stepped |down|"?"""
        own, words = tree.words[number].text.lower(), tree.words
        if self.deeds and is_verb(tree, number):
            found = next(deeds_in(tree, number, self.deeds), None)
            if found is not None and found.stance == SAME:
                return True
        beside = (n for n in tree.children[number] if words[n].label in {"prt", "advmod"})
        rows = [own, *(f"{own} {words[n].text.lower()}" for n in beside)]
        return max(lexicon.match(self.words, row) for row in rows) >= lexicon.SYNONYM


def event_asked(question: Question) -> Event | None:
    """Give what a question of why or where is about: a deed, or what somebody is said to be."""
    tree, words = question.tree, question.tree.words
    verb = next((n for n, each in enumerate(words) if each.head == n and each.tag[0] == "V"), None)
    if verb is None:
        return None
    below = tree.children[verb]
    if any(words[n].label == "neg" for n in below):
        return None
    said: int | None = verb
    if lexicon.stem(words[verb].text.lower()) in LIGHT:
        # "On strike" the parser may hang on whoever is.
        nouns = [n for n in below if words[n].label in {"attr", "acomp", "dobj"}]
        states = (n for each in (verb, *below) for n in tree.children[each])
        nouns += [
            behind
            for n in states
            if words[n].label == "prep" and words[n].text.lower() in _STATES
            for behind in tree.children[n]
            if words[behind].label == "pobj"
        ]
        said = next(iter(nouns), None)
    term = next((each for each in question.terms if each.index == said), None)
    if term is None:
        return None
    names = tuple(t.word for t in question.terms if t.sort == "name" and t is not term)
    found = deed_at(tree, verb) if said == verb else None
    deeds = {} if found is None else found[1]
    return Event(term.word, tree, parties(tree, verb), names, deeds)


def has_names(question: Question, event: Event, strengths: Sequence[float]) -> bool:
    """Does every name of the question stand near?

    Args:
        strengths: How well each term is borne out, as in `Window.strengths`.
    """
    pairs = zip(question.terms, strengths, strict=True)
    return all(strength >= NEAR for term, strength in pairs if term.word in event.names)


def is_told_of(event: Event, tree: Tree, word: int, sentence: Span, marks: Marks) -> bool:
    """Does a word that says it say so of those who are asked about, and as what is so?"""
    if not is_verb(tree, word):
        return True
    said = assertion(tree, word)
    if not said.is_so or said.voice == "denied" or said.when is None:
        return False
    own, theirs = event.sides, parties(tree, word)
    pairs = [(own.doer, theirs.doer), (own.done, theirs.done)]
    if own.done is None and theirs.doer is None:
        pairs.append((own.doer, theirs.done))  # "the launch was delayed", "the launch slipped"
    if own.doer is None and theirs.done is None:
        pairs.append((own.done, theirs.doer))
    found = {
        relation(event.tree, a, tree, b, sentence.start, marks)
        for a, b in pairs
        if a is not None and b is not None
    }
    is_it = any(_is_the(event.tree, a, tree, b) for a, b in pairs)
    if "same" in found or is_it or not event.names:
        return "other" not in found
    # "the former was fined": of whom that is said, only names in the sentence could tell
    strengths = Matcher(event.names).strengths(words_of(sentence.text))
    return "other" not in found and min(strengths) >= lexicon.SYNONYM


def _is_the(asked: Tree, one: int | None, told: Tree, other: int | None) -> bool:
    """Is it "the launch" of which a question asks by a name: "the Ares launch"?"""
    if one is None or other is None or told.words[other].tag not in {"NN", "NNS"}:
        return False
    first = told.edges[other][0]
    named = any(each.tag[:3] == "NNP" for each in told.words[first : other + 1])
    is_the = any(told.words[n].text.lower() == "the" for n in told.children[other])
    mine, theirs = asked.words[one].text.lower(), told.words[other].text.lower()
    return is_the and not named and lexicon.match(mine, theirs) >= 1.0

"""To what it was done, where sentences say so outright: a question and readings in, readings out.

"What did Lund die of?" is answered by "Lund died in a Vikna hospital of pneumonia", "whom did Lund
name?" by "Lund named Roth": verb and subject are those of the question, and so is the preposition.
What the reader has found there is sure; what stands under another preposition is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.doers import FAR, NEAR, When, is_told
from onix.jobs.ask.kinds.hands import doer, is_passive
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.jobs.ask.trust import enough
from onix.model import Marks, Span
from onix.reading.events.clauses import is_verb, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree

LIKELY: Final = 0.6  # the log of the odds
OTHERS: Final = 0.0  # the most that is worth what stands under another preposition, or verb
# What was named before: "the company", "this plan".
_VAGUE: Final = re.compile(r"(?:the|this|that|these|those)\s[a-z]+", re.IGNORECASE)
_ALIKE: Final = ({"of", "from"}, {"on", "upon"}, {"in", "into"}, {"to", "toward", "towards"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did, where to what it was done is asked for.

    Attributes:
        verb: In lower case.
        doers: Which terms of the question name who did it.
        rest: Which others it has.
        prepositions: Behind which it stands; empty where it is the object of the verb.
        when: Is it asked of what was done, or is done now?
        is_of_whom: Is somebody asked for, and not something?
    """

    verb: str
    doers: tuple[int, ...]
    rest: tuple[int, ...]
    prepositions: frozenset[str]
    when: When
    is_of_whom: bool


def with_undergone(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "what did Lund die of", what stands there in a sentence first."""
    deed = deed_asked(question)
    if deed is None:
        return list(readings)
    told = list(_told(question, deed, seen))
    found = []
    for each in readings:
        if any(are_one(each.span, other.span) for other in told):
            found.append(replace(each, score=max(each.score, LIKELY)))
        elif told and deed.prepositions:
            found.append(replace(each, score=min(each.score, OTHERS)))
        else:
            found.append(each)
    plain = [each for each in told if _VAGUE.fullmatch(each.span.text if each.span else "") is None]
    if plain and max((each.score for each in found), default=enough()) <= enough():
        found.append(max(plain, key=lambda each: each.window.citation.published or ""))
    return sorted(found, key=lambda each: -each.score)


def deed_asked(question: Question) -> Deed | None:
    """Give what was done, where to what is asked for; None where it is not that plain."""
    tree, words = question.tree, question.tree.words
    asks = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind not in {"what", "who"} or asks is None or question.focus is not None:
        return None
    if question.asks_for_words or question.tense == "ahead":
        return None
    prepositions: frozenset[str] = frozenset()
    verb = words[asks].head
    if words[asks].label == "pobj":
        low = words[verb].text.lower()
        prepositions = frozenset({low}.union(*(row for row in _ALIKE if low in row)))
        verb = words[verb].head
    elif words[asks].label != "dobj":
        return None
    if not is_verb(tree, verb) or words[verb].head != verb or is_passive(tree, verb):
        return None
    term = next((t for t in question.terms if t.index == verb and t.weight > 1.0), None)
    who = next((n for n in tree.children[verb] if words[n].label == "nsubj"), None)
    if term is None or who is None or " " in term.word:
        return None
    inside = within(tree, who)
    others = [n for n, t in enumerate(question.terms) if t.index != verb and t.weight >= 1.0]
    doers = tuple(n for n in others if question.terms[n].index in inside)
    rest = tuple(n for n in others if n not in doers)
    when: When = "done" if words[verb].tag == "VBD" or question.tense == "past" else "now"
    if not doers:
        return None
    return Deed(term.word, doers, rest, prepositions, when, is_of_whom=question.kind == "who")


def _told(question: Question, deed: Deed, seen: Seen) -> Iterator[Reading]:
    """Give to what sentences tell that it was done."""
    verbs = Matcher([deed.verb])
    rest = Matcher([question.terms[n].word for n in deed.rest])
    names = Matcher([question.terms[n].word for n in deed.doers])
    done: set[Span] = set()
    for window in seen.wide():
        if any(window.strengths[n] < FAR for n in (*deed.doers, *deed.rest)):
            continue
        marks = seen.marks(window.text.document_id)
        for sentence in window.sentences:
            told = words_of(sentence.text)
            if (
                is_asked(sentence.text)
                or sentence in done
                or verbs.strengths(told)[0] < lexicon.SYNONYM
            ):
                continue
            done.add(sentence)
            if deed.rest and min(rest.strengths(told)) < NEAR:
                continue
            tree = seen.parse(sentence.text)
            for first, last in _objects(tree, deed, names, sentence, marks):
                place = sentence.part(tree.words[first].start, tree.words[last].end)
                yield reading_at(question, window, place, LIKELY)


def _objects(
    tree: Tree, deed: Deed, names: Matcher, sentence: Span, marks: Marks
) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of each that it is done to in a sentence."""
    words = tree.words
    for verb, word in enumerate(words):
        if not is_verb(tree, verb) or lexicon.match(deed.verb, word.text.lower()) < lexicon.SYNONYM:
            continue
        who = doer(tree, verb)
        if who is None or is_passive(tree, verb) or not is_told(tree, verb, deed.when):
            continue
        if not _is_it(tree, who, names, sentence, marks):
            continue
        for noun in _below(tree, verb, deed.prepositions):
            if deed.is_of_whom and not _may_be_somebody(words[noun].tag, words[noun].text):
                continue
            inside = sorted(within(tree, noun))
            yield inside[0], max(n for n in inside if n <= noun) if inside else noun


def _below(tree: Tree, verb: int, prepositions: frozenset[str]) -> Iterator[int]:
    """Give the objects of a verb, or of such a preposition that hangs on it or on a noun by it."""
    words = tree.words
    for each in tree.children[verb]:
        if not prepositions and words[each].label == "dobj" and words[each].tag[0] == "N":
            yield each
        if words[each].label != "prep":
            continue
        for at in _row(tree, each):
            if words[at].text.lower() in prepositions:
                yield from (  # "at the age of |82|" is of nothing
                    n
                    for n in tree.children[at]
                    if words[n].label == "pobj" and words[n].tag != "CD"
                )


def _may_be_somebody(tag: str, word: str) -> bool:
    """Is it a name, or a noun for people: "her |rival|", but not "her |race|"?"""
    return tag.startswith("NNP") or bool(nouns_in(word.lower()))


def _row(tree: Tree, preposition: int) -> Iterator[int]:
    """Give a preposition and those behind it: "died |in| a hospital |of| pneumonia".

    The parser hangs each on the noun before it.
    """
    yield preposition
    for noun in tree.children[preposition]:
        for each in tree.children[noun]:
            if tree.words[each].label == "prep":
                yield from _row(tree, each)


def _is_it(tree: Tree, who: int, names: Matcher, sentence: Span, marks: Marks) -> bool:
    """Is it whom the question names, or a pronoun that means them?"""
    words = tree.words
    whole = [words[n].text.lower() for n in sorted(within(tree, who))]
    if words[who].tag == "PRP":
        place = sentence.part(words[who].start, words[who].end)
        meant = (each.name for each in marks.meant if each.span.overlaps(place))
        whole = words_of(next((name for name in meant if name), ""))
    # of a full name the last word alone will do
    strengths = names.strengths(whole)
    return strengths[-1] >= NEAR

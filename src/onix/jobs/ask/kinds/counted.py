"""How many did something: in come a question and its readings, out the readings.

"At least 49 people were killed when a fire tore through a depot" answers how many died in the depot
fire, and "it lost 970,000 subscribers" how many it lost. The reader is seldom sure of a number in a
sentence that tells much besides. Grammar knows which number is of what is counted, on the side of
the verb that is asked for, as done or to come as it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import LIGHT
from onix.jobs.ask.kinds.dated import verb_of
from onix.jobs.ask.kinds.fates import fates_of
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.windows import NEAR, Window
from onix.jobs.ask.yes_no.parties import Relation, parties, relation
from onix.model import Figure, Span
from onix.reading.events.assertions import assertion
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree

SURE: Final = 0.7  # the log of the odds
WITHIN: Final = 0.75  # of each name and noun of a question, in the sentence
_PART: Final = frozenset({"more", "another", "other", "others", "additional", "further"})
# How it was before what is told next: "initially", "had been".
_FORMER: Final = frozenset({"initially", "originally", "previously", "formerly"})
_BY_THAT: Final = frozenset({"advcl", "acl", "conj", "ccomp"})


class _Asked(NamedTuple):
    """What is counted, by which verb, on which side of it, and who stands on the other."""

    tree: Tree
    focus: int
    verb: int
    is_done_to: bool
    other: int | None


def with_counts(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "how many", with the numbers that grammar is sure of before others."""
    asked = _asked(question)
    if asked is None:
        return list(readings)
    found = {each.sentence: each for each in _counts(question, asked, seen)}
    known = {each.sentence for each in readings if each.score >= SURE}
    new = [each for sentence, each in found.items() if sentence not in known]
    rest = [each for each in readings if each.sentence not in found or each.sentence in known]
    return sorted([*new, *rest], key=lambda each: -each.score)


def _asked(question: Question) -> _Asked | None:
    tree, focus, verb = question.tree, question.focus, verb_of(question)
    if question.kind != "how many" or focus is None or verb is None:
        return None
    if lexicon.stem(verb.word) in LIGHT:
        return None
    sides = parties(tree, verb.index)
    if tree.words[verb.index].label == "ccomp" and tree.words[verb.index].head == (
        tree.words[focus].head
    ):
        return _Asked(tree, focus, verb.index, True, sides.doer)  # "how many |did they lose|"
    if focus == sides.done:
        return _Asked(tree, focus, verb.index, True, sides.doer)
    if focus == sides.doer:
        return _Asked(tree, focus, verb.index, False, sides.done)
    return None


def _counts(question: Question, asked: _Asked, seen: Seen) -> Iterator[Reading]:
    done: set[Span] = set()
    told = ((window, each) for window in seen.wide() for each in window.sentences)
    for window, sentence in told:
        if sentence in done or not _bears_out(question, asked, sentence, window):
            continue
        done.add(sentence)
        marks = seen.marks(sentence.document_id)
        figures = [
            each
            for each in marks.figures
            if each.of is not None and each.value is not None and sentence.covers(each.span)
        ]
        tree = seen.parse(sentence.text) if figures else None
        for figure in figures:
            if tree is not None and _is_asked(asked, figure, sentence, tree, seen):
                base = sentence.start - window.text.start
                start, end = figure.span.start - sentence.start, figure.span.end - sentence.start
                yield reading_at(question, window, (base + start, base + end), SURE)
                break


def is_former(sentence: str) -> bool:
    """Does a sentence tell how it was before what is told next: "initially", "originally"?"""
    return not _FORMER.isdisjoint(words_of(sentence))


def _bears_out(question: Question, asked: _Asked, sentence: Span, window: Window) -> bool:
    """Does a sentence have all that is asked, or nearly all and the rest right beside it?"""
    told = words_of(sentence.text)
    if is_former(sentence.text):
        return False
    known = {asked.focus, asked.verb}
    terms = [each for each in question.terms if each.index not in known and each.weight > 0.5]
    own = Matcher([each.word for each in terms]).strengths(told)
    around = dict(zip(question.terms, window.strengths, strict=True))
    lacks = [each for each, strength in zip(terms, own, strict=True) if strength < WITHIN]
    return all(around[each] >= NEAR for each in lacks) and len(lacks) <= len(terms) // 2


def _is_asked(asked: _Asked, figure: Figure, sentence: Span, tree: Tree, seen: Seen) -> bool:
    """Does a number count what is asked for, of which the verb says what is asked?"""
    if figure.of is None:
        return False
    ends = figure.of.end - sentence.start
    noun = next((n for n, each in enumerate(tree.words) if each.end == ends), None)
    word = asked.tree.words[asked.focus].text.lower()
    if noun is None or lexicon.match(word, tree.words[noun].text.lower()) < lexicon.SYNONYM:
        return False
    below = {tree.words[n].text.lower() for n in tree.children[noun]}
    if not _PART.isdisjoint(below):
        return False
    if any(_is_verb_of_it(asked, tree, n) for n in tree.children[noun]):
        return True  # "the 16 host cities"
    above = next((n for n in tree.path(noun) if tree.words[n].tag[0] == "V"), None)
    verbs = [n for n in tree.children[noun] if tree.words[n].label in {"acl", "relcl"}]
    verbs += [] if above is None else [above]
    return any(_says_it(asked, noun, each, sentence, tree, seen) for each in verbs)


def _is_verb_of_it(asked: _Asked, tree: Tree, number: int) -> bool:
    """Does a word say of what is counted what the verb of the question asks: "host cities"?"""
    word, verb = tree.words[number], asked.tree.words[asked.verb].text.lower()
    return (
        not asked.is_done_to
        and word.label in {"compound", "amod", "nmod"}
        and lexicon.stem(word.text.lower()) == lexicon.stem(verb)
    )


def _says_it(asked: _Asked, noun: int, verb: int, sentence: Span, tree: Tree, seen: Seen) -> bool:
    """Does a verb say what is asked of what is counted, of whom it is asked, and as so?"""
    mine, theirs = asked.tree.words[asked.verb].text.lower(), tree.words[verb].text.lower()
    are_dead = set(fates_of(mine)) & set(fates_of(theirs))
    if not are_dead and lexicon.match(mine, theirs) < lexicon.SYNONYM:
        return False
    sides = parties(tree, verb)
    if noun not in {sides.done, sides.doer}:
        return False
    is_done_to = noun == sides.done
    other = sides.doer if is_done_to else sides.done
    if is_done_to != asked.is_done_to and not (are_dead and asked.other is None):
        return False
    said = assertion(tree, verb)
    word = tree.words[verb]
    if said.when is None and word.tag == "VBG" and word.label in _BY_THAT:
        said = assertion(tree, word.head)  # "a quake toppled homes, |killing| at least 26"
    is_ahead = bool({"will", "would"} & {each.text.lower() for each in asked.tree.words})
    if not said.is_so or said.voice in {"claimed", "denied"}:
        return False
    if said.when not in ({"ahead", "meant", "now"} if is_ahead else {"done", "now"}):
        return False
    return _relation(asked, other, sentence, tree, seen) != "other"


def _relation(asked: _Asked, other: int | None, sentence: Span, tree: Tree, seen: Seen) -> Relation:
    if asked.other is None or other is None:
        return "open"
    marks = seen.marks(sentence.document_id)
    return relation(asked.tree, asked.other, tree, other, sentence.start, marks)

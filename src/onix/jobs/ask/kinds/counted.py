"""How many did something: in come a question and its readings, out the readings.

"At least 49 people were killed when a fire tore through a depot" answers how many died in the depot
fire, and "it lost 970,000 subscribers" how many it lost. The reader is seldom sure of a number in a
sentence that tells much besides. Grammar knows which number is of what is counted, on the side of
the verb that is asked for, as done or to come as it is asked.
"""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from onix.reading.events.clauses import top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree

SURE: Final = 1.0  # the log of the odds
OTHERS: Final = -1.0  # the most that the number of some of them is worth
WITHIN: Final = 0.75  # of each name and noun of a question, in the sentence
_ANYBODY: Final = frozenset({"people", "persons", "victims", "lives"})
_PART: Final = frozenset({"more", "another", "other", "others", "additional", "further"})
# How it was before what is told next: "initially", "had been".
_FORMER: Final = frozenset({"initially", "originally", "previously", "formerly"})
_DAYS: Final = frozenset(each.lower() for each in (*day_name, *month_name))
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
    readings = [
        replace(each, score=min(each.score, OTHERS)) if _is_no_count(asked, each, seen) else each
        for each in readings
    ]
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
    helper = tree.words[focus].head
    is_helped = tree.words[helper].label == "aux" and tree.words[helper].head == verb.index
    is_clause = tree.words[verb.index].label == "ccomp" and tree.words[verb.index].head == helper
    if is_helped or is_clause:
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
        if sentence in done:
            continue
        done.add(sentence)
        marks = seen.marks(sentence.document_id)
        figures = [
            each
            for each in marks.figures
            if each.of is not None and each.value is not None and sentence.covers(each.span)
        ]
        if not figures:
            continue
        tree = seen.parse(sentence.text)
        if not _bears_out(question, asked, sentence, window, tree):
            continue
        for figure in figures:
            if _is_asked(asked, figure, sentence, tree, seen):
                yield reading_at(question, window, _all_of(asked, figure, sentence, tree), SURE)
                break


def is_former(sentence: str) -> bool:
    """Does a sentence tell how it was before what is told next: "initially", "originally"?"""
    return not _FORMER.isdisjoint(words_of(sentence))


def _bears_out(
    question: Question, asked: _Asked, sentence: Span, window: Window, tree: Tree
) -> bool:
    """Does a sentence have all that is asked, or the rest right beside it?

    Of the things asked about it has most; a name may stand beside it where it has no other.
    """
    if is_former(sentence.text):
        return False
    known = {asked.focus, asked.verb}
    terms = [each for each in question.terms if each.index not in known and each.weight > 0.5]
    own = Matcher([each.word for each in terms]).strengths(words_of(sentence.text))
    around = dict(zip(question.terms, window.strengths, strict=True))
    lacks = [each for each, strength in zip(terms, own, strict=True) if strength < WITHIN]
    nouns = [each for each in terms if each.sort == "noun"]
    return (
        all(around[each] >= NEAR for each in lacks)
        and 2 * sum(each in lacks for each in nouns) <= len(nouns)
        and (names_no_other(question, tree) or not any(e.sort == "name" for e in lacks))
    )


def names_no_other(question: Question, tree: Tree) -> bool:
    """Does a sentence name nobody and nothing that the question does not, but days and months?"""
    asked = {part for each in question.terms for part in words_of(each.word)}
    return all(
        each.text.lower() in asked or each.text.lower() in _DAYS
        for each in tree.words
        if each.tag[:3] == "NNP"
    )


def _is_asked(asked: _Asked, figure: Figure, sentence: Span, tree: Tree, seen: Seen) -> bool:
    """Does a number count what is asked for, of which the verb says what is asked?"""
    if figure.of is None:
        return False
    ends = figure.of.end - sentence.start
    noun = next((n for n, each in enumerate(tree.words) if each.end == ends), None)
    word = asked.tree.words[asked.focus].text.lower()
    if noun is None or not _is_counted(word, tree.words[noun].text.lower()):
        return False
    below = {tree.words[n].text.lower() for n in tree.children[noun]}
    if not _PART.isdisjoint(below):
        return False
    beside = _beside(tree, noun)
    is_of_others = word in _ANYBODY and lexicon.match(word, tree.words[noun].text.lower()) == 0.0
    if is_of_others and any(not _is_with_number(tree, n) for n in beside):
        return False  # "two pupils and |a teacher|"
    if any(_is_verb_of_it(asked, tree, n) for n in tree.children[noun]):
        return True  # "the 16 host cities"
    above = next((n for n in tree.path(noun) if tree.words[n].tag[0] == "V"), None)
    verbs = [n for n in tree.children[noun] if tree.words[n].label in {"acl", "relcl"}]
    verbs += [] if above is None else [above]
    return any(_says_it(asked, noun, each, sentence, tree, seen) for each in verbs)


def _is_counted(word: str, noun: str) -> bool:
    """Is a noun what is counted: "pupils", or for people anybody?"""
    single = (noun.removesuffix("s"), lexicon.stem(noun))
    is_somebody = word in _ANYBODY and any(nouns_in(each) for each in single)
    return is_somebody or lexicon.match(word, noun) >= lexicon.SYNONYM


def _beside(tree: Tree, noun: int) -> list[int]:
    """Give the nouns that "and" puts beside one, on either side."""
    found = [n for n in tree.children[noun] if tree.words[n].label == "conj"]
    while tree.words[noun].label == "conj" and tree.words[noun].head != noun:
        noun = tree.words[noun].head
        found.append(noun)
    return [n for n in found if tree.words[n].tag[0] == "N"]


def _is_with_number(tree: Tree, noun: int) -> bool:
    return any(tree.words[n].tag == "CD" for n in tree.children[noun])


def _all_of(asked: _Asked, figure: Figure, sentence: Span, tree: Tree) -> Span:
    """Give a number, of people with those beside it: "|19 pupils and two teachers|"."""
    ends = figure.of.end - sentence.start if figure.of is not None else 0
    noun = next((n for n, each in enumerate(tree.words) if each.end == ends), None)
    if noun is None or not _is_one_of_several(asked, tree, noun):
        return figure.span
    last = max(_beside(tree, noun))
    return sentence.part(figure.span.start - sentence.start, tree.words[last].end)


def _is_no_count(asked: _Asked, reading: Reading, seen: Seen) -> bool:
    """Is what was read the number of some of them, or of those of another?

    "|19 children| and two teachers" of people, "|five people| died in storm Nora" of storm Ivar.
    """
    span, sentence = reading.span, reading.sentence
    if span is None:
        return False
    tree = seen.parse(sentence.text)
    noun = top(tree, span.start - sentence.start, span.end - sentence.start)
    if noun is not None and tree.words[noun].tag == "CD":
        noun = tree.words[noun].head
    if noun is None:
        return False
    if _is_one_of_several(asked, tree, noun):
        return True
    verb = next((n for n in tree.path(noun) if tree.words[n].tag[0] == "V"), None)
    if verb is None or not _is_same_deed(asked, tree, verb):
        return False
    sides = parties(tree, verb)
    other = sides.doer if noun == sides.done else sides.done
    is_sided = noun in {sides.done, sides.doer} and (noun == sides.done) == asked.is_done_to
    return is_sided and _relation(asked, other, sentence, tree, seen) == "other"


def _is_same_deed(asked: _Asked, tree: Tree, verb: int) -> bool:
    mine, theirs = asked.tree.words[asked.verb].text.lower(), tree.words[verb].text.lower()
    are_dead = not set(fates_of(mine)).isdisjoint(fates_of(theirs))
    return are_dead or lexicon.match(mine, theirs) >= lexicon.SYNONYM


def _is_one_of_several(asked: _Asked, tree: Tree, noun: int) -> bool:
    """Is another number of others told beside it, where what is asked for may be both?"""
    word, told = asked.tree.words[asked.focus].text.lower(), tree.words[noun].text.lower()
    beside = [n for n in tree.children[noun] if tree.words[n].label == "conj"]
    return (
        word in _ANYBODY
        and lexicon.stem(word) != lexicon.stem(told)
        and any(tree.words[m].tag == "CD" for n in beside for m in tree.children[n])
    )


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
    if not _is_same_deed(asked, tree, verb):
        return False
    mine = asked.tree.words[asked.verb].text
    are_dead = not set(fates_of(mine)).isdisjoint(fates_of(tree.words[verb].text))
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

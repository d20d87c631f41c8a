"""Which figure of a sentence is asked for: in come a question and readings, out go the readings.

"64% think she should resign, while 17% think she should stay": the reader takes either. The figure
asked for is that of the clause in which the verbs of the question stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.values import values_of
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.model import Span
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

_KINDS: Final = frozenset({"how many", "how much", "what", "which"})
_SIGNS: Final = frozenset({"$", "£", "€"})
_PERCENT: Final = frozenset({"%", "percent", "pct"})
Figure = tuple[int, int]  # its first and its last token
_HELPING: Final = frozenset({"do", "be", "have"})
_TOLD: Final = frozenset({"ccomp", "xcomp"})


def of_its_clause(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, each figure in the clause that has most of the verbs of the question."""
    # The parser takes many a verb of a short question for a noun: "did the yard |hire|".
    asked = {lexicon.stem(term.word) for term in question.terms} - _HELPING
    if question.kind not in _KINDS:
        return list(readings)
    return [
        _moved(question, asked, _with_its_noun(question, each, seen), seen)
        if each.score >= on_it() and each.span is not None
        else each
        for each in readings
    ]


def _with_its_noun(question: Question, reading: Reading, seen: Seen) -> Reading:
    """Give a reading of "how much |compensation|" in the sentence beside it that has that word.

    Where its own has not, and that one has but one value of the sort that is asked for.
    """
    noun = _noun(question)
    if question.kind != "how much" or noun is None or _tells(noun, reading.sentence):
        return reading
    document = seen.marks(reading.sentence.document_id)
    others = [
        (each, values)
        for each in reading.window.sentences
        if each != reading.sentence and _tells(noun, each)
        for values in [list(values_of(question, each, document) or [])]
    ]
    if len(others) != 1 or len(others[0][1]) != 1:
        return reading
    sentence, values = others[0]
    place = values[0]
    places = ((sentence, reading.window.citation),)
    return replace(reading, sentence=sentence, span=sentence.part(*place), places=places)


def _noun(question: Question) -> str | None:
    """Give the noun of "how much |compensation|", or of "how much is the |fee|"."""
    words, subjects = (
        question.tree.words,
        [n for n, each in enumerate(question.tree.words) if each.label in SUBJECTS],
    )
    asked = question.focus
    if asked is None and question.verb is None and len(subjects) == 1:
        asked = subjects[0] if words[subjects[0]].tag in {"NN", "NNS"} else None
    return None if asked is None else words[asked].text.lower()


def _tells(noun: str, sentence: Span) -> bool:
    return max(Matcher([noun]).strengths(words_of(sentence.text))) == 1.0


def _moved(question: Question, asked: set[str], reading: Reading, seen: Seen) -> Reading:
    sentence, span = reading.sentence, reading.span
    tree = seen.parse(sentence.text)
    words = tree.words
    if span is None:
        return reading
    start, end = span.start - sentence.start, span.end - sentence.start
    figures = dict.fromkeys(_figure(tree, n) for n, each in enumerate(words) if each.tag == "CD")
    inside = [each for each in figures if start <= words[each[0]].start < end]
    if len(inside) != 1:
        return reading
    sort = _sort(tree, inside[0])
    places = values_of(question, sentence, seen.marks(sentence.document_id))
    bought = _bought(question)
    borne = {
        each: (_is_for(bought, sentence.text[words[each[1]].end :]), _borne(tree, each, asked))
        for each in figures
        if _sort(tree, each) == sort
        and (each == inside[0] or places is None or _stands_in(tree, each, places))
    }
    best = [each for each, share in borne.items() if share == max(borne.values())]
    if len(best) != 1 or best[0] == inside[0]:
        return reading
    ((first, last),) = best
    return replace(reading, span=sentence.part(words[first].start, words[last].end))


# "£14m |for the club|": for what a sum is, right behind it.
_FOR: Final = re.compile(
    r"(?:m|bn|tn|k)?(?:\s[a-z]+)?\sfor\s(?P<what>[^,.;:()]+?)(?=\s(?:and|but|in|on|at)\s|[,.;:()]|$)"
)


def _bought(question: Question) -> str | None:
    """Give for what a sum is asked: the "club" of "how much was paid for the club"."""
    tree = question.tree
    nouns = (
        tree.words[n].text.lower()
        for at, word in enumerate(tree.words)
        if word.text.lower() == "for"
        for n in tree.children[at]
        if tree.words[n].tag[0] == "N"
    )
    return next(nouns, None) if question.kind == "how much" else None


def _is_for(noun: str | None, behind: str) -> bool:
    """Is a sum for this, by the words behind it?"""
    found = _FOR.match(behind) if noun is not None else None
    told = words_of(found["what"])[-1:] if found is not None else []
    return noun is not None and any(lexicon.match(noun, each) >= lexicon.SYNONYM for each in told)


def _stands_in(tree: Tree, figure: Figure, places: Sequence[tuple[int, int]]) -> bool:
    start, end = tree.words[figure[0]].start, tree.words[figure[1]].end
    return any(start < last and first < end for first, last in places)


def _sort(tree: Tree, figure: Figure) -> str:
    """Say of what sort a figure is: a share, a sum of money, or any other."""
    words = {each.text.lower() for each in tree.words[figure[0] : figure[1] + 1]}
    if not _PERCENT.isdisjoint(words):
        return "share"
    return "money" if not _SIGNS.isdisjoint(words) else "other"


def _borne(tree: Tree, figure: Figure, asked: set[str]) -> int:
    """Count the verbs of a question in the clause of a figure and in what that clause tells."""
    verb = next((n for n in tree.path(figure[1]) if is_verb(tree, n)), None)
    if verb is None:
        return 0
    clause, found = [verb], {lexicon.stem(tree.words[verb].text.lower())}
    while clause:
        for child in tree.children[clause.pop()]:
            if tree.words[child].label in _TOLD:
                clause.append(child)
                found.add(lexicon.stem(tree.words[child].text.lower()))
    return len(found & asked)


def _figure(tree: Tree, number: int) -> Figure:
    """Give the first and the last token of a figure with its sign: "£4.2 million", "64%"."""
    words = tree.words
    first = last = number
    while first and (words[first - 1].tag == "CD" or words[first - 1].text in _SIGNS):
        first -= 1
    while last + 1 < len(words) and (
        words[last + 1].tag == "CD" or words[last + 1].text.lower() in _PERCENT
    ):
        last += 1
    return first, last

"""Who does it, and to whom it is done: in come a question and readings, out go the readings.

"Who was arrested?" is not answered by "|The officers| arrested Joselito Rojas". The reader takes a
name beside the verb; grammar knows on which side of it the question has its gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.reading.events.clauses import is_verb, top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

Side = Literal["doer", "done"]
WRONG_SIDE: Final = 3.0  # what is lost there, where nothing stands on the other side
_NAMED: Final = frozenset({"he", "she"})  # whom reading knows


def on_their_side(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, with the other side of the verb where they stood on the wrong one."""
    asked = _asked(question)
    if asked is None:
        return list(readings)
    found = [
        _mended(question, asked, each, seen.parse) if each.score >= on_it() else each
        for each in readings
    ]
    found = [
        replace(each, score=each.score - WRONG_SIDE) if _is_given(question, each) else each
        for each in found
    ]
    return sorted(found, key=lambda each: -each.score)


def _is_given(question: Question, reading: Reading) -> bool:
    """Is it whom the question names: "|Lund| beat Oslo" for "who beat Lund"?"""
    given = {part for t in question.terms if t.sort == "name" for part in words_of(t.word)}
    told = words_of(reading.span.text) if reading.span is not None else []
    return bool(told) and given.issuperset(told)


def _asked(question: Question) -> tuple[str, Side] | None:
    """Give the verb of a question and which side of it is asked for."""
    tree, words = question.tree, question.tree.words
    if question.kind not in {"who", "which"} or question.asks_who_somebody_is:
        return None
    who = question.focus
    if who is None:
        who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if who is None or not is_verb(tree, words[who].head):
        return None
    verb = words[who].head
    side = _side(tree, who, verb)
    named = next((t for t in question.terms if t.index == verb and t.weight > 1.0), None)
    return None if side is None or named is None else (named.word.partition(" ")[0], side)


def _side(tree: Tree, number: int, verb: int) -> Side | None:
    """Give on which side of a verb a word right under it stands."""
    label = tree.words[number].label
    passive = any(tree.words[n].label in {"auxpass", "nsubjpass"} for n in tree.children[verb])
    if label in SUBJECTS:
        return "done" if passive else "doer"
    return "done" if label == "dobj" and not passive else "doer" if label == "agent" else None


def _mended(
    question: Question,
    asked: tuple[str, Side],
    reading: Reading,
    parse: Callable[[str], Tree],
) -> Reading:
    word, wanted = asked
    span, sentence = reading.span, reading.sentence
    if span is None:
        return reading
    tree = parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    if first is None:
        return reading
    while tree.words[first].label == "appos" and tree.words[first].head != first:
        first = tree.words[first].head  # "hired a lawyer, |Ines Holt|"
    if _is_part_of_it(question, tree, first):
        return replace(reading, score=reading.score - WRONG_SIDE)
    if (whole := _whole(tree, first, word, wanted)) != first:
        first = whole
        reading = _widened(reading, tree, first)
    number = tree.words[first].head
    if tree.words[number].label == "agent":
        first, number = number, tree.words[number].head
    if not _is(tree, number, word):
        # "after the army arrested Roth, |Lee| spoke": the question's own verb stands elsewhere.
        way = tree.path(first)
        verbs = [n for n in range(len(tree.words)) if n not in way and _is(tree, n, word)]
        other = _other(tree, verbs[0], wanted) if len(verbs) == 1 else None
        is_noun = other is not None and tree.words[other].tag[0] == "N"
        return _moved(reading, tree, other) if other is not None and is_noun else reading
    side = _side(tree, first, number)
    if side is None or side == wanted:
        return reading
    other = _other(tree, number, wanted)
    if other is None:
        return replace(reading, score=reading.score - WRONG_SIDE)
    return _moved(reading, tree, other)


def _whole(tree: Tree, number: int, word: str, wanted: Side) -> int:
    """Give the noun of which a word is but whose it is: "won by |the party| of Ann Lee"."""
    words = tree.words
    above = words[number].head
    if words[number].label != "pobj" or words[above].text.lower() != "of":
        return number
    noun = words[above].head
    at, verb = noun, words[noun].head
    if words[verb].label == "agent":
        at, verb = verb, words[verb].head
    is_it = words[noun].tag[:2] == "NN" and words[above].label == "prep" and _is(tree, verb, word)
    return noun if is_it and _side(tree, at, verb) == wanted else number


def _widened(reading: Reading, tree: Tree, noun: int) -> Reading:
    first, last = tree.edges[noun]
    span = reading.sentence.part(tree.words[first].start, tree.words[last].end)
    return replace(reading, span=span)


def _is_part_of_it(question: Question, tree: Tree, number: int) -> bool:
    """Is it but the first word of what was named: "|Tarn| deal signed", "|Eva| Lund" of "Lund"?"""
    word = tree.words[number]
    above = tree.words[word.head].text.lower()
    named = {part for term in question.terms for part in term.word.split()}
    return word.label == "compound" and above in named and word.text.lower() not in named


def _is(tree: Tree, number: int, verb: str) -> bool:
    return is_verb(tree, number) and lexicon.match(verb, tree.words[number].text.lower()) >= 1.0


def _other(tree: Tree, verb: int, wanted: Side) -> int | None:
    """Give the noun, or "he" or "she", on this side of a verb."""
    other = next((n for n in tree.children[verb] if _side(tree, n, verb) == wanted), None)
    if other is not None and tree.words[other].label == "agent":
        other = next(iter(tree.children[other]), None)
    if other is None:
        return None
    word = tree.words[other]
    return other if word.tag[0] == "N" or word.text.lower() in _NAMED else None


def _moved(reading: Reading, tree: Tree, noun: int) -> Reading:
    start = tree.words[tree.edges[noun][0]].start
    return replace(reading, span=reading.sentence.part(start, tree.words[noun].end))

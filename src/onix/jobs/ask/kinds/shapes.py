"""Words that can answer by their grammar: in come a question and readings, out go the readings.

"What is the Marigold?" is not answered by "struck a rock", nor "what is the plan" by "the plan for
next year", nor "how was it done" by "shrank": one finite verb says neither what something is nor
how, and "that" alone says nothing to anything but "who". Nor does a question answer: "|Mr Roth|,
who signed it?". What cannot answer is worth little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen, is_asked
from onix.jobs.ask.trust import on_it
from onix.reading.events.clauses import top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.grammar.openings import credit
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import words_of as listed

UNFIT: Final = 3.0  # what is lost by what cannot answer
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS: Final = frozenset({"it", "that", "this", "these", "those", "which", "so"})
_WAS: Final = frozenset({"is", "was", "are", "were", "'s", "’s"})


def of_its_shape(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those far down that cannot answer: a lone verb, a lone pronoun."""
    if question.kind == "yes/no":
        return _without_asked(readings)
    defined = _defined(question)
    is_how = defined is not None or question.kind in {"how", "why"}
    found = [_without_pronoun(question, each) for each in readings]
    if not question.asks_for_words and question.kind != "topic":
        found = _without_asked(found)
    found = [
        _mended(question, defined, each, seen) if is_how and each.score >= on_it() else each
        for each in found
    ]
    found = [
        replace(each, score=each.score - UNFIT)
        if each.score >= on_it() and _is_unfit(question, each, seen)
        else each
        for each in found
    ]
    if question.kind == "how" and question.verb is not None:
        found = _with_its_verb(question.verb, found)
    return sorted(found, key=lambda each: -each.score)


def _without_asked(readings: Sequence[Reading]) -> list[Reading]:
    """Give the readings, but those whose sentence only asks."""
    return [each for each in readings if not is_asked(each.sentence.text)]


def _is_unfit(question: Question, reading: Reading, seen: Seen) -> bool:
    """Can words of their grammar not answer a question of its kind?"""
    if question.kind == "what":
        return question.focus is None and _is_before_it(question, reading, seen)
    if question.kind == "who":
        return _is_a_deed(reading, seen) or _only_names_another(question, reading, seen)
    if question.kind == "where":
        return _is_no_place(question, reading, seen) or _only_names_another(question, reading, seen)
    return False


def _top(reading: Reading, seen: Seen) -> tuple[Tree, int | None]:
    """Give the tree of a sentence, and the first of the words that were read."""
    span, sentence = reading.span, reading.sentence
    tree = seen.parse(sentence.text)
    if span is None:
        return tree, None
    return tree, top(tree, span.start - sentence.start, span.end - sentence.start)


def _only_names_another(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it a name that only says whose or which something else is?"""
    span, sentence = reading.span, reading.sentence
    if span is None or not span.text[:1].isupper():
        return False
    start, end = span.start - sentence.start, span.end - sentence.start
    if question.kind == "who" and end <= credit(sentence.text):
        return True  # "|Ann Lee|/Getty Images A car": who took a picture
    if question.kind == "where":
        before = words_of(sentence.text[:start])[-1:]
        nouns = [t.word for t in question.terms if t.sort == "noun"]
        is_beside = sentence.text[:start].endswith(" ")
        return is_beside and bool(before) and lexicon.stem(before[0]) in map(lexicon.stem, nouns)
    tree = seen.parse(sentence.text)
    owner = top(tree, start, end)
    if owner is None or question.verb is None or tree.words[owner].label != "poss":
        return False
    thing = tree.words[owner].head
    if start <= tree.words[thing].start < end:
        return False
    verb = question.verb
    done = [n for n, each in enumerate(tree.words) if each.tag[0] == "V"]
    is_told = any(lexicon.match(verb, tree.words[n].text.lower()) > lexicon.SYNONYM for n in done)
    return is_told and lexicon.match(verb, tree.words[thing].text.lower()) == 0.0


def _is_a_deed(reading: Reading, seen: Seen) -> bool:
    """Is it what somebody does, and nobody: "|Roth slapping the host|"?"""
    tree, first = _top(reading, seen)
    if first is None or reading.span is None:
        return False
    word, end = tree.words[first], reading.span.end - reading.sentence.start
    is_doing = word.tag.startswith("NNP") and any(
        tree.words[n].tag == "VBG" and n == first + 1 and tree.words[n].start < end
        for n in tree.children[first]
    )
    return is_doing or word.tag == "VBG" or word.label == "advcl"


def _is_no_place(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it something to read or look at, or the deed itself: "in a photo", "in |exchange| for"?"""
    tree, first = _top(reading, seen)
    if first is not None and tree.words[first].label == "prep":
        first = next((n for n in tree.children[first] if tree.words[n].label == "pobj"), None)
    noun = None if first is None else tree.words[first]
    if noun is None or noun.tag not in {"NN", "NNS"}:
        return False
    low, verb = noun.text.lower(), question.verb
    return low in listed("documents", "nouns") or (
        verb is not None and lexicon.stem(low) == lexicon.stem(verb)
    )


def _is_before_it(question: Question, reading: Reading, seen: Seen) -> bool:
    """Does it only say which of them is meant: "the |Lund| word of the year"?"""
    tree, first = _top(reading, seen)
    if first is None or tree.words[first].label not in {"compound", "nmod", "amod", "nummod"}:
        return False
    span, head = reading.span, tree.words[tree.words[first].head]
    at = reading.sentence.start + head.start
    is_outside = span is not None and not span.start <= at < span.end
    nouns = [t.word for t in question.terms if t.sort == "noun"]
    return is_outside and any(lexicon.match(each, head.text.lower()) >= 1.0 for each in nouns)


def _with_its_verb(verb: str, readings: Sequence[Reading]) -> list[Reading]:
    """Give the readings of "how was he caught", far down what does not tell it where another does.

    "He had admitted fraud" says nothing of it if "He was caught when …" stands below.
    """
    tells = [
        max((lexicon.match(verb, word) for word in words_of(each.sentence.text)), default=0.0)
        for each in readings
    ]
    if max(tells, default=0.0) < 1.0:
        return list(readings)
    return [
        replace(each, score=each.score - UNFIT) if told < lexicon.SYNONYM else each
        for each, told in zip(readings, tells, strict=True)
    ]


def _defined(question: Question) -> int | None:
    """Give the noun of "what is the |plan|", where nothing but that is asked."""
    tree, words = question.tree, question.tree.words
    if question.kind != "what" or len(words) < 3 or words[1].text.lower() not in _WAS:
        return None
    nouns = [n for n in tree.children[1] if words[n].label in {"nsubj", "attr"} and n]
    if len(nouns) != 1 or words[1].label != "ROOT" or words[nouns[0]].tag[0] != "N":
        return None
    is_bare = all(words[n].label in {"det", "compound", "amod"} for n in tree.children[nouns[0]])
    return nouns[0] if is_bare else None


def _without_pronoun(question: Question, reading: Reading) -> Reading:
    """Give a reading, far down where it points at a pronoun that stands for no person."""
    words = words_of(reading.span.text) if reading.span is not None else []
    is_lone = len(words) == 1 and words[0] in _PRONOUNS and not question.asks_for_whom
    return replace(reading, score=reading.score - UNFIT) if is_lone else reading


def _mended(question: Question, defined: int | None, reading: Reading, seen: Seen) -> Reading:
    span, sentence = reading.span, reading.sentence
    if span is None:
        return reading
    tree = seen.parse(sentence.text)
    start, end = span.start - sentence.start, span.end - sentence.start
    first = top(tree, start, end)
    if first is None:
        return reading
    word = tree.words[first]
    if defined is None:
        is_alone = sum(start <= each.start < end for each in tree.words) == 1
        is_unfit = is_alone and word.tag in _FINITE
    elif (told := _told_of(question.tree, defined, tree)) is not None:
        is_told = told[0] < end and start < told[1]
        return reading if is_told else replace(reading, span=sentence.part(*told))
    else:
        asked = lexicon.stem(question.tree.words[defined].text.lower())
        if word.label == "acl" and lexicon.stem(tree.words[word.head].text.lower()) == asked:
            lo, hi = tree.edges[first]  # "a plan |to end the war in the north|"
            return replace(reading, span=sentence.part(tree.words[lo].start, tree.words[hi].end))
        is_unfit = lexicon.stem(word.text.lower()) == asked or _is_predicate(tree, first, start)
    return replace(reading, score=reading.score - UNFIT) if is_unfit else reading


def _told_of(question: Tree, defined: int, tree: Tree) -> tuple[int, int] | None:
    """Give where a sentence says what it is: "the quota for butter is |15,000 tonnes a year|"."""
    words = tree.words
    first, last = question.edges[defined]
    asked = {
        lexicon.stem(each.text.lower())
        for each in question.words[first : last + 1]
        if each.tag[0] in "NJ"
    }
    noun = lexicon.stem(question.words[defined].text.lower())
    for number, word in enumerate(words):
        if word.label != "attr" or lexicon.stem(words[word.head].text.lower()) != "be":
            continue
        subject = next((n for n in tree.children[word.head] if words[n].label == "nsubj"), None)
        if subject is None or lexicon.stem(words[subject].text.lower()) != noun:
            continue
        lo, hi = tree.edges[subject]
        if asked <= {lexicon.stem(each.text.lower()) for each in words[lo : hi + 1]}:
            lo, hi = tree.edges[number]
            return words[lo].start, words[hi].end
    return None


def _is_predicate(tree: Tree, number: int, start: int) -> bool:
    """Is it a finite verb without its subject: "|struck the rock|", but not "who struck it"?"""
    words = tree.words
    return words[number].tag in _FINITE and not any(
        words[n].label in SUBJECTS and words[n].start >= start for n in tree.children[number]
    )

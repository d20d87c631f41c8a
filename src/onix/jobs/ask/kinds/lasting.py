"""How long something lasted, as stated: in come a question and windows, out a sentence or none.

The reader takes any duration near the words of the question; grammar knows what a duration is of:
"the call lasted five minutes", "spoke for 35 minutes", "four days of talks", "a three-day strike".
Nothing is worked out from two dates here: only what stands in the record is an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.dated import BORNE_OUT, SURE, names_are_there, side_of, verb_of
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.timing import time_of
from onix.model import Citation, Marks, Span, Statement, TimeExpression
from onix.reading.events.clauses import DATED, PREPOSITIONS, is_verb, top
from onix.reading.events.events import find_events
from onix.reading.events.happenings import forms
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher
from onix.reading.grammar.matcher import words_of as matched
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import words_of

WINDOWS: Final = 6  # looked at
# "Three days before the vote" says how far away, and not how long.
# So does "three minutes over its target" of how much too long.
_DISTANCE: Final = re.compile(
    r"\s+(?:before|after|from|since|ahead|apart|into|late|early|earlier|later"
    r"|(?:over|above|beyond|behind|under|below|outside|short\s+of)\s+(?:its|their|his|her|the|an?)\s+"
    r"(?:\w+\s+)?(?:target|limit|schedule|deadline|average|norm|plan|record|budget))\b",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\b(?:for|in|last\w*|took|takes?|spent|within|than|just)\s+$", re.IGNORECASE
)
_PRONOUNS: Final = frozenset({"it", "this", "that", "they", "these"})
_WAS: Final = frozenset({"is", "was", "are", "were"})
_TAKES: Final = frozenset({"take", "takes", "took", "taken"})
NEAR: Final = 0.3  # of a word of the question, in what a length is of
_OFTEN: Final = re.compile(r"\btimes\b", re.IGNORECASE)  # "34 times" says how often


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration and the words (lower case) for what lasted so long.

    Attributes:
        is_said: A verb says so ("lasted", "took"), so that it is of nothing else.
    """

    time: TimeExpression
    of: frozenset[str]
    is_said: bool


def lasting(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that surely states how long what is asked for lasted, if there is one."""
    if question.kind != "how long":
        return None
    for window in seen.windows[:WINDOWS]:
        if not names_are_there(question, window):
            continue
        before: frozenset[str] = frozenset()
        for sentence in window.sentences:
            document = seen.marks(sentence.document_id)
            for each in durations(sentence, document.times, seen.parse):
                # "They spoke. It lasted an hour": of the noun that stands in the sentence before.
                is_it = each.is_said and _PRONOUNS & each.of and _are_in(question, before)
                meant = before if is_it else frozenset()
                if _is_asked(
                    question, replace(each, of=each.of | meant)
                ) and not is_of_another_thing(question, each.time.span, sentence, seen.parse):
                    return _statement(each, sentence, window.citation, document, seen.parse)
            before = frozenset(matched(sentence.text))
    return _lasted_anywhere(question, seen)


def _lasted_anywhere(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence of the documents found that says how long who is named did or bore it.

    Of several the one last published: what goes on lasts longer by then.
    """
    verb = verb_of(question)
    asked = None if verb is None else side_of(question, verb)
    if verb is None or asked is None:
        return None

    def parse(texts: Sequence[str]) -> list[Tree]:
        return [seen.parse(each) for each in texts]

    named = Matcher([term.word for term in question.terms if term.sort == "name"])
    verbs = Matcher([verb.word])
    found = sorted(seen.documents().items(), key=lambda each: each[1].published or "", reverse=True)
    for id, citation in found:
        document = seen.marks(id)
        for number, sentence in enumerate(document.sentences):
            has_length = any(
                each.type == "DURATION" and sentence.covers(each.span) for each in document.times
            )
            if not has_length or verbs.strengths(matched(sentence.text))[0] < lexicon.SYNONYM:
                continue
            told = [
                each
                for each in durations(sentence, document.times, seen.parse)
                if _is_asked(question, each)
            ]
            is_theirs = any(
                asked.fits(event)
                and min(named.strengths(matched(" ".join((sentence.text, *event.who)))))
                >= BORNE_OUT
                for event in find_events(document, parse, among=[number])
                if event.head is not None
                and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
            )
            if told and is_theirs:
                return _statement(told[0], sentence, citation, document, seen.parse)
    return None


def _is_open(question: Question, told: Lasting, reading: Reading) -> bool:
    """May "it lasted" be of what is asked for, whose words stand around it?"""
    around = frozenset(matched(reading.window.text.text))
    return bool(_PRONOUNS & told.of) and _are_in(question, around)


def _are_in(question: Question, words: frozenset[str]) -> bool:
    """Do all nouns of a question, or words that mean the same, stand among these?"""
    return all(
        any(lexicon.match(term.word, each) >= lexicon.SYNONYM for each in words)
        for term in question.terms
        if term.sort == "noun"
    )


def of_a_length(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "how long", without a day and how long something else lasted."""
    if question.kind != "how long":
        return list(readings)
    return [each for each in readings if not _is_no_length(question, each, seen)]


def _is_no_length(question: Question, reading: Reading, seen: Seen) -> bool:
    if reading.span is None:
        return False
    document = seen.marks(reading.sentence.document_id)
    if not _has_length(reading.span, document):
        return True
    if _is_distance(reading, document) and not _is_taken(question, reading, seen):
        return True
    if _is_of_what_is_not_asked(question, reading, seen):
        return True
    if is_of_another_thing(question, reading.span, reading.sentence, seen.parse):
        return True
    return _noun_asked(question) is not None and any(
        each.is_said
        and each.time.span.overlaps(reading.span)
        and not (_is_asked(question, each) or _is_open(question, each, reading))
        for each in durations(reading.sentence, document.times, seen.parse)
    )


def is_of_another_thing(
    question: Question, span: Span, sentence: Span, parse: Callable[[str], Tree]
) -> bool:
    """Is it of the very verb that is asked about, but of another subject?

    "The footbridge was closed for nine days" for "how long was the road bridge closed".
    """
    asked, tree = question.tree, parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    above = next((n for n in tree.path(first or 0) if is_verb(tree, n)), None)
    verb = next((n for n, each in enumerate(asked.words) if each.text == question.verb), None)
    if first is None or above is None or verb is None or question.verb is None:
        return False
    if lexicon.match(question.verb, tree.words[above].text.lower()) < lexicon.SYNONYM:
        return False
    mine, theirs = _subjects(asked, verb), _subjects(tree, above)
    return len(mine) == len(theirs) == 1 and _are_apart(asked, mine.pop(), tree, theirs.pop())


def _are_apart(asked: Tree, noun: int, tree: Tree, other: int) -> bool:
    """Are two nouns surely of two things: "road bridge" and "footbridge", "tunnel" and "siding"?

    One that says less may be the other: "the bridge".
    """
    one, two = asked.words[noun], tree.words[other]
    if one.tag[:2] != "NN" or two.tag not in {"NN", "NNS"}:
        return False
    head, told = one.text.lower(), two.text.lower()
    sorts, others = _sorts(asked, noun), _sorts(tree, other)
    if head != told and head.endswith(told):
        sorts, head = sorts | {head.removesuffix(told)}, told
    elif head != told and told.endswith(head):
        others, told = others | {told.removesuffix(head)}, head
    if lexicon.match(head, told) < lexicon.SYNONYM:
        return told not in {each.text.lower() for each in asked.words}
    return bool(sorts and others) and not any(
        lexicon.match(a, b) >= lexicon.SYNONYM for a in sorts for b in others
    )


def _sorts(tree: Tree, noun: int) -> frozenset[str]:
    """Give the nouns that say of which sort a thing is: the "road" of "road bridge"."""
    return frozenset(
        tree.words[n].text.lower() for n in tree.children[noun] if tree.words[n].label == "compound"
    )


def _is_distance(reading: Reading, document: Marks) -> bool:
    """Do the words say how far away it was: "|two months| after", but not "held for two months"?"""
    if reading.span is None:
        return False
    inside = [
        each.span
        for each in document.times
        if each.type == "DURATION" and each.span.overlaps(reading.span)
    ]
    text, start = reading.sentence.text, reading.sentence.start
    return bool(inside) and all(
        _DISTANCE.match(text, each.end - start) and not _FOR.search(text[: each.start - start])
        for each in inside
    )


def _is_taken(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it how long after something came what "it took" so long to do?

    "They |reached| the mill six minutes after the call", for "how long did it take to reach it".
    """
    asked = question.tree
    span, sentence = reading.span, reading.sentence
    if span is None or not any(each.text.lower() in _TAKES for each in asked.words):
        return False
    tree = seen.parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    verb = next((n for n in tree.path(first or 0) if is_verb(tree, n)), None)
    begins = re.match(r"\s+(?:after|from)\b", sentence.text[span.end - sentence.start :])
    return (
        verb is not None
        and begins is not None
        and any(
            lexicon.match(each.text.lower(), tree.words[verb].text.lower()) >= lexicon.SYNONYM
            for each in asked.words
            if each.tag == "VB" and each.text.lower() not in _TAKES
        )
    )


def _is_of_what_is_not_asked(question: Question, reading: Reading, seen: Seen) -> bool:
    """Is it so long of something that no word of the question means: "four days |of haggling|"?"""
    span, sentence = reading.span, reading.sentence
    if span is None:
        return False
    tree = seen.parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    behind = (
        [] if first is None else [n for each in tree.children[first] for n in _below_of(tree, each)]
    )
    told = [tree.words[n].text.lower() for n in behind]
    terms = [term.word for term in question.terms if term.sort in {"noun", "verb", "other"}]
    return bool(told) and not any(
        lexicon.match(term, each) >= NEAR for term in terms for each in told
    )


def _has_length(span: Span, document: Marks) -> bool:
    """Do the words name how long: a duration, a length in figures, or "since 1911"?"""
    times = [each for each in document.times if each.span.overlaps(span)]
    if any(each.type not in DATED or each.value.endswith("_REF") for each in times):
        return True
    before = (document.document.text[: each.span.start].split()[-1:] for each in times)
    if any(words and words[0].lower() in words_of("events", "not_at") for words in before):
        return True
    return any(
        each.span.overlaps(span)
        and not _OFTEN.search(each.span.text + document.document.text[each.span.end :][:6])
        and not any(each.span.overlaps(time.span) for time in times)
        for each in document.figures
    )


def durations(
    sentence: Span, times: Sequence[TimeExpression], parse: Callable[[str], Tree]
) -> Iterator[Lasting]:
    """Give the durations of a sentence with what lasted so long, as grammar tells it."""
    inside = [
        each
        for each in times
        if each.type == "DURATION"
        and "X" not in each.value  # "days": nobody knows how many
        and sentence.covers(each.span)
        and not _DISTANCE.match(sentence.text, each.span.end - sentence.start)
    ]
    tree = parse(sentence.text) if inside else None
    for time in inside:
        start, end = time.span.start - sentence.start, time.span.end - sentence.start
        number = top(tree, start, end) if tree is not None else None
        if tree is None or number is None:
            continue
        words = tree.words
        of = {n for each in tree.children[number] for n in _below_of(tree, each)}
        above = next((n for n in tree.path(number)[1:] if words[n].tag not in PREPOSITIONS), None)
        subjects = _subjects(tree, above) if above is not None and is_verb(tree, above) else set()
        is_said = above is not None and bool(subjects) and _says_how_long(tree, above)
        if above is not None:
            parts = {m for n in subjects for m in tree.children[n] if words[m].label == "compound"}
            of |= {above, *subjects, *parts}
        yield Lasting(time, frozenset(words[n].text.lower() for n in of), is_said)


def _says_how_long(tree: Tree, verb: int) -> bool:
    """Does a verb say how long: "lasted", "took", but not "took place"?"""
    words = tree.words
    return words[verb].text.lower() in forms("lasting") and not any(
        words[n].label == "dobj" and words[n].text.lower() == "place" for n in tree.children[verb]
    )


def _below_of(tree: Tree, preposition: int) -> Sequence[int]:
    """Give what stands behind "of" in "four days of talks"."""
    return tree.children[preposition] if tree.words[preposition].text.lower() == "of" else ()


def _subjects(tree: Tree, verb: int) -> set[int]:
    """Give the subject of a verb, and of "the call, which lasted", the call.

    A verb beside or under another has that one's: "it will cost much and |take| eight weeks".
    """
    words = tree.words
    found = {each for each in tree.children[verb] if words[each].label in SUBJECTS}
    found |= {
        each
        for helps in tree.children[verb]
        if words[helps].label == "auxpass"
        for each in tree.children[helps]
        if words[each].label in SUBJECTS  # so questions are parsed: "will the bridge be closed?"
    }
    if not found and words[verb].label in {"conj", "xcomp"} and words[verb].head != verb:
        return _subjects(tree, words[verb].head)
    above = words[words[verb].head].head
    if not found and words[verb].label == "pcomp" and is_verb(tree, above):
        return _subjects(tree, above)  # "it opened after |being| shut for a week"
    relative = {each for each in found if words[each].tag in {"WDT", "WP"}}
    return found - relative | ({words[verb].head} if relative else set())


def _noun_asked(question: Question) -> str | None:
    """Give the noun of "how long did the phone |call| last"; None where a verb is asked about.

    By the order of words, as the parser takes "last" for an adverb here.
    """
    words = question.tree.words
    is_so = question.verb is not None and question.verb not in forms("lasting")
    ends = max(
        (n for n, each in enumerate(words) if each.text.lower() in forms("lasting")), default=0
    )
    if not ends and not is_so and any(each.text.lower() in _WAS for each in words):
        ends = len(words)  # "how long was the call"
    nouns = [n for n in range(ends) if words[n].tag in {"NN", "NNS"}]
    first = next((n for n in nouns if n + 1 not in nouns), None)
    return None if first is None else words[first].text.lower()


def _is_asked(question: Question, told: Lasting) -> bool:
    """Is it of the noun that is asked about, or of its verb and another word of the question?"""

    def bears_out(word: str) -> bool:
        return any(lexicon.match(word, each) >= lexicon.SYNONYM for each in told.of)

    noun = _noun_asked(question)
    if noun is not None:
        return bears_out(noun)
    verbs = [term.word for term in question.terms if term.sort == "verb"]
    return not told.is_said and any(map(bears_out, verbs))


def _statement(
    told: Lasting, sentence: Span, citation: Citation, document: Marks, parse: Callable[[str], Tree]
) -> Statement:
    return Statement(
        text=sentence.text,
        answer=told.time.span,
        citations=(replace(citation, span=sentence),),
        when=time_of(told.time.span, sentence, document.times, parse),
        hedges=tuple(each.span for each in document.hedges if sentence.covers(each.span)),
        confidence=SURE,
    )

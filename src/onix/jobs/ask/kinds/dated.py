"""When something was, by the date of the event itself: for "when" that reading leaves unanswered.

The reader looks for a date close to the words of the question; grammar knows which event a date is
of. So an answer it is unsure of is taken here where one event has the question's own verb and
another word of it, was told the right way (past or to come), and has a date. Where none of the
best windows has one, the documents found are gone through for what was done by or to the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import Term
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.parties import parties
from onix.jobs.timeline.dating import can_be
from onix.model import Citation, Event, Span, Statement
from onix.reading.events.events import find_events
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.names.identities import may_be_one_given
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

WINDOWS: Final = 4  # looked at
BORNE_OUT: Final = 0.75  # of each word that says something
# Four of five dates are right (docs/figures.md), and not each is of the event that was meant.
SURE: Final = 0.6
_AUXILIARY: Final = {"did", "does", "do", "will", "would"}
_THEIRS: Final = frozenset({"his", "her", "their"})
_PAST: Final = {"did", "was", "were", "had"}


def dated(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that surely tells the event asked for, with its date, if there is one."""
    verb = verb_of(question)
    if question.kind != "when" or verb is None:
        return None
    asked = side_of(question, verb)
    others = [term for term in question.terms if term.sort in {"name", "noun", "number"}]
    others = [term for term in others if term != verb]
    matcher = Matcher([term.word for term in others])
    ahead = _PAST.isdisjoint(word.text.lower() for word in question.tree.words)

    def parse(texts: Sequence[str]) -> list[Tree]:
        return [seen.parse(each) for each in texts]

    for window in seen.windows[:WINDOWS]:
        if not names_are_there(question, window):
            continue
        document = seen.marks(window.middle.document_id)
        published = document.document.published
        numbers = [n for n, each in enumerate(document.sentences) if each == window.middle]
        for event in find_events(document, parse, among=numbers):
            is_it = (
                (event.kind == "announced") == ahead
                and can_be(event, published[:10] if published else None)
                and event.head is not None
                and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
            )
            words = words_of(" ".join((event.what.text, *event.who)))
            is_it = is_it and (asked is None or asked.may_be(event))
            is_it = is_it and not is_done_to_another(question, verb, event, window.middle, seen)
            is_it = is_it and (ahead or not is_announced(event, window.middle, seen))
            if is_it and max(matcher.strengths(words), default=0.0) >= BORNE_OUT:
                return _statement(event, window.middle, window.citation)
    return _told_anywhere(question, verb, matcher, seen, ahead=ahead)


def is_done_to_another(
    question: Question, verb: Term, event: Event, sentence: Span, seen: Seen
) -> bool:
    """Is it something else that was done to: "announced |his plans|" for "the winner announced"?"""
    tree, head = _head_of(event, sentence, seen)
    mine = parties(question.tree, verb.index)
    theirs = None if head is None else parties(tree, head)
    if theirs is None or not mine.is_passive or theirs.is_passive:
        return False
    if mine.done is None or theirs.done is None:
        return False
    one, other = question.tree.words[mine.done], tree.words[theirs.done]
    return (
        one.tag[:2] == "NN"
        and other.tag in {"NN", "NNS"}
        and lexicon.match(one.text.lower(), other.text.lower()) < lexicon.SYNONYM
        and other.text.lower() not in {each.text.lower() for each in question.tree.words}
    )


def is_announced(event: Event, sentence: Span, seen: Seen) -> bool:
    """Is it only said that somebody was about to do it: "announced that he |was buying| it"?"""
    tree, number = _head_of(event, sentence, seen)
    if number is None or tree.words[number].tag != "VBG":
        return False
    above = tree.words[tree.words[number].head].text.lower()
    is_said = above in verb_forms("assertions", "said") | verb_forms("assertions", "meant")
    return tree.words[number].label == "ccomp" and is_said


def _head_of(event: Event, sentence: Span, seen: Seen) -> tuple[Tree, int | None]:
    """Give the tree of a sentence and the verb in it that tells an event."""
    tree = seen.parse(sentence.text)
    start = -1 if event.head is None else event.head.start - sentence.start
    return tree, next((n for n, each in enumerate(tree.words) if each.start == start), None)


class Side(NamedTuple):
    """The name that a question asks of, and whether it undergoes what is asked."""

    name: Matcher
    is_passive: bool
    full: str = ""

    def fits(self, event: Event) -> bool:
        """Did whoever is asked of do it, or undergo it where that is asked?"""
        return self.is_among(self.names_in(event))

    def may_be(self, event: Event) -> bool:
        """Did whoever is asked of do it, as far as it is said who did?"""
        if self.names_in(event):
            return self.fits(event)
        return not _is_of_kin(event)

    def names_in(self, event: Event) -> tuple[str, ...]:
        """Give who does it, or undergoes it where that is asked."""
        return event.undergoing if self.is_passive else event.acting

    def is_among(self, names: Sequence[str]) -> bool:
        """Does one of these have the name, and no other first name: "Ada Lund" for "Tom Lund"?"""
        return any(
            self.name.strengths(words_of(each))[0] >= BORNE_OUT and not are_apart(self.full, each)
            for each in names
        )


def _is_of_kin(event: Event) -> bool:
    """Is it done by somebody's kin: "when |her father| died"?"""
    if event.head is None:
        return False
    opens = words_of(event.what.text[: event.head.start - event.what.start])[-2:]
    return len(opens) == 2 and opens[0] in _THEIRS and opens[1] in listed("roles", "kin")


def are_apart(one: str, other: str) -> bool:
    """Have two names one family name and first names that no short form can join?"""
    mine, theirs = words_of(one), words_of(other)
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    return not any(may_be_one_given(a, b) for a in mine[:-1] for b in theirs[:-1])


def side_of(question: Question, verb: Term) -> Side | None:
    """Give whom a question asks of, if that is a name: "When was |Lee| arrested?"."""
    tree = question.tree
    children = tree.children[verb.index]
    subject = next((n for n in children if tree.words[n].label in SUBJECTS), None)
    if subject is None or tree.words[subject].tag[:3] != "NNP":
        return None
    is_passive = any(tree.words[n].label == "auxpass" for n in tree.children[verb.index])
    return side_at(tree, subject, is_passive=is_passive)


def side_at(tree: Tree, subject: int, *, is_passive: bool) -> Side:
    """Give the name that stands at a place of a question."""
    first = subject
    while first > 1 and tree.words[first - 1].text[0].isupper():
        first -= 1
    full = " ".join(each.text for each in tree.words[first : subject + 1])
    return Side(Matcher([tree.words[subject].text.lower()]), is_passive, full)


def _told_anywhere(
    question: Question, verb: Term, matcher: Matcher, seen: Seen, *, ahead: bool
) -> Statement | None:
    """Give the sentence of the documents found that dates it, told of the same on the same side.

    Of several days that which most sentences give or leave open, of as many the most precise.
    """
    asked = side_of(question, verb)
    if asked is None:
        return None

    def parse(texts: Sequence[str]) -> list[Tree]:
        return [seen.parse(each) for each in texts]

    found: dict[tuple[str, str], list[Statement]] = {}
    verbs = Matcher([verb.word])
    for id, citation in seen.documents().items():
        marks = seen.marks(id)
        published = marks.document.published
        numbers = [
            number
            for number, sentence in enumerate(marks.sentences)
            if any(each.earliest and sentence.covers(each.span) for each in marks.times)
            and verbs.strengths(words_of(sentence.text))[0] >= lexicon.SYNONYM
        ]
        for event in find_events(marks, parse, among=numbers):
            words = words_of(" ".join((event.what.text, *event.who)))
            if (
                event.days is not None
                and (event.kind == "announced") == ahead
                and can_be(event, published[:10] if published else None)
                and event.head is not None
                and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
                and asked.fits(event)
                and min(matcher.strengths(words)) >= BORNE_OUT
            ):
                sentence = next(each for each in marks.sentences if each.covers(event.what))
                if not ahead and is_announced(event, sentence, seen):
                    continue
                told = _statement(event, sentence, citation)
                found.setdefault(event.days, []).append(told)

    def worth(days: tuple[str, str]) -> tuple[int, int, str]:
        told = sum(len(found[each]) for each in found if each[0] <= days[0] and days[1] <= each[1])
        return told, -_length(days), days[0]

    best = max(found, key=worth, default=None)
    return None if best is None else found[best][0]


def _length(days: tuple[str, str]) -> int:
    first, last = (date.fromisoformat(each) for each in days)
    return (last - first).days


def verb_of(question: Question) -> Term | None:
    """Give the verb of the question, if it says more than that something was."""
    empty = listed("events", "empty")
    empty = empty | _AUXILIARY
    verbs = [each for each in question.terms if each.sort == "verb" and each.word not in empty]
    roots = [each for each in verbs if question.tree.words[each.index].head == each.index]
    return next(iter(roots or verbs), None)


def names_are_there(question: Question, window: Window) -> bool:
    """Does each name of the question stand in the window or about it?"""
    return all(
        strength > 0.0
        for term, strength in zip(question.terms, window.strengths, strict=True)
        if term.sort == "name"
    )


def _statement(event: Event, sentence: Span, citation: Citation) -> Statement:
    return Statement(
        text=sentence.text,
        answer=event.when.span if event.when else None,
        citations=(replace(citation, span=sentence),),
        speaker=event.speaker,
        when=event.when,
        hedges=event.hedges,
        confidence=SURE,
    )

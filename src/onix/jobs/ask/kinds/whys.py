"""Why it is so, where a sentence says so of the very event: in comes a question, out the readings.

"Why did Lund resign?" is answered by "Lund resigned after leaking a letter", "Lund, who resigned
over a letter" and "Lund was fined for speeding": what opens with a reason hangs on the word that
is asked about, told of whom the question names. The reader finds most of them and trusts few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.told_of import Event, event_asked, has_names, is_told_of
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.jobs.ask.trust import on_it
from onix.model import Span
from onix.reading.events.assertions import assertion
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import sections, verb_forms
from onix.reading.words import words_of as words_of_list

LIST: Final = "reasons"
SURE: Final = 1.0  # the log of the odds, of "because", "over" and their like
LIKELY: Final = 0.5  # or of "after", which may only tell the order
AGREED: Final = 0.4  # more, where the reader finds the same
NEAR: Final = 0.5  # of each name of the question, beside the reason
PERHAPS: Final = 0.2  # of what the reader finds, told in other words with all names of the question
ABOUT: Final = 0.5  # of the question, around it
LONGEST: Final = 30  # words
_SAID_OF: Final = frozenset({"dobj", "attr", "acomp", "xcomp", "prep", "oprd", "prt"})
_OPENING: Final = frozenset({"prep", "amod", "acomp", "pcomp", "advmod"})
_STOPS: Final = frozenset({",", ".", "—", "–", ";"})
_FOR: Final = "for"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a sentence calls a reason: its first and last word, what opens it, and of what it is.

    Attributes:
        is_sure: It is called a reason, and not only told as what came before.
    """

    first: int
    last: int
    opens: int
    of: int
    is_sure: bool


def with_whys(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "why", what sentences call the reason of the very event first."""
    event = event_asked(question) if question.kind == "why" else None
    if event is None:
        return list(readings)
    told = list(_told(question, event, seen))
    found = []
    for each in readings:
        same = [other for other in told if are_one(each.span, other.span)]
        score = max((other.score for other in same), default=None)
        if score is not None:
            score += AGREED
        elif each.score >= on_it() and _is_perhaps(event, each, seen):
            score = PERHAPS
        found.append(each if score is None else replace(each, score=max(each.score, score)))
    # What only came before is a reason where the reader looks for it there, too.
    read = {sentence for each in readings for sentence in each.window.sentences}
    told = [each for each in told if each.score >= SURE or each.sentence in read]
    best = max(told, key=lambda each: (each.score, each.window.covered(question)), default=None)
    if best is not None and not any(are_one(best.span, each.span) for each in found):
        found.append(best)
    return sorted(found, key=lambda each: -each.score)


def _told(question: Question, event: Event, seen: Seen) -> Iterator[Reading]:
    """Give what sentences call the reason."""
    done: set[Span] = set()
    for window in seen.wide():
        if window.covered(question) < ABOUT or not has_names(question, event, window.strengths):
            continue
        marks = seen.marks(window.text.document_id)
        for sentence in window.sentences:
            told = words_of(sentence.text)
            if sentence in done or is_asked(sentence.text) or _openings().isdisjoint(told):
                continue
            done.add(sentence)
            if not event.may_be_told_in(told):
                continue
            tree = seen.parse(sentence.text)
            is_undone = any(event.is_undone_by(tree, n) for n in range(len(tree.words)))
            for reason in _reasons(tree):
                if is_undone and not reason.is_sure:
                    continue  # "has been freed and is in custody here after an exchange"
                of = _said_by(event, tree, reason)
                if of is not None and is_told_of(event, tree, of, sentence, marks):
                    place = sentence.part(
                        tree.words[reason.first].start, tree.words[reason.last].end
                    )
                    score = SURE if reason.is_sure else LIKELY
                    yield reading_at(question, window, place, score)


def _is_perhaps(event: Event, reading: Reading, seen: Seen) -> bool:
    """Is it the reason of what a sentence tells, in other words, of all that the question names?"""
    span, sentence = reading.span, reading.sentence
    if span is None or not event.names:
        return False
    tree = seen.parse(sentence.text)
    names = Matcher(event.names)
    for reason in _reasons(tree):
        inside = range(reason.first, reason.last + 1)
        place = sentence.part(tree.words[reason.first].start, tree.words[reason.last].end)
        rest = " ".join(each.text for n, each in enumerate(tree.words) if n not in inside)
        if (
            place.overlaps(span)
            and is_verb(tree, reason.of)
            and not event.is_undone_by(tree, reason.of)
            and min(names.strengths(words_of(rest))) >= NEAR
            and assertion(tree, reason.of).is_so
        ):
            return True
    return False


def _reasons(tree: Tree) -> Iterator[Reason]:
    """Give what a sentence calls a reason of something."""
    words = tree.words
    for opens in range(len(words)):
        first = _behind(tree, opens)
        if first is None:
            continue
        last = _end(tree, opens, first)
        by, of = words[first - 1].text.lower(), words[opens].head
        is_count = words[first].tag == "CD" and words[opens].label != "advcl"
        if (by == "after" and of > opens) or is_count or _is_time(tree, first, last):
            continue  # "after lunch, Lund resigned": what came first; "for |one race|"
        sure = words_of_list(LIST, "sure")
        is_sure = by in sure or words[opens].text.lower() in sure | {_FOR}
        yield Reason(first, last, opens, of, is_sure)


def _behind(tree: Tree, opens: int) -> int | None:
    """Give the first word of a reason that this one opens; None where it opens none."""
    words = tree.words
    word, low = words[opens], words[opens].text.lower()
    below, last = tree.children[opens], tree.edges[opens][1]
    if word.head == opens:
        return None
    if word.label == "advcl" and is_verb(tree, opens):
        mark = next((n for n in below if words[n].label == "mark" and n < opens), None)
        if mark is not None and words[mark].text.lower() in words_of_list(LIST, "clauses"):
            return mark + 1
        return opens + 1 if low in words_of_list(LIST, "participles") else None
    if word.label not in _OPENING or last == opens:
        return None
    if low == _FOR:
        verb = words[word.head].text.lower()
        is_for = is_verb(tree, word.head) and verb in verb_forms(LIST, "for")
        return opens + 1 if is_for else None
    if low in words_of_list(LIST, "nouns") | words_of_list(LIST, "participles"):
        has_of = words[opens + 1].text.lower() in {"of", "to"} and opens + 1 < last
        return opens + 1 + has_of
    nouns = {words[n].text.lower(): n for n in below}
    rows = (row.split() for row in sections(LIST)["rows"])
    noun = next((nouns[two] for one, two in rows if one == low and two in nouns), None)
    return noun + 2 if noun is not None and noun + 2 <= last else None


def _end(tree: Tree, opens: int, first: int) -> int:
    """Give the last word of a reason, without a clause that only tells more where it is long."""
    words, last = tree.words, tree.edges[opens][1]
    more = [
        tree.edges[n][0]
        for n in range(first, last + 1)
        if words[n].label == "relcl" and tree.edges[n][0] > first
    ]
    if more and last - first >= LONGEST:
        last = more[0] - 1
    while last > first and words[last].text in _STOPS:
        last -= 1
    return last


@cache
def _openings() -> frozenset[str]:
    rows = {row.split()[0] for row in sections(LIST)["rows"]}
    names = ("clauses", "nouns", "participles")
    return frozenset({_FOR} | rows).union(*(words_of_list(LIST, each) for each in names))


def _said_by(event: Event, tree: Tree, reason: Reason) -> int | None:
    """Give the word that a reason is of, if that says what is asked: "went on |strike| over"."""
    words, above, opens = tree.words, reason.of, reason.opens

    def says(number: int) -> bool:
        return event.is_said_by(tree, number)

    if is_verb(tree, above) and event.is_undone_by(tree, above):
        return None  # "was freed from |jail| after"
    if says(above):
        return above
    for each in tree.children[above]:
        if each >= opens or words[each].label not in _SAID_OF:
            continue
        if says(each) or any(says(n) for n in tree.children[each] if words[n].label == "pobj"):
            return above
    # The parser may hang it higher: "praised the choice to |step down| because of his age".
    before = next((n for n in range(opens - 1, -1, -1) if is_verb(tree, n)), above)
    return before if above < before and says(before) else None


def _is_time(tree: Tree, first: int, last: int) -> bool:
    """Is it but a time: "after |just six weeks|", "over |three years|", "after |hours of talk|"?"""
    words = tree.words[first : last + 1]
    nouns = (each for each in words if each.tag[0] in "NV" and each.label != "compound")
    noun = next(nouns, None)
    times = set(map(lexicon.stem, words_of_list(LIST, "times")))
    return noun is None or lexicon.stem(noun.text.lower()) in times

"""Who came after somebody, stands in, or was before: in come question and readings, out readings.

"His deputy, Ann Lee, has taken over", "Treasurer Ann Lee will act in his place", "her predecessor,
Karl Roth": whoever is asked for stands on one side of such a change (`hands.py`), and the reader
takes any name near its words, most often that of the one who left.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.hands import LIST, Hand, Side, for_now, hands, may_tell
from onix.jobs.ask.kinds.leading import tells_of_leading
from onix.jobs.ask.readings import Reading, Seen, are_one, reading_at
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading.grammar.matcher import words_of
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

# The log of the odds: of 98 answers to such questions to develop on 92 were right; less, for few.
HOLDS: Final = 2.0
ABOUT: Final = 0.5  # of what has changed hands is borne out; of those below half were of another
AT_ONCE: Final = 2  # days between two reports of one change
BEFORE: Final = 400  # characters in which whoever left is named
ASIDE: Final = 0.5  # what "when he left" counts for
WHOLE: Final = 6  # words of a name with its title, as the reader took it
OTHERS: Final = -3.0  # the most that a name is worth that stands on the other side, or on none

_MONTHS: Final = frozenset(month_name)
_FOR_GOOD: Final = re.compile(r"\bfor good\b|\bpermanent", re.IGNORECASE)
_WISHED: Final = re.compile(r"\b(?:like|want|wish|favou?rite|propose|put forward)", re.IGNORECASE)
_STILL: Final = frozenset({"VBZ", "VBP", "VBN", "VBG", "NNS"})  # "starts", which may look a noun
_BESIDE: Final = re.compile(r",\s(?:[A-Z][a-z]*\.?\s)?")  # ", ", or ", Sir "


@dataclass(frozen=True, slots=True)
class Change:
    """Who is asked for.

    Attributes:
        side: Whoever came after, or was before.
        is_brief: Only for a while.
        is_deed: The question tells that by its verb alone: "stands in for".
        other: Words of the name of whoever is on the other side, in lower case.
    """

    side: Side
    is_brief: bool = False
    is_deed: bool = False
    other: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody of whom a sentence tells that they came after or were before.

    Attributes:
        about: How much of what has changed hands is borne out around, 0 to 1.
        is_asked_for: Do they stand on the side that is asked for?
    """

    reading: Reading
    side: Side
    about: float
    is_asked_for: bool


def with_successors(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, that of who came after or was before ahead of all."""
    change = change_asked(question)
    if change is None:
        return list(readings)
    told = list(_told(question, change, seen))
    found = [each for each in told if each.is_asked_for]
    # Of several changes of one post the last holds.
    found.sort(key=lambda each: each.reading.window.citation.published or "", reverse=True)
    if found:
        best = max(found, key=lambda each: round(each.about, 1)).reading
        return ahead_of_all(best, readings, [each.reading for each in found])
    wrong = [each.reading.span for each in told if each.side != change.side]
    below = [
        replace(each, score=min(each.score, OTHERS))
        if any(are_one(each.span, span) for span in wrong)
        or not tells_of_leading(each.sentence.text)
        else each
        for each in readings
    ]
    return sorted(below, key=lambda each: -each.score)


def ahead_of_all(
    best: Reading, readings: Sequence[Reading], found: Sequence[Reading]
) -> list[Reading]:
    """Give a reading that grammar has found, then all others, which are worth little beside it.

    Args:
        found: All that grammar has; another outlet's of about the same day is another version.
    """
    rivals = [each.span for each in found if _is_rival(each.window.citation, best.window.citation)]
    kept = []
    for each in readings:
        if any(are_one(each.span, span) for span in rivals):
            kept.append(each)
        elif not are_one(each.span, best.span):
            kept.append(replace(each, score=min(each.score, OTHERS)))
        elif _is_with_title(each.span, best.span):
            best = replace(each, score=max(each.score, best.score))
    return [best, *sorted(kept, key=lambda each: -each.score)]


def _is_rival(one: Citation, other: Citation) -> bool:
    """Are they of two outlets and of about one day, so that neither is what the other became?"""
    days = [(each.published or "")[:10] for each in (one, other)]
    if one.outlet == other.outlet:
        return False
    if any(len(each) < len("2026-01-01") for each in days):
        return True  # nobody knows which is the later
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= AT_ONCE


def _is_with_title(one: Span | None, name: Span | None) -> bool:
    """Is it "Brigadier General Ann Lee", where grammar has the name alone?"""
    return (
        one is not None
        and name is not None
        and one.end == name.end
        and len(one.text.split()) <= WHOLE
    )


def change_asked(question: Question) -> Change | None:
    """Give which side of a change a question asks for; None where it asks for none."""
    tree, words = question.tree, question.tree.words
    if question.kind not in {"who", "whose", "which"} or question.asks_who_somebody_is:
        return None
    who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind == "which":
        who = question.focus
        if who is None or not nouns_in(words[who].text.lower()):
            return None  # "which company took over"
    if who is None or _WISHED.search(question.text):
        return None
    sides: dict[Side, Hand] = {}
    for hand in hands(tree, with_whiles=False):
        if who in {hand.noun, *tree.children[hand.noun]}:
            sides.setdefault(hand.side, hand)
    is_while = question.tense != "past" and (
        for_now().search(question.text) is not None or _while(question) is not None
    )
    if len(sides) == 1:
        ((side, hand),) = sides.items()
        is_brief = side == "new" and (hand.is_brief or is_while)
        is_deed = is_brief and not is_while and hand.other is not None
        return Change(side, is_brief, is_deed, name_words(tree, hand.other))
    if sides or words[who].label not in SUBJECTS | {"attr"}:
        return None
    if is_while:
        return Change("new", is_brief=True)
    return Change("old") if _is_before_somebody(question) else None


def _while(question: Question) -> int | None:
    """Give the verb of "until the new one starts", "while its head is ill"."""
    words = question.tree.words
    whiles = (each for each in words if each.text.lower() in {"until", "while"})
    verbs = (each.head for each in whiles if each.label == "mark")
    return next(
        (
            verb
            for verb in verbs
            if words[verb].tag in _STILL
            and any(words[n].label in SUBJECTS for n in question.tree.children[verb])
        ),
        None,
    )


def _is_before_somebody(question: Question) -> bool:
    """Is it "who led it before Lee", and not before February or the vote?"""
    tree, words = question.tree, question.tree.words
    for number, each in enumerate(words):
        if each.text.lower() != "before" or each.label != "prep":
            continue
        for found in tree.children[number]:
            word = words[found]
            is_name = word.tag.startswith("NNP") and word.text not in _MONTHS
            if is_name or word.text.lower() in {"him", "her"} or nouns_in(word.text.lower()):
                return True
    return False


def _told(question: Question, change: Change, seen: Seen) -> Iterator[Told]:
    """Give all of whom windows tell that they came after somebody, or were before."""
    given = {part for t in question.terms if t.sort == "name" for part in words_of(t.word)}
    # Who "will succeed" somebody is not who only stands in.
    is_for_good = _FOR_GOOD.search(question.text) is not None or question.tense == "ahead"
    done: set[Span] = set()
    for window in seen.wide():
        share = _about(question, window)
        if share < ABOUT:
            continue
        for sentence in window.sentences:
            if sentence in done or not may_tell(sentence.text):
                continue
            done.add(sentence)
            tree = seen.parse(sentence.text)
            near = _near(sentence, seen)
            for hand in hands(tree):
                span = name_at(tree, hand.noun, sentence, seen)
                if span is None or not given.isdisjoint(words_of(span.text)):
                    continue
                other = name_words(tree, hand.other)
                is_asked_for = (
                    hand.side == change.side
                    and not (is_for_good and hand.is_brief and not change.is_brief)
                    and (hand.is_brief or change.is_deed or not change.is_brief)
                    and not (other and change.other and other.isdisjoint(change.other))
                    and (not change.other or not change.other.isdisjoint(near))
                )
                reading = reading_at(question, window, span, HOLDS)
                yield Told(reading, hand.side, share, is_asked_for)


def _near(sentence: Span, seen: Seen) -> frozenset[str]:
    """Give the words of a sentence and before it: of whom "his deputy has taken over" tells."""
    text = seen.marks(sentence.document_id).document.text
    return frozenset(words_of(text[max(0, sentence.start - BEFORE) : sentence.end]))


def _about(question: Question, window: Window) -> float:
    """Give how much of what has changed hands a window and what is around it bear out, 0 to 1.

    Words for the change itself, and for how long it is, need not be.
    """
    tree, words = question.tree, question.tree.words
    idle = {n for n, each in enumerate(words) if each.text.lower() in _of_a_change()}
    # "At the head of", "in charge of"
    idle |= {
        n
        for n, each in enumerate(words)
        if words[each.head].text.lower() in {"at", "in"}
        and each.text.lower() in {"head", "helm", "charge"}
    }
    until = _while(question)
    if until is not None:
        first, last = tree.edges[until]
        idle |= set(range(first, last + 1))
    for found in for_now().finditer(question.text):
        idle |= {n for n, each in enumerate(words) if found.start() <= each.start < found.end()}
    aside = _aside(tree)
    weight = borne = best_name = 0.0
    for term, strength in zip(question.terms, window.strengths, strict=True):
        if term.sort == "name":
            best_name = max(best_name, strength)
        if term.index not in idle and term.sort != "verb":
            counts = term.weight * (ASIDE if term.index in aside else 1.0)
            weight += counts
            borne += counts * strength
    has_names = any(term.sort == "name" for term in question.terms)
    return borne / weight if weight and (best_name or not has_names) else 0.0


def _aside(tree: Tree) -> set[int]:
    """Give the words of "when he left", by which a question only recalls what came before."""
    found: set[int] = set()
    for each in tree.words:
        if each.text.lower() in {"when", "after", "once", "since"} and each.label in _OPENS:
            first, last = tree.edges[each.head]
            found |= set(range(first, last + 1))
    return found


@cache
def _of_a_change() -> frozenset[str]:
    found = {*verb_forms(LIST, "replaces"), *verb_forms(LIST, "deputises")}
    return frozenset(found.union(*(listed(LIST, each) for each in _NOUNS)))


_OPENS: Final = frozenset({"mark", "advmod"})
_NOUNS: Final = ("places", "after", "before", "meanwhile")


def name_at(tree: Tree, noun: int, sentence: Span, seen: Seen) -> Span | None:
    """Give the name of the person that a noun is, or that stands behind it: "his deputy, Lee"."""
    words = tree.words
    heads = [noun, *(n for n in tree.children[noun] if words[n].label == "appos")]
    head = next((n for n in heads if words[n].tag.startswith("NNP")), None)
    mentions = seen.marks(sentence.document_id).mentions
    if head is None:  # "a judge, Sir Ann Lee, and": where the parser hangs her elsewhere
        behind = words[noun].end
        named = (each for each in mentions if sentence.covers(each.span) and each.kind == "person")
        gaps = ((sentence.text[behind : each.span.start - sentence.start], each) for each in named)
        return next((each.span for gap, each in gaps if _BESIDE.fullmatch(gap)), None)
    start, end = sentence.start + words[head].start, sentence.start + words[head].end
    for each in mentions:
        if each.span.start <= start and end <= each.span.end and sentence.covers(each.span):
            return each.span if each.kind == "person" else None
    return None


def name_words(tree: Tree, noun: int | None) -> frozenset[str]:
    """Give the words, in lower case, of a name; of any other noun none."""
    if noun is None or not tree.words[noun].tag.startswith("NNP"):
        return frozenset()
    first = tree.edges[noun][0]
    return frozenset(each.text.lower() for each in tree.words[first : noun + 1])

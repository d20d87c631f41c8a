"""The same event told more than once: in come events as sentences tell them, out come groups.

Two tellings are one event when they say much the same of the same day. Where all else is the same
and only the day differs, the days are disputed, and both are kept. Events of one sentence and day
are one entry, by the verb that the others hang on, as a reader takes in sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Final

from onix.jobs.timeline.dating import Told
from onix.jobs.timeline.sides import side_of
from onix.model import Event
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.words import sections, verb_forms

ALIKE: Final = 0.5  # of the shorter clause's words stand in the other: one event of that day
AT_LEAST: Final = 3  # words
SAME: Final = 0.7  # so many: one event, also where the day differs, is vague or is not given
FEW: Final = 4  # words that two clauses must share then
SHORT: Final = 7  # days: what is only known to be of a longer time is vague
CROWD: Final = 60  # a word in more events than that leads to none of them
NEARBY: Final = 40  # days between two dates of one event that outlets differ about
AGAIN: Final = 120  # days after it within which what was done to somebody is told again
SOON: Final = 10  # days after an event within which an undated report may be of it


@dataclass(frozen=True)
class Entry:
    """What one sentence tells of one day.

    Attributes:
        words: Those that carry meaning, by their stems, what was asked for left out.
        head: The word that names the event, lower-cased.
        side: Whether what was asked for does it or undergoes it; None where it only stands by.
        others: Who does it, and is not what was asked for.
        of_topic: What was asked for is no name.
    """

    told: Told
    words: dict[str, str]
    head: str
    side: str | None = None
    others: frozenset[str] = frozenset()
    of_topic: bool = False

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.told.event


@dataclass
class Group:
    """One event, with the tellings of it; those of another day stand apart."""

    entries: list[Entry]
    others: list[Entry] = field(default_factory=list)

    @property
    def first(self) -> Entry:
        """The telling that stands for all: the first with a date, as precise as any."""
        return self.entries[0]


def entries(told: Iterable[Told], asked: str | None) -> list[Entry]:
    """Give one entry for each sentence, day and kind, in the order of what comes in.

    Args:
        asked: What the timeline is of; its words make no two events alike.
    """
    small = frozenset(sections("stopwords")["english"])
    own = {lexicon.stem(word) for word in words_of(asked or "")}
    found: dict[tuple[object, ...], Told] = {}
    for each in told:
        key = entry_of(each)
        before = found.get(key)
        found[key] = each if before is None else _wider(before, each)
    taking_part = {name for each in found.values() for name in each.event.who}
    is_topic = bool(own) and not any(_shares(name, own) for name in taking_part)
    made = []
    for each in found.values():
        when = set(words_of(each.event.when.span.text)) if each.event.when else set()
        words = {
            lexicon.stem(word): word
            for word in words_of(each.event.what.text)
            if word not in small and word not in when and lexicon.stem(word) not in own
        }
        head = each.event.head or each.event.what
        does, undergoes = each.event.acting, each.event.undergoing
        side = next(
            (side for side, names in (("undergoes", undergoes), ("does", does))
             if any(_shares(name, own) for name in names)), None,
        )  # fmt: skip
        if is_topic:
            side = side_of(each.event, own)
        others = frozenset(name for name in does if not _shares(name, own))
        made.append(Entry(each, words, head.text.lower(), side, others, is_topic))
    return made


def entry_of(told: Told) -> tuple[object, ...]:
    """Give what tellings of one entry share: sentence, days, kind, and whose claim it is.

    What somebody says of their own doings is no claim of another, and a noun that only names an
    event is told with nothing else.
    """
    event = told.event
    claimed = None if event.speaker in event.who else event.speaker
    alone = event.is_named and event.when is None
    return told.sentence, told.days, event.kind, claimed, alone and event.head


def _shares(name: str, own: Set[str]) -> bool:
    """Has a name a word of what was asked for, or of another name?"""
    return not own.isdisjoint(lexicon.stem(word) for word in words_of(name))


def _wider(one: Told, other: Told) -> Told:
    """Give the telling with the wider clause, and whoever takes part in either.

    What only goes along with the other ("the board voted, |ending a dispute|") does not stand for
    both.
    """
    wide, narrow = sorted((one, other), key=lambda each: -len(each.event.what.text))
    if _goes_along(wide) and not _goes_along(narrow):
        wide, narrow = narrow, wide
    small = narrow.event
    who = tuple(dict.fromkeys((*wide.event.who, *small.who)))
    hedges = tuple(dict.fromkeys((*wide.event.hedges, *small.hedges)))
    return replace(wide, event=replace(wide.event, who=who, hedges=hedges))


def _goes_along(told: Told) -> bool:
    head = told.event.head
    return head is not None and head.text.endswith("ing") and not told.event.is_named


def join(found: Sequence[Entry]) -> list[Group]:
    """Give the events, each with all its tellings: (1) of one day; (2) undated; (3) disputed."""
    order = sorted(found, key=_precise_first)
    groups: list[Group] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_head: dict[str, list[int]] = defaultdict(list)  # what was done to whom was asked for

    def candidates(entry: Entry) -> Iterator[Group]:
        found = [by_stem[stem] for stem in entry.words]
        if entry.side == "undergoes":
            found += [by_head[each] for each in by_head if _match(entry.head, each)]
        numbers = {number for each in found if len(each) <= CROWD for number in each}
        yield from (groups[number] for number in sorted(numbers))

    for entry in order:
        home = next((each for each in candidates(entry) if _is_one(each.first, entry)), None)
        if home is None:
            disputed = next((g for g in candidates(entry) if _is_disputed(g.first, entry)), None)
            if disputed is not None:
                disputed.others.append(entry)
                continue
            for stem in entry.words:
                by_stem[stem].append(len(groups))
            if entry.side == "undergoes":
                by_head[entry.head].append(len(groups))
            groups.append(Group([entry]))
        else:
            home.entries.append(entry)
    return groups


@cache
def _match(one: str, other: str) -> bool:
    return lexicon.match(one, other) >= lexicon.SYNONYM


def _precise_first(entry: Entry) -> tuple[bool, int, str, str, int]:
    """Dated before undated, precise before vague, then as published."""
    days = entry.told.days
    span = entry.event.what
    length = 0 if days is None else _apart(*days)
    return days is None, length, entry.told.reported or "~", span.document_id, span.start


def _is_one(one: Entry, other: Entry) -> bool:
    """Do two entries tell one event, as far as their days and words go?"""
    if one.event.kind != other.event.kind:
        return False
    if one.event.what.text == other.event.what.text and one.told.days == other.told.days:
        return True
    if not _is_of_same(one.event, other.event):
        return False
    if _is_told_again(one, other):
        return True
    days, others = one.told.days, other.told.days
    if _is_named_alike(one, other):
        return True
    if days is not None and days == others and _apart(*days) <= SHORT:
        return (
            (_alike(one, other, ALIKE, AT_LEAST) and _is_more_than_names(one, other))
            or _is_told_shorter(one, other)
            or (days[0] == days[1] and _is_all_in(one, other))
        )
    if min(len(one.words), len(other.words)) > 1 and _is_told_shorter(one, other):
        if days is None:
            return _is_reported_with(one.told, other.told)
        if others is not None and _is_within(days, others):
            return True
    if not (_same_head(one, other) and _alike(one, other, SAME, FEW)):
        return False
    if days is not None and others is not None:
        return _is_within(days, others)
    if days is None:
        return one.told.story == other.told.story
    story = other.told.story
    return story is not None and days[0] <= story and _apart(days[1], story) <= SOON


def _is_named_alike(one: Entry, other: Entry) -> bool:
    """Is it what both only name by its year: "the |2020 presidential election|"?"""
    days = one.told.days
    both_named = one.event.is_named and other.event.is_named
    if not both_named or days is None or days != other.told.days or _apart(*days) <= SHORT:
        return False
    few, many = sorted((one.words, other.words), key=len)
    return one.head == other.head and few.keys() <= many.keys()


def _is_reported_with(one: Told, other: Told) -> bool:
    """Were two tellings published within a few days?"""
    if one.reported is None or other.reported is None:
        return False
    return _apart(one.reported, other.reported) <= SOON


def _is_told_shorter(one: Entry, other: Entry) -> bool:
    """Is one of two tellings, by one verb and of the same people, in words a part of the other?"""
    few, many = sorted((one.words, other.words), key=len)
    named = bool(one.event.who) and bool(other.event.who)
    return named and one.head == other.head and few.keys() <= many.keys()


def _is_more_than_names(one: Entry, other: Entry) -> bool:
    """Do two clauses share more than whom they are of: "Lee, 54, was heard", "Lee, 54, was freed"?

    Where the verbs mean the same, whom they are of is enough.
    """
    if _same_head(one, other):
        return True
    names = {lexicon.stem(word) for each in (*one.event.who, *other.event.who)
             for word in words_of(each)}  # fmt: skip
    shared = one.words.keys() & other.words.keys()
    return any(each not in names and not each.isdigit() for each in shared)


def _is_all_in(one: Entry, other: Entry) -> bool:
    """Is all that one tells of a day in the other: "that |ran aground| on March 3"?

    A verb alone is too little, as more than one may have fallen on that day. It may be another of
    the same meaning: "a trial of a new vaccine began", "the trial started".
    """
    few, many = sorted((one, other), key=lambda each: len(each.words))
    verb = {lexicon.stem(few.head)} - many.words.keys()
    told = few.words.keys() - verb
    return len(few.words) > 1 and _same_head(one, other) and told <= many.words.keys()


def _is_told_again(one: Entry, other: Entry) -> bool:
    """Is it what happens to somebody but once in a while, told again: "who resigned in May"?

    The same verb with what was asked for on the same side of it, and the days agree, or the other
    telling has none and was written soon, or within months where it is told as background. Where
    nothing was asked for, it is somebody of both who does or undergoes it.
    """
    days, others = one.told.days, other.told.days
    if days is not None and one.side is None and other.side is None:
        return others is not None and _is_within(days, others) and _is_theirs_once(one, other)
    if days is None or one.side is None or other.side is None:
        return False
    if lexicon.match(one.head, other.head) >= lexicon.DERIVED and other.event.is_named:
        if others is not None:
            return _is_within(days, others) and one.side == other.side
        return days[0] <= (other.told.reported or "~")  # "since its launch"
    if one.side != other.side:
        return False
    if one.side == "does" and one.head not in _once():
        return False
    if lexicon.match(one.head, other.head) < lexicon.SYNONYM:
        return False
    doers = {lexicon.stem(word) for name in one.others for word in words_of(name)}
    if doers and other.others and not any(_shares(name, doers) for name in other.others):
        return False
    if others is not None:
        return _is_within(days, others)
    reported = other.told.reported
    if reported is None or _apart(*days) > SHORT:
        return False
    if one.of_topic and one.head not in _once() and not _shares_more(one, other):
        return False  # "was spotted on Saturday" and "was spotted", of a thing with no name
    long = SOON if other.told.story else AGAIN  # as news, or as what was before the news
    return days[0] <= reported and _apart(days[1], reported) <= long


def _shares_more(one: Entry, other: Entry) -> bool:
    """Do two tellings share a word besides their verb?"""
    return bool((one.words.keys() & other.words.keys()) - {lexicon.stem(one.head)})


def _is_theirs_once(one: Entry, other: Entry) -> bool:
    """Is it what somebody does but once in a while, or has done to them, of the same in both?"""
    if one.head not in _once() or lexicon.match(one.head, other.head) < lexicon.SYNONYM:
        return False
    a, b = one.event, other.event
    if not set(a.acting).isdisjoint(b.acting) or not set(a.undergoing).isdisjoint(b.undergoing):
        return True
    is_open = not (a.acting and b.acting) and not (a.undergoing or b.undergoing)
    return is_open and not set(a.who).isdisjoint(b.who)


@cache
def _once() -> frozenset[str]:
    return verb_forms("events", "once") | verb_forms("events", "once_in_a_while")


def _is_disputed(one: Entry, other: Entry) -> bool:
    """Do two entries tell one event of two days? Never one document: it would know."""
    days, others = one.told.days, other.told.days
    return (
        days is not None
        and others is not None
        and one.event.kind == other.event.kind
        and days[0] == days[1]
        and others[0] == others[1]
        and 0 < _apart(days[0], others[0]) <= NEARBY
        and one.event.what.document_id != other.event.what.document_id
        and lexicon.match(one.head, other.head) >= lexicon.DERIVED
        and _is_of_same(one.event, other.event)
        and max(len(one.words), len(other.words)) <= 2 * min(len(one.words), len(other.words))
        and _alike(one, other, SAME, FEW)
    )


def _is_of_same(one: Event, other: Event) -> bool:
    """Does somebody take part in both, as far as anybody is named?"""
    return not one.who or not other.who or not set(one.who).isdisjoint(other.who)


def _same_head(one: Entry, other: Entry) -> bool:
    return lexicon.match(one.head, other.head) >= lexicon.SYNONYM


def _alike(one: Entry, other: Entry, share: float, least: int) -> bool:
    """Do two clauses share so many words, or others of the same meaning, and that share of them?"""
    few, many = sorted((one.words, other.words), key=len)
    if len(few) < least:
        return False
    both = sum(
        stem in many or any(lexicon.match(word, each) >= lexicon.SYNONYM for each in many.values())
        for stem, word in few.items()
    )
    return both >= least and both >= share * len(few)


def _is_within(days: tuple[str, str], others: tuple[str, str]) -> bool:
    """Do some days lie within others, which may be known less well?"""
    return others[0] <= days[0] and days[1] <= others[1]


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)

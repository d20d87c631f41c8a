"""Who in the coverage objects to which point: comparisons and marks of articles in, objections out.

`voices.py` says whose a sentence is, `references.py` which point it is about, and `stance.py`
whether it is against it. Of all that somebody says against a point in an article the first sentence
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onix.jobs.compare.learned import Learned, learned
from onix.jobs.compare.likeness import Table, small_stems, stems
from onix.jobs.compare.points import find_points
from onix.jobs.compare.references import ALSO, Around, Plan, Spoken, about
from onix.jobs.compare.sides import Sides, read_sides
from onix.jobs.compare.stance import Stance, stance_of
from onix.jobs.compare.voices import Voice, paragraphs, voices
from onix.model import (
    Citation,
    Comparison,
    Document,
    History,
    Marks,
    Objection,
    Reference,
    Span,
)

CARRIED = 0.6
# Who the speaker is says nothing of what is spoken of.
_ASIDE = re.compile(r"(?<=,)\s+(?:an?|the|who|whose|whom)\b[^,.;“”\"]*(?=,)")
# Where a sentence may turn from one point to another: "praised the fund but rejected the fee".
_TURN = re.compile(
    r";\s+|,?\s+(?:but|while|whereas|although|though|yet)\s+|,?\s+and\s+(?=[a-z]+(?:ed|s)\b)"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """An article made ready: sentences as they count, whose they are, and what is around each.

    Attributes:
        windows: Each sentence as it is read, behind the one before it in its paragraph.
    """

    texts: tuple[str, ...]
    voices: Mapping[int, Voice]
    around: tuple[Around, ...]
    windows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read with a plan: what speaks for each sentence being about each point, and how.

    Attributes:
        evidence: Of a sentence being about a point, by kind.
        sides: Which side of a point a sentence takes.
    """

    plan: Plan
    heard: Heard
    evidence: Mapping[str, Table]
    sides: Sides

    def side(self, at: int, place: int | None) -> dict[str, float]:
        """Give what was read of a sentence and a point; of the plan as a whole there is nothing.

        Nor is there of a point that only its number names, which the reader does not see.
        """
        if place is not None and self.sides.takes[at, place] < 0:
            place = None if place in self.plan.numbered(self.heard.texts[at]) else place
        return self.sides.of(at, place)


@dataclass(frozen=True, slots=True)
class Against:
    """A sentence by its number, the place of the point it may be against (None: the whole plan)."""

    sentence: int
    place: int | None
    by: Reference
    stance: Stance
    score: float


def with_objections(found: History, coverage: Iterable[Marks]) -> History:
    """Give the history with who objects to which point, each in the step of its version.

    An article speaks of the newest version that was there when it was published; of the newest
    there is, where a date is not known. An objection to the first version stands in the first step.
    """
    versions = [found.steps[0].old, *(step.new for step in found.steps)]
    plans = [Plan(find_points(each).points) for each in versions]
    made: list[list[Objection]] = [[] for _ in found.steps]
    for marks in coverage:
        if marks.unread is not None:
            continue
        version = _version(versions, marks.document)
        made[max(0, version - 1)] += _objections(plans[version], marks)
    return replace(found, steps=tuple(map(_with, found.steps, made)))


def _with(step: Comparison, made: Sequence[Objection]) -> Comparison:
    return replace(step, objections=(*step.objections, *made))


def _version(versions: Sequence[Document], article: Document) -> int:
    day = article.day
    if day is None or any(each.day is None for each in versions):
        return len(versions) - 1
    there = [at for at, each in enumerate(versions) if each.day is not None and each.day <= day]
    return max(there, default=0)


def _objections(plan: Plan, marks: Marks) -> Iterator[Objection]:
    """Give the objections of one article, who objects to several points at once in one."""
    if not plan.points or not marks.sentences:
        return
    heard = hear(marks)
    seen: set[tuple[str, int | None]] = set()
    taken: dict[int, list[Against]] = {}
    for each in judge(read_with(plan, heard), learned()):
        key = heard.voices[each.sentence].who, each.place
        if each.score >= learned().enough and key not in seen:
            seen.add(key)
            taken.setdefault(each.sentence, []).append(each)
    for number, found in taken.items():
        sentence, voice = marks.sentences[number], heard.voices[number]
        yield Objection(
            voice.quote,
            _cite(marks.document, sentence),
            voice.who,
            tuple(plan.points[each.place].span for each in found if each.place is not None),
            found[0].by,
            _cue(sentence, found[0].stance),
        )


def read_with(plan: Plan, heard: Heard) -> Reading:
    """Read an article with a plan."""
    alike, evidence = plan.evidence(heard.texts, heard.around)
    sides = read_sides(plan.texts, heard.windows, alike, heard.voices)
    return Reading(plan, heard, evidence | {"takes a side": sides.takes}, sides)


def judge(reading: Reading, known: Learned) -> Iterator[Against]:
    """Give for the sentences of an article how much speaks for an objection to which point.

    1. Which points each speaks of: by itself and by what stands around it; else the plan as a
       whole, where it is named.
    2. Whether it is against them; where it speaks of several, in the clause on each.
    """
    plan, heard = reading.plan, reading.heard
    likely = about(reading.evidence, known)
    # "The plan" may be any plan in an article that has not a word about a point of this one.
    is_coverage = bool((likely >= ALSO).any())
    meant = [
        plan.spoken_of(text, [float(each) for each in row])
        for text, row in zip(heard.texts, likely, strict=True)
    ]
    for at in sorted(heard.voices):
        text = heard.texts[at]
        spoken = meant[at] or _carried(meant, heard.around[at])
        if spoken is None or (spoken.is_loose and not is_coverage):
            continue
        places: tuple[int | None, ...] = spoken.points or (None,)
        for place, sure in zip(places, spoken.likely, strict=True):
            start, end, side = 0, len(text), reading.side(at, place)
            if place is not None and len(places) > 1:
                start, end = _clause(plan, text, place)
                side = reading.side(at, None)  # the sentence may be against another of them
            stance = stance_of(text[start:end], side, known)
            placed = replace(stance, start=stance.start + start, end=stance.end + start)
            # That it is against something says more than that it is clear against what.
            yield Against(at, place, spoken.by, placed, stance.likely * sure**0.5)


def _carried(meant: Sequence[Spoken | None], around: Around) -> Spoken | None:
    """Give what the sentence before speaks of, else the next, less likely meant here, too."""
    for at in (around.before, around.onward):
        spoken = meant[at] if at >= 0 else None
        if spoken is not None and spoken.points:
            return replace(spoken, likely=tuple(CARRIED * each for each in spoken.likely))
    return None


def _clause(plan: Plan, text: str, place: int) -> tuple[int, int]:
    """Give where the clause of a sentence stands that names a point or shares most with it."""
    cuts = [0, *(match.start() for match in _TURN.finditer(text)), len(text)]
    clauses = list(pairwise(cuts))
    for start, end in clauses:
        if place in plan.numbered(text[start:end]):
            return start, end
    words = frozenset(stems(plan.points[place].span.text)) - small_stems()
    shared = [len(words & frozenset(stems(text[start:end]))) for start, end in clauses]
    return clauses[shared.index(max(shared))] if max(shared) else (0, len(text))


def hear(marks: Marks) -> Heard:
    """Make an article ready: whose its sentences are, who speakers are left out of them."""
    found = voices(marks)
    around = [Around()] * len(marks.sentences)
    for paragraph in paragraphs(marks):
        for at in paragraph:
            own, after = found.get(at), found.get(at + 1)
            goes_on = own is not None and after is not None and own.who == after.who
            around[at] = Around(
                at - 1 if at - 1 in paragraph else -1,
                at + 1 if at + 1 in paragraph and goes_on else -1,
            )
    return Heard(
        tuple(_matters(marks, found)),
        found,
        tuple(around),
        tuple(_windows(marks, around)),
    )


def _windows(marks: Marks, around: Sequence[Around]) -> Iterator[str]:
    text = marks.document.text
    for each, near in zip(marks.sentences, around, strict=True):
        start = marks.sentences[near.before].start if near.before >= 0 else each.start
        yield text[start : each.end]


def _matters(marks: Marks, found: Mapping[int, Voice]) -> Iterator[str]:
    """Give the sentences, spaces in the place of names and of what only says who somebody is."""
    people = [each.span for each in marks.mentions if each.kind == "person" and each.name]
    for number, sentence in enumerate(marks.sentences):
        text = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence.text)
        own = found[number].quote.source if number in found else ()
        for span in (*people, *own):
            if sentence.covers(span):
                start, end = span.start - sentence.start, span.end - sentence.start
                text = text[:start] + " " * (end - start) + text[end:]
        yield text


def _cue(sentence: Span, stance: Stance) -> Span:
    text = sentence.text[stance.start : stance.end]
    start = sentence.start + stance.start
    return Span(sentence.document_id, start, start + len(text), text)


def _cite(document: Document, sentence: Span) -> Citation:
    return Citation(
        sentence,
        document.title,
        document.outlet,
        document.published,
        document.address,
        document.version_of,
        document.corrected,
    )

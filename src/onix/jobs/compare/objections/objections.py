"""Who in the coverage objects to which point: comparisons and marks of articles in, objections out.

`heard.py` says whose a sentence is, `references.py` which point it is about, and `stance.py`
whether it is against it. Of all that somebody says against a point in an article the first sentence
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onix.jobs.compare.learned import Learned, learned
from onix.jobs.compare.objections.heard import Heard, hear
from onix.jobs.compare.objections.meant import version_meant
from onix.jobs.compare.objections.objectors import is_plan
from onix.jobs.compare.objections.references import ALSO, Around, Plan, Spoken, about
from onix.jobs.compare.objections.settled import defends, has_made_peace
from onix.jobs.compare.objections.sides import Sides, read_alone, read_sides
from onix.jobs.compare.objections.stance import Stance, only_tells, stance_of
from onix.jobs.compare.objections.voices import Voice
from onix.jobs.compare.pairs.likeness import Table, stems
from onix.jobs.compare.points.points import find_points
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
from onix.reading.words import words_of

CARRIED = 0.6
_DRAFT = re.compile(
    r"\d\b[^.;]{0,20}? (?:of|in) the (?:draft|(?P<which>first|earlier|original|old|previous) "
    r"(?:draft|version|text|plan|proposal))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read with a plan: what speaks for each sentence being about each point, and how.

    The tables have a row for each sentence, and behind them one for each clause.

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
            place = None if place in self.plan.numbered(self.text(at)) else place
        found = self.sides.of(at, place)
        words = self.text(at).strip()
        alone = read_alone(self.plan.texts[place], words) if place is not None and words else 0.0
        return found | {"alone read as against": alone} | self._before(at, place)

    def _before(self, at: int, place: int | None) -> dict[str, float]:
        """Give what the sentence before says of a point, where it is somebody's."""
        heard, behind = self.heard, at - len(self.heard.texts)
        clause = heard.clauses[behind] if behind >= 0 else None
        before = heard.around[clause.sentence if clause is not None else at].before
        own = clause.voice if clause is not None else heard.voices.get(at)
        other = heard.voices.get(before)
        is_own = None if own is None or other is None else own.who == other.who
        return self.sides.of_before(before, place, is_own=is_own)

    def text(self, row: int) -> str:
        """Give the words of a sentence, or of the clause whose row it is, as they count."""
        sentences = len(self.heard.texts)
        return self.heard.texts[row] if row < sentences else self.heard.clause(row - sentences)


@dataclass(frozen=True, slots=True)
class Saying:
    """The number of a sentence, where in it the clause begins that is judged, and whose it is."""

    sentence: int
    begin: int
    voice: Voice


@dataclass(frozen=True, slots=True)
class Against:
    """A sentence by its number, the place of the point it may be against (None: the whole plan)."""

    sentence: int
    voice: Voice
    place: int | None
    by: Reference
    stance: Stance
    score: float


def with_objections(found: History, coverage: Iterable[Marks]) -> History:
    """Give the history with who objects to which point, each in the step of its version.

    An article speaks of the version that was there when it was published, else of the one that
    its figures are of. An objection to the first version stands in the first step.
    """
    versions = [found.steps[0].old, *(step.new for step in found.steps)]
    plans = [Plan(find_points(each).points) for each in versions]
    made: list[list[Objection]] = [[] for _ in found.steps]
    for marks in coverage:
        if marks.unread is not None:
            continue
        version = version_meant(versions, plans, marks)
        made[max(0, version - 1)] += [
            _of_draft(each, plans[version - 1]) if version else each
            for each in _objections(plans[version], marks)
            if not is_plan(each.who, [each.title or "" for each in versions])
        ]
    return replace(found, steps=tuple(map(_with, found.steps, made)))


def _with(step: Comparison, made: Sequence[Objection]) -> Comparison:
    return replace(step, objections=(*step.objections, *made))


def _of_draft(found: Objection, older: Plan) -> Objection:
    """Give an objection to "point 9 of the draft" with that point of the version before.

    "The draft" alone may be the newest: it is the one whose point the sentence has more words of.
    """
    sentence = found.citation.span.text
    said = _DRAFT.search(sentence)
    if said is None or found.by != "number":
        return found
    points = [older.points[at].span for at in older.numbered(sentence)]
    is_older = said["which"] is not None or _shared(sentence, points) > _shared(
        sentence, found.points
    )
    return replace(found, points=tuple(points)) if points and is_older else found


def _shared(sentence: str, points: Iterable[Span]) -> int:
    """Count the words of a sentence that points have, too."""
    return len(_telling(sentence) & _telling(" ".join(each.text for each in points)))


def _telling(text: str) -> set[str]:
    return set(stems(text)).difference(stems(" ".join(words_of("stopwords", "english"))))


def _objections(plan: Plan, marks: Marks) -> Iterator[Objection]:
    """Give the objections of one article, who objects to several points at once in one."""
    if not plan.points or not marks.sentences:
        return
    heard = hear(marks)
    seen: set[tuple[str, int | None]] = set()
    taken: dict[tuple[int, str], list[Against]] = {}
    for each in judge(read_with(plan, heard), learned()):
        key = each.voice.who, each.place
        if each.score >= learned().enough and key not in seen:
            seen.add(key)
            taken.setdefault((each.sentence, each.voice.who), []).append(each)
    for (number, _), found in taken.items():
        sentence, voice = marks.sentences[number], found[0].voice
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
    count = len(heard.texts)
    evidence = plan.evidence(heard.texts, heard.around)
    if heard.clauses:
        # What is rare, and what is like every sentence, is counted over all that is read together:
        # the sentences are read without their clauses, which would count their words twice.
        texts = [*heard.texts, *(heard.clause(at) for at in range(len(heard.clauses)))]
        around = [*heard.around, *(heard.around[each.sentence] for each in heard.clauses)]
        rows = plan.evidence(texts, around)
        evidence = {name: np.concatenate([table, rows[name][count:]])
                    for name, table in evidence.items()}  # fmt: skip
    windows = [*heard.windows, *(each.window for each in heard.clauses)]
    said = [*heard.voices, *range(count, len(windows))]
    sides = read_sides(plan.texts, windows, about(evidence), said)
    return Reading(plan, heard, evidence | {"takes a side": sides.takes}, sides)


def judge(reading: Reading, known: Learned) -> Iterator[Against]:
    """Give for the sentences of an article how much speaks for an objection to which point.

    1. Which points each speaks of: by itself and by what stands around it; else the plan as a
       whole, where it is named.
    2. Whether it is against them; where its clauses speak of several, by the clause on each.
    """
    plan, heard = reading.plan, reading.heard
    likely = about(reading.evidence, known)
    # "The plan" may be any plan in an article that has not a word about a point of this one.
    is_coverage = bool((likely >= ALSO).any())
    meant = [
        plan.spoken_of(reading.text(at), [float(each) for each in row])
        for at, row in enumerate(likely)
    ]
    for at in sorted(heard.voices):
        if (onward := heard.around[at].onward) >= 0 and has_made_peace(heard.texts[onward]):
            continue  # "Once I was against it," she said. "I have changed my mind."
        if _goes_on_defending(heard, at) or _TOPIC.fullmatch(heard.texts[at].strip()):
            continue
        clauses = [
            (len(heard.texts) + n, each, meant[len(heard.texts) + n])
            for n, each in enumerate(heard.clauses)
            if each.sentence == at
        ]
        spoken = _surer(meant[at], _carried(meant, heard.around[at]))
        spoken = _narrowed(spoken, meant, heard.around[at])
        by_several = len({each.voice.who for _, each, _ in clauses}) > 1
        by_number = spoken is not None and spoken.by == "number"
        told_of = [told for _, _, told in clauses]
        if by_number:  # "She will not sign | while point 7 stands" speaks of one
            told_of = [told for told in told_of if told is not None and told.by == "number"]
        if by_several or _on_several(told_of):
            for row, clause, own in clauses:
                # What a clause does not say again is what its sentence is about; whoever names a
                # point by its number speaks of no other that only sounds like it.
                told = own or (spoken if by_several else None)
                if told and spoken and told.points == spoken.points:
                    told = max(told, spoken, key=lambda each: each.likely)
                if told is not None and (by_several or not by_number or told.by == "number"):
                    said = Saying(at, clause.start, clause.voice)
                    yield from _judged(reading, row, said, told, known)
        elif spoken is not None and (is_coverage or not spoken.is_loose):
            yield from _judged(reading, at, Saying(at, 0, heard.voices[at]), spoken, known)


def _goes_on_defending(heard: Heard, at: int) -> bool:
    """Does somebody give reasons for what they stand up for in the sentence before?

    "Ann Lee defended the changes. Refunds, she said, had been abused."
    """
    before = heard.around[at].before
    is_own = before in heard.voices and heard.voices[before].who == heard.voices[at].who
    return is_own and defends(heard.texts[before]) and not _TURNS.match(heard.texts[at])


_TURNS = re.compile(r"\W*(?:but|however|yet|still|nevertheless|all the same)\b", re.IGNORECASE)


# "And the leaf blowers?" says what comes next, and nothing of it.
_TOPIC = re.compile(
    r"\W*(?:(?:and|but|then|what about|how about|as for)\s+)+"
    r"(?:the|those|these|this|that|its|their|his|her|our|all)(?:\s+[\w’'-]+){1,4}\W*\?\W*",
    re.IGNORECASE,
)


def _judged(
    reading: Reading, row: int, said: Saying, spoken: Spoken, known: Learned
) -> Iterator[Against]:
    """Give how much speaks for an objection to each point that a sentence or clause speaks of.

    Args:
        row: Of the sentence or clause in the tables.
    """
    places: tuple[int | None, ...] = spoken.points or (None,)
    for place, sure in zip(places, spoken.likely, strict=True):
        if place is not None and only_tells(reading.text(row), reading.plan.texts[place]):
            continue
        stance = stance_of(reading.text(row), reading.side(row, place), known)
        placed = replace(stance, start=stance.start + said.begin, end=stance.end + said.begin)
        # That it is against something says more than that it is clear against what.
        yield Against(
            said.sentence, said.voice, place, spoken.by, placed, stance.likely * sure**0.5
        )


def _on_several(clauses: Sequence[Spoken | None]) -> bool:
    """Are clauses of a sentence on points, and not all on the same?"""
    told = {each.points[0] for each in clauses if each is not None and each.points}
    return len(told) > 1


def _carried(meant: Sequence[Spoken | None], around: Around) -> Spoken | None:
    """Give what the sentence before speaks of, else the next, less likely meant here, too."""
    for at in (around.before, around.onward):
        spoken = meant[at] if at >= 0 else None
        if spoken is not None and spoken.points:
            return replace(spoken, likely=tuple(CARRIED * each for each in spoken.likely))
    return None


def _surer(own: Spoken | None, carried: Spoken | None) -> Spoken | None:
    """Give what a sentence speaks of; as surely as the one beside it where both are of one point.

    "340 will lose their work. We will fight this," says of itself hardly what it is about.
    """
    if own is None or carried is None or own.by != "subject" or own.points != carried.points:
        return own or carried
    return max(own, carried, key=lambda each: each.likely)


def _narrowed(
    spoken: Spoken | None, meant: Sequence[Spoken | None], around: Around
) -> Spoken | None:
    """Give of several points that a sentence may speak of the one the sentence before is about.

    "She is against the 90 nights. He spoke of a loophole for licensees" is of the nights.
    """
    before = meant[around.before] if around.before >= 0 else None
    if spoken is None or spoken.by != "subject" or len(spoken.points) < 2 or before is None:
        return spoken
    both = [at for at, each in enumerate(spoken.points) if before.points == (each,)]
    if not both:
        return spoken
    (at,) = both
    return replace(spoken, points=(spoken.points[at],), likely=(spoken.likely[at],))


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

"""What the reader of statements learns from about plans: a point with a sentence of the coverage.

Plans and coverage of `evaluation/training/stances/`, in the form of `objection_texts.py`: does a
sentence object to this very point, support it, or neither?
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from evaluation.claim_examples import BORNE_OUT, CONTRADICTED, NOT_TOLD
from evaluation.objection_texts import WHOLE, Story
from evaluation.reader_examples import Example, words
from onix.jobs.compare.points.points import find_points
from onix.model import Span
from onix.reading.grammar.sentences import find_sentences
from onix.reading.neural.entailment import POINT, mark

STANCES = {"supports": BORNE_OUT, "objects": CONTRADICTED}


class StanceExamples:
    """Each sentence of the coverage with the points that it takes a stance to, and with others."""

    def __init__(self, told: Sequence[Story], dice: random.Random) -> None:
        self._dice = dice
        self._stories = [
            (
                story,
                [[each.span.text for each in find_points(plan).points] for plan in story.versions],
                [(each, find_sentences(each)) for each in story.articles],
            )
            for story in told
        ]

    def epoch(self) -> Iterator[Example]:
        """Give every sentence with its points, and with one that it says nothing of."""
        for story, versions, articles in self._stories:
            for article, sentences in articles:
                newest = sum(
                    (each.published or "") <= (article.published or "") for each in story.versions
                )
                for number, sentence in enumerate(sentences):
                    taken = {
                        (*_place(each.point, newest), STANCES[each.stance])
                        for each in story.taken
                        if each.document_id == article.id and each.start == sentence.start
                    }
                    points = versions[max(newest, 1) - 1]
                    yield from self._of(story.name, article.text, sentences, number, taken, points)

    def _of(
        self,
        name: str,
        text: str,
        sentences: Sequence[Span],
        number: int,
        taken: set[tuple[int, int, int]],
        points: Sequence[str],
    ) -> Iterator[Example]:
        start = sentences[max(0, number - self._dice.choice((0, 1)))].start
        sentence = sentences[number]
        window = text[start : sentence.end]
        answer = sentence.start - start, len(window)
        own = {place for _, place, _ in taken}
        for _, place, stance in sorted(taken):
            if 0 <= place < len(points):
                yield Example(_asked(points[place]), window, answer, stance, name)
        if -1 in own:
            return  # of the plan as a whole, and so of every point
        said = words(sentence.text)
        rest = sorted(
            (each for at, each in enumerate(points) if at not in own),
            key=lambda each: -len(said & words(each)) - self._dice.random(),
        )
        if rest:
            other = rest[0] if self._dice.random() < 0.5 else self._dice.choice(rest)
            yield Example(_asked(other), window, None, NOT_TOLD, name)


def _place(point: str, newest: int) -> tuple[int, int]:
    """Give the version and the place of a point; -1 for all, -2 for one of another version."""
    if point == WHOLE:
        return newest, -1
    version, _, number = point.partition(" ")
    return int(version), int(number) - 1 if int(version) == newest else -2


def _asked(point: str) -> str:
    return mark(POINT, point, 0, len(point))

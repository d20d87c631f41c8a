"""What the reader of `onix ask` learns from: questions with texts, and which words of them answer.

QAMR's questions are asked of their sentence among others of the same article; those written for
Onix of windows of their article. What nothing answers is learned from texts that do not hold the
answer, from QAMR's questions with a foreign name or number put into them, and from the questions
written to be refused. Every epoch draws other texts.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.qamr import Asked, Qamr
from onix.model import Document, Span
from onix.reading.grammar.sentences import find_sentences

QUESTIONS: Final = 4  # of each sentence of QAMR an epoch
COMMON: Final = 400  # sentences; a word in so many tells nothing
UNMARKED: Final = 0.12  # of the questions are typed without their mark
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
_NUMBER: Final = re.compile(r"\b\d[\d,.]*\b")
_AUXILIARIES: Final = {
    "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "will", "would",
    "can", "could", "should",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A question with a text, the words in it that answer (or none), and its stance.

    Attributes:
        stance: None where it is no yes/no question; else 0 for neither, 1 for yes, 2 for no.
        group: What must not be in two folds; the question, where nothing is given.
    """

    question: str
    text: str
    answer: tuple[int, int] | None
    stance: int | None = None
    group: str = ""


def words(text: str) -> set[str]:
    """The longer words of a text, lower-cased."""
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if len(word) > 3}


class QamrExamples:
    """QAMR's questions, asked of their sentence among others, or of others alone."""

    def __init__(self, qamr: Qamr, dice: random.Random) -> None:
        self._qamr, self._dice = qamr, dice
        self._of: dict[str, list[Asked]] = defaultdict(list)
        for asked in qamr.asked:
            self._of[asked.sentence].append(asked)
        self._kin: dict[str, list[str]] = defaultdict(list)
        self._with: dict[str, list[str]] = defaultdict(list)
        for id, text in qamr.sentences.items():
            self._kin[article_of(id)].append(id)
            for word in words(text):
                self._with[word].append(id)
        self._all = list(qamr.sentences)

    def epoch(self) -> Iterator[Example]:
        """Give each sentence's questions, some of them, with and without their answers."""
        dice, sentences = self._dice, self._qamr.sentences
        for id, asked in self._of.items():
            for each in dice.sample(asked, min(QUESTIONS, len(asked))):
                answer = dice.choice(each.answers)
                yield self._example(
                    each.question, self._others(each, dice.randint(0, 2)), id, answer
                )
                chance = dice.random()
                if chance < 0.35:
                    others = self._others(each, dice.randint(1, 3))
                    text = " ".join(sentences[other] for other in others)
                    said = words(sentences[id][answer[0] : answer[1]])
                    if others and not (said and said <= words(text)):
                        yield Example(each.question, text, None)
                elif chance < 0.7:
                    foreign = self._foreign(each, sentences[id][answer[0] : answer[1]])
                    if foreign is not None:
                        yield self._example(
                            foreign, self._others(each, dice.randint(0, 1)), id, None
                        )

    def _example(
        self, question: str, others: list[str], id: str, answer: tuple[int, int] | None
    ) -> Example:
        ids = [*others, id]
        self._dice.shuffle(ids)
        texts = [self._qamr.sentences[each] for each in ids]
        before = sum(len(text) + 1 for text in texts[: ids.index(id)])
        place = None if answer is None else (before + answer[0], before + answer[1])
        return Example(question, " ".join(texts), place)

    def _others(self, asked: Asked, count: int) -> list[str]:
        """Other sentences: of the same article, with words of the question, or any."""
        found = []
        kin = [each for each in self._kin[article_of(asked.sentence)] if each != asked.sentence]
        for _ in range(count):
            chance = self._dice.random()
            pool = self._all
            if chance < 0.5 and kin:
                pool = kin
            elif chance < 0.8:
                pool = self._nearest(asked) or pool
            found.append(self._dice.choice(pool))
        return [each for each in dict.fromkeys(found) if each != asked.sentence]

    def _nearest(self, asked: Asked) -> list[str]:
        shared: dict[str, float] = defaultdict(float)
        for word in words(asked.question):
            ids = self._with.get(word, [])
            if len(ids) < COMMON:
                for id in ids:
                    shared[id] += 1 / math.sqrt(len(ids))
        shared.pop(asked.sentence, None)
        return sorted(shared, key=lambda id: -shared[id])[:6]

    def _foreign(self, asked: Asked, answer: str) -> str | None:
        """The question with one of its names or numbers exchanged: now nothing answers it."""
        dice, question = self._dice, asked.question
        pattern = _NAME if dice.random() < 0.75 else _NUMBER
        places = list(pattern.finditer(question))
        if not places:
            return None
        place = dice.choice(places)
        text = self._qamr.sentences[asked.sentence]
        pool = pattern.findall(text) if dice.random() < 0.5 else []
        pool = [each for each in pool if each not in question and each not in answer]
        if not pool:
            kin = self._kin[article_of(asked.sentence)]
            near = dice.sample(kin, min(5, len(kin))) + dice.sample(self._all, 3)
            pool = [
                each
                for id in near
                for each in pattern.findall(self._qamr.sentences[id])
                if each not in text and each not in question
            ]
        if not pool:
            return None
        foreign: str = dice.choice(pool)
        return question[: place.start()] + foreign + question[place.end() :]


def article_of(id: str) -> str:
    """The article of a sentence of QAMR."""
    return id.rsplit(":", 2)[0]


class WrittenExamples:
    """Questions on articles written for Onix, asked of windows that answer and that do not."""

    def __init__(self, paths: Sequence[Path], dice: random.Random) -> None:
        self._dice = dice
        self._articles = []
        for path in paths:
            for line in path.read_text("utf-8").splitlines():
                article = json.loads(line)
                text = article["text"]
                sentences = find_sentences(Document(article["id"], "article", text))
                self._articles.append((text, sentences, article["questions"]))

    def epoch(self) -> Iterator[Example]:
        """Give each question with the window that answers it, and with the nearest others."""
        for text, sentences, questions in self._articles:
            for row in questions:
                yield from self._of(text, sentences, row)

    def _of(self, text: str, sentences: Sequence[Span], row: dict[str, Any]) -> Iterator[Example]:
        dice = self._dice
        question = row["question"]
        if dice.random() < UNMARKED:
            question = question.rstrip("?")
        asked = words(question)
        near = sorted(
            range(len(sentences)),
            key=lambda n: -len(asked & words(sentences[n].text)) - dice.random(),
        )
        stance = None
        if is_yes_or_no(row):
            stance = {"yes": 1, "no": 2}.get(row["stance"] or "", 0)
        right = -1
        places: list[tuple[int, int]] = []
        if not row["unanswerable"]:
            base = text.index(row["sentence"])
            for answer in row["answers"][:3]:
                start = base + row["sentence"].index(answer)
                places.append((start, start + len(answer)))
            right = next(
                n for n, each in enumerate(sentences) if each.start <= places[0][0] < each.end
            )
            first, last = self._around(right, len(sentences))
            start, end = sentences[first].start, sentences[last].end
            place = dice.choice(places)
            yield Example(question, text[start:end], (place[0] - start, place[1] - start), stance)
            wrong = [n for n in near if abs(n - right) > 2][: dice.choice((1, 1, 2))]
        else:
            wrong = near[: dice.choice((2, 3))]
        for number in wrong:
            first, last = self._around(number, len(sentences))
            if first <= right <= last:
                continue
            window = text[sentences[first].start : sentences[last].end]
            if stance is None and any(text[a:b].lower() in window.lower() for a, b in places[:1]):
                continue  # it may answer, too
            yield Example(question, window, None, None if stance is None else 0)

    def _around(self, number: int, count: int) -> tuple[int, int]:
        dice = self._dice
        first, last = number - dice.choice((0, 1, 1)), number + dice.choice((0, 0, 1, 1))
        return max(0, first), min(count - 1, last)


def is_yes_or_no(row: dict[str, Any]) -> bool:
    """Is it a yes/no question, those among them that have no answer, too?"""
    start = row["question"].partition(" ")[0].lower()
    return row["kind"] == "yes/no" or start in _AUXILIARIES

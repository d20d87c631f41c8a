"""Learn the weights of `onix ask` from QAMR: which stretch of a sentence answers a question.

    python -m evaluation.train_answers --data ../shared/bench/ask/qamr --out weights.npz

QAMR (MIT licence) is the only source. Every question comes with the sentence it was asked of and
the words that up to three people marked. Beside the right sentence stand others that share its
words; and questions that nothing answers are made by asking other sentences, or by putting a
foreign word in the question's place of one. What is learned is a network of one hidden layer over
the named features of `features.py`; a score above 0 says "rather this than nothing".
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import Candidate, Sentence, candidates
from onix.jobs.ask.evidence import marked_sentence
from onix.jobs.ask.features import Features, align, features
from onix.jobs.ask.question import Question, Term, understand
from onix.model import Document
from onix.reading.reader import NewsReader
from onix.reading.syntax import Parser, Tree

Floats = NDArray[np.float32]

_BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": '"', "''": '"',
}  # fmt: skip
_GLUED = {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
KEEP = 60  # times a feature has to be seen to get a weight
HIDDEN = 32
EPOCHS = 8


@dataclass(frozen=True)
class Asked:
    """A question of QAMR with its sentence's id and, for each person, the words marked."""

    sentence: str
    question: str
    answers: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Example:
    """Candidates of some sentences with their features and how right each is (0 to 1)."""

    features: list[Features]
    rewards: list[float]

    @property
    def is_answerable(self) -> bool:
        """Is one of the candidates right?"""
        return max(self.rewards, default=0.0) >= 0.55


def plain(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Give the text that was tokenised, and where each token stands in it."""
    text, places, before = "", [], ""
    for raw in tokens:
        token = _BRACKETS.get(raw, raw)
        glued = (
            not text or token in _GLUED or raw == "''" or before in {"-LRB-", "-LSB-", "``", "$"}
        )
        text += token if glued else " " + token
        places.append((len(text) - len(token), len(text)))
        before = raw
    return text, places


class Corpus:
    """QAMR read, its sentences marked and parsed."""

    def __init__(self, folder: Path) -> None:
        lines = (folder / "wiki-sentences.tsv").read_text("utf-8").splitlines()
        tokens = dict(line.split("\t", 1) for line in lines)
        rows = [
            line.split("\t")
            for name in ("filtered_dev.tsv", "filtered_test.tsv")
            for line in (folder / name).read_text("utf-8").splitlines()
        ]
        ids = sorted({row[0] for row in rows})
        texts = {id: plain(tokens[id].split()) for id in ids}
        parser = Parser()
        documents = [Document(id, "article", texts[id][0], language="en") for id in ids]
        trees = parser.parse([texts[id][0] for id in ids])
        self.sentences: dict[str, Sentence] = {}
        for marks, tree in zip(NewsReader().read(documents), trees, strict=True):
            whole = marks.document.span(0, len(marks.document.text))
            self.sentences[marks.document.id] = marked_sentence(marks, whole, tree)
        self.asked = [self._asked(row, texts[row[0]][1]) for row in rows]
        self._questions = [each.question for each in self.asked]
        self._parser = parser

    def _asked(self, row: list[str], places: list[tuple[int, int]]) -> Asked:
        marked = [row[6], *(each.partition(":")[2] for each in row[7:9])]
        sentence = self.sentences[row[0]]
        answers = []
        for numbers in marked:
            words: set[int] = set()
            for number in numbers.split():
                found = sentence.words_of(*places[int(number)])
                if found is not None:
                    words.update(range(found[0], found[1] + 1))
            if words:
                answers.append(frozenset(words))
        return Asked(row[0], row[5], tuple(answers))

    @cached_property
    def stems(self) -> dict[str, set[str]]:
        """The stems of each sentence's words."""
        return {id: set(map(lexicon.stem, each.lower)) for id, each in self.sentences.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences each stem stands."""
        return Counter(stem for stems in self.stems.values() for stem in stems)

    def rivals(self, question: Question, id: str) -> list[str]:
        """The three other sentences that share most with the question."""
        asked = [lexicon.stem(term.word) for term in question.terms]
        shared = {
            other: sum(1 / (1 + self.counts[stem]) ** 0.5 for stem in asked if stem in stems)
            for other, stems in self.stems.items()
            if other != id
        }
        return sorted(shared, key=lambda other: -shared[other])[:3]

    def parsed(self, asked: Sequence[Asked]) -> Iterator[tuple[Asked, Tree]]:
        """Give the questions with their trees."""
        for start in range(0, len(asked), 256):
            batch = asked[start : start + 256]
            yield from zip(batch, self._parser.parse([e.question for e in batch]), strict=True)


def overlap(candidate: Candidate, words: frozenset[int]) -> float:
    """The F1 of a candidate's words against those marked."""
    own = set(range(candidate.first, candidate.last + 1))
    hit = len(own & words)
    return 2 * hit / (len(own) + len(words)) if hit else 0.0


def reward(candidate: Candidate, answers: Sequence[frozenset[int]]) -> float:
    """How right a candidate is; the whole name or noun is as good as the one word marked of it."""
    best = max(overlap(candidate, words) for words in answers)
    if candidate.form in {"mark", "lean", "base"} and candidate.last - candidate.first < 8:
        own = set(range(candidate.first, candidate.last + 1))
        if any(candidate.head in words and words <= own for words in answers):
            best = max(best, 0.8)
    return best


class Examples:
    """Makes examples of questions: answerable ones, and ones that nothing answers."""

    def __init__(self, corpus: Corpus, *, seed: int) -> None:
        self._corpus = corpus
        self._random = random.Random(seed)  # noqa: S311  # not for secrets
        self._words: dict[str, list[str]] = defaultdict(list)

    def make(self, asked: Asked, tree: Tree) -> Example | None:
        """Give an example of a question, or None where it is of no use."""
        question = understand(asked.question, tree)
        for term in question.terms:
            self._words[term.sort].append(term.word)
        if len(question.terms) < 2 or not asked.answers:
            return None
        own = self._corpus.sentences[asked.sentence]
        rivals = self._corpus.rivals(question, asked.sentence)
        draw = self._random.random()
        ids = [asked.sentence, self._random.choice(rivals)]
        answered = draw < 0.6
        if answered and self._random.random() < 0.25:  # another word for the same thing
            weights = {"name": 0.05, "number": 0.05, "noun": 0.5, "verb": 1.0, "other": 0.6}
            question = self._swap(question, own, weights) or question
        elif 0.6 <= draw < 0.8:
            ids = rivals[:2]
        elif not answered:
            weights = {"name": 1.0, "number": 1.0, "noun": 0.6, "verb": 0.25, "other": 0.1}
            swapped = self._swap(question, own, weights)
            if swapped is None:
                return None
            question = swapped
        sentences = [self._corpus.sentences[id] for id in ids]
        alignments = [align(question, each) for each in sentences]
        best = max(each.covered(question) for each in alignments)
        found = Example([], [])
        for id, sentence, alignment in zip(ids, sentences, alignments, strict=True):
            right = answered and id == asked.sentence
            every = candidates(sentence)
            rewards = [reward(each, asked.answers) if right else 0.0 for each in every]
            good = [n for n, each in enumerate(rewards) if each >= 0.5]
            rest = [n for n, each in enumerate(rewards) if each < 0.5]
            chosen = good + self._random.sample(rest, min(len(rest), 30 if right else 12))
            given = [every[n] for n in chosen]
            found.features.extend(features(question, sentence, given, alignment, best=best))
            found.rewards.extend(rewards[n] for n in chosen)
        return found if found.features else None

    def _swap(
        self, question: Question, sentence: Sentence, weights: dict[str, float]
    ) -> Question | None:
        """Put a foreign word in the place of one of the question's."""
        open_to = [
            (number, term)
            for number, term in enumerate(question.terms)
            if term.index != question.focus and term.weight > 0.5 and weights.get(term.sort)
        ]
        if not open_to:
            return None
        number, term = self._random.choices(open_to, [weights[t.sort] for _, t in open_to])[0]
        for _ in range(20):
            word = self._random.choice(self._words[term.sort])
            if all(lexicon.match(word, lower) < 0.6 for lower in sentence.lower):
                terms: list[Term] = list(question.terms)
                terms[number] = replace(term, word=word)
                return replace(question, terms=tuple(terms))
        return None


class Network:
    """The network while it learns, by Adam, over sparse rows."""

    def __init__(self, examples: Sequence[Example], *, seed: int = 0) -> None:
        seen = Counter(name for each in examples for given in each.features for name in given)
        self.names = sorted(name for name, count in seen.items() if count >= KEEP)
        self._columns = {name: column for column, name in enumerate(self.names)}
        self._rng = np.random.default_rng(seed)
        size = len(self.names)
        self.parameters: list[Floats] = [
            self._rng.normal(0, 0.1, (size, HIDDEN)).astype(np.float32),
            np.zeros(HIDDEN, np.float32),
            self._rng.normal(0, 0.2, HIDDEN).astype(np.float32),
            np.zeros(size, np.float32),
        ]
        self._means = [np.zeros_like(each) for each in self.parameters]
        self._squares = [np.zeros_like(each) for each in self.parameters]
        self._steps = 0

    def rows(self, given: Sequence[Features]) -> Floats:
        """Give the features of candidates as a matrix."""
        found = np.zeros((len(given), len(self.names)), np.float32)
        for row, each in zip(found, given, strict=True):
            for name, value in each.items():
                column = self._columns.get(name)
                if column is not None:
                    row[column] = value
        return found

    def score(self, rows: Floats) -> Floats:
        """Give the scores of candidates."""
        weights, bias, out, direct = self.parameters
        found: Floats = np.maximum(rows @ weights + bias, 0) @ out + rows @ direct
        return found

    def learn(self, batch: Sequence[Example], *, rate: float) -> float:
        """Take one step; give the mean loss of the batch."""
        weights, bias, out, direct = self.parameters
        rows = self.rows([given for each in batch for given in each.features])
        drop = (self._rng.random((len(rows), HIDDEN)) > 0.2).astype(np.float32) / 0.8
        hidden = np.maximum(rows @ weights + bias, 0) * drop
        scores = hidden @ out + rows @ direct
        slope = np.zeros_like(scores)
        loss, start = 0.0, 0
        for each in batch:
            end = start + len(each.rewards)
            spread = np.append(scores[start:end], 0.0)  # the last is "nothing answers"
            chance = np.exp(spread - spread.max())
            chance /= chance.sum()
            rewards = np.array(each.rewards)
            wanted = np.append(np.where(rewards >= 0.55, rewards**3, 0.0), 0.0)
            wanted[-1] = float(not wanted.any())
            wanted /= wanted.sum()
            loss -= float((wanted * np.log(chance + 1e-9)).sum())
            slope[start:end] = (chance - wanted)[:-1] / len(batch)
            start = end
        below = np.outer(slope, out) * (hidden > 0) * drop
        decay = 3e-4
        gradients = [
            rows.T @ below + decay * weights, below.sum(0),
            hidden.T @ slope + decay * out, rows.T @ slope + decay * direct,
        ]  # fmt: skip
        self._steps += 1
        for n, gradient in enumerate(gradients):
            self._means[n] = 0.9 * self._means[n] + 0.1 * gradient
            self._squares[n] = 0.999 * self._squares[n] + 0.001 * gradient**2
            mean = self._means[n] / (1 - 0.9**self._steps)
            square = self._squares[n] / (1 - 0.999**self._steps)
            self.parameters[n] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
        return loss / len(batch)


def save(networks: Sequence[Network], path: Path) -> None:
    """Write what `score.py` reads: the networks side by side, their scores averaged."""
    names = sorted({name for network in networks for name in network.names})
    rows = {name: row for row, name in enumerate(names)}
    hidden = np.zeros((len(names), HIDDEN * len(networks)), np.float32)
    direct = np.zeros(len(names), np.float32)
    for number, network in enumerate(networks):
        own = [rows[name] for name in network.names]
        hidden[own, number * HIDDEN : (number + 1) * HIDDEN] = network.parameters[0]
        direct[own] += network.parameters[3] / len(networks)
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        hidden=hidden.astype(np.float16),
        bias=np.concatenate([network.parameters[1] for network in networks]),
        out=np.concatenate([network.parameters[2] for network in networks]) / len(networks),
        direct=direct.astype(np.float16),
    )


def right(network: Network, examples: Sequence[Example]) -> tuple[float, float]:
    """The share of answerable examples answered right, and of the others refused."""
    answered, refused = [], []
    for each in examples:
        scores = network.score(network.rows(each.features))
        best = int(scores.argmax())
        if each.is_answerable:
            answered.append(scores[best] > 0 and each.rewards[best] >= 0.5)
        else:
            refused.append(scores[best] <= 0)
    return float(np.mean(answered)), float(np.mean(refused))


def main(argv: Sequence[str] | None = None) -> int:
    """Learn and write the weights; print what they reach on documents that were held out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of QAMR")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go (.npz)")
    parser.add_argument("--questions", type=int, default=9_000, help="for each network")
    parser.add_argument("--networks", type=int, default=3, help="learned apart and averaged")
    options = parser.parse_args(argv)
    corpus = Corpus(options.data)
    networks = [
        train(corpus, questions=options.questions, seed=seed)
        for seed in range(1, options.networks + 1)
    ]
    save(networks, options.out)
    return 0


def train(corpus: Corpus, *, questions: int, seed: int) -> Network:
    """Give a network that learned from questions drawn by the seed; print how it comes on."""
    shuffle = random.Random(seed)  # noqa: S311  # not for secrets
    asked = list(corpus.asked)
    shuffle.shuffle(asked)
    documents = sorted({document_of(each) for each in asked})
    shuffle.shuffle(documents)
    held = set(documents[: len(documents) // 10])
    maker = Examples(corpus, seed=seed)
    training: list[Example] = []
    testing: list[Example] = []
    for each, tree in corpus.parsed(asked[:questions]):
        example = maker.make(each, tree)
        if example is not None:
            (testing if document_of(each) in held else training).append(example)
    print(f"{len(training)} examples to learn from, {len(testing)} held out", file=sys.stderr)
    network = Network(training, seed=seed)
    for epoch in range(EPOCHS):
        shuffle.shuffle(training)
        losses = [
            network.learn(training[start : start + 64], rate=2e-3 * (1 - epoch / EPOCHS))
            for start in range(0, len(training), 64)
        ]
        answered, refused = right(network, testing)
        print(
            f"network {seed}, epoch {epoch + 1}: loss {np.mean(losses):.3f}, held out: "
            f"answered right {answered:.3f}, refused right {refused:.3f}"
        )
    return network


def document_of(asked: Asked) -> str:
    """The document a question's sentence is from."""
    return asked.sentence.rpartition(":")[0].rpartition(":")[0]


if __name__ == "__main__":
    sys.exit(main())

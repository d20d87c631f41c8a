"""Fit how much each sign says of whom a pronoun, a description or bare words in marks go back to.

    python -m evaluation.fit_speakers [--data MARKS.jsonl …] [--out recall.json]

The marks are those of `evaluation/training/speakers/`. Every choice that reading makes there
(`reading/speakers/choices.py`) has candidates, "nobody" among them, and the marked name is right; a
conditional logistic regression for each kind of choice gives the weights. Whom "he" is leans on
earlier choices, so reading and fitting take turns a few times.

The training articles have long paragraphs. Each is read a second time with some of the spaces
between its sentences made line ends, as much of the news has a paragraph a sentence.

How likely a name has to be is chosen on articles held out, each fifth in turn: the least
likelihood from which names are wrong seldom enough.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation.running import run_script
from evaluation.speakers import JSON, is_same, marked_rows
from onix.model import Document, Marks
from onix.reading import NewsReader
from onix.reading.grammar.quotemarks import find_pieces, paragraphs
from onix.reading.grammar.sentences import find_sentences
from onix.reading.grammar.units import find_units
from onix.reading.quotes.draft import Draft
from onix.reading.quotes.quotes import draft_quotes
from onix.reading.speakers.choices import NOBODY, Choice, Kind, Learned, likeliest

TRAINING = Path(__file__).parent / "training" / "speakers"
OUT = Path(__file__).parents[1] / "src" / "onix" / "reading" / "speakers" / "recall.json"
KINDS: tuple[Kind, ...] = ("pronoun", "description", "body", "unled")
RIDGE = 2.0  # how strongly weights are held near what is expected
# What grammar tells before anything is learned; weights are held near these.
EXPECTED = {
    "of that age": 5.0,
    "of another age": -5.0,
    "by age": -2.0,
    "same family": 3.0,
    "of that gender": 1.0,
    "called so": 2.0,
    "alone so": 2.0,
    "may be called so": 1.0,
    "alone alike": 1.0,
    "called otherwise": -1.0,
    "words": 1.0,
    "far": -1.0,
    "later": -1.0,
    "spoken of": -3.0,
    "led": 3.0,
    "led surely": 1.0,
    "unnamed last": 2.0,
    "unnamed 1": 1.0,
}
TURNS = 3  # of reading and fitting
STEPS = 40
TINY = 1e-4
FOLDS = 5
BREAKS = 0.5  # how often a space between sentences becomes a line end
# Share of all choices of a kind that may be wrong names. Most words in marks that nothing leads up
# to are nobody's.
WRONG: dict[Kind, float] = {
    "pronoun": 0.035, "description": 0.035, "body": 0.035, "unled": 0.012,
}  # fmt: skip
# Share of the names given that may be wrong. Few bodies are marked, of invented names that are told
# from others worse than those of the news: there, 23 of 27 were right from about this limit on.
WRONG_OF_NAMED: dict[Kind, float] = {"pronoun": 0.1, "description": 0.1, "body": 0.5, "unled": 0.1}
LEAST: dict[Kind, float] = {"pronoun": 0.65, "description": 0.65, "body": 0.8, "unled": 0.65}


@dataclass(frozen=True, slots=True)
class Marked:
    """A choice and the name of the candidate who is right."""

    choice: Choice
    right: str
    article: str


def shortened(row: JSON) -> JSON:
    """Give the article with shorter paragraphs: no offset changes."""
    document = Document(row["id"], "article", row["text"], language="en")
    parts = paragraphs(row["text"])
    units = find_units(
        row["text"], parts, find_pieces(row["text"], parts), find_sentences(document)
    )
    letters = list(row["text"])
    chance = np.random.default_rng([*row["id"].encode()])
    for unit in units:
        if unit.start and letters[unit.start - 1] == " " and chance.random() < BREAKS:
            letters[unit.start - 1] = "\n"
    return row | {"text": "".join(letters)}


def collect(rows: Sequence[JSON], marks: Sequence[Marks], learned: Learned) -> Iterator[Marked]:
    """Read the articles and give the choices about which something is marked."""
    for row, each in zip(rows, marks, strict=True):
        drafts, speakers = draft_quotes(each.document, each.sentences, each.mentions, learned)
        for choice in speakers.choices:
            marked = _marked(row, choice, drafts)
            if marked is not None:
                yield Marked(choice, _candidate(choice, marked[0]), row["id"])


def _marked(row: JSON, choice: Choice, drafts: Sequence[Draft]) -> tuple[str | None] | None:
    """Give the marked name at a choice, in a tuple; None where nothing is marked."""
    start, end = choice.at
    if choice.kind != "unled":
        for source in row.get("sources", ()):
            if source["start"] < end and start < source["end"]:
                return (source["name"],)
    for draft in drafts:
        at = draft.content[0] if choice.kind == "unled" else draft.source
        if at == choice.at:
            for quote in row["quotes"]:
                shared = sum(
                    max(0, min(b, quote["end"]) - max(a, quote["start"])) for a, b in draft.content
                )
                if 2 * shared >= quote["end"] - quote["start"]:
                    return (quote["speaker"],)
    return None


def _candidate(choice: Choice, name: str | None) -> str:
    fits = [each for each in choice.rows if name and each and is_same(each, name)]
    return max(fits, key=len, default=NOBODY)


def fit(
    marked: Sequence[Marked], ridge: float, expected: Mapping[str, float] = EXPECTED
) -> dict[str, float]:
    """Give the weights of a conditional logistic regression, by Newton's steps.

    Args:
        expected: What the weights are where nothing is learned.
    """
    if not marked:
        return dict(expected)
    names = sorted({sign for each in marked for row in each.choice.rows.values() for sign in row})
    place = {name: number for number, name in enumerate(names)}
    blocks, goals = [], []
    for each in marked:
        block = np.zeros((len(each.choice.rows), len(names)))
        for number, signs in enumerate(each.choice.rows.values()):
            for sign, value in signs.items():
                block[number, place[sign]] = value
        blocks.append(block)
        goals.append(list(each.choice.rows).index(each.right))
    prior = np.array([expected.get(name, 0.0) for name in names])
    weights = prior.copy()

    def loss(tried: np.ndarray) -> float:
        total = ridge * float((tried - prior) @ (tried - prior)) / 2
        for block, goal in zip(blocks, goals, strict=True):
            scores = block @ tried
            total += float(np.log(np.exp(scores - scores[goal]).sum()))
        return total

    for _ in range(STEPS):
        gradient = ridge * (weights - prior)
        curve = ridge * np.eye(len(names))
        for block, goal in zip(blocks, goals, strict=True):
            scores = block @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            mean = odds @ block
            gradient += mean - block[goal]
            curve += (block * odds[:, None]).T @ block - np.outer(mean, mean)
        step = np.linalg.solve(curve, gradient)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > TINY:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < TINY:
            break
    return {name: round(float(each), 3) for name, each in zip(names, weights, strict=True)}


def enough(scored: Sequence[tuple[float, bool]], kind: Kind) -> float:
    """Give the least likelihood from which names are wrong seldom enough.

    Args:
        scored: For each choice the likelihood of the name given and whether that is right.
    """
    for limit in np.arange(LEAST[kind], 0.99, 0.01):
        named = [right for likely, right in scored if likely >= limit]
        wrong = len(named) - sum(named)
        if wrong <= WRONG[kind] * len(scored) and wrong <= WRONG_OF_NAMED[kind] * len(named):
            return round(float(limit), 2)
    return 0.99


def learn(rows: Sequence[JSON], marks: Sequence[Marks]) -> Learned:
    """Fit everything on these articles."""
    learned: dict[str, dict[str, float]] = {"enough": dict.fromkeys(KINDS, 1.1)}
    for turn in range(TURNS):
        by_kind: dict[Kind, list[Marked]] = defaultdict(list)
        for each in collect(rows, marks, learned):
            by_kind[each.choice.kind].append(each)
        learned = {kind: fit(by_kind[kind], RIDGE) for kind in KINDS}
        learned["enough"] = {kind: LEAST[kind] for kind in KINDS}
        if turn == TURNS - 1:
            learned["enough"] = _limits(by_kind)
    return learned


def _limits(by_kind: Mapping[Kind, list[Marked]]) -> dict[str, float]:
    """Choose how likely a name has to be on articles held out, and print what that gives."""
    limits: dict[str, float] = {}
    ids = sorted({each.article for marked in by_kind.values() for each in marked})
    folds = {id: number % FOLDS for number, id in enumerate(ids)}
    for kind in KINDS:
        scored: list[tuple[float, bool, bool]] = []
        for fold in range(FOLDS):
            seen = [each for each in by_kind[kind] if folds[each.article] != fold]
            unseen = [each for each in by_kind[kind] if folds[each.article] == fold]
            weights: Learned = {kind: fit(seen, RIDGE)}
            for each in unseen:
                likely, name = likeliest(each.choice, weights)[0]
                scored.append((likely if name else 0.0, name == each.right, each.right == NOBODY))
        limit = enough([(likely, right) for likely, right, _ in scored], kind)
        limits[kind] = limit
        named = [right for likely, right, _ in scored if likely >= limit]
        nobody = sum(nobody for likely, _, nobody in scored if likely < limit)
        share = 100 / max(1, len(scored))
        print(
            f"{kind}: {len(scored)} marked, from {limit} on: "
            f"right {share * (sum(named) + nobody):.1f} % ({share * nobody:.1f} % nobody), "
            f"wrong {share * (len(named) - sum(named)):.1f} %"
        )
    return limits


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, nargs="+", default=sorted(TRAINING.glob("*.jsonl")))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    rows = [row for path in options.data for row in marked_rows(path)]
    rows += [shortened(row) for row in rows]
    documents = [Document(row["id"], "article", row["text"], language="en") for row in rows]
    learned = learn(rows, list(NewsReader().read(documents)))
    options.out.write_text(json.dumps(learned, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    run_script(main)

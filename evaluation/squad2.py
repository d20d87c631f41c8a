"""How `ask` does on SQuAD 2.0: answers in one paragraph, or a refusal where it holds none.

    python -m evaluation.squad2 --data split_dev.json [--every N] [--json]

Each paragraph is a document, and each question is asked of its own (`documents=`), as readers
trained for SQuAD are. Answers are compared as SQuAD's scorer does: the best of the marked ones,
case, punctuation and articles aside. Of a question that nothing answers only a refusal is right.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import mean
from typing import Any

from evaluation.realtimeqa import f1, squad
from evaluation.running import run_script
from onix.jobs.ask import ask
from onix.model import Answer, Document
from onix.reading import NewsReader
from onix.record import Record, open_record

JSON = dict[str, Any]
BATCH = 64


@dataclass(frozen=True, slots=True)
class Item:
    """A question, the paragraph it is asked of, and its marked answers: none is a refusal."""

    question: str
    document: str
    answers: tuple[str, ...]


def load(path: Path, *, every: int = 1) -> tuple[list[Document], list[Item]]:
    """Give the paragraphs, and every so many of the questions."""
    documents: list[Document] = []
    items: list[Item] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            id = f"paragraph-{len(documents)}"
            title = article["title"].replace("_", " ")
            documents.append(Document(id, "article", paragraph["context"], title, language="en"))
            for row in paragraph["qas"]:
                marked = () if row["is_impossible"] else row["answers"]
                answers = tuple(dict.fromkeys(each["text"] for each in marked))
                items.append(Item(row["question"], id, answers))
    return documents, items[::every]


def fill(record: Record, documents: Sequence[Document]) -> None:
    """Read the paragraphs into a record."""
    marks = NewsReader().read(documents)
    while some := list(islice(marks, BATCH)):
        record.keep(some)


def words_of(answer: Answer) -> str:
    """Give the answer words, or nothing for a refusal."""
    if not answer.statements:
        return ""
    first = answer.statements[0]
    return first.answer.text if first.answer is not None else first.stance or first.text


def scores(items: Sequence[Item], given: Sequence[str]) -> Iterator[tuple[bool, float]]:
    """Give for each question whether the words are exactly right, and their F1."""
    for item, words in zip(items, given, strict=True):
        if not item.answers or not words:
            is_right = not item.answers and not words
            yield is_right, float(is_right)
        else:
            exact = any(squad(words) == squad(each) for each in item.answers)
            yield exact, max(f1(words, each) for each in item.answers)


def figures(items: Sequence[Item], given: Sequence[str]) -> JSON:
    """Give EM and F1 of all questions, and of those that can be answered and cannot."""
    scored = list(zip(items, given, scores(items, given), strict=True))
    answerable = [(words, score) for item, words, score in scored if item.answers]
    empty = [not words for item, words, _ in scored if not item.answers]
    tried = [score for words, score in answerable if words]
    return {
        "questions": len(items),
        "EM": round(mean(exact for _, _, (exact, _) in scored), 4),
        "F1": round(mean(value for _, _, (_, value) in scored), 4),
        "answerable": {
            "questions": len(answerable),
            "answered": round(len(tried) / max(1, len(answerable)), 4),
            "EM": round(sum(exact for _, (exact, _) in answerable) / max(1, len(answerable)), 4),
            "F1": round(sum(value for _, (_, value) in answerable) / max(1, len(answerable)), 4),
            "F1 of the answered": round(sum(value for _, value in tried) / max(1, len(tried)), 4),
        },
        "unanswerable": {
            "questions": len(empty),
            "refused": round(sum(empty) / max(1, len(empty)), 4),
        },
    }


def evaluate(path: Path, *, every: int) -> JSON:
    """Read the paragraphs into a fresh record, ask the questions, and score what is given."""
    documents, items = load(path, every=every)
    with (
        tempfile.TemporaryDirectory(prefix="onix-squad-") as folder,
        open_record(Path(folder, "squad.onix"), create=True, write=True) as record,
    ):
        fill(record, documents)
        given = [words_of(ask(record, item.question, documents=(item.document,))) for item in items]
    return figures(items, given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="split_dev.json")
    parser.add_argument("--every", type=int, default=1, help="only every so many questions")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    found = evaluate(options.data, every=options.every)
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for name, value in found.items():
        shown = " · ".join(f"{k} {v}" for k, v in value.items()) if type(value) is dict else value
        print(f"{name:<14} {shown}")
    return 0


if __name__ == "__main__":
    run_script(main)

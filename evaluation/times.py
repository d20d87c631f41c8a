"""How well time expressions are read, on articles marked by hand (TimeBank, AQUAINT).

    python -m evaluation.times --data timebank.jsonl [--half even|odd] [--scorer PATH] [--json]

Gold is JSON Lines with `doc_id`, `published`, `text` and `times` (start, end, type, value). The
scorer is `score_times.py` beside the data or one folder above, or what `--scorer` says. "valid"
leaves out gold values that are no TIMEX3 ("1949-XX", "1989-WXX"), which nobody can meet. Gold that
has `earliest`, `latest` and `basis`, too, gives "days" and "basis": the share of the times found
that are right in them. Rules were made on the even half; the odd half is the one to report.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.quotes import JSON, Scorer, load_gold, load_scorer
from evaluation.running import run_script
from onix import wire
from onix.model import Document
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.times import find_times

VALID = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|PT?(?:(?:\d+(?:\.\d+)?|X+)(?:Y|M|W|D|H|S|Q|DE|CE))+(?:T(?:\d+(?:\.\d+)?[HMS])+)?"
    r"|(?:[\dX]{4}|[\dX]{2,3})"
    r"|[\dX]{4}-(?:\d\d|Q[1-4X]|H[12X]|SP|SU|FA|WI)"
    r"|XXXX-(?:XX|WXX)"
    r"|[\dX]{4}-W(?:\d\d(?:-(?:\d|WE))?|XX-(?:\d|WE))"
    r"|(?:\d{4}-\d\d-\d\d|XXXX-(?:\d\d|XX)-(?:\d\d|XX))(?:T(?:\d\d(?::\d\d)*|MO|MI|AF|EV|NI|DT|XX))?"
)
SHOWN = ("strict", "relaxed", "type", "value")


def find_scorer(data: Path) -> Path:
    """Give the scorer of the data: beside it or one folder above."""
    beside = [folder / "score_times.py" for folder in (data.parent, data.parent.parent)]
    return next((path for path in beside if path.exists()), beside[0])


def read(gold: Sequence[JSON]) -> tuple[list[JSON], float]:
    """Give the marks of each article as Onix writes them, and the CPU seconds it took."""
    documents = [
        Document(each["doc_id"], "article", each["text"], published=each.get("published"))
        for each in gold
    ]
    sentences = [find_sentences(document) for document in documents]
    find_times(documents[0], sentences[0])  # the patterns are compiled once
    begun = time.process_time()
    found = [
        find_times(document, spans) for document, spans in zip(documents, sentences, strict=True)
    ]
    taken = time.process_time() - begun
    predicted: list[JSON] = [
        {"document": {"id": document.id}, "times": [wire.time(each) for each in times]}
        for document, times in zip(documents, found, strict=True)
    ]
    return predicted, taken


def only_valid(gold: Sequence[JSON], predicted: Sequence[JSON]) -> tuple[list[JSON], list[JSON]]:
    """Leave out gold times whose value is no TIMEX3, and what was found at their places."""
    kept_gold, kept_predicted = [], []
    for article, marks in zip(gold, predicted, strict=True):
        invalid = [each for each in article["times"] if not VALID.fullmatch(each["value"])]
        kept_gold.append({**article, "times": [t for t in article["times"] if t not in invalid]})
        found = [each for each in marks["times"] if not _at_any(each["span"], invalid)]
        kept_predicted.append({**marks, "times": found})
    return kept_gold, kept_predicted


def _at_any(span: JSON, places: Sequence[JSON]) -> bool:
    return any(span["start"] < each["end"] and each["start"] < span["end"] for each in places)


# The words that a basis begins with, by what the gold calls it; "none" stands for any other.
BASES = {
    "publication": "read against publication",
    "dateline": "read against the dateline",
    "mention": "read against the date last mentioned",
}


def days_and_basis(gold: Sequence[JSON], predicted: Sequence[JSON]) -> JSON:
    """Give the share of times found whose days, and whose basis, are right; {} where none is said.

    A basis is told by how it begins; "written" and "none" by whether there are days besides.
    """
    pairs = [
        (each, found)
        for article, marks in zip(gold, predicted, strict=True)
        for each in article["times"]
        for found in marks["times"]
        if "basis" in each and _at_any(found["span"], [each])
    ]
    if not pairs:
        return {}
    days = sum((g["earliest"], g["latest"]) == (f["earliest"], f["latest"]) for g, f in pairs)
    basis = sum(g["basis"] == _basis(f) for g, f in pairs)
    return {"days": round(100 * days / len(pairs), 2), "basis": round(100 * basis / len(pairs), 2)}


def _basis(found: JSON) -> str:
    if found["earliest"] is None:
        return "none"
    told = (name for name, begins in BASES.items() if found["basis"].startswith(begins))
    return next(told, "written")


def evaluate(gold: Sequence[JSON], score: Scorer) -> dict[str, Any]:
    """Read the articles and score their times: all golds, valid ones, CPU a word."""
    predicted, taken = read(gold)
    words = sum(len(each["text"].split()) for each in gold)
    return {
        "all": score(list(gold), predicted),
        "valid": score(*only_valid(gold, predicted)),
        **days_and_basis(gold, predicted),
        "words": words,
        "cpu_microseconds_a_word": round(1e6 * taken / max(1, words), 2),
        "articles_a_second": round(len(gold) / max(taken, 1e-9)),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the data named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    gold = load_gold(options.data, half=options.half, limit=options.limit)
    figures = evaluate(gold, load_scorer(options.scorer or find_scorer(options.data)))
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{len(gold)} documents, {figures['words']} words")
    for name in ("all", "valid"):
        scores = figures[name]
        counts = f"gold {scores['gold']} · found {scores['found']}"
        print(f"{name}: {counts} · " + " · ".join(f"{key} {scores[key]}" for key in SHOWN))
    if "days" in figures:
        print(f"of those found: days right {figures['days']} %, basis right {figures['basis']} %")
    print(f"CPU {figures['cpu_microseconds_a_word']} µs a word", end=", ")
    print(f"{figures['articles_a_second']} articles a second")
    return 0


if __name__ == "__main__":
    run_script(main)

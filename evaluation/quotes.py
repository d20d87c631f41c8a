"""How well who said what is read, on articles marked by hand.

    python -m evaluation.quotes --data polnear.dev.jsonl [--half even|odd | --quarter 0|1|2|3]
                             [--limit N] [--json]

Gold is JSON Lines with `doc_id`, `text` and `quotes` (roles as lists of character spans), as in
PolNeAR and LitBank. The scorer is `score_quotes.py` beside the data or one folder above, or what
`--scorer` says. "all" scores every attribution, indirect ones too; "in quote marks" only those
that hold a marked string. CPU is that of finding quotes, hedges and provenance, without names.

Articles count from nought in the order of the file: the odd half are the second, the fourth, …, and
quarter 1 the second, the sixth, …. Rules were made on quarters 0, 1 and 2 of PolNeAR; quarter 3 is
held out: nobody reads its articles or what is wrong in them (`evaluation/gold/README.md`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix import wire
from onix.model import Document, Marks
from onix.reading import NewsReader
from onix.reading.provenance.grounds import ground
from onix.reading.provenance.hedges import find_hedges
from onix.reading.provenance.provenance import find_provenance
from onix.reading.quotes.quotes import find_quotes

JSON = dict[str, Any]
Scorer = Callable[[list[JSON], list[JSON]], JSON]
SHOWN = ("marked_found", "speaker_right_of_found", "end_to_end", "resolved_name_right")


def load_gold(
    path: Path, *, half: str | None = None, quarter: int | None = None, limit: int | None = None
) -> list[JSON]:
    """Give the gold articles, all or every second or fourth one of the first `limit`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()][:limit]
    if quarter is not None:
        return gold[quarter::4]
    return gold if half is None else gold[half == "odd" :: 2]


def load_scorer(path: Path) -> Scorer:
    """Give the function `score` of a scorer's file."""
    specification = importlib.util.spec_from_file_location("quote_scorer", path)
    if specification is None or specification.loader is None:
        raise SystemExit(f"No scorer at {path}. Say where it is with --scorer.")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    score: Scorer = module.score
    return score


def find_scorer(data: Path) -> Path:
    """Give where the scorer lies: beside the data or one folder above."""
    beside = [folder / "score_quotes.py" for folder in (data.parent, data.parent.parent)]
    return next((path for path in beside if path.exists()), beside[0])


def only_quoted(gold: Sequence[JSON]) -> list[JSON]:
    """Give the articles with those attributions only that hold a marked string."""
    return [
        {**each, "quotes": [quote for quote in each["quotes"] if quote.get("quoted")]}
        for each in gold
    ]


def evaluate(gold: Sequence[JSON], score: Scorer) -> JSON:
    """Read the articles and score them: all attributions, those in quote marks, CPU a word."""
    documents = [Document(each["doc_id"], "article", each["text"], language="en") for each in gold]
    marks = list(NewsReader().read(documents))
    predicted = [wire.marks(each) for each in marks]
    words = sum(len(each["text"].split()) for each in gold)
    return {
        "all": score(list(gold), predicted),
        "in quote marks": score(only_quoted(gold), predicted),
        "words": words,
        "cpu_microseconds_a_word": round(1e6 * _cpu(marks) / max(1, words), 1),
    }


def _cpu(marks: Sequence[Marks]) -> float:
    begun = time.process_time()
    for each in marks:
        document, sentences, mentions = each.document, each.sentences, each.mentions
        quotes = find_quotes(document, sentences, mentions)
        hedges = find_hedges(document, sentences, quotes)
        provenance = find_provenance(document, sentences, mentions, quotes)
        ground(document, sentences, quotes, hedges, provenance)
    return time.process_time() - begun


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the data named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--half", choices=("even", "odd"), help="every second article")
    part.add_argument(
        "--quarter", type=int, choices=range(4), help="every fourth; 3 is held out in PolNeAR"
    )
    parser.add_argument("--limit", type=int)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    scorer = options.scorer or find_scorer(options.data)
    gold = load_gold(options.data, half=options.half, quarter=options.quarter, limit=options.limit)
    figures = evaluate(gold, load_scorer(scorer))
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{len(gold)} documents, {figures['words']} words")
    for name in ("all", "in quote marks"):
        scores = figures[name]
        print(f"{name}: " + " · ".join(f"{key} {scores[key]}" for key in SHOWN))
    print(f"content words {figures['all']['content_words']}")
    print(f"content exact {figures['all']['content_exact']}")
    print(f"stray marks given a speaker {figures['all']['stray_marks_attributed']}")
    print(f"CPU {figures['cpu_microseconds_a_word']} µs a word")
    return 0


if __name__ == "__main__":
    run_script(main)

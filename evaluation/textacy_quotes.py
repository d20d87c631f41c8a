"""Find quotations with textacy; runs in the peers' own environment, without Onix.

    python textacy_quotes.py MODEL ARTICLES.jsonl PREDICTED.jsonl paragraph|document

MODEL is a folder of spaCy's `en_core_web_sm`. Articles are lines with `doc_id` and `text`; what is
written has the shape that `score_quotes.py` reads. Prints one JSON line with the CPU seconds of the
pipeline and of the quotations, threads included. textacy refuses a text with an odd number of quote
marks: such a paragraph, or document, has no quotations.
"""

from __future__ import annotations

import json
import re
import sys
import time
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

_PARAGRAPH = re.compile(r"[^\n]+")


def pieces(text: str, way: str) -> list[tuple[int, str]]:
    """Give the pieces of a text that are read on their own, each with where it begins."""
    if way == "document":
        return [(0, text)]
    return [(found.start(), found.group()) for found in _PARAGRAPH.finditer(text)]


def span(tokens: Any, base: int) -> dict[str, int]:
    """Give the offsets of some tokens in a row."""
    first, last = tokens[0], tokens[-1]
    return {"start": base + first.idx, "end": base + last.idx + len(last)}


def quotes(found: Any, base: int) -> list[dict[str, Any]]:
    """Give what textacy found in a piece, in the shape that is scored."""
    return [
        {
            "content": [span(each.content, base)],
            "source": [span(each.speaker, base)],
            "cue": [span(each.cue, base)],
            "speaker": None,
        }
        for each in found
    ]


def main() -> None:
    """Read the articles and write what was found."""
    model, articles, predicted, way = sys.argv[1:]
    pipeline = import_module("spacy").load(model)
    extract = import_module("textacy.extract").direct_quotations
    rows = [json.loads(line) for line in Path(articles).read_text("utf-8").splitlines()]
    list(pipeline.pipe(text for _, text in pieces(rows[0]["text"], way)))  # warm
    cut = [pieces(row["text"], way) for row in rows]
    begun = time.process_time()
    read = pipeline.pipe(text for each in cut for _, text in each)
    refused = 0
    lines = []
    for row, each in zip(rows, cut, strict=True):
        found: list[dict[str, Any]] = []
        for base, _ in each:
            parsed = next(read)
            try:
                found += quotes(list(extract(parsed)), base)
            except ValueError:  # an odd number of quote marks
                refused += 1
        lines.append(json.dumps({"document": {"id": row["doc_id"]}, "quotes": found}))
    spent = time.process_time() - begun
    Path(predicted).write_text("\n".join(lines) + "\n", encoding="utf-8")
    found_out = {"version": version("textacy"), "cpu_seconds": spent, "refused": refused}
    print(json.dumps(found_out))


if __name__ == "__main__":
    main()

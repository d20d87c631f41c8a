"""What sentences go back to, drawn by chance and marked by hand: precision and recall.

    python -m evaluation.provenance [--data FILE] [--show] [--json]

`gold/provenance_sentences.jsonl` and `gold/provenance_sentences_more.jsonl` are developed on and
shown on wish; of the later sentences (`provenance_sentences_later.jsonl`) only totals are given. A
mark is found where words of it are given with the same kind, as in `evaluation.speakers`. The
texts are those of `training/reader/`, of `training/trust/` and of the stories that are developed
on, by their ids.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from evaluation.running import run_script
from evaluation.speakers import (
    ARTICLES,
    GOLD,
    JSON,
    Found,
    marked_traces,
    read,
    rows_of,
    show_stretches,
    traces,
    unmet,
)

SENTENCES = GOLD / "provenance_sentences.jsonl"
MORE = GOLD / "provenance_sentences_more.jsonl"
LATER = GOLD / "provenance_sentences_later.jsonl"
STORIES = GOLD / "stories" / "developed_on.jsonl"
FOLDERS = (ARTICLES, ARTICLES.parent / "trust")


def texts_of(ids: set[str]) -> list[JSON]:
    """Give the articles with these ids."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.jsonl"))]
    articles = [row for path in paths for row in rows_of(path)]
    articles += [row for story in rows_of(STORIES) for row in story["articles"]]
    return [row for row in articles if row["id"] in ids]


def score(path: Path, *, show: bool = False) -> JSON:
    """Give how much of what is marked is found, and of what is found is marked."""
    rows = rows_of(path)
    read_marks = read(texts_of({row["id"] for row in rows}))
    found = Found()
    for row in rows:
        marks, marked = read_marks[row["id"]], marked_traces(row["provenance"])
        inside = [m for m in marks.provenance if row["start"] <= m.span.start < row["end"]]
        given = traces(inside)
        found.add(marked, given)
        if show:
            show_stretches(row["id"], marks.document.text, "missed", unmet(marked, given))
            show_stretches(row["id"], marks.document.text, "false", unmet(given, marked))
    return {"sentences": len(rows)} | found.figures()


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the draws and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=SENTENCES, help="marked sentences")
    parser.add_argument("--show", action="store_true", help="print what is not right")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    if options.show and options.data.name == LATER.name:
        parser.error("--show is for what is developed on: nobody looks at what is held out.")
    show = options.show and not options.json
    figures = {"developed on": score(options.data, show=show)}
    if options.data == SENTENCES:
        figures["more"] = score(MORE, show=show)
        figures["later"] = score(LATER)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for name, found in figures.items():
        print(f"{name}: " + " · ".join(f"{key} {value}" for key, value in found.items()))
    return 0


if __name__ == "__main__":
    run_script(main)

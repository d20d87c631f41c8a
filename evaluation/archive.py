"""How often an archive contradicts an article of its own that is checked as a draft would be.

    python -m evaluation.archive --data corpus.jsonl.gz [--documents 2000] [--every 40] [--json]

Comes in: JSON Lines of articles (gzip too). So many, spread evenly, are kept in a record; of these
every so manieth one is held against all the others as `onix check --facts --record` does. Nothing
is planted: some of what is found is true, as an outlet misspells a name or a price has gone up;
most is what the article alone has, held against something else.
Goes out: articles, documents looked at for each, contradictions of each kind, CPU of an article.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.reading_speed import load
from evaluation.running import run_script
from onix.jobs.check.facts import found_in
from onix.jobs.readers import news_reader
from onix.record import Record, open_record
from onix.verify.facts import FACTS, verify_facts

LENGTHS = range(1_500, 9_000)  # characters of what is checked: no picture gallery, no book


def measure(record: Record, every: int) -> dict[str, Any]:
    """Give all figures."""
    articles, looked_at = 0, 0
    contradicted: Counter[str] = Counter()
    began = time.process_time()
    for name in sorted(record.ids())[::every]:
        if len(record.document(name).text) not in LENGTHS:
            continue
        marks = record.marks(name)
        sources = list(found_in(record, marks, without={name}))
        articles += 1
        looked_at += len(sources)
        for each in verify_facts(marks, (), sources):
            contradicted[each.claim.kind] += each.label == "contradicted"
    taken = time.process_time() - began
    if not articles:
        raise SystemExit("None of these is as long as an article. Take more, with --documents.")
    return {
        "documents": len(record),
        "articles": articles,
        "documents_an_article": round(looked_at / articles, 2),
        "contradictions_an_article": round(contradicted.total() / articles, 2),
        "by_kind": {kind: contradicted[kind] for kind in FACTS},
        "cpu_s_an_article": round(taken / articles, 2),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Keep the articles named on the command line, hold some against the rest, print figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        with open_record(Path(folder) / "record", create=True, write=True) as record:
            placed = [record.place(each).document for each in load(options.data, options.documents)]
            record.keep(list(news_reader().read(placed)))
        with open_record(Path(folder) / "record") as record:
            figures = measure(record, options.every)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{figures['articles']} articles of a record of {figures['documents']}")
    print(
        f"{figures['contradictions_an_article']} contradictions an article: "
        + " · ".join(f"{kind} {count}" for kind, count in figures["by_kind"].items())
    )
    print(
        f"{figures['documents_an_article']} documents looked at an article · "
        f"CPU {figures['cpu_s_an_article']} s"
    )
    return 0


if __name__ == "__main__":
    run_script(main)

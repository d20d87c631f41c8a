"""How many plain questions on four months of news are answered right, or refused in place.

    python -m evaluation.ask_archive --data FOLDER [--more] [--record PATH] [--show] [--json]

FOLDER has `corpus_dev.jsonl.gz` of RealtimeQA. Its articles of September to December 2022, less
every twenty-fifth, are one record, kept where `--record` says and used again. 140 questions are
asked of all of it at once (`evaluation/gold/plain_archive.jsonl`), as somebody types them who has
no article in mind: who leads, who killed, what caused, how many, did he. Two in seven have no
answer there. With `--more` it is the articles of May to August and 100 questions of yes or no,
when, how many and how long (`evaluation/gold/plain_archive_more.jsonl`). Even lines, counted from
one, are there to develop on; odd ones are held out, and `--show` does not print them. Scored as in
`ask_gold.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from evaluation.ask_gold import CORPUS, Scored, put, share, show
from evaluation.ask_questions import JSON, Gold, gold_of, rows_of
from evaluation.running import run_script
from onix.jobs.add import add
from onix.record import Record, open_record

GOLD = Path(__file__).parent / "gold"
LEFT_OUT = 25  # every one of so many articles, by its place in the corpus
EVEN, ODD = "archive, even", "archive, odd"


class Asked(NamedTuple):
    """Questions, and the first and the last day of the articles of which they are asked."""

    questions: Path
    first: str
    last: str


AUTUMN = Asked(GOLD / "plain_archive.jsonl", "2022/09/01", "2022/12/31")
SUMMER = Asked(GOLD / "plain_archive_more.jsonl", "2022/05/01", "2022/08/31")


def articles(corpus: Path, asked: Asked) -> Iterator[JSON]:
    """Give the articles of an archive, as lines that `onix add` reads."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for place, row in enumerate(map(json.loads, lines)):
            day = row["publish_date"] or ""
            if place % LEFT_OUT and asked.first <= day <= asked.last:
                yield {
                    "doc_id": row["url"],
                    "address": row["url"],
                    "title": row["title"],
                    "text": row["text"],
                    "published": day.replace("/", "-"),
                }


@contextmanager
def archive(corpus: Path, path: Path | None, asked: Asked) -> Iterator[Record]:
    """Give the record of an archive: the one at `path`, or a new one."""
    with TemporaryDirectory(prefix="onix-archive-") as folder:
        place = path or Path(folder, "archive.onix")
        if not place.exists():
            lines = Path(folder, "articles.jsonl")
            lines.write_text(
                "".join(json.dumps(each) + "\n" for each in articles(corpus, asked)),
                encoding="utf-8",
            )
            with open_record(place, create=True, write=True) as record:
                for _ in add(record, [str(lines)]):
                    pass
        with open_record(place) as record:
            yield record


def gold(row: JSON) -> Gold:
    """Give a question; the words of its answers are written out."""
    stance = row.get("stance")
    answers = [{"text": each, "stance": stance} for each in row["answers"]]
    superseded = [{"text": each} for each in row.get("superseded", ())]
    return gold_of(row | {"answers": answers, "superseded": superseded})


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the questions and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=CORPUS.parent, help="folder of the corpus")
    parser.add_argument("--more", action="store_true", help="ask the second archive")
    parser.add_argument("--record", type=Path, help="keep the record here, or use the one there")
    parser.add_argument("--show", action="store_true", help="print each wrong answer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)

    asked = SUMMER if options.more else AUTUMN
    golds = [gold(row) for row in rows_of(asked.questions)]
    with archive(options.data / CORPUS.name, options.record, asked) as record:
        scored = put(record, golds)
    sets: dict[str, list[Scored]] = {EVEN: scored[1::2], ODD: scored[::2]}
    figures = {name: share(some) for name, some in sets.items()}
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    for name, some in sets.items():
        show(name, figures[name], some, wrong=options.show and name != ODD)
    return 0


if __name__ == "__main__":
    run_script(main)

"""How many plain questions on months of news are answered right, or refused in place.

    python -m evaluation.ask_archive --data FOLDER [--records FOLDER] [--show] [--json]

FOLDER has `corpus_dev.jsonl.gz` of RealtimeQA. Its articles of some months, less every
twenty-fifth, are one record, kept in `--records` and used again. Questions are asked of all of it
at once (`evaluation/gold/plain_archive*.jsonl`), as somebody types them who has no article in mind:
who leads, who killed, what caused, how many, did he. Two in seven have no answer there. The
questions on September to December 2022 are there to develop on; those on January to April are held
out, and `--show` does not print them. Of a hundred on May to August, all of yes or no, when, how
many and how long, fifty are there to develop on and fifty held out; of 120 on the whole of 2023,
sixty and sixty. Scored as in `ask_gold.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.ask_gold import CORPUS, put, share, show
from evaluation.ask_questions import JSON, Gold, gold_of, rows_of
from evaluation.running import run_script
from onix.jobs.add import add
from onix.record import Record, open_record

GOLD = Path(__file__).parent / "gold"
HELD_OUT = "_held_out"  # behind the name of questions on the same articles
LEFT_OUT = 25  # every one of so many articles, by its place in the corpus


@dataclass(frozen=True, slots=True)
class Archive:
    """Some months of news and the questions on them."""

    name: str
    first: str
    last: str
    questions: Path
    is_held_out: bool = False


ARCHIVES = (
    Archive("autumn 2022", "2022/09/01", "2022/12/31", GOLD / "plain_archive.jsonl"),
    Archive(
        "winter 2022, held out", "2022/01/01", "2022/04/30", GOLD / "plain_archive_later.jsonl",
        is_held_out=True,
    ),
    Archive("summer 2022", "2022/05/01", "2022/08/31", GOLD / "plain_archive_more.jsonl"),
    Archive(
        "summer 2022, held out", "2022/05/01", "2022/08/31",
        GOLD / f"plain_archive_more{HELD_OUT}.jsonl", is_held_out=True,
    ),
    Archive("2023", "2023/01/01", "2023/12/31", GOLD / "plain_archive_2023.jsonl"),
    Archive(
        "2023, held out", "2023/01/01", "2023/12/31",
        GOLD / f"plain_archive_2023{HELD_OUT}.jsonl", is_held_out=True,
    ),
)  # fmt: skip


def articles(corpus: Path, archive: Archive) -> Iterator[JSON]:
    """Give the articles of an archive, as lines that `onix add` reads."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for place, row in enumerate(map(json.loads, lines)):
            day = row["publish_date"] or ""
            if place % LEFT_OUT and archive.first <= day <= archive.last:
                yield {
                    "doc_id": row["url"],
                    "address": row["url"],
                    "title": row["title"],
                    "text": row["text"],
                    "published": day.replace("/", "-"),
                }


@contextmanager
def filled(corpus: Path, archive: Archive, kept: Path | None) -> Iterator[Record]:
    """Give the record of an archive: the one in the folder `kept`, or a new one."""
    with TemporaryDirectory(prefix="onix-archive-") as folder:
        name = archive.questions.stem.removesuffix(HELD_OUT)
        place = (kept or Path(folder)) / f"{name}.onix"
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            lines = Path(folder, "articles.jsonl")
            rows = (json.dumps(each) + "\n" for each in articles(corpus, archive))
            lines.write_text("".join(rows), encoding="utf-8")
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
    parser.add_argument("--records", type=Path, help="keep the records here, or use those there")
    parser.add_argument("--show", action="store_true", help="print each wrong answer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)

    figures = {}
    for archive in ARCHIVES:
        with filled(options.data / CORPUS.name, archive, options.records) as record:
            scored = put(record, [gold(row) for row in rows_of(archive.questions)])
        figures[archive.name] = share(scored)
        if not options.json:
            is_shown = options.show and not archive.is_held_out
            show(archive.name, figures[archive.name], scored, wrong=is_shown)
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    run_script(main)

"""The questions marked by hand, and the records they are asked of: files in, both out.

What is marked, and by whom, says `evaluation/gold/README.md`; how answers are scored is the
business of `ask_gold.py`. A record is fresh, and gone after its block.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onix.jobs.add import add
from onix.jobs.demo import add_story
from onix.record import Record, open_record

JSON = dict[str, Any]

SAMPLE = Path(__file__).parent / "gold" / "sample_article.jsonl"
PUBLISHED = "2025-11-26"  # the sample article


@dataclass(frozen=True, slots=True)
class Gold:
    """A question with what a careful reader marked.

    Attributes:
        answers: (words, stance) of every acceptable answer.
        superseded: What an earlier version said.
        readings: The answers of the record that differ from one another, each in its words.
    """

    id: str
    question: str
    kind: str
    answers: tuple[tuple[str, str | None], ...]
    unanswerable: bool
    superseded: tuple[str, ...] = ()
    readings: tuple[tuple[str, ...], ...] = ()
    as_of: str | None = None
    outlets: tuple[str, ...] = ()


def story_questions(folder: Path) -> dict[str, list[Gold]]:
    """Give the questions on the bundled story, by the name of their file."""
    return {
        path.name: [gold_of(row) for row in rows_of(path)]
        for path in sorted(folder.glob("*.jsonl"))
    }


def sample_questions(text: str) -> list[Gold]:
    """Give the questions on the sample article, whose gold has offsets only."""
    return [gold_in(text, row) for row in rows_of(SAMPLE)]


def corpus_articles(corpus: Path, addresses: Collection[str]) -> dict[str, JSON]:
    """Give the corpus's own line for each of these addresses.

    Raises:
        SystemExit: The corpus does not hold one of them.
    """
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        found = {row["url"]: row for row in map(json.loads, lines) if row["url"] in addresses}
    if missing := sorted(set(addresses) - set(found)):
        raise SystemExit(f"{corpus} does not hold {', '.join(missing)}. Give another --other.")
    return found


def gold_in(text: str, row: JSON) -> Gold:
    """Give a question whose answers are offsets in the text of its article."""
    answers = [
        {"text": text[each["start"] : each["end"]], "stance": row.get("stance")}
        for each in row["answers"]
    ]
    return gold_of(row | {"answers": answers})


def rows_of(path: Path) -> list[JSON]:
    """Give the lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def gold_of(row: JSON) -> Gold:
    """Give a question whose answers are written out."""
    return Gold(
        row["id"],
        row["question"],
        row["kind"],
        tuple((each["text"], each.get("stance")) for each in row["answers"]),
        row["unanswerable"],
        tuple(each["text"] for each in row.get("superseded", ())),
        tuple(tuple(each["text"] for each in one) for one in row.get("readings", ())),
        row.get("as_of"),
        tuple(row.get("outlets", ())),
    )


def written_gold(row: JSON) -> Gold:
    """Give a question of such a file; where nothing answers, nothing but a refusal is right."""
    answers = [{"text": each, "stance": row["stance"]} for each in row["answers"]]
    kind = row["kind"].replace("unknown", "said to be unknown")
    return gold_of(row | {"id": row["question"], "kind": kind, "answers": answers})


@contextmanager
def story_record() -> Iterator[Record]:
    """Give a fresh record of the bundled story, gone afterwards."""
    with (
        TemporaryDirectory(prefix="onix-gold-") as folder,
        open_record(Path(folder, "story.onix"), create=True, write=True) as record,
    ):
        for added in add_story(record):
            if added.document_id is None:
                raise SystemExit(f"{added.address} was left out: {added.why}")
        yield record


@contextmanager
def article_record(article: Path, *, published: str | None = PUBLISHED) -> Iterator[Record]:
    """Give a fresh record of one article, gone afterwards; None leaves the date it states."""
    with (
        TemporaryDirectory(prefix="onix-gold-") as folder,
        open_record(Path(folder, "article.onix"), create=True, write=True) as record,
    ):
        for added in add(record, [str(article)], published=published, workers=1):
            if added.document_id is None:
                raise SystemExit(f"{added.address} was left out: {added.why}")
        yield record


def written_records(paths: Sequence[Path]) -> Iterator[tuple[Record, list[JSON]]]:
    """Give each article written for Onix in a record alone, with its questions."""
    for path in paths:
        for article in rows_of(path):
            with written_record([article]) as record:
                yield record, article["questions"]


@contextmanager
def written_record(articles: Sequence[JSON]) -> Iterator[Record]:
    """Give a fresh record of articles written for Onix, gone afterwards."""
    known = ("text", "title", "outlet", "published")
    with TemporaryDirectory(prefix="onix-gold-") as folder:
        lines = Path(folder, "articles.jsonl")
        rows = [{"doc_id": each["id"]} | {name: each[name] for name in known} for each in articles]
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with article_record(lines, published=None) as record:
            yield record

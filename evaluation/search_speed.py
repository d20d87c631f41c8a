"""How fast passages are indexed and found, side by side with txtai and Haystack.

    python -m evaluation.search_speed --data corpus.jsonl.gz [--documents N] [--peers DIR] [--json]

All index the same passages (texts only) and are asked the same questions, the titles of the
articles. txtai is its BM25 keyword index kept in SQLite, Haystack its in-memory BM25 retriever;
both run in an environment of their own under `--peers`, which is made when it is not there.
"Onix, whole" keeps documents, marks, MinHash and index on disk and answers with citations and
recency; "Onix, index" is the part that does what the peers do. Figures are CPU, threads included.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from evaluation.peers import environment
from evaluation.running import run_script
from onix.model import Document, Marks, Passage
from onix.reading.grammar.sentences import find_sentences
from onix.reading.passages import passages
from onix.record import Query, open_record
from onix.record.search import Search

PEERS = ("txtai", "haystack")
# The CPU build of torch is a tenth of the one with CUDA, and txtai imports torch to do anything.
INSTALL = (("torch==2.13.0",), ("txtai==9.14.0", "haystack-ai==3.4.0"))

Figures = dict[str, Any]


def read(data: Path, count: int | None) -> list[Marks]:
    """Give the articles of a JSON Lines file, cut into sentences."""
    opener = gzip.open if data.suffix == ".gz" else open
    found = []
    with opener(data, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, count)):
            item = json.loads(line)
            day = (item.get("published") or item.get("publish_date") or "").replace("/", "-")
            document = Document(
                id=str(number),
                kind="article",
                text=item["text"],
                title=item.get("title"),
                outlet=item.get("outlet"),
                published=day or None,
            )
            if document.text.strip():
                found.append(Marks(document, find_sentences(document)))
    return found


def figures(indexed: float, times: Sequence[float], count: int, found: int) -> Figures:
    """Give one system's figures: microseconds a passage, milliseconds a question."""
    return {
        "index_microseconds_a_passage": round(1e6 * indexed / count, 1),
        "query_p50_ms": round(1e3 * median(times), 3),
        "query_p95_ms": round(1e3 * quantiles(times, n=20)[-1], 3),
        "questions_with_a_hit": found,
    }


def measure_whole(articles: Sequence[Marks], asked: Sequence[str], limit: int) -> Figures:
    """Keep the articles in a record and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.onix")
        before = time.process_time()
        with open_record(path, create=True) as record:
            for start in range(0, len(articles), 32):
                record.keep(articles[start : start + 32])
        indexed = time.process_time() - before
        with open_record(path) as record:
            record.search(Query("warm up"))
            size = record.contents()
            times, found = [], 0
            for words in asked:
                before = time.process_time()
                found += bool(record.search(Query(words, limit=limit)))
                times.append(time.process_time() - before)
    count = sum(len(each.document.text.split()) for each in articles)
    text = sum(len(each.document.text.encode()) for each in articles)
    return figures(indexed, times, size.passages, found) | {
        "keep_microseconds_a_word": round(1e6 * indexed / count, 2),
        "record_to_text": round(size.size / text, 2),
    }


def measure_index(
    pieces: Sequence[tuple[Passage, Document]], asked: Sequence[str], limit: int
) -> Figures:
    """Put the passages in the index alone and ask it, texts looked up by number as the peers do."""
    texts = {(piece.span.document_id, piece.number): piece.span.text for piece, _ in pieces}
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        index = Search.fresh(Path(folder))
        index.add(pieces)
        index.commit(1)
        indexed = time.process_time() - before
        index.search("warm up", limit=1)
        times, found = [], 0
        for words in asked:
            before = time.process_time()
            hits = index.search(words, limit=limit)
            found += bool([texts[document_id, number] for document_id, number, _ in hits])
            times.append(time.process_time() - before)
        index.close()
    return figures(indexed, times, len(pieces), found)


def measure_peer(
    name: str, python: Path, texts: Sequence[str], asked: Sequence[str], limit: int
) -> Figures:
    """Have a peer index and answer in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        passages_file, queries = Path(folder, "passages.jsonl"), Path(folder, "queries.json")
        with passages_file.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        queries.write_text(json.dumps(list(asked)), encoding="utf-8")
        script = Path(__file__).with_name("search_peers.py")
        command = [str(each) for each in (python, script, name, passages_file, queries, limit)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        return {"failed": (done.stderr.strip() or "?").splitlines()[-1]}
    found = json.loads(done.stdout.strip().splitlines()[-1])
    return figures(found["index_seconds"], found["times"], len(texts), found["found"]) | {
        "version": found["version"]
    }


def measure(
    data: Path, *, documents: int | None, questions: int, limit: int, peers: Path | None
) -> Figures:
    """Give the figures of all, and those of the peers as a multiple of Onix's index."""
    articles = read(data, documents)
    pieces = [
        (passage, each.document)
        for each in articles
        for passage in passages(each.document, each.sentences)
    ]
    titles = [each.document.title for each in articles if each.document.title]
    asked = random.Random(7).sample(titles, min(questions, len(titles)))  # noqa: S311 - no secret
    # The peers do not index titles, so the index is measured without, too.
    bare = {
        each.document.id: Document(each.document.id, "article", each.document.text)
        for each in articles
    }
    systems = {
        "Onix, index": measure_index(
            [(passage, bare[document.id]) for passage, document in pieces], asked, limit
        ),
        "Onix, whole": measure_whole(articles, asked, limit),
    }
    if peers is not None:
        python = environment(peers, INSTALL)
        texts = [passage.span.text for passage, _ in pieces]
        for name in PEERS:
            systems[name] = measure_peer(name, python, texts, asked, limit)
    return {
        "documents": len(articles),
        "passages": len(pieces),
        "questions": len(asked),
        "limit": limit,
        "systems": systems,
        "times_onix": {
            name: {
                each: round(systems[name][each] / max(systems["Onix, index"][each], 1e-9), 1)
                for each in ("index_microseconds_a_passage", "query_p50_ms", "query_p95_ms")
            }
            for name in systems
            if name in PEERS and "failed" not in systems[name]
        },
    }


def table(found: Figures) -> str:
    """Give the figures as a table with the ratios."""
    lines = [
        f"{found['passages']} passages of {found['documents']} articles, "
        f"{found['questions']} questions, top {found['limit']}; CPU",
        f"{'':14}{'index µs/passage':>18}{'query p50 ms':>14}{'p95 ms':>10}",
    ]
    for name, each in found["systems"].items():
        if "failed" in each:
            lines.append(f"{name:14} failed: {each['failed']}")
            continue
        lines.append(
            f"{name:14}{each['index_microseconds_a_passage']:>18}"
            f"{each['query_p50_ms']:>14}{each['query_p95_ms']:>10}"
        )
    for name, each in found["times_onix"].items():
        lines.append(
            f"{name} takes {each['index_microseconds_a_passage']} times the index CPU of "
            f"Onix's index, {each['query_p50_ms']} times at a question (p50)"
        )
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines, gzip or not")
    parser.add_argument("--documents", type=int, help="only the first so many")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--limit", type=int, default=50, help="passages a question asks for")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    arguments = parser.parse_args()
    found = measure(
        arguments.data,
        documents=arguments.documents,
        questions=arguments.questions,
        limit=arguments.limit,
        peers=arguments.peers,
    )
    print(json.dumps(found) if arguments.json else table(found))
    return 0


if __name__ == "__main__":
    run_script(main)

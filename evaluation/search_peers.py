"""Index and ask one peer of Onix's search; runs in the peers' own environment, without Onix.

    python search_peers.py txtai|haystack PASSAGES.jsonl QUERIES.json LIMIT

Prints one JSON line. CPU is that of the process with all its threads.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

Ask = Callable[[str, int], Sequence[object]]


def txtai(texts: list[str]) -> Ask:
    """Index with txtai's keyword index (BM25, kept by SQLite together with the texts)."""
    embeddings = import_module("txtai").Embeddings(keyword=True, content=True)
    embeddings.index((number, text, None) for number, text in enumerate(texts))
    return lambda query, limit: embeddings.search(
        "select id, text, score from txtai where similar(:query)",
        limit,
        parameters={"query": query},
    )


def haystack(texts: list[str]) -> Ask:
    """Index with Haystack's in-memory store and BM25 retriever."""
    document = import_module("haystack").Document
    store = import_module("haystack.document_stores.in_memory").InMemoryDocumentStore()
    store.write_documents([document(id=str(n), content=text) for n, text in enumerate(texts)])
    retrievers = import_module("haystack.components.retrievers.in_memory")
    retriever = retrievers.InMemoryBM25Retriever(document_store=store)
    return lambda query, limit: retriever.run(query=query, top_k=limit)["documents"]


def main() -> None:
    """Measure one peer."""
    name, passages, queries, limit = sys.argv[1:]
    with Path(passages).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    asked = json.loads(Path(queries).read_text(encoding="utf-8"))
    index = {"txtai": txtai, "haystack": haystack}[name]
    index(texts[:20])("warm up", 1)  # imports and first calls are not what is measured
    before = time.process_time()
    ask = index(texts)
    indexed = time.process_time() - before
    times = []
    found = 0
    for query in asked:
        before = time.process_time()
        found += bool(ask(query, int(limit)))
        times.append(time.process_time() - before)
    package = {"txtai": "txtai", "haystack": "haystack-ai"}[name]
    measured = {"index_seconds": indexed, "times": times, "found": found}
    print(json.dumps({"version": version(package), **measured}))


if __name__ == "__main__":
    main()

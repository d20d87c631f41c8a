"""How fast documents are read, and what that costs in names: our reader beside spaCy's pipeline.

Comes in: JSON Lines of documents with a `text` (gzip too), and how many of them to take, evenly.
Goes out: words per second of CPU time on one core, peak memory, and how many of the people and
organisations that the full pipeline finds are found, span and label alike (recall), and how many
of those found it finds too (precision), and how many are at least in part in a mention once
spans are repaired and what is no name is left out. Both run in this process, ours first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix.model import Document, Span
from onix.reading import NewsReader
from onix.reading.grammar.sentences import split
from onix.reading.neural.pipeline import Entity, load_pipeline
from onix.reading.neural.weights import find_model

LABELS = frozenset({"PERSON", "ORG"})


def load(path: Path, documents: int) -> list[Document]:
    """Give so many documents of a file, spread evenly over it."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    step = max(1, len(rows) // documents) if documents else 1
    chosen = rows[::step][: documents or None]
    return [
        Document(
            id=str(number),
            kind="article",
            text=row["text"],
            published=(row.get("published") or row.get("publish_date") or "").replace("/", "-")
            or None,
        )
        for number, row in enumerate(chosen)
    ]


def cost(work: Callable[[], Any]) -> tuple[float, Any]:
    """Give the CPU seconds that some work takes, and its result."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def peak_memory() -> float:
    """Give the most memory this process ever held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(documents: Sequence[Document]) -> dict[str, Any]:
    """Give all the figures for these documents."""
    texts = [document.text for document in documents]
    words = sum(len(text.split()) for text in texts)
    pipeline = load_pipeline()
    reader = NewsReader(pipeline)
    list(reader.read(documents[:3]))  # what is loaded with the first document
    reading, mentions = cost(
        lambda: [[mention.span for mention in marks.mentions] for marks in reader.read(documents)]
    )
    starts = [[start for start, _ in split(text)] for text in texts]
    naming, ours = cost(lambda: pipeline.entities(texts, starts))
    memory = peak_memory()

    import spacy

    full = spacy.load(find_model())
    list(full.pipe(texts[:2]))
    whole, theirs = cost(lambda: [_entities(doc) for doc in full.pipe(texts)])
    found = [{each for each in document if each.label in LABELS} for document in ours]
    wanted = [{each for each in document if each.label in LABELS} for document in theirs]
    both = sum(len(one & other) for one, other in zip(found, wanted, strict=True))
    return {
        "documents": len(documents),
        "words": words,
        "reader_words_per_cpu_second": round(words / reading),
        "names_words_per_cpu_second": round(words / naming),
        "spacy_words_per_cpu_second": round(words / whole),
        "reader_over_spacy": round(whole / reading, 2),
        "is_fast": pipeline.is_fast,
        "peak_memory_mb": round(memory),
        "names": sum(map(len, wanted)),
        "names_recall": round(both / max(1, sum(map(len, wanted))), 4),
        "names_precision": round(both / max(1, sum(map(len, found))), 4),
        "names_in_a_mention": round(
            sum(map(_covered, mentions, wanted)) / max(1, sum(map(len, wanted))), 4
        ),
    }


def _covered(mentions: Sequence[Span], wanted: set[Entity]) -> int:
    """Count the names that are at least in part in a mention."""
    return sum(
        any(span.start < each.end and each.start < span.end for span in mentions) for each in wanted
    )


def _entities(doc: Any) -> list[Entity]:
    return [Entity(each.start_char, each.end_char, each.label_) for each in doc.ents]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, as JSON with `--json`."""
    parser = argparse.ArgumentParser(description="Measure how fast documents are read.")
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines, gzip too")
    parser.add_argument("--documents", type=int, default=120, help="how many; 0 for all")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure(load(options.data, options.documents))
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        sys.stdout.writelines(f"{name:30}{value:>12}\n" for name, value in figures.items())
    return 0


if __name__ == "__main__":
    run_script(main)

"""Quotations side by side with textacy: how many are found, whose they are, how fast.

    python -m evaluation.quote_peers --data polnear.dev.jsonl [--peers DIR] [--documents N] [--json]

Both read the same articles in this run, one after the other on the same cores: Onix everything it
reads (names, times, figures, quotations with speakers, hedges, provenance), textacy its direct
quotations on spaCy's full pipeline, paragraph by paragraph and document by document. textacy is
installed in an environment of its own under `--peers`, made when it is not there. Scores are of
attributions in quote marks; speed is words a second of CPU, threads included.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.peers import environment
from evaluation.quotes import Scorer, find_scorer, load_gold, load_scorer, only_quoted
from evaluation.running import run_script
from onix import wire
from onix.model import Document
from onix.reading import NewsReader
from onix.reading.neural.weights import find_model

JSON = dict[str, Any]
INSTALL = (("textacy==0.13.0", "spacy==3.8.18"),)
WAYS = ("paragraph", "document")
TEXTACY = {way: f"textacy, by {way}" for way in WAYS}


def figures(gold: Sequence[JSON], predicted: list[JSON], seconds: float, score: Scorer) -> JSON:
    """Give the figures of one reading of the articles."""
    words = sum(len(each["text"].split()) for each in gold)
    found = score(only_quoted(gold), predicted)
    whole = score(list(gold), predicted)
    return {
        "content_words_f1": whole["content_words"]["f1"],
        "content_exact_f1": whole["content_exact"]["f1"],
        "marked_found": found["marked_found"],
        "speaker_right_of_found": found["speaker_right_of_found"],
        "end_to_end": found["end_to_end"],
        "words_a_cpu_second": round(words / seconds),
    }


def measure_onix(gold: Sequence[JSON], score: Scorer) -> JSON:
    """Have Onix read the articles in this process."""
    documents = [Document(each["doc_id"], "article", each["text"], language="en") for each in gold]
    reader = NewsReader()
    list(reader.read(documents[:1]))  # what is loaded with the first document
    begun = time.process_time()
    marks = list(reader.read(documents))
    seconds = time.process_time() - begun
    return figures(gold, [wire.marks(each) for each in marks], seconds, score)


def measure_textacy(gold: Sequence[JSON], score: Scorer, python: Path, way: str) -> JSON:
    """Have textacy read them in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        articles, predicted = Path(folder, "articles.jsonl"), Path(folder, "predicted.jsonl")
        rows = [{"doc_id": each["doc_id"], "text": each["text"]} for each in gold]
        articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        script = Path(__file__).with_name("textacy_quotes.py")
        parts = (python, script, find_model(), articles, predicted, way)
        done = subprocess.run(
            [str(each) for each in parts], capture_output=True, text=True, check=False, cwd=folder
        )
        if done.returncode:
            raise SystemExit(f"textacy failed: {(done.stderr.strip() or '?').splitlines()[-1]}")
        lines = predicted.read_text("utf-8").splitlines()
    found = json.loads(done.stdout.strip().splitlines()[-1])
    scored = figures(gold, [json.loads(line) for line in lines], found["cpu_seconds"], score)
    return scored | {"version": found["version"], "refused": found["refused"]}


def measure(gold: Sequence[JSON], score: Scorer, peers: Path | None) -> JSON:
    """Give the figures of both, and how many times as fast Onix is."""
    systems = {"Onix": measure_onix(gold, score)}
    if peers is not None:
        python = environment(peers, INSTALL)
        systems |= {TEXTACY[way]: measure_textacy(gold, score, python, way) for way in WAYS}
    ours = systems["Onix"]["words_a_cpu_second"]
    return {
        "documents": len(gold),
        "systems": systems,
        "times_as_fast": {
            name: round(ours / each["words_a_cpu_second"], 1)
            for name, each in systems.items()
            if name != "Onix"
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="polnear.dev.jsonl")
    parser.add_argument(
        "--peers", type=Path, help="folder of textacy's environment; without it Onix alone"
    )
    parser.add_argument("--documents", type=int, help="only so many, evenly")
    parser.add_argument("--scorer", type=Path, help="score_quotes.py")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    gold = load_gold(options.data)
    step = max(1, len(gold) // (options.documents or len(gold)))
    score = load_scorer(options.scorer or find_scorer(options.data))
    found = measure(gold[::step][: options.documents], score, options.peers)
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    print(f"{found['documents']} articles")
    for name, each in found["systems"].items():
        print(f"{name}: " + " · ".join(f"{key} {value}" for key, value in each.items()))
    for name, times in found["times_as_fast"].items():
        print(f"Onix is {times} times as fast as {name}")
    return 0


if __name__ == "__main__":
    run_script(main)

"""What checking a quotation costs as the shelf of transcripts grows, beside two usual ways.

    python -m evaluation.check_speed --data quotes.jsonl [--megabytes 10 80 400] [--peers] [--json]

Transcripts are those beside the data, again and again with one word in seven another, until they
are as many as wanted. Onix checks quotations of all kinds; with `--peers` the first few are looked
for by rapidfuzz in every document (`partial_ratio_alignment`), and by tantivy (BM25, the twenty
best documents) with rapidfuzz in those, in the same process on the same documents.
Milliseconds are of CPU. Memory is that of everything on disk, the text included, all of which is
mapped from there.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.check import claims_of, load, read
from evaluation.running import run_script
from onix.model import Claim, Document, Span, Turn
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

JSON = dict[str, Any]
SIZES = (10, 80, 400)
QUOTATIONS = 300
FOR_PEERS = 10
ROUNDS = 5  # of which the best counts: the machine has other work
EVERY = 7  # words, of which one is another in a copy
BEST = 20  # documents that tantivy gives rapidfuzz


def varied(documents: Sequence[Document], megabytes: float) -> Iterator[Document]:
    """Give the documents, then copies with other words in them, up to so many megabytes."""
    chance = np.random.default_rng(7)
    words = [np.array(each.text.split(), object) for each in documents]
    others = np.concatenate(words[:50])
    given, number = 0, 0
    while given < megabytes * 1_000_000:
        copy, at = divmod(number, len(documents))
        text, speaker = documents[at].text, None
        if copy:
            made = words[at].copy()
            changed = np.flatnonzero(chance.random(len(made)) < 1 / EVERY)
            made[changed] = others[chance.integers(0, len(others), len(changed))]
            text = " ".join(made)
        name = f"{documents[at].id}-{copy}"
        turn = Turn(speaker, Span(name, 0, len(text), text))
        yield Document(name, "transcript", text, turns=(turn,))
        given += len(text.encode("utf-8", "surrogatepass"))
        number += 1


def milliseconds(
    each: Callable[[str], object], quotations: Sequence[str], *, rounds: int = 1
) -> float:
    """Give CPU milliseconds a quotation, of the best of so many rounds."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        for quotation in quotations:
            each(quotation)
        taken.append(time.process_time() - begun)
    return round(1000 * min(taken) / len(quotations), 3)


def measure(documents: Sequence[Document], claims: Sequence[Claim], megabytes: float) -> JSON:
    """Give what Onix costs on a shelf of so many megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        for _ in varied(documents, megabytes):
            pass
        making = time.process_time() - begun
        begun = time.process_time()
        tapes = Tapes.build(varied(documents, megabytes), Path(folder))
        building = time.process_time() - begun - making
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        text = (Path(folder) / "text.npy").stat().st_size
        taken = milliseconds(
            lambda quotation: verify(tapes, Claim("quote", quotation)),
            [claim.text for claim in claims],
            rounds=ROUNDS,
        )
    return {
        "megabytes": round(text / 1e6, 1),
        "cpu_ms_a_quotation": taken,
        "cpu_s_indexing_a_mb": round(building / (text / 1e6), 3),
        "mapped_by_text": round(size / text, 2),
    }


def peers(documents: Sequence[Document], quotations: Sequence[str], megabytes: float) -> JSON:
    """Give CPU milliseconds a quotation of the two usual ways."""
    import tantivy
    from rapidfuzz import fuzz

    texts = [each.text for each in varied(documents, megabytes)]

    def best(quotation: str, among: Sequence[str]) -> float:
        found = 0.0
        for text in among:
            laid = fuzz.partial_ratio_alignment(quotation, text, score_cutoff=found)
            found = max(found, laid.score if laid else 0.0)
        return found

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    builder.add_unsigned_field("number", stored=True, fast=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for number, text in enumerate(texts):
        document = tantivy.Document()
        document.add_text("text", text)
        document.add_unsigned("number", number)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ranked(quotation: str) -> float:
        asked = "".join(each if each.isalnum() else " " for each in quotation)
        hits = searcher.search(index.parse_query(asked, ["text"]), BEST).hits
        return best(quotation, [texts[searcher.doc(at)["number"][0]] for _, at in hits])

    return {
        "rapidfuzz over every document": milliseconds(lambda each: best(each, texts), quotations),
        "tantivy and rapidfuzz": milliseconds(ranked, quotations),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--megabytes", type=float, nargs="+", default=SIZES)
    parser.add_argument("--peers", action="store_true", help="measure the usual ways, too")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    documents = read(options.data.parent / "transcripts.jsonl.gz")
    claims = claims_of(load(options.data))[:QUOTATIONS]
    figures: JSON = {}
    for megabytes in options.megabytes:
        row = measure(documents, claims, megabytes)
        if options.peers:
            row |= peers(documents, [each.text for each in claims[:FOR_PEERS]], megabytes)
        figures[f"{megabytes:g}"] = row
        if not options.json:
            print(f"{megabytes:g} MB: " + " · ".join(f"{key} {row[key]}" for key in row))
    sizes = list(figures)
    first, last = (figures[each]["cpu_ms_a_quotation"] for each in (sizes[0], sizes[-1]))
    figures["growth"] = round(last / first, 2)
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        print(f"growth {figures['growth']} ×")
    return 0


if __name__ == "__main__":
    run_script(main)

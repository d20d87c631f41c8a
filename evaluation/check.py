"""How well quotations are checked against transcripts.

    python -m evaluation.check --data quotes.jsonl [--half even|odd] [--json]
    python -m evaluation.check --real --data real_pairs_silver.jsonl [--half odd] [--json]

`--data` holds quotations of many kinds with the expected verdict; `transcripts.jsonl.gz` lies
beside it, the scorer `score_check.py` there or one folder above. Halves are of lines counted from
one: the even ones are there to develop on, the odd ones are held out.
`--real` scores what newsrooms printed, by the marks in `evaluation/gold/real_pairs.jsonl`: its
first hundred are there to develop on ("even"), the rest is held out ("odd").
CPU is that of checking alone; indexing is measured apart, with what reading the file costs.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix import wire
from onix.intake import LeftOut
from onix.jobs.check.shelf import transcripts
from onix.model import Claim, Document
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

JSON = dict[str, Any]
Scorer = Callable[[list[JSON], list[JSON], list[JSON]], JSON]
GOLD = Path(__file__).parent / "gold" / "real_pairs.jsonl"
GRAVE = ("number", "negation_add", "negation_drop", "name")
DEVELOPED_ON = 100  # of the real pairs


def load(path: Path) -> list[JSON]:
    """Give the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def load_scorer(data: Path) -> Scorer:
    """Give the function `score` of the scorer beside the data or one folder above."""
    places = [folder / "score_check.py" for folder in (data.parent, data.parent.parent)]
    path = next((each for each in places if each.exists()), places[0])
    specification = importlib.util.spec_from_file_location("check_scorer", path)
    if specification is None or specification.loader is None or not path.exists():
        raise SystemExit(f"No scorer at {path}. Put score_check.py beside the data.")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    score: Scorer = module.score
    return score


def read(path: Path) -> list[Document]:
    """Give the transcripts of a file."""
    left_out: list[LeftOut] = []
    documents = list(transcripts([str(path)], left_out))
    if left_out:
        raise SystemExit(left_out[0].why)
    return documents


def check(claims: Iterable[Claim], tapes: Tapes) -> tuple[list[JSON], float]:
    """Give the verdicts as the command line writes them, and CPU milliseconds a quotation."""
    every = list(claims)
    begun = time.process_time()
    verdicts = [verify(tapes, each) for each in every]
    taken = time.process_time() - begun
    return [wire.verdict(each) for each in verdicts], 1000 * taken / max(1, len(every))


def score_kinds(items: list[JSON], predicted: list[JSON], texts: list[JSON], score: Scorer) -> JSON:
    """Give the scorer's figures, with the kinds that change the sense taken together."""
    figures = score(items, predicted, texts)
    per = figures["by_class"]
    grave = [per[each] for each in GRAVE if each in per]
    total = sum(each["n"] for each in grave)
    right = sum(each["n"] * each["meaning"] for each in grave)
    alarms, faithful = figures["false_alarms"].split("/")
    return {
        **figures,
        "meaning_right": round(right / total, 4) if total else None,
        "alarms": int(alarms),
        "faithful": int(faithful),
    }


def real_items(marks: Sequence[JSON], silver: dict[str, JSON]) -> list[JSON]:
    """Give marked pairs as the scorer takes them; `cls` is the label that the marks give."""
    items = []
    for mark in marks:
        found = mark["label"] != "not_found"
        place = {key: mark[key] for key in ("start", "end")}
        expected: JSON = {"verdict": mark["label"], "doc_id": mark["doc_id"] if found else None}
        expected |= place
        if mark.get("second"):
            expected["second"] = {"doc_id": mark["doc_id"], **mark["second"]}
        pair = silver[mark["id"]]
        items.append(
            {
                "id": mark["id"],
                "cls": mark["label"],
                "quote": pair["quote"],
                "date": pair["article"]["date"],
                "expected": expected,
            }
        )
    return items


def claims_of(items: Iterable[JSON]) -> list[Claim]:
    """Give the claims of the items."""
    return [
        Claim(
            "quote",
            each["quote"],
            each.get("claimed_speaker"),
            said=each.get("date"),
            id=each["id"],
        )
        for each in items
    ]


def halve(items: list[JSON], half: str | None, *, real: bool) -> list[JSON]:
    """Give all items, those to develop on ("even"), or those held out ("odd")."""
    if half is None:
        return items
    if real:
        return items[:DEVELOPED_ON] if half == "even" else items[DEVELOPED_ON:]
    return items[1::2] if half == "even" else items[::2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the data named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--real", action="store_true", help="what newsrooms printed")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    score = load_scorer(options.data)
    items = load(options.data)
    if options.real:
        items = real_items(load(GOLD), {each["id"]: each for each in items})
    items = halve(items, options.half, real=options.real)
    shelf = options.data.parent / "transcripts.jsonl.gz"
    begun = time.process_time()
    documents = read(shelf)
    reading = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        tapes = Tapes.build(documents, Path(folder))
        building = time.process_time() - begun
        predicted, milliseconds = check(claims_of(items), tapes)
    texts = [{"doc_id": each.id, "text": each.text} for each in documents]
    megabytes = sum(len(each.text.encode("utf-8", "surrogatepass")) for each in documents) / 1e6
    figures = score_kinds(items, predicted, texts, score) | {
        "cpu_ms_a_quotation": round(milliseconds, 2),
        "cpu_s_indexing_a_mb": round(building / megabytes, 3),
        "cpu_s_reading_a_mb": round(reading / megabytes, 3),
    }
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{figures['quotes']} quotations, {len(documents)} transcripts, {megabytes:.1f} MB")
    print(f"place {figures['place']} · label {figures['label']}")
    if not options.real:
        print(f"false alarms {figures['false_alarms']} · sense right {figures['meaning_right']}")
    for name, row in figures["by_class"].items():
        print(f"  {name}: {row['n']}, place {row['place']}, label {row['label']}")
    print(
        f"CPU {figures['cpu_ms_a_quotation']} ms a quotation, "
        f"indexing {figures['cpu_s_indexing_a_mb']} s a MB"
    )
    return 0


if __name__ == "__main__":
    run_script(main)

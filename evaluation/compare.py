"""How well two versions of a plan are compared: which point became which, and what was done to it.

    python -m evaluation.compare --data written.jsonl [--half even] [--peers DIR] [--json]
    python -m evaluation.compare --data written.jsonl --half odd --misses
    python -m evaluation.compare [--seed N] [--pairs N] [--peers DIR] [--json]

Gold is pairs as `evaluation/gold/plans/README.md` describes them, of a file or made from a seed.
What is scored is `{"changes": [{"kind", "before", "after", "moved", "renumbered", "modals"}]}` for
each pair, where split and merged give a change for each pair of points. A span that was found
counts as the gold point that it overlaps most, with at least half of both; two pieces of
boilerplate that are paired count neither for nor against. `--misses` shows the pairs of points
that were missed and those that are none, and the same of moves and renumberings, but not of
held-out texts. With `--peers`, difflib,
redlines and diff-match-patch pair the paragraphs of the same texts; the last two live in an
environment of their own in that folder, made when it is not there. Whole items count, of all pairs
together.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from evaluation.halves import add_half, of_half, refuse_unreleased
from evaluation.peers import environment
from evaluation.plan_pairs import make_pairs
from evaluation.plan_peers import by_difflib
from evaluation.running import run_script

JSON = dict[str, Any]
Place = tuple[int, int]
Key = tuple[Place | None, Place | None]
# typing_extensions is what redlines 0.6.2 imports without saying so.
INSTALL = (("redlines==0.6.2", "typing_extensions", "diff-match-patch==20241021"),)
MAIN = ("split", "merged", "reworded", "moved", "renumbered", "unchanged")
COUNTED = ("pairs", "moved", "renumbered", "dropped", "new", "modals")


@dataclass
class Tally:
    """What was to be found, what was found, and how much of it is right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: Iterable[Any], found: Iterable[Any]) -> None:
        """Count two sets of the same sort."""
        wanted, given = set(gold), set(found)
        self.gold += len(wanted)
        self.found += len(given)
        self.right += len(wanted & given)

    def scores(self) -> JSON:
        """Give precision, recall and F1; what is not there to be found has none of them."""
        precision = self.right / self.found if self.found else None
        recall = self.right / self.gold if self.gold else None
        both = self.gold + self.found
        return {
            "gold": self.gold,
            "found": self.found,
            "precision": _round(precision),
            "recall": _round(recall),
            "f1": _round(2 * self.right / both if both else None),
        }


@dataclass
class Score:
    """The tallies of all pairs of texts."""

    counted: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in COUNTED})
    kinds: Counter[str] = field(default_factory=Counter)
    kinds_right: Counter[str] = field(default_factory=Counter)
    perfect: int = 0


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def find_point(span: JSON | None, points: Sequence[Place]) -> Place | str | None:
    """Give the gold point that a span stands for; "boilerplate" touches none, "other" some."""
    if span is None:
        return None
    best, most = None, 0
    for point in points:
        shared = min(span["end"], point[1]) - max(span["start"], point[0])
        if shared > most:
            best, most = point, shared
    if best is None:
        return "boilerplate"
    enough = 2 * most >= max(best[1] - best[0], span["end"] - span["start"])
    return best if enough else "other"


def main_kind(kinds: Sequence[str]) -> str:
    """Give the one kind that a change of several goes by."""
    return next(each for each in MAIN if each in kinds)


def accepted(row: JSON) -> set[str]:
    """Give the kinds that a change may go by: an open move may or may not be seen as one."""
    kinds = row["kinds"]
    return {main_kind(kinds), main_kind([*kinds, *row.get("open", ())])}


def score_pair(gold: JSON, predicted: JSON, score: Score) -> None:
    """Add one pair of texts to the score.

    1. Put gold points in the place of what was found.
    2. Count the pairs of points, leaving out paired boilerplate.
    3. Count moves and renumberings; a move that is open counts nowhere.
    4. Count what is dropped and new.
    5. Hold the kind of every pair, dropped and new point against what was found for it.
    6. Count modals: both words must be overlapped and the direction right.
    """
    # 1
    rows, found = _matched(gold, predicted)
    pairs = {key: change for key, change in found.items() if None not in key}
    # 2
    tallies = score.counted
    tallies["pairs"].add(rows, pairs)
    # 3
    unsure = {key for key, row in rows.items() if "moved" in row.get("open", ())}
    for name in ("moved", "renumbered"):
        aside = unsure if name == "moved" else set()
        wanted = {key for key, row in rows.items() if name in row["kinds"]} - aside
        tallies[name].add(wanted, {key for key, each in pairs.items() if each[name]} - aside)
    # 4
    alone: dict[str, set[Key]] = {
        "dropped": {((each[0], each[1]), None) for each in gold["dropped"]},
        "new": {(None, (each[0], each[1])) for each in gold["new_points"]},
    }
    for name, keys in alone.items():
        tallies[name].add(keys, {key for key, each in found.items() if each["kind"] == name})
    # 5
    wanted_kinds = {key: (main_kind(row["kinds"]), accepted(row)) for key, row in rows.items()}
    wanted_kinds |= {key: (name, {name}) for name, keys in alone.items() for key in keys}
    for key, (name, kinds) in wanted_kinds.items():
        score.kinds[name] += 1
        score.kinds_right[name] += key in found and found[key]["kind"] in kinds
    score.perfect += set(rows) == set(pairs)
    # 6
    modals = [each for change in predicted["changes"] for each in change.get("modals", ())]
    tallies["modals"].add(*match_modals(gold["modals"], modals))


def _matched(gold: JSON, predicted: JSON) -> tuple[dict[Key, JSON], dict[Any, JSON]]:
    """Give the gold pairs and what was found, by the gold points that both stand for."""
    rows: dict[Key, JSON] = {(tuple(r["old"]), tuple(r["new"])): r for r in gold["pairs"]}
    olds = [key[0] for key in rows if key[0]] + [(each[0], each[1]) for each in gold["dropped"]]
    news = [key[1] for key in rows if key[1]] + [(each[0], each[1]) for each in gold["new_points"]]
    found: dict[Any, JSON] = {}
    for number, change in enumerate(predicted["changes"]):
        sides = [find_point(change["before"], olds), find_point(change["after"], news)]
        if set(sides) <= {"boilerplate", None}:
            continue
        # Two spans that are no whole points are two mistakes.
        key = tuple(f"{side} {number}" if isinstance(side, str) else side for side in sides)
        found.setdefault(key, change)
    return rows, found


def misses(gold: JSON, predicted: JSON) -> Iterator[str]:
    """Give a line for each pair of points that was missed or is none, and wrong signs of others."""
    rows, found = _matched(gold, predicted)
    for old, new in sorted(rows.keys() - found.keys()):
        yield f"missed: {_words(gold['old'], old)} => {_words(gold['new'], new)}"
    for key, change in found.items():
        if None in key:
            continue
        before, after = ((each["start"], each["end"]) for each in
                         (change["before"], change["after"]))  # fmt: skip
        words = f"{_words(gold['old'], before)} => {_words(gold['new'], after)}"
        if key not in rows:
            yield f"no pair: {words}"
            continue
        row = rows[key]
        for name in ("moved", "renumbered"):
            if change[name] != (name in row["kinds"]) and name not in row.get("open", ()):
                yield f"{'not ' * (not change[name])}{name}: {words}"


def _words(text: str, place: Place | None) -> str:
    return " ".join(text[slice(*place)].split()) if place else ""


def match_modals(gold: Sequence[JSON], found: Sequence[JSON]) -> tuple[set[str], set[str]]:
    """Name what is to be found and what was, alike where they are the same change."""
    free = dict(enumerate(gold))
    named = set()
    for number, each in enumerate(found):
        same = [
            place
            for place, other in free.items()
            if each["direction"] == other["direction"]
            and _overlap(each["before"], other["old"])
            and _overlap(each["after"], other["new"])
        ]
        if same:
            free.pop(same[0])
        named.add(f"gold {same[0]}" if same else f"found {number}")
    return {f"gold {number}" for number in range(len(gold))}, named


def _overlap(span: JSON, place: Sequence[int]) -> bool:
    return bool(span["start"] < place[1] and place[0] < span["end"])


def score_all(gold: Sequence[JSON], predicted: Sequence[JSON]) -> JSON:
    """Give the figures of all pairs of texts."""
    score = Score()
    for pair, found in zip(gold, predicted, strict=True):
        score_pair(pair, found, score)
    total, right = score.kinds.total(), score.kinds_right.total()
    return {
        "texts": len(gold),
        "correspondence_all_right": score.perfect,
        **{name: tally.scores() for name, tally in score.counted.items()},
        "kinds_right": _round(right / total if total else None),
        "kinds": {
            name: {"gold": score.kinds[name], "right": score.kinds_right[name]}
            for name in (*MAIN, "dropped", "new")
        },
    }


def measure(gold: Sequence[JSON], compare: Callable[[str, str], list[JSON]]) -> JSON:
    """Score what is compared in this process, with CPU milliseconds a pair of texts."""
    compare("1. It begins.\n", "1. It ends.\n")  # what is loaded with the first pair
    begun = time.process_time()
    predicted = [{"changes": compare(pair["old"], pair["new"])} for pair in gold]
    spent = time.process_time() - begun
    return score_all(gold, predicted) | {"cpu_ms_a_pair": round(1000 * spent / len(gold), 2)}


def measure_peer(gold: Sequence[JSON], name: str, python: Path) -> JSON:
    """Score a peer, which runs in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        pairs, predicted = Path(folder, "pairs.jsonl"), Path(folder, "predicted.jsonl")
        rows = ({"old": pair["old"], "new": pair["new"]} for pair in gold)
        pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        script = Path(__file__).with_name("plan_peers.py").absolute()
        done = subprocess.run(
            [str(each) for each in (python, script, name, pairs, predicted)],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )
        if done.returncode:
            raise SystemExit(f"{name} failed: {(done.stderr.strip() or '?').splitlines()[-1]}")
        found = [json.loads(line) for line in predicted.read_text("utf-8").splitlines()]
    told = json.loads(done.stdout)
    milliseconds = round(1000 * told["cpu_seconds"] / len(gold), 2)
    return score_all(gold, found) | {"cpu_ms_a_pair": milliseconds, "version": told["version"]}


def onix() -> Callable[[str, str], list[JSON]]:
    """Give the job as a function of two texts that answers as it is written on the wire."""
    document = import_module("onix.model").Document
    job = import_module("onix.jobs.compare").compare
    wire = import_module("onix.wire")

    def compare(old: str, new: str) -> list[JSON]:
        found = job(document("old", "plan", old), document("new", "plan", new))
        written: JSON = wire.comparison(found)
        changes: list[JSON] = written["changes"]
        return changes

    return compare


def show(name: str, figures: JSON) -> None:
    """Print the figures of one system."""
    print(f"{name}: {figures['texts']} pairs of texts, CPU {figures['cpu_ms_a_pair']} ms each")
    whole = figures["correspondence_all_right"]
    print(f"  every point paired rightly in {whole} · kinds right {figures['kinds_right']}")
    for each in COUNTED:
        row = figures[each]
        print(f"  {each}: " + " · ".join(f"{key} {value}" for key, value in row.items()))
    kinds = figures["kinds"].items()
    print("  " + " · ".join(f"{kind} {row['right']}/{row['gold']}" for kind, row in kinds))


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the pairs named on the command line, or made ones, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="pairs of a file instead of made ones")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pairs", type=int, default=90)
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment")
    parser.add_argument("--only-peers", action="store_true", help="leave Onix out")
    add_half(parser)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.misses and options.data:
        refuse_unreleased(parser, options.data, options.half)
    if options.data:
        lines = options.data.read_text(encoding="utf-8").splitlines()
        gold = [json.loads(line) for line in lines]
    else:
        gold = list(make_pairs(options.pairs, seed=options.seed))
    gold = of_half(gold, options.half)
    if options.misses:
        compare = onix()
        for pair in gold:
            print(pair["title"])
            for line in misses(pair, {"changes": compare(pair["old"], pair["new"])}):
                print(f"  {line}")
        return 0
    systems = {}
    if not options.only_peers:
        systems["Onix"] = measure(gold, onix())
    if options.peers or options.only_peers:
        systems["difflib"] = measure(gold, by_difflib)
    if options.peers:
        python = environment(options.peers, INSTALL)
        for name in ("redlines", "diff-match-patch"):
            systems[name] = measure_peer(gold, name, python)
    if options.json:
        print(json.dumps(systems, indent=1))
        return 0
    for name, figures in systems.items():
        show(name, figures)
    return 0


if __name__ == "__main__":
    run_script(main)

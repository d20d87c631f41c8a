"""How well the facts of a draft are held against the record: names, figures, dates.

    python -m evaluation.facts [--data evaluation/gold/drafts …] [--own] [--json]

Each folder of `--data` holds `record.jsonl` and `drafts.jsonl`, drafts with planted errors, each
checked against the documents of its story (evaluation/gold/drafts/README.md says what counts). A
finding of the right kind that overlaps a planted error is a hit; a contradiction that hits none a
false alarm.
Each draft is held against the stories of the others, too, where every contradiction is false, and
each article against the others of its story, where most are.
Only totals are printed: the ten drafts are held out. CPU is that of checking, reading left out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix.intake import LeftOut
from onix.jobs.check.shelf import transcripts
from onix.jobs.readers import news_reader
from onix.model import Document, Marks, Verdict
from onix.verify.facts import FACTS, verify_facts

JSON = dict[str, Any]
GOLD = Path(__file__).parent / "gold" / "drafts"


def load(path: Path) -> list[JSON]:
    """Give the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read(folder: Path, drafts: Sequence[JSON]) -> dict[str, Marks]:
    """Give the marks of every document of the record and of every draft, by id."""
    left_out: list[LeftOut] = []
    documents = list(transcripts([str(folder / "record.jsonl")], left_out))
    if left_out:
        raise SystemExit(left_out[0].why)
    documents += [
        Document(each["draft_id"], "draft", each["text"], published=each["published"])
        for each in drafts
    ]
    return {each.document.id: each for each in news_reader().read(documents)}


def hits(verdicts: Sequence[Verdict], errors: Sequence[JSON]) -> tuple[set[int], list[Verdict]]:
    """Give which errors are hit, by their numbers, and the findings that hit none."""
    found: set[int] = set()
    alarms: list[Verdict] = []
    for each in verdicts:
        if each.label != "contradicted":
            continue
        claim = each.claim
        hit = {
            number
            for number, error in enumerate(errors)
            if error["kind"] == claim.kind
            and error["start"] < claim.end
            and claim.start < error["end"]
        }
        found |= hit
        if not hit:
            alarms.append(each)
    return found, alarms


def score(drafts: Sequence[JSON], checked: Sequence[Sequence[Verdict]]) -> JSON:
    """Give recall and precision, in all and of each kind."""
    planted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for draft, verdicts in zip(drafts, checked, strict=True):
        errors = draft["errors"]
        planted.update(error["kind"] for error in errors)
        found, alarms = hits(verdicts, errors)
        hit.update(errors[number]["kind"] for number in found)
        false.update(each.claim.kind for each in alarms)
    by_kind = {kind: _row(planted[kind], hit[kind], false[kind]) for kind in FACTS}
    return _row(planted.total(), hit.total(), false.total()) | {"by_kind": by_kind}


def _row(planted: int, hit: int, false: int) -> JSON:
    return {
        "planted": planted,
        "hit": hit,
        "false_alarms": false,
        "recall": round(hit / planted, 4) if planted else None,
        "precision": round(hit / (hit + false), 4) if hit + false else None,
    }


def unrelated(drafts: Sequence[JSON], marks: dict[str, Marks]) -> int:
    """Count the contradictions when each draft is held against the stories of all others.

    None of them is true, and it takes no gold to know. What the calendar says counts nowhere.
    """
    alarms = 0
    for draft in drafts:
        others = [name for each in drafts if each is not draft for name in each["record"]]
        found = verify_facts(marks[draft["draft_id"]], [marks[name] for name in others])
        alarms += sum(each.label == "contradicted" and bool(each.evidence) for each in found)
    return alarms


def among_themselves(drafts: Sequence[JSON], marks: dict[str, Marks]) -> tuple[int, int]:
    """Count the articles of all stories, and what contradicts them in the others of their story.

    Some of it is true, as tolls rise and outlets differ; most is what an article alone has, held
    against something else. Nothing is planted there.
    """
    articles, found = 0, 0
    for draft in drafts:
        for name in draft["record"]:
            if marks[name].document.turns:
                continue
            articles += 1
            others = [marks[each] for each in draft["record"] if each != name]
            found += sum(each.label == "contradicted" for each in verify_facts(marks[name], others))
    return articles, found


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the drafts named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=[GOLD])
    parser.add_argument("--own", action="store_true", help="leave out the stories of the others")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    drafts: list[JSON] = []
    checked: list[list[Verdict]] = []
    taken, alarms = 0.0, 0
    articles, between = 0, 0
    for folder in options.data:
        its = load(folder / "drafts.jsonl")
        marks = read(folder, its)
        begun = time.process_time()
        checked += [
            verify_facts(marks[each["draft_id"]], [marks[document] for document in each["record"]])
            for each in its
        ]
        taken += time.process_time() - begun
        if not options.own:
            alarms += unrelated(its, marks)
            some, contradicted = among_themselves(its, marks)
            articles, between = articles + some, between + contradicted
        drafts += its
    figures = score(drafts, checked) | {"cpu_s_a_draft": round(taken / len(drafts), 2)}
    if not options.own:
        figures["unrelated_alarms"] = alarms
        figures["between_articles"] = round(between / max(1, articles), 2)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{len(drafts)} drafts, {figures['planted']} planted errors")
    print(
        f"recall {figures['recall']} · precision {figures['precision']} · "
        f"{figures['false_alarms']} false alarms · CPU {figures['cpu_s_a_draft']} s a draft"
    )
    if not options.own:
        print(f"{figures['unrelated_alarms']} contradictions by the stories of other drafts")
        print(f"{figures['between_articles']} contradictions an article by others of its story")
    for kind, row in figures["by_kind"].items():
        print(
            f"  {kind}: {row['planted']}, recall {row['recall']}, precision {row['precision']}, "
            f"{row['false_alarms']} false"
        )
    return 0


if __name__ == "__main__":
    run_script(main)

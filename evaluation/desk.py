"""How well facts are checked at a desk: each draft against one record of all stories.

    python -m evaluation.desk [--data FOLDER …] [--json]

The folders hold drafts with planted errors as for `evaluation.facts`. What is looked for in the
record, as `onix check --record` does, is the story of a draft; all else that is found there can
only mislead. Goes out: recall and precision, how many documents a draft was held against, how many
of its own were among them, and CPU seconds a draft, search and checking together.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.facts import GOLD, load, score
from evaluation.running import run_script
from onix.intake import LeftOut
from onix.jobs.check.facts import found_in
from onix.jobs.check.shelf import transcripts
from onix.jobs.readers import news_reader
from onix.model import Document, Verdict
from onix.record import Record, open_record
from onix.verify.facts import verify_facts

JSON = dict[str, Any]


def gather(folders: Sequence[Path]) -> tuple[list[JSON], list[Document]]:
    """Give the drafts of all folders and the documents of their stories.

    What a draft's `record` names are the places of its documents among these, from nought.
    """
    drafts: list[JSON] = []
    documents: list[Document] = []
    left_out: list[LeftOut] = []
    for folder in folders:
        its = list(transcripts([str(folder / "record.jsonl")], left_out))
        places = {each.id: place for place, each in enumerate(its, len(documents))}
        drafts += [
            {**each, "record": [places[name] for name in each["record"]]}
            for each in load(folder / "drafts.jsonl")
        ]
        documents += its
    if left_out:
        raise SystemExit(left_out[0].why)
    return drafts, documents


def measure(record: Record, drafts: Sequence[JSON], ids: Sequence[str]) -> JSON:
    """Give all figures; `ids` are those by which the record keeps the documents."""
    texts = [
        Document(f"draft {number}", "draft", each["text"], published=each["published"])
        for number, each in enumerate(drafts)
    ]
    checked: list[list[Verdict]] = []
    looked_at, own, wanted = 0, 0, 0
    read = list(news_reader().read(texts))
    began = time.process_time()
    for draft, marks in zip(drafts, read, strict=True):
        found = found_in(record, marks)
        sources = found.story
        checked.append(verify_facts(marks, (), *found))
        story = {ids[place] for place in draft["record"]}
        looked_at += len(sources)
        own += sum(each.document.id in story for each in sources)
        wanted += len(story)
    taken = time.process_time() - began
    return score(drafts, checked) | {
        "documents": len(record),
        "documents_a_draft": round(looked_at / len(drafts), 1),
        "own_found": round(own / wanted, 4),
        "cpu_s_a_draft": round(taken / len(drafts), 2),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the drafts named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=[GOLD])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    drafts, documents = gather(options.data)
    with TemporaryDirectory() as folder:
        with open_record(Path(folder) / "record", create=True, write=True) as record:
            placed = [record.place(each).document for each in documents]
            record.keep(list(news_reader().read(placed)))
        with open_record(Path(folder) / "record") as record:
            figures = measure(record, drafts, [each.id for each in placed])
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(
        f"{len(drafts)} drafts, {figures['planted']} planted errors, "
        f"{figures['documents']} documents in the record"
    )
    print(
        f"recall {figures['recall']} · precision {figures['precision']} · "
        f"{figures['false_alarms']} false alarms"
    )
    print(
        f"{figures['documents_a_draft']} documents looked at a draft · "
        f"{figures['own_found']} of its own found · CPU {figures['cpu_s_a_draft']} s a draft"
    )
    return 0


if __name__ == "__main__":
    run_script(main)

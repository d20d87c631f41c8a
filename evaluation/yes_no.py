"""How often the yes or no to a question is the one an editor would give, and how often it is wrong.

    python -m evaluation.yes_no [--data FILE] [--together] [--json]

136 yes/no questions on 17 short articles written for Onix (`evaluation/gold/yes_no.jsonl`), each
article in a record alone, or all in one (`--together`). An editor answers yes, no, "said" (by one
side only, or as a forecast), "announced" (asked as done, and yet to come) or "none" (the article
does not say). All of them are held out: nothing of them is shown but totals. Counted are

* right: the yes or no that is marked, from the sentence that is marked; the sentence alone where
  that is all there is (for "announced" a no is right, too); a refusal where nothing is said;
* wrong: another yes or no than that, or one where there is none;
* elsewhere: the right yes or no from another sentence;
* credited: a yes or no to what only one side says, with the sentence that says who;
* alone: a sentence without a yes or no where one is marked, or where nothing is said;
* refused: nothing shown where something is said.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from evaluation.ask_questions import rows_of, written_record
from evaluation.running import run_script
from onix.jobs.ask import ask
from onix.model import Answer

JSON = dict[str, Any]
Outcome = Literal["right", "wrong", "elsewhere", "credited", "alone", "refused"]

DATA = Path(__file__).parent / "gold" / "yes_no.jsonl"
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "elsewhere", "credited", "alone", "refused")


def outcome(wanted: str, words: str, answer: Answer) -> Outcome:
    """Say what became of a question.

    Args:
        wanted: What an editor answers.
        words: Of the sentence that decides it; empty where nothing does.
    """
    if not answer.statements:
        return "right" if wanted == "none" else "refused"
    first = answer.statements[0]
    is_there = bool(words) and words in first.text
    if wanted == "said" and answer.disagreements:
        return "right"
    if wanted in {"yes", "no"}:
        if first.stance is None:
            return "alone"
        if first.stance != wanted:
            return "wrong"
        return "right" if is_there else "elsewhere"
    if first.stance is None:
        return "right" if is_there else "alone"
    if wanted == "announced" and first.stance == "no":
        return "right" if is_there else "elsewhere"
    return "credited" if wanted == "said" and is_there else "wrong"


def score(path: Path = DATA, *, together: bool = False) -> dict[str, Counter[Outcome]]:
    """Give by what an editor answers how many questions had which outcome."""
    articles = rows_of(path)
    found: dict[str, Counter[Outcome]] = {}
    for some in [articles] if together else [[each] for each in articles]:
        for wanted, what in _asked(some):
            found.setdefault(wanted, Counter())[what] += 1
    return found


def _asked(articles: Sequence[JSON]) -> Iterator[tuple[str, Outcome]]:
    with written_record(articles) as record:
        for article in articles:
            for row in article["questions"]:
                answer = ask(record, row["question"])
                yield row["wanted"], outcome(row["wanted"], row["words"], answer)


def figures(found: dict[str, Counter[Outcome]]) -> JSON:
    """Give the counts of all questions, and by what an editor answers."""
    every = sum(found.values(), Counter[Outcome]())
    parts = {"all": every, **dict(sorted(found.items()))}
    return {
        name: {"of": part.total()} | {what: part[what] for what in OUTCOMES}
        for name, part in parts.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the questions and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="articles with questions")
    parser.add_argument("--together", action="store_true", help="all articles in one record")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    found = figures(score(options.data, together=options.together))
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for name, part in found.items():
        told = " · ".join(f"{what} {part[what]}" for what in OUTCOMES)
        print(f"{name}: of {part['of']} {told}")
    return 0


if __name__ == "__main__":
    run_script(main)

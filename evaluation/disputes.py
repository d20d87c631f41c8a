"""How often two outlets that differ are both shown, and how often none differ and it looks so.

    python -m evaluation.disputes [--data FILE] [--rgb FILE] [--show] [--json]

Each line of `--data` (`evaluation/gold/disputes.jsonl`) is a question with two or three short
articles in a record of their own. Where they differ, both sides have to stand among the readings of
a disagreement; where an article was corrected, the answer has to be the corrected one and its
citation has to say so; where they only look as if they differed, any disagreement is a false one.

`--rgb` (RGB, Chen et al. 2024, its factual questions): each question is asked of a true text and
one with another answer put in, and of two true texts. Its first half is there to develop on, of the
second nobody looks at what is wrong. It is left out where it is not there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.ask_gold import tokens_stand_in
from evaluation.ask_questions import article_record
from evaluation.running import run_script
from onix.jobs.ask import ask
from onix.model import Answer
from onix.record import Record

JSON = dict[str, Any]

DATA = Path(__file__).parent / "gold" / "disputes.jsonl"
RGB = Path(__file__).parents[2] / "shared" / "bench" / "ask" / "rgb" / "en_fact_dev.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A question on a few articles, and what has to be shown.

    Attributes:
        readings: Words of each side; one for a corrected article, none where nobody differs.
    """

    id: str
    question: str
    articles: tuple[JSON, ...]
    readings: tuple[str, ...]
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A case with the answer it was given."""

    case: Case
    answer: Answer

    @property
    def is_right(self) -> bool:
        """Are both sides shown, is the correction told, does nobody seem to differ?"""
        answer, wanted = self.answer, self.case.readings
        if self.case.corrected:
            first = answer.statements[0] if answer.statements else None
            return (
                first is not None
                and not answer.disagreements
                and tokens_stand_in(wanted[0], first.text)
                and all(each.corrected for each in first.citations)
            )
        if not wanted:
            return not answer.disagreements
        return any(
            all(any(tokens_stand_in(side, each.text) for each in told.readings) for side in wanted)
            for told in answer.disagreements
        )

    @property
    def shown(self) -> str:
        """What was shown, in a line."""
        if self.answer.abstained is not None:
            return f"refused: {self.answer.abstained.why}"
        told = [each for one in self.answer.disagreements for each in one.readings]
        words = [each.answer.text if each.answer else each.text for each in told]
        first = self.answer.statements[0]
        return " ↔ ".join(words) or f"only {first.answer.text if first.answer else first.text}"


def cases(path: Path = DATA) -> list[Case]:
    """Give the cases of a file."""
    return [
        Case(
            row["id"], row["question"], tuple(row["articles"]), tuple(row["readings"]),
            row["corrected"],
        )
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]  # fmt: skip


def rgb_cases(path: Path = RGB) -> list[Case]:
    """Give two cases of each question: a true text with a false one, and two true texts."""
    found = []
    for row in _values(path.read_text(encoding="utf-8")):
        true, false = row["positive"], row["positive_wrong"]
        for sort, texts in (("differ", [true[0], *false[:1]]), ("agree", true[:2])):
            articles = tuple(
                {"id": f"{n}", "title": "", "outlet": f"Outlet {n}", "text": text}
                for n, text in enumerate(texts, 1)
            )
            sides = (_first(row["answer"]), _first(row["fakeanswer"])) if sort == "differ" else ()
            if len(texts) == 2:
                found.append(Case(f"{row['id']}-{sort}", row["query"], articles, sides))
    return found


def _values(text: str) -> Iterator[JSON]:
    """Give the values of a text that has one JSON object after the other."""
    read, at = json.JSONDecoder(), 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = read.raw_decode(text, at)
        yield from value if isinstance(value, list) else [value]


def _first(words: Any) -> str:
    """Give the first of several ways of saying it."""
    return words if isinstance(words, str) else _first(words[0])


@contextmanager
def record_of(articles: Sequence[JSON]) -> Iterator[Record]:
    """Give a fresh record of a few articles, gone afterwards."""
    known = ("text", "title", "outlet", "published", "address")
    with TemporaryDirectory(prefix="onix-disputes-") as folder:
        lines = Path(folder, "articles.jsonl")
        rows = [{name: each[name] for name in known if name in each} for each in articles]
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with article_record(lines, published=None) as record:
            yield record


def score(some: Sequence[Case]) -> list[Scored]:
    """Ask each question of a record of its articles."""
    found = []
    for case in some:
        with record_of(case.articles) as record:
            found.append(Scored(case, ask(record, case.question)))
    return found


def figures(scored: Sequence[Scored]) -> JSON:
    """Give how many were shown as they should be."""
    differ = [each for each in scored if each.case.readings and not each.case.corrected]
    alike = [each for each in scored if not each.case.readings]
    corrected = [each for each in scored if each.case.corrected]
    return {
        "differ": len(differ),
        "both_shown": sum(each.is_right for each in differ),
        "corrected": len(corrected),
        "correction_told": sum(each.is_right for each in corrected),
        "alike": len(alike),
        "false_disputes": sum(not each.is_right for each in alike),
        "alike_refused": sum(each.answer.abstained is not None for each in alike),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the cases and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="cases to develop on")
    parser.add_argument("--rgb", type=Path, default=RGB, help="RGB's factual questions")
    parser.add_argument("--show", action="store_true", help="print what was shown for each case")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    scored = score(cases(options.data))
    found = {"cases": figures(scored)}
    if options.rgb.is_file():
        some = score(rgb_cases(options.rgb))
        first, second = some[: len(some) // 2], some[len(some) // 2 :]
        scored += first
        found |= {"rgb, first half": figures(first), "rgb, second half": figures(second)}
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for each in scored if options.show else ():
        print(f"{'ok ' if each.is_right else 'NOT'} {each.case.id}: {each.case.question}")
        print(f"      {each.shown}  (wanted {' ↔ '.join(each.case.readings) or 'none'})")
    for name, part in found.items():
        print(f"{name}: both sides shown {part['both_shown']}/{part['differ']}", end="")
        print(f" · corrections told {part['correction_told']}/{part['corrected']}", end="")
        print(f" · false disputes {part['false_disputes']}/{part['alike']}", end="")
        print(f" ({part['alike_refused']} of these refused)")
    if len(found) == 1:
        print(f"rgb: left out, {options.rgb} is not here")
    return 0


if __name__ == "__main__":
    run_script(main)

"""How well facts are checked in drafts made of claims, some of them made wrong: by kind, in all.

    python -m evaluation.fact_claims [--files 03 12 22 30 39 48] [--seed 1] [--show figure] [--json]

Claims are what a colleague made of an article (`evaluation/training/claims/`). All claims on an
article are a draft; in every other one a fact drawn by chance is made wrong, or its credit left
out. It is checked against its article alone. What counts is said in
`evaluation/gold/drafts/README.md`. The files named above are held out from who writes rules and
from what is fitted, but the reader of statements has learned from their claims, so that what it
decides is better here than elsewhere; of 06, 14 and 34 it has seen nothing. `--show KIND` prints
the misses and false alarms of others.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.claim_examples import Article, Fact, read
from evaluation.facts import hits, load, score
from evaluation.running import run_script
from onix.jobs.readers import news_reader
from onix.model import Document, Verdict
from onix.verify.facts import FACTS, verify_facts

JSON = dict[str, Any]
TRAINING = Path(__file__).parent / "training"
HELD_OUT = ("03", "12", "22", "30", "39", "48")
WRONG = 0.5  # of the claims
LEFT_OUT = 0.5  # of the wrong credits


@dataclass(slots=True)
class Draft:
    """A draft, what is wrong in it, and the article it was made of."""

    source: Document
    text: str = ""
    errors: list[JSON] = field(default_factory=list)

    @property
    def document(self) -> Document:
        """The draft as it is read, of its article's day."""
        return Document(
            f"draft-{self.source.id}", "draft", self.text, published=self.source.published
        )


def drafts(files: Sequence[str], seed: int) -> Iterator[Draft]:
    """Give a draft for each article in some files of claims."""
    dice = random.Random(seed)  # noqa: S311  # not for secrets
    for folder in ("reader", "trust"):
        claims = [TRAINING / "claims" / f"{name}.jsonl" for name in files]
        paths = [TRAINING / folder / each.name for each in claims]
        rows = {row["id"]: row for path in paths if path.exists() for row in load(path)}
        for article in read(claims, TRAINING / folder):
            row = rows[article.id]
            source = Document(
                article.id,
                "article",
                article.text,
                title=row.get("title"),
                outlet=row.get("outlet"),
                published=row.get("published"),
            )
            yield _draft(article, source, dice)


def _draft(article: Article, source: Document, dice: random.Random) -> Draft:
    made = Draft(source)
    for claim in article.claims:
        text, start = claim.claim, len(made.text)
        able = [each for each in claim.facts if each.wrong]
        if able and dice.random() < WRONG:
            fact = dice.choice(able)
            text, first, last = _wrong(text, fact, dice)
            made.errors.append(
                {
                    "kind": fact.kind,
                    "start": start + first,
                    "end": start + last,
                    "text": text[first:last],
                    "right": fact.words,
                    "source": fact.source,
                }
            )
        made.text += f"{text}\n\n"
    return made


def _wrong(claim: str, fact: Fact, dice: random.Random) -> tuple[str, int, int]:
    """Give the claim with a fact that is wrong, and where that stands."""
    if fact.flat is not None and dice.random() < LEFT_OUT:
        return fact.flat, 0, len(fact.flat)
    wrong = dice.choice(fact.wrong)
    start = claim.index(fact.words)
    text = claim[:start] + wrong + claim[start + len(fact.words) :]
    return text, start, start + len(wrong)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the drafts and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", nargs="+", default=HELD_OUT, metavar="NN")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", choices=FACTS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    made = list(drafts(options.files, options.seed))
    documents = [each.source for each in made] + [each.document for each in made]
    marks = {each.document.id: each for each in news_reader().read(documents)}
    checked = [verify_facts(marks[each.document.id], [marks[each.source.id]]) for each in made]
    if options.show:
        for each, verdicts in zip(made, checked, strict=True):
            _show(each, verdicts, options.show)
        return 0
    figures = score([{"errors": each.errors} for each in made], checked)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{len(made)} drafts, {figures['planted']} planted errors")
    for kind, row in {"all": figures, **figures["by_kind"]}.items():
        print(
            f"  {kind}: {row['planted']}, recall {row['recall']}, precision {row['precision']}, "
            f"{row['false_alarms']} false"
        )
    return 0


def _show(draft: Draft, verdicts: Sequence[Verdict], kind: str) -> None:
    of_kind = [each for each in verdicts if each.claim.kind == kind]
    found, alarms = hits(of_kind, draft.errors)
    for number, error in enumerate(draft.errors):
        if error["kind"] == kind and number not in found:
            line = draft.text[: error["end"]].rpartition("\n")[2]
            line += draft.text[error["end"] :].partition("\n")[0]
            print(f"missed: {error['text']!r} for {error['source']!r}: {line}")
    for each in alarms:
        line = draft.text[: each.claim.start].rpartition("\n")[2]
        line += draft.text[each.claim.start :].partition("\n")[0]
        source = each.evidence[0].span.text if each.evidence else ""
        print(f"false: {each.claim.text!r}, {each.why}: {line} | {source}")


if __name__ == "__main__":
    run_script(main)

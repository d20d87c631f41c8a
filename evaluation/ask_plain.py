"""How many plain questions are answered right: those a journalist types who has read the story.

    python -m evaluation.ask_plain [--other PATH] [--show] [--json]

181 questions (`evaluation/gold/README.md`), on six articles written for this project, on the
bundled story and on six articles of RealtimeQA (left out where their corpus, `--other`, is not
there), each article in a record of its own. They are there to develop on, so `--show` prints what
is wrong. Most questions of `evaluation.ask_gold` are in other words than their articles; these are
mostly in the same, and one in six has no answer: another's post, a name that is not given.

60 more are on three articles (a court, a match, a budget) and were written before the code was run
on them, a third without an answer. Even ones may be developed on; odd ones are held out, and
`--show` does not print them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.ask_gold import CORPUS, Scored, put, score_written, share, show
from evaluation.ask_questions import (
    article_record,
    corpus_articles,
    gold_in,
    gold_of,
    rows_of,
    story_record,
)

GOLD = Path(__file__).parent / "gold"
ARTICLES = GOLD / "plain_articles.jsonl"
STORY = GOLD / "plain_story.jsonl"
REAL = GOLD / "plain_real.jsonl"
NEW = GOLD / "unseen_articles.jsonl"
ODD = "new, odd"


def score_story() -> list[Scored]:
    """Ask the questions on the bundled story."""
    with story_record() as record:
        return put(record, [gold_of(row) for row in rows_of(STORY)])


def score_real(corpus: Path) -> list[Scored]:
    """Ask the questions on real articles, each article alone."""
    rows = rows_of(REAL)
    scored: list[Scored] = []
    with TemporaryDirectory(prefix="onix-gold-") as folder:
        line = Path(folder, "article.jsonl")
        for address, article in corpus_articles(corpus, {row["article"] for row in rows}).items():
            line.write_text(json.dumps(article) + "\n", encoding="utf-8")
            golds = [gold_in(article["text"], row) for row in rows if row["article"] == address]
            with article_record(line, published=None) as record:
                scored += put(record, golds)
    return scored


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the sets and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--other", type=Path, default=CORPUS, help="corpus of the real articles")
    parser.add_argument("--show", action="store_true", help="print each wrong answer")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    sets = {"articles": score_written(ARTICLES), "story": score_story()}
    if options.other.is_file():
        sets["real"] = score_real(options.other)
    sets["all"] = [each for some in sets.values() for each in some]
    new = score_written(NEW)
    sets |= {"new, even": new[1::2], ODD: new[::2]}
    figures = {name: share(scored) for name, scored in sets.items()}
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    for name, scored in sets.items():
        show(name, figures[name], scored, wrong=options.show and name not in {"all", ODD})
    if "real" not in sets:
        print(f"real: left out, {options.other} is not here")
    return 0


if __name__ == "__main__":
    sys.exit(main())

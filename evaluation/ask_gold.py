"""How many questions marked by hand are answered right, or refused where nothing answers.

    python -m evaluation.ask_gold [--data FOLDER] [--article FILE] [--other PATH] [--show] [--json]

Four sets, each asked of a fresh record: the questions on the bundled story (every `*.jsonl` of
`--data`), those on the sample article (`evaluation/gold/sample_article.jsonl`), and those on six
other articles (`evaluation/gold/other_articles.jsonl`), each article in a record of its own. A set
is left out where its `--article` or its `--other` corpus is not there. Of the other articles the
questions on even lines are there to develop on; those on odd lines are held out, and `--show` does
not print them. A fourth set is on twenty articles written for Onix
(`evaluation/gold/written_articles.jsonl`): the first ten are there to develop on, the last ten are
held out. The first statement of an answer is what is scored:

* right: the token F1 of its answer words with a marked answer is at least .5, and no worse than
  with words that a correction withdrew;
* yes/no: its stance is the marked one, and its sentence or answer words hold a marked answer;
* unanswerable: only a refusal is right; for kind "unknown" the words that say so are right, too.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.ask_questions import (
    JSON,
    Gold,
    article_record,
    corpus_articles,
    gold_in,
    rows_of,
    sample_questions,
    story_questions,
    story_record,
    written_gold,
    written_records,
)
from evaluation.running import run_script
from onix.jobs.ask import ask
from onix.model import Answer
from onix.record import Record

ROOT = Path(__file__).parents[1]
STORY = ROOT / "tests" / "golden" / "ask"
ARTICLE = ROOT.parent / "shared" / "sample" / "article.txt"
OTHER = Path(__file__).parent / "gold" / "other_articles.jsonl"
CORPUS = ROOT.parent / "shared" / "bench" / "ask" / "realtimeqa" / "corpus_dev.jsonl.gz"
WRITTEN = Path(__file__).parent / "gold" / "written_articles.jsonl"
DEVELOPED_ON, HELD_OUT = "ten articles (developed on)", "ten articles (held out)"
RELEASED = 10  # of the articles written, from the first on
EVEN, ODD = "other, even", "other, odd"
SHOWN = ("story", "sample", DEVELOPED_ON, EVEN)
ENOUGH = 0.5
_TOKEN = re.compile(r"\w+(?:[.,’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Scored:
    """A gold question, the answer it was given, and whether that is right."""

    gold: Gold
    answer: Answer
    is_right: bool

    @property
    def given(self) -> str:
        """What was answered, in a line."""
        if not self.answer.statements:
            why = self.answer.abstained
            return f"refused: {why.why}" if why is not None else "refused"
        first = self.answer.statements[0]
        words = first.answer.text if first.answer is not None else first.text
        return f"{first.stance}: {words}" if first.stance else words


def tokens(text: str) -> list[str]:
    """Give the lower-cased words and numbers of a text."""
    return [found.group().lower() for found in _TOKEN.finditer(text)]


def token_f1(one: str, other: str) -> float:
    """Give the harmonic mean of how much of each text's words the other has."""
    a, b = Counter(tokens(one)), Counter(tokens(other))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def is_right(gold: Gold, answer: Answer) -> bool:
    """Is the first statement what a careful reader marked, or the refusal in place?"""
    if not answer.statements:
        return gold.unanswerable
    if gold.unanswerable and gold.kind != "unknown":
        return False
    first = answer.statements[0]
    words = first.answer.text if first.answer is not None else first.text
    if any(stance for _, stance in gold.answers):
        return any(
            first.stance == stance
            and (token_f1(words, text) >= ENOUGH or tokens_stand_in(text, first.text))
            for text, stance in gold.answers
        )
    best = max((token_f1(words, text) for text, _ in gold.answers), default=0.0)
    withdrawn = max((token_f1(words, text) for text in gold.superseded), default=0.0)
    return best >= max(ENOUGH, withdrawn)


def tokens_stand_in(words: str, text: str) -> bool:
    """Do these words stand in the text, one after the other?"""
    return f" {' '.join(tokens(words))} " in f" {' '.join(tokens(text))} "


def put(record: Record, golds: Sequence[Gold]) -> list[Scored]:
    """Ask each question of a record and say whether the answer is right."""
    found = []
    for gold in golds:
        answer = ask(record, gold.question, as_of=gold.as_of, outlets=gold.outlets)
        found.append(Scored(gold, answer, is_right(gold, answer)))
    return found


def share(scored: Sequence[Scored]) -> JSON:
    """Give how many are right: all, answerable and not, and by kind."""

    def part(some: Sequence[Scored]) -> JSON:
        right = sum(each.is_right for each in some)
        return {
            "right": round(right / len(some), 4) if some else None,
            "of": f"{right}/{len(some)}",
        }

    kinds = sorted({each.gold.kind for each in scored if not each.gold.unanswerable})
    disputed = [each for each in scored if len(each.gold.readings) > 1]
    plain = [each for each in scored if len(each.gold.readings) < 2]
    named = list(given_words(scored))
    given = [each for each in scored if each.answer.statements]
    sure = sum(each.answer.statements[0].confidence for each in given)
    return {
        **part(scored),
        "given": part(given) | {"sure": round(sure / len(given), 4) if given else None},
        "answerable": part([each for each in scored if not each.gold.unanswerable]),
        "unanswerable": part([each for each in scored if each.gold.unanswerable]),
        "kinds": {
            kind: part([e for e in scored if e.gold.kind == kind and not e.gold.unanswerable])
            for kind in kinds
        },
        "exact": round(sum(exact for exact, _ in named) / len(named), 4) if named else None,
        "F1": round(sum(f1 for _, f1 in named) / len(named), 4) if named else None,
        "disputed with both readings shown": f"{sum(map(shows_both, disputed))}/{len(disputed)}",
        "false disputes": f"{sum(bool(e.answer.disagreements) for e in plain)}/{len(plain)}",
    }


def shows_both(scored: Scored) -> bool:
    """Do at least two of the readings that were marked stand side by side?"""
    return any(
        sum(
            any(tokens_stand_in(text, each.text) for each in told.readings for text in one)
            for one in scored.gold.readings
        )
        > 1
        for told in scored.answer.disagreements
    )


def given_words(scored: Sequence[Scored]) -> Iterator[tuple[bool, float]]:
    """Give for each answer in words, where one is marked, whether it is exact, and its F1."""
    for each in scored:
        marked = [text for text, stance in each.gold.answers if stance is None]
        first = next(iter(each.answer.statements), None)
        if first is not None and marked and not each.gold.unanswerable:
            words = first.answer.text if first.answer is not None else first.text
            exact = any(tokens(words) == tokens(text) for text in marked)
            yield exact, max(token_f1(words, text) for text in marked)


def score_story(folder: Path = STORY) -> dict[str, list[Scored]]:
    """Ask the bundled story's questions of a fresh record of it, file by file."""
    with story_record() as record:
        return {name: put(record, golds) for name, golds in story_questions(folder).items()}


def score_sample(article: Path = ARTICLE) -> list[Scored]:
    """Ask the sample article's questions of a fresh record of it."""
    text = article.read_text(encoding="utf-8")
    with article_record(article) as record:
        return put(record, sample_questions(text))


def score_other(corpus: Path = CORPUS) -> dict[str, list[Scored]]:
    """Ask each other article's questions of a fresh record of it alone; even lines, then odd."""
    rows = rows_of(OTHER)
    articles = corpus_articles(corpus, {row["article"] for row in rows})
    scored: dict[str, Scored] = {}
    with TemporaryDirectory(prefix="onix-gold-") as folder:
        line = Path(folder, "article.jsonl")
        for address, article in articles.items():
            line.write_text(json.dumps(article) + "\n", encoding="utf-8")
            golds = [gold_in(article["text"], row) for row in rows if row["article"] == address]
            with article_record(line, published=None) as record:
                scored |= {each.gold.id: each for each in put(record, golds)}
    in_order = [scored[row["id"]] for row in rows]
    return {EVEN: in_order[1::2], ODD: in_order[::2]}


def score_written(path: Path = WRITTEN) -> list[Scored]:
    """Ask the questions on the articles written for Onix, each article alone."""
    return [
        each
        for record, rows in written_records([path])
        for each in put(record, [written_gold(row) for row in rows])
    ]


def score_halves(path: Path = WRITTEN) -> dict[str, list[Scored]]:
    """Ask the questions on all articles written, and count the released ones and the rest apart."""
    scored = score_written(path)
    released = sum(len(article["questions"]) for article in rows_of(path)[:RELEASED])
    return {
        "written": scored,
        DEVELOPED_ON: scored[:released],
        HELD_OUT: scored[released:],
    }


def show(name: str, found: JSON, scored: Sequence[Scored], *, wrong: bool) -> None:
    """Print the table of one set, and each wrong answer where that is wanted."""
    print(f"{name}: {found['of']} right ({found['right']})")
    print(
        f"  answerable {found['answerable']['of']} · unanswerable {found['unanswerable']['of']}",
        end="",
    )
    print(
        f" · disputed with both readings shown {found['disputed with both readings shown']}", end=""
    )
    print(f" · false disputes {found['false disputes']}")
    given = found["given"]
    print(
        f"  of the answers given {given['of']} right ({given['right']}), held for {given['sure']}"
    )
    print("  " + " · ".join(f"{kind} {part['of']}" for kind, part in found["kinds"].items()))
    for each in scored if wrong else ():
        if not each.is_right:
            marked = " | ".join(dict.fromkeys(text for text, _ in each.gold.answers))
            print(f"  {each.gold.id} [{each.gold.kind}] {each.gold.question}")
            print(f"      given  {each.given}\n      marked {marked or '(nothing answers)'}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the sets and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=STORY, help="folder of the story's questions")
    parser.add_argument("--article", type=Path, default=ARTICLE, help="the sample article")
    parser.add_argument("--other", type=Path, default=CORPUS, help="corpus of the other articles")
    parser.add_argument("--written", type=Path, default=WRITTEN, help="articles with questions")
    parser.add_argument("--show", action="store_true", help="print each wrong answer")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    by_file = score_story(options.data)
    sets = {"story": [each for some in by_file.values() for each in some]}
    sets |= {f"story, {Path(name).stem}": some for name, some in by_file.items()}
    sets |= score_halves(options.written)
    if options.article.is_file():
        sets["sample"] = score_sample(options.article)
    if options.other.is_file():
        sets |= score_other(options.other)
    figures = {name: share(scored) for name, scored in sets.items()}
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    for (name, found), scored in zip(figures.items(), sets.values(), strict=True):
        show(name, found, scored, wrong=options.show and name in SHOWN)
    if "sample" not in sets:
        print(f"sample: left out, {options.article} is not here")
    if EVEN not in sets:
        print(f"other: left out, {options.other} is not here")
    return 0


if __name__ == "__main__":
    run_script(main)

"""How often the answer to a news-quiz question is found, chosen and given, over all articles.

    python -m evaluation.realtimeqa --data FOLDER [--record PATH] [--every N] [--answers N]
                                    [--unread] [--documents N] [--baseline] [--json]

FOLDER has `questions_dev.json` and `corpus_dev.jsonl.gz` of RealtimeQA. The articles are added to a
record, which is kept where `--record` says and used again. Each question is asked as of three days
after its quiz, as a reader of that week would.

* found: the answer's words (case, punctuation and articles aside) stand in one of the first ten
  passages, over all questions, also those whose answer stands nowhere ("ceiling" says how many do
  somewhere). "as asked" is the search that `ask` makes; "no date" the same without the day;
  `--baseline` adds BM25 over passages of up to 180 words laid end to end, and that with recency.
* chosen: of the choices, the one whose words the best passages hold. With "none of the above" one
  choice of each question is left out, and none is right when that was the answer; it is chosen
  when no other choice stands in the first ten passages.
* given: the answer words of `ask`, exact and token F1 as SQuAD counts them; a refusal is 0.

`--unread` adds the articles without reading them, which search does not need, and stops there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import string
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import mean, quantiles
from typing import Any, cast

from evaluation.running import run_script
from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.model import Document, Hit, Marks
from onix.reading.grammar.sentences import find_sentences
from onix.record import Query, Record, open_record

JSON = dict[str, Any]

GRACE = timedelta(days=3)
FIRST = 10
LOOKED_AT = 40  # passages that choices are looked up in
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("a", "an", "the"))


@dataclass(frozen=True, slots=True)
class Item:
    """A quiz question: its choices, the right one, and the day it was asked."""

    question: str
    choices: tuple[str, ...]
    answer: str
    day: date

    @property
    def as_of(self) -> str:
        """The day as of which it is asked."""
        return (self.day + GRACE).isoformat()


def load(folder: Path, *, every: int = 1) -> list[Item]:
    """Give every so many of the questions."""
    rows = json.loads((folder / "questions_dev.json").read_text(encoding="utf-8"))["questions"]
    return [
        Item(
            row["question"],
            tuple(row["choices"]),
            row["answers"][0],
            date.fromisoformat(row["date"].replace("/", "-")),
        )
        for row in rows[::every]
    ]


def corpus(folder: Path, count: int | None) -> Iterator[Document]:
    """Give the first so many articles."""
    with gzip.open(folder / "corpus_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == count:
                return
            row = json.loads(line)
            day = (row["publish_date"] or "").replace("/", "-") or None
            yield Document(
                row["url"], "article", row["text"], row["title"] or None, row["url"], published=day
            )


@contextmanager
def filled(folder: Path, path: Path | None, *, unread: bool, count: int | None) -> Iterator[Record]:
    """Give the record of the articles: the one at `path`, or a new one."""
    with tempfile.TemporaryDirectory(prefix="onix-realtimeqa-") as temporary:
        place = path or Path(temporary, "news.onix")
        if not place.exists():
            with open_record(place, create=True, write=True) as record:
                fill(record, folder, unread=unread, count=count)
        with open_record(place) as record:
            yield record


def fill(record: Record, folder: Path, *, unread: bool, count: int | None) -> None:
    """Add the articles, with their sentences only or read in full."""
    if unread:
        for some in _batches(corpus(folder, count), 64):
            record.keep([Marks(each, find_sentences(each)) for each in some])
        return
    with tempfile.TemporaryDirectory() as temporary:
        lines = Path(temporary, "articles.jsonl")
        with lines.open("w", encoding="utf-8") as out:
            for each in corpus(folder, count):
                row = {"doc_id": each.id, "address": each.address, "title": each.title}
                out.write(json.dumps(row | {"text": each.text, "published": each.published}) + "\n")
        for _ in add(record, [str(lines)]):
            pass


def _batches(documents: Iterator[Document], size: int) -> Iterator[list[Document]]:
    some: list[Document] = []
    for each in documents:
        some.append(each)
        if len(some) == size:
            yield some
            some = []
    yield some


# -- found -----------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Give the words of a text in lower case without articles, a space around each."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return f" {' '.join(word for word in words if word not in _ARTICLES)} "


class _Overheard:
    """A record that notes what is searched for and finds nothing."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.query: Query | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)

    def __len__(self) -> int:
        return len(self._record)

    def search(self, query: Query) -> list[Hit]:
        """Note the first query: what follows it looks for what the refusal might say."""
        self.query = self.query or query
        return []


def as_asked(record: Record, item: Item) -> Query:
    """Give the query that `ask` makes of a question."""
    overheard = _Overheard(record)
    ask(cast(Record, overheard), item.question, as_of=item.as_of)
    return overheard.query or Query(item.question, as_of=item.as_of)


def found(ranked: Sequence[Sequence[str]], items: Sequence[Item]) -> JSON:
    """Give the share of questions whose answer stands in the first, or the first ten texts."""
    hits = [
        [plain(item.answer) in plain(text) for text in texts[:FIRST]]
        for item, texts in zip(items, ranked, strict=True)
    ]
    return {
        "first ten": round(mean(map(any, hits)), 4),
        "first": round(mean(any(each[:1]) for each in hits), 4),
        "first ten, even half": round(mean(map(any, hits[0::2])), 4),
        "first ten, odd half": round(mean(map(any, hits[1::2] or hits)), 4),
    }


def retrieval(record: Record, items: Sequence[Item], queries: Sequence[Query]) -> JSON:
    """Search for each question as `ask` does, without its day, and by words alone."""
    ways: dict[str, list[Query]] = {
        "as asked": [replace(query, limit=FIRST) for query in queries],
        "no date": [Query(item.question) for item in items],
        "no recency": [Query(item.question, recency=False) for item in items],
    }
    figures: JSON = {}
    for name, asked in ways.items():
        ranked, times = [], []
        for query in asked:
            begun = time.process_time()
            hits = record.search(query)
            times.append(time.process_time() - begun)
            ranked.append([hit.passage.span.text for hit in hits])
        figures[name] = found(ranked, items) | {"cpu_ms": round(1e3 * mean(times), 2)}
    return figures


def ceiling(folder: Path, items: Sequence[Item], count: int | None) -> float:
    """Give the share of questions whose answer stands in any article at all."""
    wanted = {plain(item.answer) for item in items}
    there: set[str] = set()
    for document in corpus(folder, count):
        text = plain(document.text)
        there.update(each for each in wanted - there if each in text)
    return round(mean(plain(item.answer) in there for item in items), 4)


def baseline(folder: Path, items: Sequence[Item], count: int | None) -> JSON:
    """Search passages laid end to end with BM25 alone, and that times 1 + exp(-age / 14 days)."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem")
    builder.add_integer_field("number", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    texts: list[str] = []
    days: list[int] = []
    for document in corpus(folder, count):
        day = date.fromisoformat(document.published).toordinal() if document.published else 0
        for text in laid_end_to_end(document):
            writer.add_document(tantivy.Document(text=text, number=len(texts)))
            texts.append(text)
            days.append(day)
    writer.commit()
    index.reload()
    searcher = index.searcher()
    alone, recent = [], []
    for item in items:
        words = " ".join(dict.fromkeys(plain(item.question).split()))
        hits = searcher.search(index.parse_query(words, ["text"]), 300).hits
        scored = [(score, int(searcher.doc(at)["number"][0])) for score, at in hits]
        today = item.day.toordinal()
        faded = [(s * (1 + math.exp(-abs(today - days[n]) / 14)), n) for s, n in scored]
        alone.append([texts[n] for _, n in scored[:FIRST]])
        recent.append([texts[n] for _, n in sorted(faded, reverse=True)[:FIRST]])
    return {"BM25": found(alone, items), "BM25 with recency": found(recent, items)}


def laid_end_to_end(document: Document, words: int = 180) -> Iterator[str]:
    """Give the text in stretches of whole sentences, each as long as fits."""
    begin = end = held = 0
    for sentence in find_sentences(document):
        count = len(sentence.text.split())
        if held and held + count > words:
            yield document.text[begin:end]
            begin, held = sentence.start, 0
        begin = sentence.start if not held else begin
        end = sentence.end
        held += count
    if held:
        yield document.text[begin:end]


# -- chosen ----------------------------------------------------------------------------------------


def borne_out(choice: str, hits: Sequence[Hit]) -> float:
    """Give how well passages bear a choice out: squared scores, for all or for half its words."""
    wanted = plain(choice)
    words = set(wanted.split())
    total = 0.0
    for hit in hits:
        text = plain(hit.passage.span.text)
        if wanted in text:
            total += hit.score**2
        elif words:
            total += 0.5 * hit.score**2 * len(words & set(text.split())) / len(words)
    return total


def choices(record: Record, items: Sequence[Item], queries: Sequence[Query]) -> JSON:
    """Choose among all choices, and among all but one with "none of the above"."""
    right, none_right = [], []
    for number, (item, query) in enumerate(zip(items, queries, strict=True)):
        hits = record.search(replace(query, limit=LOOKED_AT))
        scores = {each: borne_out(each, hits) for each in item.choices}
        right.append(max(item.choices, key=scores.__getitem__) == item.answer)
        gone = item.choices[number % len(item.choices)]
        left = [each for each in item.choices if each != gone]
        first = [plain(hit.passage.span.text) for hit in hits[:FIRST]]
        there = [each for each in left if any(plain(each) in text for text in first)]
        best = max(there, key=scores.__getitem__) if there else gone
        none_right.append(best == item.answer)
    by_year = {
        year: [ok for ok, item in zip(right, items, strict=True) if item.day.year == year]
        for year in sorted({item.day.year for item in items})
    }
    return {
        "multiple choice": round(mean(right), 4),
        "with none of the above": round(mean(none_right), 4),
        **{f"multiple choice {year}": round(mean(some), 4) for year, some in by_year.items()},
    }


# -- given -----------------------------------------------------------------------------------------


def squad(text: str) -> list[str]:
    """Give the words of an answer as SQuAD's scorer compares them."""
    bare = "".join(each for each in text.lower() if each not in string.punctuation + "“”‘’")
    return [word for word in bare.split() if word not in _ARTICLES]


def f1(one: str, other: str) -> float:
    """Give the token F1 of two answers."""
    a, b = Counter(squad(one)), Counter(squad(other))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def given(record: Record, items: Sequence[Item]) -> JSON:
    """Ask each question and compare the answer words with the quiz's answer."""
    exact, overlap, times, answered = [], [], [], []
    ask(record, "Who said what?")  # warm
    for item in items:
        begun = time.process_time()
        answer = ask(record, item.question, as_of=item.as_of)
        times.append(time.process_time() - begun)
        answered.append(bool(answer.statements))
        words = ""
        if answer.statements:
            first = answer.statements[0]
            words = first.answer.text if first.answer is not None else first.stance or first.text
        exact.append(bool(words) and squad(words) == squad(item.answer))
        overlap.append(f1(words, item.answer))
    return {
        "questions": len(items),
        "answered": round(mean(answered), 4),
        "EM": round(mean(exact), 4),
        "F1": round(mean(overlap), 4),
        "F1 of the answered": round(sum(overlap) / max(1, sum(answered)), 4),
        "cpu_ms_p50": round(1e3 * quantiles(times, n=20)[9], 1),
        "cpu_ms_p95": round(1e3 * quantiles(times, n=20)[18], 1),
    }


def show(figures: JSON, indent: str = "") -> None:
    """Print figures, a line each, those that belong together under their name."""
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"{indent}{name}")
            show(value, indent + "  ")
        else:
            print(f"{indent}{name:<{36 - len(indent)}} {value}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of RealtimeQA")
    parser.add_argument("--record", type=Path, help="where the record is, or is to be kept")
    parser.add_argument("--documents", type=int, help="only the first so many articles")
    parser.add_argument("--every", type=int, default=1, help="only every so many questions")
    parser.add_argument("--answers", type=int, default=1, help="ask every so many of these")
    parser.add_argument("--unread", action="store_true", help="search only, without reading")
    parser.add_argument("--baseline", action="store_true", help="BM25 by itself, too")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    items = load(options.data, every=options.every)
    figures: JSON = {"questions": len(items)}
    if options.baseline:
        figures["ceiling"] = ceiling(options.data, items, options.documents)
        figures["baseline"] = baseline(options.data, items, options.documents)
    with filled(
        options.data, options.record, unread=options.unread, count=options.documents
    ) as record:
        queries = [as_asked(record, item) for item in items]
        figures["found"] = retrieval(record, items, queries)
        if not options.unread:
            figures["chosen"] = choices(record, items, queries)
            figures["given"] = given(record, items[:: options.answers])
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        show(figures)
    return 0


if __name__ == "__main__":
    run_script(main)

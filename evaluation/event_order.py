"""How well given events are put in order by their dates: TimeSET, articles of Wikinews.

    python -m evaluation.event_order --data DATA/time/timeset-dev [--json]

An article has salient events and, between some of them, the links AFTER (the second came after the
first) and COEX (they were at the same time). What follows from these links counts, too. Onix reads
the article, dates each event, or takes the day that the report is about where the text gives none,
and orders by day; events of one day stay in the order of the text. Every pair that the gold orders
gets one relation, so precision, recall and F1 over all links are one number; AFTER and COEX have
their own. The floors: the order of the text, and the reverse.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix.jobs.timeline.dating import Told, date
from onix.model import Document, Marks
from onix.reading import NewsReader
from onix.reading.events.events import find_events
from onix.reading.neural.syntax import Parser

LATER = "9999"  # than every day: announced without one
JSON = dict[str, Any]
Pair = tuple[str, str]
Order = Callable[[str, str], str]  # two events → "AFTER", "BEFORE" or "COEX"


@dataclass(frozen=True)
class Article:
    """An article with its events (start, end) by name, and its links, closed."""

    document: Document
    events: Mapping[str, tuple[int, int]]
    links: Mapping[Pair, str]


def read(path: Path) -> Article:
    """Give an article: title and date line are no part of the text that is read."""
    whole = path.with_suffix(".txt").read_text(encoding="utf-8")
    title, dateline, text = whole.split("\n", 2)
    skipped = len(title) + len(dateline) + 2
    triggers: dict[str, tuple[int, int]] = {}
    events: dict[str, tuple[int, int]] = {}
    direct: dict[Pair, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"(T\d+)\tevent (\d+) .*?(\d+)\t", line):
            triggers[found[1]] = int(found[2]) - skipped, int(found[3]) - skipped
        elif found := re.match(r"(E\d+)\tevent:(T\d+)", line):
            events[found[1]] = triggers[found[2]]
        elif found := re.match(r"R\d+\t(AFTER|COEX) Arg1:(\w+) Arg2:(\w+)", line):
            direct[found[2], found[3]] = found[1]
    document = Document(
        path.stem, "article", text, title=title, published=_day(dateline), language="en"
    )
    return Article(document, events, closure(direct))


def _day(dateline: str) -> str | None:
    from onix.intake.dates import iso_date

    return iso_date(dateline.strip())


def closure(direct: Mapping[Pair, str]) -> dict[Pair, str]:
    """Give every pair that the links order, each once: (first, second) → AFTER or COEX."""
    names = sorted({name for pair in direct for name in pair})
    group = {name: name for name in names}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for (one, two), kind in direct.items():
        if kind == "COEX":
            group[root(one)] = root(two)
    later: dict[str, set[str]] = {root(name): set() for name in names}
    for (one, two), kind in direct.items():
        if kind == "AFTER":
            later[root(one)].add(root(two))
    for middle in later:
        for first, behind in later.items():
            if middle in behind:
                later[first] = behind | later[middle]
    found: dict[Pair, str] = {}
    for one in names:
        for two in names:
            forth, back = root(two) in later[root(one)], root(one) in later[root(two)]
            if forth and not back:  # both, where the links contradict themselves
                found[one, two] = "AFTER"
            elif one < two and root(one) == root(two) and not forth:
                found[one, two] = "COEX"
    return found


def days_of(article: Article, marks: Marks, parser: Parser) -> dict[str, tuple[str, str]]:
    """Give the days of each event as Onix dates it, else those of the story."""
    told: list[Told] = [date(each, each.what, marks) for each in find_events(marks, parser.parse)]
    found: dict[str, tuple[str, str]] = {}
    for name, (start, end) in article.events.items():
        mine = [
            each
            for each in told
            if each.event.head and each.event.head.start < end and start < each.event.head.end
        ]
        dated = next((each.days for each in mine if each.days), None)
        story = next((each.story for each in told if each.story), None) or ""
        ahead = any(each.event.kind == "announced" for each in mine)
        found[name] = dated or ((LATER, LATER) if ahead else (story, story))
    return found


def by_days(days: Mapping[str, tuple[str, str]], places: Mapping[str, tuple[int, int]]) -> Order:
    """Give the order by day, of one day by the text."""

    def order(one: str, two: str) -> str:
        if days[one][1] < days[two][0]:
            return "AFTER"
        if days[two][1] < days[one][0]:
            return "BEFORE"
        return "AFTER" if places[one] < places[two] else "BEFORE"

    return order


def score(found: Sequence[tuple[str, str]]) -> JSON:
    """Score pairs of (gold, given) relations: all of them, and F1 of each relation."""
    right = sum(gold == given for gold, given in found)
    figures: JSON = {"pairs": len(found), "F1": round(100 * right / max(1, len(found)), 1)}
    for kind in ("AFTER", "COEX"):
        both = sum(gold == given == kind for gold, given in found)
        all_ = sum(gold == kind for gold, _ in found)
        said = sum(given in {kind, "BEFORE"} if kind == "AFTER" else given == kind
                   for _, given in found)  # fmt: skip
        figures[kind] = round(200 * both / max(1, all_ + said), 1)
    return figures


def evaluate(folder: Path) -> JSON:
    """Score Onix, the order of the text and the reverse on a folder of articles."""
    articles = [read(path) for path in sorted(folder.glob("*.ann"))]
    marks = list(NewsReader().read(each.document for each in articles))
    parser = Parser()
    results: dict[str, list[tuple[str, str]]] = {"onix": [], "text": [], "reverse": []}
    for article, read_ in zip(articles, marks, strict=True):
        places = article.events
        ways: dict[str, Order] = {
            "onix": by_days(days_of(article, read_, parser), places),
            "text": lambda a, b, p=places: "AFTER" if p[a] < p[b] else "BEFORE",  # type: ignore[misc]
            "reverse": lambda a, b, p=places: "BEFORE" if p[a] < p[b] else "AFTER",  # type: ignore[misc]
        }
        for way, order in ways.items():
            results[way] += [(kind, order(*pair)) for pair, kind in article.links.items()]
    return {way: score(found) for way, found in results.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the data named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = evaluate(options.data)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for way, found in figures.items():
        print(f"{way}: {found}")
    return 0


if __name__ == "__main__":
    run_script(main)

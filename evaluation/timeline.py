"""How well events are found, dated and put in order, on timelines and orders made by hand.

    python -m evaluation.timeline --data DATA/time [--json] [--entity NAME …]

`timeline-trial/` has the trial data of SemEval-2015 Task 4: 30 articles and, for each of six
entities, the events in which it takes part (article, sentence, word) by position and date. Onix
reads the raw text (track A), puts the articles in a record and gives the events of each entity,
as the task asks for them: reports of words among them and events that a noun only names, and only
those that the entity does or undergoes. Tellings that Onix joins have the day of the first.
Scored are temporal links, as in the task: an event
at position 0 (nobody knows when) is left out, events at one position are SIMULTANEOUS, those of a
position BEFORE those of the next; a link counts if the closure of the other timeline has it, over
the links that are left when what follows from others is taken away; micro-averaged over entities.
Which event of a position stands for it is a matter of chance, so the score is the mean over all.
"dates" scores (event, date) pairs, a gold date met by one as precise; "right where both date" is
the share of right dates among the events to which the gold gives a date, too.

A timeline of Onix holds a date only where the text gives one. The task wants every event placed,
so the others are taken to be of the day that the report is about (the day its lead names, else
that of publication), which is what "placed" means below;
"as dated" leaves them out.

`timeset-dev/` has articles with salient events and which came after which. The events are given;
scored are the links AFTER and COEX, F1; the floor is the order of the text.
"""

from __future__ import annotations

import argparse
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.running import run_script
from onix.jobs.timeline.choosing import Named, choose
from onix.jobs.timeline.dating import Told
from onix.jobs.timeline.joining import entries, entry_of, join
from onix.jobs.timeline.telling import told_in
from onix.model import Document
from onix.reading import NewsReader
from onix.reading.neural.syntax import Parser
from onix.record import Query, Record, open_record

JSON = dict[str, Any]
Mention = str  # "4596-6-sued"
NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]]|'s|'re|'ve|'ll|'d|n't|'|’s|’)$")


@dataclass(frozen=True)
class Line:
    """One event mention of a timeline: its position (0: unknown), its date, and what it is."""

    position: int
    date: str
    mention: Mention


@dataclass(frozen=True)
class Article:
    """An article with where each of its sentences and words stands in its text."""

    document: Document
    sentences: Mapping[int, tuple[int, int]]
    words: Mapping[int, tuple[int, str]]  # offset → (sentence, word)


# -- the data ----------------------------------------------------------------------------------


def read_article(path: Path) -> Article:
    """Give an article of the task as text: title and date are no part of it, as on a page."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus of one's own choosing
    by_sentence: dict[int, list[str]] = defaultdict(list)
    for each in root.iter("token"):
        by_sentence[int(each.get("sentence", "0"))].append(each.text or "")
    created = next(
        (each.get("value") for each in root.iter("TIMEX3")
         if each.get("functionInDocument") == "CREATION_TIME"), None,
    )  # fmt: skip
    text = ""
    places: dict[int, tuple[int, int]] = {}
    words: dict[int, tuple[int, str]] = {}
    for number, tokens in sorted(by_sentence.items()):
        if number < 2:  # title and date
            continue
        text += "\n" if text else ""
        begin = len(text)
        quoted = False
        glued = True
        for word in tokens:
            closes = word == '"' and quoted
            if not glued and not NO_SPACE_BEFORE.match(word) and not closes:
                text += " "
            words[len(text)] = (number, word)
            text += word
            glued = word in {"(", "[", "$", "£"} or (word == '"' and not quoted)
            quoted ^= word == '"'
        places[number] = (begin, len(text))
    id = str(root.get("doc_id"))
    document = Document(
        id, "article", text, title=" ".join(by_sentence[0]), outlet="Wikinews",
        published=created, language="en",
    )  # fmt: skip
    return Article(document, places, words)


def read_gold(path: Path) -> tuple[str, list[Line]]:
    """Give the entity and the lines of a timeline made by hand."""
    name, *lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        position, date, *mentions = line.split("\t")
        found += [Line(int(position), date, each.strip()) for each in mentions if each.strip()]
    return name, found


# -- the timelines of Onix ---------------------------------------------------------------------


def lines_of(
    told: Sequence[Told], articles: Mapping[str, Article], *, placed: bool, asked: str | None = None
) -> list[Line]:
    """Give events as lines: those of one date at one position, in the order of the dates.

    Args:
        placed: Take those without a date to be of the day of publication.
        asked: What the timeline is of.
    """
    dated: dict[Mention, tuple[str, str, str]] = {}
    first = {
        entry_of(each.told): group.first.told
        for group in join(entries(told, asked))
        for each in group.entries
    }
    for each in told:
        mention = _mention(each, articles[each.sentence.document_id])
        joined = first.get(entry_of(each), each)
        when, days = joined.event.when, joined.days
        if mention is None:
            continue
        if days is not None and when is not None:
            dated[mention] = (days[0], days[1], when.value[:10])
        elif placed and each.story and each.event.kind != "announced":
            dated[mention] = (each.story, each.story, each.story)
    order = sorted(set(dated.values()))
    return [Line(order.index(when) + 1, when[2], mention) for mention, when in dated.items()]


def _mention(told: Told, article: Article) -> Mention | None:
    head = told.event.head
    assert head is not None
    place = article.words.get(head.start)
    words = [article.words[at][1] for at in range(head.start, head.end) if at in article.words]
    return None if place is None else f"{head.document_id}-{place[0]}-{'_'.join(words)}"


# -- scores ------------------------------------------------------------------------------------


def links(lines: Sequence[Line], other: Sequence[Line]) -> tuple[float, float]:
    """Give how many links a timeline has once reduced, and how many the other's closure holds.

    Positions with n events have n - 1 links in them, and one to the next; a link holds as often as
    its pairs of events do.
    """
    there = {each.mention: each.position for each in other if each.position > 0}
    groups: dict[int, list[Mention]] = defaultdict(list)
    for each in lines:
        if each.position > 0 and each.mention not in groups[each.position]:
            groups[each.position].append(each.mention)
    total = held = 0.0
    ordered = [groups[position] for position in sorted(groups)]
    for group in ordered:
        pairs = [(a, b) for n, a in enumerate(group) for b in group[n + 1 :]]
        right = sum(a in there and b in there and there[a] == there[b] for a, b in pairs)
        total += len(group) - 1
        held += (len(group) - 1) * right / len(pairs) if pairs else 0.0
    for one, two in pairwise(ordered):
        right = sum(a in there and b in there and there[a] < there[b] for a in one for b in two)
        total += 1
        held += right / (len(one) * len(two))
    return total, held


def dates(lines: Sequence[Line]) -> set[tuple[Mention, str]]:
    """Give the events with their dates, "XX" left out."""
    return {
        (each.mention, re.sub(r"-XX.*", "", each.date))
        for each in lines
        if not each.date.startswith("XXX")
    }


def f1(found: float, right: float, gold: float, borne_out: float) -> JSON:
    """Give precision, recall and F1, in percent."""
    precision = right / found if found else 0.0
    recall = borne_out / gold if gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(100 * precision, 2),
        "recall": round(100 * recall, 2),
        "F1": round(100 * both, 2),
    }


def score(pairs: Mapping[str, tuple[Sequence[Line], Sequence[Line]]]) -> JSON:
    """Score timelines by entity (gold, found): links and dates, for each and for all."""
    sums = [0.0] * 8
    each_entity: JSON = {}
    for name, (gold, found) in pairs.items():
        found_links, right_links = links(found, gold)
        gold_links, borne_out = links(gold, found)
        gold_dates, found_dates = dates(gold), dates(found)
        both = float(len(gold_dates & found_dates))
        row = [
            found_links, right_links, gold_links, borne_out,
            float(len(found_dates)), both, float(len(gold_dates)), both,
        ]  # fmt: skip
        sums = [a + b for a, b in zip(sums, row, strict=True)]
        each_entity[name] = {"links": f1(*row[:4]), "dates": f1(*row[4:])}
    both_date = right = 0
    for gold, found in pairs.values():
        known = dates(gold)  # some events stand on two lines
        named = {mention for mention, _ in known}
        shared = {each for each in dates(found) if each[0] in named}
        both_date += len(shared)
        right += len(shared & known)
    return {
        "links": f1(*sums[:4]),
        "dates": f1(*sums[4:]),
        "right where both date": round(100 * right / max(1, both_date), 1),
        "entities": each_entity,
    }


def without_each(pairs: Mapping[str, tuple[Sequence[Line], Sequence[Line]]]) -> JSON:
    """Give the F1 of links over all entities but one, for each that is left out."""
    return {
        name: score({n: pair for n, pair in pairs.items() if n != name})["links"]["F1"]
        for name in pairs
    }


def fill(record: Record, articles: Iterable[Article]) -> None:
    """Read the articles and keep them."""
    record.keep(list(NewsReader().read(each.document for each in articles)))


def _is_side(choice: Named, told: Told) -> bool:
    return any(choice.is_it(name) for name in (*told.event.acting, *told.event.undergoing))


def evaluate_trial(folder: Path, only: Sequence[str] = ()) -> JSON:
    """Score Onix on the trial data."""
    read = [read_article(path) for path in sorted((folder / "corpus").glob("*.xml"))]
    articles = {each.document.id: each for each in read}
    gold = dict(read_gold(path) for path in sorted((folder / "gold").glob("*.txt")))
    parse = Parser().parse
    placed, as_dated = {}, {}
    with TemporaryDirectory() as place, open_record(Path(place) / "r", create=True) as record:
        fill(record, read)
        for name, lines in gold.items():
            if only and name not in only:
                continue
            choice = choose(record, name)
            ids = choice.ids(Query(""))
            told = list(told_in(record, ids, choice, parse, speech=True, named=True))
            if isinstance(choice, Named):  # the task counts who does or undergoes it, no others
                told = [each for each in told if _is_side(choice, each)]
            placed[name] = (lines, lines_of(told, articles, placed=True, asked=name))
            as_dated[name] = (lines, lines_of(told, articles, placed=False, asked=name))
    return {
        "placed": score(placed),
        "as dated": score(as_dated),
        "links F1, one entity left out": without_each(placed),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the data named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--entity", action="append", default=[])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = {"trial": evaluate_trial(options.data / "timeline-trial", options.entity)}
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for way in ("placed", "as dated"):
        found = figures["trial"][way]
        print(f"{way}: links {found['links']} · dates {found['dates']}")
        print(f"  dates right where both date: {found['right where both date']} %")
        for name, each in found["entities"].items():
            print(f"  {name}: links {each['links']} · dates {each['dates']}")
    print("one entity left out:", figures["trial"]["links F1, one entity left out"])
    return 0


if __name__ == "__main__":
    run_script(main)

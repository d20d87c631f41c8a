"""How near the reader comes to a careful reader's marks: F1 of quotes, names and times."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from onix.model import Marks, Quote

JSON = dict[str, Any]


def f1(right: float, given: float, wanted: float) -> float:
    """Give the harmonic mean of right/given and right/wanted."""
    return 2 * right / (given + wanted) if right else 0.0


def words(text: str) -> Counter[str]:
    """Give the words of a text, however they are cased and quoted."""
    return Counter(re.findall(r"\w+(?:[’']\w+)?", text.lower().replace("’", "'")))


def inside(part: str, whole: str) -> float:
    """How much of `part` is in `whole`, counted in words."""
    counted = words(part)
    return (counted & words(whole)).total() / max(1, counted.total())


def overlap(one: str, other: str) -> float:
    """Token F1 of two texts."""
    first, second = words(one), words(other)
    return f1((first & second).total(), first.total(), second.total())


def _says(quote: Quote, marked: bool) -> str:
    return " ".join(span.text for span in (quote.marked if marked else quote.content))


def _same_speaker(quote: Quote, wanted: JSON) -> bool:
    return wanted["speaker"] is None or quote.speaker == wanted["speaker"]


def quotes(marks: Marks, gold: JSON) -> float:
    """F1 of what stands in quote marks with its speaker; a quote may be given in pieces."""
    said = [(_says(quote, True), quote) for quote in marks.quotes if quote.marked]
    found: Counter[int] = Counter()
    right = given = 0
    for text, quote in said:
        homes = [
            number
            for number, wanted in enumerate(gold["quotes"])
            if inside(text, wanted["text"]) >= 0.8 and _same_speaker(quote, wanted)
        ]
        if homes:
            found[homes[0]] += words(text).total()
        elif any(overlap(text, perhaps) >= 0.5 for perhaps in gold.get("quotes_perhaps", ())):
            continue
        given += 1
        right += bool(homes)
    reached = sum(
        found[number] * 2 >= words(wanted["text"]).total()
        for number, wanted in enumerate(gold["quotes"])
    )
    precision, recall = right / max(1, given), reached / len(gold["quotes"])
    return 2 * precision * recall / (precision + recall) if reached else 0.0


def indirect(marks: Marks, gold: JSON) -> float:
    """How many of the marked statements without quote marks are found, with their speaker."""
    found = sum(
        any(
            overlap(_says(quote, False), wanted["text"]) >= 0.5 and _same_speaker(quote, wanted)
            for quote in marks.quotes
        )
        for wanted in gold["indirect"]
    )
    return found / len(gold["indirect"])


def _plain(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def names(marks: Marks, gold: JSON) -> float:
    """F1 of the distinct names that mentions stand for, with their kind."""
    wanted = {(kind, _plain(name)) for kind, some in gold["names"].items() for name in some}
    perhaps = {_plain(name) for name in gold["names_perhaps"]}
    given = {(each.kind, _plain(each.name)) for each in marks.mentions if each.name}
    given = {each for each in given if each in wanted or each[1] not in perhaps}
    return f1(len(given & wanted), len(given), len(wanted))


def times(marks: Marks, gold: JSON) -> float:
    """F1 of time expressions whose words overlap with the marked ones and whose value is theirs."""
    left = [(text, value) for text, value in gold["times"]]
    wanted, right, given = len(left), 0, 0
    for time in marks.times:
        home = next(
            (
                each
                for each in left
                if each[1] == time.value and overlap(each[0], time.span.text) >= 0.5
            ),
            None,
        )
        if home is not None:
            left.remove(home)
            right += 1
        elif time.span.text in gold["times_perhaps"]:
            continue
        given += 1
    return f1(right, given, wanted)

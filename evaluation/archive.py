"""How often an archive contradicts an article of its own that is checked as a draft would be.

    python -m evaluation.archive --data corpus.jsonl.gz [--documents 2000] [--every 40] [--json]

Comes in: JSON Lines of articles (gzip too). So many, spread evenly, are kept in a record; of these
every so manieth one is held against all the others as `onix check --facts --record` does. Nothing
is planted: some of what is found is true, as an outlet misspells a name or a price has gone up;
most is what the article alone has, held against something else.
Each is held against them again with up to three people misspelt whom others name, too, by a letter
dropped, changed or out of its place.
Goes out: articles, documents looked at for each, contradictions of each kind, what is not in the
record, misspelt names and those found, CPU of an article.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.reading_speed import load
from evaluation.running import run_script
from onix.jobs.check.facts import found_in
from onix.jobs.readers import news_reader
from onix.model import Marks
from onix.record import Record, open_record
from onix.verify.facts import FACTS, verify_facts

PLANTED = 3  # misspelt names in an article
FULL, LONG, OTHERS = 2, 5, 2  # words of a name, letters of a word, and documents besides its own
LENGTHS = range(1_500, 9_000)  # characters of what is checked: no picture gallery, no book


def measure(record: Record, every: int) -> dict[str, Any]:
    """Give all figures."""
    articles, looked_at, planted, seen = 0, 0, 0, 0
    contradicted: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    texts = {name: record.document(name).text for name in record.ids()}
    taken = 0.0
    for name in sorted(record.ids())[::every]:
        if len(record.document(name).text) not in LENGTHS:
            continue
        marks = record.marks(name)
        began = time.process_time()
        found = found_in(record, marks, without={name})
        articles += 1
        looked_at += len(found.story)
        for each in verify_facts(marks, (), *found):
            contradicted[each.claim.kind] += each.label == "contradicted"
            unknown[each.claim.kind] += each.label == "not_in_record"
        taken += time.process_time() - began
        misspelt = misspell(marks, list(texts.values()), Random(name))  # noqa: S311 (no secret)
        planted += len(misspelt)
        seen += _seen(record, marks, misspelt)
    if not articles:
        raise SystemExit("None of these is as long as an article. Take more, with --documents.")
    return {
        "documents": len(record),
        "articles": articles,
        "documents_an_article": round(looked_at / articles, 2),
        "contradictions_an_article": round(contradicted.total() / articles, 2),
        "by_kind": {kind: contradicted[kind] for kind in FACTS},
        "not_in_record_an_article": round(unknown.total() / articles, 1),
        "misspelt_names": planted,
        "misspelt_names_found": round(seen / max(1, planted), 4),
        "cpu_s_an_article": round(taken / articles, 2),
    }


def misspell(marks: Marks, texts: Sequence[str], chance: Random) -> dict[str, str]:
    """Give people of an article whom others name in full, too, and each with a slip in the name."""
    named = {each.span.text for each in marks.mentions if each.kind == "person"}
    known = [each for each in sorted(named) if _is_known(each, texts)]
    chance.shuffle(known)
    slips = {each: _slip(each, chance) for each in known[:PLANTED]}
    # A slip that an outlet has made is no slip, as far as the record goes.
    return {name: slip for name, slip in slips.items() if not any(slip in text for text in texts)}


def _is_known(name: str, texts: Sequence[str]) -> bool:
    words = name.split()
    is_full = len(words) == FULL and all(each.isalpha() and len(each) >= LONG for each in words)
    return is_full and sum(name in text for text in texts) > OTHERS


def _slip(name: str, chance: Random) -> str:
    """Give a name with a letter of one word dropped, changed or before the one before it."""
    words = name.split()
    at = chance.randrange(len(words))
    word = words[at]
    place = chance.randrange(2, len(word) - 1)
    letter = chance.choice([each for each in "aeiounrst" if each != word[place]])
    before, own = word[place - 1], word[place]
    words[at] = word[: place - 1] + chance.choice([before, before + letter, own + before])
    words[at] += word[place + 1 :]
    return " ".join(words)


def _seen(record: Record, marks: Marks, misspelt: dict[str, str]) -> int:
    """Count the slips that are found in an article that has them."""
    if not misspelt:
        return 0
    text = marks.document.text
    for name, slip in misspelt.items():
        text = text.replace(name, slip)
    draft = replace(marks.document, id="draft", kind="draft", text=text, address=None, turns=())
    (read,) = news_reader().read([draft])
    found = found_in(record, read, without={marks.document.id})
    wrong = [
        each.claim.text
        for each in verify_facts(read, (), *found)
        if each.claim.kind == "name" and each.label == "contradicted"
    ]
    return sum(any(slip in each or each in slip for each in wrong) for slip in misspelt.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Keep the articles named on the command line, hold some against the rest, print figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        with open_record(Path(folder) / "record", create=True, write=True) as record:
            placed = [record.place(each).document for each in load(options.data, options.documents)]
            record.keep(list(news_reader().read(placed)))
        with open_record(Path(folder) / "record") as record:
            figures = measure(record, options.every)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{figures['articles']} articles of a record of {figures['documents']}")
    print(
        f"{figures['contradictions_an_article']} contradictions an article: "
        + " · ".join(f"{kind} {count}" for kind, count in figures["by_kind"].items())
    )
    print(
        f"{figures['not_in_record_an_article']} facts an article not in the record · "
        f"{figures['misspelt_names_found']} of {figures['misspelt_names']} misspelt names found"
    )
    print(
        f"{figures['documents_an_article']} documents looked at an article · "
        f"CPU {figures['cpu_s_an_article']} s"
    )
    return 0


if __name__ == "__main__":
    run_script(main)

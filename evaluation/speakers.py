"""Who is behind "he" and "the minister", how sure, and going back to what: marked by hand.

    python -m evaluation.speakers [--data polnear.dev.jsonl] [--written FILE …] [--half even|odd]
                                  [--occasions] [--show] [--json]

Two kinds of sets (`evaluation/gold/README.md`): sources of PolNeAR's articles that are a pronoun or
a description, and quotations in texts written for Onix. A name is right when it is the marked one
by its last word and by every other word both have a say on; leaving a name open is not wrong,
naming somebody else is. Hedges and provenance are found where they share words with a marked one,
of the same kind. `--occasions` scores on what occasion words were said, in articles to learn from:
those the rules were made on, and others.

`polnear_names.jsonl`, `polnear_names_more.jsonl`, `quoted.jsonl`, `quoted_held_out.jsonl` and
`quoted_registers.jsonl` are developed on. Held out are `polnear_names_later.jsonl`,
`quoted_later_a.jsonl` and `quoted_later_b.jsonl`: where they are there, they are scored besides,
and nothing of them is shown.

Halves are of lines counted from one. `--show` prints what is not right in what is developed on.
Marks without a text of their own (`evaluation/training/speakers/`) are those of the article of that
id in `../reader/`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.running import run_script
from onix.model import Document, Marks, Provenance, Quote, Span
from onix.reading import NewsReader
from onix.reading.names.identities import words_of

JSON = dict[str, Any]
Stretch = tuple[int, int, str]  # start, end, kind
GOLD = Path(__file__).parent / "gold"
WRITTEN = GOLD / "quoted.jsonl"
ORDINARY = GOLD / "quoted_held_out.jsonl"
REGISTERS = GOLD / "quoted_registers.jsonl"
NAMES = GOLD / "polnear_names.jsonl"
MORE_NAMES = GOLD / "polnear_names_more.jsonl"
# Nobody looks at these or at their wrong answers.
LATER_WRITTEN = (GOLD / "quoted_later_a.jsonl", GOLD / "quoted_later_b.jsonl")
LATER_NAMES = GOLD / "polnear_names_later.jsonl"
HEDGES = GOLD / "polnear_hedges.jsonl"
ARTICLES = GOLD.parent / "training" / "reader"
OCCASIONS = GOLD.parent / "training" / "occasions.jsonl"
NOTHING = Quote("direct", ())
MADE_ON = 46  # so many articles the rules for occasions were made on


def rows_of(path: Path, half: str | None = None) -> list[JSON]:
    """Give the lines of a JSON Lines file, all or those of one half, counted from one."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return rows if half is None else rows[half == "even" :: 2]


def marked_rows(path: Path, half: str | None = None) -> list[JSON]:
    """Give marked texts; where the text stands elsewhere, it is joined to its marks by its id."""
    rows = rows_of(path, half)
    if all("text" in row for row in rows):
        return rows
    articles = [row for each in sorted(ARTICLES.glob("*.jsonl")) for row in rows_of(each)]
    by_id = {row["id"]: row for row in articles}
    known = ("text", "outlet")
    return [row | {name: by_id[row["id"]][name] for name in known} for row in rows]


def read(rows: Iterable[JSON], *, key: str = "id") -> dict[str, Marks]:
    """Read the articles of these rows, by their ids."""
    documents = [
        Document(row[key], "article", row["text"], outlet=row.get("outlet"), language="en")
        for row in rows
    ]
    return {marks.document.id: marks for marks in NewsReader().read(documents)}


def is_same(name: str, marked: str) -> bool:
    """Is this the marked person or body: the last word the same, no other word against it?"""
    a, b = words_of(name), words_of(marked)
    return bool(a and b) and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def outcome(name: str | None, marked: str | None) -> str:
    """Say whether a name given is right, wrong, or left open."""
    if name is None:
        return "right" if marked is None else "open"
    return "right" if marked is not None and is_same(name, marked) else "wrong"


def shares(outcomes: Iterable[str]) -> JSON:
    """Give the share of each outcome, in per cent."""
    counted = Counter(outcomes)
    total = counted.total()
    return {"marked": total} | {
        each: round(100 * counted[each] / total, 1) if total else None
        for each in ("right", "wrong", "open")
    }


def _overlap(spans: Iterable[Span], start: int, end: int) -> int:
    return sum(max(0, min(each.end, end) - max(each.start, start)) for each in spans)


def _length(span: Span) -> int:
    return span.end - span.start


def quote_from(marks: Marks, start: int, end: int) -> Quote | None:
    """Give the quote whose source stands there."""
    best = max(marks.quotes, key=lambda each: _overlap(each.source, start, end), default=None)
    return best if best is not None and _overlap(best.source, start, end) else None


def quote_of(marks: Marks, start: int, end: int) -> Quote | None:
    """Give the quote that holds at least half of these words, the innermost of several."""
    best = max(
        marks.quotes,
        key=lambda each: (_overlap(each.content, start, end), -sum(map(_length, each.content))),
        default=None,
    )
    if best is None or 2 * _overlap(best.content, start, end) < end - start:
        return None
    return best


def unmet(these: Sequence[Stretch], those: Sequence[Stretch]) -> list[Stretch]:
    """Give the marks that none of `those` meets: the same kind, and words in common."""
    return [
        (start, end, kind)
        for start, end, kind in these
        if not any(kind == each[2] and start < each[1] and each[0] < end for each in those)
    ]


def show_stretches(name: str, text: str, what: str, stretches: Iterable[Stretch]) -> None:
    """Print marks with the words around them."""
    for start, end, kind in stretches:
        before, after = text[max(0, start - 60) : start], text[end : end + 60]
        around = f"{before}[{text[start:end]}]{after}".replace("\n", " ")
        print(f"{name}: {what} {kind or 'hedge'}: {around}")


class Found:
    """Counts of what was marked, found, and right of what was found."""

    def __init__(self) -> None:
        self.marked = self.found = self.given = self.right = 0

    def add(self, marked: Sequence[Stretch], given: Sequence[Stretch]) -> None:
        """Compare what was marked and given with one another."""
        self.marked += len(marked)
        self.given += len(given)
        self.found += len(marked) - len(unmet(marked, given))
        self.right += len(given) - len(unmet(given, marked))

    def figures(self) -> JSON:
        """Precision and recall in per cent."""
        return {
            "marked": self.marked,
            "given": self.given,
            "precision": round(100 * self.right / self.given, 1) if self.given else None,
            "recall": round(100 * self.found / self.marked, 1) if self.marked else None,
        }


def score_polnear(path: Path, *, half: str | None = None, show: bool = False) -> JSON:
    """Score names behind pronouns and descriptions, and hedges and provenance of paragraphs."""
    names, paragraphs = rows_of(NAMES, half), rows_of(HEDGES, half)
    read_marks = read_articles(path, (*names, *paragraphs))
    outcomes = [score_source(read_marks[row["doc_id"]], row, show=show) for row in names]
    hedges, provenance = Found(), Found()
    for row in paragraphs:
        marks, start, end = read_marks[row["doc_id"]], row["start"], row["end"]
        inside = [each.span for each in marks.hedges if start <= each.span.start < end]
        hedges.add([(a, b, "") for a, b in row["hedges"]], sayings(inside))
        given = [each for each in marks.provenance if start <= each.span.start < end]
        provenance.add(marked_traces(row["provenance"]), traces(given))
    return {
        "names": shares(outcomes),
        "hedges": hedges.figures(),
        "provenance": provenance.figures(),
    }


def read_articles(path: Path, marked: Iterable[JSON]) -> dict[str, Marks]:
    """Read the articles in which something is marked, by their ids."""
    wanted = {row["doc_id"] for row in marked}
    return read((row for row in rows_of(path) if row["doc_id"] in wanted), key="doc_id")


def score_names(path: Path, marked: Path, *, show: bool = False) -> JSON:
    """Score names behind pronouns and descriptions of one more set."""
    names = rows_of(marked)
    read_marks = read_articles(path, names)
    outcomes = [score_source(read_marks[row["doc_id"]], row, show=show) for row in names]
    return {"names": shares(outcomes)}


def score_source(marks: Marks, gold: JSON, *, show: bool) -> str:
    """Say whether whoever a pronoun or a description stands for is named rightly."""
    start, end = gold["start"], gold["end"]
    quote = quote_from(marks, start, end)
    # PolNeAR's sources hope and plan as well as speak: whom a text means is asked of them, too.
    meant = next((m for m in marks.meant if m.span.start < end and start < m.span.end), None)
    given = quote.speaker if quote else meant.name if meant else None
    found = outcome(given, gold["name"])
    if show and found != "right":
        text = marks.document.text
        print(f"{marks.document.id}, {start}: {found} …{text[max(0, start - 60) : end + 40]!r}")
        print(f"    given {given}, marked {gold['name']}")
    return found


def kind_of(kind: str) -> str:
    """Give the kind of a provenance in one word, as both sides say it."""
    return kind.partition(" ")[0].partition("_")[0]


def sayings(marks: Iterable[Span]) -> list[Stretch]:
    """Give hedges as they are compared."""
    return [(each.start, each.end, "") for each in marks]


def traces(found: Iterable[Provenance]) -> list[Stretch]:
    """Give what statements go back to as it is compared."""
    return [(each.span.start, each.span.end, kind_of(each.kind)) for each in found]


def marked_traces(marked: Iterable[JSON]) -> list[Stretch]:
    """Give what was marked by hand in the same form."""
    return [(each["start"], each["end"], kind_of(each["kind"])) for each in marked]


def score_texts(rows: Sequence[JSON], read_marks: dict[str, Marks], *, show: bool) -> JSON:
    """Score the hedges and the provenance of whole texts, where these are marked."""
    hedges, provenance = Found(), Found()
    for row in rows:
        marks = read_marks[row["id"]]
        for found, marked, given in (
            (
                hedges,
                [(a, b, "") for a, b in row["hedges"]],
                sayings(each.span for each in marks.hedges),
            ),
            (provenance, marked_traces(row["provenance"]), traces(marks.provenance)),
        ):
            found.add(marked, given)
            if show:
                show_stretches(row["id"], row["text"], "missed", unmet(marked, given))
                show_stretches(row["id"], row["text"], "false", unmet(given, marked))
    return {"hedges of texts": hedges.figures(), "provenance of texts": provenance.figures()}


def score_written(paths: Sequence[Path], *, half: str | None = None, show: bool = False) -> JSON:
    """Score the quotations of texts written for Onix, and sources of indirect speech if marked."""
    rows = [row for path in paths for row in marked_rows(path, half)]
    read_marks = read(rows)
    outcomes, addressees, sources = [], [], []
    hedges, provenance = Found(), Found()
    for row in rows:
        for gold in row["quotes"]:
            quote = quote_of(read_marks[row["id"]], gold["start"], gold["end"])
            outcomes.append(outcome(quote.speaker if quote else None, gold["speaker"]))
            if gold["addressee"]:
                addressees.append(outcome(quote.addressee if quote else None, gold["addressee"]))
            of_quote = quote or NOTHING
            for found, marked, given in (
                (hedges, [(a, b, "") for a, b in gold["hedges"]], sayings(of_quote.hedges)),
                (provenance, marked_traces(gold["provenance"]), traces(of_quote.provenance)),
            ):
                found.add(marked, given)
                if show:
                    name = f"{row['id']}, “{row['text'][gold['start'] : gold['end']][:30]}”"
                    show_stretches(name, row["text"], "missed", unmet(marked, given))
                    show_stretches(name, row["text"], "false", unmet(given, marked))
            if show and outcomes[-1] != "right":
                words = row["text"][gold["start"] : gold["end"]]
                print(f"{row['id']}: {outcomes[-1]} “{words[:70]}”")
                print(f"    given {quote.speaker if quote else None}, marked {gold['speaker']}")
        for gold in row.get("sources", ()):
            sources.append(score_source(read_marks[row["id"]], gold, show=show))
    return {
        "names": shares(outcomes),
        **({"sources": shares(sources)} if sources else {}),
        "addressees": shares(addressees),
        "hedges": hedges.figures(),
        "provenance": provenance.figures(),
        **(
            score_texts(rows, read_marks, show=show) if all("hedges" in row for row in rows) else {}
        ),
    }


def score_occasions(path: Path) -> JSON:
    """Score on what occasion words were said."""
    rows = marked_rows(path)
    read_marks = read(rows)
    figures = {"made on": Found(), "others": Found()}
    for number, row in enumerate(rows):
        found = figures["made on" if number < MADE_ON else "others"]
        for gold in row["quotes"]:
            quote = quote_of(read_marks[row["id"]], gold["start"], gold["end"])
            given = quote.occasion if quote else None
            found.add(
                [(*gold["occasion"], "")] if gold["occasion"] else [],
                [(given.start, given.end, "")] if given else [],
            )
    return {name: found.figures() for name, found in figures.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score both sets and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="polnear.dev.jsonl")
    parser.add_argument(
        "--written", type=Path, nargs="+", default=[WRITTEN], help="texts with quotations"
    )
    parser.add_argument("--half", choices=("even", "odd"), help="of the lines, counted from one")
    parser.add_argument("--occasions", action="store_true", help="score occasions, too")
    parser.add_argument("--show", action="store_true", help="print what is not right")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    if options.show and not {path.name for path in LATER_WRITTEN}.isdisjoint(
        path.name for path in options.written
    ):
        parser.error("--show is for what is developed on: nobody looks at what is held out.")
    show = options.show and not options.json
    figures = {"written": score_written(options.written, half=options.half, show=show)}
    as_usual = options.half is None and options.written == [WRITTEN]
    if as_usual:
        # The gate knows the twelve texts by the name that they had while they were held out.
        figures["held out"] = score_written([ORDINARY], show=show)
        if all(path.exists() for path in LATER_WRITTEN):
            figures["later"] = score_written(LATER_WRITTEN)
    if options.data is not None:
        figures["polnear"] = score_polnear(options.data, half=options.half, show=show)
        if as_usual:
            figures["polnear more"] = score_names(options.data, MORE_NAMES, show=show)
        if as_usual and LATER_NAMES.exists():
            figures["polnear later"] = score_names(options.data, LATER_NAMES)
    if options.occasions:
        figures["occasions"] = score_occasions(OCCASIONS)
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    for name, parts in figures.items():
        for part, found in parts.items():
            print(
                f"{name}, {part}: " + " · ".join(f"{key} {value}" for key, value in found.items())
            )
    return 0


if __name__ == "__main__":
    run_script(main)

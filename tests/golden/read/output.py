"""What the reader gives for the marked articles, one mark a line, so that a change can be read.

In: the bundled story's articles that have a `.json` of hand-made marks here. Out: their marks, and
the same as the lines of the `.txt` files.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from onix.model import Marks
from onix.reading import NewsReader
from tests.golden.ask.locate import documents

FOLDER = Path(__file__).parent


@cache
def marked() -> dict[str, Any]:
    """Give the hand-made marks by the name of their file."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.json"))
    }


@cache
def given() -> dict[str, Marks]:
    """Give what the reader makes of the same articles."""
    story = documents()
    among = [story[gold["document"]] for gold in marked().values()]
    return dict(zip(marked(), NewsReader().read(among), strict=True))


def lines(marks: Marks) -> list[str]:
    """Give one line for each mark, in the order of the text within each kind."""
    shown = []
    for quote in marks.quotes:
        words = " … ".join(span.text for span in quote.content)
        shown.append(f"quote  {quote.kind:8}  {quote.speaker or '–'}: {_one_line(words)}")
    names = {(mention.kind, mention.name): None for mention in marks.mentions if mention.name}
    shown += [f"name   {kind:12}  {name}" for kind, name in names]
    shown += [
        f"time   {time.type:8}  {time.value}  {_one_line(time.span.text)}" for time in marks.times
    ]
    shown += [f"hedge  {_one_line(hedge.span.text)}" for hedge in marks.hedges]
    shown += [
        f"from   {each.kind:8}  {each.name or '–'}  {_one_line(each.span.text)}"
        for each in marks.provenance
    ]
    return shown


def rewrite() -> list[Path]:
    """Write the lines of every marked article; give the files."""
    written = []
    for name, marks in given().items():
        path = FOLDER / f"{name}.txt"
        path.write_text("\n".join(lines(marks)) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _one_line(text: str) -> str:
    return " ".join(text.split())

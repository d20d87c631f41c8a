"""Plans and coverage to learn objections from: `evaluation/training/objections/*.txt` in.

Out come, for each file, the versions of its plan, the articles, and who takes which stance to
which point in which sentence. The form is described in `evaluation/training/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onix.model import Document

FOLDER = Path(__file__).parent / "training" / "objections"
WHOLE = "whole"
SIDES = {"-": "objects", "+": "supports"}
_MARK = re.compile(r"([-+])(?:(\d)/)?(\d+|whole) ([^-+|]+(?:-[^-+|\d]+)*)")


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance: whose, to which point of which version ("1 7", or "whole"), where it is said."""

    document_id: str
    who: str
    point: str
    stance: str
    start: int


@dataclass(slots=True)
class Story:
    """A plan in its versions with its coverage, and what is marked in that."""

    name: str
    versions: list[Document] = field(default_factory=list)
    articles: list[Document] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    goes_on: set[tuple[str, int]] = field(default_factory=set)


def stories(folder: Path = FOLDER) -> Iterator[Story]:
    """Give what lies in all files, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield _story(path.stem, path.read_text(encoding="utf-8"))


def _story(name: str, text: str) -> Story:
    found = Story(name)
    for part in re.split(r"^(?=plan: |article: )", text, flags=re.MULTILINE):
        head, _, body = part.partition("\n")
        kind, _, rest = head.partition(": ")
        if not rest:
            continue
        first, day, title = rest.split(" ", 2)
        if kind == "plan":
            written = f"{title}\n\n{body.strip()}\n"
            found.versions.append(Document(first, "plan", written, title=title, published=day))
        else:
            _article(found, f"{first}-{day}", day, title, body)
    return found


def _article(found: Story, name: str, day: str, title: str, body: str) -> None:
    text = ""
    newest = sum((each.published or "") <= day for each in found.versions)
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        text += "\n\n" if text else ""
        for number, line in enumerate(paragraph.splitlines()):
            marks, _, sentence = line.partition(" | ")
            text += " " if number else ""
            if marks.startswith("~"):
                found.goes_on.add((name, len(text)))
            read = list(_MARK.finditer(marks))
            if marks[0] not in "=~" and not read:
                raise ValueError(f"{found.name}: no mark can be read in {line!r}")
            for side, version, point, who in (each.groups() for each in read):
                place = WHOLE if point == WHOLE else f"{version or newest} {point}"
                found.taken.append(Taken(name, who.strip(), place, SIDES[side], len(text)))
            text += sentence
    found.articles.append(Document(name, "article", text, title=title, outlet=name, published=day))

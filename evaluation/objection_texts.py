"""Plans and coverage to learn objections from: `evaluation/training/objections/*.txt` in.

Out come, for each file, the versions of its plan, the articles, and who takes which stance to
which point in which sentence. The form is described in `evaluation/training/README.md`. What is
marked in `evaluation/gold/plans/` and released to develop on comes in the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.halves import ODD
from evaluation.objections import GOLD, JSON, about_half, documents, load, plan_name
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
    """A plan in its versions with its coverage, and what is marked in that.

    Attributes:
        goes_on: Sentences that only go on about what somebody said before, by article and start.
        only_first: Of what somebody says only the first sentence on each point is marked at all.
    """

    name: str
    versions: list[Document] = field(default_factory=list)
    articles: list[Document] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    goes_on: set[tuple[str, int]] = field(default_factory=set)
    only_first: bool = False


def stories(folder: Path = FOLDER) -> Iterator[Story]:
    """Give what lies in all files, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield _story(path.stem, path.read_text(encoding="utf-8"))


def released() -> Iterator[Story]:
    """Give what is marked in gold and may be developed on: a set, and half of a held-out one."""
    for name, half in (("development", None), ("held_out", ODD), ("later", ODD)):
        marks = load(GOLD / f"objections_{name}.jsonl")
        about = about_half(marks, half)
        plans = documents(GOLD / "coverage" / f"{name}_plans.jsonl", "plan")
        articles = documents(GOLD / "coverage" / f"{name}_articles.jsonl", "article")
        told = [each for each in marks if each["doc_id"] in about]
        for plan in dict.fromkeys(plan_name(each["plan"]) for each in told):
            yield _marked(plan, [each for each in told if plan_name(each["plan"]) == plan],
                          plans, articles)  # fmt: skip


def _marked(name: str, marks: list[JSON], plans: list[Document], articles: list[Document]) -> Story:
    spoken_of, about = {each["plan"] for each in marks}, {each["doc_id"] for each in marks}
    story = Story(
        name,
        [each for each in plans if each.id in spoken_of],
        [each for each in articles if each.id in about],
        only_first=True,
    )
    numbers = {each.id: number for number, each in enumerate(story.versions, start=1)}
    for each in marks:
        point = f"{numbers[each['plan']]} {each['point']}"
        place = WHOLE if each["point"] == WHOLE else point
        story.taken.append(Taken(each["doc_id"], each["who"], place, each["stance"], each["start"]))
    return story


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

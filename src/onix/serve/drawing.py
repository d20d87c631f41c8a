"""Words of a document as a page shows them: spans in, pieces with classes out, and their HTML.

Offsets count code points here and UTF-16 units in a browser, so highlights are drawn on the server.
A piece is text and never markup: `html` escapes all that comes of a document. It is no template,
as a story has hundreds of pieces, and their templates took half of the time of its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stretch of a text that stands out.

    Attributes:
        kind: Its class: "answer", "hedge", "cited", "quote", "reported", "time".
        id: By which a link leads to it.
        title: What is said of it when it is pointed at or read aloud.
        datetime: The day it means, for `<time>`.
        note: The number of the note on it, which stands beside the text.
        is_last: A link to that note follows it.
    """

    start: int
    end: int
    kind: str
    id: str | None = None
    title: str | None = None
    datetime: str | None = None
    note: int | None = None
    is_last: bool = False

    @property
    def is_plain(self) -> bool:
        """Does it only stand out, with nothing to be said of it?"""
        return self.id is self.title is self.datetime is None and self.note is None

    @property
    def element(self) -> str:
        """The HTML element that says most of it."""
        return "time" if self.datetime else "mark" if self.kind in ("answer", "hedge") else "span"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters over which the same marks lie.

    Attributes:
        opens: The marks that begin here; `closes` those that end here.
    """

    text: str
    marks: tuple[Drawn, ...] = ()
    opens: tuple[Drawn, ...] = field(default=())
    closes: tuple[Drawn, ...] = field(default=())

    @property
    def classes(self) -> str:
        """The classes of its marks, for CSS."""
        return " ".join(dict.fromkeys(each.kind for each in self.marks))

    @property
    def id(self) -> str | None:
        """The first id that begins here."""
        return next((each.id for each in self.opens if each.id), None)

    @property
    def title(self) -> str | None:
        """What is said of its marks."""
        return " · ".join(dict.fromkeys(each.title for each in self.marks if each.title)) or None

    @property
    def datetime(self) -> str | None:
        """The day it means."""
        return next((each.datetime for each in self.marks if each.datetime), None)

    @property
    def note(self) -> int | None:
        """The number of the first note on it."""
        return next((each.note for each in self.marks if each.note is not None), None)

    @property
    def notes(self) -> list[int]:
        """The numbers of the notes that are linked to behind it."""
        return [each.note for each in self.closes if each.note is not None and each.is_last]

    @property
    def element(self) -> str:
        """The HTML element that says most of it."""
        told = {each.element for each in self.marks}
        return next(each for each in ("time", "mark", "span") if each in told)


def html(found: Iterable[Piece], notes: bool = False) -> Markup:
    """Give pieces as HTML.

    Args:
        notes: Links lead to the list of quotations beside the text.
    """
    whole = "".join(_element(each, notes) if each.marks else escape(each.text) for each in found)
    return Markup(whole)  # noqa: S704 - each piece is escaped


def _element(piece: Piece, notes: bool) -> str:
    first = piece.marks[0]
    if len(piece.marks) == 1 and first.is_plain:  # a page of passages has a hundred such words
        return f'<{first.element} class="{first.kind}">{escape(piece.text)}</{first.element}>'
    name, note = piece.element, piece.note
    shown: dict[str, object] = {"class": piece.classes}
    if notes:
        shown["id"] = piece.id
    shown |= {"datetime": piece.datetime, "title": piece.title}
    if notes:
        shown["data-note"] = note
    attributes = "".join(f' {key}="{escape(str(value))}"' for key, value in shown.items() if value)
    links = "".join(map(_link, piece.notes)) if notes else ""
    return f"<{name}{attributes}>{escape(piece.text)}</{name}>{links}"


def _link(note: int) -> str:
    return (
        f'<a class="note" href="#said-{note}" aria-label="Quotation {note}" '
        f'aria-describedby="how-{note}" data-note="{note}">{note}</a>'
    )


def pieces(text: str, marks: Iterable[Drawn], *, start: int = 0) -> list[Piece]:
    """Cut a text where marks begin and end.

    Args:
        start: Where the text begins in what the marks count from; marks outside it are left out.
    """
    end = start + len(text)
    inside = sorted(
        (each for each in marks if each.start < end and each.end > start),
        key=lambda each: (each.start, -each.end),
    )
    edges = {start, end}
    for each in inside:
        edges |= {max(start, each.start), min(end, each.end)}
    found: list[Piece] = []
    over: list[Drawn] = []
    coming = 0
    # One sweep from left to right: a long text has thousands of marks, and few over one word.
    for one, other in pairwise(sorted(edges)):
        over = [each for each in over if each.end > one]
        while coming < len(inside) and inside[coming].start <= one:
            over.append(inside[coming])
            coming += 1
        found.append(
            Piece(
                text[one - start : other - start],
                tuple(over),
                tuple(each for each in over if each.start == one),
                tuple(each for each in over if each.end == other),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document, with where it begins in it."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends, the character there not included."""
        return self.start + len(self.text)


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """Give each line of a text that is not empty, without the blanks around it."""
    at = start
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            yield Line(at + line.index(words[0]), words)
        at += len(line)


def drawn(found: Iterable[Line], marks: Iterable[Drawn]) -> Iterator[tuple[Line, list[Piece]]]:
    """Give each of these lines, in their order, cut where marks begin and end."""
    waiting = sorted(marks, key=lambda each: each.start, reverse=True)
    over: list[Drawn] = []
    for line in found:
        while waiting and waiting[-1].start < line.end:
            over.append(waiting.pop())
        over = [each for each in over if each.end > line.start]
        yield line, pieces(line.text, over, start=line.start)

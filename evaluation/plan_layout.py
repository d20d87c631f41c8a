"""How the points of a made plan are laid out: numbers, bullets, headings, what stands around them.

In come the texts of the points; out come the whole text and where each point stands in it.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
STAMPS = ("CONFIDENTIAL DRAFT", "NOT FOR CIRCULATION", "WORKING PAPER", "WITHOUT PREJUDICE")
VERSIONS = ("Draft of 4 February", "Second reading, 9 May", "Text of 30 May", "Version 3")
HEADINGS = ("General", "At once", "Money", "Duties", "Rights", "Oversight", "Timetable", "People")


@dataclass(frozen=True)
class Style:
    """A way of setting points: `number` writes what stands before one, None when none has any."""

    name: str
    number: Callable[[int], str] | None
    before: str = ""  # what stands before a point without a number
    blank: bool = True  # a blank line between points
    width: int | None = None  # where lines are wrapped
    headings: str | None = None  # what a heading begins with, when there are any


def roman(number: int) -> str:
    """Write a number below fifty in Roman figures."""
    tens, ones = divmod(number, 10)
    low = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    return ("", "X", "XX", "XXX", "XL")[tens] + low


STYLES = (
    Style("1.", lambda n: f"{n}. "),
    Style("1. close", lambda n: f"{n}. ", blank=False),
    Style("(1)", lambda n: f"({n}) "),
    Style("1) wrapped", lambda n: f"{n}) ", width=72),
    Style("Article", lambda n: f"Article {n}\n"),
    Style("Article –", lambda n: f"Article {n} – "),
    Style("I.", lambda n: f"{roman(n)}. "),
    Style("none", None),
    Style("none, wrapped", None, width=68),
    Style("bullets", None, before="- ", blank=False),
    Style("bullets •", None, before="• ", blank=False),
    Style("headings", None, before="- ", blank=False, headings="## "),
    Style("headings and numbers", lambda n: f"{n}. ", headings="Part: "),
)


def lay_out(
    title: str,
    openings: Sequence[str],
    closings: Sequence[str],
    points: Sequence[str],
    style: Style,
    chance: random.Random,
) -> tuple[str, list[Place]]:
    """Give the text of a plan and where its points stand, without their numbers."""
    text = _opening(title, openings, style, chance)
    pages = chance.randint(8, 14) if chance.random() < 0.25 else 0
    headings = list(HEADINGS)
    chance.shuffle(headings)
    every = chance.randint(4, 6)
    places = []
    for place, point in enumerate(points):
        if pages and place and place % pages == 0:
            text += f"\nPage {place // pages + 1}\n\n"
        if style.headings and place % every == 0 and headings:
            text += f"\n{style.headings}{headings.pop()}\n\n"
        mark = style.number(place + 1) if style.number else style.before
        if style.width:
            point = textwrap.fill(mark + point, style.width, subsequent_indent=" " * len(mark))
            point = point[len(mark) :]
        places.append((len(text) + len(mark), len(text) + len(mark) + len(point)))
        text += mark + point + ("\n\n" if style.blank else "\n")
    text = text.rstrip("\n") + "\n\n"
    text += "".join(f"{line}\n" for line in closings if chance.random() < 0.8)
    return text.rstrip("\n") + "\n", places


def _opening(title: str, openings: Sequence[str], style: Style, chance: random.Random) -> str:
    lines = [f"# {title}" if style.headings == "## " else title]
    lines += [chance.choice(STAMPS)] if chance.random() < 0.4 else []
    lines += [chance.choice(VERSIONS)] if chance.random() < 0.5 else []
    lines += [line for line in openings if chance.random() < 0.8]
    return "\n".join(lines) + "\n\n"

"""A name and a time on a line of their own: how Zoom, Teams, Otter and Trint say who speaks.

In: text. Out: where such lines stand, whose they are and at which second, and whether they make a
transcript of it; likewise lines that are a time alone, as the transcripts of video sites have them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onix.intake.cues import Cue

CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
PARTICLE = r"(?:al|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|van|von|y)"
NAME = rf"{CAPITAL}(?:[ \t]+(?:{PARTICLE}[ \t]+)*(?:{CAPITAL}|\d{{1,2}})){{0,4}}"
CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"

_WHO = rf"(?P<name>{NAME}(?:,[ \t]*{NAME})?)(?:[ \t]*\([^)\d\n][^)\n]{{0,60}}\))?"
_BETWEEN = r"[ \t]{1,4}(?:[|•·–—-][ \t]{0,4})?"
_SHAPES = tuple(
    re.compile(shape, re.MULTILINE)
    for shape in (
        rf"^[ \t]*{_WHO}{_BETWEEN}[\[(]?(?P<clock>{CLOCK})[\])]?[ \t]*$",
        r"^[ \t]*\[(?P<name>[^\]\n:]{2,60})\][ \t]+(?P<clock>\d{1,2}:\d\d:\d\d)[ \t]*$",
        rf"^[ \t]*[\[(]?(?P<clock>{CLOCK})[\])]?{_BETWEEN}{_WHO}[ \t]*$",
        rf"^[ \t]*(?P<clock>\d+:\d+:\d+(?:\.\d+)?)[ \t]+-->[ \t]+[\d:.]+[ \t]*\n{_WHO}[ \t]*$",
    )
)
_ANY_CLOCK = re.compile(r"\d:\d")  # told soon; most texts have none
_ALONE = re.compile(rf"[ \t]*[\[(]?({CLOCK})[\])]?[ \t]*")
_TIMED = re.compile(
    rf"[ \t]*[\[(]?(?P<begins>{CLOCK})(?:[ \t]*(?:-->|[-–—])[ \t]*{CLOCK})?[\])]?"
    r":?[ \t]*(?:(?<=[ \t\]\)])(?P<words>\S.*))?"
)
_TABLE = "start\tend\ttext\n"
_INVERTED = re.compile(rf"((?:{PARTICLE}[ \t]+)*{CAPITAL}),[ \t]*({CAPITAL}(?:[ \t]+[A-Z]\.?)?)")
_ASIDE = re.compile(r"[ \t]*\([^)]*\)$")
_SOON = 300.0
_AT_ONCE = 60.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that says who speaks from when on: the characters it takes, the name, the second."""

    start: int
    end: int
    name: str
    begins: float


def stamps_in(text: str) -> list[Stamp]:
    """Give every line that has the shape of a name with a time, in order."""
    if not _ANY_CLOCK.search(text):
        return []
    found = {
        match.start("clock"): Stamp(
            match.start(), match.end(), match["name"], seconds(match["clock"])
        )
        for shape in _SHAPES
        for match in shape.finditer(text)
    }
    return sorted(found.values(), key=lambda stamp: stamp.start)


def are_speakers(stamps: Sequence[Stamp], text: str) -> bool:
    """Do these lines make a transcript of the text?

    The times never go back, words stand under each, and the clock is a recording's: it begins
    within five minutes, or the name is in brackets. A single line has to begin within the first.
    A programme ("9:00 Opening") begins later, and a list of results has nothing under its lines.
    """
    stops = [*(stamp.start for stamp in stamps[1:]), len(text)]
    if not stamps or not all(
        text[stamp.end : stop].strip() for stamp, stop in zip(stamps, stops, strict=True)
    ):
        return False
    if any(before.begins > after.begins for before, after in pairwise(stamps)):
        return False
    first = stamps[0]
    if text[first.start : first.end].lstrip().startswith(f"[{first.name}]"):
        return True
    return first.begins < (_AT_ONCE if len(stamps) == 1 else _SOON)


def timed_cues(text: str) -> list[Cue]:
    """Give the speech behind or under times; none where lines with a time are not the rule.

    So it is copied from beside a video ("0:03", what is said, "0:07") or from a recogniser's window
    ("[00:03.000 --> 00:07.000] …"), or saved as its table. What stands above the first time is
    nobody's speech.
    """
    if text.startswith(_TABLE):
        return _of_table(text)
    if not _ANY_CLOCK.search(text):
        return []
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_TIMED.fullmatch(line) for line in lines]
    times = [seconds(match["begins"]) for match in found if match]
    if len(times) < 3 or times[0] >= _SOON or times != sorted(times) or 3 * len(times) < len(lines):
        return []
    cues: list[Cue] = []
    begins, said = None, list[str]()
    for line, match in [*zip(lines, found, strict=True), ("", None)]:
        if line and match is None:
            said.append(line.strip())
            continue
        clock = times[-1] if match is None else seconds(match["begins"])
        if begins is not None and said:
            cues.append(Cue(begins, clock, tuple((None, each) for each in said)))
        begins, said = clock, [match["words"]] if match and match["words"] else []
    return cues


def _of_table(text: str) -> list[Cue]:
    """Read the table that Whisper saves: milliseconds, milliseconds, words."""
    rows = [line.split("\t", 2) for line in text.split("\n")[1:] if line.strip()]
    if not all(len(row) == 3 and row[0].isdigit() and row[1].isdigit() for row in rows):
        return []
    return [
        Cue(int(begins) / 1000, int(ends) / 1000, ((None, words.strip()),))
        for begins, ends, words in rows
        if words.strip()
    ]


def is_clock(line: str) -> bool:
    """Is a line a time and nothing else?"""
    return _ALONE.fullmatch(line) is not None


def plain_name(written: str) -> str:
    """Give "Gareth Lowe" for "Lowe, Gareth (Highways)", as directories of offices write names.

    A post stays behind its name: only one family name and one first name, neither in capitals,
    change places.
    """
    bare = _ASIDE.sub("", written)
    match = _INVERTED.fullmatch(bare)
    if match is None or match[2].isupper() or match[1].isupper():
        return written
    return f"{match[2]} {match[1]}"


def seconds(clock: str) -> float:
    """Give the seconds that "1:02:03.5" are."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total

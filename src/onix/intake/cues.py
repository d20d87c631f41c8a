"""Subtitles: who says what from which second to which, in WebVTT and SRT.

In: the characters of the file. Out: cues with their times, and what the file says of itself.
Its own parser, because a journalist with a broken file needs the line to mend, and one cue may
hold two voices; the libraries for these formats give neither.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onix.errors import InputError
from onix.intake.dates import date_in, iso_date
from onix.intake.decoding import clean, squeeze
from onix.intake.text import day_behind

_VTT_TIME = r"(?:(\d+):)?([0-5]?\d):([0-5]\d)\.(\d{3})"
_SRT_TIME = r"(?:(\d+):)?([0-5]?\d):([0-5]\d)[,.](\d{1,3})"
_VTT = re.compile(rf"\s*{_VTT_TIME}\s+-->\s+{_VTT_TIME}(?:\s.*)?")
_SRT = re.compile(rf"\s*{_SRT_TIME}\s*-->\s*{_SRT_TIME}(?:\s.*)?")
_ANY_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?(?:\s+([^<>]{0,200}))?>|</v>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>]*|\d[\d:.]*)?>|\{\\[^{}]{0,200}\}")
_INLINE_TIME = re.compile(r"<(?:\d+:)?\d\d:\d\d\.\d{3}>")
_FIELD = re.compile(r"(title|headline|date|published|outlet|source)\s*:\s*(.+)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\bpublished(?: by (?P<outlet>[A-Z][^.,;:()]{2,60}?))? on (?P<day>[^.;()]{8,30})"
)
_REMARK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")

Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its lines as (voice, words), and its seconds."""

    begins: float
    ends: float
    said: tuple[tuple[str | None, str], ...]


@dataclass(slots=True)
class Subtitles:
    """The cues of a file, and the title and the date it states."""

    cues: list[Cue] = field(default_factory=list)
    title: str | None = None
    published: str | None = None
    outlet: str | None = None

    def note(self, line: str) -> None:
        """Take a title, an outlet or a date from a line of the header or from a whole NOTE."""
        if match := _PUBLISHED.search(line):
            self.published = self.published or date_in(match["day"])
            self.outlet = self.outlet or match["outlet"]
        if match := _FIELD.fullmatch(line.strip()):
            name, value = match[1].lower(), match[2].strip()
            if name in {"title", "headline"}:
                self.title = self.title or value
            elif name in {"outlet", "source"}:
                self.outlet = self.outlet or value
            else:
                self.published = self.published or iso_date(value) or date_in(value)
            return
        named, day = day_behind(line.strip())
        if day is not None:  # "NOTE Harbour board, 3 March 2026"
            self.title, self.published = self.title or named, self.published or day


def read_cues(text: str, *, srt: bool = False) -> Subtitles:
    """Give the cues of a WebVTT or SRT file.

    Raises:
        InputError: A line that should be a cue time is none, or there are no cues.
    """
    lines = clean(text).split("\n")
    found = Subtitles()
    blocks = list(_blocks(lines))
    if not srt:
        if not re.match(r"WEBVTT(?:\s|$)", lines[0]):
            raise InputError(
                'line 1 is not "WEBVTT". Write WEBVTT as its first line, or use --format text.'
            )
        blocks[0] = _header(blocks[0], found)
    timing = _SRT if srt else _VTT
    payloads: list[tuple[float, float, list[str]]] = []
    for block in blocks:
        _read_block(block, timing, payloads, found)
    if not payloads:
        raise InputError("there are no cues in it. Use --format text if it is plain text.")
    rolling = _INLINE_TIME.search(text) is not None
    before: list[str] = []
    for begins, ends, payload in payloads:
        kept = _without_repeats(payload, before) if rolling else payload
        before = payload
        if said := tuple(_voices(kept)):
            found.cues.append(Cue(begins, ends, said))
    if not found.cues:
        raise InputError("nothing is said in its cues. Add a transcript that has words in it.")
    return found


def _blocks(lines: list[str]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _header(block: list[Line], found: Subtitles) -> list[Line]:
    """Read what follows WEBVTT up to the first blank line; give the cue that follows at once."""
    first = block[0][1].removeprefix("WEBVTT").strip(" \t-–—:")
    if first and not _FIELD.fullmatch(first):
        found.title = first
    found.note(first)
    for position, (_, line) in enumerate(block[1:], start=1):
        if "-->" in line:
            return block[position:]
        found.note(line)
    return []


def _read_block(
    block: list[Line],
    timing: re.Pattern[str],
    payloads: list[tuple[float, float, list[str]]],
    found: Subtitles,
) -> None:
    """Add the cues of a block; a blank line inside a cue does not lose what follows it."""
    if not block:
        return
    if not any("-->" in line for _, line in block):
        if _REMARK.match(block[0][1]):
            _remark([line for _, line in block], found)
        elif payloads and not (len(block) == 1 and block[0][1].strip().isdecimal()):
            payloads[-1][2].extend(line for _, line in block)
        return
    fresh = True
    for position, (number, line) in enumerate(block):
        if "-->" in line:
            begins, ends = _times(line, timing, number)
            if payloads and not fresh and payloads[-1][2][-1:] == [str(len(payloads) + 1)]:
                payloads[-1][2].pop()  # the next cue's number, where its blank line is missing
            payloads.append((begins, ends, []))
            fresh = False
        elif not fresh:
            payloads[-1][2].append(line)
        elif position > 0:
            fresh = True  # a second line before the time: both are remarks


def _remark(lines: list[str], found: Subtitles) -> None:
    if lines[0].startswith("NOTE"):
        said = [lines[0].removeprefix("NOTE"), *lines[1:]]
        for line in (*said, " ".join(said)):
            found.note(line)


def _times(line: str, timing: re.Pattern[str], number: int) -> tuple[float, float]:
    match = timing.fullmatch(line)
    if match is None:
        wrong = next(
            (part.strip() for part in line.split("-->") if not _is_time(part, timing)), line.strip()
        )
        raise InputError(
            f'line {number} is not a cue time ("{wrong[:40]}"). '
            f"Write {_mended(wrong, comma=timing is _SRT)}, or use --format text."
        )
    parts = match.groups()
    return _seconds(parts[:4]), _seconds(parts[4:])


def _is_time(part: str, timing: re.Pattern[str]) -> bool:
    one = _SRT_TIME if timing is _SRT else _VTT_TIME
    return re.fullmatch(rf"\s*{one}(?:\s.*)?", part) is not None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return round(whole + int((thousandths or "0").ljust(3, "0")) / 1000, 3)


def _mended(wrong: str, *, comma: bool) -> str:
    """Give the time as it should be written, from what is there; an example where nothing is."""
    match = _ANY_TIME.fullmatch(wrong.split(" ")[0])
    hours, minutes, seconds, rest = match.groups() if match else ("0", "1", "2", "5")
    point = "," if comma else "."
    return (
        f"{int(hours or 0):02}:{min(int(minutes), 59):02}:{min(int(seconds), 59):02}"
        f"{point}{(rest or '0').ljust(3, '0')}"
    )


def _without_repeats(payload: list[str], before: list[str]) -> list[str]:
    """Drop the lines that stayed on the screen: automatic captions roll up line by line."""
    plain = [_TAG.sub("", line).strip() for line in payload]
    shown = [_TAG.sub("", line).strip() for line in before]
    for size in range(min(len(plain), len(shown)), 0, -1):
        if shown[-size:] == plain[:size]:
            return payload[size:]
    return payload


def _voices(payload: list[str]) -> Iterator[tuple[str | None, str]]:
    """Give each voice of a cue with its words; lines stay apart where they may hold labels."""
    voice: str | None = None
    for line in payload:
        pieces: list[tuple[str | None, str]] = []
        position = 0
        for match in _VOICE.finditer(line):
            pieces.append((voice, line[position : match.start()]))
            voice = squeeze(_plain(match[1] or "")) or None
            position = match.end()
        pieces.append((voice, line[position:]))
        for speaker, written in pieces:
            if words := squeeze(_plain(written)):
                yield speaker, words


def _plain(written: str) -> str:
    return clean(html.unescape(_TAG.sub("", written)))

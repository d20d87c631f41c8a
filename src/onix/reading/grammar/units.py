"""Sentences as quotations need them: in come a text's sentences and marked strings, out come units.

A unit is never cut inside a quotation, nor before the words that only say who asked what stands
in it. It is its own file because sentences are found without a look at quote marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onix.model import Span
from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.openings import DATELINE, HOUR, PLACE, RUBRIC
from onix.reading.grammar.quotemarks import Piece
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.persons import nouns_in

# Ann Lee, the mayor, asked; Ann Lee (Lab-Leith) asked; Orr’s niece, Coun. Ann Lee, asked; Bank of
# Tarn and Leith Governor Ann Lee asked
_NAME_AND_VERB = re.compile(
    r"(?:[A-Z][\w’'-]*\.?\s+(?:(?:of|and|for)\s+(?:the\s+)?)?){0,7}"
    r"(?:(?<=\s)(?:[a-z-]+\s){0,2}(?P<post>[a-z-]+)\s(?:[A-Z][\w’'-]*\.?\s+){0,3})?[A-Z][\w’'-]*\.?(?:(?<=[’']s)(?:\s[a-z-]+){1,3}(?=,))?"
    r"(?:\s\([^()“”\"\n]{1,40}\))?"
    r"(?:,\s[^,()“”\"\n]{1,60}(?:\s\([^()“”\"\n]{1,40}\))?"
    r"(?:,\s(?=[A-Z]|(?:the|an?|of|in|who|whose)\s)[^,“”\"\n]{1,60})?,)?\s+"
    r"(?P<verb>(?:went|shot|fired|cut|put|broke)(?=\s(?:on|back|in)\b)|[a-z]+(?=[.,\s]))"
)
# “Really?” She replied that it was. “Really?” They said yes.
_TELLS = re.compile(r"\s+(?:to\s+(?:\w+\s+){1,3})?(?:that|how|why|what|whether|yes|no)\b")
# “We ran.” Mrs. Lee said on Friday. A full stop stands where a comma should.
_SAID = re.compile(
    r"(?:[A-Z][\w’'-]*\.?\s+){1,4}(?:said|wrote|tweeted|added)"
    r"(?: (?:on|in|at|to|during|after|via|last|this|of)\b[^.“”\"\n]{1,80})?\.(?=\s|$)"
)
_BEFORE = (RUBRIC, HOUR, DATELINE, PLACE)
_HEAD = 5  # paragraphs: a headline, a standfirst and a byline stand before a story
SPOKEN = frozenset(",?!…—")


@dataclass(slots=True)
class Unit:
    """A sentence, never cut inside a quotation; `pieces` are its marked strings."""

    start: int
    end: int
    paragraph: int
    pieces: list[Piece] = field(default_factory=list)


def find_units(
    text: str,
    parts: Sequence[Region],
    pieces: Sequence[Piece],
    sentences: Sequence[Span],
) -> list[Unit]:
    """Join sentences that a quotation runs through, and cut them at paragraphs.

    What opens a paragraph as a rubric, a time or a place is in none: "UPDATE, Monday: |The mayor
    says …", "15.58 |The mayor says …", "RIGA, May 8 (Wire) – |The mayor says …".
    """
    borders = sorted(span.start for span in sentences)
    units: list[Unit] = []
    number = 0
    for paragraph, (start, end) in enumerate(parts):
        inside: list[Piece] = []
        while number < len(pieces) and pieces[number].outer_start < end:
            inside.append(pieces[number])
            number += 1
        shapes = _BEFORE if paragraph < _HEAD else _BEFORE[:-1]
        rubric = next(filter(None, (shape.match(text, start, end) for shape in shapes)), None)
        at = start if rubric is None else rubric.end()
        cuts = []
        next_piece = 0
        for border in borders[bisect_left(borders, at + 1) : bisect_left(borders, end)]:
            while next_piece < len(inside) and inside[next_piece].outer_end <= border:
                next_piece += 1
            within = next_piece < len(inside) and inside[next_piece].outer_start < border
            tail = bool(next_piece) and _is_tail(text, border, inside[next_piece - 1])
            if not within and not text[border].islower() and not tail:
                cuts.append(border)
        next_piece = 0
        for cut in [*cuts, end]:
            unit = Unit(at, at + len(text[at:cut].rstrip()), paragraph)
            while next_piece < len(inside) and inside[next_piece].outer_start < cut:
                unit.pieces.append(inside[next_piece])
                next_piece += 1
            units.append(unit)
            at = cut
    return units


def _is_tail(text: str, border: int, piece: Piece) -> bool:
    """Does a "sentence" only say who said what stands before it: “Why?” Mrs. Lee asked."""
    if piece.outer_end < border - 2:
        return False
    if text[max(0, piece.outer_start - 3) : piece.outer_start].rstrip().endswith(":"):
        return False  # He asked: “Why?” She replied so.
    last = text[max(0, border - 5) : piece.end].rstrip("'’")[-1:]
    if last == ".":
        return _SAID.match(text, border) is not None
    match = _NAME_AND_VERB.match(text, border) if last in SPOKEN else None
    if match is None or _TELLS.match(text, match.end()):
        return False
    if match["post"] and not nouns_in(match["post"]):
        return False  # “Why?” Tarn |officials| Ann Lee and Odd Roe asked
    speaks = cue_classes().get(match["verb"], frozenset()) & {"say", "tell", "quote"}
    return bool(speaks) or match["verb"] in ("went", "shot", "fired", "cut", "put", "broke")

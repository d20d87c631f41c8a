"""Whose are the very words that a draft quotes? Lines of a draft in, verdicts on its voices out.

The words of a quotation are the matter of `onix check` itself; here it is who is named for them.
Words that stand in a source from somebody else, and nowhere from anybody who may be the draft's
speaker, are credited to the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onix.model import Marks, Quote, Span
from onix.verify.facts.attribution import Attributions
from onix.verify.facts.findings import Found, words_are
from onix.verify.facts.lines import Line, every_line_of
from onix.verify.facts.voice import Voice
from onix.verify.facts.voices import Voices

_FEWEST = 5  # words that two people hardly say alike by chance
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_TOGETHER = 60  # characters between a verb and who it names
_APART = re.compile(r"[.;:!?\"“”„«»]")
_PRONOUNS = frozenset({"he", "she"})
_NAMED = frozenset({"person", "body"})


@dataclass(frozen=True, slots=True)
class _Heard:
    """Where words stand in the sources, and from whom."""

    line: Line
    span: Span
    voices: tuple[Voice, ...]

    @property
    def name(self) -> str | None:
        """Who says them there, in full."""
        return next(
            (
                quote.speaker
                for quote in self.line.quotes
                if any(each.overlaps(self.span) for each in quote.content)
            ),
            None,
        )


class Uttered:
    """The words of each sentence of the sources, in order, and whose they are."""

    def __init__(self, voices: Voices, attributions: Attributions, record: Iterable[Marks]) -> None:
        self._voices, self._attributions = voices, attributions
        self._record = list(record)

    @cached_property
    def _lines(self) -> list[tuple[Line, str]]:
        lines = (line for marks in self._record for line in every_line_of(marks))
        return [(line, f" {' '.join(_words(line.span.text))} ") for line in lines]

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the voices of a draft's quotations that the sources have others for."""
        for voice in self._voices.of(line):
            if voice.kind not in _NAMED or not voice.is_named or not voice.keys:
                continue
            for quote in line.quotes:
                if voice.span in (*quote.source, *quote.content):
                    for said in _parts(line, voice, quote):
                        yield from self._verify(line, voice, quote, said)

    def _verify(self, line: Line, voice: Voice, quote: Quote, said: Span) -> Iterator[Found]:
        heard = list(self._hear(said.text))
        known = [each for place in heard for each in place.voices]
        is_clear = bool(heard) and all(place.voices for place in heard)
        is_clear = is_clear and (voice.span.text.lower() not in _PRONOUNS or self._speaks(voice))
        # "She" is somebody else only as far as both are read rightly.
        own = voice.span.text.lower()
        is_clear = is_clear and not (
            own in _PRONOUNS and any(each.span.text.lower() == own for each in known)
        )
        if is_clear and all(map(voice.is_other, known)):
            first = heard[0]
            kind = self._attributions.kind_of(line, voice, known)
            yield Found(
                kind,
                voice.span if kind == "name" else _credit(line, voice, quote),
                "contradicted",
                first.line,
                first.voices[0].span,
                "name" if kind == "name" else "attribution",
                compared=words_are(first.name) if first.name else "",
                speaker=first.name,
            )

    def _speaks(self, voice: Voice) -> bool:
        """Does anybody of this name say anything in the sources? Else "she" may be another."""
        return any(voice.keys & each.keys for told in self._voices.told for each in told)

    def _hear(self, words: str) -> Iterator[_Heard]:
        """Give each line of the sources that has these words in a row."""
        wanted = _words(words)
        if len(wanted) < _FEWEST:
            return
        text = f" {' '.join(wanted)} "
        for line, own in self._lines:
            if text in own:
                place = _place(line, wanted)
                from_whom = self._voices.of(line)
                voices = tuple(
                    each
                    for each in from_whom
                    if each.content.overlaps(place) and each.kind in _NAMED and each.is_named
                )
                yield _Heard(line, place, voices)


def _parts(line: Line, voice: Voice, quote: Quote) -> Iterator[Span]:
    """Give what of a quotation's marked words is in the sentence and this voice's."""
    for said in quote.marked:
        start = max(said.start, voice.content.start, line.span.start)
        end = min(said.end, voice.content.end, line.span.end)
        if start < end:
            yield line.document.span(start, end)


def rows_of(text: str) -> str:
    """Give the words of a text in a row, to find those of another in; none where they are few."""
    words = _words(text)
    return f" {' '.join(words)} " if len(words) >= _FEWEST else ""


def _words(text: str) -> list[str]:
    return [each.lower().replace("’", "'") for each in _WORD.findall(text)]


def _place(line: Line, words: list[str]) -> Span:
    """Give where a row of words stands in a line that has it."""
    found = list(_WORD.finditer(line.span.text))
    low = [each.group().lower().replace("’", "'") for each in found]
    first = next(n for n in range(len(low)) if low[n : n + len(words)] == words)
    start, end = found[first].start(), found[first + len(words) - 1].end()
    return line.document.span(line.span.start + start, line.span.start + end)


def _credit(line: Line, voice: Voice, quote: Quote) -> Span:
    """Give the words that name a speaker: "said the minister, Ana Ruiz"."""
    cues = [each for each in quote.cue if each.start >= line.span.start]
    around = [voice.span, *(each for each in cues if _is_beside(line, each, voice.span))]
    return line.document.span(min(x.start for x in around), max(x.end for x in around))


def _is_beside(line: Line, cue: Span, source: Span) -> bool:
    """Do a verb and its subject stand together: no quotation and no stop between them?"""
    first, second = sorted((cue, source), key=lambda each: each.start)
    between = line.document.text[first.end : second.start]
    return len(between) <= _TOGETHER and _APART.search(between) is None

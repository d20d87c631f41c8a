"""Who a line has from whom what it says: a line in, voices out; and whether two may be one.

A voice (`voice.py`) is somebody who says something, an outlet that found it out, or a document in
which it stands. Two are surely two where both are known and share no word of their names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from onix.model import Quote, Span
from onix.reading.names.identities import speaker_name
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import verb_forms
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.passed_on import passed_on, views_in
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.voice import Kind, Voice, bodies, key_of_name, noun_of, voice_named

_PERSONS = frozenset({"he", "she"})
_OWN = frozenset({"we", "us", "our", "i", "me"})
_TURN = re.compile(r",?\s(?:but|while|whereas|although|though)\s")
_BY = re.compile(r"\b(?P<verb>[a-z]+)\sby\s(?:the\s)?(?P<noun>[a-z]+)\b")
_TOLD = re.compile(
    r"\b(?:told|tell|tells|telling|to|with|by\sphone|interview"
    r"|(?:reached|contacted|questioned|asked|interviewed|approached)\sby)\s(?:the\s)?$"
)
_FIRST_BY = re.compile(
    r"\bfirst\s(?:[\w’'-]+\s){1,3}by\s(?:[\w’'\"“.-]+\s){0,7}$"
    r"|\bthe\sfirst\sto\s(?:report|tell|reveal|publish|say)\s(?:[\w’'-]+\s){0,12}(?:was|were)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEEN_IN = re.compile(r"\b(?:ha[sd]|have)\s(?:already\s)?(?:been|stood)\sin\s(?:the\s)?$")
_CAME_OUT_IN = re.compile(
    r"\b(?:(?:(?:c[oa]me|comes|brought)\sto\slight|(?:became|made)\sknown)\s"
    r"(?:[\w’'-]+\s){0,3}(?:in|by|through)"
    r"|emerged\s(?:first\s)?(?:from|in))\s(?:the\s)?$"
)
_FIRST_TO = re.compile(
    r"\W*(?:\w+\s){0,2}?first\s(?:to\s)?(?:report|publish|disclos|reveal|broadcast|air|obtain|tell|told)"
    r"|[^.;:]{0,60},\sthe\sfirst\s(?:\w+\s)?to\s(?:do\sso|report|publish|disclos|reveal)",
    re.IGNORECASE,
)
# "The Courier had that story first", "one could first read of it in the Courier".
_HAD_FIRST = re.compile(
    r"\s(?:had|has|got)\s(?:it|this|that|the\s(?:story|news))(?:\s\w+)?\sfirst\b"
)
_FIRST_READ = re.compile(
    r"\bfirst\s(?:read|heard?|learn(?:ed|t)?|seen)\s(?:of|about)\s(?:[\w’'-]+\s){1,8}(?:in|on|from|by)\s(?:the\s)?$"
)
_MADE_KNOWN = frozenset({"public", "light", "known", "emerged"})  # made public, brought to light
_DATELINE = re.compile(r"[A-Z]{3}[^.()]{0,80}\([^()]{2,40}\)\s[-–—]+\s")
_EDITION = re.compile(r"\s*\([^()]*\)\s*$")
_ALONE = re.compile(r"(?<=\bthe\s)[A-Z][a-z]+\b(?!\s[A-Z])")  # "in the Courier"
_ARTICLE = re.compile(r"^[Tt]he\s")
_WHO = re.compile(
    r"(?:(?:the|an?|its|his|her|their|our)\s)?(?:[\w’'-]+\s){0,4}[\w’'-]*,?\s?", re.IGNORECASE
)


class Voices:
    """Reads voices; knows the outlets that the sources are, or name."""

    def __init__(self, shelf: Shelf) -> None:
        # "The Daily (online edition)" is called "the Daily".
        outlets = {
            _EDITION.sub("", line.document.outlet) or line.document.outlet
            for line in shelf.lines
            if line.document.outlet
        }
        named = {
            each.name
            for line in shelf.lines
            for each in line.provenance
            if each.kind in ("outlet", "own") and each.name
        }
        # "Correio do Sado", of which the reader may not see that it is one name.
        self._written = [_ARTICLE.sub("", each) for each in outlets if " " in each]
        self._known = [key_of_name(name) for name in outlets | named]
        self._last = {words_of_name(name)[-1] for name in outlets | named if words_of_name(name)}
        self.shelf, self.lines = shelf, shelf.lines

    @cached_property
    def told(self) -> list[list[Voice]]:
        """The voices of each line of the sources."""
        return [self.of(line) for line in self.lines]

    @cached_property
    def finders(self) -> dict[tuple[str, str], list[Voice]]:
        """The outlets that have a document, by the source that says so and the document's noun."""
        found: dict[tuple[str, str], list[Voice]] = defaultdict(list)
        for line, voices in zip(self.lines, self.told, strict=True):
            outlets = [each for each in voices if each.kind == "outlet" and not each.is_told]
            for noun in papers_of(voices):
                found[line.document.id, noun] += outlets
        return found

    def of(self, line: Line) -> list[Voice]:
        """Give the voices of a line."""
        outlets = [*self._outlets(line), *_finders(line)]
        papers = [
            Voice(each.span, frozenset({noun_of(each.span.text)}), line.span, "document")
            for each in line.provenance
            if each.kind == "document"
        ]
        found = [*outlets, *papers]
        taken = [each.span for each in found]
        for quote in line.quotes:
            said = (each for each in _speakers(line, quote))
            found += [each for each in said if not any(each.span.overlaps(one) for one in taken)]
        taken = [each.span for each in found if each.kind != "document"]
        found += [each for each in views_in(line) if not any(map(each.span.overlaps, taken))]
        return _with_passed_on(line, found) if line.document.turns else found

    def _outlets(self, line: Line) -> Iterator[Voice]:
        taken = []
        for each in line.provenance:
            if each.kind in ("outlet", "own") and not _is_in_dateline(line, each.span):
                name = (each.name or each.span.text).removeprefix("the ")
                taken.append(each.span)
                is_named = name[:1].isupper() and name.split()[0].lower() not in _OWN
                yield _outlet(line, each.span, name, is_named=is_named)
        verbs = verb_forms("facts", "found")
        for span in self._named(line):
            is_new = not any(span.overlaps(each) for each in taken)
            if is_new and self._is_outlet(line, span) and not _is_in_dateline(line, span):
                near = words_in(line.before(span.start, 40) + " " + line.behind(span.end, 40))
                if (
                    verbs.intersection(near)
                    or not _MADE_KNOWN.isdisjoint(near)
                    or _BEEN_IN.search(line.before(span.start))
                    or _has_first(line, span)
                ):
                    yield _outlet(line, span, span.text)

    def _named(self, line: Line) -> list[Span]:
        """Give the names of a line, and those of outlets that are only seen in part."""
        whole = [
            line.document.span(line.span.start + at, line.span.start + at + len(name))
            for name in self._written
            for at in [line.span.text.find(name)]
            if at >= 0
        ]
        alone = [
            line.document.span(line.span.start + found.start(), line.span.start + found.end())
            for found in _ALONE.finditer(line.span.text)
            if found.group().lower() in self._last
        ]
        names = [e for e in line.names if not any(e.overlaps(one) for one in whole)]
        taken = [*whole, *names]
        return [*taken, *(e for e in alone if not any(e.overlaps(one) for one in taken))]

    def _is_outlet(self, line: Line, span: Span) -> bool:
        """Is this an outlet's name, or its first words or last: "El Faro", "the Mercury"?"""
        key = key_of_name(span.text)
        is_place = any(each.kind == "place" and each.span.covers(span) for each in line.mentions)
        if is_place and key not in self._known:
            return False  # "Los Angeles" is no short form of the paper of that town
        if any(key == known or (len(key) > 1 and key < known) for known in self._known):
            return True
        return line.before(span.start).endswith("the ") and span.text.lower() in self._last


def _with_passed_on(line: Line, found: list[Voice]) -> list[Voice]:
    """Put whom the speaker of a turn has something from beside the speaker, who is only told it."""
    others = list(passed_on(line))
    told = [replace(each, is_told=True) if each.kind == "person" else each for each in found]
    return [*told, *others] if others else found


def _is_in_dateline(line: Line, span: Span) -> bool:
    """Is it the agency or the place that a report opens with: "KASSALA, Aug 12 (Agency) -"?"""
    opening = _DATELINE.match(line.span.text)
    return opening is not None and span.end <= line.span.start + opening.end()


def papers_of(voices: Iterable[Voice]) -> frozenset[str]:
    """Give the documents among voices by their nouns."""
    return frozenset(key for each in voices if each.kind == "document" for key in each.keys)


def _outlet(line: Line, span: Span, name: str, *, is_named: bool = True) -> Voice:
    is_told = _is_told(line, span)
    is_first = bool(
        _FIRST_BY.search(line.before(span.start))
        or _CAME_OUT_IN.search(line.before(span.start))
        or _FIRST_TO.match(line.behind(span.end))
        or _has_first(line, span)
    )
    if not is_named:  # "this newspaper" is whoever publishes it
        name = line.document.outlet or name
    return Voice(span, key_of_name(name), line.span, "outlet", is_named, is_told, is_first)


def _has_first(line: Line, span: Span) -> bool:
    return bool(
        _HAD_FIRST.match(line.behind(span.end)) or _FIRST_READ.search(line.before(span.start, 90))
    )


def _finders(line: Line) -> Iterator[Voice]:
    """Give the bodies from which a document is: "footage released by police"."""
    for found in _BY.finditer(line.span.text):
        noun = found["noun"].lower()
        if found["verb"].lower() in verb_forms("facts", "found") and noun in bodies():
            span = line.document.span(
                line.span.start + found.start("noun"), line.span.start + found.end("noun")
            )
            yield Voice(span, frozenset({noun}), line.span, "body", is_named=False)


def _speakers(line: Line, quote: Quote) -> Iterator[Voice]:
    """Give who says a quotation, for each part of it that is in the line."""
    for each in quote.content:
        if each.overlaps(line.span) and not _is_cut_off(line, quote, each):
            said = line.document.span(
                max(each.start, line.span.start), min(each.end, line.span.end)
            )
            yield _speaker(line, quote, said)


def _is_cut_off(line: Line, quote: Quote, said: Span) -> bool:
    """Is it another clause than what is asked: "They will ask about it; 22 people are to speak"?"""
    text = line.document.text
    return any(
        ";" in text[cue.end : said.start]
        for cue in quote.cue
        if cue.text.lower() in verb_forms("facts", "asked") and not quote.marked
    )


def _speaker(line: Line, quote: Quote, said: Span) -> Voice:
    behind = _named_behind(line, quote, said)
    if behind is not None:
        before = line.document.span(line.span.start, quote.cue[0].start)
        return Voice(said, key_of_name(behind), before, "person")
    said = _own_part(line, quote, said)
    span = quote.source[0] if quote.source else said
    if quote.speaker is not None:
        return Voice(span, key_of_name(quote.speaker), said, _kind(line, quote, span))
    known = voice_named(line, span, said) if quote.source else None
    return known or Voice(span, frozenset(), said, None)


def _named_behind(line: Line, quote: Quote, said: Span) -> str | None:
    """Give who is named behind the verb: "…, said the judge, Alenka Pretnar", no words of hers."""
    cue = next((each for each in quote.cue if each.text.lower() in ("said", "says")), None)
    if cue is None or quote.marked or not line.before(cue.start).endswith(", "):
        return None
    last = next((each for each in line.mentions if each.span.end == said.end), None)
    if last is None or last.kind != "person" or not cue.end <= said.start <= cue.end + 1:
        return None
    before = line.document.text[said.start : last.span.start]
    return (last.name or last.span.text) if _WHO.fullmatch(before) else None


def _own_part(line: Line, quote: Quote, said: Span) -> Span:
    """Cut off what another says: whoever stands on the other side of a "but"."""
    others = [
        source.start
        for each in line.quotes
        if each is not quote
        for source in each.source
        if said.start <= source.start
    ]
    if quote.marked or len(quote.content) > 1:
        return said
    own = quote.source[0].start if quote.source else said.start
    said = _beside(line, said, own)
    if own >= said.end:
        turns = [
            said.start + each.end()
            for each in _TURN.finditer(said.text)
            if any(start < said.start + each.start() for start in others)
        ]
        return line.document.span(turns[-1], said.end) if turns else said
    for found in _TURN.finditer(said.text):
        behind = said.start + found.end()
        if any(start >= behind for start in others):
            return line.document.span(said.start, said.start + found.start())
    return said


def _beside(line: Line, said: Span, source: int) -> Span:
    """Cut off what another clause tells: "The pier fell; nobody was hurt, the police said"."""
    start, end = said.start, said.end
    for each in re.finditer(r";\s*", said.text):
        if source >= said.end:
            start = said.start + each.end()
        elif source <= said.start:
            end = min(end, said.start + each.start())
    return line.document.span(start, end) if start < end else said


def _kind(line: Line, quote: Quote, span: Span) -> Kind | None:
    """Say what a speaker is who is named; None where that is not sure."""
    if not quote.source:  # of a turn; "Chair" may be anybody
        is_told = line.document.turns and speaker_name(quote.speaker or "") is not None
        return "person" if is_told else None
    if span.text.lower() in _PERSONS:
        return "person"
    if noun_of(span.text) in bodies():
        return "body"
    for each in line.mentions:
        if each.span.overlaps(span) and key_of_name(each.name or each.span.text) & key_of_name(
            quote.speaker or ""
        ):
            return (
                "person"
                if each.kind == "person"
                else "body"
                if each.kind == "organisation"
                else None
            )
    return None


def _is_told(line: Line, span: Span) -> bool:
    before = line.before(span.start)
    passed = verb_forms("facts", "passed").intersection(words_in(before)[-4:])
    return not passed and bool(_TOLD.search(before))

"""What bears on each quote: in come quotes, hedges, provenances, out come quotes that have theirs.

It is its own file because a sentence may hold several statements, and a statement go over several
sentences; nothing is found here, only handed out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onix.model import Document, Hedge, Provenance, Quote, Span
from onix.reading.grammar.function_words import PREPOSITIONS, PRONOUNS
from onix.reading.grammar.quotemarks import paragraphs
from onix.reading.grammar.within import tells_of_another, with_outer
from onix.reading.names.origins import head_of, is_document
from onix.reading.provenance.papers import is_read_out, is_sent, writes

# Of a very long sentence only what stands so many characters around a quote bears on it.
_LONG = 1_000
# So many quotes on either side are looked at, and so many provenances before.
_NEAR = 6
_MARK_AND_SPACE = 3
_WITHIN = re.compile(r"\sthat\s[^.;:!?\n]{0,80}")
_ACCORDING = "ccording to "
# What somebody writes stands in the document that the paragraph before told of.
_BY_WHOM = (" by ", " by the ")
_HOLDERS = ("in ", "In ", "by ", "By ", "via ", "on ", "On ")
_DENIED = re.compile(r"(?:\b(?:not|never)|n[’']t)\s(?:\w+\s){0,3}\Z")
_LEAD = 40  # characters
_SINGLE = frozenset({"one", "another", "a", "an"})
_PERSONS = frozenset({"he", "she", "i", "we"})


def ground(
    document: Document,
    sentences: Sequence[Span],
    quotes: Sequence[Quote],
    hedges: Sequence[Hedge],
    provenance: Sequence[Provenance],
) -> tuple[Quote, ...]:
    """Give the quotes with the hedges and the provenance that bear on them.

    These are the ones of its own sentence, without the sources of others; and what somebody said
    before in the same paragraph stood in, or was told this outlet, where the same person goes on:
    "…, she wrote in a letter. “…”".
    """
    if document.turns or not sentences:
        return tuple(quotes)
    grounds = _Grounds(document, sentences, quotes, hedges, provenance)
    return tuple(
        replace(
            quote,
            hedges=tuple(grounds.hedges(number)),
            provenance=tuple(grounds.all_provenance(number)),
        )
        for number, quote in enumerate(quotes)
    )


class _Grounds:
    def __init__(
        self,
        document: Document,
        sentences: Sequence[Span],
        quotes: Sequence[Quote],
        hedges: Sequence[Hedge],
        provenance: Sequence[Provenance],
    ) -> None:
        self._text = document.text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._paragraphs = [start for start, _ in paragraphs(document.text)]
        self._quotes = quotes
        self._reaches = [self._reach(quote) for quote in quotes]
        self._hedges = hedges
        self._hedged = [hedge.span.start for hedge in hedges]
        self._origins = provenance
        self._traced = [each.span.start for each in provenance]
        self._tellers = {each.span.start for each in provenance if each.kind == "named"}
        self._outers = [
            outer if tells_of_another(quote, outer) else None for quote, outer in with_outer(quotes)
        ]
        self._telling = {each.start for outer in self._outers if outer for each in outer.source}
        self._sources = {each.source[0].start for each in quotes if each.source}

    def hedges(self, number: int) -> Iterator[Span]:
        """Give the hedges of the sentence of a quote, behind it only where it is somebody's."""
        quote = self._quotes[number]
        whose = quote.source or quote.cue or quote.speaker
        start, end = self._reaches[number]
        for hedge in self._hedges[
            bisect_left(self._hedged, start) : bisect_left(self._hedged, end)
        ]:
            leads = hedge.span.start < quote.content[0].start
            if (whose or leads) and self._bears(hedge.span, number):
                yield hedge.span

    def provenance(self, number: int) -> Iterator[Provenance]:
        """Give what the sentence of a quote goes back to."""
        start, end = self._reaches[number]
        for each in self._origins[
            bisect_left(self._traced, start) : bisect_left(self._traced, end)
        ]:
            if self._bears(each.span, number):
                yield each
        outer = self._outers[number]
        for source in outer.source if outer is not None else ():
            if not start <= source.start < end:  # “…,” she said. “They told me, ‘…’”
                at = bisect_left(self._traced, source.start)
                yield from (each for each in self._origins[at : at + 1] if each.span == source)

    def all_provenance(self, number: int) -> Iterator[Provenance]:
        """Give what a quote goes back to: by its own sentence, else by what leads up to it.

        Who was told or shown something goes on: "The memo, seen by the Ledger, … “…,” it says."
        """
        own = list(self.provenance(number))
        yield from own
        for each in self.carried(number):
            if not own or (each.kind == "own" and all(other.kind != "own" for other in own)):
                yield each

    def carried(self, number: int) -> Iterator[Provenance]:
        """Give what the same speaker was said to speak in or to, earlier in the paragraph."""
        quote = self._quotes[number]
        start = self._reaches[number][0]
        wrote = writes(quote)
        at = bisect_right(self._paragraphs, start) - 1
        paragraph = self._paragraphs[max(0, at - bool(wrote))]
        last = bisect_left(self._traced, start)
        kinds = {"document", "own", "unnamed"}
        if paragraph == start and self._is_led_up_to(number, at):
            paragraph, kinds = self._paragraphs[at - 1], {"own"}
        if paragraph == start or not (quote.source or quote.speaker):
            return
        for each in self._origins[max(0, last - _NEAR) : last]:
            source = each.span.start in self._sources
            source = source or (each.kind == "document" and not _is_held(self._text, each.span))
            if each.span.start < paragraph or each.kind not in kinds:
                continue
            sentence = self._sentences[max(0, bisect_right(self._starts, each.span.start) - 1)]
            between = [
                self._quotes[k]
                for k in range(max(0, number - _NEAR), number)
                if self._reaches[k][1] > sentence.start
            ]
            shown = each.kind == "own" and self._text.endswith(_BY_WHOM, 0, each.span.start)
            speaks = is_document(_words(quote)) or _words(quote) == "it" or is_read_out(quote)
            if shown and not speaks:
                continue  # "A memo seen by the Ledger names her. “…,” she said"
            if is_read_out(quote):
                if (
                    bisect_left(self._starts, start) - bisect_left(self._starts, sentence.start)
                    == 1
                ):
                    yield each
            elif wrote and source and each.kind == "document":
                told = all(_meet(each.span, k) for other in between for k in other.source)
                shown = (
                    bool(quote.marked) or _words(quote) in PRONOUNS
                )  # not "Smith, who wrote that"
                sent = not between and is_sent(self._text, each.span.start)
                sent = sent and self._mentions(sentence, quote)
                if (between or sent) and told and shown:
                    yield each  # "E-mails show that she was worried. “…,” she wrote"
            elif source or each.kind == "unnamed":
                fits = _words(quote) == "they" or not _are_many(each.span.text)
                fits = fits and not (each.kind == "document" and _words(quote) in _PERSONS)
                if fits and _is_pronoun(quote) and _is_from(each, between):
                    yield each
            elif _DENIED.search(self._text, max(0, each.span.start - _LEAD), each.span.start):
                continue  # "She is not quoted in the document. “…,” she said"
            elif _goes_on(quote, between) if between else self._mentions(sentence, quote):
                yield each

    def _is_led_up_to(self, number: int, paragraph: int) -> bool:
        """Does the paragraph before a quote only bring in who speaks: "We met her.\n“…,” she"?"""
        if not paragraph or _words(self._quotes[number]) not in PRONOUNS:
            return False
        before = self._paragraphs[paragraph - 1]
        near = range(max(0, number - _NEAR), number)
        return not any(
            quote.marked and quote.content[-1].end > before
            for quote in (self._quotes[k] for k in near)
        )

    def _mentions(self, sentence: Span, quote: Quote) -> bool:
        """Is a sentence about the speaker of a quote, as far as its words tell?"""
        name = (quote.speaker or "").rpartition(" ")[2]
        end = min(sentence.end, sentence.start + _LONG)
        words = _words(quote)
        if words.startswith("the ") and is_document(words):  # "|the memo| says"
            name = head_of(words)
        named = bool(name) and self._text.find(name, sentence.start, end) >= 0
        return named or words in PRONOUNS

    def _bears(self, span: Span, number: int) -> bool:
        """Does a mark in the sentence of a quote bear on it: is it nobody else's source?"""
        quote = self._quotes[number]
        if quote.kind == "direct" and not quote.marked:  # an answer in an interview
            return not any(_meet(span, words) for words in quote.content)
        if any(_meet(span, own) for own in (*quote.source, *quote.cue)):
            # Whoever quotes another is what the other's words go back to, and speaks himself.
            return span.start not in self._tellers or span.start not in self._telling
        outer = self._outers[number]
        if outer is not None and any(_meet(span, source) for source in outer.source):
            return True
        if self._text.endswith((_ACCORDING, "told "), 0, span.start):
            return True
        return not any(
            _meet(span, source)
            for other in self._quotes[max(0, number - _NEAR) : number + _NEAR]
            for source in other.source
            if not self._tells_that(other, number)
            if source.text.partition(" ")[0].lower() not in PREPOSITIONS
        )

    def _tells_that(self, other: Quote, number: int) -> bool:
        """Is it in a document that somebody says so: "The e-mails show that he warned of “…”"?"""
        quote = self._quotes[number]
        if not (other.cue and quote.source and is_document(other.source[0].text)):
            return False
        between = (other.cue[0].end, quote.source[0].start)
        return between[0] < between[1] and _WITHIN.fullmatch(self._text, *between) is not None

    def _reach(self, quote: Quote) -> tuple[int, int]:
        """Give the sentences that a quote, its cue and what leads up to it stand in."""
        spans = (*quote.cue, *quote.content)
        first = max(0, bisect_right(self._starts, min(span.start for span in spans)) - 1)
        if not quote.cue and quote.source and first:  # "Dunn reportedly laid out a plan: “…”"
            led = bisect_right(self._starts, quote.source[0].start) - 1
            apart = "\n" in self._text[self._sentences[led].end : self._starts[first]]
            goes_on = quote.content[0].start - self._starts[first] < _MARK_AND_SPACE
            first = led if led == first - 1 and (goes_on or not apart) else first
        last = max(0, bisect_right(self._starts, max(span.end for span in spans) - 1) - 1)
        start = max(self._sentences[first].start, quote.content[0].start - _LONG)
        return start, min(self._sentences[last].end, quote.content[-1].end + _LONG)


def _is_pronoun(quote: Quote) -> bool:
    return _words(quote) in PRONOUNS and quote.speaker is None


def _is_held(text: str, document: Span) -> bool:
    """Is something said in a document, which tells nothing by itself: "in an e-mail"?"""
    return text[: document.start].endswith(_HOLDERS)


def _are_many(words: str) -> bool:
    """Are these several people: "critics", "two officials", but not "one of the officials"?"""
    head = head_of(words)
    several = head.endswith(("s", "men", "women", "people")) and not head.endswith("ss")
    return several and words.partition(" ")[0].lower() not in _SINGLE


def _is_from(origin: Provenance, before: Sequence[Quote]) -> bool:
    """Do all these quotes come from somebody without a name, or from whom a pronoun calls so?"""
    return all(
        _words(other) in PRONOUNS or any(_meet(origin.span, source) for source in other.source)
        for other in before
        if other.source
    )


def _goes_on(quote: Quote, before: Sequence[Quote]) -> bool:
    """Does a quote come from the one source of those before it, as far as that can be told?"""
    if quote.speaker and any(other.speaker not in (None, quote.speaker) for other in before):
        return False
    sources = {_words(other) for other in before} - PRONOUNS - {""}
    if _words(quote) in PRONOUNS:
        return len(sources) < 2
    if quote.speaker is not None:
        return all(other.speaker == quote.speaker for other in before)
    return {head_of(words) for words in sources} <= {head_of(_words(quote))}


def _words(quote: Quote) -> str:
    return quote.source[0].text.lower() if quote.source else ""


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end

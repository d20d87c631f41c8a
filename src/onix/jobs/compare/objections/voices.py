"""Whose sentence is it: the marks of an article in, for each sentence a person or a body out.

Reading says who speaks the quotations. Most of what an article tells of a quarrel is no quotation
("The union will go to court", "She has doubts about the fee"), and unions and parties quarrel, too.
So a voice is also who is named in a sentence, and whose voice goes on in its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onix.jobs.compare.objections.askers import only_asked
from onix.jobs.compare.objections.bodies import Bodies, Body, has_verb, people_of
from onix.jobs.compare.objections.objectors import (
    begins_with_plan,
    can_object,
    is_nobodys,
    stand_in,
)
from onix.jobs.compare.objections.settled import objecting
from onix.jobs.compare.objections.writers import writer_at, writings
from onix.model import Marks, Mention, Quote, Span
from onix.reading.grammar import lexicon

_GOES_ON = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|him|them|hers|theirs)\b", re.IGNORECASE
)
# "Freight operators", "many residents of the quay": people who may object without a name
_MANY = re.compile(
    r"^(?!(?:the\s)?(?:\w+\s){0,2}(?:sources|officials|documents|papers|reports)\b)"
    r"(?:[\w’'-]+\s){0,3}(?:\w{2,}[^\Wsui]s|people|women|men)(?:\s(?:of|from|in|on|at)\b.*)?$",
    re.IGNORECASE,
)
_BY_MYSELF = re.compile(r"(?:.*\W)?(?:I|we)", re.IGNORECASE)
_BY_PRONOUN = re.compile(r"\W*(?:he|she|they|it)\b", re.IGNORECASE)
_WORDS = re.compile(r"[\w’'-]+(?=\s)")
_REACH, _LONGEST = 80, 6  # characters and words, up to the verb
# What a clause may begin with before its subject: "; but the", ", which".
_OPENING = re.compile(r"^[\s;,]*(?:(?:to|against|of)\s+)?(?:[a-z]+\s+){0,2}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a sentence, and the words that are theirs."""

    who: str
    quote: Quote


def voices(marks: Marks) -> dict[int, Voice]:
    """Give for the numbers of sentences whose they are; those of nobody are left out.

    Nor are those there of somebody who only asks.

    1. Who says its quotation, where that is known.
    2. Else a body that it begins with, a person named in full, or a body named elsewhere in it.
    3. Else the voice before it in the paragraph, where the sentence goes on as one.
    4. In a letter, a column or an editorial whoever wrote it, where nobody else has the word.
    """
    own = writings(marks.document)
    quoted = _quoted(marks)
    people = people_of(marks)
    bodies = Bodies(marks)
    asked = only_asked(marks)
    unnamed = _unnamed(marks)
    found: dict[int, Voice] = {}
    for paragraph in paragraphs(marks):
        last: str | None = None
        open_words: int | None = None
        for number in paragraph:
            sentence = marks.sentences[number]
            writer = writer_at(own, sentence.start)
            if number in asked or is_nobodys(sentence.text, len(paragraph) == 1):
                continue
            quote = quoted.get(number)
            named = next((each for each in people if sentence.covers(each.span)), None)
            body = bodies.named_in(sentence)
            if body is not None and named is not None and body.span.covers(named.span):
                named = None  # "The Nurses of Ward Zero": the reader took a ward for somebody
            if quote is not None and body is not None and _is_of(body, quote, sentence):
                quote = None
            who, span = _who(quote, named, body, last)
            if named is not None and (who == named.name or _is_in(named.span, quote)):
                who = stand_in(named, sentence) or who
            goes_on = quote is None and named is None and body is None
            if goes_on and begins_with_plan(sentence.text):
                continue  # "The accord rules that out": nobody's words
            others = number in unnamed and not _BY_MYSELF.fullmatch(unnamed[number].text)
            by_pronoun = last is not None and _BY_PRONOUN.match(sentence.text)
            if goes_on and writer and not others and not by_pronoun:
                found[number] = Voice(writer, Quote("indirect", (sentence,), speaker=writer))
                continue
            if goes_on and number in unnamed:
                # "Freight operators object", "a spokeswoman said": not whoever spoke before
                span, goes_on = unnamed[number], False
                who = span.text if _MANY.search(span.text) else None
            if who is not None and not can_object(who, marks.document):
                continue
            is_own = not goes_on and who is not None
            if open_words == number - 1 and is_own and who is not None:
                # "And forty million? …, Kettle suggested.": it is not of whoever spoke before.
                first = marks.sentences[open_words]
                found[open_words] = Voice(who, Quote("indirect", (first,), speaker=who))
            open_words = number if goes_on and _is_open(sentence.text) else None
            if who is None:
                continue
            is_whose = quote is not None and quote.speaker in (who, named and named.name)
            said = quote if quote is not None and is_whose else Quote(
                "indirect", (sentence,), source=(span,) if span else (), speaker=who
            )  # fmt: skip
            found[number] = Voice(who, said)
            last = who
    return found


def _is_of(body: Body, quote: Quote, sentence: Span) -> bool:
    """Has a body the word where a quotation only goes on from the sentence before it?

    "We have two pools," said Ann Lee. What goes up is the price, fears the Family Council.
    """
    is_told_here = any(sentence.covers(each) for each in quote.source)
    return not is_told_here and not any(each.covers(body.span) for each in quote.marked)


def _is_open(sentence: str) -> bool:
    """Is a sentence asked or cried out, or does it begin a quotation that goes on after it?"""
    begins = sentence.startswith(("“", '"', "‘", "„"))
    closes = re.search('[”"’“](?!\\w)', sentence[1:]) is not None
    return sentence.rstrip('”"’').endswith(("?", "!")) or (begins and not closes)


def _who(
    quote: Quote | None, named: Mention | None, body: Body | None, last: str | None
) -> tuple[str | None, Span | None]:
    speaker = quote.speaker if quote is not None else None
    if speaker is not None and quote is not None:
        if body is not None and speaker in body.name:
            return body.name, body.span
        # "The economist Theo Gant …; three, he said": whom "he" means stands before it.
        pronouns = [each.start for each in quote.source if _GOES_ON.fullmatch(each.text)]
        is_ahead = named is not None and any(named.span.start < each for each in pronouns)
        if not (is_ahead and named is not None and named.name and named.name != speaker):
            return speaker, None
    # "The Alliance praised what Ann Lee proposes": whoever begins a sentence has its verb.
    begins = body is not None and body.acts and named is not None
    if named is not None and not begins:
        return named.name, named.span
    if body is not None:
        return body.name, body.span
    return (speaker or last), None


def _is_in(span: Span, quote: Quote | None) -> bool:
    return quote is not None and any(each.covers(span) for each in quote.source)


def voices_within(marks: Marks, clauses: Sequence[Span]) -> list[Voice | None]:
    """Give for clauses whose they are by their own subject: "while Odd Lund finds it fair"."""
    bodies, people = Bodies(marks), people_of(marks)
    found: list[Voice | None] = []
    for clause in clauses:
        begin = _OPENING.match(clause.text)
        start = clause.start + (begin.end() if begin else 0)
        own = Span(clause.document_id, start, clause.end, clause.text[start - clause.start :])
        person = next((each for each in people if each.span.start == start), None)
        body = bodies.named_in(own)
        who = None
        if person is not None and own.covers(person.span):
            behind = own.text[person.span.end - start :]
            who = person.name if has_verb(behind) else None
        elif body is not None and body.acts:
            who = body.name
        said = Quote("indirect", (clause,), speaker=who)
        found.append(Voice(who, said) if who else None)
    return found


def paragraphs(marks: Marks) -> Iterator[list[int]]:
    """Give the numbers of the sentences of each paragraph."""
    text, found = marks.document.text, list[int]()
    for number, sentence in enumerate(marks.sentences):
        if found and "\n" in text[marks.sentences[number - 1].end : sentence.start]:
            yield found
            found = []
        found.append(number)
    if found:
        yield found


def _unnamed(marks: Marks) -> dict[int, Span]:
    """Give for the numbers of sentences who says something in them, where that is nobody's name."""
    starts = [each.start for each in marks.sentences]
    found: dict[int, Span] = {}
    for quote in marks.quotes:
        if quote.speaker is None and len(quote.source) == 1:
            source = quote.source[0]
            is_name = any(each.span.overlaps(source) for each in marks.mentions)
            if _GOES_ON.fullmatch(source.text) is None and not is_name:
                found.setdefault(bisect_right(starts, source.start) - 1, source)
    for number, sentence in enumerate(marks.sentences):
        if (group := _against(sentence)) is not None:
            found.setdefault(number, group)
    return found


def _against(sentence: Span) -> Span | None:
    """Give whom a sentence begins with, if it goes on with that they object."""
    ends = [each.end() for each in _WORDS.finditer(sentence.text, 0, _REACH)][:_LONGEST]
    for end, after in pairwise(ends):
        verb = sentence.text[end:after].strip()
        if verb.islower() and lexicon.stem(verb) in objecting():
            return None if _GOES_ON.fullmatch(sentence.text[:end]) else sentence.part(0, end)
    return None


def _quoted(marks: Marks) -> dict[int, Quote]:
    starts = [each.start for each in marks.sentences]
    found: dict[int, Quote] = {}
    for quote in marks.quotes:
        if quote.speaker is not None and quote.content:
            found.setdefault(bisect_right(starts, quote.content[0].start) - 1, quote)
    return found

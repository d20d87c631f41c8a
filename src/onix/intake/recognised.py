"""Transcripts that a machine wrote: words as they were heard become a document with turns.

In: a JSON value. Out: a transcript whose text is those words, in turns, and of the words those
that the machine was not sure of. Where words stand in a recogniser's JSON, `recognisers` knows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from onix.intake.build import Spoken, Word, build
from onix.intake.decoding import clean
from onix.intake.file_names import day_from_name, title_from_name
from onix.intake.raw import Raw
from onix.intake.recognisers import Uttered, uttered_in
from onix.intake.transcript import Talk, ends_sentence, ends_turn
from onix.model import Document

SURE = 0.8  # of a word, and how sure the machine was is not kept
EVERY = 3.0  # seconds at most between two words whose time is kept

_SLOWEST = 50.0  # seconds that no word takes on average: such times are milliseconds


def read_recognised(
    value: object, raw: Raw, *, raw_sha256: str | None = None, alone: bool = True
) -> Document | None:
    """Give the transcript in a JSON value, or None where it is nothing that a recogniser writes.

    Args:
        alone: The value is all that `raw` holds, so that its address is the transcript's.
    """
    words = uttered_in(value)
    if words is None:
        return None
    _tidy(words)
    pieces: list[str] = []
    spoken: list[Spoken] = []
    heard: list[Word] = []
    at = 0
    for talk, said in _turns(words):
        text = ""
        for each in said:
            between = "" if each.joins or not text else " "
            start = at + len(text) + len(between)
            text += between + each.text
            heard.append(Word(start, at + len(text), each.begins, each.confidence))
        spoken.append(Spoken(talk.speaker, at, at + len(text), talk.begins, talk.ends))
        pieces.append(text)
        at += len(text) + 1
    sha256 = raw_sha256 or hashlib.sha256(raw.data).hexdigest()
    return build(
        raw if alone else Raw(None, b"", fetched=raw.fetched),
        "\n".join(pieces),
        kind="transcript",
        title=title_from_name(raw.address) if alone else None,
        published=day_from_name(raw.address) if alone else None,
        spoken=spoken,
        heard=list(_worth_keeping(heard)),
        raw_sha256=sha256,
    )


def _tidy(words: list[Uttered]) -> None:
    """Settle what only all the words together show: spaces, the unit of time, what is not set."""
    if any(each.text[:1].isspace() for each in words):  # Whisper writes spaces where they belong
        for each in words:
            each.joins = not each.text[:1].isspace() and not each.opens
    for each in words:
        each.text = " ".join(clean(each.text).split())
    words[:] = [each for each in words if each.text]
    times = [each for word in words for each in (word.begins, word.ends) if each is not None]
    if times and max(times) - min(times) > _SLOWEST * len(words):
        for each in words:
            each.begins = None if each.begins is None else each.begins / 1000
            each.ends = None if each.ends is None else each.ends / 1000
    if not any(each.confidence for each in words):  # Google: "0.0 … confidence was not set"
        for each in words:
            each.confidence = None


def _turns(words: list[Uttered]) -> Iterator[tuple[Talk, list[Uttered]]]:
    """Part the words into turns, as subtitles are parted."""
    unmarked = not any(ends_sentence(each.text) for each in words)
    talk: Talk | None = None
    said: list[Uttered] = []
    for each in words:
        if talk is not None and (
            each.joins
            or not ends_turn(talk, each.speaker, each.begins, False, stops=unmarked and each.opens)
        ):
            talk.words = [each.text]
            talk.ends = talk.ends if each.ends is None else each.ends
            said.append(each)
            continue
        if talk is not None:
            yield talk, said
        talk, said = Talk(each.speaker, [each.text], each.begins, each.ends), [each]
    if talk is not None:
        yield talk, said


def _worth_keeping(heard: Iterable[Word]) -> Iterator[Word]:
    """Give the words that the machine was not sure of, and one every few seconds for the time."""
    last = -EVERY
    for each in heard:
        unsure = each.confidence is not None and each.confidence < SURE
        if unsure or (each.begins is not None and not 0 <= each.begins - last < EVERY):
            yield each if unsure else each._replace(confidence=None)
            last = last if each.begins is None else each.begins

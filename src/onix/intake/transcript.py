"""Transcripts become documents with turns.

In: subtitles, text with speaker labels, text with times between. Out: one document of kind
"transcript".
Subtitles, and names beside times: the labels are not words, so `Document.text` has the words
alone, one line a turn, and a quote lies in one piece although it was cut into cues. Labelled text:
the file is the document, so the labels stay where they are, and the turns leave them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onix.intake.build import Spoken, build
from onix.intake.cues import Cue, Subtitles, read_cues
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.dialogue import are_speakers, spoken_in, sure_speakers, without_close
from onix.intake.file_names import day_from_name, title_from_name
from onix.intake.labels import full_names, labels_in, speaking
from onix.intake.people import people_in
from onix.intake.raw import Raw
from onix.intake.stamps import stamps_in, timed_cues
from onix.intake.text import Header, day_behind, read_header
from onix.model import Document, DocumentKind

_ABOVE = 60  # lines in which a title and a date are looked for
_LONG_TURN = 30.0
_PAUSE = 1.5
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_CHANGE = re.compile(r"^(?:>>+|[-–—])[ \t]+")


@dataclass(slots=True)
class Talk:
    """What one speaker says in a row, in the making; seconds where they are known."""

    speaker: str | None
    words: list[str]
    begins: float | None
    ends: float | None


class Labelled(NamedTuple):
    """A text that may be a transcript: its words, its turns, and what stands above the first."""

    text: str
    spoken: tuple[Spoken, ...]
    header: Header


def read_subtitles(raw: Raw, text: str, *, srt: bool = False) -> Document:
    """Give the transcript in a WebVTT or SRT file.

    Raises:
        InputError: With the line that is broken, and how to write it.
    """
    subtitles = read_cues(text, srt=srt)
    return _of_cues(raw, subtitles)


def read_timed(raw: Raw, text: str) -> Document | None:
    """Give the transcript that a text with times on lines of their own is, alone or beside names.

    None where the text is nothing of the kind.
    """
    text = clean(text)
    if cues := _stamped_cues(text):
        header = _header_above(text)
        return _of_cues(raw, Subtitles(cues, header.title, header.published, header.outlet))
    cues = timed_cues(text)
    return _of_cues(raw, Subtitles(cues)) if cues else None


def _stamped_cues(text: str) -> list[Cue]:
    """Give what is said under lines of a name and a time; none where there are no such lines."""
    labels = labels_in(text) if stamps_in(text) else []
    if not labels or not all(label.stamped for label in labels):
        return []
    names = full_names([label.written for label in labels], text)
    cues = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        words = squeeze(without_close(text[label.end : following.start if following else None]))
        begins = label.begins or 0.0
        ends = following.begins if following and following.begins is not None else begins
        if words:
            cues.append(Cue(begins, ends, ((names[label.written], words),)))
    return cues


def _header_above(text: str) -> Header:
    """Read what stands above the first label; a day at the end of a title is that of the talk."""
    header = read_header([*text[: labels_in(text)[0].start].split("\n")[:_ABOVE], "-"])
    return replace(header, published=header.published or day_behind(header.title or "")[1])


def _of_cues(raw: Raw, subtitles: Subtitles) -> Document:
    text, spoken = _speech(subtitles.cues)
    return build(
        raw,
        text,
        kind="transcript",
        title=one_line(subtitles.title) or title_from_name(raw.address),
        outlet=one_line(subtitles.outlet),
        published=subtitles.published or day_from_name(raw.address),
        spoken=spoken,
    )


def _speech(cues: list[Cue]) -> tuple[str, list[Spoken]]:
    """Give the words of cues as one text, a line a turn, and the turns."""
    turns = list(_joined(_attributed(cues)))
    pieces = [" ".join(turn.words) for turn in turns]
    spoken = []
    start = 0
    for turn, piece in zip(turns, pieces, strict=True):
        ends = turn.ends if turn.ends != turn.begins else None  # of the last, nobody knows
        spoken.append(Spoken(turn.speaker, start, start + len(piece), turn.begins, ends))
        start += len(piece) + 1
    return "\n".join(pieces), spoken


def _attributed(cues: list[Cue]) -> Iterator[tuple[str | None, str, Cue, bool]]:
    """Give each piece of speech with its speaker, and whether somebody new begins there.

    Voices are believed; where a file has none, names are looked for at the start of lines.
    """
    if any(speaker for cue in cues for speaker, _ in cue.said):
        for cue in cues:
            for speaker, words in cue.said:
                yield speaker and speaking(speaker), words, cue, False
        return
    every = [(cue, words) for cue in cues for _, words in cue.said]
    whole = "\n".join(words for _, words in every)
    labels = labels_in(whole)
    known = full_names([label.written for label in labels], whole)
    if not are_speakers(labels, whole):
        sure = sure_speakers(labels, whole)
        known = {written: name for written, name in known.items() if written in sure}
    speaker = None
    for cue, words in every:
        label = next(iter(labels_in(words)), None)
        changes = _CHANGE.match(words) is not None
        if label is not None and label.written in known:
            speaker, words, changes = known[label.written], words[label.end :], True
        elif changes:
            speaker, words = None, _CHANGE.sub("", words)
        if words:
            yield speaker, words, cue, changes


def _joined(pieces: Iterator[tuple[str | None, str, Cue, bool]]) -> Iterator[Talk]:
    """Join what one speaker says in a row.

    Without a name a turn ends with a sentence, after a pause or half a minute, so that a citation
    still leads to its place in the recording.
    """
    turn: Talk | None = None
    for speaker, words, cue, changes in pieces:
        if turn is not None and not ends_turn(turn, speaker, cue.begins, changes):
            turn.words.append(words)
            turn.ends = max(turn.ends or 0.0, cue.ends)
            continue
        if turn is not None:
            yield turn
        turn = Talk(speaker, [words], cue.begins, cue.ends)
    if turn is not None:
        yield turn


def ends_turn(
    turn: Talk, speaker: str | None, begins: float | None, changes: bool, *, stops: bool = False
) -> bool:
    """Is a turn over, where somebody goes on to speak at a second?

    Args:
        changes: Somebody else begins to speak, whoever it is.
        stops: What was said is a whole, though no mark says so.
    """
    if speaker != turn.speaker:
        return True
    if speaker is not None:
        return False
    if begins is None or turn.begins is None or turn.ends is None:
        return changes
    waited = begins - turn.ends >= _PAUSE or turn.ends - turn.begins >= _LONG_TURN
    return changes or (waited and (stops or ends_sentence(turn.words[-1])))


def ends_sentence(words: str) -> bool:
    """Does a sentence end with these words?"""
    return _SENTENCE_END.search(words) is not None


def read_labelled(
    raw: Raw, text: str, *, sure: bool = False, kind: DocumentKind = "transcript"
) -> Document | None:
    """Give the transcript a text with speaker labels is, or None when it is none.

    Args:
        sure: Somebody says that it is one; without any label it is a transcript of one voice.
    """
    text = clean(text).strip("\n ")
    spoken = spoken_in(text, sure=sure)
    if spoken is None and not sure:
        return None
    header = _header_above(text) if spoken else read_header([*text.split("\n")[:_ABOVE], "-"])
    return build(
        raw,
        text,
        kind=kind,
        title=header.title or title_from_name(raw.address),
        authors=header.authors,
        outlet=header.outlet,
        published=header.published or day_from_name(raw.address),
        spoken=spoken or (),
    )


def labelled_lines(lines: Sequence[str], kind: DocumentKind | None) -> Labelled:
    """Give the lines of a paged document as one text, with the turns that its labels make.

    Args:
        kind: What somebody says that it is; only an unknown one is looked at for labels.
    """
    text = "\n".join(lines)
    if kind in {None, "transcript"}:
        if cues := _stamped_cues(text):
            words, turns = _speech(cues)
            return Labelled(words, tuple(turns), _header_above(text))
        if (spoken := spoken_in(text, sure=kind == "transcript")) is not None:
            return Labelled(text, tuple(spoken), _header_above(text))
    return Labelled(text, (), read_header(lines[:_ABOVE]))


def read_lines(
    raw: Raw,
    lines: Sequence[str],
    kind: DocumentKind | None,
    *,
    title: str | None,
    author: str | None,
    published: str | None = None,
) -> Document:
    """Give the document that the lines of a word processor's or a paged file make.

    Args:
        title: What the file states; else it is what stands above its text.
        author: Whom the file states, where nobody stands under the title; one word is no name.
        published: The day that is taken where none stands there.
    """
    talk = labelled_lines(lines, kind)
    header, named = talk.header, title_from_name(raw.address) if talk.spoken else None
    return build(
        raw,
        talk.text,
        kind=kind or ("transcript" if talk.spoken else "article"),
        spoken=talk.spoken,
        title=title or header.title or named,
        authors=header.authors or (people_in(author) if author and " " in author else ()),
        outlet=header.outlet,
        published=header.published or published or day_from_name(raw.address),
    )

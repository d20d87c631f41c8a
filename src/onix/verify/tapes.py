"""Transcripts ready to be searched for words, mapped from disk.

In: documents, one at a time, and a folder. Out: where a run of three words stands, and the words,
speakers and seconds of any stretch. In memory stand only the titles; a token costs about eight
bytes on disk besides its text: a place in `places`, a byte in `prints`, a share of `buckets`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onix.alignment import Ids, tokenise
from onix.model import Document, DocumentKind, Heard, Span
from onix.verify.making import EVERY, RUN, SILENT, make, prints_of


@dataclass(frozen=True, slots=True)
class Tape:
    """One transcript, without its words.

    Attributes:
        first: Number of its first token; tokens are counted through all tapes.
        tokens: How many it has.
        waypoint: Number of its first waypoint.
        ends: Where its text ends, in bytes of all texts.
        turns: Rows of the turns that are its own.
        heard: Rows of the heard words that are its own.
    """

    id: str
    kind: DocumentKind
    title: str | None
    outlet: str | None
    published: str | None
    fetched: str | None
    address: str | None
    raw_sha256: str | None
    version_of: str | None
    first: int
    tokens: int
    waypoint: int
    ends: int
    turns: tuple[int, int]
    heard: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A turn: who speaks from `start` up to `end` (code points), and the second it begins at."""

    speaker: str | None
    start: int
    end: int
    begins: float | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some tokens of a tape in a row, with the text around them.

    Attributes:
        tape: Number of the tape.
        first: Number of the first token within the tape.
        ids: What each token is.
        starts: Where each token starts in `text`; `ends` likewise.
        offset: Where `text` starts in the text of the transcript.
    """

    tape: int
    first: int
    ids: list[int]
    starts: list[int]
    ends: list[int]
    text: str
    offset: int

    def part(self, first: int, last: int) -> Stretch:
        """Give the tokens from `first` up to `last`, with the same text around them."""
        return replace(
            self,
            first=self.first + first,
            ids=self.ids[first:last],
            starts=self.starts[first:last],
            ends=self.ends[first:last],
        )


class Tapes:
    """The transcripts of a folder that `build` has made."""

    def __init__(self, folder: Path) -> None:
        about = json.loads((folder / "tapes.json").read_text(encoding="utf-8"))
        self.all = tuple(
            Tape(**{**each, "turns": tuple(each["turns"]), "heard": tuple(each["heard"])})
            for each in about["tapes"]
        )
        self.speakers: list[str | None] = [None, *about["speakers"]]
        self.tokens = sum(each.tokens for each in self.all)
        self._firsts = np.array([each.first for each in self.all], np.int64)
        self._days = np.array([_ordinal(each.published) for each in self.all], np.int64)
        self._shift = np.uint64(64 - about["bits"])
        self._text = _mapped(folder / "text.npy")
        self._buckets = _mapped(folder / "buckets.npy")
        self._places = _mapped(folder / "places.npy")
        self._bytes = _mapped(folder / "bytes.npy")
        self._characters = _mapped(folder / "characters.npy")
        self._prints = _mapped(folder / "prints.npy")
        self._turns = _mapped(folder / "turns.npy")
        self._begins = _mapped(folder / "begins.npy")
        self._speech = _mapped(folder / "speech.npy")
        self._heard = _mapped(folder / "heard.npy")
        self._apart = np.empty(0, np.int64)
        self.stretch = lru_cache(maxsize=64)(self._stretch)

    @classmethod
    def build(cls, documents: Iterable[Document], folder: Path) -> Tapes:
        """Index the documents in a folder, which is made, and open it."""
        make(documents, folder)
        return cls(folder)

    def text(self, number: int) -> str:
        """Give the whole text of a tape, but for what stands before its first word."""
        tape = self.all[number]
        begins = int(self._bytes[tape.waypoint]) if tape.tokens else tape.ends
        return self._text[begins : tape.ends].tobytes().decode("utf-8", "surrogatepass")

    def document(self, number: int) -> Document:
        """Give the transcript of a tape with its whole text, without its turns and authors."""
        tape = self.all[number]
        begins = self.all[number - 1].ends if number else 0
        text = self._text[begins : tape.ends].tobytes().decode("utf-8", "surrogatepass")
        return Document(
            tape.id,
            tape.kind,
            text,
            title=tape.title,
            address=tape.address,
            outlet=tape.outlet,
            published=tape.published,
            fetched=tape.fetched,
            raw_sha256=tape.raw_sha256,
            version_of=tape.version_of,
        )

    def without(self, ids: Set[str]) -> Tapes:
        """Give the tapes, of which those of these ids are not looked through."""
        apart = [number for number, tape in enumerate(self.all) if tape.id in ids]
        if not apart:
            return self
        rest = copy(self)
        rest._apart = np.array(apart, np.int64)
        return rest

    def _are_looked_through(self, tokens: NDArray[np.int64]) -> NDArray[np.bool_]:
        are: NDArray[np.bool_] = ~np.isin(self.tapes_at(tokens), self._apart)
        return are

    @property
    def has_speakers(self) -> bool:
        """Does any tape say who speaks?"""
        return len(self.speakers) > 1

    def counts(self, found: Ids) -> NDArray[np.int64]:
        """Say how many places may have each of these runs of words."""
        buckets = (found >> self._shift).astype(np.int64)
        counts: NDArray[np.int64] = self._buckets[buckets + 1].astype(np.int64)
        counts -= self._buckets[buckets]
        return counts

    def places(self, found: Ids, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Give the tokens at which runs of words may begin, and the number of the run of each.

        Args:
            most: As many are looked at of each run.
        """
        firsts = self._buckets[(found >> self._shift).astype(np.int64)].astype(np.int64)
        counts = np.minimum(self.counts(found), most)
        which = np.repeat(np.arange(len(found)), counts)
        rows = np.arange(len(which)) + np.repeat(firsts - np.cumsum(counts) + counts, counts)
        tokens = self._places[rows].astype(np.int64)
        if len(self._apart):
            is_kept = self._are_looked_through(tokens)
            tokens, which = tokens[is_kept], which[is_kept]
        return tokens, which

    def mostly_agreeing(self, ids: Ids) -> NDArray[np.int64]:
        """Give the tokens at which more than half of a row's words stand where they would.

        Or all of them with one more said among them, or all but one that nobody said: "He is under
        arrest" for "He is not under arrest". Every token is looked at, so it is for few tapes and
        few words.
        """
        there, late, early = (np.zeros(len(self._prints), np.int16) for _ in range(3))
        for place, one in enumerate(prints_of(ids[: len(there)])):
            same = (self._prints == one).astype(np.int16)
            if place:  # the first word stands where it would
                np.maximum(late, there, out=late)
                late[: len(late) - place - 1] += same[place + 1 :]
                early[: len(early) - place + 1] += same[place - 1 :]
                np.maximum(early, there, out=early)
            there[: len(there) - place] += same[place:]
        is_there = (2 * there > len(ids)) | (late == len(ids)) | (early == len(ids) - 1)
        found = np.flatnonzero(is_there)
        return found[self._are_looked_through(found)] if len(self._apart) else found

    def timely(self, tokens: NDArray[np.int64], said: date | None, days: int) -> NDArray[np.bool_]:
        """Say which tokens stand in tapes of that day, or of so many days before."""
        if said is None:
            return np.zeros(len(tokens), bool)
        passed = said.toordinal() - self._days[self.tapes_at(tokens)]
        timely: NDArray[np.bool_] = (passed >= -1) & (passed <= days)
        return timely

    def agreeing(
        self, ids: Ids, tokens: NDArray[np.int64], astray: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Say how many words of a row stand where they would if it began at each of these tokens.

        One in 256 other words looks the same here.

        Args:
            astray: So many tokens before or behind, a word is counted in the second number.
        """
        at = tokens[:, None] + np.arange(-astray, len(ids) + astray)
        seen = self._prints[np.clip(at, 0, len(self._prints) - 1)]
        prints = prints_of(ids)
        near = np.zeros((len(tokens), len(ids)), bool)
        for shift in range(2 * astray + 1):
            near |= seen[:, shift : shift + len(ids)] == prints
        there = seen[:, astray : astray + len(ids)] == prints
        return np.count_nonzero(there, axis=1), np.count_nonzero(near, axis=1)

    def have_run(
        self, ids: Ids, tokens: NDArray[np.int64], which: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Say at which of these tokens stand the three words of a row from `which` on.

        Other runs share a bucket; one in sixteen million of them looks the same here.
        """
        prints = prints_of(ids)
        found = np.ones(len(tokens), bool)
        for place in range(RUN):
            found &= self._prints[tokens + place] == prints[which + place]
        return found

    def voices(self, tokens: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give who speaks at each of these tokens, as numbers in `speakers`; 0 is nobody."""
        if not len(self._speech):
            return np.zeros(len(tokens), np.int64)
        rows = np.searchsorted(self._speech, tokens, "right") - 1
        found: NDArray[np.int64] = np.where(rows < 0, 0, self._turns[rows, 2]).astype(np.int64)
        return found

    def tapes_at(self, tokens: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the numbers of the tapes that tokens stand in."""
        found: NDArray[np.int64] = np.searchsorted(self._firsts, tokens, "right") - 1
        return found

    def _stretch(self, number: int, first: int, last: int) -> Stretch:
        """Give the tokens of a tape from `first` up to `last`, as far as there are any."""
        tape = self.all[number]
        first, last = max(0, first), min(tape.tokens, last)
        begin = tape.waypoint + max(0, min(first, tape.tokens - 1)) // EVERY  # there is none behind
        end = tape.waypoint + -(-last // EVERY)
        has_next = end < tape.waypoint + -(-tape.tokens // EVERY)
        data = self._text[self._bytes[begin] : self._bytes[end] if has_next else tape.ends]
        text = data.tobytes().decode("utf-8", "surrogatepass")
        tokens = tokenise(text)
        skip = first - (begin - tape.waypoint) * EVERY
        wanted = slice(skip, skip + last - first)
        return Stretch(
            number,
            first,
            tokens.ids[wanted].tolist(),
            tokens.starts[wanted].tolist(),
            tokens.ends[wanted].tolist(),
            text,
            int(self._characters[begin]),
        )

    def token_at(self, number: int, character: int) -> int:
        """Give about the number, within its tape, of the token that stands at a character."""
        tape = self.all[number]
        last = tape.waypoint + -(-tape.tokens // EVERY)
        at = int(np.searchsorted(self._characters[tape.waypoint : last], character, "right"))
        return max(0, at - 1) * EVERY

    def span(self, stretch: Stretch, first: int, last: int) -> Span:
        """Give the span from token `first` of a stretch up to, not including, token `last`."""
        start = stretch.starts[first]
        end = stretch.ends[last - 1] if last > first else start
        name, offset = self.all[stretch.tape].id, stretch.offset
        return Span(name, offset + start, offset + end, stretch.text[start:end])

    def said(self, number: int, start: int, end: int) -> list[Said]:
        """Give the turns that lie in a part of a tape's text (code points)."""
        low, high = self.all[number].turns
        starts, ends = self._turns[low:high, 0], self._turns[low:high, 1]
        last = int(np.searchsorted(starts, end))
        first = last
        while first and (ends[first - 1] > start or first == last):
            first -= 1
        found = []
        for row in range(low + first, low + last):
            turn_start, turn_end, speaker = (int(each) for each in self._turns[row])
            if turn_start < end and start < turn_end:
                begins = float(self._begins[row])
                seconds = None if np.isnan(begins) else begins
                found.append(Said(self.speakers[speaker], turn_start, turn_end, seconds))
        return found

    def heard(self, stretch: Stretch, first: int, last: int) -> list[Heard]:
        """Give the heard words that are known from token `first` of a stretch up to `last`."""
        if not self.all[stretch.tape].heard[1] or last <= first:
            return []
        name, offset = self.all[stretch.tape].id, stretch.offset
        start, end = offset + stretch.starts[first], offset + stretch.ends[last - 1]
        rows = self._rows(stretch.tape)
        low, high = (int(each) for each in np.searchsorted(rows["start"], (start, end)))
        found = []
        for row in rows[max(0, low - 1) : high]:
            begin = int(row["start"])
            text = stretch.text[max(0, begin - offset) : begin - offset + int(row["length"])]
            if begin >= offset and begin + len(text) > start:
                begins = None if np.isnan(row["begins"]) else round(float(row["begins"]), 2)
                sure = None if row["sure"] == SILENT else int(row["sure"]) / 100
                found.append(Heard(Span(name, begin, begin + len(text), text), begins, sure))
        return found

    def second(self, number: int, start: int, said: Said | None) -> float | None:
        """Give the second at which a tape comes to a character, or the last that is known before.

        Args:
            said: The turn in which the character stands; its begin is what is known at least.
        """
        rows = self._rows(number)
        before = int(np.searchsorted(rows["start"], start, "right"))
        if before:
            row = rows[before - 1]
            if not np.isnan(row["begins"]) and (said is None or row["start"] >= said.start):
                return round(float(row["begins"]), 2)
        return None if said is None else said.begins

    def _rows(self, number: int) -> NDArray[Any]:
        low, high = self.all[number].heard
        rows: NDArray[Any] = self._heard[low:high]
        return rows


def day_of(written: str | None) -> date | None:
    """Give the day of an ISO date or date-time; None where it is not that precise."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _ordinal(published: str | None) -> int:
    day = day_of(published)
    return 0 if day is None else day.toordinal()


def _mapped(path: Path) -> NDArray[Any]:
    # Seen as a plain array: each slice of a memmap costs twenty times that of one.
    array: NDArray[Any] = np.load(path, mmap_mode="r" if path.stat().st_size > 4096 else None)
    return array.view(np.ndarray)

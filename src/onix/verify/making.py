"""Tapes in the making: documents in, the files of a folder out.

What a token needs is written out tape by tape, so that no more than one transcript is held at a
time; runs of words are sorted in the file they were written to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onix.alignment import Ids, runs, tokenise
from onix.model import Document

EVERY = 64  # tokens between two waypoints
RUN = 3  # tokens by which a place is found
_LEAST_BITS = 8
_LONGEST = 255  # characters of a heard word; nothing asks for more of it
SILENT = 255  # stands for a confidence that is not known

# A heard word: where it starts (code points), how long it is, its second, how sure (percent).
HEARD = np.dtype([("start", "<i4"), ("length", "u1"), ("begins", "<f4"), ("sure", "u1")])


def make(documents: Iterable[Document], folder: Path) -> None:
    """Index the documents in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    building = _Building(folder)
    for document in documents:
        building.add(document)
    building.finish()


def prints_of(ids: Ids) -> NDArray[np.uint8]:
    """Give a byte for each token, by which most others are told from it."""
    return (ids >> np.uint64(56)).astype(np.uint8)


class _Building:
    """An index in the making; what a token needs is written out, tape by tape."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tapes: list[dict[str, Any]] = []
        self._speakers: dict[str, int] = {}
        self._turns: list[tuple[int, int, int]] = []
        self._begins: list[float] = []
        self._heard: list[NDArray[Any]] = []
        self._words = 0
        self._speech: list[NDArray[np.int64]] = []
        self._bytes: list[NDArray[np.int64]] = []
        self._characters: list[NDArray[np.int32]] = []
        self._written = self._tokens = self._waypoints = 0
        self._texts = (folder / "text.part").open("wb")
        self._runs = (folder / "runs.part").open("wb")
        self._prints = (folder / "prints.part").open("wb")

    def add(self, document: Document) -> None:
        """Put a document in."""
        data = document.text.encode("utf-8", "surrogatepass")
        tokens = tokenise(document.text)
        found = runs(tokens.ids, RUN)
        # A run and its place in one number, so that sorting needs no other room.
        places = np.arange(self._tokens, self._tokens + len(found), dtype=np.uint64)
        self._runs.write(((found & np.uint64(0xFFFFFFFF00000000)) | places).tobytes())
        self._prints.write(prints_of(tokens.ids).tobytes())
        waypoints = tokens.starts[::EVERY]
        self._bytes.append(self._written + _byte_offsets(document.text, waypoints))
        self._characters.append(waypoints.astype(np.int32))
        turns = len(self._turns)
        spoken = sorted(document.turns, key=lambda turn: turn.span.start)
        begins = np.array([turn.span.start for turn in spoken], np.int64)
        self._speech.append(self._tokens + np.searchsorted(tokens.starts, begins))
        for turn in spoken:
            speaker = 0
            if turn.speaker is not None:
                speaker = self._speakers.setdefault(turn.speaker, len(self._speakers) + 1)
            self._turns.append((turn.span.start, turn.span.end, speaker))
            self._begins.append(float("nan") if turn.begins is None else turn.begins)
        words = _heard(document)
        self._heard.append(words)
        self._words += len(words)
        self._texts.write(data)
        self._written += len(data)
        self._tapes.append(
            {
                "id": document.id,
                "kind": document.kind,
                "title": document.title,
                "outlet": document.outlet,
                "published": document.published,
                "fetched": document.fetched,
                "address": document.address,
                "raw_sha256": document.raw_sha256,
                "version_of": document.version_of,
                "first": self._tokens,
                "tokens": len(tokens),
                "waypoint": self._waypoints,
                "ends": self._written,
                "turns": (turns, len(self._turns)),
                "heard": (self._words - len(words), self._words),
            }
        )
        self._tokens += len(tokens)
        self._waypoints += len(waypoints)

    def finish(self) -> None:
        """Sort the runs, and write what is needed to find them."""
        self._texts.close()
        self._runs.close()
        self._prints.close()
        bits = max(_LEAST_BITS, (self._tokens // 32).bit_length())
        self._save("text", _from_file(self._folder / "text.part", np.uint8))
        self._save("prints", _from_file(self._folder / "prints.part", np.uint8))
        keys = _from_file(self._folder / "runs.part", np.uint64)
        keys.sort()
        edges = np.arange(1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
        buckets = np.append(np.searchsorted(keys, edges), len(keys)).astype(np.uint32)
        self._save("buckets", buckets)
        self._save("places", keys.astype(np.uint32))
        self._save("bytes", np.concatenate([*self._bytes, np.empty(0, np.int64)]))
        self._save("characters", np.concatenate([*self._characters, np.empty(0, np.int32)]))
        self._save("turns", np.array(self._turns, np.int32).reshape(-1, 3))
        self._save("speech", np.concatenate([*self._speech, np.empty(0, np.int64)]))
        self._save("begins", np.array(self._begins, np.float64))
        self._save("heard", np.concatenate([*self._heard, np.empty(0, HEARD)]))
        about = {"tapes": self._tapes, "speakers": list(self._speakers), "bits": bits}
        (self._folder / "tapes.json").write_text(json.dumps(about), encoding="utf-8")
        for part in ("text.part", "runs.part", "prints.part"):
            (self._folder / part).unlink()

    def _save(self, name: str, array: NDArray[Any]) -> None:
        np.save(self._folder / f"{name}.npy", array)


def _heard(document: Document) -> NDArray[Any]:
    """Give a document's heard words as rows."""
    rows = [
        (
            each.span.start,
            min(_LONGEST, len(each.span.text)),
            np.nan if each.begins is None else each.begins,
            SILENT if each.confidence is None else round(100 * each.confidence),
        )
        for each in sorted(document.heard, key=lambda each: each.span.start)
    ]
    return np.array(rows, HEARD)


def _from_file(path: Path, kind: type[np.generic]) -> NDArray[Any]:
    """Give what a file holds, mapped from it, so that sorting takes place in the file."""
    if not path.stat().st_size:
        return np.empty(0, kind)
    return np.memmap(path, kind, mode="r+")


def _byte_offsets(text: str, characters: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give where characters of a text stand in its UTF-8."""
    if text.isascii():
        return characters
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    more = (codes >= 0x80).astype(np.int8) + (codes >= 0x800) + (codes >= 0x10000)
    before = np.concatenate(([0], np.cumsum(more, dtype=np.int64)))
    offsets: NDArray[np.int64] = characters + before[characters]
    return offsets

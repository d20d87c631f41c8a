"""Which words of a text are others in another text: two texts in, paragraphs of runs out.

For the eye: versions of a story, near-copies. Paragraphs are matched first, then the words of
those that differ, so that a long text with a few changes takes no longer than they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel

Kind = Literal["same", "out", "in"]
_TOKEN = re.compile(r"\n|[^\S\n]+|\w+(?:['’\-]\w+)*|[^\w\s]")
# Words of the one times words of the other: beyond it, paragraphs are given as wholly changed.
MOST = 30_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that both texts have, or only the first ("out") or the second ("in")."""

    kind: Kind
    text: str


Paragraph = tuple[Run, ...]


def differences(before: str, after: str) -> list[Paragraph]:
    """Give the paragraphs of two texts, what is only in the one or in the other set apart."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    found: list[Paragraph] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found += [(Run("same", each),) for each in new[c:d]]
        else:
            found += _split(_words("\n".join(old[a:b]), "\n".join(new[c:d])))
    return found


def is_same(paragraph: Paragraph) -> bool:
    """Do both texts have it, word for word?"""
    return all(each.kind == "same" for each in paragraph)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _words(before: str, after: str) -> Iterator[Run]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > MOST:
        yield from _changed(old, new)
        return
    out: list[str] = []
    put: list[str] = []
    for step in Indel.opcodes(old, new):
        was, now = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag != "equal":
            out += was
            put += now
        elif (out or put) and not _is_anchor(now):
            # A blank or an "of" between two changes reads as part of one change.
            out += was
            put += now
        else:
            yield from _changed(out, put)
            out, put = [], []
            yield Run("same", "".join(now))
    yield from _changed(out, put)


def _is_anchor(tokens: Sequence[str]) -> bool:
    words = [each for each in tokens if each[0].isalnum()]
    return len(words) > 1 or any(len(each) > 6 for each in words) or "\n" in tokens


def _changed(out: Sequence[str], put: Sequence[str]) -> Iterator[Run]:
    """Give what changed, without what is the same at both of its ends."""
    head = 0
    while head < min(len(out), len(put)) and out[head] == put[head]:
        head += 1
    tail = 0
    while tail < min(len(out), len(put)) - head and out[-1 - tail] == put[-1 - tail]:
        tail += 1
    for kind, tokens in (
        ("same", put[:head]),
        ("out", out[head : len(out) - tail]),
        ("in", put[head : len(put) - tail]),
        ("same", put[len(put) - tail :]),
    ):
        if tokens:
            yield Run(kind, "".join(tokens))  # type: ignore[arg-type]  # a literal of the row


def _split(runs: Iterable[Run]) -> Iterator[Paragraph]:
    """Give runs paragraph by paragraph, neighbours of one kind joined."""
    flat = [Run(run.kind, each) for run in runs for each in re.findall(r"\n|[^\n]+", run.text)]
    paragraph: list[Run] = []
    for is_break, some in groupby(flat, key=lambda each: each.text == "\n"):
        if is_break:
            yield from [tuple(paragraph)] if paragraph else []
            paragraph = []
            continue
        for kind, same in groupby(some, key=lambda each: each.kind):
            paragraph.append(Run(kind, "".join(each.text for each in same)))
    yield from [tuple(paragraph)] if paragraph else []

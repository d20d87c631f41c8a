"""Is a story's quotation what was said? Each is held against the transcripts that the record has.

In: a story of the record. Out: for each quotation in marks what the tape says, in words, with the
place to hear it. It is worked out when somebody asks for it, and kept until the record changes.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Literal

from onix.jobs.check import check
from onix.jobs.check.drafts import quotations
from onix.jobs.check.shelf import shelf
from onix.jobs.report import Progress
from onix.model import Difference, Document, DocumentKind, Marks, Quote, Verdict
from onix.record import Query, Record
from onix.serve.desk import Desk
from onix.serve.linking import place
from onix.serve.slow import Slow
from onix.verify.clock import clock
from onix.verify.tapes import Tapes

SPOKEN: tuple[DocumentKind, ...] = ("transcript", "recording")
MOST = 500  # stories whose verdicts are kept; each is a few kilobytes
SHOWN = 3  # differences of a quotation
Sign = Literal["same", "nearly", "other", "none"]
_SIGNS: dict[str, Sign] = {
    "verbatim": "same", "typographic": "same", "cleaned": "nearly", "trimmed": "nearly",
    "uncertain": "nearly", "altered": "other", "spliced": "other", "misattributed": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnTape:
    """What the transcripts say of a quotation.

    Attributes:
        sign: The words are the same, nearly, other words; or they are in no transcript.
        says: That in a sentence, with the time of the recording where the transcript has it.
        address: Of the words in the transcript; None where there are none.
    """

    sign: Sign
    says: str
    address: str | None = None


Held = dict[int, OnTape]
"""By the character with which the words of a quotation begin."""


class Hearing:
    """Holds stories against the transcripts of the record as it is now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        # One thread, so the tapes are used by one story at a time.
        self._slow: Slow[Held] = Slow(most=MOST)
        self._tapes = ExitStack()
        self._ready: tuple[int, Tapes] | None = None
        self._counted = (-1, 0)

    def transcripts(self, record: Record) -> int:
        """Give how many transcripts the record has, counted once for each state of it."""
        sequence = record.sequence
        if self._counted[0] != sequence:
            self._counted = sequence, len(record.passing(Query(""), kinds=SPOKEN))
        return self._counted[1]

    def known(self, sequence: int, document_id: str) -> Held | None:
        """Give what is known of a story already."""
        return self._slow.known((sequence, document_id))

    def find(self, sequence: int, document_id: str) -> Held | Progress:
        """Hold a story's quotations against the transcripts, or say how far that is."""
        return self._slow.find((sequence, document_id), lambda _: self._hold(document_id))

    def close(self) -> None:
        """Throw the tapes away."""
        self._slow.close()
        self._tapes.close()

    def _hold(self, document_id: str) -> Held:
        with self._desk.reading() as record:
            marks = record.marks(document_id, only=("quotes",))
            tapes = self._taped(record)
        return held(marks, tapes)

    def _taped(self, record: Record) -> Tapes:
        if self._ready is None or self._ready[0] != record.sequence:
            self._ready = None
            self._tapes.close()
            spoken = map(record.document, record.passing(Query(""), kinds=SPOKEN))
            self._ready = record.sequence, self._tapes.enter_context(shelf(spoken))
        return self._ready[1]


def held(marks: Marks, tapes: Tapes) -> Held:
    """Hold the quotations of a document against tapes."""
    claims, _ = quotations(marks)
    if not claims:
        return {}
    return {
        each.verdict.claim.start: _on_tape(each.verdict)
        for each in check(claims, against=tapes).findings
        if each.verdict.claim.start is not None
    }


def of_quote(found: Held, quote: Quote) -> list[OnTape]:
    """Give what is known of the pieces of a quotation, once where it is the same of several."""
    pieces = [found[each.start] for each in quote.marked if each.start in found]
    return list({each.says: each for each in reversed(pieces)}.values())[::-1]


def may_be_held(document: Document) -> bool:
    """Is it a story, and not itself what was recorded?"""
    return document.kind not in SPOKEN


def _on_tape(verdict: Verdict) -> OnTape:
    if verdict.label == "too_short":
        return OnTape("none", "Too few words to tell a place on a tape")
    sign = _SIGNS.get(verdict.label, "none")
    if sign == "none" or not verdict.evidence:
        return OnTape("none", "Not in the transcripts held")
    best = verdict.evidence[0]
    # A transcript may have the time of a turn only, so the words come then or later.
    where = (
        "in the transcript" if best.begins is None else f"on the tape, from {clock(best.begins)} on"
    )
    address = place(best.span)
    if sign == "same":
        return OnTape(sign, f"As {where}", address)
    if verdict.label == "misattributed":
        return OnTape(sign, f"{best.speaker or 'Somebody else'} says it {where}", address)
    says = f"{_LABELS[verdict.label]} {where}"
    if how := [_told(each) for each in verdict.differences]:
        more = [f"{len(how) - SHOWN} more"] if len(how) > SHOWN else []
        says = f"{says}: {'; '.join(how[:SHOWN] + more)}"
    return OnTape(sign, says, address)


_LABELS = {
    "cleaned": "Tidied; stands",
    "trimmed": "Shortened; stands",
    "uncertain": "To be heard: the machine was not sure",
    "altered": "Altered; stands",
    "spliced": "Put together from several places; the first",
}


def _told(value: Difference) -> str:
    if value.kind == "speaker":
        return "another speaks there"
    here, there = value.text and _words(value.text), value.source and _words(value.source.text)
    if here and there:
        return f"{here} here, {there} there"
    if here:
        return f"{here} is not there"
    return f"{there} is left out here" if there else "words are left out here"


def _words(text: str) -> str:
    return f"“{' '.join(text.split())}”"

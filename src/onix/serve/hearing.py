"""Is a story's quotation what was said? Each is held against the transcripts that the record has.

In: a story of the record. Out: for each quotation in marks what the tape says, in words, with the
place to hear it. A few transcripts are looked through when a story is opened, many when somebody
asks for it; what was found is kept until a transcript comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Literal

from onix.jobs.check import check
from onix.jobs.check.checked import Checked
from onix.jobs.check.drafts import quotations
from onix.jobs.check.shelf import shelf
from onix.jobs.report import Progress
from onix.model import Difference, Document, DocumentKind, Marks, Quote, Verdict
from onix.record import Query, Record
from onix.serve.desk import Desk
from onix.serve.linking import place
from onix.serve.slow import PATIENCE, BusyError, Slow
from onix.verify.clock import clock
from onix.verify.tapes import Tapes

SPOKEN: tuple[DocumentKind, ...] = ("transcript", "recording")
MOST = 500  # stories whose verdicts are kept; each is a few kilobytes
FEW = 200  # transcripts, which are ready in a second or two; then a story is held when it is opened
MOMENT = 0.25  # seconds for which its page waits for that
NOWHERE = "Not in the transcripts held"
SHOWN = 3  # differences of a quotation
IS_TAPE = Checked((), ("This is a transcript itself.",))
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


Transcripts = tuple[int, ...]
"""Of a record as it is now, by their numbers; what is known is kept until they change."""


class Hearing:
    """Holds stories against the transcripts of the record as it is now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        # One thread, so the tapes are used by one story at a time.
        self._slow: Slow[Checked] = Slow(most=MOST)
        self._tapes = ExitStack()
        self._ready: tuple[Transcripts, Tapes] | None = None
        self._counted: tuple[int, Transcripts] = (-1, ())

    def transcripts(self, record: Record) -> Transcripts:
        """Give the transcripts that the record has, looked up once for each state of it."""
        sequence = record.sequence
        if self._counted[0] != sequence:
            self._counted = sequence, record.keys(kinds=SPOKEN)
        return self._counted[1]

    def known(self, transcripts: Transcripts, story: Document) -> Checked | None:
        """Give what is known of a story already."""
        return self._slow.known(_key(transcripts, story))

    def soon(self, transcripts: Transcripts, story: Document) -> Checked | None:
        """Hold a story where that is a matter of a moment; None where it is not."""
        if len(transcripts) > FEW:
            return self.known(transcripts, story)
        try:
            found = self.find(transcripts, story, patience=MOMENT)
        except BusyError:
            return None
        return None if isinstance(found, Progress) else found

    def find(
        self, transcripts: Transcripts, story: Document, *, patience: float | None = PATIENCE
    ) -> Checked | Progress:
        """Hold a story's quotations against the transcripts, or say how far that is.

        Args:
            patience: Seconds; with None it is waited for.
        """
        return self._slow.find(
            _key(transcripts, story), lambda _: self._hold(story.id), patience=patience
        )

    def close(self) -> None:
        """Throw the tapes away."""
        self._slow.close()
        self._tapes.close()

    def _hold(self, document_id: str) -> Checked:
        with self._desk.reading() as record:
            return hold(record.marks(document_id, only=("quotes",)), self._taped(record))

    def _taped(self, record: Record) -> Tapes:
        transcripts = record.keys(kinds=SPOKEN)
        if self._ready is None or self._ready[0] != transcripts:
            self._ready = None
            self._tapes.close()
            self._ready = transcripts, self._tapes.enter_context(shelf(spoken(record)))
        return self._ready[1]


def _key(transcripts: Transcripts, story: Document) -> tuple[Transcripts, str, int]:
    return transcripts, story.id, hash(story.text)


def spoken(record: Record) -> Iterator[Document]:
    """Give the transcripts of a record."""
    return map(record.document, record.passing(Query(""), kinds=SPOKEN))


def hold(marks: Marks, tapes: Tapes) -> Checked:
    """Check the quotations of a story against tapes."""
    claims, _ = quotations(marks)
    return check(claims, against=tapes) if claims else Checked(())


def held(found: Checked) -> Held:
    """Say what tapes have of each quotation."""
    return {
        each.verdict.claim.start: _on_tape(each.verdict)
        for each in found.findings
        if each.verdict.claim.start is not None
    }


def of_quote(found: Held, quote: Quote) -> list[OnTape]:
    """Give what is known of the pieces of a quotation, once where it is the same of several.

    Nothing of one that is in no transcript: that is said once, of all of them.
    """
    pieces = [found[each.start] for each in quote.marked if each.start in found]
    if all(each.says == NOWHERE for each in pieces):
        return []
    return list({each.says: each for each in reversed(pieces)}.values())[::-1]


def may_be_held(document: Document) -> bool:
    """Is it a story, and not itself what was recorded?"""
    return document.kind not in SPOKEN


def _on_tape(verdict: Verdict) -> OnTape:
    if verdict.label == "too_short":
        return OnTape("none", "Too few words to tell a place on a tape")
    sign = _SIGNS.get(verdict.label, "none")
    if sign == "none" or not verdict.evidence:
        return OnTape("none", NOWHERE)
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
    if value.kind == "name" and value.start == value.end:
        return "the name is spelt another way there"
    here, there = value.text and _words(value.text), value.source and _words(value.source.text)
    if here and there:
        return f"{here} here, {there} there"
    if here:
        return f"{here} is not there"
    return f"{there} is left out here" if there else "words are left out here"


def _words(text: str) -> str:
    return f"“{' '.join(text.split())}”"

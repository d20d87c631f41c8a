"""What became of a draft: a finding for each quotation and each fact, with what they go by."""

from __future__ import annotations

from dataclasses import dataclass

from onix.intake import LeftOut
from onix.jobs.check.styles import Severity
from onix.model import Document, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """What the material says of a quotation or a fact, and how grave the house finds it."""

    verdict: Verdict
    severity: Severity

    @property
    def is_clean(self) -> bool:
        """Is there nothing that the house wants mended?"""
        return self.severity in ("ok", "note")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a draft.

    Attributes:
        findings: One for each quotation and each fact, in the draft's order.
        notes: What a reader should know of the check: no speakers, strings that were left out.
        left_out: Material that could not be read.
        looked_at: Documents that were checked against.
        draft: The draft as it was read, whose text the offsets of the findings count; None where
            claims were given.
        cited: The documents in which the evidence stands, without turns and authors.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    looked_at: int = 0
    draft: Document | None = None
    cited: tuple[Document, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Is there nothing to mend?"""
        return all(each.is_clean for each in self.findings)

"""Whoever tells what stands in a document goes back to it, without any verb of telling."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The reason is a letter in which the port offers her a share.", "a letter"),
        ("The reason is a letter, received on Friday, in which the port offers it.", "a letter"),
        (
            "The city released 21 text messages in which he belittled the clerks.",
            "21 text messages",
        ),
        ("The memo, dated May 9, gave the clerks a fortnight.", "The memo"),
        ("Each box came with a circular, dated 4 July, on the use of lamps.", "a circular"),
        ("She passed on a copy of a letter dated May 9, 2018.", "a letter"),
        ("The report, drawn up by two clerks and dated 31 May, is out.", "The report"),
        ("An order, a copy of which was kept, is dated 22 August.", "An order"),
        ("The cable is dated May 8 and runs to five pages.", "The cable"),
        ("The mayor produced a receipt for the paint.", "a receipt"),
        ("Its head showed reporters what he said was a bank statement.", "a bank statement"),
        ("She held up an invoice from the port.", "an invoice"),
    ],
)
def test_a_document_is_told_of_by_what_stands_in_it(text: str, document: str) -> None:
    """A letter in which something is offered, a memo with its date, a receipt that is shown."""
    assert [(each.kind, each.span.text) for each in provenance(text)] == [("document", document)]


@pytest.mark.parametrize(
    "text",
    [
        "Some of its maps dated from 1979.",
        "The pier in which they met is closed.",
        "He had produced no receipts.",
        "The children held up a banner.",
        "The office produced a survey of the shore.",
        "She dated a clerk of the port.",
    ],
)
def test_a_document_that_is_made_or_missing_tells_nothing(text: str) -> None:
    """Nothing is borne out by receipts that there are none of."""
    assert provenance(text) == ()

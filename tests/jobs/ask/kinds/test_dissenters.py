"""Who was against it stands behind the vote, in minutes and judgments without its verb."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import record_of

MINUTES = (
    "Minutes of the parish council of Halm. Councillor Denby proposed that the roof of the baths "
    "be repaired. Councillor Farrow seconded. Councillor Roth moved that the decision be put off. "
    "The amendment was lost. The motion was carried by five votes to two, Councillors Roth and "
    "Gill dissenting."
)
COURT = (
    "Court upholds licence of the mast. The court upheld the licence of the mast at Halm by five "
    "to three (Judges Rowe, Stam, Tolley, Uhl and Vickers; Judges Wain, Yardley and Abbott "
    "dissenting)."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who voted against the repair of the roof?", "Councillors Roth and Gill"),
        ("Which judges dissented on the licence of the mast?", "Judges Wain, Yardley and Abbott"),
        ("Who voted against the repair of the pier?", None),
    ],
)
def test_who_was_against_it_is_named_behind_the_vote(question: str, expected: str | None) -> None:
    """What the vote was on may stand some sentences above, and has to stand there."""
    with record_of(("", "2026-03-04", MINUTES), ("", "2026-03-05", COURT)) as record:
        told = ask(record, question).statements
    assert (told[0].answer.text if told and told[0].answer else None) == expected

"""In which document something stands, held against where the sources have it."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong

TRIAL = (
    "The jury heard a WhatsApp message that the trader sent to his sister: “The abbot will pay for "
    "anything in a gilded frame.”\n\n"
    "In an email to the harbour office the pilots proposed a fee of 40 crowns for every barge.\n"
)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            "“The abbot will pay for anything in a gilded frame,” the trader wrote in a letter.",
            ["a letter"],
        ),
        (
            "The pilots had proposed a fee of 40 crowns for every barge, the minutes show.",
            ["the minutes"],
        ),
        (
            "“The abbot will pay for anything in a gilded frame,” the trader wrote in a message.",
            [],
        ),
        ("The pilots proposed a fee of 40 crowns for every barge, a report says.", []),
    ],
)
def test_another_kind_of_document(draft: str, words: list[str]) -> None:
    """A letter is no text message and minutes are no email; a report may be anything."""
    record = [marks_of(TRIAL, "trial")]
    assert [mine for mine, _ in wrong(found(record, draft, "attribution"))] == words


COURT = (
    "According to the charge sheet, the three brothers moved 214 million crowns from the growers' "
    "cooperative to firms that had neither staff nor offices.\n"
)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("an affidavit by the investigator", ["an affidavit"]),
        ("a lawsuit", ["a lawsuit"]),
        ("the indictment", []),
    ],
)
def test_papers_of_a_court_are_told_apart(paper: str, words: list[str]) -> None:
    """What the state charges somebody with, it has not sworn and nobody has sued for."""
    draft = (
        "The brothers sent 214 million crowns of the growers' cooperative to firms without staff "
        f"or offices, according to {paper}."
    )
    wrongly = [mine for mine, _ in wrong(found([marks_of(COURT, "c")], draft, "attribution"))]
    assert wrongly == words


def test_the_paper_by_which_something_is_obtained_is_an_outlet() -> None:
    """ "An email obtained by the paper says" goes back to the email."""
    source = (
        "A second email, of 3 May, says that the millers had smelled smoke three nights running."
    )
    draft = "Another email obtained by the paper says that the millers had smelled smoke."
    assert not list(wrong(found([marks_of(source, "one")], draft, "attribution")))

"""A document that is told of goes on telling as "it"."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Reyes has kept a diary. It records 41 nights.", "a diary"),
        ("The memo was written in May. It states that the pier is old.", "The memo"),
        ("The report, 300 pages long, is late. It says that it was sold.", "The report"),
        ("The port found two letters. They list the owners.", "two letters"),
    ],
)
def test_it_may_be_a_document(text: str, name: str) -> None:
    """ "It records" is the diary of the sentence before."""
    assert [(each.kind, each.name) for each in provenance(text)] == [("document", name)]


def test_somebody_may_be_asked_by_letter() -> None:
    """What is asked so is answered so, and a dissent is a document."""
    found = provenance("Asked by e-mail whether it was sold, Tom Reyes answered that it was.")
    assert [(each.kind, each.name) for each in found] == [("document", "e-mail")]
    found = provenance("In a dissent, Tom Reyes wrote that it was sold.")
    assert [(each.kind, each.name) for each in found] == [("document", "a dissent")]


def test_a_brief_statement_is_no_brief() -> None:
    """What stands before the last noun of a document only says more of it."""
    found = provenance("Tom Reyes said in a brief televised statement that it was sold.")
    assert [each.name for each in found] == ["a brief televised statement"]


def test_a_year_is_no_document() -> None:
    """What a study found in a year is not what stands in it."""
    found = provenance("A study published in 2018 found similar results: Tom Reyes slept less.")
    assert all("2018" not in (each.name or "") for each in found)


def test_a_day_is_no_outlet() -> None:
    """A website Wednesday is a website and a day."""
    found = provenance(
        "The clerk was named, according to a statement published on the harbour website Wednesday."
    )
    assert all("Wednesday" not in (each.name or "") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reyes said that he had handed in his notice.",
        "The ministry in Larch estimates that it was sold.",
        "The port bought a diary. It said that it was sold.",
        "The port is old. It shows its age.",
        "The memo was written in May. It was old.",
        "It records 41 nights.",
    ],
)
def test_it_is_not_always_a_document(text: str) -> None:
    """A port speaks for itself, and what only is says nothing."""
    assert provenance(text) == ()


def test_a_video_call_is_no_video() -> None:
    """What is said in one stands in no document."""
    assert provenance("“It was sold,” Tom Reyes said in a video call.") == ()


def test_what_a_paper_found_is_no_outlet() -> None:
    """Behind "published in" stands when, too."""
    found = provenance("An audit published in June found the programme “on paper only”.")
    assert [each.kind for each in found] == ["document"]

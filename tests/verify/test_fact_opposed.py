"""Whether a draft says the opposite of what the record says of somebody."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("source", "draft", "mine", "right"),
    [
        (
            "Nils Orre, 58, denies nine counts of theft.",
            "Nils Orre, who kept the till, admits nine counts of theft.",
            "admits",
            "denies",
        ),
        (
            "The council rejected the new harbour fee on Tuesday by 12 votes to 9.",
            "On Tuesday the council approved the new harbour fee by 12 votes to 9.",
            "approved",
            "rejected",
        ),
        (
            "Two of her aides said that the mayor, Petra Valk, had refused his resignation.",
            "The mayor, Petra Valk, accepted his resignation.",
            "accepted",
            "refused",
        ),
        ("Skarvik lost the final against Ulvsund.", "Skarvik won the final.", "won", "lost"),
    ],
)
def test_the_opposite_of_the_same(source: str, draft: str, mine: str, right: str) -> None:
    """Who is it said of, and of what, is the same."""
    assert list(wrong(found([marks_of(source, "one")], draft, "name"))) == [(mine, right)]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Skarvik lost the final against Ulvsund.", "Ulvsund won the final against Skarvik."),
        ("The union opposes the harbour fee.", "The council supports the harbour fee."),
        ("The council rejected the harbour fee.", "The council did not approve the harbour fee."),
        ("The council refused to drop the fee.", "The council may accept the fee."),
        (
            "Nils Orre denied the theft on Monday. On Friday he admitted the theft of the till.",
            "Nils Orre has admitted the theft of the till.",
        ),
    ],
)
def test_what_is_only_said_of_another_or_no_more(source: str, draft: str) -> None:
    """The other side, somebody else, what is denied or only may be, and what the record has too."""
    told = {mine for mine, _ in wrong(found([marks_of(source, "one")], draft, "name"))}
    assert told.isdisjoint(("won", "supports", "approve", "accept", "admitted"))

"""Whether a thing of a draft stands where the record has another of its sort."""

from __future__ import annotations

from collections import Counter

import pytest

from onix.model import Marks
from onix.reading.words import sections
from tests.verify.test_facts import found, marks_of, wrong

LANDING = (
    "The ferry landing at Sundby was closed on Friday after a crack was seen in its western "
    "pier.\n\n"
    "A parked lorry rolled into the water, and its driver was pulled out by his brother, the "
    "county said.\n\n"
    "Danish divers are to look at the piles, which were cast in 1971.\n"
)


@pytest.fixture(scope="module")
def landing() -> list[Marks]:
    """A report of a landing stage."""
    return [marks_of(LANDING, "landing")]


@pytest.mark.parametrize(
    ("text", "mine", "right"),
    [
        (
            "A crack in the eastern pier shut the ferry landing at Sundby on Friday.",
            "eastern",
            "western",
        ),
        ("A parked bus rolled into the water.", "bus", "lorry"),
        ("The lorry's driver was pulled out by his uncle.", "uncle", "brother"),
        ("Swedish divers are going to look at the piles.", "Swedish", "Danish"),
    ],
)
def test_a_thing_in_anothers_place(landing: list[Marks], text: str, mine: str, right: str) -> None:
    """Of two things of a sort, beside the same words, one is wrong."""
    assert (mine, right) in list(wrong(found(landing, text, "name")))


@pytest.mark.parametrize(
    "text",
    [
        "A crack in the west of the pier shut the ferry landing at Sundby on Friday.",
        "A truck that was parked there rolled into the water.",
        "Divers from Denmark are going to look at the piles.",
        "The lorry's driver, an uncle of two, was pulled out by his brother.",
        "A bus company in Sundby wants the landing back.",
    ],
)
def test_other_words_for_a_thing_and_other_things(landing: list[Marks], text: str) -> None:
    """A truck is a lorry, and what the record tells nothing of is not wrong."""
    assert not list(wrong(found(landing, text, "name")))


PLAYHOUSE = "The playhouse let 24 actors go on Monday, and 3,000 geese were counted on its pond.\n"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("On Monday the playhouse let 24 musicians go.", "24 musicians"),
        ("Three thousand swans were counted on the pond of the playhouse.", "Three thousand swans"),
    ],
)
def test_what_a_number_counts_is_a_matter_of_the_figure(text: str, counted: str) -> None:
    """Where so many of one thing are so many of another, the figure is wrong and no name."""
    record = [marks_of(PLAYHOUSE, "playhouse")]
    assert [mine for mine, _ in wrong(found(record, text, "figure"))] == [counted]
    assert not list(wrong(found(record, text, "name")))


def test_no_thing_is_two_of_one_sort() -> None:
    """In a section of the list each word stands in one line."""
    for section, entries in sections("apart").items():
        words = Counter(word for entry in entries for word in set(entry.split()))
        assert not [(section, word) for word, count in words.items() if count > 1]

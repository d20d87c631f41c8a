"""In an interview a label says who speaks, with quote marks and without."""

from __future__ import annotations

import pytest

from tests.reading.speech import quotes

LEAD = "Tom Reyes runs the pier. He met Anna Sorel there.\n\n"


def spoken(text: str) -> list[tuple[str, str | None]]:
    """Give the words and the speaker of each quotation."""
    return [(quote.content[0].text, quote.speaker) for quote in quotes(text)]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Sorel", "Reyes"),
        ("Sorel", "Mr Reyes"),
        ("SOREL", "REYES"),
        ("The Herald", "Tom Reyes"),
        ("AS", "TR"),
    ],
)
def test_a_label_is_whoever_bears_the_name(asks: str, answers: str) -> None:
    """A family name, a full one, one with a title, in capitals, and initials."""
    text = f"{asks}: Why now?\n\n{answers}: It was time.\n\n{asks}: Why?\n\n{answers}: “No idea.”"
    assert spoken(LEAD + text) == [("It was time.", "Tom Reyes"), ("No idea.", "Tom Reyes")]


def test_a_is_the_one_whom_the_lead_names() -> None:
    """Q and A tell nothing by themselves; with two people in the lead "A" is left open."""
    text = "Q: Why now?\n\nA: It was time.\n\nQ: Why?\n\nA: “No idea.”"
    alone = "Tom Reyes runs the pier.\n\n"
    assert spoken(alone + text) == [("It was time.", "Tom Reyes"), ("No idea.", "Tom Reyes")]
    assert spoken(LEAD + text) == [("No idea.", None)]


def test_i_is_who_answers_and_you_is_who_is_asked() -> None:
    """“You” in a question are the other one; “he” is not the one who speaks."""
    text = (
        "Sorel: You called it “a dead end”. Why?\n\nReyes: It was late.\n\n"
        "Sorel: And then?\n\nReyes: I answered, “Then I go.” My aunt said, “Stay.”"
    )
    found = dict(spoken(LEAD + text))
    assert found["a dead end"] == "Tom Reyes"
    assert found["Then I go."] == "Tom Reyes"
    assert found["Stay."] is None


def test_words_that_somebody_tells_in_an_answer_go_back_to_him() -> None:
    """As in a quotation that holds another."""
    text = "Sorel: Why?\n\nReyes: Mark Dunn told me, “Go.”\n\nSorel: And?\n\nReyes: I went."
    told = next(quote for quote in quotes(LEAD + text) if quote.speaker == "Mark Dunn")
    assert [each.span.text for each in told.provenance] == ["Reyes"]


@pytest.mark.parametrize(
    "text",
    [
        "Age: 61.\n\nHeight: two metres.\n\nClub: the Rovers.\n\nAge of the club: 90.",
        "Reyes: 1,812\n\nSorel: 1,521\n\nReyes: 2,004\n\nSorel: 1,909",
        "Monday: It rained.\n\nTuesday: It rained.\n\nMonday: It rained again.",
        "Reyes: It was time.\n\nThe pier is shut.",
    ],
)
def test_a_list_is_no_interview(text: str) -> None:
    """Labels of facts, figures and days, and a label that stands once."""
    assert quotes(LEAD + text) == ()


def test_the_nearer_subject_is_the_one_that_speaks() -> None:
    """ "He" laughed and told, whoever said something before in the sentence."""
    (quote,) = quotes("Tom Reyes ran. When Mark Dunn said so, he laughed and told me, “Why?”")[-1:]
    assert [each.text for each in quote.source] == ["he"]

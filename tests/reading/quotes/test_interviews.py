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
    text = "Q: Why now?\n\nA: I had time.\n\nQ: Why?\n\nA: “No idea.”"
    alone = "Tom Reyes runs the pier.\n\n"
    assert spoken(alone + text) == [("I had time.", "Tom Reyes"), ("No idea.", "Tom Reyes")]
    assert spoken(LEAD + text) == [("No idea.", None)]


@pytest.mark.parametrize(
    "lead",
    [
        "Anna Sorel wrote the book. We spoke with Tom Reyes, who built the pier.",
        "Tom Reyes, who built Anna Sorel’s pier, talked to us in Ohio.",
        "Tom Reyes built a pier. Anna Sorel did not. He spoke to our editor, Mark Dunn.",
        "Anna Sorel built a pier.\n\nThis is an edited interview with Tom Reyes.",
        "Interview: Tom Reyes\n\nAnna Sorel likes the pier.",
        "Anna Sorel likes the pier. “It stands,” Tom Reyes tells the Herald.",
    ],
)
def test_an_introduction_says_who_answers(lead: str) -> None:
    """Whoever else it names, and whether or not the answers say "I"."""
    text = "Question: Why now?\n\nAnswer: It was time.\n\nQ: Why?\n\nA: It rained."
    assert spoken(f"{lead}\n\n{text}")[-2:] == [
        ("It was time.", "Tom Reyes"),
        ("It rained.", "Tom Reyes"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "We spoke with Tom Reyes and Anna Sorel.",
        "We spoke with farmers about Tom Reyes and Anna Sorel.",
        "Tom Reyes spoke to a crowd. Anna Sorel did not.",
        "Tom Reyes built the pier.",  # and the paper answers its own questions
    ],
)
def test_it_is_left_open_who_answers(lead: str) -> None:
    """Where an introduction names two, or nobody that answered it."""
    text = "Q: Why now?\n\nA: It was time.\n\nQ: Why?\n\nA: It rained."
    assert spoken(f"{lead}\n\n{text}") == []


def test_an_answer_goes_on_below_its_label() -> None:
    """Up to the next question, without the links, captions and notes that stand between."""
    text = (
        "Q: Why now?\n\nA: I had time.\n\nRead more: The pier is shut.\n\nThe pier at noon\n\n"
        "(Laughter)\n\nIt rained, too.\n\nQ: And then?\n\nA: I slept.\n\nThe pier is in Ohio."
    )
    said = quotes(f"We met Tom Reyes.\n\n{text}")
    assert [[span.text for span in quote.content] for quote in said] == [
        ["I had time.", "It rained, too."],
        ["I slept."],
    ]


def test_what_an_answer_tells_is_nothing_that_it_goes_back_to() -> None:
    """Whoever answers names the study."""
    text = "Q: Why?\n\nA: A study showed I snore.\n\nQ: And?\n\nA: I do."
    (answer,) = [
        each for each in quotes(f"We met Tom Reyes.\n\n{text}") if each.content[0].text[0] == "A"
    ]
    assert (answer.speaker, answer.provenance) == ("Tom Reyes", ())


ANNOUNCED = "We spoke to Tom Reyes in Ohio.\n\nThe conversation has been edited for length.\n\n"
ASKED = (
    "Why now?\n\nIt was time.\n\n**And the rain?**\n\nIt fell.\n\nYou own a boat.\n\n"
    "Two of them.\n\nWhat comes next?\n\nA nap.\n\nThe pier is in Ohio."
)


def test_questions_of_an_announced_conversation_need_no_labels() -> None:
    """What may be said by whoever asks is nobody's, nor what stands below the last answer."""
    said = quotes(ANNOUNCED + ASKED)
    assert {quote.speaker for quote in said} == {"Tom Reyes"}
    assert [[span.text for span in quote.content] for quote in said] == [
        ["It was time."],
        ["It fell.", "Two of them."],
        ["A nap."],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We spoke to Tom Reyes in Ohio.\n\n" + ASKED,  # an explainer, as far as it says
        ANNOUNCED + "Why now?\n\nIt was time.\n\nWhat next?\n\nA nap.",  # two are few
        ANNOUNCED + "It rains.\n\n" * 4 + ASKED,
    ],
)
def test_other_questions_are_those_of_the_text(text: str) -> None:
    """Nothing announces that somebody answers them."""
    assert quotes(text) == ()


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

"""The words that are marked in a yes or no are those that decide it, not who they are said of."""

from __future__ import annotations

import pytest

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.plainly import told_plainly
from onix.model import Citation, Document, Marks
from tests.jobs.ask.asking import asked, seen


def marked(question: str, sentence: str, read: str) -> str:
    """Give the words that are marked where the reader took these of the sentence."""
    document = Document("d", "article", sentence)
    whole = document.span(0, len(sentence))
    start = sentence.index(read)
    span = whole.part(start, start + len(read))
    understood = asked(question)
    strengths = (0.8,) * len(understood.terms)
    window = Window(whole, (whole,), whole, Citation(whole), strengths, 0)
    reading = Reading(window, whole, span, 0.2, ((whole, Citation(whole)),), "yes")
    (found,) = told_plainly(understood, [reading], seen(marks=Marks(document)))
    assert found.stance is not None
    assert found.span is not None
    return found.span.text


@pytest.mark.parametrize(
    ("question", "sentence", "read", "words"),
    [
        (
            "Have guards arrested anyone?",
            "Guards have arrested two rowers, who had slept there, after the flood in Vell.",
            "Guards",
            "have arrested two rowers",
        ),
        (
            "Was the boathouse destroyed?",
            "Guards came to Vell after a flood destroyed the boathouse on Friday.",
            "a flood",
            "destroyed the boathouse",
        ),
        (
            "Has the board sold the mill?",
            "The board has not sold the mill, nor will it.",
            "The board",
            "has not sold the mill",
        ),
        (
            "Will a light go out?",
            "No light will go out on Friday, said Roth.",
            "said Roth",
            "No light will go out",
        ),
        (
            "Is Roth in prison?",
            "Roth, a baker from Vell, is in prison, where he bakes.",
            "Roth",
            "is in prison",
        ),
    ],
)
def test_who_is_spoken_of_is_not_what_decides(
    question: str, sentence: str, read: str, words: str
) -> None:
    """A verb with its denial and what completes it is marked, without what only says more."""
    assert marked(question, sentence, read) == words


def test_what_has_the_deciding_word_stays_as_it_was_read() -> None:
    """The reader may see more around it."""
    sentence = "On Friday the board sold the mill to Roth."
    words = "the board sold the mill to Roth"
    assert marked("Did the board sell the mill?", sentence, words) == words

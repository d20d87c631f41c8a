"""A yes to "all" stands on all, and what is told of a part is a no to it."""

from __future__ import annotations

from typing import Literal

import pytest

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.shares import with_shares
from onix.model import Citation, Document
from tests.jobs.ask.asking import asked, seen

Stance = Literal["yes", "no"]


def read(question: str, sentence: str, *, reader: Stance = "yes") -> Stance | None:
    """What becomes of the yes or no that was read in a sentence."""
    document = Document("d", "article", sentence)
    whole = document.span(0, len(sentence))
    understood = asked(question)
    window = Window(whole, (whole,), whole, Citation(whole), (0.8,) * len(understood.terms), 0)
    reading = Reading(window, whole, whole, 0.6, ((whole, Citation(whole)),), reader)
    return with_shares(understood, [reading], seen())[0].stance


ACCEPTED = "The minister accepted nine of the eleven proposals on Monday."


@pytest.mark.parametrize(
    ("question", "sentence", "stance"),
    [
        ("Did the minister accept all the proposals?", ACCEPTED, "no"),
        ("Did the minister accept every proposal?", ACCEPTED, "no"),
        ("Did the minister accept all of the proposals?", ACCEPTED, "no"),
        ("Did the minister accept the proposals?", ACCEPTED, None),
        ("Did the minister accept most of the proposals?", ACCEPTED, "yes"),
        ("Did the minister accept any proposals?", ACCEPTED, "yes"),
        ("Were all the bridges repaired?", "Three out of four bridges were repaired.", "no"),
        ("Were all the bridges repaired?", "Most of the bridges were repaired.", "no"),
        ("Were all the bridges repaired?", "All but two bridges were repaired.", "no"),
        ("Were all the bridges repaired?", "Some bridges were repaired.", None),
        ("Were all the bridges repaired?", "Two thirds of the old bridges were repaired.", "no"),
        ("Were all the bridges repaired?", "The bridges were repaired in May.", "yes"),
        ("Were all the bridges repaired?", "All four of the bridges were repaired.", "yes"),
        ("Were all the bridges repaired?", "Four of the four bridges were repaired.", "yes"),
        ("Did all members leave?", "The members left after half of the lamps failed.", "yes"),
        ("Did everyone on the council agree?", "The council agreed on Monday.", None),
        ("Did everyone on the council agree?", "The council agreed unanimously.", "yes"),
        ("Did everybody survive?", "Nine of the ten sailors survived.", "no"),
        ("Did everybody survive?", "The most famous of the sailors survived.", None),
        ("Did both brothers resign?", "Both resigned.", "yes"),
        ("Did both Roth and Lee resign?", "Roth and Lee resigned.", "yes"),
        ("Is the library open all day?", "The library is open from nine to nine.", "yes"),
        ("Does the ferry run every hour?", "The ferry runs on the hour.", "yes"),
        ("Did Roth sell the mill?", "Roth sold one of the two mills.", "yes"),
    ],
)
def test_a_yes_to_all_stands_on_all(question: str, sentence: str, stance: Stance | None) -> None:
    """What leaves open how much it was is shown without a yes, and a part is a no to all."""
    assert read(question, sentence) == stance


def test_a_no_stays() -> None:
    """Who refused nine of eleven did not accept all."""
    sentence = "The minister refused nine of the eleven proposals."
    assert read("Did the minister accept all the proposals?", sentence, reader="no") == "no"

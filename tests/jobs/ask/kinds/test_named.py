"""What something is called, by the sentence that calls it so."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.named import thing_asked
from tests.jobs.ask.asking import asked
from tests.jobs.ask.kinds.test_roles import answered

CAMP = (
    "The council of Vikna has given the Old Quay campsite a new name after years of talks with "
    "the Halm family.\n"
    "The campsite and picnic area at the foot of the hill is now called Roe Meadow. The mayor "
    "called Ada Halm on Monday.\n"
    "A ferry named Aurelia brought the first guests to Vikna.\n"
    "Tora Holm won the Halm Contest with her ballad “Two Rooms.” “I was glad,” she said of the "
    "Halm Contest, which she had won."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the new name of the Old Quay campsite?", "Roe Meadow"),
        ("What is the ferry called?", "Aurelia"),
        ("What song won the Halm Contest?", "Two Rooms"),
    ],
)
def test_what_a_sentence_calls_it_is_its_name(question: str, words: str) -> None:
    """Of the very thing, and not of whoever is called on the phone."""
    found = answered(question, CAMP)
    assert found is not None and words in found


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("What is the new name of the campsite?", "campsite"),
        ("What is their series called?", "series"),
        ("What did Lund call the plan?", None),
        ("What is the Wenn accord?", None),
    ],
)
def test_whose_name_is_asked_for(question: str, noun: str | None) -> None:
    """By "name of" or "called"."""
    thing = thing_asked(asked(question))
    assert (None if thing is None else thing.noun) == noun

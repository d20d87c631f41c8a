"""What a text says itself is disputed: the versions it gives, side by side."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import disputed, record_of

CALL = (
    "Who initiated the call has become a matter of dispute. The ministry says that Orr asked for "
    "it. Orr told the Herald that Lind rang him.\nThe locks are shut."
)


@pytest.mark.parametrize(
    ("question", "text", "sides"),
    [
        ("Who initiated the call?", CALL, {"Orr", "Lind"}),
        (
            "Who asked for the truce?",
            "Who asked for the truce? There are two versions. Ann Roth says that Orr asked for it. "
            "Orr says that Lind did.\nIt was Sunday.",
            {"Orr", "Lind"},
        ),
        (
            "How much does the theatre owe the builder?",
            "What the theatre owes the builder is disputed. The ministry put it at 9 million "
            "crowns. The builder says that he is owed 12 million, with interest.",
            {"9 million crowns", "12 million"},
        ),
        (
            "When did the pier burn?",
            "When the pier burned is disputed. The warden says that it was on 3 May. A nurse saw "
            "the flames on 5 May.",
            {"3 May", "5 May"},
        ),
    ],
)
def test_versions_that_a_text_names_stand_side_by_side(
    question: str, text: str, sides: set[str]
) -> None:
    """Each by whoever holds it, one document being enough."""
    assert disputed(question, ("Post", "2025-05-12", text)) == sides


def test_a_dispute_about_other_things_of_it_is_none() -> None:
    """Of how many points the plan has, where what it costs is disputed."""
    text = (
        "What the plan, which has nine points, would cost is disputed. The ministry put the plan "
        "at 9 million crowns. The builder says it is 12 million crowns.\nIt was Sunday."
    )
    with record_of(("Post", "2025-05-12", text)) as record:
        assert not ask(record, "How many points does the plan have?").disagreements


@pytest.mark.parametrize(
    "question",
    [
        "Who made the recording of the call?",  # of which nothing is disputed
        "Who shut the locks?",
        "Where did the call reach Orr?",
    ],
)
def test_a_dispute_about_something_else_is_none(question: str) -> None:
    """It has to be just what is asked."""
    with record_of(("Post", "2025-05-12", CALL)) as record:
        assert not ask(record, question).disagreements


def test_two_who_say_the_same_are_one_version() -> None:
    """A dispute without a second version is answered as anything else."""
    text = (
        "How many sheep drowned at Sund is disputed. The union says that 300 sheep drowned. The "
        "police counted some 300 sheep, too."
    )
    with record_of(("Post", "2025-05-12", text)) as record:
        assert not ask(record, "How many sheep drowned at Sund?").disagreements


def test_each_version_is_held_for_an_answer() -> None:
    """The text says itself that it is one, so that is no matter of even odds."""
    with record_of(("Post", "2025-05-12", CALL)) as record:
        (told,) = ask(record, "Who initiated the call?").disagreements
    assert all(each.confidence > 0.7 for each in told.readings)

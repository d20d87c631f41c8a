"""What nobody knows is told for an answer only where it is what was asked."""

from __future__ import annotations

import pytest

from onix.jobs.ask.unknown import leaves_open
from tests.jobs.ask.asking import asked


@pytest.mark.parametrize(
    ("question", "sentence", "open_"),
    [
        ("Who made the tape?", "It is not known who made the tape.", True),
        ("Who made the tape?", "The maker of the tape has not been identified.", True),
        ("Who drafted the plan?", "A draft of the plan has not been made public.", False),
        ("Where was the plan drafted?", "The draft plan has not been made public.", False),
        ("What is in the plan?", "The plan has not been made public.", True),
        (
            "How many points has it?",
            "The plan, said to have 19 points, was not made public.",
            False,
        ),
        ("How many drowned?", "The number of those who drowned is not known.", True),
        ("How old is she?", "Her age has not been disclosed.", True),
        ("Is the tape genuine?", "It is not known who made the tape.", False),
        ("Is the tape genuine?", "Whether the tape is genuine is not known.", True),
        ("Which boat sank?", "The name of the boat has not been disclosed.", True),
        ("Why did she go?", "She gave no reasons.", True),
        ("Why did she go?", "It is not known where she went.", False),
        ("Who made the tape?", "Who made the tape was told on Monday.", False),
        ("Who heads the firm?", "What authorities want of the firm is unclear.", False),
        ("What did Roth say?", "Lee said the cause was not known.", False),
        ("What did Roth say?", "What Roth said is not known.", True),
        ("What happened to the tape?", "Who made the tape is still not known.", False),
        ("What happened to the tape?", "What became of the tape is not known.", True),
    ],
)
def test_nobody_knows_just_what_is_asked(question: str, sentence: str, *, open_: bool) -> None:
    """What is not known of the same thing is no reason to say that the record leaves it open."""
    assert leaves_open(asked(question), sentence) is open_

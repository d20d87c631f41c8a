"""A verb of one spelling and another sense, or told as not so, bears nothing out."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.frames import in_its_frame
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.test_edges import read


def lost(question: str, sentence: str, words: str) -> float:
    """How far down a reading of these words goes."""
    reading = read(sentence, words)
    (found,) = in_its_frame(asked(question), [reading], seen())
    return reading.score - found.score


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Why did Roth call Lee?", "Roth called it a forgery.", "a forgery"),
        ("Who called the landlord?", "Lee called off the race.", "Lee"),
        ("How many jobs did the firm promise?", "It had not promised 12 jobs.", "12 jobs"),
        ("How many jobs did the firm promise?", "It denied that it promised 12 jobs.", "12 jobs"),
        ("When will Roth leave?", "Roth, who resigned in March, was sad.", "March"),
        ("When will Roth step down?", "Roth, who resigned in March, was sad.", "March"),
        ("When did Roth resign?", "She offered to resign on Tuesday, and Lee refused.", "Tuesday"),
        ("Who voted for it?", "Asked whether his party would vote for it, he smiled.", "his party"),
        ("When did the first boy fall ill?", "No boy has fallen ill since Friday.", "Friday"),
        ("How many runners finished?", "Nine hundred runners had not finished.", "Nine hundred"),
    ],
)
def test_another_sense_and_a_denial_are_no_answer(question: str, sentence: str, words: str) -> None:
    """To call is not to call something a name, and what was denied was not promised."""
    assert lost(question, sentence, words) > 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Why did Roth call Lee?", "Roth called Lee to complain about a column.", "to complain"),
        ("What did Roth call the tape?", "Roth called it a forgery.", "a forgery"),
        ("When will Roth leave?", "Roth was told on Monday to leave in June.", "June"),
        ("When will Roth leave?", "Roth will resign in June.", "June"),
        ("When did Roth leave?", "Roth resigned in March.", "March"),
        ("Who called off the race?", "Lee called off the race.", "Lee"),
        ("Who turned Lee down?", "A judge turned him down.", "A judge"),
        ("Whose cat was found?", "The baker's cat was found alive.", "The baker"),
        ("How many did not finish?", "Nine hundred had not finished.", "Nine hundred"),
        ("How many jobs did the firm promise?", "It spoke of 12 jobs.", "12 jobs"),
        ("Did the firm promise jobs?", "It had not promised jobs.", "not promised"),
        ("When did the last boy fall ill?", "No boy has fallen ill since Friday.", "Friday"),
        ("When did Roth offer to resign?", "Roth offered to resign on Tuesday.", "Tuesday"),
    ],
)
def test_the_same_sense_and_other_words_are_left(question: str, sentence: str, words: str) -> None:
    """Where the verb does not stand in the sentence, nothing is decided."""
    assert lost(question, sentence, words) == 0.0


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("When will the hall close?", "The hall will open on 3 June.", "3 June"),
        ("By how much did rents rise?", "Rents fell by 3 per cent.", "3 per cent"),
        ("When did the trial start?", "The trial ended on Friday.", "Friday"),
        ("Who opposes the ban?", "The Rowers welcomed the ban on motor boats.", "The Rowers"),
        ("Who won the cup?", "Vell lost to Tarn.", "Vell"),
    ],
)
def test_the_opposite_is_no_answer(question: str, sentence: str, words: str) -> None:
    """A day of opening is none of closing, and who welcomes something does not oppose it."""
    assert lost(question, sentence, words) > 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("When did the bridge close?", "The bridge, which opened in 1932, shut in May.", "May"),
        ("When did the bridge close?", "The bridge did not open until May.", "May"),
        ("When will the hall open?", "The hall will be closed until 3 June.", "3 June"),
        ("Why did the bridge close?", "It has cracks, as it opened too early.", "It has cracks"),
        ("Who won the cup?", "Vell lost to Tarn.", "Tarn"),
    ],
)
def test_an_opposite_elsewhere_or_denied_decides_nothing(
    question: str, sentence: str, words: str
) -> None:
    """Nor does it say who stands on the other side."""
    assert lost(question, sentence, words) == 0.0


def test_who_says_that_it_was_not_so_stands_behind_who_says_that_it_was() -> None:
    """Both are kept, as outlets may differ about it."""
    question = "Who asked for the meeting?"
    denied = read("“I did not ask for the meeting,” Lee said.", "I")
    told = read("Roth asked for the meeting.", "Roth")
    found = in_its_frame(asked(question), [denied, told], seen())
    assert [each.span and each.span.text for each in found] == ["Roth", "I"]
    assert 0.0 < found[0].score - found[1].score < 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words", "is_lost"),
    [
        ("When did Roth get it?", "If Roth had it on Monday, the board knew.", "Monday", True),
        ("When did Roth get it?", "Roth had it on Monday if she read her mail.", "Monday", False),
        ("When did Roth get it?", "Even if Roth got it on Monday, she was late.", "Monday", False),
        ("When will it close?", "If it closes on Monday, we go.", "Monday", False),
    ],
)
def test_what_is_only_supposed_is_no_answer(
    question: str, sentence: str, words: str, *, is_lost: bool
) -> None:
    """Behind an "if" stands what may not have been."""
    assert (lost(question, sentence, words) > 1.0) == is_lost


def test_who_does_the_opposite_is_no_answer_beside_who_does_it() -> None:
    """It is no second answer, as what somebody denies would be."""
    question = "Who opposes the ban?"
    told = read("Anglers oppose the ban.", "Anglers")
    welcomed = read("The Rowers welcomed the ban.", "The Rowers")
    found = in_its_frame(asked(question), [welcomed, told], seen())
    assert found[0].score - found[1].score > 1.0

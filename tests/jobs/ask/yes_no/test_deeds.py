"""Rows of words that say one deed, or its opposite, of the same one."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.reading.grammar import lexicon
from tests.jobs.ask.asking import record_of
from tests.jobs.ask.yes_no.test_plainly import Stance, read


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("Has Roth lost his job?", "Roth remains in his post.", "no"),
        ("Has Roth lost his job?", "Roth was sacked on Friday.", "yes"),
        ("Has Roth lost his job?", "Lind dismissed Roth on Friday.", "yes"),
        ("Was Roth sacked?", "Roth has kept her job.", "no"),
        ("Is Bo Roth free?", "Bo Roth was freed on Friday.", "yes"),
        (
            "Did the president of Vikna lose her job?",
            "Vikna President Ida Falk will keep her job.",
            "no",
        ),
        ("Is Bo Roth out of prison?", "Bo Roth remains in prison.", "no"),
        ("Is Bo Roth guilty?", "A jury convicted Bo Roth on Friday.", "yes"),
        (
            "Are police looking into the leak?",
            "Police have opened an inquiry into the leak.",
            "yes",
        ),
        ("Was the well checked in May?", "The well was not sampled in May.", "no"),
        ("Did Roth survive the censure vote?", "Roth survived a motion of censure.", "yes"),
        ("Did Lind put her name to the letter?", "Lind signed the letter.", "yes"),
        ("Was the bid voted down?", "The council threw out the bid.", "yes"),
        ("Did the show go ahead?", "The show has been called off.", "no"),
        ("Has the mill been made public?", "The mill was kept secret.", "no"),
        ("Has Roth left hospital?", "Roth has been discharged from hospital.", "yes"),
        ("Did the mine flood?", "The mine stayed dry.", "no"),
    ],
)
def test_a_row_of_words_says_what_another_says(question: str, sentence: str, side: Stance) -> None:
    """Of whom it is said stays the same, on whatever side of the verb that one stands."""
    assert read(question, sentence, reader="no" if side == "yes" else "yes").stance == side


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Has Roth lost his job?", "Roth dismissed Lind on Friday."),
        ("Has Roth lost his job?", "Lind remains in her post."),
        ("Will prices rise?", "Prices will not fall."),
        ("Does Roth support the plan?", "Roth does not oppose the plan."),
        ("Were jobs lost?", "Roth was sacked on Friday."),
        ("Is the library open?", "The library is to open in May."),
    ],
)
def test_a_row_of_words_says_nothing_of_another_or_in_between(question: str, sentence: str) -> None:
    """Who was dismissed by Roth is not Roth, and prices that do not fall need not rise."""
    assert read(question, sentence, reader="yes").stance is None


def test_the_list_has_verbs_with_what_goes_with_them() -> None:
    """A line has one colon or bar at most, and no row twice on a side."""
    for line in lexicon.lines("deeds.txt"):
        sides = line.replace("|", ":").split(":")
        assert len(sides) <= 2, line
        for side in sides:
            rows = side.split()
            assert rows, line
            assert len(rows) == len(set(rows)), line


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Is the hall big enough for the club?", "The hall is too small for the club."),
        ("Was the road dry on Monday?", "The road was icy on Monday."),
    ],
)
def test_is_with_an_adjective_is_no_row_of_is_and_a_preposition(
    question: str, sentence: str
) -> None:
    """ "Is for the club" says what "backs the club" does; "is small for it" does not."""
    assert read(question, sentence, reader="yes").stance is None


def test_a_decision_put_off_has_not_been_taken() -> None:
    """Nor has one on something else."""
    text = (
        "The league met on Tuesday but put off a decision on the sale of Rovers until May. "
        "The panel has yet to decide on the road."
    )
    with record_of(("Post", "2026-03-12", text)) as record:
        sale = ask(record, "Has the league decided on the sale?").statements
        stadium = ask(record, "Has the panel decided on the stadium?").statements
    assert sale and sale[0].stance == "no"
    assert all(each.stance is None for each in stadium)

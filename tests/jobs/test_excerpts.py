"""What a list shows of a passage: the part for which it was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.excerpts import LEAD, SHOWN, excerpt

RAIN = "It rained on the quay, and the gulls stayed away all day. " * 8


def test_it_begins_with_the_sentence_that_has_most_of_the_words() -> None:
    """Not with the beginning of the passage, nor with the first of the words."""
    passage = f"The ferry is old. {RAIN}The ferry sails again on Monday, the line said. {RAIN}"
    found = excerpt(passage, "When does the ferry sail again?")
    assert found.text.startswith("The ferry sails again on Monday")
    assert [passage[start:end] for start, end in found.words] == ["ferry", "sails", "again"]


def test_words_are_known_by_their_stems_and_small_ones_do_not_count() -> None:
    """As search finds them; in what is short nothing is cut."""
    found = excerpt("The mayors said so.", "Did the mayor say it?")
    assert (found.start, found.words) == (0, ((4, 10), (11, 15)))


def test_without_any_of_the_words_a_passage_stays_whole() -> None:
    """It may have been found by its title."""
    assert excerpt(RAIN, "ferry").text == RAIN
    assert excerpt(RAIN, "?").words == ()


def test_a_sentence_without_end_is_cut_before_a_word() -> None:
    """Never within one."""
    passage = f"{'and so it went on and ' * 40}the ferry sank {'and so on ' * 40}"
    found = excerpt(passage, "ferry")
    assert 0 < found.words[0][0] - found.start <= LEAD
    assert passage[found.start - 1] == " "


@given(st.text(alphabet="ferry quay.\n ", max_size=900), st.sampled_from(["ferry", "a quay", ""]))
def test_what_is_shown_is_of_the_passage(passage: str, words: str) -> None:
    """Its end, character for character; every word stands in it, and one in what is seen."""
    found = excerpt(passage, words)
    assert found.text == passage[found.start :]
    for start, end in found.words:
        assert found.start <= start < end <= len(passage)
    if found.start:
        assert found.words[0][0] - found.start < SHOWN

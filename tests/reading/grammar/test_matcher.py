"""Words of a question looked for in sentences: as well as each pair of words matches, no better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import PARTLY, Matcher, words_of

WORDS = ["decide", "decision", "said", "told", "car", "vehicle", "ports", "port", "united", "two"]


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=8))
def test_each_word_counts_as_its_best_pair(asked: list[str], sentence: list[str]) -> None:
    """Looking for many words in many finds what looking at every pair finds, and no other."""
    found = Matcher(asked).strengths(sentence)
    for word, strength in zip(asked, found, strict=True):
        alone = [Matcher([word]).strengths([each])[0] for each in sentence]
        assert strength == max(alone, default=0.0)
        pairs = [lexicon.match(word, each) for each in sentence]
        assert strength >= max(pairs, default=0.0)
        assert bool(strength) == any(pairs)


def test_two_words_that_mean_one_thing_count_as_one() -> None:
    """ "Handed over" is found by "gave", and two words that are no such row are only two words."""
    assert Matcher(["hand over"]).strengths(words_of("They handed over the port.")) == (1.0,)
    assert Matcher(["port"]).strengths(words_of("hand the over")) == (0.0,)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("38,400", "The clinic saw 38,400 patients."),
        ("38,400", "The clinic saw 38400 patients."),
        ("4.2m", "It cost £4.2m."),
        ("a&e", "Wenlow’s A&E is shut."),
        ("28 point", "The 28-point plan is dead."),
    ],
)
def test_a_word_is_found_as_a_question_has_it(asked: str, sentence: str) -> None:
    """Figures with commas and units, and names with "&"."""
    assert Matcher([asked]).strengths(words_of(sentence))[0] >= PARTLY


def test_the_same_sentence_says_the_same_again() -> None:
    """What is kept of one sentence for the next changes nothing."""
    matcher = Matcher(["decide", "united states"])
    first = matcher.strengths(words_of("The United States made a decision"))
    matcher.strengths(words_of("States united"))
    assert matcher.strengths(words_of("The United States made a decision")) == first
    assert min(first) > 0

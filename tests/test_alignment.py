"""Texts become tokens that lead back to them, and rows of tokens lie along one another."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.alignment import align, gaps, runs, tokenise

ROWS = st.lists(st.integers(0, 5), max_size=30)


def words(text: str) -> list[str]:
    """The tokens of a text as it has them."""
    tokens = tokenise(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don’t know.", ["We", "don’t", "know"]),
        ("$3,000.50 is 7%", ["$", "3,000.50", "is", "7", "%"]),
        ("1, 2 and 3.", ["1", "2", "and", "3"]),
        ("half- way–there", ["half", "way", "there"]),
        ("", []),
        ("… — “”", []),
        ("天気 ok", ["天", "気", "ok"]),
    ],
)
def test_words_are_cut_as_they_are_compared(text: str, expected: list[str]) -> None:
    """Apostrophes and commas in numbers stay inside, signs of units stand alone."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("López", "LOPEZ"),
        ("don’t", "dont"),
        ("3,000", "3000"),
        ("‘tis", "tis"),
        ("naïve", "naive"),
    ],
)
def test_a_word_is_the_same_however_it_is_written(one: str, other: str) -> None:
    """Case, accents, apostrophes and commas in numbers make no other word."""
    assert tokenise(one).ids.tolist() == tokenise(other).ids.tolist()


@pytest.mark.parametrize(("one", "other"), [("on", "no"), ("3.5", "35"), ("form", "from")])
def test_other_words_are_others(one: str, other: str) -> None:
    """The order of letters and the point in a number count."""
    assert tokenise(one).ids.tolist() != tokenise(other).ids.tolist()


@given(st.text())
def test_tokens_lead_back_to_any_text(text: str) -> None:
    """Tokens stand in order within the text, none is empty, and each alone is the same token."""
    tokens = tokenise(text)
    places = list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))
    assert all(start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for number, (start, end) in enumerate(places):
        assert tokenise(text[start:end]).ids[0] == tokens.ids[number]


@given(ROWS, ROWS)
def test_blocks_are_the_same_in_both_rows(one: list[int], other: list[int]) -> None:
    """Each way gives blocks in order that hold the same ids, as many as can be in order."""
    from rapidfuzz.distance import LCSseq

    for blocks in align(one, other):
        at = (0, 0)
        for block in blocks:
            assert block.one >= at[0]
            assert block.other >= at[1]
            at = block.one + block.size, block.other + block.size
            assert one[block.one : at[0]] == other[block.other : at[1]]
        assert sum(block.size for block in blocks) == LCSseq.similarity(one, other)


@given(ROWS, ROWS)
def test_blocks_and_gaps_make_up_both_rows(one: list[int], other: list[int]) -> None:
    """What is not in a block is in a gap, once."""
    blocks = align(one, other)[0]
    between = list(gaps(blocks, len(one), len(other)))
    size = sum(block.size for block in blocks)
    assert size + sum(gap[1] - gap[0] for gap in between) == len(one)
    assert size + sum(gap[3] - gap[2] for gap in between) == len(other)


def test_what_is_cut_out_lies_in_one_piece() -> None:
    """Words that stand twice are taken where they stand with the others."""
    one = tokenise("We built the bridge for the town").ids.tolist()
    other = tokenise("We built the road, and we built the bridge for the town").ids.tolist()
    assert [block.size for block in align(one, other)[0]] == [7]


def test_runs_are_the_same_for_the_same_words() -> None:
    """Three words in a row have one number wherever they stand; in another order another."""
    first, second = tokenise("up to the town").ids, tokenise("go to the town").ids
    assert runs(first)[1] == runs(second)[1]
    assert runs(first)[0] != runs(second)[0]
    assert len(runs(first[:2])) == 0
    assert runs(first)[0] != runs(np.array(first[[1, 0, 2]]))[0]


def test_cutting_takes_time_in_proportion() -> None:
    """Ten times the text takes about ten times as long, not a hundred times."""

    def taken(text: str) -> float:
        best = 1.0
        for _ in range(3):
            begun = time.process_time()
            tokenise(text)
            best = min(best, time.process_time() - begun)
        return best

    text = "The board will pay 3,000 crowns, won’t it? " * 2000
    assert taken(text * 10) < 40 * taken(text)

"""Where the points of a plan are, by layout alone, and what is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onix.jobs.compare.pairs.assigning import assign
from onix.jobs.compare.pairs.pairing import moved
from onix.jobs.compare.points.parts import parts_of
from onix.jobs.compare.points.points import find_points
from tests.jobs.compare.plans import found, plan


def test_a_title_in_capitals_may_end_with_a_full_stop() -> None:
    """As in American bills; an inserted section stands beside the one before it."""
    text = (
        "SECTION 1. SHORT TITLE.\nThis is the Harbor Act.\n\nSEC. 2. PILOTS.\n"
        "(a) A pilot holds a license.\n(b) A raft needs none.\n\nSEC. 2A. FEES.\n"
        "(a) The fee is $40.\n"
    )
    assert found(text) == [
        ("SECTION 1", "1", "This is the"),
        ("SEC. 2(a)", "2.1", "A pilot holds"),
        ("SEC. 2(b)", "2.2", "A raft needs"),
        ("SEC. 2A(a)", "2a.1", "The fee is"),
    ]


def test_a_title_may_be_set_as_a_sentence() -> None:
    """What stands under "Section 2. Tugs." has its number; a short rule is no title."""
    text = (
        "Section 1. Fees.\n(a) A berth costs nine crowns.\n(b) Rafts pay nothing.\n"
        "Section 2. Tugs.\nA large ship must take a tug.\n"
        "Section 3. Rafts are free.\nSection 4. Dogs stay ashore.\n"
    )
    assert found(text) == [
        ("Section 1(a)", "1.1", "A berth costs"),
        ("Section 1(b)", "1.2", "Rafts pay nothing."),
        ("Section 2", "2", "A large ship"),
        ("Section 3", "3", "Rafts are free."),
        ("Section 4", "4", "Dogs stay ashore."),
    ]


def test_a_title_may_stand_over_text_that_is_set_in() -> None:
    """As acts are printed, and articles with sections of their own are cited with both names."""
    text = (
        "ARTICLE I: FEES\n\nSection 1: A berth costs nine crowns.\nSection 2: Rafts are free.\n\n"
        "ARTICLE II: TUGS\n\nSection 1. Penalties.\n    A ship without a tug is fined.\n"
    )
    assert found(text) == [
        ("ARTICLE I, Section 1", "1.1", "A berth costs"),
        ("ARTICLE I, Section 2", "1.2", "Rafts are free."),
        ("ARTICLE II, Section 1", "2.1", "A ship without"),
    ]


def test_a_number_may_stand_alone_on_its_line() -> None:
    """The point begins with its own words."""
    points = find_points(plan("1.\nRafts are free.\n\n2.\nTugs wait.\n\n3.\nDogs stay.\n")).points
    assert [each.span.text for each in points] == ["Rafts are free.", "Tugs wait.", "Dogs stay."]


def test_the_end_of_a_page_ends_no_sentence() -> None:
    """The point goes on behind the page's number, and the number is no point of its own."""
    text = (
        "1. A berth costs\n\nPage 1 of 2\n\nnine crowns.\n\n"
        "2. Rafts are free.\n\nPage 2 of 2\n\n3. Tugs wait.\n"
    )
    points = find_points(plan(text)).points
    assert [" ".join(each.span.text.split()) for each in points] == [
        "A berth costs Page 1 of 2 nine crowns.",
        "Rafts are free.",
        "Tugs wait.",
    ]


def test_a_paragraph_under_a_numbered_heading_is_no_closing() -> None:
    """Though no item stands behind it."""
    text = (
        "## 1. Fees\n\n1. A berth costs nine crowns.\n2. Rafts are free.\n3. So are dogs.\n\n"
        "## 2. Tugs\n\nA large ship must take a tug.\n"
    )
    assert found(text)[-1] == ("2.", "2", "A large ship")


def test_an_article_without_paragraphs_gives_its_text_its_number() -> None:
    """The title is none of the text, with or without words of its own."""
    text = (
        "Article 1\nNets\nThe nets must be dried on the mole.\n\nArticle 2\nBoats wait outside.\n\n"
        "Article 3 – Fees\nThe fees shall fall by half.\n\nDone at Vell, in two copies.\n"
    )
    assert found(text) == [
        ("Article 1", "1", "The nets must"),
        ("Article 2", "2", "Boats wait outside."),
        ("Article 3", "3", "The fees shall"),
    ]


def test_paragraphs_are_points_where_nothing_is_numbered() -> None:
    """A communiqué has titles, dates and stamps around its paragraphs."""
    text = (
        "Communiqué of the Harbour Ministers\n4 May 2031\nCONFIDENTIAL\n\n"
        "The ministers agreed to dredge the channel.\n\nThey will meet again in June.\n\n"
        "For the Government of Vell:\n____________\n"
    )
    assert [words for _, _, words in found(text)] == ["The ministers agreed", "They will meet"]


def test_wrapped_lines_are_one_point() -> None:
    """Also where a line begins with a figure."""
    text = (
        "The Port shall dredge the northern channel each spring and again within\n"
        "40 days of a storm, at its own cost and without delay, as far as the mole\n"
        "and the old crane.\n\nShips wait outside until the pilots have come aboard, however\n"
        "long that takes.\n"
    )
    assert len(found(text)) == 2


def test_lines_that_are_a_paragraph_each_stay_apart() -> None:
    """As Markdown is kept in a record: no signs of bullets, no empty lines."""
    text = (
        "Boats\nThe Port shall dredge the northern channel each spring, whatever it costs.\n"
        "Nets must be dried on the mole and nowhere else, so that the smell stays there.\n"
        "Fees\nThe fees of fishing boats shall fall by half within two years of signature.\n"
    )
    assert len(found(text)) == 3


def test_headings_and_bullets_of_markdown() -> None:
    """As somebody pastes it, with its signs still there."""
    text = "# Programme\n\n## Fish\n\n- More nets.\n- Fewer gulls\n\n## Boats\n\n* Paint them.\n"
    assert [words for _, _, words in found(text)] == ["More nets.", "Fewer gulls", "Paint them."]


def test_a_lead_in_that_says_nothing_alone_is_no_point() -> None:
    """“A tenant shall—” waits for what follows."""
    text = "1. A tenant shall—\n(a) keep hens;\n(b) light no fire.\n2. The clerk decides.\n"
    assert [words for _, _, words in found(text)] == [
        "keep hens;",
        "light no fire.",
        "The clerk decides.",
    ]


def test_parts_are_sentences_and_clauses() -> None:
    """What is too short to be a point stays with its neighbour."""
    assert parts_of("Ships must wait. Pilots will board them there.") == [
        "Ships must wait.",
        "Pilots will board them there.",
    ]
    assert parts_of("Boats wait.") == []
    assert "schools within the town pay half." in parts_of(
        "Tenants over seventy, widows with a grant and schools within the town pay half."
    )


def test_the_heaviest_row_stays_in_place() -> None:
    """One that passed three others was moved, not the three; a split group weighs as one."""
    assert moved([(0, 1), (1, 2), (2, 3), (3, 0)]) == {(3, 0)}
    assert moved([(0, 2), (0, 3), (0, 4), (1, 0), (2, 1)]) == {(0, 2), (0, 3), (0, 4)}
    assert moved([]) == set()


@given(arrays(np.float64, st.tuples(st.integers(1, 4), st.integers(1, 4)),
              elements=st.floats(-1, 1).map(lambda value: round(value, 2))))  # fmt: skip
def test_no_other_assignment_gains_more(gains: np.ndarray) -> None:
    """Against trying all of them."""
    from itertools import permutations

    pairs = assign(gains)
    rows, columns = gains.shape
    assert len({one for one, _ in pairs}) == len(pairs) == len({other for _, other in pairs})
    padded = np.zeros((rows, columns + rows))
    padded[:, :columns] = np.maximum(gains, 0)
    best = max(
        sum(padded[row, column] for row, column in enumerate(order))
        for order in permutations(range(columns + rows), rows)
    )
    assert sum(gains[pair] for pair in pairs) == pytest.approx(best)


def test_a_few_items_in_a_statement_leave_its_paragraphs_points() -> None:
    """What stands before and behind three items is no frame where most is in paragraphs."""
    said = ("They met in Vell.", "They deplored the fire.", "They agreed on this.")
    items = ("First, nets are dried.", "Second, boats wait.", "Third, tolls fall.")
    text = "\n\n".join((*said, *items, "They thanked the pilots.", "They meet again in June."))
    assert len(found(text)) == 8

"""Copies of one text are told from reports of one event."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.record.duplicates import (
    Copy,
    are_near_copies,
    bands,
    bands_version,
    could_be_copies,
    credit,
    origin,
    runs,
)
from tests.record.making import BUDGET, HARBOUR, article

OWN_REPORT = (
    "Lunmouth's ferries have to move: the east quay is unsafe, the harbour board found. "
    "Ada Brandt, who chairs it, told reporters that the cracks were wider than the survey had "
    "shown. Island families said they heard of it on the wireless. The repairs will cost nine "
    "million crowns, half of it from the state, and divers begin on Thursday with the old piles. "
    "At the fish market, Jon Halle has sold cod for thirty years and does not believe a word. "
)


def test_wire_copy_under_a_new_headline_and_lead_is_a_copy() -> None:
    """An outlet that rewrites the first sentence of a wire report still prints that report."""
    rewritten = "The quay in Lunmouth is shut, its board decided. " + HARBOUR.split(". ", 1)[1]
    assert are_near_copies(runs(HARBOUR), runs(rewritten))
    assert set(bands(runs(HARBOUR))) & set(bands(runs(rewritten)))


def test_a_report_cut_from_below_is_a_copy() -> None:
    """An outlet that prints the first half of a long report prints a copy."""
    long = HARBOUR + BUDGET + OWN_REPORT
    assert are_near_copies(runs(long), runs(HARBOUR + BUDGET[:170]))


def test_two_reports_of_one_event_are_not_copies() -> None:
    """Two reporters in one room quote the same sentence and write two stories."""
    assert not are_near_copies(runs(HARBOUR), runs(OWN_REPORT))


def test_two_short_notes_with_a_stock_phrase_are_not_compared() -> None:
    """A line such as "this is a developing story" makes no copies."""
    note = "This is a developing story and will be updated as more is known."
    assert bands(runs(note)) == []
    assert not are_near_copies(runs(note), runs(note))


def test_an_outlet_that_uses_its_own_text_again_makes_no_copy() -> None:
    """A weekly preview with the same background under new news is a story of its own."""
    next_week = HARBOUR.split("The board put", 1)[0] + BUDGET[:100]
    share = len(runs(HARBOUR) & runs(next_week)) / len(runs(HARBOUR) | runs(next_week))
    assert 0.4 < share < 0.85
    assert not are_near_copies(runs(HARBOUR), runs(next_week), is_same_outlet=True)
    assert not are_near_copies(runs(HARBOUR), runs(next_week), is_transcript=True)


@pytest.mark.parametrize(
    ("one", "other", "could"),
    [
        (article(), article(published="2025-03-06"), True),
        (article(), article(published=None), True),
        (article(), article(published="2026-03-04"), False),
        (article(), article(kind="transcript"), False),
        (article(kind="plan"), article(kind="plan"), False),
    ],
)
def test_only_the_same_kind_of_text_of_the_same_weeks_is_compared(
    one: Document, other: Document, could: bool
) -> None:
    """Plans differ in what matters; a report made from a template a year later is no copy."""
    assert could_be_copies(one, other) is could


@pytest.mark.parametrize(
    ("document", "agency"),
    [
        (article("LUNMOUTH (AP) — The quay is shut."), "The Associated Press"),
        (article("The quay is shut.", authors=("Jo Lind, Reuters",)), "Reuters"),
        (article("The quay is shut.", outlet="AFP"), "Agence France-Presse"),
        (
            article("The quay is shut.\nCopyright 2025 The Associated Press. All rights."),
            "The Associated Press",
        ),
        (article("Reuters and the AP moved offices on Friday."), None),
        (article("The quay (built 1911) is shut.", authors=("Apia Reuterson",)), None),
    ],
)
def test_a_document_says_which_agency_it_comes_from(document: Document, agency: str | None) -> None:
    """Dateline, byline, notice or outlet credit an agency; a mention of one does not."""
    assert credit(document) == agency


def test_a_group_goes_back_to_the_agency_most_credit_else_to_who_was_first() -> None:
    """The origin of copies is said only where they show it."""
    early, late = Copy("Courier", None, 10), Copy("Standard", None, 12)
    assert origin([early, late]) == "Courier"
    assert origin([early, late, Copy("Post", "Reuters", 12)]) == "Reuters"
    assert origin([early, Copy("Standard", None, 10)]) is None
    assert origin([early, Copy("Standard", None, None)]) is None
    assert origin([early]) is None


def test_bands_are_the_same_in_every_process() -> None:
    """Bands are kept on disk, so the numbers for a text are fixed with the algorithm's version."""
    assert bands_version() == 2
    assert bands(runs(HARBOUR))[:2] == [-2870398720348443753, -5273913247299191410]
    assert len(bands(runs(HARBOUR))) == 32

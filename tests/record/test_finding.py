"""A short name finds the document that is meant, or says which ones fit and what to type."""

from __future__ import annotations

import pytest

from onix.errors import InputError
from onix.record import Record
from tests.record.making import BUDGET, HARBOUR, article, marked


@pytest.fixture
def calls(record: Record) -> Record:
    """Give a record of two calls of one title and a budget."""
    for day, text in (("04", HARBOUR), ("05", HARBOUR.upper())):
        call = article(
            text, id=f"call{day}", title="Call", address=f"tapes/2025-03-{day}-call.vtt",
            published=f"2025-03-{day}", outlet=f"Paper {day}",
        )  # fmt: skip
        record.keep([marked(call)])
    record.keep([marked(article(BUDGET, id="b", title="The budget", address="budget.txt"))])
    return record


@pytest.mark.parametrize(
    "name",
    [
        "call04",
        "tapes/2025-03-04-call.vtt",
        "./tapes/2025-03-04-call.vtt",
        "/home/ann/tapes/2025-03-04-call.vtt",
        "2025-03-04-call.vtt",
        "2025-03-04-call",
        "03-04",
    ],
)
def test_a_file_is_found_by_any_form_of_its_name(calls: Record, name: str) -> None:
    """As the shell gives it, without its folder, without its ending."""
    assert calls.find(name).id == "call04"


@pytest.mark.parametrize("name", ["call", "call.vtt"])
def test_a_name_that_fits_several_tells_them_apart(calls: Record, name: str) -> None:
    """Titles alike, so outlet, day and file are named, and what to type."""
    with pytest.raises(InputError) as error:
        calls.find(name)
    says = str(error.value)
    assert "call04 (Call, Paper 04, 2025-03-04, tapes/2025-03-04-call.vtt)" in says
    assert "call05 (Call, Paper 05" in says
    assert says.endswith("Type the id of the one you mean, such as: call04")


def test_a_name_that_fits_none_names_what_is_like_it(calls: Record) -> None:
    """Or what there is."""
    with pytest.raises(InputError, match=r"Did you mean 'budget\.txt'"):
        calls.find("buget.txt")
    with pytest.raises(InputError, match=r"The newest there are: 'budget\.txt', '2025-03-05-call"):
        calls.find("zeppelin")


def test_a_folder_is_no_name_of_what_lies_in_it(calls: Record) -> None:
    """Whoever reads a record from elsewhere learns nothing of its folders."""
    with pytest.raises(InputError, match="No document"):
        calls.find("tape")
